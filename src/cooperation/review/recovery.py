"""Going on past faults: what cannot be read is taken out of a document, so that the rules can judge the rest.

What was taken out leaves a gap: a field of the model without a value. A rule that reads a gap stumbles, and is
reported as not having been able to judge that part. So no finding is told that may only be there because something
could not be read, and no rule needs to know of it.
"""

import copy
import difflib
import itertools
from collections.abc import Iterator
from typing import Any

from attrs import evolve, frozen

from cooperation.diagnostics import Path
from cooperation.formats.build import Built, build_detailed, build_fast, normalise
from cooperation.formats.faults import Fault
from cooperation.formats.migrate import migrate
from cooperation.formats.mirror import VERSION
from cooperation.model import Portfolio
from cooperation.review.gaps import World, worlds
from cooperation.review.slots import Slot, shapes, slot_of, stand_ins

__all__ = ["Recovered", "recover"]

# Every round takes something away, so this many are never needed by a document that a person wrote.
_MOST_ROUNDS = 200


@frozen(kw_only=True)
class Recovered:
    """What is left of a faulty document.

    Attributes:
        built: The portfolio and the allowances of what could be read; ``None`` when that is nothing.
            A text that must be there stands as ``…``, and an id as the place of its part.
        faults: Every fault that was met on the way.
        pruned: The places that were taken out.
        worlds: What the rules are asked of: the document with gaps where something was taken out,
            once for each way in which an id that cannot be read may have been meant.
    """

    built: Built | None
    faults: tuple[Fault, ...]
    pruned: tuple[Path, ...]
    worlds: tuple[World, ...] = ()


def recover(tree: Any) -> Recovered:
    """What can be read of a faulty tree; the tree itself is not changed."""
    rest, first = normalise(copy.deepcopy(migrate(tree)))
    if rest is None or first:
        return Recovered(built=None, faults=tuple(first), pruned=())
    mending = _Mending(copy.deepcopy(rest))
    built = mending.run()
    read = _Mending(rest, invents=False).run() if mending.has_invented and built is not None else built
    # The gaps are dug in values of their own, since the others are handed on.
    fresh = None if built is None else _built(mending.tree)
    return Recovered(
        built=read,
        faults=tuple(mending.faults.values()),
        pruned=tuple(mending.pruned),
        worlds=() if fresh is None else worlds(mending.tree, fresh, mending.gaps, mending.whole, mending.ids),
    )


def _built(tree: Any) -> Built | None:
    """What is built of a good tree: first by the quick way, in which an organisation is one wherever it stands."""
    return build_fast(tree) or build_detailed(tree)[0]


