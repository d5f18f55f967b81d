"""The codes of the standard and the words of the model that say the same."""

import enum
from collections.abc import Mapping
from typing import TypeVar

from cooperation.model import (
    ConditionKind,
    IndicatorVocabulary,
    Level,
    Marker,
    Measure,
    OrganisationKind,
    PlaceKind,
    ProjectCodeKind,
    ProjectStatus,
    RelationKind,
    Role,
    SectorVocabulary,
    Stage,
)

__all__ = [
    "CODE_KINDS",
    "CONDITION_TYPES",
    "LEVELS",
    "LOCATION_CLASSES",
    "MARKERS",
    "MEASURES",
    "ORGANISATION_KINDS",
    "REFERENCES",
    "RELATION_TYPES",
    "RESULT_TYPES",
    "ROLES",
    "ROLE_CODES",
    "SECTOR_VOCABULARIES",
    "STAGES",
    "STATUSES",
    "STATUS_CODES",
    "reverse",
]

W = TypeVar("W", bound=enum.Enum)


def reverse(table: Mapping[W, str]) -> dict[str, W]:
    """The words by their codes; where several words have one code, the first holds."""
    turned: dict[str, W] = {}
    for word, code in table.items():
        turned.setdefault(code, word)
    return turned


# ---- who ---------------------------------------------------------------------------------------------------------

ROLE_CODES = {
    Role.FUNDING: "1",
    Role.ACCOUNTABLE: "2",
    Role.EXTENDING: "3",
    Role.IMPLEMENTING: "4",
    # Both carry the project out, which is all that the list can say of them.
    Role.COORDINATOR: "4",
    Role.PARTNER: "4",
}
"""The list OrganisationRole; the roles that are not here have no code."""
ROLES = reverse(ROLE_CODES)

ORGANISATION_KINDS: dict[str, OrganisationKind] = {
    "10": OrganisationKind.NATIONAL_GOVERNMENT,
    "11": OrganisationKind.LOCAL_GOVERNMENT,
    "15": OrganisationKind.PUBLIC_AGENCY,
    "21": OrganisationKind.CIVIL_SOCIETY,
    "22": OrganisationKind.CIVIL_SOCIETY,
    "23": OrganisationKind.CIVIL_SOCIETY,
    "24": OrganisationKind.CIVIL_SOCIETY,
    "30": OrganisationKind.OTHER,
    "40": OrganisationKind.MULTILATERAL,
    "60": OrganisationKind.FOUNDATION,
    "70": OrganisationKind.PRIVATE_SECTOR,
    "71": OrganisationKind.PRIVATE_SECTOR,
    "72": OrganisationKind.PRIVATE_SECTOR,
    "73": OrganisationKind.PRIVATE_SECTOR,
    "80": OrganisationKind.UNIVERSITY,
    "90": OrganisationKind.OTHER,
}
"""The nearest kind of each code of the list OrganisationType."""

CODE_KINDS = {"A1": ProjectCodeKind.INTERNAL, "A2": ProjectCodeKind.CRS, "A3": ProjectCodeKind.FORMER}
"""The list OtherIdentifierType, as far as it is about activities; ``A9`` is any other."""
CODE_KINDS["A9"] = ProjectCodeKind.OTHER

# ---- how far -----------------------------------------------------------------------------------------------------

STATUS_CODES = {
    ProjectStatus.PROPOSED: "1",
    ProjectStatus.APPROVED: "1",
    ProjectStatus.RUNNING: "2",
    ProjectStatus.ENDED: "4",
    ProjectStatus.CANCELLED: "5",
}
"""The list ActivityStatus; a rejected proposal has no code on it."""
STATUSES = {**reverse(STATUS_CODES), "3": ProjectStatus.ENDED}
"""As ``STATUS_CODES``, the other way; one that is suspended (6) is no status of the model."""
STAGES = {"1": Stage.PROPOSAL, "2": Stage.PROGRESS, "3": Stage.FINAL, "4": Stage.FINAL}
"""As what a record of each status is read; one that was cancelled or suspended is a summary."""

# ---- for what ----------------------------------------------------------------------------------------------------

SECTOR_VOCABULARIES = {
    SectorVocabulary.DAC_5: "1",
    SectorVocabulary.DAC_3: "2",
    SectorVocabulary.COFOG: "3",
    SectorVocabulary.NACE: "4",
    SectorVocabulary.NTEE: "5",
    SectorVocabulary.AIDDATA: "6",
    SectorVocabulary.CLUSTERS: "10",
    SectorVocabulary.NAICS: "11",
    SectorVocabulary.UN_FUNCTIONS: "12",
    SectorVocabulary.OWN: "99",
    SectorVocabulary.OWN_2: "98",
}
"""The list SectorVocabulary, without the goals of 2030 (7 to 9), which are tags of the model."""
MARKERS = {marker.code: marker for marker in Marker}
"""The list PolicyMarker."""
RESULT_TYPES = {Level.OUTPUT: "1", Level.OUTCOME: "2", Level.INTERMEDIATE_OUTCOME: "2", Level.IMPACT: "3"}
"""The list ResultType; an objective whose level nobody said is another result (9)."""
LEVELS = reverse(RESULT_TYPES)
MEASURES = {
    Measure.UNIT: "1",
    Measure.PERCENTAGE: "2",
    Measure.NOMINAL: "3",
    Measure.ORDINAL: "4",
    Measure.QUALITATIVE: "5",
}
"""The list IndicatorMeasure."""
REFERENCES = {
    IndicatorVocabulary.WHO: "1",
    IndicatorVocabulary.SPHERE: "2",
    IndicatorVocabulary.US_FOREIGN_ASSISTANCE: "3",
    IndicatorVocabulary.WORLD_BANK: "4",
    IndicatorVocabulary.MDG: "5",
    IndicatorVocabulary.HUMANITARIAN: "6",
    IndicatorVocabulary.HIV: "7",
    IndicatorVocabulary.HIPSO: "8",
    IndicatorVocabulary.SDG: "9",
    IndicatorVocabulary.OWN: "99",
}
"""The list IndicatorVocabulary; the other lists of the model have no code on it."""
CONDITION_TYPES = {ConditionKind.POLICY: "1", ConditionKind.PERFORMANCE: "2", ConditionKind.FIDUCIARY: "3"}
"""The list ConditionType."""
RELATION_TYPES = {
    RelationKind.PARENT: "1",
    RelationKind.CHILD: "2",
    RelationKind.SIBLING: "3",
    RelationKind.CO_FUNDED: "4",
    RelationKind.THIRD_PARTY: "5",
}
"""The list RelatedActivityType."""
LOCATION_CLASSES = {
    PlaceKind.COUNTRY: "1",
    PlaceKind.REGION: "1",
    PlaceKind.MUNICIPALITY: "1",
    PlaceKind.DISTRICT: "1",
    PlaceKind.CITY: "2",
    PlaceKind.TOWN: "2",
    PlaceKind.SITE: "3",
}
"""The list GeographicLocationClass."""
