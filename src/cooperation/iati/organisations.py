"""Who reports, who takes part, whom to write to, and who pays whom."""

from cooperation.iati.declare import Record, attribute, element, elements, frozen, leaves, residue
from cooperation.iati.kept import Kept
from cooperation.iati.kinds import BOOLEAN, URI
from cooperation.iati.text import Narrative, Text

__all__ = [
    "ContactInfo",
    "OtherIdentifier",
    "OwnerOrg",
    "ParticipatingOrg",
    "ProviderOrg",
    "ReceiverOrg",
    "ReportingOrg",
]


@frozen(kw_only=True)
class ReportingOrg(Record):
    """``reporting-org``: the organisation that publishes the record.

    Attributes:
        ref: ``@ref``: its identifier, an agency of registration and a number there: ``SE-ON-202100-6354``.
        type: ``@type``: what kind of organisation it is, on the list OrganisationType.
        secondary_reporter: ``@secondary-reporter``: whether it reports about another's work.
        narratives: ``narrative``: its name.
        kept: What the file has beside the standard here.
    """

    ref: str | None = attribute("ref", required=True)
    type: str | None = attribute("type", required=True)
    secondary_reporter: bool | None = attribute("secondary-reporter", BOOLEAN)
    narratives: tuple[Narrative, ...] = elements("narrative", required=True)
    kept: Kept | None = residue()


@frozen(kw_only=True)
class ParticipatingOrg(Record):
    """``iati-activity/participating-org``: an organisation that takes part, in one role.

    Attributes:
        ref: ``@ref``: its identifier.
        type: ``@type``: what kind of organisation it is, on the list OrganisationType.
        role: ``@role``: what it does here (1 funds, 2 answers for it, 3 extends it, 4 carries it out).
        activity_id: ``@activity-id``: the activity under which it reports its own part.
        crs_channel_code: ``@crs-channel-code``: its channel of delivery in the DAC's creditor reporting.
        narratives: ``narrative``: its name.
        kept: What the file has beside the standard here.
    """

    ref: str | None = attribute("ref")
    type: str | None = attribute("type")
    role: str | None = attribute("role", required=True)
    activity_id: str | None = attribute("activity-id")
    crs_channel_code: str | None = attribute("crs-channel-code")
    narratives: tuple[Narrative, ...] = elements("narrative")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class OwnerOrg(Record):
    """``iati-activity/other-identifier/owner-org``: whose identifier the other one is.

    Attributes:
        ref: ``@ref``: the organisation's identifier.
        narratives: ``narrative``: its name.
        kept: What the file has beside the standard here.
    """

    ref: str | None = attribute("ref")
    narratives: tuple[Narrative, ...] = elements("narrative")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class OtherIdentifier(Record):
    """``iati-activity/other-identifier``: another name the activity or its publisher goes by, or went by.

    Attributes:
        ref: ``@ref``: the identifier.
        type: ``@type``: what kind it is, on the list OtherIdentifierType.
        owner_org: ``owner-org``: whose it is.
        kept: What the file has beside the standard here.
    """

    ref: str | None = attribute("ref", required=True)
    type: str | None = attribute("type", required=True)
    owner_org: OwnerOrg | None = element("owner-org")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class ContactInfo(Record):
    """``iati-activity/contact-info``: whom to ask about the activity.

    Attributes:
        type: ``@type``: for what, on the list ContactType.
        organisation: ``organisation``: the organisation to write to.
        department: ``department``: the department there.
        person_name: ``person-name``: the person there.
        job_title: ``job-title``: that person's office.
        telephones: ``telephone``: numbers to call.
        emails: ``email``: addresses to write to.
        websites: ``website``: where to read more.
        mailing_addresses: ``mailing-address``: where to send a letter.
        kept: What the file has beside the standard here.
    """

    type: str | None = attribute("type")
    organisation: Text | None = element("organisation")
    department: Text | None = element("department")
    person_name: Text | None = element("person-name")
    job_title: Text | None = element("job-title")
    telephones: tuple[str, ...] = leaves("telephone")
    emails: tuple[str, ...] = leaves("email")
    websites: tuple[str, ...] = leaves("website", kind=URI)
    mailing_addresses: tuple[Text, ...] = elements("mailing-address")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class ProviderOrg(Record):
    """``provider-org`` of a ``transaction`` or a ``planned-disbursement``: from whom the money comes.

    Attributes:
        ref: ``@ref``: the organisation's identifier.
        provider_activity_id: ``@provider-activity-id``: the activity under which it reports that money.
        type: ``@type``: what kind of organisation it is, on the list OrganisationType.
        narratives: ``narrative``: its name.
        kept: What the file has beside the standard here.
    """

    ref: str | None = attribute("ref")
    provider_activity_id: str | None = attribute("provider-activity-id")
    type: str | None = attribute("type")
    narratives: tuple[Narrative, ...] = elements("narrative")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class ReceiverOrg(Record):
    """``receiver-org`` of a ``transaction`` or a ``planned-disbursement``: to whom the money goes.

    Attributes:
        ref: ``@ref``: the organisation's identifier.
        receiver_activity_id: ``@receiver-activity-id``: the activity under which it reports that money.
        type: ``@type``: what kind of organisation it is, on the list OrganisationType.
        narratives: ``narrative``: its name.
        kept: What the file has beside the standard here.
    """

    ref: str | None = attribute("ref")
    receiver_activity_id: str | None = attribute("receiver-activity-id")
    type: str | None = attribute("type")
    narratives: tuple[Narrative, ...] = elements("narrative")
    kept: Kept | None = residue()
