"""A measure of many projects is what the measures of some of them and of the rest make together."""

import random
from collections import Counter
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from cooperation import testing
from cooperation.measures import (
    BudgetKey,
    BudgetRow,
    Reading,
    budget_by,
    continuity,
    core_area_coverage,
    marker_coverage,
    projects_by_organisation,
    running_in,
    sdg_coverage,
    total_of,
    unknowns,
    years_with_projects,
)
from cooperation.model import (
    BudgetLine,
    CoreArea,
    CoreAreaTag,
    Marker,
    PartialDate,
    Participation,
    Period,
    PolicyMarker,
    Portfolio,
    Project,
    SdgTag,
    Tags,
)

GOALS = st.builds(SdgTag, code=st.integers(1, 17).map(str))
AREAS = st.builds(CoreAreaTag, area=st.sampled_from(CoreArea))
SCORED = st.tuples(st.sampled_from(list(Marker)[:3]), st.none() | st.integers(0, 2)).map(
    lambda pair: PolicyMarker(marker=pair[0], significance=pair[1])
)
YEARS = st.tuples(st.integers(2015, 2022), st.integers(0, 3)).map(lambda pair: Period.of_years(pair[0], sum(pair)))


def some(strategy: st.SearchStrategy[Any], most: int = 3) -> st.SearchStrategy[Any]:
    """A few of them."""
    return st.lists(strategy, max_size=most).map(tuple)


@st.composite
def split(draw: DrawFn) -> tuple[Portfolio, Portfolio, Portfolio]:
    """A portfolio of projects that say much of what is counted, and the two that it is the union of."""
    whole: Portfolio = draw(testing.portfolios())
    projects = []
    for project in whole:
        tags = Tags(
            sdgs=draw(some(GOALS)),
            core_areas=draw(some(AREAS)),
            policy_markers=draw(st.lists(SCORED, max_size=3, unique_by=lambda held: held.marker).map(tuple)),
        )
        lines = tuple(
            attrs.evolve(line, id=None, activity=None)
            for line in draw(st.lists(testing.budget_lines(), max_size=3))
            if isinstance(line, BudgetLine)
        )
        held = draw(testing.budgets(lines=st.just(lines)))
        projects.append(
            attrs.evolve(
                project,
                tags=tags,
                continuations=(),
                period=draw(st.none() | YEARS),
                plan=attrs.evolve(project.plan, budget=held, activities=()),
            )
        )
    at = draw(st.integers(0, len(projects)))
    return tuple(attrs.evolve(whole, projects=tuple(held)) for held in (projects, projects[:at], projects[at:]))  # type: ignore[return-value]  # three, as one sees


def counted(reading: Reading[Any]) -> tuple[int, int]:
    """What it rests on, and what is unknown."""
    return reading.n, reading.unknown


def added(*readings: Reading[Any]) -> tuple[int, int]:
    """What several rest on together."""
    return sum(one.n for one in readings), sum(one.unknown for one in readings)


def shared(*readings: Reading[Fraction]) -> Fraction | None:
    """Several shares as one, each weighed by what it rests on."""
    known = [(one.value * one.n, one.n) for one in readings if one.value is not None]
    return sum((part for part, _ in known), Fraction()) / sum(n for _, n in known) if known else None


@settings(max_examples=25)
@given(split())
def test_coverage(portfolios: tuple[Portfolio, Portfolio, Portfolio]) -> None:
    """The projects of a goal or an area are those of the one and then those of the other."""
    for measure in (sdg_coverage, core_area_coverage):
        whole, first, rest = (measure(one) for one in portfolios)  # type: ignore[operator]  # both take one
        united = tuple(
            (mark, ids + more) for (mark, ids), (_, more) in zip(first.value or (), rest.value or (), strict=True)
        )

        assert united == whole.value
        assert added(first, rest) == counted(whole)


@settings(max_examples=25)
@given(split())
def test_markers(portfolios: tuple[Portfolio, Portfolio, Portfolio]) -> None:
    """A share of the whole is that of the parts, each weighed by the projects that were scored."""
    for (marker, whole), (_, first), (_, rest) in zip(*(marker_coverage(one) for one in portfolios), strict=True):
        assert shared(first, rest) == whole.value, marker
        assert added(first, rest) == counted(whole), marker


@settings(max_examples=25)
@given(split())
def test_unknowns(portfolios: tuple[Portfolio, Portfolio, Portfolio]) -> None:
    """What is known of all is what is known of some and of the rest."""
    for (fact, whole), (_, first), (_, rest) in zip(*(unknowns(one) for one in portfolios), strict=True):
        total = sum(one.n + one.unknown for one in (first, rest))

        assert added(first, rest) == counted(whole), fact
        assert (Fraction(whole.n, total) if total else None) == whole.value, fact


