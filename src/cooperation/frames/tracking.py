"""The indicator tracking table: what was aimed at and what was found, beside one another in time.

Its columns follow the indicator performance tracking tables (IPTT) of the field: baseline, then target and actual for
each time. A programme such as TolaData writes them side by side; here they are rows, so that they can be filtered.
"""

from collections.abc import Iterator, Sequence
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from fractions import Fraction
from typing import Protocol, TypeAlias

import attrs
import pendulum

from cooperation.frames.aims import category_cells
from cooperation.frames.holders import Projects, projects_of
from cooperation.frames.schema import Column, ColumnType, Schema
from cooperation.frames.table import Table
from cooperation.frames.told import Cells, Say, decimal, say_in, text, value_cells, value_columns, whole
from cooperation.model import (
    Category,
    Direction,
    Indicator,
    Level,
    Number,
    Observation,
    OverTime,
    PartialDate,
    Project,
    Ratio,
    Text,
    Value,
)

__all__ = ["TRACKING", "Progress", "Progressed", "tracking"]

_PLACES = 12  # of a progress that no finite decimal tells
_EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)


class Progressed(Protocol):
    """What is told of a progress: a value, or none and a note that says why."""

    @property
    def value(self) -> Fraction | None:
        """How much of the way is behind."""

    @property
    def note(self) -> str | None:
        """Why there is no value, or what else a reader of it should know."""


class Progress(Protocol):
    """Something that tells how far an indicator has come by a date, towards a milestone or target."""

    def __call__(self, indicator: Indicator, at: PartialDate | None, *, towards: Observation) -> Progressed:
        """Tell it of an indicator that has only the observations of one place, partner and population."""


def _time_columns(prefix: str, whose: str) -> tuple[Column, ...]:
    return (
        text(f"{prefix}_time", f"When {whose} is, as precise as its source: a date, else a period."),
        Column(name=f"{prefix}_first_day", type=ColumnType.DATE, meaning="The first day of that time."),
        Column(name=f"{prefix}_last_day", type=ColumnType.DATE, meaning="The last day of that time."),
    )


TRACKING = Schema(
    name="tracking",
    row=(
        "A milestone or target of an indicator beside an actual value of its time, of one place, partner, population "
        "and group. A value lies in the time of a target when one of the two times lies wholly within the other. What "
        "has no counterpart has a row of its own, and so has an indicator with neither."
    ),
    key=(
        "project",
        "indicator",
        "place",
        "partner",
        "population",
        "dimension",
        "category",
        "target_kind",
        "target_position",
        "actual_position",
    ),
    columns=(
        text("project", "The id of the project.", joins="projects.project"),
        text("objective", "The id of the objective.", joins="objectives.objective"),
        text("indicator", "The id of the indicator.", joins="indicators.indicator"),
        text("level", "The level of its objective.", of=Level),
        text("statement", "What is measured."),
        text("unit", "What is counted; a value in a unit of its own says so in the table of values."),
        text("direction", "Which way is good.", of=Direction),
        text("over_time", "How values of several periods relate: of incremental ones this row has one.", of=OverTime),
        text("place", "The id of the place."),
        text("partner", "At which partner.", joins="organisations.organisation"),
        text("population", "Of whom or what."),
        text("dimension", "What the values are divided by; null for values as a whole."),
        text("category", "The group."),
        *_time_columns("baseline", "the baseline"),
        *value_columns("baseline_", "the baseline; null when there is none"),
        Column(
            name="target_kind",
            type=ColumnType.TEXT,
            meaning="Whether it is a milestone or a target; null when nothing was aimed at.",
            words=("milestone", "target"),
        ),
        whole("target_position", "Where it stands among the indicator's values of that kind, counted from 0."),
        *_time_columns("target", "it is due"),
        *value_columns("target_", "what is aimed at; null when nothing is"),
        whole("actual_position", "Where the actual value stands among the indicator's, counted from 0."),
        *_time_columns("actual", "the actual value"),
        *value_columns("actual_", "the actual value; null when there is none"),
        decimal("variance", "Actual less target, of two numbers in one unit.", unit="unit"),
        decimal("variance_numerator", "The part of actual less target, of two ratios."),
        decimal("variance_denominator", "The whole of actual less target, of two ratios."),
        decimal("progress", "How much of the way from the baseline to the target is behind, to 12 decimals."),
        decimal("progress_numerator", "The part of that, exactly."),
        decimal("progress_denominator", "The whole of that, exactly."),
        text("progress_note", "Why there is no progress, or what else a reader of it should know."),
    ),
)


