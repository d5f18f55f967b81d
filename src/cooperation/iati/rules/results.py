"""Results: references, periods, and the values of baselines, targets and actuals."""

import re
from collections.abc import Iterator

from cooperation.diagnostics import Missing, Nature, Severity
from cooperation.iati.results import Baseline, Indicator, Measurement, Period, Result
from cooperation.iati.rules._setting import Around
from cooperation.iati.rules._words import shown
from cooperation.iati.rules.money import reversed_period
from cooperation.rules import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule

__all__ = ["RULES"]

_MEASURES = {"1": "units", "2": "per cent", "3": "nominal", "4": "ordinal"}
_QUALITATIVE = "5"
_CALLED = {"baselines": "baseline", "targets": "target", "actuals": "actual value"}
# What XPath takes for a number, which has no exponent and no separators of thousands.
_NUMBER = re.compile(r"\s*-?(\d+(\.\d*)?|\.\d+)\s*", re.ASCII)


@rule("IAT160", catalogue="8.11.1", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def references_at_both_levels(indicator: Indicator, around: Around) -> Iterator[Outcome]:
    """An indicator and its result both have references to frameworks of others.

    Why: A reader cannot tell whether the result or the indicator is the one that the framework knows.
    Fix: Keep the references of the result, or those of its indicators.

    Example:
        <result type="2"> <reference vocabulary="99" code="R1"/>
          <indicator measure="1"> <reference vocabulary="9" code="7.1.1"/>
    Source: IATI standard ruleset 2.03, rule 8.11.1, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    result = around.ancestor(Result)
    if not indicator.references:
        yield NOT_APPLICABLE
    elif result is None:
        yield Unknown(Missing((), "the result it belongs to"))
    elif result.references:
        yield Fail("the indicator has a reference, and its result has one, too", at=("references", 0))


@rule("IAT161", catalogue="8.6.1", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def reversed_indicator_period(period: Period, _around: Around) -> Iterator[Outcome]:
    """The period of an indicator ends before it starts.

    Why: There is no such time, so that nobody knows when the target was to be reached.
    Fix: Correct one of the two days; a period of one day starts and ends on it.

    Example:
        <period-start iso-date="2020-01-01"/>
        <period-end iso-date="2019-12-31"/>
    Source: IATI standard ruleset 2.03, rule 8.6.1, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    yield from reversed_period(period.period_start, period.period_end)


def _measure(around: Around) -> str | None:
    """The measure of the indicator that a value belongs to; ``None`` where it is not known."""
    indicator = around.ancestor(Indicator)
    return None if indicator is None else indicator.measure


_NO_MEASURE = Unknown(Missing(("measure",), "the measure of the indicator"), of=Indicator)


@rule("IAT162", catalogue=("8.8.1", "8.9.1", "8.10.1"), nature=Nature.OMISSION, severity=Severity.ERROR)
def value_missing(found: Baseline | Measurement, around: Around) -> Iterator[Outcome]:
    """A baseline, target or actual value of a measured indicator has no value.

    Why: An indicator that counts or measures says nothing without the number.
    Fix: Add the ``value``; leave the element out while the number is not known.

    Example:
        <indicator measure="1"> <baseline year="2018"/>
    Source: IATI standard ruleset 2.03, rules 8.8.1, 8.9.1 and 8.10.1,
        https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    measure = _measure(around)
    if measure is None:
        yield _NO_MEASURE
    elif measure not in _MEASURES:
        yield NOT_APPLICABLE
    elif found.value is None:
        yield Fail(f"the {_CALLED[around.field]} has no value, though the measure is {_MEASURES[measure]}")


@rule("IAT163", catalogue=("8.8.2", "8.9.2", "8.10.2"), nature=Nature.CONTRADICTION, severity=Severity.WARNING)
def value_not_a_number(found: Baseline | Measurement, around: Around) -> Iterator[Outcome]:
    """A value of a measured indicator is not a number.

    Why: Nothing can be reckoned with it, neither progress nor a sum.
    Fix: Write digits with a point, as ``1250.5``, without separators of thousands and without units;
        words go into the ``comment``.

    Example:
        <indicator measure="1"> <baseline year="2018" value="about 40"/>
    Source: IATI standard ruleset 2.03, rules 8.8.2, 8.9.2 and 8.10.2,
        https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    measure = _measure(around)
    if found.value is None:
        yield NOT_APPLICABLE
    elif measure is None:
        yield _NO_MEASURE
    elif measure not in _MEASURES:
        yield NOT_APPLICABLE
    elif not _NUMBER.fullmatch(found.value):
        yield Fail(f"the {_CALLED[around.field]} {shown(found.value)} is not a number", at=("value",))


@rule("IAT164", catalogue=("8.8.3", "8.9.3", "8.10.3"), nature=Nature.CONTRADICTION, severity=Severity.WARNING)
def qualitative_value(found: Baseline | Measurement, around: Around) -> Iterator[Outcome]:
    """A baseline, target or actual value of a qualitative indicator has a value.

    Why: What is told in words has no number, and programs that read the value take it for one.
    Fix: Tell it in the ``comment``, and leave ``value`` out; or give the indicator another measure.

    Example:
        <indicator measure="5"> <baseline year="2018" value="3"/>
    Source: IATI standard ruleset 2.03, rules 8.8.3, 8.9.3 and 8.10.3,
        https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    measure = _measure(around)
    if measure is None:
        yield _NO_MEASURE
    elif measure != _QUALITATIVE:
        yield NOT_APPLICABLE
    elif found.value is not None:
        yield Fail(
            f"the {_CALLED[around.field]} has the value {shown(found.value)}, though it is qualitative", at=("value",)
        )


RULES: tuple[Rule, ...] = (
    references_at_both_levels,
    reversed_indicator_period,
    value_missing,
    value_not_a_number,
    qualitative_value,
)
