"""Comparing the values of indicators: only what is alike is compared."""

from cooperation.model.scale import counts_over_time, exact, is_approximate, number, observations, of_same

__all__ = ["counts_over_time", "exact", "is_approximate", "number", "observations", "of_same"]
