"""Whether a record is faultless, as far as can be seen without judging it element by element.

One function a record, generated from its shape. A yes is certain; a no means that the judge must look.
"""

import functools
from collections.abc import Callable
from typing import Any

from cooperation.iati.declare import Record
from cooperation.iati.kept import Kept, NodeKind
from cooperation.iati.kinds import STRING, URI, Kind
from cooperation.iati.schema import XSI, global_attributes
from cooperation.iati.shape import XML, Shape, shape_of

__all__ = ["is_sound", "sound_of"]

_HARMLESS = (NodeKind.COMMENT, NodeKind.INSTRUCTION)


def is_sound(o: Record) -> bool:
    """Whether a record and all in it are certainly faultless."""
    return sound_of(type(o))(o)


def sound_of(cls: type[Record]) -> Callable[[Any], bool]:
    """The function that looks through the records of a class."""
    return _sound_of(cls)  # type: ignore[arg-type]  # mypy thinks that a class has no hash


@functools.cache
def _sound_of(cls: Any) -> Callable[[Any], bool]:
    shape = shape_of(cls)
    kinds = {str(attribute.field): attribute.kind for attribute in shape.attributes.values()}
    kinds |= {child.field: child.leaf.kind for child in shape.children.values() if child.leaf is not None}
    if shape.content is not None:
        kinds[str(shape.content_field)] = shape.content
    names: dict[str, Any] = {"is_uri": functools.lru_cache(maxsize=4096)(URI.valid)}
    names["harmless"] = functools.partial(_is_harmless, kinds=kinds, foreign=shape.foreign)
    lines = ["def sound(o):", "    if o.kept is not None and not harmless(o.kept): return False"]
    for attribute in shape.attributes.values():
        if attribute.required:
            lines.append(f"    if o.{attribute.field} is None: return False")
        if attribute.kind is URI:
            lines.append(f"    if o.{attribute.field} is not None and not is_uri(o.{attribute.field}): return False")
    if shape.content not in (None, STRING):
        lines.append(f"    if o.{shape.content_field} is None: return False")
    lines += _below(shape, names)
    source = "\n".join([*lines, "    return True", ""])
    exec(compile(source, f"<soundness of {cls.__name__}>", "exec"), names)  # noqa: S102
    return names["sound"]  # type: ignore[no-any-return]


def _below(shape: Shape, names: dict[str, Any]) -> list[str]:
    """The lines that look through the elements below."""
    lines = []
    for child in shape.children.values():
        if child.required:
            lines.append(
                f"    if {'not ' if child.many else ''}o.{child.field}{'' if child.many else ' is None'}: return False"
            )
        if child.leaf is None:
            names[f"sound_{child.field}"] = _sound_of(child.record)
            check = f"sound_{child.field}"
        elif child.leaf.kind is URI:
            check = "is_uri"
        else:
            continue
        lines.append(f"    for v in o.{child.field}:" if child.many else f"    v = o.{child.field}")
        lines.append(
            f"        if not {check}(v): return False"
            if child.many
            else f"    if v is not None and not {check}(v): return False"
        )
    return lines


def _is_harmless(kept: Kept, *, kinds: dict[str, Kind], foreign: bool) -> bool:
    """Whether what is kept beside a record is certainly legal there."""
    if kept.disordered or any(node.kind not in _HARMLESS for node in kept.nodes):
        return False
    for attribute in kept.attributes:
        if not foreign or attribute.namespace in (None, XSI):
            return False
        if attribute.namespace == XML:
            kind = global_attributes().get(f"{{{XML}}}{attribute.name.removeprefix('xml:')}")
            if kind is not None and not kind.valid(attribute.value):
                return False
    for spelling in kept.spellings:
        if (
            spelling.value is None
            or spelling.written.startswith("<")
            or not kinds[spelling.field].valid(spelling.written)
        ):
            return False
    return True
