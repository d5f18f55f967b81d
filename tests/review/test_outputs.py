"""The outputs: reviewed snapshots, official schemas, and nothing in a document that steers what reads them."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pendulum
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from markdown_it import MarkdownIt
from sarif_kit.validate import validation_errors

from cooperation.cli import app
from cooperation.diagnostics import Diagnostic, Missing, Position, Report, Severity, Silenced, Unjudged
from cooperation.examples import example_text
from cooperation.review import OUTPUTS, Options, Review, compare, readiness_text, render, review_text

HERE = Path(__file__).parent
ASKED = ("LOG001", "LOG003", "LOG004", "LOG016", "IND010", "TGT001", "TGT008", "MON009", "DOC020")
XSD = etree.XMLSchema(etree.parse(HERE / "schemas" / "junit-10.xsd"))
NASTY = (
    "\x1b[2J\x07 <script>alert(1)</script> ]]> | a\n::error::b %0A `x` [c](javascript:d) "
    "*e* @f {0} \u202e \u2066 &lt; \ud800 \ufffe"
)


def _sarif(text: str) -> dict[str, Any]:
    """The one run of a log that the official schema accepts."""
    log = json.loads(text)

    assert [] == validation_errors(log)
    assert 1 == len(log["runs"])
    run: dict[str, Any] = log["runs"][0]
    return run


def _junit(text: str) -> ET.Element:
    """The suites of a report that the schema of Jenkins accepts."""
    XSD.assertValid(etree.fromstring(text.encode()))
    return ET.fromstring(text)


def _tags(text: str) -> set[str]:
    """The elements of the page that Markdown becomes, where pieces of HTML are let through."""
    page = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    return {element.tag for element in etree.HTML(page).iter()}


@pytest.mark.parametrize("name", ["people", "json", "github", "junit", "markdown"])
def test_what_each_output_says(letter: Review, snapshot: Callable[[str, str], None], name: str) -> None:
    """Structural faults, findings, what is missing and what is accepted, in the words of each."""
    snapshot(f"letter.{name}.txt", render([letter], name, unknown=True))


def test_what_sarif_says(letter: Review, snapshot: Callable[[str, str], None]) -> None:
    """The same as SARIF, without the pages of all rules and what follows from how many there are."""
    run = _sarif(render([letter], "sarif"))
    rules = run["tool"]["driver"].pop("rules")
    for result in run["results"]:
        assert result["ruleId"] == rules[result.pop("ruleIndex")]["id"]
    for name in ("version", "semanticVersion"):
        assert run["tool"]["driver"].pop(name)
    snapshot("letter.sarif.json", json.dumps(run, indent=2, ensure_ascii=False) + "\n")


@pytest.mark.parametrize("name", [name for name, output in OUTPUTS.items() if output.comparison])
def test_what_a_comparison_says(letter: Review, name: str) -> None:
    """Every output that compares tells the new finding at its line, and those that tell the old ones tell where."""
    old = evolve(letter, name="sent.yaml", report=evolve(letter.report, findings=letter.report.findings[1:]))
    new = evolve(letter, report=evolve(letter.report, findings=letter.report.findings[:-1]))
    compared = compare(new, old)
    write = OUTPUTS[name].comparison
    assert write is not None
    said = "".join(text for text, _ in write(compared, new, Options()))

    assert (1, 1, len(letter.report.findings) - 2) == tuple(
        map(len, (compared.new, compared.mended, compared.unchanged))
    )
    assert "TIM005" in said
    if name == "sarif":
        states = [(result["ruleId"], result["baselineState"]) for result in _sarif(said)["results"]]
        assert ("TIM005", "new") in states
        assert ("LOG003", "absent") in states
        assert ("LOG003", "unchanged") in states
    else:
        assert (name == "github") == ("LOG003" not in said)


@pytest.mark.parametrize("name", [name for name, output in OUTPUTS.items() if output.readiness])
def test_what_readiness_says(snapshot: Callable[[str, str], None], name: str) -> None:
    """A row a stage, with the counts of each severity and of what passed, did not apply and could not be judged."""
    text = (HERE / "documents" / "letter.yaml").read_text("utf-8")
    ready = readiness_text(text, name="letter.yaml", select=("LOG003", "LOG004", "TGT001", "TGT008", "MON009"))
    write = OUTPUTS[name].readiness
    assert write is not None
    snapshot(f"readiness.{name}.txt", "".join(text for text, _ in write([ready, ready])))


def test_sarif_of_every_example() -> None:
    """The logs of all that comes along are valid, also together, and each code of a result has its page."""
    reviews = [review_text(example_text(name), name=name) for name in ("vaxjo", "broken-proposal", "proposal")]
    run = _sarif(render(reviews, "sarif"))

    assert "unicodeCodePoints" == run["columnKind"]
    rules = run["tool"]["driver"]["rules"]
    assert sorted(rule["id"] for rule in rules) == [rule["id"] for rule in rules]
    assert len({rule["id"] for rule in rules}) == len(rules)
    needed = {"id", "name", "shortDescription", "fullDescription", "help", "defaultConfiguration", "properties"}
    assert all(needed <= set(rule) for rule in rules)
    assert all(rule["help"]["text"] and rule["help"]["markdown"] and rule["properties"]["tags"] for rule in rules)
    assert any("helpUri" in rule for rule in rules)
    assert sum(len(review.report.findings) for review in reviews) == len(run["results"])


def test_sarif_of_a_text_that_cannot_be_read() -> None:
    """Its fault is a result, and the run says that it did not succeed."""
    run = _sarif(render([review_text("a: [", name="a b.yaml")], "sarif"))

    assert ["DOC001"] == [result["ruleId"] for result in run["results"]]
    assert False is run["invocations"][0]["executionSuccessful"]
    assert 1 == len(run["invocations"][0]["toolExecutionNotifications"])
    location = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert "a%20b.yaml" == location["uri"]


def test_fingerprints_do_not_move_with_lines(letter: Review) -> None:
    """Lines above and another order of the objectives leave each finding's fingerprint as it was; each is its own."""
    text = (HERE / "documents" / "letter.yaml").read_text("utf-8")
    lines = text.replace("cooperation: 1\n", "# moved\n\ncooperation: 1\n").splitlines(keepends=True)
    wells = next(line for line in lines if "{id: wells," in line)
    lines.remove(wells)
    lines.insert(next(i for i, line in enumerate(lines) if "objectives:" in line) + 1, wells)
    moved = review_text("".join(lines), name="letter.yaml", today=pendulum.date(2026, 1, 1), select=ASKED)

    def prints(review: Review) -> set[tuple[str, str]]:
        results = _sarif(render([review], "sarif"))["results"]
        return {(one["ruleId"], one["partialFingerprints"]["cooperationPart/v1"]) for one in results}

    assert prints(letter) == prints(moved)
    assert len(letter.report.findings) + 1 == len(prints(letter))


