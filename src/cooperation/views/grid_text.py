"""A grid as text: in columns where the width allows it, else one part below the other."""

from collections.abc import Iterator, Sequence

from cooperation.views.grid import Cell, Grid, Group
from cooperation.views.layout import GAP, Line, Segment, sizes_within
from cooperation.views.words import cells, padded, wrapped

__all__ = ["segments"]

_MARK = "• "  # before each part of a list


def segments(grid: Grid, width: int) -> Iterator[Segment]:
    """Its rows in pieces of text, each with its role, no line wider than this."""
    sizes = _sizes(grid, width)
    if sizes is None:
        yield from _stacked(grid, width)
        return
    yield from _heads(grid, sizes)
    for number, group in enumerate(grid.groups):
        if group.heading:
            yield ("\n" if number else "", "plain")
            yield from Line(group.heading, role="heading").segments(width)
        elif number and grid.is_spaced:
            yield ("\n", "plain")
        yield from _rows(group, sizes, is_spaced=grid.is_spaced)


def _sizes(grid: Grid, width: int) -> list[int] | None:
    texts: list[list[str]] = [[heading] for heading in grid.headings]
    for group in grid.groups:
        for row in group.rows:
            for held, texts_of in zip(row, texts, strict=True):
                texts_of.extend(() if held is None else _wanted(held))
    return sizes_within(texts, width)


def _wanted(held: Cell) -> Iterator[str]:
    """Texts as wide as what a cell holds, and with words as long as what in it is not broken."""
    for text in held.lines:
        if held.role == "number":
            yield text.replace(" ", "0")
        elif held.is_list:
            # The mark before a part stands beside its longest word, too.
            yield f"{_MARK}{text}"
            yield "0" * len(_MARK) + max(text.split(), key=cells, default="")
        else:
            yield text


def _heads(grid: Grid, sizes: Sequence[int]) -> Iterator[Segment]:
    if not any(grid.headings):
        return
    heads = tuple(Cell((heading,), "heading") for heading in grid.headings)
    yield from _physical(_laid([heads], sizes, gap=0), sizes)
    yield ((" " * GAP).join("─" * size for size in sizes), "label")
    yield ("\n", "plain")


def _rows(group: Group, sizes: Sequence[int], *, is_spaced: bool) -> Iterator[Segment]:
    gap = int(is_spaced)
    start = 0
    for stop in range(1, len(group.rows) + 1):
        if stop < len(group.rows) and None in group.rows[stop]:
            continue
        if start and gap:
            yield ("\n", "plain")
        yield from _physical(_laid(group.rows[start:stop], sizes, gap=gap), sizes)
        start = stop


def _laid(
    rows: Sequence[tuple[Cell | None, ...]], sizes: Sequence[int], *, gap: int
) -> list[list[tuple[str, str] | None]]:
    """For each line of text, what stands in each column; cells that stand beside several rows flow beside them."""
    texts = [
        [None if held is None else list(_wrapped(held, size)) for held, size in zip(row, sizes, strict=True)]
        for row in rows
    ]
    heights = [
        max((len(text) for held, text in zip(row, told, strict=True) if held and text and held.rows == 1), default=1)
        for row, told in zip(rows, texts, strict=True)
    ]
    for i, row in enumerate(rows):
        for held, text in zip(row, texts[i], strict=True):
            if held is not None and text is not None and held.rows > 1:
                beside = heights[i : i + held.rows]
                heights[i + len(beside) - 1] += max(0, len(text) - sum(beside) - gap * (len(beside) - 1))
    made: list[list[tuple[str, str] | None]] = [
        [None] * len(sizes) for _ in range(sum(heights) + gap * (len(rows) - 1))
    ]
    top = 0
    for row, told, height in zip(rows, texts, heights, strict=True):
        for column, (held, text) in enumerate(zip(row, told, strict=True)):
            for number, line in enumerate(text or ()):
                made[top + number][column] = (line, "plain" if held is None else held.role)
        top += height + gap
    return made


def _wrapped(held: Cell, size: int) -> Iterator[str]:
    for text in held.lines:
        if not held.is_list:
            yield from wrapped(text, size)
            continue
        for number, line in enumerate(wrapped(text, size - len(_MARK))):
            yield f"{' ' * len(_MARK) if number else _MARK}{line}"


def _physical(made: Sequence[Sequence[tuple[str, str] | None]], sizes: Sequence[int]) -> Iterator[Segment]:
    for parts in made:
        last = max((column for column, part in enumerate(parts) if part is not None and part[0]), default=-1)
        for column, part in enumerate(parts[: last + 1]):
            text, role = part or ("", "plain")
            gap = " " * GAP if column else ""
            if role == "number":
                yield (gap + " " * (sizes[column] - cells(text)) + text, "plain")
            else:
                yield (gap + (text if column == last else padded(text, sizes[column])), _role(role))
        yield ("\n", "plain")


def _role(role: str) -> str:
    return "plain" if role.startswith("heat") else role


def _stacked(grid: Grid, width: int) -> Iterator[Segment]:
    first = True
    for group in grid.groups:
        if group.heading:
            yield ("" if first else "\n", "plain")
            first = True
            yield from Line(group.heading, role="heading").segments(width)
        for row in group.rows:
            begins = None not in row
            yield ("\n" if begins and not first else "", "plain")
            first = False
            # What stands beside several rows comes before the first of them, so that each is told what it is of.
            order = sorted(range(len(row)), key=lambda column: (held := row[column]) is None or held.rows == 1)
            for column in order if begins else range(len(row)):
                held = row[column]
                if held is not None and held.lines:
                    yield from _told(grid.headings[column], held, width, is_title=begins and column == 0)


def _told(heading: str, held: Cell, width: int, *, is_title: bool) -> Iterator[Segment]:
    role = _role("plain" if held.role == "number" else held.role)
    label = f"{heading}: " if heading else ""
    margin = "  " if is_title else "    "
    if held.is_list:
        yield from Line(label.rstrip(), first=margin, role="label").segments(width)
        for text in held.lines:
            yield from Line(text, first=f"{margin}  {_MARK}", rest=f"{margin}    ", role=role).segments(width)
        return
    for number, text in enumerate(held.lines):
        first, said = (f"{margin}  ", "") if number else (margin, label)
        yield from Line(text, first=first, rest=f"{margin}  ", role=role, label=said).segments(width)
