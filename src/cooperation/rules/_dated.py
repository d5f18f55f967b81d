"""Judging by limits of which several may hold, where nobody knows when the project was submitted or starts."""

from collections.abc import Iterator, Sequence

from cooperation.diagnostics import Missing
from cooperation.model import Project
from cooperation.model.answer import Answer
from cooperation.rules._context import Context
from cooperation.rules._rule import Fail, Outcome, Unknown

__all__ = ["above", "agreed", "as_of", "date_missing", "no_date"]


def agreed(verdicts: Sequence[Fail | Unknown | None], context: Context) -> Iterator[Outcome]:
    """What every limit that may hold says, one verdict each, ``None`` for a pass; else that the date is not known."""
    if not any(verdicts):
        return
    unknown = [missing for one in verdicts if isinstance(one, Unknown) for missing in one.missing]
    if unknown or len({verdict is None for verdict in verdicts}) > 1:
        yield Unknown(*unknown, *([date_missing(context)] if len(verdicts) > 1 else []), of=Project)
    else:
        yield from [one for one in verdicts if one is not None][:1]


def above(number: int, limits: tuple[int, ...]) -> Answer:
    """Whether a number is above a limit, of which any of these may be the one that holds.

    >>> above(7, (6,)), above(6, (6,)), above(7, (6, 8))
    (<Answer.YES: 'yes'>, <Answer.NO: 'no'>, <Answer.UNKNOWN: 'unknown'>)
    """
    if number > max(limits):
        return Answer.YES
    return Answer.NO if number <= min(limits) else Answer.UNKNOWN


def no_date(context: Context) -> Unknown:
    """That only the date would have to be known to tell which limit holds."""
    return Unknown(date_missing(context), of=Project)


def date_missing(context: Context) -> Missing:
    """That the date would have to be known, or known more exactly, to tell which limit holds."""
    when = _asked(context)
    return Missing(
        ("plan", "submitted"), f"a more exact date than {when}" if when else "when the proposal was submitted"
    )


def as_of(context: Context) -> str:
    """The date whose limits are asked, to stand at the end of a message; nothing where it is not known."""
    when = _asked(context)
    return f" as of {when}" if when else ""


def _asked(context: Context) -> str:
    when = context.dated if context.profile.as_of is None else context.profile.as_of
    return "" if when is None else str(when)
