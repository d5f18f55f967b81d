"""The page of the tables."""

from __future__ import annotations

from cooperation.frames import SCHEMAS, Column, Schema
from pages.words import page_of, table


def frames_page() -> str:
    """Every table and every column of it."""
    lines = [
        "# Tables",
        "",
        "Every table of `cooperation.frames`, with the type and the meaning of each column.",
        "[How to analyse](../how-to/analyse.md) shows how they are used.",
        "",
        "What is unknown is null, and null is all that it is: a zero, an empty text and an empty list are known.",
        "",
        *table(("Type", "In Python", "In Arrow and polars", "In pandas", "In CSV"), _FRAME_TYPES),
        "A table is asked for by its name: `co.frames.values(portfolio)`.",
        "The key is the columns that together tell a row from all others of the same portfolio.",
        "",
    ]
    for schema_ in SCHEMAS.values():
        lines += [f"## {schema_.name}", "", schema_.row, "", f"Key: {', '.join(f'`{one}`' for one in schema_.key)}", ""]
        lines += columns_of(schema_)
    return page_of("the schemas of cooperation.frames", lines)


_FRAME_TYPES = (
    ("text", "`str`", "string", "string", 'in quotes; empty is `""`'),
    ("texts", "tuple of `str`", "list of string", "object: tuples", "a JSON array in quotes"),
    ("whole number", "`int`", "int64", "Int64", "as it is"),
    ("exact number", "`Decimal`", "decimal of 38 digits", "object: `Decimal`", "as it is, without an exponent"),
    ("true or false", "`bool`", "bool", "boolean", "`true` or `false`"),
    ("date", "`datetime.date`", "date", "datetime64[s]", "2019-03-01"),
)


def columns_of(schema: Schema) -> list[str]:
    """The columns of a table, each with its type and meaning."""
    rows = ((f"`{one.name}`", _kind(one), _means(one)) for one in schema.columns)
    return table(("Column", "Type", "Meaning"), rows)


def _kind(column: Column) -> str:
    """The type of a column, with its unit."""
    return column.type.value if column.unit is None else f"{column.type.value}, in {column.unit}"


def _means(column: Column) -> str:
    """What a column means, with the words it may hold and what it joins."""
    told = column.meaning
    if column.words:
        told += f" One of {', '.join(f'`{word}`' for word in column.words)}."
    return told if column.joins is None else f"{told} Joins `{column.joins}`."
