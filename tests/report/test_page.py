"""The page of a project: it holds all that the project says, needs nothing else, and its texts are texts."""

import functools
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pendulum
import pytest
from attrs import evolve
from hypothesis import given, settings

from cooperation import formats, testing
from cooperation.diagnostics import Severity
from cooperation.errors import CooperationError, MissingExtraError, UnknownLayoutError
from cooperation.examples import example_text, load_example, read_example
from cooperation.model import Organisation, Portfolio, Project, Stage
from cooperation.report import page
from cooperation.review import Question, review_text
from cooperation.views.words import harmless

TODAY = pendulum.date(2018, 11, 1)
PROPOSAL = load_example("proposal")
VAXJO = load_example("vaxjo")

PARTS = [
    "summary",
    "partners",
    "results-chain",
    "logframe",
    "work-plan",
    "indicators",
    "gains",
    "money",
    "risks",
    "findings",
    "unknown",
]


class Read(HTMLParser):
    """What a page is made of: tags with their attributes, and the text that a reader sees."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self._unseen = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.tags.append((tag, dict(attrs)))
        self._unseen += tag in ("style", "script")

    def handle_endtag(self, tag: str) -> None:
        """Leave what is not seen."""
        self._unseen -= tag in ("style", "script")

    def handle_data(self, data: str) -> None:
        """Keep what is seen."""
        if not self._unseen:
            self.text.append(data)

    @property
    def words(self) -> str:
        """All that is seen, without spaces, which wrapping moves."""
        return re.sub(r"\s", "", "".join(self.text))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        """The attributes of each tag of a name."""
        return [attributes for name, attributes in self.tags if name == tag]


def _statements(project: Project) -> Iterator[str]:
    frame, plan = project.logframe, project.plan
    for held in (
        frame.objectives,
        frame.indicators,
        frame.risks,
        frame.preconditions,
        project.win_win.benefits,
        project.framing.harms,
    ):
        yield from (str(one.statement) for one in held)
    for objective in frame.objectives:
        yield from (str(one.statement) for one in objective.assumptions)
    yield from (str(one.title) for one in (*plan.activities, *plan.pilots))
    yield from (str(one.organisation.name) for one in project.partners if one.organisation and one.organisation.name)


def test_the_parts_stand_in_order_and_the_contents_lead_to_them() -> None:
    """Summary, partners, chain, logframe, plan, indicators, gains, money, risks, findings, what is not known."""
    read = Read(page(PROPOSAL, today=TODAY).html)

    assert PARTS == [one["id"] for one in read.all("section")]
    assert [f"#{name}" for name in ("main", *PARTS)] == [one["href"] for one in read.all("a")]


@pytest.mark.parametrize("project", [PROPOSAL.projects[0], *VAXJO.projects], ids=lambda project: project.id)
def test_nothing_that_the_project_says_of_its_work_is_left_out(project: Project) -> None:
    """Every objective, indicator, assumption, risk, gain, activity, pilot and partner is there in its own words."""
    within = PROPOSAL if project is PROPOSAL.projects[0] else VAXJO
    words = Read(page(within, project=project.id, today=TODAY).html).words

    assert [] == [told for told in _statements(project) if re.sub(r"\s", "", harmless(told)) not in words]


def test_what_is_not_known_is_said() -> None:
    """The gaps of the sheet, and what the rules would need."""
    words = " ".join("".join(Read(page(VAXJO, project="energy-plan", today=TODAY).html).text).split())

    assert "What a reader would want to know and the document does not say:" in words
    assert "the role of City of Växjö and JB Marks Local Municipality" in words
    assert "what it costs" in words
    assert "Budget ? unknown" in words


def test_indicators_that_were_measured_are_drawn() -> None:
    """Those with a number and its time; words stand in the table alone, and so does what nobody measured yet."""
    followed = Read(page(load_example("clean-water"), project="clean-river", today=TODAY).html)
    told = [one["alt"] or "" for one in followed.all("img") if one["class"] == "light"]
    alternatives = "\n".join(told)

    assert "Oxygen in the lake in Norrsund (mg/l)." in alternatives
    assert "What the councils do with the figures" not in alternatives
    assert "What the councils do with the figures" in "".join(followed.text)
    assert not [one for one in Read(page(PROPOSAL, today=TODAY).html).all("img") if "Fossil" in (one["alt"] or "")]


def test_findings_stand_at_their_lines_with_reason_and_remedy() -> None:
    """Every one of the broken proposal, its line as it is in the file, and its rule's page."""
    text = example_text("broken-proposal")
    review = review_text(text, name="broken.yaml", today=TODAY)
    read = Read(page(review, today=TODAY).html)
    words = read.words

    assert len(review.report.findings) == 36
    for finding in review.report.findings:
        assert finding.position is not None
        line = text.split("\n")[finding.position.line - 1]
        assert f"broken.yaml:{finding.position}" in words
        assert re.sub(r"\s", "", finding.message) in words
        # A long line is cut around the place.
        start = max(0, finding.position.column - 20)
        assert re.sub(r"\s", "", harmless(line[start : finding.position.column + 20])) in words
    assert {finding.code for finding in review.report.findings} == {
        (one["aria-label"] or "").partition(":")[0] for one in read.all("article")
    }
    assert f"{review.report.count(Severity.ERROR)}errors" in words


