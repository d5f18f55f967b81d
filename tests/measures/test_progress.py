"""Progress: one rule, held against the tables that show what others make of the same data."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pendulum
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cooperation.measures import aim_due, final_target, over_partners, progress, share_of_target
from cooperation.model import (
    Described,
    Direction,
    Indicator,
    Measure,
    NotApplicable,
    Number,
    Observation,
    OverParts,
    OverTime,
    PartialDate,
    Period,
    Ratio,
    UnitKind,
    Value,
)

HALF = Fraction(1, 2)
UP, DOWN, KEEP = Direction.INCREASE, Direction.DECREASE, Direction.MAINTAIN


def seen(value: Value | int | str | None, year: int | None = None, **fields: Any) -> Observation:
    """An observation of a year."""
    held = Number(Decimal(value)) if isinstance(value, int | str) else value
    return Observation(value=held, date=None if year is None else PartialDate(year), **fields)


def indicator(
    baseline: Any = None, target: Any = None, *actuals: Any, direction: Direction | None = None, **fields: Any
) -> Indicator:
    """An indicator with values of the years 2018, 2021, and 2019 onward."""

    def told(value: Any, year: int) -> Observation:
        return value if isinstance(value, Observation) else seen(value, year)

    return Indicator(
        id="i",
        statement="An indicator",
        direction=direction,
        baseline=None if baseline is None else told(baseline, 2018),
        targets=() if target is None else (told(target, 2021),),
        actuals=tuple(told(actual, year) for year, actual in enumerate(actuals, start=2019)),
        **fields,
    )


# ---- What other programs make of the same data: facts about them, told by the domain notes, and no part of the package


def rsr(_baseline: int, target: int, actual: int) -> Fraction | None:
    """Akvo RSR: actual over target, whatever the baseline and the direction."""
    return Fraction(actual, target) if target else None


def toladata(baseline: int, target: int, actual: int) -> Fraction | None:
    """TolaData: actual over target, turned round where the value should fall; nought counts as not there."""
    if not target or not actual:
        return None
    return Fraction(target, actual) if target < baseline else Fraction(actual, target)


def hikaya_period_by_the_code(baseline: int, target: int, actual: int) -> Fraction | None:
    """Hikaya's periods by the code that was read: a bracket is missing, and nought breaks it."""
    if target == baseline:
        return None
    return Fraction(actual, target) if target > baseline else target + Fraction(target - actual, target)


def hikaya_period_by_the_issue(baseline: int, target: int, actual: int) -> Fraction | None:
    """Hikaya's periods as its issue #397 tells them."""
    if target == baseline:
        return None
    return Fraction(actual, target) if target > baseline else Fraction(target + target - actual, target)


def hikaya_end(baseline: int, target: int, actual: int) -> Fraction | None:
    """Hikaya's end of the programme: another formula than for its periods where the value should fall."""
    if target == baseline:
        return None
    return Fraction(actual, target) if target > baseline else Fraction(baseline - actual, baseline - target)


def unicef_prp(baseline: int, target: int, actual: int) -> Fraction:
    """UNICEF's reporting portal: of the way from the baseline, but nought unless the value rises."""
    return Fraction(0) if actual <= baseline else Fraction(actual - baseline, target - baseline)


def d_portal_gain(baseline: int, target: int, actual: int) -> Fraction | None:
    """D-Portal's gain, as its issue #561 tells it: of the way, cut off at the whole."""
    return None if target == baseline else min(Fraction(1), Fraction(actual - baseline, target - baseline))


# Baseline, target, actual, direction; RSR, TolaData, Hikaya's period and end, UNICEF, D-Portal, in per cent; ours.
SECTION_2 = {
    "half way up": ((100, 200, 150, UP), (75, 75, 75, 75, 50, 50), Fraction(1, 2)),
    "half way down": ((50, 20, 35, DOWN), (175, 57, 1925, 50, 0, 50), Fraction(1, 2)),
    "eradicate": ((10, 0, 2, DOWN), (None, None, "broken", 80, 0, 80), Fraction(4, 5)),
    "maintain": ((80, 80, 80, KEEP), (100, 100, None, None, 0, None), Fraction(1)),
    "over-achieved": ((50, 20, 10, DOWN), (50, 200, 2050, 133, 0, 100), Fraction(4, 3)),
}
OTHERS = (rsr, toladata, hikaya_period_by_the_code, hikaya_end, unicef_prp, d_portal_gain)

