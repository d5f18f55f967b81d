"""The logframe as a graph: objectives that contribute to one another, and what must hold for them to do so."""

import enum
from collections.abc import Callable, Iterator
from decimal import Decimal

from attrs import field

from cooperation.display import Shown
from cooperation.errors import InvariantError
from cooperation.model.dates import PartialDate
from cooperation.model.declare import (
    IndicatorId,
    ObjectiveId,
    OrganisationId,
    PlaceId,
    TargetGroupId,
    check_ids,
    check_unique,
    frozen,
    identifier,
    maybe_identifier,
    percentage,
    wording,
)
from cooperation.model.grades import Grade, Likelihood
from cooperation.model.indicators import Indicator
from cooperation.model.modality import Modality
from cooperation.model.sources import Source
from cooperation.model.tags import CrossCuttingValue
from cooperation.model.text import Text

__all__ = [
    "Assumption",
    "ConditionKind",
    "ConditionStatus",
    "FrameworkReference",
    "Level",
    "Logframe",
    "Objective",
    "Precondition",
    "Risk",
    "RiskCategory",
    "Scope",
]


class Level(enum.Enum):
    """The neutral level of an objective; every donor has words of its own for it.

    Definitions follow the OECD-DAC glossary of key terms in evaluation:
    outputs are products and services, outcomes their short and medium effects, impact the long-term ones.
    """

    OUTPUT = "output"
    INTERMEDIATE_OUTCOME = "intermediate-outcome"
    OUTCOME = "outcome"
    IMPACT = "impact"

    @property
    def rank(self) -> int:
        """1 for an output to 4 for the impact; activities stand at 0."""
        return _LEVELS.index(self) + 1


_LEVELS = tuple(Level)


class Scope(enum.Enum):
    """Where a change shows: in persons, in organisations or in society."""

    INDIVIDUAL = "individual"
    ORGANISATION = "organisation"
    SOCIETY = "society"

    @property
    def width(self) -> int:
        """1 for individuals to 3 for society."""
        return list(Scope).index(self) + 1


class ConditionStatus(enum.Enum):
    """Whether a condition holds."""

    OPEN = "open"
    MET = "met"
    FAILED = "failed"


@frozen(kw_only=True)
class Assumption:
    """A condition outside the project's control that must hold for the step upward from an objective.

    Attributes:
        statement: What must hold, worded as a positive state.
        id: Its name in the document, where something refers to it.
        likelihood: How likely it is to hold.
        importance: How much depends on it.
        status: Whether it was found to hold.
        answer: What is done if it does not.
        owner: Who keeps an eye on it.
        watched_by: The indicator that shows it.
        evidence: What speaks for it.
        reviewed: When it was last looked at.

    """

    statement: Text
    id: str | None = field(default=None, validator=maybe_identifier)
    likelihood: Likelihood | None = None
    importance: Grade | None = None
    status: ConditionStatus | None = None
    answer: Text | None = None
    owner: OrganisationId | None = None
    watched_by: IndicatorId | None = None
    evidence: Text | None = None
    reviewed: PartialDate | None = None


class RiskCategory(enum.Enum):
    """What kind of risk it is."""

    POLITICAL = "political"
    ECONOMIC = "economic"
    SOCIAL = "social"
    ENVIRONMENTAL = "environmental"
    SECURITY = "security"
    ORGANISATIONAL = "organisational"
    FIDUCIARY = "fiduciary"
    TECHNICAL = "technical"
    LEGAL = "legal"


@frozen(kw_only=True)
class Risk:
    """Something that may happen and would hinder the project.

    Attributes:
        statement: What may happen.
        id: Its name in the document.
        category: What kind of risk it is.
        likelihood: How likely it is.
        consequence: How much harm it would do.
        answer: What is done about it.
        owner: Who sees to that.
        watched_by: The indicator that shows it coming.
        objectives: The objectives it threatens.
        status: Whether it is still open.

    """

    statement: Text
    id: str | None = field(default=None, validator=maybe_identifier)
    category: RiskCategory | None = None
    likelihood: Likelihood | None = None
    consequence: Grade | None = None
    answer: Text | None = None
    owner: OrganisationId | None = None
    watched_by: IndicatorId | None = None
    objectives: tuple[ObjectiveId, ...] = ()
    status: ConditionStatus | None = None

    @property
    def weight(self) -> int | None:
        """Likelihood times consequence, 1 to 25; ``None`` when either is not known."""
        if self.likelihood is None or self.consequence is None:
            return None
        return self.likelihood.rank * self.consequence.rank


