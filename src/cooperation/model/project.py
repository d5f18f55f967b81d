"""A project: a house of a few rooms, each holding one side of it."""

import enum
from collections.abc import Callable

from attrs import field

from cooperation.display import Shown
from cooperation.model.answer import Answer
from cooperation.model.codes import ProjectCode
from cooperation.model.continuations import Continuation, Counted, CountedAgainst, Relation, Series, StatedCount
from cooperation.model.dates import Period
from cooperation.model.declare import PartnershipId, check_unique, frozen, identifier
from cooperation.model.framing import Framing
from cooperation.model.logframe import Logframe
from cooperation.model.organisations import Organisation
from cooperation.model.partnerships import Participation, Programme
from cooperation.model.plan import ActivityKind, Plan
from cooperation.model.sources import Source
from cooperation.model.tags import Tags
from cooperation.model.text import Text
from cooperation.model.win_win import WinWin

__all__ = ["ListName", "Phase", "Project", "ProjectStatus", "Stage"]


class Stage(enum.Enum):
    """What a document claims to be, which decides what it must contain."""

    SUMMARY = "summary"
    PROPOSAL = "proposal"
    PROGRESS = "progress"
    FINAL = "final"


class Phase(enum.Enum):
    """The phase of its programme that a project is."""

    INCEPTION = "inception"
    IMPLEMENTATION = "implementation"
    STEERING_GROUP = "steering-group"
    EXPANSION = "expansion"
    DISSEMINATION = "dissemination"


