"""The broken proposal: every planted fault is found where its mark stands, and nothing else is."""

import re
from pathlib import Path

import pendulum
import pytest

import cooperation
from cooperation.diagnostics import FAULTS
from cooperation.examples import example_text
from cooperation.formats import Document

TODAY = pendulum.date(2018, 11, 1)
POSITIONS = Path(__file__).parent / "broken-positions.txt"

STRUCTURAL = frozenset(page.code for page in FAULTS.values())

MENDED = {
    "aliases: Energy plan ": "aliases: [Energy plan] ",
    "{number: 4, length: 3}": "{number: 1, length: 3}",
    "sumary:": "summary:",  # codespell:ignore sumary
    "interest: hihg": "interest: high",
    "{kind: conflict, prevention": "{statement: A quarrel, kind: conflict, prevention",
    "value: about three": "value: 3",
    "period: spring of 2019": "period: 2019-05",
    "period: 2019-10\n": "\n",
    "2020-08/2019-08": "2019-08/2020-08",
    "{id: b03, kind: audit": "{id: b04, kind: audit",
    "amount: 9500}": "amount: 9500 SEK}",
    "code: 18,": "code: 7.3,",
}
"""What each fault of structure reads when it is mended, on the same line."""


def _marks(text: str) -> list[tuple[int, str]]:
    """The lines with the codes that are expected there."""
    return [
        (number, code)
        for number, line in enumerate(text.splitlines(), start=1)
        if (mark := re.search(r"# fault: (.+)$", line))
        for code in mark[1].split()
    ]


def _mended() -> str:
    """The text with its faults of structure mended, line by line."""
    text = example_text("broken-proposal")
    for faulty, good in MENDED.items():
        text = text.replace(faulty, good, 1)
    return text


@pytest.fixture(scope="module")
def refusal() -> cooperation.LoadError:
    """What reading it raises."""
    with pytest.raises(cooperation.LoadError) as raised:
        cooperation.load_example("broken-proposal")
    return raised.value


@pytest.fixture(scope="module")
def mended() -> Document:
    """The document once it can be read."""
    return cooperation.reads(_mended(), name="broken-proposal.yaml")


def test_marks_name_codes_that_exist() -> None:
    """Each is that of a fault of structure or of a rule."""
    codes = {code for _, code in _marks(example_text("broken-proposal"))}
    known = STRUCTURAL | {rule.code for rule in cooperation.rules.RULES}

    assert set() == codes - known


def test_faults_of_structure_are_all_told_where_they_are_marked(refusal: cooperation.LoadError) -> None:
    """One run tells all of them, each on its line, and nothing else."""
    expected = [mark for mark in _marks(example_text("broken-proposal")) if mark[1] in STRUCTURAL]
    actual = [(d.position.line, d.code) for d in refusal.diagnostics if d.position]

    assert expected == actual


def test_every_fault_of_structure_says_how_to_mend_it(refusal: cooperation.LoadError) -> None:
    """Each has the remedy of its page."""
    assert [] == [d for d in refusal.diagnostics if not d.help]


@pytest.mark.parametrize("fault", MENDED, ids=lambda fault: fault.strip())
def test_each_is_a_fault_by_itself(fault: str) -> None:
    """With all but one mended, that one is told."""
    text = _mended().replace(MENDED[fault], fault, 1) if MENDED[fault].strip() else None
    if text is None:
        text = _mended().replace("        period: 2019-11", "        period: 2019-10\n        period: 2019-11", 1)
    with pytest.raises(cooperation.LoadError) as raised:
        cooperation.reads(text)

    assert 1 == len(raised.value.diagnostics)


def test_findings_of_rules_come_where_they_are_marked(mended: Document) -> None:
    """Once it can be read, the rules find what was planted for them, and nothing else."""
    report = cooperation.check(mended.portfolio, today=TODAY, allowances=mended.allowances)
    located = [mended.locate(finding) for finding in report.findings]
    actual = sorted((finding.position.line, finding.code) for finding in located if finding.position)
    expected = sorted(mark for mark in _marks(example_text("broken-proposal")) if mark[1] not in STRUCTURAL)

    assert expected == actual


def test_both_kinds_are_many() -> None:
    """So that a reader sees what is caught at loading and what only by asking."""
    marks = _marks(example_text("broken-proposal"))
    structural = sum(code in STRUCTURAL for _, code in marks)

    assert (12, 24) == (structural, len(marks) - structural)


def test_contradictions_are_found_in_a_summary_as_well(mended: Document) -> None:
    """What is missing may be unstated in a summary; what contradicts itself stays a fault."""
    codes = {f.code for f in cooperation.check(mended.portfolio, stage="summary", today=TODAY).findings}
    told = {
        "ACT003",
        "ACT030",
        "DOC022",
        "IND009",
        "IND012",
        "LOG004",
        "LOG031",
        "MON009",
        "MON012",
        "MON030",
        "PAR004",
        "TGT008",
        "TIM001",
        "TIM002",
    }

    assert told == codes


def test_every_finding_points_at_its_line_and_column() -> None:
    """Structural faults and findings of one run point at the very words that are wrong, or at the part that lacks some.

    The table was read line by line: what stands at each place is written beside it.
    """
    text = example_text("broken-proposal")
    lines = text.splitlines()
    review = cooperation.review.review_text(text, name="broken-proposal.yaml", today=TODAY)
    placed = [(finding.position, finding.code) for finding in review.report.findings if finding.position is not None]
    told = [f"{at} {code} {lines[at.line - 1][at.column - 1 :][:24]}".rstrip() for at, code in placed]

    assert POSITIONS.read_text("utf-8").splitlines() == told
    assert len(told) == len(review.report.findings)
