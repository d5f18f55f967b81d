"""What draws, imported only when something is drawn."""

import importlib
from types import ModuleType

from cooperation.errors import MissingExtraError

__all__ = ["drawing", "png_of"]

_PACKAGES = {"altair": "altair", "graphlay": "graphlay", "vl_convert": "vl-convert-python"}


def drawing(module: str) -> ModuleType:
    """One of the packages that draw.

    Raises:
        MissingExtraError: It is not installed.

    """
    try:
        return importlib.import_module(module)
    except ImportError as missing:
        raise MissingExtraError("Drawing a picture", _PACKAGES[module], "charts") from missing


def png_of(svg: str, scale: float) -> bytes:
    """An SVG as PNG.

    Raises:
        MissingExtraError: What draws is not installed.

    """
    made: bytes = drawing("vl_convert").svg_to_png(svg, scale=scale)
    return made
