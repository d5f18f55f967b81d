"""The logframe in the donors' tables: nothing is lost, nothing is told twice, and what is unknown says so."""

import re
from collections.abc import Callable

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from cooperation.examples import load_example
from cooperation.formats import loads
from cooperation.layouts import LAYOUTS
from cooperation.model import Activity, Level, Logframe, Objective, Plan, Precondition, Project, Risk, Stage
from cooperation.views import TableView, logframe

PROPOSAL = load_example("proposal").projects[0]
VAXJO = load_example("vaxjo")

EVERY = pytest.mark.parametrize("layout", LAYOUTS)


def _of(*objectives: Objective, stage: Stage | None = Stage.PROPOSAL, **more: object) -> Project:
    return Project(id="p", title="P", stage=stage, logframe=Logframe(objectives=objectives, **more))  # type: ignore[arg-type]


def _headings(view: TableView) -> list[str]:
    return [group.heading for group in view.grids[0].groups]


def _column(view: TableView, key: str, grid: int = 0) -> list[str]:
    held = view.grids[grid]
    place = held.keys.index(key)
    return [row[place].text for group in held.groups for row in group.rows if row[place] is not None]  # type: ignore[union-attr]


AIM = Objective(id="aim", statement="Health", level=Level.IMPACT)
ONE = Objective(id="one", statement="Water", level=Level.OUTCOME, contributes_to=("aim",))
TWO = Objective(id="two", statement="Trust", level=Level.OUTCOME, contributes_to=("aim",))


@EVERY
def test_reviewed(layout: str, snapshot: Callable[[str, str], None]) -> None:
    """The invented proposal and a real project, as each donor would have them."""
    views = (logframe(PROPOSAL, layout), logframe(VAXJO["energy-plan"], layout, within=VAXJO))

    snapshot(f"logframe-{layout}.txt", "\n\n\n".join(view.text(120) for view in views) + "\n")


def test_reviewed_as_a_page(snapshot: Callable[[str, str], None]) -> None:
    """The same as HTML and as Markdown, where cells span rows or cannot."""
    view = logframe(PROPOSAL, "eu")

    snapshot("logframe-eu.html", view.to_html(style=False))
    snapshot("logframe-eu.md", view.to_markdown())


@pytest.mark.parametrize("project", VAXJO.projects, ids=lambda project: project.id)
@EVERY
def test_every_real_project(project: Project, layout: str) -> None:
    """Each of the ten can be shown in each layout, and all its objectives are in it."""
    view = logframe(project, layout, within=VAXJO)
    told = "\n".join(_column(view, "statement"))

    for objective in project.logframe.objectives:
        assert str(objective.statement) in told


# ---- the graph and the matrix ------------------------------------------------------------------------------------


def test_an_output_of_two_outcomes_stands_once() -> None:
    """It bears the number of the first it leads to, and tells the code of the other, so that nobody counts it twice."""
    wells = Objective(id="wells", statement="Wells", level=Level.OUTPUT, contributes_to=("one", "two"))
    view = logframe(_of(AIM, ONE, TWO, wells), "eu")

    assert ["Health", "Oc 1 Water", "Oc 2 Trust", "Op 1.1 Wells\nalso leads to Oc 2"] == _column(view, "statement")


def test_without_codes_the_other_is_quoted() -> None:
    """The classic matrix numbers nothing, so the other purpose is named by its words."""
    wells = Objective(id="wells", statement="Wells", level=Level.OUTPUT, contributes_to=("one", "two"))

    assert "Wells\nalso leads to “Trust”" in _column(logframe(_of(AIM, ONE, TWO, wells)), "statement")


def test_outputs_follow_their_outcomes() -> None:
    """Within a level the order is that of the level above, and then the author's."""
    late = Objective(id="late", statement="Late", level=Level.OUTPUT, contributes_to=("one",))
    early = Objective(id="early", statement="Early", level=Level.OUTPUT, contributes_to=("two",))

    assert ["Op 1.1 Late", "Op 2.1 Early"] == _column(logframe(_of(AIM, ONE, TWO, early, late), "eu"), "statement")[3:]


def test_an_output_below_an_intermediate_outcome_is_numbered_by_the_outcome() -> None:
    """There is one row of numbers of outputs an outcome, however they lead to it."""
    between = Objective(id="b", statement="Skills", level=Level.INTERMEDIATE_OUTCOME, contributes_to=("two",))
    course = Objective(id="c", statement="Course", level=Level.OUTPUT, contributes_to=("b",))

    assert ["iOc 2.1 Skills", "Op 2.1 Course"] == _column(
        logframe(_of(AIM, ONE, TWO, between, course), "eu"), "statement"
    )[3:]


def test_orphans_and_the_unlevelled_have_headings_of_their_own() -> None:
    """What leads to nothing, or has no level, is neither dropped nor put where nobody put it."""
    lost = Objective(id="lost", statement="Lost", level=Level.OUTPUT)
    vague = Objective(id="vague", statement="Vague", contributes_to=("aim",))
    view = logframe(_of(AIM, ONE, lost, vague), "eu")

    assert ["Outputs", "Leads to nothing above it", "Level not stated"] == _headings(view)[2:]
    assert ["none", "Output: Op ?.1 Lost", "Vague"] == _column(view, "statement")[2:]