def test_findings_of_a_document_without_a_text_are_told_by_path() -> None:
    """A portfolio that was made in a program has places, if no lines."""
    bare = Portfolio(projects=(Project(id="a", title="A", stage=Stage.PROPOSAL),), language="en")
    words = "".join(Read(page(bare, today=TODAY).html).text)

    assert "LOG" in words
    assert "projects[0]" in words


def test_a_project_of_several_has_its_own_findings_only() -> None:
    """What concerns the others is counted."""
    bare = Project(id="bare", title="Bare", stage=Stage.PROPOSAL)
    both = evolve(VAXJO, projects=(*VAXJO.projects, bare))
    report = Question(today=TODAY).ask(both)
    ours = [one for one in report.findings if one.path[:2] == ("projects", 10)]
    of_another = "".join(Read(page(both, project="energy-plan", today=TODAY).html).text)
    of_it = "".join(Read(page(both, project="bare", today=TODAY).html).text)

    assert 0 < len(ours) <= len(report.findings)
    assert f"{len(report.findings)} more concern other parts of the document." in of_another
    assert all(finding.message in of_it for finding in ours)


def test_accepted_findings_stand_apart_with_their_reason() -> None:
    """An allowance does not hide what it accepts."""
    text = (
        "cooperation: 1\nlanguage: en\nproject: {id: a, title: A, stage: proposal}\n"
        "allowances: [{rule: PAR001, reason: We were asked for a sketch}]\n"
    )
    read = "".join(Read(page(formats.reads(text), today=TODAY).html).text)
    silenced = review_text(text, today=TODAY).report.silenced

    assert ["PAR001"] == [one.finding.code for one in silenced]
    assert "1 accepted by the document's authors" in read
    assert "We were asked for a sketch" in read


def test_the_page_needs_nothing_but_itself() -> None:
    """No script, no file, no address: every picture is in it, and it forbids itself to ask for more."""
    for document in (read_example("proposal"), read_example("vaxjo"), read_example("minimal")):
        html = page(document, today=TODAY).html
        read = Read(html)
        policy = next(one["content"] for one in read.all("meta") if "http-equiv" in one)

        assert (policy or "").startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:;")
        assert [] == read.all("script") + read.all("link") + read.all("iframe") + read.all("form")
        assert all((one["src"] or "").startswith("data:image/svg+xml;base64,") for one in read.all("img"))
        assert all((one["href"] or "").startswith("#") for one in read.all("a"))
        assert not re.search(r"url\(|@import|\bon[a-z]+=", "".join(re.findall(r"<[^>]*>", html)))


@functools.cache
def _usual() -> tuple[Read, Read]:
    """Pages whose texts are harmless: of the proposal, and of one with faults."""
    broken = review_text(example_text("broken-proposal"), today=TODAY)
    return Read(page(PROPOSAL, today=TODAY).html), Read(page(broken, today=TODAY).html)


