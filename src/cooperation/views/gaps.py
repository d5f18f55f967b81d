"""What a document does not say and a reader would want to know."""

from collections.abc import Iterable, Iterator

from cooperation.model import Organisation, Project
from cooperation.views.telling import Teller, joined, some

__all__ = ["gaps"]


def gaps(project: Project, teller: Teller) -> Iterator[str]:
    """The facts that matter and are not known, in the order of the sheet."""
    if project.period is None or not project.period.is_placed:
        yield "when it runs" if project.period is None else "when exactly it runs"
    if project.status is None:
        yield "where it stands: proposed, running or ended"
    if project.partnership is None:
        yield "the partnership it belongs to"
    yield from _partners(project, teller)
    yield from _groups(project, teller)
    yield from _results(project)
    yield from _plan(project)
    budget = project.plan.budget
    if budget is None:
        yield "what it costs"
    elif open_lines := sum(line.amount is None for line in budget.lines):
        yield f"the amount of {_of(open_lines, len(budget.lines), 'budget line')}"
    yield from _benefits(project, teller)


def _partners(project: Project, teller: Teller) -> Iterator[str]:
    if not project.partners:
        yield "who the partners are"
    everyone = (*project.partners, *project.involved)
    organisations = [one.organisation for one in everyone if one.organisation is not None]
    yield from _list("the name of", (one.id for one in organisations if one.name is None))
    yield from _list("who is meant by", (teller.description(one) for one in everyone if one.organisation is None))
    yield from _list("the country of", (_called(one, teller) for one in organisations if one.country is None))
    without_role = [one for one in project.partners if one.role is None]
    yield from _list(
        "the role of",
        (
            teller.description(one) if one.organisation is None else _called(one.organisation, teller)
            for one in without_role
        ),
    )


def _called(organisation: Organisation, teller: Teller) -> str:
    return organisation.id if organisation.name is None else teller.name(organisation)


def _groups(project: Project, teller: Teller) -> Iterator[str]:
    uncounted = [teller.target_group(group.id) for group in project.framing.target_groups if group.count is None]
    yield from _list("the number of", uncounted)


def _results(project: Project) -> Iterator[str]:
    objectives, indicators = project.logframe.objectives, project.logframe.indicators
    if not objectives:
        yield "what it aims at"
    elif missing := sum(objective.level is None for objective in objectives):
        yield f"the level of {_of(missing, len(objectives), 'objective')}"
    if objectives and not indicators:
        yield "what would show that the objectives are reached"
    if missing := sum(one.baseline is None or one.baseline.value is None for one in indicators):
        yield f"the baseline of {_of(missing, len(indicators), 'indicator')}"
    if missing := sum(all(target.value is None for target in one.targets) for one in indicators):
        yield f"the target of {_of(missing, len(indicators), 'indicator')}"


def _plan(project: Project) -> Iterator[str]:
    activities = project.plan.activities
    for counted in project.counts():
        if counted.listed is None and counted.stated.of.value == "activities":
            yield f"which the {counted.stated.count} activities are"
            break
    else:
        if not activities:
            yield "what is done"
    if missing := sum(one.period is None and one.actual is None for one in activities):
        yield f"the time of {_of(missing, len(activities), 'activity', 'activities')}"
    if missing := sum(one.responsible is None for one in activities):
        yield f"who is responsible for {_of(missing, len(activities), 'activity', 'activities')}"


def _benefits(project: Project, teller: Teller) -> Iterator[str]:
    gaining = {benefit.partner for benefit in project.win_win.benefits}
    own = {benefit.partner for benefit in project.win_win.benefits if not benefit.joint}
    without = [partner for partner in project.partner_ids if partner not in gaining]
    only_joint = [partner for partner in project.partner_ids if partner in gaining - own]
    yield from _list("what is gained by", map(teller.organisation, without))
    yield from _list("what is gained of its own by", map(teller.organisation, only_joint))


def _list(what: str, names: Iterable[str]) -> Iterator[str]:
    if found := list(dict.fromkeys(names)):
        yield f"{what} {joined(found)}"


def _of(number: int, total: int, noun: str, plural: str | None = None) -> str:
    if number == total:
        few = {1: f"the only {noun}", 2: f"both {plural or f'{noun}s'}"}
        return few.get(total, f"all {some(total, noun, plural)}")
    return f"{number} of {some(total, noun, plural)}"