def test_in_a_summary_nobody_is_an_orphan() -> None:
    """A summary leaves out what leads to what, so the level is kept and only the number is unknown."""
    lost = Objective(id="lost", statement="Lost", level=Level.OUTPUT)
    view = logframe(_of(AIM, ONE, lost, stage=Stage.SUMMARY), "eu")

    assert "Leads to nothing above it" not in _headings(view)
    assert "Op ?.1 Lost" in _column(view, "statement")


def test_the_highest_level_there_is_has_no_orphans() -> None:
    """An outcome of a project without an impact leads to nothing because there is nothing."""
    assert ["Goal", "Purpose", "Outputs", "Inputs"] == _headings(logframe(_of(ONE)))


def test_a_level_that_the_donor_does_not_know() -> None:
    """An intermediate outcome keeps its place between outcome and outputs, and is said to have no row."""
    between = Objective(id="b", statement="Skills", level=Level.INTERMEDIATE_OUTCOME, contributes_to=("one",))

    assert "Intermediate outcomes (no row of this layout)" == _headings(logframe(_of(AIM, ONE, between)))[2]


def test_a_circle_is_shown() -> None:
    """Objectives that lead to one another are each shown once."""
    hen = Objective(id="hen", statement="Hens", level=Level.OUTPUT, contributes_to=("egg",))
    egg = Objective(id="egg", statement="Eggs", level=Level.OUTPUT, contributes_to=("hen",))

    assert ["none", "none", "Hens", "Eggs"] == _column(logframe(_of(hen, egg)), "statement")[:4]


def test_a_circle_below_a_level_that_is_missing() -> None:
    """Whoever looks for the outcome above a circle of outputs comes to an end without one."""
    hen = Objective(id="hen", statement="Hens", level=Level.OUTPUT, contributes_to=("egg",))
    egg = Objective(id="egg", statement="Eggs", level=Level.OUTPUT, contributes_to=("hen",))

    assert ["Op ?.1 Hens", "Op ?.2 Eggs"] == _column(logframe(_of(AIM, ONE, hen, egg), "eu"), "statement")[2:4]


def test_what_is_not_there_is_said() -> None:
    """A step to an objective that nobody wrote is shown as such."""
    wells = Objective(id="wells", statement="Wells", level=Level.OUTPUT, contributes_to=("one", "gone"))

    assert "Op 1.1 Wells\nleads to gone, which is not there" in _column(logframe(_of(ONE, wells), "eu"), "statement")


# ---- assumptions, risks and preconditions ------------------------------------------------------------------------


def test_an_assumption_stands_where_the_step_begins() -> None:
    """It guards the step up from its objective; the top right cell stays empty, or says what the donor says there."""
    assert "" == _column(logframe(PROPOSAL), "assumptions")[0]
    assert "Not applicable" == _column(logframe(PROPOSAL, "eu"), "assumptions")[0]
    assert "The council keeps energy on its agenda after the national election (likely)" in _column(
        logframe(PROPOSAL, "eu"), "assumptions"
    )


def test_where_only_risks_are_asked_assumptions_stand_below() -> None:
    """The Asian Development Bank has no column for them, and Canada has none either."""
    for layout in ("adb", "canada"):
        captions = [grid.caption for grid in logframe(PROPOSAL, layout).grids]

        assert "Assumptions, for which the layout has no column" in captions


def test_a_risk_to_the_whole_project_stands_below() -> None:
    """A risk that threatens no objective has no row in a table of objectives."""
    view = logframe(_of(AIM, risks=(Risk(statement="War"),)), "adb")
    below = next(grid for grid in view.grids if grid.caption == "Risks to the project as a whole")

    assert ["War (likelihood unknown, consequence unknown)"] == [row["risk"] for row in below.to_rows()]


def test_preconditions_stand_at_the_foot_of_the_classic_matrix() -> None:
    """There they are what must hold for the inputs; elsewhere they stand below the tables."""
    project = _of(AIM, preconditions=(Precondition(statement="A decision"),))

    assert "A decision" == _column(logframe(project), "assumptions")[-1]
    assert "Preconditions, for which the layout has no column" == logframe(project, "eu").grids[-1].caption


# ---- indicators --------------------------------------------------------------------------------------------------

MEASURED = """
cooperation: 1
project:
  id: p
  title: P
  stage: progress
  logframe:
    objectives:
      - id: wells
        level: output
        statement: Wells
        weight: 60
        indicators:
          - id: built
            statement: Wells built
            baseline: {value: 0, date: 2018}
            milestones: [{value: 5, date: 2019}, {value: 9, date: 2020}]
            targets: [{value: 12, date: 2021}]
            actuals: [{value: 4, date: 2019-06}, {value: 13, date: 2021}, {value: 6}]
"""