def test_junit_of_every_example() -> None:
    """The reports of all that comes along are valid, and the counts of a suite are those of its cases."""
    reviews = [review_text(example_text(name), name=name) for name in ("vaxjo", "broken-proposal", "proposal")]
    for suite in _junit(render(reviews, "junit")):
        cases = list(suite)

        assert suite.get("tests") == str(len(cases))
        assert suite.get("failures") == str(sum(case.find("failure") is not None for case in cases))
        assert suite.get("skipped") == str(sum(case.find("skipped") is not None for case in cases))
        assert len(cases) == len({case.get("name") for case in cases})


@pytest.mark.parametrize(("severity", "failed"), [("error", {"error"}), ("info", {"error", "warning"})])
def test_junit_fails_for_what_is_a_failure(letter: Review, severity: str, failed: set[str]) -> None:
    """What weighs less than a failure stands in the output of a case that passed."""
    suite = _junit(render([letter], "junit", fail_on=Severity(severity)))[0]
    baseline = next(case for case in suite if (case.get("name") or "").startswith("TGT001"))

    assert failed == {failure.get("type") for failure in suite.iter("failure")}
    assert (severity == "error") == ("no baseline value" in (baseline.findtext("system-out") or ""))


def test_junit_tells_what_could_not_be_judged_from_what_did_not_apply(letter: Review) -> None:
    """Both are skipped, and the type and the words tell them apart."""
    suite = _junit(render([letter], "junit"))[0]
    skipped = {
        (case.get("name") or "")[:6]: (one.get("type"), one.get("message"))
        for case in suite
        for one in case.iter("skipped")
    }

    assert ("not-applicable", "there is nothing to judge") == skipped["MON009"]
    assert (
        "could-not-be-judged",
        "could not be judged without how it is measured (letter.yaml:22:13)",
    ) == skipped["IND010"]


def _hostile(text: str) -> Review:
    """A review in which every text is this one."""
    path = ("projects", 0, text)
    finding = Diagnostic(
        code="LOG003", severity=Severity.ERROR, message=text, path=path, help=text, position=Position(1)
    )
    report = Report(
        findings=(finding, evolve(finding, code="ZZZ001", position=None)),
        silenced=(Silenced(finding=finding, reason=text),),
        unknown=(Unjudged(code="LOG004", path=path, missing=(Missing(path, text),)),),
        profile=text,
    )
    return Review(name=text, report=report)


