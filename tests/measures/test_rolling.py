"""Rolling up: what may be added, what it makes, and that neither order nor grouping matters."""

from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cooperation.errors import InvariantError
from cooperation.measures import Quantity, Reading, roll_up
from cooperation.model import OverParts, Reach, UnitKind

SUM, AVERAGE, MAXIMUM = OverParts.SUM, OverParts.AVERAGE, OverParts.MAXIMUM
UNION, RATIO, NONE = OverParts.UNION, OverParts.RATIO, OverParts.NONE


def q(number: int, whole: int | None = None, **fields: Any) -> Quantity:
    """A quantity."""
    return Quantity(number=Fraction(number), whole=None if whole is None else Fraction(whole), **fields)


def person(number: int, **fields: Any) -> Quantity:
    """So many persons."""
    return q(number, kind=UnitKind.PERSON, **fields)


class TestQuantity:
    """A number that knows what it counts."""

    @pytest.mark.parametrize("fields", [{"whole": Fraction(0)}, {"n": 0}, {"unknown": -1}, {"weight": 0}])
    def test_refused(self, fields: dict[str, Any]) -> None:
        """No share has a whole of nought, and no quantity rests on nothing."""
        with pytest.raises(InvariantError):
            Quantity(number=Fraction(1), **fields)

    @pytest.mark.parametrize(
        ("quantity", "text"),
        [
            (q(3), "3"),
            (q(3, unit="plan"), "3 plan"),
            (q(12, 24, per_cent=True), "50% (12/24)"),
            (q(1, 4), "0.25 (1/4)"),
            (q(1, 4, unit="plan"), "0.25 (1/4)"),
            (q(91, 238, per_cent=True), "≈ 38.24% (91/238)"),
            (q(Fraction(10, 3), unit="plan"), "10/3 plan"),
            (q(Fraction(1001, 3), unit="plan", approximate=True), "about 333.67 plan"),
            (q(40, per_cent=True, approximate=True), "about 40%"),
        ],
    )
    def test_in_words(self, quantity: Quantity, text: str) -> None:
        """The unit, the share and what it is a share of."""
        assert text == str(quantity)

    def test_another_unit_needs_a_factor(self) -> None:
        """A share has no unit, and nothing times nought is a household."""
        households = q(40, kind=UnitKind.HOUSEHOLD, unit="family")

        assert person(200, unit="person") == households.times(5, kind=UnitKind.PERSON, unit="person")
        for wrong, factor in ((households, 0), (q(1, 2), 5), (q(1, per_cent=True), 5)):
            with pytest.raises(InvariantError, match="cannot be turned into another unit"):
                wrong.times(factor)


class TestTruth:
    """What each way makes of the same quantities."""

    @pytest.mark.parametrize(
        ("how", "separate", "expected"),
        [
            (SUM, False, 12),
            (AVERAGE, False, 4),
            (MAXIMUM, False, 7),
            (UNION, True, 12),
        ],
    )
    def test_plain_numbers(self, how: OverParts, separate: bool, expected: int) -> None:
        """3, 2 and 7."""
        found = roll_up([q(3), q(2), q(7)], how, separate=separate)

        assert (q(expected).number, 3, 0) == (found.value and found.value.number, found.n, found.unknown)

    def test_shares_by_their_wholes(self) -> None:
        """2 of 10 and 600 of 1000 are 602 of 1010, and not 40 per cent."""
        found = roll_up([q(2, 10, per_cent=True), q(600, 1000, per_cent=True)], RATIO)

        assert q(602, 1010, per_cent=True, n=2) == found.value

    def test_nought_is_added_and_the_unknown_is_counted(self) -> None:
        """0 is a value; ``None`` is one that is lost; a note says so."""
        found = roll_up([q(0), None, q(5), None], SUM)

        assert (q(5).number, 2, 2, "2 are unknown") == (
            found.value and found.value.number,
            found.n,
            found.unknown,
            found.note,
        )

    @pytest.mark.parametrize(
        ("values", "how", "note"),
        [
            ([], SUM, "there is nothing to roll up"),
            ([None], SUM, "no value is known"),
            ([q(1), q(2)], None, "nobody said how the parts roll up"),
            ([q(1), q(2)], NONE, "the parts are said not to roll up"),
            ([Reading(None, 0, 2, "no value is known")], SUM, "no value is known"),
        ],
    )
    def test_nothing_to_say(self, values: list[Any], how: OverParts | None, note: str) -> None:
        """No answer, and no rule is broken."""
        found = roll_up(values, how)

        assert (None, note, None) == (found.value, found.note, found.code)

    def test_what_could_not_be_rolled_up_before_is_lost(self) -> None:
        """All of it, known and unknown, and it is counted."""
        before = roll_up([q(1), q(2), None], None)

        found = roll_up([q(5), before], SUM)

        assert (5, 1, 3) == (found.value and found.value.number, found.n, found.unknown)

    def test_the_greater_of_two_equal_shares(self) -> None:
        """The one of the greater whole, whichever comes first."""
        half, same = q(1, 2), q(10, 20)

        assert roll_up([half, same], MAXIMUM).value == roll_up([same, half], MAXIMUM).value
        assert same.number == (roll_up([half, same], MAXIMUM).value or half).number


