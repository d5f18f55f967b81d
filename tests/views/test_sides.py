"""The other views in tables: tracking, risks, stakeholders, budget, gains, changes, a portfolio."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from cooperation.examples import load_example
from cooperation.formats import loads
from cooperation.measures import THRESHOLDS
from cooperation.model import (
    Activity,
    Benefit,
    Budget,
    BudgetLine,
    CostLine,
    ExchangeRate,
    Framing,
    Grade,
    Indicator,
    Likelihood,
    Logframe,
    Money,
    Objective,
    Organisation,
    PartialDate,
    Participation,
    Plan,
    Portfolio,
    Project,
    Risk,
    Scope,
    Stage,
    Stakeholder,
    WinWin,
)
from cooperation.views import (
    TableView,
    budget,
    budget_bars,
    gains,
    portfolio,
    record,
    risks,
    sheet,
    stakeholders,
    tracking,
)

PROPOSAL = load_example("proposal").projects[0]
VAXJO = load_example("vaxjo")


def _project(**parts: object) -> Project:
    return Project(id="p", title="P", stage=Stage.PROPOSAL, **parts)  # type: ignore[arg-type]


def _rows(view: TableView, number: int = 0) -> list[dict[str, str]]:
    return list(view.grids[number].to_rows())


def _roles(view: TableView, key: str, number: int = 0) -> list[str]:
    grid = view.grids[number]
    place = grid.keys.index(key)
    return [held.role for group in grid.groups for row in group.rows if (held := row[place]) is not None]


# ---- tracking ----------------------------------------------------------------------------------------------------

FOLLOWED = """
cooperation: 1
organisations: [{id: vaxjo, name: City of Växjö}, {id: jb-marks, name: JB Marks}]
project:
  id: p
  title: Water
  stage: progress
  partners: [{organisation: vaxjo}, {organisation: jb-marks}]
  logframe:
    objectives:
      - id: o
        level: output
        statement: Wells
        indicators:
          - id: done
            statement: Done
            over_time: level
            direction: increase
            baseline: {value: 0, date: 2018}
            targets: [{value: 10, date: 2020}]
            actuals: [{value: 10, date: 2020}]
          - id: slow
            statement: Slow
            unit: well
            over_time: level
            direction: increase
            baseline: {value: 0, date: 2018}
            milestones: [{value: 10, date: 2019}]
            targets: [{value: 20, date: 2021}]
            actuals: [{value: 6, date: 2019}]
          - id: bad
            statement: Bad
            over_time: level
            direction: decrease
            baseline: {value: 100, date: 2018}
            milestones: [{value: 50, date: 2020}]
            targets: [{value: 10, date: 2021}]
            actuals: [{value: 110, date: 2020}]
          - id: early
            statement: Early
            baseline: {value: 0, date: 2018}
            targets: [{value: 10, date: 2024}]
          - id: apart
            statement: Apart
            over_time: level
            targets: [{value: 4, date: 2020, partner: vaxjo}]
            actuals: [{value: 3, date: 2020, partner: vaxjo}, {value: 1, partner: jb-marks}]
          - {id: bare, statement: Bare}
