"""Whether a record that was read says by itself that its element is valid, so that the judge need not look.

Reading loses nothing: what an element has beside the standard, or in another order, is in ``kept``.
So an element whose record, and every one below it, has nothing of that kind, all that is demanded, and words that are
legal, is just what the writer would write; and that is valid by construction.
Nearly all elements are so, and to see it takes a fraction of the time that judging them takes.
"""

import functools
from collections.abc import Callable
from typing import Any

import attrs

from cooperation.iati.declare import Record
from cooperation.iati.kept import Kept
from cooperation.iati.kinds import STRING, URI, Kind
from cooperation.iati.shape import Shape, shape_of

__all__ = ["is_plain"]


def is_plain(record: Record) -> bool:
    """Whether the element of a record is certainly valid; of one that is not, only the judge can tell.

    >>> from cooperation import iati
    >>> is_plain(iati.AidType(code="C01")), is_plain(iati.AidType())
    (True, False)
    """
    return _checker(type(record))(record)  # type: ignore[arg-type]  # mypy thinks that a class has no hash


@functools.cache
def _checker(cls: Any) -> Callable[[Any], bool]:
    """The function that looks at records of a class, generated from its shape as the quick reader is."""
    shape = shape_of(cls)
    names: dict[str, Any] = {
        "fine": functools.partial(_is_fine, _kinds(shape)),
        "uri": functools.lru_cache(maxsize=4096)(URI.valid),
    }
    lines = ["def check(o):", "    if o.kept is not None and not fine(o.kept): return False"]
    demanded = [str(a.field) for a in shape.attributes.values() if a.required]
    demanded += [child.field for child in shape.children.values() if child.required and not child.many]
    if shape.content is not None and shape.content is not STRING:
        demanded.append(str(shape.content_field))
    several = [child.field for child in shape.children.values() if child.required and child.many]
    missing = [f"o.{name} is None" for name in demanded] + [f"not o.{name}" for name in several]
    if missing:
        lines.append(f"    if {' or '.join(missing)}: return False")
    lines += [
        f"    if o.{attribute.field} is not None and not uri(o.{attribute.field}): return False"
        for attribute in shape.attributes.values()
        if attribute.kind is URI
    ]
    for child in shape.children.values():
        if child.leaf is not None:
            if child.leaf.kind is not URI:
                continue
            test = "not uri(v)"
        else:
            names[f"check_{child.field}"] = _checker(child.record)
            test = f"not check_{child.field}(v)"
        if child.many:
            lines += [f"    for v in o.{child.field}:", f"        if {test}: return False"]
        else:
            lines += [f"    v = o.{child.field}", f"    if v is not None and {test}: return False"]
    lines.append("    return True")
    exec(compile("\n".join(lines) + "\n", f"<plainness of {cls.__name__}>", "exec"), names)  # noqa: S102
    return names["check"]  # type: ignore[no-any-return]


def _kinds(shape: Shape) -> dict[str, Kind]:
    """The kind of value of each field whose word stands in the element itself."""
    kinds = {str(a.field): a.kind for a in shape.attributes.values()}
    if shape.content is not None:
        kinds[str(shape.content_field)] = shape.content
    return kinds


_NOTHING = Kept()


def _is_fine(kinds: dict[str, Kind], kept: Kept) -> bool:
    """Whether all that is kept is words, written in another way than they would be, that are legal all the same."""
    if attrs.evolve(kept, spellings=()) != _NOTHING:
        return False
    return all(one.field in kinds and _is_legal(kinds[one.field], one.written) for one in kept.spellings)


def _is_legal(kind: Kind, word: str) -> bool:
    return kind is STRING or kind.valid(word)
