"""Every class has a strategy, and what the strategies make is what the constructors take."""

import contextlib
import enum
import types
import typing
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from cooperation import model, testing
from cooperation.model import Activity, Level, Objective, Organisation, Portfolio, Project, Sector, Transfer, Translated
from cooperation.model.structure import fields_of, references, walk
from cooperation.testing import _strategies

CLASSES = [cls for cls in map(vars(model).get, model.__all__) if isinstance(cls, type)]
VALUES = [cls for cls in CLASSES if attrs.has(cls)]
FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
SOME = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


class _NothingLeftError(Exception):
    """Every field was filled: there is nothing left to look for."""


def by_name(cls: type) -> str:
    """The name of a class, for the name of a test."""
    return cls.__name__


class TestCompleteness:
    """No class is forgotten, and no name leads nowhere."""

    @pytest.mark.parametrize("cls", CLASSES, ids=by_name)
    def test_every_class_has_a_public_strategy(self, cls: type) -> None:
        """A class that is added to the model is asked for here until it has a strategy."""
        strategy = _strategies.BY_CLASS.get(cls)

        assert strategy is not None, f"write a strategy for {cls.__name__} in cooperation.testing"
        assert strategy is getattr(testing, next(n for n, s in _strategies.BY_NAME.items() if s is strategy))

    def test_the_list_of_names_is_the_list_of_strategies(self) -> None:
        """The package lists by hand, sorted, what its modules offer."""
        assert sorted([*_strategies.BY_NAME, "register"]) == testing.__all__ == dir(testing)

    def test_no_two_modules_offer_one_name(self) -> None:
        """A name that stood in two modules would hide one of them."""
        modules = [module for module in vars(_strategies).values() if isinstance(module, types.ModuleType)]
        offered = [name for module in modules if module is not typing for name in module.__all__]

        assert sorted(set(offered)) == sorted(offered)

    @pytest.mark.parametrize("name", sorted(_strategies.BY_NAME))
    def test_can_be_shown(self, name: str) -> None:
        """Hypothesis shows the strategy beside a value that fails: that must not fill the screen, or warn."""
        assert len(repr(getattr(testing, name)())) < 15_000

    def test_each_says_what_it_makes(self) -> None:
        """The documentation of a strategy is never empty."""
        assert [] == [name for name, strategy in _strategies.BY_NAME.items() if not strategy.__doc__]

    def test_an_unknown_name(self) -> None:
        """A misspelt strategy is an AttributeError, as of any module."""
        with pytest.raises(AttributeError, match="has no attribute 'projcets'"):
            _ = testing.projcets  # type: ignore[attr-defined]


