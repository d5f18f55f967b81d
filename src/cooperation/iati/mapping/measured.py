"""Values of indicators: numbers and words of the standard, values of the model. What is unknown is never a number."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import TypeAlias

from cooperation.errors import InvariantError
from cooperation.iati.mapping.moments import day, period_between
from cooperation.iati.mapping.outcome import Notes, Path
from cooperation.iati.mapping.texts import Tongue, is_blank, text_of, written
from cooperation.iati.results import Baseline, Dimension, LocationReference, Measurement
from cooperation.iati.text import Text as Narratives
from cooperation.model import (
    Category,
    Described,
    Measure,
    Number,
    Observation,
    Part,
    PartialDate,
    Period,
    Ratio,
    Source,
    SourceKind,
    Text,
    Value,
)

__all__ = ["Said", "baselines", "measurements", "observations_of", "observed_period", "sources_of", "value_of"]

Said: TypeAlias = tuple[Path, Baseline | Measurement, PartialDate | None, Period | None]
"""A value of the standard with its path, and the day or the period it is of."""

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)", re.ASCII)
_HUNDRED = 100


def value_of(word: str | None, measure: Measure | None) -> Value | None:
    """The value that a word says; words where it is no number, and ``None`` where nothing is said.

    >>> value_of("40.0", Measure.UNIT)
    Number(number=Decimal('40.0'), approximate=False)
    >>> value_of(" ", Measure.UNIT) is None
    True
    """
    if word is None or not word.strip():
        return None
    if measure is not Measure.QUALITATIVE and _NUMBER.fullmatch(word.strip()):
        try:
            return Number(Decimal(word.strip()))
        except InvariantError:  # more digits than any number of the field has
            return Described(word)
    return Described(word)


def word_of(value: Value | None, measure: Measure | None) -> str | None:
    """How the standard writes a value under a measure; ``None`` where it cannot be said exactly, or is unknown.

    >>> word_of(Ratio(Decimal(120), Decimal(400)), Measure.PERCENTAGE)
    '30'
    >>> word_of(Ratio(Decimal(1), Decimal(3)), Measure.PERCENTAGE) is None
    True
    """
    if measure is Measure.QUALITATIVE:
        return None
    if isinstance(value, Number):
        return f"{value.number:f}"
    if isinstance(value, Ratio) and measure is Measure.PERCENTAGE:
        return _exactly(value)
    return None


def _exactly(ratio: Ratio) -> str | None:
    share = ratio.as_fraction * _HUNDRED
    rest, twos, fives = share.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return None  # it has no end as a decimal, and is not rounded
    places = max(twos, fives)
    digits = str(abs(share.numerator) * 10**places // share.denominator).rjust(places + 1, "0")
    sign = "-" if share < 0 else ""
    return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)


# ---- to the model ------------------------------------------------------------------------------------------------


def observations_of(
    said: Iterable[Said], measure: Measure | None, tongue: Tongue, places: set[str], notes: Notes
) -> tuple[Observation, ...]:
    """The observations that values say; a value with dimensions is a part of the whole of its time and place."""
    found: list[Observation] = []
    for path, value, date, period in said:
        place = _place(value, path, places, notes)
        groups = _groups(value, path, notes)
        held = value_of(value.value, measure)
        comment = text_of(value.comment, tongue, (*path, "comment"), notes)
        if measure is Measure.QUALITATIVE and held is None and comment is not None:
            held, comment = Described(comment), None
        if not groups:
            sources = sources_of(value.document_links, tongue, (*path, "document_links"), notes)
            for more in sources[1:]:
                notes.lose((*path, "document_links"), more.title or more.url or "", "a value has one source")
            found.append(
                Observation(
                    value=held,
                    date=date,
                    period=period,
                    place=place,
                    source=sources[0] if sources else None,
                    comment=comment,
                )
            )
            continue
        for field in ("comment", "document_links"):
            if getattr(value, field):
                notes.lose((*path, field), getattr(value, field), "a part of a value has no comment and no source")
        part = Part(of=groups, value=held)
        whole = next((o for o in found if (o.date, o.period, o.place) == (date, period, place)), None)
        if whole is None:
            found.append(Observation(date=date, period=period, place=place, parts=(part,)))
        else:
            found[found.index(whole)] = _with(whole, part)
    return tuple(found)


def _with(whole: Observation, part: Part) -> Observation:
    return Observation(
        value=whole.value, date=whole.date, period=whole.period, place=whole.place,
        source=whole.source, comment=whole.comment, parts=(*whole.parts, part),
    )  # fmt: skip


def _place(value: Baseline | Measurement, path: Path, places: set[str], notes: Notes) -> str | None:
    found = None
    for i, location in enumerate(value.locations):
        ref = (location.ref or "").strip()
        if found is None and ref in places:
            found = ref
        else:
            notes.lose(
                (*path, "locations", i), ref, "a value is about one place, which must be a location of the activity"
            )
    return found


def _groups(value: Baseline | Measurement, path: Path, notes: Notes) -> tuple[Category, ...]:
    groups: dict[str, Category] = {}
    for i, dimension in enumerate(value.dimensions):
        if dimension.name and dimension.value and dimension.name not in groups:
            groups[dimension.name] = Category(dimension.name, dimension.value)
        else:
            notes.lose((*path, "dimensions", i), dimension.value, "a group needs a name and stands once")
    return tuple(groups.values())


def sources_of(links: Iterable[object], tongue: Tongue, path: Path, notes: Notes) -> tuple[Source, ...]:
    """The sources that document links point to."""
    found = []
    for i, link in enumerate(links):
        here = (*path, i)
        url: str | None = getattr(link, "url", None)
        languages = tuple(code for code in getattr(link, "languages", ()) if re.fullmatch("[a-z]{2,3}", code))
        for code in getattr(link, "languages", ()):
            if code not in languages[:1]:
                notes.lose((*here, "languages"), code, "a source has one language, with a code of small letters")
        is_page = getattr(link, "format", None) == _PAGE[0] and getattr(link, "categories", ()) == (_PAGE[1],)
        if not is_page:
            notes.lose((*here, "format"), getattr(link, "format", ""), "a source says no media type")
            notes.lose((*here, "categories"), getattr(link, "categories", ()), "a source says no category of documents")
        published = getattr(link, "document_date", None)
        found.append(
            Source(
                title=text_of(getattr(link, "title", None), tongue, (*here, "title"), notes),
                kind=SourceKind.PAGE if is_page else SourceKind.DOCUMENT,
                url=url,
                language=languages[0] if languages else None,
                published=None if published is None else PartialDate.of(published),
                note=text_of(getattr(link, "description", None), tongue, (*here, "description"), notes),
            )
        )
    return tuple(found)


_PAGE = ("text/html", "A12")  # a web page about the activity

# ---- to the standard ---------------------------------------------------------------------------------------------


def baselines(observation: Observation | None, measure: Measure | None, places: set[str]) -> tuple[Baseline, ...]:
    """Where things stood before: the whole, then its groups; none where nobody knows the year."""
    if observation is None or observation.date is None:
        return ()
    date = observation.date
    return tuple(
        Baseline(
            year=date.year,
            iso_date=day(date),
            value=word,
            comment=comment,
            dimensions=dimensions,
            locations=_locations(observation, places),
        )
        for word, comment, dimensions in _said(observation, measure)
    )


def measurements(observation: Observation, measure: Measure | None, places: set[str]) -> tuple[Measurement, ...]:
    """A value that was aimed at or reached: the whole, then its groups; none where it is unknown."""
    return tuple(
        Measurement(value=word, comment=comment, dimensions=dimensions, locations=_locations(observation, places))
        for word, comment, dimensions in _said(observation, measure)
    )


def _said(
    observation: Observation, measure: Measure | None
) -> Iterable[tuple[str | None, Narratives | None, tuple[Dimension, ...]]]:
    word, comment = word_of(observation.value, measure), written(observation.comment)
    if measure is Measure.QUALITATIVE:
        # The standard tells what is told in words in the comment; one that is no value would be read as one.
        text: Text | None = observation.value.text if isinstance(observation.value, Described) else None
        comment = written(text)
    if word is not None or (measure is Measure.QUALITATIVE and comment is not None):
        yield word, comment, ()
    if observation.unit is not None:
        return
    for part in observation.parts:
        word = word_of(part.value, measure)
        if word is not None and not any(is_blank(c.dimension) or is_blank(c.category) for c in part.of):
            yield word, None, tuple(Dimension(name=c.dimension, value=c.category) for c in part.of)


def _locations(observation: Observation, places: set[str]) -> tuple[LocationReference, ...]:
    return (LocationReference(ref=observation.place),) if observation.place in places else ()


def observed_period(start: object, end: object) -> tuple[PartialDate | None, Period | None]:
    """The day or the period between two days.

    Raises:
        InvariantError: It ends before it starts.
    """
    if start is not None and start == end:
        return PartialDate(start.year, start.month, start.day), None  # type: ignore[attr-defined]  # a day
    return None, period_between(start, end)  # type: ignore[arg-type]  # days
