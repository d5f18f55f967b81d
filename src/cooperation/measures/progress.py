"""How far an indicator has come: one rule, aware of the baseline and of which way is good."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from attrs import frozen

from cooperation.measures.observed import Day, days, due, one_series, told_states
from cooperation.measures.over_time import Accumulation, over_time
from cooperation.measures.quantities import Quantity, ValueState, quantity, state
from cooperation.measures.reading import Reading, refusal, spoken
from cooperation.model import Direction, Indicator, Measure, Observation, OverTime

__all__ = ["aim_due", "final_target", "progress", "share_of_target"]

_NOUGHT = Fraction()


def progress(
    indicator: Indicator, at: Day | None = None, *, towards: Observation | None = None
) -> Reading[Fraction]:
    """How much of the way from the baseline to the target is behind, as a fraction.

    The rule is ``(actual - baseline) / (target - baseline)``.
    A baseline of 50, a target of 40 and an actual of 45 are a half, and so are 40, 50 and 45.
    Nothing is cut off: above 1 more was reached than was aimed at, and below 0 things got worse.

    - *Actual* is the last value known by ``at``; of incremental values their sum.
    - Incremental values count from nothing, so that a missing baseline is nought; one above nought leaves open whether
      the target counts from it, and the answer is that.
    - *Maintain* has no way to go: 1 is kept within the tolerance, 0 is not kept.
      Without a tolerance only the very value is known to be kept.
    - A target that equals the baseline leaves no way either, and there is no answer (``TGT009``);
      a target on the wrong side of the baseline contradicts the direction (``IND012``).
    - Words, what is not applicable and what is not known are no numbers, and the note tells which it was.
      Nought is a number.

    Args:
        indicator: The indicator, of one place, partner and population (``series`` takes others apart).
        at: Only what was known by this date; everything where nothing is said.
        towards: The milestone or target to measure against; the final target where nothing is said.

    Source: the rule catalogue, appendix C; akvo/akvo-rsr#4098 and #2830 tell what happens without it.

    >>> from decimal import Decimal
    >>> from cooperation.model import Number, PartialDate
    >>> def told(n, year): return Observation(value=Number(Decimal(n)), date=PartialDate(year))
    >>> fewer = Indicator(id="u", statement="Unemployment", direction=Direction.DECREASE,
    ...                   baseline=told(50, 2018), targets=(told(40, 2021),), actuals=(told(45, 2019), told(52, 2020)))
    >>> print(progress(fewer, PartialDate(2019)), progress(fewer))
    0.5 -0.2

    """
    if (no := _no_number(indicator)) is not None:
        return no
    target = final_target(indicator) if towards is None else Reading(towards, 1)
    aim = target.value
    if indicator.direction is Direction.MAINTAIN:
        return _kept(indicator, at, aim)
    if aim is None:
        return refusal(str(target.note), target.code, unknown=1)
    found = _found(indicator, at, of=aim)
    if isinstance(found, Reading):
        return found
    start = _start(indicator, aim)
    if isinstance(start, Reading):
        return start
    goal = quantity(indicator, aim)
    if goal is None:
        return refusal(f"the target is {told_states([aim])}", unknown=1)
    if (no := _unlike(indicator, [*start.known, goal, found])) is not None:
        return no
    way = goal.as_fraction - start.number
    if not way:
        return refusal("the target equals the baseline, so that there is no way to go", "TGT009")
    if (indicator.direction is Direction.INCREASE and way < 0) or (indicator.direction is Direction.DECREASE and way > 0):
        told = f"from {spoken(start.number)} to {spoken(goal.as_fraction)}"
        return refusal(f"the target is on the wrong side of the baseline: {told}", "IND012")
    value = (found.as_fraction - start.number) / way
    return Reading(
        value, found.n + 1 + len(start.known), found.unknown, _note(value, [*start.known, goal, found], start.note)
    )


def share_of_target(indicator: Indicator, at: Day | None = None) -> Reading[Fraction]:
    """The actual as a share of the target, whatever the baseline and the direction; not how far one has come.

    Other programs call this the percentage achieved.
    It says 7/8 of an unemployment that was to fall from 50 to 40 and stands at 35, where all is reached and more.

    Args:
        indicator: The indicator, of one place, partner and population.
        at: Only what was known by this date.

    >>> from decimal import Decimal
    >>> from cooperation.model import Number
    >>> def told(n): return Observation(value=Number(Decimal(n)))
    >>> share_of_target(Indicator(id="i", statement="s", targets=(told(100),), actuals=(told(80),))).value
    Fraction(4, 5)
    """
    if (no := _no_number(indicator)) is not None:
        return no
    target = final_target(indicator)
    if target.value is None:
        return refusal(str(target.note), target.code, unknown=1)
    found = _found(indicator, at, of=target.value)
    if isinstance(found, Reading):
        return found
    goal = quantity(indicator, target.value)
    if goal is None:
        return refusal(f"the target is {told_states([target.value])}", unknown=1)
    if (no := _unlike(indicator, [goal, found])) is not None:
        return no
    if not goal.as_fraction:
        return refusal("the target is nought, and nothing is a share of nought")
    value = found.as_fraction / goal.as_fraction
    return Reading(value, found.n + 1, found.unknown, _note(None, [goal, found], None))


def final_target(indicator: Indicator) -> Reading[Observation]:
    """The target that is due last; the only one, where there is only one.

    >>> final_target(Indicator(id="i", statement="s")).note
    'there is no target'
    """
    targets = indicator.targets
    if not targets:
        return refusal("there is no target", "TGT006", unknown=1)
    if len(targets) == 1:
        return Reading(targets[0], 1)
    if not one_series(targets):
        return refusal(
            "targets of several places, partners or groups: take them apart with series()", unknown=len(targets)
        )
    placed = [(when, target) for target in targets if (when := due(target)) is not None]
    undated = len(targets) - len(placed)
    if undated:
        return refusal(f"{undated} of {len(targets)} targets have no date, so that the last is not known", "TGT007")
    last = [target for when, target in placed if when == max(when for when, _ in placed)]
    if len({target.value for target in last}) > 1:
        return refusal(f"{len(last)} targets are due last, and differ", n=len(last))
    return Reading(last[0], 1)


def aim_due(indicator: Indicator, at: Day) -> Reading[Observation]:
    """The milestone or target that was due last by a date: what should have been reached by then.

    Args:
        indicator: The indicator, of one place, partner and population.
        at: The date.

    >>> from cooperation.model import PartialDate
    >>> steps = tuple(Observation(date=PartialDate(year)) for year in (2019, 2020))
    >>> str(aim_due(Indicator(id="i", statement="s", milestones=steps), PartialDate(2019, 12, 31)).value.date)
    '2019'
    """
    aims = (*indicator.milestones, *indicator.targets)
    if not one_series(aims):
        return refusal("aims of several places, partners or groups: take them apart with series()", unknown=len(aims))
    by = days(at)[0]
    placed = [(when, aim) for aim in aims if (when := due(aim)) is not None]
    undated = len(aims) - len(placed)
    past = [(when, aim) for when, aim in placed if when <= by]
    if not past:
        note = f"{undated} of {len(aims)} aims have no date" if undated else "nothing was due by then"
        return refusal(note, unknown=undated)
    last = [aim for when, aim in past if when == max(when for when, _ in past)]
    if len({aim.value for aim in last}) > 1:
        return refusal(f"{len(last)} aims are due on the same day, and differ", n=len(last), unknown=undated)
    return Reading(last[0], 1, undated)


def _no_number(indicator: Indicator) -> Reading[Fraction] | None:
    measure = indicator.measure
    if measure is None or measure.is_quantitative:
        return None
    why = "an ordinal scale has no distances" if measure is Measure.ORDINAL else "there is no way between words"
    return refusal(f"the indicator is {measure.value}: {why}")


def _found(indicator: Indicator, at: Day | None, *, of: Observation) -> Quantity | Reading[Fraction]:
    """What was reached, or why that cannot be said."""
    actuals = indicator.actuals
    if not actuals:
        return refusal("nothing was measured yet", unknown=1)
    if not one_series([of, *actuals]):
        return refusal(
            "the values are not of the target's place, partner and people: take them apart with series()",
            unknown=len(actuals),
        )
    found = over_time(indicator, _mode(indicator), at=at)
    if found.value is None:
        return refusal(str(found.note), found.code, n=found.n, unknown=found.unknown)
    return found.value


def _mode(indicator: Indicator) -> Accumulation | None:
    if indicator.over_time in (OverTime.INCREMENTAL, OverTime.CUMULATIVE):
        return Accumulation(indicator.over_time.value)
    # A share is a state at its time, whether or not somebody said so; several shares are never added.
    if indicator.over_time is OverTime.LEVEL or indicator.measure is Measure.PERCENTAGE:
        return Accumulation.LATEST
    return None


@frozen
class _Start:
    number: Fraction
    known: tuple[Quantity, ...]
    note: str | None


def _start(indicator: Indicator, aim: Observation) -> _Start | Reading[Fraction]:
    baseline = indicator.baseline
    counts_anew = indicator.over_time is OverTime.INCREMENTAL
    if baseline is None or state(baseline.value) is ValueState.UNKNOWN:
        if counts_anew:
            return _Start(_NOUGHT, (), "incremental values count from nothing")
        return refusal("there is no baseline", "TGT001", unknown=1)
    if not one_series([baseline, aim]):
        return refusal("the baseline is not of the target's place, partner and people", unknown=1)
    found = quantity(indicator, baseline)
    if found is None:
        return refusal(f"the baseline is {told_states([baseline])}", unknown=1)
    if counts_anew and found.number:
        told = spoken(found.as_fraction)
        return refusal(f"values are incremental and the baseline is {told}: does the target count from it or from 0?")
    return _Start(found.as_fraction, (found,), None)


def _unlike(indicator: Indicator, quantities: Sequence[Quantity]) -> Reading[Fraction] | None:
    units = {q.unit.casefold() for q in quantities if q.unit is not None}
    if len(units) > 1:
        told = " and ".join(sorted({q.unit for q in quantities if q.unit is not None}))
        return refusal(f"values in unlike units: {told}", "TGT013")
    if indicator.measure is not Measure.PERCENTAGE and len({q.is_share for q in quantities}) > 1:
        return refusal("a share stands beside plain numbers, and the indicator is no percentage")
    return None


def _kept(indicator: Indicator, at: Day | None, target: Observation | None) -> Reading[Fraction]:
    """Whether a value that is to be maintained is where it should be."""
    level = target if target is not None else indicator.baseline
    if level is None:
        return refusal("neither a target nor a baseline says what is to be maintained", "TGT006", unknown=1)
    found = _found(indicator, at, of=level)
    if isinstance(found, Reading):
        return found
    goal = quantity(indicator, level)
    if goal is None:
        return refusal(f"what is to be maintained is {told_states([level])}", unknown=1)
    start = None if indicator.baseline is None else quantity(indicator, indicator.baseline)
    if (no := _unlike(indicator, [goal, found, *([] if start is None else [start])])) is not None:
        return no
    tolerance = None if indicator.tolerance is None else Fraction(indicator.tolerance)
    if start is not None and abs(goal.as_fraction - start.as_fraction) > (tolerance or _NOUGHT):
        told = f"from {spoken(start.as_fraction)} to {spoken(goal.as_fraction)}"
        return refusal(f"what is to be maintained is meant to change: {told}", "IND012")
    away = abs(found.as_fraction - goal.as_fraction)
    n, told = found.n + 1, f"{spoken(away)} away from {spoken(goal.as_fraction)}"
    if tolerance is None and away:
        return refusal(f"nobody said how far it may stray: {told}", n=n, unknown=found.unknown + 1)
    kept = away <= (tolerance or _NOUGHT)
    within = "" if tolerance is None else f", {spoken(tolerance)} allowed"
    return Reading(Fraction(int(kept)), n, found.unknown, f"{'kept' if kept else 'not kept'}: {told}{within}")


def _note(value: Fraction | None, used: Iterable[Quantity], *more: str | None) -> str | None:
    words = [word for word in more if word is not None]
    if value is not None and value > 1:
        words.append("more than was aimed at")
    if value is not None and value < 0:
        words.append("further away than the baseline")
    if any(q.approximate for q in used):
        words.append("of approximate values")
    return "; ".join(words) or None
