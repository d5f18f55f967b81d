"""Who gains what: by partner and scope, with the words of the source, and the ten measures beside it."""

from collections.abc import Iterator

from cooperation import measures
from cooperation.measures import WinWinReadings
from cooperation.model import Benefit, Claim, Portfolio, Project, Scope
from cooperation.views._gains_of_many import gains_of_many
from cooperation.views.grid import Cell, Grid, Group, cell, known, listed
from cooperation.views.table_view import TableView
from cooperation.views.telling import UNKNOWN, Teller, joined, word

__all__ = ["gains", "readings"]

_SCOPES: dict[Scope | None, str] = {
    Scope.INDIVIDUAL: "For persons",
    Scope.ORGANISATION: "For the organisation",
    Scope.SOCIETY: "For society",
    None: "Scope unknown",
}


def gains(x: Project | Portfolio, *, within: Portfolio | None = None, language: str | None = None) -> TableView:
    """Who gains what: a row a partner and a column a scope, then each gain with its quote, and the ten measures.

    A gain of its own comes before those that were stated for all together, which are marked.
    A partner of which no gain is stated keeps its row.
    Of a portfolio it is a row a project: which partners gain for themselves, only with the others, and nothing.

    Args:
        x: The project or the portfolio.
        within: The portfolio that knows the names in a project.
        language: The language of its texts, where they have it.

    Raises:
        TypeError: It is neither a project nor a portfolio.

    >>> import cooperation as co
    >>> view = gains(co.load_example("vaxjo")["energy-plan"])
    >>> [row["partner"] for row in view.grids[0].to_rows()]
    ['City of Växjö', 'JB Marks Local Municipality']
    """
    if isinstance(x, Portfolio):
        return gains_of_many(x, language=language)
    if isinstance(x, Project):
        return _of_project(x, Teller.of(x, within=within, language=language))
    raise TypeError(f"gains are of a project or a portfolio, not of {type(x).__name__}")


def _of_project(project: Project, teller: Teller) -> TableView:
    held = project.win_win
    grids = [_matrix(project, teller)]
    if held.benefits:
        grids.append(_each(project, teller))
    if held.claims:
        grids.append(_claims(held.claims, teller))
    grids.append(readings(measures.win_win(project), teller))
    return TableView(title=f"{teller.text(project.title)}: who gains what", grids=tuple(grids))


def _by_partner(project: Project) -> dict[str, list[Benefit]]:
    everyone: dict[str, list[Benefit]] = {name: [] for name in project.partner_ids}
    for benefit in project.win_win.benefits:
        everyone.setdefault(benefit.partner, []).append(benefit)
    return {name: sorted(held, key=lambda one: one.joint) for name, held in everyone.items()}


def _matrix(project: Project, teller: Teller) -> Grid:
    scopes = [one for one in _SCOPES if one is not None or any(b.scope is None for b in project.win_win.benefits)]
    rows = []
    for name, held in _by_partner(project).items():
        cells = []
        for scope in scopes:
            told = [_told(benefit, teller) for benefit in held if benefit.scope is scope]
            cells.append(listed(told) if told else cell("" if scope is None else teller.nothing, "unknown"))
        rows.append((cell(teller.organisation(name)), *cells))
    unnamed = (teller.participant(one) for one in project.partners if one.organisation is None)
    rows.extend((cell(name), *(cell(UNKNOWN, "unknown") for _ in scopes)) for name in unnamed)
    return Grid(
        caption="Gains by partner and scope",
        keys=("partner", *("unknown" if scope is None else scope.value for scope in scopes)),
        headings=("Partner", *(_SCOPES[scope] for scope in scopes)),
        groups=(Group(rows=tuple(rows) or ((known(None), *(Cell(),) * len(scopes)),)),),
        is_spaced=True,
    )


def _told(benefit: Benefit, teller: Teller) -> str:
    shared = " (with the others)" if benefit.joint else ""
    quote = "" if benefit.quote is None else f": “{benefit.quote}”"
    return f"{teller.text(benefit.statement)}{shared}{quote}"


def _each(project: Project, teller: Teller) -> Grid:
    return Grid(
        caption="Each gain",
        keys=("gain", "kind", "scope", "whose", "status", "from", "shown-by", "quote"),
        headings=("Gain", "Kind", "Scope", "Whose", "Status", "From", "Shown by", "In the source's words"),
        groups=tuple(
            Group(heading=teller.organisation(name), rows=tuple(_entries(held, project, teller)))
            for name, held in _by_partner(project).items()
            if held
        ),
        key="partner",
        is_spaced=True,
    )


def _entries(held: list[Benefit], project: Project, teller: Teller) -> Iterator[tuple[Cell, ...]]:
    indicators = {one.id: teller.text(one.statement) for one in project.logframe.indicators}
    for one in held:
        yield (
            cell(teller.text(one.statement)),
            known(None if one.kind is None else word(one.kind)),
            known(None if one.scope is None else word(one.scope)),
            cell("all together" if one.joint else "its own"),
            known(None if one.status is None else word(one.status)),
            cell("" if one.from_partner is None else teller.organisation(one.from_partner)),
            listed(indicators.get(name, f"{name}, which is not there") for name in one.indicators)
            if one.indicators
            else cell(teller.nothing, "unknown"),
            known(None if one.quote is None else f"“{one.quote}”"),
        )


def _claims(claims: tuple[Claim, ...], teller: Teller) -> Grid:
    rows = tuple(
        (
            cell(word(one.kind)),
            cell("" if one.statement is None else teller.text(one.statement)),
            known(None if one.quote is None else f"“{one.quote}”"),
        )
        for one in claims
    )
    return Grid(
        caption="Claimed of the whole, which names no gain of anybody",
        keys=("claim", "statement", "quote"),
        headings=("Claim", "In other words", "In the source's words"),
        groups=(Group(rows=rows),),
        is_spaced=True,
    )


def readings(found: WinWinReadings, teller: Teller) -> Grid:
    """The ten measures, each with what it rests on."""
    rows = []
    for name, reading in found:
        if reading.value is None:
            value = known(None)
        elif isinstance(reading.value, tuple):
            value = cell(f"of {joined(teller.organisation(one.partner) for one in reading.value)}")
        else:
            value = cell(measures.Reading(reading.value).__str__())
        note = "" if reading.note is None else reading.note
        rows.append(
            (
                cell(name.replace("_", " ")),
                value,
                cell(str(reading.n), "number"),
                cell(str(reading.unknown), "number"),
                cell(note),
            )
        )
    return Grid(
        caption="Ten measures of mutual benefit",
        keys=("measure", "value", "n", UNKNOWN, "note"),
        headings=("Measure", "Value", "Known", "Unknown", "Note"),
        groups=(Group(rows=tuple(rows)),),
        note="There is no total: a sum of unlike gains cannot be defended.",
    )
