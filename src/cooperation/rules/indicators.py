"""IND: what is measured, and how it adds up."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from cooperation.diagnostics import Missing, Nature, Severity
from cooperation.model import (
    Direction,
    Indicator,
    Logframe,
    Measure,
    Number,
    Objective,
    Observation,
    OverParts,
    OverTime,
    Ratio,
    Stage,
    UnitKind,
)
from cooperation.model.scale import exact, is_approximate, of_same
from cooperation.rules._context import Context
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule
from cooperation.rules._words import called, is_blank, plain

__all__ = ["RULES"]

_SEX = frozenset({"sex", "gender"})


@rule("IND003", catalogue="I03", nature=Nature.OMISSION, severity=Severity.WARNING)
def measure_or_unit_missing(indicator: Indicator, _context: Context) -> Iterator[Outcome]:
    """An indicator does not say how it is measured, or counts without saying what.

    Why: 40 is nothing until one knows whether it is families, per cent or litres.
    Fix: Give the measure, and for the measure ``unit`` also the unit.

    Example:
        indicators:
          - {id: families, statement: Families with a tap, measure: unit}
    Source: iati-codes, https://github.com/IATI/IATI-Codelists-NonEmbedded (xml/);
        rsr, https://github.com/akvo/akvo-rsr (akvo/iati/checks/fields/results.py);
        afrotech, https://afrotech.tz/why-your-logframe-isnt-working-and-how-to-fix-it/
    """
    if indicator.measure is None:
        yield Fail(f"indicator {indicator.id!r} does not say how it is measured", at=("measure",))
    elif indicator.measure is Measure.UNIT and is_blank(indicator.unit):
        yield Fail(f"indicator {indicator.id!r} counts, and does not say in what unit", at=("unit",))


@rule("IND006", catalogue="I06", nature=Nature.WEAKNESS, severity=Severity.WARNING)
def indicator_at_two_levels(frame: Logframe, _context: Context) -> Iterator[Outcome]:
    """The same indicator stands at objectives of two levels.

    Why: If one number shows both, nothing shows that the lower led to the upper.
    Fix: Measure the product at the output and the change at the outcome.

    Example:
        objectives:
          - {id: water, level: outcome, indicators: [{id: wells, statement: Number of wells}]}
          - {id: wells, level: output, indicators: [{id: wells-2, statement: number of wells}]}
    Source: adb-tips, http://www.ovicia.com/2022/01/box-7-tips-for-performance-indicators.html
    """
    met: dict[str, Objective] = {}
    for i, objective in enumerate(frame.objectives):
        for j, indicator in enumerate(objective.indicators):
            if is_blank(indicator.statement):
                continue
            first = met.setdefault(plain(indicator.statement), objective)
            if first.level is not objective.level and first.level is not None and objective.level is not None:
                said = f"indicator {indicator.id!r} measures {called(objective)} as well as {called(first)}"
                yield Fail(said, at=("objectives", i, "indicators", j))


@rule("IND008", catalogue="I08", nature=Nature.OMISSION, severity=Severity.WARNING)
def people_not_counted_by_sex(indicator: Indicator, _context: Context) -> Iterator[Outcome]:
    """People are counted, and not women and men apart.

    Why: A total hides who is left out, and donors ask for the split at baseline and target.
    Fix: Declare a dimension ``sex``, and give the parts of baseline and target.

    Example:
        indicators:
          - {id: trained, statement: People trained, measure: unit, unit: person, unit_kind: person}
    Source: eu-annexc, https://www.scribd.com/document/324107308/Annex-C-Logical-Framework;
        adb-tips, http://www.ovicia.com/2022/01/box-7-tips-for-performance-indicators.html
    """
    if indicator.unit_kind is None and indicator.measure in (None, Measure.UNIT):
        yield Unknown(Missing(("unit_kind",), "what kind of thing is counted"))
    elif indicator.unit_kind is not UnitKind.PERSON:
        yield NOT_APPLICABLE
    elif not any(dimension.name.casefold() in _SEX for dimension in indicator.dimensions):
        given = [o for o in (indicator.baseline, *indicator.targets) if o is not None]
        if not given or not all(_is_by_sex(observation) for observation in given):
            yield Fail(f"indicator {indicator.id!r} counts people, and not women and men apart")


def _is_by_sex(observation: Observation) -> bool:
    return any(category.dimension.casefold() in _SEX for part in observation.parts for category in part.of)


@rule("IND009", catalogue="I09", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def parts_do_not_add_up(indicator: Indicator, context: Context) -> Iterator[Outcome]:
    """The parts of a value do not add up to the whole.

    Why: Groups that are everyone, with nobody in two of them, sum up to the total: one of the numbers is wrong.
    Fix: Correct the total or the parts, or say that the groups overlap or leave somebody out.

    Example:
        dimensions: [{name: sex, categories: [women, men], exhaustive: true, disjoint: true}]
        over_parts: sum
        targets: [{value: 50, parts: [{of: {sex: women}, value: 20}, {of: {sex: men}, value: 20}]}]
    Source: own, a rule of consistency proposed here
    """
    additive = indicator.measure is not Measure.PERCENTAGE and indicator.over_parts in (None, OverParts.SUM)
    divided = [(path, o) for path, o in context.observed(indicator) if o.parts] if additive else []
    if not divided:
        yield NOT_APPLICABLE
        return
    if indicator.over_parts is None:
        yield Unknown(Missing(("over_parts",), "how the values of parts roll up"))
        return
    wholes = [(d, one) for d, one in enumerate(indicator.dimensions) if False not in (one.exhaustive, one.disjoint)]
    for d, dimension in wholes:
        unsaid = [word for word in ("exhaustive", "disjoint") if getattr(dimension, word) is None]
        for path, observation in divided:
            parts = {
                part.of[0].category: part.value
                for part in observation.parts
                if len(part.of) == 1 and part.of[0].dimension == dimension.name
            }
            if not parts:
                continue
            if unsaid:
                yield Unknown(*(Missing(("dimensions", d, w), f"whether the groups are {w}") for w in unsaid))
                continue
            values = [parts.get(category) for category in dict.fromkeys((*dimension.categories, *parts))]
            numbers = [exact(value) for value in values if value is not None]
            known = [n for n in numbers if n is not None]
            total = exact(observation.value)
            if total is None or len(known) < len(values):
                yield Unknown(Missing(path, "the total and the value of every group"))
            elif sum(known) != total:
                if any(is_approximate(value) for value in (*values, observation.value)):
                    yield Unknown(Missing(path, "exact values"))
                else:
                    told = " + ".join(_told(n) for n in known)
                    made = _told(sum(known))
                    said = f"the parts by {dimension.name} make {told} = {made}, not {_told(total)}"
                    yield Fail(said, at=path)


@rule(
    "IND010",
    catalogue="I10",
    nature=Nature.WEAKNESS,
    severity=Severity.INFO,
    by_stage={Stage.PROGRESS: Severity.WARNING},
)
def percentage_without_its_whole(indicator: Indicator, _context: Context) -> Iterator[Outcome]:
    """A measured percentage does not say what it is a share of.

    Why: 30 % of ten and 30 % of ten thousand cannot be put together; numerator and denominator can.
    Fix: Write the value as a ratio, such as 12/40.

    Example:
        indicators:
          - {id: literate, statement: Literate women, measure: percentage, actuals: [{value: 30, date: 2020}]}
    Source: rsr-2446, https://github.com/akvo/akvo-rsr/issues/2446
    """
    if indicator.measure is None:
        yield Unknown(Missing(("measure",), "how it is measured"))
    elif indicator.measure is not Measure.PERCENTAGE or not indicator.actuals:
        yield NOT_APPLICABLE
    for i, actual in enumerate(indicator.actuals):
        if indicator.measure is Measure.PERCENTAGE and isinstance(actual.value, Number):
            yield Fail(f"{actual.value} % is given without its whole", at=("actuals", i, "value"))


@rule("IND011", catalogue="I11", nature=Nature.OMISSION, severity=Severity.WARNING)
def direction_missing(indicator: Indicator, _context: Context) -> Iterator[Outcome]:
    """A quantitative indicator does not say which way is good.

    Why: Whether a number that fell is progress or failure cannot be told from the number.
    Fix: Say ``increase``, ``decrease`` or ``maintain``.

    Example:
        indicators:
          - {id: dropouts, statement: Pupils who leave school, measure: unit, unit: pupil}
    Source: iati-xsd, https://github.com/IATI/IATI-Schemas (iati-activities-schema.xsd);
        iati-results, https://github.com/IATI/IATI-Guidance (en/results.rst, en/understanding-results.rst)
    """
    if indicator.direction is not None:
        return
    if indicator.measure is None:
        yield Unknown(Missing(("measure",), "how it is measured"))
    elif indicator.measure.is_quantitative:
        yield Fail(f"indicator {indicator.id!r} does not say which way is good", at=("direction",))
    else:
        yield NOT_APPLICABLE


@rule("IND012", catalogue="I12", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def target_against_the_direction(indicator: Indicator, context: Context) -> Iterator[Outcome]:
    """A target lies on the wrong side of the baseline.

    Why: An indicator that is to rise cannot have a target below where it stands.
    Fix: Correct the direction, the baseline or the target.

    Example:
        indicators:
          - {id: literate, direction: increase, baseline: {value: 50, date: 2018}, targets: [{value: 40, date: 2020}]}
    Source: rsr, https://github.com/akvo/akvo-rsr (akvo/iati/checks/fields/results.py)
    """
    aimed = [
        (path, o, n) for path, o in context.aims(indicator) if (n := context.number(indicator, o.value)) is not None
    ]
    if not aimed or indicator.over_time is OverTime.INCREMENTAL:
        yield NOT_APPLICABLE
        return
    base = None if indicator.baseline is None else context.number(indicator, indicator.baseline.value)
    if indicator.baseline is None or base is None or indicator.direction is None:
        yield from _lacking(indicator)
        return
    for path, aim, target in aimed:
        if not of_same(aim, indicator.baseline):
            continue
        if indicator.measure is None and _mixed_scales(indicator, aim):
            yield Unknown(Missing(("measure",), "how it is measured"))
        elif indicator.direction is Direction.MAINTAIN and is_approximate(aim.value):
            continue
        elif _contradicts(indicator.direction, base, target, indicator.tolerance):
            what = "target" if path[0] == "targets" else "milestone"
            way = f"{indicator.direction.value} from {indicator.baseline.value}"
            said = f"{what} {aim.value} is against the direction: {way}"
            yield Fail(said, at=(*path, "value"))


def _lacking(indicator: Indicator) -> Iterator[Unknown]:
    if indicator.baseline is None or indicator.baseline.value is None:
        yield Unknown(Missing(("baseline", "value"), "a baseline value"))
    elif indicator.baseline.value.as_fraction is None:
        yield Unknown(Missing(("baseline", "value"), "a baseline in numbers"))
    if indicator.direction is None:
        yield Unknown(Missing(("direction",), "which way is good"))


def _mixed_scales(indicator: Indicator, aim: Observation) -> bool:
    base = None if indicator.baseline is None else indicator.baseline.value
    return isinstance(base, Ratio) is not isinstance(aim.value, Ratio)


def _contradicts(direction: Direction, base: int | Fraction, target: int | Fraction, tolerance: Decimal | None) -> bool:
    if direction is Direction.MAINTAIN:
        return abs(Fraction(target - base)) > Fraction(tolerance or 0)
    return target < base if direction is Direction.INCREASE else target > base


@rule("IND019", catalogue="I19", nature=Nature.CONTRADICTION, severity=Severity.WARNING)
def qualitative_with_a_number(indicator: Indicator, context: Context) -> Iterator[Outcome]:
    """A qualitative indicator has a value in numbers.

    Why: What is told in words has no number; the two say different things about how it is measured.
    Fix: Change the measure, or tell the value in words as ``{text: ...}``.

    Example:
        indicators:
          - {id: trust, statement: Trust in the council, measure: qualitative, targets: [{value: 70, date: 2020}]}
    Source: iati-rules, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    is_open = indicator.measure in (None, Measure.QUALITATIVE)
    valued = [(path, o) for path, o in context.observed(indicator) if o.value is not None] if is_open else []
    numeric = [(path, o) for path, o in valued if isinstance(o.value, Number | Ratio)]
    if indicator.measure is None and numeric:
        yield Unknown(Missing(("measure",), "how it is measured"))
    elif indicator.measure is not Measure.QUALITATIVE or not valued:
        yield NOT_APPLICABLE
    else:
        for path, observation in numeric:
            said = f"qualitative indicator {indicator.id!r} has the number {observation.value}"
            yield Fail(said, at=(*path, "value"))


