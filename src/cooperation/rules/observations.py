"""IND: the observations of one indicator beside one another: twice the same time, overlapping times, other units."""

import itertools
from collections.abc import Iterator
from typing import Any

from cooperation.diagnostics import Missing, Nature, Severity
from cooperation.model import Answer, Indicator, Observation, OverTime
from cooperation.model.scale import is_approximate
from cooperation.rules._context import Context
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule
from cooperation.rules._values import unit_of
from cooperation.rules._words import is_blank, same

__all__ = ["RULES"]

_SERIES = ("milestones", "targets", "actuals")


def _subject(observation: Observation) -> tuple[Any, ...]:
    """Of what a value is: values of unlike places, partners, people or units are no rivals."""
    return (observation.place, observation.partner, observation.population, observation.unit)


@rule("IND033", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def two_values_for_one_time(indicator: Indicator, context: Context) -> Iterator[Outcome]:
    """An indicator has two values of the same kind for one time, and they differ.

    Why: Of two targets for one day at most one is meant, and of two findings at most one is right.
    Fix: Keep the one that holds, or say of which place, partner or people each is.

    Example:
        targets: [{value: 20, date: 2020}, {value: 30, date: 2020}]
    Source: own, a rule of consistency proposed here
    """
    judged = False
    for name in _SERIES:
        series = getattr(indicator, name)
        met: dict[Any, Observation] = {}
        for i, later in enumerate(series if len(series) > 1 else ()):
            if later.value is None or (later.date is None and later.period is None):
                continue
            earlier = met.setdefault((later.date, later.period, _subject(later)), later)
            if earlier is later:
                continue
            judged = True
            if not _agree(earlier, later, indicator, context):
                severity = Severity.WARNING if name == "actuals" else None
                told = later.date or later.period
                said = f"of {told} there are the values {earlier.value} and {later.value}"
                yield Fail(said, at=(name, i, "value"), severity=severity)
    if not judged:
        yield NOT_APPLICABLE


def _agree(one: Observation, other: Observation, indicator: Indicator, context: Context) -> bool:
    if is_approximate(one.value) or is_approximate(other.value):
        return True
    first, second = context.number(indicator, one.value), context.number(indicator, other.value)
    return one.value == other.value if first is None or second is None else first == second


@rule("IND034", nature=Nature.CONTRADICTION, severity=Severity.WARNING, given="actuals")
def periods_overlap(indicator: Indicator, _context: Context) -> Iterator[Outcome]:
    """Two periods of an indicator whose values add up have days in common.

    Why: What happened on those days is counted twice in every total.
    Fix: Correct one of the periods, or say that the values are cumulative or a level.

    Example:
        over_time: incremental
        actuals: [{value: 10, period: 2019}, {value: 12, period: 2019-07/2020-06}]
    Source: rsr-5211, https://github.com/akvo/akvo-rsr/issues/5211
    """
    valued = [(i, o) for i, o in enumerate(indicator.actuals) if o.value is not None]
    if indicator.over_time is not OverTime.INCREMENTAL or len(valued) < 2:  # noqa: PLR2004
        yield NOT_APPLICABLE
        return
    for i, observation in valued:
        if observation.period is None or not observation.period.is_placed:
            yield Unknown(Missing(("actuals", i, "period"), "over what time it was found"))
    for (_, earlier), (i, later) in itertools.combinations(valued, 2):
        if _subject(earlier) == _subject(later) and _share_days(earlier, later):
            said = f"{later.period} and {earlier.period} overlap, and their values add up"
            yield Fail(said, at=("actuals", i, "period"))
            return


def _share_days(one: Observation, other: Observation) -> bool:
    if one.period is None or other.period is None or not (one.period.is_placed and other.period.is_placed):
        return False
    # The same period twice is told as two values for one time.
    return one.period != other.period and one.period.overlaps(other.period) is Answer.YES


@rule("IND035", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def unit_changes(indicator: Indicator, context: Context) -> Iterator[Outcome]:
    """A milestone or an actual is in another unit than the indicator's targets.

    Why: Litres on the way to cubic metres are no progress that anyone can reckon.
    Fix: Tell all values of an indicator in one unit.

    Example:
        unit: litre
        targets: [{value: 400, date: 2021}]
        actuals: [{value: 40, unit: bottle, date: 2020}]
    Source: own, a rule of consistency proposed here
    """
    observed = [(path, o) for path, o in context.observed(indicator) if path[0] in ("milestones", "actuals")]
    told = [(path, unit) for path, o in observed if (unit := unit_of(o, indicator)) is not None]
    if not told:
        yield NOT_APPLICABLE
    aimed = next((unit for o in indicator.targets if (unit := unit_of(o, indicator)) is not None), None)
    expected = aimed if aimed is not None or is_blank(indicator.unit) else indicator.unit
    for path, unit in told:
        if expected is None:
            yield Unknown(Missing(("unit",), "the unit of the indicator"))
        elif not same(unit, expected):
            yield Fail(f"the value is in {unit}, the target in {expected}", at=(*path, "unit"))


RULES: tuple[Rule, ...] = (two_values_for_one_time, periods_overlap, unit_changes)
