"""What the records say about the standard, made ready: the shape of every element, from which all else is derived."""

import functools
import typing
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

import attrs

from cooperation.iati.declare import HOLDS, Attribute, Content, Element, Leaf, Record, Residue
from cooperation.iati.kinds import Kind

__all__ = ["LANG", "XML", "AttributeOf", "ChildOf", "Shape", "clark", "leaf_shape", "shape_of"]


@attrs.frozen(kw_only=True)
class AttributeOf:
    """An attribute of an element.

    Attributes:
        name: Its name in XML, in Clark's notation.
        field: The field of the record that holds it; ``None`` when the record above holds it as its value.
        kind: What kind of value it is.
        required: Whether the standard demands it.
    """

    name: str
    field: str | None
    kind: Kind
    required: bool


@attrs.frozen(kw_only=True)
class ChildOf:
    """An element below another.

    Attributes:
        tag: Its name.
        field: The field of the record above that holds it.
        order: Its number in the sequence.
        many: Whether it may stand several times.
        required: Whether the standard demands at least one.
        record: The class of its record; ``None`` when the field holds a bare value.
        leaf: How a bare value stands in it.
        shape: The shape of the element itself.
    """

    tag: str
    field: str
    order: int
    many: bool
    required: bool
    record: Any = None
    leaf: Leaf | None = None
    shape: "Shape" = attrs.field(repr=False)


@attrs.frozen(kw_only=True)
class Shape:
    """What one element may and must hold.

    Attributes:
        attributes: Its attributes by their names.
        children: The elements below it by their tags, in the order of the sequence.
        content: What kind of text it is; ``None`` when it holds elements.
        content_field: The field of the record that holds the text.
        foreign: Whether attributes of other namespaces are legal on it.
        foreign_at: The number in the sequence at which elements of other namespaces stand; ``None`` is the end.
        simple: Whether the standard types it as a bare value, so that not even those are.
        anything: Whether it can hold anything.
    """

    attributes: Mapping[str, AttributeOf]
    children: Mapping[str, ChildOf]
    content: Kind | None = None
    content_field: str | None = None
    foreign: bool = True
    foreign_at: int | None = None
    simple: bool = False
    anything: bool = False


XML = "http://www.w3.org/XML/1998/namespace"
"""The namespace of the attributes that XML itself has."""
LANG = f"{{{XML}}}lang"
"""The attribute that says in which language a text is."""


def clark(name: str) -> str:
    """A name in Clark's notation: ``xml:lang`` is the only one of the standard that has a prefix."""
    return f"{{{XML}}}{name[4:]}" if name.startswith("xml:") else name


def shape_of(cls: type[Record]) -> Shape:
    """The shape of the element whose record this is."""
    return _shape_of(cls)  # type: ignore[arg-type]  # mypy thinks that a class has no hash


@functools.cache
def _shape_of(cls: Any) -> Shape:
    attributes: dict[str, AttributeOf] = {}
    children: dict[str, ChildOf] = {}
    content = content_field = None
    residue = Residue()
    hints = typing.get_type_hints(cls)
    for field in attrs.fields(cls):
        holds = field.metadata[HOLDS]
        if isinstance(holds, Attribute):
            name = clark(holds.name)
            attributes[name] = AttributeOf(name=name, field=field.name, kind=holds.kind, required=holds.required)
        elif isinstance(holds, Element):
            children[holds.tag] = ChildOf(
                tag=holds.tag,
                field=field.name,
                order=len(children),
                many=holds.many,
                required=holds.required,
                record=_record(hints[field.name]),
                shape=shape_of(_record(hints[field.name])),
            )
        elif isinstance(holds, Leaf):
            children[holds.tag] = ChildOf(
                tag=holds.tag,
                field=field.name,
                order=len(children),
                many=holds.many,
                required=holds.required,
                leaf=holds,
                shape=leaf_shape(holds),
            )
        elif isinstance(holds, Content):
            content, content_field = holds.kind, field.name
        elif isinstance(holds, Residue):
            residue = holds
    return Shape(
        attributes=MappingProxyType(attributes),
        children=MappingProxyType(children),
        content=content,
        content_field=content_field,
        foreign=residue.foreign,
        foreign_at=None if residue.before is None else children[residue.before].order,
    )


@functools.cache
def leaf_shape(leaf: Leaf) -> Shape:
    """The shape of an element whose value the record above holds."""
    attributes = {}
    if leaf.attribute is not None:
        attributes[leaf.attribute] = AttributeOf(name=leaf.attribute, field=None, kind=leaf.kind, required=True)
    return Shape(
        attributes=MappingProxyType(attributes),
        children=MappingProxyType({}),
        content=leaf.kind if leaf.attribute is None else None,
        foreign=not leaf.simple,
        simple=leaf.simple,
        anything=leaf.anything,
    )


def _record(hint: Any) -> type[Record]:
    """The class in ``Value | None`` or ``tuple[Transaction, ...]``."""
    return next(cls for cls in typing.get_args(hint) if isinstance(cls, type) and issubclass(cls, Record))
