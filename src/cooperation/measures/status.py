"""Where work and results stand, each on a scale of its own, by thresholds that are data."""

import enum
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType

from attrs import field, frozen

from cooperation.errors import InvariantError
from cooperation.measures._progress import aim_due, final_target, progress
from cooperation.measures.observed import Day, last_day
from cooperation.measures.reading import NoAnswerError, Reading, answered, spoken, value_of
from cooperation.model import Activity, Direction, Indicator, Milestone, Observation, PartialDate, Period, WorkStatus

__all__ = [
    "DEFAULT",
    "THRESHOLDS",
    "Light",
    "ResultState",
    "Thresholds",
    "WorkState",
    "light",
    "result_state",
    "thresholds_of",
    "work_state",
]


class WorkState(enum.Enum):
    """How the work goes, apart from what it achieves; the scale of Miradi."""

    PLANNED = "planned"
    MAJOR_ISSUES = "major-issues"
    MINOR_ISSUES = "minor-issues"
    ON_TRACK = "on-track"
    COMPLETED = "completed"
    ABANDONED = "abandoned"


class ResultState(enum.Enum):
    """What was achieved, apart from how the work goes; the scale of Miradi without what only people can judge."""

    NOT_YET = "not-yet"
    NOT_ACHIEVED = "not-achieved"
    MINOR_ISSUES = "minor-issues"
    ON_TRACK = "on-track"
    ACHIEVED = "achieved"


