"""The indicator tracking table: what was aimed at and what was found, beside one another in time.

Its columns follow the indicator performance tracking tables (IPTT) of the field: baseline, then target and actual for
each time. A programme such as TolaData writes them side by side; here they are rows, so that they can be filtered.
"""

from collections.abc import Callable, Iterable, Iterator
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from fractions import Fraction
from typing import Protocol, TypeAlias

import attrs
import pendulum

from cooperation.frames.aims import category_cells, kinds
from cooperation.frames.holders import Projects, projects_of
from cooperation.frames.schema import Column, ColumnType, Schema
from cooperation.frames.table import Table
from cooperation.frames.told import Cells, Say, dates, decimal, periods, say_in, text, value_cells, value_columns, whole
from cooperation.measures import progress as reckoned
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


def tracking(x: Projects, *, language: str | None = None, progress: Progress | None = reckoned) -> Table:
    """The indicator tracking table: targets and actual values beside one another, with their variance.

    Args:
        x: A project, a portfolio, or several of either.
        language: The language of its texts, where they have it; else as their author wrote them first.
        progress: What tells how far an indicator has come, for the rows of values as a whole that have both; that of
            the measures where nothing is said. With ``None`` the columns of progress are null.

    Raises:
        TypeError: It is neither of them, nor several of them.

    >>> from cooperation.model import Logframe, Objective
    >>> def told(n, year): return Observation(value=Number(Decimal(n)), date=PartialDate(year))
    >>> wells = Indicator(id="wells", statement="Wells dug", targets=(told(20, 2020),), actuals=(told(14, 2020),))
    >>> frame = Logframe(objectives=(Objective(id="water", statement="Water", indicators=(wells,)),))
    >>> row = tracking(Project(id="a", title="A", logframe=frame))[0]
    >>> row["target_time"], row["target_number"], row["actual_number"], row["variance"], row["baseline_state"]
    ('2020', Decimal('20'), Decimal('14'), Decimal('-6'), None)
    >>> row["progress"], row["progress_note"]
    (None, 'there is no baseline')

    """
    say = say_in(language)
    return Table.of_rows(TRACKING, _rows(projects_of(x), say, progress))


# ---- rows --------------------------------------------------------------------------------------------------------

# What is told of a value: its cells (kind, position, time, first and last day, value), the days between which it lies
# where it is placed in time, its observation, and the value itself. A plain tuple, since there are many.
_Told: TypeAlias = tuple[Cells, pendulum.Date | None, pendulum.Date | None, Observation, Value | None]
_Key: TypeAlias = tuple[str | None, str | None, Text | None, frozenset[Category]]

_NO_TARGET: Cells = (None,) * 11
_NO_ACTUAL: Cells = (None,) * 10
_NO_BASELINE: Cells = (None,) * 9
_NO_VARIANCE: Cells = (None,) * 3
_UNTOLD: Cells = (None,) * 4
# Tuples are put together from few pieces, which for so many rows is noticeably quicker than from many.
_NOTHING_BESIDE: Cells = _NO_VARIANCE + _UNTOLD
_ALONE: Cells = _NO_ACTUAL + _NOTHING_BESIDE


class _Values:
    """What there is of one place, partner, population and group."""

    __slots__ = ("named", "slots")

    def __init__(self, named: Cells) -> None:
        self.named = named
        self.slots: tuple[list[_Told], list[_Told], list[_Told]] = ([], [], [])

    @property
    def baseline(self) -> Cells:
        """When the baseline is, and what."""
        return self.slots[0][0][0][2:] if self.slots[0] else _NO_BASELINE

    def pairs(self) -> list[tuple[_Told | None, _Told | None]]:
        """Each target with each actual value of its time; what is alone in its time, alone; at least one of nothing."""
        _, targets, actuals = self.slots
        if not targets or not actuals:
            return [(target, None) for target in targets] or [(None, actual) for actual in actuals] or [(None, None)]
        found: list[tuple[_Told | None, _Told | None]] = []
        met: set[int] = set()
        for target in targets:
            alone = True
            for number, actual in enumerate(actuals):
                if _nested(target, actual):
                    alone = False
                    met.add(number)
                    found.append((target, actual))
            if alone:
                found.append((target, None))
        found += [(None, actual) for number, actual in enumerate(actuals) if number not in met]
        return found


