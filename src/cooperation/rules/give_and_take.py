"""WIN: who neither gives nor gains, and what is kept before it was judged."""

import itertools
from collections.abc import Iterator

from cooperation.diagnostics import Nature, Severity
from cooperation.model import Adoption, AdoptionState, Pilot, PilotStage, Project, StageKind, StageStatus
from cooperation.model.answer import Answer
from cooperation.rules._context import Context
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, rule

__all__ = ["RULES"]

_STAGES = tuple(StageKind)
_KEPT = (AdoptionState.ADOPTED, AdoptionState.SPREAD)


@rule("WIN030", nature=Nature.OMISSION, severity=Severity.WARNING)
def neither_gives_nor_gains(project: Project, context: Context) -> Iterator[Outcome]:
    """A core partner neither gives nor gains anything, where others do.

    Why: A partner that nothing goes to and nothing comes from is a partner on paper, whatever the text says.
    Fix: Say what it brings and what it takes home, or move it to ``involved``.

    Example:
        partners: [{organisation: vaxjo}, {organisation: jb-marks}]
        win_win: {benefits: [{partner: jb-marks, statement: Its first energy strategy}]}
    Source: own, a rule of consistency proposed here
    """
    win_win, budget = project.win_win, project.plan.budget
    active = {benefit.partner for benefit in win_win.benefits}
    active.update(transfer.from_partner for transfer in win_win.transfers)
    active.update(transfer.to_partner for transfer in win_win.transfers)
    active.update(contribution.partner for contribution in win_win.contributions)
    if budget is not None:
        active.update(given.partner for given in budget.in_kind if given.partner is not None)
        active.update(funding.source for funding in budget.funding if funding.source is not None)
    if not active or not context.partners:
        yield NOT_APPLICABLE
        return
    for name, (i, _) in context.partners.items():
        if name not in active:
            yield Fail(f"partner {name!r} neither gives nor gains anything that is named", at=("partners", i))


@rule("WIN031", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def pilot_out_of_order(pilot: Pilot, _context: Context) -> Iterator[Outcome]:
    """A stage of a pilot comes before one that must precede it.

    Why: A pilot is built, tested, evaluated, adopted and spread, in this order; a verdict before its trial is none.
    Fix: Correct the dates or the statuses of the two stages.

    Example:
        pilots:
          - {id: lamps, title: Lamps, stages: [{kind: evaluated, date: 2021}, {kind: adopted, date: 2020}]}
    Source: own, a rule of consistency proposed here
    """
    stages = sorted(enumerate(pilot.stages), key=lambda item: (_STAGES.index(item[1].kind), item[0]))
    pairs = [(e, i, s) for (_, e), (i, s) in itertools.combinations(stages, 2) if e.kind is not s.kind]
    if not pairs:
        yield NOT_APPLICABLE
    # Each stage once, beside the first that it comes before.
    wrong = {i: (earlier, later) for earlier, i, later in reversed(pairs) if _is_out_of_order(earlier, later)}
    for i, (earlier, later) in wrong.items():
        told = f"pilot {pilot.id!r} is {later.kind.value}"
        if _is_before(later, earlier):
            said = f"{told} in {later.date}, before it is {earlier.kind.value} in {earlier.date}"
            yield Fail(said, at=("stages", i, "date"))
        else:
            said = f"{told} already, and its being {earlier.kind.value} is still planned"
            yield Fail(said, at=("stages", i, "status"))


def _is_out_of_order(earlier: PilotStage, later: PilotStage) -> bool:
    skipped = later.status is StageStatus.DONE and earlier.status is StageStatus.PLANNED
    return skipped or _is_before(later, earlier)


def _is_before(one: PilotStage, other: PilotStage) -> bool:
    return one.date is not None and other.date is not None and one.date.is_before(other.date) is Answer.YES


@rule("WIN032", nature=Nature.WEAKNESS, severity=Severity.WARNING, needs=Project)
def kept_before_it_was_judged(adoption: Adoption, context: Context) -> Iterator[Outcome]:
    """What a pilot tried is adopted, and the pilot was not evaluated.

    Why: A partner that makes permanent what nobody has judged has not learnt from the trial, and may keep a mistake.
    Fix: Record the evaluation as a stage that is done, or correct how far the adoption has come.

    Example:
        plan: {pilots: [{id: lamps, title: Lamps, stages: [tested, {kind: evaluated, status: planned}]}]}
        win_win: {adoptions: [{partner: vaxjo, pilot: lamps, state: adopted}]}
    Source: sthlm, http://sthlmgroup.se/blog/evaluation-of-local-democracy-programmes-in-africa
    """
    held = () if context.project is None else context.project.plan.pilots
    pilot = next((one for one in held if one.id == adoption.pilot), None)
    if pilot is None or adoption.state not in _KEPT:
        yield NOT_APPLICABLE
        return
    judged = [stage for stage in pilot.stages if stage.kind is StageKind.EVALUATED]
    # A stage without a status may be done: only what is said to be yet to come, or to have failed, is held against it.
    if not any(stage.status in (None, StageStatus.DONE) for stage in judged):
        how = "not evaluated" if not judged else "not evaluated yet"
        yield Fail(f"pilot {pilot.id!r} is {adoption.state.value}, and {how}", at=("state",))


RULES: tuple[Rule, ...] = (neither_gives_nor_gains, pilot_out_of_order, kept_before_it_was_judged)
