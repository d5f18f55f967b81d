"""DFI: what the United Kingdom's Department for International Development asks of a logframe."""

import itertools
from collections.abc import Iterator

from cooperation.diagnostics import Missing, Nature, Path, Severity
from cooperation.model import Budget, Indicator, Money, Observation, PartialDate, Stage
from cooperation.rules._context import Context
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule

__all__ = ["RULES"]

_STERLING = "GBP"


@rule("DFI001", nature=Nature.WEAKNESS, severity=Severity.WARNING, by_profile=True)
def inputs_not_in_sterling(budget: Budget, _context: Context) -> Iterator[Outcome]:
    """The budget is in another currency than pounds sterling.

    Why: Inputs are told in sterling for all partners, so that each one's share of the whole can be read off.
    Fix: Convert the amounts, and keep the rate with its date in ``rates``.

    Example:
        budget: {total: 500000 SEK}
    Source: dfid-2009, http://mande.co.uk/2009/uncategorized/dfid-guidance-on-using-the-revised-logical-framework-2009-revision/print/
    """
    told = [(path, money) for path, money in _amounts(budget) if money is not None]
    foreign = [(path, money.currency) for path, money in told if money.currency != _STERLING]
    if not told:
        yield NOT_APPLICABLE
    elif foreign:
        currencies = " and ".join(dict.fromkeys(currency for _, currency in foreign))
        yield Fail(f"the budget has amounts in {currencies}, not in {_STERLING}", at=foreign[0][0])


def _amounts(budget: Budget) -> Iterator[tuple[Path, Money | None]]:
    """What is planned to be spent and given; what was granted and spent is in the currency it is kept in."""
    yield ("total",), budget.total
    for i, line in enumerate(budget.lines):
        yield ("lines", i, "amount"), line.amount
    for i, funding in enumerate(budget.funding):
        yield ("funding", i, "amount"), funding.amount


@rule("DFI003", nature=Nature.OMISSION, severity=Severity.WARNING, by_profile=True)
def givers_not_told(budget: Budget, _context: Context) -> Iterator[Outcome]:
    """The budget does not tell what the department and each partner give.

    Why: Inputs are told for the department and for all partners, and its share is read off as a part of the whole.
    Fix: Add to ``funding`` who gives what, as an amount or as a share.

    Example:
        budget: {total: 50000 GBP}
    Source: dfid-2009, http://mande.co.uk/2009/uncategorized/dfid-guidance-on-using-the-revised-logical-framework-2009-revision/print/
    """
    if not budget.funding:
        yield Fail("the budget does not tell who gives what", at=("funding",))
    for i, funding in enumerate(budget.funding):
        if funding.amount is None and funding.share is None:
            yield Fail("a source of funds has neither an amount nor a share", at=("funding", i))


@rule("DFI002", nature=Nature.OMISSION, severity=Severity.WARNING, since=Stage.PROGRESS, by_profile=True)
def achieved_not_told(indicator: Indicator, context: Context) -> Iterator[Outcome]:
    """A milestone or target is past, and nothing says what was achieved by then.

    Why: Since 2011 a row for what was achieved stands under every row of what was planned,
        and a review scores the one against the other.
    Fix: Add the value that was found, with its date, to ``actuals``.

    Example:
        indicators:
          - id: families
            milestones: [{value: 200, date: 2019}]
    Source: dfid-2011, https://studylib.net/doc/18643898/how-to-note--guidance-on-using-the-revised-logical
    """
    dated = [(path, aim, aim.due) for path, aim in context.aims(indicator) if aim.due is not None]
    past = sorted((one for one in dated if one[2].latest < context.today), key=lambda one: one[2].latest)
    if not past:
        yield NOT_APPLICABLE
    found = [(i, o) for i, o in enumerate(indicator.actuals) if o.value is not None]
    undated = [i for i, o in found if o.due is None]
    following = [due for _, _, due in past[1:]]
    for (path, aim, due), later in itertools.zip_longest(past, following):
        if any(_belongs(o.due, due, later) for _, o in found if o.due is not None):
            continue
        if undated:
            yield Unknown(*(Missing(("actuals", i, "date"), "when the value was found") for i in undated))
        else:
            yield Fail(_told(path, aim, due), at=path)


def _belongs(found: PartialDate, due: PartialDate, later: PartialDate | None) -> bool:
    """Whether a value tells of what was due, and not only of what was due later."""
    is_after = found.latest >= due.earliest
    return is_after and (later is None or later == due or found.earliest < later.earliest)


def _told(path: Path, aim: Observation, due: PartialDate) -> str:
    what = "target" if path[0] == "targets" else "milestone"
    value = "" if aim.value is None else f" ({aim.value})"
    return f"the {what} of {due}{value} is past, and nothing says what was achieved"


RULES: tuple[Rule, ...] = (inputs_not_in_sterling, givers_not_told, achieved_not_told)
