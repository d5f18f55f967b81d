"""How the model's classes hang together, read off their own declarations.

Rules walk it, references are resolved by it, strategies and the schema are made from it.
"""

import enum
import functools
import inspect
import itertools
import re
import types
import typing
from collections.abc import Iterator
from typing import Any

import attrs

from cooperation.model.declare import CodedBy, Refers
from cooperation.model.organisations import Organisation

__all__ = ["Documentation", "FieldShape", "Reference", "documentation", "fields_of", "references", "walk"]

Path = tuple[str | int, ...]
_FIELD_LINE = re.compile(r" {4}(\w+): (.*)")


@attrs.frozen(kw_only=True)
class FieldShape:
    """What a field of a model class holds.

    Attributes:
        name: Its name.
        holds: The types of what it holds, without ``None`` and without the tuple around them.
        many: Whether it holds a tuple of them.
        optional: Whether it may be ``None``.
        required: Whether it must be given.
        refers: The kind of part whose id it holds, if it does.
        codelist: The codelist whose code it holds, if it does.
        is_part: Whether it holds model values, into which a walk goes down.

    """

    name: str
    holds: tuple[Any, ...]
    many: bool
    optional: bool
    required: bool
    refers: str | None
    codelist: str | None
    is_part: bool


@attrs.frozen
class Reference:
    """An id that one part holds of another.

    Attributes:
        path: Where it stands.
        kind: What kind of part it names, such as ``objective``.
        id: The id.

    """

    path: Path
    kind: str
    id: str


@functools.cache
def fields_of(cls: type) -> tuple[FieldShape, ...]:
    """The shapes of a model class's fields, in their order.

    >>> from cooperation.model import Benefit
    >>> fields_of(Benefit)[0].refers
    'organisation'
    """
    hints = typing.get_type_hints(cls, include_extras=True)
    return tuple(_shape(attribute, hints[attribute.name]) for attribute in attrs.fields(cls))


def walk(root: object, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every model value in and below ``root`` with its path, parents before children, in the order of the fields.

    An organisation that takes part in several places is visited once, where it is met first.

    >>> from cooperation.model import Portfolio, Project
    >>> [path for path, _ in walk(Portfolio(projects=(Project(id="a", title="A"),)))][:2]
    [(), ('projects', 0)]
    """
    seen: set[str] = set()
    stack: list[tuple[Path, Any]] = [(path, root)]
    while stack:
        here, node = stack.pop()
        if isinstance(node, Organisation):
            if node.id in seen:
                continue
            seen.add(node.id)
        yield here, node
        below: list[tuple[Path, Any]] = []
        for name in _descents(type(node)):  # type: ignore[arg-type]  # every class is hashable
            value = getattr(node, name)
            if isinstance(value, tuple):
                below.extend(((*here, name, i), item) for i, item in enumerate(value) if attrs.has(type(item)))
            elif attrs.has(type(value)):
                below.append(((*here, name), value))
        stack.extend(reversed(below))


def references(node: object, path: Path = ()) -> Iterator[Reference]:
    """The ids of other parts that this one value holds itself."""
    for name, kind in _referring(type(node)):  # type: ignore[arg-type]  # every class is hashable
        value = getattr(node, name)
        if isinstance(value, tuple):
            yield from (Reference((*path, name, i), kind, id) for i, id in enumerate(value))  # noqa: A001
        elif value is not None:
            yield Reference((*path, name), kind, value)


@functools.cache
def _descents(cls: type) -> tuple[str, ...]:
    return tuple(shape.name for shape in fields_of(cls) if shape.is_part) if attrs.has(cls) else ()


@functools.cache
def _referring(cls: type) -> tuple[tuple[str, str], ...]:
    return tuple((s.name, s.refers) for s in fields_of(cls) if s.refers is not None) if attrs.has(cls) else ()


def _shape(attribute: "attrs.Attribute[Any]", hint: Any) -> FieldShape:
    options = _options(hint)
    optional = type(None) in options
    options = tuple(option for option in options if option is not type(None))
    many = any(typing.get_origin(option) is tuple for option in options)
    inner = tuple(o for option in options for o in _options(typing.get_args(option)[0])) if many else options
    marks = [mark for option in (*options, *inner) for mark in getattr(option, "__metadata__", ())]
    bare = tuple(typing.get_args(option)[0] if hasattr(option, "__metadata__") else option for option in inner)
    return FieldShape(
        name=attribute.name,
        holds=bare,
        many=many,
        optional=optional,
        required=attribute.default is attrs.NOTHING,
        refers=next((mark.kind for mark in marks if isinstance(mark, Refers)), None),
        codelist=next((mark.codelist for mark in marks if isinstance(mark, CodedBy)), None),
        is_part=any(isinstance(kind, type) and not issubclass(kind, enum.Enum) and _is_model(kind) for kind in bare),
    )


def _options(hint: Any) -> tuple[Any, ...]:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return typing.get_args(hint)
    return (hint,)


def _is_model(kind: type) -> bool:
    return kind.__module__.startswith("cooperation.model")


@attrs.frozen
class Documentation:
    """What a class's docstring says.

    Attributes:
        summary: Its first paragraph.
        fields: What it says of each field.
    """

    summary: str
    fields: dict[str, str]


@functools.cache
def documentation(cls: Any) -> Documentation:
    """What the docstring of a class of the model says of it and of its fields.

    >>> from cooperation.model import Transfer
    >>> documentation(Transfer).fields["to_partner"]
    'Who learns.'
    """
    lines = inspect.cleandoc(cls.__doc__ or "").split("\n")
    summary = " ".join(itertools.takewhile(str.strip, lines))
    fields: dict[str, str] = {}
    last = ""
    for line in itertools.takewhile(
        str.strip, itertools.islice(itertools.dropwhile("Attributes:".__ne__, lines), 1, None)
    ):
        named = _FIELD_LINE.fullmatch(line)
        if named is not None:
            last = named[1]
            fields[last] = named[2]
        elif last:
            fields[last] += f" {line.strip()}"
    return Documentation(summary, fields)
