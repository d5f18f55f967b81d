"""The table as a value: rows, columns, slices, equality, and what it refuses."""

from decimal import Decimal

import pytest

from cooperation import frames
from cooperation.errors import CooperationError, InvariantError, UnknownColumnError
from cooperation.frames import Column, ColumnType, Schema, Table
from cooperation.model import Portfolio, Project


def schema(*types: ColumnType, name: str = "some") -> Schema:
    """A schema with columns of these types, called by letters."""
    columns = tuple(Column(name="abcdef"[i], type=kind, meaning=f"{i}.") for i, kind in enumerate(types))
    return Schema(name=name, row="A row.", key=("a",), columns=columns)


PAIR = schema(ColumnType.TEXT, ColumnType.DECIMAL)
TABLE = Table.of_rows(PAIR, [("x", Decimal(1)), ("y", None), ("z", Decimal(0))])


class TestReading:
    """``Table``: "Rows that can be read without any library"."""

    def test_rows_and_columns(self) -> None:
        """Rows are dicts or tuples, and a column is a tuple; what is unknown is none of 0, empty and false."""
        assert [{"a": "x", "b": Decimal(1)}, {"a": "y", "b": None}, {"a": "z", "b": Decimal(0)}] == list(TABLE)
        assert [("x", Decimal(1)), ("y", None), ("z", Decimal(0))] == list(TABLE.rows())
        assert (Decimal(1), None, Decimal(0)) == TABLE["b"]
        assert {"a": "z", "b": Decimal(0)} == TABLE[-1]
        assert 3 == len(TABLE)

    def test_parts_of_it(self) -> None:
        """A slice is a table, and so is a choice of columns; its key is what is left of the key."""
        assert ("y", "z") == TABLE[1:]["a"]
        assert PAIR == TABLE[:1].schema
        assert [(Decimal(1), "x"), (None, "y"), (Decimal(0), "z")] == list(TABLE.select("b", "a").rows())
        assert () == TABLE.select("b").schema.key

    def test_many_rows(self) -> None:
        """Rows are turned into columns piece by piece, and none is lost at an edge."""
        for many in (0, 1, 127, 128, 129, 1_000):
            table = Table.of_rows(PAIR, ((str(i), Decimal(i)) for i in range(many)))

            assert tuple(map(str, range(many))) == table["a"]
            assert many == len(table)

    @pytest.mark.parametrize("at", [3, -4])
    def test_no_such_row(self, at: int) -> None:
        """It says how many there are."""
        with pytest.raises(IndexError, match="some has 3 rows"):
            TABLE[at]

    def test_no_such_column(self) -> None:
        """The message names the nearest; it is a ``KeyError``, as of a dict."""
        with pytest.raises(UnknownColumnError, match=r"no column 'titles' in projects \(did you mean 'title'\?\)"):
            frames.projects(Portfolio())["titles"]
        with pytest.raises(KeyError):
            TABLE.select("zzz")


