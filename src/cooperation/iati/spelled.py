"""Words into values: remembered when they are written as they would be, kept beside the value when they are not."""

import functools
from typing import Any

from cooperation.iati.kept import ForeignAttribute, Kept, Spelling
from cooperation.iati.kinds import Kind
from cooperation.iati.shape import XML

__all__ = ["Words", "language_beside", "spelling", "words_of"]

# As many words of one kind as are remembered; a file has few different days and codes, and a hostile one must not fill
# the memory.
_MOST = 1 << 16


class Words(dict[str, Any]):
    """The words of one kind with their values; ``None`` for a word that would be written differently, or has none."""

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self.kind = kind

    def __missing__(self, word: str) -> Any:
        value = self.kind.read(word)
        if value is not None and self.kind.word(value) != word:
            value = None
        if len(self) < _MOST and len(word) <= 40:  # noqa: PLR2004
            self[word] = value
        return value


@functools.cache
def words_of(kind: Kind) -> Words:
    """The words of a kind."""
    return Words(kind)


@functools.lru_cache(maxsize=4096)
def spelling(field: str, kind: Kind, word: str) -> tuple[Any, Kept]:
    """The value of a word that is not written as it would be, and what is kept of it; records share it."""
    value = kind.read(word)
    return value, Kept(spellings=(Spelling(field=field, value=value, written=word),))


@functools.lru_cache(maxsize=1024)
def language_beside(word: str) -> Kept:
    """What is kept of ``xml:lang`` on an element that is not a text; records share it."""
    return Kept(attributes=(ForeignAttribute(name="xml:lang", namespace=XML, value=word),))
