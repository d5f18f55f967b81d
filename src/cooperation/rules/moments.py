"""TGT: baseline, milestones, targets and actuals in the order of time."""

from collections.abc import Iterator

from cooperation.diagnostics import Missing, Nature, Severity
from cooperation.model import Indicator, Stage
from cooperation.model.answer import Answer
from cooperation.model.scale import of_same
from cooperation.rules._context import Context
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule

__all__ = ["RULES"]


@rule("TGT030", nature=Nature.CONTRADICTION, severity=Severity.WARNING, given="milestones")
def milestone_after_the_target(indicator: Indicator, _context: Context) -> Iterator[Outcome]:
    """A milestone is dated after the last target.

    Why: A milestone lies on the way; past the target there is nothing left to be on the way to.
    Fix: Correct one of the dates, or make the milestone a target.

    Example:
        milestones: [{value: 20, date: 2022}]
        targets: [{value: 40, date: 2021}]
    Source: own, a rule of consistency proposed here
    """
    if not indicator.targets:
        yield NOT_APPLICABLE
        return
    dues = [due for target in indicator.targets if (due := target.due) is not None]
    for i, milestone in enumerate(indicator.milestones):
        planned = milestone.due
        if planned is None:
            yield Unknown(Missing(("milestones", i, "date"), "when the milestone is to be reached"))
        elif len(dues) < len(indicator.targets):
            undated = (j for j, target in enumerate(indicator.targets) if target.due is None)
            yield Unknown(*(Missing(("targets", j, "date"), "the date of the target") for j in undated))
        elif all(due.is_before(planned) is Answer.YES for due in dues):
            last = max(dues, key=lambda due: due.latest)
            yield Fail(f"milestone is dated {planned}, after the target of {last}", at=("milestones", i, "date"))


@rule("TGT031", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def target_before_the_baseline(indicator: Indicator, _context: Context) -> Iterator[Outcome]:
    """A target is to be reached before the baseline was taken.

    Why: A change has a before and an after; here the after comes first.
    Fix: Correct one of the two dates.

    Example:
        baseline: {value: 20, date: 2021}
        targets: [{value: 40, date: 2020}]
    Source: own, a rule of consistency proposed here
    """
    baseline = indicator.baseline
    if baseline is None or not indicator.targets:
        yield NOT_APPLICABLE
        return
    taken = baseline.due
    if taken is None:
        yield Unknown(Missing(("baseline", "date"), "when the baseline was taken"))
        return
    for i, target in enumerate(indicator.targets):
        due = target.due
        if due is None:
            yield Unknown(Missing(("targets", i, "date"), "the date of the target"))
        elif due.is_before(taken) is Answer.YES and of_same(target, baseline):
            said = f"target is dated {due}, before the baseline of {taken}"
            yield Fail(said, at=("targets", i, "date"))


@rule("TGT032", nature=Nature.OMISSION, severity=Severity.WARNING, since=Stage.PROGRESS)
def due_and_not_measured(indicator: Indicator, context: Context) -> Iterator[Outcome]:
    """A milestone or target is past its date, and nobody measured whether it was reached.

    Why: A date that passes unmeasured makes the target a wish; what is measured later shows another time.
    Fix: Add what was found to ``actuals`` with its date, 0 and failures too.

    Example:
        milestones: [{value: 20, date: 2019}]   # and today it is 2020
    Source: eu-ad, EU action documents C(2022)9745 and C(2024)8370, annexes, section 3.6
    """
    past = [due for _, aim in context.aims(indicator) if (due := aim.due) is not None and due.latest < context.today]
    if not past:
        yield NOT_APPLICABLE
        return
    last = max(past, key=lambda due: due.latest)
    found = [(i, actual) for i, actual in enumerate(indicator.actuals) if actual.value is not None]
    if any(actual.due is not None and actual.due.latest >= last.earliest for _, actual in found):
        return
    undated = [i for i, actual in found if actual.due is None]
    if undated:
        yield Unknown(*(Missing(("actuals", i, "date"), "when it was found") for i in undated))
    else:
        said = f"indicator {indicator.id!r} was to be looked at in {last}, and nothing was found since"
        yield Fail(said, at=("actuals",))


RULES: tuple[Rule, ...] = (milestone_after_the_target, target_before_the_baseline, due_and_not_measured)
