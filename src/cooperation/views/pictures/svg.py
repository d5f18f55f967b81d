"""What every SVG says of itself, and how one stands in a page."""

import base64
import hashlib
from html import escape
from typing import Literal, TypeAlias

from cooperation.views.words import escaped

__all__ = ["FONT", "SvgTheme", "described", "embedded", "figure", "mark"]

FONT = "Liberation Sans, Arial, Helvetica, sans-serif"

SvgTheme: TypeAlias = Literal["auto", "light", "dark"]
"""What an SVG is looked at on; ``auto`` leaves it to the reader's own setting."""


def mark(*texts: str) -> str:
    """A name for ids, the same for the same texts."""
    return hashlib.sha256("\0".join(texts).encode("utf-8", "replace")).hexdigest()[:12]


def described(svg: str, title: str, description: str) -> str:
    """An SVG that says what it is and what it shows to those who cannot see it."""
    id = mark(svg, title, description)  # noqa: A001
    head, _, rest = svg.partition(">")
    # A renderer may give the root a role of its own; one element has one.
    head = head.replace(' role="graphics-document"', "").replace(' aria-roledescription="visualization"', "")
    named = f'{head} role="img" aria-labelledby="t{id} d{id}">'
    return f'{named}<title id="t{id}">{escaped(title)}</title><desc id="d{id}">{escaped(description)}</desc>{rest}'


def figure(light: str, dark: str, title: str, description: str, text: str) -> str:
    """A picture as a part of a page: for light and dark, with its text beneath to be unfolded."""
    alternative = escaped(f"{title}. {description}")
    return (
        '<figure style="margin:0">'
        f'<picture><source media="(prefers-color-scheme: dark)" srcset="{embedded(dark)}">'
        f'<img src="{embedded(light)}" alt="{alternative}" style="max-width:100%"></picture>'
        f"<details><summary>{escaped(title)}, as text</summary>"
        f"<pre>{escape(text)}</pre></details></figure>"
    )


def embedded(svg: str) -> str:
    """An SVG as an address that holds it, so that a page needs no file beside it."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode("utf-8")).decode("ascii")
