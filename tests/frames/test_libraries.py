"""Tables in polars, pandas, Arrow and Parquet: exact, typed, and null where something is unknown."""

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cooperation import frames
from cooperation.errors import CooperationError, InvariantError
from cooperation.frames import Column, ColumnType, Schema, Table
from cooperation.model import Project

EVERY = Schema(
    name="every",
    row="A row.",
    key=(),
    columns=tuple(Column(name=kind.name.lower(), type=kind, meaning=f"A {kind.value}.") for kind in ColumnType),
)
FULL = ("a", ("b", ""), 3, Decimal("4.5"), False, dt.date(2019, 3, 1))
ROWS = [FULL, (None,) * 6, ("", (), 0, Decimal(0), True, dt.date(1, 1, 1))]
TABLE = Table.of_rows(EVERY, ROWS)


def of(kind: ColumnType, *cells: object, **more: Any) -> Table:
    """A table of one column."""
    column = Column(name="a", type=kind, meaning="A.", **more)
    return Table.of_rows(Schema(name="one", row="A row.", key=(), columns=(column,)), [(cell,) for cell in cells])


class TestPolars:
    """``to_polars``: "With the types of ``to_arrow``"."""

    def test_types_and_cells(self) -> None:
        """Every type has its own, and null is neither nought nor empty."""
        frame = TABLE.to_polars()

        assert {
            "text": pl.String,
            "texts": pl.List(pl.String),
            "whole": pl.Int64,
            "decimal": pl.Decimal(38, 2),
            "boolean": pl.Boolean,
            "date": pl.Date,
        } == dict(frame.schema)
        assert [("a", ["b", ""], 3, Decimal("4.5"), False, dt.date(2019, 3, 1)), (None,) * 6] == frame.rows()[:2]
        assert ("", [], 0, Decimal(0), True, dt.date(1, 1, 1)) == frame.row(2)

    def test_an_empty_table_has_its_types(self) -> None:
        """So that what follows need not ask whether there was anything."""
        assert TABLE.to_polars().schema.names() == Table.of_rows(EVERY, []).to_polars().schema.names()
        assert pl.Decimal(38, 0) == Table.of_rows(EVERY, []).to_polars().schema["decimal"]

    def test_what_it_has_is_what_arrow_has(self, water: Project) -> None:
        """Two ways, one table."""
        for table in frames.tables(water).values():
            assert pl.from_arrow(table.to_arrow()).equals(table.to_polars())  # type: ignore[union-attr]


class TestArrow:
    """``to_arrow``: "Numbers stay exact, and what is unknown is null."."""

    def test_types_and_cells(self) -> None:
        """The columns with their meanings."""
        table = TABLE.to_arrow()

        assert "decimal128(38, 2)" == str(table.schema.field("decimal").type)
        assert {b"meaning": b"A date."} == table.schema.field("date").metadata
        assert [{**dict(zip(EVERY.names, FULL, strict=True)), "texts": ["b", ""]}] == table.to_pylist()[:1]
        assert {None} == set(table.to_pylist()[1].values())

    @pytest.mark.parametrize(
        ("numbers", "kind"),
        [
            (("1", "100.00", "1E+3"), "decimal128(38, 0)"),
            (("0.5",), "decimal128(38, 2)"),
            (("0.12345",), "decimal128(38, 6)"),
            (("12345678901234567890.0123456789",), "decimal128(38, 12)"),
            (("1" * 30 + ".12345678",), "decimal128(38, 8)"),
            (("9.99E+30", "-0"), "decimal128(38, 0)"),
            (("1E-38",), "decimal128(38, 38)"),
            (("0.1" + 50 * "0",), "decimal128(38, 2)"),
            (("1E-39",), "large_string"),
            (("1E-30", "1E+30"), "large_string"),
            (("1" * 39,), "large_string"),
        ],
    )
    def test_exact_numbers(self, numbers: tuple[str, ...], kind: str) -> None:
        """As many decimals as they need; what fits no decimal comes as text with all its digits."""
        made = of(ColumnType.DECIMAL, *map(Decimal, numbers), None).to_arrow()["a"]

        assert kind == str(made.type)
        assert [*map(Decimal, numbers), None] == [None if cell is None else Decimal(cell) for cell in made.to_pylist()]

    @given(st.lists(st.decimals(allow_nan=False, allow_infinity=False).filter(lambda d: -90 < d.adjusted() < 90)))
    def test_no_digit_is_lost(self, numbers: list[Decimal]) -> None:
        """Whatever the numbers, those that come out are those that went in."""
        made = of(ColumnType.DECIMAL, *numbers).to_arrow()["a"].to_pylist()

        assert numbers == list(map(Decimal, made))


