"""A diagram drawn: boxes placed in layers, lines between them, and signs that need no colour."""

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import frozen

from cooperation.views.pictures.boxes import Arrow, Box
from cooperation.views.pictures.extras import drawing
from cooperation.views.pictures.palette import DARK, LIGHT, Palette, palette_of
from cooperation.views.pictures.svg import FONT, SvgTheme, described, mark
from cooperation.views.words import cells, escaped, wrapped

__all__ = ["svg"]

_WRAP = 30
_LETTER = 7.2  # what a letter takes at most, on average, at 13 points
_LINE = 17
_PAD = 14
_MARGIN = 20
_TITLE = 16
_TIP = 'viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto-start-reverse"'

_OPTIONS: dict[str, Any] = {
    "direction": "topbottom",
    "spacing": {"layer_gap": 48.0, "node_gap": 26.0, "isolated_gap": 26.0, "isolated_max_columns": 4},
}


@frozen
class _Placed:
    box: Box
    lines: tuple[str, ...]
    width: float
    height: float

    @classmethod
    def of(cls, box: Box) -> "_Placed":
        lines = [piece for text in (box.text, *box.facts) for piece in wrapped(text, _WRAP)]
        widest = max(cells(line) for line in (box.heading, *lines))
        sides = 3 if box.kind in _POINTED else 2
        return cls(
            box, tuple(lines), max(120.0, widest * _LETTER + sides * _PAD), (len(lines) + 1) * _LINE + 1.5 * _PAD
        )


_POINTED = {"assumption", "precondition"}
_ROUND = {"impact": 26, "outcome": 12, "intermediate outcome": 12}


def svg(title: str, description: str, boxes: tuple[Box, ...], arrows: tuple[Arrow, ...], theme: SvgTheme) -> str:
    """The diagram as an SVG; what contributes stands below."""
    palette = LIGHT if theme == "auto" else palette_of(theme)
    placed = [_Placed.of(box) for box in boxes or (Box(key="", kind="unknown", text="Nothing is known", unknown=True),)]
    layout = _layout(placed, arrows if boxes else ())
    low, high = layout.bounds["min"], layout.bounds["max"]
    wide = high["x"] - low["x"]
    heading = wrapped(title, max(30, int(wide / (_LETTER * _TITLE / 13))))
    top = _MARGIN + len(heading) * (_TITLE + 6) + 8
    width = max(wide, max(map(cells, heading)) * _LETTER * _TITLE / 13) + 2 * _MARGIN
    height = high["y"] - low["y"] + top + _MARGIN
    tip = f"tip{mark(title, description, theme)}"
    size = f'width="{_n(width)}" height="{_n(height)}" viewBox="0 0 {_n(width)} {_n(height)}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FONT}" font-size="13">',
        *(_dark_style() if theme == "auto" else ()),
        f'<rect class="co-paper" width="100%" height="100%" fill="{palette.paper}"/>',
        f'<defs><marker id="{tip}" {_TIP}>',
        f'<path class="co-ink" d="M0 0L10 5L0 10z" fill="{palette.ink}"/></marker></defs>',
        *(
            _text(line, width / 2, _MARGIN + (_TITLE + 6) * number + _TITLE, palette, f' font-size="{_TITLE}"', "bold")
            for number, line in enumerate(heading)
        ),
        f'<g transform="translate({_n((width - wide) / 2 - low["x"])} {_n(top - low["y"])})">',
        *(_arrow(arrow, laid, palette, tip) for arrow, laid in zip(arrows if boxes else (), layout.edges, strict=True)),
        *(part for one, laid in zip(placed, layout.nodes, strict=True) for part in _box(one, laid, palette)),
        "</g></svg>",
    ]
    return described("\n".join(parts), title, description) + "\n"


def _layout(placed: Sequence[_Placed], arrows: Sequence[Arrow]) -> Any:
    graphlay = drawing("graphlay")
    graph = graphlay.Graph()
    for one in placed:
        graph.node(one.box.key, width=one.width, height=one.height)
    # Layers are placed from the top, where that which is contributed to stands.
    for arrow in arrows:
        graph.edge(arrow.end, arrow.start)
    return graphlay.layout(graph, options=_OPTIONS)


def _box(one: _Placed, laid: Any, palette: Palette) -> Iterator[str]:
    box = one.box
    x, y = laid["center"]["x"] - one.width / 2, laid["center"]["y"] - one.height / 2
    dashed = ' stroke-dasharray="6 4"' if box.unknown else ""
    kind = box.kind.replace(" ", "-") if box.kind in dict(palette.fills) else "plain"
    filled = f'class="co-line co-{kind}" fill="{palette.fill(box.kind)}" stroke="{palette.ink}"{dashed}'
    if box.kind in _POINTED:
        corners = (
            (x, y + one.height / 2),
            (x + _PAD, y),
            (x + one.width - _PAD, y),
            (x + one.width, y + one.height / 2),
            (x + one.width - _PAD, y + one.height),
            (x + _PAD, y + one.height),
        )
        yield f'<polygon {filled} points="{" ".join(f"{_n(a)},{_n(b)}" for a, b in corners)}"/>'
    else:
        size = f'x="{_n(x)}" y="{_n(y)}" width="{_n(one.width)}" height="{_n(one.height)}"'
        yield f'<rect {filled} {size} rx="{_ROUND.get(box.kind, 0)}"/>'
    if box.kind == "activity":
        for at in (x + 5, x + one.width - 5):
            yield _line(((at, y), (at, y + one.height)), palette, dashed)
    middle = x + one.width / 2
    yield _text(box.heading, middle, y + _PAD + 8, palette, "", "bold")
    told = len(wrapped(box.text, _WRAP))
    for number, line in enumerate(one.lines):
        slanted = "" if number < told else ' font-style="italic"'
        yield _text(line, middle, y + _PAD + 8 + (number + 1) * _LINE, palette, slanted)


def _arrow(arrow: Arrow, laid: Any, palette: Palette, tip: str) -> str:
    points = [(point["x"], point["y"]) for point in laid["points"]]
    dashed = ' stroke-dasharray="6 4"' if arrow.unknown else ""
    return _line(points, palette, f'{dashed} marker-start="url(#{tip})"')


def _line(points: Sequence[tuple[float, float]], palette: Palette, more: str) -> str:
    told = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
    return f'<polyline class="co-line" fill="none" stroke="{palette.ink}"{more} points="{told}"/>'


def _text(text: str, x: float, y: float, palette: Palette, more: str, weight: str = "normal") -> str:
    bold = ' font-weight="bold"' if weight == "bold" else ""
    return (
        f'<text class="co-ink" fill="{palette.ink}" text-anchor="middle"{bold}{more} x="{_n(x)}" y="{_n(y)}">'
        f"{escaped(text)}</text>"
    )


def _dark_style() -> Iterator[str]:
    """The colours for dark paper, for readers who have that."""
    fills = "".join(f".co-{kind.replace(' ', '-')}{{fill:{colour}}}" for kind, colour in DARK.fills)
    yield (
        "<style>@media (prefers-color-scheme: dark){"
        f".co-paper,.co-plain{{fill:{DARK.paper}}}.co-ink{{fill:{DARK.ink}}}.co-line{{stroke:{DARK.ink}}}{fills}"
        "}</style>"
    )


def _n(number: float) -> str:
    """A coordinate without digits that nobody can see, so that the same picture is the same text."""
    told = f"{number:.1f}".removesuffix(".0")
    return "0" if told == "-0" else told
