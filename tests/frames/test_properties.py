"""What holds of the tables of any portfolio."""

import csv
import enum
import io
import typing
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, TypeVar

import attrs
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from cooperation import frames, testing
from cooperation.frames import ColumnType, Table
from cooperation.model import (
    Activity,
    Benefit,
    Budget,
    BudgetLine,
    Funding,
    Indicator,
    InKind,
    Logframe,
    Objective,
    Observation,
    Organisation,
    PartialDate,
    Period,
    Plan,
    Portfolio,
    Project,
    Translated,
    WinWin,
)
from cooperation.testing import portfolios

T = TypeVar("T")


def dense(cls: type[T], **given: SearchStrategy[Any]) -> SearchStrategy[T]:
    """Values of a class in which little is unknown."""
    hints = typing.get_type_hints(cls, include_extras=True)
    return st.builds(cls, **{f.name: given.get(f.name, st.from_type(hints[f.name])) for f in attrs.fields(cls)})


def some(strategy: SearchStrategy[T], most: int = 2) -> SearchStrategy[tuple[T, ...]]:
    """A few of them."""
    return st.lists(strategy, max_size=most).map(tuple)


_DECIMALS = st.none() | testing.decimals()
_SHARES = st.none() | testing.shares()
_NONE: SearchStrategy[tuple[Any, ...]] = st.just(())


def _with(**rooms: Any) -> Portfolio:
    """A portfolio of one project with these rooms."""
    return Portfolio(projects=(Project(id="p", title="P", **rooms),))


def _aiming(*objectives: Objective) -> Portfolio:
    return _with(logframe=Logframe(objectives=objectives))


def _measuring(indicator: Indicator) -> Portfolio:
    return _aiming(Objective(id="o", statement="O", indicators=(indicator,)))


def _observing(one: Observation) -> Portfolio:
    return _measuring(
        Indicator(id="i", statement="I", baseline=one, milestones=(one,), targets=(one, one), actuals=(one,))
    )


# One part of which most is known; ``portfolios`` gives many that are empty in most places.
FULL: SearchStrategy[Portfolio] = st.one_of(
    dense(Objective, id=testing.ids(), weight=_SHARES, indicators=_NONE, assumptions=_NONE).map(_aiming),
    dense(
        Indicator,
        id=testing.ids(),
        tolerance=_SHARES,
        baseline=st.none(),
        milestones=_NONE,
        targets=_NONE,
        actuals=_NONE,
        dimensions=_NONE,
    ).map(_measuring),
    dense(Observation, parts=some(testing.parts(), 1)).map(_observing),
    dense(Activity, id=st.just("a"), after=_NONE, participants=_NONE, milestones=_NONE).map(
        lambda one: _with(plan=Plan(activities=(one,)))
    ),
    dense(BudgetLine, id=st.none(), days=_DECIMALS).map(lambda one: _with(plan=Plan(budget=Budget(lines=(one,))))),
    dense(Funding, share=_SHARES).map(lambda one: _with(plan=Plan(budget=Budget(funding=(one,))))),
    dense(InKind, quantity=_DECIMALS).map(lambda one: _with(plan=Plan(budget=Budget(in_kind=(one,))))),
    dense(Benefit, id=st.none() | testing.ids()).map(lambda one: _with(win_win=WinWin(benefits=(one,)))),
)
ANY = portfolios() | FULL


def _observations(indicator: Indicator) -> int:
    """How many values an indicator has, and how many parts of them."""
    every = [*indicator.milestones, *indicator.targets, *indicator.actuals]
    if indicator.baseline is not None:
        every.append(indicator.baseline)
    return sum(1 + len(one.parts) for one in every)


def _entries(budget: Budget | None) -> int:
    """How many rows a budget has."""
    if budget is None:
        return 0
    amounts = [(line.amount, line.approved, line.reported) for line in budget.lines]
    lines = sum(max(1, sum(one is not None for one in some)) for some in amounts)
    return (budget.total is not None) + lines + len(budget.funding) + len(budget.in_kind)