NONSENSE: dict[str, tuple[list[Quantity], OverParts, str, str]] = {
    "percentages added": (
        [q(20, per_cent=True), q(60, per_cent=True)],
        SUM,
        "IND016",
        "percentages without their wholes cannot be rolled up",
    ),
    "percentages averaged": ([q(20, per_cent=True), q(60, 100, per_cent=True)], AVERAGE, "IND016", "without their"),
    "a bare percentage in a ratio": ([q(20, per_cent=True), q(6, 10, per_cent=True)], RATIO, "IND016", "without"),
    "shares with wholes added": ([q(1, 2), q(1, 3)], SUM, "IND016", "roll them up as a ratio"),
    "shares with wholes averaged": ([q(1, 2), q(1, 3)], AVERAGE, "IND016", "roll them up as a ratio"),
    "a percentage and a number": ([q(20, per_cent=True), q(6)], MAXIMUM, "IND016", "shares and plain numbers"),
    "a percentage and another share": ([q(1, 2, per_cent=True), q(1, 2)], RATIO, "IND016", "shares and plain"),
    "a number as a share": ([q(2), q(6)], RATIO, "IND016", "what is no share"),
    "persons and households": ([person(5), q(4, kind=UnitKind.HOUSEHOLD)], SUM, "IND018", "household and person"),
    "persons and households averaged": ([person(5), q(4, kind=UnitKind.HOUSEHOLD)], AVERAGE, "IND018", "are unlike"),
    "kilometres and metres": (
        [q(5, kind=UnitKind.PHYSICAL, unit="km"), q(4, kind=UnitKind.PHYSICAL, unit="m")],
        SUM,
        "IND018",
        "km and m are unlike",
    ),
    "unlike units of no kind": ([q(5, unit="plan"), q(4)], SUM, "IND018", "an unknown unit and plan are unlike"),
    "persons and who knows what": ([person(5), q(4)], SUM, "IND003", "some are of kind person, of others nobody said"),
    "currencies": (
        [q(5, kind=UnitKind.MONEY, unit="SEK"), q(4, kind=UnitKind.MONEY, unit="ZAR")],
        SUM,
        "MON011",
        "SEK and ZAR are unlike currencies",
    ),
    "the same people twice": ([person(5), person(4, unique=True)], SUM, "IND017", "the same persons may"),
    "the same families twice": (
        [q(5, kind=UnitKind.HOUSEHOLD), q(5, kind=UnitKind.HOUSEHOLD, unique=False)],
        SUM,
        "IND017",
        "the same households may be counted twice",
    ),
    "direct and indirect reach": (
        [person(5, unique=True, reach=Reach.DIRECT), person(90, unique=True, reach=Reach.INDIRECT)],
        SUM,
        "IND017",
        "direct and indirect reach are not added",
    ),
    "direct and both": (
        [person(5, unique=True, reach=Reach.DIRECT), person(90, unique=True, reach=Reach.BOTH)],
        SUM,
        "IND017",
        "both and direct reach are not added",
    ),
    "a union of overlapping groups": ([q(30), q(50)], UNION, "IND017", "between 50 and 80"),
}  # fmt: skip


