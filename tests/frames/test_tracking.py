"""The indicator tracking table: what was aimed at and what was found, beside one another in time."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest

from cooperation import frames
from cooperation.model import (
    Category,
    Described,
    Direction,
    Indicator,
    Logframe,
    Number,
    Objective,
    Observation,
    Part,
    PartialDate,
    Period,
    Project,
    Ratio,
    Value,
)

NAMES = ("target_kind", "target_position", "target_time", "actual_position", "actual_time", "variance")


def number(told: str) -> Number:
    """A number."""
    return Number(Decimal(told))


def seen(value: Value | None, *date: int, **more: Any) -> Observation:
    """A value on a date."""
    return Observation(value=value, date=PartialDate(*date) if date else None, **more)


def project(*indicators: Indicator) -> Project:
    """A project with these indicators."""
    return Project(
        id="a", title="A", logframe=Logframe(objectives=(Objective(id="o", statement="O", indicators=indicators),))
    )


def tracked(indicator: Indicator, *names: str, **more: Any) -> list[tuple[Any, ...]]:
    """The rows of one indicator with some of the columns."""
    return list(frames.tracking(project(indicator), **more).select(*(names or NAMES)).rows())


class TestTime:
    """``frames.tracking``: "One of the two times lies wholly within the other."."""

    @pytest.mark.parametrize(
        ("target", "actual", "together"),
        [
            (seen(number("4"), 2020), seen(number("3"), 2020), True),
            (seen(number("4"), 2020), seen(number("3"), 2020, 5, 1), True),
            (seen(number("4"), 2020, 12, 31), seen(number("3"), 2020), True),
            (seen(number("4"), 2020), Observation(value=number("3"), period=Period.of_years(2020)), True),
            (Observation(value=number("4"), period=Period.of_years(2019, 2021)), seen(number("3"), 2020), True),
            (seen(number("4"), 2020), seen(number("3"), 2021), False),
            (seen(number("4"), 2020, 5), seen(number("3"), 2020, 6), False),
            (
                Observation(value=number("4"), period=Period.of_years(2019, 2020)),
                Observation(value=number("3"), period=Period.of_years(2020, 2021)),
                False,
            ),
            (seen(number("4")), seen(number("3")), False),
            (seen(number("4"), 2020), seen(number("3")), False),
            (
                seen(number("4"), 2020),
                Observation(value=number("3"), period=Period(within=Period.of_years(2020))),
                False,
            ),
        ],
    )
    def test_pairs(self, target: Observation, actual: Observation, together: bool) -> None:
        """What only overlaps, or is not placed in time, is not put together."""
        rows = tracked(Indicator(id="i", statement="I", targets=(target,), actuals=(actual,)), "variance")

        assert ([(Decimal(-1),)] if together else [(None,), (None,)]) == rows

    def test_order(self) -> None:
        """Milestones, then targets, each with all values of its time; then values without a target."""
        indicator = Indicator(
            id="i",
            statement="I",
            milestones=(seen(number("5"), 2019),),
            targets=(seen(number("10"), 2021),),
            actuals=(seen(number("1"), 2018), seen(number("2"), 2019, 3), seen(number("6"), 2019, 12)),
        )

        assert [
            ("milestone", 0, "2019", 1, "2019-03", Decimal(-3)),
            ("milestone", 0, "2019", 2, "2019-12", Decimal(1)),
            ("target", 0, "2021", None, None, None),
            (None, None, None, 0, "2018", None),
        ] == tracked(indicator)

    def test_an_actual_of_a_whole_year_stands_beside_each_target_in_it(self) -> None:
        """Nothing chooses between two targets of one time."""
        indicator = Indicator(
            id="i",
            statement="I",
            targets=(seen(number("5"), 2019, 6), seen(number("10"), 2019, 12)),
            actuals=(seen(number("7"), 2019),),
        )

        assert [Decimal(2), Decimal(-3)] == [row[-1] for row in tracked(indicator)]


class TestRows:
    """One row at least for each indicator, and one row only for one fact."""

    def test_nothing_at_all(self) -> None:
        """An indicator without any value is in the table: it waits for them."""
        names = ("indicator", "baseline_state", "target_state", "actual_state", "dimension")

        assert [("i", None, None, None, None)] == tracked(Indicator(id="i", statement="I"), *names)

    def test_a_baseline_alone(self) -> None:
        """It stands in a row of its own, unknown as it may be."""
        names = ("baseline_state", "baseline_time", "target_state")
        indicator = Indicator(id="i", statement="I", baseline=seen(None, 2018))

        assert [("unknown", "2018", None)] == tracked(indicator, *names)

    def test_places_stay_apart(self) -> None:
        """A value of one place is not held against the target of another, nor the baseline of a third."""
        indicator = Indicator(
            id="i",
            statement="I",
            baseline=seen(number("0"), 2018, place="c"),
            targets=(seen(number("4"), 2020, place="a"), seen(number("4"), 2020, place="b")),
            actuals=(seen(number("3"), 2020, place="b"),),
        )

        assert [
            ("c", Decimal(0), None, None),
            ("a", None, Decimal(4), None),
            ("b", None, Decimal(4), Decimal(-1)),
        ] == tracked(indicator, "place", "baseline_number", "target_number", "variance")

    def test_groups_stay_apart(self) -> None:
        """Each group has its own rows, whichever way its crossing is written."""
        one, other = Category("sex", "women"), Category("age", "15-24")
        indicator = Indicator(
            id="i",
            statement="I",
            baseline=seen(number("1"), 2018, parts=(Part(of=(one, other), value=number("0")),)),
            targets=(seen(number("9"), 2020, parts=(Part(of=(other, one), value=number("4")),)),),
            actuals=(seen(number("8"), 2020, parts=(Part(of=(one,), value=number("5")),)),),
        )

        assert [
            (None, None, Decimal(1), Decimal(9), Decimal(8), Decimal(-1)),
            ("sex/age", "women/15-24", Decimal(0), Decimal(4), None, None),
            ("sex", "women", None, None, Decimal(5), None),
        ] == tracked(
            indicator, "dimension", "category", "baseline_number", "target_number", "actual_number", "variance"
        )


class TestVariance:
    """``variance``: "Actual less target, of two numbers in one unit."."""

    @pytest.mark.parametrize(
        ("target", "actual", "expected"),
        [
            (number("0"), number("0"), (Decimal(0), None, None)),
            (number("0.1"), number("0.3"), (Decimal("0.2"), None, None)),
            (number("1E+30"), number("1E-30"), (Decimal("-999999999999999999999999999999.999999999999999999999999999999"), None, None)),  # noqa: E501
            (Ratio(Decimal(1), Decimal(3)), Ratio(Decimal(1), Decimal(2)), (None, Decimal(1), Decimal(6))),
            (Ratio(Decimal(1), Decimal(3)), number("1"), (None, None, None)),
            (number("1"), Described("some"), (None, None, None)),
            (number("1"), None, (None, None, None)),
        ],
    )  # fmt: skip
    def test_values(self, target: Value | None, actual: Value | None, expected: tuple[Any, ...]) -> None:
        """It is exact, of ratios a ratio, and of unlike values there is none."""
        indicator = Indicator(id="i", statement="I", targets=(seen(target, 2020),), actuals=(seen(actual, 2020),))

        assert [expected] == tracked(indicator, "variance", "variance_numerator", "variance_denominator")

    def test_unlike_units(self) -> None:
        """Visits less wells are nothing."""
        indicator = Indicator(
            id="i",
            statement="I",
            targets=(seen(number("4"), 2020),),
            actuals=(seen(number("3"), 2020, unit="visit"),),
        )

        assert [(None,)] == tracked(indicator, "variance")


@attrs.frozen
class _Told:
    value: Fraction | None
    note: str | None = None


class TestProgress:
    """``progress``: "What tells how far an indicator has come"; the table itself does not reckon it."""

    INDICATOR = Indicator(
        id="i",
        statement="I",
        targets=(seen(number("3"), 2020, place="a"), seen(number("3"), 2021, place="a")),
        actuals=(seen(number("1"), 2020, 6, place="a"), seen(number("1"), 2020, place="b")),
    )

    def test_what_is_asked(self) -> None:
        """It is asked of rows that have both, of an indicator with the values of that place only."""
        asked = []

        def progress(indicator: Indicator, at: PartialDate | None, *, towards: Observation) -> _Told:
            asked.append((len(indicator.actuals), str(at), towards))
            return _Told(Fraction(1, 3), "of approximate values")

        rows = tracked(
            self.INDICATOR,
            "progress",
            "progress_numerator",
            "progress_denominator",
            "progress_note",
            progress=progress,
        )

        assert [(1, "2020-06", self.INDICATOR.targets[0])] == asked
        assert [
            (Decimal("0.333333333333"), Decimal(1), Decimal(3), "of approximate values"),
            (None, None, None, None),
            (None, None, None, None),
        ] == rows

    def test_why_there_is_none(self) -> None:
        """A progress without a value keeps its note, and one of nought is nought."""
        told = iter((_Told(None, "there is no baseline"), _Told(Fraction(0)), _Told(Fraction(5, 4))))
        indicator = Indicator(
            id="i",
            statement="I",
            targets=tuple(seen(number("3"), year) for year in (2018, 2019, 2020)),
            actuals=tuple(seen(number("1"), year) for year in (2018, 2019, 2020)),
        )
        rows = tracked(indicator, "progress", "progress_note", progress=lambda *_, **__: next(told))

        assert [(None, "there is no baseline"), (Decimal(0), None), (Decimal("1.25"), None)] == rows

    def test_without_it(self) -> None:
        """The columns are there and say nothing."""
        assert {(None, None)} == set(tracked(self.INDICATOR, "progress", "progress_note", progress=None))

    def test_that_of_the_measures(self) -> None:
        """Where nobody brings a way of reckoning, it is that of the measures, from the baseline on."""
        indicator = Indicator(
            id="i",
            statement="I",
            direction=Direction.DECREASE,
            baseline=seen(number("50"), 2018),
            targets=(seen(number("20"), 2020),),
            actuals=(seen(number("35"), 2020),),
        )

        assert [Decimal("0.5")] == [value for (value,) in tracked(indicator, "progress")]
