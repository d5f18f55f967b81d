"""Dates, lengths and periods: the calendar work, and what can be known of it."""

import calendar
import datetime as dt
from typing import Any

import pendulum
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cooperation import testing
from cooperation.errors import InvariantError
from cooperation.model import Anchor, Answer, Length, PartialDate, Period, RelativeDate

FIRST, LAST = pendulum.date(1, 1, 1), pendulum.date(9999, 12, 31)
days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)).map(lambda day: pendulum.date(day.year, day.month, day.day))
calm = settings(deadline=None)


def day(text: str) -> pendulum.Date:
    """A day from its ISO form."""
    return pendulum.Date.fromisoformat(text)


def date(text: str) -> PartialDate:
    """A date from its ISO form, as precise as that."""
    return PartialDate(*map(int, text.split("-")))


def period(start: str = "", end: str = "", length: Length | None = None, within: Period | None = None) -> Period:
    """A period from ISO forms."""
    return Period(start=date(start) if start else None, end=date(end) if end else None, length=length, within=within)


class TestPartialDate:
    """Years, months and days."""

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            ((0,), "year 0 is not between 1 and 9999"),
            ((10000,), "year 10000 is not between 1 and 9999"),
            ((2019, 0), "month 0 is not between 1 and 12"),
            ((2019, 13), "month 13 is not between 1 and 12"),
            ((2019, 2, 29), "2019-02 has no day 29"),
            ((1900, 2, 29), "1900-02 has no day 29"),
            ((2019, 4, 31), "2019-04 has no day 31"),
            ((2019, 1, 0), "2019-01 has no day 0"),
            ((5, 2, 30), "0005-02 has no day 30"),
            ((2019, None, 5), "day 5 of 2019 stands without its month"),
        ],
    )
    def test_refused(self, arguments: tuple[Any, ...], message: str) -> None:
        """There is no such date, and the message names it."""
        with pytest.raises(InvariantError) as caught:
            PartialDate(*arguments)

        assert message == str(caught.value)

    @pytest.mark.parametrize(
        ("text", "earliest", "latest"),
        [
            ("2019", "2019-01-01", "2019-12-31"),
            ("2019-02", "2019-02-01", "2019-02-28"),
            ("2020-02", "2020-02-01", "2020-02-29"),
            ("1900-02", "1900-02-01", "1900-02-28"),
            ("2000-02", "2000-02-01", "2000-02-29"),
            ("2019-04", "2019-04-01", "2019-04-30"),
            ("2020-02-29", "2020-02-29", "2020-02-29"),
            ("9999", "9999-01-01", "9999-12-31"),
            ("0001", "0001-01-01", "0001-12-31"),
        ],
    )
    def test_first_and_last_day(self, text: str, earliest: str, latest: str) -> None:
        """A year and a month reach to their last day, leap years and the edges of the calendar included."""
        assert (day(earliest), day(latest)) == (date(text).earliest, date(text).latest)

    @pytest.mark.parametrize("text", ["2019", "2019-03", "2019-03-01", "0001-01", "0400"])
    def test_as_text(self, text: str) -> None:
        """It is shown as ISO 8601 writes it, years of less than four digits too."""
        assert text == str(date(text))

    @pytest.mark.parametrize(
        ("one", "other", "answer"),
        [
            ("2018", "2019", Answer.YES),
            ("2019", "2018", Answer.NO),
            ("2019", "2019", Answer.UNKNOWN),
            ("2019", "2019-03", Answer.UNKNOWN),
            ("2019-01", "2019-01-31", Answer.UNKNOWN),
            ("2019-01", "2019-02-01", Answer.YES),
            ("2019-02-01", "2019-01", Answer.NO),
            ("2019-03-01", "2019-03-01", Answer.NO),
            ("2019-12-31", "2019", Answer.NO),
            ("2019", "2019-01-01", Answer.NO),
            ("2019-01-01", "2019", Answer.UNKNOWN),
        ],
    )
    def test_before(self, one: str, other: str, answer: Answer) -> None:
        """Before, not before, or left open by how vague the two are."""
        assert answer is date(one).is_before(date(other))

    def test_before_a_day(self) -> None:
        """A day of the calendar does as well."""
        assert Answer.YES is date("2019").is_before(day("2020-01-01"))
        assert Answer.UNKNOWN is date("2019").is_before(day("2019-12-31"))

    @calm
    @given(testing.partial_dates())
    def test_holds_its_days(self, moment: PartialDate) -> None:
        """The last day is the last: the one after belongs to another year or month."""
        assert moment.earliest <= moment.latest
        if moment.latest < LAST:
            beyond = PartialDate.of(moment.latest.add(days=1))

            assert (moment.year, moment.month) != (
                beyond.year,
                beyond.month and moment.month and beyond.month,
            ) or moment.day

    @calm
    @given(testing.partial_dates(), testing.partial_dates())
    def test_before_is_antisymmetric(self, one: PartialDate, other: PartialDate) -> None:
        """Of two dates at most one lies before the other, and yes one way is no the other way."""
        forth, back = one.is_before(other), other.is_before(one)

        assert (forth, back) != (Answer.YES, Answer.YES)
        if forth is Answer.YES:
            assert back is Answer.NO

    @calm
    @given(testing.partial_dates(), testing.partial_dates(), st.data())
    def test_before_is_true_of_every_day(self, one: PartialDate, other: PartialDate, data: st.DataObject) -> None:
        """Yes and no hold whichever days the two turn out to be; unknown can turn out either way."""
        first, second = (data.draw(st.dates(moment.earliest, moment.latest)) for moment in (one, other))
        answer = one.is_before(other)

        if answer is not Answer.UNKNOWN:
            assert (first < second) is (answer is Answer.YES)
        else:
            assert one.earliest < other.latest
            assert one.latest >= other.earliest

    @calm
    @given(days)
    def test_of_a_day(self, some: pendulum.Date) -> None:
        """A day is a date of that one day."""
        assert (some, some) == (PartialDate.of(some).earliest, PartialDate.of(some).latest)


