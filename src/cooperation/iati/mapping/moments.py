"""When: days of the standard, and dates of the model that may be less precise; how far a project has come."""

import pendulum

from cooperation.errors import InvariantError
from cooperation.iati.activity import Activity, ActivityDate
from cooperation.iati.mapping.outcome import Lack, Notes, Path
from cooperation.model import PartialDate, Period, Project, ProjectStatus

__all__ = ["bounds", "dates", "day", "only_day", "period_between", "period_of"]

_STARTS, _ENDS = ("2", "1"), ("4", "3")  # what was, before what was planned
_BEHIND = {
    ProjectStatus.RUNNING: ("2", "3"),
    ProjectStatus.ENDED: ("2", "4"),
}


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


def period_of(activity: Activity, path: Path, notes: Notes) -> Period | None:
    """When an activity runs: as it was in fact where that is said, else as planned."""
    days: dict[str, tuple[Path, pendulum.Date]] = {}
    for i, date in enumerate(activity.activity_dates):
        here = (*path, "activity_dates", i)
        if date.type in (*_STARTS, *_ENDS) and date.iso_date is not None and date.type not in days:
            days[str(date.type)] = (here, date.iso_date)
        else:
            notes.lose(here, date.iso_date or date.type, "a project has one start and one end")
    found: list[pendulum.Date | None] = []
    for kinds in (_STARTS, _ENDS):
        said = [days[kind] for kind in kinds if kind in days]
        found.append(said[0][1] if said else None)
        for here, other in said[1:]:
            if other != found[-1]:
                notes.lose(here, other, "what was planned gives way to what was in fact")
    try:
        return period_between(*found)
    except InvariantError as error:
        notes.lose((*path, "activity_dates"), found[1], str(error))
        return period_between(found[0], None)


def dates(project: Project, path: Path, lacks: list[Lack]) -> tuple[ActivityDate, ...]:
    """The days on which a project begins and ends: in fact where its status says so, else as planned."""
    period = project.period
    kinds = ("1", "3") if project.status is None else _BEHIND.get(project.status, ("1", "3"))
    start, end = (None, None) if period is None else (day(period.start), day(period.end))
    if start is None and end is None:
        known = "nothing is said of it" if period is None else f"only {period} is known"
        lacks.append(Lack((*path, "period"), "activity-date", f"the day it starts or ends: {known}"))
    return tuple(
        ActivityDate(type=kind, iso_date=found)
        for kind, found in zip(kinds, (start, end), strict=True)
        if found is not None
    )
