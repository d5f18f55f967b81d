"""Which identifiers a file has had so far, in memory that does not grow with the file for ever."""

from attrs import field, frozen

from cooperation.rules import Asked

__all__ = ["AskedOfFile", "Before", "Names"]

_MOST = 1 << 18


@frozen
class Before:
    """What is known of an identifier when it comes.

    Attributes:
        number: The number, from 0 on, of the entry that had it first; ``None`` when none that is remembered had it.
        is_certain: Whether all entries before are remembered.
    """

    number: int | None = None
    is_certain: bool = True


class Names:
    """The identifiers of the entries of one file, as they come.

    Args:
        most: How many of them are remembered.

    >>> names = Names(most=2)
    >>> [names.before(name).number for name in ("SE-1-1", "SE-1-2", " SE-1-1 ", "SE-1-3")]
    [None, None, 0, None]
    >>> names.before("SE-1-4").is_certain
    False
    """

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        # Their hashes, since an identifier may be as long as any text; that two of so many have the same one happens
        # once in some hundred million files.
        self._numbers: dict[int, int] = {}
        self._count = 0
        self._is_certain = True

    def before(self, name: str | None) -> Before:
        """Note the identifier of the next entry, and say what is known of it."""
        number = self._count
        self._count += 1
        if name is None:
            return Before()
        key = hash(name.strip())
        first = self._numbers.get(key)
        if first is not None:
            return Before(first)
        before = Before(None, self._is_certain)
        if len(self._numbers) < self._most:
            self._numbers[key] = number
        else:
            self._is_certain = False
        return before


@frozen(kw_only=True)
class AskedOfFile(Asked):
    """As what, by whom and when a file is asked that comes entry by entry.

    Attributes:
        names: The identifiers of the entries so far.
    """

    names: Names = field(factory=Names, eq=False)
