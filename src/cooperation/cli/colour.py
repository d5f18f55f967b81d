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
    text = Text.assemble(*((piece, _STYLES.get(role, "")) for piece, role in segments if piece))
    _Console(stream, let_go).print(text, end="", soft_wrap=True)
