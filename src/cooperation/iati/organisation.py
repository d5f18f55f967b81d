"""An organisation's own forward look: its budgets and expenditure, and the file that holds organisations."""

from pendulum import Date, DateTime

from cooperation.iati.declare import Record, attribute, day, element, elements, frozen, leaf, residue
from cooperation.iati.documents import OrganisationDocumentLink
from cooperation.iati.kept import Kept
from cooperation.iati.kinds import DATE_TIME, LANGUAGE, URI
from cooperation.iati.money import Value
from cooperation.iati.organisations import ReportingOrg
from cooperation.iati.places import RecipientCountry
from cooperation.iati.text import Narrative, Text

__all__ = [
    "BudgetLine",
    "BudgetRegion",
    "Organisation",
    "Organisations",
    "RecipientCountryBudget",
    "RecipientOrg",
    "RecipientOrgBudget",
    "RecipientRegionBudget",
    "TotalBudget",
    "TotalExpenditure",
]


@frozen(kw_only=True)
class BudgetLine(Record):
    """``budget-line`` of a budget, or ``total-expenditure/expense-line``: a part of the whole.

    Attributes:
        ref: ``@ref``: its number in the publisher's books.
        value: ``value``: how much.
        narratives: ``narrative``: what it is for.
        kept: What the file has beside the standard here.
    """

    ref: str | None = attribute("ref")
    value: Value | None = element("value", required=True)
    narratives: tuple[Narrative, ...] = elements("narrative", required=True)
    kept: Kept | None = residue()


@frozen(kw_only=True)
class TotalBudget(Record):
    """``iati-organisation/total-budget``: all that the organisation is to spend in a period.

    Attributes:
        status: ``@status``: indicative (1, when nothing is said) or committed (2).
        period_start: ``period-start/@iso-date``: its first day.
        period_end: ``period-end/@iso-date``: its last day.
        value: ``value``: how much.
        budget_lines: ``budget-line``: the parts of it.
        kept: What the file has beside the standard here.
    """

    status: str | None = attribute("status")
    period_start: Date | None = day("period-start", required=True)
    period_end: Date | None = day("period-end", required=True)
    value: Value | None = element("value", required=True)
    budget_lines: tuple[BudgetLine, ...] = elements("budget-line")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class RecipientOrg(Record):
    """``recipient-org-budget/recipient-org``: the organisation the money is for.

    Attributes:
        ref: ``@ref``: its identifier.
        narratives: ``narrative``: its name.
        kept: What the file has beside the standard here.
    """

    ref: str | None = attribute("ref")
    narratives: tuple[Narrative, ...] = elements("narrative", required=True)
    kept: Kept | None = residue(foreign=False)


