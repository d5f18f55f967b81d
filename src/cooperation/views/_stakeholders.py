"""The grid of power and interest, and the list of stakeholders that explains it."""

from collections.abc import Iterable, Iterator

from cooperation.model import Grade, Portfolio, Project, Stakeholder
from cooperation.views.grid import Cell, Grid, Group, cell, known, listed
from cooperation.views.table_view import TableView
from cooperation.views.telling import Teller, word

__all__ = ["stakeholders"]


def stakeholders(project: Project, *, within: Portfolio | None = None, language: str | None = None) -> TableView:
    r"""The stakeholders of a project by their influence and their interest, and a list of all of them.

    One whose influence or interest is unknown has no place in the grid and stands apart in the list.

    Args:
        project: The project.
        within: The portfolio that knows the names in the project.
        language: The language of its texts, where they have it.

    >>> import cooperation as co
    >>> view = stakeholders(co.load_example("proposal").projects[0])
    >>> next(view.grids[0].to_rows())["high"]
    'Council of JB Marks\nBoard and planners of Växjö Energi'
    """
    teller = Teller.of(project, within=within, language=language)
    everyone = project.framing.stakeholders
    grids = (_grid(everyone, teller), _list(everyone, teller))
    return TableView(title=f"{teller.text(project.title)}: stakeholders", grids=grids)


def _called(one: Stakeholder, teller: Teller) -> str:
    if one.name is not None:
        return teller.text(one.name)
    if one.organisation is not None:
        return teller.organisation(one.organisation)
    return teller.target_group(one.target_group) if one.target_group is not None else one.id or "somebody"


def _grid(everyone: Iterable[Stakeholder], teller: Teller) -> Grid:
    placed: dict[tuple[Grade | None, Grade | None], list[str]] = {}
    for one in everyone:
        placed.setdefault((one.influence, one.interest), []).append(_called(one, teller))
    rows = tuple(
        (cell(word(power)), *(listed(placed.get((power, interest), ())) for interest in Grade))
        for power in reversed(Grade)
    )
    return Grid(
        caption="Power (rows) and interest (columns)",
        keys=("influence", *(grade.value for grade in Grade)),
        headings=("Influence", *(f"{word(grade)} interest" for grade in Grade)),
        groups=(Group(rows=rows),),
        is_spaced=True,
    )


def _list(everyone: Iterable[Stakeholder], teller: Teller) -> Grid:
    ranked = [one for one in everyone if one.influence is not None and one.interest is not None]
    ranked.sort(key=lambda one: (-_rank(one.influence), -_rank(one.interest)))
    apart = [one for one in everyone if one.influence is None or one.interest is None]
    groups = tuple(
        Group(heading=heading, rows=tuple(_rows(held, teller)))
        for heading, held in (
            ("In the grid, those with most influence first", ranked),
            ("Influence or interest unknown", apart),
        )
        if held
    )
    return Grid(
        caption="Stakeholders",
        keys=("stakeholder", "influence", "interest", "rights-role", "note"),
        headings=("Stakeholder", "Influence", "Interest", "Rights", "What it expects or fears"),
        groups=groups or (Group(rows=((cell(teller.nothing, "unknown"), *(Cell(),) * 4),)),),
        is_spaced=True,
    )


def _rank(grade: Grade | None) -> int:
    return 0 if grade is None else grade.rank


def _rows(held: Iterable[Stakeholder], teller: Teller) -> Iterator[tuple[Cell, ...]]:
    for one in held:
        yield (
            cell(_called(one, teller)),
            known(None if one.influence is None else word(one.influence)),
            known(None if one.interest is None else word(one.interest)),
            known(None if one.rights_role is None else word(one.rights_role)),
            known(None if one.note is None else teller.text(one.note)),
        )
