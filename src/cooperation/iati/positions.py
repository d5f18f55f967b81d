"""Where in a file a path of records stands: looked for when something is printed, and not before."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from cooperation.diagnostics import LoadError, Path, Position
from cooperation.iati.shape import Shape, shape_of
from cooperation.iati.source import MOST_UNPACKED, Source, opened
from cooperation.iati.stream import ROOTS, Entry, Stream

__all__ = ["line_of", "locate", "place_in"]

# The parser counts lines in 16 bits. Of a later element it knows only on which line a text beside it ends.
_LAST_LINE = 65_535


def locate(source: Source, paths: Iterable[Path], *, most_unpacked: int = MOST_UNPACKED) -> dict[Path, Position]:
    r"""The lines on which paths of records stand; of something absent, that of the nearest element around it.

    The file is gone through once, in memory that does not grow with it. What cannot be read any more has no place.

    Args:
        source: A path, the bytes, or a file open for reading bytes; plain or packed with gzip.
        paths: Paths from the root of the file, such as ``("activities", 3, "transactions", 0, "value", "currency")``.
        most_unpacked: To how many bytes a packed file may unpack.

    Raises:
        MissingExtraError: lxml is not installed.
        OSError: The file cannot be read.

    >>> text = b'<iati-activities version="2.03">\n<iati-activity>\n<title/></iati-activity></iati-activities>'
    >>> path = ("activities", 0, "title", "narratives", 0)
    >>> str(locate(text, [path])[path])
    '3:1'
    """
    wanted: dict[int | None, list[Path]] = defaultdict(list)
    for path in paths:
        index = path[1] if len(path) > 1 and isinstance(path[1], int) else None
        wanted[index].append(path)
    found: dict[Path, Position] = {}
    try:
        with opened(source, most_unpacked) as bytes_:
            stream = Stream(bytes_)
            cls, _ = ROOTS[stream.open()]
            found |= {path: Position(stream.root.sourceline) for path in wanted.pop(None, ())}
            (child,) = shape_of(cls).children.values()
            entries = (part for part in stream.parts() if isinstance(part, Entry))
            for number, entry in enumerate(entries):
                for path in wanted.pop(number, ()):
                    found[path] = place_in(entry.element, child.shape, path[2:])
                if not wanted:
                    break
    except LoadError:
        pass  # whoever asks has been told, and what stands before the fault was found
    return found


def place_in(e: Any, shape: Shape, path: Path) -> Position:
    """Where a path below an element of this shape stands; of something absent, the nearest element around it."""
    return Position(line_of(_element(e, shape, path)))


def line_of(e: Any) -> int:
    """The line on which the start tag of an element ends.

    Behind line 65,535 it is reckoned from the nearest text: that in the element, behind it, or around it; where there
    is none it stays at that line.
    """
    line = int(e.sourceline)
    if line < _LAST_LINE:
        return line
    first = e
    while not first.text and len(first):
        first = first[0]
    if first.text:
        return line - str(first.text).count("\n")
    if first is e and e.tail:
        return line - str(e.tail).count("\n")
    if line == _LAST_LINE:
        # With no text between them, it begins where the text of the element around it ends.
        return next((int(above.sourceline) for above in e.iterancestors() if above.text), line)
    return line


def _element(e: Any, shape: Shape, path: Path) -> Any:
    """The element of a path below one, or the last on the way that is there."""
    steps = iter(path)
    for step in steps:
        child = next((child for child in shape.children.values() if child.field == step), None)
        if child is None:
            return e
        index = next(steps, 0) if child.many else 0
        below = [node for node in e if node.tag == child.tag]
        if not isinstance(index, int) or index >= len(below):
            return e
        e, shape = below[index], child.shape
    return e
