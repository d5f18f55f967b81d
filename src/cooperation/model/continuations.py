"""How projects follow one another or belong together, and what a text counts without listing it."""

import enum

from attrs import field

from cooperation.errors import InvariantError
from cooperation.model.amounts import Count
from cooperation.model.answer import Answer
from cooperation.model.dates import Period
from cooperation.model.declare import (
    OrganisationId,
    ProjectId,
    StatedCountId,
    frozen,
    identifier,
    maybe_identifier,
    not_negative,
)
from cooperation.model.sources import Source
from cooperation.model.text import Text

__all__ = [
    "Continuation",
    "ContinuationKind",
    "Counted",
    "CountedAgainst",
    "Relation",
    "RelationKind",
    "Series",
    "StatedCount",
]


class ContinuationKind(enum.Enum):
    """How a project follows another."""

    BUILDS_ON = "builds-on"
    CONTINUES = "continues"
    EXPANDS = "expands"
    PREPARED_BY = "prepared-by"
    GROWS_FROM_PARTNERSHIP = "grows-from-partnership"


@frozen(kw_only=True)
class Continuation:
    """That the project follows another, which may be known only by a nickname.

    Attributes:
        kind: How.
        project: The one it follows.
        alias: What the source calls that one.
        lessons: What is carried over from it.
        period: When that one ran, where it is no project of the portfolio.
        source: Where it is known from.
        quote: The few words of the source this rests on.

    """

    kind: ContinuationKind
    project: ProjectId | None = None
    alias: str | None = None
    lessons: Text | None = None
    period: Period | None = None
    source: Source | None = None
    quote: str | None = None


class RelationKind(enum.Enum):
    """How a published project belongs with another, as the IATI list RelatedActivityType has it."""

    PARENT = "parent"
    CHILD = "child"
    SIBLING = "sibling"
    CO_FUNDED = "co-funded"
    THIRD_PARTY = "third-party"


@frozen(kw_only=True)
class Relation:
    """That the project belongs with another that is published, which need not come before it.

    Attributes:
        kind: What the other one is to it: the whole it is a part of, a part of it, another part of the same whole, one
            with the same funder, or the same work as another publisher reports it.
        code: The code under which the other one is published.
        project: Its id, where it is a project of the portfolio.

    """

    kind: RelationKind
    code: str = field(validator=identifier)
    project: ProjectId | None = None


@frozen(kw_only=True)
class Series:
    """A row of projects that the project belongs to.

    Attributes:
        name: What the row is called.
        number: Which of the row it is; 1 is the first.
        length: How many the row has, where it is known.

    Raises:
        InvariantError: The number is below 1 or above the length.

    """

    name: Text | None = None
    number: int | None = None
    length: int | None = field(default=None, validator=not_negative)

    def __attrs_post_init__(self) -> None:
        if self.number is not None and self.number < 1:
            raise InvariantError(f"number {self.number} of a series is below 1")
        if self.number is not None and self.length is not None and self.number > self.length:
            raise InvariantError(f"number {self.number} of a series of {self.length}")


class Counted(enum.Enum):
    """What a stated count counts.

    The first nine have a list in the model to hold the count against; the rest are only stated.
    """

    ACTIVITIES = "activities"
    VISITS = "visits"
    PILOTS = "pilots"
    THEMES = "themes"
    SCOPES = "scopes"
    PARTNERS = "partners"
    OBJECTIVES = "objectives"
    INDICATORS = "indicators"
    REPORTS = "reports"
    PARTICIPANTS = "participants"
    PERSONS = "persons"
    HOUSEHOLDS = "households"
    ORGANISATIONS = "organisations"
    PLACES = "places"
    STAGES = "stages"
    PROJECTS = "projects"
    YEARS = "years"


@frozen(kw_only=True)
class StatedCount:
    """A number the text states of something it may not list.

    Attributes:
        count: The number.
        of: What it counts.
        id: Its name, where another count is a part of it.
        unit: The source's own word for what it counts, such as "preschool pupils".
        international: Whether it counts only what several countries meet for.
        over: The partners it is a total over.
        part_of: The count it is a part of.
        quote: The few words of the source this rests on.

    """

    count: Count
    of: Counted
    id: str | None = field(default=None, validator=maybe_identifier)
    unit: Text | None = None
    international: bool | None = None
    over: tuple[OrganisationId, ...] = ()
    part_of: StatedCountId | None = None
    quote: str | None = None


@frozen
class CountedAgainst:
    """A stated count beside what the model lists.

    Attributes:
        stated: The count as stated.
        listed: How many the model lists; ``None`` where it has no list of them, an empty one, or does not know of each
            whether it counts.

    """

    stated: StatedCount
    listed: int | None

    @property
    def agrees(self) -> Answer:
        """Whether the two are the same number; unknown where nothing is listed or the number is only about right."""
        total = self.stated.count.total
        if self.listed is None or total is None:
            return Answer.UNKNOWN
        if total == self.listed:
            return Answer.YES
        return Answer.UNKNOWN if self.stated.count.approximate else Answer.NO
