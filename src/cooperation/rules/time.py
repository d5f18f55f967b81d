"""TIM: lengths, years and dates."""

from collections.abc import Iterator

from cooperation.diagnostics import Missing, Nature, Path, Severity
from cooperation.model import Activity, PartialDate, Period, Project
from cooperation.model.answer import Answer
from cooperation.rules._context import Context
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule

__all__ = ["RULES"]

# Whoever writes "two years" and ends on the first of March instead of the last of February means two years.
_DAYS_OF_GRACE = 3


@rule("TIM001", catalogue="A01", nature=Nature.CONTRADICTION, severity=Severity.ERROR, given="length")
def length_contradicts_the_years(period: Period, _context: Context) -> Iterator[Outcome]:
    """A stated length is not the length from start to end.

    Why: One of the three is wrong, and every plan and budget drawn from them differs with the choice.
    Fix: Correct the length, the start or the end; both the first and the last year, month or day count.

    Example:
        period: {start: 2019, end: 2021, length: P2Y}
    Source: seed, the texts of ten municipal projects that this library starts from
    """
    assert period.length is not None
    if (period.start is None) is not (period.end is None):
        yield NOT_APPLICABLE
    elif period.start is None or period.end is None:
        yield Unknown(Missing(("start",), "the start"), Missing(("end",), "the end"))
    else:
        expected = period.length.after(period.start.earliest)
        off = abs(expected.toordinal() - period.end.latest.toordinal())
        if off > _DAYS_OF_GRACE:
            months = period.in_months
            spanned = f"{months} months" if months else f"{_span(period.start, period.end)} days"
            yield Fail(f"{period.start} to {period.end} is {spanned}, not {period.length}", at=("length",))


def _span(start: PartialDate, end: PartialDate) -> int:
    return end.latest.toordinal() - start.earliest.toordinal() + 1


@rule("TIM002", catalogue="A02", nature=Nature.CONTRADICTION, severity=Severity.ERROR, needs=Project)
def activity_outside_the_project(activity: Activity, context: Context) -> Iterator[Outcome]:
    """An activity starts before the project or ends after it.

    Why: Work outside the project's time has no money and no mandate.
    Fix: Move the activity, or correct the project's period.

    Example:
        period: 2019/2020
        plan: {activities: [{id: workshop, title: Workshop, period: 2021-02}]}
    Source: own, a rule of consistency proposed here
    """
    dates = [*_edges("period", activity.period), *_edges("actual", activity.actual)]
    if not dates:
        yield NOT_APPLICABLE if activity.period is None else Unknown(Missing(("period", "start"), "when it is"))
        return
    if context.period is None:
        yield Unknown(Missing(("period",), "when the project runs"), of=Project)
        return
    told: PartialDate | None = None
    for path, date in dates:
        if date == told:
            continue
        told = date
        inside = context.covers(date)
        if inside is Answer.NO:
            after = context.period.last_day is not None and date.earliest > context.period.last_day
            edge = (
                f"after the project ends in {context.end}" if after else f"before the project starts in {context.start}"
            )
            yield Fail(f"activity {activity.id!r} {path[1]}s {date}, {edge}", at=path)
        elif inside is Answer.UNKNOWN:
            yield Unknown(Missing(path, "a more exact date"))


def _edges(name: str, period: Period | None) -> Iterator[tuple[Path, PartialDate]]:
    if period is not None and period.start is not None:
        yield (name, "start"), period.start
    if period is not None and period.end is not None:
        yield (name, "end"), period.end


@rule("TIM006", catalogue="A06", nature=Nature.CONTRADICTION, severity=Severity.ERROR, given="actual")
def actual_date_in_the_future(activity: Activity, context: Context) -> Iterator[Outcome]:
    """An activity is said to have taken place on a day that is yet to come.

    Why: What lies ahead is a plan; recorded as done, it makes the project look further on than it is.
    Fix: Move the date to ``period``, or correct it.

    Example:
        activities:
          - {id: workshop, title: Workshop, actual: 2199-03}
    Source: iati-rules, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    assert activity.actual is not None
    for edge, date in (("start", activity.actual.start), ("end", activity.actual.end)):
        if date is not None and date.earliest > context.today:
            yield Fail(
                f"activity {activity.id!r} has an actual {edge} of {date}, which is yet to come", at=("actual", edge)
            )
            return


@rule("TIM007", catalogue="A07", nature=Nature.OMISSION, severity=Severity.ERROR, by_profile=True)
def no_start_of_any_kind(project: Project, context: Context) -> Iterator[Outcome]:
    """The project has no start, neither a planned one nor that of any work that was done.

    Why: What is published as one activity, the whole project, must say when it started or is to start.
    Fix: Give the start in ``period``, if only the year.

    Example:
        project: {id: energy, title: Energy, period: P2Y}
    Source: iati-rules, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    planned = context.start is not None or (project.period is not None and project.period.start is not None)
    if not planned and not any(a.actual is not None and a.actual.start is not None for a in project.plan.activities):
        yield Fail("the project has no start of any kind", at=("period",))


RULES: tuple[Rule, ...] = (
    length_contradicts_the_years,
    activity_outside_the_project,
    actual_date_in_the_future,
    no_start_of_any_kind,
)
