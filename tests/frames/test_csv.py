"""Comma-separated values: what is read back, and what a spreadsheet must not run."""

import csv
import datetime as dt
import io
import json
from decimal import Decimal
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cooperation import frames
from cooperation.errors import CooperationError
from cooperation.frames import Column, ColumnType, Schema, Table
from cooperation.model import Project

TEXTS = Schema(name="texts", row="A row.", key=(), columns=(Column(name="a", type=ColumnType.TEXT, meaning="A."),))
# As https://owasp.org/www-community/attacks/CSV_Injection lists them, and what is left of them behind what is not seen.
FORMULAS = (
    '=HYPERLINK("http://evil.example","x")',
    "+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "\u200b=1",
    "\ufeff=1",
    "\u202e=1",
    "\uff1d1",
    "\uff0b1",
    "\uff0d1",
    "\uff201",
    "\ttab",
    "\rreturn",
    "=",
)


def texts(*some: str | None) -> Table:
    """A table of texts."""
    return Table.of_rows(TEXTS, [(text,) for text in some])


def read(text: str) -> list[list[str]]:
    """What Python's reader sees."""
    return list(csv.reader(io.StringIO(text, newline="")))


class TestForms:
    """``to_csv``: how each type is written."""

    def test_every_type(self) -> None:
        """Texts stand in quotes and nothing else does; an empty text is not an unknown one."""
        schema = Schema(
            name="every",
            row="A row.",
            key=(),
            columns=tuple(Column(name=kind.name.lower(), type=kind, meaning="A.") for kind in ColumnType),
        )
        table = Table.of_rows(
            schema,
            [
                ('a "b"\n', ("c", 'd"'), -5, Decimal("-1E+2"), True, dt.date(2019, 3, 1)),
                ("", (), 0, Decimal("0.10"), False, dt.date(1, 1, 1)),
                (None,) * 6,
            ],
        )

        assert (
            "text,texts,whole,decimal,boolean,date\n"
            '"a ""b""\n","[""c"", ""d\\""""]",-5,-100,true,2019-03-01\n'
            '"","[]",0,0.10,false,0001-01-01\n'
            ",,,,,\n"
        ) == table.to_csv()

    def test_names_that_need_quotes(self) -> None:
        """A schema of somebody else may have odd names."""
        odd = Schema(name="s", row="R.", key=(), columns=(Column(name='=a,"b', type=ColumnType.TEXT, meaning="A."),))

        assert '"\'=a,""b"\n' == Table.of_rows(odd, []).to_csv()

    def test_polars_reads_it(self, water: Project) -> None:
        """Another library sees the same rows, and numbers as numbers."""
        table = frames.budget(water)
        frame = pl.read_csv(io.BytesIO(table.to_csv().encode()))

        assert list(table["amount"]) == [None if cell is None else Decimal(cell) for cell in frame["amount"].to_list()]
        assert pl.Int64 == frame.schema["amount"]
        assert list(table["line"]) == frame["line"].to_list()


class TestFormulas:
    """``to_csv``: "A spreadsheet takes a text such as ``=HYPERLINK(...)`` for a formula"."""

    @pytest.mark.parametrize("formula", FORMULAS)
    def test_formulas_are_texts(self, formula: str) -> None:
        """An apostrophe stands before each, and taking it away gives the text."""
        assert [["a"], [f"'{formula}"]] == read(texts(formula).to_csv())

    @pytest.mark.parametrize("text", ["a=b", "1-1", "5", "", " ", "a@b.example", "* x", "#1", "ä"])
    def test_other_texts_are_left_alone(self, text: str) -> None:
        """What is no formula looks as it did."""
        assert text == read(texts(text).to_csv())[1][0]

    def test_lists(self) -> None:
        """A list begins with a bracket, so that no text in it can begin a cell."""
        schema = Schema(name="s", row="R.", key=(), columns=(Column(name="a", type=ColumnType.TEXTS, meaning="A."),))
        cell = read(Table.of_rows(schema, [(("=1", "-2"),)]).to_csv())[1][0]

        assert ["=1", "-2"] == json.loads(cell)

    def test_a_text_cannot_leave_its_cell(self) -> None:
        """Not even for a program that takes a semicolon for the end of a cell."""
        text = texts("a;=1", '",=1,"', '"\n=1').to_csv()

        assert ["a;=1", '",=1,"', '"\n=1'] == [row[0] for row in read(text)[1:]]
        assert ["a;=1", '",=1,"', '"\n=1'] == [
            row[0] for row in list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))[1:]
        ]

    def test_for_programs(self) -> None:
        """Whoever asks for it gets the texts as they are."""
        assert ["=1", "'x"] == [row[0] for row in read(texts("=1", "'x").to_csv(harmless=False))[1:]]

    @given(st.lists(st.text()))
    def test_every_text_is_read_back(self, some: list[str]) -> None:
        """One apostrophe at the beginning is the mark, and without it there was none."""
        cells = [row[0] if row else "" for row in read(texts(*some).to_csv())[1:]]

        assert some == [cell.removeprefix("'") for cell in cells]
        assert not any(cell.lstrip()[:1] in tuple("=+-@") and cell.lstrip() for cell in cells)


class TestFiles:
    """``to_csv`` and ``write_csv``: "wholly or not at all"."""

    def test_files(self, tmp_path: Path) -> None:
        """A file has what the text has, and several tables make one file with one line of names."""
        file, table = tmp_path / "a.csv", texts("Växjö", None)
        assert table.to_csv(file) is None
        assert table.to_csv() == file.read_bytes().decode()

        frames.write_csv(file, TEXTS, iter([table, table]))

        assert texts("Växjö", None, "Växjö", None).to_csv() == file.read_bytes().decode()

    def test_many_rows(self, tmp_path: Path) -> None:
        """Lines are written in pieces, and none is lost at an edge."""
        table = texts(*map(str, range(3_000)))
        table.to_csv(tmp_path / "a.csv")

        assert table.to_csv() == (tmp_path / "a.csv").read_text(encoding="utf-8")

    def test_half_a_surrogate_pair(self, tmp_path: Path) -> None:
        """No file can hold it, and the old file still stands."""
        file = tmp_path / "a.csv"
        file.write_bytes(b"old")
        with pytest.raises(CooperationError, match="a text of texts holds half a surrogate pair"):
            texts("\ud800").to_csv(file)

        assert b"old" == file.read_bytes()
        assert [file] == list(tmp_path.iterdir())
