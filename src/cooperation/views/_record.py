"""What changed between two versions of a project, as DFID's record of changes."""

from cooperation.measures import RECORD_COLUMNS, changes, record_of_changes
from cooperation.model import Portfolio, Project
from cooperation.views.grid import Cell, Grid, Group, cell
from cooperation.views.table_view import TableView
from cooperation.views.telling import Teller

__all__ = ["record"]


def record(old: Project, new: Project, *, within: Portfolio | None = None, language: str | None = None) -> TableView:
    """The record of changes from one version of a project to another, in DFID's columns.

    Args:
        old: The version that was approved, say.
        new: The present one.
        within: The portfolio that knows the names in the project.
        language: The language of its texts, where they have it.

    >>> import cooperation as co
    >>> from attrs import evolve
    >>> old = evolve(co.load_example("proposal").projects[0], title="An energy plan")
    >>> [row["level"] for row in record(old, evolve(old, title="Wells")).to_rows()]
    ['TITLE']
    """
    teller = Teller.of(new, within=within, language=language)
    rows = tuple(
        (
            cell(row.date or "not recorded", "plain" if row.date else "unknown"),
            cell(row.version or "not recorded", "plain" if row.version else "unknown"),
            cell(row.level),
            cell(row.reason),
            cell(teller.organisation(row.approved_by)) if row.approved_by else cell("not recorded", "unknown"),
        )
        for row in record_of_changes(changes(old, new))
    )
    grid = Grid(
        caption="Record of changes",
        keys=("date", "version", "level", "reason", "approved-by"),
        headings=RECORD_COLUMNS,
        groups=(Group(rows=rows or ((cell("none"), *(Cell(),) * 4),)),),
        is_spaced=True,
    )
    return TableView(title=f"{teller.text(new.title)}: record of changes", grids=(grid,))
