"""Money: budgets and transactions of the standard, budget lines and sources of funds of the model."""

from collections.abc import Callable, Iterable
from decimal import Decimal

import pendulum

from cooperation.errors import InvariantError
from cooperation.iati.activity import Activity
from cooperation.iati.mapping.marks import marked
from cooperation.iati.mapping.moments import bounds, day, only_day, period_between
from cooperation.iati.mapping.outcome import Notes, Path
from cooperation.iati.mapping.parties import Register, is_named, ref_of
from cooperation.iati.mapping.texts import Tongue, narratives, text_of, written
from cooperation.iati.money import Budget as BudgetElement
from cooperation.iati.money import Transaction, Value
from cooperation.iati.organisations import ProviderOrg
from cooperation.model import (
    Budget,
    BudgetLine,
    Funding,
    FundingStatus,
    Money,
    Organisation,
    PartialDate,
    Period,
    Project,
    Text,
)

__all__ = ["budget_of", "budgets", "transactions"]

Find = Callable[[str | None], Organisation | None]
Days = tuple[pendulum.Date, pendulum.Date]

# Below it the year of a budget line counts the years of the project.
_FIRST_CALENDAR_YEAR = 1000

_ORIGINAL, _REVISED = "1", "2"  # the list BudgetType; the first holds where nothing is said
_INDICATIVE, _COMMITTED = "1", "2"  # the list BudgetStatus; the first holds where nothing is said
_EXPENDITURE = "4"
# The list TransactionType: what came in or was promised from outside, and what the publisher gave or promised.
_INCOMING = {"1": FundingStatus.RECEIVED, "11": FundingStatus.COMMITTED, "13": None}
_OUTGOING = {"3": FundingStatus.RECEIVED, "2": FundingStatus.COMMITTED, "12": None}


def budget_of(  # the surroundings of one activity
    activity: Activity, publisher: str | None, register: Register, tongue: Tongue, path: Path, notes: Notes
) -> Budget | None:
    """The budget of an activity: lines of what is set aside and spent, and funds that moved or were promised.

    Args:
        activity: The activity.
        publisher: The id of the organisation that reports, from which money comes where nothing is said.
        register: The organisations of the file.
        tongue: Its languages.
        path: Where it stands.
        notes: What is lost.
    """
    lines = [
        line
        for i, said in enumerate(activity.budgets)
        if not _is_revised(said, activity, (*path, "budgets", i), notes)
        for line in _line(activity, said, (*path, "budgets", i), notes)
    ]
    funding: list[Funding] = []
    for i, moved in enumerate(activity.transactions):
        here = (*path, "transactions", i)
        money = _money(moved.value, activity, here, notes)
        kind = moved.transaction_type or ""
        provider = moved.provider_org
        source = None if provider is None else register.mention(provider, tongue, (*here, "provider_org"), notes)
        if source is None:
            source = publisher if kind in (_EXPENDITURE, *_OUTGOING) else None
        when = None if moved.transaction_date is None else PartialDate.of(moved.transaction_date)
        if money is None:
            notes.lose(here, f"type {kind}, {moved.transaction_date}", "what moved is told with its amount")
            continue
        described = text_of(moved.description, tongue, (*here, "description"), notes)
        if kind == _EXPENDITURE:
            lines.append(BudgetLine(description=described, partner=source, year=when, reported=money))
        elif kind in _INCOMING or kind in _OUTGOING:
            status = _INCOMING[kind] if kind in _INCOMING else _OUTGOING[kind]
            if status is None:
                notes.lose((*here, "transaction_type"), kind, "a pledge is no commitment; its status is left open")
            period = None if when is None else Period(start=when, end=when)
            funding.append(Funding(source=source, purpose=described, amount=money, status=status, period=period))
        else:
            notes.lose(here, f"type {kind}: {money}", "the model has no loans, repayments, equity and guarantees")
    if not lines and not funding:
        return None
    return Budget(lines=tuple(lines), funding=tuple(funding))


def _is_revised(said: BudgetElement, activity: Activity, path: Path, notes: Notes) -> bool:
    """Whether an original budget was revised: told twice, as publishers do, the money would be counted twice."""
    when = (said.period_start, said.period_end)
    if said.type not in (None, _ORIGINAL) or None in when:
        return False
    if any(b.type == _REVISED and (b.period_start, b.period_end) == when for b in activity.budgets):
        money = "" if said.value is None else f"{said.value.amount} for {said.period_start} to {said.period_end}"
        notes.lose(path, money, "what was planned at first gives way to what it was revised to")
        return True
    return False


def _line(activity: Activity, said: BudgetElement, path: Path, notes: Notes) -> Iterable[BudgetLine]:
    money = _money(said.value, activity, path, notes)
    if money is None:
        notes.lose(path, f"{said.period_start} to {said.period_end}", "a line of a budget says how much")
        return
    year = period = None
    if said.period_start is not None and said.period_end is not None:
        year = _calendar(said.period_start, said.period_end)
    if year is None:
        try:
            period = period_between(said.period_start, said.period_end)
        except InvariantError as error:
            notes.lose((*path, "period_start"), said.period_start, str(error))
            notes.lose((*path, "period_end"), said.period_end, str(error))
    if said.status not in (None, _INDICATIVE, _COMMITTED):
        notes.lose((*path, "status"), said.status, "no status of a budget has this code")
    if said.status == _COMMITTED:
        yield BudgetLine(year=year, period=period, approved=money)
    else:
        yield BudgetLine(year=year, period=period, amount=money)


