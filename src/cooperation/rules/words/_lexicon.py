"""Lists of words: how they are written down, and how a text is held against them."""

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from attrs import field, frozen

from cooperation.model import CrossCuttingValue

__all__ = ["Lexicon", "Phrases", "tokens"]

_TOKEN = re.compile(r"[^\W_]+|/")
_BRACES = re.compile(r"\{([^}]*)\}")


def tokens(text: str) -> tuple[str, ...]:
    """The words of a text in small letters; a stroke between words counts as one.

    >>> tokens("The municipality's share/number")
    ('the', 'municipality', 's', 'share', '/', 'number')
    """
    return tuple(_TOKEN.findall(text.lower()))


def _forms(written: str) -> Iterator[str]:
    """The forms that a word with its endings in braces stands for."""
    parts = _BRACES.split(written)
    if any(sign in part for part in parts for sign in "{}"):
        raise ValueError(f"the braces of {written!r} are not in pairs, or stand in one another")
    choices = [[part] if i % 2 == 0 else part.split(",") for i, part in enumerate(parts)]
    yield from ("".join(chosen) for chosen in itertools.product(*choices))


class Phrases:
    """Words and phrases to look for, with the endings they are found with.

    Phrases are parted by strokes. Endings stand in braces, and nothing else is guessed: ``strengthen{,s,ed,ing}`` is
    four words.
    A hyphen in front says that the word may also be the last part of a compound: ``-kvalitet`` finds *vattenkvalitet*.
    A call mark in front says that the phrase is innocent, though a shorter one is not: ``!not only``.

    Raises:
        ValueError: Braces are not in pairs, or a phrase has no word.

    >>> change = Phrases("strengthen{,s,ed,ing} | better off")
    >>> change.found(tokens("Families are better off, and the schools strengthened"))
    ('better off', 'strengthened')
    >>> Phrases("-kvalitet{,en}").found(tokens("Bättre vattenkvalitet"))
    ('vattenkvalitet',)
    >>> Phrases("not | !not only").found(tokens("Not only the mayor, and not today"))
    ('not',)
    """

    __slots__ = ("_begins", "_ends", "_innocent", "written")

    def __init__(self, written: str = "") -> None:
        self.written = tuple(one.strip() for one in written.split("|") if one.strip())
        begins: dict[str, list[tuple[str, ...]]] = {}
        ends: list[str] = []
        innocent: set[tuple[str, ...]] = set()
        for one in self.written:
            for form in _forms(one.lstrip("-!")):
                words = tokens(form)
                if not words:
                    raise ValueError(f"{one!r} stands for no word")
                begins.setdefault(words[0], []).append(words)
                if one.startswith("!"):
                    innocent.add(words)
                if one.startswith("-") and len(words) == 1:
                    ends.append(form)
        self._begins = {first: tuple(sorted(held, key=len, reverse=True)) for first, held in begins.items()}
        self._ends = tuple(ends)
        self._innocent = frozenset(innocent)

    @property
    def forms(self) -> tuple[str, ...]:
        """Everything that is looked for, with its endings."""
        return tuple(" ".join(words) for held in self._begins.values() for words in held)

    def at(self, words: Sequence[str], i: int) -> int:
        """How many words the longest phrase has that stands at this place; 0 where none does."""
        if i >= len(words):
            return 0
        for phrase in self._begins.get(words[i], ()):
            if tuple(words[i : i + len(phrase)]) == phrase:
                return len(phrase)
        return 1 if self._ends and words[i].endswith(self._ends) else 0

    def places(self, words: Sequence[str], start: int = 0) -> Iterator[tuple[int, int]]:
        """Where phrases stand: the place of the first word and of the one after the last."""
        if not self._ends and self._begins.keys().isdisjoint(words):
            # Most lists have no word in most texts.
            return
        i = start
        while i < len(words):
            long = self.at(words, i)
            if long and tuple(words[i : i + long]) not in self._innocent:
                yield i, i + long
            i += long or 1

    def found(self, words: Sequence[str], start: int = 0) -> tuple[str, ...]:
        """The phrases that stand in a text, each once, in its order."""
        return tuple(dict.fromkeys(" ".join(words[i:j]) for i, j in self.places(words, start)))

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self.at((word,), 0) > 0


_NONE = Phrases()


def _kept(given: Mapping[CrossCuttingValue, Phrases]) -> Mapping[CrossCuttingValue, Phrases]:
    return MappingProxyType(dict(given))


@frozen(kw_only=True, eq=False)
class Lexicon:
    """The word lists of one language.

    Attributes:
        code: The language's code.
        name: Its name in English.
        aims: Words for an aim, a project and what else says only that an aim follows.
        openings: What leads from such a word to the aim itself, as "is to".
        particles: Small words that may stand before the first word that says something.
        articles: Articles and other words that may stand before a noun.
        doing: What one does in a project, as an order or an infinitive.
        doing_nouns: The same as nouns.
        comparing: Words that compare with before.
        changing: Words of change that compare with nothing.
        holding: Words that state what is the case.
        many_act: What several do, in the present, where the word may also be a noun.
        one_acts: What one does, likewise.
        plurals: Plurals that do not show it.
        plural_ending: The letter by which a plural shows, if there is one.
        reached_endings: Endings of words for what has been done to something.
        reached: Such words that have other endings.
        following: Words after which a word for what has been done is no attribute.
        people: Words for people, and for the bodies that partners and target groups are.
        measures: Nouns of measure.
        qualities: What is measured without a noun of measure.
        joining: The word that joins two things.
        either: Signs that one thing or another is meant.
        vague: Terms that everybody understands in a way of their own.
        defining: Words that say how such a term is measured.
        topics: Words after which a change is only what something is about.
        negatives: Words that deny or fear.
        mutual: Claims that all gain.
        continuing: Phrases that say that something came before.
        respecting: Phrases that promise to think of something.
        values: The words of each cross-cutting value.
        former: Words that say that something is called otherwise now.

    """

    code: str
    name: str
    aims: Phrases
    openings: Phrases
    particles: Phrases
    articles: Phrases
    doing: Phrases
    doing_nouns: Phrases
    comparing: Phrases
    changing: Phrases
    holding: Phrases
    many_act: Phrases = _NONE
    one_acts: Phrases = _NONE
    plurals: Phrases = _NONE
    plural_ending: str = ""
    reached_endings: tuple[str, ...] = ()
    reached: Phrases = _NONE
    following: Phrases
    people: Phrases
    measures: Phrases
    qualities: Phrases
    joining: Phrases
    either: Phrases
    vague: Phrases
    defining: Phrases
    topics: Phrases
    negatives: Phrases
    mutual: Phrases
    continuing: Phrases
    respecting: Phrases
    values: Mapping[CrossCuttingValue, Phrases] = field(converter=_kept)
    former: Phrases

    def is_reached(self, word: str) -> bool:
        """Whether a word is one for what has been done to something."""
        return word in self.reached or (bool(self.reached_endings) and word.endswith(self.reached_endings))
