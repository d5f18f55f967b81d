"""Dates that say how precise they are, lengths, and periods that may be only a length or only bounded."""

import enum
import functools
from typing import Self

import pendulum
from attrs import field

from cooperation.errors import InvariantError
from cooperation.model.answer import Answer
from cooperation.model.declare import frozen, not_negative
from cooperation.model.text import Text

__all__ = ["Anchor", "Length", "PartialDate", "Period", "RelativeDate", "When"]

_LAST_MONTH = 12


@functools.lru_cache(maxsize=65_536)
def _day(year: int, month: int, day: int) -> pendulum.Date:
    return pendulum.Date(year, month, day)


@functools.lru_cache(maxsize=4_096)
def _last_day(year: int, month: int) -> pendulum.Date:
    return pendulum.Date(year, month, 1).end_of("month")


def _following(day: pendulum.Date) -> tuple[int, int]:
    # The day after: its month, counted from the year 0, and its number; the calendar's last day has one too.
    index = 12 * day.year + day.month - 1
    return (index + 1, 1) if day == _last_day(day.year, day.month) else (index, day.day + 1)


class When:
    """A point in time: a ``PartialDate`` or a ``RelativeDate``."""

    __slots__ = ()


@frozen(order=False)
class PartialDate(When):
    """A date as precise as its source: a year, a month or a day.

    Attributes:
        year: From 1 to 9999.
        month: From 1 to 12, or ``None`` when only the year is known.
        day: The day of the month, or ``None`` when only the month is known.

    Raises:
        InvariantError: There is no such year, month or day, or a day stands without its month.

    >>> PartialDate(2019, 3).earliest, PartialDate(2019, 3).latest
    (Date(2019, 3, 1), Date(2019, 3, 31))
    >>> str(PartialDate(2019, 3))
    '2019-03'

    """

    year: int
    month: int | None = None
    day: int | None = None

    def __attrs_post_init__(self) -> None:
        if not 1 <= self.year <= 9999:  # noqa: PLR2004
            raise InvariantError(f"year {self.year} is not between 1 and 9999")
        if self.month is None:
            if self.day is not None:
                raise InvariantError(f"day {self.day} of {self.year} stands without its month")
        elif not 1 <= self.month <= _LAST_MONTH:
            raise InvariantError(f"month {self.month} is not between 1 and 12")
        elif self.day is not None and not 1 <= self.day <= _last_day(self.year, self.month).day:
            raise InvariantError(f"{self.year:04}-{self.month:02} has no day {self.day}")

    @classmethod
    def of(cls, day: pendulum.Date) -> Self:
        """The date that is this very day.

        >>> str(PartialDate.of(pendulum.date(2020, 2, 29)))
        '2020-02-29'
        """
        return cls(day.year, day.month, day.day)

    @property
    def earliest(self) -> pendulum.Date:
        """The first day it can be."""
        return _day(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> pendulum.Date:
        """The last day it can be."""
        if self.day is not None and self.month is not None:
            return _day(self.year, self.month, self.day)
        return _last_day(self.year, self.month or _LAST_MONTH)

    def is_before(self, other: "PartialDate | pendulum.Date") -> Answer:
        """Whether it lies before the other: unknown where their precision leaves both open.

        >>> PartialDate(2019).is_before(PartialDate(2019, 3))
        <Answer.UNKNOWN: 'unknown'>
        >>> PartialDate(2018).is_before(PartialDate(2019, 3))
        <Answer.YES: 'yes'>
        """
        if self.year != other.year:
            return Answer.YES if self.year < other.year else Answer.NO
        if self.month is not None and other.month is not None and self.month != other.month:
            return Answer.YES if self.month < other.month else Answer.NO
        first, last = (other.earliest, other.latest) if isinstance(other, PartialDate) else (other, other)
        if self.latest < first:
            return Answer.YES
        return Answer.NO if self.earliest >= last else Answer.UNKNOWN

    def __str__(self) -> str:
        month = "" if self.month is None else f"-{self.month:02}"
        return f"{self.year:04}{month}" + ("" if self.day is None else f"-{self.day:02}")


@frozen
class Length:
    """A length of calendar time, such as two years; years and months are kept as they were said.

    Attributes:
        years: Whole years.
        months: Whole months beside the years.
        days: Days beside the months.

    Raises:
        InvariantError: A part is negative, or all are zero.

    >>> Length(years=1, months=6).in_months
    18

    """

    years: int = field(default=0, validator=not_negative)
    months: int = field(default=0, validator=not_negative)
    days: int = field(default=0, validator=not_negative)

    def __attrs_post_init__(self) -> None:
        if not (self.years or self.months or self.days):
            raise InvariantError("a length of nothing is no length: leave it out when it is unknown")

    @property
    def in_months(self) -> int | None:
        """The whole months, or ``None`` when days stand beside them."""
        return None if self.days else 12 * self.years + self.months

    def after(self, day: pendulum.Date) -> pendulum.Date:
        """The last day of this length when ``day`` is its first; the calendar's last where it would lie beyond.

        >>> Length(years=2).after(pendulum.date(2019, 1, 1))
        Date(2020, 12, 31)
        """
        year, month = divmod(12 * (day.year + self.years) + day.month - 1 + self.months, 12)
        try:
            first = min(day.day, _last_day(year, month + 1).day)
            return pendulum.Date.fromordinal(_day(year, month + 1, first).toordinal() + self.days - 1)
        except (OverflowError, ValueError):
            return _day(9999, _LAST_MONTH, 31)

    def before(self, day: pendulum.Date) -> pendulum.Date:
        """The first day of this length when ``day`` is its last; the calendar's first where it would lie beyond.

        >>> Length(years=2).before(pendulum.date(2020, 12, 31))
        Date(2019, 1, 1)
        """
        try:
            index, number = _following(day.subtract(days=self.days))
        except (OverflowError, ValueError):
            return _day(1, 1, 1)
        year, month = divmod(index - 12 * self.years - self.months, 12)
        if year < 1:
            return _day(1, 1, 1)
        return _day(year, month + 1, min(number, _last_day(year, month + 1).day))

    def __str__(self) -> str:
        named = ((self.years, "year"), (self.months, "month"), (self.days, "day"))
        return ", ".join(f"{n} {word}{'' if n == 1 else 's'}" for n, word in named if n)


class Anchor(enum.Enum):
    """What a relative date counts from."""

    PROJECT_START = "project-start"
    PROJECT_END = "project-end"
    YEAR_START = "year-start"
    YEAR_END = "year-end"


@frozen
class RelativeDate(When):
    """A date told by another, such as "in the end of the year" or "six months after the start".

    Attributes:
        anchor: What it counts from; a year's start or end is that of the project's last year.
        offset: How far from there; ``None`` for the anchor itself.
        before: Whether it lies before the anchor instead of after it.

    Raises:
        InvariantError: It lies before the anchor, and nothing says by how much.

    >>> str(RelativeDate(Anchor.PROJECT_START, Length(months=6)))
    '6 months after project-start'

    """

    anchor: Anchor
    offset: Length | None = None
    before: bool = False

    def __attrs_post_init__(self) -> None:
        if self.before and self.offset is None:
            raise InvariantError(f"a date before {self.anchor.value} needs to say by how much")

    def __str__(self) -> str:
        if self.offset is None:
            return self.anchor.value
        return f"{self.offset} {'before' if self.before else 'after'} {self.anchor.value}"


@frozen(kw_only=True)
class Period:
    """A stretch of time, as much of it as is known: years, days, only a length, or only bounds with their ground.

    Start and end are read at face value and both belong to it: 2019 to 2020 is 24 months.

    Attributes:
        start: Its first day, month or year.
        end: Its last day, month or year, which belongs to it.
        length: How long it lasts, as stated; it may contradict start and end, and a rule says so.
        within: A period it must lie in, when start and end are not known.
        ground: Why the bounds hold.

    Raises:
        InvariantError: It ends before it starts, says nothing at all, or its bounds are bounds of bounds, or exclude
            its start or its end.

    >>> period = Period.of_years(2019, 2020)
    >>> period.in_months, period.years, str(period)
    (24, (2019, 2020), '2019 to 2020')
    >>> Period(start=PartialDate(2025, 2), end=PartialDate(2025, 1))
    Traceback (most recent call last):
        ...
    cooperation.errors.InvariantError: period ends 2025-01 before it starts 2025-02

    """

    start: PartialDate | None = None
    end: PartialDate | None = None
    length: Length | None = None
    within: "Period | None" = None
    ground: Text | None = None

    def __attrs_post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end.latest < self.start.earliest:
            raise InvariantError(f"period ends {self.end} before it starts {self.start}", (), "reversed-period")
        if self.start is None and self.end is None and self.length is None and self.within is None:
            raise InvariantError("a period needs a start, an end, a length or bounds: leave it out when it is unknown")
        if self.within is not None:
            self._check_bounds(self.within)

    @classmethod
    def of_years(cls, first: int, last: int | None = None) -> Self:
        """The whole calendar years from the first to the last, both included."""
        return cls(start=PartialDate(first), end=PartialDate(first if last is None else last))

    @classmethod
    def of_months(cls, start: pendulum.Date, months: int) -> Self:
        """So many months from a day on, that day included.

        >>> str(Period.of_months(pendulum.date(2019, 3, 1), 36))
        '2019-03-01 to 2022-02-28'
        """
        return cls(start=PartialDate.of(start), end=PartialDate.of(Length(months=months).after(start)))

    @property
    def first_day(self) -> pendulum.Date | None:
        """The first day it can have, counted back from the end by the length where no start is stated.

        >>> Period(end=PartialDate(2020), length=Length(years=2)).first_day
        Date(2019, 1, 1)
        """
        if self.start is not None:
            return self.start.earliest
        if self.end is not None and self.length is not None:
            return self.length.before(self.end.latest)
        return None if self.within is None else self.within.first_day

    @property
    def last_day(self) -> pendulum.Date | None:
        """The last day it can have, counted on from the start by the length where no end is stated.

        >>> Period(start=PartialDate(2019), length=Length(years=2)).last_day
        Date(2020, 12, 31)
        """
        if self.end is not None:
            return self.end.latest
        if self.start is not None and self.length is not None:
            return self.length.after(self.start.earliest)
        return None if self.within is None else self.within.last_day

    def _check_bounds(self, within: "Period") -> None:
        if within.within is not None:
            raise InvariantError("the bounds of a period cannot be bounded themselves")
        first, last = within.first_day, within.last_day
        if self.start is not None and last is not None and self.start.earliest > last:
            raise InvariantError(f"period starts {self.start} after its bounds {within}")
        if self.end is not None and first is not None and self.end.latest < first:
            raise InvariantError(f"period ends {self.end} before its bounds {within}")

    @property
    def is_placed(self) -> bool:
        """Whether it is known where it lies, and not only how long it is or what bounds it."""
        return (self.start is not None and self.end is not None) or (
            self.length is not None and (self.start is not None or self.end is not None)
        )

    @property
    def years(self) -> tuple[int, ...] | None:
        """The calendar years it touches, or ``None`` when they are not known.

        >>> Period(length=Length(years=2)).years is None
        True
        """
        first, last = self.first_day, self.last_day
        if not self.is_placed or first is None or last is None:
            return None
        return tuple(range(first.year, last.year + 1))

    @property
    def in_months(self) -> int | None:
        """The whole months it lasts, from start and end, else from its length; a year counts whole."""
        if self.start is not None and self.end is not None:
            first, (index, number) = self.start.earliest, _following(self.end.latest)
            short = 1 < number < min(first.day, _last_day(index // 12, index % 12 + 1).day)
            return index - (12 * first.year + first.month - 1) - short
        return None if self.length is None else self.length.in_months

    def covers(self, day: PartialDate | pendulum.Date) -> Answer:
        """Whether the date lies in it.

        >>> Period.of_years(2019, 2020).covers(PartialDate(2020, 5))
        <Answer.YES: 'yes'>
        >>> Period(length=Length(years=1), within=Period.of_years(2007, 2009)).covers(PartialDate(2008))
        <Answer.UNKNOWN: 'unknown'>
        """
        moment = day if isinstance(day, PartialDate) else PartialDate.of(day)
        first, last = self.first_day, self.last_day
        if (first is not None and moment.latest < first) or (last is not None and moment.earliest > last):
            return Answer.NO
        if not self.is_placed or first is None or last is None:
            return Answer.UNKNOWN
        return Answer.YES if first <= moment.earliest and moment.latest <= last else Answer.UNKNOWN

    def overlaps(self, other: "Period") -> Answer:
        """Whether the two have a day in common.

        >>> Period.of_years(2019, 2020).overlaps(Period(end=PartialDate(2016, 8)))
        <Answer.NO: 'no'>
        """
        first, last = self.first_day, self.last_day
        if (last is not None and other.first_day is not None and last < other.first_day) or (
            first is not None and other.last_day is not None and first > other.last_day
        ):
            return Answer.NO
        return Answer.YES if self.is_placed and other.is_placed else Answer.UNKNOWN

    def in_year(self, year: int) -> Answer:
        """Whether a day of this calendar year belongs to it.

        >>> Period.of_years(2017, 2019).in_year(2018)
        <Answer.YES: 'yes'>
        >>> Period(length=Length(years=2)).in_year(2018)
        <Answer.UNKNOWN: 'unknown'>
        """
        first, last = self.first_day, self.last_day
        if (first is not None and year < first.year) or (last is not None and year > last.year):
            return Answer.NO
        return Answer.YES if self.is_placed else Answer.UNKNOWN

    def fiscal_years(self, first_month: int = 1) -> tuple[int, ...] | None:
        """The fiscal years it touches, each named by the calendar year it starts in; ``None`` when unknown.

        >>> Period(start=PartialDate(2019, 3), end=PartialDate(2020, 2)).fiscal_years(first_month=7)
        (2018, 2019)
        """
        first, last = self.first_day, self.last_day
        if not self.is_placed or first is None or last is None:
            return None
        return tuple(range(first.year - (first.month < first_month), last.year - (last.month < first_month) + 1))

    def __str__(self) -> str:
        words = []
        if self.start is not None and self.start == self.end:
            words.append(str(self.start))
        elif self.start is not None and self.end is not None:
            words.append(f"{self.start} to {self.end}")
        elif self.start is not None:
            words.append(f"from {self.start}")
        elif self.end is not None:
            words.append(f"until {self.end}")
        if self.length is not None:
            words.append(f"({self.length})" if words else str(self.length))
        if self.within is not None:
            words.append(f"within {self.within}")
        return ", ".join(words) if self.within is not None else " ".join(words)