@settings(max_examples=25)
@given(split(), st.integers(2014, 2026))
def test_years(portfolios: tuple[Portfolio, Portfolio, Portfolio], year: int) -> None:
    """Projects that run in a year are added; years are united, and stand once."""
    whole, first, rest = (running_in(one, year) for one in portfolios)
    assert (first.value or 0) + (rest.value or 0) == whole.value
    assert added(first, rest) == counted(whole)

    for partnership in {project.partnership for project in portfolios[0]} - {None}:
        of_all, of_some, of_rest = (years_with_projects(one, str(partnership)) for one in portfolios)
        assert sorted({*(of_some.value or ()), *(of_rest.value or ())}) == list(of_all.value or ())
        assert added(of_some, of_rest) == counted(of_all)


@settings(max_examples=25)
@given(split())
def test_organisations(portfolios: tuple[Portfolio, Portfolio, Portfolio]) -> None:
    """Each takes part in as many projects as in some and in the rest."""
    whole, first, rest = (projects_by_organisation(one, succession=False) for one in portfolios)

    assert Counter(dict(first.value or ())) + Counter(dict(rest.value or ())) == +Counter(dict(whole.value or ()))
    assert added(first, rest) == counted(whole)


@settings(max_examples=25)
@given(split())
def test_chains(portfolios: tuple[Portfolio, Portfolio, Portfolio]) -> None:
    """Where nothing follows across, there is no chain that neither of the two has."""
    whole, first, rest = (continuity(one) for one in portfolios)

    assert (first.value or ()) + (rest.value or ()) == whole.value
    assert added(first, rest) == counted(whole)


def _sums(*tables: tuple[BudgetRow, ...]) -> dict[Any, tuple[Any, int, int]]:
    """Amounts by group and currency, added over the tables; a group without any amount has none."""
    found: dict[Any, tuple[Any, int, int]] = {}
    for row in (row for rows in tables for row in rows):
        amount, n, unknown = found.get((row.of, row.currency), (None, 0, 0))
        held = row.total.value
        both = held if amount is None else amount if held is None else Fraction(amount) + Fraction(held)
        found[row.of, row.currency] = (both, n + row.total.n, unknown + row.total.unknown)
    return found


@settings(max_examples=25)
@given(split(), st.lists(st.sampled_from([key for key in BudgetKey if key is not BudgetKey.PROJECT]), max_size=2))
def test_budgets(portfolios: tuple[Portfolio, Portfolio, Portfolio], keys: list[BudgetKey]) -> None:
    """A row of the whole is the row of the one and that of the other, group by group and currency by currency."""
    whole, first, rest = (budget_by(one, *keys) for one in portfolios)

    assert _sums(first, rest) == _sums(whole)


@settings(max_examples=25)
@given(split())
def test_totals(portfolios: tuple[Portfolio, Portfolio, Portfolio]) -> None:
    """A total is the sum of the totals of the parts, and what has two currencies together has no total."""
    whole, first, rest = (total_of(one) for one in portfolios)

    assert whole.unknown == first.unknown + rest.unknown
    if whole.value is not None:
        parts = [one.value for one in (first, rest) if one.value is not None]
        assert whole.value.number == sum((part.number for part in parts), Fraction())
        assert {whole.value.currency} == {part.currency for part in parts}
        assert whole.n == first.n + rest.n
    elif first.value is not None and rest.value is not None:
        assert first.value.currency != rest.value.currency
        assert whole.is_refused


@settings(max_examples=25)
@given(split(), st.randoms(use_true_random=False))
def test_the_order_of_the_projects_does_not_matter(
    portfolios: tuple[Portfolio, Portfolio, Portfolio], how: random.Random
) -> None:
    """To none of these measures; where ids are listed, they stand in the order of the portfolio."""
    whole = portfolios[0]
    projects = list(whole.projects)
    how.shuffle(projects)
    other = attrs.evolve(whole, projects=tuple(projects))

    assert marker_coverage(whole) == marker_coverage(other)
    assert unknowns(whole) == unknowns(other)
    assert running_in(whole, 2020) == running_in(other, 2020)
    assert projects_by_organisation(whole) == projects_by_organisation(other)
    assert _sums(budget_by(whole, "year")) == _sums(budget_by(other, "year"))
    assert total_of(whole) == total_of(other)
    for measure in (sdg_coverage, core_area_coverage):
        found, again = (measure(one).value or () for one in (whole, other))  # type: ignore[operator]  # both take one
        assert [(mark, sorted(ids)) for mark, ids in found] == [(mark, sorted(ids)) for mark, ids in again]


def test_a_split_that_tells_something() -> None:
    """The properties are not of nothing: here both halves have what is counted."""
    one = Project(
        id="a",
        title="A",
        period=Period(start=PartialDate(2019), end=PartialDate(2020)),
        partners=(Participation(),),
        tags=Tags(sdgs=(SdgTag(code="7"),)),
    )
    other = attrs.evolve(one, id="b", period=None)
    whole = Portfolio(projects=(one, other))

    assert ("a", "b") == dict(sdg_coverage(whole).value or ())["7"]
    assert (1, 1) == (running_in(whole, 2019).value, running_in(whole, 2019).unknown)
    assert 2 == projects_by_organisation(whole).unknown
    assert pytest.approx(0.5) == float(dict(unknowns(whole))["years"].value or 0)
