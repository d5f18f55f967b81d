"""Dates of three precisions, lengths, and periods of every shape."""

from typing import Any

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from cooperation.model import Anchor, Length, PartialDate, Period, RelativeDate, When
from cooperation.testing._texts import texts

__all__ = ["lengths", "partial_dates", "periods", "relative_dates", "whens"]

# Most projects lie here, the nearest to 2020 first; a few are on the edges of the calendar or of its rules.
_YEARS = (*sorted(range(1990, 2041), key=lambda year: abs(year - 2020)), 1, 9999, 400, 1900, 2000, 2100)
_PLACES: tuple[tuple[int | None, int | None], ...] = (
    (None, None),
    *((month, None) for month in range(1, 13)),
    *((month, 31) for month in range(1, 13)),
    *((month, day) for month in range(1, 13) for day in range(1, 31)),
)
# Drawn by their number, since what hypothesis says of a strategy would list them all.
_USUAL_YEARS = st.integers(0, len(_YEARS) - 1).map(lambda number: _YEARS[number])
_IN_THE_YEAR = st.integers(0, len(_PLACES) - 1).map(lambda number: _PLACES[number])


def _date(year: int, place: tuple[int | None, int | None]) -> PartialDate:
    month, day = place
    if day is None:
        return PartialDate(year, month)
    return PartialDate(year, month, min(day, PartialDate(year, month).latest.day))


_DATES = st.one_of(
    st.builds(PartialDate, _USUAL_YEARS),
    st.builds(_date, _USUAL_YEARS, _IN_THE_YEAR),
    st.builds(_date, st.integers(1, 9999), _IN_THE_YEAR),
)
_LENGTHS = st.one_of(
    st.builds(Length, years=st.integers(1, 5)),
    st.builds(Length, months=st.integers(1, 48)),
    st.builds(Length, years=st.integers(0, 9999), months=st.integers(0, 99), days=st.integers(1, 999)),
)
_RELATIVE_DATES = st.builds(RelativeDate, st.sampled_from(Anchor)) | st.builds(
    RelativeDate, st.sampled_from(Anchor), _LENGTHS, st.booleans()
)
_WHENS = _DATES | _RELATIVE_DATES


def _from_to(one: PartialDate, other: PartialDate) -> Period:
    start, end = (one, other) if other.latest >= one.earliest else (other, one)
    return Period(start=start, end=end)


_ENDS = st.builds(_from_to, _DATES, _DATES)
_PLAIN = st.one_of(
    st.builds(lambda date: Period(start=date, end=date), _DATES),
    _ENDS,
    st.builds(Period, start=_DATES),
    st.builds(Period, end=_DATES),
    st.builds(Period, length=_LENGTHS),
    st.builds(Period, start=_DATES, length=_LENGTHS),
    st.builds(Period, end=_DATES, length=_LENGTHS),
    # The stated length may contradict the ends.
    st.builds(evolve, _ENDS, length=_LENGTHS),
)


def _bounded(within: Period, length: Length | None, ground: Any) -> Period:
    return Period(within=within, length=length, ground=ground)


_PERIODS = st.one_of(
    _PLAIN,
    st.builds(_bounded, _PLAIN, st.none() | _LENGTHS, st.none() | texts()),
    st.builds(lambda within: Period(start=within.start, end=within.end, within=within), _ENDS),
)


def partial_dates() -> SearchStrategy[PartialDate]:
    """Years, months and days, mostly from 1990 to 2040; the simplest is the year 2020."""
    return _DATES


def lengths() -> SearchStrategy[Length]:
    """Lengths in years, in months, or in all three; the simplest is a year."""
    return _LENGTHS


def relative_dates() -> SearchStrategy[RelativeDate]:
    """Dates told by another, with or without an offset."""
    return _RELATIVE_DATES


def whens() -> SearchStrategy[When]:
    """Dates, told by themselves or by another."""
    return _WHENS


def periods() -> SearchStrategy[Period]:
    """Periods of every shape: ends, open ends, a length, one of each, or only bounds; the simplest is the year 2020."""
    return _PERIODS
