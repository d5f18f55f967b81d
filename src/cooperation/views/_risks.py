"""The risk matrix: likelihood against consequence, and the register that explains it."""

from collections.abc import Iterator

from cooperation.model import Grade, Likelihood, Portfolio, Project, Risk
from cooperation.views.grid import Cell, Grid, Group, cell, known, listed
from cooperation.views.table_view import TableView
from cooperation.views.telling import Teller, word

__all__ = ["risks"]


def risks(project: Project, *, within: Portfolio | None = None, language: str | None = None) -> TableView:
    """The risks of a project: a matrix of five by five, and a register with all of them, the heaviest first.

    The tone of a cell grows with likelihood times consequence; zones of red and green would be a donor's to draw.
    A risk of which either is unknown has no place in the matrix and stands apart in the register.

    Args:
        project: The project.
        within: The portfolio that knows the names in the project.
        language: The language of its texts, where they have it.

    >>> import cooperation as co
    >>> view = risks(co.load_example("proposal").projects[0])
    >>> view.grids[0].to_rows().__next__()["very-high"]
    ''
    >>> [row["weight"] for row in view.grids[1].to_rows()]
    ['16', '15', '12', '8']
    """
    teller = Teller.of(project, within=within, language=language)
    numbered = [(f"R{number}", risk) for number, risk in enumerate(project.logframe.risks, 1)]
    grids = (_matrix(numbered), _register(numbered, project, teller))
    return TableView(title=f"{teller.text(project.title)}: risks", grids=grids)


def _matrix(numbered: list[tuple[str, Risk]]) -> Grid:
    return Grid(
        caption="Risk matrix: likelihood (rows) and consequence (columns)",
        keys=("likelihood", *(grade.value for grade in Grade)),
        headings=("Likelihood", *(f"{word(grade)} consequence" for grade in Grade)),
        groups=(Group(rows=tuple(_row(likely, numbered) for likely in reversed(Likelihood))),),
    )


def _row(likely: Likelihood, numbered: list[tuple[str, Risk]]) -> tuple[Cell, ...]:
    made = [cell(word(likely))]
    for grade in Grade:
        held = [name for name, risk in numbered if risk.likelihood is likely and risk.consequence is grade]
        weight = likely.rank * grade.rank
        made.append(cell(f"{', '.join(held)} ({weight})" if held else "", f"heat-{weight}"))
    return tuple(made)


def _register(numbered: list[tuple[str, Risk]], project: Project, teller: Teller) -> Grid:
    rated = sorted((one for one in numbered if one[1].weight is not None), key=lambda one: -(one[1].weight or 0))
    unrated = [one for one in numbered if one[1].weight is None]
    groups = [
        Group(heading=heading, rows=tuple(_entries(held, project, teller)))
        for heading, held in (
            ("In the matrix, the heaviest first", rated),
            ("Likelihood or consequence unknown", unrated),
        )
        if held
    ]
    return Grid(
        caption="Register of risks",
        keys=(
            "number",
            "risk",
            "category",
            "likelihood",
            "consequence",
            "weight",
            "answer",
            "owner",
            "watched-by",
            "threatens",
            "status",
        ),
        headings=(
            "No.",
            "Risk",
            "Category",
            "Likelihood",
            "Consequence",
            "Weight",
            "What is done",
            "Who sees to it",
            "Watched by",
            "Threatens",
            "Status",
        ),
        groups=tuple(groups) or (Group(rows=((Cell(), cell(teller.nothing, "unknown"), *(Cell(),) * 9),)),),
        is_spaced=True,
    )


def _entries(held: list[tuple[str, Risk]], project: Project, teller: Teller) -> Iterator[tuple[Cell, ...]]:
    indicators = {one.id: one for one in project.logframe.indicators}
    objectives = {one.id: one for one in project.logframe.objectives}
    for name, risk in held:
        watched = None if risk.watched_by is None else indicators.get(risk.watched_by)
        threatened = (
            teller.text(objectives[one].statement) if one in objectives else f"{one}, which is not there"
            for one in risk.objectives
        )
        yield (
            cell(name),
            cell(teller.text(risk.statement)),
            known(None if risk.category is None else word(risk.category)),
            known(None if risk.likelihood is None else word(risk.likelihood)),
            known(None if risk.consequence is None else word(risk.consequence)),
            known(None if risk.weight is None else str(risk.weight), "number"),
            known(None if risk.answer is None else teller.text(risk.answer)),
            known(None if risk.owner is None else teller.organisation(risk.owner)),
            known(risk.watched_by if watched is None else teller.text(watched.statement)),
            listed(threatened) if risk.objectives else cell(teller.nothing, "unknown"),
            known(None if risk.status is None else word(risk.status)),
        )
