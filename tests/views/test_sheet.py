"""The sheet of a project and of a portfolio: nothing that is unknown looks like nothing or like 0."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cooperation import testing
from cooperation.examples import load_example
from cooperation.formats import loads
from cooperation.model import (
    Benefit,
    Length,
    Level,
    Logframe,
    Objective,
    Organisation,
    PartialDate,
    Participation,
    Period,
    Portfolio,
    Project,
    Relation,
    RelationKind,
    Sector,
    SectorVocabulary,
    Stage,
    Tags,
    Translated,
    WinWin,
)
from cooperation.views import sheet
from cooperation.views.telling import Teller
from cooperation.views.words import cells, harmless

VAXJO = load_example("vaxjo")


def _project(**parts: object) -> Project:
    return Project(id="p", title="P", **parts)  # type: ignore[arg-type]


def _section(project: Project, heading: str) -> str:
    text = str(sheet(project))
    return re.split(r"\n\n(?=\S)", text.partition(f"\n{heading}\n")[2])[0]


def test_what_a_published_project_says() -> None:
    """When it ran, what it belongs with, the names of sectors in lists of one's own, and that nothing must hold."""
    text = str(
        sheet(
            _project(
                actual=Period(start=PartialDate(2019, 2)),
                relations=(Relation(kind=RelationKind.CO_FUNDED, code="SE-ON-1-6"),),
                logframe=Logframe(conditional=False),
                tags=Tags(
                    sectors=(
                        Sector(code="15112"),
                        Sector(code="11220", vocabulary=SectorVocabulary.OWN, name="Planning"),
                        Sector(code="110", vocabulary=SectorVocabulary.COFOG),
                    )
                ),
            )
        )
    )

    assert re.search("in fact +2019-02; the end is unknown|in fact +from 2019-02; the end is unknown", text)
    assert re.search("related +co.funded SE-ON-1-6", text)
    assert re.search(r"sectors +15112 .+;\s+11220\s+Planning;\s+110\n", text)
    assert re.search("What must be so before the start\n.*nothing\n", text)


def _chain(*objectives: Objective) -> str:
    return _section(_project(logframe=Logframe(objectives=objectives)), "Results, from the top down")


@pytest.mark.parametrize("project", VAXJO.projects, ids=lambda project: project.id)
def test_every_example_has_its_parts(project: Project) -> None:
    """Whatever a text leaves out, the sheet has a place that says so, and fits its width."""
    text = sheet(project, within=VAXJO).text(60)

    for heading in (
        "Partners",
        "For whom",
        "Results, from the top down",
        "Plan",
        "Money",
        "Who gains what",
        "Not known",
    ):
        assert f"\n{heading}\n" in text
    assert all(cells(line) <= 60 for line in text.split("\n"))
    assert text == "\n".join(line.rstrip() for line in text.split("\n"))


@pytest.mark.parametrize("example", ["proposal", "minimal"])
def test_other_examples(example: str) -> None:
    """A complete proposal and the smallest document can be shown as well."""
    portfolio = load_example(example)

    assert portfolio.projects[0].id in str(sheet(portfolio.projects[0], within=portfolio))


def test_an_empty_project_is_said_to_be_unknown() -> None:
    """Nothing is blank and nothing is 0 where nothing is known."""
    text = str(sheet(_project(stage=Stage.SUMMARY)))

    assert "status       unknown" in text
    assert "period       unknown" in text
    assert 7 == text.count("unknown: the summary says nothing of it")
    assert not re.search(r"\b0\b", text)


def test_an_empty_list_of_a_proposal_is_none() -> None:
    """A proposal that lists no partner has none; only a summary leaves it open."""
    assert "  - none" == _section(_project(stage=Stage.PROPOSAL), "Partners")


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (None, "when is unknown"),
        (Period.of_years(2019, 2020), "2019 to 2020"),
        (Period(length=Length(years=2)), "2 years; when is unknown"),
        (
            Period(length=Length(years=1), within=Period.of_years(2007, 2009)),
            "1 year within 2007 to 2009; exactly when is unknown",
        ),
        (Period(start=PartialDate(2019)), "from 2019; the end is unknown"),
        (Period(end=PartialDate(2019)), "until 2019; the start is unknown"),
        (Period(start=PartialDate(2019), length=Length(years=2)), "from 2019 (2 years)"),
    ],
)
def test_periods_say_what_of_them_is_unknown(period: Period | None, expected: str) -> None:
    """A length is not a time, and bounds are not dates."""
    assert expected == Teller(portfolio=Portfolio(), language="en").period(period)


