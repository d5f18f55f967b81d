"""Hypothesis strategies for every class of the model, for the tests of whoever builds on it.

There is one function a class, named in the plural; most take strategies for single fields as keywords.
``st.from_type`` knows them all through hypothesis's entry point, without an import of this package.
Values are whatever the constructors accept: unknown in places, odd in others, with texts that careless readers of YAML
and JSON spoil.
Projects and portfolios are coherent: their parts name one another, and now and then something that is not there.

>>> from cooperation.model import Level, Objective
>>> from cooperation.testing import objectives
>>> from hypothesis import find, strategies as st
>>> find(objectives(level=st.just(Level.OUTPUT)), lambda objective: True)  # doctest: +ELLIPSIS
Objective(id='a', statement='A', level=<Level.OUTPUT: 'output'>, ...)
>>> find(st.from_type(Objective), lambda objective: objective.indicators).indicators[0].statement
'A'
"""

# ruff: noqa: F403, F405  # each module lists its own names, and a test holds the lists together

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cooperation.testing._actors import *
    from cooperation.testing._aims import *
    from cooperation.testing._amounts import *
    from cooperation.testing._codes import *
    from cooperation.testing._dates import *
    from cooperation.testing._enums import *
    from cooperation.testing._gains import *
    from cooperation.testing._texts import *
    from cooperation.testing._wholes import *
    from cooperation.testing._work import *

__all__ = [
    "activities",
    "activity_kinds",
    "adoption_states",
    "adoptions",
    "age_ranges",
    "agreement_kinds",
    "agreements",
    "analyses",
    "analysis_kinds",
    "analysis_statuses",
    "anchoring_kinds",
    "anchorings",
    "anchors",
    "answers",
    "approvals",
    "approved_indicators",
    "asserted_values",
    "assumptions",
    "benefit_kinds",
    "benefit_statuses",
    "benefits",
    "budget_lines",
    "budgets",
    "categories",
    "changes",
    "channels",
    "claim_kinds",
    "claims",
    "condition_kinds",
    "condition_statuses",
    "context_notes",
    "continuation_kinds",
    "continuations",
    "contribution_kinds",
    "contributions",
    "coordinates",
    "core_area_tags",
    "core_areas",
    "cost_kinds",
    "cost_lines",
    "count_parts",
    "countries",
    "counts",
    "counts_against",
    "cross_cutting_values",
    "currencies",
    "decimals",
    "described",
    "dimensions",
    "directions",
    "disseminations",
    "document_categories",
    "duties",
    "duty_kinds",
    "event_kinds",
    "exchange_rates",
    "framework_references",
    "framings",
    "frequencies",
    "funding_statuses",
    "fundings",
    "gender_splits",
    "genders",
    "grades",
    "harm_kinds",
    "harms",
    "identifiers",
    "ids",
    "in_kind_kinds",
    "in_kinds",
    "indicator_references",
    "indicator_vocabularies",
    "indicators",
    "languages",
    "lengths",
    "levels",
    "likelihoods",
    "list_names",
    "logframes",
    "markers",
    "measures",
    "methods",
    "milestones",
    "modalities",
    "moneys",
    "name_kinds",
    "not_applicables",
    "numbers",
    "objectives",
    "observations",
    "organisation_events",
    "organisation_kinds",
    "organisation_names",
    "organisation_units",
    "organisations",
    "over_parts",
    "over_times",
    "partial_dates",
    "participant_groups",
    "participations",
    "partnerships",
    "parts",
    "periods",
    "phases",
    "pilot_stages",
    "pilots",
    "place_kinds",
    "places",
    "plans",
    "policy_markers",
    "portfolios",
    "post_kinds",
    "posts",
    "preconditions",
    "problem_kinds",
    "problems",
    "programmes",
    "project_code_kinds",
    "project_codes",
    "project_statuses",
    "projects",
    "quantifiers",
    "quantities",
    "ratios",
    "reaches",
    "regions",
    "register",
    "relation_kinds",
    "relations",
    "relative_dates",
    "relevances",
    "report_kinds",
    "reports",
    "rights_roles",
    "risk_categories",
    "risks",
    "roles",
    "scopes",
    "sdg_codes",
    "sdg_tags",
    "sector_vocabularies",
    "sectors",
    "series",
    "shares",
    "sides",
    "source_kinds",
    "sources",
    "stage_kinds",
    "stage_statuses",
    "stages",
    "stakeholders",
    "stated_counts",
    "sustainabilities",
    "tags",
    "target_group_kinds",
    "target_groups",
    "team_kinds",
    "teams",
    "texts",
    "themes",
    "things_counted",
    "transfers",
    "translateds",
    "unit_kinds",
    "values",
    "whens",
    "wholes",
    "win_wins",
    "words",
    "work_statuses",
    "year_answers",
]


def register() -> None:
    """Register the strategies with hypothesis, whose plugin calls this at every import of it."""
    from cooperation.testing import _registration

    _registration.register()


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    # Only now: hypothesis imports this package whenever it is imported itself.
    from cooperation.testing._strategies import BY_NAME

    return BY_NAME[name]


def __dir__() -> list[str]:
    return __all__
