"""A diagram as a Mermaid flowchart."""

import re
from collections.abc import Iterable, Iterator

from cooperation.views.pictures.boxes import Arrow, Box, grammar
from cooperation.views.words import harmless, wrapped

__all__ = ["flowchart", "line", "quoted"]

_SHAPES = {
    "impact": ("(", ")"),
    "outcome": ("(", ")"),
    "intermediate outcome": ("(", ")"),
    "activity": ("[[", "]]"),
    "assumption": ("{{", "}}"),
    "precondition": ("{{", "}}"),
}
# Mermaid wraps what is wider than this once more, and not well.
_WIDTH = 24

# Mermaid reads Markdown, HTML, entities, directives and formulas in a label: only letters, digits and what is harmless
# between them stand for themselves.
_SPECIAL = re.compile(r"[^\w ,/()'!?.-]|_", re.ASCII)


def quoted(text: str) -> str:
    """A text in one line that is only text in a label.

    >>> quoted('<b>"50 %"</b>')
    '#60;b#62;#34;50 #37;#34;#60;/b#62;'
    """
    plain = _SPECIAL.sub(lambda found: _entity(found[0]), harmless(text))
    # Two dollar signs begin a formula even where they are entities; a word joiner between them is not seen.
    return re.sub("#36;(?=#36;)", "#36;\N{WORD JOINER}", plain)


def _entity(letter: str) -> str:
    return f"#{ord(letter)};" if letter.isascii() else letter


def line(text: str) -> str:
    """A text in one line where Mermaid knows no quotes: what it would read as more than text becomes a space."""
    return " ".join(re.sub(r"[#;%{}<>`\"\\:]", " ", harmless(text)).split())


def flowchart(title: str, description: str, boxes: tuple[Box, ...], arrows: tuple[Arrow, ...]) -> str:
    """The diagram in Mermaid's words; what contributes stands below."""
    return "\n".join(_lines(title, description, boxes, arrows)) + "\n"


def _lines(title: str, description: str, boxes: tuple[Box, ...], arrows: tuple[Arrow, ...]) -> Iterator[str]:
    yield "flowchart BT"
    yield f"    accTitle: {line(title)}"
    yield f"    accDescr: {line(description)}"
    if not boxes:
        yield '    nothing["Nothing is known"]'
        yield "    style nothing stroke-dasharray:5 4"
    names = grammar(boxes)
    for box in boxes:
        before, after = _SHAPES.get(box.kind, ("[", "]"))
        label = "<br>".join(map(quoted, _label(box)))
        yield f'    {names[box.key]}{before}"{label}"{after}'
    for arrow in arrows:
        yield f"    {names[arrow.start]} {'-.->' if arrow.unknown else '-->'} {names[arrow.end]}"
    for box in boxes:
        if box.unknown:
            yield f"    style {names[box.key]} stroke-dasharray:5 4"


def _label(box: Box) -> Iterable[str]:
    yield box.heading
    for text in (box.text, *box.facts):
        yield from wrapped(text, _WIDTH)