class TestPandas:
    """``to_pandas``: "A pandas data frame of nullable columns"."""

    def test_types_and_cells(self) -> None:
        """Numbers are exact, and no whole number becomes a float because another is unknown."""
        frame = TABLE.to_pandas()

        assert ["string", "object", "Int64", "object", "boolean", "datetime64[s]"] == [
            "string" if isinstance(kind, pd.StringDtype) else str(kind) for kind in frame.dtypes
        ]
        assert ["a", ("b", ""), 3, Decimal("4.5"), False] == frame.iloc[0].tolist()[:5]
        assert frame.iloc[1].isna().all()
        assert dt.date(1, 1, 1) == frame["date"].dt.date[2]

    def test_every_table(self, water: Project) -> None:
        """Each has the rows and the columns of the table."""
        for table in frames.tables(water).values():
            assert (len(table), len(table.columns)) == table.to_pandas().shape


class TestParquet:
    """``to_parquet`` and ``write_parquet``: "wholly or not at all"."""

    def test_one_table(self, tmp_path: Path) -> None:
        """What is written is what ``to_arrow`` gives, with the meanings."""
        TABLE.to_parquet(tmp_path / "a.parquet")

        assert TABLE.to_arrow().equals(pq.read_table(tmp_path / "a.parquet"))
        assert b"A text." == pq.read_schema(tmp_path / "a.parquet").field("text").metadata[b"meaning"]
        assert TABLE.to_polars().equals(pl.read_parquet(tmp_path / "a.parquet"))

    def test_piece_by_piece(self, tmp_path: Path) -> None:
        """Tables are asked for one after the other, and stand in one file, whose types the schema alone tells."""
        file, asked = tmp_path / "a.parquet", []

        def pieces() -> Any:
            for number in range(3):
                asked.append(number)
                assert not file.exists()
                yield TABLE

        frames.write_parquet(file, EVERY, pieces())

        assert [0, 1, 2] == asked
        assert 3 * TABLE.to_polars().rows() == pl.read_parquet(file).rows()
        assert pa.decimal128(38, 12) == pq.read_schema(file).field("decimal").type
        assert 3 == pq.ParquetFile(file).num_row_groups

    def test_no_pieces(self, tmp_path: Path) -> None:
        """An empty file has its columns."""
        frames.write_parquet(tmp_path / "a.parquet", EVERY, [])

        assert list(EVERY.names) == pl.read_parquet(tmp_path / "a.parquet").columns

    def test_a_number_that_does_not_fit(self, tmp_path: Path) -> None:
        """It is refused rather than rounded, and the file that stood there still stands."""
        file = tmp_path / "a.parquet"
        file.write_bytes(b"old")
        for scale, number in ((2, "0.125"), (12, "1E-45"), (12, "1E+30")):
            table = of(ColumnType.DECIMAL, Decimal(1), Decimal(number), scale=scale)
            with pytest.raises(CooperationError, match=r"a of row 1 of one does not fit its column: Decimal"):
                frames.write_parquet(file, table.schema, [table])

        assert b"old" == file.read_bytes()
        assert [file] == list(tmp_path.iterdir())

    def test_another_schema(self, tmp_path: Path) -> None:
        """A table of something else is not written under these names."""
        with pytest.raises(InvariantError, match="a table of one is not of the schema every"):
            frames.write_parquet(tmp_path / "a.parquet", EVERY, [of(ColumnType.TEXT)])
        with pytest.raises(InvariantError, match="a table of one is not of the schema every"):
            frames.write_csv(tmp_path / "a.csv", EVERY, [of(ColumnType.TEXT)])

        assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("table", "ways"),
    [
        (of(ColumnType.TEXT, "a", "\ud800"), ("to_arrow", "to_polars")),
        (of(ColumnType.TEXTS, ("a",), ("a", "\ud800")), ("to_arrow", "to_polars")),
        (of(ColumnType.WHOLE, 1, 2**63), ("to_arrow", "to_polars", "to_pandas")),
        (of(ColumnType.DECIMAL, Decimal(1), "x"), ("to_arrow", "to_polars")),
        (of(ColumnType.TEXT, "a", 1), ("to_arrow", "to_polars")),
        (of(ColumnType.DATE, None, "2019"), ("to_arrow", "to_polars")),
    ],
)
def test_a_cell_that_does_not_fit(table: Table, ways: tuple[str, ...]) -> None:
    """The message names its column and its row."""
    for way in ways:
        with pytest.raises(CooperationError, match="a of row 1 of one does not fit its column"):
            getattr(table, way)()
