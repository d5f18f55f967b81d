"""Colours as data, for light paper and for dark, and how far two of them stand apart."""

from typing import Literal, TypeAlias

from attrs import frozen

__all__ = ["DARK", "LIGHT", "Palette", "Theme", "contrast", "palette_of"]

Theme: TypeAlias = Literal["light", "dark"]
"""What a picture is looked at on."""


@frozen(kw_only=True)
class Palette:
    """The colours of a picture; each is a sign beside a shape, a line or a word, and never the only one.

    Attributes:
        paper: What it is drawn on.
        ink: Text, and lines that carry meaning.
        quiet: Text and lines that only help.
        rule: Lines that divide; nothing is read from them.
        heat: What the heaviest cell of a matrix is filled with; the lightest has the colour of the paper.
        fills: What the boxes of a diagram are filled with, by what they are.
        marks: The bars, lines and points of a chart, in their order.

    """

    paper: str
    ink: str
    quiet: str
    rule: str
    heat: str
    fills: tuple[tuple[str, str], ...]
    marks: tuple[str, ...]

    def fill(self, kind: str) -> str:
        """What a box of this kind is filled with."""
        return dict(self.fills).get(kind, self.paper)


LIGHT = Palette(
    paper="#ffffff",
    ink="#1b1f24",
    quiet="#57606a",
    rule="#d0d7de",
    heat="#f3a99a",
    fills=(
        ("impact", "#dcebfa"),
        ("outcome", "#dff3e4"),
        ("intermediate outcome", "#eef6dc"),
        ("output", "#fdf0d5"),
        ("activity", "#f0e8f8"),
        ("problem", "#fbe3e0"),
        ("need", "#fdf0d5"),
        ("opportunity", "#dff3e4"),
        ("assumption", "#eef1f4"),
        ("precondition", "#eef1f4"),
    ),
    marks=("#0b5fa5", "#b34700", "#1b7a49", "#7a3e9d", "#7d6200", "#a5134d", "#00717a", "#5a5a5a"),
)

DARK = Palette(
    paper="#14171c",
    ink="#e8ebef",
    quiet="#a4adb8",
    rule="#3a424c",
    heat="#7a2f24",
    fills=(
        ("impact", "#15324d"),
        ("outcome", "#173a26"),
        ("intermediate outcome", "#2e3a16"),
        ("output", "#46340f"),
        ("activity", "#35244a"),
        ("problem", "#4a211c"),
        ("need", "#46340f"),
        ("opportunity", "#173a26"),
        ("assumption", "#272d35"),
        ("precondition", "#272d35"),
    ),
    marks=("#7db8f0", "#ffae66", "#6fd39b", "#cfa3ee", "#e3c84a", "#ff8fb4", "#5fd0d8", "#bdbdbd"),
)


def palette_of(theme: Theme) -> Palette:
    """The colours of a theme.

    Raises:
        ValueError: There is no such theme.

    """
    if theme not in ("light", "dark"):
        raise ValueError(f"no theme {theme!r}: there is 'light' and 'dark'")
    return LIGHT if theme == "light" else DARK


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, from 1 to 21; text needs 4.5, and a shape that says something 3.

    Source: WCAG 2.2, success criteria 1.4.3 and 1.4.11, with the relative luminance of its glossary.

    >>> contrast("#000000", "#ffffff"), contrast("#ffffff", "#ffffff")
    (21.0, 1.0)
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)  # noqa: PLR2004  # sRGB
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