def tracking(x: Projects, *, language: str | None = None, progress: Progress | None = None) -> Table:
    """The indicator tracking table: targets and actual values beside one another, with their variance.

    Args:
        x: A project, a portfolio, or several of either.
        language: The language of its texts, where they have it; else as their author wrote them first.
        progress: What tells how far an indicator has come, for the rows of values as a whole that have both;
            the columns of progress are null without it.

    Raises:
        TypeError: It is neither of them, nor several of them.

    >>> from cooperation.model import Logframe, Objective
    >>> def told(n, year): return Observation(value=Number(Decimal(n)), date=PartialDate(year))
    >>> wells = Indicator(id="wells", statement="Wells dug", targets=(told(20, 2020),), actuals=(told(14, 2020),))
    >>> frame = Logframe(objectives=(Objective(id="water", statement="Water", indicators=(wells,)),))
    >>> row = tracking(Project(id="a", title="A", logframe=frame))[0]
    >>> row["target_time"], row["target_number"], row["actual_number"], row["variance"], row["baseline_state"]
    ('2020', Decimal('20'), Decimal('14'), Decimal('-6'), None)

    """
    say = say_in(language)
    return Table.of_rows(TRACKING, (row for project in projects_of(x) for row in _rows(project, say, progress)))


# ---- rows --------------------------------------------------------------------------------------------------------


@attrs.frozen
class _Told:
    """A value at its place in the indicator: of an observation as a whole, or of one group in it."""

    kind: str
    position: int
    observation: Observation
    value: Value | None


_Group: TypeAlias = frozenset[Category]


def _rows(project: Project, say: Say, progress: Progress | None) -> Iterator[Cells]:
    for objective in project.logframe.objectives:
        level = objective.level and objective.level.value
        for indicator in objective.indicators:
            names = (
                project.id,
                objective.id,
                indicator.id,
                level,
                say(indicator.statement),
                say(indicator.unit),
                indicator.direction and indicator.direction.value,
                indicator.over_time and indicator.over_time.value,
            )
            for row in _of_indicator(indicator, say, progress):
                yield (*names, *row)


def _of_indicator(indicator: Indicator, say: Say, progress: Progress | None) -> Iterator[Cells]:
    for (place, partner, population), told in _series(indicator).items():
        of = (place, partner, say(population))
        only = None if progress is None else _only(indicator, [one.observation for one in told])
        for group, members in _groups(told).items():
            baseline = next((one for one in members if one.kind == "baseline"), None)
            start = (*_time(baseline), *_value(baseline, say))
            for target, actual in _pairs(members):
                yield (
                    *of,
                    *_named(group, told),
                    *start,
                    target and target.kind,
                    target and target.position,
                    *_time(target),
                    *_value(target, say),
                    actual and actual.position,
                    *_time(actual),
                    *_value(actual, say),
                    *_variance(target, actual),
                    *(
                        _UNTOLD
                        if progress is None or only is None or group
                        else _progress(progress, only, target, actual)
                    ),
                )


def _series(indicator: Indicator) -> dict[tuple[str | None, str | None, Text | None], list[_Told]]:
    """What there is of each place, partner and population; nothing of none where there is nothing at all."""
    found: dict[tuple[str | None, str | None, Text | None], list[_Told]] = {}
    for kind, held in (
        ("baseline", () if indicator.baseline is None else (indicator.baseline,)),
        ("milestone", indicator.milestones),
        ("target", indicator.targets),
        ("actual", indicator.actuals),
    ):
        for position, one in enumerate(held):
            told = found.setdefault((one.place, one.partner, one.population), [])
            told.append(_Told(kind, position, one, one.value))
    return found or {(None, None, None): []}


def _groups(told: Sequence[_Told]) -> dict[_Group, list[_Told]]:
    """The values as a whole, and those of each group."""
    found: dict[_Group, list[_Told]] = {frozenset(): list(told)}
    for one in told:
        for part in one.observation.parts:
            found.setdefault(frozenset(part.of), []).append(attrs.evolve(one, value=part.value))
    return found


