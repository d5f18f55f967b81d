"""Charts: every number that is known is drawn, what is not known is said, and nothing in a text can steer them."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from cooperation import testing
from cooperation.errors import MissingExtraError
from cooperation.examples import load_example
from cooperation.measures import BudgetKey
from cooperation.model import (
    Benefit,
    Budget,
    BudgetLine,
    Described,
    Framing,
    Grade,
    Indicator,
    Likelihood,
    Logframe,
    Measure,
    Money,
    Number,
    Observation,
    Organisation,
    PartialDate,
    Participation,
    Plan,
    Portfolio,
    Project,
    Ratio,
    Risk,
    Scope,
    Stakeholder,
    WinWin,
)
from cooperation.views import (
    Chart,
    budget_bars,
    gains_map,
    indicator_trend,
    results_chain,
    risk_map,
    sdg_bars,
    stakeholder_map,
)
from cooperation.views.pictures import extras
from cooperation.views.pictures.palette import DARK, LIGHT
from cooperation.views.words import cells

from .conftest import HOSTILE

VAXJO = load_example("vaxjo")
PROPOSAL = load_example("proposal").projects[0]
CHARTS: dict[str, Chart] = {
    "budget": budget_bars(PROPOSAL),
    "goals": sdg_bars(VAXJO),
    "stakeholders": stakeholder_map(PROPOSAL),
    "risks": risk_map(PROPOSAL),
    "gains": gains_map(PROPOSAL),
    "trend": indicator_trend(PROPOSAL.logframe.indicators[0], project=PROPOSAL),
}

every = pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)


def _lines(*lines: BudgetLine) -> Project:
    return Project(id="p", title="P", plan=Plan(budget=Budget(lines=lines)))


def _at(year: int, number: str | None, *, approximate: bool = False) -> Observation:
    value = None if number is None else Number(Decimal(number), approximate=approximate)
    return Observation(value=value, date=PartialDate(year))


@every
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_drawing_says_what_it_is(chart: Chart, theme: str) -> None:
    """Its SVG is well formed, has one role, a title and a description, and its own paper."""
    svg = chart.to_svg(theme=theme)  # type: ignore[arg-type]
    root = ET.fromstring(svg)
    paper = (LIGHT if theme == "light" else DARK).paper

    assert [chart.title, chart.description] == [element.text for element in list(root)[:2]]
    assert "img" == root.get("role")
    assert f'fill="{paper}"' in svg
    assert chart.to_png(theme=theme, scale=0.5).startswith(b"\x89PNG")  # type: ignore[arg-type]


@every
def test_no_colour_is_from_elsewhere(chart: Chart) -> None:
    """Whatever colours a drawing has are of its palette, whose contrast is tested."""
    for palette, theme in ((LIGHT, "light"), (DARK, "dark")):
        own = {palette.paper, palette.ink, palette.quiet, palette.rule, palette.heat, *palette.marks}
        svg = chart.to_svg(theme=theme)  # type: ignore[arg-type]
        found = set(re.findall(r'(?:fill|stroke)="(#[0-9a-f]{3,6}|black|white|gray)"', svg))

        assert set() == found - own


@every
def test_the_same_at_every_call(chart: Chart) -> None:
    """A chart is a value, and what it writes is too."""
    assert (chart, hash(chart)) == (chart, hash(chart))
    assert json.dumps(chart.to_vega()) == json.dumps(chart.to_vega())
    assert chart.to_svg() == chart.to_svg()


@every
def test_a_notebook_shows_it(chart: Chart) -> None:
    """For light and dark, with an alternative text, and its table as text."""
    bundle = chart._repr_mimebundle_()

    assert {"text/plain", "text/html"} == set(bundle)
    assert str(chart) == bundle["text/plain"]
    assert "prefers-color-scheme: dark" in bundle["text/html"]
    assert re.search(r'<img [^>]*alt="[^"]{40,}"', bundle["text/html"])


@every
def test_text_fits(chart: Chart) -> None:
    """A terminal of 80 columns shows all of it."""
    assert all(cells(line) <= 80 for line in chart.text(80).split("\n"))


def test_the_charts_of_the_proposal(snapshot: Callable[[str, str], None]) -> None:
    """Their reviewed texts."""
    snapshot("charts.txt", "\n\n\n".join(chart.text(80) for chart in CHARTS.values()) + "\n")


def test_currencies_have_pictures_of_their_own() -> None:
    """Unlike currencies share no scale; lines that do not say, and those without an amount, are said."""
    chart = budget_bars(
        _lines(
            BudgetLine(partner="a", year=PartialDate(2019), amount=Money(amount=Decimal(5), currency="SEK")),
            BudgetLine(partner="b", year=PartialDate(2019), amount=Money(amount=Decimal(7), currency="ZAR")),
            BudgetLine(partner="b", amount=Money(amount=Decimal(9), currency="ZAR", approximate=True)),
            BudgetLine(partner="b", year=PartialDate(2019)),
        )
    )

    assert 2 == len(chart.to_vega()["vconcat"])
    assert ("year not said", "b", "ZAR", "about 9 ZAR") in chart.table.rows
    assert ("2019", "b", "unknown", "unknown (1 line)") in chart.table.rows
    assert "1 budget line has no known amount." in str(chart)
    assert "+ 1 unknown amount" in json.dumps(chart.to_vega())


def test_each_part_of_a_bar_has_a_letter() -> None:
    """So that it is found without its colour."""
    texts = re.findall(r">([^<>]+)</text>", budget_bars(PROPOSAL).to_svg())

    assert {"A", "B"} <= set(texts)
    assert any(text.startswith("A ") for text in texts)


def test_a_bar_is_not_made_of_itself() -> None:
    """Years of years are refused."""
    with pytest.raises(ValueError, match="a bar of years cannot be made of years"):
        budget_bars(PROPOSAL, "year", stacked="year")


def test_a_trend_has_a_shape_for_each_kind() -> None:
    """The path of the targets is dashed, approximate is hollow, unknown is a question mark, the rest is counted."""
    indicator = Indicator(
        id="i",
        statement="Wells",
        measure=Measure.UNIT,
        baseline=_at(2018, "0"),
        milestones=(_at(2019, "5"),),
        targets=(_at(2020, "10"),),
        actuals=(
            _at(2019, "4", approximate=True),
            _at(2020, None),
            Observation(value=Number(Decimal(3))),
            Observation(value=Described("weekly"), date=PartialDate(2020)),
        ),
    )
    chart = indicator_trend(indicator)
    drawn = json.dumps(chart.to_vega())

    assert ["baseline", "milestone", "target", "found"] == list(dict.fromkeys(dict(one)["kind"] for one in chart.data))
    assert '"text": "? found"' in drawn
    assert "[6, 4]" in drawn
    assert '"approximate": true' in drawn
    assert "2 of 7 values stand only in this table" in str(chart)
    assert ("found", "2019", "about 4") in chart.table.rows
    assert ("found", "2020", "unknown") in chart.table.rows
    assert ("found", "2020", "weekly") in chart.table.rows


def test_places_have_pictures_of_their_own() -> None:
    """Values of different partners are different facts, and a percentage is told in per cent."""
    share = tuple(
        Observation(value=Ratio(Decimal(n), Decimal(4)), date=PartialDate(2019), partner=partner)
        for n, partner in ((1, "vaxjo"), (2, "jb-marks"))
    )
    chart = indicator_trend(Indicator(id="i", statement="Share", measure=Measure.PERCENTAGE, actuals=share))

    assert [25.0, 50.0] == [dict(one)["number"] for one in chart.data]
    assert 2 == len(chart.to_vega()["vconcat"])
    assert ("vaxjo", "found", "2019", "25% (1/4)") in chart.table.rows


def test_the_whole_beside_its_places_says_what_it_is() -> None:
    """Values of no place are told apart from those of one, in words that read well in the note, too."""
    found = (_at(2019, "7"), evolve(_at(2019, "3"), place="bridge"))
    chart = indicator_trend(Indicator(id="i", statement="Samples", actuals=found))

    assert ["no place, partner or people named", "bridge"] == [row[0] for row in chart.table.rows]
    assert chart.notes[0].startswith("Progress of no place, partner or people named: unknown")


def test_a_number_no_axis_can_hold_is_told() -> None:
    """And not drawn."""
    chart = indicator_trend(Indicator(id="i", statement="S", actuals=(_at(2019, "1E+29"),)))

    assert "1" + "0" * 29 in str(chart)
    assert "nothing that has a date and a number" in json.dumps(chart.to_vega())


def test_goals_that_nobody_names() -> None:
    """All 17 have a bar, and projects that name none are dashed and counted."""
    chart = sdg_bars(VAXJO)

    assert 18 == len(chart.table.rows)
    assert ("no goal is named", "8", "they may serve one all the same") == chart.table.rows[-1]


def test_what_is_unknown_of_risks_and_stakeholders_has_a_place() -> None:
    """A row and a column of its own, only where something is unknown."""
    risks = (
        Risk(statement="Flood", likelihood=Likelihood.LIKELY, consequence=Grade.HIGH),
        Risk(statement="Drought", likelihood=Likelihood.LIKELY),
    )
    stakeholders = (Stakeholder(name="Council", influence=Grade.HIGH, interest=Grade.LOW), Stakeholder())
    project = Project(id="p", title="P", logframe=Logframe(risks=risks), framing=Framing(stakeholders=stakeholders))

    assert [("1", "Flood", "likely", "high", "16"), ("2", "Drought", "likely", "unknown", "unknown")] == list(
        risk_map(project).table.rows
    )
    assert 30 == sum(dict(one)["role"] == "cell" for one in risk_map(project).data)
    assert 36 == sum(dict(one)["role"] == "cell" for one in stakeholder_map(project).data)
    assert "Risks: none." in str(risk_map(Project(id="p", title="P")))


def test_joint_gains_and_partners_without_any() -> None:
    """What was stated for all is marked, and who gains nothing that is stated is named."""
    partners = tuple(Participation(organisation=Organisation(id=id)) for id in ("a", "b"))  # noqa: A001
    benefits = (
        Benefit(partner="a", statement="Skill", scope=Scope.INDIVIDUAL),
        Benefit(partner="a", statement="Trust", joint=True),
    )
    chart = gains_map(Project(id="p", title="P", partners=partners, win_win=WinWin(benefits=benefits)))
    marks = [dict(one)["marks"] for one in chart.data if dict(one)["role"] == "cell" and dict(one)["marks"]]

    assert ["1", "2 joint"] == marks
    assert ["own", "joint"] == [row[-1] for row in chart.table.rows]
    assert ("No gain of unnamed organisation (b) is stated.",) == chart.notes


def test_hostile_text_is_only_text() -> None:
    """Names, statements and titles are text in the specification and in the SVG."""
    stakeholders = tuple(Stakeholder(name=text, influence=Grade.HIGH, interest=Grade.LOW) for text in HOSTILE)
    lines = tuple(
        BudgetLine(partner=f"p{n}", amount=Money(amount=Decimal(n + 1), currency="SEK")) for n in range(len(HOSTILE))
    )
    partners = tuple(Participation(organisation=Organisation(id=f"p{n}", name=text)) for n, text in enumerate(HOSTILE))
    project = Project(
        id="p",
        title=HOSTILE[0],
        partners=partners,
        framing=Framing(stakeholders=stakeholders),
        plan=Plan(budget=Budget(lines=lines)),
    )
    indicator = Indicator(id="i", statement=HOSTILE[0], actuals=(_at(2019, "1"),))
    for chart in (
        stakeholder_map(project),
        budget_bars(project, "partner", stacked=None),
        gains_map(project),
        indicator_trend(indicator),
    ):
        root = ET.fromstring(chart.to_svg())

        assert not {"script", "img", "a", "image"} & {element.tag.rpartition("}")[2] for element in root.iter()}
        assert any("<script>alert(1)</script>" in (element.text or "") for element in root.iter())
        assert not re.search(r"<(script|img src=x)", chart._repr_html_())


def test_a_missing_extra_names_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Text needs nothing; a drawing says what it needs."""
    monkeypatch.setitem(extras.importlib.sys.modules, "altair", None)
    monkeypatch.setitem(extras.importlib.sys.modules, "graphlay", None)
    chart = sdg_bars(VAXJO)

    assert "no goal is named" in str(chart)
    with pytest.raises(MissingExtraError, match=r"needs altair: pip install 'cooperation\[charts\]'"):
        chart.to_svg()
    with pytest.raises(MissingExtraError, match=r"needs graphlay: pip install 'cooperation\[charts\]'"):
        results_chain(PROPOSAL).to_svg()