class TestNonsense:
    """What is refused, with the reason and the code of the rule that explains it."""

    @pytest.mark.parametrize("name", NONSENSE)
    def test_is_refused(self, name: str) -> None:
        """And the order of the values changes neither the reason nor the code."""
        values, how, code, note = NONSENSE[name]
        found = roll_up(values, how)

        assert (None, code, True) == (found.value, found.code, found.is_refused)
        assert note in str(found.note)
        assert found == roll_up(values[::-1], how)

    @pytest.mark.parametrize("name", NONSENSE)
    def test_one_of_it_alone_is_no_nonsense(self, name: str) -> None:
        """A single value is itself, but for a number that is asked for as a share."""
        values, how, _, _ = NONSENSE[name]
        alone = roll_up(values[:1], how)

        assert (alone.value == values[0]) != (name == "a number as a share")

    def test_what_was_refused_refuses_the_whole(self) -> None:
        """A reason given deep below is not lost above."""
        refused = roll_up([person(5), q(4, kind=UnitKind.HOUSEHOLD)], SUM)
        found = roll_up([refused, person(3), None], SUM)

        assert ("IND018", 3, 1) == (found.code, found.n, found.unknown)
        assert refused.note == found.note

    def test_of_several_refusals_the_first_code_is_told(self) -> None:
        """Whatever their order, so that the answer is one."""
        refusals: list[Reading[Quantity]] = [
            Reading(None, 2, 0, "unlike", "IND018"),
            Reading(None, 0, 1, "twice", "IND017"),
        ]

        for some in (refusals, refusals[::-1]):
            found = roll_up([*some, q(1)], SUM)
            assert ("IND017", "twice", 3, 1) == (found.code, found.note, found.n, found.unknown)

    @pytest.mark.parametrize(
        ("values", "how", "separate"),
        [
            ([person(5), person(4)], SUM, True),
            ([person(5, unique=True), person(4, unique=True)], SUM, False),
            ([person(5), person(4)], MAXIMUM, False),
            ([person(5), person(4)], AVERAGE, False),
            ([person(5, unit="pupil", unique=True), person(4, unit="teacher", unique=True)], SUM, False),
            ([q(5, kind=UnitKind.DOCUMENT, unit="plan"), q(4, kind=UnitKind.DOCUMENT)], SUM, False),
            ([q(5, unit="Plan"), q(4, unit="plan")], SUM, False),
            ([q(20, per_cent=True), q(60, per_cent=True)], MAXIMUM, False),
            ([person(5, whole=10), person(4, whole=20)], RATIO, False),
        ],
    )
    def test_its_neighbours_are_not(self, values: list[Quantity], how: OverParts, separate: bool) -> None:
        """What differs from nonsense in one mark only."""
        assert roll_up(values, how, separate=separate).is_known

    def test_unlike_units_of_one_kind_leave_no_unit(self) -> None:
        """Pupils and teachers together are persons; the same unit spelt in two ways keeps its first spelling."""
        mixed = roll_up([person(5, unit="pupil"), person(4, unit="teacher")], SUM, separate=True).value
        same = roll_up([q(5, unit="plan"), q(4, unit="Plan")], SUM).value

        assert mixed is not None
        assert same is not None
        assert (None, UnitKind.PERSON, "Plan") == (mixed.unit, mixed.kind, same.unit)

    def test_marks_that_hold_of_all(self) -> None:
        """A sum is unique where all are, approximate where one is, and knows the reach that any of them has."""
        made = roll_up(
            [person(1, unique=True, reach=Reach.DIRECT), person(2, unique=True, approximate=True)], SUM
        ).value
        mixed = roll_up([person(1, reach=Reach.DIRECT), person(2, reach=Reach.INDIRECT)], MAXIMUM).value
        open_ = roll_up([person(1, unique=True), person(2)], SUM, separate=True).value
        twice = roll_up([person(1, unique=False), person(2)], SUM, separate=True).value

        assert made is not None
        assert (True, True, Reach.DIRECT) == (made.unique, made.approximate, made.reach)
        assert Reach.BOTH is (mixed and mixed.reach)
        assert (None, False) == (open_ and open_.unique, twice and twice.unique)


