"""Reading plain elements fast: one function a record, generated from its shape as attrs generates its ``__init__``.

A plain element has what its shape says, in order, and nothing else; that is nearly all of nearly every file.
Attributes that are not plain are gathered the careful way, and the elements below read on; as soon as anything else is
odd, the function hands the whole element to the careful way and says nothing itself.
A record is filled in while it is still blank (see ``blanks``).
"""

import functools
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import attrs

from cooperation.iati.blanks import blank_of
from cooperation.iati.careful import BLANK, careful, gathered
from cooperation.iati.declare import Record
from cooperation.iati.kinds import DECIMAL, STRING, URI, Kind
from cooperation.iati.shape import LANG, ChildOf, Shape, shape_of
from cooperation.iati.spelled import language_beside, spelling, words_of

__all__ = ["read_quickly", "read_thoroughly", "reader"]

# Decimals that are written as they would be; there are too many different ones to remember each.
_plain_decimal = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?", re.ASCII).fullmatch


def read_thoroughly(child: ChildOf, e: Any) -> Any:
    """The record of an element in which any element may declare namespaces: the careful way all the way down."""
    return careful(child.record, e, read_thoroughly)


def read_quickly(child: ChildOf, e: Any) -> Any:
    """The record of an element, the quick way where it can be read so."""
    return reader(child.record)(e)


def reader(cls: type[Record]) -> Callable[..., Any]:
    """The function that reads the element of a record.

    It is given the element, and may be told that namespaces are declared on it.
    """
    return _reader(cls)  # type: ignore[arg-type]  # mypy thinks that a class has no hash


@functools.cache
def _reader(cls: Any) -> Callable[..., Any]:
    return _Writer(cls).function()


class _End:
    """What comes behind the last of the elements below another."""

    tag = None


# White space that was seen between elements: line breaks and margins, of which a file has few different ones.
_blanks: set[str | None] = {None}
_MOST_BLANKS = 4096
_LONGEST_BLANK = 200


def _says_something(text: str) -> bool:
    """Whether a text is more than white space; white space that is not long is remembered."""
    if text.strip(BLANK):
        return True
    if len(text) <= _LONGEST_BLANK and len(_blanks) < _MOST_BLANKS:
        _blanks.add(text)
    return False


def _attributes_of(shape: Shape) -> Callable[[Any], tuple[Any, ...]]:
    """The function that gathers the attributes of an element whatever they are: their values, and what is kept."""
    fields = [str(attribute.field) for attribute in shape.attributes.values()]

    def attributes(e: Any) -> tuple[Any, ...]:
        values, residue = gathered(shape, e)
        return (*(values.get(field) for field in fields), residue.kept())

    return attributes


