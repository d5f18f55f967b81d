"""The members of each enumeration, the first of them first."""

import enum
from collections.abc import Callable
from typing import TypeAlias, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from cooperation import model

__all__ = [
    "activity_kinds",
    "adoption_states",
    "agreement_kinds",
    "analysis_kinds",
    "analysis_statuses",
    "anchoring_kinds",
    "anchors",
    "answers",
    "benefit_kinds",
    "benefit_statuses",
    "channels",
    "claim_kinds",
    "condition_kinds",
    "condition_statuses",
    "continuation_kinds",
    "contribution_kinds",
    "core_areas",
    "cost_kinds",
    "cross_cutting_values",
    "directions",
    "duty_kinds",
    "event_kinds",
    "frequencies",
    "funding_statuses",
    "genders",
    "grades",
    "harm_kinds",
    "in_kind_kinds",
    "indicator_vocabularies",
    "levels",
    "likelihoods",
    "list_names",
    "markers",
    "measures",
    "modalities",
    "name_kinds",
    "organisation_kinds",
    "over_parts",
    "over_times",
    "phases",
    "place_kinds",
    "post_kinds",
    "problem_kinds",
    "project_code_kinds",
    "project_statuses",
    "quantifiers",
    "reaches",
    "relation_kinds",
    "report_kinds",
    "rights_roles",
    "risk_categories",
    "roles",
    "scopes",
    "sector_vocabularies",
    "sides",
    "source_kinds",
    "stage_kinds",
    "stage_statuses",
    "stages",
    "target_group_kinds",
    "team_kinds",
    "things_counted",
    "unit_kinds",
    "work_statuses",
]

E = TypeVar("E", bound=enum.Enum)
Members: TypeAlias = Callable[[], SearchStrategy[E]]


def _members(cls: type[E]) -> Members[E]:
    def strategy() -> SearchStrategy[E]:
        return st.sampled_from(cls)

    strategy.__annotations__["return"] = SearchStrategy[cls]  # type: ignore[valid-type]  # read by from_type
    strategy.__doc__ = f"Any ``{cls.__name__}``. {cls.__doc__}"
    return strategy


activity_kinds = _members(model.ActivityKind)
adoption_states = _members(model.AdoptionState)
agreement_kinds = _members(model.AgreementKind)
analysis_kinds = _members(model.AnalysisKind)
analysis_statuses = _members(model.AnalysisStatus)
anchoring_kinds = _members(model.AnchoringKind)
anchors = _members(model.Anchor)
answers = _members(model.Answer)
benefit_kinds = _members(model.BenefitKind)
benefit_statuses = _members(model.BenefitStatus)
channels = _members(model.Channel)
claim_kinds = _members(model.ClaimKind)
condition_kinds = _members(model.ConditionKind)
condition_statuses = _members(model.ConditionStatus)
continuation_kinds = _members(model.ContinuationKind)
contribution_kinds = _members(model.ContributionKind)
core_areas = _members(model.CoreArea)
cost_kinds = _members(model.CostKind)
cross_cutting_values = _members(model.CrossCuttingValue)
directions = _members(model.Direction)
duty_kinds = _members(model.DutyKind)
event_kinds = _members(model.EventKind)
frequencies = _members(model.Frequency)
funding_statuses = _members(model.FundingStatus)
genders = _members(model.Gender)
grades = _members(model.Grade)
harm_kinds = _members(model.HarmKind)
in_kind_kinds = _members(model.InKindKind)
indicator_vocabularies = _members(model.IndicatorVocabulary)
levels = _members(model.Level)
likelihoods = _members(model.Likelihood)
list_names = _members(model.ListName)
markers = _members(model.Marker)
measures = _members(model.Measure)
modalities = _members(model.Modality)
name_kinds = _members(model.NameKind)
organisation_kinds = _members(model.OrganisationKind)
over_parts = _members(model.OverParts)
over_times = _members(model.OverTime)
phases = _members(model.Phase)
place_kinds = _members(model.PlaceKind)
post_kinds = _members(model.PostKind)
problem_kinds = _members(model.ProblemKind)
project_code_kinds = _members(model.ProjectCodeKind)
project_statuses = _members(model.ProjectStatus)
quantifiers = _members(model.Quantifier)
reaches = _members(model.Reach)
relation_kinds = _members(model.RelationKind)
report_kinds = _members(model.ReportKind)
rights_roles = _members(model.RightsRole)
risk_categories = _members(model.RiskCategory)
roles = _members(model.Role)
scopes = _members(model.Scope)
sector_vocabularies = _members(model.SectorVocabulary)
sides = _members(model.Side)
source_kinds = _members(model.SourceKind)
stage_kinds = _members(model.StageKind)
stage_statuses = _members(model.StageStatus)
stages = _members(model.Stage)
target_group_kinds = _members(model.TargetGroupKind)
team_kinds = _members(model.TeamKind)
things_counted = _members(model.Counted)
unit_kinds = _members(model.UnitKind)
work_statuses = _members(model.WorkStatus)
