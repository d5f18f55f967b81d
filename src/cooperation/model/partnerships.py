"""Partnerships, which outlive their projects, and who takes part in either."""

import enum

from attrs import field

from cooperation.display import Shown
from cooperation.errors import InvariantError
from cooperation.model.amounts import Count
from cooperation.model.dates import PartialDate, Period
from cooperation.model.declare import OrganisationId, UnitId, frozen, identifier, maybe_identifier
from cooperation.model.organisations import Organisation, OrganisationKind
from cooperation.model.people import Team
from cooperation.model.sources import Source
from cooperation.model.text import Text

__all__ = ["Agreement", "AgreementKind", "Participation", "Partnership", "Programme", "Role"]


class Role(enum.Enum):
    """What an organisation is to a project; the four of the IATI list OrganisationRole and those that practice adds."""

    COORDINATOR = "coordinator"
    PARTNER = "partner"
    FUNDING = "funding"
    ACCOUNTABLE = "accountable"
    EXTENDING = "extending"
    IMPLEMENTING = "implementing"
    KNOWLEDGE = "knowledge"
    NETWORK = "network"
    EVALUATOR = "evaluator"
    SUPPLIER = "supplier"
    OBSERVER = "observer"


@frozen(kw_only=True)
class Participation:
    """That an organisation takes part, or only that some organisation of a kind does.

    Attributes:
        organisation: Which one; ``None`` when only its kind or a description is known.
        kind: Its kind, where no organisation is named.
        description: The source's own words for it, such as "regional partners".
        role: What it is to the project; ``None`` when nobody said.
        units: The units of it that take part.
        number: How many there are of this kind.
        period: When it took part, where that is not the whole time.
        quote: The few words of the source this rests on.

    """

    organisation: Organisation | None = None
    kind: OrganisationKind | None = None
    description: Text | None = None
    role: Role | None = None
    units: tuple[UnitId, ...] = ()
    number: Count | None = None
    period: Period | None = None
    quote: str | None = None

    @property
    def of_kind(self) -> OrganisationKind | None:
        """The kind of whoever takes part, stated here or known of the organisation."""
        return self.kind if self.organisation is None or self.kind is not None else self.organisation.kind


class AgreementKind(enum.Enum):
    """What kind of agreement it is."""

    LETTER_OF_INTENT = "letter-of-intent"
    MEMORANDUM = "memorandum"
    TWINNING = "twinning"
    PARTNERSHIP = "partnership"
    PROJECT = "project"
    GRANT = "grant"


@frozen(kw_only=True)
class Agreement:
    """What the partners have signed.

    Attributes:
        kind: What kind of agreement it is.
        title: What it is called.
        signed: When it was signed.
        period: For how long it holds.
        source: Where it can be read.

    """

    kind: AgreementKind | None = None
    title: Text | None = None
    signed: PartialDate | None = None
    period: Period | None = None
    source: Source | None = None


@frozen(kw_only=True)
class Programme:
    """The funding programme a partnership works in.

    Attributes:
        id: Its name, such as ``icld-municipal-partnership``.
        name: What it is called.
        owner: The organisation that runs it.
        funder: The organisation that pays for it.
        profile: The name of the rule profile that judges its proposals.

    """

    id: str | None = field(default=None, validator=maybe_identifier)
    name: Text | None = None
    owner: OrganisationId | None = None
    funder: OrganisationId | None = None
    profile: str | None = None


@frozen(kw_only=True)
class Partnership(Shown):
    """A lasting tie between organisations, in which projects are carried out.

    Attributes:
        id: Its name in the document.
        title: What it is called.
        members: Who belongs to it.
        home: The member that keeps the record.
        since: Since when the members cooperate.
        ended: When the tie ended.
        earlier_projects: How many projects came before, where they are counted and not listed.
        programme: The funding programme it works in.
        steering: The group that steers it.
        agreements: What its members have signed.
        note: What else is known.
        sources: Where it is known from.

    Raises:
        InvariantError: It ended before it began.
    """

    id: str = field(validator=identifier)
    title: Text | None = None
    members: tuple[Participation, ...] = ()
    home: OrganisationId | None = None
    since: PartialDate | None = None
    ended: PartialDate | None = None
    earlier_projects: Count | None = None
    programme: Programme | None = None
    steering: Team | None = None
    agreements: tuple[Agreement, ...] = ()
    note: Text | None = None
    sources: tuple[Source, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.since is not None and self.ended is not None and self.ended.latest < self.since.earliest:
            raise InvariantError(
                f"partnership ended {self.ended} before it began {self.since}", ("ended",), "reversed-period"
            )
