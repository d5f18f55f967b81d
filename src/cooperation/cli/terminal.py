"""The terminal: what it can show, and writing to it so that nothing in a document steers or breaks it."""

import codecs
import errno
import io
import os
import shutil
import sys
from collections.abc import Iterable
from typing import TextIO

__all__ = ["finish", "give_up", "has_colour", "let_go", "prepare", "say", "show", "width", "write_data"]

_WIDEST = 100  # longer lines of prose are tiring to read
_NARROWEST = 40

# What stands for a letter that the terminal's encoding does not have.
_PLAINER = {
    "│": "|",
    "├": "+",
    "└": "+",
    "─": "-",
    "═": "=",
    "•": "*",
    "→": "->",
    "…": "...",
    "“": '"',
    "”": '"',
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{EN DASH}": "-",
}


def _plainer(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_PLAINER.get(letter, "?") for letter in error.object[error.start : error.end]), error.end


codecs.register_error("cooperation.plainer", _plainer)


def prepare() -> None:
    """Let the process's own streams write any letter, if only as a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="cooperation.plainer")


def finish(status: int | str | None) -> int | str | None:
    """Write out what is left; the status is then this one, or 2 when the output could not be written."""
    try:
        sys.stdout.flush()
    except OSError as error:
        if not _is_gone(error):
            return give_up(error)
        let_go(sys.stdout)
    return status


def give_up(error: OSError) -> int:
    """Say that the output could not be written, and drop what is left of it; the status is then 2."""
    let_go(sys.stdout)
    say(f"Error: the output could not be written: {error.strerror or error}\n", sys.stderr)
    return 2


def has_colour(stream: TextIO) -> bool:
    """Whether a stream shows colours: ``NO_COLOR`` and ``FORCE_COLOR`` decide, else whether it is a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def width() -> int | None:
    """How many columns a text should take on the terminal; ``None`` when standard output is none."""
    if not sys.stdout.isatty():
        return None
    return max(_NARROWEST, min(shutil.get_terminal_size().columns, _WIDEST))


def show(segments: Iterable[tuple[str, str]], stream: TextIO | None = None) -> None:
    """Write pieces of text, each in the colour of its role where the stream has colours."""
    stream = sys.stdout if stream is None else stream
    harmless = [(_harmless(text), role) for text, role in segments]
    if not has_colour(stream):
        say("".join(text for text, _ in harmless), stream)
        return
    from cooperation.cli.colour import show_in_colour

    show_in_colour(harmless, stream, let_go)


def say(text: str, stream: TextIO | None = None) -> None:
    """Write a text; a reader that went away is no fault."""
    stream = sys.stdout if stream is None else stream
    try:
        stream.write(text)
    except OSError as error:
        if not _is_gone(error):
            raise
        let_go(stream)


def write_data(text: str | bytes) -> None:
    """Write a document or other data: in UTF-8 wherever it goes, except on a terminal, which has its own encoding."""
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None or sys.stdout.isatty():
        say(text if isinstance(text, str) else text.decode("utf-8", "replace"))
        return
    sys.stdout.flush()
    try:
        buffer.write(text.encode("utf-8", "replace") if isinstance(text, str) else text)
        buffer.flush()
    except OSError as error:
        if not _is_gone(error):
            raise
        let_go(sys.stdout)


def let_go(stream: TextIO) -> None:
    """Send what is still written to a stream that nobody reads to nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _is_gone(error: OSError) -> bool:
    # Windows says EINVAL where others say EPIPE.
    return error.errno == errno.EPIPE or (os.name == "nt" and error.errno == errno.EINVAL)


def _harmless(text: str) -> str:
    """A text in which only line ends steer the terminal."""
    if text.replace("\n", "").isprintable():
        return text
    from cooperation.views.words import harmless

    return "\n".join(harmless(line) for line in text.split("\n"))
