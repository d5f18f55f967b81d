"""Rolling up over time: what the values of several periods make together."""

import enum
import itertools
from collections.abc import Sequence

from cooperation.measures.observed import Day, due, known_by, one_series, span, told_states
from cooperation.measures.quantities import Quantity, ValueState, quantity, state
from cooperation.measures.reading import NoAnswerError, Reading, answered
from cooperation.measures.rolling import roll_up
from cooperation.model import Direction, Indicator, Observation, OverParts, OverTime, Reach

__all__ = ["Accumulation", "over_time"]


class Accumulation(enum.Enum):
    """What is made of the values of several periods."""

    INCREMENTAL = "incremental"
    CUMULATIVE = "cumulative"
    LEVEL = "level"
    LATEST = "latest"
    MAXIMUM = "maximum"
    AVERAGE = "average"


_OF_MODE = {
    OverTime.INCREMENTAL: Accumulation.INCREMENTAL,
    OverTime.CUMULATIVE: Accumulation.CUMULATIVE,
    OverTime.LEVEL: Accumulation.LEVEL,
}


@answered
def over_time(
    indicator: Indicator,
    how: Accumulation | OverTime | None = None,
    *,
    at: Day | None = None,
    of: Sequence[Observation] | None = None,
    reach: Reach | None = None,
) -> Reading[Quantity]:
    """What the values of an indicator's periods make together.

    ============  ====================================================================================
    incremental   the sum: each period counts anew
    cumulative    the last value that is known: each holds all before it, and none is below an earlier
    level         the value at the last date, unknown where that one is
    latest        the last value that is known, whatever came after it
    maximum       the greatest
    average       the mean of the periods; of shares that keep their wholes, the share of all wholes
    ============  ====================================================================================

    An undated value is used only where it is the only one.
    Values that are not applicable are neither used nor missing; words, and what is not known, count as unknown.

    Args:
        indicator: The indicator, of one place, partner and population (``series`` takes others apart).
        how: How; as the indicator says in ``over_time`` where nothing is said here.
        at: Only what was known by this date.
        of: The observations, instead of the indicator's actuals.
        reach: Whether the people counted are reached directly, where they are people and somebody knows.

    >>> from decimal import Decimal
    >>> from cooperation.model import Number, PartialDate
    >>> plans = Indicator(id="plans", statement="Plans adopted", over_time=OverTime.INCREMENTAL, actuals=tuple(
    ...     Observation(value=Number(Decimal(n)), date=PartialDate(year)) for year, n in ((2019, 1), (2020, 2))))
    >>> print(over_time(plans))
    3
    >>> print(over_time(plans, Accumulation.LATEST), over_time(plans, at=PartialDate(2019)))
    2 1

    """
    observations = indicator.actuals if of is None else tuple(of)
    if not one_series(observations):
        raise NoAnswerError(
            "values of several places, partners or groups: take them apart with series()", unknown=len(observations)
        )
    known = known_by(observations, at)
    applicable = [o for o in known.observations if state(o.value) is not ValueState.NOT_APPLICABLE]
    numbers = [(o, q) for o in applicable if (q := quantity(indicator, o, reach=reach)) is not None]
    unknown = known.unplaced + len(applicable) - len(numbers)
    if not numbers:
        raise NoAnswerError(_why_none(observations, known.observations, known.unplaced), unknown=unknown)
    chosen = _chosen(indicator, how, len(numbers))
    if chosen is None:
        raise NoAnswerError(
            "nobody said whether the values of the periods add up", "IND013", n=len(numbers), unknown=unknown
        )
    return _rolled(indicator, chosen, applicable, numbers, unknown)


def _chosen(indicator: Indicator, how: Accumulation | OverTime | None, values: int) -> Accumulation | None:
    if isinstance(how, Accumulation):
        return how
    mode = how or indicator.over_time
    if mode is not None:
        return _OF_MODE[mode]
    # One value is the same whatever the mode.
    return Accumulation.LATEST if values == 1 else None


def _why_none(every: Sequence[Observation], known: Sequence[Observation], unplaced: int) -> str:
    if not every:
        return "there are no values"
    if known:
        return f"no value is a number: {told_states(known)}"
    return "no value is known to be of that time" if unplaced else "no value was known by then"


def _rolled(
    indicator: Indicator,
    how: Accumulation,
    applicable: Sequence[Observation],
    numbers: Sequence[tuple[Observation, Quantity]],
    unknown: int,
) -> Reading[Quantity]:
    quantities = [q for _, q in numbers]
    missing = [None] * unknown
    if how is Accumulation.INCREMENTAL:
        if _overlap(numbers):
            raise NoAnswerError("periods overlap, so that some time would count twice", "IND017", n=len(numbers))
        return roll_up([*quantities, *missing], OverParts.SUM)
    if how is Accumulation.MAXIMUM:
        return roll_up([*quantities, *missing], OverParts.MAXIMUM)
    if how is Accumulation.AVERAGE:
        whole = all(q.is_share for q in quantities)
        return roll_up([*quantities, *missing], OverParts.RATIO if whole else OverParts.AVERAGE)
    if how is Accumulation.CUMULATIVE and _falls(indicator, quantities):
        raise NoAnswerError("a later value is below an earlier one, in a cumulative series", "IND014", n=len(numbers))
    end = due(numbers[-1][0])
    last = [q for o, q in numbers if due(o) == end]
    if how is Accumulation.LEVEL and due(applicable[-1]) != end:
        raise NoAnswerError("the value at the last date is not known", n=len(numbers), unknown=unknown)
    if any((q.number, q.whole) != (last[0].number, last[0].whole) for q in last[1:]):
        raise NoAnswerError(f"{len(last)} values of the last date differ", n=len(numbers), unknown=unknown)
    # It rests on one value; what is unknown concerns it only where it is later, or cannot be placed.
    after = sum((due(o) or 0) > (end or 0) for o in applicable)
    unplaced = unknown - (len(applicable) - len(numbers))
    return roll_up([last[-1], *[None] * (after + unplaced)], OverParts.MAXIMUM)


def _overlap(numbers: Sequence[tuple[Observation, Quantity]]) -> bool:
    spans = sorted(found for o, _ in numbers if (found := span(o)) is not None)
    return any(later[0] <= earlier[1] for earlier, later in itertools.pairwise(spans))


def _falls(indicator: Indicator, quantities: Sequence[Quantity]) -> bool:
    if indicator.direction not in (None, Direction.INCREASE):
        return False
    return any(later.as_fraction < earlier.as_fraction for earlier, later in itertools.pairwise(quantities))
