"""Rolling up over groups, places, partners and projects: each by a name of its own."""

from collections.abc import Callable, Iterable, Sequence

from cooperation.measures._over_time import Accumulation, over_time
from cooperation.measures.observed import Day, Series, series
from cooperation.measures.quantities import Quantity, ValueState, of_value, state
from cooperation.measures.reading import Reading, refusal
from cooperation.measures.rolling import reaches_of, roll_up
from cooperation.model import Indicator, IndicatorReference, Observation, OverParts, Project, Reach

__all__ = ["over_partners", "over_parts", "over_places", "over_projects"]


def over_parts(
    indicator: Indicator, observation: Observation, dimension: str, how: OverParts | None = None
) -> Reading[Quantity]:
    """What the groups of one dimension make together in one observation.

    Groups that the indicator declares ``disjoint`` are added; where nobody is said not to be in two of them, people
    are not.

    Args:
        indicator: The indicator.
        observation: Its observation, with parts.
        dimension: The dimension, such as ``sex``.
        how: How; as the indicator says in ``over_parts`` where nothing is said here.

    >>> from decimal import Decimal
    >>> from cooperation.model import Category, Dimension, Number, Part
    >>> trained = Indicator(id="trained", statement="Trained", over_parts=OverParts.SUM,
    ...                     dimensions=(Dimension(name="sex", disjoint=True),))
    >>> parts = tuple(Part(of=(Category("sex", who),), value=Number(Decimal(n))) for who, n in (("w", 12), ("m", 8)))
    >>> over_parts(trained, Observation(parts=parts), "sex").value.number
    Fraction(20, 1)
    """
    chosen = how or indicator.over_parts
    declared = next((d for d in indicator.dimensions if d.name == dimension), None)
    parts = [p for p in observation.parts if [category.dimension for category in p.of] == [dimension]]
    applicable = [p for p in parts if state(p.value) is not ValueState.NOT_APPLICABLE]
    values = [of_value(indicator, p.value, unit=observation.unit) for p in applicable]
    disjoint = None if declared is None else declared.disjoint
    if disjoint is False and chosen is OverParts.SUM and len(values) > 1:
        return refusal(f"somebody may be in two groups of {dimension}", "IND017", n=sum(v is not None for v in values))
    return roll_up(values, chosen, separate=disjoint is True)


def over_places(
    indicator: Indicator,
    how: OverParts | None = None,
    *,
    at: Day | None = None,
    over: Accumulation | None = None,
    project: Project | None = None,
) -> Reading[Quantity]:
    """What an indicator's places make together, each rolled up over time before.

    Values of no place are the whole and no part of it, and are left out.
    People of different places are added where the project knows the places and none lies within another.

    Args:
        indicator: The indicator.
        how: How; as the indicator says in ``over_parts`` where nothing is said here.
        at: Only what was known by this date.
        over: How to roll up over time; as the indicator says where nothing is said here.
        project: The project it belongs to, which knows where the places lie and whether people are reached directly.

    """
    parts = [one for one in series(indicator) if one.place is not None]
    ids = {one.place for one in parts if one.place is not None}
    above = {} if project is None else _places_of(project)
    if (nested := _inside(ids, above)) is not None:
        return refusal(f"place {nested[0]!r} lies within {nested[1]!r}: it would count twice", "IND017", n=len(parts))
    return _apart(indicator, parts, how, at=at, over=over, project=project, separate=ids <= set(above))


def over_partners(
    indicator: Indicator,
    how: OverParts | None = None,
    *,
    at: Day | None = None,
    over: Accumulation | None = None,
    project: Project | None = None,
) -> Reading[Quantity]:
    """What an indicator's partners make together, each rolled up over time before.

    Values of no partner are the whole and no part of it, and are left out.
    People of different partners are added where the project knows the partners and none belongs to another.

    Args:
        indicator: The indicator.
        how: How; as the indicator says in ``over_parts`` where nothing is said here.
        at: Only what was known by this date.
        over: How to roll up over time; as the indicator says where nothing is said here.
        project: The project it belongs to, which knows the partners and whether people are reached directly.

    >>> from decimal import Decimal
    >>> from cooperation.model import Number
    >>> found = tuple(Observation(value=Number(Decimal(n)), partner=who) for who, n in (("vaxjo", 3), ("jb-marks", 4)))
    >>> plans = Indicator(id="plans", statement="Plans", over_parts=OverParts.SUM, actuals=found)
    >>> print(over_partners(plans), over_partners(plans, OverParts.MAXIMUM))
    7 4
    """
    parts = [one for one in series(indicator) if one.partner is not None]
    ids = {one.partner for one in parts if one.partner is not None}
    above = {} if project is None else {o.id: o.owner for o in project.organisations}
    if (owned := _inside(ids, above)) is not None:
        return refusal(f"{owned[0]!r} belongs to {owned[1]!r}: it would count twice", "IND017", n=len(parts))
    return _apart(indicator, parts, how, at=at, over=over, project=project, separate=ids <= set(above))