def test_planned_and_achieved() -> None:
    """What was found stands below the milestone by which it came, what came later or undated below the target."""
    view = logframe(loads(MEASURED).projects[0], "dfid")
    rows = [row for row in view.to_rows() if row.get("indicator", "").startswith("Output")]

    assert ["Planned", "Achieved"] == [row["planned-or-achieved"] for row in rows]
    assert ["5 (2019)", "4 (2019-06)"] == [row["milestones-1"] for row in rows]
    assert ["9 (2020)", "none"] == [row["milestones-2"] for row in rows]
    assert ["12 (2021)", "13 (2021)\n6"] == [row["targets"] for row in rows]
    assert ["Output Indicator 1.1: Wells built"] * 2 == [row["indicator"] for row in rows]


def test_a_proposal_has_achieved_nothing_yet() -> None:
    """Before anything is reported the second row would only be empty."""
    assert "planned-or-achieved" not in logframe(PROPOSAL, "dfid").grids[0].keys


def test_milestones_without_a_column_stand_beside_the_targets() -> None:
    """Canada has none for them, so they are told where the targets are."""
    told = _column(logframe(loads(MEASURED).projects[0], "canada"), "targets", grid=2)

    assert "milestone 5 (2019)\nmilestone 9 (2020)\n12 (2021)" in told


def test_the_unknown_and_the_absent() -> None:
    """A proposal without an indicator has none; of a summary nobody can say so; a value is unknown in either."""
    assert "none" == _column(logframe(_of(AIM), "eu"), "indicator")[0]
    assert "unknown" == _column(logframe(_of(AIM, stage=Stage.SUMMARY), "eu"), "indicator")[0]
    assert "unknown" in _column(logframe(VAXJO["energy-plan"], "eu"), "baseline")


def test_an_impact_without_indicators_is_as_it_should_be() -> None:
    """The Asian Development Bank asks for none, so the cell is empty; what a project has all the same is shown."""
    assert "" == _column(logframe(_of(AIM), "adb"), "indicator-with-values")[0]
    assert "Fossil share" in _column(logframe(PROPOSAL, "adb"), "indicator-with-values")[0]


# ---- the work ----------------------------------------------------------------------------------------------------


def test_activities_that_serve_nothing() -> None:
    """They stand under a heading of their own, in a matrix of activities as in one of outputs."""
    project = evolve(_of(AIM), plan=Plan(activities=(Activity(id="a", title="Meetings"),)))

    assert "Activities that serve no output" in [group.heading for group in logframe(project, "eu").grids[1].groups]
    assert "Activities that serve no output" in [group.heading for group in logframe(project, "canada").grids[1].groups]


def test_costs_in_the_activity_matrix_add_up() -> None:
    """What is tied to no activity has a row of its own, so that all rows together are the budget."""
    costs = _column(logframe(PROPOSAL, "eu"), "costs", grid=1)
    total = sum(int(re.sub(r"\D", "", cost)) for cost in costs if cost != "unknown")

    assert 842_000 == total


# ---- every project -----------------------------------------------------------------------------------------------


@settings(max_examples=40)
@given(st.data())
def test_nothing_is_lost(full: SearchStrategy[Project], data: st.DataObject) -> None:
    """Every objective, indicator, assumption and precondition is in every layout, in each of its outputs."""
    project = data.draw(full)
    frame = project.logframe
    names = [str(one.statement) for one in (*frame.objectives, *frame.indicators, *frame.preconditions)]
    names += [str(held.statement) for one in frame.objectives for held in one.assumptions]
    activities = [str(one.title) for one in project.plan.activities]
    for layout in LAYOUTS:
        view = logframe(project, layout)
        texts = (view.text(400), view.to_html(), view.to_markdown())
        held = names + ([str(risk.statement) for risk in frame.risks] if layout in ("adb", "dfid") else [])
        held += activities if layout in ("classic", "eu", "adb", "canada") else []

        assert [] == [(layout, name) for name in held for text in texts if name not in text]


@settings(max_examples=40)
@given(st.data())
def test_nothing_is_told_twice(full: SearchStrategy[Project], data: st.DataObject) -> None:
    """In a table of all levels each objective begins one row, and each indicator is told once."""
    project = data.draw(full)
    told = _column(logframe(project, "eu"), "statement")
    first_lines = [re.sub(r"^.*?(objective\d+x).*$", r"\1", text.split("\n")[0]) for text in told]
    shown = [line for line in first_lines if line.startswith("objective")]

    assert sorted(str(one.statement) for one in project.logframe.objectives) == sorted(shown)

    indicators = [text.split("\n")[0] for text in _column(logframe(project, "eu"), "indicator")]

    assert sorted(str(one.statement) for one in project.logframe.indicators) == sorted(
        text for text in indicators if text.startswith("indicator")
    )


@settings(max_examples=20)
@given(st.data())
def test_the_same_at_every_call(full: SearchStrategy[Project], data: st.DataObject) -> None:
    """Nothing random and nothing of the day is in a view."""
    project = data.draw(full)
    assert logframe(project, "eu") == logframe(project, "eu")
    assert logframe(project, "dfid").to_html() == logframe(project, "dfid").to_html()
