"""How far a document is from each stage: counts, and never one score."""

from collections.abc import Callable, Iterable
from typing import Any

import pendulum
from attrs import evolve, frozen

from cooperation.diagnostics import Report, Severity
from cooperation.formats import Document
from cooperation.model import Portfolio, Project, Stage
from cooperation.review.checking import Review, review_document, review_text
from cooperation.review.question import Question
from cooperation.rules import Profile

__all__ = ["Readiness", "StageCounts", "readiness", "readiness_text"]


@frozen(kw_only=True)
class StageCounts:
    """What is said of a document when it is asked as one stage.

    Attributes:
        stage: The stage.
        errors: How many findings are errors; structural faults are, at every stage.
        warnings: How many findings are warnings.
        infos: How many findings are infos.
        passed: How many rules judged all they looked at and found nothing.
        not_applicable: How many rules found nothing to judge.
        unjudged: How many rules could not judge something, because an input is missing.

    """

    stage: Stage
    errors: int
    warnings: int
    infos: int
    passed: int
    not_applicable: int
    unjudged: int

    @classmethod
    def of(cls, stage: Stage, report: Report) -> "StageCounts":
        """The counts of a report at a stage."""
        return cls(
            stage=stage,
            errors=report.count(Severity.ERROR),
            warnings=report.count(Severity.WARNING),
            infos=report.count(Severity.INFO),
            passed=len(report.passed),
            not_applicable=len(report.not_applicable),
            unjudged=len({unjudged.code for unjudged in report.unknown}),
        )


@frozen(kw_only=True)
class Readiness:
    """How far a document is from each stage.

    Attributes:
        name: The document's name.
        stages: The counts of each stage, from the summary on.
        own: The stage that the document says it is at, if all its projects say one; a proposal where they say nothing.
        profile: The profile that was asked for, if it is one for all its projects.

    """

    name: str
    stages: tuple[StageCounts, ...]
    own: Stage | None = None
    profile: str | None = None

    def at(self, stage: Stage | str) -> StageCounts:
        """The counts of one stage."""
        return next(counts for counts in self.stages if counts.stage is Stage(stage))


def readiness(
    x: Document | Portfolio | Project,
    *,
    profile: str | Profile | None = None,
    today: pendulum.Date | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> Readiness:
    """Ask a document as every stage in turn, and count what is said.

    Args:
        x: A document, a portfolio, or a project alone.
        profile: The profile that selects the rules, or its name; else the one that each project's programme names.
        today: The day on which is asked.
        select: Codes of rules, or the letters of families, that are asked; all where nothing is said.
        ignore: Codes of rules, or the letters of families, that are not asked.

    Raises:
        UnknownProfileError: There is no such profile.
        ProfileError: The profile names a rule that there is not.
        UnknownCodeError: What is to be selected or ignored is neither a rule nor a family.

    >>> from cooperation.model import Portfolio, Project
    >>> bare = readiness(Portfolio(projects=(Project(id="a", title="A"),), language="en"))
    >>> bare.own.value, bare.at("summary").errors, bare.at("proposal").errors > 0
    ('proposal', 0, True)
    """
    portfolio = Portfolio(projects=(x,)) if isinstance(x, Project) else x
    document = Document(portfolio=portfolio) if isinstance(portfolio, Portfolio) else portfolio
    question = Question(profile=profile, today=today, select=select, ignore=ignore)
    return asked_as_each(lambda stage: review_document(document, **_arguments(question, stage)))


def readiness_text(
    text: str | bytes,
    format: str = "yaml",  # noqa: A002  # as reviews call it
    *,
    name: str = "<text>",
    profile: str | Profile | None = None,
    today: pendulum.Date | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    lenient: bool = False,
) -> Readiness:
    """The same for a text, whatever is wrong with it; a structural fault is an error at every stage.

    Args are those of ``readiness`` and of ``review_text``.

    Raises:
        UnknownFormatError: No format of that name is installed.
        UnknownProfileError: There is no such profile.
        ProfileError: The profile names a rule that there is not.
        UnknownCodeError: What is to be selected or ignored is neither a rule nor a family.

    """
    question = Question(profile=profile, today=today, select=select, ignore=ignore, lenient=lenient)
    return asked_as_each(
        lambda stage: review_text(text, format, name=name, **_arguments(question, stage), lenient=lenient)
    )


def asked_as_each(ask: Callable[[Stage], Review]) -> Readiness:
    """The readiness of a document that can be asked as a stage."""
    reviews = {stage: ask(stage) for stage in Stage}
    last = reviews[Stage.FINAL]
    projects = () if last.document is None else last.document.portfolio.projects
    own = {project.stage or Stage.PROPOSAL for project in projects}
    return Readiness(
        name=last.name,
        stages=tuple(StageCounts.of(stage, review.report) for stage, review in reviews.items()),
        own=own.pop() if len(own) == 1 else None,
        profile=last.report.profile,
    )


def _arguments(question: Question, stage: Stage) -> dict[str, Any]:
    asked = evolve(question, stage=stage)
    return {name: getattr(asked, name) for name in ("stage", "profile", "today", "select", "ignore")}
