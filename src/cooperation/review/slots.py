"""Where in the model's classes a place of a tree lies, and what may stand there instead of what cannot be read."""

import functools
import typing
from collections.abc import Iterator
from enum import Enum
from typing import Any

import attrs
from attrs import frozen

from cooperation import codelists
from cooperation.diagnostics import Allowance, Path
from cooperation.formats.converter import detailed
from cooperation.formats.mirror import bare_type
from cooperation.formats.spelling import SPELLINGS
from cooperation.model import Portfolio
from cooperation.model.structure import FieldShape, fields_of

__all__ = ["Slot", "slot_of", "stand_ins"]

# One of them is read by nearly every type that a field may have; the first that is, is taken.
_SAMPLES: tuple[Any, ...] = ("…", 1, "2000", "1 EUR", {"…": "…"}, [], {})


@frozen
class Slot:
    """A field of a part of a document, or one item of it.

    Attributes:
        holder: Where the part stands.
        cls: Its class.
        shape: The field.
        index: Which item of it; ``None`` for the whole field.
    """

    holder: Path
    cls: type
    shape: FieldShape
    index: int | None = None

    @property
    def field(self) -> Path:
        """Where the field stands."""
        return (*self.holder, self.shape.name)

    @property
    def place(self) -> Path:
        """Where it stands."""
        return self.field if self.index is None else (*self.field, self.index)

    @property
    def part(self) -> type | None:
        """The class of the parts that the field holds, if they are written as mappings of their fields."""
        return None if _is_word(self.cls, self.shape.name) else _written_out(self.shape)

    @property
    def is_id(self) -> bool:
        """Whether it is the id of its part."""
        return self.shape.name == "id" and self.shape.required


def slot_of(tree: Any, path: Path) -> Slot | None:
    """The innermost slot that a place of a tree lies in; ``None`` for the root and for what no class knows."""
    cls: type = Portfolio
    holder: Path = ()
    raw = tree
    found: Slot | None = None
    steps = iter(path)
    for name in steps:
        shape = shapes(cls).get(name) if isinstance(name, str) else None
        if shape is None or not isinstance(raw, dict):
            break
        found = Slot(holder, cls, shape)
        raw = raw.get(name)
        if shape.many and not _is_word(cls, shape.name) and isinstance(raw, list):
            index = next(steps, None)
            if not isinstance(index, int) or index >= len(raw):
                break
            found = Slot(holder, cls, shape, index)
            raw = raw[index]
        if found.part is None:
            break
        holder, cls = found.place, found.part
    return found


@functools.cache
def shapes(cls: type) -> dict[str, FieldShape]:
    """The fields of a class by their names; those of a document's root are the portfolio's and the allowances."""
    found = {shape.name: shape for shape in fields_of(cls)}
    if cls is Portfolio:
        accepted = attrs.evolve(found["projects"], name="allowances", holds=(Allowance,))
        found["allowances"] = accepted
    return found


def stand_ins(slot: Slot, name: str) -> Iterator[Any]:
    """What may be written in a field that cannot be left out, or for an item of it.

    Args:
        slot: The field.
        name: An id that is not taken.
    """
    if slot.is_id:
        yield name
    elif slot.part is not None:
        raw = {}
        for shape in shapes(slot.part).values():
            if shape.required:
                raw[shape.name] = next(stand_ins(Slot(slot.place, slot.part, shape), name), None)
        yield raw
    elif slot.shape.codelist is not None:
        yield next(iter(codelists.codelist(slot.shape.codelist)))
    else:
        kind = slot.shape.holds[0]
        members = [member.value for member in kind] if isinstance(kind, type) and issubclass(kind, Enum) else []
        yield from (sample for sample in (*members, *_SAMPLES) if _is_read(sample, slot))


@functools.cache
def _hint(cls: type, name: str) -> Any:
    return typing.get_type_hints(cls, include_extras=True)[name]


def _is_read(sample: Any, slot: Slot) -> bool:
    try:
        detailed().structure(sample, _hint(slot.cls, slot.shape.name))
    except Exception:  # noqa: BLE001  # whatever keeps it from being read, it is not
        return False
    return True


def _is_word(cls: type, name: str) -> bool:
    """Whether a field holds a list that is spelled as one."""
    if cls is Portfolio and name == "allowances":
        return False
    held = bare_type(_hint(cls, name))
    return typing.get_origin(held) is tuple and held in SPELLINGS


def _written_out(shape: FieldShape) -> type | None:
    held = shape.holds[0] if len(shape.holds) == 1 else None
    if not isinstance(held, type) or not attrs.has(held):
        return None
    spelling = SPELLINGS.get(held)
    return held if spelling is None or (spelling.fields is held and spelling.read_mapping is None) else None
