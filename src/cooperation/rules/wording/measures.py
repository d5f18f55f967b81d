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
    either = lexicon.either.found(words)
    if either:
        return either[0]
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
        found = reading.lexicon.vague.found(reading.words)
        if not found or not is_blank(indicator.definition) or reading.lexicon.defining.found(reading.words):
            return None
        said = ", ".join(repr(term) for term in found)
        return Fail(f"indicator {indicator.id!r} does not define {said} ({reading.language})", at=("statement",))

    yield from read(indicator.statement, context, judge)


RULES: tuple[Rule, ...] = (two_things_measured, vague_term_without_definition)
