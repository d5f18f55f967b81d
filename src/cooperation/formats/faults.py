"""From what went wrong to what is said of it: exceptions into faults with a path, a name and a remedy."""

from collections.abc import Iterator
from typing import Any

import cattrs
from attrs import fields, frozen, has

from cooperation.diagnostics import FAULTS, Diagnostic, Path, Position
from cooperation.errors import InvariantError
from cooperation.formats.words import nearest, shown

__all__ = ["Fault", "diagnose", "faults_in"]


@frozen(kw_only=True)
class Fault:
    """One fault of a document.

    Attributes:
        name: Its name in ``FAULTS``.
        message: What is wrong, with the values concerned.
        path: Where.
        on_key: Whether it is the key that is at fault and not what stands under it.
        position: Where in the text, when the reader of the text itself has found it.
    """

    name: str
    message: str
    path: Path = ()
    on_key: bool = False
    position: Position | None = None


def diagnose(fault: Fault, position: Position | None) -> Diagnostic:
    """What is said of a fault."""
    page = FAULTS[fault.name]
    return Diagnostic(
        code=page.code,
        severity=page.severity,
        message=fault.message,
        path=fault.path,
        help=page.fix,
        position=fault.position or position,
    )


def faults_in(error: BaseException, path: Path = (), more_keys: tuple[str, ...] = ()) -> Iterator[Fault]:
    """Every fault that an exception of the detailed path holds, in the order of the document.

    Args:
        error: What was raised.
        path: Where it was raised.
        more_keys: Keys that are known here beside the fields of the class.
    """
    if isinstance(error, cattrs.ForbiddenExtraKeysError):
        known = [*more_keys, *(field.name for field in fields(error.cl))] if has(error.cl) else list(more_keys)
        for key in sorted(error.extra_fields, key=str):
            yield Fault(
                name="unknown-key",
                message=f"unknown key {shown(key)}{nearest(key, known)}",
                path=(*path, key),
                on_key=True,
            )
    elif isinstance(error, BaseExceptionGroup):
        for inner in error.exceptions:
            yield from faults_in(inner, (*path, *_step(inner)), more_keys if not _step(inner) else ())
    elif isinstance(error, KeyError):
        # The step that names the missing key leads nowhere: the fault is the whole's.
        yield Fault(
            name="missing-key", message=f"required key {error.args[0]!r} is missing", path=_but(path, error.args[0])
        )
    elif isinstance(error, InvariantError):
        yield Fault(name=error.fault, message=str(error), path=(*path, *error.path))
        for other in error.also:
            yield from faults_in(other, path)
    else:
        yield Fault(name="wrong-value", message=str(error), path=path)


def _step(error: BaseException) -> tuple[str | int, ...]:
    for note in getattr(error, "__notes__", ()):
        if isinstance(note, cattrs.AttributeValidationNote):
            return (note.name,)
        if isinstance(note, cattrs.IterableValidationNote):
            return (note.index,)
    return ()


def _but(path: Path, last: Any) -> Path:
    return path[:-1] if path and path[-1] == last else path
