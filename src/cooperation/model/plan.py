"""The work: activities, pilots, who does them, what they cost, and how it all goes on afterwards."""

import enum

from attrs import field

from cooperation.display import Shown
from cooperation.errors import InvariantError
from cooperation.model.amounts import Money
from cooperation.model.budget import Budget, CostKind
from cooperation.model.dates import PartialDate, Period, When
from cooperation.model.declare import (
    ActivityId,
    ObjectiveId,
    OrganisationId,
    PlaceId,
    TargetGroupId,
    check_unique,
    frozen,
    identifier,
)
from cooperation.model.people import ParticipantGroup, Team
from cooperation.model.records import Approval, Change, Report
from cooperation.model.sources import Source
from cooperation.model.text import Text

__all__ = [
    "Activity",
    "ActivityKind",
    "Anchoring",
    "AnchoringKind",
    "Channel",
    "CostLine",
    "Dissemination",
    "Method",
    "Milestone",
    "Pilot",
    "PilotStage",
    "Plan",
    "StageKind",
    "StageStatus",
    "Sustainability",
    "WorkStatus",
]


class ActivityKind(enum.Enum):
    """What kind of work it is."""

    WORKSHOP = "workshop"
    SEMINAR = "seminar"
    TRAINING = "training"
    STUDY_VISIT = "study-visit"
    VISIT = "visit"
    INTERNSHIP = "internship"
    EXCHANGE = "exchange"
    BENCHMARKING = "benchmarking"
    ASSESSMENT = "assessment"
    MAPPING = "mapping"
    ANALYSIS = "analysis"
    PRESENTATION = "presentation"
    PILOT = "pilot"
    EVALUATION = "evaluation"
    PLANNING = "planning"
    PRODUCTION = "production"
    SURVEY = "survey"
    CAMPAIGN = "campaign"
    PROCUREMENT = "procurement"
    CONSTRUCTION = "construction"
    SCHOOL_VISIT = "school-visit"
    EXPERIMENT = "experiment"
    MEETING = "meeting"
    MANAGEMENT = "management"
    STEERING = "steering"
    REPORTING = "reporting"
    DISSEMINATION = "dissemination"
    OTHER = "other"

    @property
    def runs_the_project(self) -> bool:
        """Whether such work serves the project itself and needs no output of its own."""
        return self in (ActivityKind.MANAGEMENT, ActivityKind.STEERING, ActivityKind.REPORTING, ActivityKind.EVALUATION)


class WorkStatus(enum.Enum):
    """How the work goes, apart from what it achieves."""

    PLANNED = "planned"
    ONGOING = "ongoing"
    DELAYED = "delayed"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


@frozen(kw_only=True)
class Milestone:
    """A point the work must pass.

    Attributes:
        title: What is then done.
        due: When it is to be passed.
        reached: When it was.

    """

    title: Text
    due: When | None = None
    reached: PartialDate | None = None


@frozen(kw_only=True)
class CostLine:
    """What an activity costs, where the budget has no line for it.

    Attributes:
        amount: How much.
        kind: For what.
        partner: Who pays it.
        description: What exactly.

    """

    amount: Money
    kind: CostKind | None = None
    partner: OrganisationId | None = None
    description: Text | None = None


