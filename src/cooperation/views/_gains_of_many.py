"""Who gains what in the projects of a portfolio: a row a project."""

from collections.abc import Iterable

from cooperation import measures
from cooperation.model import Portfolio, Project
from cooperation.views.grid import Cell, Grid, Group, cell, listed
from cooperation.views.table_view import TableView
from cooperation.views.telling import Teller, some

__all__ = ["gains_of_many"]


def gains_of_many(portfolio: Portfolio, *, language: str | None = None) -> TableView:
    """For each project, which core partners gain for themselves, which only with the others, and which nothing."""
    rows = tuple(_row(project, Teller.of(project, within=portfolio, language=language)) for project in portfolio)
    grid = Grid(
        caption="Gains that are stated, by project",
        keys=("project", "own", "shared", "none", "unnamed"),
        headings=("Project", "Gains for itself", "Gains only with the others", "Nothing is stated", "Not named"),
        groups=(Group(rows=rows or ((cell("none", "unknown"), *(Cell(),) * 4),)),),
        is_spaced=True,
        note="Of the core partners; a number beside a name is that of its gains.",
    )
    return TableView(title="Who gains what", grids=(grid,))


def _row(project: Project, teller: Teller) -> tuple[Cell, ...]:
    stated = measures.gains(project)
    unnamed = sum(one.organisation is None for one in project.partners)
    return (
        cell(teller.text(project.title)),
        _names(((name, len(own)) for name, own, _ in stated if own), teller),
        _names(((name, len(joint)) for name, own, joint in stated if joint and not own), teller),
        _names(((name, 0) for name, own, joint in stated if not own and not joint), teller),
        cell(some(unnamed, "partner"), "unknown") if unnamed else Cell(),
    )


def _names(found: Iterable[tuple[str, int]], teller: Teller) -> Cell:
    return listed(f"{teller.organisation(name)}{f' ({number})' if number else ''}" for name, number in found)
