"""The logframe as a graph."""

import pytest
from hypothesis import given, settings

from cooperation import testing
from cooperation.errors import InvariantError
from cooperation.model import (
    Grade,
    Indicator,
    Level,
    Likelihood,
    Logframe,
    Objective,
    Risk,
    Scope,
)

calm = settings(deadline=None)


def frame(**objectives: str) -> Logframe:
    """A logframe of objectives by id, each with the ids it contributes to."""
    return Logframe(
        objectives=tuple(
            Objective(id=id_, statement=id_, contributes_to=tuple(above.split())) for id_, above in objectives.items()
        )
    )


def ids(objectives: tuple[Objective, ...]) -> str:
    """The ids of objectives in a row."""
    return " ".join(objective.id for objective in objectives)


DIAMOND = frame(top="", left="top", right="top", low="right left", lone="")
RING = frame(a="b", b="c", c="a", above="", below="a", beside="above", end="above")


class TestInvariants:
    """One id, one part."""

    def test_two_objectives(self) -> None:
        """Refused at the second, and the path says where it stands."""
        with pytest.raises(InvariantError, match="two objectives have the id 'a'") as caught:
            Logframe(objectives=tuple(Objective(id=id_, statement="") for id_ in "aba"))

        assert ("objectives", 2, "id") == caught.value.path

    def test_two_indicators(self) -> None:
        """Also at two objectives."""
        first, second = (Indicator(id="i", statement=""), Indicator(id="j", statement=""))
        with pytest.raises(InvariantError, match="two indicators have the id 'i'") as caught:
            Logframe(
                objectives=(
                    Objective(id="a", statement="", indicators=(first,)),
                    Objective(id="b", statement="", indicators=(second, first)),
                )
            )

        assert ("objectives", 1, "indicators", 1, "id") == caught.value.path

    def test_an_objective_and_an_indicator_may_share_one(self) -> None:
        """Ids are unique among parts of one kind."""
        objective = Objective(id="a", statement="", indicators=(Indicator(id="a", statement=""),))

        assert ("a", "a") == (objective.id, Logframe(objectives=(objective,)).indicators[0].id)


class TestNeighbours:
    """One step and all steps, up and down."""

    @pytest.mark.parametrize(
        ("id_", "up", "down"),
        [
            ("low", "left right", ""),
            ("left", "top", "low"),
            ("top", "", "left right"),
            ("lone", "", ""),
            ("nobody", "", ""),
        ],
    )
    def test_one_step(self, id_: str, up: str, down: str) -> None:
        """In the author's order, whatever the order of the references."""
        assert (up, down) == (ids(DIAMOND.supports(id_)), ids(DIAMOND.supported_by(id_)))

    @pytest.mark.parametrize(
        ("id_", "up", "down"),
        [("low", "top left right", ""), ("top", "", "left right low"), ("lone", "", ""), ("nobody", "", "")],
    )
    def test_all_steps(self, id_: str, up: str, down: str) -> None:
        """Each once, however many ways lead to it."""
        assert (up, down) == (ids(DIAMOND.all_supports(id_)), ids(DIAMOND.all_supported_by(id_)))

    def test_in_a_circle(self) -> None:
        """What stands in a circle supports itself, and asking so ends."""
        assert "a b c" == ids(RING.all_supports("a"))
        assert "a b c below" == ids(RING.all_supported_by("a"))

    def test_unresolved(self) -> None:
        """A reference to nothing leads nowhere."""
        assert ("", "a") == (ids(frame(a="gone").supports("a")), ids(frame(a="gone").supported_by("gone")))

    def test_finding(self) -> None:
        """By id and by level."""
        objectives = (Objective(id="a", statement="", level=Level.OUTPUT), Objective(id="b", statement=""))
        found = Logframe(objectives=objectives)

        assert (objectives[1], None) == (found.objective("b"), found.objective("c"))
        assert ((objectives[0],), ()) == (found.at_level(Level.OUTPUT), found.at_level(Level.IMPACT))


