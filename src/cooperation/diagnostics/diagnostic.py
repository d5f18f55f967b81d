"""One thing that was found: a fault of structure or a finding of a rule."""

from __future__ import annotations

import enum
import functools

from attrs import frozen

from cooperation.diagnostics.path import Path

__all__ = ["Diagnostic", "Nature", "Position", "Severity"]


@functools.total_ordering
class Severity(enum.Enum):
    """How much a finding weighs; an error weighs more than a warning.

    >>> Severity.ERROR > Severity.WARNING > Severity.INFO
    True
    """

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return _SEVERITIES.index(self)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Severity):
            return NotImplemented
        return self.rank < other.rank


_SEVERITIES = tuple(Severity)


class Nature(enum.Enum):
    """What kind of fault a rule looks for, which decides from which stage on it is one.

    A contradiction is one at every stage; an omission or a weakness only once the document claims to be a proposal.
    """

    CONTRADICTION = "contradiction"
    OMISSION = "omission"
    WEAKNESS = "weakness"


@frozen(order=True)
class Position:
    """A place in a text; lines and columns are counted from 1, columns in characters."""

    line: int
    column: int = 1

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"


@frozen(kw_only=True)
class Diagnostic:
    """One thing that was found, where, and how to mend it.

    Attributes:
        code: The rule's code, such as ``LOG003``; structural faults are ``DOC``.
        severity: How much it weighs.
        message: What was found, as a fact, with the values concerned.
        path: Where in the model it stands, from the root that was checked.
        help: How to mend it.
        position: Where in the text it stands, when the text is at hand.

    >>> print(Diagnostic(code="LOG003", severity=Severity.ERROR, message="outcome 'clean-water' has no output under it",
    ...                  position=Position(41, 7)))
    41:7: error LOG003 outcome 'clean-water' has no output under it

    """

    code: str
    severity: Severity
    message: str
    path: Path = ()
    help: str | None = None
    position: Position | None = None

    def __str__(self) -> str:
        where = f"{self.position}: " if self.position else ""
        return f"{where}{self.severity.value} {self.code} {self.message}"
