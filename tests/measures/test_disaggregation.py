"""Disaggregation: parts held against their whole, and groups regrouped without loss."""

from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cooperation import testing
from cooperation.errors import InvariantError
from cooperation.measures import Reconciled, merge_groups, reconcile, split_group, undo_regrouping
from cooperation.model import (
    Answer,
    Category,
    Described,
    Dimension,
    Indicator,
    Measure,
    NotApplicable,
    Number,
    Observation,
    Part,
    Ratio,
    UnitKind,
    Value,
)

YES, NO, UNKNOWN = Answer.YES, Answer.NO, Answer.UNKNOWN


def number(value: int | None) -> Number | None:
    """A number, or nothing."""
    return None if value is None else Number(Decimal(value))


def ratio(numerator: int, denominator: int) -> Ratio:
    """A share."""
    return Ratio(Decimal(numerator), Decimal(denominator))


def part(value: Value | int | None, **of: str) -> Part:
    """A part of the groups named."""
    held = number(value) if isinstance(value, int) else value
    return Part(of=tuple(Category(name, group) for name, group in of.items()), value=held)


def indicator(whole: Value | int | None, *parts: Part, dimensions: tuple[Dimension, ...] = ()) -> Indicator:
    """An indicator with one actual that is divided."""
    held = number(whole) if isinstance(whole, int) else whole
    return Indicator(
        id="i", statement="Trained", dimensions=dimensions, actuals=(Observation(value=held, parts=parts),)
    )


def sexes(exhaustive: bool | None = True, disjoint: bool | None = True) -> tuple[Dimension, ...]:
    """The dimension sex."""
    return (Dimension(name="sex", categories=("women", "men"), exhaustive=exhaustive, disjoint=disjoint),)


def only(held: Indicator) -> Reconciled:
    """What is found of an indicator with one whole."""
    (found,) = reconcile(held)
    return found


