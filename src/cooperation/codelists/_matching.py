"""How a name is found by what somebody types, and which code somebody probably meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

__all__ = ["fold", "nearest", "rank"]

# Letters that Unicode does not take apart into a base letter and an accent.
_UNDIVIDED = {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th"}
_ACCENTS = re.compile(r"[\u0300-\u036f]+")
_BETWEEN_WORDS = re.compile(r"[\W_]+")

# The share of letters in common from which on one text may be a slip for another; difflib's own default.
_LIKE = 0.6


def fold(text: str) -> str:
    """A text without case, accents and punctuation.

    >>> fold("Côte d'Ivoire")
    'cote d ivoire'
    >>> fold("ŒUVRE (Łódź)")
    'oeuvre lodz'
    """
    letters = text.casefold()
    if not letters.isascii():
        # A few searches for a letter are faster than `str.translate`, which looks at every letter.
        for letter, plain in _UNDIVIDED.items():
            letters = letters.replace(letter, plain)
        letters = _ACCENTS.sub("", unicodedata.normalize("NFKD", letters))
    return _BETWEEN_WORDS.sub(" ", letters).strip()


def rank(sought: str, name: str) -> int | None:
    """How well a folded name answers a folded text: 0 is best, ``None`` is not at all.

    The name itself, its beginning (spaces aside, so that "vietnam" finds "Viet Nam"), the beginning of a word in it,
    all words in any order, anywhere.

    >>> [rank("guinea", name) for name in ("guinea", "guinea bissau", "equatorial guinea", "guinean gulf", "ghana")]
    [0, 1, 2, 1, None]
    """
    if name == sought:
        return 0
    if name.startswith(sought) or name.replace(" ", "").startswith(sought.replace(" ", "")):
        return 1
    if f" {sought}" in name:
        return 2
    if all(f" {word}" in f" {name}" for word in sought.split()):
        return 3
    return 4 if sought in name else None


def nearest(text: str, candidates: Iterable[str], limit: int = 3) -> tuple[str, ...]:
    """The candidates that are written most like a text, best first; case alone is the smallest difference.

    >>> nearest("se", ("DE", "SE", "CH"))
    ('SE',)
    """
    import difflib  # only the way to an error message needs it

    # `difflib.get_close_matches` would put the last of several equally near codes first.
    matcher = difflib.SequenceMatcher(b=text.casefold(), autojunk=False)
    likeness: dict[str, float] = {}
    for candidate in candidates:
        matcher.set_seq1(candidate.casefold())
        if matcher.quick_ratio() >= _LIKE and (ratio := matcher.ratio()) >= _LIKE:
            likeness[candidate] = ratio
    return tuple(sorted(likeness, key=lambda candidate: -likeness[candidate])[:limit])
