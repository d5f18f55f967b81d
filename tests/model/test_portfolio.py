"""Portfolios: what holds across projects."""

from collections.abc import Iterable

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from cooperation import testing
from cooperation.errors import InvariantError
from cooperation.model import (
    Continuation,
    ContinuationKind,
    EventKind,
    Organisation,
    OrganisationEvent,
    Participation,
    Partnership,
    Period,
    Portfolio,
    Project,
    YearAnswer,
)

calm = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def project(id_: str, *organisations: Organisation | str, **fields: object) -> Project:
    """A project of these organisations."""
    partners = tuple(Participation(organisation=Organisation(id=o) if isinstance(o, str) else o) for o in organisations)
    return Project(id=id_, title=id_.title(), partners=partners, **fields)  # type: ignore[arg-type]


def merged(id_: str, *predecessors: str) -> Organisation:
    """An organisation that came out of others."""
    return Organisation(id=id_, events=(OrganisationEvent(kind=EventKind.MERGER, predecessors=predecessors),))


def went_on(id_: str, *successors: str, kind: EventKind = EventKind.SPLIT) -> Organisation:
    """An organisation that others came out of."""
    return Organisation(id=id_, events=(OrganisationEvent(kind=kind, successors=successors),))


def ids(projects: Iterable[Project]) -> str:
    """The ids of projects in a row."""
    return " ".join(p.id for p in projects)


class TestInvariants:
    """One id, one value."""

    @pytest.mark.parametrize(
        ("portfolio", "message", "path"),
        [
            (
                {"organisations": (Organisation(id="a"), Organisation(id="a"))},
                "two organisations have the id 'a'",
                ("organisations", 1, "id"),
            ),
            (
                {"partnerships": (Partnership(id="a"), Partnership(id="b"), Partnership(id="a"))},
                "two partnerships have the id 'a'",
                ("partnerships", 2, "id"),
            ),
            (
                {"projects": (project("a"), project("a"))},
                "two projects have the id 'a'",
                ("projects", 1, "id"),
            ),
            (
                {"organisations": (Organisation(id="a", name="A"),), "projects": (project("p", "b", "a"),)},
                "organisation 'a' has two values",
                ("projects", 0, "partners", 1, "organisation"),
            ),
            (
                {"projects": (project("p", "a"), project("q", Organisation(id="a", country="SE")))},
                "organisation 'a' has two values",
                ("projects", 1, "partners", 0, "organisation"),
            ),
            (
                {
                    "projects": (
                        project("p", "a", involved=(Participation(organisation=Organisation(id="a", name="A")),)),
                    )
                },
                "organisation 'a' has two values",
                ("projects", 0, "involved", 0, "organisation"),
            ),
            (
                {
                    "organisations": (Organisation(id="a", name="A"),),
                    "partnerships": (
                        Partnership(
                            id="t", members=(Participation(), Participation(organisation=Organisation(id="a")))
                        ),
                    ),
                },
                "organisation 'a' has two values",
                ("partnerships", 0, "members", 1, "organisation"),
            ),
        ],
    )
    def test_refused(self, portfolio: dict[str, object], message: str, path: tuple[str | int, ...]) -> None:
        """The message names the id, and the path the place of the second."""
        with pytest.raises(InvariantError) as caught:
            Portfolio(**portfolio)  # type: ignore[arg-type]

        assert (message, path) == (str(caught.value), caught.value.path)

    def test_equal_values_are_one(self) -> None:
        """Two objects that are equal are one organisation."""
        assert 2 == len(Portfolio(projects=(project("p", "a"), project("q", Organisation(id="a")))))

    def test_no_language(self) -> None:
        """A language is a code."""
        with pytest.raises(InvariantError, match="language 'Swedish' is not a language's code"):
            Portfolio(language="Swedish")


