"""PAR: who is named without taking part, who stands there twice, and what came out of what."""

import functools
from collections.abc import Iterator
from typing import Any

from cooperation.diagnostics import Missing, Nature, Path, Severity
from cooperation.model import (
    Activity,
    Anchoring,
    Benefit,
    BudgetLine,
    Contribution,
    Duty,
    EventKind,
    InKind,
    Method,
    Objective,
    ParticipantGroup,
    Participation,
    Pilot,
    Portfolio,
    Post,
    Project,
    Transfer,
)
from cooperation.model.answer import Answer
from cooperation.model.structure import fields_of
from cooperation.rules._context import Context
from cooperation.rules._graph import circle_told, circles
from cooperation.rules._naming import Naming
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule

__all__ = ["RULES"]

# What only somebody who takes part can do, have or give; funders, owners, deciders and stakeholders may stand outside.
_PARTS: dict[type, tuple[str, ...]] = {
    Activity: ("partners", "responsible", "host"),
    Anchoring: ("partner",),
    Benefit: ("partner", "from_partner"),
    BudgetLine: ("partner",),
    Contribution: ("partner",),
    Duty: ("partners",),
    InKind: ("partner",),
    Method: ("partners",),
    Objective: ("partner",),
    ParticipantGroup: ("partner",),
    Pilot: ("partners",),
    Post: ("partner",),
    Transfer: ("from_partner", "to_partner"),
}


@rule("PAR030", nature=Nature.WEAKNESS, severity=Severity.WARNING)
def named_without_taking_part(project: Project, context: Context) -> Iterator[Outcome]:
    """An organisation works, gives or gains something in the project, and is not among those who take part.

    Why: Whoever counts the partners overlooks it, and nobody has agreed with it on anything.
    Fix: Add it to ``partners`` if it must gain, else to ``involved``; or correct the id.

    Example:
        partners: [{organisation: vaxjo}, {organisation: jb-marks}]
        plan: {activities: [{id: workshop, title: Workshop, responsible: tlokwe}]}
    Source: own, a rule of consistency proposed here
    """
    del project  # its parts are looked at
    base = 0 if context.here is None else len(context.here.path)
    held = [(naming, spots) for cls, spots in context.spots.items() for naming in _namings(cls)]
    if not any(naming.get(spot.node) for naming, spots in held for spot in spots):
        yield NOT_APPLICABLE
    strangers = [one for naming, spots in held for one in naming.strangers(spots, context.members)]
    # Class by class is quick, but a report tells what is missing in the order of the document.
    for one in sorted(strangers, key=lambda one: one.spot.order):
        if one.id in context.taking_part:
            continue
        at: Path = (*one.spot.path[base:], *one.at)
        if context.portfolio is None:
            yield Unknown(Missing(at, f"the portfolio that knows what {one.id!r} came from"))
        elif one.id in context.register.organisations:
            # What is no organisation at all is told as that.
            yield Fail(f"organisation {one.id!r} is named here and takes no part in the project", at=at)


@functools.cache
def _namings(kind: Any) -> tuple[Naming, ...]:
    fields = [name for part, names in _PARTS.items() if issubclass(kind, part) for name in names]
    return tuple(Naming.of(shape) for name in fields for shape in fields_of(kind) if shape.name == name)


@rule("PAR031", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def partner_stands_twice(project: Project, _context: Context) -> Iterator[Outcome]:
    """One organisation is two of the core partners.

    Why: A cooperation takes two; an organisation that stands there twice hides that one of them is missing.
    Fix: Name the other partner, or give the two times in which the same one took part.

    Example:
        partners: [{organisation: vaxjo, role: coordinator}, {organisation: vaxjo, role: partner}]
    Source: own, a rule of consistency proposed here
    """
    named = [(i, p, p.organisation.id) for i, p in enumerate(project.partners) if p.organisation is not None]
    if len(named) < 2:  # noqa: PLR2004
        yield NOT_APPLICABLE
        return
    for number, (i, later, name) in enumerate(named):
        if any(other == name and not _are_apart(earlier, later) for _, earlier, other in named[:number]):
            yield Fail(f"organisation {name!r} is a core partner twice", at=("partners", i))


def _are_apart(one: Participation, other: Participation) -> bool:
    return one.period is not None and other.period is not None and one.period.overlaps(other.period) is Answer.NO


@rule("PAR032", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def organisations_out_of_one_another(portfolio: Portfolio, context: Context) -> Iterator[Outcome]:
    """Organisations came out of one another in a circle.

    Why: A merger or a split is the beginning of what comes out of it, so one of the events is told the wrong way round.
    Fix: Correct the predecessors or successors of one of the events.

    Example:
        organisations:
          - {id: tlokwe, name: Tlokwe, events: [{kind: merger, predecessors: [jb-marks]}]}
          - {id: jb-marks, name: JB Marks, events: [{kind: merger, predecessors: [tlokwe]}]}
    Source: own, a rule of consistency proposed here
    """
    steps: dict[str, tuple[str, ...]] = {}
    for one in context.register.organisations.values():
        for event in one.events:
            # A new name, or an end, makes nothing of something else.
            if event.kind in (EventKind.MERGER, EventKind.SPLIT):
                steps[one.id] = (*steps.get(one.id, ()), *event.predecessors)
                for later in event.successors:
                    steps[later] = (*steps.get(later, ()), one.id)
    if not any(steps.values()):
        yield NOT_APPLICABLE
        return
    places = {organisation.id: i for i, organisation in enumerate(portfolio.organisations)}
    for circle in circles({name: tuple(dict.fromkeys(earlier)) for name, earlier in steps.items()}):
        first = min(circle, key=lambda name: (places.get(name, len(places)), name))
        at: Path = ("organisations", places[first], "events") if first in places else ()
        yield Fail(f"organisations came out of one another: {circle_told(circle, first)}", at=at)


RULES: tuple[Rule, ...] = (named_without_taking_part, partner_stands_twice, organisations_out_of_one_another)
