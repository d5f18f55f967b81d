"""Going on past faults: a document is pruned of what cannot be read, so that the rules can judge the rest."""

import copy
from typing import Any

from attrs import evolve, frozen

from cooperation.diagnostics import Path
from cooperation.formats.build import Built, build_detailed, normalise
from cooperation.formats.faults import Fault
from cooperation.formats.migrate import migrate
from cooperation.formats.mirror import VERSION

__all__ = ["Recovered", "recover"]

# Every round takes something away, so this many are never needed by a document that a person wrote.
_MOST_ROUNDS = 200


@frozen(kw_only=True)
class Recovered:
    """What is left of a faulty document.

    Attributes:
        built: The portfolio and the allowances of what could be read; ``None`` when that is nothing.
        faults: Every fault that was met on the way, at its place in the whole document.
        pruned: The places that were taken out.
        ids: The ids of the parts that were taken out.
        mentions: The words that stood in them, some of which are ids of other parts.
        origin: Leads from places in what is left back to those in the whole.
    """

    built: Built | None
    faults: tuple[Fault, ...]
    pruned: tuple[Path, ...]
    ids: frozenset[str]
    mentions: frozenset[str]
    origin: "_Origin"

    def at_first(self, path: Path) -> Path:
        """Where a place of what is left stands in the whole document."""
        return self.origin.of(path)

    def explains(self, path: Path, node: object, *, is_omission: bool) -> bool:
        """Whether a finding may only be there because something was taken out.

        That is so when it stands at the id of a part that was taken out;
        and, where it says that something is missing, when something was taken out just there,
        or when what was taken out names the very part it is said of.

        Args:
            path: Where the finding stands, in what is left.
            node: What stands there.
            is_omission: Whether the finding says that something is missing.
        """
        if isinstance(node, str):
            return node in self.ids
        if not is_omission:
            return False
        whole = self.at_first(path)
        if any(gone[: len(whole)] == whole and _steps(gone[len(whole) :]) <= 1 for gone in self.pruned):
            return True
        # An organisation takes part under its own id.
        own = getattr(node, "id", None) or getattr(getattr(node, "organisation", None), "id", None)
        return own is not None and own in self.mentions


class _Origin:
    """Leads from places in a pruned tree back to the whole: items of a list move up when one before them goes."""

    def __init__(self) -> None:
        self.gone: dict[Path, list[int]] = {}

    def of(self, path: Path) -> Path:
        whole: Path = ()
        for step in path:
            if isinstance(step, int):
                for index in self.gone.get(whole, ()):
                    step += index <= step  # noqa: PLW2901
            whole = (*whole, step)
        return whole

    def remove(self, container: Path, index: int) -> None:
        self.gone[container] = sorted([*self.gone.get(container, ()), index])


def recover(tree: Any) -> Recovered:
    """What can be read of a faulty tree; the tree itself is not changed."""
    rest, first = normalise(copy.deepcopy(migrate(tree)))
    recovery = _Recovery(rest)
    for fault in first:
        recovery.note(fault)
    if rest is None or first:
        return recovery.result(None)
    for _ in range(_MOST_ROUNDS):
        built, found = build_detailed(rest)
        if built is not None or not recovery.prune(found):
            return recovery.result(built)
    return recovery.result(None)


class _Recovery:
    """A tree that loses, round by round, what cannot be read, and what was said of it."""

    def __init__(self, tree: Any) -> None:
        self.tree = tree
        self.origin = _Origin()
        self.faults: dict[tuple[Path, str], Fault] = {}
        self.pruned: list[Path] = []
        self.ids: set[str] = set()
        self.mentions: set[str] = set()

    def result(self, built: Built | None) -> Recovered:
        return Recovered(
            built=built,
            faults=tuple(self.faults.values()),
            pruned=tuple(self.pruned),
            ids=frozenset(self.ids),
            mentions=frozenset(self.mentions),
            origin=self.origin,
        )

    def note(self, fault: Fault) -> Path:
        """Keep a fault with its place in the whole document, unless it is only there because of what was taken out."""
        whole = self.origin.of(fault.path)
        if fault.name != "missing-key" or not any(gone[:-1] == whole for gone in self.pruned):
            self.faults.setdefault((whole, fault.message), evolve(fault, path=whole))
        return whole

    def prune(self, found: list[Fault]) -> bool:
        """Take out what these faults stand in; false when there is nothing left to take."""
        places = {fault.path: self.note(fault) for fault in found}
        if "cooperation" not in self.tree:
            self.tree["cooperation"] = VERSION  # whoever forgot the first line has written the present version
            places.pop((), None)
        elif () in places or ("cooperation",) in places:
            return False
        # Later items first, so that the places of the earlier ones still hold.
        for path in sorted(places, key=_order, reverse=True):
            if self._take_out(path):
                whole = places[path]
                self.pruned.append(whole)
                if isinstance(whole[-1], int):
                    self.origin.remove(whole[:-1], whole[-1])
        return True

    def _take_out(self, path: Path) -> bool:
        """Take the part at a place out of its container, remembering the ids that go with it."""
        holder = self.tree
        try:
            for step in path[:-1]:
                holder = holder[step]
            gone = holder[path[-1]]
            del holder[path[-1]]
        except (KeyError, IndexError, TypeError):
            return False
        stack = [gone]
        while stack:
            value = stack.pop()
            if isinstance(value, str):
                self.mentions.add(value)
            elif isinstance(value, dict):
                if isinstance(value.get("id"), str):
                    self.ids.add(value["id"])
                stack.extend(value.values())
            elif isinstance(value, list):
                stack.extend(value)
        if path[-1] == "id" and isinstance(gone, str):
            self.ids.add(gone)
        return True


def _order(path: Path) -> tuple[tuple[int, int | str], ...]:
    return tuple((0, step) if isinstance(step, int) else (1, step) for step in path)


def _steps(path: Path) -> int:
    return sum(not isinstance(step, int) for step in path)
