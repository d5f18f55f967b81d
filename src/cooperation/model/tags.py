"""What a project is marked with: SDGs, sectors, policy markers, core areas, and the values it asserts."""

import enum
from decimal import Decimal

from attrs import field

from cooperation.display import Shown
from cooperation.errors import InvariantError
from cooperation.model.declare import ObjectiveId, check_code, frozen, identifier, percentage
from cooperation.model.indicators import check_sdg
from cooperation.model.modality import Modality
from cooperation.model.text import Text

__all__ = [
    "AssertedValue",
    "CoreArea",
    "CoreAreaTag",
    "CrossCuttingValue",
    "Marker",
    "PolicyMarker",
    "SdgTag",
    "Sector",
    "SectorVocabulary",
    "Tags",
]


@frozen(kw_only=True)
class SdgTag:
    """A goal, target or indicator of the 2030 Agenda that the project says it serves.

    Attributes:
        code: Its code: ``7``, ``16.10`` or ``16.10.2``.
        stated: What the source says of it, which need not be the United Nations' wording.
        objectives: The objectives that serve it.
        quote: The few words of the source this rests on.

    Raises:
        InvariantError: There is no such goal, target or indicator.

    >>> SdgTag(code="16.10").goal
    '16'
    >>> SdgTag(code="18")
    Traceback (most recent call last):
        ...
    cooperation.errors.InvariantError: SDG code '18' does not exist: a goal is 1 to 17, ...

    """

    code: str
    stated: Text | None = None
    objectives: tuple[ObjectiveId, ...] = ()
    quote: str | None = None

    def __attrs_post_init__(self) -> None:
        check_sdg(self.code)

    @property
    def goal(self) -> str:
        """The goal it is or belongs to."""
        return self.code.partition(".")[0]

    @property
    def target(self) -> str | None:
        """The target it is or belongs to; ``None`` when only a goal is named."""
        parts = self.code.split(".")
        return None if len(parts) == 1 else ".".join(parts[:2])


class SectorVocabulary(enum.Enum):
    """Which list a sector's code is from, as the IATI list SectorVocabulary has them; goals of 2030 are tags.

    ``own`` and ``own-2`` are lists of whoever publishes the project.
    """

    DAC_5 = "dac-5"
    DAC_3 = "dac-3"
    COFOG = "cofog"
    NACE = "nace"
    NTEE = "ntee"
    AIDDATA = "aiddata"
    CLUSTERS = "humanitarian-clusters"
    NAICS = "naics"
    UN_FUNCTIONS = "un-system-functions"
    OWN = "own"
    OWN_2 = "own-2"


@frozen(kw_only=True)
class Sector:
    """A sector the project works in.

    Attributes:
        code: Its code; five digits of the DAC list unless the vocabulary says otherwise.
        vocabulary: Which list the code is from.
        name: What the list calls it.
        url: Where the list is, for a list of one's own.
        share: Its share of the project, in per cent.
        quote: The few words of the source this rests on.

    Raises:
        InvariantError: The code is not on the DAC list it claims to be from.

    """

    code: str = field(validator=identifier)
    vocabulary: SectorVocabulary = SectorVocabulary.DAC_5
    name: Text | None = None
    url: str | None = None
    share: Decimal | None = field(default=None, validator=percentage)
    quote: str | None = None

    def __attrs_post_init__(self) -> None:
        if self.vocabulary is SectorVocabulary.DAC_5:
            check_code(self.code, "Sector", "sector")
        elif self.vocabulary is SectorVocabulary.DAC_3:
            check_code(self.code, "SectorCategory", "sector")


class Marker(enum.Enum):
    """The policy markers of OECD-DAC, as the IATI list PolicyMarker numbers them."""

    GENDER_EQUALITY = "gender-equality"
    ENVIRONMENT = "environment"
    GOVERNANCE = "governance"
    TRADE = "trade"
    BIODIVERSITY = "biodiversity"
    MITIGATION = "climate-mitigation"
    ADAPTATION = "climate-adaptation"
    DESERTIFICATION = "desertification"
    MATERNAL_HEALTH = "maternal-and-child-health"
    DISASTER_RISK = "disaster-risk-reduction"
    DISABILITY = "disability"
    NUTRITION = "nutrition"

    @property
    def code(self) -> str:
        """Its code on the IATI list PolicyMarker, 1 to 12.

        >>> Marker.GENDER_EQUALITY.code, Marker.NUTRITION.code
        ('1', '12')
        """
        return str(list(Marker).index(self) + 1)


@frozen(kw_only=True)
class PolicyMarker:
    """A policy marker with its score, which may not have been given.

    Attributes:
        marker: Which policy.
        significance: 0 not targeted, 1 significant, 2 principal, 3 and 4 as the IATI list PolicySignificance has them;
            ``None`` when nobody scored it, which is not the same as 0.
        screened: Whether somebody examined the project for it.
        why: Why it has this score.

    Raises:
        InvariantError: The score is not 0 to 4, or 3 stands at another marker than desertification.

    """

    marker: Marker
    significance: int | None = None
    screened: bool | None = None
    why: Text | None = None

    def __attrs_post_init__(self) -> None:
        if self.significance is None:
            return
        check_code(str(self.significance), "PolicySignificance", "significance")
        if self.significance == 3 and self.marker is not Marker.DESERTIFICATION:  # noqa: PLR2004
            raise InvariantError(f"significance 3 is for desertification only, not for {self.marker.value}")


class CoreArea(enum.Enum):
    """The four core areas of local democracy of the Swedish municipal partnership programme."""

    EQUITY = "equity"
    PARTICIPATION = "participation"
    TRANSPARENCY = "transparency"
    ACCOUNTABILITY = "accountability"


@frozen(kw_only=True)
class CoreAreaTag:
    """A core area of its programme that the project serves, or may serve.

    Attributes:
        area: Which one.
        modality: How sure the author is.
        objectives: The objectives that serve it.
        quote: The few words of the source this rests on.

    """

    area: CoreArea
    modality: Modality | None = None
    objectives: tuple[ObjectiveId, ...] = ()
    quote: str | None = None


class CrossCuttingValue(enum.Enum):
    """A value that concerns every part of a project."""

    GENDER_EQUALITY = "gender-equality"
    ENVIRONMENT = "environment"
    HUMAN_RIGHTS = "human-rights"
    SUSTAINABILITY = "sustainability"
    DEMOCRACY = "democracy"
    INCLUSION = "inclusion"
    ANTI_CORRUPTION = "anti-corruption"


@frozen(kw_only=True)
class AssertedValue:
    """A cross-cutting value the text says will be respected, which is no score and no plan.

    Attributes:
        value: Which one.
        stated: What the source calls it, where that differs.
        quote: The few words of the source this rests on.

    """

    value: CrossCuttingValue
    stated: Text | None = None
    quote: str | None = None


@frozen(kw_only=True)
class Tags(Shown):
    """What the project is marked with.

    Attributes:
        sdgs: Goals, targets and indicators of the 2030 Agenda.
        sectors: Sectors it works in.
        policy_markers: DAC policy markers with their scores.
        core_areas: Core areas of its programme.
        values: Cross-cutting values it asserts.

    """

    sdgs: tuple[SdgTag, ...] = ()
    sectors: tuple[Sector, ...] = ()
    policy_markers: tuple[PolicyMarker, ...] = ()
    core_areas: tuple[CoreAreaTag, ...] = ()
    values: tuple[AssertedValue, ...] = ()
