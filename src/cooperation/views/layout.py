"""What a view is made of: a sheet with its sections, their lines and tables."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import TypeAlias

from attrs import frozen

from cooperation.views.words import cells, padded, wrapped

__all__ = ["GAP", "WIDTH", "Line", "Section", "Segment", "Sheet", "Table", "headed", "sizes_within", "trimmed"]

WIDTH = 88
"""How many columns a view takes where nobody says otherwise."""

Segment: TypeAlias = tuple[str, str]
"""A piece of text and its role: ``heading``, ``label``, ``unknown`` or ``plain``."""

GAP = 2
"""How many columns stand empty between those of a table."""


@frozen
class Line:
    """A piece of text with what stands before it.

    Attributes:
        text: The text; it is wrapped to the width there is.
        first: What stands before its first line.
        rest: What stands before its other lines.
        role: What it is: ``plain``, ``heading``, or ``unknown`` for what the document does not say.
        label: A word between that and the text of its first line.

    """

    text: str
    first: str = ""
    rest: str = ""
    role: str = "plain"
    label: str = ""

    def segments(self, width: int) -> Iterator[Segment]:
        """Its lines, none wider than this; a margin that would leave little room is cut."""
        if not self.text:
            yield ("\n", "plain")
            return
        most = width // 3
        first, rest = self.first[:most], self.rest[:most]
        margin = cells(rest)
        taken = cells(first + self.label) - margin
        for number, line in enumerate(wrapped(self.text, width - margin, taken=taken)):
            if number == 0:
                yield (first, "plain")
                yield (self.label, "label")
            else:
                yield (rest, "plain")
            yield (line, self.role)
            yield ("\n", "plain")


@frozen
class Table:
    """Rows under headings.

    Attributes:
        columns: The headings.
        rows: The rows, each with a text a column.

    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def segments(self, width: int) -> Iterator[Segment]:
        """Its rows, with texts wrapped in their columns; one below the other where the width is too small for that."""
        sizes = self._sizes(width)
        if sizes is None:
            for row in self.rows:
                for name, text in zip(self.columns, row, strict=True):
                    yield from Line(text, label=f"{name}: ", rest="  ").segments(width)
                yield ("\n", "plain")
            return
        yield from _row(self.columns, sizes, "heading")
        yield from _row(tuple("─" * size for size in sizes), sizes, "label")
        for row in self.rows:
            yield from _row(row, sizes, "plain")

    def _sizes(self, width: int) -> list[int] | None:
        return sizes_within(list(zip(self.columns, *self.rows, strict=True)), width)


def sizes_within(columns: Sequence[Sequence[str]], width: int) -> list[int] | None:
    """How wide each column is: none narrower than its longest word, and all as even as their texts allow.

    ``None`` where the width is too small for that.
    """
    wanted = [max(map(cells, column)) for column in columns]
    needed = [max(cells(word) for text in column for word in text.split() or [""]) for column in columns]
    room = width - GAP * (len(columns) - 1)

    def sizes(level: int) -> list[int]:
        return [max(least, min(level, most)) for least, most in zip(needed, wanted, strict=True)]

    fitting = [level for level in range(min(room, max(wanted)) + 1) if sum(sizes(level)) <= room]
    return sizes(fitting[-1]) if fitting else None


def _row(texts: Sequence[str], sizes: Sequence[int], role: str) -> Iterator[Segment]:
    columns = [wrapped(text, size) for text, size in zip(texts, sizes, strict=True)]
    for number in range(max(map(len, columns))):
        parts = [column[number] if number < len(column) else "" for column in columns]
        line = (" " * GAP).join(padded(part, size) for part, size in zip(parts, sizes, strict=True))
        yield (line.rstrip(), role)
        yield ("\n", "plain")


@frozen
class Section:
    """A part of a sheet under its own heading.

    Attributes:
        heading: What it tells.
        content: Its lines and tables.

    """

    heading: str
    content: tuple[Line | Table, ...]


@frozen
class Sheet:
    """A project or a portfolio as plain text that people read.

    Attributes:
        title: What it is called.
        sections: Its parts; the heading of the first may be empty.

    """

    title: str
    sections: tuple[Section, ...]

    def segments(self, width: int = WIDTH) -> Iterator[Segment]:
        """Its text in pieces, each with its role, no line wider than this."""
        yield from headed(self.title, width)
        for section in self.sections:
            yield ("\n", "plain")
            if section.heading:
                yield (section.heading, "heading")
                yield ("\n", "plain")
            for part in section.content:
                yield from part.segments(width)

    def text(self, width: int = WIDTH) -> str:
        """Its text, no line wider than this."""
        return trimmed(self.segments(width))

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        return f"<pre>{escape(self.text())}</pre>"


def headed(title: str, width: int) -> Iterator[Segment]:
    """A title, underlined."""
    for line in wrapped(title, width):
        yield (line, "heading")
        yield ("\n", "plain")
        underlined = cells(line)
    yield ("═" * underlined, "label")
    yield ("\n", "plain")


def trimmed(segments: Iterable[Segment]) -> str:
    """The text of pieces, without spaces at the ends of lines."""
    lines = "".join(text for text, _ in segments).split("\n")
    return "\n".join(line.rstrip() for line in lines).rstrip("\n")