class TestValues:
    """What is made is valid, and of the right class down to the last field."""

    @pytest.mark.parametrize("cls", VALUES, ids=by_name)
    def test_valid_hashable_and_typed(self, cls: type) -> None:
        """Nothing is refused, everything can be a cache key, and every field holds what it declares."""

        @FEW
        @given(st.from_type(cls))
        def check(value: Any) -> None:
            assert isinstance(value, cls)
            assert hash(value) == hash(attrs.evolve(value))
            assert value == attrs.evolve(value)
            for _, part in walk(value):
                assert [] == list(misfits(part))

        check()

    @pytest.mark.parametrize("cls", [cls for cls in CLASSES if cls not in VALUES], ids=by_name)
    def test_enumerations_and_unions(self, cls: type) -> None:
        """Members of an enumeration, and values of either kind where there are two."""

        @FEW
        @given(_strategies.BY_CLASS[cls]())
        def check(value: Any) -> None:
            assert isinstance(value, cls)

        check()

    @pytest.mark.parametrize("cls", [cls for cls in VALUES if cls is not model.YearAnswer], ids=by_name)
    def test_every_field_is_filled_at_times(self, cls: type) -> None:
        """No field is left at its default for ever, or nobody would notice that it is lost on the way."""
        open_fields = {shape.name for shape in fields_of(cls) if not shape.required}
        defaults = {a.name: a.default for a in attrs.fields(cls)}

        # The same examples on every run: a test of chance must not fail by chance.
        @settings(
            max_examples=1_000,
            derandomize=True,
            deadline=None,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(st.from_type(cls))
        def fill(value: Any) -> None:
            open_fields.difference_update([n for n in open_fields if getattr(value, n) != defaults[n]])
            if not open_fields:
                raise _NothingLeftError

        with contextlib.suppress(_NothingLeftError):
            fill()

        assert set() == open_fields

    @FEW
    @given(testing.words(), testing.ids(), testing.translateds())
    def test_texts_can_stand_in_a_document(self, word: str, id_: str, text: Translated) -> None:
        """No NUL and no half of a surrogate pair, which neither YAML nor JSON can carry."""
        for value in (word, id_, *(version for _, version in text.versions)):
            assert "\0" not in value
            assert value == value.encode().decode()

    @pytest.mark.parametrize(
        "hostile",
        ["no", "NO", "010", "1e3", "~", "null", "n/a", "12/40", " leading", "trailing ", "a: b", "#x", "two\nlines\n"],
    )
    def test_hostile_words_come_up(self, hostile: str) -> None:
        """The words that careless readers spoil are among the texts, not only possible in principle."""
        assert hostile in {*testing._texts._HOSTILE, *testing._texts._HOSTILE_PROSE}


class TestFields:
    """Strategies for single fields."""

    @FEW
    @given(testing.objectives(level=st.just(Level.OUTPUT), id=st.just("wells")))
    def test_pinned(self, objective: Objective) -> None:
        """What the caller pins is so."""
        assert ("wells", Level.OUTPUT) == (objective.id, objective.level)

    @FEW
    @given(testing.projects(id=st.just("p"), partners=st.just(()), stage=st.just(model.Stage.FINAL)))
    def test_pinned_of_a_whole(self, project: Project) -> None:
        """And so is a field of a project, which is more than the sum of its fields."""
        assert ("p", (), model.Stage.FINAL) == (project.id, project.partners, project.stage)

    @FEW
    @given(testing.portfolios(projects=st.tuples(testing.projects(partners=st.just(()), involved=st.just(())))))
    def test_pinned_parts_of_a_portfolio(self, portfolio: Portfolio) -> None:
        """A portfolio takes projects that the caller made."""
        assert 1 == len(portfolio)

    def test_an_unknown_field(self) -> None:
        """A misspelt field is refused when the strategy is made."""
        with pytest.raises(TypeError, match="Objective has no field levl"):
            testing.objectives(levl=st.none())

    @FEW
    @given(testing.transfers(from_partner=st.just("a")), testing.transfers(to_partner=st.just("a")))
    def test_invariants_hold_around_what_is_pinned(self, one: Transfer, other: Transfer) -> None:
        """The other field gives way."""
        assert ("a", "a") == (one.from_partner, other.to_partner)

    @FEW
    @given(testing.activities(id=st.just("a")), testing.sectors(share=st.none()))
    def test_invariants_over_several_fields(self, activity: Activity, sector: Sector) -> None:
        """An activity never follows itself, and a sector's code is of its list, whatever is pinned."""
        assert "a" not in activity.after
        assert sector.share is None


class TestCoherence:
    """Projects and portfolios hang together."""

    @SOME
    @given(testing.portfolios())
    def test_one_id_one_value(self, portfolio: Portfolio) -> None:
        """An organisation is the same wherever it takes part; the constructor would refuse anything else."""
        everywhere = [part.organisation for _, part in walk(portfolio) if isinstance(part, model.Participation)]

        for organisation in filter(None, everywhere):
            assert organisation == portfolio.organisation(organisation.id)

    def test_references_mostly_resolve(self) -> None:
        """More than half of all references name something that is there, and some name nothing."""
        found: list[bool] = []

        @settings(
            max_examples=150, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
        )
        @given(testing.portfolios())
        def count(portfolio: Portfolio) -> None:
            known = {part.id for _, part in walk(portfolio) if hasattr(part, "id")}
            found.extend(reference.id in known for _, part in walk(portfolio) for reference in references(part))

        count()

        assert len(found) > 100
        assert 0.5 < sum(found) / len(found) < 1

    def test_some_graphs_go_round_in_a_circle(self) -> None:
        """Rules and views meet circles, and steps as well."""
        kinds = {"circular": 0, "steps": 0}

        @settings(
            max_examples=150, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
        )
        @given(testing.logframes())
        def count(frame: model.Logframe) -> None:
            kinds["circular"] += bool(frame.circular)
            kinds["steps"] += len(frame.chain()) > 1

        count()

        assert 0 not in kinds.values(), kinds

    def test_organisations_stand_in_the_register_or_where_they_take_part(self) -> None:
        """Documents of both kinds come up."""
        kinds = {"registered": 0, "inline": 0}

        @settings(
            max_examples=150, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
        )
        @given(testing.portfolios())
        def count(portfolio: Portfolio) -> None:
            registered = {organisation.id for organisation in portfolio.organisations}
            taking_part = {o.id for project in portfolio for o in project.organisations}
            kinds["registered"] += bool(registered & taking_part)
            kinds["inline"] += bool(taking_part - registered)

        count()

        assert 0 not in kinds.values(), kinds


def misfits(part: Any) -> typing.Iterator[str]:
    """The fields of a part that hold something they do not declare."""
    for shape in fields_of(type(part)):
        value = getattr(part, shape.name)
        if value is None and shape.optional:
            continue
        for item in value if shape.many else (value,):
            allowed = tuple(typing.get_origin(kind) or kind for kind in shape.holds)
            if not isinstance(item, allowed) or (isinstance(item, enum.Enum) and type(item) not in allowed):
                yield f"{type(part).__name__}.{shape.name} holds {item!r}"


def test_an_organisation_may_be_bare() -> None:
    """An organisation of which only the id is known is the simplest one, so it comes up on its own."""

    @FEW
    @given(testing.organisations())
    def count(organisation: Organisation) -> None:
        seen.add(organisation.is_bare)

    seen: set[bool] = set()
    count()

    assert {True, False} == seen
