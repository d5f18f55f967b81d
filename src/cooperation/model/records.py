"""What happened to the project on paper: reports, approval and changes."""

import enum

import attrs

from cooperation.model.dates import PartialDate, Period
from cooperation.model.declare import OrganisationId, check_unique, frozen, identifier, maybe_identifier
from cooperation.model.indicators import Observation
from cooperation.model.sources import Source
from cooperation.model.text import Text

__all__ = ["Approval", "ApprovedIndicator", "Change", "Report", "ReportKind"]


class ReportKind(enum.Enum):
    """What kind of report it is."""

    INCEPTION = "inception"
    PROGRESS = "progress"
    YEARLY = "yearly"
    FINANCIAL = "financial"
    FINAL = "final"
    EVALUATION = "evaluation"


@frozen(kw_only=True)
class Report:
    """A report that was made.

    Attributes:
        kind: What kind of report it is.
        period: What time it covers.
        submitted: When it was handed in.
        by: Who made it.
        document: Where it can be read.

    """

    kind: ReportKind | None = None
    period: Period | None = None
    submitted: PartialDate | None = None
    by: OrganisationId | None = None
    document: Source | None = None


@frozen(kw_only=True)
class ApprovedIndicator:
    """An indicator as it was approved, beside which its present state can be laid.

    What is left out was not approved, or nobody knows how: it is not held against anything.

    Attributes:
        id: The id of the indicator, which may be gone by now.
        statement: What was to be measured.
        unit: What was to be counted.
        baseline: Where things stood before.
        targets: Where they were to stand in the end.

    """

    id: str = attrs.field(validator=identifier)
    statement: Text | None = None
    unit: Text | None = None
    baseline: Observation | None = None
    targets: tuple[Observation, ...] = ()


@frozen(kw_only=True)
class Approval:
    """The version that was approved.

    Attributes:
        version: What it is called, such as ``1.0``.
        date: When it was approved.
        by: Who approved it.
        document: Where it can be read.
        indicators: Its indicators, each as it was approved; all of them where any is listed.

    Raises:
        InvariantError: One indicator is listed twice.

    """

    version: str | None = attrs.field(default=None, validator=maybe_identifier)
    date: PartialDate | None = None
    by: OrganisationId | None = None
    document: Source | None = None
    indicators: tuple[ApprovedIndicator, ...] = ()

    def __attrs_post_init__(self) -> None:
        check_unique(("approved indicators", ("indicators",), self.indicators))


@frozen(kw_only=True)
class Change:
    """Something that was changed after approval, as DFID's record of changes lists it.

    Attributes:
        element: The id of the part that was changed.
        field: What of it, such as ``target``.
        date: When.
        version: The version that has the change.
        old: What stood there.
        new: What stands there now.
        reason: Why.
        approved_by: Who approved it.

    """

    element: str = attrs.field(validator=identifier)
    field: str | None = None
    date: PartialDate | None = None
    version: str | None = None
    old: Text | None = None
    new: Text | None = None
    reason: Text | None = None
    approved_by: OrganisationId | None = None
