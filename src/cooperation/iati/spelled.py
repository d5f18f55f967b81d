"""Words into values: remembered when they are written as they would be, kept beside the value when they are not."""

import functools
from typing import Any

from cooperation.iati.kept import Kept, Spelling
from cooperation.iati.kinds import Kind

__all__ = ["Words", "spelling", "words_of"]

# As many words of one kind as are remembered; a file has few different days and codes, and a hostile one must not fill
# the memory.
_MOST = 1 << 16


class Words(dict[str, Any]):
    """The words of one kind that stand for themselves, with their values; any other word is not in it."""

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self.kind = kind

    def __missing__(self, word: str) -> Any:
        """The value of a new word, or ``None`` when it would be written differently, or has no value."""
        value = self.kind.read(word)
        if value is None or self.kind.word(value) != word:
            return None
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
