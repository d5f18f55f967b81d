"""Numbers held against the limits of a profile, of which several may hold where a project's date does not tell."""

from cooperation.diagnostics import Missing
from cooperation.model import Project
from cooperation.model.answer import Answer
from cooperation.rules._rule import Unknown

__all__ = ["NO_DATE", "above"]

NO_DATE = Unknown(Missing(("plan", "submitted"), "when the proposal was submitted"), of=Project)
"""That the date would have to be known that chooses among limits."""


def above(number: int, limits: tuple[int, ...]) -> Answer:
    """Whether a number is above a limit, of which any of these may be the one that holds.

    >>> above(7, (6,)), above(6, (6,)), above(7, (6, 8))
    (<Answer.YES: 'yes'>, <Answer.NO: 'no'>, <Answer.UNKNOWN: 'unknown'>)
    """
    if number > max(limits):
        return Answer.YES
    return Answer.NO if number <= min(limits) else Answer.UNKNOWN
