"""Tables as pyarrow, polars, pandas and Parquet have them; none of these is imported before it is asked for."""

import contextlib
import importlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
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
_DIGITS = 38  # of the decimals that every reader of Arrow and Parquet knows
# What people write first: no decimals, hundredths, millionths; so that like columns come out alike.
_SCALES = tuple(dict.fromkeys((0, 2, 4, 6, 9, 12, *range(_DIGITS + 1))))


def to_arrow(schema: Schema, cells: Cells) -> "pa.Table":
    """As ``Table.to_arrow``."""
    pa = _library("pyarrow", "a table for Arrow", "frames")
    arrays = [_exact(pa, schema, column, held) for column, held in zip(schema.columns, cells, strict=True)]
    fields = [
        pa.field(column.name, array.type, metadata={"meaning": column.meaning})
        for column, array in zip(schema.columns, arrays, strict=True)
    ]
    return pa.table(arrays, schema=pa.schema(fields))


def to_polars(schema: Schema, cells: Cells) -> "pl.DataFrame":
    """As ``Table.to_polars``."""
    pl = _library("polars", "a table for polars", "frames")
    # Arrow's memory is polars' own, and Arrow is many times faster at reading Python's dates, decimals and tuples.
    return pl.from_arrow(to_arrow(schema, cells))  # type: ignore[no-any-return]  # of a table it is a frame


def to_pandas(schema: Schema, cells: Cells) -> "pd.DataFrame":
    """As ``Table.to_pandas``."""
    pandas = _library("pandas", "a table for pandas", "pandas")
    types = {
        ColumnType.TEXT: "string",
        ColumnType.WHOLE: "Int64",
        ColumnType.BOOLEAN: "boolean",
        ColumnType.DATE: "datetime64[s]",
    }
    made = {}
    for column, held in zip(schema.columns, cells, strict=True):
        made[column.name] = _series(pandas, schema, column, held, types.get(column.type, "object"))
    frame: pd.DataFrame = pandas.DataFrame(made)
    return frame


def _series(pd: Any, schema: Schema, column: Column, cells: Sequence[Any], dtype: str) -> Any:
    try:
        return pd.Series(list(cells), dtype=dtype)
    except OverflowError:
        raise _refused(schema, column, cells, lambda cell: pd.Series([cell], dtype=dtype)) from None


def to_parquet(schema: Schema, cells: Cells, path: str | os.PathLike[str]) -> None:
    """As ``Table.to_parquet``."""
    table = to_arrow(schema, cells)
    with _parquet(path, table.schema) as writer:
        writer.write_table(table)


def write_parquet(path: str | os.PathLike[str], schema: Schema, pieces: Iterable[Cells]) -> None:
    """As ``frames.write_parquet``, of the cells of its tables."""
    pa = _library("pyarrow", "a Parquet file", "frames")
    types = [_type(pa, column.type) or pa.decimal128(_DIGITS, column.scale) for column in schema.columns]
    told = pa.schema(
        [
            pa.field(column.name, held, metadata={"meaning": column.meaning})
            for column, held in zip(schema.columns, types, strict=True)
        ]
    )
    with _parquet(path, told) as writer:
        for cells in pieces:
            arrays = [
                _array(pa, schema, column, held, type_)
                for column, held, type_ in zip(schema.columns, cells, types, strict=True)
            ]
            writer.write_table(pa.table(arrays, schema=told))


@contextlib.contextmanager
def _parquet(path: str | os.PathLike[str], schema: "pa.Schema") -> Iterator[Any]:
    import pyarrow.parquet

    with replacing(path) as file, pyarrow.parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        yield writer


def _type(pa: Any, kind: ColumnType) -> Any:
    """What a type of column is in Arrow; nothing for an exact number, whose decimals are not known yet."""
    return {
        ColumnType.TEXT: pa.large_string(),
        ColumnType.TEXTS: pa.large_list(pa.large_string()),
        ColumnType.WHOLE: pa.int64(),
        ColumnType.BOOLEAN: pa.bool_(),
        ColumnType.DATE: pa.date32(),
    }.get(kind)


def _exact(pa: Any, schema: Schema, column: Column, cells: Sequence[Any]) -> Any:
    kind = _type(pa, column.type)
    if kind is not None:
        return _array(pa, schema, column, cells, kind)
    for scale in _SCALES:
        with contextlib.suppress(pa.ArrowInvalid):
            return pa.array(cells, pa.decimal128(_DIGITS, scale))
    return pa.array([None if number is None else f"{number:f}" for number in cells], pa.large_string())


def _array(pa: Any, schema: Schema, column: Column, cells: Sequence[Any], kind: Any) -> Any:
    try:
        return pa.array(cells, kind)
    except (pa.ArrowException, OverflowError, TypeError, UnicodeError):
        raise _refused(schema, column, cells, lambda cell: pa.array([cell], kind)) from None


def _refused(schema: Schema, column: Column, cells: Sequence[Any], fit: Callable[[Any], object]) -> CooperationError:
    """That a cell does not fit its column, naming the first that does not."""
    for row, cell in enumerate(cells):
        try:
            fit(cell)
        except Exception:  # noqa: BLE001  # whatever a library calls it, it is this cell
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
