"""A page: its parts put into the frame, with everything in it that it needs."""

import functools
import os
from collections.abc import Iterable
from html import escape
from importlib.metadata import version
from pathlib import Path as FilePath
from typing import Any

import pendulum
from attrs import field, frozen

from cooperation.errors import MissingExtraError
from cooperation.formats.files import write_atomically
from cooperation.report._subject import Subject
from cooperation.views import STYLE
from cooperation.views.pictures.palette import DARK, LIGHT
from cooperation.views.words import escaped, harmless

__all__ = ["Page", "Part", "composed", "filled"]


@frozen(kw_only=True)
class Part:
    """A part of a page.

    Attributes:
        id: Its name on the page.
        heading: Its heading.
        html: What stands in it, harmless.
        is_wide: Whether it is printed across the long side of the paper.

    """

    id: str
    heading: str
    html: str = field(repr=False)
    is_wide: bool = False


@frozen(kw_only=True)
class Page:
    """A report as one page of HTML, which needs no other file and no network.

    Attributes:
        title: What it is about.
        html: The page.

    """

    title: str
    html: str = field(repr=False)

    def write(self, path: str | os.PathLike[str]) -> None:
        """Write the page into a file, wholly or not at all.

        Raises:
            OSError: It cannot be written.
        """
        write_atomically(FilePath(path), self.html.encode("utf-8"))

    def _repr_html_(self) -> str:
        # In a frame of its own: its style is for a page, and its links lead within it.
        return (
            f'<iframe title="{escaped(self.title)}" srcdoc="{escape(self.html)}" sandbox '
            'style="width:100%;height:45em;border:1px solid gray"></iframe>'
        )


def composed(title: str, parts: Iterable[Part], *, subject: Subject, kind: str, day: pendulum.Date) -> Page:
    """The page with these parts."""
    html = filled(
        "page.html",
        title=title,
        kind=kind,
        parts=list(parts),
        name=subject.review.name,
        profile=subject.report.profile,
        stage=subject.report.stage,
        day=day.isoformat(),
        version=version("cooperation"),
        style=_style(),
    )
    return Page(title=title, html=html)


def filled(template: str, **facts: Any) -> str:
    """A template filled in; every text in it is escaped and steers nothing.

    Raises:
        MissingExtraError: jinja2 is not installed.

    """
    return str(_templates().get_template(template).render(facts))


@functools.cache
def _style() -> str:
    return STYLE + filled("style.css", light=LIGHT, dark=DARK)


@functools.cache
def _templates() -> Any:
    try:
        import jinja2
        import markupsafe
    except ImportError as missing:
        raise MissingExtraError("A report", "jinja2", "report") from missing

    def safe(value: Any) -> Any:
        # Parts that were escaped before pass as they are.
        return value if isinstance(value, markupsafe.Markup) else harmless(str(value))

    return jinja2.Environment(
        loader=jinja2.PackageLoader("cooperation.report"),
        autoescape=jinja2.select_autoescape(("html",), default_for_string=True),
        undefined=jinja2.StrictUndefined,
        finalize=safe,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
