"""Groups of a disaggregation merged or split, so that nothing is lost."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from attrs import evolve, frozen

from cooperation.diagnostics import Path
from cooperation.errors import InvariantError
from cooperation.measures.disaggregation import added, compared
from cooperation.model import (
    Category,
    Dimension,
    Indicator,
    Measure,
    NotApplicable,
    Number,
    Observation,
    Part,
    UnitKind,
    Value,
)
from cooperation.model.scale import observations

__all__ = ["Regrouped", "Regrouping", "merge_groups", "split_group", "undo_regrouping"]

_Replaced: TypeAlias = tuple[tuple[Part, ...], tuple[Part, ...]]
"""Parts that were, and those that stand in their place."""


@frozen(kw_only=True)
class Regrouping:
    """What became of the parts of one observation: an entry of the log.

    Attributes:
        path: Where in the indicator the observation stands.
        before: All its parts as they were.
        replaced: Parts that were, each time with those that stand in their place.

    """

    path: Path
    before: tuple[Part, ...]
    replaced: tuple[_Replaced, ...]


@frozen(kw_only=True)
class Regrouped:
    """An indicator with other groups, and what was done to get there.

    Attributes:
        indicator: The indicator as it is now.
        dimension: The dimension as it was declared; ``None`` where it was not.
        log: What was replaced, observation by observation.

    """

    indicator: Indicator
    dimension: Dimension | None
    log: tuple[Regrouping, ...]


def merge_groups(indicator: Indicator, dimension: str, into: Mapping[str, str]) -> Regrouped:
    """An indicator with several groups of a dimension made one, in every observation.

    Values are added; of shares, numerators and denominators.
    Where a merged group is not known the new one is not, and the log keeps what was known.

    Args:
        indicator: The indicator.
        dimension: The dimension, such as ``age``.
        into: The new group of each old one; a group that is not named stays.

    Raises:
        InvariantError: Somebody is or may be in two of the groups (``IND017``), they hold percentages without their
            wholes (``IND016``), or words beside numbers.

    >>> from decimal import Decimal
    >>> ages = (("6-9", Number(Decimal(3))), ("10-15", Number(Decimal(4))))
    >>> parts = tuple(Part(of=(Category("age", age),), value=value) for age, value in ages)
    >>> pupils = Indicator(id="p", statement="Pupils", actuals=(Observation(parts=parts),))
    >>> done = merge_groups(pupils, "age", {"6-9": "6-15", "10-15": "6-15"})
    >>> [(part.of[0].category, str(part.value)) for part in done.indicator.actuals[0].parts]
    [('6-15', '7')]
    >>> undo_regrouping(done) == pupils
    True
    """
    declared = _declared(indicator, dimension)
    disjoint = None if declared is None else declared.disjoint
    people = indicator.unit_kind in (UnitKind.PERSON, UnitKind.HOUSEHOLD)

    def merged(parts: tuple[Part, ...]) -> Iterator[_Replaced]:
        groups: defaultdict[frozenset[Category], list[Part]] = defaultdict(list)
        for part in parts:
            groups[frozenset(_renamed(part.of, dimension, into))].append(part)
        for members in groups.values():
            of = _renamed(members[0].of, dimension, into)
            if len(members) > 1 and (disjoint is False or (people and disjoint is None)):
                told = (
                    "somebody is in two of them" if disjoint is False else "nobody said that nobody is in two of them"
                )
                raise InvariantError(f"groups of {dimension} cannot be merged: {told} (IND017)")
            if len(members) > 1 or members[0].of != of:
                yield tuple(members), (Part(of=of, value=_together(indicator, of, members)),)

    categories = () if declared is None else dict.fromkeys(into.get(one, one) for one in declared.categories)
    return _regrouped(indicator, declared, tuple(categories), merged)


def split_group(
    indicator: Indicator, dimension: str, group: str, into: Mapping[str, Sequence[Value | None]] | Iterable[str]
) -> Regrouped:
    """An indicator with one group of a dimension made several, in every observation.

    What each new group has is given or it is unknown; it is never shared out by a guess.

    Args:
        indicator: The indicator.
        dimension: The dimension, such as ``age``.
        group: The group to split.
        into: The new groups; or the values of each, one for every part of that group in the order of the document
            (baseline, milestones, targets, actuals).

    Raises:
        InvariantError: The values given do not make the old one, or are too few or too many.

    >>> from decimal import Decimal
    >>> parts = (Part(of=(Category("age", "6-15"),), value=Number(Decimal(7))),)
    >>> pupils = Indicator(id="p", statement="Pupils", actuals=(Observation(parts=parts),))
    >>> done = split_group(pupils, "age", "6-15", {"6-9": [Number(Decimal(3))], "10-15": [Number(Decimal(4))]})
    >>> [(part.of[0].category, str(part.value)) for part in done.indicator.actuals[0].parts]
    [('6-9', '3'), ('10-15', '4')]
    """
    given = into if isinstance(into, Mapping) else None
    names = tuple(into)
    declared = _declared(indicator, dimension)
    there = sum(Category(dimension, group) in part.of for _, o in observations(indicator) for part in o.parts)
    odd = [f"{name} has {len(values)}" for name, values in (given or {}).items() if len(values) != there]
    if odd:
        raise InvariantError(f"{group} of {dimension} has {there} parts, and {', '.join(odd)} values")
    met = 0

    def split(parts: tuple[Part, ...]) -> Iterator[_Replaced]:
        nonlocal met
        for part in parts:
            if Category(dimension, group) in part.of:
                values = [None if given is None else given[name][met] for name in names]
                met += 1
                _check(part, values, f"{group} of {dimension}")
                made = (
                    Part(of=_renamed(part.of, dimension, {group: name}), value=value)
                    for name, value in zip(names, values, strict=True)
                )
                yield (part,), tuple(made)

    categories = () if declared is None else declared.categories
    spread = (new for old in categories for new in (names if old == group else (old,)))
    return _regrouped(indicator, declared, tuple(dict.fromkeys(spread)), split)


def undo_regrouping(done: Regrouped) -> Indicator:
    """The indicator as it was before its groups were merged or split, from the log alone."""
    was = done.dimension
    dimensions = done.indicator.dimensions
    if was is not None:
        dimensions = tuple(was if dimension.name == was.name else dimension for dimension in dimensions)
    return _with_parts(done.indicator, dimensions, {entry.path: entry.before for entry in done.log})


def _check(part: Part, values: Sequence[Value | None], told: str) -> None:
    known = [value for value in values if value is not None]
    if part.value is None or len(known) < len(values):
        return
    made = added(known)
    if compared(part.value, made) != (False, False):
        raise InvariantError(f"{told} is {part.value}, and the new groups make {' + '.join(map(str, known))}")


def _together(indicator: Indicator, of: tuple[Category, ...], members: Sequence[Part]) -> Value | None:
    values = [part.value for part in members]
    if len(values) == 1:
        return values[0]
    applicable = [value for value in values if not isinstance(value, NotApplicable)]
    if not applicable:
        return NotApplicable()
    known = [value for value in applicable if value is not None]
    if len(known) < len(applicable):
        return None
    if len(known) == 1:
        return known[0]
    told = ", ".join(category.category for category in of)
    if indicator.measure is Measure.PERCENTAGE and any(isinstance(value, Number) for value in known):
        raise InvariantError(f"percentages without their wholes cannot be merged into {told} (IND016)")
    made = added(known)
    if made is None:
        raise InvariantError(f"{', '.join(map(str, known))} cannot be added into {told}")
    return made


def _declared(indicator: Indicator, dimension: str) -> Dimension | None:
    return next((one for one in indicator.dimensions if one.name == dimension), None)


def _renamed(of: tuple[Category, ...], dimension: str, into: Mapping[str, str]) -> tuple[Category, ...]:
    return tuple(
        Category(one.dimension, into.get(one.category, one.category)) if one.dimension == dimension else one
        for one in of
    )


def _regrouped(
    indicator: Indicator,
    declared: Dimension | None,
    categories: tuple[str, ...],
    regroup: Callable[[tuple[Part, ...]], Iterator[_Replaced]],
) -> Regrouped:
    log = []
    changed = {}
    for path, observation in observations(indicator):
        replaced = tuple(regroup(observation.parts))
        if replaced:
            log.append(Regrouping(path=path, before=observation.parts, replaced=replaced))
            changed[path] = _in_place(observation.parts, replaced)
    dimensions = tuple(
        evolve(one, categories=categories) if declared is not None and one.name == declared.name else one
        for one in indicator.dimensions
    )
    return Regrouped(indicator=_with_parts(indicator, dimensions, changed), dimension=declared, log=tuple(log))


def _in_place(parts: tuple[Part, ...], replaced: Sequence[_Replaced]) -> tuple[Part, ...]:
    """The parts with the new ones where the first of those stood that they replace."""
    # By place and not by value, since two parts may be equal.
    instead: dict[int, tuple[Part, ...]] = {}
    for before, after in replaced:
        places = [id(part) for part in before]
        instead |= dict.fromkeys(places, ()) | {places[0]: after}
    return tuple(new for part in parts for new in instead.get(id(part), (part,)))


def _with_parts(
    indicator: Indicator, dimensions: tuple[Dimension, ...], parts: Mapping[Path, tuple[Part, ...]]
) -> Indicator:
    def held(name: str, every: tuple[Observation, ...]) -> tuple[Observation, ...]:
        return tuple(evolve(o, parts=parts[name, i]) if (name, i) in parts else o for i, o in enumerate(every))

    baseline = indicator.baseline
    if baseline is not None and ("baseline",) in parts:
        baseline = evolve(baseline, parts=parts["baseline",])
    return evolve(
        indicator,
        dimensions=dimensions,
        baseline=baseline,
        milestones=held("milestones", indicator.milestones),
        targets=held("targets", indicator.targets),
        actuals=held("actuals", indicator.actuals),
    )
