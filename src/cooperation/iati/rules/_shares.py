"""Shares of one whole: which are not said, whether they make a hundred, and what a single one may be."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from attrs import frozen

from cooperation.diagnostics import Missing, Path, Severity
from cooperation.rules import Fail, Outcome, Unknown

__all__ = ["Share", "alone", "not_said", "shares", "sum_of", "unreadable"]

_WHOLE = Decimal(100)


@frozen
class Share:
    """One share of a whole.

    Attributes:
        path: Where the part stands that it is the share of.
        value: The share, in per cent; ``None`` where it is not said or cannot be read.
        is_said: Whether there is anything written.
        what: What it is the share of, for messages.
    """

    path: Path
    value: Decimal | None
    is_said: bool
    what: str


def unreadable(record: Any, field: str) -> bool:
    """Whether there is a word for a field that cannot be read; that itself is a fault of structure."""
    kept = record.kept
    return kept is not None and any(one.field == field and one.value is None for one in kept.spellings)


def shares(parts: Iterable[tuple[Path, Any, str]]) -> tuple[Share, ...]:
    """The shares of these parts, each with its place and what to call it."""
    return tuple(
        Share(path, part.percentage, part.percentage is not None or unreadable(part, "percentage"), what)
        for path, part, what in parts
    )


def not_said(whole: tuple[Share, ...], among: str) -> Iterator[Outcome]:
    """Where several parts share a whole, those whose share is not said."""
    if len(whole) > 1:
        for share in whole:
            if not share.is_said:
                yield Fail(f"{share.what} has no percentage, though it is one of {len(whole)} {among}", at=share.path)


def sum_of(whole: tuple[Share, ...], among: str, severity: Severity | None = None) -> Iterator[Outcome]:
    """Where several parts share a whole, whether their shares make a hundred; with a weight other than the rule's."""
    if len(whole) < 2:  # noqa: PLR2004  # one is all there is
        return
    known = [share.value for share in whole if share.value is not None]
    total = sum(known, Decimal(0))
    unknown = [share.path for share in whole if share.value is None]
    if unknown and total <= _WHOLE:
        yield Unknown(*(Missing((*path, "percentage"), "the percentage") for path in unknown))
    elif total != _WHOLE:
        at_least = "at least " if unknown else ""
        said = f"the percentages of the {len(whole)} {among} add up to {at_least}{_said(total)}"
        yield Fail(said, at=whole[0].path, severity=severity)


def alone(whole: tuple[Share, ...], among: str) -> Iterator[Outcome]:
    """Whether the share of a part that is all there is, where it is said, is a hundred."""
    if len(whole) == 1 and whole[0].is_said:
        share = whole[0]
        if share.value is None:
            yield Unknown(Missing((*share.path, "percentage"), "a percentage that can be read"))
        elif share.value != _WHOLE:
            said = f"{share.what} is the only one of the {among} and has {_said(share.value)} %"
            yield Fail(said, at=(*share.path, "percentage"))


def _said(number: Decimal) -> str:
    return format(number, "f")