class TestLookup:
    """Finding things."""

    PORTFOLIO = Portfolio(
        organisations=(Organisation(id="x"),),
        partnerships=(Partnership(id="t", members=(Participation(organisation=Organisation(id="m")),)),),
        projects=(project("p", "a"), project("q", "b", aliases=("The Second",))),
    )

    def test_as_a_collection(self) -> None:
        """Length, membership and order go by project, indexing by id."""
        assert (2, "p q", "q") == (len(self.PORTFOLIO), ids(self.PORTFOLIO), self.PORTFOLIO["q"].id)
        assert ("p" in self.PORTFOLIO, "z" in self.PORTFOLIO, 1 in self.PORTFOLIO) == (True, False, False)
        with pytest.raises(KeyError, match="z"):
            self.PORTFOLIO["z"]

    @pytest.mark.parametrize("id_", ["x", "m", "a", "b"])
    def test_organisations(self, id_: str) -> None:
        """In the register, in a partnership or in a project."""
        assert Organisation(id=id_) == self.PORTFOLIO.organisation(id_)
        assert self.PORTFOLIO.organisation("z") is None

    def test_partnerships(self) -> None:
        """By id."""
        assert (self.PORTFOLIO.partnerships[0], None) == (
            self.PORTFOLIO.partnership("t"),
            self.PORTFOLIO.partnership("z"),
        )

    @pytest.mark.parametrize(("name", "found"), [("p", "p"), ("P", "p"), ("the second", "q"), ("Q", "q"), ("z", None)])
    def test_find_project(self, name: str, found: str | None) -> None:
        """By id, title or alias, in any letters."""
        assert (None if found is None else self.PORTFOLIO[found]) == self.PORTFOLIO.find_project(name)

    def test_an_ambiguous_name(self) -> None:
        """Two that are called so are none that is meant."""
        assert Portfolio(projects=(project("p"), project("q", aliases=("p",)))).find_project("p") is None

    def test_of_projects(self) -> None:
        """The register holds every organisation once, in the order in which they are met."""
        portfolio = Portfolio.of(project("p", "b", "a"), project("q", "a", "c"))

        assert ["b", "a", "c"] == [organisation.id for organisation in portfolio.organisations]


class TestLineage:
    """Renames, mergers and splits."""

    def test_a_merger(self) -> None:
        """JB Marks came out of Tlokwe and Ventersdorp: each is in its line, but they are not in each other's."""
        new = merged("jb-marks", "tlokwe", "ventersdorp")
        portfolio = Portfolio(
            projects=(project("p", "tlokwe"), project("q", "ventersdorp"), project("r", new), project("s", "x"))
        )

        assert {"jb-marks", "tlokwe", "ventersdorp"} == portfolio.lineage("jb-marks")
        assert {"jb-marks", "tlokwe"} == portfolio.lineage("tlokwe")
        assert "p q r" == ids(portfolio.projects_with("jb-marks"))
        assert "p r" == ids(portfolio.projects_with("tlokwe"))
        assert "r" == ids(portfolio.projects_with("jb-marks", succession=False))
        assert "" == ids(portfolio.projects_with("nobody"))

    def test_told_at_the_one_that_ended(self) -> None:
        """A merger may be told from either side, and by an id that nobody describes."""
        portfolio = Portfolio(organisations=(went_on("a", "c"), went_on("b", "c")), projects=(project("p", "c"),))

        assert {"a", "b", "c"} == portfolio.lineage("c")
        assert "p" == ids(portfolio.projects_with("a"))

    def test_over_several_steps(self) -> None:
        """Potchefstroom, Tlokwe, JB Marks: the line is followed to both ends."""
        register = (merged("c", "b"), Organisation(id="b"), went_on("a", "b", kind=EventKind.RENAME))

        assert all({"a", "b", "c"} == Portfolio(organisations=register).lineage(id_) for id_ in "abc")

    def test_a_split(self) -> None:
        """Two that came out of one are in its line, but not in each other's."""
        portfolio = Portfolio(organisations=(went_on("a", "b", "c"),))

        assert ({"a", "b", "c"}, {"a", "b"}) == (portfolio.lineage("a"), portfolio.lineage("b"))

    def test_in_a_circle(self) -> None:
        """Two that each came out of the other are a fault for a rule, not a question without end."""
        assert {"a", "b"} == Portfolio(organisations=(merged("a", "b"), merged("b", "a"))).lineage("a")

    @calm
    @given(testing.portfolios())
    def test_is_symmetric(self, portfolio: Portfolio) -> None:
        """Whoever is in another's line has the other in its own."""
        for organisation in portfolio.organisations:
            for other in portfolio.lineage(organisation.id):
                assert organisation.id in portfolio.lineage(other)

    @calm
    @given(testing.portfolios())
    def test_projects_with(self, portfolio: Portfolio) -> None:
        """Succession adds projects and takes none away; each keeps its place."""
        for organisation in (o for p in portfolio for o in p.organisations):
            own = portfolio.projects_with(organisation.id, succession=False)
            all_ = portfolio.projects_with(organisation.id)

            assert set(own) <= set(all_)
            assert [p for p in portfolio if p in all_] == list(all_)
            assert own == tuple(p for p in portfolio if organisation in p.organisations)