KINDS = st.sampled_from([None, UnitKind.PERSON, UnitKind.HOUSEHOLD, UnitKind.DOCUMENT, UnitKind.MONEY])
QUANTITIES = st.builds(
    Quantity,
    number=st.integers(-50, 50).map(Fraction),
    whole=st.none() | st.integers(1, 50).map(Fraction),
    per_cent=st.booleans(),
    unit=st.sampled_from([None, "SEK", "sek", "ZAR", "plan"]),
    kind=KINDS,
    unique=st.sampled_from([None, True, False]),
    reach=st.sampled_from([None, *Reach]),
    approximate=st.booleans(),
)
PLAIN = st.builds(Quantity, number=st.fractions(-50, 50), kind=st.just(UnitKind.DOCUMENT), approximate=st.booleans())
SHARES = st.builds(
    Quantity,
    number=st.integers(0, 50).map(Fraction),
    whole=st.integers(1, 50).map(Fraction),
    per_cent=st.just(True),
)
WAYS = st.sampled_from([SUM, AVERAGE, MAXIMUM, RATIO, UNION])


@st.composite
def groups(draw: st.DrawFn, of: st.SearchStrategy[Quantity]) -> list[list[Quantity | None]]:
    """Some groups of quantities, some of them unknown."""
    return draw(st.lists(st.lists(of | st.none(), max_size=4), min_size=1, max_size=4))


class TestProperties:
    """Issue 4: "roll-up is associative where it should be, order-free, a measure over a union equals the roll-up"."""

    @given(st.lists(QUANTITIES | st.none(), max_size=6), WAYS, st.booleans(), st.randoms(use_true_random=False))
    def test_order_free(self, values: list[Quantity | None], how: OverParts, separate: bool, random: Any) -> None:
        """Whatever is rolled up or refused, the whole reading is the same in any order."""
        mixed = list(values)
        random.shuffle(mixed)

        assert roll_up(values, how, separate=separate) == roll_up(mixed, how, separate=separate)

    @given(groups(PLAIN), st.sampled_from([SUM, AVERAGE, MAXIMUM]))
    def test_groups_of_numbers(self, parts: list[list[Quantity | None]], how: OverParts) -> None:
        """Group by group or everything at once: the same value, the same n, the same unknown."""
        at_once = roll_up([one for part in parts for one in part], how)

        by_group = roll_up([roll_up(part, how) for part in parts], how)

        assert (at_once.value, at_once.n, at_once.unknown) == (by_group.value, by_group.n, by_group.unknown)

    @given(groups(SHARES))
    def test_groups_of_shares(self, parts: list[list[Quantity | None]]) -> None:
        """Numerators and denominators are added, each for itself, however they are grouped."""
        at_once = roll_up([one for part in parts for one in part], RATIO)
        by_group = roll_up([roll_up(part, RATIO) for part in parts], RATIO)

        assert (at_once.value, at_once.n, at_once.unknown) == (by_group.value, by_group.n, by_group.unknown)

    @given(groups(QUANTITIES), WAYS, st.booleans())
    def test_nonsense_is_found_in_any_group(
        self, parts: list[list[Quantity | None]], how: OverParts, separate: bool
    ) -> None:
        """What is refused at once is refused by groups, and what is not is not; and the numbers agree."""
        at_once = roll_up([one for part in parts for one in part], how, separate=separate)
        by_group = roll_up([roll_up(part, how, separate=separate) for part in parts], how, separate=separate)

        assert at_once.is_refused == by_group.is_refused
        assert (at_once.value, at_once.n, at_once.unknown) == (by_group.value, by_group.n, by_group.unknown)

    @given(st.lists(PLAIN, min_size=1, max_size=6))
    def test_parts_sum_to_the_whole(self, values: list[Quantity]) -> None:
        """Nothing is rounded away."""
        made = roll_up(values, SUM).value

        assert made is not None
        assert sum((one.number for one in values), Fraction()) == made.number

    @given(st.lists(SHARES, min_size=1, max_size=6))
    def test_a_rolled_up_share_lies_between_its_parts(self, values: list[Quantity]) -> None:
        """No share of all is above the highest or below the lowest."""
        made = roll_up(values, RATIO).value

        assert made is not None
        assert min(one.as_fraction for one in values) <= made.as_fraction <= max(one.as_fraction for one in values)

    @given(st.lists(QUANTITIES, min_size=1, max_size=6), WAYS)
    def test_more_unknown_changes_no_value(self, values: list[Quantity], how: OverParts) -> None:
        """What is lost is counted beside the value, and nothing else."""
        without, beside = roll_up(values, how), roll_up([*values, None], how)

        assert (without.unknown + 1, without.n) == (beside.unknown, beside.n)
        if without.value is not None:
            assert attrs.evolve(without.value, unknown=without.unknown + 1) == beside.value
