"""The indicator tracking table: what was planned and found from year to year, and where each indicator stands."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import TypeAlias

import pendulum
from attrs import evolve, frozen

from cooperation import measures
from cooperation.measures import DEFAULT, Light, Reading, ResultState, Series, Thresholds
from cooperation.measures.reading import spoken
from cooperation.model import Indicator, Objective, Observation, PartialDate, Portfolio, Project
from cooperation.views.grid import Cell, Grid, Group, cell, lines, listed
from cooperation.views.table_view import TableView
from cooperation.views.telling import UNKNOWN, Teller, word

__all__ = ["tracking"]

_Day: TypeAlias = PartialDate | pendulum.Date

# Each light has a sign of its own, since not everybody sees colours and no text file has any.
_SIGNS = {Light.GREEN: "●", Light.AMBER: "▲", Light.RED: "■"}


def tracking(
    project: Project,
    *,
    at: _Day | None = None,
    thresholds: Thresholds = DEFAULT,
    within: Portfolio | None = None,
    language: str | None = None,
) -> TableView:
    """The indicators of a project in the order of the plan: baseline, what was planned and found by year, and status.

    An indicator whose values are of several places, partners or peoples has a row for each.
    Progress is that of ``measures.progress``, the status that of ``measures.result_state``; either is unknown where it
    cannot be told, with the reason.

    Args:
        project: The project.
        at: The day of the status; the last day on which anything was found, where nothing is said.
        thresholds: From where on something is on track.
        within: The portfolio that knows the names in the project.
        language: The language of its texts, where they have it.

    >>> import cooperation as co
    >>> view = tracking(co.load_example("proposal").projects[0])
    >>> view.grids[0].headings
    ('Indicator', 'Baseline', '2019 planned', '2020 planned', 'Progress', 'Status')
    """
    teller = Teller.of(project, within=within, language=language)
    day = at if at is not None else _last_found(project)
    indicators = project.logframe.indicators
    columns = (
        *(_Column(year, is_found=False) for year in _years((*one.milestones, *one.targets) for one in indicators)),
        *(_Column(year, is_found=True) for year in _years(one.actuals for one in indicators)),
    )
    columns = tuple(sorted(columns, key=lambda one: (one.year is None, one.year or 0, one.is_found)))
    groups = tuple(
        Group(heading=_heading(one, teller), rows=tuple(_rows(one, columns, day, thresholds, teller)))
        for one in project.logframe.objectives
        if one.indicators
    )
    grid = Grid(
        caption="Indicator tracking table",
        keys=("indicator", "baseline", *(one.key for one in columns), "progress", "status"),
        headings=("Indicator", "Baseline", *(one.heading for one in columns), "Progress", "Status"),
        groups=groups or (Group(rows=((cell(teller.nothing, "unknown"), *(Cell(),) * (len(columns) + 3)),)),),
        key="objective",
        note=_note(day, thresholds),
        is_spaced=True,
    )
    return TableView(title=f"{teller.text(project.title)}: indicators", grids=(grid,))


@frozen
class _Column:
    year: int | None
    is_found: bool

    @property
    def key(self) -> str:
        return f"{'found' if self.is_found else 'planned'}-{self.year or 'undated'}"

    @property
    def heading(self) -> str:
        return f"{self.year or 'No date:'} {'found' if self.is_found else 'planned'}"

    def of(self, indicator: Indicator) -> Iterator[Observation]:
        """The values of an indicator that stand in this column."""
        for one in indicator.actuals if self.is_found else (*indicator.milestones, *indicator.targets):
            if _year(one) == self.year:
                yield one


def _year(one: Observation) -> int | None:
    return None if one.due is None else one.due.year


def _years(of_each: Iterable[Iterable[Observation]]) -> list[int | None]:
    return list(dict.fromkeys(_year(one) for observations in of_each for one in observations))


def _last_found(project: Project) -> PartialDate | None:
    dues = [one.due for indicator in project.logframe.indicators for one in indicator.actuals if one.due is not None]
    return max(dues, key=lambda due: due.latest, default=None)


def _heading(objective: Objective, teller: Teller) -> str:
    level = "Level not stated" if objective.level is None else word(objective.level).capitalize()
    return f"{level}: {teller.text(objective.statement) or 'not worded yet'}"


def _rows(
    objective: Objective, columns: tuple[_Column, ...], day: _Day | None, thresholds: Thresholds, teller: Teller
) -> Iterator[tuple[Cell | None, ...]]:
    for indicator in objective.indicators:
        alone = Series(place=None, partner=None, population=None, indicator=indicator)
        apart = measures.series(indicator) or (alone,)
        for one in apart:
            held, is_alone = one.indicator, len(apart) == 1
            shown = held if is_alone else _bare(held)
            yield (
                lines(_named(one, teller, is_alone=is_alone)),
                _value(shown, teller),
                *(_told(column, shown, teller) for column in columns),
                _progress(held, day),
                _status(held, day, thresholds),
            )


def _bare(indicator: Indicator) -> Indicator:
    """An indicator whose values do not repeat the place, partner or people that the head of their row names."""

    def bare(one: Observation) -> Observation:
        return evolve(one, place=None, partner=None, population=None)

    return evolve(
        indicator,
        baseline=None if indicator.baseline is None else bare(indicator.baseline),
        milestones=tuple(map(bare, indicator.milestones)),
        targets=tuple(map(bare, indicator.targets)),
        actuals=tuple(map(bare, indicator.actuals)),
    )


def _named(one: Series, teller: Teller, *, is_alone: bool) -> Iterator[str]:
    indicator = one.indicator
    yield teller.text(indicator.statement)
    about = [] if indicator.unit is None else [f"in {teller.text(indicator.unit)}"]
    about += [] if indicator.direction is None else [f"to {word(indicator.direction)}"]
    if about:
        yield ", ".join(about)
    if not is_alone:
        of = [] if one.partner is None else [teller.organisation(one.partner)]
        of += [] if one.place is None else [teller.place(one.place)]
        of += [] if one.population is None else [teller.text(one.population)]
        yield ", ".join(of) or "no place, partner or people named"


def _value(indicator: Indicator, teller: Teller) -> Cell:
    baseline = indicator.baseline
    is_unknown = baseline is None or baseline.value is None
    return cell(teller.observation(baseline, indicator), "unknown" if is_unknown else "plain")


def _told(column: _Column, indicator: Indicator, teller: Teller) -> Cell:
    held = [_undated(one) if _is_dated_as(column, one) else one for one in column.of(indicator)]
    role = "unknown" if held and all(one.value is None for one in held) else "plain"
    return listed((teller.observation(one, indicator) for one in held), role)


def _is_dated_as(column: _Column, one: Observation) -> bool:
    """Whether a value is of the very year that its column names, so that its cell need not say it again."""
    return str(one.date or one.period) == str(column.year)


def _undated(one: Observation) -> Observation:
    return evolve(one, date=None, period=None)


def _progress(indicator: Indicator, day: _Day | None) -> Cell:
    found = measures.progress(indicator, day)
    if found.value is None:
        return _unknown(found)
    return cell(percent(found.value), "number")


def percent(share: Fraction) -> str:
    """A share in per cent, to a tenth; what is not exactly that is said to be about so.

    >>> percent(Fraction(4, 5)), percent(Fraction(2, 3)), percent(Fraction(-1, 8))
    ('80 %', '≈ 66.7 %', '-12.5 %')
    """
    exact = share * 100
    rounded = round(exact, 1)
    return f"{'' if rounded == exact else '≈ '}{spoken(rounded)} %"


def _status(indicator: Indicator, day: _Day | None, thresholds: Thresholds) -> Cell:
    if day is None:
        return Cell((f"? {UNKNOWN}", "nothing was found, and no day is given"), "unknown")
    return light(measures.result_state(indicator, day, thresholds))


def light(state: Reading[ResultState]) -> Cell:
    """A cell with a traffic light: a sign and a word, so that nobody needs its colour."""
    if state.value is None:
        return _unknown(state, "? ")
    shown = measures.light(state)
    sign = "○" if shown is None else "✔" if state.value is ResultState.ACHIEVED else _SIGNS[shown]
    told = (f"{sign} {word(state.value)}", *(() if state.note is None else (state.note,)))
    return Cell(told, "plain" if shown is None else shown.value)


def _unknown(found: Reading[ResultState] | Reading[Fraction], sign: str = "") -> Cell:
    return Cell((f"{sign}{UNKNOWN}", *(() if found.note is None else (found.note,))), "unknown")


def _note(day: _Day | None, thresholds: Thresholds) -> str:
    when = "No day" if day is None else f"Status on {day}"
    on, minor = percent(thresholds.on_track), percent(thresholds.minor)
    return f"{when}. Thresholds “{thresholds.name}”: on track from {on} of what was due, minor issues from {minor}."
