"""What values show of themselves in a notebook."""

import subprocess
import sys
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from hypothesis import given, settings

import cooperation as co
from cooperation import measures, model, testing
from cooperation.display import Shown
from cooperation.model import Budget, Indicator, Logframe, Money, Objective, Organisation, Project, WinWin
from cooperation.views import html_of, view_of

PROPOSAL = co.load_example("proposal").projects[0]
VAXJO = co.load_example("vaxjo")
REPORT = co.check(attrs.evolve(PROPOSAL, logframe=Logframe()))

MAIN = (
    VAXJO,
    PROPOSAL,
    PROPOSAL.logframe,
    PROPOSAL.logframe.objectives[1],
    PROPOSAL.logframe.indicators[0],
    PROPOSAL.framing,
    PROPOSAL.plan,
    PROPOSAL.plan.activities[0],
    PROPOSAL.plan.budget,
    PROPOSAL.win_win,
    PROPOSAL.tags,
    VAXJO.partnerships[0],
    VAXJO.organisations[0],
    REPORT,
    measures.progress(PROPOSAL.logframe.indicators[0]),
    measures.win_win(PROPOSAL),
)


@pytest.mark.parametrize("value", MAIN, ids=lambda value: type(value).__name__)
def test_main_classes_show_themselves(value: Shown) -> None:
    """Each has what a notebook asks for, and stays as small as it was."""
    html = value._repr_html_()

    assert html == html_of(value)
    assert html.startswith('<div class="cooperation-view">')
    assert "<table>" in html
    assert not hasattr(value, "__dict__")


def test_a_notebook_finds_it() -> None:
    """IPython shows the table, and plain text beside it."""
    from IPython.core.formatters import HTMLFormatter

    assert "energy-plan" in HTMLFormatter()(PROPOSAL)


def test_showing_is_what_brings_the_views_in() -> None:
    """A program that shows nothing does not pay for it."""
    code = (
        "import sys; from cooperation.model import Organisation as O; print('cooperation.views' in sys.modules);"
        "O(id='a')._repr_html_(); print('cooperation.views' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert ["False", "True"] == told.split()


def test_a_project_tells_what_is_not_known() -> None:
    """Beside the facts stand the gaps, as on its sheet."""
    facts = {row["field"]: row["value"] for row in view_of(VAXJO["energy-plan"]).to_rows()}

    assert "unknown" == facts["budget"]
    assert "what it costs" in facts["not known"].split("\n")
    assert "unknown" == facts["activities"]


def test_an_indicator_tells_its_values() -> None:
    """Baseline, milestones, targets and what was found stand in a table of their own, and an unknown one says so."""
    rows = view_of(Indicator(id="i", statement="Wells")).grids[1].to_rows()

    assert [("baseline", "unknown")] == [(row["kind"], row["value"]) for row in rows]


def test_a_report_tells_severities_in_words() -> None:
    """A sign, a word, and then the colour."""
    severities = {row["severity"] for row in view_of(REPORT).to_rows()}

    assert severities
    assert severities <= {"■ error", "▲ warning", "● info"}
    assert f"{REPORT.summary()}." in view_of(REPORT).notes
    assert "none" == view_of(co.Report()).to_rows()[0]["severity"]


def test_a_report_tells_remedies_without_the_marks_of_a_page() -> None:
    """The docstrings that remedies come from set code apart; a cell has only the words."""
    finding = co.Diagnostic(
        code="IND003", severity=co.Severity.WARNING, message="no measure", path=(), help="Give ``unit`` also the unit."
    )

    assert "Give unit also the unit." == view_of(co.Report(findings=(finding,))).to_rows()[0]["remedy"]


def test_a_page_of_a_code() -> None:
    """Why and how to mend it, without the marks of the documentation."""
    view = view_of(co.rules.page("IND016"))

    assert "IND016: Percentages would be added or averaged without their wholes." == view.title
    assert ["why", "remedy", "weight", "source"] == [row["field"] for row in view.to_rows()]
    assert "error, contradiction" == view.to_rows()[2]["value"]
    assert co.rules.page("IND016")._repr_html_() == view.to_html()


def test_a_reading() -> None:
    """An unknown one says why, and which rule explains it."""
    facts = {row["field"]: row["value"] for row in view_of(measures.Reading(None, 0, 2, "unlike", "IND018")).to_rows()}

    assert ("unknown", "2", "unlike", "IND018") == (
        facts["value"],
        facts["what could not be used"],
        facts["note"],
        facts["rule"],
    )
    assert "0.5" == view_of(measures.Reading(Fraction(1, 2), 2)).to_rows()[0]["value"]


def test_the_empty() -> None:
    """What holds nothing shows a table all the same."""
    for value in (Logframe(), Budget(), WinWin(), Organisation(id="a"), co.Portfolio(), Project(id="p", title="P")):
        assert '<div class="cooperation-view">' in html_of(value)


def test_only_values_of_the_library() -> None:
    """Anything else is refused by its name."""
    with pytest.raises(TypeError, match="not of int"):
        html_of(1)


def test_small_values_in_words() -> None:
    """A field that holds a value with words of its own is told in them."""
    budget = Budget(total=Money(amount=Decimal(5), currency="SEK"))

    assert ("Total as stated: 5 SEK.", "Budget: none.") == view_of(budget).notes


@settings(max_examples=25)
@given(testing.portfolios())
def test_every_value_of_a_portfolio(portfolio: co.Portfolio) -> None:
    """Whatever a model can hold, each of its classes can be shown, the same at every call."""
    values: list[object] = [portfolio]
    for value in values:
        if attrs.has(type(value)):
            assert html_of(value) == html_of(value)
            for field in attrs.fields(type(value)):  # type: ignore[arg-type]
                held = getattr(value, field.name)
                values += held if isinstance(held, tuple) else [held]


def test_objectives_with_indicators() -> None:
    """Each indicator of an objective has its table of values."""
    held = Objective(
        id="o", statement="O", indicators=(Indicator(id="i", statement="I"), Indicator(id="j", statement="J"))
    )

    assert ["What is known", "I", "J"] == [grid.caption for grid in view_of(held).grids]


def test_every_class_of_the_model_that_shows_itself_is_public() -> None:
    """The mixin is on classes that one meets by name."""
    shown = {name for name in model.__all__ if isinstance(cls := getattr(model, name), type) and issubclass(cls, Shown)}

    assert {"Portfolio", "Project", "Logframe", "Indicator", "Organisation", "Partnership", "Budget", "WinWin"} <= shown
