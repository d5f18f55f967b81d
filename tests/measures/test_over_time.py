"""Rolling up over time: six ways, each told apart from the others."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cooperation.measures import Accumulation, over_time, series
from cooperation.model import (
    Described,
    Direction,
    Indicator,
    Length,
    Measure,
    NotApplicable,
    Number,
    Observation,
    OverTime,
    PartialDate,
    Period,
    Ratio,
    UnitKind,
    Value,
)

WAYS = tuple(Accumulation)
INCREMENTAL, CUMULATIVE, LEVEL, LATEST, MAXIMUM, AVERAGE = WAYS


def seen(value: Value | int | None, year: int | None = None, **fields: Any) -> Observation:
    """An observation of a year."""
    held = Number(Decimal(value)) if isinstance(value, int) else value
    return Observation(value=held, date=None if year is None else PartialDate(year), **fields)


def indicator(*actuals: Observation, **fields: Any) -> Indicator:
    """An indicator with these actuals."""
    return Indicator(id="i", statement="An indicator", actuals=actuals, **fields)


def years(*values: Value | int | None) -> tuple[Observation, ...]:
    """An observation a year, from 2019 on."""
    return tuple(seen(value, year) for year, value in enumerate(values, start=2019))


def shares(*pairs: tuple[int, int]) -> tuple[Observation, ...]:
    """A share a year, from 2019 on."""
    return years(*(Ratio(Decimal(a), Decimal(b)) for a, b in pairs))


class TestTruth:
    """10, 30 and 20 of three years, and what else three years may hold."""

    @pytest.mark.parametrize(
        ("how", "value", "n", "unknown"),
        [
            (INCREMENTAL, 60, 3, 0),
            (CUMULATIVE, None, 3, 0),
            (LEVEL, 20, 1, 0),
            (LATEST, 20, 1, 0),
            (MAXIMUM, 30, 3, 0),
            (AVERAGE, 20, 3, 0),
        ],
    )
    def test_three_years(self, how: Accumulation, value: int | None, n: int, unknown: int) -> None:
        """A cumulative series that falls contradicts itself (IND014)."""
        found = over_time(indicator(*years(10, 30, 20)), how)

        assert (value, n, unknown) == (found.value and found.value.number, found.n, found.unknown)
        assert ("IND014" if value is None else None) == found.code

    @pytest.mark.parametrize(
        ("how", "value", "unknown"),
        [
            (INCREMENTAL, 40, 1),
            (CUMULATIVE, 30, 1),
            (LEVEL, None, 1),
            (LATEST, 30, 1),
            (MAXIMUM, 30, 1),
            (AVERAGE, 20, 1),
        ],
    )
    def test_the_last_year_unknown(self, how: Accumulation, value: int | None, unknown: int) -> None:
        """Only a level is lost with it: it is the value at the last date."""
        found = over_time(indicator(*years(10, 30, None)), how)

        assert (value, unknown) == (found.value and found.value.number, found.unknown)

    @pytest.mark.parametrize("how", WAYS)
    def test_an_earlier_year_unknown(self, how: Accumulation) -> None:
        """What is known of the end does not rest on it; sums, maxima and averages do."""
        found = over_time(indicator(*years(10, None, 30)), how)
        rests_on_one = how in (CUMULATIVE, LEVEL, LATEST)

        assert ((1, 0) if rests_on_one else (2, 1)) == (found.n, found.unknown)

    @pytest.mark.parametrize("how", WAYS)
    def test_not_applicable_is_neither_known_nor_unknown(self, how: Accumulation) -> None:
        """A year in which nothing could be measured is not missing, and is not nought."""
        assert over_time(indicator(*years(10, 30)), how) == over_time(indicator(*years(10, NotApplicable(), 30)), how)

    @pytest.mark.parametrize("how", WAYS)
    def test_nought_is_a_value(self, how: Accumulation) -> None:
        """It is added, it is the last, and it lowers an average."""
        found = over_time(indicator(*years(0), over_time=OverTime.LEVEL), how)

        assert found.value is not None
        assert (0, 1) == (found.value.number, found.n)

    def test_words_are_unknown(self) -> None:
        """They are no number, and the note says so."""
        assert 1 == over_time(indicator(*years(10, Described("weekly"))), INCREMENTAL).unknown
        assert "no value is a number: 1 told in words, 1 unknown" == (
            over_time(indicator(*years(Described("weekly"), None)), LATEST).note
        )

    @pytest.mark.parametrize(
        ("mode", "value"), [(OverTime.INCREMENTAL, 60), (OverTime.CUMULATIVE, 30), (OverTime.LEVEL, 30)]
    )
    def test_as_the_indicator_says(self, mode: OverTime, value: int) -> None:
        """Without a way of one's own, the indicator's; and one of the model's words may be given, too."""
        own = over_time(indicator(*years(10, 20, 30), over_time=mode)).value
        given_ = over_time(indicator(*years(10, 20, 30)), mode).value

        assert own is not None
        assert value == own.number
        assert own == given_

    def test_nobody_said(self) -> None:
        """10, 20 and 30 are 30 or 60 (IND013); of one value there is no doubt."""
        assert ("IND013", 3) == (over_time(indicator(*years(10, 20, 30))).code, over_time(indicator(*years(1, 2, 3))).n)
        assert over_time(indicator(*years(10, None))).is_known

    @pytest.mark.parametrize(
        ("actuals", "at", "note"),
        [
            ((), None, "there are no values"),
            (years(10), PartialDate(2018), "no value was known by then"),
            (years(10), pendulum.date(2019, 6, 1), "no value is known to be of that time"),
            (
                (seen(1, 2019, place="a"), seen(2, 2019, place="b")),
                None,
                "values of several places, partners or groups",
            ),
        ],
    )
    def test_no_value(self, actuals: tuple[Observation, ...], at: Any, note: str) -> None:
        """Why there is nothing to say."""
        found = over_time(indicator(*actuals), LATEST, at=at)

        assert found.value is None
        assert str(found.note).startswith(note)


