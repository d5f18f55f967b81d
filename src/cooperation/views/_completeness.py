"""How much of a portfolio is known, fact by fact."""

from fractions import Fraction

from cooperation import measures
from cooperation.measures import Reading
from cooperation.model import Portfolio
from cooperation.views.grid import Cell, Grid, Group, cell
from cooperation.views.table_view import TableView

__all__ = ["completeness"]


def completeness(portfolio: Portfolio) -> TableView:
    """How many projects of a portfolio say each fact that one would want to know, and how many do not.

    Args:
        portfolio: The portfolio.

    >>> import cooperation as co
    >>> rows = completeness(co.load_example("vaxjo")).to_rows()
    >>> [(row["fact"], row["known"], row["unknown"], row["share"]) for row in rows][:2]
    [('years', '6', '4', '60 %'), ('length', '10', '0', '100 %')]
    """
    rows = tuple(
        (cell(fact), cell(str(found.n), "number"), cell(str(found.unknown), "number"), _share(found))
        for fact, found in measures.unknowns(portfolio)
    )
    grid = Grid(
        caption="What the projects say",
        keys=("fact", "known", "unknown", "share"),
        headings=("Fact", "Say it", "Do not", "Share that does"),
        groups=(Group(rows=rows or ((cell("none", "unknown"), *(Cell(),) * 3),)),),
    )
    return TableView(title="How much is known", grids=(grid,))


def _share(found: Reading[Fraction]) -> Cell:
    """A share in whole hundredths, rounded so that only all is 100 % and only none is 0 %."""
    if found.value is None:
        return cell("unknown", "unknown")
    hundredths = round(found.value * 100)
    if 0 < found.value < 1:
        hundredths = min(99, max(1, hundredths))
    return cell(f"{hundredths} %", "number")