class TestChain:
    """The results chain."""

    def test_steps(self) -> None:
        """Each after all that contributes to it."""
        assert ["low lone", "left right", "top"] == [ids(step) for step in DIAMOND.chain()]
        assert () == DIAMOND.circular

    def test_a_long_way_round(self) -> None:
        """A step waits for the longest way to it."""
        assert ["a", "b", "c"] == [ids(step) for step in frame(c="", b="c", a="b c").chain()]

    def test_circles_are_left_out(self) -> None:
        """With what hangs above one; what hangs below or beside it has its place."""
        assert ["below beside end", "above"] == [ids(step) for step in RING.chain()]
        assert "a b c" == ids(RING.circular)
        assert "a b" == ids(frame(a="a b", b="").circular)

    def test_empty(self) -> None:
        """No objectives, no steps."""
        assert ((), ()) == (Logframe().chain(), Logframe().circular)

    def test_unresolved(self) -> None:
        """A reference to nothing keeps nobody waiting."""
        assert ["a"] == [ids(step) for step in frame(a="gone").chain()]


class TestLaws:
    """What holds of every graph, with circles or without."""

    @calm
    @given(testing.logframes())
    def test_the_chain_is_a_topological_order(self, drawn: Logframe) -> None:
        """Every objective stands once in the chain or among the circular, and after all that contributes to it."""
        chain = drawn.chain()
        steps = {objective.id: number for number, step in enumerate(chain) for objective in step}

        assert len(drawn.objectives) == sum(map(len, chain)) + len(drawn.circular)
        assert () not in chain
        for objective in drawn.objectives:
            for lower in drawn.supported_by(objective.id):
                if objective.id in steps:
                    assert steps[lower.id] < steps[objective.id]
                if lower in drawn.circular:
                    assert objective in drawn.circular

    @calm
    @given(testing.logframes())
    def test_circular_are_circles_and_what_hangs_above(self, drawn: Logframe) -> None:
        """An objective has no place in the chain exactly if somebody below it, or itself, supports itself."""
        for objective in drawn.objectives:
            below = (objective, *drawn.all_supported_by(objective.id))

            assert any(o in drawn.all_supports(o.id) for o in below) is (objective in drawn.circular)

    @calm
    @given(testing.logframes())
    def test_up_and_down_are_converse(self, drawn: Logframe) -> None:
        """One supports the other exactly if the other is supported by it, in one step and in all."""
        for one in drawn.objectives:
            for other in drawn.objectives:
                assert (other in drawn.supports(one.id)) is (one in drawn.supported_by(other.id))
                assert (other in drawn.all_supports(one.id)) is (one in drawn.all_supported_by(other.id))


class TestScales:
    """Ranks and weights."""

    def test_levels_rise(self) -> None:
        """From output to impact, above the activities at nought."""
        assert [1, 2, 3, 4] == [level.rank for level in Level]
        assert Level.OUTPUT.rank < Level.INTERMEDIATE_OUTCOME.rank < Level.OUTCOME.rank < Level.IMPACT.rank

    def test_scopes_widen(self) -> None:
        """From persons to society."""
        assert (1, 2, 3) == (Scope.INDIVIDUAL.width, Scope.ORGANISATION.width, Scope.SOCIETY.width)

    def test_all_scopes(self) -> None:
        """The first and the further ones."""
        further = (Scope.SOCIETY,)

        assert (Scope.INDIVIDUAL, Scope.SOCIETY) == Objective(
            id="a", statement="", scope=Scope.INDIVIDUAL, further_scopes=further
        ).scopes
        assert further == Objective(id="a", statement="", further_scopes=further).scopes
        assert () == Objective(id="a", statement="").scopes

    @pytest.mark.parametrize(
        ("likelihood", "consequence", "weight"),
        [
            (Likelihood.VERY_UNLIKELY, Grade.VERY_LOW, 1),
            (Likelihood.LIKELY, Grade.HIGH, 16),
            (Likelihood.VERY_LIKELY, Grade.VERY_HIGH, 25),
            (None, Grade.HIGH, None),
            (Likelihood.LIKELY, None, None),
        ],
    )
    def test_weight_of_a_risk(
        self, likelihood: Likelihood | None, consequence: Grade | None, weight: int | None
    ) -> None:
        """Likelihood times consequence, or not known."""
        assert weight == Risk(statement="", likelihood=likelihood, consequence=consequence).weight
