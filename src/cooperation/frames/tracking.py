"""The indicator tracking table: what was aimed at and what was found, beside one another in time.

Its columns follow the indicator performance tracking tables (IPTT) of the field: baseline, then target and actual for
each time. A programme such as TolaData writes them side by side; here they are rows, so that they can be filtered.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from fractions import Fraction
from typing import NamedTuple, Protocol, TypeAlias

import attrs
import pendulum

from cooperation.frames.aims import category_cells, kinds
from cooperation.frames.holders import Projects, projects_of
from cooperation.frames.schema import Column, ColumnType, Schema
from cooperation.frames.table import Table
from cooperation.frames.told import Cells, Say, dates, decimal, periods, say_in, text, value_cells, value_columns, whole
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
    return Table.of_rows(TRACKING, _rows(projects_of(x), say, progress))


# ---- rows --------------------------------------------------------------------------------------------------------


class _Told(NamedTuple):
    """A value at its place in the indicator, and as cells: of an observation as a whole, or of one group in it."""

    kind: str
    position: int
    observation: Observation
    value: Value | None
    cells: Cells
    first: pendulum.Date | None
    last: pendulum.Date | None


_Series: TypeAlias = tuple[str | None, str | None, Text | None]
_Group: TypeAlias = frozenset[Category]
_Pair: TypeAlias = tuple[_Told | None, _Told | None]
_WHOLE: _Group = frozenset()
_NOTHING: list[_Pair] = [(None, None)]


def _rows(projects: Iterable[Project], say: Say, progress: Progress | None) -> Iterator[Cells]:
    tell = _teller(say)
    for project, objective in ((one, objective) for one in projects for objective in one.logframe.objectives):
        level = objective.level and objective.level._value_
        for indicator in objective.indicators:
            names = (
                project.id,
                objective.id,
                indicator.id,
                level,
                say(indicator.statement),
                say(indicator.unit),
                indicator.direction and indicator.direction._value_,
                indicator.over_time and indicator.over_time._value_,
            )
            for (place, partner, population), told in _series(indicator, tell).items():
                of = (*names, place, partner, say(population))
                only = None if progress is None else _only(indicator, told)
                for group, members in _groups(told, say).items():
                    baseline = members[0].cells if members and members[0].kind == "baseline" else _NO_VALUE
                    start = (*of, *_named(group, told), *baseline)
                    for target, actual in _pairs(members) or _NOTHING:
                        yield (
                            *start,
                            *(_NO_TARGET if target is None else (target.kind, target.position, *target.cells)),
                            *(_NO_ACTUAL if actual is None else (actual.position, *actual.cells)),
                            *(_NO_VARIANCE if target is None or actual is None else _variance(target, actual)),
                            *(_UNTOLD if only is None or group else _progress(progress, only, target, actual)),
                        )


def _series(indicator: Indicator, tell: "_Teller") -> dict[_Series, list[_Told]]:
    """What there is of each place, partner and population; nothing of none where there is nothing at all."""
    found: dict[_Series, list[_Told]] = {}
    for kind, held in kinds(indicator):
        for position, one in enumerate(held):
            key = (one.place, one.partner, one.population)
            if key in found:
                found[key].append(tell(kind, position, one))
            else:
                found[key] = [tell(kind, position, one)]
    return found or {(None, None, None): []}


def _groups(told: list[_Told], say: Say) -> dict[_Group, list[_Told]]:
    """The values as a whole, and those of each group."""
    found: dict[_Group, list[_Told]] = {_WHOLE: told}
    for one in told:
        for part in one.observation.parts:
            cells = one.cells[:3] + value_cells(part.value, say)
            found.setdefault(frozenset(part.of), []).append(one._replace(value=part.value, cells=cells))
    return found


def _named(group: _Group, told: Sequence[_Told]) -> Cells:
    """What a group is called, its dimensions in the order in which they were written first."""
    if not group:
        return (None, None)
    parts = (part for one in told for part in one.observation.parts)
    return next(category_cells(part.of) for part in parts if frozenset(part.of) == group)


def _pairs(told: Sequence[_Told]) -> list[_Pair]:
    """Each target with each actual value of its time, and what is alone in its time, alone."""
    actuals = [one for one in told if one.kind == "actual"]
    alone = list(actuals)
    found: list[_Pair] = []
    for target in told:
        if target.kind in ("milestone", "target"):
            matching = [one for one in actuals if _nested(target, one)]
            if matching:
                found += [(target, one) for one in matching]
                alone = [one for one in alone if not any(one is other for other in matching)]
            else:
                found.append((target, None))
    if alone:
        found += [(None, one) for one in alone]
    return found


# ---- time --------------------------------------------------------------------------------------------------------

_Teller: TypeAlias = Callable[[str, int, Observation], _Told]


def _nested(one: _Told, other: _Told) -> bool:
    """Whether the time of one lies wholly within that of the other; where one is not placed, nobody knows."""
    first, last, start, end = one.first, one.last, other.first, other.last
    if first is None or last is None or start is None or end is None:
        return False
    return end <= last if first <= start else last <= end


def _teller(say: Say) -> _Teller:
    """A function that tells an observation: when it is, in words and in days, and what its value is."""
    date, period = dates(), periods()

    def tell(kind: str, position: int, one: Observation) -> _Told:
        value = one.value
        if one.date is not None:
            words, first, last, _ = date(one.date)
            cells = (words, first, last, *value_cells(value, say))
            return _Told(kind, position, one, value, cells, first, last)
        words, first, last, _, _, placed, _ = period(one.period)
        cells = (words, first, last, *value_cells(value, say))
        return _Told(kind, position, one, value, cells, first if placed else None, last if placed else None)

    return tell


# ---- values ------------------------------------------------------------------------------------------------------

_NO_VALUE: Cells = (None,) * 9
_NO_TARGET: Cells = (None, None, *_NO_VALUE)
_NO_ACTUAL: Cells = (None, *_NO_VALUE)
_NO_VARIANCE: Cells = (None,) * 3
_UNTOLD: Cells = (None,) * 4


def _variance(target: _Told, actual: _Told) -> Cells:
    if target.observation.unit != actual.observation.unit:
        return _NO_VARIANCE
    if isinstance(target.value, Number) and isinstance(actual.value, Number):
        return (_EXACT.subtract(actual.value.number, target.value.number), None, None)
    if isinstance(target.value, Ratio) and isinstance(actual.value, Ratio):
        return (None, *_parts(actual.value.as_fraction - target.value.as_fraction))
    return _NO_VARIANCE


def _parts(number: Fraction) -> tuple[Decimal, Decimal]:
    return Decimal(number.numerator), Decimal(number.denominator)


def _only(indicator: Indicator, told: Sequence[_Told]) -> Indicator:
    """The indicator with these observations only."""
    kept = {id(one.observation) for one in told}

    def held(some: tuple[Observation, ...]) -> tuple[Observation, ...]:
        return tuple(one for one in some if id(one) in kept)

    return attrs.evolve(
        indicator,
        baseline=indicator.baseline if id(indicator.baseline) in kept else None,
        milestones=held(indicator.milestones),
        targets=held(indicator.targets),
        actuals=held(indicator.actuals),
    )


def _progress(progress: Progress | None, indicator: Indicator, target: _Told | None, actual: _Told | None) -> Cells:
    """The one place where progress comes in: how it is reckoned is the measures' to say."""
    if progress is None or target is None or actual is None:
        return _UNTOLD
    told = progress(indicator, actual.observation.due, towards=target.observation)
    if told.value is None:
        return (None, None, None, told.note)
    # ``round`` of a fraction is exact, half to even.
    shown = Decimal(round(told.value * 10**_PLACES)).scaleb(-_PLACES, _EXACT).normalize(_EXACT)
    return (shown, *_parts(told.value), told.note)
