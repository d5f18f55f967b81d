"""Partnerships over the years, and projects that follow one another."""

from typing import Any

import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

import cooperation as co
from cooperation import testing
from cooperation.measures import continuity, projects_by_organisation, running_in, years_running, years_with_projects
from cooperation.model import (
    Continuation,
    ContinuationKind,
    EventKind,
    Length,
    Organisation,
    OrganisationEvent,
    PartialDate,
    Participation,
    Partnership,
    Period,
    Portfolio,
    Project,
)

VAXJO = co.load_example("vaxjo")
BUILDS_ON, GROWS = ContinuationKind.BUILDS_ON, ContinuationKind.GROWS_FROM_PARTNERSHIP


def project(id: str, *after: str, **fields: Any) -> Project:  # noqa: A002
    """A project that follows others."""
    steps = tuple(Continuation(kind=BUILDS_ON, project=other) for other in after)
    return Project(id=id, title=f"Project {id}", **{"continuations": steps, **fields})


class TestYears:
    """How long a partnership has run."""

    @pytest.mark.parametrize(
        ("since", "ended", "at", "years", "note"),
        [
            (PartialDate(2010), None, PartialDate(2019, 6), 10, "2010 to 2019"),
            (PartialDate(2010, 12, 31), None, PartialDate(2011), 2, "2010 to 2011"),
            (PartialDate(2010), PartialDate(2015, 3), pendulum.date(2019, 6, 1), 6, "2010 to 2015"),
            (PartialDate(2010), PartialDate(2015), PartialDate(2013), 4, "2010 to 2013"),
            (PartialDate(2010), None, PartialDate(2010), 1, "2010 to 2010"),
            (PartialDate(2010), None, PartialDate(2009), 0, "it began in 2010"),
            (None, None, PartialDate(2019), None, "nobody said since when"),
        ],
    )
    def test_running(
        self, since: PartialDate | None, ended: PartialDate | None, at: Any, years: int | None, note: str
    ) -> None:
        """Calendar years, the first and the last included, as a period counts them."""
        found = years_running(Partnership(id="p", since=since, ended=ended), at)

        assert (years, note) == (found.value, found.note)
        assert (0 if years is None else 1, 1 if years is None else 0) == (found.n, found.unknown)

    @given(st.integers(1990, 2020), st.none() | st.integers(0, 20), st.integers(1980, 2050))
    def test_a_year_later(self, since: int, lasted: int | None, at: int) -> None:
        """It is a year more while the partnership lasts, and as many as before when it does not."""
        ended = None if lasted is None else since + lasted
        held = Partnership(id="p", since=PartialDate(since), ended=None if ended is None else PartialDate(ended))
        now, then = (years_running(held, PartialDate(year)).value for year in (at, at + 1))

        assert now is not None
        assert (then or 0) - now == int(since <= at + 1 and (ended is None or since <= at + 1 <= ended))

    def test_with_projects(self) -> None:
        """Years that are not known are counted, and not filled in."""
        found = years_with_projects(VAXJO, "vaxjo-vushtrri")

        assert ((2016, 2017, 2019, 2020, 2021), 2, 1) == (found.value, found.n, found.unknown)
        assert ("no years of its projects are known", 2) == (
            years_with_projects(VAXJO, "vaxjo-tlokwe").note,
            years_with_projects(VAXJO, "vaxjo-tlokwe").unknown,
        )
        assert "it has no projects" == years_with_projects(VAXJO, "elsewhere").note

    def test_running_in_a_year(self) -> None:
        """The answers of the portfolio itself, counted."""
        for year in range(2005, 2023):
            answer, found = VAXJO.running_in(year), running_in(VAXJO, year)

            assert (len(answer.yes), len(answer.unknown)) == (found.value, found.unknown)
            assert len(VAXJO) == found.n + found.unknown


