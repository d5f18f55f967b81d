"""IND: the values of one indicator, over several periods and in its words."""

import itertools
import operator
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from fractions import Fraction

from cooperation.diagnostics import Missing, Nature, Path, Severity
from cooperation.model import Direction, Indicator, Observation, OverTime, Period
from cooperation.model.scale import is_approximate
from cooperation.rules._context import Context
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule

__all__ = ["RULES"]

# A number by itself: no part of an age range (10-15), of a code (4.1.1), or of a word (CO2).
_NUMBER = re.compile(r"(?<![\w.,\-\u2013])\d+(?:[.,]\d+)?(?![\w\-\u2013]|[.,]\d)")
_YEARS = range(1900, 2100)


@rule("IND013", catalogue="I13", nature=Nature.OMISSION, severity=Severity.WARNING)
def accumulation_not_said(indicator: Indicator, context: Context) -> Iterator[Outcome]:
    """Several periods have values, and nobody says whether they add up.

    Why: 10, 20 and 30 are 30 or 60, and whoever draws a chart of them has to guess.
    Fix: Set ``over_time`` to ``incremental`` (each counts anew), ``cumulative`` (each holds all before) or ``level``.

    Example:
        indicators:
          - id: trained
            milestones: [{value: 10, date: 2019}]
            targets: [{value: 20, date: 2020}]
    Source: iati-results, https://github.com/IATI/IATI-Guidance (en/results.rst, en/understanding-results.rst);
        rsr-5211, https://github.com/akvo/akvo-rsr/issues/5211
    """
    if indicator.over_time is not None:
        return
    aimed, found = (
        {o.due for _, o in series if context.number(indicator, o.value) is not None}
        for series in (context.aims(indicator), context.actuals(indicator))
    )
    if max(len(aimed), len(found)) > 1:
        said = f"indicator {indicator.id!r} has values of several periods, and does not say whether they add up"
        yield Fail(said, at=("over_time",))
    else:
        yield NOT_APPLICABLE


