"""What the constructor of a record refuses: a value that no word of the standard could say."""

import datetime as dt
from typing import Any

from cooperation.errors import InvariantError
from cooperation.iati.declare import Record
from cooperation.iati.escape import is_character_data
from cooperation.iati.kinds import DATE, Kind
from cooperation.iati.shape import ChildOf, shape_of

__all__ = ["check"]


def check(o: Record) -> None:
    """Refuse a value of the wrong kind; that something is missing is for the writer to say.

    Raises:
        InvariantError: There is one.
    """
    shape = shape_of(type(o))
    for attribute in shape.attributes.values():
        _check_value(o, str(attribute.field), getattr(o, str(attribute.field)), attribute.kind)
    if shape.content is not None:
        _check_value(o, str(shape.content_field), getattr(o, str(shape.content_field)), shape.content)
    for child in shape.children.values():
        value = getattr(o, child.field)
        if child.many:
            if not isinstance(value, tuple):
                raise InvariantError(f"{_named(o, child.field)} is a tuple, not {_article(value)}", (child.field,))
            for item in value:
                _check_child(o, child, item)
        elif value is not None:
            _check_child(o, child, value)


def _check_child(o: Record, child: ChildOf, value: Any) -> None:
    if child.leaf is not None:
        if value is None:
            raise InvariantError(f"{_named(o, child.field)} holds None", (child.field,))
        _check_value(o, child.field, value, child.leaf.kind)
    elif not isinstance(value, child.record):
        what = child.record.__name__
        raise InvariantError(f"{_named(o, child.field)} holds {what}, not {_article(value)}", (child.field,))


def _check_value(o: Record, field: str, value: Any, kind: Kind) -> None:
    if value is None:
        return
    right = isinstance(value, kind.type) and not (kind is DATE and isinstance(value, dt.datetime))
    right = right and not (kind.type is int and isinstance(value, bool))
    if not right or not kind.valid(kind.word(value)):
        raise InvariantError(f"{_named(o, field)} is {kind.what}, not {value!r}", (field,))
    if isinstance(value, str) and not is_character_data(value):
        raise InvariantError(f"{_named(o, field)} holds a character that XML cannot: {value!r}", (field,))


def _named(o: Record, field: str) -> str:
    return f"{field} of {type(o).__name__}"


def _article(value: object) -> str:
    return "None" if value is None else f"{type(value).__name__} {value!r:.60}"
