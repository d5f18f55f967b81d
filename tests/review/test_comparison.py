"""Two versions of a document: findings are the same where the part is, and nothing is called mended that only hides."""

from typing import Any

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cooperation.diagnostics import Diagnostic, Position, Report, Severity
from cooperation.examples import example_text
from cooperation.formats import Document, dumps, reads
from cooperation.model import Portfolio
from cooperation.review import Comparison, Review, compare, review_document, review_text
from cooperation.testing import portfolios

DAY = pendulum.date(2026, 1, 1)
OLD = """\
cooperation: 1
language: en
project:
  id: p
  title: P
  stage: proposal
  period: 2019/2021
  logframe:
    objectives:
      - {id: health, level: impact, statement: Fewer people fall ill}
      - id: water
        level: outcome
        statement: Clean water is drunk
        contributes_to: [health]
        indicators:
          - id: ill
            statement: Children who fall ill
            measure: percentage
            direction: decrease
            baseline: {value: 40/100, date: 2018}
            targets:
              - {value: 10/100, date: 2023}
              - {value: 20/100, date: 2020}
              - {value: 15/100, date: 2024}
"""
ASKED = ("LOG003", "TGT008", "TGT013", "TGT001", "LOG001")


def _review(text: str, **options: Any) -> Review:
    return review_text(text, today=DAY, **{"select": ASKED, **options})


def _changes(new: str, old: str = OLD, **options: Any) -> dict[str, list[str]]:
    """The codes of what changed from one text to another."""
    compared = compare(_review(new, **options), _review(old))
    kinds = ("new", "mended", "unchanged", "accepted", "unsure")
    return {kind: [one.code for one in getattr(compared, kind)] for kind in kinds if getattr(compared, kind)}


def test_the_old_version_has_what_these_tests_are_about() -> None:
    """An outcome without outputs, and two targets that are dated after the end."""
    assert ["LOG003", "TGT008", "TGT008"] == [finding.code for finding in _review(OLD).report.findings]


def test_nothing_changes_between_equal_texts() -> None:
    """A document against itself."""
    assert {"unchanged": ["LOG003", "TGT008", "TGT008"]} == _changes(OLD)


def test_moved_lines_and_another_order_make_nothing_new() -> None:
    """Comments above, targets turned round and an objective put last: the findings stand where they are now."""
    lines = OLD.splitlines(keepends=True)
    first, second = lines[-3], lines[-1]
    new = "# a\n# b\n" + "".join([*lines[:-3], second, lines[-2], first])
    objective = "      - {id: health, level: impact, statement: Fewer people fall ill}\n"
    new = new.replace(objective, "") + objective
    compared = compare(_review(new), _review(OLD))

    assert ((), ()) == (compared.new, compared.mended)
    assert [12, 23, 25] == [one.position.line for one in compared.unchanged if one.position]


def test_what_is_mended_and_what_is_new() -> None:
    """One target is put right, and another one now lies outside."""
    new = OLD.replace("date: 2023", "date: 2021").replace("date: 2020", "date: 2018")

    assert {"new": ["TGT008"], "mended": ["TGT008"], "unchanged": ["LOG003", "TGT008"]} == _changes(new)


def test_a_new_item_before_an_old_one_hides_nothing() -> None:
    """A fault that is mended and one that begins at the same index are two."""
    new = OLD.replace(
        "              - {value: 10/100, date: 2023}\n",
        "              - {value: 9/100, date: 2030}\n              - {value: 10/100, date: 2021}\n",
    )

    assert {"new": ["TGT008"], "mended": ["TGT008"], "unchanged": ["LOG003", "TGT008"]} == _changes(new)


def test_an_item_that_is_rewritten_keeps_its_finding() -> None:
    """A target without an id that got another value and another wrong date is the same one, put elsewhere wrong."""
    new = OLD.replace("{value: 10/100, date: 2023}", "{value: 11/100, date: 2025}")

    assert {"unchanged": ["LOG003", "TGT008", "TGT008"]} == _changes(new)


def test_what_is_said_may_change() -> None:
    """Where the project ends is in the words of a finding, and not what it is recognised by."""
    old, new = _review(OLD), _review(OLD.replace("2019/2021", "2019/2022"))

    assert old.report.findings[1].message != new.report.findings[1].message
    assert 3 == len(compare(new, old).unchanged)