class TestReconcile:
    """Parts beside their whole."""

    @pytest.mark.parametrize(
        ("women", "exhaustive", "disjoint", "agrees"),
        [
            (12, True, True, YES),
            (13, True, True, NO),
            (11, True, True, NO),
            (12, False, True, YES),
            (11, False, True, YES),
            (13, False, True, NO),
            (12, True, False, YES),
            (13, True, False, YES),
            (11, True, False, NO),
            (11, None, True, UNKNOWN),
            (13, None, True, NO),
            (13, True, None, UNKNOWN),
            (11, True, None, NO),
            (13, None, None, UNKNOWN),
            (12, None, None, UNKNOWN),
            (12, False, False, UNKNOWN),
        ],
    )
    def test_what_the_groups_are_said_to_be(
        self, women: int, exhaustive: bool | None, disjoint: bool | None, agrees: Answer
    ) -> None:
        """8 men and so many women of 20: everything, or apart, or neither, or nobody said."""
        found = only(
            indicator(20, part(women, sex="women"), part(8, sex="men"), dimensions=sexes(exhaustive, disjoint))
        )

        assert (agrees, women - 12) == (found.agrees, found.difference)

    @pytest.mark.parametrize(
        ("women", "agrees", "n", "unknown"),
        [
            (None, UNKNOWN, 1, 1),
            (Described("many"), UNKNOWN, 1, 1),
            (NotApplicable(), NO, 1, 0),
            (0, NO, 2, 0),
            (Number(Decimal(13), approximate=True), UNKNOWN, 2, 0),
        ],
    )
    def test_four_things(self, women: Value | int | None, agrees: Answer, n: int, unknown: int) -> None:
        """Nought is a part, what is not applicable none, words and the unknown are lost; about is not exactly."""
        found = only(indicator(20, part(women, sex="women"), part(8, sex="men"), dimensions=sexes()))

        assert (agrees, n, unknown) == (found.agrees, found.n, found.unknown)

    def test_known_parts_may_be_too_many_already(self) -> None:
        """21 of 20 are too many whatever the unknown group has."""
        held = indicator(20, part(21, sex="women"), part(None, sex="men"), dimensions=sexes())

        assert NO is only(held).agrees

    @pytest.mark.parametrize(
        ("whole", "women", "agrees"), [((5, 20), (3, 12), YES), ((1, 4), (3, 12), NO), ((5, 20), (4, 12), NO)]
    )
    def test_shares(self, whole: tuple[int, int], women: tuple[int, int], agrees: Answer) -> None:
        """2/8 and 3/12 are 5/20, and not merely the same quarter."""
        held = indicator(
            ratio(*whole), part(ratio(*women), sex="women"), part(ratio(2, 8), sex="men"), dimensions=sexes()
        )
        found = only(attrs.evolve(held, measure=Measure.PERCENTAGE))

        assert agrees is found.agrees

    def test_what_cannot_be_added(self) -> None:
        """A share beside a number, or a whole that is words."""
        mixed = only(indicator(20, part(ratio(1, 2), sex="women"), part(8, sex="men"), dimensions=sexes()))
        words = only(indicator(Described("all"), part(8, sex="men"), dimensions=sexes()))

        assert (UNKNOWN, None, None) == (mixed.agrees, mixed.parts, mixed.difference)
        assert (UNKNOWN, None) == (words.agrees, words.whole)
        assert "sex: 8 of unknown" == str(words)

    @pytest.mark.parametrize(
        ("made", "exhaustive", "disjoint", "agrees"),
        [
            (21, True, True, NO),
            (21, True, None, UNKNOWN),
            (19, True, True, NO),
            (19, None, True, UNKNOWN),
            (20, None, True, YES),
            (20, True, None, YES),
        ],
    )
    def test_a_cross_is_what_both_dimensions_are(
        self, made: int, exhaustive: bool | None, disjoint: bool | None, agrees: Answer
    ) -> None:
        """Its groups exclude one another only where those of both do, and are everything only where both are."""
        places = Dimension(name="place", exhaustive=exhaustive, disjoint=disjoint)
        parts = (part(made - 8, sex="women", place="a"), part(8, sex="men", place="b"))

        assert agrees is only(indicator(20, *parts, dimensions=(*sexes(), places))).agrees

    def test_a_whole_that_is_reached_while_a_group_is_unknown(self) -> None:
        """The rest may be nobody, or too many: nobody knows."""
        held = indicator(20, part(20, sex="women"), part(None, sex="men"), dimensions=sexes())

        assert (UNKNOWN, 1) == (only(held).agrees, only(held).unknown)

    def test_crosses_are_held_against_their_margins(self) -> None:
        """Women of two places against the women, everybody of both against the whole, each place against nobody."""
        places = Dimension(name="place", exhaustive=True, disjoint=True)
        held = indicator(
            20,
            part(12, sex="women"),
            part(8, sex="men"),
            part(7, sex="women", place="a"),
            part(4, sex="women", place="b"),
            part(8, sex="men", place="a"),
            dimensions=(*sexes(), places),
        )
        found = reconcile(held)

        assert [
            ("place and sex: 19 of 20", ()),
            ("place: 11 of 12", ("women",)),
            ("place: 8 of 8", ("men",)),
            ("sex: 20 of 20", ()),
        ] == sorted((str(one), tuple(category.category for category in one.of)) for one in found)
        assert {NO, YES} == {one.agrees for one in found}

    def test_a_margin_that_nothing_divides(self) -> None:
        """Men who are not divided by place are held against nothing."""
        held = indicator(20, part(12, sex="women"), part(8, sex="men"), part(12, sex="women", place="a"))

        assert {("women",), ()} == {tuple(category.category for category in one.of) for one in reconcile(held)}

    def test_every_observation(self) -> None:
        """Baseline, milestones, targets and actuals, each at its path; what is not divided is not asked."""
        divided = Observation(value=number(8), parts=(part(8, sex="men"),))
        held = Indicator(
            id="i", statement="s", baseline=divided, milestones=(Observation(), divided), targets=(divided,)
        )

        assert [("baseline",), ("milestones", 1), ("targets", 0)] == [one.path for one in reconcile(held)]


