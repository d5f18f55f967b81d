"""What a table holds: its columns, each with its type and meaning, and what one row of it is."""

import enum

import attrs

from cooperation.codelists import nearest
from cooperation.errors import InvariantError, UnknownColumnError

__all__ = ["Column", "ColumnType", "Schema"]


class ColumnType(enum.Enum):
    """What stands in the cells of a column; where something is unknown, ``None`` does.

    In Python these are ``str``, a tuple of ``str``, ``int``, ``Decimal``, ``bool`` and ``datetime.date``.
    """

    TEXT = "text"
    TEXTS = "texts"
    WHOLE = "whole number"
    DECIMAL = "exact number"
    BOOLEAN = "true or false"
    DATE = "date"


@attrs.frozen(kw_only=True)
class Column:
    """A column of a table.

    Attributes:
        name: What it is called.
        type: What stands in its cells.
        meaning: What they say, in one sentence.
        unit: The unit of its numbers, or the column that tells it.
        words: The words it may hold, where it holds one of a list.
        joins: The table and column its ids are found in, such as ``organisations.organisation``.
        scale: How many decimals its exact numbers keep where a file is written piece by piece, and the first piece
            cannot know what the last one needs; it plays no part elsewhere.

    """

    name: str
    type: ColumnType
    meaning: str
    unit: str | None = None
    words: tuple[str, ...] = ()
    joins: str | None = None
    scale: int = 12


@attrs.frozen(kw_only=True)
class Schema:
    """What a kind of table holds, whatever its rows.

    Attributes:
        name: What such a table is called.
        row: What one row of it is.
        key: The columns that together tell a row from all others of the same portfolio.
        columns: Its columns.

    Raises:
        InvariantError: Two columns have one name, or the key names a column that is not there.

    >>> column = Column(name="project", type=ColumnType.TEXT, meaning="The project.")
    >>> Schema(name="projects", row="A project.", key=("project",), columns=(column,)).names
    ('project',)

    """

    name: str
    row: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    def __attrs_post_init__(self) -> None:
        if len(set(self.names)) < len(self.names):
            twice = sorted({name for name in self.names if self.names.count(name) > 1})
            raise InvariantError(f"two columns of {self.name} have one name: {', '.join(twice)}")
        for name in self.key:
            self.position(name)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(column.name for column in self.columns)

    def position(self, name: str) -> int:
        """Where a column stands, counted from 0.

        Raises:
            UnknownColumnError: It has no such column; the message names the nearest.

        """
        for position, column in enumerate(self.columns):
            if column.name == name:
                return position
        raise UnknownColumnError(name, self.name, nearest(name, self.names))