@given(portfolio=testing.portfolios())
@settings(max_examples=20)
def test_any_portfolio_can_be_drawn(portfolio: Portfolio) -> None:
    """Every chart of any project says every value and every thing once, and is a specification in plain JSON."""
    charts = [sdg_bars(portfolio), budget_bars(portfolio, BudgetKey.PROJECT)]
    for project in portfolio:
        stakeholders, risks, gains = stakeholder_map(project), risk_map(project), gains_map(project)
        assert len(project.framing.stakeholders) == len(stakeholders.table.rows)
        assert len(project.logframe.risks) == len(risks.table.rows)
        assert len(project.win_win.benefits) == len(gains.table.rows)
        charts += [stakeholders, risks, gains, budget_bars(project)]
        for indicator in project.logframe.indicators:
            trend = indicator_trend(indicator, project=project, within=portfolio)
            told = (len(indicator.milestones), len(indicator.targets), len(indicator.actuals))
            assert (indicator.baseline is not None) + sum(told) == len(trend.table.rows) == len(trend.data)
            charts.append(trend)
    for chart in charts:
        assert all(cells(line) <= 60 for line in chart.text(60).split("\n"))
        json.dumps(chart.to_vega(), allow_nan=False)


@given(data=st.data())
@settings(max_examples=5)
def test_any_chart_becomes_a_picture(data: st.DataObject) -> None:
    """What is specified is drawn, whatever it holds."""
    project = data.draw(testing.projects())
    for chart in (budget_bars(project), stakeholder_map(project), gains_map(project)):
        assert ET.fromstring(chart.to_svg()).tag.endswith("svg")
