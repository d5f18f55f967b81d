"""What type checkers must see of the public API; checked and never run."""

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, assert_type

import attrs
import cattrs
import pandas as pd
import pendulum
import polars as pl

import cooperation as co
from cooperation import codelists, measures, views
from cooperation.diagnostics import Diagnostic, Position, Unjudged, Wanted
from cooperation.formats import Document
from cooperation.frames import Column, Schema, Table
from cooperation.model import (
    Answer,
    Benefit,
    BenefitKind,
    Count,
    CountedAgainst,
    Indicator,
    Level,
    Money,
    Objective,
    OverParts,
    PartialDate,
    Participation,
    Period,
    Stage,
    Text,
    Value,
    YearAnswer,
)
from cooperation.review import (
    OUTPUTS,
    Comparison,
    Output,
    Readiness,
    Review,
    StageCounts,
    compare,
    readiness,
    render,
    review_file,
)
from cooperation.rules import PROFILES, RULES, weight
from cooperation.views import Cell, TableView


def load_and_ask(path: Path) -> None:
    """A portfolio and its parts have exact types, down to optional countries."""
    portfolio = co.load(path)
    assert_type(portfolio, co.Portfolio)
    project = portfolio["energy-plan"]
    assert_type(project, co.Project)
    assert_type(project.title, Text)
    assert_type(project.partners, tuple[Participation, ...])
    organisation = project.partners[0].organisation
    assert_type(organisation, co.Organisation | None)
    if organisation is not None:
        assert_type(organisation.country, str | None)
        assert_type(organisation.name_on(PartialDate(2016)), Text | None)
    assert_type(project.period, Period | None)
    assert_type(project.runs_in(2019), Answer)
    assert_type(project.counts(), tuple[CountedAgainst, ...])
    assert_type(project.logframe.chain(), tuple[tuple[Objective, ...], ...])
    assert_type(project.logframe.indicators, tuple[Indicator, ...])
    assert_type(project.logframe.objectives[0].level, Level | None)
    assert_type(project.win_win.benefits_of("vaxjo"), tuple[Benefit, ...])
    assert_type(portfolio.running_in(2019), YearAnswer)
    assert_type(portfolio.projects_with("jb-marks"), tuple[co.Project, ...])


def values() -> None:
    """Small values are built by keyword or by name, and say what they hold."""
    money = Money(amount=Decimal(5), currency="SEK")
    assert_type(money.amount, Decimal)
    assert_type(Count.of_parts(vaxjo=20).total, int | None)
    assert_type(Period.of_years(2019, 2020).in_months, int | None)
    assert_type(Period.of_months(pendulum.date(2019, 1, 1), 24), Period)
    observation = Indicator(id="i", statement="s").baseline
    if observation is not None:
        assert_type(observation.value, Value | None)
    benefit = Benefit(partner="vaxjo", statement="A plan", kind=BenefitKind.PLAN_OR_POLICY)
    assert_type(attrs.evolve(benefit, joint=True), Benefit)


def check_and_review(path: Path, project: co.Project) -> None:
    """Reports and reviews are values with exact types."""
    report = co.check(project, stage="proposal", today=pendulum.date(2019, 1, 1))
    assert_type(report, co.Report)
    assert_type(report.findings, tuple[Diagnostic, ...])
    assert_type(report.unknown, tuple[Unjudged, ...])
    assert_type(report.passed, tuple[str, ...])
    assert_type(report.findings[0].position, Position | None)
    assert_type(report.wanted(), tuple[Wanted, ...])
    assert_type(report.wanted()[0].parts, tuple[tuple[str | int, ...], ...])
    review = review_file(path)
    assert_type(review, Review)
    assert_type(review.document, Document | None)
    assert_type(review.locate(("projects", 0)), Position | None)


def pages(review: Review, portfolio: co.Portfolio, path: Path) -> None:
    """A report is a page, which is text and can be written."""
    made = co.report.page(portfolio, project="energy-plan", layout="eu", today=pendulum.date(2019, 1, 1))
    assert_type(made, co.report.Page)
    assert_type(co.report.page(review).html, str)
    assert_type(made.title, str)
    made.write(path)
    assert_type(co.views.partners(portfolio), co.views.TableView)
    assert_type(co.views.completeness(portfolio), co.views.TableView)


def outputs(review: Review, portfolio: co.Portfolio) -> None:
    """What is told of reviews is text or a value of its own."""
    assert_type(render([review], "sarif", fail_on=co.Severity.WARNING), str)
    assert_type(OUTPUTS["markdown"], Output)
    comparison = compare(review, review)
    assert_type(comparison, Comparison)
    assert_type(comparison.new, tuple[Diagnostic, ...])
    assert_type(comparison.at_or_above(co.Severity.ERROR), tuple[Diagnostic, ...])
    ready = readiness(portfolio, profile="core")
    assert_type(ready, Readiness)
    assert_type(ready.at("final"), StageCounts)
    assert_type(ready.stages[0].errors, int)
    assert_type(weight(RULES[0], PROFILES["core"], Stage.FINAL), co.Severity | None)


def documents(path: Path) -> None:
    """Documents, trees and converters keep their types."""
    assert_type(co.read(path), Document)
    assert_type(co.loads("cooperation: 1"), co.Portfolio)
    assert_type(co.dumps(co.Portfolio(), format="json"), str)
    assert_type(co.from_tree(Period, "2019"), Period)
    converter = cattrs.Converter()
    co.configure(converter)
    try:
        co.load(path)
    except co.LoadError as error:
        assert_type(error.diagnostics, tuple[Diagnostic, ...])