"""
WATER = loads(FOLLOWED).projects[0]


def test_lights_have_signs_and_words() -> None:
    """Whoever sees no colours, or reads plain text, learns the same."""
    view = tracking(WATER, at=PartialDate(2020))
    told = [row["status"].split("\n")[0] for row in _rows(view)]

    assert [
        "✔ achieved",
        "▲ minor issues",
        "■ not achieved",
        "○ not yet",
        "? unknown",
        "? unknown",
        "? unknown",
    ] == told
    assert ["green", "amber", "red", "plain", "unknown", "unknown", "unknown"] == _roles(view, "status")


def test_progress_is_told_or_why_not() -> None:
    """Progress is exact, may be below nought, and is never a blank."""
    told = [row["progress"].split("\n")[0] for row in _rows(tracking(WATER, at=PartialDate(2020)))]

    assert ["100 %", "30 %", "≈ -11.1 %", "unknown"] == told[:4]
    assert "unknown\n" in _rows(tracking(WATER))[3]["progress"]


def test_years_have_columns() -> None:
    """What was planned and what was found stand side by side, year by year; what has no date comes last."""
    assert [
        "2019 planned",
        "2019 found",
        "2020 planned",
        "2020 found",
        "2021 planned",
        "2024 planned",
        "No date: found",
    ] == list(tracking(WATER).grids[0].headings[2:-2])


def test_partners_have_rows_of_their_own() -> None:
    """Values of two partners are two facts, and each has its row, whose head alone names the partner.

    So does the head of a column with the year; a month says more than it, and stays.
    """
    rows = [row for row in _rows(tracking(WATER)) if row["indicator"].startswith("Apart")]

    assert ["Apart\nCity of Växjö", "Apart\nJB Marks"] == [row["indicator"] for row in rows]
    assert ["3", ""] == [row["found-2020"] for row in rows]
    assert ["", "1"] == [row["found-undated"] for row in rows]


def test_the_day_of_the_status() -> None:
    """It is the one given, else the last on which anything was found; without either there is no status."""
    assert "Status on 2020. Thresholds “default”" in tracking(WATER).grids[0].note
    assert "Status on 2019-06" in tracking(WATER, at=PartialDate(2019, 6)).grids[0].note
    assert {"? unknown\nnothing was found, and no day is given"} == {row["status"] for row in _rows(tracking(PROPOSAL))}


def test_thresholds_are_the_callers() -> None:
    """Other thresholds give other lights."""
    view = tracking(WATER, at=PartialDate(2020), thresholds=THRESHOLDS["ndp"])

    assert "● on track" == _rows(view)[1]["status"].split("\n")[0]


def test_no_indicator() -> None:
    """A proposal without indicators has none, and the table says so."""
    assert "none" == _rows(tracking(_project()))[0]["indicator"]


# ---- risks -------------------------------------------------------------------------------------------------------


def test_the_risk_matrix() -> None:
    """Five by five, the likeliest on top, and each risk at its place with its weight."""
    rows = _rows(risks(PROPOSAL))

    assert ["very likely", "likely", "possible", "unlikely", "very unlikely"] == [row["likelihood"] for row in rows]
    assert ("R2 (16)", "R1 (12)", "R3 (15)") == (rows[1]["high"], rows[2]["high"], rows[2]["very-high"])
    assert [f"heat-{n}" for n in (20, 16, 12, 8, 4)] == _roles(risks(PROPOSAL), "high")


def test_unrated_risks_stand_apart() -> None:
    """A risk that nobody rated has no place in the matrix, and none of the lowest either."""
    held = (
        Risk(statement="A", likelihood=Likelihood.LIKELY),
        Risk(statement="B", likelihood=Likelihood.LIKELY, consequence=Grade.LOW, objectives=("gone",)),
    )
    view = risks(_project(logframe=Logframe(risks=held)))

    assert "R1" not in str(view.grids[0].groups)
    assert [("In the matrix, the heaviest first", "R2"), ("Likelihood or consequence unknown", "R1")] == [
        (row["group"], row["number"]) for row in _rows(view, 1)
    ]
    assert ["gone, which is not there", "none"] == [row["threatens"] for row in _rows(view, 1)]
    assert "unknown" == _rows(view, 1)[1]["weight"]


# ---- stakeholders ------------------------------------------------------------------------------------------------


def test_power_and_interest() -> None:
    """Each stands where its influence and its interest cross, and those without either stand apart."""
    held = (
        Stakeholder(name="Council", influence=Grade.HIGH, interest=Grade.LOW),
        Stakeholder(organisation="vaxjo", influence=Grade.HIGH, interest=Grade.LOW),
        Stakeholder(id="somewhere", influence=Grade.HIGH),
        Stakeholder(),
    )
    partners = (Participation(organisation=Organisation(id="vaxjo", name="City of Växjö")),)
    view = stakeholders(_project(framing=Framing(stakeholders=held), partners=partners))

    assert "Council\nCity of Växjö" == _rows(view)[1]["low"]
    assert [("Influence or interest unknown", "somewhere"), ("Influence or interest unknown", "somebody")] == [
        (row["group"], row["stakeholder"]) for row in _rows(view, 1)[2:]
    ]


# ---- budget ------------------------------------------------------------------------------------------------------

SEK, ZAR = (lambda n: Money(amount=Decimal(n), currency="SEK")), (lambda n: Money(amount=Decimal(n), currency="ZAR"))
LINES = (
    BudgetLine(id="a", partner="vaxjo", year=PartialDate(2019), amount=SEK(1000)),
    BudgetLine(id="b", partner="vaxjo", year=PartialDate(2020), amount=ZAR(50), approved=ZAR(40)),
    BudgetLine(id="c", year=PartialDate(1), amount=SEK("0.5"), description="Chalk"),
    BudgetLine(id="d", partner="vaxjo"),
)
WORK = Activity(id="work", title="Work", costs=(CostLine(amount=SEK(7)),))
COSTLY = _project(plan=Plan(budget=Budget(lines=LINES), activities=(WORK,)))


def test_currencies_stand_apart() -> None:
    """There is a table for each, and nowhere a sum of both."""
    view = budget(COSTLY, by=["partner"])

    assert ["By partner and year, in SEK", "By partner and year, in ZAR"] == [grid.caption for grid in view.grids[:2]]
    assert [("vaxjo", "1 000"), ("partner unknown", "7.5"), ("All", "1 007.5")] == [
        (row["partner"], row["total"]) for row in _rows(view)
    ]
    assert ("Lines without an amount: 1. They are in no total.",) == view.notes


def test_a_total_may_be_larger_than_any_amount() -> None:
    """Absurd amounts are their author's; nobody who looks at the budget is refused for their sum."""
    lines = tuple(BudgetLine(id=name, amount=SEK("9E+30")) for name in "ab")
    project = _project(plan=Plan(budget=Budget(lines=lines)))
    told = "18" + " 000" * 10 + " SEK"

    assert told in str(sheet(project))
    assert told.removesuffix(" SEK") == _rows(budget(project))[0]["total"]
    assert told == budget_bars(project).table.rows[0][-1]


