"""What becomes of a field on the other side: where it goes, or why it goes nowhere."""

from attrs import frozen

__all__ = ["Fate", "no", "to"]


@frozen
class Fate:
    """What becomes of a field.

    Attributes:
        to: Where it goes; ``None`` when it is not carried.
        why: Why it is not carried; or, of one that is, what of it is not.
    """

    to: str | None
    why: str | None


def to(where: str, but: str | None = None) -> Fate:
    """A field that is carried, with what of it is not."""
    return Fate(where, but)


def no(why: str) -> Fate:
    """A field that is not carried."""
    return Fate(None, why)
