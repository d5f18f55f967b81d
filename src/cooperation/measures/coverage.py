"""What a portfolio covers, and how much of it is unknown."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import TypeVar

from cooperation.measures.reading import Reading, refusal
from cooperation.model import CoreArea, Indicator, Marker, Portfolio, Project

__all__ = ["core_area_coverage", "marker_coverage", "sdg_coverage", "unknowns"]

_T = TypeVar("_T")

_GOALS = tuple(str(number) for number in range(1, 18))


def sdg_coverage(portfolio: Iterable[Project]) -> Reading[tuple[tuple[str, tuple[str, ...]], ...]]:
    """For each of the 17 goals, the projects that say they serve it, by a goal, a target or an indicator.

    Projects that name none count as unknown: they may serve one all the same.

    >>> import cooperation as co
    >>> found = sdg_coverage(co.load_example("vaxjo"))
    >>> [(goal, projects) for goal, projects in found.value if projects], found.n, found.unknown
    ([('4', ('preschool-sustainability',)), ('7', ('energy-plan',))], 2, 8)
    """
    return _covered(portfolio, _GOALS, lambda project: [tag.goal for tag in project.tags.sdgs])


def core_area_coverage(portfolio: Iterable[Project]) -> Reading[tuple[tuple[CoreArea, tuple[str, ...]], ...]]:
    """For each core area of local democracy, the projects that serve it or may.

    >>> import cooperation as co
    >>> found = core_area_coverage(co.load_example("vaxjo"))
    >>> [area.value for area, projects in found.value if projects]
    ['transparency', 'accountability']
    """
    return _covered(portfolio, tuple(CoreArea), lambda project: [tag.area for tag in project.tags.core_areas])


def marker_coverage(portfolio: Iterable[Project]) -> tuple[tuple[Marker, Reading[Fraction]], ...]:
    """For each policy marker, the share of the scored projects whose score is above nought.

    A project that nobody scored is unknown, which is not the score 0.

    >>> from cooperation.model import PolicyMarker, Tags
    >>> def scored(id, score):
    ...     marker = PolicyMarker(marker=Marker.GENDER_EQUALITY, significance=score)
    ...     return Project(id=id, title=id, tags=Tags(policy_markers=(marker,)))
    >>> found = dict(marker_coverage([scored("a", 0), scored("b", 2), scored("c", None), Project(id="d", title="d")]))
    >>> found[Marker.GENDER_EQUALITY]
    Reading(value=Fraction(1, 2), n=2, unknown=2, note=None, code=None)
    """
    scores: defaultdict[Marker, list[int]] = defaultdict(list)
    total = 0
    for project in portfolio:
        total += 1
        for held in project.tags.policy_markers:
            if held.significance is not None:
                scores[held.marker].append(held.significance)
    found = []
    for marker in Marker:
        given = scores[marker]
        if given:
            share = Fraction(sum(score > 0 for score in given), len(given))
            found.append((marker, Reading(share, len(given), max(0, total - len(given)))))
        else:
            found.append((marker, refusal("no project is scored", unknown=total)))
    return tuple(found)


def unknowns(portfolio: Portfolio) -> tuple[tuple[str, Reading[Fraction]], ...]:
    """How much is known, fact by fact: the share that says it, with how many do and how many do not.

    >>> import cooperation as co
    >>> found = dict(unknowns(co.load_example("vaxjo")))
    >>> print(found["years"], found["years"].n, found["years"].unknown)
    0.6 6 4
    """
    projects = tuple(portfolio)
    indicators = [indicator for project in projects for indicator in project.logframe.indicators]
    return (
        *((name, _known(projects, has)) for name, has in _OF_PROJECTS.items()),
        *((name, _known(indicators, has)) for name, has in _OF_INDICATORS.items()),
    )


def _gains_each(project: Project) -> bool:
    gaining = {benefit.partner for benefit in project.win_win.benefits}
    return bool(project.partners) and all(
        p.organisation is not None and p.organisation.id in gaining for p in project.partners
    )


_OF_PROJECTS: dict[str, Callable[[Project], bool]] = {
    "years": lambda p: p.period is not None and p.period.is_placed,
    "length": lambda p: p.period is not None and p.period.in_months is not None,
    "partners": lambda p: (
        len(p.partners) > 1
        and all(one.organisation is not None and one.organisation.name is not None for one in p.partners)
    ),
    "problems": lambda p: bool(p.framing.problems),
    "objectives": lambda p: bool(p.logframe.objectives),
    "indicators": lambda p: bool(p.logframe.indicators),
    "activities": lambda p: bool(p.plan.activities),
    "budget": lambda p: p.plan.budget is not None,
    "risks": lambda p: bool(p.logframe.risks),
    "goals": lambda p: bool(p.tags.sdgs),
    "gains of each partner": _gains_each,
}

_OF_INDICATORS: dict[str, Callable[[Indicator], bool]] = {
    "measure": lambda i: i.measure is not None,
    "baseline": lambda i: i.baseline is not None and i.baseline.value is not None,
    "target": lambda i: any(target.value is not None for target in i.targets),
    "actual": lambda i: any(actual.value is not None for actual in i.actuals),
    "verification": lambda i: bool(i.verification),
}


def _known(parts: Sequence[_T], has: Callable[[_T], bool]) -> Reading[Fraction]:
    if not parts:
        return refusal("there is none of which it could be known")
    known = sum(map(has, parts))
    return Reading(Fraction(known, len(parts)), known, len(parts) - known)


def _covered(
    portfolio: Iterable[Project], every: tuple[_T, ...], marks: Callable[[Project], Iterable[_T]]
) -> Reading[tuple[tuple[_T, tuple[str, ...]], ...]]:
    found: dict[_T, list[str]] = {mark: [] for mark in every}
    n = unknown = 0
    for project in portfolio:
        own = dict.fromkeys(marks(project))
        n += bool(own)
        unknown += not own
        for mark in own:
            found[mark].append(project.id)
    return Reading(tuple((mark, tuple(ids)) for mark, ids in found.items()), n, unknown)
