"""The results chain and the theory of change as diagrams."""

from collections.abc import Iterable, Iterator

from cooperation.model import Activity, Assumption, Objective, Portfolio, Project
from cooperation.views.pictures.boxes import Arrow, Box
from cooperation.views.pictures.diagram import Diagram
from cooperation.views.telling import Teller, joined, some, word

__all__ = ["results_chain", "theory_of_change"]


def results_chain(
    project: Project, *, activities: bool = True, within: Portfolio | None = None, language: str | None = None
) -> Diagram:
    """What contributes to what, from the work up to the impact.

    Objectives in a circle are drawn as a circle, and those that contribute to nothing stand by themselves.
    An objective whose level nobody said is dashed, and so is one that is named and is not there.

    Args:
        project: The project.
        activities: Whether the activities stand beneath.
        within: The portfolio that knows the names in the project.
        language: The language of its texts, where they have it.

    >>> import cooperation as co
    >>> print(results_chain(co.load_example("vaxjo")["coordination-structure"]).text(60))  # doctest: +ELLIPSIS
    New Coordination Structure to support vulnerable families:
    results chain
    ...
    └─ Outcome: The public side supports families with social
    ...
    """
    teller = Teller.of(project, within=within, language=language)
    objectives, work = project.logframe.objectives, project.plan.activities if activities else ()
    everything: list[Objective | Activity] = [*objectives, *work]
    boxes = [_objective(one, teller) for one in objectives] + [_activity(one, teller) for one in work]
    steps = [(_key(one), above) for one in everything for above in _above(one)]
    return _diagram(project, "results chain", boxes, steps, teller)


def theory_of_change(
    project: Project, *, activities: bool = True, within: Portfolio | None = None, language: str | None = None
) -> Diagram:
    """What contributes to what, and what must hold for it: assumptions stand on the steps upward that they guard.

    An assumption at an objective that contributes to nothing stands above it all the same.
    Preconditions stand by themselves: they are of the project and of no step.

    Args:
        project: The project.
        activities: Whether the activities stand beneath.
        within: The portfolio that knows the names in the project.
        language: The language of its texts, where they have it.

    >>> import cooperation as co
    >>> diagram = theory_of_change(co.load_example("proposal").projects[0])
    >>> sum(box.kind == "assumption" for box in diagram.boxes) > 0
    True
    """
    teller = Teller.of(project, within=within, language=language)
    boxes, steps = [], []
    for one in project.logframe.objectives:
        boxes.append(_objective(one, teller))
        if not one.assumptions:
            steps += [(_key(one), above) for above in _above(one)]
            continue
        guard = f"assumption {one.id}"
        boxes.append(_assumptions(guard, one.assumptions, teller))
        steps += [(_key(one), guard), *((guard, above) for above in _above(one))]
    for number, before in enumerate(project.logframe.preconditions):
        facts = ("status unknown" if before.status is None else word(before.status),)
        text = teller.text(before.statement)
        boxes.append(Box(key=f"precondition {number}", kind="precondition", text=text, facts=facts))
    for work in project.plan.activities if activities else ():
        boxes.append(_activity(work, teller))
        steps += [(_key(work), above) for above in _above(work)]
    return _diagram(project, "theory of change", boxes, steps, teller)


def _key(one: Objective | Activity) -> str:
    return f"{'objective' if isinstance(one, Objective) else 'activity'} {one.id}"


def _above(one: Objective | Activity) -> Iterator[str]:
    for above in dict.fromkeys(one.contributes_to):
        yield f"objective {above}"


def _objective(one: Objective, teller: Teller) -> Box:
    facts = [] if one.label is None else [f"called {one.label}"]
    facts += [] if one.partner is None else [f"of {teller.organisation(one.partner)}"]
    facts += [some(len(one.indicators), "indicator")] if one.indicators else []
    return Box(
        key=_key(one),
        kind="level unknown" if one.level is None else word(one.level),
        text=teller.text(one.statement) or "not worded yet",
        facts=tuple(facts),
        unknown=one.level is None or not teller.text(one.statement),
    )


def _activity(one: Activity, teller: Teller) -> Box:
    facts = [teller.period(one.period or one.actual)]
    facts += [] if one.responsible is None else [f"by {teller.organisation(one.responsible)}"]
    return Box(key=_key(one), kind="activity", text=teller.text(one.title) or "not worded yet", facts=tuple(facts))


def _assumptions(key: str, held: Iterable[Assumption], teller: Teller) -> Box:
    told = [
        teller.text(one.statement)
        + (" (likelihood unknown)" if one.likelihood is None else f" ({word(one.likelihood)})")
        for one in held
    ]
    return Box(key=key, kind="assumption", text="; ".join(told))


def _diagram(project: Project, name: str, boxes: list[Box], steps: list[tuple[str, str]], teller: Teller) -> Diagram:
    known = {box.key for box in boxes}
    missing = [above for above in dict.fromkeys(above for _, above in steps) if above not in known]
    for key in missing:
        text = key.removeprefix("objective ")
        boxes.append(Box(key=key, kind="unknown", text=text, facts=("is not in the document",), unknown=True))
    counts: dict[str, int] = {}
    for box in boxes:
        counts[box.kind] = counts.get(box.kind, 0) + 1
    told = joined(_counted(number, kind) for kind, number in counts.items()) if boxes else "nothing that is known"
    return Diagram(
        title=f"{teller.text(project.title)}: {name}",
        description=f"A diagram of {told}, with {some(len(steps), 'arrow')} from what contributes to what it serves.",
        boxes=tuple(boxes),
        arrows=tuple(Arrow(start=below, end=above, unknown=above in missing) for below, above in steps),
    )


def _counted(number: int, kind: str) -> str:
    if kind == "level unknown":
        return some(number, "objective without a level", "objectives without a level")
    if kind == "unknown":
        return some(number, "objective that is not there", "objectives that are not there")
    return some(number, kind, "activities" if kind == "activity" else None)
