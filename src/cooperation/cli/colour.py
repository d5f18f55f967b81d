"""Colours, by way of rich, which also knows the terminals of Windows."""

from collections.abc import Callable, Iterable
from typing import TextIO

from rich.console import Console
from rich.text import Text

__all__ = ["show_in_colour"]

_STYLES = {
    "error": "bold red",
    "warning": "bold yellow",
    "info": "bold blue",
    "code": "bold",
    "place": "cyan",
    "mark": "bold green",
    "help": "dim",
    "heading": "bold",
    "label": "dim",
    "unknown": "yellow",
}


class _Console(Console):
    """A console that stays quiet when its reader goes away."""

    def __init__(self, stream: TextIO, let_go: Callable[[TextIO], None]) -> None:
        super().__init__(file=stream, force_terminal=True, color_system="standard", no_color=False, soft_wrap=True)
        self._let_go = let_go
        self._stream = stream

    def on_broken_pipe(self) -> None:
        self._let_go(self._stream)


def show_in_colour(segments: Iterable[tuple[str, str]], stream: TextIO, let_go: Callable[[TextIO], None]) -> None:
    """Write pieces of text, each in the colour of its role."""
    text = Text()
    for piece, role in segments:
        text.append_text(_highlighted(piece) if role == "yaml" else Text(piece, _STYLES.get(role, "")))
    _Console(stream, let_go).print(text, end="", soft_wrap=True)


def _highlighted(line: str) -> Text:
    """A line of an example, in the colours that a terminal calls its own."""
    from rich.syntax import Syntax

    indent = line[: len(line) - len(line.lstrip())]
    found = Syntax("", "yaml", theme="ansi_dark", background_color="default").highlight(line.strip())
    found.rstrip()
    return Text(indent).append_text(found).append("\n")
