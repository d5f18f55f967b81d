"""Reviews: structural faults and findings in one run, each at its line, from files and from texts."""

from pathlib import Path

import pendulum
import pytest

from cooperation.diagnostics import Severity
from cooperation.errors import UnknownFormatError
from cooperation.examples import example_text
from cooperation.formats import dumps, reads
from cooperation.review import as_text, review_document, review_file, review_text

FAULTY = """\
cooperation: 1
language: en
project:
  id: p
  titel: P
  title: P
  period: 2021/2019
  logframe:
    objectives:
      - {id: clean-water, statement: Clean water is drunk, level: outcome}
"""


def test_faults_and_findings_come_in_one_run_in_the_order_of_the_text() -> None:
    """One run tells the misspelt key, the impossible period and the outcome without outputs, each at its line."""
    review = review_text(FAULTY)
    lines = {(f.code, f.position.line) for f in review.report.findings if f.position}

    assert {("DOC003", 5), ("TIM005", 7), ("LOG003", 10)} <= lines
    places = [(f.position.line, f.position.column) for f in review.report.findings if f.position]
    assert sorted(places) == places


def test_a_file_and_its_text_say_the_same(tmp_path: Path) -> None:
    """Reading from a file changes nothing but the name."""
    file = tmp_path / "p.yaml"
    file.write_text(FAULTY, "utf-8")

    assert review_text(FAULTY).report == review_file(file).report


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_windows_files_have_the_same_places(tmp_path: Path, newline: str, mark: str) -> None:
    """A byte-order mark and CRLF lines move no finding."""
    file = tmp_path / "p.yaml"
    file.write_bytes((mark + FAULTY).replace("\n", newline).encode())

    assert review_text(FAULTY).report == review_file(file).report


def test_json_has_places_too() -> None:
    """A finding in a JSON document stands at its line."""
    text = dumps(reads(example_text("minimal")), "json")
    review = review_text(text, "json", stage="proposal")

    assert review.report.findings
    assert all(finding.position is not None for finding in review.report.findings)


def test_the_stage_can_be_asked_for() -> None:
    """A summary is not blamed for what it leaves out, and a proposal is."""
    text = "cooperation: 1\nlanguage: en\nproject: {id: a, title: A}"

    assert not review_text(text, stage="summary").report.findings
    assert review_text(text, stage="proposal").report.findings
    with pytest.raises(ValueError, match="propsal"):
        review_text(text, stage="propsal")


def test_today_can_be_given() -> None:
    """What lies in the future is asked of the day that is given."""
    text = """\
cooperation: 1
language: en
project: {id: a, title: A, plan: {activities: [{id: x, title: X, actual: 2020-05-01/2020-05-02}]}}
"""
    early = review_text(text, today=pendulum.date(2020, 1, 1)).report
    late = review_text(text, today=pendulum.date(2021, 1, 1)).report

    assert {finding.code for finding in early.findings} - {finding.code for finding in late.findings}


def test_an_unreadable_text_is_a_review_with_its_fault() -> None:
    """What is no YAML at all is told at its line, and nothing else is."""
    review = review_text("title: 'open")

    assert ["DOC001"] == [finding.code for finding in review.report.findings]
    assert review.document is None
    assert not review.report.passed


def test_a_document_that_was_read_can_be_reviewed() -> None:
    """Reading and reviewing apart gives what reviewing the text gives."""
    document = reads(example_text("vaxjo"), name="vaxjo.yaml")

    assert review_text(example_text("vaxjo"), name="vaxjo.yaml").report == review_document(document).report


def test_the_ten_projects_have_no_errors() -> None:
    """The shipped example passes, so that the README's command exits with 0."""
    assert () == review_text(example_text("vaxjo")).report.at_or_above(Severity.ERROR)


def test_an_unknown_suffix_is_told(tmp_path: Path) -> None:
    """A file of no known format is refused before it is read."""
    with pytest.raises(UnknownFormatError, match=r"no format has the suffix '\.docx'"):
        review_file(_touch(tmp_path / "p.docx"))


def test_allowances_silence_and_are_told() -> None:
    """What is allowed is silenced with its reason, and an allowance without effect is told."""
    allowances = "allowances: [{rule: LOG003, reason: agreed}, {rule: LOG002, reason: none, at: 'projects[0].plan'}]\n"
    report = review_text(FAULTY + allowances).report

    assert "LOG003" not in {finding.code for finding in report.findings}
    assert ["agreed"] == [silenced.reason for silenced in report.silenced]
    assert "DOC020" in {finding.code for finding in report.findings}


def test_nothing_in_a_document_steers_the_terminal() -> None:
    """Escape sequences of a hostile document are shown and not obeyed."""
    hostile = FAULTY.replace("clean-water", '"\\e[31mred"') + "  # \x1b[2J".replace("\x1b", "\\e")

    assert "\x1b" not in as_text(review_text(hostile))


def _touch(path: Path) -> Path:
    path.write_text("", "utf-8")
    return path
