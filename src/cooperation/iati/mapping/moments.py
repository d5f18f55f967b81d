"""When: days of the standard, and dates of the model that may be less precise."""

import pendulum

from cooperation.errors import InvariantError
from cooperation.iati.activity import Activity, ActivityDate
from cooperation.iati.mapping.outcome import Lack, Notes, Path
from cooperation.model import PartialDate, Period, Project

__all__ = ["bounds", "dates", "day", "only_day", "period_between", "periods_of"]

_PLANNED, _ACTUAL = ("1", "3"), ("2", "4")  # the start and the end, on the list ActivityDateType


def day(date: PartialDate | None) -> pendulum.Date | None:
    """The day that a date is; ``None`` where it is only a year or a month, which is no day."""
    return date.earliest if date is not None and date.day is not None else None


def only_day(period: Period | None) -> pendulum.Date | None:
    """The day of a period that is one day long."""
    return None if period is None or period.start != period.end else day(period.start)


def bounds(date: PartialDate | None, period: Period | None) -> tuple[pendulum.Date, pendulum.Date] | None:
    """The first and the last day a value can be about: true bounds, also of a year or a month.

    >>> bounds(PartialDate(2020, 8), None)
    (Date(2020, 8, 1), Date(2020, 8, 31))
    """
    if date is not None:
        return date.earliest, date.latest
    if period is None or period.start is None or period.end is None:
        return None
    return period.start.earliest, period.end.latest


def period_between(start: pendulum.Date | None, end: pendulum.Date | None) -> Period | None:
    """The period from one day to another.

    Raises:
        InvariantError: It ends before it starts.
    """
    if start is None and end is None:
        return None
    return Period(
        start=None if start is None else PartialDate.of(start), end=None if end is None else PartialDate.of(end)
    )


def periods_of(activity: Activity, path: Path, notes: Notes) -> tuple[Period | None, Period | None]:
    """When an activity runs, as it was planned and else as it was in fact, and when it ran in fact."""
    days: dict[str, tuple[Path, pendulum.Date]] = {}
    for i, date in enumerate(activity.activity_dates):
        here = (*path, "activity_dates", i)
        if date.type in (*_PLANNED, *_ACTUAL) and date.iso_date is not None and date.type not in days:
            days[str(date.type)] = (here, date.iso_date)
        else:
            notes.lose(here, f"{date.type} {date.iso_date}", "a project has one start and one end of a kind")
    runs: list[pendulum.Date | None] = []
    ran: list[pendulum.Date | None] = []
    for planned, actual in zip(_PLANNED, _ACTUAL, strict=True):
        plan, fact = days.get(planned), days.get(actual)
        if plan is not None and fact is not None and plan[1] == fact[1]:
            notes.lose(plan[0], plan[1], "a day that is as it was planned is told once")
        best = plan or fact
        runs.append(None if best is None else best[1])
        ran.append(None if fact is None else fact[1])
    return _between(runs, path, notes), _between(ran, path, notes)


def _between(days: list[pendulum.Date | None], path: Path, notes: Notes) -> Period | None:
    start, end = days
    try:
        return period_between(start, end)
    except InvariantError as error:
        notes.lose((*path, "activity_dates"), end, str(error))
        return period_between(start, None)


def dates(project: Project, path: Path, lacks: list[Lack]) -> tuple[ActivityDate, ...]:
    """The days on which a project begins and ends: as planned, and in fact where that is told."""
    runs = _days(project.period)
    ran = _days(project.actual)
    found = [
        ActivityDate(type=kind, iso_date=when)
        for kinds, days in ((_PLANNED, runs), (_ACTUAL, ran))
        for kind, when, other in zip(kinds, days, ran, strict=True)
        if when is not None and not (days is runs and when == other)
    ]
    if not found:
        known = (
            "nothing is said of it" if project.period is None else f"only {project.period} is known, which is no day"
        )
        message = f"the day it starts or ends, such as period: 2019-03-01/2020-02-29; {known}"
        lacks.append(Lack((*path, "period"), "activity-date", message))
    return tuple(sorted(found, key=lambda date: str(date.type)))


def _days(period: Period | None) -> tuple[pendulum.Date | None, pendulum.Date | None]:
    return (None, None) if period is None else (day(period.start), day(period.end))