class ConditionKind(enum.Enum):
    """What a condition is about, as the IATI list ConditionType has it.

    A policy that must be followed, results that must be reached, or money that must be used and accounted for in a
    certain way.
    """

    POLICY = "policy"
    PERFORMANCE = "performance"
    FIDUCIARY = "fiduciary"


@frozen(kw_only=True)
class Precondition:
    """Something that must hold before the project can start, or before its money flows.

    Attributes:
        statement: What must hold.
        id: Its name in the document.
        kind: What it is about.
        status: Whether it does.
        owner: Who sees to it.
        due: By when it must hold, where that is not the start.

    """

    statement: Text
    id: str | None = field(default=None, validator=maybe_identifier)
    kind: ConditionKind | None = None
    status: ConditionStatus | None = None
    owner: OrganisationId | None = None
    due: PartialDate | None = None


@frozen(kw_only=True)
class FrameworkReference:
    """The code an objective has in a framework of results, such as a donor's or a country's.

    Attributes:
        code: The code.
        url: Where the framework is.
        title: What the framework calls it.

    """

    code: str = field(validator=wording)
    url: str | None = None
    title: Text | None = None


@frozen(kw_only=True)
class Objective(Shown):
    """A change or a product the project aims at, on one level of the logframe.

    Attributes:
        id: Its name in the document.
        statement: What is to be reached; empty while nobody has worded it.
        level: Its neutral level; ``None`` when its author did not say and it cannot be told.
        other_statements: Further wordings of the same objective.
        description: What it consists of.
        label: The word its author used for the level, such as "purpose" or "overall objective".
        scope: Where the change shows.
        further_scopes: Other places where it shows, when one objective has several.
        partner: The partner whose it is, when it is one's only.
        places: Where it is to be reached.
        target_groups: For whom.
        modality: How sure the author is.
        contributes_to: The objectives it serves; there may be several.
        due: When it is to be reached.
        weight: Its share of the project's effect, in per cent.
        risk_rating: How risky it is, as some donors ask of an output.
        continuing: Whether it is meant to go on after the project.
        values: The cross-cutting values it serves.
        indicators: What shows that it is reached.
        assumptions: What must hold for the step upward from it.
        references: Its codes in frameworks of results.
        documents: What can be read of it.
        quote: The few words of the source this rests on.
        note: What else is known.

    """

    id: str = field(validator=identifier)
    statement: Text
    level: Level | None = None
    other_statements: tuple[Text, ...] = ()
    description: Text | None = None
    label: str | None = None
    scope: Scope | None = None
    further_scopes: tuple[Scope, ...] = ()
    partner: OrganisationId | None = None
    places: tuple[PlaceId, ...] = ()
    target_groups: tuple[TargetGroupId, ...] = ()
    modality: Modality | None = None
    contributes_to: tuple[ObjectiveId, ...] = ()
    due: PartialDate | None = None
    weight: Decimal | None = field(default=None, validator=percentage)
    risk_rating: Grade | None = None
    continuing: bool | None = None
    values: tuple[CrossCuttingValue, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    references: tuple[FrameworkReference, ...] = ()
    documents: tuple[Source, ...] = ()
    quote: str | None = None
    note: Text | None = None

    @property
    def scopes(self) -> tuple[Scope, ...]:
        """All the scopes it shows in."""
        return self.further_scopes if self.scope is None else (self.scope, *self.further_scopes)


@frozen(kw_only=True)
class Logframe(Shown):
    """The objectives of a project as a graph, with what must hold for it.

    Attributes:
        objectives: All of them, in the author's order.
        conditional: Whether anything must hold before the start or for the money to flow; ``None`` when nobody said.
        preconditions: What must hold.
        risks: What may hinder the project as a whole.

    Raises:
        InvariantError: Two objectives, or two indicators, have one id; or nothing must hold, and a precondition says
            what.

    >>> frame = Logframe(objectives=(
    ...     Objective(id="health", statement="People are healthier", level=Level.IMPACT),
    ...     Objective(id="water", statement="Clean water is drunk", level=Level.OUTCOME, contributes_to=("health",)),
    ...     Objective(id="wells", statement="Wells", level=Level.OUTPUT, contributes_to=("water",))))
    >>> [objective.id for objective in frame.supports("wells")]
    ['water']
    >>> [objective.id for objective in frame.supported_by("health")]
    ['water']
    >>> [[objective.id for objective in step] for step in frame.chain()]
    [['wells'], ['water'], ['health']]

    """

    objectives: tuple[Objective, ...] = ()
    conditional: bool | None = None
    preconditions: tuple[Precondition, ...] = ()
    risks: tuple[Risk, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.conditional is False and self.preconditions:
            message = "nothing must hold (conditional: false), and a precondition says what must"
            raise InvariantError(message, ("conditional",))
        check_unique(("objectives", ("objectives",), self.objectives))
        indicators = self.indicators
        if len({indicator.id for indicator in indicators}) < len(indicators):
            check_ids(
                (
                    "indicators",
                    [
                        (indicator.id, ("objectives", i, "indicators", j, "id"))
                        for i, objective in enumerate(self.objectives)
                        for j, indicator in enumerate(objective.indicators)
                    ],
                )
            )

    def objective(self, id: str) -> Objective | None:  # noqa: A002
        """The objective with this id, or ``None``."""
        return next((objective for objective in self.objectives if objective.id == id), None)

    def at_level(self, level: Level) -> tuple[Objective, ...]:
        """The objectives of one level, in the author's order."""
        return tuple(objective for objective in self.objectives if objective.level is level)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators of all objectives, in the author's order."""
        return tuple(indicator for objective in self.objectives for indicator in objective.indicators)

    def supports(self, id: str) -> tuple[Objective, ...]:  # noqa: A002
        """What this objective contributes to, one step up."""
        below = self.objective(id)
        return () if below is None else tuple(o for o in self.objectives if o.id in below.contributes_to)

    def supported_by(self, id: str) -> tuple[Objective, ...]:  # noqa: A002
        """What contributes to this objective, one step down."""
        return tuple(objective for objective in self.objectives if id in objective.contributes_to)

    def all_supports(self, id: str) -> tuple[Objective, ...]:  # noqa: A002
        """Everything this objective contributes to, however far up, in the author's order."""
        return self._closure(id, self.supports)

    def all_supported_by(self, id: str) -> tuple[Objective, ...]:  # noqa: A002
        """Everything that contributes to this objective, however far down, in the author's order."""
        return self._closure(id, self.supported_by)

    def chain(self) -> tuple[tuple[Objective, ...], ...]:
        """The results chain: the objectives in steps, each after all that contributes to it.

        Objectives that contribute to one another in a circle have no place in a chain and are left out;
        a rule reports them.
        """
        return tuple(tuple(step) for step in self._steps())

    @property
    def circular(self) -> tuple[Objective, ...]:
        """The objectives that contribute to themselves in a circle, or hang above one."""
        placed = {objective.id for step in self._steps() for objective in step}
        return tuple(objective for objective in self.objectives if objective.id not in placed)

    def _steps(self) -> Iterator[list[Objective]]:
        waiting = {
            o.id: {other.id for other in self.objectives if o.id in other.contributes_to} for o in self.objectives
        }
        done: set[str] = set()
        while step := [o for o in self.objectives if o.id not in done and waiting[o.id] <= done]:
            yield step
            done |= {objective.id for objective in step}

    def _closure(self, id: str, step: Callable[[str], tuple[Objective, ...]]) -> tuple[Objective, ...]:  # noqa: A002
        found: set[str] = set()
        frontier = [id]
        while frontier:
            for objective in step(frontier.pop()):
                if objective.id not in found:
                    found.add(objective.id)
                    frontier.append(objective.id)
        return tuple(objective for objective in self.objectives if objective.id in found)