def test_an_unnamed_partner_is_shown_as_such() -> None:
    """A partner that nobody named keeps its place, its country and its role."""
    partners = (Participation(organisation=Organisation(id="second")), Participation(description="regional partners"))
    expected = (
        "  - unnamed organisation (second)\n"
        "    country unknown, role unknown\n"
        "  - regional partners (not named)\n"
        "    role unknown"
    )

    assert expected == _section(_project(partners=partners), "Partners")


def test_the_chain_goes_from_the_impact_down() -> None:
    """An objective stands below what it contributes to; the second time it is only named."""
    expected = (
        "  Impact: Health\n"
        "  │  health, called 'aim', scope unknown\n"
        "  ├─ Outcome: Water\n"
        "  │  │  water, scope unknown\n"
        "  │  └─ Output: Wells\n"
        "  │        wells, scope unknown, contributes also to trust\n"
        "  └─ Outcome: Trust\n"
        "     │  trust, scope unknown\n"
        "     └─ Output: wells, see above"
    )
    actual = _chain(
        Objective(id="wells", statement="Wells", level=Level.OUTPUT, contributes_to=("water", "trust")),
        Objective(id="water", statement="Water", level=Level.OUTCOME, contributes_to=("health",)),
        Objective(id="trust", statement="Trust", level=Level.OUTCOME, contributes_to=("health",)),
        Objective(id="health", statement="Health", level=Level.IMPACT, label="aim"),
    )

    assert expected == actual


def test_a_circle_ends() -> None:
    """Objectives that contribute to one another are all shown, each once."""
    expected = (
        "  Level unknown: Hens\n"
        "  │  hen, scope unknown, contributes to egg\n"
        "  └─ Level unknown: Eggs\n"
        "     │  egg, scope unknown\n"
        "     └─ Level unknown: hen, which closes a circle"
    )

    assert expected == _chain(
        Objective(id="hen", statement="Hens", contributes_to=("egg",)),
        Objective(id="egg", statement="Eggs", contributes_to=("hen",)),
    )


def test_an_objective_above_itself() -> None:
    """An objective that contributes to itself is shown once."""
    assert _chain(Objective(id="a", statement="A", contributes_to=("a",))).endswith("a, which closes a circle")


def test_a_step_to_nowhere_is_said() -> None:
    """An id that no objective has is named as such."""
    assert "contributes to b, which is not there" in _chain(Objective(id="a", statement="A", contributes_to=("b",)))


def test_a_very_long_chain() -> None:
    """A chain deeper than Python's stack and wider than any terminal is shown."""
    deep = 1_200
    objectives = tuple(
        Objective(id=f"o{i}", statement="O", contributes_to=(f"o{i + 1}",) if i < deep - 1 else ()) for i in range(deep)
    )
    text = sheet(_project(logframe=Logframe(objectives=objectives))).text(60)

    assert deep == len(re.findall(r"Level unknown: O$", text, re.MULTILINE))
    assert all(cells(line) <= 60 for line in text.split("\n"))


def test_indicators_lead_from_baseline_to_target() -> None:
    """Unknown values say so, and those of a percentage have its sign."""
    portfolio = loads(
        """
        cooperation: 1
        project:
          id: p
          title: P
          logframe:
            objectives:
              - id: o
                statement: O
                indicators:
                  - {id: a, statement: Ill, measure: percentage, direction: decrease, baseline: {value: 40, date: 2018},
                     targets: [{value: 12/40, date: 2021}], actuals: [{value: 0}], verification: [clinic records]}
                  - {id: b, statement: Wells, unit: well, milestones: [{value: ~3}], targets: [{date: 2020}]}
        """
    )
    text = sheet(portfolio.projects[0]).text(200)

    assert "• Ill, to decrease: baseline 40 % (2018) → target 12/40 (2021); found 0 %; shown by clinic records" in text
    assert "• Wells, in well: baseline unknown → milestone about 3 → target unknown (2020)" in text


def test_activities_stand_by_period_with_whoever_is_responsible() -> None:
    """Those whose time is unknown come last."""
    portfolio = loads(
        """
        cooperation: 1
        organisations: [{id: vaxjo, name: City of Växjö}]
        project:
          id: p
          title: P
          partners: [{organisation: vaxjo}]
          plan:
            activities:
              - {id: c, title: Talking}
              - {id: b, title: Digging, period: 2020-03, responsible: vaxjo}
              - {id: a, title: Mapping, period: 2020-02}
        """
    )
    expected = (
        "  2020-02\n    - Mapping\n      responsible: unknown\n"
        "  2020-03\n    - Digging\n      responsible: City of Växjö\n"
        "  When is unknown\n    - Talking\n      responsible: unknown"
    )

    assert expected == _section(portfolio.projects[0], "Plan")


