"""MON: budgets, currencies and shares."""

from collections.abc import Iterator
from decimal import Decimal

from cooperation.diagnostics import Missing, Nature, Severity
from cooperation.model import Budget, Money, Tags
from cooperation.rules._context import Context
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule

__all__ = ["RULES"]

_ROUNDING = Decimal("0.005")


@rule("MON009", catalogue="A09", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def budget_does_not_add_up(budget: Budget, _context: Context) -> Iterator[Outcome]:
    """The lines of the budget do not make its total.

    Why: Either a line is missing or wrong, or the sum that is applied for is.
    Fix: Correct the line or the total.

    Example:
        budget:
          total: 500000 SEK
          lines: [{kind: travel, amount: 200000 SEK}, {kind: expert, amount: 250000 SEK}]
    Source: own, a rule of consistency proposed here
    """
    if not budget.lines:
        yield NOT_APPLICABLE
        return
    if budget.total is None:
        yield Unknown(Missing(("total",), "the stated total"))
        return
    unpriced = [i for i, line in enumerate(budget.lines) if line.amount is None]
    if unpriced:
        yield Unknown(*(Missing(("lines", i, "amount"), "the amount of the line") for i in unpriced))
        return
    amounts = [line.amount for line in budget.lines if line.amount is not None]
    if any(amount.currency != budget.total.currency for amount in amounts):
        # What several currencies make is another rule's question.
        yield NOT_APPLICABLE
        return
    made = sum((amount.amount for amount in amounts), Decimal())
    if abs(made - budget.total.amount) > _ROUNDING * len(amounts):
        if budget.total.approximate or any(amount.approximate for amount in amounts):
            yield Unknown(Missing(("total",), "exact amounts"))
        else:
            total = Money(amount=made, currency=budget.total.currency)
            yield Fail(f"the lines make {total}, the stated total is {budget.total}", at=("total",))


@rule("MON011", catalogue="A11", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def currencies_summed_without_a_rate(budget: Budget, _context: Context) -> Iterator[Outcome]:
    """Amounts of several currencies are totalled, and no rate is given.

    Why: A sum of kronor and rand is a number of neither, and next month it would be another.
    Fix: Give the rate with its date in ``rates``, or totals in each currency.

    Example:
        budget:
          total: 500000 SEK
          lines: [{kind: travel, amount: 200000 SEK}, {kind: expert, amount: 400000 ZAR}]
    Source: own, a rule of consistency proposed here
    """
    amounts = [(i, line.amount) for i, line in enumerate(budget.lines) if line.amount is not None]
    if budget.total is None or not amounts:
        yield NOT_APPLICABLE
        return
    rated = {frozenset((rate.currency, rate.in_currency)) for rate in budget.rates}
    met = {budget.total.currency}
    for i, amount in amounts:
        if amount.currency in met:
            continue
        met.add(amount.currency)
        if frozenset((amount.currency, budget.total.currency)) not in rated:
            said = f"{amount.currency} is totalled in {budget.total.currency}, and no rate between them is given"
            yield Fail(said, at=("lines", i, "amount"))


@rule("MON012", catalogue="A12", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def shares_do_not_make_a_hundred(part: Tags | Budget, _context: Context) -> Iterator[Outcome]:
    """The shares of sectors, or of sources of funds, do not make 100 per cent.

    Why: What is divided into shares is the whole; something is left out or counted twice.
    Fix: Correct the shares so that together they are 100.

    Example:
        sectors: [{code: '14030', share: 60}, {code: '43030', share: 30}]
    Source: iati-rules, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    judged = False
    for name, shares in _groups(part):
        given = [share for _, share in shares if share is not None]
        if not given or len(shares) == 1:
            continue
        judged = True
        if len(given) < len(shares):
            lacking = [i for i, share in shares if share is None]
            yield Unknown(*(Missing((name, i, "share"), "the share") for i in lacking))
        elif abs(sum(given, Decimal()) - 100) > _ROUNDING * len(given):
            told = " + ".join(str(share) for share in given)
            yield Fail(f"the shares make {told} = {sum(given, Decimal())} per cent", at=(name, shares[0][0], "share"))
    if not judged:
        yield NOT_APPLICABLE


def _groups(part: Tags | Budget) -> Iterator[tuple[str, list[tuple[int, Decimal | None]]]]:
    if isinstance(part, Budget):
        yield "funding", [(i, funding.share) for i, funding in enumerate(part.funding)]
        return
    # Each list of sectors divides the project anew.
    for vocabulary in dict.fromkeys(sector.vocabulary for sector in part.sectors):
        yield "sectors", [(i, s.share) for i, s in enumerate(part.sectors) if s.vocabulary is vocabulary]


@rule("MON013", catalogue="A13", nature=Nature.CONTRADICTION, severity=Severity.ERROR, by_profile=True)
def spent_on_what_was_not_approved(budget: Budget, _context: Context) -> Iterator[Outcome]:
    """Money was spent on a kind of cost for which none was approved.

    Why: What was not in the approved budget is not paid, and has to be given back where it was.
    Fix: Correct the kind of the line, or ask for the change of the budget before the money is spent.

    Example:
        budget:
          lines:
            - {kind: travel, approved: 200000 SEK, reported: 150000 SEK}
            - {kind: equipment, reported: 40000 SEK}
    Source: icld-report, https://icld.se/en/municipal-partnership/how-to-report/
    """
    spent = [(i, line) for i, line in enumerate(budget.lines) if line.reported is not None and line.reported.amount]
    if not spent:
        yield NOT_APPLICABLE
        return
    granted = [line for line in budget.lines if line.approved is not None and line.approved.amount]
    approved = {line.kind for line in granted}
    for i, line in spent:
        if line.kind in approved and line.kind is not None:
            continue
        if not granted:
            yield Unknown(Missing(("lines", i, "approved"), "what was approved"))
        elif line.kind is None:
            yield Unknown(Missing(("lines", i, "kind"), "what the money was spent on"))
        elif None in approved:
            unclear = [n for n, one in enumerate(budget.lines) if one.approved is not None and one.kind is None]
            yield Unknown(*(Missing(("lines", n, "kind"), "what the money was approved for") for n in unclear))
        else:
            kind = line.kind.value.replace("-", " ")
            yield Fail(f"{line.reported} went to {kind}, for which nothing was approved", at=("lines", i, "reported"))


RULES: tuple[Rule, ...] = (
    budget_does_not_add_up,
    currencies_summed_without_a_rate,
    shares_do_not_make_a_hundred,
    spent_on_what_was_not_approved,
)
