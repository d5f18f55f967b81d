"""IND: how indicators are worded."""

from collections.abc import Iterator

from cooperation.model import Indicator
from cooperation.rules._context import Context
from cooperation.rules._rule import Fail, Outcome, Rule
from cooperation.rules._words import is_blank
from cooperation.rules.wording._reading import Reading, read, wording

__all__ = ["RULES"]


@wording("IND005", catalogue="I05")
def two_things_measured(indicator: Indicator, context: Context) -> Iterator[Outcome]:
    """An indicator measures two things.

    Why: When one of them rises and the other falls, no single figure can say it.
    Fix: Make two indicators of it.

    Example:
        indicators:
          - {id: teaching, statement: Number of lessons and quality of teaching}
    Source: ads203, http://www.developmentwork.net/resources/audit-database-project-compliance-recommendations/319-performance-measurements-did-not-reflect-project-impact-ads-20334
    """

    def judge(reading: Reading) -> Fail | None:
        found = _two(reading)
        if not found:
            return None
        said = f"indicator {indicator.id!r} may measure two things: {found!r} ({reading.language})"
        return Fail(said, at=("statement",))

    yield from read(indicator.statement, context, judge)


def _two(reading: Reading) -> str:
    """The words by which two things are measured; empty where it is one."""
    words, lexicon = reading.words, reading.lexicon
    for i, j in lexicon.either.places(words):
        # "People and/or organisations" is one count; "trained and/or equipped" are two.
        if i > 0 and j < len(words) and _is_figure(reading, i - 1) and _is_figure(reading, j):
            return " ".join(words[i - 1 : j + 1])
    for i, j in lexicon.joining.places(words):
        after = j
        while lexicon.articles.at(words, after):
            after += 1
        measures = [" ".join(words[a:b]) for a, b in lexicon.measures.places(words[:i])]
        long = lexicon.measures.at(words, after)
        if measures and long:
            return f"{measures[0]} … {' '.join(words[i : after + long])}"
        if i and words[i - 1] in lexicon.qualities and (long := lexicon.qualities.at(words, after)):
            return " ".join(words[i - 1 : after + long])
    return ""


def _is_figure(reading: Reading, i: int) -> bool:
    """Whether a word may stand for a figure of its own: a measure, or what was done to those that are counted."""
    word, lexicon = reading.words[i], reading.lexicon
    return word in lexicon.measures or word in lexicon.qualities or lexicon.is_reached(word)


@wording("IND007", catalogue="I07")
def vague_term_without_definition(indicator: Indicator, context: Context) -> Iterator[Outcome]:
    """An indicator rests on a term that everybody understands differently, and does not define it.

    Why: Who counts "capacity" or "awareness" at the end will count something else than whoever set the baseline.
    Fix: Say in ``definition`` what is counted, or measure something that shows it.

    Example:
        indicators:
          - {id: awareness, statement: Awareness among key stakeholders}
    Source: afrotech, https://afrotech.tz/why-your-logframe-isnt-working-and-how-to-fix-it/
    """

    def judge(reading: Reading) -> Fail | None:
        words, lexicon = reading.words, reading.lexicon
        if not is_blank(indicator.definition) or lexicon.defining.found(words):
            return None
        found = [" ".join(words[i:j]) for i, j in lexicon.vague.places(words) if _is_measured(reading, i, j)]
        if not found:
            return None
        said = ", ".join(repr(term) for term in dict.fromkeys(found))
        return Fail(f"indicator {indicator.id!r} does not define {said} ({reading.language})", at=("statement",))

    yield from read(indicator.statement, context, judge)


# As in "SACEP's institutional capacity": more words than that before a term, and something else is measured.
_ATTRIBUTES = 3


def _is_measured(reading: Reading, i: int, j: int) -> bool:
    """Whether a term is what is measured, and not only in the name or the purpose of what is."""
    words, lexicon = reading.words, reading.lexicon
    is_last = j == len(words) or bool(lexicon.following.at(words, j) or lexicon.comparing.at(words, j))
    if not is_last and not lexicon.is_reached(words[j]):
        # "Capacity building", "awareness campaigns"
        return False
    if i and words[i - 1] in lexicon.comparing:
        # "with increased awareness", but not "to increase awareness"
        return i == 1 or not lexicon.particles.at(words, i - 2)
    start = 0
    while long := _leading(reading, start):
        start += long
    between = words[start:i]
    return len(between) <= _ATTRIBUTES and not any(word in lexicon.following for word in between)


def _leading(reading: Reading, i: int) -> int:
    """How many words stand here that only lead to what is measured: "level of", "quality and", "improving the"."""
    words, lexicon = reading.words, reading.lexicon
    lists = (lexicon.articles, lexicon.measures, lexicon.qualities, lexicon.vague, lexicon.comparing, lexicon.joining)
    return max(held.at(words, i) for held in lists)


RULES: tuple[Rule, ...] = (two_things_measured, vague_term_without_definition)
