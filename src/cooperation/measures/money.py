"""Budgets by partner, year, kind and currency; other currencies only by dated rates that somebody gives."""

import enum
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from cooperation.measures.observed import Day, days
from cooperation.measures.reading import NoAnswerError, Reading, answered, refusal, spoken, value_of
from cooperation.model import Budget, BudgetLine, ExchangeRate, Money, PartialDate, Portfolio, Project
from cooperation.model.amounts import exact_sum

__all__ = ["Amount", "BudgetKey", "BudgetRow", "Planned", "budget_by", "convert", "total_of"]


class BudgetKey(enum.Enum):
    """What a budget is divided by."""

    PROJECT = "project"
    PARTNER = "partner"
    YEAR = "year"
    KIND = "kind"
    ACTIVITY = "activity"


class Planned(enum.Enum):
    """Which amount of a budget line is meant."""

    AMOUNT = "amount"
    APPROVED = "approved"
    REPORTED = "reported"


@frozen(kw_only=True)
class Amount:
    """An exact amount in one currency, which may be more exact than any coin.

    Attributes:
        number: How much.
        currency: ISO 4217.
        approximate: Whether a source said "about".

    """

    number: Fraction
    currency: str
    approximate: bool = False

    def __str__(self) -> str:
        return f"{'about ' if self.approximate else ''}{spoken(self.number)} {self.currency}"


@frozen(kw_only=True)
class BudgetRow:
    """What a budget has for one group and in one currency.

    Attributes:
        of: The group, in the order of the keys asked for; ``None`` where a line does not say.
        currency: The currency; ``None`` for lines without an amount.
        total: The sum, exact to the last digit, with how many lines it rests on; and how many lines have no amount.

    """

    of: tuple[str | int | None, ...]
    currency: str | None
    total: Reading[Decimal]


def budget_by(
    x: Project | Portfolio | Budget, *keys: BudgetKey | str, of: Planned | str = Planned.AMOUNT
) -> tuple[BudgetRow, ...]:
    """A budget, or the budgets of many projects, by what is asked for and always by currency.

    Lines that do not say their partner or year stand in rows of their own, under ``None``; nothing is shared out.
    Costs that stand at an activity count where no budget line names that activity.
    Projects without a budget have no rows: ``unknowns`` tells how many they are.

    Args:
        x: A project, a portfolio or a budget.
        keys: By what, such as ``"partner"`` and ``"year"``; only by currency where nothing is said.
        of: What was applied for (``amount``), ``approved`` or ``reported``.

    Raises:
        ValueError: There is no such key.

    >>> lines = tuple(BudgetLine(partner=who, year=PartialDate(2019), amount=Money(amount=Decimal(n), currency=c))
    ...               for who, n, c in (("vaxjo", 100, "SEK"), ("jb-marks", 50, "ZAR"), ("vaxjo", 20, "SEK")))
    >>> for row in budget_by(Budget(lines=lines), "partner"):
    ...     print(row.of, row.total.value, row.currency)
    ('jb-marks',) 50 ZAR
    ('vaxjo',) 120 SEK
    """
    by, meant = tuple(BudgetKey(key) for key in keys), Planned(of)
    groups: defaultdict[tuple[tuple[str | int | None, ...], str | None], list[Money | None]] = defaultdict(list)
    for owner, line in _lines(x, meant):
        money: Money | None = getattr(line, meant.value)
        group = tuple(_under(key, owner, line) for key in by)
        groups[group, None if money is None else money.currency].append(money)
    rows = (_row(of, currency, amounts) for (of, currency), amounts in groups.items())
    return tuple(sorted(rows, key=lambda row: ([_order(one) for one in row.of], row.currency or "~")))


def convert(
    money: Money, into: str, rates: Iterable[ExchangeRate], *, on: Day | None = None, within: Day | None = None
) -> Reading[Amount]:
    """An amount in another currency, by a dated rate that somebody gives; no rate is guessed.

    A rate applies where its date holds the amount's: the average of 2019 to an amount of March 2019, but the rate of a
    day in March not to an amount of 2019.
    Of several the one with the narrowest date applies.
    A rate tells both directions; two rates are never chained.

    Args:
        money: The amount.
        into: The currency wanted.
        rates: The rates.
        on: The date of the rate to use, whatever the amount's own date.
        within: The amount's date, where it does not tell it itself, such as the year of its budget line.

    >>> rate = ExchangeRate(currency="ZAR", in_currency="SEK", rate=Decimal("0.65"), date=PartialDate(2019))
    >>> print(convert(Money(amount=Decimal(200), currency="ZAR", on=PartialDate(2019, 3)), "SEK", [rate]))
    130 SEK (0.65 SEK for a ZAR, 2019)
    >>> print(convert(Money(amount=Decimal(200), currency="ZAR"), "SEK", [rate]))
    unknown (MON011: nobody said of when 200 ZAR are, so that no rate can be chosen)
    """
    if money.currency == into:
        return Reading(Amount(number=Fraction(money.amount), currency=into, approximate=money.approximate), 1)
    date = on or money.on or within
    if date is None:
        return refusal(f"nobody said of when {money} are, so that no rate can be chosen", "MON011", unknown=1)
    first, last = days(date)
    pair = {money.currency, into}
    held = [
        (last_day - first_day, rate)
        for rate in rates
        if {rate.currency, rate.in_currency} == pair
        for first_day, last_day in (days(rate.date),)
        if first_day <= first and last <= last_day
    ]
    if not held:
        return refusal(f"no rate between {money.currency} and {into} for {date} is given", "MON011", unknown=1)
    narrowest = [rate for width, rate in held if width == min(width for width, _ in held)]
    factors = {_factor(rate, money.currency) for rate in narrowest}
    if len(factors) > 1:
        return refusal(f"two rates between {money.currency} and {into} for {date} differ", "MON011", unknown=1)
    amount = Amount(number=Fraction(money.amount) * factors.pop(), currency=into, approximate=money.approximate)
    rate = narrowest[0]
    return Reading(amount, 1, 0, f"{rate.rate} {rate.in_currency} for a {rate.currency}, {rate.date}")