class _Writer:
    """Writes the source of one reader, and gathers what it names."""

    def __init__(self, cls: Any) -> None:
        self.cls = cls
        self.shape: Shape = shape_of(cls)
        self.fields: list[str] = [a.name for a in attrs.fields(cls)]
        self.names: dict[str, Any] = {
            "Blank": blank_of(cls),
            "Record": cls,
            "END": _End,
            "blanks": _blanks,
            "says": _says_something,
            "attributes": _attributes_of(self.shape),
            "Decimal": Decimal,
            "plain_decimal": _plain_decimal,
            "spelling": spelling,
            "language_beside": language_beside,
            "careful": lambda e: careful(cls, e, read_quickly),
        }
        self.lines: list[str] = []

    def function(self) -> Callable[..., Any]:
        self._write(0, "def read(e, declares=False):")
        for child in self.shape.children.values():
            self._write(1, f"v_{child.field} = {() if child.many else None}")
        for attribute in self.shape.attributes.values():
            self._write(1, f"v_{attribute.field} = None")
        self._write(1, "v_kept = None")
        self._attributes()
        if self.shape.content is not None:
            self._content(self.shape.content, str(self.shape.content_field))
        else:
            self._children()
        self._write(1, "o = Blank()")
        for field in self.fields:
            self._write(1, f"o.{field} = v_{field}")
        self._write(1, "o.__class__ = Record")
        self._write(1, "return o")
        source = "\n".join(self.lines) + "\n"
        exec(compile(source, f"<reader of {self.cls.__name__}>", "exec"), self.names)  # noqa: S102
        return self.names["read"]  # type: ignore[no-any-return]

    def _write(self, level: int, line: str) -> None:
        self.lines.append("    " * level + line)

    def _attributes(self) -> None:
        fields = "".join(f"v_{attribute.field}, " for attribute in self.shape.attributes.values())
        self._write(1, "plain = not declares")
        self._write(1, "if plain:")
        self._write(2, "for k, w in e.items():")
        word = "if"
        for name, attribute in self.shape.attributes.items():
            self._write(3, f"{word} k == {name!r}:")
            self._value(4, str(attribute.field), attribute.kind)
            word = "elif"
        if LANG not in self.shape.attributes:
            # Many publishers say the language again where the standard has no place for it.
            self._write(3, f"{word} k == {LANG!r} and v_kept is None: v_kept = language_beside(w)")
        self._write(3, "else: plain = False; break")
        self._write(1, f"if not plain: ({fields}v_kept,) = attributes(e)")

    def _value(self, level: int, field: str, kind: Kind) -> None:
        """Lines that put the value of the word ``w`` into a field; a second odd word is more than they can say."""
        if kind in (STRING, URI):
            self._write(level, f"v_{field} = w")
        else:
            self.names[f"words_{kind.name}"] = words_of(kind)
            self.names[f"kind_{kind.name}"] = kind
            self._write(level, f"v_{field} = words_{kind.name}[w]")
            self._write(level, f"if v_{field} is None:")
            self._write(level + 1, "if v_kept is not None: plain = False; break")
            self._write(level + 1, f"v_{field}, v_kept = spelling({field!r}, kind_{kind.name}, w)")

    def _content(self, kind: Kind, field: str) -> None:
        self._write(1, "if len(e): return careful(e)")
        self._write(1, "w = e.text")
        if kind is STRING:
            self._write(1, f"v_{field} = '' if w is None else w")
        else:
            self._write(1, "if w is None or not plain_decimal(w): return careful(e)")
            self._write(1, f"v_{field} = Decimal(w)")

    def _children(self) -> None:
        self._blank(1, "e.text")
        if not self.shape.children:
            self._write(1, "if len(e): return careful(e)")
            return
        child, *others = self.shape.children.values()
        if child.many and not others:
            self._write(1, "if len(e):")
            self._write(2, "items = []")
            self._write(2, "for c in e:")
            self._write(3, f"if c.tag != {child.tag!r}: return careful(e)")
            self._child(3, child)
            self._blank(3, "c.tail")
            self._write(2, f"v_{child.field} = tuple(items)")
            return
        self._write(1, "cs = [*e, END]; n = 0")
        self._write(1, "c = cs[0]; tag = c.tag")
        for child in self.shape.children.values():
            self._write(1, f"if tag == {child.tag!r}:")
            level = 2
            if child.many:
                self._write(2, "items = []")
                self._write(2, f"while tag == {child.tag!r}:")
                level = 3
            self._child(level, child)
            self._blank(level, "c.tail")
            self._write(level, "n += 1; c = cs[n]; tag = c.tag")
            if child.many:
                self._write(2, f"v_{child.field} = tuple(items)")
        self._write(1, "if tag is not None: return careful(e)")

    def _blank(self, level: int, text: str) -> None:
        """Lines that hand over an element that has text where it should have none."""
        self._write(level, f"w = {text}")
        self._write(level, "if w not in blanks and says(w): return careful(e)")

    def _child(self, level: int, child: ChildOf) -> None:
        put = "items.append({})" if child.many else f"v_{child.field} = {{}}"
        if child.leaf is None:
            self.names[f"read_{child.field}"] = reader(child.record)
            self._write(level, put.format(f"read_{child.field}(c)"))
            return
        kind = child.leaf.kind
        if child.leaf.attribute is None:
            self._write(level, "if len(c) or c.keys(): return careful(e)")
            self._write(level, "w = c.text or ''")
        else:
            self._write(level, f"w = c.get({child.leaf.attribute!r})")
            odd = "w is None or len(c) or len(c.values()) != 1 or c.text is not None and says(c.text)"
            self._write(level, f"if {odd}: return careful(e)")
        if kind in (STRING, URI):
            self._write(level, put.format("w"))
        elif kind is DECIMAL:
            self._write(level, "if not plain_decimal(w): return careful(e)")
            self._write(level, put.format("Decimal(w)"))
        else:
            self.names[f"words_{kind.name}"] = words_of(kind)
            self._write(level, f"w = words_{kind.name}[w]")
            self._write(level, "if w is None: return careful(e)")
            self._write(level, put.format("w"))