@rule("IND020", catalogue="I20", nature=Nature.OMISSION, severity=Severity.WARNING)
def qualitative_without_words(indicator: Indicator, _context: Context) -> Iterator[Outcome]:
    """A qualitative indicator does not describe its baseline or its target.

    Why: Without a picture of before and after, any change can be called a success.
    Fix: Describe how things stand and how they are to stand, as the value's text or as a comment.

    Example:
        indicators:
          - {id: trust, statement: Trust in the council, measure: qualitative}
    Source: iati-results, https://github.com/IATI/IATI-Guidance (en/results.rst, en/understanding-results.rst)
    """
    if indicator.measure is None:
        yield Unknown(Missing(("measure",), "how it is measured"))
        return
    if indicator.measure is not Measure.QUALITATIVE:
        yield NOT_APPLICABLE
        return
    lacking = [] if indicator.baseline is not None and _is_told(indicator.baseline) else ["baseline"]
    if not any(_is_told(target) for target in indicator.targets):
        lacking.append("targets")
    for name in lacking:
        what = "baseline" if name == "baseline" else "target"
        yield Fail(f"qualitative indicator {indicator.id!r} describes no {what}", at=(name,))


def _is_told(observation: Observation) -> bool:
    return not is_blank(observation.comment) or (
        observation.value is not None and observation.value.as_fraction is None and not is_blank(str(observation.value))
    )


def _told(value: int | Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"{float(value):g}"


RULES: tuple[Rule, ...] = (
    measure_or_unit_missing,
    indicator_at_two_levels,
    people_not_counted_by_sex,
    parts_do_not_add_up,
    percentage_without_its_whole,
    direction_missing,
    target_against_the_direction,
    qualitative_with_a_number,
    qualitative_without_words,
)
