"""A portfolio as a table one can read: a row a project, under its partnership."""

from cooperation.model import Partnership, Portfolio, Project
from cooperation.views.grid import Cell, Grid, Group, cell, known, listed
from cooperation.views.table_view import TableView
from cooperation.views.telling import Teller, joined, some, word

__all__ = ["portfolio"]


def portfolio(portfolio: Portfolio, *, language: str | None = None) -> TableView:
    """The projects of a portfolio, each under its partnership.

    Args:
        portfolio: The portfolio.
        language: The language of its texts, where they have it.

    >>> import cooperation as co
    >>> view = co.views.portfolio(co.load_example("vaxjo"))
    >>> view.title
    '10 projects, 5 partnerships, 14 organisations'
    >>> view.to_rows()[0]["project"]
    'energy-plan'
    """
    teller = Teller.of(portfolio, language=language)
    held: dict[str | None, list[Project]] = {}
    for project in portfolio:
        held.setdefault(project.partnership, []).append(project)
    groups = tuple(
        Group(heading=_heading(name, portfolio, teller), rows=tuple(_row(one, portfolio, language) for one in projects))
        for name, projects in held.items()
    )
    grid = Grid(
        caption="Projects",
        keys=("project", "title", "partners", "period", "stage", "status", "sdgs"),
        headings=("Id", "Title", "Partners", "Period", "Stage", "Status", "SDGs"),
        groups=groups or (Group(rows=((cell("none", "unknown"), *(Cell(),) * 6),)),),
        key="partnership",
        is_spaced=True,
    )
    organisations = {one.id for one in portfolio.organisations}
    organisations |= {one.id for project in portfolio for one in project.organisations}
    title = ", ".join(
        (
            some(len(portfolio), "project"),
            some(len(portfolio.partnerships), "partnership"),
            some(len(organisations), "organisation"),
        )
    )
    return TableView(title=title, grids=(grid,))


def _heading(name: str | None, portfolio: Portfolio, teller: Teller) -> str:
    if name is None:
        return "Partnership unknown"
    found = portfolio.partnership(name)
    return name if found is None else partnership_name(found, teller)


def partnership_name(found: Partnership, teller: Teller) -> str:
    """What a partnership is called: by its title, else by its members, else by its id."""
    members = joined(map(teller.short_participant, found.members))
    return teller.text(found.title) if found.title is not None else members or found.id


def _row(project: Project, portfolio: Portfolio, language: str | None) -> tuple[Cell, ...]:
    teller = Teller.of(project, within=portfolio, language=language)
    period, codes = project.period, [tag.code for tag in project.tags.sdgs]
    return (
        cell(project.id),
        cell(teller.text(project.title)),
        listed(map(teller.short_participant, project.partners)) if project.partners else known(None),
        cell(teller.brief_period(period), "unknown" if period is None or not period.is_placed else "plain"),
        cell("not stated", "unknown") if project.stage is None else cell(word(project.stage)),
        known(None if project.status is None else word(project.status)),
        cell(", ".join(codes)) if codes else cell(teller.nothing, "unknown"),
    )