@frozen(kw_only=True)
class Activity(Shown):
    """A piece of work.

    Attributes:
        id: Its name in the document.
        title: What is done.
        kind: What kind of work it is.
        description: How it is done.
        international: Whether people of several countries meet for it.
        host: The partner it takes place at.
        place: Where it takes place.
        partners: Who takes part.
        responsible: Who sees that it is done.
        period: When it is planned.
        actual: When it took place.
        status: How the work goes.
        after: The activities that must be done first.
        milestones: The points it must pass.
        participants: Who takes part in it, counted.
        target_groups: The target groups it reaches.
        costs: What it costs.
        contributes_to: The outputs it serves.
        quote: The few words of the source this rests on.

    Raises:
        InvariantError: It must come after itself.

    """

    id: str = field(validator=identifier)
    title: Text
    kind: ActivityKind | None = None
    description: Text | None = None
    international: bool | None = None
    host: OrganisationId | None = None
    place: PlaceId | None = None
    partners: tuple[OrganisationId, ...] = ()
    responsible: OrganisationId | None = None
    period: Period | None = None
    actual: Period | None = None
    status: WorkStatus | None = None
    after: tuple[ActivityId, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    participants: tuple[ParticipantGroup, ...] = ()
    target_groups: tuple[TargetGroupId, ...] = ()
    costs: tuple[CostLine, ...] = ()
    contributes_to: tuple[ObjectiveId, ...] = ()
    quote: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.id in self.after:
            raise InvariantError(f"activity {self.id!r} must come after itself")


class StageKind(enum.Enum):
    """The stages in the life of a pilot, in order."""

    BUILT = "built"
    TESTED = "tested"
    EVALUATED = "evaluated"
    ADOPTED = "adopted"
    SPREAD = "spread"


class StageStatus(enum.Enum):
    """Whether a stage is planned or behind."""

    PLANNED = "planned"
    ONGOING = "ongoing"
    DONE = "done"
    FAILED = "failed"


@frozen(kw_only=True)
class PilotStage:
    """One stage of a pilot.

    Attributes:
        kind: Which one.
        status: Whether it is planned or done.
        date: When.
        activity: The activity that carries it out.

    """

    kind: StageKind
    status: StageStatus | None = None
    date: PartialDate | None = None
    activity: ActivityId | None = None


@frozen(kw_only=True)
class Pilot:
    """Something that is built, tried out on a small scale, judged, and kept or dropped.

    Attributes:
        id: Its name in the document.
        title: What is tried out.
        objective: The output it tries out.
        partners: Who tries it.
        places: Where.
        stages: What happens to it.
        tested_with: Those it is tried out with.
        decided_by: Who decides whether it is kept.
        quote: The few words of the source this rests on.

    """

    id: str = field(validator=identifier)
    title: Text
    objective: ObjectiveId | None = None
    partners: tuple[OrganisationId, ...] = ()
    places: tuple[PlaceId, ...] = ()
    stages: tuple[PilotStage, ...] = ()
    tested_with: tuple[TargetGroupId, ...] = ()
    decided_by: OrganisationId | None = None
    quote: str | None = None

    def has_stage(self, kind: StageKind) -> bool:
        """Whether this stage is planned or done."""
        return any(stage.kind is kind and stage.status is not StageStatus.FAILED for stage in self.stages)


@frozen(kw_only=True)
class Method:
    """A way of working the project names, without saying when.

    Attributes:
        kind: What kind of work it is.
        description: What it is.
        partners: Who works that way.
        quote: The few words of the source this rests on.

    """

    kind: ActivityKind | None = None
    description: Text | None = None
    partners: tuple[OrganisationId, ...] = ()
    quote: str | None = None


class Channel(enum.Enum):
    """How results are made known."""

    FILM = "film"
    TELEVISION = "television"
    RADIO = "radio"
    WEB = "web"
    SOCIAL_MEDIA = "social-media"
    PRESS = "press"
    PUBLICATION = "publication"
    EVENT = "event"


@frozen(kw_only=True)
class Dissemination:
    """How results are made known, and to whom.

    Attributes:
        channel: By what means.
        description: What is shown.
        product: The output it shows.
        audience: To whom.
        date: When, perhaps only told by another date.
        partners: Who does it.
        organisation: Who carries it, such as a television station.
        link: Where it can be seen.
        quote: The few words of the source this rests on.

    """

    channel: Channel | None = None
    description: Text | None = None
    product: ObjectiveId | None = None
    audience: tuple[TargetGroupId, ...] = ()
    date: When | None = None
    partners: tuple[OrganisationId, ...] = ()
    organisation: OrganisationId | None = None
    link: Source | None = None
    quote: str | None = None


class AnchoringKind(enum.Enum):
    """Where a project is rooted so that it lasts."""

    POLITICAL = "political"
    MANAGEMENT = "management"
    STAFF = "staff"
    COMMUNITY = "community"
    LEGAL = "legal"


@frozen(kw_only=True)
class Anchoring:
    """How the project is rooted in an organisation so that it lasts.

    Attributes:
        kind: Where.
        partner: At which partner.
        statement: How.
        quote: The few words of the source this rests on.

    """

    kind: AnchoringKind
    partner: OrganisationId | None = None
    statement: Text | None = None
    quote: str | None = None


@frozen(kw_only=True)
class Sustainability:
    """Why results are to last: who owns them, who pays, who has decided.

    Attributes:
        statement: Why they last.
        objectives: The results it is said of.
        owner: Who looks after them.
        funding: Who pays for them.
        decision: Who has decided or is to decide it.
        quote: The few words of the source this rests on.

    """

    statement: Text
    objectives: tuple[ObjectiveId, ...] = ()
    owner: OrganisationId | None = None
    funding: OrganisationId | None = None
    decision: Text | None = None
    quote: str | None = None


@frozen(kw_only=True)
class Plan(Shown):
    """The work plan with everything that belongs to it.

    Attributes:
        activities: What is done.
        pilots: What is tried out.
        budget: What it costs.
        teams: Who does it.
        participants: Who takes part in the work as a whole.
        methods: Ways of working that are named without a date.
        dissemination: How results are made known.
        anchoring: How the project is rooted in its organisations.
        sustainability: Why its results are to last.
        reports: What was reported.
        approval: The version that was approved.
        changes: What was changed since, and why.
        submitted: When the proposal was submitted.

    Raises:
        InvariantError: Two activities or two pilots have one id.

    """

    activities: tuple[Activity, ...] = ()
    pilots: tuple[Pilot, ...] = ()
    budget: Budget | None = None
    teams: tuple[Team, ...] = ()
    participants: tuple[ParticipantGroup, ...] = ()
    methods: tuple[Method, ...] = ()
    dissemination: tuple[Dissemination, ...] = ()
    anchoring: tuple[Anchoring, ...] = ()
    sustainability: tuple[Sustainability, ...] = ()
    reports: tuple[Report, ...] = ()
    approval: Approval | None = None
    changes: tuple[Change, ...] = ()
    submitted: PartialDate | None = None

    def __attrs_post_init__(self) -> None:
        check_unique(("activities", ("activities",), self.activities), ("pilots", ("pilots",), self.pilots))
