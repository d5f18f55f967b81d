"""Mutual benefit: who gains what, who teaches whom, who brings what, and what stays."""

import enum
from decimal import Decimal

from attrs import field

from cooperation.display import Shown
from cooperation.errors import InvariantError
from cooperation.model.amounts import Money
from cooperation.model.dates import PartialDate
from cooperation.model.declare import (
    ActivityId,
    IndicatorId,
    ObjectiveId,
    OrganisationId,
    PilotId,
    PlaceId,
    finite,
    frozen,
    maybe_identifier,
)
from cooperation.model.logframe import Scope
from cooperation.model.sources import Source
from cooperation.model.text import Text

__all__ = [
    "Adoption",
    "AdoptionState",
    "Benefit",
    "BenefitKind",
    "BenefitStatus",
    "Claim",
    "ClaimKind",
    "Contribution",
    "ContributionKind",
    "Duty",
    "DutyKind",
    "Transfer",
    "WinWin",
]


class BenefitKind(enum.Enum):
    """What a partner gains."""

    KNOWLEDGE = "knowledge"
    METHOD_OR_TOOL = "method-or-tool"
    PLAN_OR_POLICY = "plan-or-policy"
    STAFF_COMPETENCE = "staff-competence"
    STAFF_MOTIVATION = "staff-motivation"
    SERVICE = "service"
    NETWORK = "network"
    POLITICAL_STANDING = "political-standing"
    EQUIPMENT = "equipment"
    MONEY = "money"
    COMMUNITY_EFFECT = "community-effect"

    @property
    def is_tangible(self) -> bool:
        """Whether such a gain can be pointed at: a plan, a tool, equipment or money."""
        return self in _TANGIBLE


_TANGIBLE = {BenefitKind.METHOD_OR_TOOL, BenefitKind.PLAN_OR_POLICY, BenefitKind.EQUIPMENT, BenefitKind.MONEY}


class BenefitStatus(enum.Enum):
    """How far a gain has come."""

    CLAIMED = "claimed"
    PLANNED = "planned"
    EVIDENCED = "evidenced"


@frozen(kw_only=True)
class Benefit:
    """A named gain of one partner.

    Attributes:
        partner: Who gains.
        statement: What.
        id: Its name in the document.
        kind: What kind of gain it is.
        scope: Where it shows: in persons, in the organisation or in society.
        tangible: Whether it can be pointed at; told from the kind where nothing is said.
        joint: Whether it was stated for all partners together and not for this one.
        from_partner: The partner it comes from, where that is said.
        status: How far it has come.
        objective: The objective that brings it.
        indicators: The indicators that show it.
        delivered_by: The activities that bring it.
        evidence: What shows that it has come.
        quote: The few words of the source this rests on.

    """

    partner: OrganisationId
    statement: Text
    id: str | None = field(default=None, validator=maybe_identifier)
    kind: BenefitKind | None = None
    scope: Scope | None = None
    tangible: bool | None = None
    joint: bool = False
    from_partner: OrganisationId | None = None
    status: BenefitStatus | None = None
    objective: ObjectiveId | None = None
    indicators: tuple[IndicatorId, ...] = ()
    delivered_by: tuple[ActivityId, ...] = ()
    evidence: Source | None = None
    quote: str | None = None

    @property
    def is_tangible(self) -> bool | None:
        """Whether it can be pointed at, as stated or as its kind tells; ``None`` when neither is known."""
        if self.tangible is not None or self.kind is None:
            return self.tangible
        return self.kind.is_tangible


@frozen(kw_only=True)
class Transfer:
    """That one partner teaches another something.

    Attributes:
        from_partner: Who teaches.
        to_partner: Who learns.
        topic: What.
        activities: How.
        quote: The few words of the source this rests on.

    Raises:
        InvariantError: The two are the same.

    """

    from_partner: OrganisationId
    to_partner: OrganisationId
    topic: Text
    activities: tuple[ActivityId, ...] = ()
    quote: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.from_partner == self.to_partner:
            raise InvariantError(f"{self.from_partner!r} cannot transfer something to itself")