class TestValue:
    """``Table``: "frozen, equal to another with the same columns and cells"."""

    def test_equality(self) -> None:
        """Cells and schema count, and how it was made does not."""
        assert Table.of_rows(PAIR, list(TABLE.rows())) == TABLE
        assert TABLE[:2] != TABLE
        assert Table.of_rows(schema(ColumnType.TEXT, ColumnType.WHOLE), TABLE.rows()) != TABLE

    def test_equal_tables_have_one_hash(self) -> None:
        """So that it can be a key."""
        assert {TABLE: 1} == {Table.of_rows(PAIR, TABLE.rows()): 1}

    def test_it_is_frozen(self) -> None:
        """Neither the table nor a column it gives away can change it."""
        with pytest.raises(AttributeError):
            TABLE.schema = PAIR  # type: ignore[misc]  # which is what is tested
        assert isinstance(TABLE["a"], tuple)

    @pytest.mark.parametrize("rows", [[("x",)], [("x", Decimal(1)), ("x",)], [("x", Decimal(1), 3)], [(1,), (1, 2)]])
    def test_rows_of_another_length(self, rows: list[tuple[object, ...]]) -> None:
        """A row with too many or too few cells is refused, with both numbers."""
        with pytest.raises(InvariantError, match=r"a row of some has [13] cells, not 2"):
            Table.of_rows(PAIR, rows)

    def test_columns_of_another_length(self) -> None:
        """So are columns that do not fit one another or the schema."""
        with pytest.raises(InvariantError, match="not of one length"):
            Table(PAIR, (("x",), ()))
        with pytest.raises(InvariantError, match="has 2 columns, not 1"):
            Table(PAIR, (("x",),))

    def test_a_schema_of_its_own(self) -> None:
        """Two columns with one name, or a key that is no column, are refused."""
        column = Column(name="a", type=ColumnType.TEXT, meaning="A.")
        with pytest.raises(InvariantError, match="two columns of s have one name: a"):
            Schema(name="s", row="R.", key=(), columns=(column, column))
        with pytest.raises(UnknownColumnError):
            Schema(name="s", row="R.", key=("b",), columns=(column,))


class TestMaking:
    """What tables are made of."""

    def test_one_or_several(self, water: Project) -> None:
        """A project, a portfolio, and several of either, perhaps read one after the other."""
        portfolio = Portfolio(projects=(water,))
        one = frames.values(water)

        assert one == frames.values(portfolio) == frames.values([water]) == frames.values(iter((portfolio,)))
        assert 2 * list(one.rows()) == list(frames.values([portfolio, water]).rows())
        assert frames.tables(water) == frames.tables(iter([water]))

    @pytest.mark.parametrize("x", ["water", 3, None, ["water"], [None]])
    def test_anything_else(self, x: object) -> None:
        """It says what was given."""
        with pytest.raises(TypeError, match="rows are made of"):
            frames.projects(x)  # type: ignore[arg-type]  # which is what is tested

    def test_every_table_has_its_schema(self, water: Project) -> None:
        """And its name."""
        tables = frames.tables(water)

        assert [*tables, "findings"] == sorted([*frames.SCHEMAS], key=[*tables, "findings"].index)
        assert all(frames.SCHEMAS[name] is table.schema and name == table.name for name, table in tables.items())


@pytest.mark.parametrize("schema", frames.SCHEMAS.values(), ids=frames.SCHEMAS)
class TestSchemas:
    """What is documented of each column."""

    def test_meanings(self, schema: Schema) -> None:
        """Each says what it means in a sentence."""
        assert [] == [c.name for c in schema.columns if not c.meaning.endswith(".") or not c.meaning[0].isupper()]
        assert schema.row.endswith(".")

    def test_joins(self, schema: Schema) -> None:
        """A column that joins another table names one that is there, and of which it is the key or a part of it."""
        for column in schema.columns:
            if column.joins is not None:
                table, _, name = column.joins.partition(".")

                assert name in frames.SCHEMAS[table].key

    def test_units(self, schema: Schema) -> None:
        """Only numbers have a unit."""
        numbers = (ColumnType.WHOLE, ColumnType.DECIMAL)

        assert [] == [c.name for c in schema.columns if c.unit is not None and c.type not in numbers]


def test_a_missing_library_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each way out says what to install."""
    import sys

    for package, extra, way in (
        ("polars", "frames", TABLE.to_polars),
        ("pyarrow", "frames", TABLE.to_polars),
        ("pyarrow", "frames", TABLE.to_arrow),
        ("pyarrow", "frames", lambda: TABLE.to_parquet("never.parquet")),
        ("pandas", "pandas", TABLE.to_pandas),
    ):
        with monkeypatch.context() as patch:
            patch.setitem(sys.modules, package, None)
            with pytest.raises(CooperationError, match=rf"needs {package}: pip install 'cooperation\[{extra}\]'"):
                way()