def test_one_total_only_by_rates() -> None:
    """Without a rate the total of all is refused with its reason; with one it is told."""
    rate = ExchangeRate(currency="ZAR", in_currency="SEK", rate=Decimal("0.5"), date=PartialDate(2020))

    assert "no rate between ZAR and SEK for 2020 is given" in budget(COSTLY, into="SEK").notes[0]
    assert budget(COSTLY, into="SEK", rates=[rate]).notes[0].startswith("All in SEK: 1032.5 SEK")


def test_lines_and_costs_at_activities() -> None:
    """Each line is listed, and so is what an activity costs that no line names."""
    rows = _rows(budget(COSTLY), -1)

    assert ["a", "b", "c", "d", ""] == [row["id"] for row in rows]
    assert ["1 000 SEK", "50 ZAR", "0.5 SEK", "unknown", "7 SEK"] == [row["amount"] for row in rows]
    assert ["2019", "2020", "Year 1", "unknown", ""] == [row["year"] for row in rows]


def test_years_of_the_project_are_in_order() -> None:
    """The tenth year comes after the second."""
    lines = tuple(BudgetLine(partner="vaxjo", year=PartialDate(year), amount=SEK(1)) for year in (10, 2))

    assert ("Partner", "Year 2", "Year 10", "Total") == budget(_project(plan=Plan(budget=Budget(lines=lines)))).grids[
        0
    ].headings


def test_what_was_approved() -> None:
    """The same tables of what was granted, or spent."""
    view = budget(COSTLY, of="approved", by=["year"])

    assert [{"table": "By year, in ZAR", "year": "2020", "total": "40"}] == _rows(view)[:1]
    assert view.title.endswith(": approved budget")


def test_a_portfolio_s_budget() -> None:
    """Of many projects by project and by partner."""
    view = budget(Portfolio(projects=(COSTLY, evolve(COSTLY, id="q", title="Q"))))

    assert [("P", "1 007.5"), ("Q", "1 007.5"), ("All", "2 015.0")] == [(r["project"], r["total"]) for r in _rows(view)]


def test_no_budget() -> None:
    """A proposal has none, and of a summary nobody knows."""
    assert ("Budget: none.",) == budget(_project()).notes
    assert ("Budget: unknown.",) == budget(VAXJO["energy-plan"]).notes


# ---- gains -------------------------------------------------------------------------------------------------------


def test_gains_by_partner_and_scope() -> None:
    """A partner without a gain keeps its row, one that nobody named too, and a gain of all is marked."""
    partners = (
        Participation(organisation=Organisation(id="a", name="A")),
        Participation(organisation=Organisation(id="b", name="B")),
        Participation(description="regional partners"),
    )
    held = (
        Benefit(partner="a", statement="Friends", joint=True, scope=Scope.INDIVIDUAL),
        Benefit(partner="a", statement="Skills", scope=Scope.INDIVIDUAL, quote="more skills"),
        Benefit(partner="c", statement="Fame"),
    )
    view = gains(_project(partners=partners, win_win=WinWin(benefits=held)))

    assert ["A", "B", "c", "regional partners (not named)"] == [row["partner"] for row in _rows(view)]
    assert "Skills: “more skills”\nFriends (with the others)" == _rows(view)[0]["individual"]
    assert ["", "", "Fame", "unknown"] == [row["unknown"] for row in _rows(view)]
    assert ["none", "none", "none", "unknown"] == [row["society"] for row in _rows(view)]


def test_the_ten_measures_and_no_total() -> None:
    """They stand beside the gains, each with what it rests on."""
    measured = gains(VAXJO["energy-plan"], within=VAXJO).grids[-1]

    assert 10 == len(list(measured.to_rows()))
    assert "There is no total" in measured.note


def test_claims_are_no_gains() -> None:
    """That all benefit is listed under its own heading, with the words of the source."""
    captions = [grid.caption for grid in gains(VAXJO["energy-plan"], within=VAXJO).grids]

    assert "Claimed of the whole, which names no gain of anybody" in captions


