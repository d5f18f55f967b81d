"""A table: rows that can be read without any library, and handed to the libraries that analysts use."""

import itertools
import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Self, overload

import attrs

from cooperation.errors import InvariantError
from cooperation.frames import delimited, libraries
from cooperation.frames.schema import Column, Schema

if TYPE_CHECKING:
    # For annotations only: none of them is needed to use a table.
    import pandas as pd
    import polars as pl
    import pyarrow as pa

__all__ = ["Table", "write_csv", "write_parquet"]

# Rows are turned into columns while they are still in the processor's cache.
_AT_ONCE = 128


@attrs.frozen(repr=False)
class Table:
    """Rows of one kind, kept column by column, with what each column means.

    A table is a value: frozen, equal to another with the same columns and cells, and free of any library.
    ``for row in table`` gives a dict a row, ``table["title"]`` a column, ``table[0]`` a row, ``table[:10]`` a shorter
    table.

    Attributes:
        schema: What it holds.
        cells: The cells of each column, in the order of the schema; ``None`` where something is unknown.
            They are not copied, so do not change a list that you have given to a table.

    Raises:
        InvariantError: It has more or fewer columns than its schema, or columns of unlike length.

    >>> from cooperation.frames import ColumnType
    >>> column = Column(name="project", type=ColumnType.TEXT, meaning="The project.")
    >>> table = Table.of_rows(Schema(name="ids", row="An id.", key=(), columns=(column,)), [("a",), ("b",)])
    >>> table
    Table('ids', rows=2, columns=1)
    >>> list(table), table["project"], table[1]
    ([{'project': 'a'}, {'project': 'b'}], ('a', 'b'), {'project': 'b'})

    """

    schema: Schema
    cells: tuple[Sequence[Any], ...] = attrs.field(hash=False)

    def __attrs_post_init__(self) -> None:
        if len(self.cells) != len(self.schema.columns):
            raise InvariantError(f"{self.name} has {len(self.schema.columns)} columns, not {len(self.cells)}")
        if len({len(column) for column in self.cells}) > 1:
            raise InvariantError(f"the columns of {self.name} are not of one length")

    @classmethod
    def of_rows(cls, schema: Schema, rows: Iterable[Sequence[Any]]) -> Self:
        """The table of these rows, each with a cell a column in the order of the schema.

        Raises:
            InvariantError: A row has more or fewer cells than the schema has columns.

        """
        # Lists, not tuples: a copy of a large table costs more than making its rows.
        columns: list[list[Any]] = [[] for _ in schema.columns]
        extend = [column.extend for column in columns]
        remaining = iter(rows)
        while some := list(itertools.islice(remaining, _AT_ONCE)):
            try:
                for more, cells in zip(extend, zip(*some, strict=True), strict=True):
                    more(cells)
            except ValueError:
                wrong = next(len(row) for row in some if len(row) != len(columns))
                raise InvariantError(f"a row of {schema.name} has {wrong} cells, not {len(columns)}") from None
        return cls(schema, tuple(columns))

    @property
    def name(self) -> str:
        """What it is called."""
        return self.schema.name

    @property
    def columns(self) -> tuple[Column, ...]:
        """Its columns, with their types and meanings."""
        return self.schema.columns

    def __len__(self) -> int:
        return len(self.cells[0]) if self.cells else 0

    def __iter__(self) -> Iterator[dict[str, Any]]:
        names = self.schema.names
        return (dict(zip(names, row, strict=True)) for row in self.rows())

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """Its rows as plain tuples, which is the fastest way through it."""
        return zip(*self.cells, strict=True)

    @overload
    def __getitem__(self, at: str) -> tuple[Any, ...]: ...
    @overload
    def __getitem__(self, at: int) -> dict[str, Any]: ...
    @overload
    def __getitem__(self, at: slice) -> Self: ...
    def __getitem__(self, at: str | int | slice) -> Any:
        if isinstance(at, str):
            return tuple(self.cells[self.schema.position(at)])
        if isinstance(at, slice):
            return attrs.evolve(self, cells=tuple(column[at] for column in self.cells))
        if not -len(self) <= at < len(self):
            raise IndexError(f"{self.name} has {len(self)} rows, and none at {at}")
        return dict(zip(self.schema.names, (column[at] for column in self.cells), strict=True))

    def select(self, *names: str) -> Self:
        """The table with these columns only, in this order.

        Raises:
            UnknownColumnError: It has no such column; the message names the nearest.

        """
        positions = [self.schema.position(name) for name in names]
        columns = tuple(self.columns[position] for position in positions)
        key = tuple(name for name in self.schema.key if name in names)
        schema = attrs.evolve(self.schema, columns=columns, key=key)
        return attrs.evolve(self, schema=schema, cells=tuple(self.cells[position] for position in positions))

    # ---- other libraries -----------------------------------------------------------------------------------------

    def to_arrow(self) -> "pa.Table":
        """The table as pyarrow has it; numbers stay exact, and what is unknown is null.

        An exact number becomes a decimal of 38 digits with as many decimals as the column needs.
        A column that no such decimal can hold comes as text, with all its digits, rather than rounded.

        Raises:
            MissingExtraError: pyarrow is not installed.
            CooperationError: A text has half a surrogate pair, or a whole number has more than 64 bits.

        """
        return libraries.to_arrow(self.schema, self.cells)

    def to_polars(self) -> "pl.DataFrame":
        """The table as a polars data frame, with the types of ``to_arrow``.

        Raises:
            MissingExtraError: polars or pyarrow is not installed.
            CooperationError: A text has half a surrogate pair, or a whole number has more than 64 bits.

        """
        return libraries.to_polars(self.schema, self.cells)

    def to_pandas(self) -> "pd.DataFrame":
        """The table as a pandas data frame of nullable columns.

        Exact numbers are ``Decimal`` objects, lists of texts are tuples, and dates are ``datetime64[s]``.

        Raises:
            MissingExtraError: pandas is not installed.
            CooperationError: A whole number has more than 64 bits.

        """
        return libraries.to_pandas(self.schema, self.cells)

    def to_parquet(self, path: str | os.PathLike[str]) -> None:
        """Write the table to a Parquet file, wholly or not at all, with the types of ``to_arrow``.

        The meaning of each column is kept in the file's schema.

        Raises:
            MissingExtraError: pyarrow is not installed.
            CooperationError: A text has half a surrogate pair, or a whole number has more than 64 bits.
            OSError: The file cannot be written; what stood there before still stands.

        """
        libraries.to_parquet(self.schema, self.cells, path)

    @overload
    def to_csv(self, path: None = None, *, harmless: bool = True) -> str: ...
    @overload
    def to_csv(self, path: str | os.PathLike[str], *, harmless: bool = True) -> None: ...
    def to_csv(self, path: str | os.PathLike[str] | None = None, *, harmless: bool = True) -> str | None:
        r"""The table as comma-separated values in UTF-8; written to a file wholly or not at all where one is named.

        Texts stand in quotes, an empty text as ``""``; numbers, dates, ``true`` and ``false`` stand without, and what
        is unknown is left empty. A list of texts is a JSON array in quotes.

        A spreadsheet takes a text such as ``=HYPERLINK(...)`` for a formula, even one that a stranger wrote into a
        proposal. So a text that begins with ``=``, ``+``, ``-``, ``@`` or their full-width forms, with a tab or a
        line's end, or with any of these behind white space or invisible characters, gets an apostrophe before it; so
        does one that begins with an apostrophe, so that taking one away gives back every text as it was.
        Numbers never do: ``-5`` stays a number.

        Args:
            path: Where to write it; the text is given back where nothing is said.
            harmless: Whether to do that; without it, give the file to programs only.

        Raises:
            CooperationError: A text has half a surrogate pair, and a file is named.
            OSError: The file cannot be written; what stood there before still stands.

        """
        if path is None:
            return "".join(delimited.lines(self.schema, [self.cells], harmless=harmless))
        delimited.write(path, self.schema, [self.cells], harmless=harmless)
        return None

    # ---- how it looks --------------------------------------------------------------------------------------------

    def __repr__(self) -> str:
        return f"Table({self.name!r}, rows={len(self)}, columns={len(self.columns)})"

    def __str__(self) -> str:
        from cooperation.views import tables

        return tables.as_text(self)

    def _repr_html_(self) -> str:
        from cooperation.views import tables

        return tables.as_html(self)