def test_an_item_that_is_rewritten_in_a_longer_list() -> None:
    """Another value, and a target more: what is said is the same, and the old words are gone."""
    new = OLD.replace("{value: 10/100, date: 2023}", "{value: 11/100, date: 2023}") + (
        "              - {value: 25/100, date: 2020}\n"
    )

    assert {"unchanged": ["LOG003", "TGT008", "TGT008"]} == _changes(new)


LINES: dict[str, Any] = {"project": {"id": "p", "lines": [{"kind": "a"}, {"kind": "b"}]}}
TURNED: dict[str, Any] = {"project": {"id": "p", "lines": [{"kind": "b"}, {"kind": "a"}]}}


def _said(tree: Any, *places: tuple[int, str]) -> Review:
    """A review of a tree in which this is said of its lines."""
    findings = tuple(
        Diagnostic(
            code="ACT001",
            severity=Severity.ERROR,
            message=message,
            path=("projects", 0, "lines", at),
            position=Position(number),
        )
        for number, (at, message) in enumerate(places, start=1)
    )
    report = Report(findings=findings, passed=("ACT001",))
    return Review(name="said", report=report, document=Document(portfolio=Portfolio()), tree=tree)


@pytest.mark.parametrize(
    ("old", "new", "counts"),
    [
        # One line mended and another one broken, though the words and the index are the same.
        ([(0, "it has no amount")], [(1, "it has no amount")], (1, 1, 0)),
        ([(0, "amount 1 is odd")], [(0, "amount 2 is odd")], (0, 0, 1)),
        # Words that name the line are said of the same lines, at whichever they are put.
        ([(0, "kind a and kind b are two")], [(1, "kind b and kind a are two")], (0, 0, 1)),
        ([(0, "kind a is odd")], [(1, "kind b is odd")], (1, 1, 0)),
    ],
)
def test_findings_on_lines_that_are_still_there(old: Any, new: Any, counts: tuple[int, int, int]) -> None:
    """An item is not taken for its neighbour."""
    compared = compare(_said(LINES, *new), _said(LINES, *old))

    assert counts == (len(compared.new), len(compared.mended), len(compared.unchanged))


def test_lines_that_change_places_are_not_taken_for_one_another() -> None:
    """What was said of the first line is not said of what is now the first."""
    compared = compare(_said(TURNED, (0, "2 is odd")), _said(LINES, (0, "1 is odd")))

    assert (1, 1, 0) == (len(compared.new), len(compared.mended), len(compared.unchanged))


def test_of_equal_findings_the_first_are_paired() -> None:
    """Where one of two is gone, the later one is called mended."""
    old = _said(LINES, (0, "odd"), (0, "odd"))
    compared = compare(_said(LINES, (0, "odd")), old)

    assert (old.report.findings[1],) == compared.mended


def test_another_id_is_another_part() -> None:
    """A part that is called otherwise takes its findings with it."""
    assert {"new": ["LOG003"], "mended": ["LOG003"]} == {
        kind: [code for code in codes if code == "LOG003"]
        for kind, codes in _changes(OLD.replace("id: water", "id: clean-water")).items()
        if "LOG003" in codes
    }


def test_what_is_one_too_many_may_be_any_of_them() -> None:
    """A finding that is said of the last of several outcomes does not become new when they change places."""
    two = OLD + "      - {id: trust, level: outcome, statement: Trust, contributes_to: [health]}\n"
    turned = OLD.replace(
        "      - id: water",
        "      - {id: trust, level: outcome, statement: Trust, contributes_to: [health]}\n      - id: water",
    )

    assert ["LOG001"] == [code for code in _changes(turned, two)["unchanged"] if code == "LOG001"]
    assert {"unchanged"} == set(_changes(turned, two))


def test_what_cannot_be_judged_any_more_is_not_mended() -> None:
    """Who takes the period out has not put the dates of the targets right."""
    new = OLD.replace("  period: 2019/2021\n", "")

    assert {"unchanged": ["LOG003"], "unsure": ["TGT008", "TGT008"]} == _changes(new)


@pytest.mark.parametrize("options", [{"select": ("TGT008",)}, {"stage": "summary"}])
def test_what_is_not_asked_any_more_is_not_mended(options: dict[str, Any]) -> None:
    """Another choice of rules, or an earlier stage, mends nothing."""
    assert ["LOG003"] == _changes(OLD, **options)["unsure"]


