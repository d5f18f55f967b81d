"""Timelines: what has a place in time is drawn in it as well as it is known, and the rest is said in words."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest
from hypothesis import given, settings

from cooperation import testing
from cooperation.examples import load_example
from cooperation.model import (
    Activity,
    Anchor,
    Continuation,
    ContinuationKind,
    Length,
    Milestone,
    PartialDate,
    Period,
    Plan,
    Portfolio,
    Project,
    RelativeDate,
)
from cooperation.views import Timeline, portfolio_timeline, work_plan
from cooperation.views.pictures.timeline import bar_of
from cooperation.views.words import cells

from .conftest import HOSTILE

VAXJO = load_example("vaxjo")
PROPOSAL = load_example("proposal").projects[0]


def _plan(*activities: Activity) -> Timeline:
    return work_plan(Project(id="p", title="P", plan=Plan(activities=activities)))


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (Period(start=PartialDate(2019, 3), end=PartialDate(2019, 5)), ("2019-03-01", "2019-05-31", "known")),
        (Period(start=PartialDate(2019, 3, 4), end=PartialDate(2019)), ("2019-03-04", "2019-12-31", "known")),
        (Period.of_years(2019, 2020), ("2019-01-01", "2020-12-31", "to the year")),
        (Period(end=PartialDate(2020), length=Length(years=2)), ("2019-01-01", "2020-12-31", "to the year")),
        (
            Period(length=Length(years=1), within=Period.of_years(2007, 2009)),
            ("2007-01-01", "2009-12-31", "within"),
        ),
        (Period(start=PartialDate(2019, 3)), ("2019-03-01", "2019-12-31", "open")),
        (Period(end=PartialDate(2019, 3)), ("2019-01-01", "2019-03-31", "open")),
    ],
    ids=str,
)
def test_a_bar_says_how_well_it_is_known(period: Period, expected: tuple[str, str, str]) -> None:
    """Start and end at face value, and whether they are days, years, bounds, or open."""
    (bar,) = bar_of(period)

    assert expected == (str(bar.start), str(bar.end), bar.placing)


def test_a_length_has_no_place() -> None:
    """It is no bar of its own."""
    assert [] == list(bar_of(Period(length=Length(years=2))))


def test_the_plan_of_the_proposal(snapshot: Callable[[str, str], None]) -> None:
    """The reviewed text and Gantt chart of one plan."""
    plan = work_plan(PROPOSAL)

    snapshot("proposal-plan.txt", f"{plan.text(80)}\n")
    snapshot("proposal-plan.mmd", plan.to_mermaid())


def test_the_projects_of_the_examples(snapshot: Callable[[str, str], None]) -> None:
    """The reviewed text of ten real projects, with mergers and a continuation."""
    snapshot("vaxjo-timeline.txt", f"{portfolio_timeline(VAXJO).text(80)}\n")


def test_unknown_dates_stand_last() -> None:
    """Under their own heading; a length is told, and drawn only as a length."""
    plan = _plan(
        Activity(id="a", title="Somewhen"),
        Activity(id="b", title="In March", period=Period(start=PartialDate(2019, 3), end=PartialDate(2019, 3))),
        Activity(id="c", title="Half a year", period=Period(length=Length(months=6))),
    )
    drawn = plan.to_vega()["layer"]
    lengths = [one for one in drawn[0]["data"]["values"] if one["placing"] == "length"]

    assert ["In March", "Somewhen", "Half a year"] == [row.text for row in plan.rows]
    assert "When is not known:\n 2  Somewhen; when is unknown" in str(plan)
    assert "Half a year; 6 months; when is unknown" in str(plan)
    assert "section When is not known" in plan.to_mermaid()
    assert [("2", "2019-03-01", "2019-04-01")] == [(one["row"], one["start"], one["end"]) for one in lengths]


def test_milestones() -> None:
    """With their date where they have one; a date told by another is said in a note."""
    plan = _plan(
        Activity(
            id="a",
            title="Wells",
            period=Period.of_years(2019),
            actual=Period.of_years(2020),
            milestones=(
                Milestone(title="Drilled", due=PartialDate(2019, 5)),
                Milestone(title="Tested", due=PartialDate(2019, 6), reached=PartialDate(2020, 1)),
                Milestone(title="Handed over", due=RelativeDate(Anchor.PROJECT_END)),
                Milestone(title="Sung about"),
            ),
        )
    )

    assert [("2019-05", False), ("2020-01", True)] == [(str(one.date), one.reached) for one in plan.rows[0].points]
    assert (
        "Wells: Handed over, due project-end, a date told by another.",
        "Wells: Sung about, when is not known.",
    ) == plan.notes
    assert ["to the year", "found"] == [bar.placing for bar in plan.rows[0].bars]


def test_continuations_are_ties() -> None:
    """By id or by a nickname, from the earlier project to the later."""
    first = Project(id="one", title="One", aliases=("the pilot",), period=Period.of_years(2015))
    follows = Continuation(kind=ContinuationKind.BUILDS_ON, alias="the pilot")
    second = Project(id="two", title="Two", period=Period.of_years(2012, 2013), continuations=(follows,))
    timeline = portfolio_timeline(Portfolio(projects=(first, second)))

    assert ["Two", "One"] == [row.text for row in timeline.rows]
    assert [(1, 0)] == [(tie.earlier, tie.later) for tie in timeline.ties]
    assert "1  Two; 2012 to 2013; follows 2" in str(timeline)


def test_what_must_be_done_first() -> None:
    """It is told by numbers in text and Mermaid, drawn as a line from end to start, and in words without a bar."""
    plan = _plan(
        Activity(id="last", title="Pump", after=("well", "permit", "well"), period=Period.of_years(2020)),
        Activity(id="permit", title="Permit"),
        Activity(id="well", title="Well", after=("survey",), period=Period.of_years(2019)),
    )
    layers = plan.to_vega()["layer"]
    corners = [(one["row"], one["start"]) for one in layers[-2]["data"]["values"]]
    heads = [(one["row"], one["start"]) for one in layers[-1]["data"]["values"]]

    assert ["Pump", "Well", "Permit"] == [row.text for row in plan.rows]
    assert [(1, 0), (2, 0)] == [(tie.earlier, tie.later) for tie in plan.ties]
    assert " 1  Pump; 2020; who is responsible is unknown; comes after 2 and 3\n" in plan.text(100)
    assert "    1 Pump, who is responsible is unknown, comes after 2 and 3 :2020-01-01" in plan.to_mermaid()
    assert [("1", "2020-01-01"), ("0", "2020-01-01"), ("0", "2020-01-01")] == corners
    assert [("0", "2020-01-01")] == heads
    assert "comes after Permit " in json.dumps(plan.to_vega())
    assert "comes after Well" not in json.dumps(plan.to_vega())
    assert ("Well comes after survey, which is not in the plan.",) == plan.notes
    assert plan.description.endswith("and of which 1 follows others.")


def test_nothing_known_is_drawn_as_such() -> None:
    """An empty plan, and one without any date, are pictures too."""
    for plan in (_plan(), _plan(Activity(id="a", title="Somewhen"))):
        assert ET.fromstring(plan.to_svg()).tag.endswith("svg")
    assert "Nothing is known." in str(_plan())


def test_hostile_text_is_only_text() -> None:
    """In Mermaid's chart each row is one task, and in SVG it is text."""
    plan = _plan(*(Activity(id=f"a{n}", title=text, period=Period.of_years(2019)) for n, text in enumerate(HOSTILE)))
    tasks = [line for line in plan.to_mermaid().split("\n") if line.endswith(":2019-01-01, 2019-12-31")]
    svg = plan.to_svg()

    assert len(HOSTILE) == len(tasks)
    assert all(re.fullmatch(r"    [^:#;%<>\"`]+:2019-01-01, 2019-12-31", task) for task in tasks)
    assert not {"script", "img", "a", "image"} & {
        element.tag.rpartition("}")[2] for element in ET.fromstring(svg).iter()
    }
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in svg


def test_the_ends_of_the_calendar() -> None:
    """The last day of the last year has no day after it."""
    plan = _plan(
        Activity(id="a", title="A", period=Period.of_years(1)),
        Activity(id="b", title="B", period=Period.of_years(9999)),
    )

    assert "a cell is 1" in plan.text(80)
    assert "9999-12-31" in str(plan.to_vega())


@given(portfolio=testing.portfolios())
@settings(max_examples=20)
def test_nothing_is_lost(portfolio: Portfolio) -> None:
    """Every activity and every project has a row; texts fit; all is the same at every call."""
    timeline = portfolio_timeline(portfolio)
    assert len(portfolio) == sum(row.group == "Projects" for row in timeline.rows)
    for view in (timeline, *map(work_plan, portfolio)):
        assert all(cells(line) <= 60 for line in view.text(60).split("\n"))
        assert view.to_mermaid() == view.to_mermaid()
        assert view.to_vega() == view.to_vega()
    for project in portfolio:
        assert len(project.plan.activities) == len(work_plan(project).rows)
