"""Values of indicators: numbers and words of the standard, values of the model. What is unknown is never a number."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import TypeAlias

import attrs

from cooperation.errors import InvariantError
from cooperation.iati.mapping.documents import links_of, sources_of
from cooperation.iati.mapping.moments import day, period_between
from cooperation.iati.mapping.outcome import Notes, Path
from cooperation.iati.mapping.texts import Tongue, is_blank, text_of, written
from cooperation.iati.results import Baseline, LocationReference, Measurement
from cooperation.iati.results import Dimension as DimensionElement
from cooperation.model import (
    Category,
    Described,
    Dimension,
    Measure,
    Number,
    Observation,
    Part,
    PartialDate,
    Period,
    Ratio,
    Text,
    Value,
)

__all__ = ["Said", "baselines", "dimensions_of", "measurements", "observations_of", "observed_period", "value_of"]

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
        documents = sources_of(value.document_links, tongue, (*path, "document_links"), notes)
        if not groups:
            found.append(
                Observation(value=held, date=date, period=period, place=place, documents=documents, comment=comment)
            )
            continue
        part = Part(of=groups, value=held, comment=comment, documents=documents)
        whole = next((o for o in found if (o.date, o.period, o.place) == (date, period, place)), None)
        if whole is None:
            found.append(Observation(date=date, period=period, place=place, parts=(part,)))
        else:
            found[found.index(whole)] = attrs.evolve(whole, parts=(*whole.parts, part))
    return tuple(found)


def dimensions_of(observations: Iterable[Observation]) -> tuple[Dimension, ...]:
    """What values are divided by, as far as the groups that have values tell.

    >>> women = Part(of=(Category("sex", "women"),), value=Number(Decimal(3)))
    >>> dimensions_of([Observation(parts=(women,))])[0].categories
    ('women',)
    """
    found: dict[str, dict[str, None]] = {}
    for observation in observations:
        for part in observation.parts:
            for group in part.of:
                found.setdefault(group.dimension, {}).setdefault(group.category)
    return tuple(Dimension(name=name, categories=tuple(categories)) for name, categories in found.items())


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
        if not is_blank(dimension.name) and not is_blank(dimension.value) and dimension.name not in groups:
            groups[str(dimension.name)] = Category(str(dimension.name), str(dimension.value))
        else:
            notes.lose((*path, "dimensions", i), dimension.value, "a group needs a name and stands once")
    return tuple(groups.values())


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
            value=said.value,
            locations=said.locations,
            dimensions=said.dimensions,
            document_links=said.document_links,
            comment=said.comment,
        )
        for said in measurements(observation, measure, places)
    )


def measurements(observation: Observation, measure: Measure | None, places: set[str]) -> tuple[Measurement, ...]:
    """A value that was aimed at or reached: the whole, then its groups; none where it is unknown."""
    return tuple(_said(observation, measure, places))


def _said(observation: Observation, measure: Measure | None, places: set[str]) -> Iterable[Measurement]:
    sources = (*((observation.source,) if observation.source is not None else ()), *observation.documents)
    locations = _locations(observation, places)
    whole = _measurement(observation.value, observation.comment, measure)
    if whole is not None:
        yield attrs.evolve(whole, locations=locations, document_links=links_of(sources))
    if observation.unit is not None:
        return
    for part in observation.parts:
        held = _measurement(part.value, part.comment, measure)
        if held is not None and not any(is_blank(c.dimension) or is_blank(c.category) for c in part.of):
            groups = tuple(DimensionElement(name=c.dimension, value=c.category) for c in part.of)
            yield attrs.evolve(held, locations=locations, dimensions=groups, document_links=links_of(part.documents))


def _measurement(value: Value | None, comment: Text | None, measure: Measure | None) -> Measurement | None:
    """A value with what is said of it; ``None`` where it is unknown, or cannot be said exactly."""
    if measure is Measure.QUALITATIVE:
        # The standard tells what is told in words in the comment; one that is no value would be read as one.
        told = written(value.text if isinstance(value, Described) else None)
        return None if told is None else Measurement(comment=told)
    word = word_of(value, measure)
    return None if word is None else Measurement(value=word, comment=written(comment))


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