# Baseline, target, actual; RSR, Hikaya's period and end by its issue; ours, all in per cent.
APPENDIX_C = {
    "literacy up": ((40, 50, 42), ("84", "84", "84"), "20"),
    "unemployment down": ((50, 40, 45), ("112.5", "87.5", "50"), "50"),
    "unemployment got worse": ((50, 40, 52), ("130", "70", "-20"), "-20"),
    "pupils, from nothing": ((0, 100, 80), ("80", "80", "80"), "80"),
}


class TestTables:
    """Section 2 of the notes on peers, and appendix C of the rule catalogue."""

    @pytest.mark.parametrize("case", SECTION_2)
    def test_section_2(self, case: str) -> None:
        """What our rule says of the five cases on which six programs disagree."""
        (baseline, target, actual, direction), _, ours = SECTION_2[case]

        assert ours == progress(indicator(baseline, target, actual, direction=direction)).value

    @pytest.mark.parametrize("case", SECTION_2)
    def test_the_others_in_section_2(self, case: str) -> None:
        """The formulas that the docs show give the figures of the table, so that the comparison is a fair one."""
        (baseline, target, actual, _), others, _ = SECTION_2[case]
        found: list[Any] = []
        for formula in OTHERS:
            try:
                value = formula(baseline, target, actual)
            except ZeroDivisionError:
                found.append("broken")
            else:
                found.append(None if value is None else int(100 * value))

        assert list(others) == found

    @pytest.mark.parametrize("case", APPENDIX_C)
    def test_appendix_c(self, case: str) -> None:
        """The four rows that were computed by hand."""
        values, _, ours = APPENDIX_C[case]

        assert Fraction(ours) / 100 == progress(indicator(*values)).value

    @pytest.mark.parametrize("case", APPENDIX_C)
    def test_the_others_in_appendix_c(self, case: str) -> None:
        """RSR, and Hikaya as its issue tells it: in the issue's formula the bracket stands."""
        values, others, _ = APPENDIX_C[case]
        formulas: tuple[Callable[..., Fraction | None], ...] = (rsr, hikaya_period_by_the_issue, hikaya_end)
        found = [100 * (formula(*values) or Fraction()) for formula in formulas]

        assert [Fraction(other) for other in others] == found

    @pytest.mark.parametrize("case", APPENDIX_C)
    def test_the_share_of_the_target_is_what_rsr_calls_progress(self, case: str) -> None:
        """It can be had, under its own name only."""
        (baseline, target, actual), others, _ = APPENDIX_C[case]

        assert Fraction(others[0]) / 100 == share_of_target(indicator(baseline, target, actual)).value


class TestNoAnswer:
    """Where the rule has no answer, the note says why, and a code names the rule that tells more."""

    @pytest.mark.parametrize(
        ("given", "note", "code"),
        [
            (indicator(80, 80, 80), "the target equals the baseline, so that there is no way to go", "TGT009"),
            (indicator(80, 80, 70, direction=UP), "the target equals the baseline, so that there is no way", "TGT009"),
            (indicator(50, 40, 45, direction=UP), "the target is on the wrong side of the baseline: from 50", "IND012"),
            (indicator(4, 5, 4, direction=DOWN), "the target is on the wrong side of the baseline: from 4", "IND012"),
            (indicator(None, 50, 45), "there is no baseline", "TGT001"),
            (indicator(Observation(), 50, 45), "there is no baseline", "TGT001"),
            (indicator(40, None, 45), "there is no target", "TGT006"),
            (indicator(40, 50), "nothing was measured yet", None),
            (indicator(40, Observation(), 45), "the target is unknown", None),
            (indicator(40, Described("more"), 45), "the target is told in words", None),
            (indicator(Described("few"), 50, 45), "the baseline is told in words", None),
            (indicator(NotApplicable(), 50, 45), "the baseline is not applicable", None),
            (indicator(40, 50, Described("weekly")), "no value is a number: 1 told in words", None),
            (indicator(40, 50, NotApplicable()), "no value is a number: 1 not applicable", None),
            (indicator(40, 50, Observation()), "no value is a number: 1 unknown", None),
            (indicator(1, 3, 2, measure=Measure.ORDINAL), "the indicator is ordinal: an ordinal scale has no", None),
            (indicator(1, 3, 2, measure=Measure.QUALITATIVE), "the indicator is qualitative: there is no way", None),
            (indicator(1, 3, Ratio(Decimal(1), Decimal(2))), "a share stands beside plain numbers, and", None),
            (indicator(1, 3, seen(2, 2019, unit="m")), "values in unlike units: km and m", "TGT013"),
            (indicator(1, seen(3, 2021, place="a"), 2), "the values are not of the target's place, partner", None),
            (indicator(seen(1, 2018, place="a"), 3, 2), "the baseline is not of the target's place, partner", None),
        ],
    )  # fmt: skip
    def test_says_why(self, given: Indicator, note: str, code: str | None) -> None:
        """Each reason is told apart; nothing is filled in."""
        held = attrs.evolve(given, unit="km") if "units" in note else given
        found = progress(held)

        assert (None, code) == (found.value, found.code)
        assert str(found.note).startswith(note)

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (Number(Decimal(0)), Fraction(0)),
            (Described("none"), None),
            (NotApplicable(), None),
            (None, None),
        ],
    )
    def test_nought_is_a_number(self, value: Value | None, expected: Fraction | None) -> None:
        """Zero, text, not applicable and unknown are four things; only the first makes a fraction."""
        found = progress(indicator(0, 10, Observation(value=value)))

        assert expected == found.value
        assert (expected is None) == (found.note is not None)

    def test_three_notes_for_three_kinds_of_nothing(self) -> None:
        """Text, not applicable and unknown are told apart in words."""
        values = (Described("none"), NotApplicable(), None)

        assert 3 == len({progress(indicator(0, 10, Observation(value=value))).note for value in values})


