"""Tables as pyarrow, polars, pandas and Parquet have them; none of these is imported before it is asked for."""

import contextlib
import importlib
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import MAX_EMAX, Context, Inexact, Rounded
from typing import TYPE_CHECKING, Any, TypeAlias

from cooperation.atomic import replacing
from cooperation.errors import CooperationError, MissingExtraError
from cooperation.frames.schema import Column, ColumnType, Schema

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

__all__ = ["to_arrow", "to_pandas", "to_parquet", "to_polars", "write_parquet"]

Cells: TypeAlias = tuple[Sequence[Any], ...]

_LONGEST = 60  # of a cell in a message
_MISFITS = (TypeError, ValueError, ArithmeticError)  # as which all three libraries, and Python, tell what does not fit
_DIGITS = 38  # of the decimals that every reader of Arrow and Parquet knows
# What people write first: no decimals, hundredths, millionths; so that like columns come out alike.
_SCALES = tuple(dict.fromkeys((0, 2, 4, 6, 9, 12, *range(_DIGITS + 1))))
# Gives back a number with at most 38 decimals, or raises Inexact. Arrow itself silently makes 0 of 1E-45, and of 0.1
# written with fifty zeros behind it: it looks up powers of ten beyond the end of its table.
_AT_MOST_38_DECIMALS = Context(prec=_DIGITS + 1, Emin=0, Emax=MAX_EMAX, traps=[Inexact])


def to_arrow(schema: Schema, cells: Cells) -> "pa.Table":
    """As ``Table.to_arrow``."""
    arrow = _library("pyarrow", "a table for Arrow", "frames")
    arrays = [_array(arrow, schema, column, held) for column, held in zip(schema.columns, cells, strict=True)]
    return arrow.table(arrays, schema=_told(arrow, schema, [array.type for array in arrays]))


def to_polars(schema: Schema, cells: Cells) -> "pl.DataFrame":
    """As ``Table.to_polars``."""
    polars = _library("polars", "a table for polars", "frames")
    arrow = _library("pyarrow", "a table for polars", "frames")
    own = {ColumnType.TEXT: polars.String, ColumnType.WHOLE: polars.Int64, ColumnType.BOOLEAN: polars.Boolean}
    made = []
    for column, held in zip(schema.columns, cells, strict=True):
        kind = own.get(column.type)
        if kind is not None and _is_blank(held):
            made.append(polars.repeat(None, len(held), dtype=kind, eager=True))
        elif kind is not None:
            made.append(_fitted(lambda some, kind=kind: polars.Series(values=some, dtype=kind), schema, column, held))
        else:
            # Arrow is many times faster at Python's dates, decimals and tuples, and its memory is polars' own.
            made.append(polars.from_arrow(_array(arrow, schema, column, held)))
    frame: pl.DataFrame = polars.DataFrame(dict(zip(schema.names, made, strict=True)))
    return frame


def to_pandas(schema: Schema, cells: Cells) -> "pd.DataFrame":
    """As ``Table.to_pandas``."""
    pandas = _library("pandas", "a table for pandas", "pandas")
    numpy = importlib.import_module("numpy")  # which comes with it
    types = {ColumnType.TEXT: "string", ColumnType.BOOLEAN: "boolean", ColumnType.DATE: "datetime64[s]"}

    def series(cells: Sequence[Any], kind: ColumnType) -> Any:
        if kind is not ColumnType.WHOLE:
            return pandas.Series(list(cells), dtype=types.get(kind, "object"))
        # Left to itself, pandas tells whole numbers by way of floats where one of them is large.
        numbers = numpy.array([cell or 0 for cell in cells], dtype="int64")
        return pandas.Series(pandas.arrays.IntegerArray(numbers, numpy.array([cell is None for cell in cells], bool)))

    made = {}
    for column, held in zip(schema.columns, cells, strict=True):
        made[column.name] = _fitted(lambda some, kind=column.type: series(some, kind), schema, column, held)
    frame: pd.DataFrame = pandas.DataFrame(made)
    return frame


def to_parquet(schema: Schema, cells: Cells, path: str | os.PathLike[str]) -> None:
    """As ``Table.to_parquet``."""
    table = to_arrow(schema, cells)
    with _parquet(path, table.schema) as writer:
        writer.write_table(table)


