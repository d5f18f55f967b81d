"""Values of an indicator on its own scale, and which of them are alike: what rules and measures compare by."""

from collections.abc import Iterator
from fractions import Fraction

from cooperation.diagnostics import Path
from cooperation.model.amounts import Number, Ratio, Value
from cooperation.model.indicators import Indicator, Measure, Observation

__all__ = ["counts_over_time", "exact", "is_approximate", "number", "observations", "of_same"]


def observations(indicator: Indicator) -> Iterator[tuple[Path, Observation]]:
    """Every observation of an indicator with its path, baseline first."""
    if indicator.baseline is not None:
        yield ("baseline",), indicator.baseline
    for name in ("milestones", "targets", "actuals"):
        for i, observation in enumerate(getattr(indicator, name)):
            yield (name, i), observation


def exact(value: Value | None) -> int | Fraction | None:
    """A value as an exact number; a whole one as an integer, which is many times faster than a fraction."""
    if isinstance(value, Number):
        whole, parts = value.number.as_integer_ratio()
        return whole if parts == 1 else Fraction(whole, parts)
    return None if value is None else value.as_fraction


def number(indicator: Indicator, value: Value | None) -> int | Fraction | None:
    """A value as a number on the indicator's own scale: a percentage is told in per cent, however it was written."""
    if isinstance(value, Ratio) and indicator.measure is Measure.PERCENTAGE:
        return 100 * value.as_fraction
    return exact(value)


def counts_over_time(observation: Observation) -> bool:
    """Whether a value is of a stretch of time that is known, though its end may not be stated."""
    return observation.period is not None and observation.period.is_placed


def is_approximate(value: Value | None) -> bool:
    """Whether the source says "about"."""
    return isinstance(value, Number) and value.approximate


def of_same(one: Observation, other: Observation) -> bool:
    """Whether two observations are of the same place, partner and people, so that they can be compared."""
    return (one.place, one.partner, one.population) == (other.place, other.partner, other.population)