def over_projects(
    projects: Iterable[Project],
    which: str | IndicatorReference | Callable[[Indicator], bool],
    how: OverParts | None = None,
    *,
    at: Day | None = None,
    over: Accumulation | None = None,
) -> Reading[Quantity]:
    """What one indicator makes over several projects, each rolled up over time before.

    Projects without such an indicator are not concerned; those that have it without a value are unknown.
    Of an indicator with values of several places or partners, those of the whole are used.

    Args:
        projects: The projects, such as a portfolio.
        which: Which indicator: its id, its code in a list of standard indicators, or a function that knows it.
        how: How; as the indicators say in ``over_parts``, where they agree and nothing is said here.
        at: Only what was known by this date.
        over: How to roll up over time; as each indicator says where nothing is said here.

    >>> over_projects([Project(id="a", title="A")], "families").note
    'no project has such an indicator'
    """
    found = [(indicator, reaches_of(reach)) for project in projects for indicator, reach in _indicators(project, which)]
    if not found:
        return refusal("no project has such an indicator")
    modes = {indicator.over_parts for indicator, _ in found}
    if how is None and len(modes) > 1:
        told = ", ".join(sorted("not said" if mode is None else mode.value for mode in modes))
        return refusal(f"the projects do not agree on how to roll up: {told}", unknown=len(found))
    chosen = how or modes.pop()
    return roll_up((_whole(indicator, at, over, reach) for indicator, reach in found), chosen)


def _apart(
    indicator: Indicator,
    parts: Sequence[Series],
    how: OverParts | None,
    *,
    at: Day | None,
    over: Accumulation | None,
    project: Project | None,
    separate: bool,
) -> Reading[Quantity]:
    populations = {one.population for one in parts}
    if len(populations) > 1:
        return refusal("values of several groups of people are not added: take them apart", "IND017", n=len(parts))
    reach = None if project is None else reaches_of(_reach_of(project, indicator.id))
    rolled = [_rolled(one.indicator, at, over, reach) for one in parts]
    return roll_up(rolled, how or indicator.over_parts, separate=separate)


def _whole(indicator: Indicator, at: Day | None, over: Accumulation | None, reach: Reach | None) -> Reading[Quantity]:
    every = series(indicator)
    if len(every) > 1:
        whole = [one for one in every if (one.place, one.partner, one.population) == (None, None, None)]
        if not whole or not whole[0].indicator.actuals:
            return refusal("values of parts only, and none of the whole", unknown=1)
        indicator = whole[0].indicator
    return _rolled(indicator, at, over, reach)


def _rolled(indicator: Indicator, at: Day | None, over: Accumulation | None, reach: Reach | None) -> Reading[Quantity]:
    """What one place, partner or project has; without a value it is one that is unknown, unless there can be none."""
    found = over_time(indicator, over, at=at, reach=reach)
    if found.value is not None or found.is_refused:
        return found
    states = {state(observation.value) for observation in indicator.actuals}
    return refusal(str(found.note), unknown=int(states != {ValueState.NOT_APPLICABLE}))


def _indicators(
    project: Project, which: str | IndicatorReference | Callable[[Indicator], bool]
) -> list[tuple[Indicator, tuple[Reach | None, ...]]]:
    return [
        (indicator, _reaches(project, objective.target_groups))
        for objective in project.logframe.objectives
        for indicator in objective.indicators
        if _is(indicator, which)
    ]


def _is(indicator: Indicator, which: str | IndicatorReference | Callable[[Indicator], bool]) -> bool:
    if isinstance(which, str):
        return indicator.id == which
    if isinstance(which, IndicatorReference):
        return any((r.vocabulary, r.code) == (which.vocabulary, which.code) for r in indicator.references)
    return which(indicator)


def _reach_of(project: Project, indicator_id: str) -> tuple[Reach | None, ...]:
    return next((reach for _, reach in _indicators(project, indicator_id)), ())


def _reaches(project: Project, groups: tuple[str, ...]) -> tuple[Reach | None, ...]:
    return tuple(group.reach for group in project.framing.target_groups if group.id in groups) if groups else ()


def _places_of(project: Project) -> dict[str, str | None]:
    places = [*project.framing.places, *(place for o in project.organisations for place in o.places)]
    return {place.id: place.within for place in places}


def _inside(ids: set[str], above: dict[str, str | None]) -> tuple[str, str] | None:
    """One of these that is part of another of them, with that other."""
    for start in sorted(ids):
        seen, here = {start}, above.get(start)
        while here is not None and here not in seen:
            if here in ids:
                return start, here
            seen.add(here)
            here = above.get(here)
    return None
