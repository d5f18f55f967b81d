"""A view of tables as Markdown, in the tables that GitHub and most tools know."""

from collections.abc import Iterable, Iterator

from cooperation.views.grid import Cell, Grid
from cooperation.views.words import unmarked

__all__ = ["chapter"]


def chapter(title: str, grids: Iterable[Grid], notes: Iterable[str], *, level: int) -> str:
    """A chapter with these tables, under a heading of this level."""
    parts = [f"{'#' * level} {unmarked(title)}"] if title else []
    for grid in grids:
        parts.append(f"**{unmarked(grid.caption)}**")
        parts.append("\n".join(_table(grid)))
        if grid.note:
            parts.append(unmarked(grid.note))
    parts += [unmarked(note) for note in notes]
    return "\n\n".join(parts) + "\n"


def _table(grid: Grid) -> Iterator[str]:
    yield _row(unmarked(heading) for heading in grid.headings)
    yield _row("---" for _ in grid.headings)
    for group in grid.groups:
        if group.heading:
            yield _row((f"**{unmarked(group.heading)}**", *("" for _ in grid.headings[1:])))
        for row in group.rows:
            yield _row(map(_cell, row))


def _row(texts: Iterable[str]) -> str:
    return f"| {' | '.join(texts)} |"


def _cell(held: Cell | None) -> str:
    # What stands beside several rows is told once: Markdown has no cell that spans them.
    mark = "• " if held is not None and held.is_list else ""
    return "" if held is None else "<br>".join(f"{mark}{unmarked(line)}" for line in held.lines)
