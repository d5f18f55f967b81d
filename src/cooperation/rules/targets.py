"""TGT: baselines, milestones and targets."""

from collections.abc import Iterator

from cooperation.diagnostics import Missing, Nature, Path, Severity
from cooperation.model import (
    Described,
    Direction,
    Indicator,
    Level,
    Measure,
    Objective,
    OverTime,
    PartialDate,
    Project,
)
from cooperation.model.answer import Answer
from cooperation.model.scale import counts_over_time, of_same
from cooperation.rules._context import Context
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, levels_missing, rule
from cooperation.rules._words import is_blank

__all__ = ["RULES"]

_LONG = 12

_NO_PERIOD = Unknown(Missing(("period",), "when the project runs"), of=Project)
_NO_MEASURE = Unknown(Missing(("measure",), "how it is measured"))


@rule("TGT006", catalogue="T06", nature=Nature.OMISSION, severity=Severity.WARNING)
def target_missing(indicator: Indicator, _context: Context) -> Iterator[Outcome]:
    """A quantitative indicator has no target value.

    Why: Nobody can say afterwards whether enough was reached.
    Fix: Add the value to be reached and the date.

    Example:
        indicators:
          - {id: families, statement: Families with a tap, measure: unit, unit: family}
    Source: iati-rules, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    if any(target.value is not None for target in indicator.targets):
        return
    if indicator.measure is None:
        yield _NO_MEASURE
    elif indicator.measure.is_quantitative:
        yield Fail(f"indicator {indicator.id!r} has no target value", at=("targets",))
    else:
        yield NOT_APPLICABLE


@rule("TGT007", catalogue="T07", nature=Nature.OMISSION, severity=Severity.ERROR)
def target_without_date(indicator: Indicator, _context: Context) -> Iterator[Outcome]:
    """A target does not say by when.

    Why: A target without a date can never be missed.
    Fix: Give the date or the period by which it is to be reached.

    Example:
        indicators:
          - {id: families, statement: Families with a tap, targets: [{value: 400}]}
    Source: eu-annexc, https://www.scribd.com/document/324107308/Annex-C-Logical-Framework
    """
    valued = [(i, target) for i, target in enumerate(indicator.targets) if target.value is not None]
    if not valued:
        yield NOT_APPLICABLE
    for i, target in valued:
        if target.due is None and not counts_over_time(target):
            yield Fail(f"target {target.value} has no date", at=("targets", i, "date"))


@rule("TGT008", catalogue="T08", nature=Nature.CONTRADICTION, severity=Severity.WARNING, needs=Project)
def target_outside_the_project(indicator: Indicator, context: Context) -> Iterator[Outcome]:
    """A target is dated before the project starts or after it ends.

    Why: Nobody is at work then to reach it or to measure it; for an impact, which comes later, it is only pointed out.
    Fix: Move the target into the project's time, or correct the project's period.

    Example:
        period: 2019/2021
        targets: [{value: 400, date: 2023}]
    Source: eu-slides, https://cdn.slideserve.com/aadi/logical-framework-and-indicators
    """
    aims = context.aims(indicator)
    if not aims:
        yield NOT_APPLICABLE
    dated: list[tuple[Path, PartialDate]] = []
    for path, aim in aims:
        if (due := aim.due) is None:
            yield Unknown(Missing((*path, "date"), "the date of the target"))
        else:
            dated.append((path, due))
    if not dated:
        return
    if context.period is None:
        yield _NO_PERIOD
        return
    for path, due in dated:
        inside = context.covers(due)
        if inside is Answer.NO:
            objective = context.ancestor(Objective)
            severity = Severity.INFO if objective is not None and objective.level is Level.IMPACT else None
            yield Fail(_outside(path, due, context), at=(*path, "date"), severity=severity)
        elif inside is Answer.UNKNOWN:
            yield Unknown(Missing((*path, "date"), "a more exact date"))


def _outside(path: Path, due: PartialDate, context: Context) -> str:
    what = "target" if path[0] == "targets" else "milestone"
    last = None if context.period is None else context.period.last_day
    if last is not None and due.earliest > last:
        return f"{what} is dated {due}, after the project ends in {context.end}"
    return f"{what} is dated {due}, before the project starts in {context.start}"


@rule("TGT009", catalogue="T09", nature=Nature.WEAKNESS, severity=Severity.WARNING)
def nothing_is_meant_to_change(indicator: Indicator, context: Context) -> Iterator[Outcome]:
    """A target is the same as the baseline.

    Why: If nothing is to change, the indicator shows nothing of the project.
    Fix: Set the target where the project wants to be, or say that the direction is ``maintain``.

    Example:
        baseline: {value: 40, date: 2018}
        targets: [{value: 40, date: 2020}]
    Source: own, a rule of consistency proposed here
    """
    aims = [(i, t, n) for i, t in enumerate(indicator.targets) if (n := context.number(indicator, t.value)) is not None]
    if not aims or indicator.direction is Direction.MAINTAIN or indicator.over_time is OverTime.INCREMENTAL:
        yield NOT_APPLICABLE
        return
    base = None if indicator.baseline is None else context.number(indicator, indicator.baseline.value)
    if base is None or indicator.baseline is None:
        yield Unknown(Missing(("baseline", "value"), "a baseline in numbers"))
        return
    for i, target, aimed in aims:
        if aimed == base and of_same(target, indicator.baseline):
            if indicator.direction is None:
                yield Unknown(Missing(("direction",), "which way is good"))
            else:
                said = f"target {target.value} is where the baseline stands"
                yield Fail(said, at=("targets", i, "value"))


@rule("TGT010", catalogue="T10", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def value_is_not_a_number(indicator: Indicator, context: Context) -> Iterator[Outcome]:
    """A value is told in words though the indicator is measured in numbers.

    Why: It cannot be compared with the other values, nor shown in a chart.
    Fix: Give the number and move the words into the comment, or make the indicator qualitative.

    Example:
        indicators:
          - {id: visits, statement: Visits, measure: unit, unit: visit, targets: [{value: {text: weekly}, date: 2020}]}
    Source: iati-rules, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    valued = [(path, o) for path, o in context.observed(indicator) if o.value is not None]
    told = [(path, o) for path, o in valued if isinstance(o.value, Described)]
    if not valued or indicator.measure is Measure.QUALITATIVE or (indicator.measure is None and not told):
        yield NOT_APPLICABLE
    elif indicator.measure is None:
        yield _NO_MEASURE
    else:
        for path, observation in told:
            said = f"{indicator.measure.value} indicator {indicator.id!r} has the words {str(observation.value)!r}"
            yield Fail(said, at=(*path, "value"))