NUMBERS = st.integers(-1000, 1000)


class TestShareOfTarget:
    """Actual over target, under that name only."""

    def test_of_nought(self) -> None:
        """Nothing is a share of nought, and no error is raised."""
        assert "the target is nought, and nothing is a share of nought" == share_of_target(indicator(10, 0, 2)).note

    @pytest.mark.parametrize(
        ("given", "note"),
        [
            (indicator(40, None, 45), "there is no target"),
            (indicator(40, 50), "nothing was measured yet"),
            (indicator(40, Described("more"), 45), "the target is told in words"),
            (indicator(1, 3, 2, measure=Measure.NOMINAL), "the indicator is nominal: there is no way between words"),
        ],
    )
    def test_says_why_not(self, given: Indicator, note: str) -> None:
        """The same reasons as of progress."""
        found = share_of_target(given)

        assert (None, note) == (found.value, found.note)
        assert found.unknown <= 1

    def test_what_is_missing(self) -> None:
        """The target, or what was found; and nothing where both are there."""
        assert [1, 1, 0] == [
            share_of_target(one).unknown for one in (indicator(40, None, 45), indicator(40, 50), indicator(40, 50, 45))
        ]

    @given(NUMBERS, NUMBERS, st.integers(1, 9))
    def test_the_scale_does_not_matter(self, target: int, actual: int, factor: int) -> None:
        """Counted in thousands or one by one, the share is the same."""
        plain, scaled = (share_of_target(indicator(0, target * by, actual * by)) for by in (1, factor))

        assert plain.value == scaled.value

    def test_needs_no_baseline(self) -> None:
        """It is asked for by those who have none, and is not cut off above the whole."""
        assert Fraction(9, 5) == share_of_target(indicator(None, 50, 90)).value


class TestMaintain:
    """A value that is to stay where it is has no way to go: it is kept, or it is not."""

    @pytest.mark.parametrize(
        ("baseline", "target", "actual", "tolerance", "value", "note"),
        [
            (80, 80, 80, None, 1, "kept: 0 away from 80"),
            (80, None, 80, None, 1, "kept: 0 away from 80"),
            (None, 80, 80, None, 1, "kept: 0 away from 80"),
            (80, 80, 78, 2, 1, "kept: 2 away from 80, 2 allowed"),
            (80, 80, 83, 2, 0, "not kept: 3 away from 80, 2 allowed"),
            (80, 81, 83, 2, 1, "kept: 2 away from 81, 2 allowed"),
            (80, 80, 78, None, None, "nobody said how far it may stray: 2 away from 80"),
            (80, 90, 80, 2, None, "what is to be maintained is meant to change: from 80 to 90"),
            (80, 90, 80, None, None, "what is to be maintained is meant to change: from 80 to 90"),
            (None, None, 80, 2, None, "neither a target nor a baseline says what is to be maintained"),
        ],
    )
    def test_within_the_tolerance(
        self, baseline: int | None, target: int | None, actual: int, tolerance: int | None, value: int | None, note: str
    ) -> None:
        """The edge of the tolerance is inside; without one only the very value is known to be kept."""
        allowed = None if tolerance is None else Decimal(tolerance)
        found = progress(indicator(baseline, target, actual, direction=KEEP, tolerance=allowed))

        assert (value, note) == (found.value, found.note)
        assert (0 if value is not None else 1) == found.unknown or "meant to change" in note
        assert value is None or 2 == found.n


