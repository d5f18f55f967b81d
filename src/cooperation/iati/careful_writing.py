"""Writing a record with something kept beside it: every node in its place, every word as it was."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from cooperation.iati.declare import Record
from cooperation.iati.escape import Quoted, escaped
from cooperation.iati.kept import Kept, Node, NodeKind
from cooperation.iati.shape import XML, ChildOf, Shape, shape_of

__all__ = ["Writing", "write_carefully", "write_node"]

_DECLARATIONS = re.compile(r"""(<[^\s/>]+)((?:\s+xmlns(?::[^\s=]+)?=(?:"[^"]*"|'[^']*'))+)""")
_DECLARATION = re.compile(r"""\s+xmlns(?::([^\s=]+))?=(?:"([^"]*)"|'([^']*)')""")


class Writing:
    """One act of writing.

    Attributes:
        lines: What was written so far, piece by piece.
        scope: The prefixes that are declared around the place that is written, with their namespaces.
        quoted: Values between quotes.
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.scope: dict[str, str] = {"xml": XML}
        self.quoted = Quoted()


Write = Callable[[ChildOf, Any, str, Writing], None]


def write_carefully(o: Record, tag: str, pad: str, out: Writing, write: Write) -> None:
    """Write a record as an element.

    Args:
        o: The record.
        tag: The element's name.
        pad: The line break and the white space before it.
        out: Where it goes.
        write: How the record of a child is written.
    """
    shape: Shape = shape_of(type(o))
    kept: Kept = getattr(o, "kept", None) or Kept()
    around = out.scope
    start = len(out.lines)
    out.lines.append(f"{pad}<{tag}{_attributes(o, shape, kept, out)}")
    body = len(out.lines)
    if shape.content is None:
        _children(o, shape, kept, pad, out, write)
        closing = f"{pad}</{tag}>"
    else:
        _content(o, shape, kept, out)
        closing = f"</{tag}>"
    if len(out.lines) == body:
        out.lines[start] += "/>"
    else:
        out.lines[start] += ">"
        out.lines.append(closing)
    out.scope = around


def _attributes(o: Record, shape: Shape, kept: Kept, out: Writing) -> str:
    """What stands in the start tag behind the name."""
    new = {prefix: uri for prefix, uri in kept.namespaces if out.scope.get(prefix) != uri}
    parts = []
    spelled = {spelling.field: spelling for spelling in kept.spellings}
    for attribute in shape.attributes.values():
        value = getattr(o, str(attribute.field))
        name = attribute.name.replace(f"{{{XML}}}", "xml:")
        spelling = spelled.get(str(attribute.field))
        if spelling is not None and spelling.value == value:
            parts.append((name, spelling.written))
        elif value is not None:
            parts.append((name, attribute.kind.word(value)))
    for foreign in kept.attributes:
        prefix, colon, _ = foreign.name.partition(":")
        if colon and foreign.namespace is not None and {**out.scope, **new}.get(prefix) != foreign.namespace:
            new[prefix] = foreign.namespace
        parts.append((foreign.name, foreign.value))
    if new:
        out.scope = {**out.scope, **new}
    declared = [(f"xmlns:{prefix}" if prefix else "xmlns", uri) for prefix, uri in new.items()]
    return "".join(f' {name}="{out.quoted[value]}"' for name, value in (*declared, *parts))


def _content(o: Record, shape: Shape, kept: Kept, out: Writing) -> None:
    field, kind = str(shape.content_field), shape.content
    assert kind is not None
    value = getattr(o, field)
    spelling = next((s for s in kept.spellings if s.field == field), None)
    if spelling is not None and spelling.value == value:
        word = spelling.written
    else:
        word = "" if value is None else kind.word(value)
    at = 0
    for node in kept.nodes:
        here = at if node.before is None else max(at, node.before[0])
        _put_text(word[at:here], out)
        write_node(node, "", out)
        at = here
    _put_text(word[at:], out)


def _put_text(text: str, out: Writing) -> None:
    if text:
        out.lines.append(escaped(text))


def _children(o: Record, shape: Shape, kept: Kept, pad: str, out: Writing, write: Write) -> None:
    inner = f"{pad}  "
    end = (len(shape.children), 0)
    waiting = sorted(kept.nodes, key=lambda node: node.before or end)[::-1]
    for order, index, child, value in _values(o, shape):
        while waiting and (waiting[-1].before or end) <= (order, index):
            write_node(waiting.pop(), inner, out)
        if child.leaf is None:
            write(child, value, inner, out)
        else:
            _leaf(child, index, value, kept, inner, out)
    for node in reversed(waiting):
        write_node(node, inner, out)


def _values(o: Record, shape: Shape) -> Iterator[tuple[int, int, ChildOf, Any]]:
    """What the record holds for the elements below, in order."""
    for child in shape.children.values():
        value = getattr(o, child.field)
        items = value if child.many else () if value is None else (value,)
        for index, item in enumerate(items):
            yield child.order, index, child, item


def _leaf(child: ChildOf, index: int, value: Any, kept: Kept, pad: str, out: Writing) -> None:
    leaf = child.leaf
    assert leaf is not None
    word = leaf.kind.word(value)
    for spelling in kept.spellings:
        if spelling.field == child.field and spelling.index in (None, index) and spelling.value == value:
            word = spelling.written
            if word.startswith("<"):
                out.lines.append(pad + _within(word, out.scope))
                return
    if leaf.attribute is not None:
        out.lines.append(f'{pad}<{leaf.tag} {leaf.attribute}="{out.quoted[word]}"/>')
    else:
        out.lines.append(f"{pad}<{leaf.tag}>{escaped(word)}</{leaf.tag}>")


def write_node(node: Node, pad: str, out: Writing) -> None:
    """Write a kept node."""
    if node.kind is NodeKind.TEXT:
        out.lines.append(escaped(node.xml))
        return
    out.lines.append(pad + _within(node.xml, out.scope))


def _within(xml: str, scope: dict[str, str]) -> str:
    """A node that stands for itself, without the namespaces that are declared around its place anyway."""
    found = _DECLARATIONS.match(xml)
    if found is None:
        return xml

    def needed(declaration: re.Match[str]) -> str:
        uri = (declaration[2] if declaration[3] is None else declaration[3]).replace("&amp;", "&")
        return "" if scope.get(declaration[1] or "") == uri else declaration[0]

    return found[1] + _DECLARATION.sub(needed, found[2]) + xml[found.end() :]
