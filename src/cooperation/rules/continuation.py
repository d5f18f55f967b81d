"""CON: projects that follow one another, and reporting."""

from collections.abc import Iterator

import pendulum

from cooperation.diagnostics import Missing, Nature, Severity
from cooperation.model import (
    Continuation,
    ContinuationKind,
    Indicator,
    Length,
    Measure,
    Observation,
    Portfolio,
    Project,
    Stage,
)
from cooperation.model.answer import Answer
from cooperation.model.scale import counts_over_time
from cooperation.rules._context import Context
from cooperation.rules._graph import circle_told, circles
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule
from cooperation.rules._words import is_blank, same

__all__ = ["RULES"]


def _followed(continuation: Continuation, context: Context) -> Project | None:
    register = context.register
    if continuation.project is not None:
        return register.projects.get(continuation.project)
    if continuation.alias is None:
        return None
    found = register.called.get(continuation.alias.casefold(), ())
    return found[0] if len(found) == 1 else None


@rule("CON001", catalogue="K01", nature=Nature.OMISSION, severity=Severity.WARNING)
def predecessor_not_linked(project: Project, _context: Context) -> Iterator[Outcome]:
    """The project is a later one of a series, and names none that it follows.

    Why: What was learnt and left undone before is the best ground for what comes next, if one can find it.
    Fix: Add a continuation with the id of the earlier project, or what it is called.

    Example:
        project: {id: energy-3, title: Energy, third year, series: {number: 3}}
    Source: seed, the texts of ten municipal projects that this library starts from
    """
    number = None if project.series is None else project.series.number
    for i, continuation in enumerate(project.continuations):
        if continuation.kind is ContinuationKind.GROWS_FROM_PARTNERSHIP:
            continue
        if continuation.project is None and continuation.alias is None:
            said = f"the project {continuation.kind.value.replace('-', ' ')} something that is not named"
            yield Fail(said, at=("continuations", i))
    if project.series is None and not project.continuations:
        yield NOT_APPLICABLE
    elif project.series is not None and number is None:
        yield Unknown(Missing(("series", "number"), "which of the series it is"))
    elif number is not None and number > 1 and not project.continuations:
        yield Fail(f"the project is number {number} of a series, and follows none", at=("continuations",))


@rule("CON002", catalogue="K02", nature=Nature.CONTRADICTION, severity=Severity.ERROR, needs=Project)
def predecessor_not_earlier(continuation: Continuation, context: Context) -> Iterator[Outcome]:
    """A project follows one that did not start before it.

    Why: What builds on something comes after it; one of the dates or the direction of the tie is wrong.
    Fix: Correct the start of either project, or turn the continuation round.

    Example:
        projects:
          - {id: first, title: First, period: 2020/2021}
          - {id: second, title: Second, period: 2018/2019, continuations: [{kind: builds-on, project: first}]}
    Source: own, a rule of consistency proposed here
    """
    if continuation.project is None and continuation.alias is None:
        yield NOT_APPLICABLE
        return
    earlier = _followed(continuation, context)
    if earlier is None:
        name = "project" if continuation.project is not None else "alias"
        yield Unknown(Missing((name,), f"when {continuation.project or continuation.alias} started"))
        return
    if context.project is not None and earlier.id == context.project.id:
        # A project that follows itself is told as the circle it is.
        yield NOT_APPLICABLE
        return
    start = None if earlier.period is None else earlier.period.start
    if start is None:
        where = list(context.register.projects).index(earlier.id)
        yield Unknown(Missing(("projects", where, "period"), "when the project starts"), of=Portfolio)
    if context.start is None:
        yield Unknown(Missing(("period",), "when the project starts"), of=Project)
    if start is None or context.start is None:
        return
    answer = start.is_before(context.start)
    if answer is Answer.NO:
        yield Fail(f"it follows {earlier.id!r}, which started in {start}, and itself starts in {context.start}")
    elif answer is Answer.UNKNOWN:
        yield Unknown(Missing(("period", "start"), "a more exact start"), of=Project)


@rule("CON030", nature=Nature.CONTRADICTION, severity=Severity.ERROR, needs=Project)
def number_contradicts_the_predecessor(continuation: Continuation, context: Context) -> Iterator[Outcome]:
    """A project of a series follows one of the same series that has its number or a higher one.

    Why: The third year comes after the second; one of the numbers or the direction of the tie is wrong.
    Fix: Correct the number of either project, or turn the continuation round.

    Example:
        projects:
          - {id: second, title: Second year, series: {name: Energy, number: 2}}
          - id: third
            title: Third year
            series: {name: Energy, number: 2}
            continuations: [{kind: continues, project: second}]
    Source: own, a rule of consistency proposed here
    """
    own = None if context.project is None else context.project.series
    earlier = _followed(continuation, context)
    other = None if earlier is None else earlier.series
    if own is None or other is None or earlier is None or own.number is None or other.number is None:
        yield NOT_APPLICABLE
    elif context.project is not None and earlier.id == context.project.id:
        # A project that follows itself is told as the circle it is.
        yield NOT_APPLICABLE
    elif other.number < own.number:
        return
    elif own.name is None or other.name is None:
        yield Unknown(Missing(("series", "name"), "whether both are of one series"), of=Project)
    elif same(own.name, other.name):
        yield Fail(
            f"it is number {own.number} of its series, and follows {earlier.id!r}, which is number {other.number}"
        )
    else:
        yield NOT_APPLICABLE


