"""TGT: where things stood before, and how that was measured."""

from collections.abc import Iterator

from cooperation.diagnostics import Missing, Nature, Path, Severity
from cooperation.model import Indicator, Problem, Project, Stage
from cooperation.model.answer import Answer
from cooperation.model.scale import counts_over_time
from cooperation.rules._context import Context
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule
from cooperation.rules._values import unit_of
from cooperation.rules._words import is_blank, same

__all__ = ["RULES"]

_NO_MEASURE = Unknown(Missing(("measure",), "how it is measured"))


@rule(
    "TGT001",
    catalogue="T01",
    nature=Nature.OMISSION,
    severity=Severity.WARNING,
    by_stage={Stage.PROGRESS: Severity.ERROR},
)
def baseline_missing(indicator: Indicator, _context: Context) -> Iterator[Outcome]:
    """A quantitative indicator has no baseline value.

    Why: Without a starting point no change can be shown; from the first report on it is too late to find one.
    Fix: Measure it before the work starts, and give the value with its date.

    Example:
        indicators:
          - {id: families, statement: Families with a tap, measure: unit, unit: family}
    Source: eu-ad, EU action documents C(2022)9745 and C(2024)8370, annexes, section 3.6;
        iati-rules, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    if indicator.baseline is not None and indicator.baseline.value is not None:
        return
    if indicator.measure is None:
        yield _NO_MEASURE
    elif indicator.measure.is_quantitative:
        yield Fail(f"indicator {indicator.id!r} has no baseline value", at=("baseline",))
    else:
        yield NOT_APPLICABLE


@rule("TGT002", catalogue="T02", nature=Nature.OMISSION, severity=Severity.ERROR)
def baseline_without_date(indicator: Indicator, _context: Context) -> Iterator[Outcome]:
    """A baseline does not say of which year it is.

    Why: How things stood is only a starting point when one knows when that was.
    Fix: Give the year in which it was measured.

    Example:
        indicators:
          - {id: families, statement: Families with a tap, baseline: {value: 120}}
    Source: iati-xsd, https://github.com/IATI/IATI-Schemas (iati-activities-schema.xsd);
        rsr, https://github.com/akvo/akvo-rsr (akvo/iati/checks/fields/results.py)
    """
    baseline = indicator.baseline
    if baseline is None or (baseline.value is None and is_blank(baseline.comment)):
        yield NOT_APPLICABLE
    elif baseline.due is None and not counts_over_time(baseline):
        yield Fail(f"the baseline of {indicator.id!r} has no date", at=("baseline", "date"))


@rule("TGT003", catalogue="T03", nature=Nature.WEAKNESS, severity=Severity.WARNING, needs=Project)
def baseline_after_the_start(indicator: Indicator, context: Context) -> Iterator[Outcome]:
    """A baseline was taken after the project had started.

    Why: By then the work may already have changed what is measured, and the gain looks smaller than it is.
    Fix: Use an earlier figure, or say in the comment why nothing had changed yet.

    Example:
        period: 2019/2020
        baseline: {value: 120, date: 2020}
    Source: mealdpro, https://fliphtml5.com/sueuq/vjzo/MEAL_DPro_Guide/62;
        afrotech, https://afrotech.tz/why-your-logframe-isnt-working-and-how-to-fix-it/
    """
    if indicator.baseline is None:
        yield NOT_APPLICABLE
        return
    taken = indicator.baseline.due
    if taken is None:
        yield Unknown(Missing(("baseline", "date"), "when the baseline was taken"))
    if context.start is None:
        yield Unknown(Missing(("period",), "when the project starts"), of=Project)
    if taken is None or context.start is None or taken == context.start:
        return
    after = context.start.is_before(taken)
    if after is Answer.YES:
        yield Fail(f"baseline is of {taken}, after the project starts in {context.start}", at=("baseline", "date"))
    elif after is Answer.UNKNOWN and context.start.latest < taken.latest:
        yield Unknown(Missing(("baseline", "date"), "a more exact date"))
    elif after is Answer.UNKNOWN:
        yield Unknown(Missing(("period",), "a more exact start"), of=Project)


@rule("TGT005", catalogue="T05", nature=Nature.OMISSION, severity=Severity.WARNING)
def figure_without_place_group_or_year(problem: Problem, _context: Context) -> Iterator[Outcome]:
    """A figure that tells how bad things are does not say where, of whom or when.

    Why: A number that cannot be placed cannot be measured again, so no one will know whether it moved.
    Fix: Add the place, the people it is a figure of, and the year.

    Example:
        problems:
          - {id: illiteracy, statement: Many women cannot read, state: {value: 60}}
    Source: seed, the texts of ten municipal projects that this library starts from
    """
    state = problem.state
    if state is None or state.value is None or state.value.as_fraction is None:
        yield NOT_APPLICABLE
        return
    absent = {
        "place": state.place is None and not problem.places,
        "group of people": is_blank(state.population),
        "year": state.due is None,
    }
    lacking = [what for what, is_absent in absent.items() if is_absent]
    if lacking:
        yield Fail(f"the figure {state.value} has no {', no '.join(lacking)}", at=("state",))


@rule("TGT013", catalogue="T13", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def baseline_and_target_in_different_units(indicator: Indicator, _context: Context) -> Iterator[Outcome]:
    """Baseline and target are in different units.

    Why: The difference between the two is no number at all.
    Fix: Tell both in one unit.

    Example:
        unit: litre
        baseline: {value: 400, date: 2018}
        targets: [{value: 40, unit: bottle, date: 2020}]
    Source: own, a rule of consistency proposed here
    """
    if indicator.baseline is None or not indicator.targets:
        yield NOT_APPLICABLE
        return
    base = unit_of(indicator.baseline, indicator)
    for i, target in enumerate(indicator.targets):
        unit = unit_of(target, indicator)
        if base is None and unit is None:
            continue
        if base is None or unit is None:
            where: Path = ("baseline", "unit") if base is None else ("targets", i, "unit")
            yield Unknown(Missing(where, "the unit"))
        elif not same(base, unit):
            yield Fail(f"baseline is in {base}, target in {unit}", at=("targets", i, "unit"))


RULES: tuple[Rule, ...] = (
    baseline_missing,
    baseline_without_date,
    baseline_after_the_start,
    figure_without_place_group_or_year,
    baseline_and_target_in_different_units,
)
