"""The overview of a portfolio: all projects, counted and drawn, and of many only what one can look at."""

import re

import pendulum
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from cooperation.diagnostics import Severity
from cooperation.examples import load_example, read_example
from cooperation.model import Period, Portfolio, Project, Stage
from cooperation.report import page
from cooperation.report._findings import MOST
from cooperation.report._pieces import bars, chunks
from cooperation.review import Question
from cooperation.views import Cell, Grid, Group, TableView

TODAY = pendulum.date(2018, 11, 1)
VAXJO = load_example("vaxjo")


def _words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def _many(number: int) -> Portfolio:
    projects = tuple(Project(id=f"p{n}", title=f"Project {n}", stage=Stage.PROPOSAL) for n in range(number))
    return Portfolio(projects=projects, language="en")


def test_the_ten_projects_at_a_glance() -> None:
    """What the measures say of them stands in the tiles; what is unknown is said with its number."""
    words = _words(page(read_example("vaxjo"), today=TODAY).html)

    for told in (
        "Portfolio of 10 projects",
        "Projects 10 5 partnerships",
        "Years 2016 to 2021 4 of 10 projects without a known time",
        "Each partner gains of its own 3 of 10 projects",
        "Budget ? unknown 10 of 10 projects without a budget",
        "Environmental education in schools , then Sustainability education in preschool/primary school",
    ):
        assert told in words


def test_a_small_portfolio_is_drawn_and_a_large_one_is_counted() -> None:
    """Sixty projects have a picture of their time, sixty-one a table of years and of goals."""
    small, large = (page(_many(number), today=TODAY).html for number in (60, 61))

    assert "The projects over the years" in small
    assert "The projects over the years" not in large
    assert "Projects that say they serve a goal" in large


def test_more_findings_than_a_page_can_show_are_told_by_rule() -> None:
    """Each rule with how often it was broken and in how many projects; nothing is dropped without a word."""
    portfolio = _many(100)
    report = Question(today=TODAY).ask(portfolio)
    html = page(portfolio, today=TODAY).html
    words = _words(html)

    assert len(report.findings) > MOST
    assert f"These are more than {MOST} findings" in words
    for code in {finding.code for finding in report.findings}:
        number = sum(finding.code == code for finding in report.findings)
        projects = len({finding.path[1] for finding in report.findings if finding.code == code})
        counts = rf"<td class=\"number\">{number}</td><td class=\"number\">{projects}</td>"
        assert re.search(rf"<code>{code}</code></th><td>[^<]*</td>{counts}", html), code
    assert f"{report.count(Severity.ERROR)} errors" in words


@given(st.lists(st.integers(0, 450), min_size=1, max_size=5))
@settings(max_examples=25)
def test_long_tables_are_parted_and_no_row_is_lost(sizes: list[int]) -> None:
    """Each row stands once, in order, under its heading, and no piece is longer than two hundred rows."""
    groups = tuple(
        Group(heading=f"group{n}x", rows=tuple((Cell((f"r{n}-{m}x",)),) for m in range(size)))
        for n, size in enumerate(sizes)
    )
    grid = Grid(caption="Many", keys=("one",), headings=("One",), groups=groups, note="The note.")
    html = chunks(TableView(title="T", grids=(grid,)))
    pieces = html.split("<table>")[1:]

    assert [f"r{n}-{m}x" for n, size in enumerate(sizes) for m in range(size)] == re.findall(r"r\d+-\d+x", html)
    assert all(len(re.findall(r"r\d+-\d+x", piece)) <= 200 for piece in pieces)
    assert 1 == html.count("The note.")
    assert [False, *(True for _ in pieces[1:])] == [
        before.rpartition("<details")[1] != "" for before in html.split("<table>")[:-1]
    ]
    for piece in pieces:
        seen = re.findall(r"group(\d+)x|r(\d+)-\d+x", piece)
        heading = None
        for group, row in seen:
            heading = group or heading
            assert heading == (group or row)


@pytest.mark.parametrize(("counts", "widths"), [((0, 0), (0, 0)), ((1, 4), (25, 100)), ((5,), (100,))])
def test_bars_are_as_long_as_their_counts(counts: tuple[int, ...], widths: tuple[int, ...]) -> None:
    """The greatest fills its cell, nought has none; the number stands beside it."""
    html = bars("Counts", [(f"row {count}", count, "") for count in counts], "What")

    assert list(map(str, widths)) == re.findall(r"width:(\d+)%", html)
    assert list(map(str, counts)) == re.findall(r'"number">(\d+)<', html)


def test_years_of_a_mistyped_century_are_left_out_and_it_is_said() -> None:
    """The last hundred have a row each."""
    old = evolve(VAXJO["energy-plan"], id="old", period=Period.of_years(1019))
    words = _words(page(evolve(VAXJO, projects=(*VAXJO.projects, old)), today=TODAY).html)

    assert "The years from 1019 to 1921 are left out." in words
    assert 2021 - 1922 + 1 == len(
        re.findall(r" (?:19|20)\d\d(?: \(this year\))? \d+ ", words.partition("Projects running")[2])
    )


def test_a_portfolio_without_projects_has_a_page() -> None:
    """It says that there is nothing."""
    assert "Projects 0" in _words(page(Portfolio(), today=TODAY).html)


def test_the_order_of_the_projects_changes_no_count() -> None:
    """The tiles say the same of the ten projects turned round."""
    turned = evolve(VAXJO, projects=VAXJO.projects[::-1])
    tiles = [re.search(r'<dl class="tiles">.*?</dl>', page(x, today=TODAY).html, re.DOTALL) for x in (VAXJO, turned)]

    assert tiles[0] is not None
    assert tiles[1] is not None
    assert tiles[0][0] == tiles[1][0]
