"""Gaps: fields of the model without a value, and the ways in which an id that cannot be read may have been meant."""

import functools
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

import attrs
from attrs import frozen

from cooperation.diagnostics import Missing, Path
from cooperation.formats.build import Built, build_fast
from cooperation.model import Organisation, OrganisationUnit, Participation, Partnership, Portfolio, Project, Stage
from cooperation.model.structure import fields_of, references, walk
from cooperation.review.slots import Slot

__all__ = ["UNREADABLE", "World", "worlds"]

UNREADABLE = "a part that can be read"
"""What a rule waits for that met a gap."""

# Each is a check of its own; who has mistaken more ids than this is told less of the rest.
_MOST_WORLDS = 12
_MOST_CODES = 4


@frozen
class World:
    """One way in which a document with gaps may have been meant.

    Attributes:
        built: Its portfolio, with gaps, and its allowances.
        supposed: What was supposed about the place where something could not be read; ``None`` if nothing was.
        code: The place of a code that could not be read, where this world is one of those with each code of its list.
    """

    built: Built
    supposed: Missing | None = None
    code: Path | None = None


def worlds(
    tree: dict[str, Any],
    built: Built,
    gaps: Mapping[Path, Slot],
    whole: Mapping[Path, Slot],
    ids: Mapping[Path, tuple[Slot, str | None]],
) -> tuple[World, ...]:
    """The ways in which a mended tree may have been meant; the first supposes nothing.

    Args:
        tree: The tree.
        built: What was built of it.
        gaps: The fields of which nothing could be read.
        whole: The items of which nothing could be read.
        ids: The parts whose own id could not be read, or was that of another part, which is told then.
    """
    supposed = [*_stages(gaps), *_meant(built[0], _nameless(built[0], whole, ids))]
    nameless: tuple[Path, ...] = ()
    if len(supposed) > _MOST_WORLDS:
        nameless = tuple(dict.fromkeys(place for place, _ in supposed))
        supposed = []
    found = [World(_dug(built, gaps, whole, nameless))]
    for place, changes in supposed:
        other = _with(tree, changes)
        if other is not None:
            filled = {where: slot for where, slot in gaps.items() if where not in changes}
            found.append(World(_dug(other, filled, whole), Missing(place, UNREADABLE)))
    if not nameless:
        found += _coded(tree, gaps, whole)
    return tuple(found)


def _coded(tree: dict[str, Any], gaps: Mapping[Path, Slot], whole: Mapping[Path, Slot]) -> Iterator[World]:
    """Where one of a few codes was to stand, each of them: often it does not matter which."""
    coded = [(place, kind) for place, slot in gaps.items() if (kind := _code(slot)) is not None]
    for place, kind in coded[:_MOST_CODES]:
        others = {where: slot for where, slot in gaps.items() if where != place}
        made = [_with(tree, {place: member.value}) for member in kind]
        if None not in made:
            yield from (World(_dug(built, others, whole), code=place) for built in made if built is not None)


def _code(slot: Slot) -> type[Enum] | None:
    kind = slot.shape.holds[0]
    is_code = isinstance(kind, type) and issubclass(kind, Enum) and not slot.shape.many
    return kind if is_code and (slot.cls, slot.shape.name) != (Project, "stage") else None


_Supposed = tuple[Path, dict[Path, str]]


def _stages(gaps: Mapping[Path, Slot]) -> Iterator[_Supposed]:
    """A project whose stage cannot be read may be at any."""
    for place, slot in gaps.items():
        if slot.cls is Project and slot.shape.name == "stage":
            yield from ((place, {place: stage.value}) for stage in Stage)


def _nameless(
    portfolio: Portfolio, whole: Mapping[Path, Slot], ids: Mapping[Path, tuple[Slot, str | None]]
) -> Iterator[tuple[Path, str, str | None]]:
    """The parts whose id stands for another, each with its kind and the id it had, if that is another's."""
    for place, (slot, before) in ids.items():
        kind = _kind(slot.cls)
        if kind is not None:
            yield place, kind, before
    for place, slot in whole.items():
        kind = None if slot.part is None else _kind(slot.part)
        if kind is not None and hasattr(_at(portfolio, place), "id"):
            yield place, kind, None


