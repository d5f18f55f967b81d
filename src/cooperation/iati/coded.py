"""The coded places of a record, each held against the list that the standard names for it.

Where which list holds is IATI's own mapping (``cooperation.codelists.mapping``), made ready as a tree that is walked
beside the record.
"""

import enum
import functools
import re
from typing import Any

import attrs
from attrs import field, frozen

from cooperation.codelists import Code, Codelist, codelist, mapping, names
from cooperation.diagnostics import Path
from cooperation.iati.activity import Activity
from cooperation.iati.declare import Record
from cooperation.iati.organisation import Organisation
from cooperation.iati.shape import clark, shape_of
from cooperation.iati.text import Narrative

__all__ = ["Coded", "Standing", "coded_in"]


class Standing(enum.Enum):
    """How a code stands to its list."""

    WRONG = "not on a complete list"
    UNLISTED = "not on a list that is not complete"
    WITHDRAWN = "withdrawn"
    NO_LIST = "the list is not here"


@frozen(kw_only=True)
class Coded:
    """What is to be said of one code.

    Attributes:
        standing: How it stands to its list.
        path: Where it stands, from the record on.
        code: The code as the file writes it.
        listed: The name of the list.
        entry: What the list says of it, where it has it.
    """

    standing: Standing
    path: Path
    code: str
    listed: str
    entry: Code | None = None


@frozen(kw_only=True)
class _Held:
    """A list that holds for a field, under a condition on the record.

    Attributes:
        name: The list.
        good: The codes of it that may be used; ``None`` where the list is not here.
        where: The field that decides, and the value it must have.
        by_default: Whether the list holds, too, where nothing is said there.
    """

    name: str
    good: frozenset[str] | None = field(repr=False)
    where: tuple[str, str] | None = None
    by_default: bool = False

    def holds(self, record: Any) -> bool:
        if self.where is None:
            return True
        name, wanted = self.where
        said = getattr(record, name)
        return said == wanted or (said is None and self.by_default)


class _Place:
    """An element of the standard: the codes in it, and the elements below that hold codes.

    Attributes:
        codes: The fields that hold codes, each with the lists that may hold for it.
        below: The fields that hold records with codes.
    """

    def __init__(self) -> None:
        self.codes: dict[str, list[_Held]] = {}
        self.below: dict[str, _Place] = {}


_ROOTS: dict[str, type[Record]] = {"iati-activity": Activity, "iati-organisation": Organisation}
_FILES = ("iati-activities", "iati-organisations")  # whose version is a matter of structure
_STEP = re.compile(r"@?[^/]+")
_CONDITION = re.compile(r"@([\w-]+) = '(\w+)'( or not\(@\1\))?")
_LANGUAGE = "xml:lang"


def coded_in(record: Record) -> tuple[Coded, ...]:
    """What is to be said of the codes in and below an activity or an organisation.

    Nothing is said of a code that is on its list and may be used.

    >>> from cooperation import iati
    >>> status = coded_in(iati.Activity(activity_status="7"))[0]
    >>> status.path, status.standing.value, status.listed
    (('activity_status',), 'not on a complete list', 'ActivityStatus')
    """
    place = _plan().get(type(record))
    found: list[Coded] = []
    if place is not None:
        _look(record, place, (), found)
    return tuple(found)


def _look(record: Any, place: _Place, path: Path, found: list[Coded]) -> None:
    for name, lists in place.codes.items():
        code = getattr(record, name)
        if code is None or code == ():
            continue
        for held in lists:
            if held.where is None or held.holds(record):
                _hold(record, name, code, held, path, found)
    for name, below in place.below.items():
        value = getattr(record, name)
        if type(value) is tuple:
            for i, one in enumerate(value):
                _look(one, below, (*path, name, i), found)
        elif value is not None:
            _look(value, below, (*path, name), found)