def tables(path: Path, portfolio: co.Portfolio, report: co.Report) -> None:
    """A table gives a row, a column or a table by what it is asked with, and the frames of other libraries."""
    table = co.frames.indicators(portfolio, language="en")
    assert_type(table, Table)
    assert_type(table[0], dict[str, Any])
    assert_type(table["title"], tuple[Any, ...])
    assert_type(table[:10], Table)
    assert_type(table.columns, tuple[Column, ...])
    assert_type(co.frames.SCHEMAS["values"], Schema)
    assert_type(table.to_polars(), pl.DataFrame)
    assert_type(table.to_pandas(), pd.DataFrame)
    assert_type(table.to_csv(), str)
    assert_type(table.to_csv(path, harmless=False), None)
    assert_type(co.frames.tables([portfolio, portfolio]), dict[str, Table])
    assert_type(co.frames.findings(report, portfolio), Table)
    co.frames.write_parquet(path, table.schema, (co.frames.indicators(one) for one in portfolio))
    co.frames.values("vaxjo")  # type: ignore[arg-type]  # a name is no portfolio


def lists() -> None:
    """Codelists answer with codes, or with nothing."""
    assert_type(codelists.country, codelists.Codelist)
    assert_type(codelists.country["VN"].name, str)
    assert_type(codelists.codelist("Sector").get("43030"), codelists.Code | None)


co.Portfolio(projects=[])  # type: ignore[arg-type]  # a list would let a frozen value change
co.Project(title="A")  # type: ignore[call-arg]  # a project needs an id
co.Project("a", "A")  # type: ignore[call-arg]  # fields are given by name


def measure(indicator: Indicator, project: co.Project, portfolio: co.Portfolio) -> None:
    """A reading knows the type of its value, which may be missing."""
    at = PartialDate(2020)
    progress = measures.progress(indicator, at)
    assert_type(progress, measures.Reading[Fraction])
    assert_type(progress.value, Fraction | None)
    assert_type((progress.n, progress.unknown, progress.note, progress.code), tuple[int, int, str | None, str | None])
    assert_type(measures.over_time(indicator, measures.Accumulation.MAXIMUM), measures.Reading[measures.Quantity])
    assert_type(measures.over_projects(portfolio, "families"), measures.Reading[measures.Quantity])
    assert_type(
        measures.roll_up([measures.over_partners(indicator), None], OverParts.SUM).value, measures.Quantity | None
    )
    assert_type(measures.result_state(indicator, at).value, measures.ResultState | None)
    assert_type(measures.light(measures.result_state(indicator, at)), measures.Light | None)
    assert_type(measures.reconcile(indicator)[0].agrees, Answer)
    assert_type(measures.merge_groups(indicator, "age", {"6-9": "6-15"}).indicator, Indicator)
    gains = measures.win_win(project)
    assert_type(gains.covered, measures.Reading[Fraction])
    assert_type(gains.partners[0].own, tuple[Benefit, ...])
    assert_type(measures.continuity(portfolio).value, tuple[measures.Continuity, ...] | None)
    assert_type(measures.budget_by(portfolio, "partner")[0].total, measures.Reading[Decimal])
    assert_type(measures.total_of(project, "SEK").value, measures.Amount | None)
    assert_type(measures.changes(project, project)[0].level, Level | None)
    assert_type(measures.record_of_changes(measures.changes(project, project)), tuple[measures.RecordRow, ...])


def look(project: co.Project, portfolio: co.Portfolio) -> None:
    """Views are values of one type, and a donor's layout is data."""
    view = co.views.logframe(project, layout="eu", within=portfolio)
    assert_type(view, TableView)
    assert_type(view.to_rows(), tuple[dict[str, str], ...])
    assert_type(view.to_html(style=False), str)
    assert_type(view.to_markdown(level=3), str)
    assert_type(view.grids[0].groups[0].rows[0][0], Cell | None)
    assert_type(co.views.tracking(project, at=PartialDate(2020)), TableView)
    assert_type(co.views.budget(portfolio, by=["project"], into="SEK"), TableView)
    assert_type(co.views.portfolio(portfolio), TableView)
    assert_type(co.views.record(project, project), TableView)
    assert_type(project._repr_html_(), str)  # as a notebook asks it
    assert_type(co.layouts.layout("eu"), co.layouts.Layout)
    assert_type(co.layouts.LAYOUTS["eu"].word(Level.OUTPUT).one, str)


co.views.logframe(layout="eu")  # type: ignore[call-arg]  # a logframe is of a project


def pictures(project: co.Project, portfolio: co.Portfolio, indicator: Indicator) -> None:
    """Pictures are values of three classes, and what they write is text, bytes or a plain tree."""
    assert_type(views.results_chain(project), views.Diagram)
    assert_type(views.theory_of_change(project, within=portfolio).to_mermaid(), str)
    assert_type(views.problem_tree(project).to_svg(theme="auto"), str)
    assert_type(views.work_plan(project), views.Timeline)
    assert_type(views.portfolio_timeline(portfolio).to_png(theme="dark"), bytes)
    assert_type(views.indicator_trend(indicator, project=project), views.Chart)
    assert_type(views.budget_bars(portfolio, "year", stacked=None).to_vega(), dict[str, Any])
    assert_type(views.partners_geojson(project), dict[str, Any])
    views.sdg_bars(portfolio).to_svg(theme="auto")  # type: ignore[arg-type]  # a chart has colours of one theme
