"""The budget by partner, activity and kind from year to year, each currency by itself."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from cooperation.measures import BudgetKey, BudgetRow, Planned, budget_by, total_of
from cooperation.measures.observed import Day
from cooperation.model import Budget, ExchangeRate, Money, Portfolio, Project
from cooperation.model.amounts import exact_sum
from cooperation.views.grid import Cell, Grid, Group, cell, known
from cooperation.views.table_view import TableView
from cooperation.views.telling import UNKNOWN, Teller, amount, word

__all__ = ["budget"]

_UNSAID = {
    BudgetKey.PROJECT: "project unknown",
    BudgetKey.PARTNER: "partner unknown",
    BudgetKey.ACTIVITY: "no activity",
    BudgetKey.KIND: "kind unknown",
}


def budget(
    x: Project | Portfolio,
    *,
    by: Sequence[BudgetKey | str] | None = None,
    of: Planned | str = Planned.AMOUNT,
    into: str | None = None,
    rates: Sequence[ExchangeRate] = (),
    on: Day | None = None,
    within: Portfolio | None = None,
    language: str | None = None,
) -> TableView:
    """What a project or a portfolio costs, in a table a currency; of a project its lines, too.

    Amounts of unlike currencies are never added; one total of all is told only by rates that are given.

    Args:
        x: The project or the portfolio.
        by: What has a row each, such as ``"partner"``; partners, activities and kinds of a project, and projects and
            partners of a portfolio, where nothing is said.
        of: What was applied for (``amount``), ``approved`` or ``reported``.
        into: The currency of one total of all.
        rates: The dated rates to convert by.
        on: The date of the rates to use, whatever the date of each amount.
        within: The portfolio that knows the names in a project.
        language: The language of the texts, where they have it.

    Raises:
        ValueError: There is no such key.

    >>> import cooperation as co
    >>> view = budget(co.load_example("proposal").projects[0])
    >>> for row in view.grids[0].to_rows():
    ...     print(row["partner"], row["2019"], row["2020"], row["total"])
    City of Växjö 295 000 97 000 392 000
    JB Marks Local Municipality 161 000 289 000 450 000
    All 456 000 386 000 842 000
    """
    teller = Teller.of(x, within=within, language=language)
    meant = Planned(of)
    usual = ("partner", "activity", "kind") if isinstance(x, Project) else ("project", "partner")
    keys = [BudgetKey(key) for key in (usual if by is None else by)]
    grids = [grid for key in keys for grid in _by(x, key, meant, teller)]
    if isinstance(x, Project):
        grids += _lists(x, teller)
    notes = [] if into is None else [f"All in {into}: {total_of(x, into, rates, on=on, of=meant)}."]
    if unknown := sum(row.total.unknown for row in budget_by(x, of=meant) if row.currency is None):
        notes.append(f"Lines without an amount: {unknown}. They are in no total.")
    if not grids:
        notes.append(f"Budget: {teller.nothing}.")
    title = teller.text(x.title) if isinstance(x, Project) else f"{len(x)} projects"
    told = {Planned.AMOUNT: "budget", Planned.APPROVED: "approved budget", Planned.REPORTED: "money spent"}
    return TableView(title=f"{title}: {told[meant]}", grids=tuple(grids), notes=tuple(notes))


def _by(x: Project | Portfolio, key: BudgetKey, meant: Planned, teller: Teller) -> Iterator[Grid]:
    keys = (key,) if key is BudgetKey.YEAR else (key, BudgetKey.YEAR)
    rows = budget_by(x, *keys, of=meant)
    order = _order(x, key)
    parts = x.plan.activities if isinstance(x, Project) else x.projects
    titles = {part.id: teller.text(part.title) for part in parts}
    for currency in sorted({row.currency for row in rows if row.currency is not None}):
        held = [row for row in rows if row.currency == currency]
        years = [] if key is BudgetKey.YEAR else list(dict.fromkeys(sorted((r.of[1] for r in held), key=_year_order)))
        by_owner: dict[str | int | None, list[BudgetRow]] = {}
        for row in held:
            by_owner.setdefault(row.of[0], []).append(row)
        # What is not said stands last, and what the document does not list before it.
        whose = sorted(by_owner, key=lambda one: (one is None, order.get(one, len(order)), str(one)))
        yield Grid(
            caption=f"By {key.value}{'' if key is BudgetKey.YEAR else ' and year'}, in {currency}",
            keys=(key.value, *(str(year or "year-unknown") for year in years), "total"),
            headings=(key.value.capitalize(), *map(_year, years), "Total"),
            groups=(
                Group(
                    rows=(
                        *(_row(_named(one, key, titles, teller), by_owner[one], years) for one in whose),
                        _row("All", held, years),
                    )
                ),
            ),
        )


def _order(x: Project | Portfolio, key: BudgetKey) -> dict[str | int | None, int]:
    """The places of partners, activities or projects in the author's order."""
    if isinstance(x, Portfolio):
        return {one.id: place for place, one in enumerate(x.projects)} if key is BudgetKey.PROJECT else {}
    ids = {BudgetKey.PARTNER: x.partner_ids, BudgetKey.ACTIVITY: [one.id for one in x.plan.activities]}
    return {one: place for place, one in enumerate(ids.get(key, ()))}


