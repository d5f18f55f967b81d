"""Kinds of limits on results: how many of a level, and what a donor wants or does not want of them."""

from cooperation.rules.profiles._profile import LimitKind

__all__ = ["IMPACT_INDICATOR", "MOST_OUTCOMES", "MOST_OUTPUTS", "MOST_RESULTS", "OUTPUT_RATINGS"]

MOST_OUTCOMES = LimitKind[int]("most-outcomes", "How many outcomes a logframe may have.")
MOST_OUTPUTS = LimitKind[int]("most-outputs", "How many outputs a logframe may have.")
MOST_RESULTS = LimitKind[int]("most-results", "How many expected results, of all levels together, a logframe may have.")
IMPACT_INDICATOR = LimitKind[bool](
    "impact-indicator", "Whether an impact is to have an indicator: true where it needs one, false where it has none."
)
OUTPUT_RATINGS = LimitKind[tuple[str, ...]](
    "output-ratings", "What is to be said of every output: its weight, its risk rating, or both."
)
