"""What every chart can do: be drawn offline, by way of Vega-Lite."""

import json
from abc import abstractmethod
from typing import Any

from cooperation.views.pictures.extras import drawing
from cooperation.views.pictures.palette import Palette, Theme, palette_of
from cooperation.views.pictures.picture import Picture
from cooperation.views.pictures.svg import FONT, described
from cooperation.views.words import wrapped

__all__ = ["Drawn"]

_TITLE = 70
_NOTE = 90


class Drawn(Picture):
    """A picture that a chart library draws."""

    __slots__ = ()

    notes: tuple[str, ...]

    @abstractmethod
    def _drawing(self, palette: Palette) -> Any:
        """It as an altair chart, in these colours."""

    def to_vega(self, *, theme: Theme = "light") -> dict[str, Any]:
        """It as a Vega-Lite specification, with its data in it.

        Args:
            theme: What it is drawn on.

        Raises:
            MissingExtraError: The packages that draw are not installed.
            ValueError: There is no such theme.

        """
        palette = palette_of(theme)
        spec: dict[str, Any] = self._drawing(palette).to_dict()
        spec["config"] = _config(palette)
        spec["background"] = palette.paper
        spec["padding"] = 16
        spec["title"] = {
            "text": wrapped(self.title, _TITLE),
            "subtitle": [line for note in self.notes for line in wrapped(note, _NOTE)],
            "anchor": "start",
            "subtitlePadding": 6,
        }
        spec["description"] = self.description
        return spec

    def to_svg(self, *, theme: Theme = "light") -> str:
        """It drawn, as an SVG that needs nothing else.

        Args:
            theme: What it is drawn on.

        Raises:
            MissingExtraError: The packages that draw are not installed.
            ValueError: There is no such theme.

        """
        made: str = drawing("vl_convert").vegalite_to_svg(json.dumps(self.to_vega(theme=theme)), vl_version=_version())
        return described(made, self.title, self.description)


def _version() -> str:
    """The version of Vega-Lite that altair writes, as vl-convert names it."""
    return ".".join(str(drawing("altair").SCHEMA_VERSION).removeprefix("v").split(".")[:2])


def _config(palette: Palette) -> dict[str, Any]:
    named = {"labelColor": palette.ink, "titleColor": palette.ink, "labelFontSize": 12, "titleFontSize": 12}
    return {
        "font": FONT,
        "view": {"stroke": palette.rule},
        "title": {"color": palette.ink, "subtitleColor": palette.quiet, "subtitleFontSize": 12, "fontSize": 15},
        "axis": {**named, "gridColor": palette.rule, "domainColor": palette.quiet, "tickColor": palette.quiet},
        "header": named,
        "legend": named,
        "text": {"color": palette.ink, "fontSize": 12},
        "range": {"category": list(palette.marks)},
    }