class TestTime:
    """Which of several values counts, and from when on."""

    LEVELS = indicator(100, 200, 120, 150, over_time=OverTime.LEVEL)

    @pytest.mark.parametrize(
        ("at", "value", "unknown"),
        [
            (None, Fraction(1, 2), 0),
            (PartialDate(2020), Fraction(1, 2), 0),
            (PartialDate(2019), Fraction(1, 5), 0),
            (pendulum.date(2020, 12, 30), Fraction(1, 5), 1),
            (pendulum.date(2020, 12, 31), Fraction(1, 2), 0),
            (PartialDate(2018), None, 0),
        ],
    )
    def test_only_what_was_known_by_then(self, at: Any, value: Fraction | None, unknown: int) -> None:
        """A value of a year is surely known only when the year is over; within it, that is unknown."""
        found = progress(self.LEVELS, at)

        assert (value, unknown) == (found.value, found.unknown)

    def test_several_values_need_to_say_what_they_make(self) -> None:
        """10, 20 and 30 are 30 or 60; one value is the same either way, and a percentage is never added."""
        several = indicator(0, 100, 10, 20, 30)

        assert "IND013" == progress(several).code
        assert Fraction(1, 10) == progress(several, PartialDate(2019)).value
        assert Fraction(3, 10) == progress(attrs.evolve(several, measure=Measure.PERCENTAGE)).value

    def test_incremental_values_count_from_nothing(self) -> None:
        """Their sum is what was reached; a baseline that is missing is nought, one that is not leaves it open."""
        found = progress(indicator(None, 100, 10, 20, over_time=OverTime.INCREMENTAL))
        odd = progress(indicator(50, 100, 10, 20, over_time=OverTime.INCREMENTAL))

        assert (Fraction(3, 10), "incremental values count from nothing") == (found.value, found.note)
        assert Fraction(3, 10) == progress(indicator(0, 100, 10, 20, over_time=OverTime.INCREMENTAL)).value
        assert odd.value is None
        assert "does the target count from it or from 0?" in str(odd.note)

    def test_the_last_known_value_counts(self) -> None:
        """As akvo-rsr#5211 asks: the value of the last period that has one; what is lost is counted."""
        found = progress(indicator(100, 200, 150, Observation(date=PartialDate(2021)), over_time=OverTime.LEVEL))

        assert (Fraction(1, 2), 3, 1) == (found.value, found.n, found.unknown)

    def test_persons_of_several_periods(self) -> None:
        """Whoever came twice is one person, so their sum is no progress unless nobody is counted twice."""
        people = indicator(0, 100, 10, 20, over_time=OverTime.INCREMENTAL, unit_kind=UnitKind.PERSON)

        assert "IND017" == progress(people).code
        assert Fraction(3, 10) == progress(attrs.evolve(people, unique=True)).value

    def test_towards_a_milestone(self) -> None:
        """What should have been reached by then, and how far it was."""
        held = attrs.evolve(self.LEVELS, milestones=(seen(140, 2019), seen(180, 2020)))
        due = aim_due(held, PartialDate(2019, 12, 31))

        assert held.milestones[0] == due.value
        assert Fraction(1, 2) == progress(held, PartialDate(2019), towards=due.value).value

    def test_what_was_rolled_up_before(self) -> None:
        """The partners reach the target together; where their values cannot be added, neither can progress be told."""
        apart = indicator(0, 10, seen(2, 2019, partner="a"), seen(3, 2019, partner="b"))
        together = progress(apart, reached=over_partners(apart, OverParts.SUM))
        people = attrs.evolve(apart, unit_kind=UnitKind.PERSON)
        kept = attrs.evolve(apart, direction=KEEP, targets=(seen(5, 2021),), baseline=None)

        assert progress(apart).value is None
        assert (HALF, 4) == (together.value, together.n)
        assert "IND017" == progress(people, reached=over_partners(people, OverParts.SUM)).code
        assert 1 == progress(kept, reached=over_partners(kept, OverParts.SUM)).value

    def test_notes_on_what_is_odd(self) -> None:
        """Over-achievement, worsening and approximation are visible, and nothing is cut off."""
        about = seen(Number(Decimal(150), approximate=True), 2019)

        assert (3, "more than was aimed at") == (progress(indicator(0, 1, 3)).value, progress(indicator(0, 1, 3)).note)
        assert None is progress(indicator(0, 1, 1)).note
        assert None is progress(indicator(0, 1, 0)).note
        assert "further away than the baseline" == progress(indicator(50, 40, 52)).note
        assert "of approximate values" == progress(indicator(100, 200, about)).note


