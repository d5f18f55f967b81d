"""Who gains what, what a project is marked with, and which projects it follows."""

from typing import Any

from hypothesis.strategies import SearchStrategy

from cooperation.model import (
    Adoption,
    AssertedValue,
    Benefit,
    Claim,
    Continuation,
    Contribution,
    CoreAreaTag,
    CountedAgainst,
    Duty,
    PolicyMarker,
    Relation,
    SdgTag,
    Sector,
    Series,
    StatedCount,
    Tags,
    Transfer,
    WinWin,
)
from cooperation.testing._engine import drawn

__all__ = [
    "adoptions",
    "asserted_values",
    "benefits",
    "claims",
    "continuations",
    "contributions",
    "core_area_tags",
    "counts_against",
    "duties",
    "policy_markers",
    "relations",
    "sdg_tags",
    "sectors",
    "series",
    "stated_counts",
    "tags",
    "transfers",
    "win_wins",
]


def adoptions(**fields: SearchStrategy[Any]) -> SearchStrategy[Adoption]:
    """Any ``Adoption``. What stays at a partner when the project or the pilot ends, and on what condition."""
    return drawn(Adoption, fields)


def asserted_values(**fields: SearchStrategy[Any]) -> SearchStrategy[AssertedValue]:
    """Any ``AssertedValue``. A cross-cutting value the text says will be respected, which is no score and no plan."""
    return drawn(AssertedValue, fields)


def benefits(**fields: SearchStrategy[Any]) -> SearchStrategy[Benefit]:
    """Any ``Benefit``. A named gain of one partner."""
    return drawn(Benefit, fields)


def claims(**fields: SearchStrategy[Any]) -> SearchStrategy[Claim]:
    """Any ``Claim``. That the text says the project benefits all, which names no gain of anybody."""
    return drawn(Claim, fields)


def continuations(**fields: SearchStrategy[Any]) -> SearchStrategy[Continuation]:
    """Any ``Continuation``. That the project follows another, which may be known only by a nickname."""
    return drawn(Continuation, fields)


def contributions(**fields: SearchStrategy[Any]) -> SearchStrategy[Contribution]:
    """Any ``Contribution``. What a partner brings to the cooperation."""
    return drawn(Contribution, fields)


def core_area_tags(**fields: SearchStrategy[Any]) -> SearchStrategy[CoreAreaTag]:
    """Any ``CoreAreaTag``. A core area of its programme that the project serves, or may serve."""
    return drawn(CoreAreaTag, fields)


def counts_against(**fields: SearchStrategy[Any]) -> SearchStrategy[CountedAgainst]:
    """Any ``CountedAgainst``. A stated count beside what the model lists."""
    return drawn(CountedAgainst, fields)


def duties(**fields: SearchStrategy[Any]) -> SearchStrategy[Duty]:
    """Any ``Duty``. Who reports, decides, evaluates or keeps the accounts."""
    return drawn(Duty, fields)


def policy_markers(**fields: SearchStrategy[Any]) -> SearchStrategy[PolicyMarker]:
    """Any ``PolicyMarker``. A policy marker with its score, which may not have been given."""
    return drawn(PolicyMarker, fields)


def relations(**fields: SearchStrategy[Any]) -> SearchStrategy[Relation]:
    """Any ``Relation``. That the project belongs with another that is published, which need not come before it."""
    return drawn(Relation, fields)


def sdg_tags(**fields: SearchStrategy[Any]) -> SearchStrategy[SdgTag]:
    """Any ``SdgTag``. A goal, target or indicator of the 2030 Agenda that the project says it serves."""
    return drawn(SdgTag, fields)


def sectors(**fields: SearchStrategy[Any]) -> SearchStrategy[Sector]:
    """Any ``Sector``. A sector the project works in."""
    return drawn(Sector, fields)


def series(**fields: SearchStrategy[Any]) -> SearchStrategy[Series]:
    """Any ``Series``. A row of projects that the project belongs to."""
    return drawn(Series, fields)


def stated_counts(**fields: SearchStrategy[Any]) -> SearchStrategy[StatedCount]:
    """Any ``StatedCount``. A number the text states of something it may not list."""
    return drawn(StatedCount, fields)


def tags(**fields: SearchStrategy[Any]) -> SearchStrategy[Tags]:
    """Any ``Tags``. What the project is marked with."""
    return drawn(Tags, fields)


def transfers(**fields: SearchStrategy[Any]) -> SearchStrategy[Transfer]:
    """Any ``Transfer``. That one partner teaches another something."""
    return drawn(Transfer, fields)


def win_wins(**fields: SearchStrategy[Any]) -> SearchStrategy[WinWin]:
    """Any ``WinWin``. Mutual benefit, told as separate facts."""
    return drawn(WinWin, fields)
