"""Writing plain records fast: one function a record, generated from its shape.

A plain record has nothing kept beside it; any other is written the careful way.
"""

import functools
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from cooperation.iati.careful_writing import Writing, write_carefully
from cooperation.iati.declare import Record
from cooperation.iati.escape import escaped
from cooperation.iati.kinds import DECIMAL, STRING, URI, Kind
from cooperation.iati.shape import XML, ChildOf, Shape, shape_of

__all__ = ["writer"]


def _write_child(child: ChildOf, o: Any, pad: str, out: Writing) -> None:
    writer(child.record)(o, child.tag, pad, out)


def _decimal(number: Decimal) -> str:
    return DECIMAL.word(number)


def writer(cls: type[Record]) -> Callable[[Any, str, str, Writing], None]:
    """The function that writes a record: it is given the record, its tag, what to put before it, and where."""
    return _writer(cls)  # type: ignore[arg-type]  # mypy thinks that a class has no hash


@functools.cache
def _writer(cls: Any) -> Callable[[Any, str, str, Writing], None]:
    return _Writer(cls).function()


class _Writer:
    """Writes the source of one writer, and gathers what it names."""

    def __init__(self, cls: Any) -> None:
        self.cls = cls
        self.shape: Shape = shape_of(cls)
        self.names: dict[str, Any] = {
            "carefully": lambda o, tag, pad, out: write_carefully(o, tag, pad, out, _write_child),
            "escaped": escaped,
            "decimal": _decimal,
        }
        self.lines: list[str] = []

    def function(self) -> Callable[[Any, str, str, Writing], None]:
        self._write(0, "def write(o, tag, pad, out):")
        self._write(1, "if o.kept is not None: return carefully(o, tag, pad, out)")
        self._write(1, "line = f'{pad}<{tag}'")
        if self.shape.attributes:
            self._write(1, "quoted = out.quoted")
        for name, attribute in self.shape.attributes.items():
            self._write(1, f"v = o.{attribute.field}")
            written = name.replace(f"{{{XML}}}", "xml:")
            value = self._word(attribute.kind, quoted=True)
            self._write(1, f"if v is not None: line += f' {written}=\"{{{value}}}\"'")
        if self.shape.content is not None:
            self._content(self.shape.content, str(self.shape.content_field))
        elif self.shape.children:
            self._children()
        else:
            self._write(1, "out.lines.append(line + '/>')")
        source = "\n".join(self.lines) + "\n"
        exec(compile(source, f"<writer of {self.cls.__name__}>", "exec"), self.names)  # noqa: S102
        return self.names["write"]  # type: ignore[no-any-return]

    def _write(self, level: int, line: str) -> None:
        self.lines.append("    " * level + line)

    def _word(self, kind: Kind, *, quoted: bool) -> str:
        """An expression for the word of the value ``v``."""
        if kind in (STRING, URI):
            return "quoted[v]" if quoted else "v"
        if kind is DECIMAL:
            return "decimal(v)"
        self.names[f"word_{kind.name}"] = kind.word
        return f"word_{kind.name}(v)"

    def _content(self, kind: Kind, field: str) -> None:
        self._write(1, f"v = o.{field}")
        if kind is STRING:
            self._write(1, "if '&' in v or '<' in v or '>' in v or '\\r' in v: v = escaped(v)")
            self._write(1, "out.lines.append(f'{line}>{v}</{tag}>' if v else line + '/>')")
        else:
            self._write(1, "if v is None: out.lines.append(line + '/>')")
            self._write(1, f"else: out.lines.append(f'{{line}}>{{{self._word(kind, quoted=False)}}}</{{tag}}>')")

    def _children(self) -> None:
        if any(child.leaf is not None and child.leaf.attribute is not None for child in self.shape.children.values()):
            self._write(1, "quoted = out.quoted")
        self._write(1, "lines = out.lines; lines.append(line); start = len(lines); inner = pad + '  '")
        for child in self.shape.children.values():
            if child.many:
                self._write(1, f"vs = o.{child.field}")
                self._write(1, "for v in vs:")
                self._child(2, child)
            else:
                self._write(1, f"v = o.{child.field}")
                self._write(1, "if v is not None:")
                self._child(2, child)
        self._write(1, "if len(lines) == start: lines[-1] += '/>'")
        self._write(1, "else:")
        self._write(2, "lines[start - 1] += '>'")
        self._write(2, "lines.append(f'{pad}</{tag}>')")

    def _child(self, level: int, child: ChildOf) -> None:
        if child.leaf is None:
            self.names[f"write_{child.field}"] = writer(child.record)
            self._write(level, f"write_{child.field}(v, {child.tag!r}, inner, out)")
        elif child.leaf.attribute is None:
            self._write(
                level, "if v.__class__ is str and ('&' in v or '<' in v or '>' in v or '\\r' in v): v = escaped(v)"
            )
            word = self._word(child.leaf.kind, quoted=False)
            self._write(level, f"lines.append(f'{{inner}}<{child.tag}>{{{word}}}</{child.tag}>')")
        else:
            word = self._word(child.leaf.kind, quoted=True)
            self._write(level, f"lines.append(f'{{inner}}<{child.tag} {child.leaf.attribute}=\"{{{word}}}\"/>')")