def write_parquet(path: str | os.PathLike[str], schema: Schema, pieces: Iterable[Cells]) -> None:
    """As ``frames.write_parquet``, of the cells of its tables."""
    arrow = _library("pyarrow", "a Parquet file", "frames")
    types = [_type(arrow, column.type) or arrow.decimal128(_DIGITS, column.scale) for column in schema.columns]
    told = _told(arrow, schema, types)
    with _parquet(path, told) as writer:
        for cells in pieces:
            arrays = [
                _fitted(_making(arrow, column, kind), schema, column, held)
                for column, held, kind in zip(schema.columns, cells, types, strict=True)
            ]
            writer.write_table(arrow.table(arrays, schema=told))


@contextlib.contextmanager
def _parquet(path: str | os.PathLike[str], schema: "pa.Schema") -> Iterator[Any]:
    import pyarrow.parquet

    with replacing(path) as file, pyarrow.parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        yield writer


def _told(arrow: Any, schema: Schema, types: Sequence[Any]) -> "pa.Schema":
    """The schema in Arrow's words, with the meaning of each column."""
    told: pa.Schema = arrow.schema(
        [
            arrow.field(column.name, kind, metadata={"meaning": column.meaning})
            for column, kind in zip(schema.columns, types, strict=True)
        ]
    )
    return told


def _type(arrow: Any, kind: ColumnType) -> Any:
    """What a type of column is in Arrow; nothing for an exact number, whose decimals are not known yet."""
    return {
        ColumnType.TEXT: arrow.large_string(),
        ColumnType.TEXTS: arrow.large_list(arrow.large_string()),
        ColumnType.WHOLE: arrow.int64(),
        ColumnType.BOOLEAN: arrow.bool_(),
        ColumnType.DATE: arrow.date32(),
    }.get(kind)


def _is_blank(cells: Sequence[Any]) -> bool:
    """Whether nothing stands in a column, as in many; asked of the first cell before it is asked of all."""
    return bool(cells) and cells[0] is None and cells.count(None) == len(cells)


def _array(arrow: Any, schema: Schema, column: Column, cells: Sequence[Any]) -> Any:
    kind = _type(arrow, column.type)
    if _is_blank(cells):
        return arrow.nulls(len(cells), kind or arrow.decimal128(_DIGITS, 0))
    if kind is not None:
        return _fitted(_making(arrow, column, kind), schema, column, cells)
    try:
        numbers = _numbers(cells)
    except Inexact:
        pass  # it has more decimals than any reader knows, and comes as text
    except _MISFITS:
        raise _refused(_numbers, schema, column, cells) from None
    else:
        for scale in _SCALES:
            with contextlib.suppress(arrow.ArrowInvalid):
                return arrow.array(numbers, arrow.decimal128(_DIGITS, scale))
    return arrow.array([None if number is None else f"{number:f}" for number in cells], arrow.large_string())


def _making(arrow: Any, column: Column, kind: Any) -> Callable[[Sequence[Any]], Any]:
    if column.type is ColumnType.DECIMAL:
        return lambda cells: arrow.array(_numbers(cells), kind)
    return lambda cells: arrow.array(cells, kind)


def _numbers(cells: Sequence[Any]) -> Sequence[Any]:
    context = _AT_MOST_38_DECIMALS.copy()  # whose flags are ours alone
    context.clear_flags()
    # Nearly always there is nothing to drop, and then no list is made.
    deque(map(context.plus, filter(None, cells)), maxlen=0)
    if not context.flags[Rounded]:
        return cells
    return [number and context.plus(number) for number in cells]


def _fitted(make: Callable[..., Any], schema: Schema, column: Column, cells: Sequence[Any]) -> Any:
    """What a library makes of a column; where it refuses, the first cell that it refuses is named."""
    try:
        return make(cells)
    except _MISFITS:
        raise _refused(make, schema, column, cells) from None


def _refused(make: Callable[..., Any], schema: Schema, column: Column, cells: Sequence[Any]) -> CooperationError:
    for row, cell in enumerate(cells):
        try:
            make([cell])
        except _MISFITS:
            told = repr(cell)
            shown = told if len(told) <= _LONGEST else f"{told[:_LONGEST]}..."
            return CooperationError(f"{column.name} of row {row} of {schema.name} does not fit its column: {shown}")
    return CooperationError(f"the cells of the column {column.name} of {schema.name} do not fit it together")


def _library(name: str, feature: str, extra: str) -> Any:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        raise MissingExtraError(feature, name, extra) from None
