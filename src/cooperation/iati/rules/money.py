"""Money: currencies, the days of transactions, the periods of budgets, and the lines of a country's own budget."""

from collections.abc import Iterator
from typing import TypeAlias

from pendulum import Date

from cooperation.diagnostics import Missing, Nature, Path, Severity
from cooperation.iati.activity import Activity
from cooperation.iati.dac import Forecast, LoanStatus
from cooperation.iati.money import Budget, PlannedDisbursement, Transaction, Value
from cooperation.iati.organisation import (
    Organisation,
    RecipientCountryBudget,
    RecipientOrgBudget,
    RecipientRegionBudget,
    TotalBudget,
    TotalExpenditure,
)
from cooperation.iati.rules._below import below
from cooperation.iati.rules._setting import Around
from cooperation.iati.rules._shares import Share, alone, not_said, shares, sum_of, unreadable
from cooperation.iati.rules._words import shown
from cooperation.iati.sectors import CountryBudgetItems
from cooperation.rules import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule

__all__ = ["RULES", "reversed_period"]

_LONGEST = 365

_Yearly: TypeAlias = (
    Budget | TotalBudget | RecipientCountryBudget | RecipientOrgBudget | RecipientRegionBudget | TotalExpenditure
)


@rule("IAT150", catalogue=("7.8.1", "7.8.2"), nature=Nature.OMISSION, severity=Severity.ERROR)
def amount_without_currency(entry: Activity | Organisation, _around: Around) -> Iterator[Outcome]:
    """An amount says no currency, and there is no default for it.

    Why: It could mean ten times as much or as little.
    Fix: Say ``default-currency`` on the activity or organisation, or ``currency`` on every amount.

    Example:
        <iati-activity>
          <budget> <value value-date="2019-01-01">450000</value> ... </budget>
    Source: IATI standard ruleset 2.03, rules 7.8.1 and 7.8.2,
        https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    if entry.default_currency is not None:
        return
    amounts: list[tuple[Path, Value | Forecast | LoanStatus]] = list(below(entry, Value, Forecast, LoanStatus))
    if not amounts:
        yield NOT_APPLICABLE
    without = [path for path, amount in amounts if amount.currency is None]
    if without:
        many = "an amount says" if len(without) == 1 else f"{len(without)} amounts say"
        yield Fail(f"{many} no currency, and there is no default", at=without[0])


@rule("IAT151", catalogue="11.2.1", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def transaction_in_the_future(transaction: Transaction, around: Around) -> Iterator[Outcome]:
    """A transaction is dated in the future.

    Why: What has not been paid or agreed yet is a plan, and sums of what was spent come out too large.
    Fix: Give it as a ``planned-disbursement`` or in a ``budget`` until the day has come.

    Example:
        <transaction-date iso-date="2099-01-01"/>
    Source: IATI standard ruleset 2.03, rule 11.2.1, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json);
        asked of every transaction
    """
    day = transaction.transaction_date
    if day is None:
        yield Unknown(Missing(("transaction_date",), "the day of the transaction"))
    elif day > around.today:
        yield Fail(f"the transaction is dated {day}, after today, {around.today}", at=("transaction_date",))


@rule("IAT152", catalogue="11.2.2", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def valued_in_the_future(transaction: Transaction, around: Around) -> Iterator[Outcome]:
    """A transaction's amount is valued by the rate of a day in the future.

    Why: There is no rate of exchange of that day yet, so that the amount cannot be compared with others.
    Fix: Write the day of the transaction, or that of the rate in your books.

    Example:
        <value currency="SEK" value-date="2099-01-01">450000</value>
    Source: IATI standard ruleset 2.03, rule 11.2.2, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json);
        asked of every transaction
    """
    day = None if transaction.value is None else transaction.value.value_date
    if day is None:
        yield Unknown(Missing(("value", "value_date"), "the day by whose rate the amount is valued"))
    elif day > around.today:
        yield Fail(f"the amount is valued on {day}, after today, {around.today}", at=("value", "value_date"))


def reversed_period(start: Date | None, end: Date | None) -> Iterator[Outcome]:
    """Whether a period ends before it starts; one of a single day does not."""
    unknown = [
        Missing((name,), f"the {what} of the period")
        for name, what, day in (("period_start", "first day", start), ("period_end", "last day", end))
        if day is None
    ]
    if unknown:
        yield Unknown(*unknown)
    elif start is not None and end is not None and start > end:
        yield Fail(f"the period ends {end}, before it starts {start}", at=("period_end",))


@rule("IAT153", catalogue="8.6.3", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def reversed_budget_period(budget: _Yearly | PlannedDisbursement, _around: Around) -> Iterator[Outcome]:
    """The period of a budget, an expenditure or a planned disbursement ends before it starts.

    Why: There is no such time, so that the money falls into no year.
    Fix: Correct one of the two days; a period of one day starts and ends on it.

    Example:
        <period-start iso-date="2020-01-01"/>
        <period-end iso-date="2019-12-31"/>
    Source: IATI standard ruleset 2.03, rule 8.6.3, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    if isinstance(budget, PlannedDisbursement) and budget.period_end is None and budget.kept is None:
        yield NOT_APPLICABLE  # a day has no end to say
    else:
        yield from reversed_period(budget.period_start, budget.period_end)


