"""Work and results, each on a scale of its own, by thresholds that are data."""

import datetime as dt
import random
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cooperation.errors import InvariantError
from cooperation.measures import (
    DEFAULT,
    THRESHOLDS,
    Light,
    Reading,
    ResultState,
    Thresholds,
    WorkState,
    light,
    result_state,
    thresholds_of,
    work_state,
)
from cooperation.model import (
    Activity,
    Anchor,
    Direction,
    Indicator,
    Length,
    Milestone,
    Number,
    Observation,
    OverTime,
    PartialDate,
    Period,
    RelativeDate,
    WorkStatus,
)


def seen(value: int, year: int) -> Observation:
    """An observation of a year."""
    return Observation(value=Number(Decimal(value)), date=PartialDate(year))


def indicator(*actuals: int, direction: Direction | None = None, **fields: Any) -> Indicator:
    """From 100 in 2018 over 150 in 2019 to 200 in 2020."""
    held: dict[str, Any] = {
        "baseline": seen(100, 2018),
        "milestones": (seen(150, 2019),),
        "targets": (seen(200, 2020),),
        **fields,
    }
    found = tuple(seen(actual, year) for year, actual in enumerate(actuals, start=2019))
    return Indicator(id="i", statement="s", over_time=OverTime.LEVEL, direction=direction, actuals=found, **held)


END_2019, END_2020 = pendulum.date(2019, 12, 31), pendulum.date(2020, 12, 31)


class TestResults:
    """Against what was due by a date."""

    @pytest.mark.parametrize(
        ("actual", "state"),
        [
            (200, ResultState.ACHIEVED),
            (260, ResultState.ACHIEVED),
            (150, ResultState.ON_TRACK),
            (143, ResultState.ON_TRACK),
            (142, ResultState.MINOR_ISSUES),
            (125, ResultState.MINOR_ISSUES),
            (124, ResultState.NOT_ACHIEVED),
            (90, ResultState.NOT_ACHIEVED),
        ],
    )
    def test_against_the_milestone(self, actual: int, state: ResultState) -> None:
        """The default: 85 per cent of what was due is on track, half of it a minor issue."""
        assert state is result_state(indicator(actual), END_2019).value

    @pytest.mark.parametrize(
        ("actual", "state"),
        [(200, ResultState.ACHIEVED), (199, ResultState.ON_TRACK), (160, ResultState.MINOR_ISSUES)],
    )
    def test_at_the_end(self, actual: int, state: ResultState) -> None:
        """Only the target itself is achieved."""
        assert state is result_state(indicator(150, actual), END_2020).value

    def test_before_anything_is_due(self) -> None:
        """Nothing can be late yet, but a target may be reached already."""
        early = pendulum.date(2019, 6, 1)

        assert ResultState.NOT_YET is result_state(indicator(), early).value
        assert ResultState.NOT_YET is result_state(indicator(milestones=()), early).value
        assert ResultState.NOT_YET is result_state(indicator(targets=()), early).value
        reached = indicator(0, milestones=(), targets=(seen(0, 2021),))
        assert ResultState.ACHIEVED is result_state(reached, END_2019).value

    @pytest.mark.parametrize(
        ("given", "note"),
        [
            (indicator(), "nothing was measured yet"),
            (indicator(150, baseline=None), "there is no baseline"),
            (indicator(150, targets=(), milestones=()), "nothing was due by then"),
            (indicator(150, targets=(attrs.evolve(seen(9, 1), date=None),), milestones=()), "1 of 1 aims have no date"),
        ],
    )
    def test_unknown(self, given: Indicator, note: str) -> None:
        """What cannot be judged says why, and has no light."""
        found = result_state(given, END_2019)

        assert (None, note, None) == (found.value, found.note, light(found))

    @pytest.mark.parametrize(
        ("given", "code", "n", "unknown"),
        [
            # Two that are due last and differ are known, and there is still no answer.
            (indicator(150, milestones=(seen(150, 2019), seen(160, 2019))), None, 0, 0),
            (indicator(150, targets=(attrs.evolve(seen(9, 1), date=None),), milestones=()), None, 0, 1),
            (indicator(150, targets=(), milestones=()), "TGT006", 0, 0),
            (indicator(150, baseline=None), "TGT001", 0, 1),
        ],
    )
    def test_what_no_answer_rests_on(self, given: Indicator, code: str | None, n: int, unknown: int) -> None:
        """The rule that explains it, and how much is missing."""
        found = result_state(given, END_2019)

        assert (None, code, n, unknown) == (found.value, found.code, found.n, found.unknown)

    def test_maintain(self) -> None:
        """Kept is on track before the end and achieved at it; not kept is not achieved."""
        level = {"targets": (seen(100, 2020),), "milestones": (seen(100, 2019),)}
        kept = indicator(100, 101, direction=Direction.MAINTAIN, tolerance=Decimal(2), **level)

        assert ResultState.ON_TRACK is result_state(kept, END_2019).value
        assert ResultState.ACHIEVED is result_state(kept, END_2020).value
        lost = attrs.evolve(kept, actuals=(seen(100, 2019), seen(103, 2020)))
        assert ResultState.NOT_ACHIEVED is result_state(lost, END_2020).value

    @pytest.mark.parametrize(
        ("name", "state"),
        [
            ("default", ResultState.MINOR_ISSUES),
            ("toladata", ResultState.NOT_ACHIEVED),
            ("ndp", ResultState.ON_TRACK),
            ("ndp-strict", ResultState.MINOR_ISSUES),
        ],
    )
    def test_other_thresholds(self, name: str, state: ResultState) -> None:
        """One result, and what four scales make of 80 per cent of the way."""
        assert state is result_state(indicator(140), END_2019, THRESHOLDS[name]).value