def _hold(record: Any, name: str, code: Any, held: _Held, path: Path, found: list[Coded]) -> None:
    """Hold the code or codes of a field against a list."""
    good = held.good
    if type(code) is tuple:
        for i, one in enumerate(code):
            if good is None or one not in good:
                found.append(_told(one, held, (*path, name, i)))
    elif good is None or code not in good or record.kept is not None:
        written = _written(record, name, code)
        if good is None or written not in good:
            found.append(_told(written, held, (*path, name)))


def _written(record: Any, name: str, code: str) -> str:
    """A code as the file has it: a language's is read as ``en`` where the file says ``EN``, which is on no list."""
    if record.kept is None:
        return code
    spelled = (one.written for one in record.kept.spellings if one.field == name and one.value == code)
    return next(spelled, code)


def _told(code: str, held: _Held, path: Path) -> Coded:
    if held.good is None:
        return Coded(standing=Standing.NO_LIST, path=path, code=code, listed=held.name)
    listed = codelist(held.name)
    entry = listed.get(code)
    standing = Standing.WRONG if listed.complete else Standing.UNLISTED
    if entry is not None:
        standing = Standing.WITHDRAWN
    return Coded(standing=standing, path=path, code=code, listed=held.name, entry=entry)


# The plan


@functools.cache
def _plan() -> dict[type, _Place]:
    """For each kind of entry and file the tree of what is coded in it."""
    plan = {cls: _Place() for cls in _ROOTS.values()}
    everywhere: list[_Held] = []
    for one in mapping():
        held = _Held(name=one.codelist, good=_good(one.codelist))
        root, *steps = _STEP.findall(one.path)
        if root == f"@{_LANGUAGE}":
            everywhere.append(held)
        elif root not in _FILES:
            _put(plan[_ROOTS[root]], _ROOTS[root], steps, held, one.condition)
    for cls, place in plan.items():
        _languages(place, cls, everywhere)
        _put_in_order(place, cls)
    return plan


def _put_in_order(place: _Place, cls: Any) -> None:
    """Put the fields in the order of the record, in which a file has them."""
    names = [field.name for field in attrs.fields(cls)]
    place.codes = {name: place.codes[name] for name in names if name in place.codes}
    place.below = {name: place.below[name] for name in names if name in place.below}
    records = {child.field: child.record for child in shape_of(cls).children.values()}
    for name, below in place.below.items():
        _put_in_order(below, records[name])


def _put(place: _Place, cls: Any, steps: list[str], held: _Held, condition: str | None) -> None:
    """Put a list where a path leads, from the record of a class on."""
    *above, last = steps
    shape = shape_of(cls)
    for step in above:
        child = shape.children[step]
        if child.leaf is not None:  # the field above holds the code of an element that says nothing else
            place.codes.setdefault(child.field, []).append(held)
            return
        place = place.below.setdefault(child.field, _Place())
        shape = shape_of(child.record)
    name = shape.attributes[clark(last.removeprefix("@"))].field
    if condition is not None:
        found = _CONDITION.fullmatch(condition)
        if found is None:
            raise ValueError(f"the codelist mapping has a condition that is not understood: {condition}")
        where = str(shape.attributes[found[1]].field)
        held = _Held(name=held.name, good=held.good, where=(where, found[2]), by_default=bool(found[3]))
    place.codes.setdefault(str(name), []).append(held)


def _languages(place: _Place, cls: Any, held: list[_Held]) -> bool:
    """Put the list of languages wherever a language is said; whether that is anywhere in or below a class."""
    shape = shape_of(cls)
    said = [a.field for a in shape.attributes.values() if a.name == clark(_LANGUAGE)]
    for name in said:
        place.codes.setdefault(str(name), []).extend(held)
    somewhere = bool(said) or cls is Narrative
    for child in shape.children.values():
        if child.record is None:
            continue
        below = place.below.get(child.field) or _Place()
        if _languages(below, child.record, held):
            place.below[child.field] = below
            somewhere = True
    return somewhere


@functools.cache
def _good(name: str) -> frozenset[str] | None:
    """The codes of a list that may be used; ``None`` where it is not in the package."""
    if name not in names():
        return None
    listed: Codelist = codelist(name)
    return frozenset(code.code for code in listed.active)