def _expected(projects: tuple[Project, ...]) -> dict[str, int]:
    """How many rows each table has, counted in the model."""
    indicators = [one for project in projects for one in project.logframe.indicators]
    activities = [one for project in projects for one in project.plan.activities]
    return {
        "projects": len(projects),
        "participations": sum(len(one.partners) + len(one.involved) for one in projects),
        "objectives": sum(len(one.logframe.objectives) for one in projects),
        "indicators": len(indicators),
        "values": sum(map(_observations, indicators)),
        "activities": len(activities),
        "budget": sum(_entries(one.plan.budget) for one in projects) + sum(len(one.costs) for one in activities),
        "benefits": sum(len(one.win_win.benefits) for one in projects),
    }


@given(ANY)
def test_rows_are_as_many_as_parts(portfolio: Portfolio) -> None:
    """Nothing is left out and nothing is told twice."""
    tables = frames.tables(portfolio)
    counted = {name: len(table) for name, table in tables.items() if name not in ("organisations", "tracking")}

    assert _expected(portfolio.projects) == counted
    assert len({one.id for one in portfolio.organisations}) <= len(tables["organisations"])


@given(ANY)
def test_keys_tell_rows_apart(portfolio: Portfolio) -> None:
    """Of one portfolio, no two rows of a table have the same key, and each row has the project's id."""
    for table in frames.tables(portfolio).values():
        keys = list(table.select(*table.schema.key).rows())

        assert len(keys) == len(set(keys))
        assert None not in table.cells[0]


@given(ANY)
def test_tracking_tells_every_value(portfolio: Portfolio) -> None:
    """Every target and every actual value of every indicator is in a row, and every indicator is."""
    table = frames.tracking(portfolio)
    indicators = frames.indicators(portfolio)
    values = list(frames.values(portfolio).select("project", "indicator", "kind", "position", "category").rows())
    targets = set(table.select("project", "indicator", "target_kind", "target_position", "category").rows())
    actuals = set(table.select("project", "indicator", "actual_position", "category").rows())

    assert set(indicators.select("project", "indicator").rows()) == set(table.select("project", "indicator").rows())
    assert {row for row in values if row[2] in ("milestone", "target")} == {
        row for row in targets if row[2] is not None
    }
    assert {(*row[:2], *row[3:]) for row in values if row[2] == "actual"} == {
        row for row in actuals if row[2] is not None
    }


@given(ANY)
def test_cells_are_of_their_types(portfolio: Portfolio) -> None:
    """What is documented of a column is what stands in it, and of a list of words one of them."""
    kinds = {
        ColumnType.TEXT: lambda cell: isinstance(cell, str),
        ColumnType.TEXTS: lambda cell: isinstance(cell, tuple) and all(isinstance(one, str) for one in cell),
        ColumnType.WHOLE: lambda cell: type(cell) is int,
        ColumnType.DECIMAL: lambda cell: isinstance(cell, Decimal),
        ColumnType.BOOLEAN: lambda cell: isinstance(cell, bool),
        ColumnType.DATE: lambda cell: cell.isoformat() == str(cell)[:10],
    }
    for table in frames.tables(portfolio).values():
        for column in table.columns:
            told = [cell for cell in table[column.name] if cell is not None]

            assert [] == [cell for cell in told if not kinds[column.type](cell)]
            if column.words:
                flat = [word for cell in told for word in ((cell,) if isinstance(cell, str) else cell)]
                assert set() == set(flat) - set(column.words)


@given(ANY)
def test_every_way_out_keeps_every_cell(portfolio: Portfolio) -> None:
    """polars, Arrow and pandas have the rows there are, and numbers come out as they went in."""
    for table in frames.tables(portfolio).values():
        frame, arrow = table.to_polars(), table.to_arrow()

        assert (len(table), len(table.columns)) == frame.shape == arrow.shape == table.to_pandas().shape
        for column in table.columns:
            back = arrow[column.name].to_pylist()
            if column.type is ColumnType.DECIMAL:
                back = [None if cell is None else Decimal(cell) for cell in back]
            elif column.type is ColumnType.TEXTS:
                back = [None if cell is None else tuple(cell) for cell in back]

            assert list(table[column.name]) == back