class _Mending:
    """A tree that is mended, round by round, until it can be built, and what was said of it.

    Args:
        tree: The tree, which is changed.
        invents: Whether anything may stand in for what must be there, or only texts and ids.
    """

    def __init__(self, tree: Any, *, invents: bool = True) -> None:
        self.tree = tree
        self.invents = invents
        self.has_invented = False
        self.faults: dict[tuple[Path, str], Fault] = {}
        self.pruned: dict[Path, None] = {}
        self.gaps: dict[Path, Slot] = {}
        self.whole: dict[Path, Slot] = {}
        self.ids: dict[Path, tuple[Slot, str | None]] = {}
        self._tried: dict[Path, int] = {}
        self._taken = frozenset(_words(tree))

    def run(self) -> Built | None:
        """What can be built in the end; ``None`` when that is nothing."""
        for _ in range(_MOST_ROUNDS):
            built, found = build_detailed(self.tree)
            if built is not None:
                return built
            if not self._mend(found):
                return None
        return None

    def _mend(self, found: list[Fault]) -> bool:
        """Take out what these faults stand in; false when there is nothing left to take."""
        for fault in found:
            self._note(fault)
        if "cooperation" not in self.tree:
            self.tree["cooperation"] = VERSION  # whoever forgot the first line has written the present version
            found = [fault for fault in found if fault.path]
        elif any(fault.path in ((), ("cooperation",)) for fault in found):
            return False
        handled: set[Path] = set()
        # Later items first, so that the places of the earlier ones still hold.
        for fault in sorted(found, key=lambda one: _order(one.path), reverse=True):
            if any(_is_within(fault.path, place) for place in handled):
                continue
            place = self._answer(fault)
            if place is None:
                return False
            handled.add(place)
        return True

    def _note(self, fault: Fault) -> None:
        """Keep a fault, unless it may only be there because of what was taken out or stands in for it."""
        if not any(_is_within(fault.path, place) or self._causes(place, fault) for place in self._tried):
            self.faults.setdefault((fault.path, fault.message), fault)

    def _causes(self, place: Path, fault: Fault) -> bool:
        """Whether a part is only at fault because something in it was taken out: it is not, once that is there."""
        if not _is_within(place, fault.path):
            return False
        slot = self.gaps.get(place)
        if slot is None or slot.shape.required or place[-1] in (holder := _at(self.tree, slot.holder)):
            return True
        for candidate in itertools.islice(stand_ins(slot, "…"), 1):
            holder[place[-1]] = candidate
            found = build_detailed(self.tree)[1]
            del holder[place[-1]]
            return all((one.path, one.message) != (fault.path, fault.message) for one in found)
        return True

    def _answer(self, fault: Fault) -> Path | None:
        """Take out what a fault stands in; the place that need not be looked at again, ``None`` if there is none."""
        slot = slot_of(self.tree, fault.path)
        if fault.name == "unknown-key":
            return self._forget(fault.path, slot)
        if slot is None:
            return None
        holder = _at(self.tree, slot.place[:-1])
        raw = holder[slot.index] if slot.index is not None else holder.get(slot.shape.name)
        if fault.name == "missing-key" and slot.part is not None and isinstance(raw, dict):
            for shape in shapes(slot.part).values():
                inner = Slot(slot.place, slot.part, shape)
                if shape.required and raw.get(shape.name) is None:
                    place = self._replace(inner)
                    if place != inner.place:
                        return place
            return (*slot.place, "")
        self.pruned[fault.path] = None
        return self._replace(slot, stood=fault.name == "duplicate-id")

    def _forget(self, path: Path, part: Slot | None) -> Path | None:
        """Take out a key that nobody knows; what its writer may have meant by it could not be read."""
        cls = Portfolio if part is None else part.part
        holder = _at(self.tree, path[:-1])
        if part is not None and cls is not None and not any(key in shapes(cls) for key in holder):
            self.pruned[part.place] = None
            return self._replace(part)  # no word of it can be read
        del holder[path[-1]]
        self.pruned[path] = None
        near = difflib.get_close_matches(str(path[-1]), shapes(cls), n=1, cutoff=0.6) if cls is not None else []
        if near and near[0] not in holder and cls is not None:
            meant = Slot(path[:-1], cls, shapes(cls)[near[0]])
            self.gaps[meant.field] = meant
        return path

    def _replace(self, slot: Slot, *, stood: bool = False) -> Path | None:
        """Take out what stands in a slot, or write something in its stead; the place that was changed."""
        place = slot.place
        for kept in (self.gaps, self.whole, self.ids):
            for below in [where for where in kept if where[: len(place)] == place]:
                del kept[below]
        if slot.index is not None and (slot.part is None or not self._may_stand_in(slot)):
            if self.invents:
                return self._replace(evolve(slot, index=None))
            del _at(self.tree, slot.field)[slot.index]
            return place
        tried = self._tried.setdefault(place, 0)
        self._tried[place] += 1
        holder = _at(self.tree, place[:-1])
        if slot.index is None and not slot.shape.required:
            if tried:
                return self._give_up(slot.holder)
            holder.pop(slot.shape.name, None)
            self.gaps[place] = slot
            return place
        candidates = list(stand_ins(slot, self._free_id(slot))) if self._may_stand_in(slot) else []
        if tried >= len(candidates):
            return self._give_up(slot.holder) if slot.index is None else self._replace(evolve(slot, index=None))
        before = holder[place[-1]] if slot.index is not None else holder.get(slot.shape.name)
        holder[place[-1]] = candidates[tried]
        self.has_invented |= not _is_telling(slot)
        if slot.is_id:
            self.ids[slot.holder] = slot, before if stood else None
        elif slot.index is None:
            self.gaps[place] = slot
        else:
            self.whole[place] = slot
        return place

    def _give_up(self, place: Path) -> Path | None:
        """Take out a whole part."""
        slot = slot_of(self.tree, place)
        return None if slot is None or slot.place != place else self._replace(slot)

    def _may_stand_in(self, slot: Slot) -> bool:
        return self.invents or (slot.index is None and _is_telling(slot))

    def _free_id(self, slot: Slot) -> str:
        """An id for a part that nobody has: the end of its place."""
        place = slot.holder if slot.is_id else slot.place
        name = ".".join(str(step) for step in place[-2:])
        while name in self._taken:
            name += "'"
        self._taken |= {name}
        return name


def _is_telling(slot: Slot) -> bool:
    """Whether a field that must be there holds a text or the id of its own part, and so no fact by itself."""
    shape = slot.shape
    return slot.is_id or (str in shape.holds and shape.refers is None and shape.codelist is None)


def _is_within(path: Path, place: Path) -> bool:
    return path[: len(place)] == place


def _at(tree: Any, path: Path) -> Any:
    for step in path:
        tree = tree[step]
    return tree


def _words(tree: Any) -> Iterator[str]:
    stack = [tree]
    while stack:
        value = stack.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, (dict, list)):
            stack.extend(value.values() if isinstance(value, dict) else value)


def _order(path: Path) -> tuple[tuple[int, int | str], ...]:
    return tuple((0, step) if isinstance(step, int) else (1, str(step)) for step in path)
