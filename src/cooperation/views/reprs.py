"""What a value shows of itself in a notebook, where nobody asked for a view of it."""

import enum
import functools
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from cooperation.diagnostics import Page, Report, Severity, format_path
from cooperation.layouts import Work, layout
from cooperation.measures import Reading, WinWinReadings
from cooperation.model import (
    Budget,
    Indicator,
    Level,
    Logframe,
    Objective,
    Observation,
    Plan,
    Portfolio,
    Project,
    WinWin,
)
from cooperation.views._budget import budget
from cooperation.views._gains import gains, readings
from cooperation.views._logframe import logframe
from cooperation.views._portfolio import portfolio
from cooperation.views.gaps import gaps
from cooperation.views.grid import Cell, Grid, Group, cell, known, listed
from cooperation.views.table_view import TableView
from cooperation.views.telling import Teller, some, word

__all__ = ["html_of", "view_of"]

_NAMING = ("statement", "title", "name", "text", "label", "description", "code", "organisation", "id", "kind")
_SIGNS = {Severity.ERROR: ("■", "red"), Severity.WARNING: ("▲", "amber"), Severity.INFO: ("●", "plain")}


def html_of(x: object) -> str:
    """What a notebook shows of a value.

    >>> from cooperation.model import Organisation
    >>> "<td><bdi>SE</bdi></td>" in html_of(Organisation(id="vaxjo", country="SE"))
    True
    """
    return view_of(x).to_html()


@functools.singledispatch
def view_of(x: object) -> TableView:
    """The view that shows a value best: a table of its own, or its fields.

    Raises:
        TypeError: It is no value of this library.

    """
    cls = type(x)
    if not attrs.has(cls):
        raise TypeError(f"a view is of a value of this library, not of {cls.__name__}")
    return _titled(f"{cls.__name__} {getattr(x, 'id', None) or ''}".rstrip(), _facts(_fields(x)))


@view_of.register
def _(x: Portfolio) -> TableView:
    return portfolio(x)


@view_of.register
def _(x: Project) -> TableView:
    return _titled(Teller.of(x).text(x.title), _facts(_of_project(x)))


@view_of.register
def _(x: Logframe) -> TableView:
    view = logframe(Project(id="logframe", title="Logframe", logframe=x))
    # The inputs of a logframe are those of its project, which is not at hand.
    first, *others = view.grids
    inputs = layout("classic").word(Work.INPUTS).many
    rows = tuple(group for group in first.groups if group.heading != inputs)
    before = tuple((cell(_called(one)),) for one in x.preconditions)
    preconditions = Grid(
        caption="Preconditions", keys=("precondition",), headings=("What must hold",), groups=(Group(rows=before),)
    )
    return TableView(
        title="Logframe", grids=(attrs.evolve(first, groups=rows), *others, *([preconditions] if before else []))
    )


@view_of.register
def _(x: Objective) -> TableView:
    grids = [_observations(one) for one in x.indicators]
    return _titled(f"Objective {x.id}", _facts(_fields(x)), *grids)


@view_of.register
def _(x: Indicator) -> TableView:
    told = ("baseline", "milestones", "targets", "actuals")
    facts = [pair for pair in _fields(x) if pair[0] not in told]
    return _titled(f"Indicator {x.id}", _facts(facts), _observations(x))


@view_of.register
def _(x: Budget) -> TableView:
    view = budget(Project(id="budget", title="Budget", plan=Plan(budget=x)))
    total = () if x.total is None else (f"Total as stated: {_told(x.total)}.",)
    return attrs.evolve(view, title="Budget", notes=(*total, *view.notes))


@view_of.register
def _(x: WinWin) -> TableView:
    view = gains(Project(id="win-win", title="Mutual benefit", win_win=x))
    rest = [
        (name, listed(_called(one) for one in held)) for name, held in _parts(x) if name not in ("benefits", "claims")
    ]
    # The measures are of partners, who are named in the project.
    return _titled("Mutual benefit", *view.grids[:-1], *([_facts(rest)] if rest else []))


@view_of.register
def _(x: WinWinReadings) -> TableView:
    return _titled("Mutual benefit, measured", readings(x, Teller(portfolio=Portfolio(), language="")))


@view_of.register
def _(x: Reading) -> TableView:  # type: ignore[type-arg]  # of whatever it is
    facts = [
        ("value", known(None if x.value is None else str(Reading(x.value)))),
        ("known things it rests on", cell(str(x.n))),
        ("what could not be used", cell(str(x.unknown))),
    ]
    facts += [(name, cell(text)) for name, text in (("note", x.note), ("rule", x.code)) if text is not None]
    return _titled("Reading", _facts(facts))


