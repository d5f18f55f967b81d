"""A diagram as an indented tree."""

from collections.abc import Iterator

from attrs import frozen

from cooperation.views.layout import Line
from cooperation.views.pictures.boxes import Arrow, Box
from cooperation.views.words import cells, wrapped

__all__ = ["text"]

# No page is wide enough for deeper margins.
_DEEPEST = 60


@frozen
class _Place:
    box: Box
    above: tuple[str, ...]
    margin: str
    is_last: bool

    @property
    def first(self) -> str:
        return self.margin + ("" if not self.above else "└─ " if self.is_last else "├─ ")

    @property
    def inner(self) -> str:
        return (self.margin + ("" if not self.above else "   " if self.is_last else "│  "))[:_DEEPEST]


def text(title: str, boxes: tuple[Box, ...], arrows: tuple[Arrow, ...], width: int) -> str:
    """Each box once in full, below what it points to; circles and what stands elsewhere are said."""
    heading = wrapped(title, width)
    lines = [*heading, "═" * max(map(cells, heading)), ""]
    body = "".join(piece for line in _lines(boxes, arrows) for piece, _ in line.segments(width))
    return "\n".join([*lines, *(line.rstrip() for line in body.rstrip("\n").split("\n"))])


def _lines(boxes: tuple[Box, ...], arrows: tuple[Arrow, ...]) -> Iterator[Line]:
    if not boxes:
        yield Line("Nothing is known.", role="unknown")
        return
    found = {box.key: box for box in boxes}
    below: dict[str, list[str]] = {key: [] for key in found}
    starting = set()
    for arrow in arrows:
        below[arrow.end].append(arrow.start)
        starting.add(arrow.start)
    shown: set[str] = set()
    # Those in a circle stand below nothing else, so they follow where no tree has led to them.
    for top in (*(box for box in boxes if box.key not in starting), *boxes):
        if top.key in shown:
            continue
        if shown:
            yield Line("")
        stack = [_Place(top, (), "", is_last=True)]
        while stack:
            place = stack.pop()
            box = place.box
            label = f"{box.heading}: "
            if box.key in shown:
                said = "which closes a circle" if box.key in place.above else "see above"
                yield Line(f"{box.text} ({said})", first=place.first, rest=place.inner, label=label)
                continue
            shown.add(box.key)
            children = [found[key] for key in below[box.key]]
            yield Line(box.text, first=place.first, rest=place.inner + ("│  " if children else "   "), label=label)
            for fact in box.facts:
                margin = place.inner + ("│  " if children else "   ")
                yield Line(fact, first=margin, rest=margin, role="label")
            above = (*place.above, box.key)
            stack.extend(
                _Place(child, above, place.inner, is_last=child is children[-1]) for child in reversed(children)
            )
