"""The short scales on which likelihood, influence and importance are told."""

import enum

__all__ = ["Grade", "Likelihood"]


class Grade(enum.Enum):
    """How much, in five steps."""

    VERY_LOW = "very-low"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    VERY_HIGH = "very-high"

    @property
    def rank(self) -> int:
        """1 for very low to 5 for very high."""
        return _GRADES.index(self) + 1


_GRADES = tuple(Grade)


class Likelihood(enum.Enum):
    """How likely, in five steps."""

    VERY_UNLIKELY = "very-unlikely"
    UNLIKELY = "unlikely"
    POSSIBLE = "possible"
    LIKELY = "likely"
    VERY_LIKELY = "very-likely"

    @property
    def rank(self) -> int:
        """1 for very unlikely to 5 for very likely."""
        return _LIKELIHOODS.index(self) + 1


_LIKELIHOODS = tuple(Likelihood)
