"""What the tests of the views share."""

import os
from collections.abc import Callable

import pytest
from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from cooperation import testing
from cooperation.model import Budget, Level, Objective, Project


@pytest.fixture
def snapshot(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Hold a text against the one that was reviewed; ``UPDATE_SNAPSHOTS=1`` writes it anew, to be reviewed again."""

    def compare(name: str, actual: str) -> None:
        file = request.path.parent / "snapshots" / name
        if os.environ.get("UPDATE_SNAPSHOTS"):
            file.write_text(actual, encoding="utf-8", newline="\n")

        assert file.read_text("utf-8") == actual

    return compare


@pytest.fixture(scope="session")
def full() -> SearchStrategy[Project]:
    """Projects that hold much, whose parts each bear a word that nothing else has, such as ``indicator1x0x``.

    The projects of ``testing`` are small, as they should be: few of them have an indicator with values.
    """
    return _full()


def _few(
    part: Callable[..., SearchStrategy[object]], word: str, most: int = 2, **fields: object
) -> SearchStrategy[object]:
    """Some parts with a word each; a field is a strategy, or a function of the number of the part."""

    def one(n: int) -> SearchStrategy[object]:
        return part(
            **{k: f(n) if callable(f) else f for k, f in fields.items()}, **{_WORDED[part]: st.just(f"{word}{n}x")}
        )

    return st.integers(0, most).flatmap(lambda number: st.tuples(*map(one, range(number))))


_WORDED: dict[object, str] = {
    testing.activities: "title",
    testing.assumptions: "statement",
    testing.benefits: "statement",
    testing.budget_lines: "description",
    testing.indicators: "statement",
    testing.risks: "statement",
    testing.stakeholders: "name",
    testing.preconditions: "statement",
}


def _several(part: SearchStrategy[object]) -> SearchStrategy[object]:
    return st.lists(part, max_size=2).map(tuple)


@st.composite
def _full(draw: DrawFn) -> Project:
    project = draw(testing.projects())
    ids = [f"o{n}" for n in range(draw(st.integers(0, 6)))]
    named = st.lists(st.sampled_from([*ids, "gone"]), max_size=2, unique=True).map(tuple)
    values = _several(testing.observations(parts=st.just(())))
    objectives = tuple(
        Objective(
            id=name,
            statement=f"objective{n}x",
            level=draw(st.none() | st.sampled_from(Level)),
            contributes_to=draw(named),
            weight=draw(st.none() | st.decimals(0, 100, places=1)),
            indicators=draw(
                _few(
                    testing.indicators,
                    f"indicator{n}x",
                    id=lambda m, name=name: st.just(f"{name}-{m}"),
                    milestones=values,
                    targets=values,
                    actuals=values,
                )
            ),
            assumptions=draw(_few(testing.assumptions, f"assumption{n}x")),
        )
        for n, name in enumerate(ids)
    )
    lines = draw(
        _few(testing.budget_lines, "line", 4, id=st.none(), activity=st.none() | st.sampled_from(["a0", "a1"]))
    )
    partners = st.sampled_from([*project.partner_ids, "else"])
    return evolve(
        project,
        logframe=evolve(
            project.logframe,
            objectives=objectives,
            risks=draw(_few(testing.risks, "risk", 3, objectives=named)),
            conditional=None,
            preconditions=draw(_few(testing.preconditions, "precondition")),
        ),
        win_win=evolve(project.win_win, benefits=draw(_few(testing.benefits, "benefit", 4, partner=partners))),
        framing=evolve(project.framing, stakeholders=draw(_few(testing.stakeholders, "holder", 3))),
        plan=evolve(
            project.plan,
            activities=draw(
                _few(
                    testing.activities,
                    "activity",
                    3,
                    id=lambda n: st.just(f"a{n}"),
                    after=st.just(()),
                    contributes_to=named,
                    costs=_several(testing.cost_lines()),
                )
            ),
            budget=draw(st.none() | st.just(Budget(lines=lines))),
        ),
    )
