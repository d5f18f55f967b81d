"""What most views are: a title and some tables, to be shown as text, HTML or Markdown, or taken as rows."""

from collections.abc import Iterator

from attrs import frozen

from cooperation.views import grid_html, grid_markdown, grid_text
from cooperation.views.grid import Grid
from cooperation.views.layout import WIDTH, Line, Segment, headed, trimmed

__all__ = ["TableView"]


@frozen(kw_only=True)
class TableView:
    """A view in tables.

    ``str`` of it is text of the ordinary width; a notebook shows it as HTML.
    All that it writes is the same at every call, and no text in it can steer a terminal, a page or a Markdown table.

    Attributes:
        title: What it shows.
        grids: Its tables.
        notes: What a reader should know of the whole.

    >>> import cooperation as co
    >>> view = co.views.logframe(co.load_example("proposal").projects[0], layout="eu")
    >>> [grid.caption for grid in view.grids]
    ['Logical framework matrix', 'Activity matrix', 'Preconditions, for which the layout has no column']
    >>> view.to_rows()[1]["statement"]  # doctest: +ELLIPSIS
    'Oc 1 Växjö with its energy company...'

    """

    title: str
    grids: tuple[Grid, ...]
    notes: tuple[str, ...] = ()

    def segments(self, width: int = WIDTH) -> Iterator[Segment]:
        """Its text in pieces, each with its role, no line wider than this."""
        yield from headed(self.title, width)
        for grid in self.grids:
            yield ("\n", "plain")
            if grid.caption != self.title:
                yield from Line(grid.caption, role="label").segments(width)
                yield ("\n", "plain")
            yield from grid_text.segments(grid, width)
            if grid.note:
                yield ("\n", "plain")
                yield from Line(grid.note, role="label").segments(width)
        for note in self.notes:
            yield ("\n", "plain")
            yield from Line(note, role="label").segments(width)

    def text(self, width: int = WIDTH) -> str:
        """Its text, no line wider than this; tables that do not fit are told one part below the other."""
        return trimmed(self.segments(width))

    def __str__(self) -> str:
        return self.text()

    def to_markdown(self, *, level: int = 2) -> str:
        """Its tables in Markdown.

        Args:
            level: The level of its heading, 1 to 6.

        """
        return grid_markdown.chapter(self.title, self.grids, self.notes, level=level)

    def to_html(self, *, style: bool = True) -> str:
        """Its tables as a part of a page.

        Args:
            style: Whether the part brings its style along; a page with several needs ``views.STYLE`` only once.

        """
        return grid_html.page_part(self.title, self.grids, self.notes, style=style)

    def _repr_html_(self) -> str:
        return self.to_html()

    def to_rows(self) -> tuple[dict[str, str], ...]:
        """The rows of all its tables, each with the caption of its table and a text a column."""
        return tuple(row for grid in self.grids for row in grid.to_rows())
