"""A timeline as a Mermaid Gantt chart."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cooperation.views.pictures.diagram_mermaid import line

if TYPE_CHECKING:
    from cooperation.views.pictures.timeline import Timeline, TimeRow

__all__ = ["gantt"]

# "crit" would be drawn as an alarm, which not knowing is none.
_TAGS = {"known": "", "to the year": "", "within": "active, ", "open": "active, ", "found": "done, "}
_SAID = {"within": "somewhere within", "open": "one end is not known"}
_NOT_KNOWN = "when is not known"


def gantt(timeline: "Timeline") -> str:
    """The rows in Mermaid's words; what it would read as more than text in them becomes a space."""
    return "\n".join(_lines(timeline)) + "\n"


def _lines(timeline: "Timeline") -> Iterator[str]:
    yield "gantt"
    yield f"    accTitle: {line(timeline.title)}"
    yield f"    accDescr: {line(timeline.description)}"
    yield f"    title {line(timeline.title)}"
    yield "    dateFormat YYYY-MM-DD"
    yield "    axisFormat %Y-%m"
    yield "    inclusiveEndDates"
    group = None
    for number, row in enumerate(timeline.rows):
        named = row.group if row.is_placed else "When is not known"
        if named and named != group:
            group = named
            yield f"    section {line(named)}"
        # Mermaid's own "after" moves a bar, which would draw another time than the one that is known.
        yield from _tasks(row, timeline, number)


def _tasks(row: "TimeRow", timeline: "Timeline", number: int) -> Iterator[str]:
    # What became of an organisation stands at its points.
    facts = () if row.points and not row.bars else row.facts
    name = line(", ".join((row.text, *facts, *timeline.ties_of(number)))) or "not worded yet"
    name = f"{number + 1} {name}" if timeline.ties else name
    for bar in row.bars:
        said = f", {_SAID[bar.placing]}" if bar.placing in _SAID else ", took place" if bar.placing == "found" else ""
        yield f"    {name}{said} :{_TAGS[bar.placing]}{bar.start}, {bar.end}"
    for point in row.points:
        done = "done, " if point.reached else ""
        whose = "" if row.bars else f"{name}, "
        yield f"    {whose}{line(point.text) or 'a point'} :{done}milestone, {point.day}, 0d"
    if not row.is_placed:
        span = timeline.span
        # Mermaid draws nothing without dates; where none is known at all, a day stands for them.
        told = f"{span[0]}, {span[1]}" if span is not None else "2000-01-01, 1d"
        yield f"    {name}, {line(row.when) if row.length else _NOT_KNOWN} :active, {told}"