@rule("IND014", catalogue="I14", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def cumulative_series_falls(indicator: Indicator, context: Context) -> Iterator[Outcome]:
    """A cumulative series has a later value below an earlier one.

    Why: What holds all that came before cannot become less.
    Fix: Correct the value, or say that the values are incremental or a level.

    Example:
        indicators:
          - id: trained
            over_time: cumulative
            direction: increase
            milestones: [{value: 30, date: 2019}]
            targets: [{value: 20, date: 2020}]
    Source: rsr-5211, https://github.com/akvo/akvo-rsr/issues/5211
    """
    rising = indicator.over_time is OverTime.CUMULATIVE and indicator.direction in (None, Direction.INCREASE)
    every = [*_alike(context.aims(indicator)), *_alike(context.actuals(indicator))] if rising else []
    told = [series for series in every if len(series) > 1]
    if not told:
        yield NOT_APPLICABLE
        return
    for path, observation in itertools.chain(*told):
        if observation.value is None:
            yield Unknown(Missing((*path, "value"), "the value"))
        if observation.due is None:
            yield Unknown(Missing((*path, "date"), "the date"))
    if indicator.direction is None:
        yield Unknown(Missing(("direction",), "which way is good"))
        return
    for series in told:
        for (_, earlier), (path, later) in itertools.pairwise(_in_time(series)):
            before, after = context.number(indicator, earlier.value), context.number(indicator, later.value)
            if before is not None and after is not None and after < before and earlier.due != later.due:
                yield _fall(earlier, later, path)


def _fall(earlier: Observation, later: Observation, path: Path) -> Outcome:
    if is_approximate(earlier.value) or is_approximate(later.value):
        return Unknown(Missing((*path, "value"), "an exact value"))
    said = f"{later.value} in {later.due} is below {earlier.value} in {earlier.due}, in a cumulative series"
    return Fail(said, at=(*path, "value"))


@rule("IND015", catalogue="I15", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def periods_do_not_meet_the_target(indicator: Indicator, context: Context) -> Iterator[Outcome]:
    """The values aimed at in the periods do not make the overall target.

    Why: One of the two promises is wrong, and nobody can say which one is to be kept.
    Fix: Correct the period that is wrong, or the overall target.

    Example:
        indicators:
          - id: trained
            over_time: incremental
            milestones: [{value: 10, period: 2019}, {value: 20, period: 2020}]
            targets: [{value: 40, period: 2019/2020}]
    Source: rsr-2497, https://github.com/akvo/akvo-rsr/issues/2497;
        rsr-5211, https://github.com/akvo/akvo-rsr/issues/5211
    """
    aims = context.aims(indicator)
    if len(aims) < 2:  # noqa: PLR2004
        yield NOT_APPLICABLE
        return
    if indicator.over_time is None:
        yield Unknown(Missing(("over_time",), "how values of several periods relate"))
        return
    judged = False
    find = _parts_of if indicator.over_time is OverTime.INCREMENTAL else _at_end
    for series in _alike(aims):
        for path, overall in series:
            parts = find(overall, series) if path[0] == "targets" else []
            if parts:
                judged = True
                yield from _sum(context, indicator, path, overall, parts)
    if not judged:
        yield NOT_APPLICABLE


_Series = list[tuple[Path, Observation]]


def _sum(context: Context, indicator: Indicator, path: Path, overall: Observation, parts: _Series) -> Iterator[Outcome]:
    whole = [(path, overall), *parts]
    lacking = [(*p, "value") for p, o in whole if context.number(indicator, o.value) is None]
    if lacking:
        yield Unknown(*(Missing(p, "the value in numbers") for p in lacking))
        return
    total, *values = [context.number(indicator, o.value) or 0 for _, o in whole]
    if sum(values) == total:
        return
    if any(is_approximate(o.value) for _, o in whole):
        yield Unknown(Missing((*path, "value"), "exact values"))
    else:
        told = " + ".join(str(o.value) for _, o in parts)
        yield Fail(f"the periods make {told}, the overall target is {overall.value}", at=(*path, "value"))


def _alike(series: Iterable[tuple[Path, Observation]]) -> list[_Series]:
    """Observations of one place, partner and people each."""
    found: defaultdict[object, _Series] = defaultdict(list)
    for path, observation in series:
        found[observation.place, observation.partner, observation.population].append((path, observation))
    return list(found.values())


def _in_time(series: _Series) -> _Series:
    dated = [(due.latest, path, o) for path, o in series if (due := o.due) is not None]
    return [(path, o) for _, path, o in sorted(dated, key=operator.itemgetter(0))]


def _days(period: Period | None) -> tuple[int, int] | None:
    first = None if period is None else period.first_day
    last = None if period is None else period.last_day
    if period is None or first is None or last is None or not period.is_placed:
        return None
    return first.toordinal(), last.toordinal()


def _parts_of(overall: Observation, series: _Series) -> _Series:
    """The shorter periods that together are the overall one, without a gap; none if they are not."""
    whole = _days(overall.period)
    if whole is None:
        return []
    placed = [(days, path, o) for path, o in series if (days := _days(o.period)) is not None]
    inner = sorted(
        ((days, path, o) for days, path, o in placed if days != whole and whole[0] <= days[0] and days[1] <= whole[1]),
        key=lambda item: item[0],
    )
    if not inner or inner[0][0][0] != whole[0] or inner[-1][0][1] != whole[1]:
        return []
    if any(later[0][0] != earlier[0][1] + 1 for earlier, later in itertools.pairwise(inner)):
        return []
    return [(path, o) for _, path, o in inner]


def _at_end(overall: Observation, series: _Series) -> _Series:
    """The last milestone, where it is due with the overall target."""
    last = [(path, o) for path, o in series if path[0] == "milestones" and o.due is not None and o.due == overall.due]
    return last[-1:]


@rule("IND004", catalogue="I04", nature=Nature.WEAKNESS, severity=Severity.WARNING)
def target_written_into_the_indicator(indicator: Indicator, context: Context) -> Iterator[Outcome]:
    """The words of an indicator hold the number of one of its targets.

    Why: An indicator says what is measured, a target how far it is to go; in one sentence neither can change alone.
    Fix: Take the number out of the statement; it stands in ``targets`` already.

    Example:
        indicators:
          - {id: families, statement: 400 families have a tap, targets: [{value: 400, date: 2020}]}
    Source: dfid-2009, http://mande.co.uk/2009/uncategorized/dfid-guidance-on-using-the-revised-logical-framework-2009-revision/print/;
        tips6, https://docplayer.net/amp/16345261-Tips-selecting-performance-indicators-about-tips.html
    """
    aimed = {n for t in indicator.targets if (n := context.number(indicator, t.value)) is not None}
    if not aimed:
        yield NOT_APPLICABLE
        return
    for written in _NUMBER.findall(str(indicator.statement)):
        value = Fraction(written.replace(",", "."))
        if value in aimed and not (value.denominator == 1 and value in _YEARS):
            yield Fail(f"the statement of {indicator.id!r} holds its target {written}", at=("statement",))
            return


RULES: tuple[Rule, ...] = (
    target_written_into_the_indicator,
    accumulation_not_said,
    cumulative_series_falls,
    periods_do_not_meet_the_target,
)
