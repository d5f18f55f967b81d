"""Words and lines of a page."""

from __future__ import annotations

import re
from collections.abc import Iterable

ADDRESS = re.compile(r"(?<![<(\[])https?://[^\s;,)]+")


def linked(text: str) -> str:
    """A text with its addresses as links."""
    return ADDRESS.sub(lambda found: f"<{found[0]}>", text)


def cell(text: str) -> str:
    """A text that may stand in a table."""
    return " ".join(text.split()).replace("|", "\\|")


def table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    """A table in Markdown, or nothing when it has no rows."""
    body = [f"| {' | '.join(cell(one) for one in row)} |" for row in rows]
    return [f"| {' | '.join(head)} |", f"|{'---|' * len(head)}", *body, ""] if body else []


def page_of(origin: str, lines: Iterable[str]) -> str:
    """A whole page, with a word on where it comes from."""
    text = "\n".join([f"<!-- Written by tools/docs.py from {origin}: change it there. -->", "", *lines])
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def spaced(name: str) -> str:
    """The name of a class in words."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()
