"""What a file has beside the standard, or writes in its own way, and what must not be lost for that."""

import enum
from typing import Any

from attrs import frozen

__all__ = ["ForeignAttribute", "Kept", "Node", "NodeKind", "Spelling"]


class NodeKind(enum.Enum):
    """What a kept node is."""

    ELEMENT = "element"
    COMMENT = "comment"
    INSTRUCTION = "instruction"
    TEXT = "text"


@frozen(kw_only=True)
class Node:
    """A node of another namespace, a comment, or anything else the standard has no place for, word for word.

    Attributes:
        xml: The node as XML that stands for itself: an element declares the namespaces it uses. A text is plain.
        kind: What it is.
        name: The element's name; one of another namespace as ``{namespace}name``.
        before: It stands before this element of the record: the number of the field among the record's elements,
            and the number among the field's items. ``None`` puts it behind them all. In a record that is text,
            the number of characters before it, and 0.
    """

    xml: str
    kind: NodeKind
    name: str | None = None
    before: tuple[int, int] | None = None


@frozen(kw_only=True)
class ForeignAttribute:
    """An attribute the standard does not know; one of another namespace is legal nearly everywhere.

    Attributes:
        name: Its name as written, with its prefix.
        namespace: The namespace; ``None`` for a name the standard should know and does not.
        value: Its value.
    """

    name: str
    namespace: str | None
    value: str


@frozen(kw_only=True)
class Spelling:
    """How a file wrote a value that would be written differently: ``2017-02-06+08:00``, ``EN``, ``true``.

    It is used in writing as long as the field still holds that value.

    Attributes:
        field: The field of the record.
        value: The value that was read; ``None`` when what stands there has none.
        written: The word as it stands in the file; or the element as XML, where there is more in an element whose
            value the field holds.
        index: Which item of the field, when it holds several.
    """

    field: str
    value: Any
    written: str
    index: int | None = None


@frozen(kw_only=True)
class Kept:
    """What the file had in the place of one record and the record itself cannot say.

    Attributes:
        nodes: Nodes among the elements or in the text, in the order of the file.
        attributes: Attributes the standard does not know.
        spellings: Values that were written in another way than they would be.
        namespaces: Prefixes declared on this element, each with its namespace.
        disordered: Whether elements stood out of the order of the standard, in which they are written.
        prolog: Comments and instructions before the root, where the record is the root.
        epilog: Comments and instructions after it.
    """

    nodes: tuple[Node, ...] = ()
    attributes: tuple[ForeignAttribute, ...] = ()
    spellings: tuple[Spelling, ...] = ()
    namespaces: tuple[tuple[str, str], ...] = ()
    disordered: bool = False
    prolog: tuple[Node, ...] = ()
    epilog: tuple[Node, ...] = ()
