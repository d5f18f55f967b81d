"""Comparing words without knowing their language, and naming parts in messages."""

import functools
import re

from cooperation.model import Level, Objective, Text

__all__ = ["called", "is_blank", "level_word", "likeness", "listing", "longer_words", "overlap", "plain", "same"]

_WORD = re.compile(r"\w+")

# Short words carry the grammar in every language of the field; a list of them for each would be a list to keep.
_SHORT = 3


def is_blank(text: Text | None) -> bool:
    """Whether a text says nothing."""
    return text is None or not (text if isinstance(text, str) else str(text)).strip()


@functools.lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


@functools.lru_cache(maxsize=4096)
def _longer_words(text: str) -> frozenset[str]:
    return frozenset(word for word in _words(text) if len(word) > _SHORT)


def longer_words(text: Text) -> frozenset[str]:
    """The words of a text that are more than grammar."""
    return _longer_words(str(text))


def plain(text: Text) -> str:
    """A text without case, punctuation and spacing."""
    return " ".join(_words(str(text)))


def same(one: Text, other: Text) -> bool:
    """Whether two texts are the same words; of translated ones, in a language they share."""
    if one == other:
        return True
    if isinstance(one, str) or isinstance(other, str):
        return _words(str(one)) == _words(str(other))
    shared = set(one.languages) & set(other.languages)
    return any(_words(one.in_language(code) or "") == _words(other.in_language(code) or "") for code in shared)


def likeness(one: Text, other: Text) -> float:
    """The share of longer words that two texts have in common, from 0 to 1."""
    return overlap(longer_words(one), longer_words(other))


def overlap(mine: frozenset[str], theirs: frozenset[str]) -> float:
    """The share of words that are in both of two sets, from 0 to 1."""
    shared = len(mine & theirs)
    return shared / (len(mine) + len(theirs) - shared) if shared else 0.0


def level_word(level: Level | None) -> str:
    """The word for a level."""
    return "objective" if level is None else level.value.replace("-", " ")


def called(objective: Objective) -> str:
    """An objective with its level, as in ``outcome 'clean-water'``."""
    return f"{level_word(objective.level)} {objective.id!r}"


def listing(names: "list[str] | tuple[str, ...]") -> str:
    """Names in a row, quoted, the last after "and"."""
    quoted = [repr(name) for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} and {quoted[-1]}"
