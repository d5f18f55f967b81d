"""Why the project exists: context, problems, stakeholders, target groups, analyses, and the harm it might do."""

import enum

from attrs import field

from cooperation.display import Shown
from cooperation.model.amounts import AgeRange, Count
from cooperation.model.dates import PartialDate
from cooperation.model.declare import (
    ObjectiveId,
    OrganisationId,
    PlaceId,
    ProblemId,
    TargetGroupId,
    ThemeId,
    frozen,
    identifier,
    maybe_identifier,
)
from cooperation.model.grades import Grade, Likelihood
from cooperation.model.indicators import Observation
from cooperation.model.people import GenderSplit
from cooperation.model.places import Place
from cooperation.model.sources import Source
from cooperation.model.text import Text

__all__ = [
    "Analysis",
    "AnalysisKind",
    "AnalysisStatus",
    "ContextNote",
    "Framing",
    "Harm",
    "HarmKind",
    "Problem",
    "ProblemKind",
    "Reach",
    "Relevance",
    "RightsRole",
    "Stakeholder",
    "TargetGroup",
    "TargetGroupKind",
    "Theme",
]


@frozen(kw_only=True)
class ContextNote:
    """A statement about the world around the project, which nobody measures.

    Attributes:
        statement: What is the case.
        place: Where it is the case.
        partner: The partner it is said of.
        date: When it was the case.
        quote: The few words of the source this rests on.

    """

    statement: Text
    place: PlaceId | None = None
    partner: OrganisationId | None = None
    date: PartialDate | None = None
    quote: str | None = None


@frozen(kw_only=True)
class Theme:
    """A subject the project works on, or one of the areas it names.

    Attributes:
        id: Its name in the document.
        statement: What it is.
        part_of: The theme it is an area of.
        supports: Other themes it serves.
        partner: The partner that works on it, when it is one.
        quote: The few words of the source this rests on.

    """

    id: str = field(validator=identifier)
    statement: Text
    part_of: ThemeId | None = None
    supports: tuple[ThemeId, ...] = ()
    partner: OrganisationId | None = None
    quote: str | None = None


@frozen(kw_only=True)
class Relevance:
    """Why the project matters to a partner, where no gain is named.

    Attributes:
        partner: To whom it matters.
        statement: Why.
        quote: The few words of the source this rests on.

    """

    partner: OrganisationId
    statement: Text
    quote: str | None = None


class ProblemKind(enum.Enum):
    """Whether something is wrong, is needed, or could be used."""

    PROBLEM = "problem"
    NEED = "need"
    OPPORTUNITY = "opportunity"


@frozen(kw_only=True)
class Problem:
    """A problem or need of one partner or several; with its causes and effects it makes the problem tree.

    Attributes:
        id: Its name in the document.
        statement: What is wrong or needed.
        kind: Which of the two it is.
        partners: Whose it is; several for a shared one, none when nobody said.
        leads_to: The problems it is a cause of.
        answered_by: The objectives that answer it.
        selected: Whether the project takes it on; ``None`` when nobody said.
        state: How things stand, in words or in figures.
        places: Where it is felt.
        quote: The few words of the source this rests on.

    """

    id: str = field(validator=identifier)
    statement: Text
    kind: ProblemKind = ProblemKind.PROBLEM
    partners: tuple[OrganisationId, ...] = ()
    leads_to: tuple[ProblemId, ...] = ()
    answered_by: tuple[ObjectiveId, ...] = ()
    selected: bool | None = None
    state: Observation | None = None
    places: tuple[PlaceId, ...] = ()
    quote: str | None = None


class RightsRole(enum.Enum):
    """A stakeholder's role in a human-rights based approach."""

    RIGHTS_HOLDER = "rights-holder"
    DUTY_BEARER = "duty-bearer"


@frozen(kw_only=True)
class Stakeholder:
    """Somebody who can influence the project or is touched by it.

    Attributes:
        id: Its name in the document.
        name: Who it is; ``None`` when only that there is one is known.
        organisation: The organisation it is, when it is one that the document knows.
        target_group: The target group it is, when it is one.
        influence: How much it can do for or against the project.
        interest: How much the project matters to it.
        rights_role: Whether it holds rights or owes them.
        note: What it expects or fears.
        quote: The few words of the source this rests on.

    """

    id: str | None = field(default=None, validator=maybe_identifier)
    name: Text | None = None
    organisation: OrganisationId | None = None
    target_group: TargetGroupId | None = None
    influence: Grade | None = None
    interest: Grade | None = None
    rights_role: RightsRole | None = None
    note: Text | None = None
    quote: str | None = None


