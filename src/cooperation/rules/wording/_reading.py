"""Reading a text for its words: in which language it is, and where in it the say begins."""

import functools
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

from attrs import evolve, frozen

from cooperation.diagnostics import Missing, Nature, Severity
from cooperation.model import Portfolio, Text
from cooperation.rules._context import Context
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule
from cooperation.rules._words import is_blank
from cooperation.rules.words import LEXICONS, Lexicon, tokens

__all__ = ["Reading", "read", "wording"]

# How far into a text its opening words reach, as in "The overall objective of the project is to ...".
_OPENING = 12

_LONGEST = 70


def wording(code: str, *, catalogue: str, needs: type | None = None) -> Callable[[Callable[..., Any]], Rule]:
    """Make a wording rule of a function: always about a weakness, and never more than an info."""
    made = rule(code, catalogue=catalogue, needs=needs, nature=Nature.WEAKNESS, severity=Severity.INFO)
    return lambda function: evolve(made(function), wording=True)


@frozen
class Reading:
    """A text in one language.

    Attributes:
        text: The text.
        words: Its words.
        lexicon: The word lists of its language.

    """

    text: str
    words: tuple[str, ...]
    lexicon: Lexicon

    @property
    def start(self) -> int:
        """Where the first word stands that says something: after "The objective is to" and the like."""
        return _start(self.words, self.lexicon)

    @property
    def language(self) -> str:
        """The name of the language."""
        return self.lexicon.name

    @property
    def shown(self) -> str:
        """The text for a message, cut where it is long."""
        flowing = " ".join(self.text.split())
        return repr(flowing if len(flowing) <= _LONGEST else f"{flowing[: _LONGEST - 1].rstrip()}…")


@functools.lru_cache(maxsize=4096)
def _tokens(text: str) -> tuple[str, ...]:
    return tokens(text if text.isascii() else unicodedata.normalize("NFC", text))


@functools.lru_cache(maxsize=4096)
def _start(words: tuple[str, ...], lexicon: Lexicon) -> int:
    i = 0
    opened = next(lexicon.openings.places(words[:_OPENING]), None)
    if opened is not None and (opened[0] == 0 or lexicon.aims.found(words[: opened[0]])):
        i = opened[1]
    while long := lexicon.particles.at(words, i):
        i += long
    return i


def _readings(text: Text, context: Context) -> tuple[Reading, ...] | None:
    """A text in each language there are lists for; ``None`` where nobody says which language it is in."""
    if isinstance(text, str):
        language = None if context.portfolio is None else context.portfolio.language
        if language is None:
            return None
        versions: tuple[tuple[str, str], ...] = ((language, text),)
    else:
        versions = text.versions
    found = ((version, LEXICONS.get(language.partition("-")[0])) for language, version in versions)
    return tuple(Reading(text, _tokens(text), lexicon) for text, lexicon in found if lexicon is not None)


def read(
    text: Text | None, context: Context, judge: Callable[[Reading], Iterator[Outcome] | Fail | None]
) -> Iterator[Outcome]:
    """What ``judge`` says of a text, language by language; or that there is none, or in which language nobody says."""
    if text is None or is_blank(text):
        yield NOT_APPLICABLE
        return
    readings = _readings(text, context)
    if readings is None:
        yield Unknown(Missing(("language",), "the language of the texts"), of=Portfolio)
        return
    if not readings:
        yield NOT_APPLICABLE
    for reading in readings:
        said = judge(reading)
        if isinstance(said, Fail):
            yield said
        elif said is not None:
            yield from said
