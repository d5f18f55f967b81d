"""MON: amounts beside the time, the approval and the whole that they belong to."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from cooperation.diagnostics import Missing, Nature, Path, Severity
from cooperation.model import Activity, Budget, BudgetLine, Money, Period, Project, WinWin
from cooperation.model.answer import Answer
from cooperation.rules._context import Context
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule

__all__ = ["RULES"]

# A project year is a small number, a calendar year is not.
_FIRST_CALENDAR_YEAR = 1000
_MONTHS = 12

# A share may be rounded to a whole per cent.
_ROUNDING = Fraction(1, 2)


@rule("MON030", nature=Nature.CONTRADICTION, severity=Severity.ERROR, needs=Project)
def year_outside_the_project(line: BudgetLine, context: Context) -> Iterator[Outcome]:
    """A line of the budget falls in a year that the project does not have.

    Why: Nothing is done in that year that money could be spent on, and no funder pays for it.
    Fix: Correct the year of the line, or the period of the project.

    Example:
        period: 2019/2020
        plan: {budget: {lines: [{kind: travel, year: 2021, amount: 20000 SEK}]}}
    Source: own, a rule of consistency proposed here
    """
    period = None if context.project is None else context.project.period
    if line.year is None:
        yield NOT_APPLICABLE
    elif line.year.year < _FIRST_CALENDAR_YEAR:
        months = None if period is None else period.in_months
        if months is None:
            yield Unknown(Missing(("period",), "how long the project is"), of=Project)
        elif line.year.year > (years := -(-months // _MONTHS)):
            yield Fail(f"the line falls in project year {line.year.year} of {years}", at=("year",))
    elif period is None:
        yield Unknown(Missing(("period",), "when the project runs"), of=Project)
    elif context.covers(line.year) is Answer.YES:
        return
    elif period.overlaps(Period(start=line.year, end=line.year)) is Answer.NO:
        yield Fail(f"the line falls in {line.year}, and the project is {period}", at=("year",))
    elif not period.is_placed:
        yield Unknown(Missing(("period",), "when the project runs"), of=Project)


@rule("MON031", nature=Nature.WEAKNESS, severity=Severity.WARNING)
def more_spent_than_approved(budget: Budget, _context: Context) -> Iterator[Outcome]:
    """More is reported as spent than was approved.

    Why: Somebody has to pay the difference, and the funder did not agree to.
    Fix: Correct the line that is wrong, or have the budget changed before the money is spent.

    Example:
        lines: [{kind: travel, approved: 50000 SEK, reported: 55000 SEK}]
    Source: own, a rule of consistency proposed here
    """
    spent = [line.reported for line in budget.lines if line.reported is not None]
    if not spent:
        yield NOT_APPLICABLE
        return
    lacking = [i for i, line in enumerate(budget.lines) if line.reported is not None and line.approved is None]
    if lacking:
        yield Unknown(*(Missing(("lines", i, "approved"), "what was approved") for i in lacking))
        return
    granted = [line.approved for line in budget.lines if line.approved is not None]
    totals = Money.totals(granted)
    for currency, made in Money.totals(spent).items():
        if currency not in totals:
            yield Unknown(Missing(("lines",), f"what was approved in {currency}"))
        elif made > totals[currency]:
            if any(amount.approximate for amount in (*spent, *granted)):
                yield Unknown(Missing(("lines",), "exact amounts"))
            else:
                told, whole = (Money(amount=sum_, currency=currency) for sum_ in (made, totals[currency]))
                yield Fail(f"{told} are reported as spent, and {whole} were approved", at=("lines",))


@rule("MON032", nature=Nature.CONTRADICTION, severity=Severity.WARNING)
def amount_below_zero(part: Budget | Activity | WinWin, _context: Context) -> Iterator[Outcome]:
    """Something is planned, granted or given in an amount below zero.

    Why: Nobody can apply for less than nothing; a deduction among the lines makes the total look smaller than it is.
    Fix: Correct the sign; tell what others pay under ``funding``.

    Example:
        lines: [{kind: travel, amount: -20000 SEK}]
    Source: own, a rule of consistency proposed here
    """
    judged = False
    for path, held in _planned(part):
        if held is not None:
            judged = True
            if (held.amount if isinstance(held, Money) else held) < 0:
                yield Fail(f"{held} is below zero", at=path)
    if not judged:
        yield NOT_APPLICABLE


def _planned(part: Budget | Activity | WinWin) -> Iterator[tuple[Path, Money | Decimal | None]]:
    """What is planned, applied for, granted or given; what was reported may take back what was reported before."""
    if isinstance(part, Budget):
        yield ("total",), part.total
        for i, line in enumerate(part.lines):
            yield ("lines", i, "amount"), line.amount
            yield ("lines", i, "approved"), line.approved
            yield ("lines", i, "days"), line.days
        yield from ((("funding", i, "amount"), funding.amount) for i, funding in enumerate(part.funding))
        for i, given in enumerate(part.in_kind):
            yield ("in_kind", i, "value"), given.value
            yield ("in_kind", i, "quantity"), given.quantity
    elif isinstance(part, Activity):
        yield from ((("costs", i, "amount"), cost.amount) for i, cost in enumerate(part.costs))
    else:
        for i, brought in enumerate(part.contributions):
            yield ("contributions", i, "amount"), brought.amount
            yield ("contributions", i, "quantity"), brought.quantity


@rule("MON033", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def share_is_not_the_amount(budget: Budget, _context: Context) -> Iterator[Outcome]:
    """The share of a source of funds is not what its amount is of the total.

    Why: Whoever decides on co-funding reads the share, whoever pays reads the amount, and the two do not agree.
    Fix: Correct the share, the amount or the total.

    Example:
        budget: {total: 500000 SEK, funding: [{source: icld, amount: 450000 SEK, share: 80}]}
    Source: own, a rule of consistency proposed here
    """
    told = [
        (i, f.amount, f.share) for i, f in enumerate(budget.funding) if f.amount is not None and f.share is not None
    ]
    if not told:
        yield NOT_APPLICABLE
        return
    total = budget.total
    if total is None:
        yield Unknown(Missing(("total",), "the stated total"))
        return
    for i, amount, share in told:
        # What several currencies make is another rule's question.
        if amount.currency != total.currency or not total.amount:
            continue
        of_whole = 100 * Fraction(amount.amount) / Fraction(total.amount)
        if abs(of_whole - Fraction(share)) > _ROUNDING:
            if amount.approximate or total.approximate:
                yield Unknown(Missing(("funding", i, "amount"), "exact amounts"))
            else:
                said = f"{amount} of {total} are {float(of_whole):.1f} per cent, not {share}"
                yield Fail(said, at=("funding", i, "share"))


RULES: tuple[Rule, ...] = (
    year_outside_the_project,
    more_spent_than_approved,
    amount_below_zero,
    share_is_not_the_amount,
)