class ProjectStatus(enum.Enum):
    """Where a project stands, as its text says and never guessed from a tense."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    RUNNING = "running"
    ENDED = "ended"
    CANCELLED = "cancelled"
    REJECTED = "rejected"


class ListName(enum.Enum):
    """A list of the project that its text may leave open with "etc." or "such as"."""

    INVOLVED = "involved"
    TARGET_GROUPS = "target-groups"
    THEMES = "themes"
    OBJECTIVES = "objectives"
    ACTIVITIES = "activities"
    METHODS = "methods"


@frozen(kw_only=True)
class Project(Shown):
    """A cooperation project, as much of it as is known.

    Attributes:
        id: Its name in the document.
        title: What it is called.
        aliases: What else it is called, such as a short name.
        codes: Under which codes it is registered or published.
        stage: What the document claims to be; asked as a proposal where nothing is said.
        phase: The phase of its programme that it is.
        status: Where it stands.
        period: When it runs, as it was planned where that is known.
        actual: When it ran in fact, as far as that is known.
        series: The row of projects it belongs to.
        partnership: The partnership it is carried out in.
        programme: The funding programme it applies to, where that is not the partnership's.
        partners: The core partners, each of which must gain.
        involved: Everyone else who takes part.
        framing: Why it exists and for whom.
        logframe: What it aims at, and what shows it.
        plan: How it is done.
        win_win: Who gains what.
        tags: What it is marked with.
        continuations: Which projects it follows.
        relations: Which published projects it belongs with.
        stated_counts: Numbers its text states.
        open_lists: Lists its text leaves open.
        sources: Where it is known from.

    Raises:
        InvariantError: Two of its sources, stated counts, problems, themes or target groups have one id.

    >>> project = Project(id="energy-plan", title="Development of an Energy Plan", partners=(
    ...     Participation(organisation=Organisation(id="vaxjo", name="City of Växjö", country="SE")),))
    >>> project.partners[0].organisation.country
    'SE'
    >>> project.partner("jb-marks") is None
    True

    """

    id: str = field(validator=identifier)
    title: Text
    aliases: tuple[Text, ...] = ()
    codes: tuple[ProjectCode, ...] = field(default=(), repr=False)
    stage: Stage | None = None
    phase: Phase | None = None
    status: ProjectStatus | None = None
    period: Period | None = None
    actual: Period | None = None
    series: Series | None = None
    partnership: PartnershipId | None = None
    programme: Programme | None = field(default=None, repr=False)
    partners: tuple[Participation, ...] = field(default=(), repr=False)
    involved: tuple[Participation, ...] = field(default=(), repr=False)
    framing: Framing = field(default=Framing(), repr=False)
    logframe: Logframe = field(default=Logframe(), repr=False)
    plan: Plan = field(default=Plan(), repr=False)
    win_win: WinWin = field(default=WinWin(), repr=False)
    tags: Tags = field(default=Tags(), repr=False)
    continuations: tuple[Continuation, ...] = field(default=(), repr=False)
    relations: tuple[Relation, ...] = field(default=(), repr=False)
    stated_counts: tuple[StatedCount, ...] = field(default=(), repr=False)
    open_lists: tuple[ListName, ...] = field(default=(), repr=False)
    sources: tuple[Source, ...] = field(default=(), repr=False)

    def __attrs_post_init__(self) -> None:
        framing = self.framing
        check_unique(
            ("sources", ("sources",), self.sources),
            ("stated counts", ("stated_counts",), self.stated_counts),
            ("problems", ("framing", "problems"), framing.problems),
            ("themes", ("framing", "themes"), framing.themes),
            ("target groups", ("framing", "target_groups"), framing.target_groups),
        )

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """Every organisation that takes part, core partners first, each once."""
        found: dict[str, Organisation] = {}
        for participation in (*self.partners, *self.involved):
            if participation.organisation is not None:
                found.setdefault(participation.organisation.id, participation.organisation)
        return tuple(found.values())

    def partner(self, id: str) -> Participation | None:  # noqa: A002
        """The core partner with this organisation's id, or ``None``."""
        return next((p for p in self.partners if p.organisation is not None and p.organisation.id == id), None)

    @property
    def partner_ids(self) -> tuple[str, ...]:
        """The ids of the core partners that have one."""
        return tuple(p.organisation.id for p in self.partners if p.organisation is not None)

    def runs_in(self, year: int) -> Answer:
        """Whether it runs in this calendar year."""
        return Answer.UNKNOWN if self.period is None else self.period.in_year(year)

    @property
    def names(self) -> tuple[str, ...]:
        """Its id, its title and its aliases, in every language, as they are spelt.

        >>> Project(id="mis", title="Environmental education", aliases=("MIS-project",)).names
        ('mis', 'Environmental education', 'MIS-project')
        """
        texts = [self.title, *self.aliases]
        return self.id, *(word for t in texts for word in ([t] if isinstance(t, str) else dict(t.versions).values()))

    def is_called(self, name: str) -> bool:
        """Whether this is its id, its title or one of its aliases, whatever the case of the letters."""
        wanted = name.casefold()
        return any(wanted == own.casefold() for own in self.names)

    def counts(self) -> tuple[CountedAgainst, ...]:
        """Each stated count beside how many the model lists."""
        return tuple(CountedAgainst(stated, self._listed(stated)) for stated in self.stated_counts)

    def _listed(self, stated: StatedCount) -> int | None:
        count = _LISTS.get(stated.of)
        if count is not None:
            return count(self) or None
        if stated.of is Counted.SCOPES:
            # An objective that does not say where it shows may show in one more.
            told = [objective.scopes for objective in self.logframe.objectives]
            return len({scope for scopes in told for scope in scopes}) or None if all(told) else None
        if stated.of not in (Counted.ACTIVITIES, Counted.VISITS):
            return None
        activities = self.plan.activities
        if stated.international is not None:
            if any(activity.international is None for activity in activities):
                return None
            activities = tuple(a for a in activities if a.international is stated.international)
        if stated.of is Counted.VISITS:
            activities = tuple(a for a in activities if a.kind in (ActivityKind.VISIT, ActivityKind.STUDY_VISIT))
        return len(activities) or None


# What is counted without looking at each; activities and visits may be counted international only.
_LISTS: dict[Counted, Callable[[Project], int]] = {
    Counted.PILOTS: lambda project: len(project.plan.pilots),
    Counted.THEMES: lambda project: sum(theme.part_of is None for theme in project.framing.themes),
    Counted.PARTNERS: lambda project: len(project.partners),
    Counted.OBJECTIVES: lambda project: len(project.logframe.objectives),
    Counted.INDICATORS: lambda project: len(project.logframe.indicators),
    Counted.REPORTS: lambda project: len(project.plan.reports),
}
