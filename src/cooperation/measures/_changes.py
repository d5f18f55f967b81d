"""What changed between two versions of a project, and why, as far as it was recorded."""

import enum
from collections.abc import Iterable
from typing import Any

import attrs
from attrs import frozen

from cooperation.diagnostics import Path, format_path
from cooperation.measures._differences import Difference, DifferenceKind, differences, has_words
from cooperation.model import Change, Level, Objective, PartialDate, Project, Text

__all__ = ["RECORD_COLUMNS", "ProjectChange", "RecordRow", "changes", "record_of_changes"]

# What a version says of itself and of how it came about is no change of the project.
_ABOUT_CHANGES = (("plan", "changes"), ("plan", "approval"))


@frozen(kw_only=True)
class ProjectChange:
    """One change of a project.

    Attributes:
        level: The level of the objective it concerns; ``None`` outside the logframe.
        room: The part of the project it is in, such as ``logframe`` or ``plan``.
        element: The id of the nearest part that has one.
        field: What of it; ``None`` where the whole part was added or removed.
        kind: How it changed.
        old: What stood there, in words; ``None`` where nothing did.
        new: What stands there, in words; ``None`` where nothing does.
        reason: Why, where the project records it (``plan.changes``).
        date: When, where it is recorded.
        version: The version that has it, where it is recorded; else the approved version's name.
        approved_by: Who approved it, where it is recorded.
        recorded: Whether the project records the change at all.
        path: Where it stands in the project.

    """

    level: Level | None
    room: str
    element: str
    field: str | None
    kind: DifferenceKind
    old: str | None
    new: str | None
    reason: Text | None
    date: PartialDate | None
    version: str | None
    approved_by: str | None
    recorded: bool
    path: Path

    def __str__(self) -> str:
        what = self.element if self.field is None else f"{self.element} {self.field}"
        if self.kind is DifferenceKind.CHANGED:
            return f"{what}: {self.old or 'nothing'} -> {self.new or 'nothing'}"
        return f"{what}: {self.kind.value}"


def changes(old: Project, new: Project) -> tuple[ProjectChange, ...]:
    """What changed from one version of a project to another, in the order of the project.

    A reason is taken from the entries of ``plan.changes`` that the old version has not: an entry speaks of a change
    when it names its element, and its field or none.

    Args:
        old: The version that was approved, say.
        new: The present one.

    >>> import cooperation as co
    >>> from attrs import evolve
    >>> old = evolve(co.load_example("proposal").projects[0], title="Development of an Energy Plan")
    >>> [str(one) for one in changes(old, evolve(old, title="Wells and taps"))]
    ['energy-plan title: Development of an Energy Plan -> Wells and taps']
    >>> changes(old, old)
    ()
    """
    entries = [entry for entry in new.plan.changes if entry not in old.plan.changes]
    approval = new.plan.approval
    version = None if approval is None else approval.version
    return tuple(
        _change(found, new, entries, version) for found in differences(old, new) if found.path[:2] not in _ABOUT_CHANGES
    )


def _change(found: Difference, project: Project, entries: Iterable[Change], version: str | None) -> ProjectChange:
    at: Path = ()
    element = project.id
    level = None
    for path, value in found.inside:
        id = getattr(value, "id", None)  # noqa: A001
        if id is not None:
            at, element = path, id
        if isinstance(value, Objective):
            level = value.level
    field = format_path(found.path[len(at) :]) or None
    entry = next((one for one in entries if one.element == element and _speaks_of(one.field, field)), None)
    return ProjectChange(
        level=level,
        room=str(found.path[0]) if found.path else "",
        element=element,
        field=field,
        kind=found.kind,
        old=_told(found.old),
        new=_told(found.new),
        reason=None if entry is None else entry.reason,
        date=None if entry is None else entry.date,
        version=entry.version if entry is not None and entry.version is not None else version,
        approved_by=None if entry is None else entry.approved_by,
        recorded=entry is not None,
        path=found.path,
    )


def _speaks_of(said: str | None, field: str | None) -> bool:
    """Whether an entry about ``target`` speaks of ``targets[0].value``."""
    if said is None or field is None:
        return True
    first = field.partition(".")[0].partition("[")[0]
    return said in (field, first) or f"{said}s" == first


def _told(value: Any) -> str | None:
    """A value in words: its own, or what names it."""
    if value is None or value == ():
        return None
    if isinstance(value, enum.Enum):
        return str(value.value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(_told(one) or "nothing" for one in value)
    return str(value) if has_words(value) or not attrs.has(type(value)) else _called(value)


def _called(part: Any) -> str:
    held = (getattr(part, name, None) for name in _NAMING)
    return next((told for one in held if (told := _told(one))), type(part).__name__)


_NAMING = ("statement", "title", "name", "label", "value", "description", "organisation", "id", "kind")


@frozen(kw_only=True)
class RecordRow:
    """A row of the record of changes, as DFID's logframe had it.

    Attributes:
        date: When; empty where that is not recorded.
        version: The version that has the change.
        level: The level of change: output, outcome or impact, else the part of the project.
        reason: What changed, and why.
        approved_by: Who approved it.

    """

    date: str
    version: str
    level: str
    reason: str
    approved_by: str


RECORD_COLUMNS = ("Date", "Version number", "Level of Change", "Reason for Change", "Approved by")
"""The columns of DFID's sheet "Record of changes", in its order and in its words; those of ``RecordRow`` follow it."""


def record_of_changes(found: Iterable[ProjectChange]) -> tuple[RecordRow, ...]:
    """Changes as rows of DFID's record; what is not recorded is left empty and never filled in.

    Source: the sheet RECORD OF CHANGES of DFID's logframe template of 2011.

    >>> import cooperation as co
    >>> from attrs import evolve
    >>> old = evolve(co.load_example("proposal").projects[0], title="An energy plan")
    >>> row = record_of_changes(changes(old, evolve(old, title="Wells and taps")))[0]
    >>> row.level, row.reason
    ('TITLE', 'energy-plan title: An energy plan -> Wells and taps (no reason recorded)')
    """
    return tuple(
        RecordRow(
            date="" if one.date is None else str(one.date),
            version=one.version or "",
            level=(one.level.value if one.level is not None else one.room).replace("-", " ").upper(),
            reason=f"{one} ({'no reason recorded' if one.reason is None else one.reason})",
            approved_by=one.approved_by or "",
        )
        for one in found
    )
