"""What is done, what it costs, what is reported, and where it is known from."""

from typing import Any

from hypothesis.strategies import SearchStrategy

from cooperation.model import (
    Activity,
    Anchoring,
    Approval,
    ApprovedIndicator,
    Budget,
    BudgetLine,
    Change,
    CostLine,
    Dissemination,
    ExchangeRate,
    Funding,
    InKind,
    Method,
    Milestone,
    Pilot,
    PilotStage,
    Plan,
    ProjectCode,
    Report,
    Source,
    Sustainability,
)
from cooperation.testing._engine import drawn
from cooperation.testing._houses import whole

__all__ = [
    "activities",
    "anchorings",
    "approvals",
    "approved_indicators",
    "budget_lines",
    "budgets",
    "changes",
    "cost_lines",
    "disseminations",
    "exchange_rates",
    "fundings",
    "in_kinds",
    "methods",
    "milestones",
    "pilot_stages",
    "pilots",
    "plans",
    "project_codes",
    "reports",
    "sources",
    "sustainabilities",
]


def activities(**fields: SearchStrategy[Any]) -> SearchStrategy[Activity]:
    """Any ``Activity``. A piece of work."""
    return drawn(Activity, fields)


def anchorings(**fields: SearchStrategy[Any]) -> SearchStrategy[Anchoring]:
    """Any ``Anchoring``. How the project is rooted in an organisation so that it lasts."""
    return drawn(Anchoring, fields)


def approvals(**fields: SearchStrategy[Any]) -> SearchStrategy[Approval]:
    """Any ``Approval``. The version that was approved."""
    return drawn(Approval, fields)


def approved_indicators(**fields: SearchStrategy[Any]) -> SearchStrategy[ApprovedIndicator]:
    """Any ``ApprovedIndicator``. An indicator as it was approved, beside which its present state can be laid."""
    return drawn(ApprovedIndicator, fields)


def budget_lines(**fields: SearchStrategy[Any]) -> SearchStrategy[BudgetLine]:
    """Any ``BudgetLine``. One line of the budget: what a partner spends on something in a year."""
    return drawn(BudgetLine, fields)


def budgets(**fields: SearchStrategy[Any]) -> SearchStrategy[Budget]:
    """Any ``Budget``. The budget, as far as there is one."""
    return drawn(Budget, fields)


def changes(**fields: SearchStrategy[Any]) -> SearchStrategy[Change]:
    """Any ``Change``. Something that was changed after approval, as DFID's record of changes lists it."""
    return drawn(Change, fields)


def cost_lines(**fields: SearchStrategy[Any]) -> SearchStrategy[CostLine]:
    """Any ``CostLine``. What an activity costs, where the budget has no line for it."""
    return drawn(CostLine, fields)


def disseminations(**fields: SearchStrategy[Any]) -> SearchStrategy[Dissemination]:
    """Any ``Dissemination``. How results are made known, and to whom."""
    return drawn(Dissemination, fields)


def exchange_rates(**fields: SearchStrategy[Any]) -> SearchStrategy[ExchangeRate]:
    """Any ``ExchangeRate``. What one unit of a currency was worth in another on a date."""
    return drawn(ExchangeRate, fields)


def fundings(**fields: SearchStrategy[Any]) -> SearchStrategy[Funding]:
    """Any ``Funding``. Where money comes from."""
    return drawn(Funding, fields)


def in_kinds(**fields: SearchStrategy[Any]) -> SearchStrategy[InKind]:
    """Any ``InKind``. A contribution in kind to the budget."""
    return drawn(InKind, fields)


def methods(**fields: SearchStrategy[Any]) -> SearchStrategy[Method]:
    """Any ``Method``. A way of working the project names, without saying when."""
    return drawn(Method, fields)


def milestones(**fields: SearchStrategy[Any]) -> SearchStrategy[Milestone]:
    """Any ``Milestone``. A point the work must pass."""
    return drawn(Milestone, fields)


def pilot_stages(**fields: SearchStrategy[Any]) -> SearchStrategy[PilotStage]:
    """Any ``PilotStage``. One stage of a pilot."""
    return drawn(PilotStage, fields)


def pilots(**fields: SearchStrategy[Any]) -> SearchStrategy[Pilot]:
    """Any ``Pilot``. Something that is built, tried out on a small scale, judged, and kept or dropped."""
    return drawn(Pilot, fields)


def plans(**fields: SearchStrategy[Any]) -> SearchStrategy[Plan]:
    """Any ``Plan``. The work plan with everything that belongs to it."""
    return whole(Plan, fields)


def project_codes(**fields: SearchStrategy[Any]) -> SearchStrategy[ProjectCode]:
    """Any ``ProjectCode``. A code under which a project is registered or published, which stays the same for good."""
    return drawn(ProjectCode, fields)


def reports(**fields: SearchStrategy[Any]) -> SearchStrategy[Report]:
    """Any ``Report``. A report that was made."""
    return drawn(Report, fields)


def sources(**fields: SearchStrategy[Any]) -> SearchStrategy[Source]:
    """Any ``Source``. A source of what the document says, or a link it points to."""
    return drawn(Source, fields)


def sustainabilities(**fields: SearchStrategy[Any]) -> SearchStrategy[Sustainability]:
    """Any ``Sustainability``. Why results are to last: who owns them, who pays, who has decided."""
    return drawn(Sustainability, fields)