@given(ANY)
def test_csv_reads_back_the_same_text(portfolio: Portfolio) -> None:
    """Every text is in the file, character by character, and numbers are numbers."""
    for table in frames.tables(portfolio).values():
        rows = list(csv.DictReader(io.StringIO(table.to_csv(), newline="")))

        assert len(table) == len(rows)
        for column in table.columns:
            told = [row[column.name] for row in rows]
            if column.type is ColumnType.TEXT:
                assert [cell or "" for cell in table[column.name]] == [cell.removeprefix("'") for cell in told]
            if column.type is ColumnType.DECIMAL:
                assert list(table[column.name]) == [Decimal(cell) if cell else None for cell in told]


def _renamed(portfolio: Portfolio, end: str) -> Portfolio:
    """The portfolio with other names for its projects."""
    return Portfolio(projects=tuple(attrs.evolve(one, id=f"{one.id[:150]}{end}") for one in portfolio.projects))


@given(ANY, ANY)
def test_a_union_has_the_rows_of_both(one: Portfolio, other: Portfolio) -> None:
    """Tables of several portfolios are those of each, one after the other."""
    first, second = _renamed(one, "-1"), _renamed(other, "-2")
    both = frames.tables([first, second])
    for name, table in frames.tables(first).items():
        rows = [*table.rows(), *frames.tables(second)[name].rows()]

        if name == "organisations":
            rows = list(dict.fromkeys(rows))
            assert set(rows) >= set(both[name].rows())
        else:
            assert rows == list(both[name].rows())


@given(ANY)
def test_they_can_be_shown(portfolio: Portfolio) -> None:
    """Any table has a text that fits its width and steers nothing, and HTML without a stray bracket."""
    for table in frames.tables(portfolio).values():
        text, page = str(table), table._repr_html_()

        assert (text, page) == (str(_copy(table)), _copy(table)._repr_html_())
        assert all(letter.isprintable() or letter in "\n\u200c\u200d" for letter in text)
        assert len(table.columns[:40]) == page.count("<th ")


def _copy(table: Table) -> Table:
    return Table.of_rows(table.schema, table.rows())


def _parts(portfolio: Portfolio) -> Iterator[tuple[str, object]]:
    """Every part of a portfolio that has a row of its own, in the order of the rows, with the table it stands in."""
    for project in portfolio.projects:
        yield "projects", project
        yield from (("participations", one) for one in (*project.partners, *project.involved))
        yield from (("activities", one) for one in project.plan.activities)
        yield from (("benefits", one) for one in project.win_win.benefits)
        for objective in project.logframe.objectives:
            yield "objectives", objective
            for indicator in objective.indicators:
                yield "indicators", indicator
                yield from (("values", one) for one in _told(indicator))


def _told(indicator: Indicator) -> Iterator[Observation]:
    """The observations of an indicator in the order of their rows."""
    baseline = () if indicator.baseline is None else (indicator.baseline,)
    yield from (*baseline, *indicator.milestones, *indicator.targets, *indicator.actuals)


# Columns that are called as a field of the model and say something else or more, each told in the tests of truth.
_OTHERWISE = {
    "projects": {"programme", "partners", "series", "objectives", "indicators", "activities", "benefits"},
    "participations": {"kind", "number"},
    "objectives": {"indicators", "assumptions"},
    "indicators": {"milestones", "targets", "actuals", "dimensions", "references"},
    "activities": {"milestones"},
    "benefits": {"tangible", "evidence"},
    "values": {"unit", "source"},
}


def _plain(held: object) -> object:
    """What the model holds, as a cell has it."""
    if isinstance(held, enum.Enum):
        return held.value
    if isinstance(held, tuple):
        return tuple(map(_plain, held))
    if isinstance(held, Organisation):
        return held.id
    return str(held) if isinstance(held, (Translated, PartialDate, Period)) else held


@given(ANY)
def test_columns_hold_the_fields_they_are_called_by(portfolio: Portfolio) -> None:
    """A column with the name of a field has what the field has, row for row, and so none is in another's place."""
    tables = frames.tables(portfolio)
    rows = {name: iter(table) for name, table in tables.items()}
    rows["values"] = (row for row in tables["values"] if row["part"] is None)
    for name, part in _parts(portfolio):
        row = next(rows[name])
        fields = {field.name for field in attrs.fields(type(part))}
        for column in (fields & set(row)) - _OTHERWISE[name]:
            assert _plain(getattr(part, column)) == row[column], (name, column)
