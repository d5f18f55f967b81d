"""The work plan of a project and the projects of a portfolio, along time."""

from collections.abc import Container, Iterator, Sequence

from attrs import evolve

from cooperation import measures
from cooperation.model import (
    Activity,
    Milestone,
    Organisation,
    PartialDate,
    Period,
    Portfolio,
    Project,
)
from cooperation.views.pictures.timeline import Bar, Point, Tie, Timeline, TimeRow, bar_of
from cooperation.views.telling import Teller, some, word

__all__ = ["portfolio_timeline", "work_plan"]

_DAYS_IN_A_YEAR = 365


def work_plan(project: Project, *, within: Portfolio | None = None, language: str | None = None) -> Timeline:
    """The activities along time: who is responsible, what took place when, what comes after what, and the milestones.

    Activities of which only the length is known are as long as that and have no place; those of which nothing is known
    stand last, under "when is not known".

    Args:
        project: The project.
        within: The portfolio that knows the names in the project.
        language: The language of its texts, where they have it.

    >>> import cooperation as co
    >>> plan = work_plan(co.load_example("proposal").projects[0])
    >>> plan.rows[0].when, plan.rows[0].facts
    ('2019-02', ('by JB Marks Local Municipality',))
    """
    teller = Teller.of(project, within=within, language=language)
    activities = project.plan.activities
    rows = [_activity(one, teller) for one in activities]
    # Rows may be equal, and what follows what is told of their numbers.
    order = sorted(range(len(rows)), key=lambda number: not rows[number].is_placed)
    unplaced = sum(not row.is_placed for row in rows)
    places = {activities[number].id: at for at, number in reversed(list(enumerate(order)))}
    ties = tuple(
        Tie(places[earlier], at, "comes after")
        for at, number in enumerate(order)
        for earlier in dict.fromkeys(activities[number].after)
        if earlier in places
    )
    follow = f", and of which {some(len({tie.later for tie in ties}), 'follows', 'follow')} others" if ties else ""
    return Timeline(
        title=f"{teller.text(project.title)}: work plan",
        description=f"A timeline of {some(len(rows), 'activity', 'activities')}"
        f", of which {some(unplaced, 'has', 'have')} no known place in time{follow}.",
        rows=tuple(rows[number] for number in order),
        ties=ties,
        notes=(*_undrawn(activities, places, teller),),
    )


def _undrawn(activities: Sequence[Activity], places: Container[str], teller: Teller) -> Iterator[str]:
    """What has no place in the picture: milestones that no date of the calendar tells, and what nobody planned."""
    for one in activities:
        for point in one.milestones:
            if not isinstance(point.reached or point.due, PartialDate):
                yield f"{teller.text(one.title)}: {teller.text(point.title)}, {_due(point)}."
    for one in activities:
        for earlier in one.after:
            if earlier not in places:
                yield f"{teller.text(one.title)} comes after {earlier}, which is not in the plan."


def _due(point: Milestone) -> str:
    return "when is not known" if point.due is None else f"due {point.due}, a date told by another"


def _in_order(rows: list[TimeRow]) -> tuple[list[TimeRow], list[TimeRow]]:
    return [row for row in rows if row.is_placed], [row for row in rows if not row.is_placed]


def _activity(one: Activity, teller: Teller) -> TimeRow:
    bars: list[Bar] = [] if one.period is None else list(bar_of(one.period))
    bars += [] if one.actual is None else bar_of(one.actual, found=True)
    when = teller.period(one.period)
    if one.actual is not None:
        when += f"; took place {teller.period(one.actual)}"
    facts = [] if one.responsible is None else [f"by {teller.organisation(one.responsible)}"]
    facts += [] if one.status is None else [word(one.status)]
    return TimeRow(
        text=teller.text(one.title) or "not worded yet",
        facts=tuple(facts) or ("who is responsible is unknown",),
        when=when,
        bars=tuple(bars),
        length=_length(one.period),
        points=tuple(_points(one, teller)),
    )


def _points(one: Activity, teller: Teller) -> Iterator[Point]:
    for point in one.milestones:
        day = point.reached or point.due
        if isinstance(day, PartialDate):
            yield Point(day, teller.text(point.title), reached=point.reached is not None)


def _length(period: Period | None) -> int | None:
    """About how many days a length has; for drawing it only."""
    if period is None or period.length is None:
        return None
    length = period.length
    return length.years * _DAYS_IN_A_YEAR + length.months * _DAYS_IN_A_YEAR // 12 + length.days


def portfolio_timeline(portfolio: Portfolio, *, language: str | None = None) -> Timeline:
    """The projects along time, which of them follow which, and what became of the organisations in that time.

    Args:
        portfolio: The portfolio.
        language: The language of its texts, where they have it.

    >>> import cooperation as co
    >>> timeline = portfolio_timeline(co.load_example("vaxjo"))
    >>> [timeline.rows[tie.later].text for tie in timeline.ties]
    ['Sustainability education in preschool/primary school']
    """
    teller = Teller.of(portfolio, language=language)
    projects = [(project, _project(project, teller)) for project in portfolio]
    projects.sort(
        key=lambda pair: (not pair[1].is_placed, min((bar.start for bar in pair[1].bars), default=None) or _NEVER)
    )
    events = [row for one in _organisations(portfolio) if (row := _organisation(one, teller)) is not None]
    placed, unplaced = _in_order(events)
    first = [row for _, row in projects if row.is_placed]
    last = [row for _, row in projects if not row.is_placed]
    rows = (*first, *placed, *last, *unplaced)
    numbers = {project.id: rows.index(row) for project, row in projects}
    ties = tuple(
        Tie(numbers[earlier.id], numbers[project.id], "follows")
        for project in portfolio
        for earlier in portfolio.predecessors(project.id)
    )
    chains = measures.continuity(portfolio)
    notes = [f"{some(chains.unknown, 'project')} said to be followed: not in the portfolio."] if chains.unknown else []
    return Timeline(
        title="The projects over the years",
        description=f"A timeline of {some(len(projects), 'project')}, of which {len(last)} have no known place in time,"
        f" and of {some(len(events), 'organisation')} that changed.",
        rows=rows,
        ties=ties,
        notes=tuple(notes),
    )


_NEVER = PartialDate(9999).latest


def _project(project: Project, teller: Teller) -> TimeRow:
    own = evolve(teller, project=project)
    period = project.period
    return TimeRow(
        text=own.text(project.title),
        when=own.period(period),
        bars=() if period is None else tuple(bar_of(period)),
        length=_length(period),
        group="Projects",
    )


def _organisations(portfolio: Portfolio) -> Iterator[Organisation]:
    found = {one.id: one for one in portfolio.organisations}
    for project in portfolio:
        for one in project.organisations:
            found.setdefault(one.id, one)
    yield from found.values()


def _organisation(one: Organisation, teller: Teller) -> TimeRow | None:
    if not one.events:
        return None
    said, points = [], []
    for event in one.events:
        of = f" of {teller.organisations(event.predecessors)}" if event.predecessors else ""
        into = f" into {teller.organisations(event.successors)}" if event.successors else ""
        said.append(f"{word(event.kind)}{of}{into}, {'when is unknown' if event.date is None else event.date}")
        if event.date is not None:
            points.append(Point(event.date, f"{word(event.kind)}{of}{into}", reached=True))
    return TimeRow(
        text=teller.name(one),
        when="" if points else "when is unknown",
        facts=tuple(said),
        points=tuple(points),
        group="Organisations",
    )
