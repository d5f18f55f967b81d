"""ACT: the work, and the numbers a text states of it."""

from collections.abc import Iterator

from cooperation.diagnostics import Missing, Nature, Severity
from cooperation.model import Activity, Count, Counted, ListName, Plan, Project, StatedCount
from cooperation.rules._context import Context
from cooperation.rules._graph import circle_told, circles
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule

__all__ = ["RULES"]

_LISTS = {
    Counted.ACTIVITIES: (ListName.ACTIVITIES, ("plan", "activities")),
    Counted.VISITS: (ListName.ACTIVITIES, ("plan", "activities")),
    Counted.PILOTS: (None, ("plan", "pilots")),
    Counted.THEMES: (ListName.THEMES, ("framing", "themes")),
    Counted.SCOPES: (ListName.OBJECTIVES, ("logframe", "objectives")),
    Counted.PARTNERS: (None, ("partners",)),
    Counted.OBJECTIVES: (ListName.OBJECTIVES, ("logframe", "objectives")),
    Counted.INDICATORS: (None, ("logframe", "objectives")),
    Counted.REPORTS: (None, ("plan", "reports")),
}


@rule("ACT003", catalogue="A03", nature=Nature.CONTRADICTION, severity=Severity.WARNING)
def stated_number_differs_from_the_list(project: Project, _context: Context) -> Iterator[Outcome]:
    """The text states a number, and the list has another.

    Why: Either something is missing from the list or the number is out of date; a reader cannot tell which.
    Fix: Complete the list, correct the number, or name the list in ``open_lists`` if it only gives examples.

    Example:
        stated_counts: [{count: 3, of: activities}]
        plan: {activities: [{id: workshop, title: Workshop}, {id: visit, title: Study visit}]}
    Source: seed, the texts of ten municipal projects that this library starts from
    """
    compared = [(i, counted) for i, counted in enumerate(project.counts()) if counted.stated.of in _LISTS]
    if not compared:
        yield NOT_APPLICABLE
    for i, counted in compared:
        stated, total = counted.stated, counted.stated.count.total
        listed_as, where = _LISTS[stated.of]
        # A number over some of the partners, or within another number, counts less than the list does.
        if stated.part_of is not None or stated.over:
            continue
        if counted.listed is None:
            yield Unknown(Missing(where, f"the {stated.of.value} that are counted"))
        elif total is None or (stated.count.approximate and total != counted.listed):
            yield Unknown(Missing(("stated_counts", i, "count"), "an exact number"))
        elif listed_as in project.open_lists and counted.listed < total:
            yield Unknown(Missing(where, f"the rest of the {stated.of.value}"))
        elif total != counted.listed:
            said = f"{total} {stated.of.value} are stated and {counted.listed} listed"
            yield Fail(said, at=("stated_counts", i, "count"))


@rule("ACT004", catalogue="A04", nature=Nature.CONTRADICTION, severity=Severity.ERROR, needs=Project)
def part_larger_than_the_whole(stated: StatedCount, context: Context) -> Iterator[Outcome]:
    """A number is larger than the number it is a part of.

    Why: Three of two cannot be: one of the numbers is wrong.
    Fix: Correct the number that is wrong, or the tie between the two.

    Example:
        stated_counts:
          - {id: all, count: 10, of: activities}
          - {count: 12, of: activities, international: true, part_of: all}
    Source: seed, the texts of ten municipal projects that this library starts from
    """
    held = () if context.project is None else context.project.stated_counts
    whole = next((other for other in held if other.id == stated.part_of), None) if stated.part_of else None
    if whole is None:
        yield NOT_APPLICABLE
        return
    part, total = stated.count, whole.count
    if part.total is None:
        yield Unknown(Missing(("count",), "the part in figures"))
    elif total.total is None:
        yield Unknown(Missing(("part_of",), f"the whole {whole.id!r} in figures"))
    elif part.total > total.total:
        if part.approximate or total.approximate:
            yield Unknown(Missing(("count",), "exact numbers"))
        else:
            yield Fail(f"{part.total} is a part of {whole.id!r}, which is {total.total}", at=("count",))


@rule("ACT014", catalogue="A04", nature=Nature.CONTRADICTION, severity=Severity.ERROR, given="parts")
def parts_do_not_make_the_number(count: Count, _context: Context) -> Iterator[Outcome]:
    """The partners' parts of a count do not make its number.

    Why: Twenty and twenty are forty; where the text says otherwise, somebody is counted twice or left out.
    Fix: Correct the number or the parts; leave the number out if it is only their sum.

    Example:
        count: {number: 50, parts: {vaxjo: 20, jb-marks: 20}}
    Source: seed, the texts of ten municipal projects that this library starts from
    """
    if count.number is None:
        yield NOT_APPLICABLE
        return
    made = sum(part.number for part in count.parts)
    if made != count.number:
        if count.approximate:
            yield Unknown(Missing(("number",), "an exact number"))
        else:
            told = " + ".join(str(part.number) for part in count.parts)
            yield Fail(f"the parts make {told} = {made}, not {count.number}", at=("parts",))


@rule("ACT008", catalogue="A08", nature=Nature.OMISSION, severity=Severity.WARNING)
def activity_without_responsible(activity: Activity, _context: Context) -> Iterator[Outcome]:
    """Nobody is responsible for an activity.

    Why: What is everybody's task is nobody's.
    Fix: Name one organisation in ``responsible``.

    Example:
        activities:
          - {id: workshop, title: Workshop, partners: [vaxjo, jb-marks]}
    Source: lfa-slides, https://vdocuments.us/lfa-logical-framework-approach-goal-oriented-project-planning-kari-oertengren.html
    """
    if activity.responsible is None:
        yield Fail(f"activity {activity.id!r} has nobody responsible", at=("responsible",))


@rule("ACT015", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def activities_wait_for_one_another(plan: Plan, _context: Context) -> Iterator[Outcome]:
    """Activities wait for one another in a circle.

    Why: None of them can ever begin.
    Fix: Remove one of the steps in ``after``.

    Example:
        activities:
          - {id: survey, title: Survey, after: [workshop]}
          - {id: workshop, title: Workshop, after: [survey]}
    Source: own, a rule of consistency proposed here
    """
    places = {activity.id: i for i, activity in enumerate(plan.activities)}
    for circle in circles({activity.id: activity.after for activity in plan.activities}):
        first = min(circle, key=places.__getitem__)
        told = circle_told(circle, first)
        yield Fail(f"activities wait for one another: {told}", at=("activities", places[first], "after"))


RULES: tuple[Rule, ...] = (
    stated_number_differs_from_the_list,
    part_larger_than_the_whole,
    activity_without_responsible,
    parts_do_not_make_the_number,
    activities_wait_for_one_another,
)