class TestContinuity:
    """Chains of projects."""

    def chains(self, *projects: Project) -> list[tuple[tuple[str, ...], int, bool]]:
        """What is found of them."""
        found = continuity(Portfolio(projects=projects)).value or ()
        return [(chain.projects, chain.steps, chain.circular) for chain in found]

    def test_a_chain(self) -> None:
        """Each after all it follows, whatever the order of the document."""
        assert [(("a", "b", "c"), 2, False)] == self.chains(project("c", "b"), project("b", "a"), project("a"))

    def test_a_fork(self) -> None:
        """Two that follow one, and one that follows two, hang together."""
        found = self.chains(project("a"), project("b", "a"), project("c", "a"), project("d", "b", "c"))

        assert [(("a", "b", "c", "d"), 2, False)] == found

    def test_the_longest_way_counts(self) -> None:
        """One that follows the first and the third is three steps from the first."""
        found = self.chains(project("a"), project("b", "a"), project("c", "b"), project("d", "a", "c"))

        assert [(("a", "b", "c", "d"), 3, False)] == found

    def test_those_that_stand_alone(self) -> None:
        """They are in no chain, and nothing is said of them."""
        assert [] == self.chains(project("a"), project("b"))
        assert "no project is known to follow another" == continuity(Portfolio(projects=(project("a"),))).note

    def test_a_circle(self) -> None:
        """It is told, and does not go on for ever; a project does not follow itself."""
        assert [(("a", "b", "c"), 0, True)] == self.chains(project("a", "b"), project("b", "a"), project("c", "b"))
        assert [] == self.chains(project("a", "a"))

    @pytest.mark.parametrize("step", [{"project": "a"}, {"alias": "project A"}])
    def test_a_project_does_not_follow_itself(self, step: dict[str, str]) -> None:
        """By its id or by its own name it names no other project."""
        held = project("a", continuations=(Continuation(kind=BUILDS_ON, **step),))
        found = continuity(Portfolio(projects=(held,)))

        assert (0, 1) == (found.n, found.unknown)

    def test_by_nickname(self) -> None:
        """Any of its names, whatever the case of the letters."""
        later = project("later", continuations=(Continuation(kind=BUILDS_ON, alias="THE MIS-project"),))
        found = self.chains(later, project("mis", aliases=("the MIS-project",)))

        assert [(("mis", "later"), 1, False)] == found

    def test_what_is_here_is_not_unknown(self) -> None:
        """A step that was found is counted as one, and only as one."""
        found = continuity(Portfolio(projects=(project("a"), project("b", "a"))))

        assert (1, 0) == (found.n, found.unknown)

    @pytest.mark.parametrize(
        ("step", "unknown"),
        [
            (Continuation(kind=BUILDS_ON, project="gone"), 1),
            (Continuation(kind=BUILDS_ON, alias="gone"), 1),
            (Continuation(kind=BUILDS_ON), 1),
            (Continuation(kind=GROWS), 0),
            (Continuation(kind=GROWS, project="gone"), 0),
        ],
    )
    def test_what_is_not_here(self, step: Continuation, unknown: int) -> None:
        """A predecessor outside the portfolio is unknown; the partnership is none."""
        assert unknown == continuity(Portfolio(projects=(project("a", continuations=(step,)),))).unknown

    @given(testing.portfolios())
    def test_as_the_portfolio_says(self, portfolio: Portfolio) -> None:
        """Each step is one of the portfolio's own predecessors, and each project is in one chain at most."""
        found = continuity(portfolio)
        steps = sum(len(portfolio.predecessors(one.id)) for one in portfolio)
        members = [id for chain in found.value or () for id in chain.projects]  # noqa: A001

        assert steps == found.n
        assert len(set(members)) == len(members)
        tied = {one.id for one in portfolio if portfolio.predecessors(one.id) or portfolio.successors(one.id)}
        assert tied == set(members)


class TestOrganisations:
    """Who takes part in how many projects."""

    def test_succession(self) -> None:
        """The projects of Tlokwe are those of JB Marks; without succession each has its own."""
        apart = dict(projects_by_organisation(VAXJO, succession=False).value or ())

        assert (3, 2) == (apart["jb-marks"], apart["tlokwe"])
        assert {"linnaeus-university": 3, "vaxjo-university": 3, "kalmar-university": 2}.items() <= dict(
            projects_by_organisation(VAXJO).value or ()
        ).items()

    def test_a_project_of_two_of_one_line_counts_once(self) -> None:
        """Before and after a merger in one project is one project."""
        merged = Organisation(id="new", events=(OrganisationEvent(kind=EventKind.MERGER, predecessors=("old",)),))
        both = tuple(Participation(organisation=o) for o in (Organisation(id="old"), merged))
        found = projects_by_organisation(Portfolio(projects=(project("a", partners=both),)))

        assert ((("new", 1), ("old", 1)), 2, 0) == (found.value, found.n, found.unknown)

    def test_who_is_not_named(self) -> None:
        """It is counted beside, for it may be anybody."""
        unnamed = (Participation(description="regional partners"),)

        assert 1 == projects_by_organisation(Portfolio(projects=(project("a", involved=unnamed),))).unknown

    @given(testing.portfolios())
    def test_as_the_portfolio_says(self, portfolio: Portfolio) -> None:
        """The counts are those that asking one by one gives."""
        for succession in (True, False):
            for id, count in projects_by_organisation(portfolio, succession=succession).value or ():  # noqa: A001
                assert len(portfolio.projects_with(id, succession=succession)) == count


def test_bounded_periods_have_no_years() -> None:
    """Bounds are no facts: a project of 2007 to 2009 is known to run in none of the three."""
    bounded = Period(length=Length(years=1), within=Period.of_years(2007, 2009))
    portfolio = Portfolio(projects=(project("a", period=bounded, partnership="p"),))

    assert years_with_projects(portfolio, "p").value is None
    assert (0, 1) == (running_in(portfolio, 2008).value, running_in(portfolio, 2008).unknown)
