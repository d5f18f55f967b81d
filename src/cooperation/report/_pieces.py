"""What parts are made of: tables, pictures with their text, the lines of a sheet, and numbers to look at first."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from attrs import evolve, frozen

from cooperation.report._page import filled
from cooperation.views import Diagram, Grid, Group, Line, TableView
from cooperation.views.pictures.palette import Theme
from cooperation.views.pictures.svg import embedded
from cooperation.views.words import escaped

__all__ = ["Tile", "bars", "chunks", "lines", "paragraph", "picture", "table", "tiles"]


class Picture(Protocol):
    """What can be drawn, and told as text."""

    @property
    def title(self) -> str: ...
    @property
    def description(self) -> str: ...
    def text(self, width: int = ...) -> str: ...
    def to_svg(self, *, theme: Theme = ...) -> str: ...


@frozen
class Tile:
    """One thing to see at a glance.

    Attributes:
        label: What it is.
        value: How much or what.
        note: What else one should know of it.
        tone: ``good``, ``fair`` or ``bad`` for a judgement, ``unknown``, or ``plain``.

    """

    label: str
    value: str
    note: str = ""
    tone: str = "plain"


def tiles(held: Iterable[Tile]) -> str:
    """Things to see at a glance."""
    return filled("tiles.html", tiles=list(held))


def table(view: TableView) -> str:
    """A view in tables, whose title stands as the heading of its part."""
    return evolve(view, title="").to_html(style=False)


def picture(drawn: Picture) -> str:
    """A picture, for light and dark, with its text beneath to be unfolded."""
    return filled(
        "picture.html",
        title=drawn.title,
        description=drawn.description,
        light=embedded(drawn.to_svg(theme="light")),
        dark=embedded(drawn.to_svg(theme="dark")),
        text=drawn.text().split("\n"),
        # So wide that on paper its letters are too small: there its text stands beside it.
        is_diagram=isinstance(drawn, Diagram),
    )


def paragraph(text: str, kind: str = "note") -> str:
    """A sentence or two."""
    return f'<p class="{kind}" dir="auto">{escaped(text)}</p>\n'


def lines(held: Iterable[Line]) -> str:
    """The lines of a sheet: labelled ones as a list of facts, those with a dash as a list, the others as paragraphs.

    Their sentences are ours, whatever names stand in them, and run from left to right; a paragraph may be the author's.
    """
    return "".join(_lines(list(held)))


def _lines(held: list[Line]) -> Iterator[str]:
    at = 0
    while at < len(held):
        line = held[at]
        if line.label:
            upto = next((n for n in range(at, len(held)) if not held[n].label), len(held))
            yield "<dl class=facts>\n"
            yield from (
                f"<div><dt>{escaped(one.label.strip())}</dt><dd{_role(one)}>{escaped(one.text)}</dd></div>\n"
                for one in held[at:upto]
            )
            yield "</dl>\n"
        elif line.first.endswith("- "):
            upto = at
            items: list[str] = []
            while upto < len(held) and (_is_item(held[upto], line) or _is_below(held[upto], line)):
                one = held[upto]
                if _is_item(one, line):
                    items.append(f"<span{_role(one)}>{escaped(one.text)}</span>")
                else:
                    items[-1] += f'<div class="quiet">{escaped(one.text)}</div>'
                upto += 1
            yield "<ul>\n"
            yield from (f"<li>{item}</li>\n" for item in items)
            yield "</ul>\n"
        else:
            upto = at + 1
            if line.text:
                kind = "when" if line.role == "label" else "unknown" if line.role == "unknown" else "prose"
                yield f'<p class="{kind}" dir="auto">{escaped(line.text)}</p>\n'
        at = upto


def _is_item(line: Line, first: Line) -> bool:
    return line.first == first.first and not line.label


def _is_below(line: Line, first: Line) -> bool:
    return not line.label and not line.first.endswith("- ") and len(line.first) >= len(first.first)


def _role(line: Line) -> str:
    return ' class="unknown"' if line.role == "unknown" else ""


_MOST_ROWS = 200


def chunks(view: TableView) -> str:
    """A view in tables, of which long ones are parted and all but their first rows folded."""
    return "".join(_chunks(view))


def _chunks(view: TableView) -> Iterator[str]:
    for grid in view.grids:
        for number, (first, last, piece) in enumerate(_parted(grid)):
            html = TableView(title="", grids=(piece,)).to_html(style=False)
            if number == 0:
                yield html
            else:
                yield filled("fold.html", summary=f"{grid.caption}: {first} to {last}", html=html)
        if grid.note:
            yield paragraph(grid.note)
    for note in view.notes:
        yield paragraph(note)


def _parted(grid: Grid) -> Iterator[tuple[int, int, Grid]]:
    """The rows of a table in pieces that a browser can lay out, each under the heading it belongs to."""
    held: list[Group] = []
    first, count = 1, 0
    for group in grid.groups:
        rows = list(group.rows)
        while rows:
            room = first + _MOST_ROWS - 1 - count
            taken, rows = rows[:room], rows[room:]
            held.append(Group(heading=group.heading, rows=tuple(taken)))
            count += len(taken)
            if len(taken) == room:
                yield first, count, evolve(grid, groups=tuple(held), note="")
                held, first = [], count + 1
    if held or not count:
        yield first, count, evolve(grid, groups=tuple(held), note="")


def bars(caption: str, rows: Iterable[tuple[str, int, str]], heading: str, note: str = "") -> str:
    """Counts as a table with a bar in each row: what is counted, how many, and what else one should know."""
    held = list(rows)
    most = max((number for _, number, _ in held), default=0) or 1
    return filled(
        "bars.html",
        caption=caption,
        heading=heading,
        rows=[(name, number, said, round(100 * number / most)) for name, number, said in held],
        note=note,
    )