def test_what_is_accepted_is_not_mended() -> None:
    """An allowance moves a finding, and is told as one."""
    new = OLD + "allowances: [{rule: LOG003, reason: agreed}]\n"

    assert {"accepted": ["LOG003"], "unchanged": ["TGT008", "TGT008"]} == _changes(new)


def test_an_allowance_that_is_taken_back_leaves_something_new() -> None:
    """What the earlier version accepted, nobody had counted."""
    old = OLD + "allowances: [{rule: LOG003, reason: agreed}]\n"

    assert {"new": ["LOG003"], "unchanged": ["TGT008", "TGT008"]} == _changes(OLD, old)


def test_a_part_that_is_gone_takes_its_findings_with_it() -> None:
    """Without the targets nothing is wrong with their dates."""
    new = OLD[: OLD.index("            targets:")]

    assert {"mended": ["TGT008", "TGT008"], "unchanged": ["LOG003"]} == _changes(new)


def test_structural_faults_are_compared_with_the_rest() -> None:
    """A misspelt key beside the same findings, in either version; places are those of the whole documents."""
    faulty = OLD.replace("  title: P\n", "  title: P\n  colour: blue\n")

    assert {"new": ["DOC003"], "unchanged": ["LOG003", "TGT008", "TGT008"]} == _changes(faulty)
    assert {"mended": ["DOC003"], "unchanged": ["LOG003", "TGT008", "TGT008"]} == _changes(OLD, faulty)


def test_a_pruned_part_does_not_shift_the_others() -> None:
    """Where an unreadable objective stands before the others, they are still themselves."""
    broken = OLD.replace("    objectives:\n", "    objectives:\n      - {statement: No id}\n")

    assert {"new": ["DOC004"], "unchanged": ["LOG003", "TGT008", "TGT008"]} == _changes(broken)


def test_nothing_is_mended_by_a_text_that_cannot_be_read() -> None:
    """Whoever breaks the text mends nothing."""
    assert {"new": ["DOC001"], "unsure": ["LOG003", "TGT008", "TGT008"]} == _changes("a: [")


def test_the_carrier_makes_no_difference() -> None:
    """The same document as JSON has the same findings."""
    as_json = review_text(dumps(reads(OLD), "json"), "json", today=DAY, select=ASKED)
    compared = compare(as_json, _review(OLD))

    assert (0, 0, 3) == (len(compared.new), len(compared.mended), len(compared.unchanged))


def test_a_threshold_counts_what_is_new() -> None:
    """As in a report, and of the new ones only."""
    compared = compare(_review(OLD), _review("cooperation: 1\nlanguage: en\nproject: {id: p, title: P}"))

    assert compared.new == compared.at_or_above(Severity.INFO)
    assert {Severity.ERROR} == {one.severity for one in compared.at_or_above(Severity.ERROR)}
    assert "3 new, 0 mended, 0 unchanged" == compared.summary()
    assert "0 new, 0 mended, 0 unchanged, 1 accepted by allowances, 1 gone that could not be judged" == (
        Comparison(name="a", against="b", accepted=compared.new[:1], unsure=compared.new[:1]).summary()
    )


@pytest.mark.parametrize("name", ["vaxjo", "broken-proposal", "proposal"])
def test_an_example_against_itself_with_its_lines_moved(name: str) -> None:
    """Every finding of what comes along is known again."""
    old = review_text(example_text(name), stage="final", today=DAY)
    new = review_text("# moved\n\n" + example_text(name), stage="final", today=DAY)
    compared = compare(new, old)

    assert old.report.findings
    assert (0, 0, len(old.report.findings)) == (len(compared.new), len(compared.mended), len(compared.unchanged))


@given(portfolios(), st.randoms(use_true_random=False))
def test_every_finding_is_accounted_for_once(portfolio: Any, random: Any) -> None:
    """Whatever two documents hold, their findings are all told, and none is told twice."""
    old = review_document(reads(dumps(portfolio)), stage="final", today=DAY)
    projects = list(portfolio.projects)
    random.shuffle(projects)
    new = review_document(reads(dumps(portfolio.__class__(projects=tuple(projects[:2])))), stage="proposal", today=DAY)
    compared = compare(new, old)

    assert len(new.report.findings) == len(compared.new) + len(compared.unchanged)
    matched = len(compared.unchanged) + len(compared.accepted)
    assert len(old.report.findings) == matched + len(compared.mended) + len(compared.unsure)