# ---- changes and portfolios --------------------------------------------------------------------------------------


def test_the_record_of_changes() -> None:
    """DFID's columns; what is not recorded says so."""
    changed = evolve(PROPOSAL, title="Wells")
    view = record(PROPOSAL, changed)

    assert ("Date", "Version number", "Level of Change", "Reason for Change", "Approved by") == view.grids[0].headings
    assert ("not recorded", "not recorded", "TITLE") == tuple(
        _rows(view)[0][key] for key in ("date", "version", "level")
    )
    assert "Wells" in _rows(view)[0]["reason"]
    assert "none" == _rows(record(PROPOSAL, PROPOSAL))[0]["date"]


def test_a_portfolio_under_its_partnerships() -> None:
    """A row a project, those without a partnership too."""
    view = portfolio(VAXJO)

    assert sorted(project.id for project in VAXJO) == sorted(row["project"] for row in _rows(view))
    assert ["energy-plan", "skills-training", "coordination-structure"] == [row["project"] for row in _rows(view)][:3]
    assert "Växjö and JB Marks, South Africa" == _rows(view)[0]["partnership"]
    assert "Partnership unknown" == _rows(portfolio(Portfolio.of(_project())))[0]["partnership"]
    assert "none" == _rows(portfolio(Portfolio()))[0]["project"]


def test_reviewed(snapshot: Callable[[str, str], None]) -> None:
    """All of them, of the proposal and of the water project, as they were looked at."""
    views = (
        tracking(WATER),
        risks(PROPOSAL),
        stakeholders(PROPOSAL),
        budget(PROPOSAL),
        gains(PROPOSAL),
        portfolio(VAXJO),
    )

    snapshot("sides.txt", "\n\n\n".join(view.text(110) for view in views) + "\n")


# ---- every project -----------------------------------------------------------------------------------------------


@settings(max_examples=40)
@given(st.data())
def test_nothing_is_lost(full: SearchStrategy[Project], data: st.DataObject) -> None:
    """Every indicator, risk, stakeholder, budget line and benefit is in its view, whatever of it is unknown."""
    project = data.draw(full)
    lines = () if project.plan.budget is None else project.plan.budget.lines
    wanted = (
        (tracking, [str(one.statement) for one in project.logframe.indicators]),
        (risks, [str(one.statement) for one in project.logframe.risks]),
        (stakeholders, [str(one.name) for one in project.framing.stakeholders]),
        (budget, [str(one.description) for one in lines]),
        (gains, [str(one.statement) for one in project.win_win.benefits]),
    )
    for make, names in wanted:
        view = make(project)
        texts = (view.text(500), view.to_html(), view.to_markdown())

        assert [] == [name for name in names for text in texts if name not in text]


@settings(max_examples=30)
@given(st.data())
def test_totals_are_of_the_lines(full: SearchStrategy[Project], data: st.DataObject) -> None:
    """In each currency the rows add up to the amounts of the lines and of the activities that no line names."""
    project = data.draw(full)
    lines = () if project.plan.budget is None else project.plan.budget.lines
    named = {line.activity for line in lines}
    amounts = [line.amount for line in lines if line.amount is not None]
    amounts += [cost.amount for one in project.plan.activities if one.id not in named for cost in one.costs]
    totals = Money.totals(amounts)
    view = budget(project, by=["partner"])
    held = {grid.caption[-3:]: list(grid.to_rows()) for grid in view.grids if grid.caption.startswith("By partner")}

    assert {currency: Fraction(total) for currency, total in totals.items()} == {
        currency: Fraction(rows[-1]["total"].removeprefix("about ").replace(" ", "")) for currency, rows in held.items()
    }
    for rows in held.values():
        parts = [Fraction(row["total"].removeprefix("about ").replace(" ", "")) for row in rows]

        assert parts[-1] == sum(parts[:-1])


@pytest.mark.parametrize("project", VAXJO.projects, ids=lambda project: project.id)
def test_every_real_project(project: Project) -> None:
    """Each of the ten has all its views, and all its gains with their quotes."""
    told = gains(project, within=VAXJO).text(100_000)

    for benefit in project.win_win.benefits:
        assert benefit.quote is None or benefit.quote in told
    for view in (tracking, risks, stakeholders, budget):
        assert view(project, within=VAXJO).text(80)


def test_objectives_without_words_are_named() -> None:
    """An objective that nobody worded yet still heads its indicators."""
    held = Objective(id="o", statement="", indicators=(Indicator(id="i", statement="I"),))

    assert (
        "Level not stated: not worded yet"
        == _rows(tracking(_project(logframe=Logframe(objectives=(held,)))))[0]["objective"]
    )
