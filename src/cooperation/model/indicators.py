"""Indicators: what is measured, from where to where, and what was found."""

import enum
import functools
from decimal import Decimal

from attrs import field

from cooperation import codelists
from cooperation.display import Shown
from cooperation.errors import InvariantError
from cooperation.model.amounts import Value
from cooperation.model.dates import PartialDate, Period
from cooperation.model.declare import OrganisationId, PlaceId, frozen, identifier, not_negative, wording
from cooperation.model.sources import Source
from cooperation.model.text import Text

__all__ = [
    "Category",
    "Dimension",
    "Direction",
    "Frequency",
    "Indicator",
    "IndicatorReference",
    "IndicatorVocabulary",
    "Measure",
    "Observation",
    "OverParts",
    "OverTime",
    "Part",
    "UnitKind",
]


class Measure(enum.Enum):
    """How an indicator is measured, as the IATI list IndicatorMeasure has it."""

    UNIT = "unit"
    PERCENTAGE = "percentage"
    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    QUALITATIVE = "qualitative"

    @property
    def is_quantitative(self) -> bool:
        """Whether its values are numbers."""
        return self in (Measure.UNIT, Measure.PERCENTAGE)


class UnitKind(enum.Enum):
    """What is counted: only what is alike can be added."""

    PERSON = "person"
    HOUSEHOLD = "household"
    ORGANISATION = "organisation"
    PLACE = "place"
    EVENT = "event"
    DOCUMENT = "document"
    THING = "thing"
    MONEY = "money"
    TIME = "time"
    PHYSICAL = "physical"
    SCORE = "score"


class Direction(enum.Enum):
    """Which way is good."""

    INCREASE = "increase"
    DECREASE = "decrease"
    MAINTAIN = "maintain"


class OverTime(enum.Enum):
    """How values of several periods relate."""

    INCREMENTAL = "incremental"
    CUMULATIVE = "cumulative"
    LEVEL = "level"


class OverParts(enum.Enum):
    """How values of several places, partners or groups roll up."""

    SUM = "sum"
    AVERAGE = "average"
    MAXIMUM = "maximum"
    UNION = "union"
    RATIO = "ratio"
    NONE = "none"


class Frequency(enum.Enum):
    """How often something is measured or reported."""

    ONCE = "once"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"
    MID_AND_END = "mid-and-end"
    AT_END = "at-end"
    PER_EVENT = "per-event"


@frozen
class Category:
    """One group of a disaggregation, such as the women of sex.

    Attributes:
        dimension: What it is divided by, such as ``sex``, ``partner`` or ``age``.
        category: The group.

    """

    dimension: str
    category: str


@frozen(kw_only=True)
class Part:
    """The value of one group.

    Attributes:
        of: The group; several dimensions for a cross of groups.
        value: Its value; ``None`` when unknown.
        comment: What else a reader should know.
        documents: What can be read of it.

    Raises:
        InvariantError: It is of no group, or of two groups of one dimension.

    """

    of: tuple[Category, ...]
    value: Value | None = None
    comment: Text | None = None
    documents: tuple[Source, ...] = ()

    def __attrs_post_init__(self) -> None:
        if not self.of:
            raise InvariantError("a part is of no group: name at least one")
        if len({category.dimension for category in self.of}) < len(self.of):
            groups = ", ".join(f"{category.dimension} {category.category}" for category in self.of)
            raise InvariantError(f"a part is of two groups of one dimension: {groups}")


@frozen(kw_only=True)
class Dimension:
    """Something values are divided by.

    Attributes:
        name: What it is, such as ``sex`` or ``age group``.
        categories: The groups.
        exhaustive: Whether the groups together are the whole.
        disjoint: Whether nobody is in two groups.

    """

    name: str = field(validator=wording)
    categories: tuple[str, ...] = ()
    exhaustive: bool | None = None
    disjoint: bool | None = None