@rule("TGT012", catalogue="T12", nature=Nature.OMISSION, severity=Severity.INFO, needs=Project)
def no_milestone_in_a_long_project(indicator: Indicator, context: Context) -> Iterator[Outcome]:
    """A project of more than a year has an indicator without a value on the way.

    Why: Whoever looks only at the end finds out too late that something goes wrong.
    Fix: Add a milestone, such as the value at the end of each year.

    Example:
        period: 2019/2021
        targets: [{value: 400, date: 2021}]
    Source: dfid-2009, http://mande.co.uk/2009/uncategorized/dfid-guidance-on-using-the-revised-logical-framework-2009-revision/print/;
        eu-ad, EU action documents C(2022)9745 and C(2024)8370, annexes, section 3.6
    """
    objective = context.ancestor(Objective)
    if objective is None or objective.level is Level.IMPACT:
        yield NOT_APPLICABLE
        return
    if indicator.milestones or len({target.due for target in indicator.targets}) > 1:
        return
    period = None if context.project is None else context.project.period
    months = None if period is None else period.in_months
    if months is None:
        yield Unknown(Missing(("period",), "how long the project is"), of=Project)
    elif objective.level is None:
        yield levels_missing([objective], context)
    elif months > _LONG:
        said = f"indicator {indicator.id!r} has no value on the way, in a project of {months} months"
        yield Fail(said, at=("milestones",))


@rule("TGT015", catalogue="T15", nature=Nature.OMISSION, severity=Severity.WARNING)
def source_of_verification_missing(indicator: Indicator, _context: Context) -> Iterator[Outcome]:
    """An indicator does not say where its values come from.

    Why: What nobody knows how to look up will not be looked up.
    Fix: Name the register, survey or minutes that show it.

    Example:
        indicators:
          - {id: families, statement: Families with a tap}
    Source: eu-annexc, https://www.scribd.com/document/324107308/Annex-C-Logical-Framework
    """
    if all(is_blank(source) for source in indicator.verification):
        yield Fail(f"indicator {indicator.id!r} has no source of verification", at=("verification",))


RULES: tuple[Rule, ...] = (
    target_missing,
    target_without_date,
    target_outside_the_project,
    nothing_is_meant_to_change,
    value_is_not_a_number,
    no_milestone_in_a_long_project,
    source_of_verification_missing,
)
