"""Who takes part, who gains what in many projects, and how much of them is known."""

import pytest
from attrs import evolve
from hypothesis import given, settings

from cooperation import measures, testing
from cooperation.examples import load_example
from cooperation.model import Organisation, Participation, Portfolio, Project, Stage
from cooperation.views import completeness, gains, partners

VAXJO = load_example("vaxjo")


def test_partners_stand_before_everyone_else() -> None:
    """Each with its role, kind and country, as far as anybody said; only partners are asked what they gain."""
    (grid,) = partners(VAXJO["energy-plan"], within=VAXJO).grids

    assert ["Partners, who must gain", "Also involved"] == [group.heading for group in grid.groups]
    assert [
        ("City of Växjö", "unknown", "local government", "Sweden", "1", "1"),
        ("JB Marks Local Municipality", "unknown", "local government", "South Africa", "1", "1"),
        ("Växjö Energi", "unknown", "public company", "Sweden", "", ""),
    ] == [tuple(row[key] for key in grid.keys) for row in grid.to_rows()]


def test_a_partner_whom_nobody_named_is_told_as_far_as_known() -> None:
    """It is not left out, and its country is unknown."""
    rows = partners(VAXJO["contact-centre"], within=VAXJO).to_rows()

    assert ("unnamed local government (contact-centre-partner)", "unknown") == (rows[1]["who"], rows[1]["country"])


@pytest.mark.parametrize(("stage", "told"), [(Stage.SUMMARY, "unknown"), (Stage.PROPOSAL, "none")])
def test_no_gain_is_unknown_in_a_summary_and_none_in_a_proposal(stage: Stage, told: str) -> None:
    """A summary leaves out what a proposal must say; neither is the number nought."""
    one = Participation(organisation=Organisation(id="vaxjo"))
    (row,) = partners(Project(id="p", title="P", stage=stage, partners=(one,))).to_rows()

    assert (told, told) == (row["own"], row["shared"])


@pytest.mark.parametrize(("stage", "told"), [(Stage.SUMMARY, "unknown"), (Stage.PROPOSAL, "none")])
def test_a_project_without_partners_says_so(stage: Stage, told: str) -> None:
    """The table is not empty."""
    (row,) = partners(Project(id="p", title="P", stage=stage)).to_rows()

    assert told == row["who"]


@given(testing.portfolios())
@settings(max_examples=30)
def test_organisations_are_counted_as_the_measure_counts_them(portfolio: Portfolio) -> None:
    """A row for each that the measure knows and the portfolio has, those in most projects first."""
    counts = [int(row["projects"]) for row in partners(portfolio).to_rows() if row["projects"]]
    wanted = [number for _, number in measures.projects_by_organisation(portfolio).value or ()]

    assert wanted == counts


def test_gains_of_the_ten_projects() -> None:
    """The table by hand of appendix D: own gains each in 1, 4, 6; only joint ones in 3, 5, 10; one side in the rest."""
    rows = gains(VAXJO).to_rows()
    each = [number for number, row in enumerate(rows, 1) if row["own"].count("\n") == 1]
    only_joint = [number for number, row in enumerate(rows, 1) if not row["own"] and row["shared"]]
    home_only_joint = [n for n, row in enumerate(rows, 1) if row["own"] and row["shared"].startswith("City of Växjö")]
    home_nothing = [number for number, row in enumerate(rows, 1) if row["none"] == "City of Växjö"]

    assert ([1, 4, 6], [3, 5, 10], [2, 8], [7, 9]) == (each, only_joint, home_only_joint, home_nothing)


@given(testing.portfolios())
@settings(max_examples=30)
def test_every_core_partner_has_one_place_among_the_gains(portfolio: Portfolio) -> None:
    """Each named one gains for itself, only with the others, or nothing; and the others are counted."""
    rows = gains(portfolio).grids[0].groups[0].rows if portfolio.projects else ()

    assert [len(measures.gains(project)) for project in portfolio] == [
        sum(len(held.lines) for held in row[1:4] if held is not None) for row in rows
    ]


def test_how_much_is_known_is_what_the_measure_says() -> None:
    """Fact by fact, with the share in hundredths."""
    rows = {row["fact"]: (row["known"], row["unknown"], row["share"]) for row in completeness(VAXJO).to_rows()}

    assert {
        fact: (str(found.n), str(found.unknown), f"{round((found.value or 0) * 100)} %")
        for fact, found in measures.unknowns(VAXJO)
    } == rows


def test_only_all_is_the_whole() -> None:
    """999 of 1,000 are 99 %, and 1 of 1,000 is 1 %: a rounded share says neither all nor none."""
    projects = tuple(evolve(VAXJO["energy-plan"], id=f"p{n}", partnership=None) for n in range(1000))
    few = Portfolio(projects=(*projects[:1], *(evolve(one, period=None) for one in projects[1:])))
    many = Portfolio(projects=(evolve(projects[0], period=None), *projects[1:]))
    shares = [{row["fact"]: row["share"] for row in completeness(held).to_rows()}["length"] for held in (few, many)]

    assert ["1 %", "99 %"] == shares


def test_a_portfolio_without_projects_has_nothing_to_be_known() -> None:
    """Its shares are unknown, not nought."""
    assert {"unknown"} == {row["share"] for row in completeness(Portfolio()).to_rows()}


@pytest.mark.parametrize("view", [partners, gains])
def test_only_projects_and_portfolios_have_sides(view: object) -> None:
    """Anything else is refused, by its name."""
    with pytest.raises(TypeError, match="not of Organisation"):
        view(Organisation(id="vaxjo"))  # type: ignore[operator]
