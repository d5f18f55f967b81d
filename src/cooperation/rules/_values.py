"""What a value is told in: what rules about units ask, in words that a draft may have left blank."""

from cooperation.model import Indicator, Observation, Text
from cooperation.rules._words import is_blank

__all__ = ["unit_of"]


def unit_of(observation: Observation, indicator: Indicator) -> Text | None:
    """The unit a value is in: its own, else that of the indicator."""
    unit = indicator.unit if is_blank(observation.unit) else observation.unit
    return None if is_blank(unit) else unit