@rule("CON006", catalogue="K02", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def projects_in_a_circle(portfolio: Portfolio, context: Context) -> Iterator[Outcome]:
    """Projects follow one another in a circle.

    Why: One of them was first.
    Fix: Remove the continuation that points to a later project.

    Example:
        projects:
          - {id: first, title: First, continuations: [{kind: continues, project: second}]}
          - {id: second, title: Second, continuations: [{kind: continues, project: first}]}
    Source: own, a rule of consistency proposed here
    """
    ties = [(i, p, p.continuations) for i, p in enumerate(portfolio.projects) if p.continuations]
    if not ties:
        yield NOT_APPLICABLE
        return
    steps: dict[str, tuple[str, ...]] = {}
    for _, project, continuations in ties:
        followed = (_followed(continuation, context) for continuation in continuations)
        steps[project.id] = tuple(earlier.id for earlier in followed if earlier is not None)
    places = {project.id: i for i, project, _ in ties}
    for circle in circles(steps):
        first = min(circle, key=places.__getitem__)
        said = f"projects follow one another in a circle: {circle_told(circle, first)}"
        yield Fail(said, at=("projects", places[first], "continuations"))


@rule("CON003", catalogue="K03", nature=Nature.OMISSION, severity=Severity.ERROR, since=Stage.PROGRESS, by_profile=True)
def report_without_values(indicator: Indicator, context: Context) -> Iterator[Outcome]:
    """A report gives no dated current value of an indicator, or the final one no baseline.

    Why: A report tells how far things have come; without from where and to where it tells nothing.
    Fix: Add what was found, with its date, to ``actuals``; in the final report see that the baseline is there, too.

    Example:
        stage: progress
        indicators:
          - {id: families, statement: Families with a tap, baseline: {value: 120, date: 2018}}
    Source: eu-ad, EU action documents C(2022)9745 and C(2024)8370, annexes, section 3.6
        (text copies at https://huggingface.co/datasets/LLMDH/other2);
        eu-annexc, https://www.scribd.com/document/324107308/Annex-C-Logical-Framework
    """
    is_final = context.stage is Stage.FINAL
    word = "final" if is_final else "current"
    told = [(i, o) for i, o in enumerate(indicator.actuals) if _is_told(o, indicator)]
    if not told:
        yield Fail(f"indicator {indicator.id!r} has no {word} value", at=("actuals",))
    elif all(o.due is None and not counts_over_time(o) for _, o in told):
        yield Fail(f"the {word} value of {indicator.id!r} has no date", at=("actuals", told[0][0], "date"))
    # A baseline that is missing where it is a number or a description is found by the rules about those.
    if is_final and indicator.measure in _WITHOUT_A_RULE and not _is_told(indicator.baseline, indicator):
        yield Fail(f"indicator {indicator.id!r} has no baseline in the final report", at=("baseline",))


_WITHOUT_A_RULE = (None, Measure.NOMINAL, Measure.ORDINAL)


def _is_told(observation: Observation | None, indicator: Indicator) -> bool:
    """Whether there is a value, or a description where no number is wanted."""
    if observation is None or observation.value is not None:
        return observation is not None
    in_numbers = indicator.measure is not None and indicator.measure.is_quantitative
    return not in_numbers and not is_blank(observation.comment)


@rule("CON004", catalogue="K04", nature=Nature.OMISSION, severity=Severity.WARNING, since=Stage.PROGRESS)
def year_not_reported(project: Project, context: Context) -> Iterator[Outcome]:
    """A year of the project is over, and no report covers it.

    Why: What is not reported while it is fresh is reconstructed later, or never paid.
    Fix: Add the report with the period it covers.

    Example:
        period: 2019/2021
        plan: {reports: [{kind: yearly, period: 2019}]}
    Source: icld-report, https://icld.se/en/municipal-partnership/how-to-report/
    """
    if context.period is None or context.period.first_day is None or context.period.last_day is None:
        yield Unknown(Missing(("period",), "when the project runs"))
        return
    over = [end for end in _years(context.period.first_day, context.period.last_day) if end < context.today]
    if not over:
        yield NOT_APPLICABLE
    reports = project.plan.reports
    undated = [i for i, report in enumerate(reports) if report.period is None]
    for number, end in enumerate(over, start=1):
        answers = [report.period.covers(end) for report in reports if report.period is not None]
        if Answer.YES in answers:
            continue
        if undated or Answer.UNKNOWN in answers:
            vague = [i for i, r in enumerate(reports) if r.period is None or r.period.covers(end) is Answer.UNKNOWN]
            yield Unknown(*(Missing(("plan", "reports", i, "period"), "what time the report covers") for i in vague))
        else:
            yield Fail(f"year {number}, which ended {end.to_date_string()}, is not reported", at=("plan", "reports"))


def _years(first: pendulum.Date, last: pendulum.Date) -> Iterator[pendulum.Date]:
    """The last days of each year of the project, counted from its start; a broken year at the end is one too."""
    for number in range(1, last.year - first.year + 2):
        end = Length(years=number).after(first)
        yield min(end, last)
        if end >= last:
            return


RULES: tuple[Rule, ...] = (
    predecessor_not_linked,
    predecessor_not_earlier,
    number_contradicts_the_predecessor,
    report_without_values,
    year_not_reported,
    projects_in_a_circle,
)
