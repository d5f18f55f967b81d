"""Frames: projects as tidy rows with stable ids, for whoever counts, filters and draws.

Each function makes one table of a project, a portfolio, or any number of either, perhaps read one after the other.
A ``Table`` is read without any library and handed to polars, pandas, Arrow, Parquet and CSV.
What is unknown is ``None`` or null, and never 0; what the source calls approximate says so in a column of its own.

>>> from cooperation import load_example
>>> table = benefits(load_example("vaxjo"))
>>> len(table), table["partner"][:2]
(30, ('jb-marks', 'vaxjo'))
"""

import functools
from collections.abc import Callable, Mapping

from cooperation.frames.aims import INDICATORS, OBJECTIVES, VALUES, indicators, objectives, values
from cooperation.frames.findings import FINDINGS, findings
from cooperation.frames.holders import Projects
from cooperation.frames.schema import Column, ColumnType, Schema
from cooperation.frames.table import Table, write_csv, write_parquet
from cooperation.frames.tracking import TRACKING, Progress, Progressed, tracking
from cooperation.frames.wholes import (
    ORGANISATIONS,
    PARTICIPATIONS,
    PROJECTS,
    organisations,
    participations,
    projects,
)
from cooperation.frames.work import ACTIVITIES, BENEFITS, BUDGET, activities, benefits, budget
from cooperation.model import Portfolio, Project

__all__ = [
    "SCHEMAS",
    "Column",
    "ColumnType",
    "Progress",
    "Progressed",
    "Projects",
    "Schema",
    "Table",
    "activities",
    "benefits",
    "budget",
    "findings",
    "indicators",
    "objectives",
    "organisations",
    "participations",
    "projects",
    "tables",
    "tracking",
    "values",
    "write_csv",
    "write_parquet",
]

SCHEMAS: dict[str, Schema] = {
    schema.name: schema
    for schema in (
        ORGANISATIONS,
        PROJECTS,
        PARTICIPATIONS,
        OBJECTIVES,
        INDICATORS,
        VALUES,
        TRACKING,
        ACTIVITIES,
        BUDGET,
        BENEFITS,
        FINDINGS,
    )
}
"""What each table holds, by its name: the types and meanings of all columns."""

_MAKERS: Mapping[str, Callable[..., Table]] = {
    "organisations": organisations,
    "projects": projects,
    "participations": participations,
    "objectives": objectives,
    "indicators": indicators,
    "values": values,
    # How far each has come is a measure, and dear for a hundred thousand projects: ``tracking`` by itself tells it.
    "tracking": functools.partial(tracking, progress=None),
    "activities": activities,
    "budget": budget,
    "benefits": benefits,
}


def tables(x: Projects, *, language: str | None = None) -> dict[str, Table]:
    """Every table that projects give, by its name; that of findings is made of a report.

    The columns of progress in the table ``tracking`` are null here, since every value would have to be reckoned with;
    the function of that name tells them.

    Args:
        x: A project, a portfolio, or several of either.
        language: The language of its texts, where they have it; else as their author wrote them first.

    Raises:
        TypeError: It is neither of them, nor several of them.

    >>> from cooperation.model import Portfolio
    >>> [(name, len(table)) for name, table in tables(Portfolio()).items()][:3]
    [('organisations', 0), ('projects', 0), ('participations', 0)]

    """
    held = x if isinstance(x, (Project, Portfolio)) else tuple(x)
    return {name: make(held, language=language) for name, make in _MAKERS.items()}
