"""Where in a file a part of a record stands: its element's line, found only when something is said of the part."""

from typing import Any

from cooperation.diagnostics import Path, Position
from cooperation.iati.declare import Leaf, Record
from cooperation.iati.shape import Shape, shape_of

__all__ = ["position_of"]


def position_of(e: Any, cls: type[Record], path: Path) -> Position:
    """The line of what stands at a path of a record, or of the nearest part around it that is there.

    Args:
        e: The element of the record.
        cls: The class of the record.
        path: Where the part stands, from the record on.
    """
    shape: Shape = shape_of(cls)
    steps = list(path)
    while steps:
        name = steps.pop(0)
        child = next((child for child in shape.children.values() if child.field == name), None)
        if child is None:  # an attribute, the text, or what the standard does not have
            break
        number = steps.pop(0) if steps and isinstance(steps[0], int) else 0
        found = [one for one in e if one.tag == child.tag and _is_read(child.leaf, one)]
        if not isinstance(number, int) or number >= len(found):
            break
        e, shape = found[number], child.shape
    return Position(max(e.sourceline or 1, 1))


def _is_read(leaf: Leaf | None, e: Any) -> bool:
    """Whether an element counts among the items of its field: one whose only value cannot be read does not."""
    if leaf is None:
        return True
    word = e.text or "" if leaf.attribute is None else e.get(leaf.attribute)
    return word is not None and leaf.kind.read(word) is not None