class ContributionKind(enum.Enum):
    """What a partner brings."""

    STAFF_DAYS = "staff-days"
    MONEY = "money"
    HOSTING = "hosting"
    EXPERTISE = "expertise"
    IN_KIND = "in-kind"


@frozen(kw_only=True)
class Contribution:
    """What a partner brings to the cooperation.

    Attributes:
        partner: Who.
        kind: What kind of contribution it is.
        statement: What exactly.
        amount: How much money, for money.
        quantity: How much, for anything else.
        unit: The unit of that, such as "day".
        quote: The few words of the source this rests on.

    """

    partner: OrganisationId
    kind: ContributionKind | None = None
    statement: Text | None = None
    amount: Money | None = None
    quantity: Decimal | None = field(default=None, validator=finite)
    unit: Text | None = None
    quote: str | None = None


class AdoptionState(enum.Enum):
    """How far something new has become part of ordinary work, in order."""

    NONE = "none"
    PLANNED = "planned"
    PILOTED = "piloted"
    EVALUATED = "evaluated"
    ADOPTED = "adopted"
    SPREAD = "spread"


@frozen(kw_only=True)
class Adoption:
    """What stays at a partner when the project or the pilot ends, and on what condition.

    Attributes:
        partner: Where it stays; ``None`` when nobody said.
        objective: The result that stays.
        pilot: The pilot it comes from.
        state: How far it has come.
        condition: On what condition it is to stay; ``None`` when it is unconditional.
        spread_to: Where it is to spread, in words.
        places: Where it stays.
        decided_by: Who decides it.
        date: When it was or is to be decided.
        statement: What stays.
        quote: The few words of the source this rests on.

    """

    partner: OrganisationId | None = None
    objective: ObjectiveId | None = None
    pilot: PilotId | None = None
    state: AdoptionState | None = None
    condition: Text | None = None
    spread_to: Text | None = None
    places: tuple[PlaceId, ...] = ()
    decided_by: OrganisationId | None = None
    date: PartialDate | None = None
    statement: Text | None = None
    quote: str | None = None


class DutyKind(enum.Enum):
    """What a partner must do for the cooperation to be accountable."""

    REPORT = "report"
    DECIDE = "decide"
    EVALUATE = "evaluate"
    ACCOUNT = "account"


@frozen(kw_only=True)
class Duty:
    """Who reports, decides, evaluates or keeps the accounts.

    Attributes:
        kind: What must be done.
        partners: Who does it.
        statement: What exactly.
        quote: The few words of the source this rests on.

    """

    kind: DutyKind
    partners: tuple[OrganisationId, ...] = ()
    statement: Text | None = None
    quote: str | None = None


class ClaimKind(enum.Enum):
    """What is claimed of the cooperation as a whole."""

    WIN_WIN = "win-win"
    MUTUAL = "mutual"
    BENEFICIAL_TO_ALL = "beneficial-to-all"


@frozen(kw_only=True)
class Claim:
    """That the text says the project benefits all, which names no gain of anybody.

    Attributes:
        kind: What is claimed.
        statement: In what words of your own.
        quote: The few words of the source this rests on.

    """

    kind: ClaimKind
    statement: Text | None = None
    quote: str | None = None


@frozen(kw_only=True)
class WinWin(Shown):
    """Mutual benefit, told as separate facts.

    Attributes:
        benefits: Who gains what.
        transfers: Who teaches whom.
        contributions: Who brings what.
        adoptions: What stays.
        duties: Who reports, decides, evaluates.
        claims: What the text claims without naming a gain.

    """

    benefits: tuple[Benefit, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    adoptions: tuple[Adoption, ...] = ()
    duties: tuple[Duty, ...] = ()
    claims: tuple[Claim, ...] = ()

    def benefits_of(self, partner: str) -> tuple[Benefit, ...]:
        """What this partner gains, joint gains included."""
        return tuple(benefit for benefit in self.benefits if benefit.partner == partner)