class TestLength:
    """Calendar lengths."""

    @pytest.mark.parametrize(
        ("fields", "message"),
        [
            ({}, "a length of nothing is no length: leave it out when it is unknown"),
            ({"years": -1}, "years -1 is below zero"),
            ({"months": -1}, "months -1 is below zero"),
            ({"years": 1, "days": -1}, "days -1 is below zero"),
        ],
    )
    def test_refused(self, fields: dict[str, int], message: str) -> None:
        """Nothing and less than nothing."""
        with pytest.raises(InvariantError) as caught:
            Length(**fields)

        assert message == str(caught.value)

    @pytest.mark.parametrize(
        ("length", "first", "last"),
        [
            (Length(years=2), "2019-01-01", "2020-12-31"),
            (Length(years=1), "2020-02-29", "2021-02-27"),
            (Length(months=1), "2019-01-31", "2019-02-27"),
            (Length(months=1), "2020-01-30", "2020-02-28"),
            (Length(days=1), "2019-01-01", "2019-01-01"),
            (Length(days=365), "2020-01-01", "2020-12-30"),
            (Length(1, 6, 10), "2019-01-01", "2020-07-10"),
            (Length(years=1), "9999-01-01", "9999-12-31"),
        ],
    )
    def test_after(self, length: Length, first: str, last: str) -> None:
        """Its last day is the one before the same day of a later month."""
        assert day(last) == length.after(day(first))

    @pytest.mark.parametrize(
        ("length", "last", "first"),
        [
            (Length(years=2), "2020-12-31", "2019-01-01"),
            (Length(months=1), "2020-02-29", "2020-02-01"),
            (Length(months=6), "2020-08-31", "2020-03-01"),
            (Length(days=1), "2020-03-01", "2020-03-01"),
            (Length(days=10), "2020-03-01", "2020-02-21"),
            (Length(years=2), "9999-12-31", "9998-01-01"),
            (Length(days=5), "9999-12-31", "9999-12-27"),
        ],
    )
    def test_before(self, length: Length, last: str, first: str) -> None:
        """Counted back from its last day, month ends and the end of the calendar included."""
        assert day(first) == length.before(day(last))

    @pytest.mark.parametrize("length", [Length(years=9000), Length(months=10**12), Length(days=10**13), Length(10**30)])
    def test_beyond_the_calendar(self, length: Length) -> None:
        """A length that no calendar holds ends with the calendar, and crashes nothing."""
        assert (LAST, FIRST) == (length.after(day("2019-01-01")), length.before(day("2019-12-31")))

    @calm
    @given(testing.lengths(), days)
    def test_contains_its_first_day(self, length: Length, first: pendulum.Date) -> None:
        """However short, it lasts to its first day at least."""
        assert length.before(first) <= first <= length.after(first)

    @calm
    @given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 800), days)
    def test_is_what_the_calendar_says(self, years: int, months: int, many: int, first: pendulum.Date) -> None:
        """Years and months are added first, then the days, as pendulum does, up to the calendar's last day."""
        assume(years or months or many)
        try:
            last = first.add(years=years, months=months, days=many - 1)
        except (OverflowError, ValueError):
            last = LAST

        assert last == Length(years, months, many).after(first)

    @calm
    @given(st.integers(1, 200), st.integers(1, 200), days.filter(lambda d: d.day <= 28))
    def test_adds_up(self, one: int, other: int, first: pendulum.Date) -> None:
        """So many months and then so many more are all of them together, and back again."""
        middle = Length(months=one).after(first)

        assert Length(months=one + other).after(first) == Length(months=other).after(middle.add(days=1))
        assert first == Length(months=one).before(middle)

    @pytest.mark.parametrize(
        ("length", "months", "text"),
        [
            (Length(years=1, months=6), 18, "1 year, 6 months"),
            (Length(years=2), 24, "2 years"),
            (Length(months=1, days=1), None, "1 month, 1 day"),
            (Length(days=10), None, "10 days"),
        ],
    )
    def test_in_months_and_words(self, length: Length, months: int | None, text: str) -> None:
        """Days are no whole months; one of a kind is told in the singular."""
        assert (months, text) == (length.in_months, str(length))


