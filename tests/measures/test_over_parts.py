"""Rolling up over groups, places, partners and projects."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cooperation.measures import Accumulation, over_partners, over_parts, over_places, over_projects, roll_up
from cooperation.model import (
    Category,
    Dimension,
    Framing,
    Indicator,
    IndicatorReference,
    IndicatorVocabulary,
    Logframe,
    Measure,
    NotApplicable,
    Number,
    Objective,
    Observation,
    Organisation,
    OverParts,
    OverTime,
    Part,
    PartialDate,
    Participation,
    Place,
    Project,
    Ratio,
    Reach,
    TargetGroup,
    UnitKind,
    Value,
)

SUM, RATIO = OverParts.SUM, OverParts.RATIO


def number(value: int | None) -> Number | None:
    """A number, or nothing."""
    return None if value is None else Number(Decimal(value))


def seen(value: Value | int | None, year: int = 2020, **fields: Any) -> Observation:
    """An observation of a year."""
    held = number(value) if isinstance(value, int) else value
    return Observation(value=held, date=PartialDate(year), **fields)


def counting(*actuals: Observation, **fields: Any) -> Indicator:
    """An indicator whose parts are added."""
    return Indicator(id="i", statement="An indicator", actuals=actuals, **{"over_parts": SUM, **fields})


def of_sex(women: Value | int | None, men: Value | int | None) -> Observation:
    """An observation divided by sex."""
    parts = tuple(
        Part(of=(Category("sex", who),), value=number(value) if isinstance(value, int) else value)
        for who, value in (("women", women), ("men", men))
    )
    return Observation(value=number(20), parts=parts)


class TestParts:
    """The groups of one dimension in one observation."""

    @pytest.mark.parametrize(
        ("disjoint", "kind", "known"),
        [
            (True, UnitKind.PERSON, True),
            (None, UnitKind.PERSON, False),
            (False, UnitKind.PERSON, False),
            (True, UnitKind.DOCUMENT, True),
            (None, UnitKind.DOCUMENT, True),
            (False, UnitKind.DOCUMENT, False),
        ],
    )
    def test_overlapping_groups(self, disjoint: bool | None, kind: UnitKind, known: bool) -> None:
        """Added where nobody is in two of them; people only where that is said (IND017)."""
        held = counting(unit_kind=kind, dimensions=(Dimension(name="sex", disjoint=disjoint),))
        found = over_parts(held, of_sex(12, 9), "sex")

        assert (known, None if known else "IND017") == (found.is_known, found.code)

    def test_one_group_alone_overlaps_nothing(self) -> None:
        """Nobody is counted twice where there is only one, nor where the other is not applicable."""
        held = counting(unit_kind=UnitKind.PERSON, dimensions=(Dimension(name="sex", disjoint=False),))
        one = attrs.evolve(of_sex(12, 9), parts=of_sex(12, 9).parts[:1])

        assert over_parts(held, one, "sex").is_known
        assert over_parts(held, of_sex(12, NotApplicable()), "sex").is_known
        assert 1 == over_parts(held, of_sex(12, None), "sex").n

    def test_what_is_missing(self) -> None:
        """An unknown group is counted, one that is not applicable is not."""
        found = over_parts(counting(), of_sex(12, None), "sex")

        assert (1, 1) == (found.n, found.unknown)
        assert 0 == over_parts(counting(), of_sex(12, NotApplicable()), "sex").unknown
        assert "there is nothing to roll up" == over_parts(counting(), of_sex(12, 9), "age").note

    def test_crosses_are_no_groups(self) -> None:
        """Women of a place are a part of women, and are not added to them."""
        cross = Part(of=(Category("sex", "women"), Category("place", "a")), value=number(5))
        held = of_sex(12, 9)
        found = over_parts(counting(), attrs.evolve(held, parts=(*held.parts, cross)), "sex").value

        assert found is not None
        assert 21 == found.number

    def test_shares(self) -> None:
        """Numerators and denominators, each for itself."""
        held = counting(measure=Measure.PERCENTAGE, over_parts=RATIO)
        women, men = (Ratio(Decimal(a), Decimal(b)) for a, b in ((1, 10), (9, 30)))
        found = over_parts(held, of_sex(women, men), "sex").value

        assert found is not None
        assert 25 == found.as_fraction


VAXJO = Organisation(
    id="vaxjo",
    places=(Place(id="municipality"), Place(id="city", within="municipality"), Place(id="school", within="city")),
)
COMPANY = Organisation(id="company", owner="vaxjo")
TLOKWE = Organisation(id="tlokwe", places=(Place(id="town"),))


def project(indicator: Indicator, id: str = "p", reach: Reach | None = None, **fields: Any) -> Project:  # noqa: A002
    """A project of three partners with one indicator, for one target group."""
    groups = () if reach is None else (TargetGroup(id="pupils", reach=reach),)
    objective = Objective(id="o", statement="O", indicators=(indicator,), target_groups=tuple(g.id for g in groups))
    return Project(
        id=id,
        title="A project",
        partners=tuple(Participation(organisation=o) for o in (VAXJO, COMPANY, TLOKWE)),
        framing=Framing(target_groups=groups),
        logframe=Logframe(objectives=(objective,)),
        **fields,
    )


class TestPlaces:
    """Places, which lie within one another."""

    def test_added_over_time_before(self) -> None:
        """Each place is rolled up over its years, then the places."""
        found_there = (seen(1, 2019, place="city"), seen(2, 2020, place="city"), seen(4, place="town"))
        held = counting(*found_there, over_time=OverTime.INCREMENTAL)
        found = over_places(held).value

        assert found is not None
        assert 7 == found.number
        assert 6 == (over_places(held, over=Accumulation.LATEST).value or found).number

    def test_the_whole_is_no_part(self) -> None:
        """A value of no place is what the places are held against, and is left out."""
        found = over_places(counting(seen(9), seen(4, place="town"), seen(5, place="city"))).value

        assert found is not None
        assert 9 == found.number

    @pytest.mark.parametrize(
        ("places", "code"),
        [
            (("city", "town"), None),
            (("city", "municipality"), "IND017"),
            (("school", "municipality"), "IND017"),
            (("city", "elsewhere"), "IND017"),
        ],
    )
    def test_people_of_places(self, places: tuple[str, str], code: str | None) -> None:
        """Added where the project knows both places and neither lies in the other, however deep."""
        held = counting(*(seen(5, place=place) for place in places), unit_kind=UnitKind.PERSON)

        assert code == over_places(held, project=project(held)).code

    def test_nested_places_count_nothing_twice(self) -> None:
        """Not people only: a well of the city is a well of the municipality."""
        held = counting(seen(5, place="city"), seen(9, place="municipality"))
        found = over_places(held, project=project(held))

        assert "place 'city' lies within 'municipality': it would count twice" == found.note

    def test_places_that_lie_in_each_other(self) -> None:
        """A circle of places is followed once."""
        round_ = Organisation(id="r", places=(Place(id="a", within="b"), Place(id="b", within="a")))
        held = counting(seen(5, place="a"), seen(9, place="town"))
        where = attrs.evolve(project(held), involved=(Participation(organisation=round_),))

        assert over_places(held, project=where).is_known

    def test_several_populations(self) -> None:
        """Women of one place and everybody of another overlap."""
        held = counting(seen(5, place="city", population="women"), seen(9, place="town"))

        assert "IND017" == over_places(held).code

    def test_an_unknown_place_is_counted(self) -> None:
        """And the sum is of the others."""
        found = over_places(counting(seen(5, place="city"), seen(None, place="town")))

        assert (5, 1, 1) == (found.value and found.value.number, found.n, found.unknown)

    def test_a_place_that_was_not_measured(self) -> None:
        """It is unknown, whether it has only a target, no value yet, or two that differ; one that has none is not."""
        held = attrs.evolve(counting(seen(5, place="city")), targets=(seen(9, place="town"),))
        twice = attrs.evolve(held, actuals=(*held.actuals, seen(1, place="town"), seen(2, place="town")))
        none = attrs.evolve(held, actuals=(*held.actuals, seen(NotApplicable(), place="town")))

        assert (1, 1) == (over_places(held).n, over_places(held).unknown)
        assert 1 == over_places(twice, over=Accumulation.LATEST).unknown
        assert 0 == over_places(none).unknown
        assert (None, 2) == (
            over_places(held, at=PartialDate(2019)).value,
            over_places(held, at=PartialDate(2019)).unknown,
        )


class TestPartners:
    """Partners, one of which may belong to another."""

    @pytest.mark.parametrize(
        ("partners", "known", "code"),
        [
            (("vaxjo", "tlokwe"), True, None),
            (("vaxjo", "company"), False, "IND017"),
            (("vaxjo", "stranger"), False, "IND017"),
        ],
    )
    def test_people_of_partners(self, partners: tuple[str, str], known: bool, code: str | None) -> None:
        """As of places."""
        held = counting(*(seen(20, partner=partner) for partner in partners), unit_kind=UnitKind.HOUSEHOLD)
        found = over_partners(held, project=project(held))

        assert (known, code) == (found.is_known, found.code)

    def test_things_of_partners(self) -> None:
        """Things are added without a project that knows the partners."""
        found = over_partners(counting(seen(20, partner="a"), seen(20, partner="b"), over_parts=None), SUM).value

        assert found is not None
        assert 40 == found.number

    def test_nobody_said_how(self) -> None:
        """The indicator does not say how its parts roll up, so nobody guesses."""
        found = over_partners(counting(seen(1, partner="a"), seen(2, partner="b"), over_parts=None))

        assert ("nobody said how the parts roll up", None) == (found.note, found.code)


class TestProjects:
    """One indicator over a portfolio."""

    def test_by_id_reference_and_function(self) -> None:
        """Three ways to say which."""
        code = IndicatorReference(vocabulary=IndicatorVocabulary.SDG, code="4.1.1")
        one = project(counting(seen(3), references=(code,)), "a")
        other = project(counting(seen(4), references=(attrs.evolve(code, title="Reading"),)), "b")
        stranger = project(attrs.evolve(counting(seen(9)), id="x"), "c")
        every = [one, other, stranger]

        for which in ("i", code, lambda held: held.id == "i"):
            found = over_projects(every, which)
            assert (7, 2, 0) == (found.value and found.value.number, found.n, found.unknown)

    def test_what_is_asked_for_comes_before_what_the_indicators_say(self) -> None:
        """As the greatest, though their parts are added; and where they do not agree, too."""
        every = [project(counting(seen(n)), str(n)) for n in (3, 4)]
        unlike = [*every, project(counting(seen(5), over_parts=OverParts.AVERAGE), "5")]

        assert [7, 4] == [
            found.value and found.value.number
            for found in (over_projects(every, "i"), over_projects(every, "i", OverParts.MAXIMUM))
        ]
        assert over_projects(unlike, "i").value is None
        assert over_projects(unlike, "i", OverParts.MAXIMUM).n == 3

    def test_the_same_code_of_another_list(self) -> None:
        """It is another indicator."""
        code = IndicatorReference(vocabulary=IndicatorVocabulary.OWN, code="1")
        held = project(counting(seen(3), references=(code,)))

        assert over_projects([held], code).is_known
        donors = attrs.evolve(code, vocabulary=IndicatorVocabulary.DONOR)
        assert "no project has such an indicator" == over_projects([held], donors).note

    def test_the_reach_is_that_of_its_own_target_groups(self) -> None:
        """Another group of the project that is reached through others does not matter."""
        people = counting(seen(30), unit_kind=UnitKind.PERSON, unique=True)
        one = project(people, "a", Reach.DIRECT)
        groups = (*one.framing.target_groups, TargetGroup(id="parents", reach=Reach.INDIRECT))
        found = over_projects([attrs.evolve(one, framing=Framing(target_groups=groups))], "i").value

        assert found is not None
        assert Reach.DIRECT is found.reach

    def test_what_is_missing(self) -> None:
        """A project that has the indicator without a value is unknown; one that has it not is not concerned."""
        found = over_projects(
            [project(counting(seen(3)), "a"), project(counting(), "b"), Project(id="c", title="C")], "i"
        )

        assert (1, 1) == (found.n, found.unknown)
        assert "no project has such an indicator" == over_projects([Project(id="c", title="C")], "i").note

    def test_projects_that_do_not_agree(self) -> None:
        """One says sum and one says nothing: so nobody said, until the caller does."""
        both = [project(counting(seen(3)), "a"), project(counting(seen(4), over_parts=None), "b")]

        assert "the projects do not agree on how to roll up: not said, sum" == over_projects(both, "i").note
        assert over_projects(both, "i", SUM).is_known

    @pytest.mark.parametrize(
        ("reaches", "code"),
        [
            ((Reach.DIRECT, Reach.DIRECT), None),
            ((Reach.DIRECT, None), None),
            ((Reach.DIRECT, Reach.INDIRECT), "IND017"),
        ],
    )
    def test_direct_and_indirect_reach(self, reaches: tuple[Reach | None, ...], code: str | None) -> None:
        """The reach is that of the target groups of the objective that the indicator shows."""
        people = counting(seen(30), unit_kind=UnitKind.PERSON, unique=True)
        found = over_projects([project(people, str(i), reach) for i, reach in enumerate(reaches)], "i")

        assert code == found.code

    @pytest.mark.parametrize(
        ("other", "code"),
        [
            ({"unit_kind": UnitKind.HOUSEHOLD}, "IND018"),
            ({"measure": Measure.PERCENTAGE}, "IND016"),
            ({"unique": None}, "IND017"),
        ],
    )
    def test_nonsense(self, other: dict[str, Any], code: str) -> None:
        """Persons with households, numbers with percentages, people who may be the same."""
        people = counting(seen(30), unit_kind=UnitKind.PERSON, unique=True)
        found = over_projects([project(people, "a"), project(attrs.evolve(people, **other), "b")], "i")

        assert code == found.code

    def test_parts_only(self) -> None:
        """Where no value is of the whole, places are not added behind the caller's back."""
        apart = counting(seen(3, place="city"), seen(4, place="town"))
        found = over_projects([project(apart, "a")], "i")
        with_whole = over_projects([project(attrs.evolve(apart, actuals=(*apart.actuals, seen(7))), "a")], "i")

        assert (None, 1) == (found.value, found.unknown)
        assert 7 == (with_whole.value and with_whole.value.number)

    @given(st.lists(st.lists(st.none() | st.integers(-99, 99), max_size=3), min_size=1, max_size=4))
    def test_a_union_is_the_roll_up_of_its_parts(self, portfolios: list[list[int | None]]) -> None:
        """A measure over all portfolios equals the roll-up of the measures of each."""
        made = [
            [project(counting(seen(value)), f"{i}-{j}") for j, value in enumerate(values)]
            for i, values in enumerate(portfolios)
        ]
        at_once = over_projects([one for part in made for one in part], "i", SUM)
        by_part = roll_up([over_projects(part, "i", SUM) for part in made], SUM)

        assert (at_once.value, at_once.n, at_once.unknown) == (by_part.value, by_part.n, by_part.unknown)
        known = [value for values in portfolios for value in values if value is not None]
        assert (Fraction(sum(known)) if known else None) == (at_once.value and at_once.value.number)