class TestShares:
    """Percentages, with and without their wholes."""

    PERCENT = Measure.PERCENTAGE

    def test_the_average_is_that_of_all_wholes(self) -> None:
        """2 of 10 and 600 of 1000 are 602 of 1010."""
        found = over_time(indicator(*shares((2, 10), (600, 1000)), measure=self.PERCENT), AVERAGE).value

        assert found is not None
        assert (Fraction(60200, 1010), Fraction(1010)) == (found.as_fraction, found.whole)

    @pytest.mark.parametrize("how", [INCREMENTAL, AVERAGE])
    def test_without_wholes(self, how: Accumulation) -> None:
        """20 and 60 per cent are nothing together (IND016)."""
        assert "IND016" == over_time(indicator(*years(20, 60), measure=self.PERCENT), how).code

    def test_a_share_and_a_number(self) -> None:
        """They have no average, and it is the mixture that is wrong."""
        found = over_time(indicator(*shares((1, 2)), seen(3, 2020)), AVERAGE)

        assert ("IND016", "shares and plain numbers cannot be rolled up together") == (found.code, found.note)

    @pytest.mark.parametrize("how", [LEVEL, LATEST, MAXIMUM, CUMULATIVE])
    def test_what_may_be_told_of_them(self, how: Accumulation) -> None:
        """The last and the greatest need no whole."""
        found = over_time(indicator(*years(20, 60), measure=self.PERCENT), how).value

        assert found is not None
        assert 60 == found.as_fraction


class TestTime:
    """When a value is of, and what overlaps."""

    def test_order_of_the_document_does_not_matter(self) -> None:
        """Values are put in the order of time."""
        assert over_time(indicator(*years(1, 2, 3)), LATEST) == over_time(indicator(*years(1, 2, 3)[::-1]), LATEST)

    @pytest.mark.parametrize(
        "periods",
        [
            (Period.of_years(2019), Period(start=PartialDate(2019, 7), end=PartialDate(2020, 6))),
            (Period.of_years(2019, 2020), Period.of_years(2020)),
            (Period(start=PartialDate(2019), end=PartialDate(2020, 1, 1)), Period.of_years(2020)),
            (Period(start=PartialDate(2019), length=Length(years=2)), Period.of_years(2020)),
        ],
    )
    def test_periods_that_overlap_are_not_added(self, periods: Sequence[Period]) -> None:
        """What happened in both would count twice."""
        actuals = [Observation(value=Number(Decimal(1)), period=period) for period in periods]

        assert "IND017" == over_time(indicator(*actuals), INCREMENTAL).code
        assert over_time(indicator(*actuals), MAXIMUM).is_known

    def test_periods_that_meet_are(self) -> None:
        """The day after one ends the next begins."""
        halves = (
            Period(start=PartialDate(2019, 1), end=PartialDate(2019, 6)),
            Period(start=PartialDate(2019, 7), length=Length(months=6)),
        )
        found = over_time(indicator(*(Observation(value=Number(Decimal(2)), period=p) for p in halves)), INCREMENTAL)

        assert found.value is not None
        assert 4 == found.value.number

    def test_an_undated_value_counts_only_alone(self) -> None:
        """Nobody knows whether it lies before or after the others, or within them."""
        assert over_time(indicator(seen(5)), LATEST).is_known
        assert 1 == over_time(indicator(seen(5), *years(3)), INCREMENTAL).unknown
        assert 1 == over_time(indicator(seen(5), *years(3)), LATEST).unknown

    @pytest.mark.parametrize(
        ("period", "unknown"),
        [
            (Period(end=PartialDate(2020)), 0),
            (Period(start=PartialDate(2020), length=Length(years=1)), 0),
            (Period(start=PartialDate(2020)), 1),
            (Period(length=Length(years=1), within=Period.of_years(2020)), 1),
        ],
    )
    def test_when_a_period_is_of(self, period: Period, unknown: int) -> None:
        """By its end, stated or counted from its length; a period that is only bounded is of no known time."""
        found = over_time(indicator(*years(3), Observation(value=Number(Decimal(9)), period=period)), LATEST)

        assert (3 if unknown else 9, unknown) == (found.value and found.value.number, found.unknown)

    def test_two_values_of_the_last_date(self) -> None:
        """If they differ nobody knows which holds; if not, there is no doubt."""
        twice = indicator(seen(5, 2019), seen(6, 2019))

        assert "2 values of the last date differ" == over_time(twice, LATEST).note
        assert over_time(attrs.evolve(twice, actuals=(seen(5, 2019), seen(5, 2019))), LATEST).is_known

    def test_a_falling_series_may_be_what_is_wanted(self) -> None:
        """A cumulative count of what is left to do falls."""
        falling = indicator(*years(30, 20), direction=Direction.DECREASE)

        assert over_time(falling, CUMULATIVE).is_known
        assert over_time(indicator(*years(20, 20)), CUMULATIVE).is_known
        assert over_time(attrs.evolve(falling, direction=Direction.INCREASE), CUMULATIVE).is_refused

    def test_persons_of_several_periods(self) -> None:
        """Whoever came in both counts once, unless nobody did (IND017)."""
        people = indicator(*years(30, 20), unit_kind=UnitKind.PERSON)

        assert "IND017" == over_time(people, INCREMENTAL).code
        assert over_time(attrs.evolve(people, unique=True), INCREMENTAL).is_known

    def test_other_observations(self) -> None:
        """Milestones are rolled up as actuals are."""
        held = attrs.evolve(indicator(*years(1)), milestones=years(10, 20))
        found = over_time(held, INCREMENTAL, of=held.milestones).value

        assert found is not None
        assert 30 == found.number