class TestMerge:
    """Several groups made one."""

    AGES = indicator(9, part(3, age="6-9"), part(4, age="10-15"), part(2, age="16+"))

    def test_values_are_added_in_the_first_place(self) -> None:
        """And the log keeps what they were."""
        done = merge_groups(self.AGES, "age", {"6-9": "6-15", "10-15": "6-15"})
        (entry,) = done.log

        assert (part(7, age="6-15"), part(2, age="16+")) == done.indicator.actuals[0].parts
        assert self.AGES.actuals[0].parts == entry.before
        assert ((entry.before[:2], (part(7, age="6-15"),)),) == entry.replaced
        assert self.AGES == undo_regrouping(done)

    def test_the_declaration_follows(self) -> None:
        """The dimension lists the new groups, each once, and the old ones are kept for undoing."""
        held = attrs.evolve(self.AGES, dimensions=(Dimension(name="age", categories=("6-9", "10-15", "16+")),))
        done = merge_groups(held, "age", {"6-9": "6-15", "10-15": "6-15"})

        assert ("6-15", "16+") == done.indicator.dimensions[0].categories
        assert held == undo_regrouping(done)

    @pytest.mark.parametrize("disjoint", [None, False, True])
    def test_people_who_are_only_renamed(self, disjoint: bool | None) -> None:
        """Nobody is counted twice in a group that has another name, whatever is said of its neighbours."""
        held = attrs.evolve(
            indicator(20, part(12, sex="women"), part(8, sex="men"), dimensions=sexes(disjoint=disjoint)),
            unit_kind=UnitKind.PERSON,
        )
        done = merge_groups(held, "sex", {"women": "females"})

        assert (part(12, sex="females"), part(8, sex="men")) == done.indicator.actuals[0].parts

    def test_a_new_name_only(self) -> None:
        """One group is renamed, in crosses too; nothing is added."""
        held = indicator(9, part(3, age="young", sex="women"), part(4, age="old", sex="women"))
        done = merge_groups(held, "age", {"young": "under 25"})

        assert (part(3, age="under 25", sex="women"), part(4, age="old", sex="women")) == done.indicator.actuals[
            0
        ].parts

    def test_groups_told_in_another_order(self) -> None:
        """Women of an age and that age's women are the same people."""
        held = indicator(9, part(3, age="a", sex="women"), part(4, sex="women", age="b"))

        assert (part(7, age="c", sex="women"),) == (
            merge_groups(held, "age", {"a": "c", "b": "c"}).indicator.actuals[0].parts
        )

    def test_nothing_to_do(self) -> None:
        """Groups that nobody has leave the indicator and the log as they were."""
        done = merge_groups(self.AGES, "age", {"60+": "old"})

        assert (self.AGES, ()) == (done.indicator, done.log)

    @pytest.mark.parametrize(
        ("young", "old", "made"),
        [
            (3, None, None),
            (None, None, None),
            (3, NotApplicable(), 3),
            (NotApplicable(), NotApplicable(), NotApplicable()),
            (NotApplicable(), None, None),
            (0, 0, 0),
            (ratio(1, 10), ratio(9, 30), ratio(10, 40)),
        ],
    )
    def test_four_things(self, young: Value | int | None, old: Value | int | None, made: Value | int | None) -> None:
        """Unknown with anything is unknown, not applicable is left out, nought is nought, shares keep their wholes."""
        done = merge_groups(indicator(9, part(young, age="a"), part(old, age="b")), "age", {"a": "c", "b": "c"})

        assert (part(made, age="c"),) == done.indicator.actuals[0].parts

    @pytest.mark.parametrize(
        ("fields", "values", "message"),
        [
            ({"measure": Measure.PERCENTAGE}, (20, 60), r"percentages without their wholes .* \(IND016\)"),
            (
                {"dimensions": (Dimension(name="age", disjoint=False),)},
                (2, 6),
                r"somebody is in two of them \(IND017\)",
            ),
            ({"unit_kind": UnitKind.PERSON}, (2, 6), r"nobody said that nobody is in two of them \(IND017\)"),
            ({}, (2, Described("few")), "2, few cannot be added into c"),
            ({}, (2, ratio(1, 2)), "2, 1/2 cannot be added into c"),
        ],
    )
    def test_nonsense(self, fields: dict[str, object], values: tuple[Value | int, Value | int], message: str) -> None:
        """What must not be added is not merged."""
        held = attrs.evolve(indicator(9, part(values[0], age="a"), part(values[1], age="b")), **fields)

        with pytest.raises(InvariantError, match=message):
            merge_groups(held, "age", {"a": "c", "b": "c"})

    def test_people_of_groups_that_exclude_one_another(self) -> None:
        """Where that is said, they are merged."""
        ages = (Dimension(name="age", categories=("a", "b"), disjoint=True),)
        held = attrs.evolve(
            indicator(9, part(2, age="a"), part(6, age="b"), dimensions=ages), unit_kind=UnitKind.PERSON
        )

        assert (part(8, age="c"),) == merge_groups(held, "age", {"a": "c", "b": "c"}).indicator.actuals[0].parts

    def test_equal_parts(self) -> None:
        """Two parts that are the very same value are two parts all the same."""
        same = part(3, age="a")
        done = merge_groups(indicator(9, same, part(3, age="a"), part(1, age="b")), "age", {"a": "c"})

        assert (part(6, age="c"), part(1, age="b")) == done.indicator.actuals[0].parts