class TargetGroupKind(enum.Enum):
    """What a target group is made of."""

    PERSONS = "persons"
    HOUSEHOLDS = "households"
    ORGANISATIONS = "organisations"
    COMMUNITIES = "communities"


class Reach(enum.Enum):
    """Whether a project reaches people itself or through others."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    BOTH = "both"


@frozen(kw_only=True)
class TargetGroup:
    """Those the project is for.

    Attributes:
        id: Its name in the document.
        name: Who they are.
        kind: What it is made of.
        reach: Whether they are reached directly or through others.
        count: How many they are.
        genders: How many of each gender.
        age: How old they are.
        partners: The partners whose they are.
        places: Where they live.
        degree: How far the project is for them, in the source's words.
        quote: The few words of the source this rests on.

    """

    id: str = field(validator=identifier)
    name: Text | None = None
    kind: TargetGroupKind | None = None
    reach: Reach | None = None
    count: Count | None = None
    genders: GenderSplit | None = None
    age: AgeRange | None = None
    partners: tuple[OrganisationId, ...] = ()
    places: tuple[PlaceId, ...] = ()
    degree: Text | None = None
    quote: str | None = None


class AnalysisKind(enum.Enum):
    """What was analysed, after the steps of the logical framework approach."""

    CONTEXT = "context"
    STAKEHOLDER = "stakeholder"
    PROBLEM = "problem"
    OBJECTIVE = "objective"
    SWOT = "swot"
    RISK = "risk"
    GENDER = "gender"
    ENVIRONMENT = "environment"
    CONFLICT = "conflict"
    RIGHTS = "rights"


class AnalysisStatus(enum.Enum):
    """How far an analysis has come."""

    DONE = "done"
    PLANNED = "planned"
    NOT_DONE = "not-done"


@frozen(kw_only=True)
class Analysis:
    """An analysis that was made, or is said to have been.

    Attributes:
        kind: What was analysed.
        status: How far it has come.
        date: When it was made.
        partners: Who made it.
        findings: What it found.
        document: Where it can be read.
        quote: The few words of the source this rests on.

    """

    kind: AnalysisKind
    status: AnalysisStatus | None = None
    date: PartialDate | None = None
    partners: tuple[OrganisationId, ...] = ()
    findings: Text | None = None
    document: Source | None = None
    quote: str | None = None


class HarmKind(enum.Enum):
    """What kind of harm it is."""

    UNINTENDED_EFFECT = "unintended-effect"
    CONFLICT = "conflict"
    ENVIRONMENT = "environment"
    EXCLUSION = "exclusion"


@frozen(kw_only=True)
class Harm:
    """Harm the project might do, and what prevents it.

    Attributes:
        statement: What might happen.
        kind: What kind of harm it is.
        affected: Whom it would touch.
        likelihood: How likely it is.
        prevention: What is done about it.
        owner: Who sees to that.

    """

    statement: Text
    kind: HarmKind | None = None
    affected: tuple[TargetGroupId, ...] = ()
    likelihood: Likelihood | None = None
    prevention: Text | None = None
    owner: OrganisationId | None = None


@frozen(kw_only=True)
class Framing(Shown):
    """Why the project exists and for whom.

    Attributes:
        summary: The project in a few sentences.
        context: How things stand around it.
        themes: What it works on.
        relevance: Why it matters to each partner.
        problems: The problem tree.
        stakeholders: Who can influence it or is touched by it.
        target_groups: Those it is for.
        analyses: What was analysed beforehand.
        harms: The harm it might do.
        places: Places it names that belong to no organisation.

    """

    summary: Text | None = None
    context: tuple[ContextNote, ...] = ()
    themes: tuple[Theme, ...] = ()
    relevance: tuple[Relevance, ...] = ()
    problems: tuple[Problem, ...] = ()
    stakeholders: tuple[Stakeholder, ...] = ()
    target_groups: tuple[TargetGroup, ...] = ()
    analyses: tuple[Analysis, ...] = ()
    harms: tuple[Harm, ...] = ()
    places: tuple[Place, ...] = ()
