"""Finding all records of some class below another, where a rule speaks of them together."""

import functools
from collections.abc import Iterator
from typing import Any, TypeVar

from cooperation.diagnostics import Path
from cooperation.iati.declare import Record
from cooperation.iati.shape import shape_of

__all__ = ["below"]

T = TypeVar("T", bound=Record)


def below(root: Record, *wanted: type[T]) -> Iterator[tuple[Path, T]]:
    """Every record of these classes below a record, with its path, in the order of the standard."""
    for name in _ways(type(root), wanted):  # type: ignore[arg-type]  # mypy thinks that a class has no hash
        value = getattr(root, name)
        if type(value) is tuple:
            for i, one in enumerate(value):
                yield from _from(one, (name, i), wanted)
        elif value is not None:
            yield from _from(value, (name,), wanted)


def _from(record: Any, path: Path, wanted: tuple[type[T], ...]) -> Iterator[tuple[Path, T]]:
    if isinstance(record, wanted):
        yield path, record
    for below_it, found in below(record, *wanted):
        yield (*path, *below_it), found


@functools.cache
def _ways(cls: Any, wanted: tuple[type, ...]) -> tuple[str, ...]:
    """The fields below which such records may stand; no record of the standard holds its own kind."""
    return tuple(
        child.field
        for child in shape_of(cls).children.values()
        if child.record is not None and (issubclass(child.record, wanted) or _ways(child.record, wanted))
    )
