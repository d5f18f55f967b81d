"""Making a record without asking its constructor: what was read from a file is checked by the reading itself."""

import functools
from typing import Any

import attrs

__all__ = ["blank_of", "filled"]


@functools.cache
def blank_of(cls: Any) -> Any:
    """A class with the slots of a record that can still be written to, and become the record."""
    return type(cls.__name__, cls.__bases__, {"__slots__": tuple(a.name for a in attrs.fields(cls))})


@functools.cache
def _defaults(cls: Any) -> tuple[tuple[str, Any], ...]:
    return tuple((a.name, a.default) for a in attrs.fields(cls))


def filled(cls: Any, values: dict[str, Any]) -> Any:
    """A record with these values, and defaults for the rest."""
    o = object.__new__(blank_of(cls))
    for name, default in _defaults(cls):
        setattr(o, name, values.get(name, default))
    o.__class__ = cls
    return o
