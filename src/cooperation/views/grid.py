"""A table with more in it than words: cells that span rows, rows under headings, and what each cell is."""

from collections.abc import Iterable, Iterator

from attrs import evolve, frozen

__all__ = ["Cell", "Grid", "Group", "block", "cell", "known", "lines", "listed"]


@frozen
class Cell:
    """What stands in one cell.

    Attributes:
        lines: Its paragraphs; none for an empty one.
        role: What it is: ``plain``, ``unknown``, ``number``, a light such as ``green``, or a weight (``heat-12``).
        rows: How many rows it stands beside.
        is_list: Whether its paragraphs are things of one kind, and not one thing with what is said of it.

    """

    lines: tuple[str, ...] = ()
    role: str = "plain"
    rows: int = 1
    is_list: bool = False

    @property
    def text(self) -> str:
        """Its paragraphs as lines of one text."""
        return "\n".join(self.lines)


@frozen(kw_only=True)
class Group:
    """Rows that belong together.

    Attributes:
        heading: What they have in common; empty where nothing is said of it.
        rows: The rows, each with a cell a column, or ``None`` where the cell above goes on.

    """

    heading: str = ""
    rows: tuple[tuple[Cell | None, ...], ...]


@frozen(kw_only=True)
class Grid:
    """One table of a view.

    Attributes:
        caption: What it shows.
        keys: The name of each column, by which a row of ``to_rows`` has it.
        headings: What stands over each column.
        groups: Its rows.
        key: The name by which a row of ``to_rows`` has the heading of its group.
        note: What a reader should know of it.
        is_spaced: Whether its rows are so long that text puts an empty line between them.

    """

    caption: str
    keys: tuple[str, ...]
    headings: tuple[str, ...]
    groups: tuple[Group, ...]
    key: str = "group"
    note: str = ""
    is_spaced: bool = False

    def to_rows(self) -> Iterator[dict[str, str]]:
        """Its rows by the names of the columns, each whole: a cell that stands beside several rows is in each."""
        for group in self.groups:
            above = [""] * len(self.keys)
            for row in group.rows:
                above = [old if held is None else held.text for old, held in zip(above, row, strict=True)]
                heading = {self.key: group.heading} if any(one.heading for one in self.groups) else {}
                yield {"table": self.caption, **heading, **dict(zip(self.keys, above, strict=True))}

    def without_empty_columns(self) -> "Grid":
        """The table without the columns in which nothing stands anywhere."""
        rows = [row for group in self.groups for row in group.rows]
        kept = [
            n for n in range(len(self.keys)) if any(held is not None and held.lines for held in (r[n] for r in rows))
        ]
        return evolve(
            self,
            keys=tuple(self.keys[n] for n in kept),
            headings=tuple(self.headings[n] for n in kept),
            groups=tuple(
                evolve(one, rows=tuple(tuple(row[n] for n in kept) for row in one.rows)) for one in self.groups
            ),
        )


def cell(text: str, role: str = "plain") -> Cell:
    """A cell with one paragraph, or an empty one."""
    return Cell((text,) if text else (), role)


def known(text: str | None, role: str = "plain") -> Cell:
    """A cell with a text, or with the word that it is unknown."""
    return cell("unknown", "unknown") if text is None else cell(text, role)


def lines(texts: Iterable[str], role: str = "plain") -> Cell:
    """A cell with one thing in several paragraphs."""
    return Cell(tuple(texts), role)


def listed(texts: Iterable[str], role: str = "plain") -> Cell:
    """A cell with a list of things."""
    told = tuple(texts)
    return Cell(told, role, is_list=len(told) > 1)


def block(beside: dict[int, Cell], rows: list[dict[int, Cell]], width: int) -> Iterator[tuple[Cell | None, ...]]:
    """Rows with some cells that stand beside all of them.

    Args:
        beside: By their columns, the cells that stand beside all rows.
        rows: By their columns, the cells of each row.
        width: How many columns there are.

    """
    for number, row in enumerate(rows):
        made: list[Cell | None] = [row.get(column) for column in range(width)]
        if number == 0:
            for column, held in beside.items():
                made[column] = evolve(held, rows=len(rows))
        yield tuple(made)