@frozen(kw_only=True)
class Observation:
    """A value with its time and its ground: a baseline, a milestone, a target or an actual.

    Attributes:
        value: What was or is to be found; ``None`` when unknown.
        date: When.
        period: Over what time, for what accumulates.
        place: Where.
        partner: At which partner.
        population: Of whom or what, such as "women over 15".
        parts: The value divided into groups.
        unit: The unit, where it is not the indicator's.
        source: Where it is known from.
        documents: What else can be read of it.
        comment: What else a reader should know.
        quote: The few words of the source this rests on.

    """

    value: Value | None = None
    date: PartialDate | None = None
    period: Period | None = None
    place: PlaceId | None = None
    partner: OrganisationId | None = None
    population: Text | None = None
    parts: tuple[Part, ...] = ()
    unit: Text | None = None
    source: Source | None = None
    documents: tuple[Source, ...] = ()
    comment: Text | None = None
    quote: str | None = None

    @property
    def due(self) -> PartialDate | None:
        """The date, or the end of the period."""
        return self.date if self.date is not None or self.period is None else self.period.end


class IndicatorVocabulary(enum.Enum):
    """Where an indicator's code comes from: the lists that the IATI list IndicatorVocabulary names, and others."""

    SDG = "sdg"
    WHO = "who"
    SPHERE = "sphere"
    WORLD_BANK = "world-bank"
    UNDP = "undp"
    HUMANITARIAN = "humanitarian"
    MDG = "mdg"
    HIV = "hiv-registry"
    HIPSO = "hipso"
    US_FOREIGN_ASSISTANCE = "us-foreign-assistance"
    DONOR = "donor"
    OWN = "own"


@frozen(kw_only=True)
class IndicatorReference:
    """The code an indicator has in a list of standard indicators.

    Attributes:
        vocabulary: The list.
        code: The code, such as ``4.1.1`` of the SDG indicators.
        url: Where the list is, for a list of one's own.
        title: What the list calls it.

    Raises:
        InvariantError: The code is of an SDG indicator whose target does not exist.

    """

    vocabulary: IndicatorVocabulary
    code: str = field(validator=identifier)
    url: str | None = None
    title: Text | None = None

    def __attrs_post_init__(self) -> None:
        if self.vocabulary is IndicatorVocabulary.SDG:
            check_sdg(self.code)


@frozen(kw_only=True)
class Indicator(Shown):
    """What shows whether an objective is reached.

    Attributes:
        id: Its name in the document.
        statement: What is measured.
        definition: What its words mean exactly.
        measure: How it is measured.
        unit: What is counted, such as "plan" or "family".
        unit_kind: What kind of thing that is.
        direction: Which way is good.
        tolerance: How far a value to be maintained may stray, in its own unit.
        over_time: How values of several periods relate.
        over_parts: How values of several parts roll up.
        unique: Whether nobody is counted twice.
        baseline: Where things stood before.
        milestones: Where they are to stand on the way.
        targets: Where they are to stand in the end.
        actuals: Where they were found to stand.
        dimensions: What its values are divided by.
        verification: The sources that show it.
        method: How the data are gathered.
        frequency: How often.
        responsible: Who gathers them.
        references: Its codes in lists of standard indicators.
        documents: What can be read of it.
        quote: The few words of the source this rests on.
        note: What else is known.

    """

    id: str = field(validator=identifier)
    statement: Text
    definition: Text | None = None
    measure: Measure | None = None
    unit: Text | None = None
    unit_kind: UnitKind | None = None
    direction: Direction | None = None
    tolerance: Decimal | None = field(default=None, validator=not_negative)
    over_time: OverTime | None = None
    over_parts: OverParts | None = None
    unique: bool | None = None
    baseline: Observation | None = None
    milestones: tuple[Observation, ...] = ()
    targets: tuple[Observation, ...] = ()
    actuals: tuple[Observation, ...] = ()
    dimensions: tuple[Dimension, ...] = ()
    verification: tuple[Text, ...] = ()
    method: Text | None = None
    frequency: Frequency | None = None
    responsible: OrganisationId | None = None
    references: tuple[IndicatorReference, ...] = ()
    documents: tuple[Source, ...] = ()
    quote: str | None = None
    note: Text | None = None


@functools.lru_cache(maxsize=1_024)
def _exists(code: str) -> bool:
    return codelists.is_sdg_code(code)


def check_sdg(code: str) -> None:
    """Refuse a code that is no goal, target or indicator of the 2030 Agenda."""
    if not _exists(code):
        raise InvariantError(
            f"SDG code {code!r} does not exist: a goal is 1 to 17, a target such as 16.10 and an indicator such as"
            " 16.10.2 must stand on the UN list",
            (),
            "unknown-sdg-code",
        )
