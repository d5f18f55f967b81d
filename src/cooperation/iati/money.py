"""Money: amounts, budgets, planned disbursements, transactions."""

from decimal import Decimal

from pendulum import Date

from cooperation.iati.declare import Record, attribute, code, content, day, element, elements, frozen, residue
from cooperation.iati.kept import Kept
from cooperation.iati.kinds import BOOLEAN, DATE, DECIMAL
from cooperation.iati.organisations import ProviderOrg, ReceiverOrg
from cooperation.iati.places import RecipientCountry, RecipientRegion
from cooperation.iati.sectors import AidType, Sector
from cooperation.iati.text import Text

__all__ = ["Budget", "PlannedDisbursement", "Transaction", "Value"]


@frozen(kw_only=True)
class Value(Record):
    """``value``: an amount of money, and the day whose rate of exchange holds for it.

    Attributes:
        amount: The text of the element: the amount; below zero it takes back what was said before.
        currency: ``@currency``: the currency, ISO 4217; that of the activity or organisation when nothing is said.
        value_date: ``@value-date``: the day whose rate of exchange holds.
        kept: What the file has beside the standard here.
    """

    amount: Decimal | None = content(DECIMAL)
    currency: str | None = attribute("currency")
    value_date: Date | None = attribute("value-date", DATE, required=True)
    kept: Kept | None = residue()


@frozen(kw_only=True)
class Budget(Record):
    """``iati-activity/budget``: what is set aside for a period of at most a year.

    Attributes:
        type: ``@type``: an original budget (1) or a revised one (2).
        status: ``@status``: indicative (1, when nothing is said) or committed (2).
        period_start: ``period-start/@iso-date``: its first day.
        period_end: ``period-end/@iso-date``: its last day.
        value: ``value``: how much.
        kept: What the file has beside the standard here.
    """

    type: str | None = attribute("type")
    status: str | None = attribute("status")
    period_start: Date | None = day("period-start", required=True)
    period_end: Date | None = day("period-end", required=True)
    value: Value | None = element("value", required=True)
    kept: Kept | None = residue()


@frozen(kw_only=True)
class PlannedDisbursement(Record):
    """``iati-activity/planned-disbursement``: a transfer that is planned for a day or a period.

    Attributes:
        type: ``@type``: an original plan (1) or a revised one (2).
        period_start: ``period-start/@iso-date``: the day, or the first day of the period.
        period_end: ``period-end/@iso-date``: the last day of the period.
        value: ``value``: how much.
        provider_org: ``provider-org``: from whom; the reporting organisation when nothing is said.
        receiver_org: ``receiver-org``: to whom.
        kept: What the file has beside the standard here.
    """

    type: str | None = attribute("type")
    period_start: Date | None = day("period-start", required=True)
    period_end: Date | None = day("period-end")
    value: Value | None = element("value", required=True)
    provider_org: ProviderOrg | None = element("provider-org")
    receiver_org: ReceiverOrg | None = element("receiver-org")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class Transaction(Record):
    """``iati-activity/transaction``: money that was promised, or that came in or went out.

    Attributes:
        ref: ``@ref``: its number in the publisher's books.
        humanitarian: ``@humanitarian``: whether it is humanitarian aid.
        transaction_type: ``transaction-type/@code``: a commitment (2), a disbursement (3), an expenditure (4) ...
        transaction_date: ``transaction-date/@iso-date``: when it was agreed or made.
        value: ``value``: how much.
        description: ``description``: what is to be said of it.
        provider_org: ``provider-org``: from whom.
        receiver_org: ``receiver-org``: to whom.
        disbursement_channel: ``disbursement-channel/@code``: by which way the money goes.
        sectors: ``sector``: what it is for, where the transactions and not the activity say so.
        recipient_country: ``recipient-country``: for which country, where the transactions say so.
        recipient_region: ``recipient-region``: for which region, where the transactions say so.
        flow_type: ``flow-type/@code``: development assistance or another flow; over the activity's default.
        finance_type: ``finance-type/@code``: grant, loan ...; over the activity's default.
        aid_types: ``aid-type``: in which form the aid comes; over the activity's default.
        tied_status: ``tied-status/@code``: whether the aid is tied; over the activity's default.
        kept: What the file has beside the standard here.
    """

    ref: str | None = attribute("ref")
    humanitarian: bool | None = attribute("humanitarian", BOOLEAN)
    transaction_type: str | None = code("transaction-type", required=True)
    transaction_date: Date | None = day("transaction-date", required=True)
    value: Value | None = element("value", required=True)
    description: Text | None = element("description")
    provider_org: ProviderOrg | None = element("provider-org")
    receiver_org: ReceiverOrg | None = element("receiver-org")
    disbursement_channel: str | None = code("disbursement-channel")
    sectors: tuple[Sector, ...] = elements("sector")
    recipient_country: RecipientCountry | None = element("recipient-country")
    recipient_region: RecipientRegion | None = element("recipient-region")
    flow_type: str | None = code("flow-type")
    finance_type: str | None = code("finance-type")
    aid_types: tuple[AidType, ...] = elements("aid-type")
    tied_status: str | None = code("tied-status")
    kept: Kept | None = residue()
