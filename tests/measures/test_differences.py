"""How two values of the model differ."""

from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import cooperation as co
from cooperation import testing
from cooperation.diagnostics import format_path
from cooperation.measures import DifferenceKind, differences
from cooperation.model import (
    Benefit,
    Described,
    Indicator,
    Logframe,
    Number,
    Objective,
    Observation,
    Organisation,
    PartialDate,
    Participation,
    Portfolio,
    Project,
    Role,
    WinWin,
)

ADDED, REMOVED = DifferenceKind.ADDED, DifferenceKind.REMOVED
CHANGED, REORDERED = DifferenceKind.CHANGED, DifferenceKind.REORDERED


def told(old: Any, new: Any) -> list[tuple[str, DifferenceKind]]:
    """The differences with their paths in words."""
    return [(format_path(one.path), one.kind) for one in differences(old, new)]


def objective(id: str, statement: str = "s", **fields: Any) -> Objective:  # noqa: A002
    """An objective."""
    return Objective(id=id, statement=statement, **fields)


def frame(*objectives: Objective) -> Logframe:
    """A logframe."""
    return Logframe(objectives=objectives)


def seen(value: int, year: int | None, **fields: Any) -> Observation:
    """An observation."""
    date = None if year is None else PartialDate(year)
    return Observation(value=Number(Decimal(value)), date=date, **fields)


def measured(*actuals: Observation) -> Indicator:
    """An indicator with actuals."""
    return Indicator(id="i", statement="s", actuals=actuals)


def partner(id: str, **fields: Any) -> Participation:  # noqa: A002
    """A partner."""
    return Participation(organisation=Organisation(id=id), **fields)


A, B, C, T = objective("a"), objective("b"), objective("c"), objective("b", "t")


class TestTruth:
    """What is held together, and what is told of it."""

    @pytest.mark.parametrize(
        ("old", "new", "expected"),
        [
            (A, A, []),
            (A, objective("a", "t"), [("statement", CHANGED)]),
            (frame(A, B), frame(B), [("objectives[0]", REMOVED)]),
            (frame(B), frame(A, B), [("objectives[0]", ADDED)]),
            (frame(A, B), frame(B, A), [("objectives", REORDERED)]),
            (frame(A, B), frame(T, A), [("objectives[0].statement", CHANGED), ("objectives", REORDERED)]),
            (frame(A, B, C), frame(A, C), [("objectives[1]", REMOVED)]),
            (frame(A), frame(objective("x")), [("objectives[0]", REMOVED), ("objectives[0]", ADDED)]),
            (objective("a", note=None), objective("a", note="n"), [("note", CHANGED)]),
            (
                objective("a", contributes_to=("x", "y")),
                objective("a", contributes_to=("y", "z")),
                [("contributes_to[0]", REMOVED), ("contributes_to[1]", ADDED)],
            ),
            (
                objective("a", contributes_to=("x", "y")),
                objective("a", contributes_to=("y", "x")),
                [("contributes_to", REORDERED)],
            ),
            (measured(seen(1, 2019)), measured(seen(2, 2019)), [("actuals[0].value", CHANGED)]),
            (measured(seen(1, 2019)), measured(seen(1, 2020)), [("actuals[0].date", CHANGED)]),
            (measured(seen(1, 2019)), measured(seen(1, 2019), seen(1, 2020)), [("actuals[1]", ADDED)]),
            (
                measured(seen(1, 2020)),
                measured(seen(1, 2019), seen(2, 2020)),
                [("actuals[1].value", CHANGED), ("actuals[0]", ADDED)],
            ),
            (measured(seen(1, None)), measured(seen(2, None)), [("actuals[0].value", CHANGED)]),
            (measured(seen(1, 2019), seen(2, 2019)), measured(seen(2, 2019), seen(1, 2019)), [("actuals", REORDERED)]),
            (
                Project(id="p", title="t", partners=(partner("a"), partner("b"))),
                Project(id="p", title="t", partners=(partner("b", role=Role.COORDINATOR),)),
                [("partners[0].role", CHANGED), ("partners[0]", REMOVED)],
            ),
            (
                WinWin(benefits=(Benefit(partner="a", statement="s"),)),
                WinWin(benefits=(Benefit(partner="a", statement="t", id="b"),)),
                [("benefits[0]", REMOVED), ("benefits[0]", ADDED)],
            ),
            (
                measured(seen(1, None), seen(2, 2019)),
                measured(seen(3, 2020), seen(2, None)),
                [
                    ("actuals[0].value", CHANGED),
                    ("actuals[0].date", CHANGED),
                    ("actuals[1].value", CHANGED),
                    ("actuals", REORDERED),
                ],
            ),
            (Number(Decimal(1)), Described("one"), [("", CHANGED)]),
            (seen(1, 2019), attrs.evolve(seen(1, 2019), value=None), [("value", CHANGED)]),
        ],
    )  # fmt: skip
    def test_told(self, old: Any, new: Any, expected: list[tuple[str, DifferenceKind]]) -> None:
        """By id, by what it is of, else by order; what has words of its own is compared whole."""
        assert expected == told(old, new)

    def test_values(self) -> None:
        """Old and new stand beside each other, and what is not there is ``None``."""
        (changed,) = differences(A, objective("a", "t"))
        removed, added = differences(frame(A), frame(B))

        assert ("s", "t") == (changed.old, changed.new)
        assert (A, None, None, B) == (removed.old, removed.new, added.old, added.new)
        assert "objectives[0] removed" == str(removed)

    def test_what_it_stands_in(self) -> None:
        """The values around a difference, outermost first, and itself where it came or went."""
        new = frame(objective("a", "t"))
        (changed,) = differences(frame(A), new)
        (_, added) = differences(frame(A), frame(B))

        assert (((), new), (("objectives", 0), new.objectives[0])) == changed.inside
        assert [(), ("objectives", 0)] == [path for path, _ in added.inside]

    def test_a_path_of_ones_own(self) -> None:
        """The parts of a larger thing keep their place in it."""
        (found,) = differences(A, objective("a", "t"), ("projects", 3))

        assert ("projects", 3, "statement") == found.path

    def test_equal_numbers_are_no_difference(self) -> None:
        """1.0 is 1."""
        assert () == differences(Number(Decimal("1.0")), Number(Decimal(1)))

    def test_the_ten_projects(self) -> None:
        """One word of a real portfolio."""
        old = co.load_example("vaxjo")
        project = attrs.evolve(old.projects[3], title="Other")
        new = attrs.evolve(old, projects=(*old.projects[:3], project, *old.projects[4:]))

        assert [("projects[3].title", CHANGED)] == told(old, new)


