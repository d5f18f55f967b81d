"""A timeline as text: a line of cells a row, then each row in words."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pendulum

from cooperation.views.layout import Line
from cooperation.views.words import cells, wrapped

if TYPE_CHECKING:
    from cooperation.views.pictures.timeline import Timeline, TimeRow

__all__ = ["text"]

_SIGNS = {"within": "░", "open": "▒", "to the year": "▓", "known": "█", "found": "■"}
_MEANINGS = {
    "known": "when it is",
    "to the year": "known to the year",
    "within": "somewhere within",
    "open": "one end is not known",
    "found": "when it took place",
}
_POINT, _PASSED = "◇", "◆"
_MOST_YEARS = 10_000


def text(timeline: "Timeline", width: int) -> str:
    """The rows in cells, and beneath them in words."""
    heading = wrapped(timeline.title, width)
    lines = [*heading, "═" * max(map(cells, heading))]
    if not timeline.rows:
        lines += ["", "Nothing is known."]
    margin = len(str(len(timeline.rows))) + 3
    if timeline.span is not None:
        lines += ["", *_cells(timeline, width, margin)]
    group, unplaced = "", False
    for number, row in enumerate(timeline.rows, start=1):
        if not row.is_placed and not unplaced:
            lines += ["", "When is not known:"]
            unplaced, group = True, row.group
        elif row.group != group:
            group = row.group
            lines += ["", group]
        elif number == 1:
            lines += [""]
        lines += _told(number, row, timeline.ties_of(number - 1), width, margin)
    for note in timeline.notes:
        lines += ["", *_lines(note, "", "", width)]
    return "\n".join(line.rstrip() for line in lines)


def _told(number: int, row: "TimeRow", ties: list[str], width: int, margin: int) -> Iterator[str]:
    points = (f"{one.text}, {one.date}" for one in row.points)
    said = "; ".join(dict.fromkeys(part for part in (row.text, row.when, *row.facts, *ties, *points) if part))
    yield from _lines(said, f"{number:>{margin - 2}}  ", " " * margin, width)


def _lines(said: str, first: str, rest: str, width: int) -> list[str]:
    made = "".join(piece for piece, _ in Line(said, first=first, rest=rest).segments(width))
    return made.rstrip("\n").split("\n")


def _cells(timeline: "Timeline", width: int, margin: int) -> Iterator[str]:
    span = timeline.span
    assert span is not None  # asked before
    room = width - margin
    for months in (1, 3, 12, 60, 120, 1200, 12 * _MOST_YEARS):
        cell = _cell(months)
        first, last = cell(span[0]), cell(span[1])
        if last - first < room:
            break
    yield " " * margin + _header(first, last, months).rstrip()
    used = set()
    for number, row in enumerate(timeline.rows, start=1):
        if not row.is_placed:
            continue
        line = [" "] * (last - first + 1)
        # What is better known stands over what is less so.
        for placing, sign in sorted(_SIGNS.items(), key=lambda item: list(_SIGNS).index(item[0])):
            for bar in row.bars:
                if bar.placing == placing:
                    used.add(placing)
                    span_of = range(cell(bar.start) - first, cell(bar.end) - first + 1)
                    for at in span_of:
                        line[at] = sign
        for point in row.points:
            line[cell(point.day) - first] = _PASSED if point.reached else _POINT
        yield f"{number:>{margin - 2}}  {''.join(line)}"
    told = {1: "a month", 3: "a quarter", 12: "a year"}.get(months, f"{months // 12} years")
    legend = [f"a cell is {told}"]
    legend += [f"{_SIGNS[placing]} {meaning}" for placing, meaning in _MEANINGS.items() if placing in used]
    points = [point for row in timeline.rows for point in row.points]
    legend += [f"{_POINT} a point to come"] if any(not point.reached for point in points) else []
    legend += [f"{_PASSED} a point passed"] if any(point.reached for point in points) else []
    yield from _lines(", ".join(legend), "", "", width)


def _cell(months: int) -> Callable[[pendulum.Date], int]:
    return lambda day: (12 * day.year + day.month - 1) // months


def _header(first: int, last: int, months: int) -> str:
    """The years, each over its first cell, as far as there is room."""
    line = [" "] * (last - first + 1 + 4)
    free = 0
    for cell in range(first, last + 1):
        year, month = divmod(cell * months, 12)
        if (month == 0 or cell == first) and cell - first >= free:
            at = cell - first
            line[at : at + 4] = f"{year:04}"
            free = at + 5
    return "".join(line)[: last - first + 1 + 4]