class TestRelativeDate:
    """Dates told by another."""

    def test_refused(self) -> None:
        """Before the end, and nobody says by how much."""
        with pytest.raises(InvariantError, match="a date before project-end needs to say by how much"):
            RelativeDate(Anchor.PROJECT_END, before=True)

    @pytest.mark.parametrize(
        ("moment", "text"),
        [
            (RelativeDate(Anchor.YEAR_END), "year-end"),
            (RelativeDate(Anchor.PROJECT_START, Length(months=6)), "6 months after project-start"),
            (RelativeDate(Anchor.PROJECT_END, Length(days=1), before=True), "1 day before project-end"),
        ],
    )
    def test_as_text(self, moment: RelativeDate, text: str) -> None:
        """In words."""
        assert text == str(moment)


class TestPeriodInvariants:
    """What is no period."""

    @pytest.mark.parametrize(
        ("start", "end"),
        [("2025-02", "2025-01"), ("2020", "2019"), ("2020-01-02", "2020-01-01"), ("2020-02", "2020-01-31")],
    )
    def test_ends_before_it_starts(self, start: str, end: str) -> None:
        """However precise the two are."""
        with pytest.raises(InvariantError) as caught:
            period(start, end)

        assert f"period ends {end} before it starts {start}" == str(caught.value)

    @pytest.mark.parametrize(
        ("start", "end"), [("2020-01-01", "2020-01-01"), ("2020-06", "2020"), ("2020", "2020-01-01")]
    )
    def test_may_end_where_it_starts(self, start: str, end: str) -> None:
        """One day is a period; so is one whose ends are told with unlike precision."""
        assert Answer.YES is period(start, end).in_year(2020)

    def test_says_nothing(self) -> None:
        """A ground alone bounds nothing."""
        with pytest.raises(InvariantError, match="a period needs a start, an end, a length or bounds: leave it out"):
            Period(ground="somebody said so")

    def test_bounds_of_bounds(self) -> None:
        """One pair of bounds is enough."""
        inner = period(within=Period.of_years(2000, 2010), length=Length(years=1))

        with pytest.raises(InvariantError, match="the bounds of a period cannot be bounded themselves"):
            Period(within=inner)

    def test_outside_its_bounds(self) -> None:
        """What must lie in a period cannot start after it or end before it."""
        with pytest.raises(InvariantError, match="period starts 2019 after its bounds 2007 to 2009"):
            period("2019", within=Period.of_years(2007, 2009))
        with pytest.raises(InvariantError, match="period ends 2006 before its bounds 2007 to 2009"):
            period("", "2006", within=Period.of_years(2007, 2009))