def _calendar(start: pendulum.Date, end: pendulum.Date) -> PartialDate | None:
    """The year, month or day that goes from one day to another; ``None`` where it is none."""
    for date in (PartialDate(start.year), PartialDate(start.year, start.month), PartialDate.of(start)):
        if (date.earliest, date.latest) == (start, end):
            return date
    return None


def _money(value: Value | None, activity: Activity, path: Path, notes: Notes) -> Money | None:
    if value is None or value.amount is None:
        return None
    currency = value.currency or activity.default_currency
    if not currency:
        notes.lose((*path, "value"), value.amount, "an amount without a currency is no amount")
        return None
    try:
        on = None if value.value_date is None else PartialDate.of(value.value_date)
        return Money(amount=value.amount, currency=currency.strip(), on=on)
    except InvariantError as error:
        notes.lose((*path, "value"), f"{value.amount} {currency}", str(error))
        return None


# ---- to the standard ---------------------------------------------------------------------------------------------


def budgets(project: Project) -> tuple[BudgetElement, ...]:
    """What is set aside, summed up for each time and currency that the lines tell; a project's own year tells none.

    A total is told where no line tells a year and the whole project is at most a year long: nothing is split.
    """
    held = project.plan.budget
    if held is None:
        return ()
    groups: dict[tuple[Days, str, PartialDate | None], list[BudgetLine]] = {}
    for line in held.lines:
        money = line.approved or line.amount
        when = bounds(line.year, line.period)
        if when is not None and money is not None and when[0].year >= _FIRST_CALENDAR_YEAR:
            groups.setdefault((when, money.currency, money.on), []).append(line)
    found = [_summed(when, lines) for (when, _, _), lines in groups.items()]
    if not found and held.total is not None and project.period is not None:
        whole = bounds(None, project.period)
        if whole is not None and whole[1] < whole[0].add(years=1):
            found.append(_set_aside(*whole, held.total, held.total.amount, None))
    return tuple(found)


def _summed(when: Days, lines: list[BudgetLine]) -> BudgetElement:
    granted = [line.approved for line in lines if line.approved is not None]
    status = _COMMITTED if len(granted) == len(lines) else None
    amounts = granted if status else [line.amount or line.approved for line in lines]
    said = [money for money in amounts if money is not None]
    (total,) = Money.totals(said).values()
    return _set_aside(*when, said[0], total, status)


def _set_aside(
    start: pendulum.Date, end: pendulum.Date, like: Money, amount: Decimal, status: str | None
) -> BudgetElement:
    # The schema demands a day of valuation. Where the document names none it is the first of the period, by which an
    # amount that is set aside is commonly valued.
    value = Value(amount=amount, currency=like.currency, value_date=day(like.on) or start)
    return BudgetElement(status=status, period_start=start, period_end=end, value=value)


def transactions(project: Project, publisher: str, find: Find, *, extension: bool) -> tuple[Transaction, ...]:
    """The money that was promised or moved on a known day.

    Args:
        project: The project.
        publisher: The id of the organisation that reports.
        find: The organisation of an id.
        extension: Whether organisations are marked by their ids.
    """
    held = project.plan.budget
    if held is None:
        return ()
    found = []
    for line in held.lines:
        when = day(line.year)
        if line.reported is not None and when is not None:
            found.append(
                _moved(
                    _EXPENDITURE,
                    when,
                    line.reported,
                    _provider(find(line.partner), extension=extension),
                    line.description,
                )
            )
    for fund in held.funding:
        when = only_day(fund.period)
        table = _OUTGOING if fund.source == publisher else _INCOMING
        kind = next((kind for kind, status in table.items() if status is not None and status is fund.status), None)
        if kind is not None and when is not None and fund.amount is not None:
            found.append(
                _moved(kind, when, fund.amount, _provider(find(fund.source), extension=extension), fund.purpose)
            )
    return tuple(found)


def _moved(
    kind: str, when: pendulum.Date, money: Money, source: ProviderOrg | None, description: Text | None
) -> Transaction:
    # As with budgets: what is not valued by another day is valued by its own.
    value = Value(amount=money.amount, currency=money.currency, value_date=day(money.on) or when)
    return Transaction(
        transaction_type=kind,
        transaction_date=when,
        value=value,
        description=written(description),
        provider_org=source,
    )


def _provider(source: Organisation | None, *, extension: bool) -> ProviderOrg | None:
    if source is None or not is_named(source):
        return None
    return ProviderOrg(
        ref=ref_of(source),
        type=None if source.kind is None else source.kind.iati_type,
        narratives=narratives(source.name),
        kept=marked(source.id if extension else None),
    )
