"""Every table of a small project, cell by cell where a cell is awkward."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from cooperation import frames
from cooperation.diagnostics import Diagnostic, Missing, Position, Report, Severity, Silenced, Unjudged
from cooperation.model import (
    Continuation,
    ContinuationKind,
    EventKind,
    Identifier,
    Organisation,
    OrganisationEvent,
    OrganisationName,
    PartialDate,
    Participation,
    Partnership,
    Portfolio,
    Programme,
    Project,
    SdgTag,
    Tags,
)


def picked(table: frames.Table, *names: str) -> list[tuple[Any, ...]]:
    """The rows of a table with some of its columns."""
    return list(table.select(*names).rows())


class TestOrganisations:
    """``frames.organisations``: "Each once; those of the register, then those written where they take part."."""

    def test_each_once(self, water: Project) -> None:
        """One that stands in the register and takes part has one row, as has one that only takes part."""
        other = Organisation(id="icld")
        portfolio = Portfolio(
            organisations=(other, *water.organisations),
            partnerships=(Partnership(id="p", members=(Participation(organisation=Organisation(id="member")),)),),
            projects=(water,),
        )

        assert ("icld", "vaxjo", "member") == frames.organisations(portfolio)["organisation"]
        assert ("vaxjo",) == frames.organisations([water, water])["organisation"]

    def test_what_is_known_differently_stands_twice(self) -> None:
        """Two portfolios may differ on an organisation; neither is dropped."""
        one, two = (Portfolio(organisations=(Organisation(id="a", name=name),)) for name in ("A", "B"))

        assert [("a", "A"), ("a", "B")] == picked(frames.organisations([one, two, one]), "organisation", "name")

    def test_history(self) -> None:
        """Events become dates with their precision, and predecessors."""
        merged = Organisation(
            id="jb",
            names=(OrganisationName(text="NW405"),),
            identifiers=(Identifier("ZA-X", "1"),),
            events=(
                OrganisationEvent(kind=EventKind.MERGER, date=PartialDate(2016, 8), predecessors=("tlokwe", "vent")),
                OrganisationEvent(kind=EventKind.END, date=PartialDate(2030)),
            ),
        )
        row = frames.organisations(Portfolio(organisations=(merged,)))[0]

        assert ("2016-08", dt.date(2016, 8, 1), dt.date(2016, 8, 31), "month") == tuple(
            row[name] for name in ("founded", "founded_first", "founded_last", "founded_precision")
        )
        assert ("2030", "year") == (row["ended"], row["ended_precision"])
        assert (("tlokwe", "vent"), ("NW405",), ("ZA-X-1",)) == (
            row["predecessors"],
            row["other_names"],
            row["identifiers"],
        )


class TestProjects:
    """``frames.projects``: one row a project."""

    def test_a_bounded_period(self, water: Project) -> None:
        """Bounds give days, and the row says that it is not placed."""
        row = frames.projects(water)[0]

        assert "2 years, within 2018 to 2021" == row["period"]
        assert (dt.date(2018, 1, 1), dt.date(2021, 12, 31)) == (row["first_day"], row["last_day"])
        assert (None, None, False, 24) == (
            row["start_precision"],
            row["end_precision"],
            row["placed"],
            row["months"],
        )

    def test_counts_and_money(self, water: Project) -> None:
        """How much there is of everything, and what it costs."""
        table = frames.projects(water)

        assert [(2, 2, 1, 1, 2)] == picked(table, "core_partners", "objectives", "indicators", "activities", "benefits")
        assert [(Decimal(1000), "SEK", True, "2019-01")] == picked(
            table, "amount", "currency", "approximate", "valued_on"
        )
        assert [(("vaxjo",), ("SE",))] == picked(table, "partners", "countries")

    def test_nothing_known(self) -> None:
        """Nothing is made up, and no nought stands for what is unknown."""
        row = frames.projects(Project(id="a", title="A"))[0]

        assert {"project": "a", "title": "A"} == {
            name: cell for name, cell in row.items() if cell is not None and cell not in ((), 0)
        }
        assert row["amount"] is None
        assert row["months"] is None

    def test_the_programme_of_the_partnership(self) -> None:
        """It is the project's own, else its partnership's, where the portfolio is known."""
        partnership = Partnership(id="p", programme=Programme(id="icld"))
        plain = Project(id="a", title="A", partnership="p")
        own = Project(id="b", title="B", partnership="p", programme=Programme(id="own"))
        lost = Project(id="c", title="C", partnership="q")
        portfolio = Portfolio(partnerships=(partnership,), projects=(plain, own, lost))

        assert ("icld", "own", None) == frames.projects(portfolio)["programme"]
        assert (None,) == frames.projects(plain)["programme"]

    def test_tags_and_what_it_follows(self) -> None:
        """Codes stay codes, and a nickname stands where no id is known."""
        project = Project(
            id="a",
            title="A",
            tags=Tags(sdgs=(SdgTag(code="16.10"),)),
            continuations=(
                Continuation(kind=ContinuationKind.BUILDS_ON, project="b"),
                Continuation(kind=ContinuationKind.BUILDS_ON, alias="the MIS"),
                Continuation(kind=ContinuationKind.BUILDS_ON),
            ),
        )

        assert [(("16.10",), ("b", "the MIS"))] == picked(frames.projects(project), "sdgs", "follows")


@pytest.mark.parametrize(("language", "title"), [(None, "Vatten"), ("en", "Water"), ("sv", "Vatten"), ("tn", "Vatten")])
def test_languages(water: Project, language: str | None, title: str) -> None:
    """The language that is asked for, else as the author wrote it first."""
    assert (title,) == frames.projects(water, language=language)["title"]


def test_participations(water: Project) -> None:
    """Named, told by kind only, and counted in a word; the lists stay apart."""
    table = frames.participations(water)

    assert [
        ("partners", 0, "vaxjo", "local-government", "SE", "coordinator", None, None, None),
        ("partners", 1, None, "province", None, None, 2, False, None),
        ("involved", 0, None, None, None, None, None, None, "several"),
    ] == picked(
        table,
        "list",
        "position",
        "organisation",
        "kind",
        "country",
        "role",
        "number",
        "number_approximate",
        "number_word",
    )


def test_objectives(water: Project) -> None:
    """A level nobody stated is null, and a statement nobody worded is empty: the two are not the same."""
    assert [
        ("health", 0, "impact", "Health", (), None, 0),
        ("clean", 1, None, "", ("health",), Decimal(60), 1),
    ] == picked(
        frames.objectives(water),
        "objective",
        "position",
        "level",
        "statement",
        "contributes_to",
        "weight",
        "indicators",
    )


def test_indicators(water: Project) -> None:
    """How many values of each kind there are."""
    assert [("clean", "wells", "Brunnar", "well", True, 1, 1, 3)] == picked(
        frames.indicators(water),
        "objective",
        "indicator",
        "statement",
        "unit",
        "has_baseline",
        "milestones",
        "targets",
        "actuals",
    )


class TestValues:
    """``frames.values``: "Zero, missing, not applicable and text stay four things everywhere."."""

    def test_states(self, water: Project) -> None:
        """A number, a ratio, words, no value and an unknown one are told apart, and a part is not its whole."""
        assert [
            ("baseline", 0, None, "number", Decimal(0), False, None, None, None),
            ("milestone", 0, None, "unknown", None, None, None, None, None),
            ("target", 0, None, "number", Decimal("20.50"), True, None, None, None),
            ("target", 0, 0, "number", Decimal(12), False, None, None, None),
            ("target", 0, 1, "unknown", None, None, None, None, None),
            ("actual", 0, None, "ratio", None, False, Decimal(3), Decimal(4), None),
            ("actual", 1, None, "not-applicable", None, None, None, None, None),
            ("actual", 2, None, "text", None, None, None, None, "weekly"),
        ] == picked(
            frames.values(water),
            "kind",
            "position",
            "part",
            "state",
            "number",
            "approximate",
            "numerator",
            "denominator",
            "text",
        )

    def test_groups_and_units(self, water: Project) -> None:
        """A cross of groups names both dimensions, and a value's own unit goes before the indicator's."""
        assert [
            (None, None, "well", None, None),
            (None, None, "well", None, None),
            (None, None, "well", None, None),
            ("place", "north", "well", None, None),
            ("place/kind", "south/deep", "well", None, None),
            (None, None, "well", None, None),
            (None, None, "well", "village", None),
            (None, None, "visit", None, "vaxjo"),
        ] == picked(frames.values(water), "dimension", "category", "unit", "place", "partner")

    def test_time(self, water: Project) -> None:
        """A date keeps its words, its days and its precision; a part has the time of its whole."""
        days = [
            ("2018", dt.date(2018, 1, 1), dt.date(2018, 12, 31), "year"),
            ("2019-06", dt.date(2019, 6, 1), dt.date(2019, 6, 30), "month"),
            *3 * [("2020-12-31", dt.date(2020, 12, 31), dt.date(2020, 12, 31), "day")],
            *3 * [(None, None, None, None)],
        ]

        assert days == picked(frames.values(water), "date", "date_first", "date_last", "date_precision")
        assert ("2019", dt.date(2019, 1, 1), dt.date(2019, 12, 31), True) == tuple(
            frames.values(water)[5][name] for name in ("period", "first_day", "last_day", "placed")
        )


def test_activities(water: Project) -> None:
    """No is not unknown, and a period of months has its days."""
    assert [
        ("dig", "construction", False, ("vaxjo",), "2019-03 to 2019-05", dt.date(2019, 5, 31), "month", 3)
    ] == picked(
        frames.activities(water),
        "activity",
        "kind",
        "international",
        "partners",
        "period",
        "last_day",
        "end_precision",
        "months",
    )


def test_budget(water: Project) -> None:
    """A row an amount; a line without any has one; what is not money has its quantity and unit."""
    assert [
        ("total", 0, None, None, "planned", Decimal(1000), True, None, None, None),
        ("line", 0, "b1", None, "planned", Decimal(400), False, None, None, None),
        ("line", 0, "b1", None, "reported", Decimal(-5), False, None, None, None),
        ("line", 1, None, "vaxjo", None, None, None, Decimal("2.5"), "day", None),
        ("funding", 0, None, "sida", None, None, None, None, None, Decimal(90)),
        ("in-kind", 0, None, "vaxjo", None, None, None, Decimal(3), "week", None),
        ("activity", 0, None, None, "planned", Decimal(10), False, None, None, None),
    ] == picked(
        frames.budget(water),
        "entry",
        "position",
        "line",
        "organisation",
        "basis",
        "amount",
        "approximate",
        "quantity",
        "unit",
        "share",
    )
    assert ("dig", "material", "SEK") == tuple(
        frames.budget(water)[-1][name] for name in ("activity", "kind", "currency")
    )
    assert ("committed", "2019") == (frames.budget(water)[4]["status"], frames.budget(water)[1]["year"])


def test_benefits(water: Project) -> None:
    """A plan can be pointed at; of a gain without a kind nobody knows."""
    assert [
        (0, None, "vaxjo", "A plan", "plan-or-policy", True, False, ("wells",)),
        (1, "pride", "vaxjo", "Pride", None, None, True, ()),
    ] == picked(
        frames.benefits(water),
        "position",
        "benefit",
        "partner",
        "statement",
        "kind",
        "tangible",
        "joint",
        "indicators",
    )


class TestFindings:
    """``frames.findings``: what was found, what is accepted, and what could not be judged."""

    REPORT = Report(
        findings=(
            Diagnostic(
                code="LOG003",
                severity=Severity.ERROR,
                message="no output",
                path=("projects", 0, "logframe"),
                help="add one",
                position=Position(41, 7),
            ),
        ),
        silenced=(
            Silenced(
                finding=Diagnostic(code="TXT004", severity=Severity.INFO, message="no language"), reason="It is clear."
            ),
        ),
        unknown=(
            Unjudged(code="TIM001", path=("projects", 7), missing=(Missing(("projects", 7, "period"), "the years"),)),
        ),
    )

    def test_three_outcomes(self) -> None:
        """Each has what belongs to it, and null for the rest."""
        told = picked(
            frames.findings(self.REPORT),
            "outcome",
            "code",
            "severity",
            "message",
            "path",
            "help",
            "line",
            "column",
            "reason",
            "missing",
        )

        assert [
            ("found", "LOG003", "error", "no output", "projects[0].logframe", "add one", 41, 7, None, None),
            ("silenced", "TXT004", "info", "no language", "", None, None, None, "It is clear.", None),
            ("unjudged", "TIM001", None, None, "projects[7]", None, None, None, None, ("the years",)),
        ] == told

    def test_projects_are_named_where_they_are_known(self, water: Project) -> None:
        """By what was checked; a path that leads nowhere in it names none."""
        assert ("water", None, None) == frames.findings(self.REPORT, Portfolio(projects=(water,)))["project"]
        assert ("water", "water", "water") == frames.findings(self.REPORT, water)["project"]
        assert (None, None, None) == frames.findings(self.REPORT)["project"]