def _row(name: str, rows: Iterable[BudgetRow], years: Sequence[str | int | None]) -> tuple[Cell, ...]:
    held = list(rows)
    by_year = (_sum(row for row in held if row.of[1] == year) for year in years)
    return (cell(name), *by_year, _sum(held))


def _sum(rows: Iterable[BudgetRow]) -> Cell:
    known_ones = [row for row in rows if row.total.value is not None]
    if not known_ones:
        return Cell()
    total = exact_sum(row.total.value for row in known_ones if row.total.value is not None)
    rough = any(row.total.note is not None for row in known_ones)
    return cell(f"{'about ' if rough else ''}{number(total)}", "number")


def number(value: Decimal) -> str:
    """A number with its thousands apart.

    >>> number(Decimal("450000.50"))
    '450 000.50'
    """
    return f"{value:,}".replace(",", " ")


def _year(year: str | int | None) -> str:
    if year is None:
        return "Year unknown"
    return f"Year {year}" if isinstance(year, int) and year < 100 else str(year)  # noqa: PLR2004  # the project's own


def _year_order(year: str | int | None) -> tuple[bool, int]:
    return year is None, year if isinstance(year, int) else 0


def _named(one: str | int | None, key: BudgetKey, titles: Mapping[str, str], teller: Teller) -> str:
    if one is None:
        return _UNSAID.get(key, "Year unknown")
    if key is BudgetKey.PARTNER:
        return teller.organisation(str(one))
    if key is BudgetKey.KIND:
        return str(one).replace("-", " ")
    return _year(one) if key is BudgetKey.YEAR else titles.get(str(one), str(one))


# ---- the lists of a project --------------------------------------------------------------------------------------


def _lists(project: Project, teller: Teller) -> Iterator[Grid]:
    held = project.plan.budget or Budget()
    titles = {activity.id: teller.text(activity.title) for activity in project.plan.activities}
    lines = tuple(
        (
            cell(line.id or ""),
            known(None if line.kind is None else word(line.kind)),
            cell("" if line.description is None else teller.text(line.description)),
            known(None if line.partner is None else teller.organisation(line.partner)),
            cell("" if line.activity is None else titles.get(line.activity, line.activity)),
            known(None if line.year is None else _year(line.year.year if line.year.month is None else str(line.year))),
            cell("" if line.days is None else str(line.days), "number"),
            _money(line.amount),
            _money(line.approved, or_else=""),
            _money(line.reported, or_else=""),
        )
        for line in held.lines
    )
    costs = tuple(
        (
            cell(""),
            known(None if cost.kind is None else word(cost.kind)),
            cell("" if cost.description is None else teller.text(cost.description)),
            known(None if cost.partner is None else teller.organisation(cost.partner)),
            cell(titles[activity.id]),
            Cell(),
            Cell(),
            _money(cost.amount),
            Cell(),
            Cell(),
        )
        for activity in project.plan.activities
        for cost in activity.costs
    )
    groups = [
        Group(heading=heading, rows=rows) for heading, rows in (("Lines", lines), ("At activities", costs)) if rows
    ]
    if groups:
        yield Grid(
            caption="All lines",
            keys=("id", "kind", "description", "partner", "activity", "year", "days", "amount", "approved", "reported"),
            headings=("Id", "Kind", "What", "Partner", "Activity", "Year", "Days", "Planned", "Approved", "Reported"),
            groups=tuple(groups),
        ).without_empty_columns()
    yield from _given(held, teller)


def _given(held: Budget, teller: Teller) -> Iterator[Grid]:
    funding = tuple(
        (
            cell(teller.organisation(one.source) if one.source is not None else teller.text(one.description)),
            _money(one.amount),
            cell("" if one.share is None else f"{one.share} %", "number"),
            known(None if one.status is None else word(one.status)),
        )
        for one in held.funding
    )
    if funding:
        yield Grid(
            caption="Where the money comes from",
            keys=("source", "amount", "share", "status"),
            headings=("Source", "Amount", "Share", "Status"),
            groups=(Group(rows=funding),),
        )
    in_kind = tuple(
        (
            known(None if one.partner is None else teller.organisation(one.partner)),
            known(None if one.kind is None else word(one.kind)),
            known(
                None
                if one.quantity is None
                else f"{number(one.quantity)} {'' if one.unit is None else teller.text(one.unit)}".rstrip()
            ),
            cell("" if one.description is None else teller.text(one.description)),
            _money(one.value, or_else=""),
        )
        for one in held.in_kind
    )
    if in_kind:
        yield Grid(
            caption="Given in kind",
            keys=("partner", "kind", "quantity", "description", "value"),
            headings=("Partner", "Kind", "How much", "What", "Worth"),
            groups=(Group(rows=in_kind),),
        ).without_empty_columns()


def _money(money: Money | None, *, or_else: str = UNKNOWN) -> Cell:
    if money is None:
        return cell(or_else, "unknown")
    return cell(f"{'about ' if money.approximate else ''}{amount(money.currency, money.amount)}", "number")