def activity(**fields: Any) -> Activity:
    """An activity of May and June 2019."""
    period = Period(start=PartialDate(2019, 5), end=PartialDate(2019, 6))
    return Activity(id="visit", title="Study visit", **{"period": period, **fields})


ENDED = Period(start=PartialDate(2019, 5), end=PartialDate(2019, 6, 20))


class TestWork:
    """By status where its author gave one, else by dates."""

    @pytest.mark.parametrize(
        ("fields", "at", "state", "late"),
        [
            ({}, (2019, 4, 30), WorkState.PLANNED, None),
            ({}, (2019, 5, 31), WorkState.PLANNED, None),
            ({}, (2019, 6, 1), WorkState.MINOR_ISSUES, "1 day late"),
            ({}, (2019, 8, 29), WorkState.MAJOR_ISSUES, "90 days late"),
            ({"status": WorkStatus.ONGOING}, (2019, 6, 30), WorkState.ON_TRACK, None),
            ({"status": WorkStatus.ONGOING}, (2019, 7, 10), WorkState.MINOR_ISSUES, "10 days late"),
            ({"status": WorkStatus.ONGOING}, (2019, 9, 28), WorkState.MAJOR_ISSUES, "90 days late"),
            ({"status": WorkStatus.DELAYED}, (2019, 6, 1), WorkState.MINOR_ISSUES, None),
            ({"status": WorkStatus.DELAYED, "period": None}, (2019, 6, 1), WorkState.MINOR_ISSUES, None),
            ({"status": WorkStatus.CANCELLED}, (2019, 9, 28), WorkState.ABANDONED, None),
            ({"status": WorkStatus.COMPLETED}, (2019, 9, 28), WorkState.COMPLETED, None),
            ({"actual": ENDED}, (2019, 6, 20), WorkState.COMPLETED, None),
            ({"actual": ENDED}, (2019, 6, 19), WorkState.ON_TRACK, None),
            ({"actual": Period(start=PartialDate(2019, 5, 2))}, (2019, 6, 10), WorkState.ON_TRACK, None),
            (
                {"period": Period(start=PartialDate(2019, 5), length=Length(months=1))},
                (2019, 5, 3),
                WorkState.PLANNED,
                None,
            ),
            ({"period": Period(end=PartialDate(2019, 5))}, (2019, 6, 2), WorkState.MINOR_ISSUES, "2 days late"),
        ],
    )
    def test_truth(self, fields: dict[str, Any], at: tuple[int, int, int], state: WorkState, late: str | None) -> None:
        """Nothing is late before the last day on which it could begin or end is over."""
        found = work_state(activity(**fields), pendulum.date(*at))

        assert (state, late) == (found.value, found.note)
        assert (1, int("period" in fields and fields["period"] is None)) == (found.n, found.unknown)

    @pytest.mark.parametrize(
        ("fields", "points", "at", "state", "told"),
        [
            # Before, on and after the last day on which the milestone can be due.
            ({}, [((2019, 5), None)], (2019, 5, 20), WorkState.PLANNED, None),
            ({}, [((2019, 5), None)], (2019, 5, 31), WorkState.PLANNED, None),
            ({}, [((2019, 4), None)], (2019, 5, 10), WorkState.MINOR_ISSUES, "10 days late: point 1"),
            # Reached in time, reached only later, and reached before it is asked: then the work has begun.
            ({}, [((2019, 4), (2019, 4, 2))], (2019, 5, 10), WorkState.ON_TRACK, None),
            ({}, [((2019, 4), (2019, 5, 12))], (2019, 5, 10), WorkState.MINOR_ISSUES, "10 days late: point 1"),
            ({}, [((2019, 4), (2019, 5, 10))], (2019, 5, 10), WorkState.ON_TRACK, None),
            ({}, [(None, (2019, 4, 2))], (2019, 6, 10), WorkState.ON_TRACK, None),
            # Of several the one that is latest counts, and the activity itself where it is later still.
            (
                {"status": WorkStatus.ONGOING},
                [((2019, 5), None), ((2019, 4), None)],
                (2019, 6, 4),
                WorkState.MINOR_ISSUES,
                "35 days late: point 2",
            ),
            ({}, [((2019, 6, 25), None)], (2019, 9, 28), WorkState.MAJOR_ISSUES, "120 days late"),
            (
                {"status": WorkStatus.ONGOING},
                [((2019, 1), None)],
                (2019, 6, 1),
                WorkState.MAJOR_ISSUES,
                "121 days late: point 1",
            ),
            # Without a period of its own an activity is known by its milestones.
            ({"period": None}, [((2019, 4), None)], (2019, 4, 30), WorkState.PLANNED, None),
            ({"period": None}, [((2019, 4), None)], (2019, 5, 1), WorkState.MINOR_ISSUES, "1 day late: point 1"),
            # What is done is done, whatever was left out on the way; what was given up is not late.
            ({"status": WorkStatus.COMPLETED}, [((2019, 4), None)], (2019, 9, 28), WorkState.COMPLETED, None),
            ({"status": WorkStatus.CANCELLED}, [((2019, 4), None)], (2019, 9, 28), WorkState.ABANDONED, None),
        ],
    )
    def test_truth_of_milestones(
        self,
        fields: dict[str, Any],
        points: list[tuple[tuple[int, ...] | None, tuple[int, ...] | None]],
        at: tuple[int, int, int],
        state: WorkState,
        told: str | None,
    ) -> None:
        """A milestone that should have been reached makes the work late, and the note names it."""
        milestones = tuple(
            Milestone(
                title=f"point {number}",
                due=None if due is None else PartialDate(*due),
                reached=None if reached is None else PartialDate(*reached),
            )
            for number, (due, reached) in enumerate(points, start=1)
        )

        found = work_state(activity(**{"milestones": milestones, **fields}), pendulum.date(*at))

        assert (state, told) == (found.value, found.note)

    def test_a_milestone_told_by_another_date(self) -> None:
        """What is due some months after something else has no day, and makes nothing late nor known."""
        point = Milestone(title="A report", due=RelativeDate(anchor=Anchor.PROJECT_END, offset=Length(months=1)))

        assert WorkState.PLANNED is work_state(activity(milestones=(point,)), pendulum.date(2019, 5, 1)).value
        assert work_state(activity(period=None, milestones=(point,)), pendulum.date(2030, 1, 1)).value is None

    @pytest.mark.parametrize(
        "fields",
        [
            {"period": None},
            {"period": Period(length=Length(months=2))},
            {"period": Period(length=Length(months=2), within=Period.of_years(2019))},
        ],
    )
    def test_unknown(self, fields: dict[str, Any]) -> None:
        """Without a date in the plan nobody can say that it is late, or that it is not."""
        found = work_state(activity(**fields), pendulum.date(2030, 1, 1))

        assert (None, "nobody said when it was to be done", 1) == (found.value, found.note, found.unknown)

    def test_a_month_stands_for_its_last_day(self) -> None:
        """As a year does, of the work and of results."""
        assert "30 days late" == work_state(activity(), PartialDate(2019, 6)).note
        assert result_state(indicator(150), END_2019) == result_state(indicator(150), PartialDate(2019))


