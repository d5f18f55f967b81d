"""Readiness: the counts of every stage, as a check at that stage gives them."""

from typing import Any

import pendulum
import pytest

from cooperation.diagnostics import Severity
from cooperation.errors import UnknownCodeError, UnknownProfileError
from cooperation.examples import example_text, load_example
from cooperation.formats import reads
from cooperation.model import Portfolio, Project, Stage
from cooperation.review import Readiness, readiness, readiness_text, review_text

DAY = pendulum.date(2026, 1, 1)


@pytest.mark.parametrize("name", ["vaxjo", "broken-proposal", "proposal"])
def test_the_counts_are_those_of_a_check(name: str) -> None:
    """At every stage, structural faults among the errors."""
    ready = readiness_text(example_text(name), name=name, today=DAY)

    assert list(Stage) == [row.stage for row in ready.stages]
    for row in ready.stages:
        report = review_text(example_text(name), stage=row.stage, today=DAY).report
        assert [row.infos, row.warnings, row.errors] == [report.count(severity) for severity in Severity]
        assert (len(report.passed), len(report.not_applicable)) == (row.passed, row.not_applicable)
        assert len({one.code for one in report.unknown}) == row.unjudged
    assert name == ready.name
    assert review_text(example_text(name)).report.profile == ready.profile


def test_a_text_its_document_and_its_portfolio_are_as_ready() -> None:
    """However one comes to have it."""
    text = example_text("proposal")
    document = reads(text, name="proposal.yaml")
    rows = readiness_text(text, today=DAY).stages

    assert rows == readiness(document, today=DAY).stages
    assert rows == readiness(document.portfolio, today=DAY).stages
    assert "proposal.yaml" == readiness(document, today=DAY).name


def test_a_project_alone() -> None:
    """A project is asked as a portfolio of one."""
    project = load_example("vaxjo")["energy-plan"]

    assert readiness(Portfolio(projects=(project,)), today=DAY) == readiness(project, today=DAY)
    assert Stage.SUMMARY is readiness(project).own


@pytest.mark.parametrize(
    ("stages", "own"),
    [((None,), Stage.PROPOSAL), ((Stage.FINAL, Stage.FINAL), Stage.FINAL), ((Stage.FINAL, None), None), ((), None)],
)
def test_the_stage_it_says_it_is_at(stages: tuple[Stage | None, ...], own: Stage | None) -> None:
    """One that all projects share, a proposal where they say nothing, none where they differ."""
    projects = tuple(Project(id=f"p{i}", title="P", stage=stage) for i, stage in enumerate(stages))

    assert own is readiness(Portfolio(projects=projects)).own


def test_the_question_is_passed_on() -> None:
    """Rules can be chosen, and what does not exist is refused."""
    project = load_example("vaxjo")["energy-plan"]
    row = readiness(project, select=("LOG003", "LOG004"), ignore="LOG004").at("final")

    assert 1 == row.passed + row.not_applicable + (row.errors > 0) + row.unjudged
    with pytest.raises(UnknownProfileError):
        readiness(project, profile="cor")
    with pytest.raises(UnknownCodeError):
        readiness_text("cooperation: 1", select=("ZZZ",))


def test_a_text_that_cannot_be_read() -> None:
    """Its fault is an error at every stage, and no rule was asked."""
    ready = readiness_text("a: [")

    assert {(1, 0, 0, 0)} == {(row.errors, row.warnings, row.passed, row.unjudged) for row in ready.stages}
    assert None is ready.own


def test_a_stage_that_does_not_exist() -> None:
    """The word is refused."""
    ready: Any = Readiness(name="a", stages=())

    with pytest.raises(ValueError, match="finl"):
        readiness(Portfolio()).at("finl")
    assert () == ready.stages