def _meant(portfolio: Portfolio, nameless: Iterator[tuple[Path, str, str | None]]) -> Iterator[_Supposed]:
    """An id that cannot be read may be any to which something refers and that no part has."""
    parts = list(nameless)
    named, asked = _names(portfolio) if parts else ({}, {})
    for place, kind, before in parts:
        scope = _scope(place, kind)
        if before is None:
            for name in asked:
                if name[:2] == (scope, kind) and name not in named:
                    yield (*place, "id"), {(*place, "id"): name[2]}
        elif (first := named.get((scope, kind, before))) is not None and first != place:
            # Two parts have one id: what refers to it may mean either.
            yield (*place, "id"), {(*place, "id"): before, (*first, "id"): _at(portfolio, place).id}


_Name = tuple[Path, str, str]


def _names(portfolio: Portfolio) -> tuple[dict[_Name, Path], dict[_Name, None]]:
    """The ids that parts have, each with where its part stands, and those to which something refers."""
    named: dict[_Name, Path] = {}
    asked: dict[_Name, None] = {}
    for path, node in walk(portfolio):
        cls: Any = type(node)
        kind, own = _kind(cls), getattr(node, "id", None)
        if kind is not None and own is not None:
            if isinstance(node, Organisation) and node.is_bare and path[-1] == "organisation":
                asked[_scope(path, kind), kind, own] = None
            else:
                named.setdefault((_scope(path, kind), kind, own), path)
        for reference in references(node, path):
            asked[_scope(path, reference.kind), reference.kind, reference.id] = None
    return named, asked


def _scope(path: Path, kind: str) -> Path:
    """Within what an id of a kind is one part's: a project, or the whole document."""
    return path[:2] if path[:1] == ("projects",) and kind not in _SHARED else ()


_SHARED = frozenset({"organisation", "partnership", "project", "unit", "place"})


@functools.cache
def _kind(cls: Any) -> str | None:
    """What kind of part a class is, as references name it."""
    if cls is OrganisationUnit:
        return "unit"
    if not attrs.has(cls) or all(shape.name != "id" for shape in fields_of(cls)):
        return None
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in cls.__name__).removeprefix("-")


def _with(tree: dict[str, Any], changes: dict[Path, str]) -> Built | None:
    """What is built of a tree with some words changed; the tree is as before afterwards."""
    before: list[tuple[dict[str, Any], Any, Any]] = []
    for place, word in changes.items():
        holder = _at(tree, place[:-1])
        if not isinstance(holder, dict):
            return None
        before.append((holder, place[-1], holder.get(place[-1])))
        holder[place[-1]] = word
    try:
        return build_fast(tree)
    finally:
        for holder, key, old in before:
            if old is None:
                del holder[key]
            else:
                holder[key] = old


def _dug(built: Built, gaps: Mapping[Path, Slot], whole: Mapping[Path, Slot], nameless: tuple[Path, ...] = ()) -> Built:
    """The same, with gaps. They are dug where a value was just made for the purpose, and is nobody else's."""
    portfolio = built[0]
    holders = [
        (_at(portfolio, slot.holder), slot.shape.name) for slot in gaps.values() if slot.shape.name != "allowances"
    ]
    parts = [_at(portfolio, place) for place in whole if place[0] != "allowances"]
    if any(_describes(slot) for slot in (*gaps.values(), *whole.values())):
        # Who is known by its id alone may have been described there.
        parts += [node for _, node in walk(portfolio) if isinstance(node, Organisation) and node.is_bare]
    unnamed = [(_at(portfolio, place[:-1]), "id") for place in nameless if place[-1] == "id"]
    for part in parts:
        cls: Any = type(part)
        holders += [(part, shape.name) for shape in fields_of(cls) if shape.name != "id"]
    for holder, name in (*holders, *unnamed):
        if hasattr(holder, name):
            object.__delattr__(holder, name)
    return built


def _describes(slot: Slot) -> bool:
    """Whether an organisation may be described in a slot."""
    return any(kind in _DESCRIBING for kind in slot.shape.holds)


_DESCRIBING = frozenset({Organisation, Participation, Partnership, Project})


def _at(root: Any, path: Path) -> Any:
    value = root
    for step in path:
        value = value[step] if isinstance(step, int) or isinstance(value, dict) else getattr(value, step)
    return value