@rule("IAT154", catalogue="7.5.3", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def budget_longer_than_a_year(budget: _Yearly, _around: Around) -> Iterator[Outcome]:
    """A budget or an expenditure is for more than a year.

    Why: Whoever plans a country's year cannot tell how much of it falls into that year.
    Fix: Divide it into one for each year, or part of a year.

    Example:
        <period-start iso-date="2019-01-01"/>
        <period-end iso-date="2020-12-31"/>
    Source: IATI standard ruleset 2.03, rule 7.5.3, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json);
        as IATI's own validator reads it, at most 365 days lie between the two days
    """
    start, end = budget.period_start, budget.period_end
    if start is None or end is None:
        missing = (("period_start", "first day", start), ("period_end", "last day", end))
        yield Unknown(*(Missing((name,), f"the {what} of the period") for name, what, day in missing if day is None))
        return
    days = end.toordinal() - start.toordinal()
    if days > _LONGEST:
        yield Fail(f"the period from {start} to {end} is longer than a year", at=("period_end",))


@rule("IAT155", catalogue="11.3.1", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def line_valued_outside_its_budget(budget: RecipientCountryBudget, _around: Around) -> Iterator[Outcome]:
    """A line of a budget for a country is valued by the rate of a day outside the budget's period.

    Why: The lines cannot be added up to the budget that they are parts of.
    Fix: Write a day of the budget's period as ``value-date``.

    Example:
        <period-start iso-date="2019-01-01"/>
        <period-end iso-date="2019-12-31"/>
        <budget-line> <value currency="SEK" value-date="2018-05-01">450000</value> ... </budget-line>
    Source: IATI standard ruleset 2.03, rule 11.3.1, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json);
        asked of every line
    """
    start, end = budget.period_start, budget.period_end
    dated = [
        (("budget_lines", i, "value", "value_date"), line.value.value_date)
        for i, line in enumerate(budget.budget_lines)
        if line.value is not None and (line.value.value_date is not None or unreadable(line.value, "value_date"))
    ]
    if not dated:
        yield NOT_APPLICABLE
    elif start is None or end is None:
        missing = (("period_start", "first day", start), ("period_end", "last day", end))
        yield Unknown(*(Missing((name,), f"the {what} of the period") for name, what, day in missing if day is None))
    else:
        for path, day in dated:
            if day is None:
                yield Unknown(Missing(path, "a day that can be read"))
            elif not start <= day <= end:
                yield Fail(f"the line is valued on {day}, outside the budget's period from {start} to {end}", at=path)


def _items(items: CountryBudgetItems) -> tuple[Share, ...]:
    return shares(
        (("budget_items", i), item, f"budget item {shown(item.code)}") for i, item in enumerate(items.budget_items)
    )


@rule("IAT156", catalogue="7.9.1", nature=Nature.OMISSION, severity=Severity.WARNING)
def budget_item_without_share(items: CountryBudgetItems, _around: Around) -> Iterator[Outcome]:
    """One of several items of a country's own budget has no percentage.

    Why: How much of the money supports each line of that budget cannot be told.
    Fix: Say the ``percentage`` of each, so that they add up to 100.

    Example:
        <country-budget-items vocabulary="2">
          <budget-item code="1.1.1" percentage="60"/>
          <budget-item code="1.2.1"/>
    Source: IATI standard ruleset 2.03, rule 7.9.1, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json);
        asked of every item, as its message says
    """
    yield from not_said(_items(items), "budget items")


@rule("IAT157", catalogue="7.9.2", nature=Nature.CONTRADICTION, severity=Severity.WARNING)
def budget_item_shares_not_a_hundred(items: CountryBudgetItems, _around: Around) -> Iterator[Outcome]:
    """The percentages of the items of a country's own budget do not add up to 100.

    Why: More or less than the whole of the money would support that budget.
    Fix: Correct the percentages, so that they add up to 100 exactly.

    Example:
        <country-budget-items vocabulary="2">
          <budget-item code="1.1.1" percentage="60"/>
          <budget-item code="1.2.1" percentage="30"/>
    Source: IATI standard ruleset 2.03, rule 7.9.2, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    yield from sum_of(_items(items), "budget items")


@rule("IAT158", catalogue="7.9.4", nature=Nature.CONTRADICTION, severity=Severity.WARNING)
def only_budget_item_not_a_hundred(items: CountryBudgetItems, _around: Around) -> Iterator[Outcome]:
    """The only item of a country's own budget has a percentage that is not 100.

    Why: The rest of the money would support nothing that is named.
    Fix: Leave the ``percentage`` out, or write 100.

    Example:
        <country-budget-items vocabulary="2">
          <budget-item code="1.1.1" percentage="60"/>
    Source: IATI standard ruleset 2.03, rule 7.9.4, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    yield from alone(_items(items), "budget items")


RULES: tuple[Rule, ...] = (
    amount_without_currency,
    transaction_in_the_future,
    valued_in_the_future,
    reversed_budget_period,
    budget_longer_than_a_year,
    line_valued_outside_its_budget,
    budget_item_without_share,
    budget_item_shares_not_a_hundred,
    only_budget_item_not_a_hundred,
)
