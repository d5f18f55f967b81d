"""The notebooks of the tutorial: they hold nothing but what was written, they run, and they show what they speak of."""

import base64
import functools
import html
import re
import tempfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import nbformat
import pytest
from attrs import field, frozen
from nbclient import NotebookClient

from cooperation.rules import own_pages

# What the kernel's own packages warn of is not ours to mend.
pytestmark = pytest.mark.filterwarnings("ignore")

TUTORIAL = Path(__file__).resolve().parents[2] / "docs" / "tutorial"
FILES = sorted(TUTORIAL.glob("*.ipynb"))
NAMES = [file.stem for file in FILES]
# A page has room for no more, and what is wider has to be scrolled.
WIDEST = 92

_LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)(?:#[^)\s]*)?\)")


class _Tables(HTMLParser):
    """The rows of all tables of a page, each a list of texts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
        elif tag in ("div", "li") and self.rows and self.rows[-1] and self.rows[-1][-1]:
            self.rows[-1][-1] += "\n"

    def handle_data(self, data: str) -> None:
        if self.rows and self.rows[-1] and data.strip():
            self.rows[-1][-1] += data


@frozen
class Shown:
    """What one code cell shows.

    Attributes:
        outputs: Its outputs, as the kernel sent them.

    """

    outputs: list[Any] = field(factory=list)

    @property
    def text(self) -> str:
        """What it prints."""
        return "".join(one.text for one in self.outputs if one.output_type == "stream")

    @property
    def value(self) -> str:
        """Its last value, as text."""
        return str(self.outputs[-1].data["text/plain"])

    @property
    def page(self) -> str:
        """Its last value, as HTML."""
        return str(self.outputs[-1].data["text/html"])

    @property
    def rows(self) -> list[list[str]]:
        """The rows of the tables that it shows."""
        return _Tables(self.page).rows

    @property
    def drawings(self) -> list[str]:
        """The pictures that it shows, for light and for dark paper."""
        return [
            base64.b64decode(held).decode() for held in re.findall(r"data:image/svg\+xml;base64,([^\" ]+)", self.page)
        ]


@functools.cache
def executed(name: str) -> Any:
    """A notebook that was run in an empty folder, once for all tests."""
    notebook = nbformat.read(TUTORIAL / f"{name}.ipynb", as_version=4)
    with tempfile.TemporaryDirectory() as folder:
        NotebookClient(notebook, kernel_name="python3", resources={"metadata": {"path": folder}}).execute()
    return notebook


def shown(name: str, code: str) -> Shown:
    """What the one cell with this piece of code shows."""
    (cell,) = (one for one in executed(name).cells if one.cell_type == "code" and code in one.source)
    return Shown(cell.outputs)


def outputs(name: str) -> list[Any]:
    """All that a notebook shows."""
    return [output for cell in executed(name).cells if cell.cell_type == "code" for output in cell.outputs]


# ---- all of them -------------------------------------------------------------------------------------------------


def test_there_are_three() -> None:
    """The lessons that the index of the tutorial lists."""
    listed = (TUTORIAL / "index.md").read_text(encoding="utf-8").splitlines()

    assert ["first-portfolio", "reviewing-a-proposal", "three-years-of-indicators"] == NAMES
    assert set(NAMES) <= set(listed)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_running_left_is_committed(name: str) -> None:
    """Neither outputs nor counts nor the name of a kernel: ``python tools/docs.py --notebooks`` takes them out."""
    notebook = nbformat.read(TUTORIAL / f"{name}.ipynb", as_version=4)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]

    assert {"kernelspec", "language_info"} == set(notebook.metadata)
    assert {"name": "python"} == notebook.metadata["language_info"]
    assert [([], None)] * len(code) == [(cell.outputs, cell.execution_count) for cell in code]
    assert [(f"cell-{i:02}", {}) for i in range(len(notebook.cells))] == [(c.id, c.metadata) for c in notebook.cells]


@pytest.mark.parametrize("name", NAMES)
def test_they_are_short_enough_to_read(name: str) -> None:
    """Cells of a few lines, none of them wider than its page, and prose before every picture or table."""
    cells = nbformat.read(TUTORIAL / f"{name}.ipynb", as_version=4).cells
    lines = [line for cell in cells if cell.cell_type == "code" for line in cell.source.splitlines()]

    assert len(cells) < 60
    assert [] == [line for line in lines if len(line) > WIDEST]
    assert max(len(cell.source.splitlines()) for cell in cells if cell.cell_type == "code") <= 15


@pytest.mark.parametrize("name", NAMES)
def test_their_links_lead_somewhere(name: str) -> None:
    """A link names a file that is there, and a code one that has a page."""
    prose = "\n".join(
        cell.source
        for cell in nbformat.read(TUTORIAL / f"{name}.ipynb", as_version=4).cells
        if cell.cell_type != "code"
    )
    known = {page.code for page in own_pages()}

    assert [] == [link for link in _LINK.findall(prose) if not (TUTORIAL / link).exists()]
    assert set() == set(re.findall(r"\b[A-Z]{3}\d{3}\b", prose)) - known


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_a_warning_and_nothing_asks_a_network(name: str) -> None:
    """Nothing goes to the error stream, no output loads anything from elsewhere, and none tells where it was made."""
    told = [str(output.get("data", output.get("text"))) for output in outputs(name)]
    drawn = [
        svg for output in outputs(name) if "text/html" in output.get("data", {}) for svg in Shown([output]).drawings
    ]

    assert [] == [output.text for output in outputs(name) if output.get("name") == "stderr"]
    assert [] == [text for text in told if re.search(r"<script|(?:src|href)=\"(?!data:)", text)]
    assert [] == [svg for svg in drawn if re.search(r"<script|(?:src|href)=\"(?!data:)|url\(http", svg)]
    assert [] == [text for text in told if tempfile.gettempdir() in text or str(Path.home()) in text]


@pytest.mark.parametrize("name", NAMES)
def test_it_shows_the_same_every_time(name: str) -> None:
    """Run again, every cell shows what it showed, to the last stroke of the pictures."""
    again = executed.__wrapped__(name)

    def told(notebook: Any) -> list[Any]:
        """What cells show; how a stream is cut into pieces is up to the kernel."""
        code = [cell for cell in notebook.cells if cell.cell_type == "code"]
        return [(Shown(cell.outputs).text, [one.get("data") for one in cell.outputs if "data" in one]) for cell in code]

    assert told(executed(name)) == told(again)


# ---- the first portfolio -----------------------------------------------------------------------------------------

portfolio = functools.partial(shown, "first-portfolio")


def test_a_portfolio_shows_ten_projects() -> None:
    """Each in a row of its own, under its partnership; what nobody said is unknown."""
    rows = [row for row in portfolio("load_example").rows if len(row) == 7]

    assert ["Id", "Title", "Partners", "Period", "Stage", "Status", "SDGs"] == rows[0]
    assert 10 == len(rows[1:])
    assert {"energy-plan", "contact-centre", "tshwaraganang-library"} < {row[0] for row in rows}
    assert "2 years; when is unknown" in {row[3] for row in rows}


def test_one_project_shows_itself() -> None:
    """By its facts, and by what nobody knows of it."""
    facts = dict(portfolio('project = portfolio["energy-plan"]').rows)

    assert ("2019 to 2020 (2 years)", "unknown") == (facts["period"], facts["budget"])
    assert "which the 10 activities are" in facts["not known"]


@pytest.mark.parametrize(
    ("code", "title", "said"),
    [
        (
            "results_chain",
            "Development of an Energy Plan in Line with Agenda 2030: results chain",
            "Intermediate outcome",
        ),
        ("portfolio_timeline", "The projects over the years", "Tshwaraganang Library Project"),
        ("sdg_bars", "The Sustainable Development Goals that projects name", "no goal is named"),
    ],
)
def test_pictures_of_the_portfolio(code: str, title: str, said: str) -> None:
    """Each is there for light and for dark, has its title in it, and its text beneath it."""
    picture = portfolio(f"co.views.{code}(")

    assert 2 == len(picture.drawings)
    assert all(f">{title}</title>" in svg and said in svg for svg in picture.drawings)
    assert f"<summary>{title}, as text</summary>" in picture.page
    assert title in " ".join(picture.value.split())


def test_the_logframe_has_a_donors_words() -> None:
    """Those of the European Union, for what the description says."""
    text = portfolio("co.views.logframe").page

    assert "Impact (Overall objective)" in text
    assert "Less fossil fuel is burnt" in text


def test_who_gains_what() -> None:
    """With the words of the source, the ten measures, and the three kinds of project that the prose counts."""
    gains = portfolio("co.views.gains(")
    own = {line.split()[0]: set(line.split()[1:]) for line in portfolio("side.own").text.splitlines()}

    assert "“an Energy Strategy for JB Marks”" in html.unescape(gains.page)
    assert 10 == sum(len(row) == 6 and row[0] != "Measure" for row in gains.rows)
    assert {"energy-plan", "preschool-sustainability", "coordination-structure"} == {
        name for name, partners in own.items() if len(partners) == 2
    }
    assert (4, 3) == (sum(len(p) == 1 and "vaxjo" not in p for p in own.values()), sum(not p for p in own.values()))
    assert "“For Växjö, it entails developing working methods”" in portfolio("side.quotes").text


def test_three_answers() -> None:
    """One ran in 2018, of two it cannot be known, and a reading says so in numbers."""
    answers = portfolio("portfolio.running_in(2018)\nfor").text

    assert answers.startswith(
        "yes:\n   coordination-structure\nunknown:\n   contact-centre\n   school-environment\nno:\n"
    )
    assert [["value", "1"], ["known things it rests on", "8"], ["what could not be used", "2"]] == portfolio(
        "co.measures.running_in"
    ).rows


def test_successions_and_continuations() -> None:
    """Five projects of today's JB Marks, three without its predecessor; one project that follows another."""
    with_it, without = portfolio("projects_with").text.splitlines()
    said = portfolio("continuity").text

    assert ("5", "3") == (with_it.split()[0], without.split()[0])
    assert {"best-practices-3", "tshwaraganang-library"} == set(with_it.split()) - set(without.split()) - {"5", "3"}
    assert "school-environment → preschool-sustainability" in said
    assert "vaxjo-an-giang: 12 (2010 to 2021)" in said
    assert "vaxjo-jb-marks: unknown (nobody said since when)" in said


def test_what_is_unknown_and_how_much() -> None:
    """Nobody is on the map, nobody told a budget, and the check lists its questions."""
    unknown = {line[:22].strip(): line.split()[-2:] for line in portfolio("measures.unknowns").text.splitlines()[1:]}

    assert "(0, 23)" == portfolio("partners_geojson").value
    assert (["0", "10"], ["6", "4"]) == (unknown["budget"], unknown["years"])
    assert "0 errors, 0 warnings, 0 infos" in portfolio("co.check(portfolio)").text
    assert 4 == portfolio("co.check(portfolio)").text.count("\n- ")


def test_counting() -> None:
    """A table of ours, a dataframe of it with the numbers of one group, and a chart of them."""
    drawn = portfolio("gains.plot").outputs[-1].data["image/svg+xml"]

    assert 6 == len(portfolio("co.frames.benefits").rows)
    assert '"staff-competence"</td><td>"SE"</td><td>4' in html.unescape(portfolio("gains.head()").page)
    assert "Gains by kind" in drawn
    assert "staff-competence" in drawn


def test_a_change_is_kept() -> None:
    """What was written is what is read."""
    assert "True" == portfolio("co.dump(").value


# ---- reviewing a proposal ----------------------------------------------------------------------------------------

review = functools.partial(shown, "reviewing-a-proposal")
HURRY = ["TGT008", "DOC005", "IND003", "LOG004", "IND012", "DOC022"]


def test_the_report_finds_what_was_done_in_a_hurry() -> None:
    """Six findings, one a change, each with its place and its remedy."""
    head, *rows = review("review_of = ").rows

    assert ["Severity", "Code", "Where", "What was found", "Remedy"] == head
    assert HURRY == [row[1] for row in rows]
    assert all(re.fullmatch(r"\d+:\d+", row[2]) and row[4] for row in rows)
    assert ["■ error", "▲ warning"] == sorted({row[0] for row in rows})


def test_the_text_shows_lines() -> None:
    """With a caret under the very word."""
    text = review("as_text").text

    assert "348 |         due: end of 2019\n      |              ^" in text
    assert "IND012 target 1310 is against the direction: decrease from 1240" in text


def test_a_page_explains_a_code() -> None:
    """Why it is a fault, and what to do."""
    assert (
        "Correct the direction, the baseline or the target." == dict(review('co.rules.page("IND012")').rows)["remedy"]
    )


def test_what_could_not_be_judged_is_told() -> None:
    """The measure that was deleted would settle four rules, as the prose says, and the date two."""
    first, second, *_ = review("wanted()").text.splitlines()

    assert "- how it is measured for 1 indicator would settle 4 rules" == first
    assert "- a part that can be read for 1 objective would settle 2 rules" == second


def test_readiness() -> None:
    """A line a stage, with counts."""
    lines = [line.split() for line in review("readiness_text").text.splitlines()]

    assert ["errors", "warnings", "passed"] == lines[0]
    assert [["summary", "4", "1"], ["proposal", "4", "2"], ["progress", "4", "2"], ["final", "4", "2"]] == [
        line[:3] for line in lines[1:]
    ]


def test_other_donors() -> None:
    """The programme's own profile by itself, and what two others object to."""
    asked = review("profile=donor").text

    assert "'icld'" == review("review.report.profile").value
    assert ["DFI001", "IND002", "ADB001"] == re.findall(r"[A-Z]{3}\d{3}", asked)


def test_an_allowance_and_a_comparison() -> None:
    """The finding that is accepted moves, three are mended, two are left, and none is new."""
    compared = review("co.review.compare").text

    assert "The city pays for a look back a year later." in review("report.silenced").text
    assert "0 new, 3 mended, 2 unchanged, 1 accepted by allowances" == compared.splitlines()[0]
    assert [("unchanged", "IND003"), ("unchanged", "DOC022")] == [
        tuple(line.split()[:2]) for line in compared.splitlines() if line.startswith("unchanged")
    ]


def test_findings_are_rows() -> None:
    """Found and unjudged ones, and how many of each."""
    assert 9 == len(review("co.frames.findings").rows)
    assert '"found"</td><td>"error"</td><td>4' in html.unescape(review("findings.to_polars()").page)


# ---- three years of indicators -----------------------------------------------------------------------------------

followed = functools.partial(shown, "three-years-of-indicators")


def test_the_tracking_table_has_lights() -> None:
    """A row a series; each light with its sign and its word, and an unknown one with its reason."""
    rows = [row for row in followed("co.views.tracking").rows if len(row) == 10]
    status = {row[0].splitlines()[0] + row[0].splitlines()[-1]: row[-1].splitlines()[0] for row in rows[1:]}

    assert 10 == len(rows[1:])
    assert {"▲ minor issues", "● on track", "■ not achieved", "? unknown"} == set(status.values())
    assert ["440", "455", "390", "unknown", "320", "350"] == rows[1][2:8]
    assert "not kept: 1.5 away from 9, 1 allowed" in rows[4][-1]


def test_thresholds_are_a_value() -> None:
    """The same result is on track by one and has issues by another."""
    lenient, strict = followed("ndp-strict").text.splitlines()

    assert ("on-track", "minor-issues") == (lenient.split()[0], strict.split()[0])


@pytest.mark.parametrize(
    ("code", "title", "said"),
    [
        ("illness", "Children under five who are treated for illness from water (children)", "? found"),
        ("oxygen", "Oxygen in the lake in Norrsund (mg/l)", "not kept"),
        ("clean", "Samples that meet the standard for bathing water (%)", "Norrsund Municipality"),
    ],
)
def test_trends(code: str, title: str, said: str) -> None:
    """Each is there for light and for dark, with its title; what is unknown is drawn as unknown."""
    picture = followed(f"indicator_trend({code},")

    assert 2 == len(picture.drawings)
    assert all(f">{title}</title>" in svg and said in svg for svg in picture.drawings)


def test_progress() -> None:
    """Thirteen sixteenths; by 2020 a value is missing, and the one before it stands."""
    assert ["value", "0.8125"] in followed("co.measures.progress(illness)").rows
    assert (
        "2019, 0.15625, known 3, unknown 0\n2020, 0.15625, known 3, unknown 1\n2021, 0.8125, known 3, unknown 0\n"
    ) == followed("float(come.value)").text


def test_rolling_up() -> None:
    """Over time, places, partners and projects."""
    assert "incremental: 46 people\nlevel: 350 children\n" == followed("co.measures.over_time(indicator)").text
    assert "464 samples\n≈ 0.8593 (incremental values count from nothing)\n" == followed("over_places").text
    assert "2021 75% (120/160)" == followed("over_partners(clean, at").text.splitlines()[-1]
    assert "542 samples\n" == followed("OverParts.SUM").text


def test_what_is_refused_names_its_code() -> None:
    """Percentages without their wholes, and people who may be counted twice, until somebody says that they are not."""
    refused = dict(followed("OverParts.RATIO").rows)

    assert ("unknown", "IND016") == (refused["value"], refused["rule"])
    assert "such as 12/40" in dict(followed("co.rules.page(together.code)").rows)["remedy"]
    assert followed('over_projects(portfolio, "people-trained")').text.startswith("unknown (IND017: ")
    assert "88 people\n" == followed("unique: true").text


def test_groups_are_reconciled() -> None:
    """One year agrees, the other does not, and the check says where."""
    found = followed("review_text(text).report").rows[1]

    assert "2019, sex: 20 of 20, yes\n2021, sex: 25 of 26, no\n" == followed("reconcile(").text
    assert ["IND009", "the parts by sex make 15 + 10 = 25, not 26"] == [found[1], found[3]]


def test_the_record_tells_reasons_only_where_there_are_some() -> None:
    """Of two changes one was recorded, with who approved it by name."""
    _, title, target = followed("co.views.record").rows

    assert "no reason recorded" in title[3]
    assert ["2020-09", "2", "OUTPUT"] == target[:3]
    assert "60 -> 50 (No course could be held in 2020)" in target[3]
    assert "The River Fund" == target[4]


def test_states_stay_apart() -> None:
    """Five states in the rows of the first project, one in the second."""
    page = html.unescape(followed('pl.col("kind") == "actual"').page)

    assert ["not-applicable", "number", "ratio", "text", "unknown", "number"] == re.findall(
        r'"clean-\w+"</td><td>"([\w-]+)"', page
    )