class TestSeries:
    """An indicator taken apart by place, partner and people."""

    def test_apart(self) -> None:
        """Each series has the values of one; together they have all."""
        held = attrs.evolve(
            indicator(seen(1, 2019, place="a"), seen(2, 2019, partner="p"), seen(3, 2020, place="a")),
            baseline=seen(0, 2018, place="a"),
            targets=(seen(9, 2021, place="a"), seen(9, 2021)),
            milestones=(seen(4, 2020, population="women"),),
        )
        found = series(held)

        assert [("a", None, None), (None, None, "women"), (None, None, None), (None, "p", None)] == [
            (one.place, one.partner, one.population) for one in found
        ]
        assert held.baseline == found[0].indicator.baseline
        assert [3, 0, 1, 1] == [len(one.indicator.targets) + len(one.indicator.actuals) for one in found]

    def test_of_one(self) -> None:
        """What is of one place is itself; what has no values has no series."""
        held = indicator(*years(1, 2))

        assert held is series(held)[0].indicator
        assert () == series(indicator())


class TestProperties:
    """What holds of any values."""

    VALUES = st.lists(st.integers(-100, 100), min_size=1, max_size=6)

    @given(VALUES)
    def test_the_ways_agree_where_they_must(self, values: list[int]) -> None:
        """The average times the number is the sum; the last is a value; none is above the greatest."""
        held = indicator(*years(*values), direction=Direction.DECREASE)
        found = {how: over_time(held, how).value for how in WAYS}
        numbers = {how: value.number for how, value in found.items() if value is not None}

        assert len(WAYS) == len(numbers)
        assert numbers[INCREMENTAL] == len(values) * numbers[AVERAGE] == sum(values)
        assert numbers[LATEST] == numbers[LEVEL] == numbers[CUMULATIVE] == values[-1]
        assert numbers[MAXIMUM] == max(values)

    @given(VALUES, st.randoms(use_true_random=False), st.sampled_from(WAYS))
    def test_order_free(self, values: list[int], random: Any, how: Accumulation) -> None:
        """The order in which a document lists them says nothing."""
        listed = list(years(*values))
        mixed = list(listed)
        random.shuffle(mixed)

        assert over_time(indicator(*listed), how) == over_time(indicator(*mixed), how)

    @given(st.lists(st.integers(0, 100), min_size=2, max_size=6), st.integers(1, 5))
    def test_time_by_time(self, values: list[int], cut: int) -> None:
        """The sum of all periods is that of the first and that of the rest."""
        at = PartialDate(2018 + cut)
        held = indicator(*years(*values))
        first = over_time(held, INCREMENTAL, at=at).value
        rest = over_time(held, INCREMENTAL, of=held.actuals[cut:]).value

        assert sum(values) == (first.number if first else 0) + (rest.number if rest else 0)
