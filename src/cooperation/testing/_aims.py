"""Why a project exists, what it aims at, and what shows it."""

from typing import Any

from hypothesis.strategies import SearchStrategy

from cooperation.model import (
    Analysis,
    Assumption,
    Category,
    ContextNote,
    Dimension,
    FrameworkReference,
    Framing,
    Harm,
    Indicator,
    IndicatorReference,
    Logframe,
    Objective,
    Observation,
    Part,
    Precondition,
    Problem,
    Relevance,
    Risk,
    Stakeholder,
    TargetGroup,
    Theme,
)
from cooperation.testing._engine import drawn
from cooperation.testing._houses import whole

__all__ = [
    "analyses",
    "assumptions",
    "categories",
    "context_notes",
    "dimensions",
    "framework_references",
    "framings",
    "harms",
    "indicator_references",
    "indicators",
    "logframes",
    "objectives",
    "observations",
    "parts",
    "preconditions",
    "problems",
    "relevances",
    "risks",
    "stakeholders",
    "target_groups",
    "themes",
]


def analyses(**fields: SearchStrategy[Any]) -> SearchStrategy[Analysis]:
    """Any ``Analysis``. An analysis that was made, or is said to have been."""
    return drawn(Analysis, fields)


def assumptions(**fields: SearchStrategy[Any]) -> SearchStrategy[Assumption]:
    """Any ``Assumption``.

    A condition outside the project's control that must hold for the step upward from an objective.
    """
    return drawn(Assumption, fields)


def categories(**fields: SearchStrategy[Any]) -> SearchStrategy[Category]:
    """Any ``Category``. One group of a disaggregation, such as the women of sex."""
    return drawn(Category, fields)


def context_notes(**fields: SearchStrategy[Any]) -> SearchStrategy[ContextNote]:
    """Any ``ContextNote``. A statement about the world around the project, which nobody measures."""
    return drawn(ContextNote, fields)


def dimensions(**fields: SearchStrategy[Any]) -> SearchStrategy[Dimension]:
    """Any ``Dimension``. Something values are divided by."""
    return drawn(Dimension, fields)


def framework_references(**fields: SearchStrategy[Any]) -> SearchStrategy[FrameworkReference]:
    """Any ``FrameworkReference``. The code an objective has in a framework of results."""
    return drawn(FrameworkReference, fields)


def framings(**fields: SearchStrategy[Any]) -> SearchStrategy[Framing]:
    """Any ``Framing``. Why the project exists and for whom."""
    return whole(Framing, fields)


def harms(**fields: SearchStrategy[Any]) -> SearchStrategy[Harm]:
    """Any ``Harm``. Harm the project might do, and what prevents it."""
    return drawn(Harm, fields)


def indicator_references(**fields: SearchStrategy[Any]) -> SearchStrategy[IndicatorReference]:
    """Any ``IndicatorReference``. The code an indicator has in a list of standard indicators."""
    return drawn(IndicatorReference, fields)


def indicators(**fields: SearchStrategy[Any]) -> SearchStrategy[Indicator]:
    """Any ``Indicator``. What shows whether an objective is reached."""
    return drawn(Indicator, fields)


def logframes(**fields: SearchStrategy[Any]) -> SearchStrategy[Logframe]:
    """Any ``Logframe``. The objectives of a project as a graph, with what must hold for it."""
    return whole(Logframe, fields)


def objectives(**fields: SearchStrategy[Any]) -> SearchStrategy[Objective]:
    """Any ``Objective``. A change or a product the project aims at, on one level of the logframe."""
    return drawn(Objective, fields)


def observations(**fields: SearchStrategy[Any]) -> SearchStrategy[Observation]:
    """Any ``Observation``. A value with its time and its ground: a baseline, a milestone, a target or an actual."""
    return drawn(Observation, fields)


def parts(**fields: SearchStrategy[Any]) -> SearchStrategy[Part]:
    """Any ``Part``. The value of one group."""
    return drawn(Part, fields)


def preconditions(**fields: SearchStrategy[Any]) -> SearchStrategy[Precondition]:
    """Any ``Precondition``. Something that must hold before the project can start."""
    return drawn(Precondition, fields)


def problems(**fields: SearchStrategy[Any]) -> SearchStrategy[Problem]:
    """Any ``Problem``.

    A problem or need of one partner or several; with its causes and effects it makes the problem tree.
    """
    return drawn(Problem, fields)


def relevances(**fields: SearchStrategy[Any]) -> SearchStrategy[Relevance]:
    """Any ``Relevance``. Why the project matters to a partner, where no gain is named."""
    return drawn(Relevance, fields)


def risks(**fields: SearchStrategy[Any]) -> SearchStrategy[Risk]:
    """Any ``Risk``. Something that may happen and would hinder the project."""
    return drawn(Risk, fields)


def stakeholders(**fields: SearchStrategy[Any]) -> SearchStrategy[Stakeholder]:
    """Any ``Stakeholder``. Somebody who can influence the project or is touched by it."""
    return drawn(Stakeholder, fields)


def target_groups(**fields: SearchStrategy[Any]) -> SearchStrategy[TargetGroup]:
    """Any ``TargetGroup``. Those the project is for."""
    return drawn(TargetGroup, fields)


def themes(**fields: SearchStrategy[Any]) -> SearchStrategy[Theme]:
    """Any ``Theme``. A subject the project works on, or one of the areas it names."""
    return drawn(Theme, fields)
