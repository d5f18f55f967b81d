"""Recovery: structural faults do not keep the rules from judging the rest, and lead to no false findings."""

import copy
from typing import Any

import pytest

from cooperation.review import recover, review_text

PROJECT: dict[str, Any] = {
    "id": "p",
    "title": "P",
    "logframe": {
        "objectives": [
            {"id": "impact", "statement": "I", "level": "impact"},
            {"id": "outcome", "statement": "O", "level": "outcome", "contributes_to": ["impact"]},
            {"id": "output", "statement": "U", "level": "output", "contributes_to": ["outcome"]},
        ]
    },
}


def _document(**changes: Any) -> dict[str, Any]:
    return {"cooperation": 1, "project": copy.deepcopy(PROJECT) | changes}


def _with_objective(index: int, **changes: Any) -> dict[str, Any]:
    tree = _document()
    tree["project"]["logframe"]["objectives"][index] |= changes
    return tree


def test_a_faulty_field_goes_and_its_part_stays() -> None:
    """An optional field that cannot be read is taken out alone."""
    recovered = recover(_document(period="two years"))

    assert recovered.built is not None
    assert recovered.built[0]["p"].period is None
    assert (("projects", 0, "period"),) == recovered.pruned


def test_a_part_without_a_required_field_goes_whole() -> None:
    """What cannot be built without the faulty field is taken out as a whole, and is told once."""
    tree = _with_objective(1, id=["no", "id"])
    recovered = recover(tree)

    assert recovered.built is not None
    assert ["impact", "output"] == [o.id for o in recovered.built[0]["p"].logframe.objectives]
    assert [("projects", 0, "logframe", "objectives", 1, "id")] == [fault.path for fault in recovered.faults]


def test_the_tree_is_not_changed() -> None:
    """Whoever gave the tree still has it."""
    tree = _document(period="two years")
    before = copy.deepcopy(tree)
    recover(tree)

    assert before == tree


def test_places_of_the_rest_are_those_of_the_whole() -> None:
    """When an item of a list goes, the places of those after it are still told as they stand in the text."""
    recovered = recover(_with_objective(0, statement=5))

    assert ("projects", 0, "logframe", "objectives", 2, "level") == recovered.at_first(
        ("projects", 0, "logframe", "objectives", 1, "level")
    )


def test_several_items_of_one_list_go() -> None:
    """Places lead back through several gaps in one list."""
    tree = _with_objective(0, statement=5)
    tree["project"]["logframe"]["objectives"][1]["statement"] = {"sv": 7}
    recovered = recover(tree)

    assert ("projects", 0, "logframe", "objectives", 2) == recovered.at_first(
        ("projects", 0, "logframe", "objectives", 0)
    )


def test_invariants_behind_faults_are_met_in_the_same_run() -> None:
    """A duplicate id in a list whose items had other faults is still found."""
    tree = _with_objective(2, id="outcome", scope="everywhere")
    recovered = recover(tree)

    assert {"unknown-code", "duplicate-id"} == {fault.name for fault in recovered.faults}


def test_who_forgot_the_version_is_told_and_judged() -> None:
    """A missing first line does not hide everything else."""
    tree = _document()
    del tree["cooperation"]
    recovered = recover(tree)

    assert recovered.built is not None
    assert ["missing-key"] == [fault.name for fault in recovered.faults]


@pytest.mark.parametrize(
    "tree", [[], "text", None, {"cooperation": 9, "project": {}}, {"cooperation": 1, "project": 3}]
)
def test_what_is_no_document_leaves_nothing_or_an_empty_one(tree: Any) -> None:
    """There is always a fault, and never an exception."""
    assert recover(tree).faults


def test_a_reference_to_a_part_that_went_is_no_finding() -> None:
    """The output that serves the unreadable outcome is not blamed for naming it."""
    text = """\
cooperation: 1
language: en
project:
  id: p
  title: P
  logframe:
    objectives:
      - {id: impact, statement: I, level: impact}
      - {id: outcome, statement: [O], level: outcome, contributes_to: [impact]}
      - {id: output, statement: U, level: output, contributes_to: [outcome]}
"""
    codes = {finding.code for finding in review_text(text).report.findings}

    assert "DOC005" in codes
    assert not codes & {"LOG004", "DOC022"}


def test_an_omission_where_something_went_could_not_be_judged() -> None:
    """Where a baseline's date cannot be read, the baseline is not called undated."""
    indicator = "{id: i, statement: S, measure: unit, baseline: {value: 3, date: soon}}"
    text = f"""\
cooperation: 1
language: en
project:
  id: p
  title: P
  logframe: {{objectives: [{{id: o, statement: O, level: outcome, indicators: [{indicator}]}}]}}
"""
    report = review_text(text).report

    assert "TGT002" not in {finding.code for finding in report.findings}
    assert "TGT002" in {unjudged.code for unjudged in report.unknown}