class TestYears:
    """Which projects run when."""

    def test_three_answers(self) -> None:
        """Those that do, those that do not, and those of which nobody knows."""
        yes = project("yes", period=Period.of_years(2019, 2020))
        no = project("no", period=Period.of_years(2015, 2016))
        unknown, open_ = project("unknown"), project("open", period=Period(start=Period.of_years(2018).start))
        portfolio = Portfolio(projects=(unknown, no, yes, open_))

        assert YearAnswer(yes=(yes,), no=(no,), unknown=(unknown, open_)) == portfolio.running_in(2019)
        assert YearAnswer(yes=(), no=(no, yes, open_), unknown=(unknown,)) == portfolio.running_in(2010)

    @calm
    @given(testing.portfolios())
    def test_every_project_once(self, portfolio: Portfolio) -> None:
        """No project is lost and none is counted twice."""
        answer = portfolio.running_in(2020)

        assert sorted(ids([p]) for p in portfolio) == sorted(
            p.id for part in attrs.astuple(answer, recurse=False) for p in part
        )


class TestContinuations:
    """Which project follows which."""

    def test_by_id_and_by_nickname(self) -> None:
        """A nickname counts where no id is given; several may be followed."""
        first, second = project("p", aliases=("Inception",)), project("q")
        third = project(
            "r",
            continuations=(
                Continuation(kind=ContinuationKind.BUILDS_ON, alias="the INCEPTION".removeprefix("the ")),
                Continuation(kind=ContinuationKind.CONTINUES, project="q", alias="inception"),
            ),
        )
        portfolio = Portfolio(projects=(first, second, third))

        assert ("p q", "r", "r", "") == (
            ids(portfolio.predecessors("r")),
            ids(portfolio.successors("p")),
            ids(portfolio.successors("q")),
            ids(portfolio.predecessors("p")),
        )

    def test_an_id_goes_before_a_nickname(self) -> None:
        """Where both are given, the nickname is only what the source calls it."""
        follower = project("r", continuations=(Continuation(kind=ContinuationKind.EXPANDS, project="q", alias="p"),))

        assert "" == ids(Portfolio(projects=(project("p"), follower)).predecessors("r"))

    def test_nobody_follows_itself(self) -> None:
        """Nor an unknown project anything."""
        itself = project("p", continuations=(Continuation(kind=ContinuationKind.CONTINUES, project="p"),))
        portfolio = Portfolio(projects=(itself,))

        assert ("", "", "", "") == (
            ids(portfolio.predecessors("p")),
            ids(portfolio.successors("p")),
            ids(portfolio.predecessors("z")),
            ids(portfolio.successors("z")),
        )

    @calm
    @given(testing.portfolios())
    def test_are_converse(self, portfolio: Portfolio) -> None:
        """One follows the other exactly if the other comes before it."""
        for one in portfolio:
            for other in portfolio:
                assert (other in portfolio.predecessors(one.id)) is (one in portfolio.successors(other.id))
