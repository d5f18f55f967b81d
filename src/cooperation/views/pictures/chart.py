"""A chart: numbers as a table of text, and the way to draw them."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

from attrs import field, frozen

from cooperation.views.layout import WIDTH, Line, Table
from cooperation.views.pictures.drawn import Drawn
from cooperation.views.pictures.palette import Palette
from cooperation.views.words import cells, wrapped

__all__ = ["Chart", "Datum", "drawable"]

Datum: TypeAlias = tuple[tuple[str, str | int | float | bool | None], ...]
"""What is drawn of one thing, by name; a floating-point number is where a mark stands, and never a value told."""


# Beyond it no axis can be read, and sums may leave what a floating-point number can be.
_LARGEST = 10**15


def drawable(number: Decimal | Fraction) -> float | None:
    """Where a mark of this value stands; ``None`` where it is too large for any axis, and is only told as text.

    >>> drawable(Decimal("1.5")), drawable(Decimal("1E+400"))
    (1.5, None)
    """
    return float(number) if -_LARGEST <= number <= _LARGEST else None


@frozen(kw_only=True)
class Chart(Drawn):
    """A chart of numbers.

    ``str`` of it is text; a notebook shows it drawn.
    All that it writes is the same at every call, and no text in it can steer what reads it.

    Attributes:
        title: What it shows.
        description: The same in a sentence, for those who cannot see it.
        table: What it shows, as text and exact.
        notes: What a reader should know of the whole, such as what is not known.
        data: What is drawn.
        draws: What draws it.

    """

    title: str
    description: str
    table: Table
    notes: tuple[str, ...] = ()
    data: tuple[Datum, ...] = field(default=(), repr=False)
    draws: Callable[["Chart", Palette], Any] = field(repr=False)

    def text(self, width: int = WIDTH) -> str:
        """Its table and its notes, no line wider than this."""
        heading = wrapped(self.title, width)
        lines = [*heading, "═" * max(map(cells, heading)), ""]
        pieces = [piece for piece, _ in self.table.segments(width)] if self.table.rows else ["Nothing is known.\n"]
        for note in self.notes:
            pieces += ["\n", *(piece for piece, _ in Line(note).segments(width))]
        return "\n".join([*lines, *(line.rstrip() for line in "".join(pieces).rstrip("\n").split("\n"))])

    def records(self) -> list[dict[str, Any]]:
        """What is drawn, as Vega-Lite takes it."""
        return [dict(datum) for datum in self.data]

    def _drawing(self, palette: Palette) -> Any:
        return self.draws(self, palette)