class TestPeriodDays:
    """Where a period lies."""

    @pytest.mark.parametrize(
        ("told", "first", "last", "placed"),
        [
            (period("2019", "2020"), "2019-01-01", "2020-12-31", True),
            (period("2019-03", "2020-02"), "2019-03-01", "2020-02-29", True),
            (period("2019"), "2019-01-01", None, False),
            (period("", "2016-08-03"), None, "2016-08-03", False),
            (period(length=Length(years=2)), None, None, False),
            (period("2019", length=Length(years=2)), "2019-01-01", "2020-12-31", True),
            (period("2019-05", length=Length(months=6)), "2019-05-01", "2019-10-31", True),
            (period("2019-05-15", length=Length(months=6)), "2019-05-15", "2019-11-14", True),
            (period("", "2020", Length(years=2)), "2019-01-01", "2020-12-31", True),
            (period("", "2020-02", Length(months=1)), "2020-02-01", "2020-02-29", True),
            (period("", "2020-03-31", Length(days=31)), "2020-03-01", "2020-03-31", True),
            (period("2019", "2021", Length(years=2)), "2019-01-01", "2021-12-31", True),
            (period(within=Period.of_years(2007, 2009)), "2007-01-01", "2009-12-31", False),
            (period("2008", within=Period.of_years(2007, 2009)), "2008-01-01", "2009-12-31", False),
            (period(length=Length(years=1), within=period("2007")), "2007-01-01", None, False),
            (period("9999", length=Length(years=9)), "9999-01-01", "9999-12-31", True),
            (period("", "0001", Length(years=9)), "0001-01-01", "0001-12-31", True),
        ],
        ids=str,
    )
    def test_first_and_last(self, told: Period, first: str | None, last: str | None, *, placed: bool) -> None:
        """From its ends, else from one end and its length, else from its bounds."""
        assert (first and day(first), last and day(last), placed) == (told.first_day, told.last_day, told.is_placed)

    @pytest.mark.parametrize(
        ("told", "years"),
        [
            (period("2019", "2020"), (2019, 2020)),
            (period("2019-12-31", "2021-01-01"), (2019, 2020, 2021)),
            (period("2019", length=Length(years=2)), (2019, 2020)),
            (period("", "2020", Length(years=2)), (2019, 2020)),
            (period("2019-07", length=Length(months=12)), (2019, 2020)),
            (period("2019"), None),
            (period(length=Length(years=2)), None),
            (period(within=Period.of_years(2007, 2009)), None),
        ],
        ids=str,
    )
    def test_years(self, told: Period, years: tuple[int, ...] | None) -> None:
        """The calendar years it touches, or nothing where it is not known where it lies."""
        assert years == told.years

    @pytest.mark.parametrize(
        ("told", "first_month", "years"),
        [
            (period("2019-03", "2020-02"), 7, (2018, 2019)),
            (period("2019-07", "2020-06"), 7, (2019,)),
            (period("2019", "2020"), 1, (2019, 2020)),
            (period("2019-04-01", "2019-04-01"), 4, (2019,)),
            (period("2019-03-31", "2019-03-31"), 4, (2018,)),
            (period("2019", length=Length(years=1)), 4, (2018, 2019)),
            (period("0001", "0001"), 12, (0, 1)),
            (period("2019"), 4, None),
        ],
        ids=str,
    )
    def test_fiscal_years(self, told: Period, first_month: int, years: tuple[int, ...] | None) -> None:
        """Named by the calendar year in which they start."""
        assert years == told.fiscal_years(first_month)

    @pytest.mark.parametrize(
        ("told", "months"),
        [
            (period("2019", "2020"), 24),
            (period("2019-03", "2019-03"), 1),
            (period("2019-01-15", "2019-02-14"), 1),
            (period("2019-01-15", "2019-02-13"), 0),
            (period("2019-01-31", "2019-02-27"), 1),
            (period("2020-02-29", "2021-02-27"), 12),
            (period("2020-01", "2020-02-28"), 1),
            (period(length=Length(years=2)), 24),
            (period(length=Length(days=40)), None),
            (period("2019", length=Length(months=18)), 18),
            (period("2019", "2020", Length(years=5)), 24),
            (period("2019"), None),
            (period("9999", "9999"), 12),
            (period("0001", "9999"), 119988),
        ],
        ids=str,
    )
    def test_in_months(self, told: Period, months: int | None) -> None:
        """From its ends first, since a length may contradict them; days alone are no months."""
        assert months == told.in_months

    @pytest.mark.parametrize(
        ("told", "text"),
        [
            (period("2019", "2020"), "2019 to 2020"),
            (period("2019", "2019"), "2019"),
            (period("2019"), "from 2019"),
            (period("", "2016-08"), "until 2016-08"),
            (period(length=Length(years=2)), "2 years"),
            (period("2019", length=Length(years=2)), "from 2019 (2 years)"),
            (period(within=Period.of_years(2007, 2009)), "within 2007 to 2009"),
            (period(length=Length(years=1), within=Period.of_years(2007, 2009)), "1 year, within 2007 to 2009"),
        ],
    )
    def test_as_text(self, told: Period, text: str) -> None:
        """In words, whatever is known of it."""
        assert text == str(told)

    def test_of_months(self) -> None:
        """Three years from a first of March end on a last of February, in a leap year on the 29th."""
        assert period("2021-03-01", "2024-02-29") == Period.of_months(day("2021-03-01"), 36)