class TestSplit:
    """One group made several."""

    PUPILS = indicator(7, part(7, age="6-15"), part(2, age="16+"))

    def test_without_values_they_are_unknown(self) -> None:
        """Nothing is shared out by a guess, and the old value stands in the log."""
        done = split_group(self.PUPILS, "age", "6-15", ["6-9", "10-15"])

        assert (part(None, age="6-9"), part(None, age="10-15"), part(2, age="16+")) == done.indicator.actuals[0].parts
        assert (part(7, age="6-15"),) == done.log[0].replaced[0][0]
        assert self.PUPILS == undo_regrouping(done)

    def test_with_values_that_make_the_old_one(self) -> None:
        """In every observation, in the order of the document."""
        held = attrs.evolve(self.PUPILS, baseline=Observation(parts=(part(3, age="6-15"),)))
        done = split_group(held, "age", "6-15", {"6-9": [number(1), number(3)], "10-15": [number(2), number(4)]})

        assert (part(1, age="6-9"), part(2, age="10-15")) == (done.indicator.baseline or Observation()).parts
        assert (part(3, age="6-9"), part(4, age="10-15"), part(2, age="16+")) == done.indicator.actuals[0].parts

    def test_one_of_them_unknown(self) -> None:
        """What is known is kept, whatever the rest may be."""
        done = split_group(self.PUPILS, "age", "6-15", {"6-9": [number(3)], "10-15": [None]})

        assert (part(3, age="6-9"), part(None, age="10-15")) == done.indicator.actuals[0].parts[:2]

    @pytest.mark.parametrize(
        ("values", "message"),
        [
            ({"6-9": [number(3)], "10-15": [number(5)]}, r"6-15 of age is 7, and the new groups make 3 \+ 5"),
            ({"6-9": [number(3)], "10-15": [Described("4")]}, "6-15 of age is 7, and the new groups make 3"),
            ({"6-9": [], "10-15": [number(5)]}, "6-15 of age has 1 parts, and 6-9 has 0 values"),
            ({"6-9": [number(3)] * 2, "10-15": [number(4)]}, "6-15 of age has 1 parts, and 6-9 has 2 values"),
        ],
    )
    def test_values_that_do_not_fit(self, values: dict[str, list[Value | None]], message: str) -> None:
        """They must make the old value, and be one for each part."""
        with pytest.raises(InvariantError, match=message):
            split_group(self.PUPILS, "age", "6-15", values)

    def test_the_declaration_follows(self) -> None:
        """The new groups stand where the old one stood."""
        held = attrs.evolve(self.PUPILS, dimensions=(Dimension(name="age", categories=("6-15", "16+")),))
        done = split_group(held, "age", "6-15", ["6-9", "10-15"])

        assert ("6-9", "10-15", "16+") == done.indicator.dimensions[0].categories
        assert held == undo_regrouping(done)

    def test_an_unknown_group_is_split_into_what_is_known(self) -> None:
        """Where the old value is not known, the new ones need not make it."""
        done = split_group(indicator(7, part(None, age="a")), "age", "a", {"b": [number(1)], "c": [number(2)]})

        assert (part(1, age="b"), part(2, age="c")) == done.indicator.actuals[0].parts


class TestProperties:
    """Issue 4: "regrouping that loses nothing and logs what it merged"."""

    GROUPS = st.sampled_from("abcd")

    @given(testing.indicators(), st.dictionaries(GROUPS, GROUPS, max_size=4))
    def test_any_indicator_comes_back(self, held: Indicator, into: dict[str, str]) -> None:
        """Whatever was merged is undone by the log alone, or the merge was refused."""
        names = {category.dimension for o in (*held.actuals, *held.targets) for p in o.parts for category in p.of}
        for name in sorted(names) or ["sex"]:
            try:
                done = merge_groups(held, name, into)
            except InvariantError as error:
                assert "merged" in str(error) or "added" in str(error)  # noqa: PT017
            else:
                assert held == undo_regrouping(done)

    @given(st.lists(st.tuples(GROUPS, st.integers(-9, 99)), min_size=1, max_size=6), st.dictionaries(GROUPS, GROUPS))
    def test_the_parts_make_the_same_afterwards(self, values: list[tuple[str, int]], into: dict[str, str]) -> None:
        """Merging moves numbers between groups, and adds or loses none."""
        held = indicator(0, *(part(value, age=group) for group, value in values))
        after = merge_groups(held, "age", into).indicator.actuals[0].parts

        assert sum(value for _, value in values) == sum((p.value.as_fraction or 0) for p in after if p.value)
        assert {into.get(group, group) for group, _ in values} == {p.of[0].category for p in after}

    @given(st.lists(st.integers(0, 99), min_size=1, max_size=5))
    def test_parts_sum_to_the_whole(self, values: list[int]) -> None:
        """Groups that are everything and apart agree with their sum, and with nothing else."""
        groups = tuple(part(value, age=str(i)) for i, value in enumerate(values))
        ages = (Dimension(name="age", exhaustive=True, disjoint=True),)
        right, wrong = indicator(sum(values), *groups, dimensions=ages), indicator(-1, *groups, dimensions=ages)

        assert (YES, Fraction(0)) == (only(right).agrees, only(right).difference)
        assert NO is only(wrong).agrees
