"""The observations of an indicator in their time, and apart by place, partner and people."""

from collections.abc import Iterable, Sequence
from typing import TypeAlias

import pendulum
from attrs import evolve, frozen

from cooperation.measures.quantities import ValueState, state
from cooperation.model import Indicator, Observation, PartialDate, Text

__all__ = ["Series", "series"]

Day: TypeAlias = PartialDate | pendulum.Date
"""A date as a measure takes it; a year or a month stands for its last day."""


@frozen(kw_only=True)
class Series:
    """What one indicator shows of one place, one partner and one population.

    Attributes:
        place: The place; ``None`` where none is named.
        partner: The partner; ``None`` where none is named.
        population: The people; ``None`` where none are named.
        indicator: The indicator with only the observations of these.

    """

    place: str | None
    partner: str | None
    population: Text | None
    indicator: Indicator


def series(indicator: Indicator) -> tuple[Series, ...]:
    """An indicator taken apart by place, partner and population, in the order in which these are met.

    Values of different places are different facts: progress is asked of each.

    >>> from decimal import Decimal
    >>> from cooperation.model import Number
    >>> found = tuple(Observation(value=Number(Decimal(n)), place=place) for n, place in ((3, "a"), (5, "b"), (4, "a")))
    >>> [(one.place, len(one.indicator.actuals)) for one in series(Indicator(id="i", statement="s", actuals=found))]
    [('a', 2), ('b', 1)]
    """
    every = [*indicator.milestones, *indicator.targets, *indicator.actuals]
    if indicator.baseline is not None:
        every.insert(0, indicator.baseline)
    keys = dict.fromkeys(_key(observation) for observation in every)
    if len(keys) == 1:
        ((place, partner, population),) = keys
        return (Series(place=place, partner=partner, population=population, indicator=indicator),)
    return tuple(
        Series(place=key[0], partner=key[1], population=key[2], indicator=_only(indicator, key)) for key in keys
    )


_Key: TypeAlias = tuple[str | None, str | None, Text | None]


def _key(observation: Observation) -> _Key:
    return observation.place, observation.partner, observation.population


def _only(indicator: Indicator, key: _Key) -> Indicator:
    baseline = indicator.baseline
    return evolve(
        indicator,
        baseline=baseline if baseline is not None and _key(baseline) == key else None,
        milestones=tuple(o for o in indicator.milestones if _key(o) == key),
        targets=tuple(o for o in indicator.targets if _key(o) == key),
        actuals=tuple(o for o in indicator.actuals if _key(o) == key),
    )


def one_series(observations: Iterable[Observation]) -> bool:
    """Whether all are of one place, partner and population."""
    remaining = iter(observations)
    first = next(remaining, None)
    if first is None:
        return True
    place, partner, population = first.place, first.partner, first.population
    return all(o.place == place and o.partner == partner and o.population == population for o in remaining)


def span(observation: Observation) -> tuple[int, int] | None:
    """The first and the last day an observation is of, as ordinals; ``None`` where nobody said."""
    if observation.date is not None:
        return observation.date.earliest.toordinal(), observation.date.latest.toordinal()
    period = observation.period
    if period is None or not period.is_placed:
        return None
    first, last = period.first_day, period.last_day
    return None if first is None or last is None else (first.toordinal(), last.toordinal())


def due(observation: Observation) -> int | None:
    """The last day an observation is of, as an ordinal; ``None`` where nobody said."""
    if observation.date is not None:
        return observation.date.latest.toordinal()
    found = span(observation)
    if found is not None:
        return found[1]
    return None if observation.due is None else observation.due.latest.toordinal()


def last_day(at: Day) -> int:
    """The day a date stands for, as an ordinal."""
    return days(at)[1]


def days(at: Day) -> tuple[int, int]:
    """The first and the last day a date can be, as ordinals."""
    if isinstance(at, PartialDate):
        return at.earliest.toordinal(), at.latest.toordinal()
    return at.toordinal(), at.toordinal()


@frozen
class Known:
    """The observations that are known by a date, in the order of time.

    Attributes:
        observations: Those known by then.
        unplaced: How many there are of which it cannot be told whether they were known by then.

    """

    observations: tuple[Observation, ...]
    unplaced: int


def known_by(observations: Sequence[Observation], at: Day | None) -> Known:
    """The observations known by a date, or all of them; one without a date counts where it is the only one."""
    if len(observations) == 1 and at is None:
        return Known(tuple(observations), 0)
    limit = None if at is None else last_day(at)
    placed: list[tuple[int, Observation]] = []
    unplaced = 0
    for observation in observations:
        last = due(observation)
        if last is None:
            unplaced += 1
        elif limit is None or last <= limit:
            placed.append((last, observation))
        elif (first := span(observation)) is None or first[0] <= limit:
            unplaced += 1
    placed.sort(key=lambda pair: pair[0])
    return Known(tuple(observation for _, observation in placed), unplaced)


def told_states(observations: Iterable[Observation]) -> str:
    """In words, why observations show no number."""
    counts = dict.fromkeys(ValueState, 0)
    for observation in observations:
        counts[state(observation.value)] += 1
    words = {
        ValueState.TEXT: "told in words",
        ValueState.NOT_APPLICABLE: "not applicable",
        ValueState.UNKNOWN: "unknown",
    }
    return ", ".join(f"{counts[one]} {word}" for one, word in words.items() if counts[one])
