"""A diagram in the language of Graphviz."""

from collections.abc import Iterator

from cooperation.views.pictures.boxes import Arrow, Box, grammar
from cooperation.views.pictures.palette import LIGHT
from cooperation.views.words import harmless, wrapped

__all__ = ["digraph", "quoted"]

_SHAPES = {
    "impact": ("box", "rounded,filled", 2),
    "outcome": ("box", "rounded,filled", 1),
    "intermediate outcome": ("box", "rounded,filled", 1),
    "activity": ("component", "filled", 1),
    "assumption": ("hexagon", "filled", 1),
    "precondition": ("hexagon", "filled", 1),
}
_WIDTH = 34


def quoted(*lines: str) -> str:
    r"""Lines of text as one string, in which nothing is an escape, an entity or the end of it.

    >>> print(quoted('a "b" \\N & c'))
    "a \"b\" \\N &amp; c"
    """
    # Graphviz reads entities in every label.
    plain = (harmless(text).replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"') for text in lines)
    return '"' + "\\n".join(plain) + '"'


def digraph(title: str, boxes: tuple[Box, ...], arrows: tuple[Arrow, ...]) -> str:
    """The diagram in Graphviz's words; what contributes stands below."""
    return "\n".join(_lines(title, boxes, arrows)) + "\n"


def _lines(title: str, boxes: tuple[Box, ...], arrows: tuple[Arrow, ...]) -> Iterator[str]:
    yield "digraph {"
    yield "  rankdir=BT;"
    yield f"  graph [label={quoted(title)}, labelloc=t, fontname=sans];"
    yield f'  node [fontname=sans, fontsize=11, color="{LIGHT.ink}", fontcolor="{LIGHT.ink}"];'
    yield f'  edge [color="{LIGHT.ink}"];'
    if not boxes:
        yield '  nothing [label="Nothing is known", shape=box, style=dashed];'
    names = grammar(boxes)
    for box in boxes:
        shape, style, peripheries = _SHAPES.get(box.kind, ("box", "filled", 1))
        dashed = ",dashed" if box.unknown else ""
        lines = [piece for text in (box.text, *box.facts) for piece in wrapped(text, _WIDTH)]
        yield (
            f"  {names[box.key]} [label={quoted(box.heading, *lines)}, shape={shape}, style={quoted(style + dashed)},"
            f' peripheries={peripheries}, fillcolor="{LIGHT.fill(box.kind)}"];'
        )
    for arrow in arrows:
        style = " [style=dashed]" if arrow.unknown else ""
        yield f"  {names[arrow.start]} -> {names[arrow.end]}{style};"
    yield "}"
