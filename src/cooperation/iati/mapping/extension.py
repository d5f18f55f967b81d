"""The extension: what the standard cannot say, written into elements of another namespace and read back.

An activity gets one element ``said`` at its end.
In it stand ``project``, ``organisations`` and ``partnerships`` with the keys of the document as elements, in its words.
What the standard's own elements say does not stand there, so that a change to them holds.

``is`` says what an element holds, where that is not plain:

- ``text``: an empty or blank one
- ``number``, ``boolean``
- ``list``: of ``item``, which replaces what was there
- ``parts``: of ``part``, each with its ``id``, all of them in order, with what is to be laid over each
- ``mapping``: an empty one
- ``nothing``: what the standard had to say and the project does not

A key that is no name in XML stands in an ``entry`` with its ``key``.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from typing import Any

from cooperation.iati.activity import Activity
from cooperation.iati.escape import Quoted, escaped
from cooperation.iati.kept import Node, NodeKind
from cooperation.iati.mapping.marks import NAMESPACE, PREFIX
from cooperation.iati.mapping.outcome import Notes, Path
from cooperation.iati.mapping.overlay import ById, Nothing
from cooperation.iati.source import lxml_etree

__all__ = ["is_extended", "node", "said_in"]

_NAME = f"{{{NAMESPACE}}}said"
_KEY = re.compile(r"[a-z][a-z0-9_]*")
_WHOLE = re.compile(r"-?\d+")
_TAKEN = {"entry", "item", "part"}
_quoted = Quoted()


def node(more: dict[str, Any]) -> Node:
    """The element that says it.

    >>> print(node({"project": {"phase": "inception"}}).xml)  # doctest: +ELLIPSIS
    <coop:said xmlns:coop="..."><coop:project><coop:phase>inception</coop:phase></coop:project></coop:said>
    """
    inside = "".join(_entries(more))
    xml = f'<{PREFIX}:said xmlns:{PREFIX}="{NAMESPACE}">{inside}</{PREFIX}:said>'
    return Node(xml=xml, kind=NodeKind.ELEMENT, name=_NAME)


def _entries(mapping: dict[str, Any]) -> Iterator[str]:
    for key, value in mapping.items():
        if _KEY.fullmatch(key) and key not in _TAKEN:
            yield _element(key, "", value)
        else:
            yield _element("entry", f' key="{_quoted[key]}"', value)


def _element(tag: str, attributes: str, value: Any) -> str:
    kind, inside = _content(value)
    held = f' is="{kind}"' if kind else ""
    return f"<{PREFIX}:{tag}{attributes}{held}>{inside}</{PREFIX}:{tag}>"


def _content(value: Any) -> tuple[str, str]:  # noqa: PLR0911  # one for each kind
    if isinstance(value, Nothing):
        return "nothing", ""
    if isinstance(value, ById):
        parts = (_element("part", f' id="{_quoted[id_]}"', part) for id_, part in value.parts)
        return "parts", "".join(parts)
    if isinstance(value, dict):
        return ("" if value else "mapping"), "".join(_entries(value))
    if isinstance(value, list):
        return "list", "".join(_element("item", "", item) for item in value)
    if isinstance(value, bool):
        return "boolean", "true" if value else "false"
    if isinstance(value, (int, Decimal)):
        return "number", str(value)
    return ("" if value.strip() else "text"), escaped(value)


# ---- to the model ------------------------------------------------------------------------------------------------


def is_extended(activity: Activity) -> bool:
    """Whether something is told of an activity beside the standard."""
    return _found(activity) is not None


def _found(activity: Activity) -> Node | None:
    kept = () if activity.kept is None else activity.kept.nodes
    return next((node for node in kept if node.name == _NAME), None)


def said_in(activity: Activity, path: Path, notes: Notes) -> dict[str, Any] | None:
    """What the extension of an activity says; ``None`` where it has none, or one that cannot be read."""
    found = _found(activity)
    if found is None:
        return None
    etree = lxml_etree()
    root = etree.fromstring(found.xml, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))
    try:
        return _mapping(root)
    except (KeyError, ValueError, InvalidOperation) as error:
        notes.lose((*path, "kept"), "the extension", f"it cannot be read: {error}")
        return None


def _mapping(element: Any) -> dict[str, Any]:
    return {(_tag(child) if _tag(child) != "entry" else child.attrib["key"]): _value(child) for child in element}


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _value(element: Any) -> Any:
    kind = element.get("is")
    if kind is None:
        return _mapping(element) if len(element) else (element.text or "")
    if kind not in _READ:
        raise ValueError(f"no value is {kind!r}")
    return _READ[kind](element)


def _number(element: Any) -> int | Decimal:
    word = (element.text or "").strip()
    return int(word) if _WHOLE.fullmatch(word) else Decimal(word)


_READ: dict[str, Callable[[Any], Any]] = {
    "nothing": lambda element: Nothing(),  # noqa: ARG005
    "parts": lambda element: ById(tuple((part.attrib["id"], _value(part)) for part in element)),
    "mapping": _mapping,
    "list": lambda element: [_value(item) for item in element],
    "boolean": lambda element: (element.text or "").strip() == "true",
    "number": _number,
    "text": lambda element: element.text or "",
}