class Light(enum.Enum):
    """A traffic light; what is not judged has none."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


@frozen(kw_only=True)
class Thresholds:
    """From where on something is on track, has minor issues, or major ones.

    Attributes:
        name: What they are called.
        on_track: The least progress towards what was due that is on track.
        minor: The least progress that is a minor issue; below it the result is not achieved.
        days_late: From how many days of delay on an activity has minor issues.
        days_very_late: From how many days on they are major.
        source: Where they come from.

    Raises:
        InvariantError: They are not in order.

    >>> Thresholds(name="ours", on_track=Fraction(9, 10), minor=Fraction(1, 2), source="Our programme's guide").minor
    Fraction(1, 2)

    """

    name: str
    on_track: Fraction
    minor: Fraction
    days_late: int = field(default=1)
    days_very_late: int = 90
    source: str

    def __attrs_post_init__(self) -> None:
        if self.minor > self.on_track:
            raise InvariantError(f"minor issues from {spoken(self.minor)}, on track from {spoken(self.on_track)} on")
        if not 0 < self.days_late <= self.days_very_late:
            raise InvariantError(f"late from {self.days_late} days on, very late from {self.days_very_late}")


_DAYS = "Delays are this library's own: a day is late, and a quarter of a year very late, since a report would tell it."

DEFAULT = Thresholds(
    name="default",
    on_track=Fraction(85, 100),
    minor=Fraction(1, 2),
    source=f"On track as in TolaData; half of what was due is this library's own. {_DAYS}",
)
"""The thresholds where nobody gives others."""

THRESHOLDS: Mapping[str, Thresholds] = MappingProxyType(
    {
        held.name: held
        for held in (
            DEFAULT,
            Thresholds(
                name="toladata",
                on_track=Fraction(85, 100),
                minor=Fraction(85, 100),
                source=(
                    "TolaData 7ca89ab1e, indicators/queries/utils.py, ONSCOPE_MARGIN: within 15 per cent of the target,"
                    f" or behind. It measures the share of the target, and knows no minor issues. {_DAYS}"
                ),
            ),
            Thresholds(
                name="ndp",
                on_track=Fraction(1, 2),
                minor=Fraction(0),
                source=f"DHIS2's NDP results framework (abyot/ndp-results-framework): on track 50 to 100. {_DAYS}",
            ),
            Thresholds(
                name="ndp-strict",
                on_track=Fraction(1),
                minor=Fraction(3, 4),
                source=(f"The older scale of DHIS2's NDP results framework: at least 100, 75 to 99, below 75. {_DAYS}"),
            ),
        )
    }
)
"""Thresholds that other systems use, by their names."""


def thresholds_of(profile: str | None) -> Thresholds:
    """The thresholds of a profile of rules; the default for one that has none of its own.

    No donor's profile publishes thresholds that we could read, so today each has the default.

    >>> thresholds_of("icld").name, thresholds_of("ndp").name
    ('default', 'ndp')
    """
    return THRESHOLDS.get(profile or "", DEFAULT)


@answered
def result_state(indicator: Indicator, at: Day, thresholds: Thresholds = DEFAULT) -> Reading[ResultState]:
    """What an indicator's results are by a date, measured against what was due by then.

    A target that is reached is achieved, however early.
    Before anything is due nothing can be late: *not yet*.
    Whether a result is still wanted, no number can say, so Miradi's "no longer relevant" is not among the answers.

    Args:
        indicator: The indicator, of one place, partner and population.
        at: The date; a year or a month stands for its last day.
        thresholds: From where on it is on track.

    >>> from decimal import Decimal
    >>> from cooperation.model import Number, OverTime, PartialDate
    >>> def told(n, year): return Observation(value=Number(Decimal(n)), date=PartialDate(year))
    >>> read = Indicator(id="r", statement="Readers", over_time=OverTime.LEVEL, baseline=told(100, 2018),
    ...                  milestones=(told(150, 2019),), targets=(told(200, 2020),), actuals=(told(140, 2019),))
    >>> print(result_state(read, PartialDate(2019)))
    minor-issues (0.8 of the way to what was due on 2019-12-31)
    """
    final = final_target(indicator)
    due = aim_due(indicator, at)
    if final.value is not None:
        whole = progress(indicator, at)
        over = due.value is not None and due.value is final.value
        # To keep a level to the end is achieved at the end, and on track before.
        if whole.value is not None and whole.value >= 1 and (over or indicator.direction is not Direction.MAINTAIN):
            return Reading(ResultState.ACHIEVED, whole.n, whole.unknown, whole.note)
    if due.value is None:
        if due.unknown or due.n or not (indicator.targets or indicator.milestones):
            raise NoAnswerError(str(due.note or final.note), due.code or final.code, unknown=due.unknown)
        return Reading(ResultState.NOT_YET, len(indicator.targets) + len(indicator.milestones), 0, due.note)
    come = progress(indicator, at, towards=due.value)
    value = value_of(come)
    if value >= thresholds.on_track:
        found = ResultState.ON_TRACK
    else:
        found = ResultState.MINOR_ISSUES if value >= thresholds.minor else ResultState.NOT_ACHIEVED
    told = come.note if indicator.direction is Direction.MAINTAIN else _way(value, due.value)
    return Reading(found, come.n, come.unknown, told)


def _way(value: Fraction, aim: Observation) -> str:
    return f"{spoken(value)} of the way to what was due {'on' if aim.date or aim.period else 'by'} {_when(aim)}"


def _when(aim: Observation) -> str:
    held = aim.due
    return "then" if held is None else held.latest.isoformat()


@answered
def work_state(activity: Activity, at: Day, thresholds: Thresholds = DEFAULT) -> Reading[WorkState]:
    """How an activity goes by a date, from its plan and from what was done.

    A status that its author gave counts; without one, dates do.
    An activity that should have begun or ended, and of which nobody said that it did, is late by the days since,
    counted from the last day on which it could have begun or ended. So it is by a milestone that should have been
    reached; one that was reached shows that the work has begun. A milestone whose time is told by another date than
    the calendar's plays no part.

    Args:
        activity: The activity.
        at: The date; a year or a month stands for its last day.
        thresholds: From how many days on it is late.

    >>> from cooperation.model import PartialDate
    >>> spring = Period(start=PartialDate(2019, 5), end=PartialDate(2019, 6))
    >>> visit = Activity(id="visit", title="Study visit", period=spring)
    >>> print(work_state(visit, PartialDate(2019, 4, 1)))
    planned
    >>> print(work_state(visit, PartialDate(2019, 7, 10)))
    minor-issues (40 days late)
    >>> from attrs import evolve
    >>> programme = Milestone(title="The programme is agreed", due=PartialDate(2019, 4, 20))
    >>> print(work_state(evolve(visit, milestones=(programme,)), PartialDate(2019, 5, 1)))
    minor-issues (11 days late: The programme is agreed)
    """
    if activity.status is WorkStatus.CANCELLED:
        return Reading(WorkState.ABANDONED, 1)
    today = last_day(at)
    ended = _edge(activity.actual, end=True)
    if activity.status is WorkStatus.COMPLETED or (ended is not None and ended <= today):
        return Reading(WorkState.COMPLETED, 1)
    begun = activity.status in (WorkStatus.ONGOING, WorkStatus.DELAYED) or _begun(activity, today)
    late, what = _days_late(activity, today, begun=begun)
    if late is None and activity.status is not WorkStatus.DELAYED:
        raise NoAnswerError("nobody said when it was to be done", unknown=1)
    if late is not None and late >= thresholds.days_very_late:
        found = WorkState.MAJOR_ISSUES
    elif activity.status is WorkStatus.DELAYED or (late is not None and late >= thresholds.days_late):
        found = WorkState.MINOR_ISSUES
    else:
        found = WorkState.ON_TRACK if begun else WorkState.PLANNED
    note = None if not late else f"{late} day{'' if late == 1 else 's'} late{'' if what is None else f': {what}'}"
    return Reading(found, 1, int(late is None), note)


def _begun(activity: Activity, today: int) -> bool:
    start = None if activity.actual is None else activity.actual.first_day
    if start is not None and start.toordinal() <= today:
        return True
    return any(_is_reached(one, today) for one in activity.milestones)


def _days_late(activity: Activity, today: int, *, begun: bool) -> tuple[int | None, str | None]:
    """The days since it should have ended, have begun or have reached a milestone, and which milestone that is.

    No number where the plan does not say when it was to be.
    """
    start, end = _edge(activity.period, end=False), _edge(activity.period, end=True)
    due = [(one, one.due.latest.toordinal()) for one in activity.milestones if isinstance(one.due, PartialDate)]
    if start is None and end is None and not due:
        return None, None
    behind: list[tuple[int, str | None]] = [(0, None)]
    if end is not None:
        behind.append((today - end, None))
    if not begun and start is not None:
        behind.append((today - start, None))
    behind += [(today - day, str(one.title)) for one, day in due if not _is_reached(one, today)]
    return max(behind, key=lambda pair: pair[0])


def _is_reached(milestone: Milestone, today: int) -> bool:
    return milestone.reached is not None and milestone.reached.latest.toordinal() <= today


def _edge(period: Period | None, *, end: bool) -> int | None:
    """The last day it can begin or end, as an ordinal."""
    if period is None:
        return None
    if end:
        if period.end is None and (period.start is None or period.length is None):
            return None
        return None if period.last_day is None else period.last_day.toordinal()
    return None if period.start is None else period.start.latest.toordinal()


_LIGHTS = {
    WorkState.MAJOR_ISSUES: Light.RED,
    WorkState.MINOR_ISSUES: Light.AMBER,
    WorkState.ON_TRACK: Light.GREEN,
    WorkState.COMPLETED: Light.GREEN,
    ResultState.NOT_ACHIEVED: Light.RED,
    ResultState.MINOR_ISSUES: Light.AMBER,
    ResultState.ON_TRACK: Light.GREEN,
    ResultState.ACHIEVED: Light.GREEN,
}


def light(state: Reading[WorkState] | Reading[ResultState]) -> Light | None:
    """The traffic light of a state; ``None`` for what is unknown, not due yet, only planned or abandoned.

    >>> light(Reading(WorkState.ON_TRACK)), light(Reading(ResultState.NOT_YET))
    (<Light.GREEN: 'green'>, None)
    """
    return None if state.value is None else _LIGHTS.get(state.value)
