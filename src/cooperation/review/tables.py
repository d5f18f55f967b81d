"""Reviews, readiness and comparisons as tables, for notebooks and for printing."""

from attrs import evolve

from cooperation.review.checking import Review
from cooperation.review.comparison import Comparison
from cooperation.review.stages import Readiness
from cooperation.views import Cell, Grid, Group, TableView, view_of
from cooperation.views.grid import cell
from cooperation.views.reprs import findings_grid

__all__ = ["comparison_table", "readiness_table", "review_table"]

_COUNTS = ("errors", "warnings", "infos", "passed", "not_applicable", "unjudged")
_HEADINGS = ("Errors", "Warnings", "Infos", "Passed", "Not applicable", "Could not be judged")


def review_table(review: Review) -> TableView:
    """The findings of a review, each with its place and its remedy."""
    return evolve(view_of(review.report), title=f"Review of {review.name}")


def readiness_table(readiness: Readiness) -> TableView:
    """The counts of a document, a row a stage, with a mark at the one that it says it is."""
    rows = tuple(
        (
            cell(f"{row.stage.value}{' (what it says it is)' if row.stage is readiness.own else ''}"),
            *(cell(str(getattr(row, name)), "number") for name in _COUNTS),
        )
        for row in readiness.stages
    )
    grid = Grid(
        caption="What would be said at every stage",
        keys=("stage", *_COUNTS),
        headings=("Stage", *_HEADINGS),
        groups=(Group(rows=rows),),
    )
    by = "" if readiness.profile is None else f", by the profile {readiness.profile}"
    return TableView(title=f"Readiness of {readiness.name}{by}", grids=(grid,))


def comparison_table(compared: Comparison) -> TableView:
    """The findings of two versions under what became of them; those that are gone stand where they stood."""
    groups = {
        f"new in {compared.name}": compared.new,
        "mended": compared.mended,
        "gone, and not judged": compared.unsure,
        "unchanged": compared.unchanged,
        "accepted now": compared.accepted,
    }
    grid = findings_grid({heading: held for heading, held in groups.items() if held})
    if not grid.groups:
        grid = evolve(grid, groups=(Group(rows=((cell("none"), *(Cell(),) * 4),)),))
    return TableView(
        title=f"{compared.name} against {compared.against}", grids=(grid,), notes=(f"{compared.summary()}.",)
    )