def test_a_hostile_text_is_a_text(hostile: Portfolio) -> None:
    """Whatever it tries to be, the page has the same tags as with harmless words, and the reader sees it."""
    usual, found = _usual()
    tried = Read(page(hostile, today=TODAY).html)
    text = str(hostile.projects[0].title)

    assert re.sub(r"\s", "", harmless(text)) in tried.words
    for tag in ("script", "style", "img", "svg", "iframe", "table", "section", "figure"):
        assert len(usual.all(tag)) == len(tried.all(tag)), tag
    assert {name for _, attributes in (*usual.tags, *found.tags) for name in attributes} >= {
        name for _, attributes in tried.tags for name in attributes
    }
    assert not set("\x1b\N{RIGHT-TO-LEFT OVERRIDE}\N{RIGHT-TO-LEFT ISOLATE}") & set("".join(tried.text))


@given(testing.portfolios(), testing.portfolios())
@settings(max_examples=6)
def test_every_portfolio_has_a_page_and_the_same_one_each_time(portfolio: Portfolio, other: Portfolio) -> None:
    """Whatever it lacks, making the page does not fail; and nothing that was made before changes it."""
    made = page(portfolio, today=TODAY)
    page(other, today=TODAY)

    assert made == page(portfolio, today=TODAY)


def test_a_document_that_cannot_be_read_has_no_page() -> None:
    """It is refused by its name."""
    with pytest.raises(CooperationError, match=r"bad\.yaml could not be read as a document"):
        page(review_text("a: [1", name="bad.yaml"))


@pytest.mark.parametrize(
    ("arguments", "error", "message"),
    [
        ({"project": "enrgy-plan"}, CooperationError, r"no project 'enrgy-plan' \(did you mean 'energy-plan'\?\)"),
        ({"layout": "dfdi"}, UnknownLayoutError, "dfid"),
    ],
)
def test_what_is_not_there_is_refused_with_the_nearest(
    arguments: dict[str, str], error: type[Exception], message: str
) -> None:
    """A project and a layout, before anything is made."""
    with pytest.raises(error, match=message):
        page(VAXJO, today=TODAY, **arguments)  # type: ignore[arg-type]


def test_a_report_is_of_a_document_a_portfolio_or_a_project() -> None:
    """Anything else is a fault of the caller."""
    with pytest.raises(TypeError, match="not of Organisation"):
        page(Organisation(id="vaxjo"))  # type: ignore[arg-type]


def test_a_missing_package_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """jinja2 comes with the extra ``report``."""
    from cooperation.report import _page

    _page._templates.cache_clear()
    _page._style.cache_clear()
    monkeypatch.setitem(__import__("sys").modules, "jinja2", None)
    with pytest.raises(MissingExtraError, match=r"cooperation\[report\]"):
        page(load_example("minimal"), today=TODAY)
    _page._templates.cache_clear()


def test_a_page_is_written_wholly(tmp_path: Path) -> None:
    """What is in the file is the page, in UTF-8."""
    made = page(VAXJO, project="energy-plan", today=TODAY)
    made.write(tmp_path / "page.html")

    assert made.html == (tmp_path / "page.html").read_text("utf-8")
    assert ["page.html"] == [file.name for file in tmp_path.iterdir()]


def test_a_notebook_shows_the_page_in_a_frame() -> None:
    """The whole page, quoted once, in a frame that may run nothing."""
    made = page(load_example("minimal"), today=TODAY)
    (frame,) = Read(made._repr_html_()).all("iframe")

    assert (made.html, made.title) == (frame["srcdoc"], frame["title"])
    assert "sandbox" in frame


def test_progress_is_told_step_by_step() -> None:
    """Checking project by project, then each part."""
    told: list[tuple[str, int, int]] = []
    page(VAXJO, today=TODAY, progress=lambda *step: told.append(step))

    assert [("checking", number, 10) for number in range(1, 11)] == told[:10]
    assert [f"writing: {name}" for name in ("Summary", "Projects", "Time")] == [step for step, _, _ in told[10:13]]
