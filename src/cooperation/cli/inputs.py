"""What the arguments name: choices, files, folders and standard input."""

import errno
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import typer
from attrs import field, frozen

from cooperation.cli.terminal import show
from cooperation.errors import CooperationError, UnknownProfileError

if TYPE_CHECKING:
    from cooperation.review import Review

__all__ = [
    "STDIN",
    "Found",
    "bytes_of",
    "choose",
    "documents",
    "format_for",
    "hint",
    "is_unreadable",
    "problem",
    "refuse",
    "refusing",
]

STDIN = "-"
_PACKED = b"\x1f\x8b"  # as a file packed with gzip begins


def problem(message: str) -> None:
    """Say on standard error, in one line, what is wrong."""
    show([("Error: ", "error"), (f"{' '.join(message.split())}\n", "plain")], sys.stderr)


def refuse(message: str) -> NoReturn:
    """Say what is wrong, and end with status 2.

    Raises:
        Exit: Always.
    """
    problem(message)
    raise typer.Exit(2)


@contextmanager
def refusing() -> Iterator[None]:
    """Turn what the package and the system refuse into one line and status 2."""
    try:
        yield
    except UnknownProfileError as error:
        refuse(f"no profile {error.profile!r}{hint(error.profile, error.known)}; there is {', '.join(error.known)}")
    except CooperationError as error:
        refuse(str(error))
    except OSError as error:
        refuse(_said(error))


def hint(text: str, known: Iterable[str]) -> str:
    """The nearest of the names that are known, as a question in brackets; nothing where none is near."""
    from cooperation.codelists import nearest

    found = nearest(text, known, 1)
    return f" (did you mean {found[0]!r}?)" if found else ""


def choose(what: str, text: str, known: Iterable[str]) -> str:
    """One of the words that are known, whatever the case of its letters.

    Raises:
        Exit: It is none of them.
    """
    names = {name.casefold(): name for name in known}
    if text.casefold() not in names:
        refuse(f"no {what} {text!r}{hint(text, names.values())}; there is {', '.join(names.values())}")
    return names[text.casefold()]


@frozen
class Found:
    """The documents that arguments name.

    Attributes:
        names: The files as they were given, those of a folder below its name; ``-`` is standard input.
        problems: What is wrong with the other arguments.

    """

    names: tuple[str, ...] = field()
    problems: tuple[str, ...]


def documents(arguments: Iterable[str], input_format: str | None) -> Found:
    """The documents that arguments name, each once, those of a folder in the order of their names.

    Raises:
        UnknownFormatError: There is no such format.
    """
    from cooperation import formats

    suffixes = set(formats.suffixes())
    if input_format is not None:
        suffixes = set(formats.format_named(input_format).suffixes)
    names: dict[Path | str, str] = {}
    problems = []
    for argument in arguments:
        path = Path(argument)
        if argument == STDIN:
            names.setdefault(STDIN, STDIN)
        elif path.is_dir():
            found = list(_inside(argument, suffixes))
            names |= {Path(name).resolve(): name for name in found if Path(name).resolve() not in names}
            if not found:
                problems.append(f"no document in the folder {argument!r}: looked for {', '.join(sorted(suffixes))}")
        elif not path.exists():
            problems.append(f"no file {argument!r}{_near(path)}")
        else:
            names.setdefault(path.resolve(), argument)
    return Found(tuple(names.values()), tuple(problems))


def _inside(folder: str, suffixes: set[str]) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith(".") and name.lower().endswith(tuple(suffixes)):
                yield os.path.join(here, name)  # noqa: PTH118  # a Path would drop the "./" that was given


def _near(path: Path) -> str:
    try:
        names = [file.name for file in path.parent.iterdir()]
    except OSError:
        return ""
    return hint(path.name, names)


def bytes_of(name: str) -> bytes:
    """What a file or standard input holds.

    Raises:
        OSError: It cannot be read.
    """
    if name == STDIN:
        return sys.stdin.buffer.read()
    path = Path(name)
    if not path.exists():
        raise FileNotFoundError(errno.ENOENT, f"no file {name!r}{_near(path)}")
    return path.read_bytes()


def format_for(name: str, data: bytes, input_format: str | None) -> str | None:
    """The name of the format to read something in; ``None`` when the file's suffix tells it.

    Standard input is XML or JSON when it begins as they do, else YAML.
    """
    if input_format is not None:
        return input_format
    if name != STDIN:
        return None
    if data.startswith(_PACKED) or data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<":
        return "xml"
    return "json" if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[") else "yaml"


def shown_name(name: str) -> str:
    """What to call a document in messages: as it was given, with marks for what is no text in a file's name."""
    return "<stdin>" if name == STDIN else name.encode("utf-8", "replace").decode()


def is_unreadable(review: "Review") -> bool:
    """Whether a document could not even be decoded and parsed."""
    from cooperation.diagnostics import FAULTS

    codes = {FAULTS["unreadable-text"].code, FAULTS["hostile-text"].code}
    unread = review.document is None and any(finding.code in codes for finding in review.report.findings)
    return unread or not review.is_readable


def _said(error: OSError) -> str:
    reason = error.strerror or str(error)
    return reason if error.filename is None else f"{os.fspath(error.filename)}: {reason}"
