"""IND: the groups that values are divided into, and numbers that no such thing can have."""

from collections.abc import Iterator

from cooperation.codelists import nearest
from cooperation.diagnostics import Missing, Nature, Severity
from cooperation.model import Indicator, Measure, Observation, OverParts, OverTime, UnitKind
from cooperation.rules._context import Context
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule
from cooperation.rules._words import listing

__all__ = ["RULES"]

_MAYBE_COUNTED = (
    None,
    UnitKind.PERSON,
    UnitKind.HOUSEHOLD,
    UnitKind.ORGANISATION,
    UnitKind.PLACE,
    UnitKind.EVENT,
    UnitKind.DOCUMENT,
    UnitKind.THING,
)


@rule("IND030", nature=Nature.CONTRADICTION, severity=Severity.ERROR, given="dimensions")
def group_that_is_not_declared(indicator: Indicator, context: Context) -> Iterator[Outcome]:
    """A value is told for a group that its dimension does not have.

    Why: The groups of a dimension are what baseline, target and report are divided into;
        one that only a single value knows cannot be compared, and the parts no longer make the whole.
    Fix: Correct the name of the group, or add it to ``categories`` of the dimension.

    Example:
        dimensions: [{name: sex, categories: [women, men]}]
        targets: [{value: 40, parts: [{of: {sex: woman}, value: 20}]}]
    Source: own, a rule of consistency proposed here
    """
    declared = {one.name: one.categories for one in indicator.dimensions if one.categories}
    told = [(path, o) for path, o in context.observed(indicator) if o.parts] if declared else []
    if not told:
        yield NOT_APPLICABLE
    for path, observation in told:
        for k, part in enumerate(observation.parts):
            for group in part.of:
                known = declared.get(group.dimension, (group.category,))
                if group.category not in known:
                    near = nearest(group.category, known, limit=1)
                    hint = f" (did you mean {near[0]!r}?)" if near else ""
                    said = f"dimension {group.dimension!r} has no group {group.category!r}{hint}"
                    yield Fail(said, at=(*path, "parts", k, "of"))


@rule("IND031", nature=Nature.OMISSION, severity=Severity.WARNING)
def groups_differ(indicator: Indicator, context: Context) -> Iterator[Outcome]:
    """Baseline and target of an indicator are not divided into the same groups.

    Why: What is known of women and men at the start and only of people in the end shows no change for either.
    Fix: Give the same parts at the baseline and at each target.

    Example:
        baseline: {value: 10, parts: [{of: {sex: women}, value: 4}, {of: {sex: men}, value: 6}]}
        targets: [{value: 40}]
    Source: eu-annexc, https://www.scribd.com/document/324107308/Annex-C-Logical-Framework
    """
    is_divided = any(o.parts for _, o in context.observed(indicator))
    places = [one for one in context.observed(indicator) if one[0][0] in ("baseline", "targets")] if is_divided else []
    # Nought is nought in every group, and what is not known is divided into nothing.
    known = [(path, o) for path, o in places if o.parts or context.number(indicator, o.value)]
    divided = {path: _groups(o) for path, o in known}
    if len(known) < 2 or not any(divided.values()):  # noqa: PLR2004
        yield NOT_APPLICABLE
        return
    everything = {dimension: set[str]() for groups in divided.values() for dimension in groups}
    for groups in divided.values():
        for dimension, categories in groups.items():
            everything[dimension] |= categories
    for path, groups in divided.items():
        for dimension, categories in everything.items():
            lacking = sorted(categories - groups.get(dimension, set()))
            if lacking:
                what = "baseline" if path[0] == "baseline" else "target"
                yield Fail(f"by {dimension} the {what} says nothing of {listing(lacking)}", at=path)


def _groups(observation: Observation) -> dict[str, set[str]]:
    """The groups of each dimension by itself; a cross of two is another division."""
    found: dict[str, set[str]] = {}
    for part in observation.parts:
        if len(part.of) == 1:
            found.setdefault(part.of[0].dimension, set()).add(part.of[0].category)
    return found


@rule("IND032", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def fewer_than_none(indicator: Indicator, context: Context) -> Iterator[Outcome]:
    """Something that is counted has a number below zero.

    Why: There cannot be fewer people, places or documents than none; a loss is told as a lower number.
    Fix: Correct the number, or say what is measured if it is a difference.

    Example:
        indicators:
          - {id: trained, statement: People trained, unit_kind: person, targets: [{value: -20, date: 2020}]}
    Source: own, a rule of consistency proposed here
    """
    # An increment may take back what was reported before.
    if indicator.unit_kind not in _MAYBE_COUNTED or indicator.over_time is OverTime.INCREMENTAL:
        yield NOT_APPLICABLE
        return
    below = [(path, o) for path, o in context.observed(indicator) if (context.number(indicator, o.value) or 0) < 0]
    if indicator.unit_kind is None:
        yield Unknown(Missing(("unit_kind",), "what kind of thing is counted")) if below else NOT_APPLICABLE
    else:
        for path, observation in below:
            said = f"indicator {indicator.id!r} counts, and has the number {observation.value}"
            yield Fail(said, at=(*path, "value"))


@rule("IND036", nature=Nature.WEAKNESS, severity=Severity.WARNING)
def adds_what_cannot_be_added(indicator: Indicator, _context: Context) -> Iterator[Outcome]:
    """Values are to be added that have no sum: shares of different wholes, ranks, or words.

    Why: 30 % of the girls and 40 % of the boys are not 70 % of anybody; a total of such values is no number at all.
    Fix: Let shares roll up by ``ratio``, with their numerators and denominators; of ranks and words nothing rolls up.

    Example:
        indicators:
          - {id: literate, statement: Literate women, measure: percentage, over_parts: sum}
    Source: rsr-2446, https://github.com/akvo/akvo-rsr/issues/2446
    """
    adds_parts = indicator.over_parts is OverParts.SUM
    adds_periods = indicator.over_time in (OverTime.INCREMENTAL, OverTime.CUMULATIVE)
    if not adds_parts and not adds_periods:
        yield NOT_APPLICABLE
    elif indicator.measure is None:
        yield Unknown(Missing(("measure",), "how it is measured"))
    elif adds_parts and indicator.measure is not Measure.UNIT:
        said = f"{indicator.measure.value} indicator {indicator.id!r} is to be summed over its parts"
        yield Fail(said, at=("over_parts",))
    elif adds_periods and not indicator.measure.is_quantitative:
        said = f"{indicator.measure.value} indicator {indicator.id!r} is to be summed over time"
        yield Fail(said, at=("over_time",))


RULES: tuple[Rule, ...] = (group_that_is_not_declared, groups_differ, fewer_than_none, adds_what_cannot_be_added)