@frozen(kw_only=True)
class RecipientOrgBudget(Record):
    """``iati-organisation/recipient-org-budget``: what one organisation is to be given in a period.

    Attributes:
        status: ``@status``: indicative (1, when nothing is said) or committed (2).
        recipient_org: ``recipient-org``: the organisation.
        period_start: ``period-start/@iso-date``: the period's first day.
        period_end: ``period-end/@iso-date``: its last day.
        value: ``value``: how much.
        budget_lines: ``budget-line``: the parts of it.
        kept: What the file has beside the standard here.
    """

    status: str | None = attribute("status")
    recipient_org: RecipientOrg | None = element("recipient-org", required=True)
    period_start: Date | None = day("period-start", required=True)
    period_end: Date | None = day("period-end", required=True)
    value: Value | None = element("value", required=True)
    budget_lines: tuple[BudgetLine, ...] = elements("budget-line")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class BudgetRegion(Record):
    """``recipient-region-budget/recipient-region``: the region the money is for.

    Attributes:
        vocabulary: ``@vocabulary``: whose list of regions; that of the OECD-DAC (1) when nothing is said.
        vocabulary_uri: ``@vocabulary-uri``: where a list of the publisher's own is to be found.
        code: ``@code``: the region, in the vocabulary.
        narratives: ``narrative``: what is to be said of it.
        kept: What the file has beside the standard here.
    """

    vocabulary: str | None = attribute("vocabulary")
    vocabulary_uri: str | None = attribute("vocabulary-uri", URI)
    code: str | None = attribute("code")
    narratives: tuple[Narrative, ...] = elements("narrative")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class RecipientRegionBudget(Record):
    """``iati-organisation/recipient-region-budget``: what one region is to be given in a period.

    Attributes:
        status: ``@status``: indicative (1, when nothing is said) or committed (2).
        recipient_region: ``recipient-region``: the region.
        period_start: ``period-start/@iso-date``: the period's first day.
        period_end: ``period-end/@iso-date``: its last day.
        value: ``value``: how much.
        budget_lines: ``budget-line``: the parts of it.
        kept: What the file has beside the standard here.
    """

    status: str | None = attribute("status")
    recipient_region: BudgetRegion | None = element("recipient-region", required=True)
    period_start: Date | None = day("period-start", required=True)
    period_end: Date | None = day("period-end", required=True)
    value: Value | None = element("value", required=True)
    budget_lines: tuple[BudgetLine, ...] = elements("budget-line")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class RecipientCountryBudget(Record):
    """``iati-organisation/recipient-country-budget``: what one country is to be given in a period.

    Attributes:
        status: ``@status``: indicative (1, when nothing is said) or committed (2).
        recipient_country: ``recipient-country``: the country.
        period_start: ``period-start/@iso-date``: the period's first day.
        period_end: ``period-end/@iso-date``: its last day.
        value: ``value``: how much.
        budget_lines: ``budget-line``: the parts of it.
        kept: What the file has beside the standard here.
    """

    status: str | None = attribute("status")
    recipient_country: RecipientCountry | None = element("recipient-country", required=True)
    period_start: Date | None = day("period-start", required=True)
    period_end: Date | None = day("period-end", required=True)
    value: Value | None = element("value", required=True)
    budget_lines: tuple[BudgetLine, ...] = elements("budget-line")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class TotalExpenditure(Record):
    """``iati-organisation/total-expenditure``: what the organisation spent in a past period.

    Attributes:
        period_start: ``period-start/@iso-date``: its first day.
        period_end: ``period-end/@iso-date``: its last day.
        value: ``value``: how much.
        expense_lines: ``expense-line``: the parts of it.
        kept: What the file has beside the standard here.
    """

    period_start: Date | None = day("period-start", required=True)
    period_end: Date | None = day("period-end", required=True)
    value: Value | None = element("value", required=True)
    expense_lines: tuple[BudgetLine, ...] = elements("expense-line")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class Organisation(Record):
    """``iati-organisation``: an organisation, what it is to spend and what it has spent.

    Attributes:
        last_updated_datetime: ``@last-updated-datetime``: when anything of it was last changed.
        lang: ``@xml:lang``: the language of its narratives where they say nothing.
        default_currency: ``@default-currency``: the currency of its amounts where they say nothing, ISO 4217.
        organisation_identifier: ``organisation-identifier``: its name in the world.
        name: ``name``: what it is called.
        reporting_org: ``reporting-org``: who publishes this.
        total_budgets: ``total-budget``: all it is to spend.
        recipient_org_budgets: ``recipient-org-budget``: what single organisations are to be given.
        recipient_region_budgets: ``recipient-region-budget``: what single regions are to be given.
        recipient_country_budgets: ``recipient-country-budget``: what single countries are to be given.
        total_expenditures: ``total-expenditure``: what it has spent.
        document_links: ``document-link``: where to read more.
        kept: What the file has beside the standard here.
    """

    last_updated_datetime: DateTime | None = attribute("last-updated-datetime", DATE_TIME)
    lang: str | None = attribute("xml:lang", LANGUAGE)
    default_currency: str | None = attribute("default-currency")
    organisation_identifier: str | None = leaf("organisation-identifier", required=True, anything=True)
    name: Text | None = element("name", required=True)
    reporting_org: ReportingOrg | None = element("reporting-org", required=True)
    total_budgets: tuple[TotalBudget, ...] = elements("total-budget")
    recipient_org_budgets: tuple[RecipientOrgBudget, ...] = elements("recipient-org-budget")
    recipient_region_budgets: tuple[RecipientRegionBudget, ...] = elements("recipient-region-budget")
    recipient_country_budgets: tuple[RecipientCountryBudget, ...] = elements("recipient-country-budget")
    total_expenditures: tuple[TotalExpenditure, ...] = elements("total-expenditure")
    document_links: tuple[OrganisationDocumentLink, ...] = elements("document-link")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class Organisations(Record):
    """``iati-organisations``: a file of organisations.

    Attributes:
        version: ``@version``: the version of the standard.
        generated_datetime: ``@generated-datetime``: when the file was made.
        organisations: ``iati-organisation``: the organisations.
        kept: What the file has beside the standard here.
    """

    version: str | None = attribute("version", required=True)
    generated_datetime: DateTime | None = attribute("generated-datetime", DATE_TIME)
    organisations: tuple[Organisation, ...] = elements("iati-organisation", required=True)
    kept: Kept | None = residue()