def _rows(projects: Iterable[Project], say: Say, progress: Progress | None) -> Iterator[Cells]:
    gather = _gatherer(say)
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
            gathered = gather(indicator)
            for key, held in gathered.items():
                start = names + held.named + held.baseline
                only = None
                for target, actual in held.pairs():
                    if target is None:
                        yield start + _NO_TARGET + (actual[0][1:] if actual else _NO_ACTUAL) + _NOTHING_BESIDE
                    elif actual is None:
                        yield start + target[0] + _ALONE
                    else:
                        told = _UNTOLD
                        if progress is not None and not key[3]:
                            # Few values have a counterpart, and only these need an indicator of their own.
                            only = only or (indicator if len(gathered) == 1 else _only(indicator, key))
                            told = _progress(progress, only, target, actual)
                        yield start + target[0] + actual[0][1:] + _variance(target, actual) + told


def _gatherer(say: Say) -> Callable[[Indicator], dict[_Key, _Values]]:
    """A function that gathers the values of an indicator by what they are of, in the order in which they are met."""
    date, period = dates(), periods()

    def gather(indicator: Indicator) -> dict[_Key, _Values]:
        found: dict[_Key, _Values] = {}
        for slot, (kind, held) in zip(_SLOTS, kinds(indicator), strict=True):
            for position, one in enumerate(held):
                if one.date is not None:
                    words, first, last, _ = date(one.date)
                    start = first
                else:
                    words, first, last, _, _, placed, _ = period(one.period)
                    start = first if placed else None
                key = (one.place, one.partner, one.population, _WHOLE)
                values = found.get(key)
                if values is None:
                    values = found[key] = _Values((one.place, one.partner, say(one.population), None, None))
                when = (kind, position, words, first, last)
                cells = when + value_cells(one.value, say)
                values.slots[slot].append((cells, start, last, one, one.value))
                for part in one.parts:
                    group = (*key[:3], frozenset(part.of))
                    if group not in found:
                        found[group] = _Values((*values.named[:3], *category_cells(part.of)))
                    found[group].slots[slot].append((when + value_cells(part.value, say), start, last, one, part.value))
        return found or {_NOBODY: _Values((None,) * 5)}

    return gather


_WHOLE: frozenset[Category] = frozenset()
_NOBODY: _Key = (None, None, None, _WHOLE)
_SLOTS = (0, 1, 1, 2)  # for a baseline, a milestone, a target and an actual value


def _nested(target: _Told, actual: _Told) -> bool:
    """Whether the time of one lies wholly within that of the other; where one is not placed, nobody knows."""
    _, first, last, _, _ = target
    _, start, end, _, _ = actual
    if first is None or last is None or start is None or end is None:
        return False
    return end <= last if first <= start else last <= end


# ---- values ------------------------------------------------------------------------------------------------------


def _variance(target: _Told, actual: _Told) -> Cells:
    _, _, _, aimed, aim = target
    _, _, _, seen, found = actual
    if aimed.unit != seen.unit:
        return _NO_VARIANCE
    if isinstance(aim, Number) and isinstance(found, Number):
        return (_EXACT.subtract(found.number, aim.number), None, None)
    if isinstance(aim, Ratio) and isinstance(found, Ratio):
        return (None, *_parts(found.as_fraction - aim.as_fraction))
    return _NO_VARIANCE


def _parts(number: Fraction) -> tuple[Decimal, Decimal]:
    return Decimal(number.numerator), Decimal(number.denominator)


def _only(indicator: Indicator, key: _Key) -> Indicator:
    """The indicator with the observations of one place, partner and population only."""

    def held(some: tuple[Observation, ...]) -> tuple[Observation, ...]:
        return tuple(one for one in some if (one.place, one.partner, one.population) == key[:3])

    return attrs.evolve(
        indicator,
        baseline=next(iter(held(() if indicator.baseline is None else (indicator.baseline,))), None),
        milestones=held(indicator.milestones),
        targets=held(indicator.targets),
        actuals=held(indicator.actuals),
    )


def _progress(progress: Progress, indicator: Indicator, target: _Told, actual: _Told) -> Cells:
    """The one place where progress comes in: how it is reckoned is the measures' to say."""
    told = progress(indicator, actual[3].due, towards=target[3])
    if told.value is None:
        return (None, None, None, told.note)
    # ``round`` of a fraction is exact, half to even.
    shown = Decimal(round(told.value * 10**_PLACES)).scaleb(-_PLACES, _EXACT).normalize(_EXACT)
    return (shown, *_parts(told.value), told.note)
