"""ANA: marks that stand twice, and problems that cause themselves."""

from collections.abc import Iterator
from typing import Any

from cooperation.diagnostics import Nature, Severity
from cooperation.model import Framing, Tags
from cooperation.rules._context import Context
from cooperation.rules._graph import circle_told, circles
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, rule

__all__ = ["RULES"]


@rule("ANA030", nature=Nature.WEAKNESS, severity=Severity.WARNING)
def problems_in_a_circle(framing: Framing, _context: Context) -> Iterator[Outcome]:
    """Problems cause one another in a circle.

    Why: A vicious circle may be real, but a tree of problems has roots, and only there can a project begin.
    Fix: Remove the step that leads back, and tell the circle in the words of one of the problems.

    Example:
        problems:
          - {id: poverty, statement: Families are poor, leads_to: [illness]}
          - {id: illness, statement: Children fall ill, leads_to: [poverty]}
    Source: irlogic, SlideShare 260251852 'Direct problem-solving intervention projects'
    """
    steps = {problem.id: problem.leads_to for problem in framing.problems if problem.leads_to}
    if not steps:
        yield NOT_APPLICABLE
        return
    places = {problem.id: i for i, problem in enumerate(framing.problems)}
    for circle in circles(steps):
        first = min(circle, key=places.__getitem__)
        told = circle_told(circle, first)
        yield Fail(f"problems cause one another: {told}", at=("problems", places[first], "leads_to"))


@rule("ANA031", nature=Nature.WEAKNESS, severity=Severity.WARNING)
def mark_stands_twice(tags: Tags, _context: Context) -> Iterator[Outcome]:
    """A project is marked with the same thing twice.

    Why: Its shares and counts are added twice, and where the two differ nobody knows which one holds.
    Fix: Keep one of them, with all that is to be said.

    Example:
        tags: {policy_markers: [{marker: environment, significance: 1}, {marker: environment, significance: 2}]}
    Source: own, a rule of consistency proposed here
    """
    marks: dict[str, list[Any]] = {
        "sdgs": [tag.code for tag in tags.sdgs],
        "sectors": [(sector.vocabulary, sector.code) for sector in tags.sectors],
        "policy_markers": [one.marker for one in tags.policy_markers],
        "core_areas": [one.area for one in tags.core_areas],
        "values": [one.value for one in tags.values],
    }
    if not any(marks.values()):
        yield NOT_APPLICABLE
    for field, held in marks.items():
        met: set[Any] = set()
        for i, mark in enumerate(held):
            if mark in met:
                yield Fail(f"the project is marked with {_called(field, mark)} more than once", at=(field, i))
            met.add(mark)


def _called(field: str, mark: Any) -> str:
    if field == "sdgs":
        return f"SDG {mark}"
    return f"sector {mark[1]}" if field == "sectors" else str(mark.value)


RULES: tuple[Rule, ...] = (problems_in_a_circle, mark_stands_twice)
