"""JSON Lines between text and tree: a document a line, joined into one whose parts know their lines."""

from collections.abc import Iterator
from typing import Any

from attrs import define, evolve, field

from cooperation.diagnostics import Diagnostic, LoadError, Path, Position
from cooperation.formats import json_text
from cooperation.formats.build import BOTH, version_faults
from cooperation.formats.faults import Fault
from cooperation.formats.migrate import migrate
from cooperation.formats.mirror import VERSION
from cooperation.formats.source import SourceText
from cooperation.formats.words import shown

__all__ = ["Whole"]

_LISTS = ("organisations", "partnerships", "projects", "allowances")
_KNOWN = ("language", "project", *_LISTS)


@define
class Whole:
    """The documents of several lines, joined into one.

    Attributes:
        name: The file's name.
        tree: The tree of all lines so far.
        faults: What was wrong in single lines, each at its place.
    """

    name: str
    tree: dict[str, Any] = field(factory=dict)
    faults: list[Fault] = field(factory=list)
    _origins: dict[Any, list[tuple[int, Path]]] = field(factory=dict)
    _homes: dict[Any, int] = field(factory=dict)
    _described: dict[tuple[str, str], tuple[int, Any]] = field(factory=dict)

    def add(self, number: int, line: str) -> None:
        """Join the document of a line, counted from 0: lists grow, and what else it says must be what others say.

        Raises:
            LoadError: The line is no JSON.
        """
        try:
            row, faults = json_text.parse(line, self.name)
        except LoadError as error:
            raise LoadError(tuple(_moved(d, number) for d in error.diagnostics), self.name) from None
        row = migrate(row)
        if isinstance(row, dict):
            faults += self._joined(row, number)
        else:
            faults.append(Fault(name="wrong-value", message=f"expected a document on each line, got {shown(row)}"))
        source = SourceText(name=self.name, text=line)
        for fault in faults:
            found = source.locate(fault.path, key=fault.on_key)
            self.faults.append(evolve(fault, position=Position(number + 1, found.column if found else 1)))

    def part_of(self, path: Path) -> tuple[int, Path]:
        """The line of a part of the whole, and its path there."""
        if len(path) > 1 and isinstance(path[1], int) and path[1] < len(self._origins.get(path[0], ())):
            line, inner = self._origins[path[0]][path[1]]
            return line, (*inner, *path[2:])
        return (self._homes.get(path[0], 0) if path else 0), path

    def _joined(self, row: dict[str, Any], number: int) -> list[Fault]:
        """Join a line's document, and say where it contradicts an earlier one."""
        faults = version_faults(row.get("cooperation"))
        self.tree.setdefault("cooperation", VERSION)
        if row.get("project") is not None and row.get("projects") not in (None, [], ()):
            faults.append(BOTH)
        for own, key, value, places in _entries(row):
            if places is None:
                self._homes.setdefault(key, number)
                agrees = self.tree.setdefault(key, value) == value
            else:
                agrees = self._extend(key, value, places, number)
            if not agrees:
                message = f"{own} is {shown(row[own])} here and {shown(self.tree[key])} on an earlier line"
                faults.append(Fault(name="broken-invariant", message=message, path=(own,)))
        return faults

    def _extend(self, key: str, items: list[Any], places: list[Path], number: int) -> bool:
        """Add to a list; an organisation that an earlier line describes in the same words stands there already."""
        here = self.tree.setdefault(key, [])
        if not isinstance(here, list):
            return False
        for item, place in zip(items, places, strict=True):
            if key == "projects" or not self._is_described(key, item, number):
                here.append(item)
                self._origins.setdefault(key, []).append((number, place))
        return True

    def _is_described(self, key: str, item: Any, number: int) -> bool:
        name = item.get("id", item.get("rule")) if isinstance(item, dict) else None
        if not isinstance(name, str):
            return False
        line, earlier = self._described.setdefault((key, name), (number, item))
        return line != number and bool(earlier == item)


def _entries(row: dict[str, Any]) -> Iterator[tuple[str, str, Any, list[Path] | None]]:
    """Each key, the key of the whole it belongs under, and its value; of a list also where each item stands."""
    for key, value in row.items():
        if key == "cooperation" or (value is None and key in _KNOWN):
            continue
        if key == "project":
            yield key, "projects", [value], [("project",)]
        elif key in _LISTS and isinstance(value, list):
            yield key, key, value, [(key, index) for index in range(len(value))]
        else:
            yield key, key, value, None


def _moved(diagnostic: Diagnostic, number: int) -> Diagnostic:
    """What was found in a line, counted from 0, at its place in the file."""
    column = diagnostic.position.column if diagnostic.position else 1
    return evolve(diagnostic, position=Position(number + 1, column))
