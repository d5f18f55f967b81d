"""People by their post, never by their name: teams, and those who take part without being a target group."""

import enum

from attrs import field

from cooperation.model.amounts import AgeRange, Count
from cooperation.model.dates import Period
from cooperation.model.declare import OrganisationId, UnitId, frozen, maybe_identifier, not_negative
from cooperation.model.text import Text

__all__ = ["Gender", "GenderSplit", "ParticipantGroup", "Post", "PostKind", "Side", "Team", "TeamKind"]


class PostKind(enum.Enum):
    """What somebody is in the organisation that sends them."""

    POLITICIAN = "politician"
    MANAGER = "manager"
    CIVIL_SERVANT = "civil-servant"
    PROJECT_MANAGER = "project-manager"
    COORDINATOR = "coordinator"
    TEACHER = "teacher"
    SCHOOL_MANAGER = "school-manager"
    EXPERT = "expert"
    PUPIL = "pupil"
    VOLUNTEER = "volunteer"
    OTHER = "other"


class Side(enum.Enum):
    """The side of the council a politician sits on."""

    MAJORITY = "majority"
    OPPOSITION = "opposition"


class Gender(enum.Enum):
    """A person's gender, where it is stated."""

    WOMAN = "woman"
    MAN = "man"
    OTHER = "other"


@frozen(kw_only=True)
class GenderSplit:
    """How many women, men and others there are, as far as it is stated.

    Attributes:
        women: How many women or girls.
        men: How many men or boys.
        others: How many others.

    Raises:
        InvariantError: A number is negative.

    """

    women: int | None = field(default=None, validator=not_negative)
    men: int | None = field(default=None, validator=not_negative)
    others: int | None = field(default=None, validator=not_negative)


@frozen(kw_only=True)
class Post:
    """A seat in a team, filled by one person or several of the same kind.

    Attributes:
        kind: What the person is.
        partner: The organisation that sends them.
        unit: The unit they come from.
        side: The side of the council, for a politician.
        gender: The person's gender, where stated.
        number: How many such posts there are; one where nothing is said.
        leads: Whether the post leads the team, or the partner's part of it.
        title: What the post is called.

    """

    kind: PostKind
    partner: OrganisationId | None = None
    unit: UnitId | None = None
    side: Side | None = None
    gender: Gender | None = None
    number: Count | None = None
    leads: bool | None = None
    title: Text | None = None


class TeamKind(enum.Enum):
    """What a team is for."""

    PROJECT = "project"
    INCEPTION = "inception"
    STEERING = "steering"
    REFERENCE = "reference"
    EVALUATION = "evaluation"


@frozen(kw_only=True)
class Team:
    """Those who carry out or steer the work.

    Attributes:
        id: Its name in the document.
        kind: What it is for.
        title: What it is called.
        posts: Who sits in it.
        size: How many sit in it, where a number is stated.
        quote: The few words of the source this rests on.

    """

    id: str | None = field(default=None, validator=maybe_identifier)
    kind: TeamKind | None = None
    title: Text | None = None
    posts: tuple[Post, ...] = ()
    size: Count | None = None
    quote: str | None = None


@frozen(kw_only=True)
class ParticipantGroup:
    """People who take part in the work itself, apart from the target groups it is for.

    Attributes:
        id: Its name in the document.
        label: What the source calls them, such as "target-group" for a project team.
        who: What they are.
        partner: The organisation they come from, when it is one.
        count: How many they are.
        genders: How many of each gender.
        age: How old they are.
        period: When they take part.
        quote: The few words of the source this rests on.

    """

    id: str | None = field(default=None, validator=maybe_identifier)
    label: Text | None = None
    who: PostKind | None = None
    partner: OrganisationId | None = None
    count: Count | None = None
    genders: GenderSplit | None = None
    age: AgeRange | None = None
    period: Period | None = None
    quote: str | None = None
