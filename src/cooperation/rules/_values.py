"""Comparing the values of indicators: only what is alike is compared."""

from cooperation.model import Indicator, Observation, Text
from cooperation.model.scale import counts_over_time, exact, is_approximate, number, observations, of_same
from cooperation.rules._words import is_blank

__all__ = ["counts_over_time", "exact", "is_approximate", "number", "observations", "of_same", "unit_of"]


def unit_of(observation: Observation, indicator: Indicator) -> Text | None:
    """The unit a value is in: its own, else that of the indicator."""
    unit = indicator.unit if is_blank(observation.unit) else observation.unit
    return None if is_blank(unit) else unit