class TestThresholds:
    """Data: with a name, a source and an order."""

    def test_they_have_sources(self) -> None:
        """Whoever sees a red light can look up why."""
        assert all(held.name == name and len(held.source) > 20 for name, held in THRESHOLDS.items())

    def test_profiles(self) -> None:
        """A profile that has none of its own, or no profile, has the default."""
        assert DEFAULT is thresholds_of(None) is thresholds_of("icld")
        assert THRESHOLDS["ndp"] is thresholds_of("ndp")

    @pytest.mark.parametrize(
        "fields",
        [
            {"minor": Fraction(9, 10)},
            {"days_late": 0},
            {"days_late": 100},
        ],
    )
    def test_out_of_order(self, fields: dict[str, Any]) -> None:
        """What is minor is not better than what is on track."""
        with pytest.raises(InvariantError):
            Thresholds(**{"name": "x", "on_track": Fraction(8, 10), "minor": Fraction(1, 2), "source": "us", **fields})

    def test_the_edges_belong_to_the_better_side(self) -> None:
        """What reaches a threshold has passed it."""
        exact = attrs.evolve(DEFAULT, on_track=Fraction(8, 10), minor=Fraction(8, 10))

        assert ResultState.ON_TRACK is result_state(indicator(140), END_2019, exact).value
        assert (
            ResultState.MINOR_ISSUES
            is result_state(indicator(140), END_2019, attrs.evolve(exact, on_track=Fraction(81, 100))).value
        )

    def test_days_are_data_too(self) -> None:
        """Whoever is patient says so."""
        patient = attrs.evolve(DEFAULT, days_late=30, days_very_late=365)

        assert WorkState.PLANNED is work_state(activity(), pendulum.date(2019, 6, 20), patient).value

    @pytest.mark.parametrize(
        ("state", "colour"),
        [
            *((state, None) for state in (WorkState.PLANNED, WorkState.ABANDONED, ResultState.NOT_YET)),
            *((state, Light.GREEN) for state in (WorkState.ON_TRACK, WorkState.COMPLETED, ResultState.ACHIEVED)),
            *((state, Light.AMBER) for state in (WorkState.MINOR_ISSUES, ResultState.MINOR_ISSUES)),
            *((state, Light.RED) for state in (WorkState.MAJOR_ISSUES, ResultState.NOT_ACHIEVED)),
        ],
    )
    def test_lights(self, state: Any, colour: Light | None) -> None:
        """What is not judged has none."""
        assert colour is light(Reading(state, 1))

    def test_every_state_is_judged_or_is_not(self) -> None:
        """No state is forgotten, and an unknown one has no light."""
        dark = {WorkState.PLANNED, WorkState.ABANDONED, ResultState.NOT_YET}

        assert dark == {state for state in (*WorkState, *ResultState) if light(Reading(state, 1)) is None}
        assert light(Reading(None)) is None


