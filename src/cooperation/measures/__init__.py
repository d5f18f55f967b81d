"""Measures: pure functions."""
