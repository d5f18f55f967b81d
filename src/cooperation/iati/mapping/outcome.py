"""What comes of a mapping: a value with all that could not be carried, or a refusal that names what lacks."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from attrs import field, frozen

from cooperation.diagnostics import format_path
from cooperation.errors import CooperationError

__all__ = ["Lack", "Lost", "Mapped", "NotPublishableError", "Notes", "shown"]

T = TypeVar("T")
Path = tuple[str | int, ...]
_LONGEST = 60


@frozen
class Lost:
    """Something that one side says and the other has no place for.

    Attributes:
        path: Where it stands on the side it comes from.
        what: What it says, shortened.
        why: Why it could not be carried.

    >>> print(Lost(("win_win",), "benefits, claims", "IATI has no place for who gains what"))
    win_win: benefits, claims (IATI has no place for who gains what)

    """

    path: Path
    what: str
    why: str

    def __str__(self) -> str:
        return f"{format_path(self.path)}: {self.what} ({self.why})"


@frozen
class Mapped(Generic[T]):
    """What was mapped, and what was lost on the way.

    Attributes:
        value: What came of it.
        lost: What could not be carried, in the order of the source.
    """

    value: T
    lost: tuple[Lost, ...] = field(default=(), repr=False)


@frozen
class Lack:
    """A fact that the standard demands and the project does not say.

    Attributes:
        path: Where in the portfolio it would stand.
        element: The element of the standard that needs it.
        message: What lacks, and how to mend it.
    """

    path: Path
    element: str
    message: str

    def __str__(self) -> str:
        return f"{format_path(self.path)}: {self.message} (for <{self.element}>)"


class NotPublishableError(CooperationError, ValueError):
    """A project that lacks facts which the standard demands; nothing is made up in their place.

    Attributes:
        lacks: All that lacks.

    >>> from cooperation.iati.mapping import from_project
    >>> from cooperation.model import Project
    >>> from_project(Project(id="a", title="A"))
    Traceback (most recent call last):
        ...
    cooperation.iati.mapping.outcome.NotPublishableError: 6 facts lack that IATI demands:
      codes: the identifier it is published under, such as codes: [{code: ...}] (for <iati-identifier>)
      ...

    """

    def __init__(self, lacks: Iterable[Lack]) -> None:
        self.lacks = tuple(lacks)
        many = len(self.lacks)
        head = f"{many} facts lack that IATI demands" if many > 1 else "a fact lacks that IATI demands"
        super().__init__("\n  ".join([f"{head}:", *map(str, self.lacks)]))


class Notes:
    """What is lost while one thing is mapped, told once for each place.

    Attributes:
        lost: What was lost so far.
    """

    def __init__(self) -> None:
        self._lost: dict[Path, Lost] = {}

    def lose(self, path: Path, what: object, why: str) -> None:
        """Note a loss."""
        self._lost.setdefault(path, Lost(path, shown(what), why))

    @property
    def lost(self) -> tuple[Lost, ...]:
        """What was lost, in the order in which it was noted."""
        return tuple(self._lost.values())


def shown(what: object) -> str:
    """A value in few words.

    >>> shown({"benefits": [1, 2], "claims": [3]})
    'benefits, claims'
    """
    if isinstance(what, dict):
        text = ", ".join(map(str, what))
    elif isinstance(what, (list, tuple)):
        text = ", ".join(map(shown, what))
    else:
        text = " ".join(str(what).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "..."