class TestPeriodAnswers:
    """Yes, no, and what cannot be known."""

    @pytest.mark.parametrize(
        ("told", "moment", "answer"),
        [
            (period("2019", "2020"), "2020-05", Answer.YES),
            (period("2019", "2020"), "2019-01-01", Answer.YES),
            (period("2019", "2020"), "2018-12-31", Answer.NO),
            (period("2019", "2020"), "2021", Answer.NO),
            (period("2019-03", "2020-02"), "2019", Answer.UNKNOWN),
            (period("2019-03", "2020-02"), "2020", Answer.UNKNOWN),
            (period("2019"), "2018", Answer.NO),
            (period("2019"), "2020", Answer.UNKNOWN),
            (period("", "2016"), "2017", Answer.NO),
            (period("", "2016"), "2015", Answer.UNKNOWN),
            (period(length=Length(years=1)), "2015", Answer.UNKNOWN),
            (period(length=Length(years=1), within=Period.of_years(2007, 2009)), "2008", Answer.UNKNOWN),
            (period(length=Length(years=1), within=Period.of_years(2007, 2009)), "2010", Answer.NO),
            (period("2019", length=Length(years=2)), "2020-12-31", Answer.YES),
            (period("2019", length=Length(years=2)), "2021-01-01", Answer.NO),
            (period("", "2020", Length(years=2)), "2018-12-31", Answer.NO),
        ],
        ids=str,
    )
    def test_covers(self, told: Period, moment: str, answer: Answer) -> None:
        """Whether a date lies in it: only a period that is placed can say yes."""
        assert answer is told.covers(date(moment))

    def test_covers_a_day(self) -> None:
        """A day of the calendar does as well."""
        assert Answer.YES is period("2019", "2020").covers(day("2020-12-31"))

    @pytest.mark.parametrize(
        ("told", "year", "answer"),
        [
            (period("2017", "2019"), 2018, Answer.YES),
            (period("2017", "2019"), 2020, Answer.NO),
            (period("2017-12-31", "2019"), 2017, Answer.YES),
            (period("2017"), 2016, Answer.NO),
            (period("2017"), 2017, Answer.UNKNOWN),
            (period(length=Length(years=2)), 2018, Answer.UNKNOWN),
            (period("2019", length=Length(years=2)), 2021, Answer.NO),
            (period(within=Period.of_years(2007, 2009)), 2008, Answer.UNKNOWN),
            (period(within=Period.of_years(2007, 2009)), 2010, Answer.NO),
        ],
        ids=str,
    )
    def test_in_year(self, told: Period, year: int, answer: Answer) -> None:
        """Whether it touches a year."""
        assert answer is told.in_year(year)

    @pytest.mark.parametrize(
        ("one", "other", "answer"),
        [
            (period("2019", "2020"), period("2020", "2021"), Answer.YES),
            (period("2019", "2020"), period("2021", "2022"), Answer.NO),
            (period("2019-01-01", "2019-06-30"), period("2019-06-30", "2019-12-31"), Answer.YES),
            (period("2019", "2020"), period("", "2016-08"), Answer.NO),
            (period("2019", "2020"), period("2018"), Answer.UNKNOWN),
            (period("2019", "2020"), period(length=Length(years=1)), Answer.UNKNOWN),
            (period("2019", length=Length(years=1)), period("2020", "2020"), Answer.NO),
        ],
        ids=str,
    )
    def test_overlaps(self, one: Period, other: Period, answer: Answer) -> None:
        """Whether two have a day in common, whichever is asked."""
        assert (answer, answer) == (one.overlaps(other), other.overlaps(one))


