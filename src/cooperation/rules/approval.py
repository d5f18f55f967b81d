"""CON: what was approved beside what stands there now."""

from collections.abc import Iterator

from cooperation.diagnostics import Missing, Nature, Path, Severity
from cooperation.model import Answer, Approval, ApprovedIndicator, Change, Indicator, Observation, PartialDate, Project
from cooperation.rules._context import Context
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule
from cooperation.rules._words import is_blank, same

__all__ = ["RULES"]

# What an entry may say was changed; one that says it in other words is taken to mean any of them.
_FIELDS = ("statement", "unit", "baseline", "target")


@rule("CON005", catalogue="K05", nature=Nature.OMISSION, severity=Severity.WARNING)
def changed_without_trace(project: Project, context: Context) -> Iterator[Outcome]:
    """An indicator, baseline or target is not what was approved, and no change is recorded.

    Why: A target that moves in silence makes every result look planned, and whoever approved the plan is not asked.
    Fix: Put the approved value back, or add an entry to ``changes`` with the id of the indicator and the reason.

    Example:
        plan: {approval: {date: 2019, indicators: [{id: wells, targets: [{value: 20, date: 2021}]}]}}
        indicators: [{id: wells, statement: Wells, targets: [{value: 10, date: 2021}]}]
    Source: mcc, https://www.mcc.gov/resources/doc/guidance-on-the-indicator-tracking-table
    """
    approval = project.plan.approval
    if approval is None:
        yield NOT_APPLICABLE
        return
    if not approval.indicators:
        yield Unknown(Missing(("plan", "approval", "indicators"), "the indicators as they were approved"))
        return
    traces = [change for change in project.plan.changes if _is_later(change, approval)]
    listed = {one.id for one in approval.indicators}
    placed = {indicator.id: (path, owner, indicator) for path, owner, indicator in context.placed_indicators}
    for path, owner, indicator in placed.values():
        if indicator.id not in listed and not _is_traced(traces, (indicator.id, owner), None):
            yield Fail(f"indicator {indicator.id!r} is none of those that were approved", at=path)
    for i, approved in enumerate(approval.indicators):
        found = placed.get(approved.id)
        if found is None:
            if not _is_traced(traces, (approved.id,), None):
                said = f"indicator {approved.id!r} was approved and is gone"
                yield Fail(said, at=("plan", "approval", "indicators", i))
            continue
        path, owner, indicator = found
        for field, below, said in _differences(approved, indicator, context):
            if not _is_traced(traces, (approved.id, owner), field):
                yield Fail(f"{said}, and no change is recorded", at=(*path, *below))


def _is_later(change: Change, approval: Approval) -> bool:
    # What was changed before it was approved is part of what was approved.
    if change.date is None or approval.date is None:
        return True
    return change.date.is_before(approval.date) is not Answer.YES


def _is_traced(traces: list[Change], elements: tuple[str, ...], field: str | None) -> bool:
    """Whether an entry tells of a change of one of these parts, in this field."""
    told = [_field(change) for change in traces if change.element in elements]
    return any(field is None or named is None or named == field for named in told)


def _field(change: Change) -> str | None:
    word = (change.field or "").strip().casefold()
    return next((name for name in _FIELDS if word.startswith(name)), None)


def _differences(approved: ApprovedIndicator, present: Indicator, context: Context) -> Iterator[tuple[str, Path, str]]:
    """What differs: its name, where it stands below the indicator, and what is to be said of it."""
    name = repr(approved.id)
    if approved.statement is not None and not same(approved.statement, present.statement):
        yield "statement", ("statement",), f"the statement of {name} was approved as {str(approved.statement)!r}"
    if approved.unit is not None and present.unit is not None and not same(approved.unit, present.unit):
        yield "unit", ("unit",), f"{name} was approved in {approved.unit}, and is told in {present.unit}"
    if approved.baseline is not None and (
        present.baseline is None or not _is_kept(approved.baseline, present.baseline, present, context)
    ):
        now = "there is none" if present.baseline is None else f"it is {_told(present.baseline)}"
        yield "baseline", ("baseline",), f"the baseline of {name} was approved as {_told(approved.baseline)}, now {now}"
    if approved.targets:
        lost = [
            target
            for target in approved.targets
            if not any(_is_kept(target, other, present, context) for other in present.targets)
        ]
        if lost:
            were, are = (", ".join(map(_told, targets)) or "none" for targets in (lost, present.targets))
            yield "target", ("targets",), f"of {name} the target {were} was approved, the targets are now {are}"
        elif len(present.targets) > len(approved.targets):
            many = f"{len(present.targets)} targets, and {len(approved.targets)} were approved"
            yield "target", ("targets",), f"{name} has {many}"


def _is_kept(before: Observation, after: Observation, indicator: Indicator, context: Context) -> bool:
    """Whether what was approved still stands; what was not known then may be known now, or more exactly."""
    # ``measures.differences`` tells whether two values are equal. An approved value may stand in other words, on a
    # more exact day or with its place named, and is kept all the same: that is another question.
    if any(getattr(before, name) not in (None, getattr(after, name)) for name in ("place", "partner", "population")):
        return False
    if before.value is not None:
        one, other = context.number(indicator, before.value), context.number(indicator, after.value)
        if (before.value != after.value) if one is None else (one != other):
            return False
    return before.due is None or (after.due is not None and _is_within(after.due, before.due))


def _is_within(date: PartialDate, wider: PartialDate) -> bool:
    return wider.earliest <= date.earliest and date.latest <= wider.latest


def _told(observation: Observation) -> str:
    value = "unknown" if observation.value is None else str(observation.value)
    return value if observation.due is None else f"{value} in {observation.due}"


@rule("CON031", nature=Nature.OMISSION, severity=Severity.WARNING)
def change_without_reason(change: Change, _context: Context) -> Iterator[Outcome]:
    """A change after approval gives no reason.

    Why: Whoever approved the plan has to judge the change, and can only judge a reason.
    Fix: Say in ``reason`` why it was changed.

    Example:
        changes: [{element: wells, field: target, old: "20", new: "10"}]
    Source: dfid-2011, https://studylib.net/doc/18643898/how-to-note--guidance-on-using-the-revised-logical
    """
    if is_blank(change.reason):
        what = change.field or "something"
        yield Fail(f"{what} of {change.element!r} was changed, and nobody says why", at=("reason",))


RULES: tuple[Rule, ...] = (changed_without_trace, change_without_reason)
