"""Partnerships over the years: how long they run, which projects follow one another, who takes part in how many."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from cooperation.measures.observed import Day
from cooperation.measures.reading import Reading, refusal
from cooperation.model import Answer, Continuation, ContinuationKind, Partnership, Portfolio, Project
from cooperation.model.succession import Succession

__all__ = [
    "Continuity",
    "continuity",
    "projects_by_organisation",
    "running_in",
    "years_running",
    "years_with_projects",
]


def years_running(partnership: Partnership, at: Day) -> Reading[int]:
    """In how many calendar years a partnership has run by a date, the first and the last included.

    Args:
        partnership: The partnership.
        at: The date; where the tie ended before, that end counts.

    >>> from cooperation.model import PartialDate
    >>> print(years_running(Partnership(id="p", since=PartialDate(2010)), PartialDate(2019, 6)))
    10 (2010 to 2019)
    """
    if partnership.since is None:
        return refusal("nobody said since when", unknown=1)
    first, last = partnership.since.year, at.year
    if partnership.ended is not None:
        last = min(last, partnership.ended.year)
    if last < first:
        return Reading(0, 1, 0, f"it began in {first}")
    return Reading(last - first + 1, 1, 0, f"{first} to {last}")


def years_with_projects(portfolio: Portfolio, partnership: str) -> Reading[tuple[int, ...]]:
    """The calendar years in which a project of a partnership is known to run.

    Args:
        portfolio: The portfolio.
        partnership: The partnership's id.

    >>> import cooperation as co
    >>> print(years_with_projects(co.load_example("vaxjo"), "vaxjo-jb-marks").value)
    (2017, 2018, 2019, 2020, 2021)
    """
    own = [project for project in portfolio if project.partnership == partnership]
    placed = [years for p in own if p.period is not None and (years := p.period.years) is not None]
    unknown = len(own) - len(placed)
    if not placed:
        return refusal("no years of its projects are known" if own else "it has no projects", unknown=unknown)
    return Reading(tuple(sorted({year for years in placed for year in years})), len(placed), unknown)


@frozen(kw_only=True)
class Continuity:
    """Projects that follow one another.

    Attributes:
        projects: Their ids, each after all that it follows.
        steps: How many steps the longest way through them has; 1 for one project after another.
        circular: Whether some follow each other in a circle, which a rule reports (``CON006``); they stand last.

    """

    projects: tuple[str, ...]
    steps: int
    circular: bool = False


def continuity(portfolio: Portfolio) -> Reading[tuple[Continuity, ...]]:
    """The chains of projects that follow one another, by id or by a nickname; projects that stand alone are in none.

    That a project grows from its partnership names no project, and is neither a step nor unknown.

    >>> import cooperation as co
    >>> found = continuity(co.load_example("vaxjo"))
    >>> [chain.projects for chain in found.value], found.unknown
    ([('school-environment', 'preschool-sustainability')], 1)
    """
    earlier, unknown = _steps(portfolio)
    later: defaultdict[str, list[str]] = defaultdict(list)
    for id, before in earlier.items():  # noqa: A001
        for one in before:
            later[one].append(id)
    chains = tuple(_chain(members, earlier) for members in _tied(earlier, later))
    n = sum(map(len, earlier.values()))
    return Reading(chains, n, unknown, None if n else "no project is known to follow another")


def projects_by_organisation(portfolio: Portfolio, *, succession: bool = True) -> Reading[tuple[tuple[str, int], ...]]:
    """In how many projects each organisation takes part, those with most first.

    Args:
        portfolio: The portfolio.
        succession: Whether projects of its predecessors and successors count as its own, so that the projects of
            Tlokwe are also those of JB Marks, into which it merged.

    >>> import cooperation as co
    >>> counts = dict(projects_by_organisation(co.load_example("vaxjo")).value)
    >>> counts["vaxjo"], counts["jb-marks"], counts["tlokwe"]
    (10, 5, 5)
    """
    taking: defaultdict[str, set[int]] = defaultdict(set)
    for organisation in portfolio.organisations:
        taking[organisation.id] = set()
    register = {organisation.id: organisation for organisation in portfolio.organisations}
    unnamed = n = 0
    for number, project in enumerate(portfolio):
        for participation in (*project.partners, *project.involved):
            if participation.organisation is None:
                unnamed += 1
            else:
                n += 1
                register.setdefault(participation.organisation.id, participation.organisation)
                taking[participation.organisation.id].add(number)
    lines = Succession(register.values())
    counts = {
        id: len(set().union(*(taking[one] for one in lines.lineage(id) if one in taking))) if succession else len(own)
        for id, own in taking.items()  # noqa: A001
    }
    return Reading(tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))), n, unnamed)


def _steps(portfolio: Portfolio) -> tuple[dict[str, tuple[str, ...]], int]:
    """Which projects each follows, and how many continuations name one that is not here."""
    ids = {project.id for project in portfolio}
    called: defaultdict[str, list[str]] = defaultdict(list)
    for project in portfolio:
        for name in dict.fromkeys(name.casefold() for name in project.names):
            called[name].append(project.id)
    earlier: dict[str, tuple[str, ...]] = {}
    unknown = 0
    for project in portfolio:
        before: dict[str, None] = {}
        for continuation in project.continuations:
            found = _followed(project, continuation, ids, called)
            before |= dict.fromkeys(found)
            unknown += not found and continuation.kind is not ContinuationKind.GROWS_FROM_PARTNERSHIP
        earlier[project.id] = tuple(before)
    return earlier, unknown


def _followed(
    project: Project, continuation: Continuation, ids: set[str], called: Mapping[str, list[str]]
) -> list[str]:
    named, alias = continuation.project, continuation.alias
    if named is not None:
        return [named] if named in ids and named != project.id else []
    return [] if alias is None else [one for one in called.get(alias.casefold(), ()) if one != project.id]


def _tied(earlier: Mapping[str, Iterable[str]], later: Mapping[str, Iterable[str]]) -> Iterator[list[str]]:
    """Those that hang together, of more than one, in the order of the portfolio."""
    order = {id: number for number, id in enumerate(earlier)}  # noqa: A001
    met: set[str] = set()
    for start in earlier:
        if start in met:
            continue
        met.add(start)
        members, frontier = [start], [start]
        while frontier:
            here = frontier.pop()
            for other in (*earlier[here], *later.get(here, ())):
                if other not in met:
                    met.add(other)
                    members.append(other)
                    frontier.append(other)
        if len(members) > 1:
            yield sorted(members, key=order.__getitem__)


def _chain(members: list[str], earlier: Mapping[str, tuple[str, ...]]) -> Continuity:
    steps: dict[str, int] = {}
    waiting = list(members)
    while ready := [one for one in waiting if all(before in steps for before in earlier[one])]:
        found = {one: max((steps[before] + 1 for before in earlier[one]), default=0) for one in ready}
        steps |= found
        waiting = [one for one in waiting if one not in found]
    return Continuity(projects=(*steps, *waiting), steps=max(steps.values(), default=0), circular=bool(waiting))


def running_in(portfolio: Portfolio, year: int) -> Reading[int]:
    """How many projects run in a calendar year, and of how many it cannot be known.

    >>> import cooperation as co
    >>> found = running_in(co.load_example("vaxjo"), 2018)
    >>> found.value, found.n, found.unknown
    (1, 8, 2)
    """
    answers = [project.runs_in(year) for project in portfolio]
    unknown = answers.count(Answer.UNKNOWN)
    return Reading(answers.count(Answer.YES), len(answers) - unknown, unknown)
