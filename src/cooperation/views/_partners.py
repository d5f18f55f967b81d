"""Who takes part: the partners of a project and everyone else, or the organisations of a portfolio."""

from collections.abc import Iterable, Iterator

from cooperation import measures
from cooperation.model import Organisation, Participation, Portfolio, Project
from cooperation.views.grid import Cell, Grid, Group, cell, known
from cooperation.views.table_view import TableView
from cooperation.views.telling import Teller, word

__all__ = ["partners"]


def partners(x: Project | Portfolio, *, within: Portfolio | None = None, language: str | None = None) -> TableView:
    """Who takes part in a project, as what, and how many gains are stated for each; or who does in a portfolio.

    A project's core partners, who must gain, stand before everyone else who is involved.
    The organisations of a portfolio stand with those first that take part in most projects, where those of a
    predecessor or a successor count too; beside it is in how many they do under their own name.

    Args:
        x: The project or the portfolio.
        within: The portfolio that knows the names in a project.
        language: The language of its texts, where they have it.

    Raises:
        TypeError: It is neither a project nor a portfolio.

    >>> import cooperation as co
    >>> portfolio = co.load_example("vaxjo")
    >>> [(row["who"], row["role"]) for row in partners(portfolio["energy-plan"]).to_rows()]
    [('City of Växjö', 'unknown'), ('JB Marks Local Municipality', 'unknown'), ('Växjö Energi', 'unknown')]
    >>> [(row["organisation"], row["projects"], row["own-name"]) for row in partners(portfolio).to_rows()][1:3]
    [('JB Marks Local Municipality', '5', '3'), ('Tlokwe Local Municipality', '5', '2')]
    """
    if isinstance(x, Portfolio):
        return _of_portfolio(x, Teller.of(x, language=language))
    if isinstance(x, Project):
        return _of_project(x, Teller.of(x, within=within, language=language))
    raise TypeError(f"partners are of a project or a portfolio, not of {type(x).__name__}")


def _of_project(project: Project, teller: Teller) -> TableView:
    stated = {name: (len(own), len(joint)) for name, own, joint in measures.gains(project)}
    groups = [Group(heading="Partners, who must gain", rows=tuple(_rows(project.partners, stated, teller)))]
    if project.involved:
        groups.append(Group(heading="Also involved", rows=tuple(_rows(project.involved, stated, teller))))
    if not project.partners:
        groups[0] = Group(heading=groups[0].heading, rows=((cell(teller.nothing, "unknown"), *(Cell(),) * 5),))
    grid = Grid(
        caption="Who takes part",
        keys=("who", "role", "kind", "country", "own", "shared"),
        headings=("Who", "Role", "Kind", "Country", "Gains of its own", "Gains shared with the others"),
        groups=tuple(groups),
        key="group",
    )
    return TableView(title=f"{teller.text(project.title)}: who takes part", grids=(grid,))


def _rows(
    everyone: Iterable[Participation], stated: dict[str, tuple[int, int]], teller: Teller
) -> Iterator[tuple[Cell, ...]]:
    for one in everyone:
        organisation = one.organisation
        kind = one.of_kind if organisation is None else organisation.kind or one.of_kind
        gains = None if organisation is None else stated.get(organisation.id)
        # Nobody asks what is gained by those who are not core partners.
        counted = (Cell(), Cell()) if gains is None else tuple(_count(number, teller) for number in gains)
        yield (
            cell(teller.participant(one)),
            known(None if one.role is None else word(one.role)),
            known(None if kind is None else word(kind)),
            _country(organisation, teller),
            *counted,
        )


def _count(number: int, teller: Teller) -> Cell:
    return cell(str(number), "number") if number else cell(teller.nothing, "unknown")


def _country(organisation: Organisation | None, teller: Teller) -> Cell:
    return known(None if organisation is None or organisation.country is None else teller.country(organisation.country))


def _of_portfolio(portfolio: Portfolio, teller: Teller) -> TableView:
    own = dict(measures.projects_by_organisation(portfolio, succession=False).value or ())
    organisations = {one.id: one for one in portfolio.organisations}
    for project in portfolio:
        organisations.update((one.id, one) for one in project.organisations if one.id not in organisations)
    rows = tuple(
        (
            cell(teller.name(found)),
            known(None if found.kind is None else word(found.kind)),
            _country(found, teller),
            cell(str(number), "number"),
            cell(str(own.get(name, 0)), "number"),
        )
        for name, number in measures.projects_by_organisation(portfolio).value or ()
        if (found := organisations.get(name)) is not None
    )
    grid = Grid(
        caption="Organisations, those in most projects first",
        keys=("organisation", "kind", "country", "projects", "own-name"),
        headings=("Organisation", "Kind", "Country", "Projects", "Under its own name"),
        groups=(Group(rows=rows or ((known(None), *(Cell(),) * 4),)),),
        note="Projects of an organisation that it came from, or that came from it, are counted with its own.",
    )
    return TableView(title="Who takes part", grids=(grid,))
