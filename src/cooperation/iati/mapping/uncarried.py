"""What an activity says in fields that the model has no place for: all of it is noted."""

from typing import Any

import attrs

from cooperation.iati.declare import Record
from cooperation.iati.kept import Kept, NodeKind
from cooperation.iati.mapping.from_standard import FROM_STANDARD
from cooperation.iati.mapping.marks import NAMESPACE
from cooperation.iati.mapping.outcome import Notes, Path, shown

__all__ = ["note_uncarried"]

_WHOLES = ("activities", "organisations")
_TELLING = ("ref", "code", "type", "name", "title", "narratives", "text", "value", "pos", "url")
_BESIDE = "it stands beside the standard"


def note_uncarried(record: Record, path: Path, notes: Notes) -> None:
    """Note every field of a record, and of the records in it, that is not carried though something is said there."""
    fates = FROM_STANDARD[type(record)]
    for name in _fields(type(record)):
        value = getattr(record, name)
        if value is None or value in ((), ""):
            continue
        if name == "kept":
            _note_kept(value, path, notes)
            continue
        fate = fates[name]
        if fate.to is None:
            notes.lose((*path, name), _told(value), fate.why or "")
        elif name in _WHOLES:
            continue  # each is gone through by itself
        elif isinstance(value, Record):
            note_uncarried(value, (*path, name), notes)
        elif isinstance(value, tuple) and isinstance(value[0], Record):
            for i, item in enumerate(value):
                note_uncarried(item, (*path, name, i), notes)


def _fields(cls: Any) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(cls))


def _note_kept(kept: Kept, path: Path, notes: Notes) -> None:
    ours = f"{{{NAMESPACE}}}"
    nodes = [node for node in (*kept.prolog, *kept.nodes, *kept.epilog) if not (node.name or "").startswith(ours)]
    for i, node in enumerate(nodes):
        what = node.name if node.kind is NodeKind.ELEMENT else node.xml
        notes.lose((*path, "kept", "nodes", i), what, _BESIDE)
    for i, attribute in enumerate(kept.attributes):
        if attribute.namespace != NAMESPACE:
            notes.lose((*path, "kept", "attributes", i), f"{attribute.name} {attribute.value}", _BESIDE)


def _told(value: Any) -> str:
    """What a value says, in few words."""
    if isinstance(value, tuple):
        return shown([_told(item) for item in value])
    if not isinstance(value, Record):
        return shown(value)
    said = (getattr(value, name, None) for name in _TELLING)
    return next((_told(one) for one in said if one not in (None, (), "")), type(value).__name__)