class TestPeriodLaws:
    """What holds of every period."""

    @calm
    @given(testing.periods())
    def test_answers_without_fail(self, told: Period) -> None:
        """Whatever is known of a period, no question makes it crash, and its first day is not after its last."""
        first, last = told.first_day, told.last_day

        assert first is None or last is None or first <= last
        assert (told.years is not None) is told.is_placed
        assert (told.fiscal_years(7) is not None) is told.is_placed
        assert told.in_months is None or told.in_months >= 0
        assert str(told)
        assert isinstance(told.in_year(2020), Answer)

    @calm
    @given(testing.periods(), testing.periods())
    def test_overlap_is_symmetric(self, one: Period, other: Period) -> None:
        """Neither of two overlaps the other more than it is overlapped."""
        assert one.overlaps(other) is other.overlaps(one)

    @calm
    @given(testing.periods(), testing.partial_dates())
    def test_covering_and_overlapping_agree(self, told: Period, moment: PartialDate) -> None:
        """A period that covers a date overlaps it; one that does not overlap it does not cover it."""
        covers, overlaps = told.covers(moment), told.overlaps(Period(start=moment, end=moment))

        if covers is Answer.YES:
            assert Answer.YES is overlaps
        assert (covers is Answer.NO) is (overlaps is Answer.NO)

    @calm
    @given(testing.periods(), st.integers(1985, 2045))
    def test_years_and_answers_agree(self, told: Period, year: int) -> None:
        """The years it lists are the years it says yes to."""
        answer = told.in_year(year)

        assert answer is told.overlaps(Period.of_years(year))
        if told.years is not None:
            assert (Answer.YES if year in told.years else Answer.NO) is answer

    @calm
    @given(st.dates(dt.date(1950, 1, 1), dt.date(2050, 12, 31)), st.integers(1, 120))
    def test_so_many_months_are_so_many(self, first: dt.date, months: int) -> None:
        """A period of so many months lasts so many, also from the 29th, 30th and 31st."""
        assert months == Period.of_months(pendulum.date(first.year, first.month, first.day), months).in_months

    @calm
    @given(st.integers(1990, 2040), st.integers(1, 12), st.integers(0, 60), st.integers(1, 60))
    def test_months_add_up(self, year: int, month: int, one: int, other: int) -> None:
        """A period cut in two at the end of a month is as long as its two halves."""
        whole = Period.of_months(pendulum.date(year, month, 1), one + other)
        assume(one)
        first = Period.of_months(pendulum.date(year, month, 1), one)
        assert first.last_day is not None
        second = Period.of_months(first.last_day.add(days=1), other)

        assert whole.last_day == second.last_day
        assert whole.in_months == (first.in_months or 0) + (second.in_months or 0)

    @calm
    @given(st.integers(1, 9998), st.integers(1, 12))
    def test_last_days(self, year: int, month: int) -> None:
        """The last day of a month is the calendar's own, for every month there is."""
        assert calendar.monthrange(year, month)[1] == PartialDate(year, month).latest.day
