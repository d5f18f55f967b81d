"""A timeline drawn."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pendulum

from cooperation.views.pictures.extras import drawing
from cooperation.views.pictures.palette import Palette
from cooperation.views.words import shortened, wrapped

if TYPE_CHECKING:
    from cooperation.views.pictures.timeline import Tie, Timeline, TimeRow

__all__ = ["day_after", "drawing_of", "named_axis"]

_STEP = 15
_LINE = 14
_LABEL = 44
_MOST_LINES = 4
_LAST_CORNER = 2  # of a line from one row to another
_DASHES = {"known": [1, 0], "to the year": [2, 2], "within": [6, 4], "open": [6, 4], "length": [6, 4], "found": [1, 0]}
_WORDS = {
    "known": "when it is",
    "to the year": "known to the year",
    "within": "somewhere within",
    "open": "one end is not known",
    "length": "only how long it is",
    "found": "when it took place",
}


def named_axis(alt: Any, labels: Sequence[Sequence[str]], **more: Any) -> Any:
    """An axis that writes these lines at the rows 0, 1, 2 and so on: texts that are only texts, whatever they hold."""
    counts = [len(label) for label in labels]
    # Several lines would else hang below their row.
    middle = [
        {"test": f"{json.dumps(counts)}[datum.value] === {count}", "value": -(count - 1) * _LINE / 2}
        for count in sorted(set(counts))
    ]
    # A literal that is just the name of something every object has, such as "constructor", undoes Vega's parser;
    # none of these names holds a space.
    written = [[f"{line} " for line in label] for label in labels]
    offset = {"condition": middle, "value": 0}
    return alt.Axis(labelExpr=f"{json.dumps(written)}[datum.value]", labelOffset=offset, labelPadding=12, **more)


def drawing_of(timeline: "Timeline", palette: Palette) -> Any:
    """The rows as bars along time; what has no place is told in words at the left edge."""
    alt = drawing("altair")
    rows = timeline.rows
    labels = [_label(row, _undrawn(timeline, number)) for number, row in enumerate(rows)] or [["Nothing is known"]]
    order = [str(number) for number in range(len(labels))]
    span = timeline.span
    axis = named_axis(alt, labels, labelLimit=420, title=None, ticks=False, domain=False, grid=False)
    y = alt.Y("row:N", sort=order, axis=axis, scale=alt.Scale(domain=order, paddingInner=0.25))
    time = alt.X(
        "start:T",
        title=None,
        scale=alt.Scale(type="utc"),
        axis=alt.Axis(format="%Y-%m", labelOverlap=True, grid=True) if span else None,
    )
    kinds = [kind for kind in _DASHES if any(kind in _kinds(row, hold=span is not None) for row in rows)]
    dashes = alt.Scale(domain=kinds, range=[_DASHES[kind] for kind in kinds])
    fills = alt.Scale(domain=kinds, range=[_fill(kind, palette) for kind in kinds])
    strokes = alt.Scale(domain=kinds, range=[palette.ink] * len(kinds))
    told = f"{json.dumps(_WORDS)}[datum.label]"
    legend = alt.Legend(
        title=None, orient="bottom", labelExpr=told, symbolType="square", symbolSize=160, labelLimit=300
    )
    bars = (
        alt.Chart(alt.Data(values=_bars(timeline)))
        .mark_bar(strokeWidth=1.2, height={"band": 0.7})
        .encode(
            stroke=alt.Stroke("placing:N", scale=strokes, legend=legend),
            y=y,
            x=time,
            x2="end:T",
            fill=alt.Fill("placing:N", scale=fills, legend=legend),
            strokeDash=alt.StrokeDash("placing:N", scale=dashes, legend=legend),
        )
    )
    values = [
        {"row": str(number), "start": str(one.day), "text": one.text, "reached": one.reached}
        for number, row in enumerate(rows)
        for one in row.points
    ]
    points = (
        alt.Chart(alt.Data(values=values))
        .mark_point(shape="diamond", size=110, stroke=palette.ink, strokeWidth=1.5, opacity=1)
        .encode(y=y, x=time, fill=alt.condition("datum.reached", alt.value(palette.ink), alt.value(palette.paper)))
    )
    words = [
        {"row": str(number), "start": _after_length(row, timeline), "text": "\n".join(wrapped(row.when, 60))}
        for number, row in enumerate(rows)
        if not row.is_placed
    ] or ([] if rows else [{"row": "0", "start": None, "text": ""}])
    said = [
        alt.Chart(alt.Data(values=[word for word in words if (word["start"] is None) == at_edge]))
        .mark_text(align="left", dx=6, fontStyle="italic", lineBreak="\n", color=palette.ink)
        .encode(y=y, x=alt.value(0) if at_edge else time, text="text:N")
        for at_edge in (True, False)
    ]
    tied = _ties(timeline)
    ties = (
        alt.Chart(alt.Data(values=tied))
        .mark_line(stroke=palette.ink, strokeWidth=1.5, strokeDash=[3, 3])
        .encode(y=y, x=time, detail="tie:N", order="order:Q")
    )
    heads = (
        alt.Chart(alt.Data(values=[one for one in tied if one["order"] == _LAST_CORNER]))
        .mark_point(shape="triangle-right", size=60, fill=palette.ink, stroke=palette.ink, opacity=1, xOffset=-5)
        .encode(y=y, x=time)
    )
    most = max(len(label) for label in labels)
    # A layer without data would leave its axis without a size.
    layers = [layer for layer in (bars, points, *said, ties, heads) if layer.data.values]
    return alt.layer(*layers).properties(width=560, height={"step": _STEP * most + 12})


def _undrawn(timeline: "Timeline", number: int) -> list[str]:
    """In words, which rows a row follows where one of the two has no bar to draw a line between."""
    return [
        f"{tie.text} {timeline.rows[tie.earlier].text}"
        for tie in timeline.ties
        if tie.later == number and not _is_drawn(tie, timeline)
    ]


def _is_drawn(tie: "Tie", timeline: "Timeline") -> bool:
    return bool(timeline.rows[tie.earlier].bars and timeline.rows[tie.later].bars)


def _label(row: "TimeRow", ties: Sequence[str]) -> list[str]:
    points = (
        [f"milestone{' reached' if one.reached else ''}: {one.text}, {one.date}" for one in row.points]
        if row.bars
        else []
    )
    # All rows are as high as the highest, so one long text would pull them all apart; the text below has every word.
    told = (shortened(wrapped(text, _LABEL), _MOST_LINES) for text in (row.text, *row.facts, *ties, *points))
    return shortened([line for lines in told for line in lines], 2 * _MOST_LINES)


def _kinds(row: "TimeRow", *, hold: bool) -> set[str]:
    return {bar.placing for bar in row.bars} | ({"length"} if hold and row.length and not row.is_placed else set())


def _fill(kind: str, palette: Palette) -> str:
    if kind in ("within", "open", "length"):
        return palette.paper
    return palette.marks[2] if kind == "found" else palette.marks[0]


def _bars(timeline: "Timeline") -> list[dict[str, str]]:
    found = [
        {"row": str(number), "start": str(bar.start), "end": day_after(bar.end), "placing": bar.placing}
        for number, row in enumerate(timeline.rows)
        for bar in row.bars
    ]
    for number, row in enumerate(timeline.rows):
        end = None if row.is_placed else _after_length(row, timeline)
        if end is not None and timeline.span is not None:
            # It has no place; what is drawn is how long it is, from the left edge.
            found.append({"row": str(number), "start": str(timeline.span[0]), "end": end, "placing": "length"})
    return found


def day_after(day: pendulum.Date, days: int = 1) -> str:
    """Where a day ends, which is where the next begins; the last of the calendar ends with itself."""
    return str(pendulum.Date.fromordinal(min(day.toordinal() + days, pendulum.Date.max.toordinal())))


def _after_length(row: "TimeRow", timeline: "Timeline") -> str | None:
    """Where a length ends that is drawn from the left edge, as far as there is room for it."""
    if timeline.span is None or not row.length:
        return None
    first, last = timeline.span
    return day_after(first, min(row.length, last.toordinal() - first.toordinal() + 1))


def _ties(timeline: "Timeline") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for number, tie in enumerate(timeline.ties):
        if not _is_drawn(tie, timeline):
            continue
        # From where the one ends along its row's edge down to the other, and along that to where it begins.
        end, start = day_after(timeline.rows[tie.earlier].bars[0].end), str(timeline.rows[tie.later].bars[0].start)
        corners = ((tie.earlier, end), (tie.later, end), (tie.later, start))
        found += [
            {"tie": number, "order": order, "row": str(row), "start": day} for order, (row, day) in enumerate(corners)
        ]
    return found
