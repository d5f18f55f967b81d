"""An activity with all that is said of it, and the file that holds activities."""

from decimal import Decimal

from pendulum import Date, DateTime

from cooperation.iati.dac import CrsAdd, Fss
from cooperation.iati.declare import Record, attribute, code, element, elements, frozen, leaf, residue
from cooperation.iati.documents import DocumentLink
from cooperation.iati.kept import Kept
from cooperation.iati.kinds import BOOLEAN, DATE, DATE_TIME, DECIMAL, INT, LANGUAGE, URI
from cooperation.iati.money import Budget, PlannedDisbursement, Transaction
from cooperation.iati.organisations import ContactInfo, OtherIdentifier, ParticipatingOrg, ReportingOrg
from cooperation.iati.places import Location, ShareOfCountry, ShareOfRegion
from cooperation.iati.related import Conditions, LegacyData, RelatedActivity
from cooperation.iati.results import Result
from cooperation.iati.sectors import AidType, CountryBudgetItems, HumanitarianScope, PolicyMarker, ShareOfSector, Tag
from cooperation.iati.text import Description, Narrative, Text

__all__ = ["Activities", "Activity", "ActivityDate"]


@frozen(kw_only=True)
class ActivityDate(Record):
    """``iati-activity/activity-date``: a day on which the activity begins or ends, as planned or in fact.

    Attributes:
        type: ``@type``: planned start (1), actual start (2), planned end (3), actual end (4).
        iso_date: ``@iso-date``: the day.
        narratives: ``narrative``: what is to be said of it.
        kept: What the file has beside the standard here.
    """

    type: str | None = attribute("type", required=True)
    iso_date: Date | None = attribute("iso-date", DATE, required=True)
    narratives: tuple[Narrative, ...] = elements("narrative")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class Activity(Record):
    """``iati-activity``: one activity, programme or project, as its publisher divides its work.

    All that a valid file must say is ``None`` or empty here until it is said, since real files leave out much;
    writing refuses what is missing.

    Attributes:
        last_updated_datetime: ``@last-updated-datetime``: when anything of it was last changed.
        lang: ``@xml:lang``: the language of its narratives where they say nothing.
        default_currency: ``@default-currency``: the currency of its amounts where they say nothing, ISO 4217.
        humanitarian: ``@humanitarian``: whether it is humanitarian aid, wholly or in part.
        hierarchy: ``@hierarchy``: how far down it stands among the publisher's activities; 1 when nothing is said.
        linked_data_uri: ``@linked-data-uri``: where it is published as linked data.
        budget_not_provided: ``@budget-not-provided``: why it has no budget, on the list BudgetNotProvided.
        iati_identifier: ``iati-identifier``: its name in the world: the publisher's identifier and a number of theirs.
        reporting_org: ``reporting-org``: who publishes it.
        title: ``title``: what it is called.
        descriptions: ``description``: what it is.
        participating_orgs: ``participating-org``: who takes part, in which roles.
        other_identifiers: ``other-identifier``: other names it goes by, or went by.
        activity_status: ``activity-status/@code``: in preparation (1), under way (2), closing (3), closed (4) ...
        activity_dates: ``activity-date``: when it begins and ends.
        contact_infos: ``contact-info``: whom to ask.
        activity_scope: ``activity-scope/@code``: global, regional, national, local ...
        recipient_countries: ``recipient-country``: the countries that gain.
        recipient_regions: ``recipient-region``: the regions that gain.
        locations: ``location``: the places of it.
        sectors: ``sector``: what it is about.
        tags: ``tag``: subjects without a share of the money, such as the SDGs.
        country_budget_items: ``country-budget-items``: where it stands in the recipient's own budget.
        humanitarian_scopes: ``humanitarian-scope``: the emergencies and appeals it answers.
        policy_markers: ``policy-marker``: the policies it serves.
        collaboration_type: ``collaboration-type/@code``: bilateral, multilateral ...
        default_flow_type: ``default-flow-type/@code``: development assistance or another flow.
        default_finance_type: ``default-finance-type/@code``: grant, loan ...
        default_aid_types: ``default-aid-type``: in which form the aid comes.
        default_tied_status: ``default-tied-status/@code``: whether the aid is tied to purchases.
        budgets: ``budget``: what is set aside, period by period.
        planned_disbursements: ``planned-disbursement``: the transfers that are planned.
        capital_spend: ``capital-spend/@percentage``: the share that goes into lasting things, in per cent.
        transactions: ``transaction``: the money that was promised and that moved.
        document_links: ``document-link``: where to read more.
        related_activities: ``related-activity``: the activities it belongs with.
        legacy_data: ``legacy-data``: values of the publisher's own system.
        conditions: ``conditions``: what must hold for the money to go on.
        results: ``result``: what is to come of it.
        crs_add: ``crs-add``: what the DAC's creditor reporting asks beside the rest.
        fss: ``fss``: what the DAC's forward spending survey asks.
        kept: What the file has beside the standard here.
    """

    last_updated_datetime: DateTime | None = attribute("last-updated-datetime", DATE_TIME)
    lang: str | None = attribute("xml:lang", LANGUAGE)
    default_currency: str | None = attribute("default-currency")
    humanitarian: bool | None = attribute("humanitarian", BOOLEAN)
    hierarchy: int | None = attribute("hierarchy", INT)
    linked_data_uri: str | None = attribute("linked-data-uri", URI)
    budget_not_provided: str | None = attribute("budget-not-provided")
    iati_identifier: str | None = leaf("iati-identifier", required=True)
    reporting_org: ReportingOrg | None = element("reporting-org", required=True)
    title: Text | None = element("title", required=True)
    descriptions: tuple[Description, ...] = elements("description", required=True)
    participating_orgs: tuple[ParticipatingOrg, ...] = elements("participating-org", required=True)
    other_identifiers: tuple[OtherIdentifier, ...] = elements("other-identifier")
    activity_status: str | None = code("activity-status", required=True)
    activity_dates: tuple[ActivityDate, ...] = elements("activity-date", required=True)
    contact_infos: tuple[ContactInfo, ...] = elements("contact-info")
    activity_scope: str | None = code("activity-scope")
    recipient_countries: tuple[ShareOfCountry, ...] = elements("recipient-country")
    recipient_regions: tuple[ShareOfRegion, ...] = elements("recipient-region")
    locations: tuple[Location, ...] = elements("location")
    sectors: tuple[ShareOfSector, ...] = elements("sector")
    tags: tuple[Tag, ...] = elements("tag")
    country_budget_items: CountryBudgetItems | None = element("country-budget-items")
    humanitarian_scopes: tuple[HumanitarianScope, ...] = elements("humanitarian-scope")
    policy_markers: tuple[PolicyMarker, ...] = elements("policy-marker")
    collaboration_type: str | None = code("collaboration-type")
    default_flow_type: str | None = code("default-flow-type")
    default_finance_type: str | None = code("default-finance-type")
    default_aid_types: tuple[AidType, ...] = elements("default-aid-type")
    default_tied_status: str | None = code("default-tied-status")
    budgets: tuple[Budget, ...] = elements("budget")
    planned_disbursements: tuple[PlannedDisbursement, ...] = elements("planned-disbursement")
    capital_spend: Decimal | None = leaf("capital-spend", "percentage", DECIMAL)
    transactions: tuple[Transaction, ...] = elements("transaction")
    document_links: tuple[DocumentLink, ...] = elements("document-link")
    related_activities: tuple[RelatedActivity, ...] = elements("related-activity")
    legacy_data: tuple[LegacyData, ...] = elements("legacy-data")
    conditions: Conditions | None = element("conditions")
    results: tuple[Result, ...] = elements("result")
    crs_add: CrsAdd | None = element("crs-add")
    fss: Fss | None = element("fss")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class Activities(Record):
    """``iati-activities``: a file of activities.

    Attributes:
        version: ``@version``: the version of the standard.
        generated_datetime: ``@generated-datetime``: when the file was made.
        linked_data_default: ``@linked-data-default``: where the publisher's linked data begins.
        activities: ``iati-activity``: the activities.
        kept: What the file has beside the standard here.
    """

    version: str | None = attribute("version", required=True)
    generated_datetime: DateTime | None = attribute("generated-datetime", DATE_TIME)
    linked_data_default: str | None = attribute("linked-data-default", URI)
    activities: tuple[Activity, ...] = elements("iati-activity", required=True)
    kept: Kept | None = residue()
