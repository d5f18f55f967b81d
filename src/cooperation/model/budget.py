"""Money and what is given in kind: lines, sources of funds, and the rates they are compared by."""

import enum
from decimal import Decimal

from attrs import field

from cooperation.display import Shown
from cooperation.errors import InvariantError
from cooperation.model.amounts import Money
from cooperation.model.dates import PartialDate, Period
from cooperation.model.declare import (
    ActivityId,
    CurrencyCode,
    OrganisationId,
    check_code,
    check_finite,
    check_unique,
    finite,
    frozen,
    maybe_identifier,
    percentage,
)
from cooperation.model.text import Text

__all__ = ["Budget", "BudgetLine", "CostKind", "ExchangeRate", "Funding", "FundingStatus", "InKind", "InKindKind"]


class CostKind(enum.Enum):
    """What money is spent on."""

    TRAVEL = "travel"
    BOARD_AND_LODGING = "board-and-lodging"
    WORKING_TIME = "working-time"
    EXPERT = "expert"
    INTERPRETER = "interpreter"
    MATERIAL = "material"
    EQUIPMENT = "equipment"
    PREMISES = "premises"
    INFORMATION = "information"
    AUDIT = "audit"
    EVALUATION = "evaluation"
    ADMINISTRATION = "administration"
    CONTINGENCY = "contingency"
    OTHER = "other"


@frozen(kw_only=True)
class BudgetLine:
    """One line of the budget: what a partner spends on something in a year.

    Attributes:
        id: Its name in the document.
        kind: What the money is for.
        description: What exactly.
        partner: Who spends it.
        activity: The activity it pays for.
        year: The project year or the calendar year it falls in.
        period: For what time it is, where that is neither, such as a financial year.
        amount: What is planned or applied for.
        approved: What was granted.
        reported: What was spent.
        days: For how many working days, where the cost depends on them.

    """

    id: str | None = field(default=None, validator=maybe_identifier)
    kind: CostKind | None = None
    description: Text | None = None
    partner: OrganisationId | None = None
    activity: ActivityId | None = None
    year: PartialDate | None = None
    period: Period | None = None
    amount: Money | None = None
    approved: Money | None = None
    reported: Money | None = None
    days: Decimal | None = field(default=None, validator=finite)


class FundingStatus(enum.Enum):
    """How sure a source of funds is."""

    APPLIED_FOR = "applied-for"
    COMMITTED = "committed"
    RECEIVED = "received"
    REFUSED = "refused"


@frozen(kw_only=True)
class Funding:
    """Where money comes from.

    Attributes:
        source: The organisation that gives it.
        description: Who gives it, where no organisation is named.
        purpose: What it is given for.
        amount: How much.
        share: How much of the whole, in per cent.
        status: How sure it is.
        period: For what time.

    """

    source: OrganisationId | None = None
    description: Text | None = None
    purpose: Text | None = None
    amount: Money | None = None
    share: Decimal | None = field(default=None, validator=percentage)
    status: FundingStatus | None = None
    period: Period | None = None


class InKindKind(enum.Enum):
    """What is given instead of money."""

    STAFF_TIME = "staff-time"
    PREMISES = "premises"
    EQUIPMENT = "equipment"
    TRANSPORT = "transport"
    HOSTING = "hosting"
    EXPERTISE = "expertise"


@frozen(kw_only=True)
class InKind:
    """A contribution in kind to the budget.

    Attributes:
        partner: Who gives it.
        kind: What is given.
        quantity: How much, in its unit.
        unit: The unit, such as "day".
        value: What it is worth in money, where somebody has reckoned it.
        description: What exactly.

    """

    partner: OrganisationId | None = None
    kind: InKindKind | None = None
    quantity: Decimal | None = field(default=None, validator=finite)
    unit: Text | None = None
    value: Money | None = None
    description: Text | None = None


@frozen(kw_only=True)
class ExchangeRate:
    """What one unit of a currency was worth in another on a date.

    Attributes:
        currency: The currency it is the price of.
        in_currency: The currency it is told in.
        rate: How many units of the second buy one of the first.
        date: When.

    Raises:
        InvariantError: The rate is not finite or not above zero, or a currency does not exist.

    """

    currency: CurrencyCode = field()
    in_currency: CurrencyCode = field()
    rate: Decimal
    date: PartialDate

    def __attrs_post_init__(self) -> None:
        check_code(self.currency, "Currency", "currency")
        check_code(self.in_currency, "Currency", "in_currency")
        check_finite(self.rate, "rate")
        if not self.rate > 0:
            raise InvariantError(f"rate {self.rate} is not above zero")


@frozen(kw_only=True)
class Budget(Shown):
    """The budget, as far as there is one.

    Attributes:
        lines: What is spent.
        total: The total as stated; that the lines add up to it is for a rule to see.
        funding: Where the money comes from.
        in_kind: What is given in kind.
        rates: The rates by which currencies are compared.

    Raises:
        InvariantError: Two lines have one id.

    """

    lines: tuple[BudgetLine, ...] = ()
    total: Money | None = None
    funding: tuple[Funding, ...] = ()
    in_kind: tuple[InKind, ...] = ()
    rates: tuple[ExchangeRate, ...] = ()

    def __attrs_post_init__(self) -> None:
        check_unique(("budget lines", ("lines",), self.lines))
