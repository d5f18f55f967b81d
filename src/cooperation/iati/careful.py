"""Reading one element whatever is in it: the long way, on which nothing is lost.

The quick way (see ``quick``) comes here as soon as an element has anything a plain one has not.
What it says is what the quick way must say of a plain element too.
"""

from collections.abc import Callable, Iterator
from typing import Any

import attrs

from cooperation.iati.blanks import filled
from cooperation.iati.declare import Leaf
from cooperation.iati.kept import ForeignAttribute, Kept, Node, NodeKind, Spelling
from cooperation.iati.kinds import STRING, Kind
from cooperation.iati.shape import XML, ChildOf, Shape, shape_of
from cooperation.iati.source import lxml_etree

__all__ = ["BLANK", "ResidueOf", "careful", "gathered", "keep_beside", "node_of", "nodes", "own_namespaces", "verbatim"]

BLANK = " \t\r\n"
"""What XML calls white space; Python knows more."""


def careful(cls: Any, e: Any, read: Callable[[ChildOf, Any], Any]) -> Any:
    """The record of an element, with all that is in it.

    Args:
        cls: The class of the record.
        e: The element.
        read: How the record of a child is read.
    """
    shape = shape_of(cls)
    values, residue = gathered(shape, e)
    if shape.content is None:
        _read_children(shape, e, values, residue, read)
    else:
        _read_content(shape, e, values, residue)
    return filled(cls, {**values, "kept": residue.kept()})