def _check_harmless(text: str) -> None:
    review = _hostile(text)
    said = {name: render([review], name, unknown=True) for name in OUTPUTS}
    for name in ("people", "github", "junit", "markdown"):
        assert all(letter.isprintable() or letter in "\n\u2060\u200c\u200d" for letter in said[name]), name
    assert 2 == len(said["github"].splitlines())
    assert all(line.startswith("::error file=") for line in said["github"].splitlines())
    assert {"testsuites", "testsuite", "testcase", "failure", "system-out"} >= {
        element.tag for element in _junit(said["junit"]).iter()
    } - {"skipped"}
    assert 1 == len(json.loads(said["json"])["documents"])
    _sarif(said["sarif"])
    allowed = {"html", "body", "h1", "h2", "h3", "p", "ul", "li", "strong"}
    assert allowed >= _tags(said["markdown"]), _tags(said["markdown"]) - allowed


def test_hostile_text_is_harmless() -> None:
    """Neither control characters, markup, workflow commands, links, mentions nor a turned direction get through."""
    _check_harmless(NASTY)


@given(
    st.text(
        alphabet=st.characters(exclude_categories=()) | st.sampled_from("<>[]()`*_#|&@:%{}\\\n\r\t!-+=~$'\"]"),
        max_size=60,
    )
)
def test_any_text_is_harmless(text: str) -> None:
    """The same of whatever a document may hold."""
    _check_harmless(text)


def test_the_fingerprints_of_two_findings_on_one_part_differ() -> None:
    """Equal parts are told apart by their number."""
    results = _sarif(render([_twice("a")], "sarif"))["results"]
    prints = [result["partialFingerprints"]["cooperationPart/v1"] for result in results]

    assert 2 == len(set(prints))
    assert [prints[0].replace(":1", ":2")] == prints[1:]


def _twice(text: str) -> Review:
    review = _hostile(text)
    finding = review.report.findings[0]
    return evolve(review, report=Report(findings=(finding, evolve(finding, message="another"))))


def test_annotations_escape_what_github_reads() -> None:
    """Per cent, line ends, colons and commas, as the workflow commands want them in values and in messages."""
    review = evolve(_hostile("100%: a, b"), name="a,b:c%.yaml")
    line = render([review], "github").splitlines()[0]

    assert (
        "::error file=a%2Cb%3Ac%25.yaml,line=1,col=1,title=LOG003 outcome-without-outputs::100%25: a, b%0A100%25: a, b"
    ) == line


def test_nobody_is_called_in_markdown() -> None:
    """A name behind an at sign would notify somebody; an address stays as it is."""
    said = render([_hostile("@someone wrote a@example.org")], "markdown")

    assert "@\N{WORD JOINER}someone wrote a@example.org" in said
    assert "@someone" not in said


def test_a_portfolio_tells_whose_part_it_is() -> None:
    """Where there are several projects, a part is named with the one it belongs to, and a project alone by itself."""
    said = render([review_text(example_text("vaxjo"), stage="proposal", name="vaxjo.yaml")], "markdown")

    assert "\n### In partners: vaxjo, of energy-plan\n" in said
    assert "\n### In projects: energy-plan\n" in said


def test_a_quoted_line_steers_nothing() -> None:
    """The line of a text that could not be read is shown without what it holds for terminals."""
    said = render([review_text("title: [ \x1b[2J \u202e", name="a.yaml")], "people")

    assert "title: [" in said
    assert {"\x1b", "\u202e"}.isdisjoint(said)


def test_links_and_placeholders_of_sarif_are_none() -> None:
    """Braces and brackets in a message are told as such, as the standard asks."""
    message = _sarif(render([_hostile("{0} [a](1)")], "sarif"))["results"][0]["message"]["text"]

    assert r"{{0}} \[a\](1). {{0}} \[a\](1)" == message


def test_the_help_names_every_output() -> None:
    """The command line lists the forms without importing them."""
    assert [*OUTPUTS] == app._FORMS.replace(" or ", ", ").split(", ")


def test_outputs_stream() -> None:
    """A document is told before the next one is read."""
    told: list[str] = []

    def reviews() -> Iterable[Review]:
        for name in ("a.yaml", "b.yaml"):
            told.append(name)
            yield review_text("cooperation: 1\nx: 1", name=name)

    for name in ("people", "github", "junit", "markdown"):
        told.clear()
        pieces = OUTPUTS[name].findings(reviews(), Options())
        while "a.yaml" not in next(pieces)[0]:
            pass
        assert ["a.yaml"] == told, name
