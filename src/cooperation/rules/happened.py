"""TIM: what happened before it could, and what comes in the wrong order."""

from collections.abc import Iterator
from typing import TypeAlias

from cooperation.diagnostics import Missing, Nature, Path, Severity
from cooperation.model import (
    Activity,
    AnalysisStatus,
    Funding,
    Indicator,
    PartialDate,
    ParticipantGroup,
    Participation,
    Partnership,
    Period,
    Project,
    Report,
    StageStatus,
)
from cooperation.model.answer import Answer
from cooperation.rules._context import Context
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule

__all__ = ["RULES"]

# Who hands a report in a few weeks before the year is over has no more to tell of it.
_EARLY = 31

_Told: TypeAlias = tuple[Path, str, PartialDate | None]


@rule("TIM030", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def happened_in_the_future(part: Project | Partnership | Indicator, context: Context) -> Iterator[Outcome]:
    """Something that was found, done, signed or handed in is dated on a day that is yet to come.

    Why: What lies ahead is a plan; told as a fact, it makes the project look further on than it is.
    Fix: Correct the date, or tell it where plans stand: a target instead of an actual, a stage that is planned.

    Example:
        indicators:
          - {id: wells, statement: Wells, actuals: [{value: 12, date: 2199}]}
    Source: iati-rules, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    judged = False
    this_year = context.today.year
    for path, what, date in _happened(part):
        if date is not None:
            judged = True
            if date.year >= this_year and date.earliest > context.today:
                yield Fail(f"{what} {date}, which is yet to come", at=path)
    if not judged:
        yield NOT_APPLICABLE


def _happened(part: Project | Partnership | Indicator) -> Iterator[_Told]:
    if isinstance(part, Indicator):
        # A value may be planned to be taken; only one that is there was taken.
        if part.baseline is not None and part.baseline.value is not None:
            yield ("baseline", "date"), "a baseline was taken in", part.baseline.date
        for i, actual in enumerate(part.actuals):
            if actual.value is not None:
                yield ("actuals", i, "date"), "a value was found in", actual.date
                if actual.period is not None:
                    yield ("actuals", i, "period"), "a value was found from", actual.period.start
    elif isinstance(part, Partnership):
        for i, agreement in enumerate(part.agreements):
            yield ("agreements", i, "signed"), "an agreement was signed in", agreement.signed
    else:
        if part.actual is not None:
            yield ("actual", "start"), "the project began in", part.actual.start
            yield ("actual", "end"), "the project ended in", part.actual.end
        yield from _planned_and_done(part)
        yield from _on_paper(part)


def _planned_and_done(project: Project) -> Iterator[_Told]:
    for i, analysis in enumerate(project.framing.analyses):
        if analysis.status is AnalysisStatus.DONE:
            path: Path = ("framing", "analyses", i, "date")
            yield path, f"the {analysis.kind.value} analysis was made in", analysis.date
    for i, objective in enumerate(project.logframe.objectives):
        for j, assumption in enumerate(objective.assumptions):
            path = ("logframe", "objectives", i, "assumptions", j, "reviewed")
            yield path, "an assumption was reviewed in", assumption.reviewed
    for i, activity in enumerate(project.plan.activities):
        for j, milestone in enumerate(activity.milestones):
            path = ("plan", "activities", i, "milestones", j, "reached")
            yield path, "a milestone was reached in", milestone.reached
    for i, pilot in enumerate(project.plan.pilots):
        for j, stage in enumerate(pilot.stages):
            if stage.status is StageStatus.DONE:
                yield ("plan", "pilots", i, "stages", j, "date"), f"a pilot was {stage.kind.value} in", stage.date


def _on_paper(project: Project) -> Iterator[_Told]:
    plan = project.plan
    for i, report in enumerate(plan.reports):
        yield ("plan", "reports", i, "submitted"), "a report was handed in in", report.submitted
    if plan.approval is not None:
        yield ("plan", "approval", "date"), "the project was approved in", plan.approval.date
    for i, change in enumerate(plan.changes):
        yield ("plan", "changes", i, "date"), f"{change.element!r} was changed in", change.date
    for i, source in enumerate(project.sources):
        yield ("sources", i, "read"), "a source was read in", source.read


@rule("TIM031", nature=Nature.CONTRADICTION, severity=Severity.WARNING)
def reported_before_it_was_over(report: Report, _context: Context) -> Iterator[Outcome]:
    """A report was handed in well before the time that it covers was over.

    Why: It cannot tell what had not happened yet; the date or the period is wrong.
    Fix: Correct the day it was handed in, or the period it covers.

    Example:
        reports: [{kind: yearly, period: 2020, submitted: 2020-06}]
    Source: own, a rule of consistency proposed here
    """
    last = None if report.period is None else report.period.last_day
    if report.submitted is None or report.period is None:
        yield NOT_APPLICABLE
    elif last is None or not report.period.is_placed:
        yield Unknown(Missing(("period",), "what time the report covers"))
    elif report.submitted.latest.toordinal() + _EARLY < last.toordinal():
        said = f"the report was handed in in {report.submitted}, and covers the time until {last.to_date_string()}"
        yield Fail(said, at=("submitted",))


@rule("TIM032", nature=Nature.CONTRADICTION, severity=Severity.ERROR, needs=Project, given="after")
def begins_before_what_must_come_first(activity: Activity, context: Context) -> Iterator[Outcome]:
    """An activity begins before one that must be done first is over.

    Why: Either it need not wait, or it will; the plan cannot hold both.
    Fix: Move one of the two, or remove the step from ``after``.

    Example:
        activities:
          - {id: survey, title: Survey, period: 2020-03/2020-06}
          - {id: workshop, title: Workshop, period: 2020-04, after: [survey]}
    Source: own, a rule of consistency proposed here
    """
    first = [context.work_by_id[name] for name in activity.after if name in context.work_by_id]
    if not first:
        yield NOT_APPLICABLE
        return
    start = None if activity.period is None else activity.period.start
    if start is None:
        yield Unknown(Missing(("period",), "when the activity begins"))
        return
    for i, other in first:
        end = _end(other.period)
        if end is None:
            yield Unknown(Missing(("plan", "activities", i, "period"), "when the activity is over"), of=Project)
        elif start.is_before(end) is Answer.YES:
            said = f"activity {activity.id!r} begins {start}, and {other.id!r}, which must be done first, ends {end}"
            yield Fail(said, at=("period",))


def _end(period: Period | None) -> PartialDate | None:
    if period is None or period.end is not None:
        return None if period is None else period.end
    return PartialDate.of(period.last_day) if period.is_placed and period.last_day is not None else None


@rule("TIM033", nature=Nature.CONTRADICTION, severity=Severity.ERROR, needs=Project, given="period")
def takes_part_outside_the_project(
    part: Participation | ParticipantGroup | Funding, context: Context
) -> Iterator[Outcome]:
    """Somebody takes part, or pays, in a time that has no day in common with the project.

    Why: Nothing is done in that time that one could take part in or pay for.
    Fix: Correct the period of the part, or that of the project.

    Example:
        period: 2019/2020
        partners: [{organisation: vaxjo, period: 2022}]
    Source: own, a rule of consistency proposed here
    """
    own = None if context.project is None else context.project.period
    assert part.period is not None
    if own is None:
        yield Unknown(Missing(("period",), "when the project runs"), of=Project)
    elif part.period.overlaps(own) is Answer.NO:
        yield Fail(f"{part.period} has no day in common with the project, {own}", at=("period",))
    elif not own.is_placed:
        yield Unknown(Missing(("period",), "when the project runs"), of=Project)


RULES: tuple[Rule, ...] = (
    happened_in_the_future,
    reported_before_it_was_over,
    begins_before_what_must_come_first,
    takes_part_outside_the_project,
)