class ResidueOf:
    """What is kept of one element, while it is being read."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.attributes: list[ForeignAttribute] = []
        self.spellings: list[Spelling] = []
        self.namespaces: tuple[tuple[str, str], ...] = ()
        self.disordered = False
        self.prolog: tuple[Node, ...] = ()
        self.epilog: tuple[Node, ...] = ()
        self._waiting: list[Node] = []

    def wait(self, node: Node) -> None:
        """Keep a node that stands before whatever comes next."""
        self._waiting.append(node)

    def place(self, before: tuple[int, int] | None) -> None:
        """Say what came next."""
        self.nodes += [attrs.evolve(node, before=before) for node in self._waiting]
        self._waiting.clear()

    def kept(self) -> Kept | None:
        """All of it, or nothing."""
        self.place(None)
        kept = Kept(
            nodes=tuple(self.nodes),
            attributes=tuple(self.attributes),
            spellings=tuple(self.spellings),
            namespaces=self.namespaces,
            disordered=self.disordered,
            prolog=self.prolog,
            epilog=self.epilog,
        )
        return None if kept == _NOTHING else kept


_NOTHING = Kept()


def gathered(shape: Shape, e: Any) -> tuple[dict[str, Any], ResidueOf]:
    """The attributes of an element as the values of fields, and what is beside them."""
    values: dict[str, Any] = {}
    residue = ResidueOf()
    residue.namespaces = own_namespaces(e)
    for number, (name, word) in enumerate(e.items()):
        known = shape.attributes.get(name)
        if known is not None and known.field is not None:
            values[known.field] = value = known.kind.read(word)
            if value is None or known.kind.word(value) != word:
                residue.spellings.append(Spelling(field=known.field, value=value, written=word))
        else:
            residue.attributes.append(_foreign(e, number, name, word))
    return values, residue


def _foreign(e: Any, number: int, name: str, value: str) -> ForeignAttribute:
    if not name.startswith("{"):
        return ForeignAttribute(name=name, namespace=None, value=value)
    namespace, _, local = name[1:].partition("}")
    if namespace == XML:
        return ForeignAttribute(name=f"xml:{local}", namespace=XML, value=value)
    prefixes = [prefix for prefix, uri in e.nsmap.items() if uri == namespace and prefix]
    # Of several prefixes for one namespace only the parser's own tree still knows which one was written.
    written = f"{prefixes[0]}:{local}" if len(prefixes) == 1 else e.xpath(f"name(@*[{number + 1}])")
    return ForeignAttribute(name=str(written), namespace=namespace, value=value)


def _read_children(shape: Shape, e: Any, values: dict[str, Any], residue: ResidueOf, read: Any) -> None:
    found: dict[str, list[Any]] = {}
    at = 0
    for node in nodes(e):
        child = None if isinstance(node, str) else shape.children.get(node.tag)
        if child is None:
            keep_beside(residue, node)
            continue
        items = found.setdefault(child.field, [])
        if items and not child.many:
            keep_beside(residue, node)
            continue
        if child.leaf is None:
            value = read(child, node)
        else:
            value, written = _read_leaf(child.leaf, node)
            if value is None:
                keep_beside(residue, node)
                continue
            if written is not None:
                index = len(items) if child.many else None
                residue.spellings.append(Spelling(field=child.field, value=value, written=written, index=index))
        residue.place((child.order, len(items)))
        items.append(value)
        residue.disordered |= child.order < at
        at = max(at, child.order)
    for child in shape.children.values():
        if found.get(child.field):
            values[child.field] = tuple(found[child.field]) if child.many else found[child.field][0]


def nodes(e: Any) -> Iterator[Any]:
    """The nodes below an element, text that is not blank among them."""
    if e.text is not None and e.text.strip(BLANK):
        yield e.text
    for node in e:
        yield node
        if node.tail is not None and node.tail.strip(BLANK):
            yield node.tail


def keep_beside(residue: ResidueOf, node: Any) -> None:
    """Keep a node or a text that stands before whatever comes next."""
    if isinstance(node, str):
        residue.wait(Node(xml=node, kind=NodeKind.TEXT))
    else:
        residue.wait(node_of(node))


def node_of(node: Any, before: tuple[int, int] | None = None) -> Node:
    """A node as it is kept."""
    etree = lxml_etree()
    if node.tag is etree.Comment:
        return Node(xml=verbatim(node), kind=NodeKind.COMMENT, before=before)
    if node.tag is etree.ProcessingInstruction:
        return Node(xml=verbatim(node), kind=NodeKind.INSTRUCTION, before=before)
    return Node(xml=verbatim(node), kind=NodeKind.ELEMENT, name=node.tag, before=before)


def _read_leaf(leaf: Leaf, e: Any) -> tuple[Any, str | None]:
    """The value of an element that says one thing only, and how it is written if that is not how we would.

    What is written is the word, or the element when there is more in it; a word that is read never begins as one.
    """
    items = e.items()
    word: str | None
    if leaf.attribute is None:
        word = "".join(_texts(e))
        plain = not items and not len(e)
    else:
        word = dict(items).get(leaf.attribute)
        plain = len(items) == 1 and not len(e) and not (e.text or "").strip(BLANK)
    if word is None:
        return None, None
    value = leaf.kind.read(word)
    if value is None:
        return None, None
    if not plain or own_namespaces(e):
        return value, verbatim(e)
    return value, None if leaf.kind.word(value) == word else word


def _texts(e: Any) -> Iterator[str]:
    """The text of an element without that of the elements in it."""
    if e.text is not None:
        yield e.text
    for node in e:
        if node.tail is not None:
            yield node.tail


def _read_content(shape: Shape, e: Any, values: dict[str, Any], residue: ResidueOf) -> None:
    kind, field = shape.content, shape.content_field
    assert kind is not None
    assert field is not None
    length = len(e.text or "")
    for node in e:
        residue.nodes.append(node_of(node, (length, 0)))
        length += len(node.tail or "")
    word = "".join(_texts(e))
    values[field] = value = _content(kind, word)
    if value is None or kind.word(value) != word:
        residue.spellings.append(Spelling(field=field, value=value, written=word))


def _content(kind: Kind, word: str) -> Any:
    return word if kind is STRING else kind.read(word)


def own_namespaces(e: Any) -> tuple[tuple[str, str], ...]:
    """The prefixes that are declared on an element itself, as far as they are new there."""
    mine = e.nsmap
    parent = e.getparent()
    theirs = {} if parent is None else parent.nsmap
    return tuple((prefix or "", uri) for prefix, uri in mine.items() if theirs.get(prefix) != uri)


def verbatim(node: Any) -> str:
    """A node as XML that stands for itself."""
    return str(lxml_etree().tostring(node, encoding="unicode", with_tail=False))
