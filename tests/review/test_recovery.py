"""Recovery: structural faults do not keep the rules from judging the rest, and lead to no false findings."""

import copy
import functools
import json
from collections.abc import Iterator
from typing import Any

import pendulum
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cooperation.diagnostics import FAULTS, Path
from cooperation.examples import example_text
from cooperation.formats import dumps, reads
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


def test_a_part_without_a_readable_id_stays_under_its_place() -> None:
    """What must be there and is a text or an id is stood in for, and the fault is told once."""
    recovered = recover(_with_objective(1, id=["no", "id"]))

    assert recovered.built is not None
    assert ["impact", "objectives.1", "output"] == [o.id for o in recovered.built[0]["p"].logframe.objectives]
    assert [("projects", 0, "logframe", "objectives", 1, "id")] == [fault.path for fault in recovered.faults]


def test_a_stand_in_collides_with_nothing() -> None:
    """An id that some part has, or that is mentioned, is not given to another."""
    recovered = recover(_with_objective(1, id=5, contributes_to=["objectives.1"]))

    assert recovered.built is not None
    assert "objectives.1'" == recovered.built[0]["p"].logframe.objectives[1].id


def test_no_fact_is_invented() -> None:
    """A part whose required code cannot be read is not in the document that is handed on, and the others are."""
    claims = [{"kind": "nonsense"}, {"kind": "win-win"}]
    recovered = recover(_document(win_win={"claims": claims}))

    assert recovered.built is not None
    assert ["win-win"] == [claim.kind.value for claim in recovered.built[0]["p"].win_win.claims]


def test_the_tree_is_not_changed() -> None:
    """Whoever gave the tree still has it."""
    tree = _document(period="two years")
    before = copy.deepcopy(tree)
    recover(tree)

    assert before == tree


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


def test_a_misspelt_key_leaves_what_was_meant_unjudged() -> None:
    """Who wrote ``basline`` is told so, and not that there is no baseline."""
    indicator = "{id: i, statement: S, measure: unit, basline: {value: 3, date: 2020}}"
    text = f"""\
cooperation: 1
language: en
project:
  id: p
  title: P
  logframe: {{objectives: [{{id: o, statement: O, level: outcome, indicators: [{indicator}]}}]}}
"""
    report = review_text(text).report

    assert "DOC003" in {finding.code for finding in report.findings}
    assert "TGT001" not in {finding.code for finding in report.findings}
    assert "TGT001" in {unjudged.code for unjudged in report.unknown}


def test_what_holds_whichever_code_stands_there_is_told() -> None:
    """Two outcomes are two, whatever the level of a third objective is."""
    tree = _with_objective(2, level="outptu")
    tree["project"]["logframe"]["objectives"].append({"id": "second", "statement": "S", "level": "outcome"})
    codes = {finding.code for finding in review_text(json.dumps(tree), "json").report.findings}

    assert {"DOC008", "LOG001"} <= codes


def test_an_id_may_be_any_that_leads_nowhere() -> None:
    """The one reference without a target may mean the part without an id; what refers elsewhere is judged."""
    tree = _with_objective(1, id=5)
    tree["project"]["logframe"]["objectives"].append({"id": "x", "statement": "X", "contributes_to": ["x"]})
    report = review_text(json.dumps(tree), "json").report

    assert "LOG004" not in {finding.code for finding in report.findings}
    assert "LOG016" in {finding.code for finding in report.findings}
    assert "LOG004" in {unjudged.code for unjudged in report.unknown}


def test_faults_of_stand_ins_are_not_told() -> None:
    """What stands in for a code is on no list, and that is nobody's fault."""
    tree = _document(tags={"sectors": [{"code": ["11220"]}], "sdgs": [{"code": 4.5}]})

    assert ["wrong-value", "wrong-value"] == [fault.name for fault in recover(tree).faults]


# ---- faults anywhere in the tree ---------------------------------------------------------------------------------

STRUCTURAL = frozenset(page.code for page in FAULTS.values())
NONSENSE = ({"nonsense": [[{"x": 1}]]}, "?? no such word", [[1]], -7.25, None)
QUESTION: dict[str, Any] = {"today": pendulum.date(2026, 1, 1), "profile": "icld", "stage": "proposal"}
PROPOSAL = json.loads(dumps(reads(example_text("proposal")), "json"))


@functools.cache
def _told(text: str) -> frozenset[tuple[str, Path]]:
    found = review_text(text, "json", **QUESTION).report.findings
    return frozenset((finding.code, finding.path) for finding in found)


def _places(value: Any, path: Path = ()) -> Iterator[Path]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, item in items:
        yield (*path, step)
        yield from _places(item, (*path, step))


def _spoilt(tree: Any, path: Path, value: Any) -> Any:
    spoilt = copy.deepcopy(tree)
    holder = spoilt
    for step in path[:-1]:
        holder = holder[step]
    if value is None and isinstance(holder, dict):
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    return spoilt


def _weak(tree: Any) -> Any:
    """The proposal with something to find in every room."""
    weak = copy.deepcopy(tree)
    project = weak["project"]
    project["logframe"]["objectives"][0].pop("indicators", None)
    project["plan"]["activities"][0].pop("responsible", None)
    project["plan"]["activities"][1]["contributes_to"] = ["nowhere"]
    project["win_win"].pop("benefits", None)
    project["framing"].pop("harms", None)
    return weak


WEAK = _weak(PROPOSAL)
PLACES = tuple(path for path in _places(WEAK) if path != ("cooperation",))


@settings(max_examples=150, deadline=None)
@given(path=st.sampled_from(PLACES), value=st.sampled_from(NONSENSE))
def test_no_finding_is_made_and_none_is_lost(path: Path, value: Any) -> None:
    """Whatever stands in one place: what is told is told of the whole document, and the rest is told or not judged."""
    review = review_text(json.dumps(_spoilt(WEAK, path, value)), "json", **QUESTION)
    told = {(finding.code, finding.path) for finding in review.report.findings}
    if not any(code in STRUCTURAL for code, _ in told):
        return  # what stands there now may stand there
    whole = _told(json.dumps(WEAK))
    gone = ("projects", 0, *path[1:]) if path[0] == "project" else path
    unjudged = {(one.code, one.path) for one in review.report.unknown}
    outside = {(code, place) for code, place in whole - told if place[: len(gone)] != gone}
    silent = {
        (code, place) for code, place in outside if not any(c == code and place[: len(p)] == p for c, p in unjudged)
    }

    assert set() == {one for one in told if one[0] not in STRUCTURAL} - whole
    assert set() == silent
    assert review.document is not None


def test_most_of_the_rest_is_told() -> None:
    """Caution has its bounds: nine in ten findings are told whatever single word of the proposal cannot be read."""
    whole = _told(json.dumps(WEAK))
    told = total = 0
    for path in PLACES[::37]:
        found = review_text(json.dumps(_spoilt(WEAK, path, [[1]])), "json", **QUESTION).report.findings
        gone = ("projects", 0, *path[1:]) if path[0] == "project" else path
        outside = {(code, place) for code, place in whole if place[: len(gone)] != gone}
        told += len(outside & {(finding.code, finding.path) for finding in found})
        total += len(outside)

    assert told >= 0.9 * total