@answered
def total_of(
    x: Project | Portfolio | Budget | Iterable[Money | None],
    into: str | None = None,
    rates: Sequence[ExchangeRate] = (),
    *,
    on: Day | None = None,
    of: Planned | str = Planned.AMOUNT,
) -> Reading[Amount]:
    """One total, in one currency; unlike currencies are refused unless every amount can be converted.

    Lines without an amount count as unknown, and the total is of those that have one.

    Args:
        x: A project, a portfolio, a budget, or amounts.
        into: The currency wanted; that of the amounts, where they have only one.
        rates: The rates to convert by; those that a budget holds are used only where they are given here.
        on: The date of the rates to use, whatever the date of each amount.
        of: What was applied for (``amount``), ``approved`` or ``reported``.

    >>> amounts = [Money(amount=Decimal(5), currency="SEK"), Money(amount=Decimal(2), currency="ZAR"), None]
    >>> print(total_of(amounts))
    unknown (MON011: SEK and ZAR are not added without dated rates)
    >>> rate = ExchangeRate(currency="SEK", in_currency="ZAR", rate=Decimal("1.25"), date=PartialDate(2020, 6, 30))
    >>> total = total_of(amounts, "SEK", [rate], on=PartialDate(2020, 6, 30))
    >>> str(total.value), total.n, total.unknown
    ('6.6 SEK', 2, 1)
    """
    meant = Planned(of)
    amounts: list[tuple[Money | None, PartialDate | None]] = (
        [(getattr(line, meant.value), _calendar(line.year)) for _, line in _lines(x, meant)]
        if isinstance(x, Project | Portfolio | Budget)
        else [(money, None) for money in x]
    )
    known = [(money, year) for money, year in amounts if money is not None]
    unknown = len(amounts) - len(known)
    if not known:
        raise NoAnswerError("no amount is known" if unknown else "there are no amounts", unknown=unknown)
    currencies = sorted({money.currency for money, _ in known})
    if into is None:
        if len(currencies) > 1:
            told = f"{', '.join(currencies[:-1])} and {currencies[-1]}"
            raise NoAnswerError(f"{told} are not added without dated rates", "MON011", n=len(known), unknown=unknown)
        into = currencies[0]
    own = exact_sum(money.amount for money, _ in known if money.currency == into)
    total, rough = Fraction(own), any(money.approximate for money, _ in known)
    for money, year in known:
        if money.currency != into:
            total += value_of(convert(money, into, rates, on=on, within=year)).number
    note = None if not unknown else f"{unknown} of {len(amounts)} amounts are unknown"
    return Reading(Amount(number=total, currency=into, approximate=rough), len(known), unknown, note)


def _lines(x: Project | Portfolio | Budget, meant: Planned) -> Iterator[tuple[str | None, BudgetLine]]:
    """Every line with the id of its project, and the costs that stand only at an activity as lines of theirs."""
    if isinstance(x, Portfolio):
        for project in x:
            yield from _lines(project, meant)
    elif isinstance(x, Budget):
        yield from ((None, line) for line in x.lines)
    else:
        own = () if x.plan.budget is None else x.plan.budget.lines
        yield from ((x.id, line) for line in own)
        if meant is Planned.AMOUNT:
            named = {line.activity for line in own}
            for activity in x.plan.activities:
                if activity.id not in named:
                    for cost in activity.costs:
                        line = BudgetLine(
                            kind=cost.kind, partner=cost.partner, activity=activity.id, amount=cost.amount
                        )
                        yield x.id, line


def _calendar(year: PartialDate | None) -> PartialDate | None:
    """A calendar year; the first, second and third year of a project is none."""
    return None if year is None or year.year < _FIRST_CALENDAR_YEAR else year


# A line's year may be told by the year of the project; no project runs for a century.
_FIRST_CALENDAR_YEAR = 100


def _under(key: BudgetKey, owner: str | None, line: BudgetLine) -> str | int | None:
    if key is BudgetKey.PROJECT:
        return owner
    if key is BudgetKey.YEAR:
        return None if line.year is None else line.year.year
    if key is BudgetKey.KIND:
        return None if line.kind is None else line.kind.value
    return line.partner if key is BudgetKey.PARTNER else line.activity


def _row(of: tuple[str | int | None, ...], currency: str | None, amounts: Sequence[Money | None]) -> BudgetRow:
    known = [money for money in amounts if money is not None]
    if not known:
        return BudgetRow(of=of, currency=currency, total=refusal("no amount is given", unknown=len(amounts)))
    rough = "of approximate amounts" if any(money.approximate for money in known) else None
    total = Reading(exact_sum(money.amount for money in known), len(known), 0, rough)
    return BudgetRow(of=of, currency=currency, total=total)


def _order(one: str | int | None) -> tuple[bool, str, int]:
    """What is not said stands last."""
    return one is None, one if isinstance(one, str) else "", one if isinstance(one, int) else 0


def _factor(rate: ExchangeRate, of: str) -> Fraction:
    return Fraction(rate.rate) if rate.currency == of else 1 / Fraction(rate.rate)