DAYS = st.dates(dt.date(2018, 1, 1), dt.date(2022, 12, 31)).map(lambda day: pendulum.date(day.year, day.month, day.day))
WORSE = [WorkState.PLANNED, WorkState.ON_TRACK, WorkState.MINOR_ISSUES, WorkState.MAJOR_ISSUES]


class TestProperties:
    """What holds of any activity and any indicator."""

    @given(DAYS, st.integers(0, 400), st.lists(DAYS, max_size=3), DAYS, DAYS)
    def test_work_that_nobody_reports_gets_no_better(
        self, start: pendulum.Date, days: int, points: list[pendulum.Date], early: pendulum.Date, late: pendulum.Date
    ) -> None:
        """The later it is asked, the later it is, by as many days at most."""
        early, late = min(early, late), max(early, late)
        held = activity(
            period=Period(start=PartialDate.of(start), end=PartialDate.of(start.add(days=days))),
            milestones=tuple(Milestone(title="m", due=PartialDate.of(day)) for day in points),
        )
        before, after = work_state(held, early), work_state(held, late)

        assert before.value is not None
        assert after.value is not None
        assert WORSE.index(before.value) <= WORSE.index(after.value)
        assert 0 <= _late(after.note) - _late(before.note) <= late.toordinal() - early.toordinal()

    @given(st.lists(DAYS, min_size=1, max_size=4), DAYS, st.randoms(use_true_random=False))
    def test_the_order_of_milestones_does_not_matter(
        self, points: list[pendulum.Date], at: pendulum.Date, how: random.Random
    ) -> None:
        """The state and the days are those of the one that is latest."""
        held = [Milestone(title="m", due=PartialDate.of(day)) for day in points]
        other = held[:]
        how.shuffle(other)

        assert work_state(activity(milestones=tuple(held)), at) == work_state(activity(milestones=tuple(other)), at)

    @given(st.integers(0, 300), st.integers(1, 50), st.sampled_from([END_2019, END_2020]))
    def test_the_scale_does_not_matter(self, found: int, factor: int, at: pendulum.Date) -> None:
        """Counted in thousands or one by one, a result is the same."""

        def times(one: Observation) -> Observation:
            return attrs.evolve(one, value=Number(one.value.number * factor)) if isinstance(one.value, Number) else one

        plain = indicator(found)
        held = {name: tuple(map(times, getattr(plain, name))) for name in ("milestones", "targets", "actuals")}
        scaled = attrs.evolve(plain, baseline=None if plain.baseline is None else times(plain.baseline), **held)

        assert result_state(plain, at) == result_state(scaled, at)

    @given(st.integers(0, 300), st.integers(0, 300), st.sampled_from([END_2019, END_2020]))
    def test_more_is_never_worse(self, one: int, other: int, at: pendulum.Date) -> None:
        """Of what is to increase."""
        order = [ResultState.NOT_ACHIEVED, ResultState.MINOR_ISSUES, ResultState.ON_TRACK, ResultState.ACHIEVED]
        less, more = (result_state(indicator(found), at).value for found in sorted((one, other)))

        assert less is not None
        assert more is not None
        assert order.index(less) <= order.index(more)


def _late(note: str | None) -> int:
    return 0 if note is None else int(note.split()[0])