class TestTargets:
    """Which aim is meant."""

    def test_the_last_target(self) -> None:
        """The one that is due last; two of one day that differ are none, and neither are undated ones."""
        one, two, other = seen(5, 2020), seen(9, 2021), seen(8, 2021)
        held = attrs.evolve(indicator(), targets=(two, one))

        assert two == final_target(held).value
        assert "2 targets are due last, and differ" == final_target(attrs.evolve(held, targets=(two, other))).note
        assert two == final_target(attrs.evolve(held, targets=(two, attrs.evolve(two, comment="again")))).value
        assert "TGT007" == final_target(attrs.evolve(held, targets=(one, seen(9)))).code
        assert seen(9) == final_target(attrs.evolve(held, targets=(seen(9),))).value

    def test_targets_of_several_places(self) -> None:
        """They are several facts: progress is asked of each."""
        held = attrs.evolve(indicator(), targets=(seen(5, 2020, place="a"), seen(5, 2020, place="b")))

        assert "targets of several places, partners or groups: take them apart with series()" == final_target(held).note
        assert "aims of several places" in str(aim_due(held, PartialDate(2020)).note)
        # However many targets there are, what is missing is the one to measure against.
        assert [2, 1, 1] == [one.unknown for one in (final_target(held), progress(held), share_of_target(held))]

    def test_what_was_due(self) -> None:
        """A milestone of a year is due when the year is over; of a period, when that is."""
        quarter = Period(start=PartialDate(2020, 1), end=PartialDate(2020, 3))
        held = attrs.evolve(indicator(None, 9), milestones=(seen(3, 2019), Observation(period=quarter)))

        assert "nothing was due by then" == aim_due(held, PartialDate(2018)).note
        assert "nothing was due by then" == aim_due(held, pendulum.date(2019, 12, 30)).note
        assert held.milestones[0] == aim_due(held, PartialDate(2019)).value
        assert held.milestones[0] == aim_due(held, PartialDate(2020, 3, 30)).value
        assert held.milestones[1] == aim_due(held, PartialDate(2020, 3, 31)).value
        assert "1 of 1 aims have no date" == aim_due(indicator(None, seen(9)), PartialDate(2020)).note
        two = attrs.evolve(held, milestones=(seen(3, 2019), seen(4, 2019)))
        assert "2 aims are due on the same day, and differ" == aim_due(two, PartialDate(2020, 1)).note


class TestRule:
    """``(actual - baseline) / (target - baseline)``, as the docstring has it."""

    @given(NUMBERS, NUMBERS, NUMBERS, st.integers(1, 9), NUMBERS)
    def test_the_scale_does_not_matter(self, b: int, t: int, a: int, factor: int, shift: int) -> None:
        """In other units, from another nought, or with up and down exchanged, the way is the same."""
        assume(b != t)
        expected = progress(indicator(b, t, a)).value

        assert Fraction(a - b, t - b) == expected
        assert expected == progress(indicator(*(factor * n + shift for n in (b, t, a)))).value
        assert expected == progress(indicator(-b, -t, -a)).value

    @given(NUMBERS, NUMBERS)
    def test_the_ends(self, b: int, t: int) -> None:
        """At the baseline it is nought, at the target one."""
        assume(b != t)

        assert (0, 1) == (progress(indicator(b, t, b)).value, progress(indicator(b, t, t)).value)

    @given(NUMBERS, NUMBERS, st.integers(0, 100), st.integers(1, 100))
    def test_a_percentage_however_it_is_written(self, b: int, t: int, part: int, whole: int) -> None:
        """12/40 of a percentage is 30 per cent."""
        assume(b != t)
        written = indicator(b, t, Ratio(Decimal(part), Decimal(whole)), measure=Measure.PERCENTAGE)

        assert (Fraction(100 * part, whole) - b) / (t - b) == progress(written).value