def _named(group: _Group, told: Sequence[_Told]) -> Cells:
    """What a group is called, its dimensions in the order in which they were written first."""
    if not group:
        return (None, None)
    return next(
        category_cells(part.of) for one in told for part in one.observation.parts if frozenset(part.of) == group
    )


def _pairs(told: Sequence[_Told]) -> Iterator[tuple[_Told | None, _Told | None]]:
    """Each target with each actual value of its time; what is alone in its time, alone; and nothing with nothing."""
    actuals = [one for one in told if one.kind == "actual"]
    used: set[int] = set()
    empty = True
    for target in told:
        if target.kind not in ("milestone", "target"):
            continue
        matching = [one for one in actuals if _nested(target, one)]
        used.update(map(id, matching))
        yield from ((target, actual) for actual in matching)
        if not matching:
            yield target, None
        empty = False
    for actual in actuals:
        if id(actual) not in used:
            empty = False
            yield None, actual
    if empty:
        yield None, None


# ---- time --------------------------------------------------------------------------------------------------------


def _nested(one: _Told, other: _Told) -> bool:
    """Whether the time of one lies wholly within that of the other."""
    first, second = _span(one.observation), _span(other.observation)
    if first is None or second is None:
        return False
    return (first[0] <= second[0] and second[1] <= first[1]) or (second[0] <= first[0] and first[1] <= second[1])


def _span(one: Observation) -> tuple[pendulum.Date, pendulum.Date] | None:
    if one.date is not None:
        return one.date.earliest, one.date.latest
    if one.period is None or not one.period.is_placed:
        return None
    first, last = one.period.first_day, one.period.last_day
    return None if first is None or last is None else (first, last)


def _time(told: _Told | None) -> Cells:
    if told is None:
        return (None, None, None)
    one = told.observation
    if one.date is not None:
        return (str(one.date), one.date.earliest, one.date.latest)
    return (None, None, None) if one.period is None else (str(one.period), one.period.first_day, one.period.last_day)


# ---- values ------------------------------------------------------------------------------------------------------

_NO_VALUE: Cells = (None,) * 6
_UNTOLD: Cells = (None,) * 4


def _value(told: _Told | None, say: Say) -> Cells:
    return _NO_VALUE if told is None else value_cells(told.value, say)


def _variance(target: _Told | None, actual: _Told | None) -> Cells:
    if target is None or actual is None or target.observation.unit != actual.observation.unit:
        return (None, None, None)
    if isinstance(target.value, Number) and isinstance(actual.value, Number):
        return (_EXACT.subtract(actual.value.number, target.value.number), None, None)
    if isinstance(target.value, Ratio) and isinstance(actual.value, Ratio):
        return (None, *_parts(actual.value.as_fraction - target.value.as_fraction))
    return (None, None, None)


def _parts(number: Fraction) -> tuple[Decimal, Decimal]:
    return Decimal(number.numerator), Decimal(number.denominator)


def _only(indicator: Indicator, observations: Sequence[Observation]) -> Indicator:
    """The indicator with these observations only."""
    kept = set(map(id, observations))

    def held(some: tuple[Observation, ...]) -> tuple[Observation, ...]:
        return tuple(one for one in some if id(one) in kept)

    return attrs.evolve(
        indicator,
        baseline=indicator.baseline if id(indicator.baseline) in kept else None,
        milestones=held(indicator.milestones),
        targets=held(indicator.targets),
        actuals=held(indicator.actuals),
    )


def _progress(progress: Progress, indicator: Indicator, target: _Told | None, actual: _Told | None) -> Cells:
    """The one place where progress comes in: what it is, ``cooperation.measures`` says."""
    if target is None or actual is None:
        return _UNTOLD
    told = progress(indicator, actual.observation.due, towards=target.observation)
    if told.value is None:
        return (None, None, None, told.note)
    # ``round`` of a fraction is exact, half to even.
    shown = _EXACT.scaleb(Decimal(round(told.value * 10**_PLACES)), -_PLACES)
    return (shown.normalize(_EXACT), *_parts(told.value), told.note)