@view_of.register
def _(x: Report) -> TableView:
    rows = tuple(
        (
            cell(f"{_SIGNS[one.severity][0]} {one.severity.value}", _SIGNS[one.severity][1]),
            cell(one.code),
            cell(f"{one.position}" if one.position is not None else format_path(one.path) or "the whole"),
            cell(one.message),
            # A remedy comes from a page of the documentation, which sets code apart by marks.
            cell((one.help or "").replace("``", "")),
        )
        for one in x.findings
    )
    grid = Grid(
        caption="Findings",
        keys=("severity", "code", "where", "finding", "remedy"),
        headings=("Severity", "Code", "Where", "What was found", "Remedy"),
        groups=(Group(rows=rows or ((cell("none"), *(Cell(),) * 4),)),),
        is_spaced=True,
    )
    return TableView(title="Report", grids=(grid,), notes=(f"{x.summary()}.",))


@view_of.register
def _(x: Page) -> TableView:
    # Its example is a piece of a document, whose lines no cell can hold.
    told = (
        ("why", x.why),
        ("remedy", x.fix),
        ("weight", f"{x.severity.value}, {x.nature.value}"),
        ("source", x.source),
    )
    return _titled(
        f"{x.code}: {x.title}", _facts(((name, cell(text.replace("``", ""))) for name, text in told), "Explained")
    )


# ---- facts -------------------------------------------------------------------------------------------------------


def _titled(title: str, *grids: Grid) -> TableView:
    return TableView(title=title, grids=grids)


def _facts(pairs: Iterable[tuple[str, Cell]], caption: str = "What is known") -> Grid:
    rows = tuple((cell(name.replace("_", " ")), held) for name, held in pairs)
    return Grid(caption=caption, keys=("field", "value"), headings=("", ""), groups=(Group(rows=rows),))


def _fields(x: object) -> Iterator[tuple[str, Cell]]:
    """The fields of a value that say something, in their order."""
    for field in attrs.fields(type(x)):  # type: ignore[arg-type]  # asked before
        held = getattr(x, field.name)
        if field.default is not attrs.NOTHING and held == field.default:
            continue
        yield field.name, listed(map(_called, held)) if isinstance(held, tuple) else known(_told(held))


def _parts(x: object) -> Iterator[tuple[str, tuple[Any, ...]]]:
    for field in attrs.fields(type(x)):  # type: ignore[arg-type]  # asked before
        held = getattr(x, field.name)
        if isinstance(held, tuple) and held:
            yield field.name, held


def _told(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, enum.Enum):
        return word(value)
    if isinstance(value, tuple):
        return ", ".join(map(_called, value))
    has_words = not attrs.has(type(value)) or type(value).__str__ is not object.__str__
    return str(value).replace("\N{NO-BREAK SPACE}", " ") if has_words else _called(value)


def _called(part: object) -> str:
    """What a part is called: by its own words, or by the first of its fields that names it."""
    if not attrs.has(type(part)) or type(part).__str__ is not object.__str__:
        return _told(part) or ""
    for name in _NAMING:
        if (held := getattr(part, name, None)) is not None:
            return _called(held)
    said = (f"{name.replace('_', ' ')} {', '.join(held.lines)}" for name, held in _fields(part) if held.lines)
    return "; ".join(said) or "nothing is known of it"


def _of_project(x: Project) -> Iterator[tuple[str, Cell]]:
    teller = Teller.of(x)
    yield "id", cell(x.id)
    yield "stage", known(None if x.stage is None else word(x.stage))
    yield "status", known(None if x.status is None else word(x.status))
    yield "period", cell(teller.period(x.period), "unknown" if x.period is None else "plain")
    yield "partners", listed(map(teller.participant, x.partners)) if x.partners else known(None)
    if x.involved:
        yield "also involved", listed(map(teller.participant, x.involved))
    yield "objectives", listed(_levels(x.logframe)) if x.logframe.objectives else cell(teller.nothing, "unknown")
    for name, number in (
        ("indicators", len(x.logframe.indicators)),
        ("activities", len(x.plan.activities)),
        ("gains", len(x.win_win.benefits)),
    ):
        yield name, cell(str(number)) if number else cell(teller.nothing, "unknown")
    stated = None if x.plan.budget is None else x.plan.budget.total
    yield "budget", known(None if stated is None else _told(stated))
    if missing := tuple(gaps(x, teller)):
        yield "not known", listed(missing)


def _levels(frame: Logframe) -> Iterator[str]:
    for level in reversed(Level):
        if held := frame.at_level(level):
            yield some(len(held), word(level))
    if unlevelled := sum(one.level is None for one in frame.objectives):
        yield some(unlevelled, "objective without a level", "objectives without a level")


def _observations(x: Indicator) -> Grid:
    teller = Teller(portfolio=Portfolio(), language="")
    kinds: tuple[tuple[str, tuple[Observation | None, ...]], ...] = (
        ("baseline", (x.baseline,)),
        ("milestone", x.milestones),
        ("target", x.targets),
        ("found", x.actuals),
    )
    rows = tuple(
        (cell(kind), cell(teller.observation(one, x), "unknown" if one is None or one.value is None else "plain"))
        for kind, held in kinds
        for one in held
    )
    return Grid(
        caption=teller.text(x.statement), keys=("kind", "value"), headings=("", "Value"), groups=(Group(rows=rows),)
    )
