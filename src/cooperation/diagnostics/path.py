"""Where something stands: a tuple of keys and indexes, put into words only when it is printed."""

from __future__ import annotations

import re
from typing import TypeAlias

__all__ = ["Path", "format_path", "parse_path"]

Path: TypeAlias = tuple[str | int, ...]
"""Keys and indexes from the root of a document or of a model object down to a part of it."""

_STEP = re.compile(r"\.?([^.\[\]]+)|\[(\d+)\]")


def format_path(path: Path) -> str:
    """A path as people write it.

    >>> format_path(("projects", 0, "logframe", "objectives", 2, "statement"))
    'projects[0].logframe.objectives[2].statement'
    """
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


def parse_path(text: str) -> Path:
    """The path that ``format_path`` wrote; a step that holds a dot or a bracket cannot be told apart.

    >>> parse_path("projects[0].logframe")
    ('projects', 0, 'logframe')
    >>> parse_path("projects[one]")
    Traceback (most recent call last):
        ...
    ValueError: expected a path such as projects[0].title, got 'projects[one]'
    """
    steps: list[str | int] = []
    position = 0
    while position < len(text):
        step = _STEP.match(text, position)
        if step is None:
            raise ValueError(f"expected a path such as projects[0].title, got {text!r}")
        steps.append(step[1] if step[2] is None else int(step[2]))
        position = step.end()
    return tuple(steps)
