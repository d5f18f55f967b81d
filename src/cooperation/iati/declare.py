"""How a record says what it is in the standard: its attributes, its elements in order, how often, of what kind.

The description stands once, on the fields of the records.
Reader, writer and judge are all derived from it (see ``shape``), and nothing else knows the standard.
"""

import functools
from typing import TYPE_CHECKING, Any

import attrs
from attrs import field

from cooperation.iati.kinds import DATE, STRING, Kind

__all__ = [
    "HOLDS",
    "Attribute",
    "Content",
    "Element",
    "Leaf",
    "Record",
    "Residue",
    "attribute",
    "code",
    "content",
    "day",
    "element",
    "elements",
    "frozen",
    "leaf",
    "leaves",
    "residue",
]

if TYPE_CHECKING:
    from attrs import frozen  # as type checkers know it
else:
    # No slot for weak references, so that a reader can fill a record in one go (see ``formats.assemble``);
    # and a repr of its own, since a record of forty fields has nothing in most of them.
    frozen = functools.partial(attrs.frozen, weakref_slot=False, repr=False)

HOLDS = "cooperation.iati"
"""The key under which a field's metadata holds its description."""


class Record:
    """What all records of the standard have in common: they show only what they hold, and hold only what can be said.

    Raises:
        InvariantError: A value is of the wrong kind; that something is missing is for the writer to say.
    """

    __slots__ = ()

    def __attrs_post_init__(self) -> None:
        from cooperation.iati.checks import check  # which is derived from the descriptions that are made here

        check(self)

    def __repr__(self) -> str:
        fields = attrs.fields(type(self))  # type: ignore[arg-type]  # every record is an attrs class
        held = ((a.name, getattr(self, a.name)) for a in fields)
        inside = ", ".join(f"{name}={value!r}" for name, value in held if value is not None and value != ())
        return f"{type(self).__name__}({inside})"


@attrs.frozen(kw_only=True)
class Attribute:
    """A field that is an attribute of the element.

    Attributes:
        name: Its name in XML; that of ``xml:lang`` is written so.
        kind: What kind of value it holds.
        required: Whether the standard demands it.
    """

    name: str
    kind: Kind = STRING
    required: bool = False


@attrs.frozen(kw_only=True)
class Element:
    """A field that holds the record of an element below, or the records of several.

    Attributes:
        tag: The element's name.
        many: Whether it may stand several times.
        required: Whether the standard demands at least one.
    """

    tag: str
    many: bool = False
    required: bool = False


@attrs.frozen(kw_only=True)
class Leaf:
    """A field that holds the value of an element below which says one thing only, or the values of several.

    Attributes:
        tag: The element's name.
        attribute: The attribute the value stands in; ``None`` when it is the element's text.
        kind: What kind of value it is.
        many: Whether it may stand several times.
        required: Whether the standard demands at least one.
        simple: Whether the standard types the element as a bare value, so that it can have no attribute at all.
        anything: Whether the standard forgot to type the element, so that it can hold anything.
    """

    tag: str
    attribute: str | None = None
    kind: Kind = STRING
    many: bool = False
    required: bool = False
    simple: bool = False
    anything: bool = False


@attrs.frozen(kw_only=True)
class Content:
    """A field that holds the text of the element itself.

    Attributes:
        kind: What kind of value it is.
    """

    kind: Kind = STRING


@attrs.frozen(kw_only=True)
class Residue:
    """The field that holds what a file has beside the standard.

    Attributes:
        foreign: Whether the standard admits attributes of other namespaces on this element.
        before: The tag of the element before which elements of other namespaces stand; ``None`` when they stand behind
            all others, as nearly everywhere.
    """

    foreign: bool = True
    before: str | None = None


def attribute(name: str, kind: Kind = STRING, *, required: bool = False) -> Any:
    """A field for an attribute."""
    return _field(None, Attribute(name=name, kind=kind, required=required))


def element(tag: str, *, required: bool = False) -> Any:
    """A field for the record of an element that stands once."""
    return _field(None, Element(tag=tag, required=required))


def elements(tag: str, *, required: bool = False) -> Any:
    """A field for the records of an element that may stand several times."""
    return _field((), Element(tag=tag, many=True, required=required))


def leaf(tag: str, attribute: str | None = None, kind: Kind = STRING, **more: bool) -> Any:
    """A field for the value of an element that says one thing only; without ``attribute`` it is the element's text."""
    return _field(None, Leaf(tag=tag, attribute=attribute, kind=kind, **more))


def leaves(tag: str, attribute: str | None = None, kind: Kind = STRING, *, required: bool = False) -> Any:
    """A field for the values of an element that says one thing only and may stand several times."""
    return _field((), Leaf(tag=tag, attribute=attribute, kind=kind, many=True, required=required))


def code(tag: str, *, required: bool = False) -> Any:
    """A field for an element that is a code and nothing else: ``<flow-type code="10"/>``."""
    return leaf(tag, "code", required=required)


def day(tag: str, *, required: bool = False) -> Any:
    """A field for an element that is a day and nothing else: ``<period-start iso-date="2019-01-01"/>``."""
    return leaf(tag, "iso-date", DATE, required=required)


def content(kind: Kind = STRING) -> Any:
    """A field for the text of the element itself."""
    return _field("" if kind is STRING else None, Content(kind=kind))


def residue(*, foreign: bool = True, before: str | None = None) -> Any:
    """The field for what a file has beside the standard; every record has one, called ``kept``."""
    return _field(None, Residue(foreign=foreign, before=before))


def _field(default: Any, holds: Any) -> Any:
    return field(default=default, metadata={HOLDS: holds})