def write_parquet(path: str | os.PathLike[str], schema: Schema, tables: Iterable[Table]) -> None:
    """Write tables of one schema to one Parquet file, one after the other, without holding more than one of them.

    The file is there when the last is written, and not before.
    Its types are told by the schema alone: exact numbers are decimals of 38 digits with ``Column.scale`` decimals, and
    one that does not fit is refused rather than rounded.

    Args:
        path: Where to write it.
        schema: What each of the tables holds.
        tables: The tables, perhaps made as they are asked for.

    Raises:
        MissingExtraError: pyarrow is not installed.
        InvariantError: A table has another schema.
        CooperationError: A cell does not fit its column; the message names it.
        OSError: The file cannot be written; what stood there before still stands, as after any other error.

    >>> from cooperation import frames, load_example
    >>> portfolio = load_example("vaxjo")
    >>> some = (frames.benefits(project) for project in portfolio)
    >>> write_parquet("benefits.parquet", frames.schema("benefits"), some)  # doctest: +SKIP

    """
    libraries.write_parquet(path, schema, _cells(schema, tables))


def write_csv(path: str | os.PathLike[str], schema: Schema, tables: Iterable[Table], *, harmless: bool = True) -> None:
    """Write tables of one schema to one file of comma-separated values, as ``Table.to_csv`` writes one.

    Args:
        path: Where to write it.
        schema: What each of the tables holds.
        tables: The tables, perhaps made as they are asked for.
        harmless: Whether texts that a spreadsheet would take for formulas are kept from being any.

    Raises:
        InvariantError: A table has another schema.
        CooperationError: A text has half a surrogate pair.
        OSError: The file cannot be written; what stood there before still stands, as after any other error.

    """
    delimited.write(path, schema, _cells(schema, tables), harmless=harmless)


def _cells(schema: Schema, tables: Iterable[Table]) -> Iterator[tuple[Sequence[Any], ...]]:
    for table in tables:
        if table.schema != schema:
            raise InvariantError(f"a table of {table.name} is not of the schema {schema.name} it is to be written by")
        yield table.cells