def test_unlike_currencies_are_never_added() -> None:
    """A budget in two currencies has two sums, and a line without an amount is counted as unknown."""
    portfolio = loads(
        """
        cooperation: 1
        project:
          id: p
          title: P
          plan: {budget: {lines: [{amount: 1000 SEK}, {amount: 90 EUR}, {amount: 500 SEK}, {}]}}
        """
    )
    expected = "  stated total    unknown\n  sum of 4 lines  1 500 SEK + 90 EUR, and 1 line whose amount is unknown"

    assert expected == _section(portfolio.projects[0], "Money")


def test_gains_are_own_or_joint() -> None:
    """Each partner's own gains come before those it shares, and one without a gain is not left out."""
    partners = tuple(Participation(organisation=Organisation(id=name.casefold(), name=name)) for name in ("A", "B"))
    benefits = (
        Benefit(partner="a", statement="Friends", joint=True),
        Benefit(partner="a", statement="A plan", quote="its own plan"),
    )
    expected = (
        "  A\n"
        "    - A plan\n      its own, kind unknown, scope unknown, status unknown: “its own plan”\n"
        "    - Friends\n      joint, kind unknown, scope unknown, status unknown\n"
        "  B\n"
        "    - none"
    )

    assert expected == _section(_project(partners=partners, win_win=WinWin(benefits=benefits)), "Who gains what")


def test_languages() -> None:
    """A title is told in the language that is asked for, else in the document's, else as its author wrote it."""
    title = Translated((("sv", "Rent vatten"), ("en", "Clean water")))
    project = Project(id="p", title=title)
    portfolio = Portfolio(projects=(project,), language="en")

    assert "Rent vatten" == sheet(project).title
    assert "Clean water" == sheet(project, within=portfolio).title
    assert "Rent vatten" == sheet(project, within=portfolio, language="sv").title
    assert "Rent vatten" == sheet(project, within=portfolio, language="fr").title


def test_a_portfolio_is_a_table() -> None:
    """One row a project, and the ids whole so that they can be copied."""
    text = str(sheet(VAXJO))

    assert text.startswith("10 projects, 5 partnerships, ")
    for project in VAXJO:
        assert re.search(rf"^{project.id} ", text, re.MULTILINE)
    assert "2 years; when is" in text


def test_an_empty_portfolio() -> None:
    """A portfolio without a project says so."""
    assert "There is no project in it." in str(sheet(Portfolio()))


def test_only_projects_and_portfolios_have_sheets() -> None:
    """Anything else is refused by its name."""
    with pytest.raises(TypeError, match="not of Organisation"):
        sheet(Organisation(id="a"))  # type: ignore[arg-type]


@settings(max_examples=30)
@given(st.text(min_size=1, max_size=60))
def test_no_text_steers_the_terminal(text: str) -> None:
    """Whatever stands in a title, only line ends are left that steer anything."""
    shown = str(sheet(Project(id="p", title=text, aliases=(text,))))

    assert all(letter.isprintable() or letter in "\n\u200c\u200d" for letter in shown)


@settings(max_examples=25)
@given(testing.portfolios())
def test_every_portfolio_can_be_shown(portfolio: Portfolio) -> None:
    """Whatever a model can hold, its sheets fit their width and steer nothing."""
    shown = [sheet(portfolio).text(60), *(sheet(project, within=portfolio).text(60) for project in portfolio)]

    for text in shown:
        assert all(cells(line) <= 60 for line in text.split("\n"))
    assert all(letter.isprintable() or letter in "\n\u200c\u200d" for text in shown for letter in text)


@settings(max_examples=40)
@given(testing.projects())
def test_every_project_can_be_shown(project: Project) -> None:
    """A project needs no portfolio around it."""
    assert f"  id           {harmless(project.id)}\n" in sheet(project).text(10_000)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("value: 4, unit: km", "4 (km)"),
        ("value: 4, period: 2019", "4 (2019)"),
        ("value: 4, partner: vaxjo", "4 (City of Växjö)"),
        ("value: 4, place: town", "4 (Växjö)"),
        ("value: 4, population: pupils", "4 (pupils)"),
        ("value: 4, parts: [{of: {sex: women}, value: 3}, {of: {sex: men}}]", "4 (women 3, men unknown)"),
    ],
)
def test_values_keep_what_they_are_of(written: str, expected: str) -> None:
    """A value stands with its time, place, partner and groups."""
    portfolio = loads(
        f"""
        cooperation: 1
        organisations: [{{id: vaxjo, name: City of Växjö, places: [{{id: town, name: Växjö}}]}}]
        project:
          id: p
          title: P
          partners: [{{organisation: vaxjo}}]
          logframe:
            objectives: [{{id: o, statement: O, indicators: [{{id: i, statement: I, baseline: {{{written}}}}}]}}]
        """
    )

    assert f"I: baseline {expected} → target unknown" in sheet(portfolio.projects[0]).text(200)
