"""What the OECD-DAC asks beside the rest: creditor reporting and the forward spending survey."""

from decimal import Decimal

from pendulum import Date

from cooperation.iati.declare import Record, attribute, code, content, day, element, elements, frozen, leaf, residue
from cooperation.iati.kept import Kept
from cooperation.iati.kinds import BOOLEAN, DATE, DECIMAL

__all__ = ["CrsAdd", "Forecast", "Fss", "LoanStatus", "LoanTerms", "OtherFlag"]


@frozen(kw_only=True)
class OtherFlag(Record):
    """``crs-add/other-flags``: a yes or no of the creditor reporting.

    Attributes:
        code: ``@code``: to what, on the list CRSAddOtherFlags (free-standing technical cooperation ...).
        significance: ``@significance``: whether it is so.
        kept: What the file has beside the standard here.
    """

    code: str | None = attribute("code", required=True)
    significance: bool | None = attribute("significance", BOOLEAN, required=True)
    kept: Kept | None = residue()


@frozen(kw_only=True)
class LoanTerms(Record):
    """``crs-add/loan-terms``: how a loan is paid back.

    Attributes:
        rate_1: ``@rate-1``: its rate of interest, in per cent; of a variable one, today's.
        rate_2: ``@rate-2``: a second rate; of a variable one, the fixed rate it is measured against.
        repayment_type: ``repayment-type/@code``: in which way it is repaid.
        repayment_plan: ``repayment-plan/@code``: how often a year.
        commitment_date: ``commitment-date/@iso-date``: when it was agreed.
        repayment_first_date: ``repayment-first-date/@iso-date``: when the first payment is due.
        repayment_final_date: ``repayment-final-date/@iso-date``: when the last one is.
        kept: What the file has beside the standard here.
    """

    rate_1: Decimal | None = attribute("rate-1", DECIMAL)
    rate_2: Decimal | None = attribute("rate-2", DECIMAL)
    repayment_type: str | None = code("repayment-type")
    repayment_plan: str | None = code("repayment-plan")
    commitment_date: Date | None = day("commitment-date")
    repayment_first_date: Date | None = day("repayment-first-date")
    repayment_final_date: Date | None = day("repayment-final-date")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class LoanStatus(Record):
    """``crs-add/loan-status``: what was paid and what is owed at the end of a year.

    Attributes:
        year: ``@year``: of which year.
        currency: ``@currency``: in which currency; the activity's when nothing is said.
        value_date: ``@value-date``: the day whose rate of exchange holds.
        interest_received: ``interest-received``: interest paid in the year.
        principal_outstanding: ``principal-outstanding``: how much of the loan is still owed.
        principal_arrears: ``principal-arrears``: how much of that is overdue.
        interest_arrears: ``interest-arrears``: how much interest is overdue.
        kept: What the file has beside the standard here.
    """

    year: Decimal | None = attribute("year", DECIMAL, required=True)
    currency: str | None = attribute("currency")
    value_date: Date | None = attribute("value-date", DATE, required=True)
    interest_received: Decimal | None = leaf("interest-received", kind=DECIMAL, simple=True)
    principal_outstanding: Decimal | None = leaf("principal-outstanding", kind=DECIMAL, simple=True)
    principal_arrears: Decimal | None = leaf("principal-arrears", kind=DECIMAL, simple=True)
    interest_arrears: Decimal | None = leaf("interest-arrears", kind=DECIMAL, simple=True)
    kept: Kept | None = residue()


@frozen(kw_only=True)
class CrsAdd(Record):
    """``iati-activity/crs-add``: what the DAC's creditor reporting asks beside the rest.

    Attributes:
        other_flags: ``other-flags``: its questions of yes or no.
        loan_terms: ``loan-terms``: how a loan is paid back.
        loan_status: ``loan-status``: what was paid and what is owed.
        channel_code: ``channel-code``: by which channel the money is delivered, on the list CRSChannelCode.
        kept: What the file has beside the standard here.
    """

    other_flags: tuple[OtherFlag, ...] = elements("other-flags")
    loan_terms: LoanTerms | None = element("loan-terms")
    loan_status: LoanStatus | None = element("loan-status")
    channel_code: str | None = leaf("channel-code", simple=True)
    kept: Kept | None = residue()


@frozen(kw_only=True)
class Forecast(Record):
    """``fss/forecast``: what is to be spent in one year.

    Attributes:
        amount: The text of the element: how much.
        year: ``@year``: in which year.
        currency: ``@currency``: in which currency; the activity's when nothing is said.
        value_date: ``@value-date``: the day whose rate of exchange holds.
        kept: What the file has beside the standard here.
    """

    amount: Decimal | None = content(DECIMAL)
    year: Decimal | None = attribute("year", DECIMAL, required=True)
    currency: str | None = attribute("currency")
    value_date: Date | None = attribute("value-date", DATE)
    kept: Kept | None = residue()


@frozen(kw_only=True)
class Fss(Record):
    """``iati-activity/fss``: what the DAC's forward spending survey asks.

    Attributes:
        extraction_date: ``@extraction-date``: when the figures were drawn.
        priority: ``@priority``: whether the country is one of the donor's priorities.
        phaseout_year: ``@phaseout-year``: the year of the last disbursement, where the donor is to leave the country.
        forecasts: ``forecast``: what is to be spent, year by year.
        kept: What the file has beside the standard here.
    """

    extraction_date: Date | None = attribute("extraction-date", DATE, required=True)
    priority: bool | None = attribute("priority", BOOLEAN)
    phaseout_year: Decimal | None = attribute("phaseout-year", DECIMAL)
    forecasts: tuple[Forecast, ...] = elements("forecast")
    kept: Kept | None = residue()