class TestProperties:
    """What holds of any two values."""

    @given(testing.projects(), testing.projects())
    def test_nothing_exactly_when_equal(self, old: Project, new: Project) -> None:
        """Equal values have no differences, unequal ones have some."""
        assert (old == new) == (not differences(old, new))
        assert () == differences(old, old)

    @given(testing.portfolios(), testing.portfolios())
    def test_paths_lead_to_what_they_name(self, old: Portfolio, new: Portfolio) -> None:
        """Whatever was added, changed or reordered is found in the new value at its path."""
        for one in differences(old, new):
            if one.kind is not REMOVED:
                here: Any = new
                for step in one.path:
                    here = here[step] if isinstance(step, int) else getattr(here, step)
                assert here == one.new
            assert one.old != one.new

    @given(testing.logframes(), st.data())
    def test_a_version_is_told_exactly(self, old: Logframe, data: st.DataObject) -> None:
        """Objectives dropped, reworded or kept as they are, each is told as what happened to it and nothing else."""
        fates = [data.draw(st.sampled_from(["kept", "dropped", "reworded"])) for _ in old.objectives]
        new = attrs.evolve(
            old,
            objectives=tuple(
                attrs.evolve(one, statement=f"{one.statement}!") if fate == "reworded" else one
                for one, fate in zip(old.objectives, fates, strict=True)
                if fate != "dropped"
            ),
        )
        found = differences(old, new)

        assert fates.count("dropped") == sum(one.kind is REMOVED for one in found)
        assert fates.count("reworded") == sum(one.path[-1] == "statement" for one in found)
        assert len(found) == len(fates) - fates.count("kept")

    @given(testing.logframes(), st.randoms(use_true_random=False))
    def test_another_order_of_named_parts_is_only_that(self, old: Logframe, random: Any) -> None:
        """Objectives have ids: shuffled they are the same objectives."""
        mixed = list(old.objectives)
        random.shuffle(mixed)
        new = attrs.evolve(old, objectives=tuple(mixed))

        assert told(old, new) == ([] if old == new else [("objectives", REORDERED)])
