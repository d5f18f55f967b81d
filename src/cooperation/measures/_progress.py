"""How far an indicator has come: one rule, aware of the baseline and of which way is good."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from attrs import frozen

from cooperation.measures._over_time import Accumulation, over_time
from cooperation.measures.observed import Day, due, last_day, one_series
from cooperation.measures.quantities import Quantity, ValueState, quantity, state
from cooperation.measures.reading import NoAnswerError, Reading, answered, refusal, spoken, value_of
from cooperation.model import Direction, Indicator, Measure, Observation, OverTime

__all__ = ["aim_due", "final_target", "progress", "share_of_target"]

_NOUGHT = Fraction()
_WORDS = {
    ValueState.TEXT: "told in words",
    ValueState.NOT_APPLICABLE: "not applicable",
    ValueState.UNKNOWN: "unknown",
}


@answered
def progress(
    indicator: Indicator,
    at: Day | None = None,
    *,
    towards: Observation | None = None,
    reached: Reading[Quantity] | None = None,
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
        at: Only what was known by this date, of which a year or a month stands for its last day; everything where
            nothing is said.
        towards: The milestone or target to measure against; the final target where nothing is said.
        reached: What was reached, where it was rolled up before, such as over the partners; what the indicator's
            actuals make over time where nothing is said.

    Source: the rule catalogue, appendix C; akvo/akvo-rsr#4098 and #2830 tell what happens without it.

    >>> from decimal import Decimal
    >>> from cooperation.model import Number, PartialDate
    >>> def told(n, year): return Observation(value=Number(Decimal(n)), date=PartialDate(year))
    >>> fewer = Indicator(id="u", statement="Unemployment", direction=Direction.DECREASE, measure=Measure.PERCENTAGE,
    ...                   baseline=told(50, 2018), targets=(told(40, 2021),), actuals=(told(45, 2019), told(52, 2020)))
    >>> print(progress(fewer, PartialDate(2019)))
    0.5
    >>> print(progress(fewer))
    -0.2 (further away than the baseline)

    """
    _check_scale(indicator)
    target = Reading(towards, 1) if towards is not None else final_target(indicator)
    if indicator.direction is Direction.MAINTAIN:
        return _kept(indicator, at, target.value, reached)
    aim = value_of(target, unknown=1)
    found = _found(indicator, at, of=aim) if reached is None else value_of(reached)
    start = _start(indicator, aim)
    goal = _number(indicator, aim, "the target")
    _check_alike(indicator, [*start.known, goal, found])
    way = goal.as_fraction - start.number
    if not way:
        raise NoAnswerError("the target equals the baseline, so that there is no way to go", "TGT009")
    if (indicator.direction is Direction.INCREASE and way < 0) or (
        indicator.direction is Direction.DECREASE and way > 0
    ):
        told = f"from {spoken(start.number)} to {spoken(goal.as_fraction)}"
        raise NoAnswerError(f"the target is on the wrong side of the baseline: {told}", "IND012")
    value = (found.as_fraction - start.number) / way
    used = [*start.known, goal, found]
    return Reading(value, found.n + 1 + len(start.known), found.unknown, _note(value, used, start.note))


@answered
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
    _check_scale(indicator)
    aim = value_of(final_target(indicator), unknown=1)
    found = _found(indicator, at, of=aim)
    goal = _number(indicator, aim, "the target")
    _check_alike(indicator, [goal, found])
    if not goal.as_fraction:
        raise NoAnswerError("the target is nought, and nothing is a share of nought")
    return Reading(found.as_fraction / goal.as_fraction, found.n + 1, found.unknown, _note(None, [goal, found]))


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
        at: The date; a year or a month stands for its last day.

    >>> from cooperation.model import PartialDate
    >>> steps = tuple(Observation(date=PartialDate(year)) for year in (2019, 2020))
    >>> str(aim_due(Indicator(id="i", statement="s", milestones=steps), PartialDate(2019)).value.date)
    '2019'
    """
    aims = (*indicator.milestones, *indicator.targets)
    if not one_series(aims):
        return refusal("aims of several places, partners or groups: take them apart with series()", unknown=len(aims))
    by = last_day(at)
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


def _check_scale(indicator: Indicator) -> None:
    measure = indicator.measure
    if measure is not None and not measure.is_quantitative:
        why = "an ordinal scale has no distances" if measure is Measure.ORDINAL else "there is no way between words"
        raise NoAnswerError(f"the indicator is {measure.value}: {why}")


def _number(indicator: Indicator, observation: Observation, what: str) -> Quantity:
    found = quantity(indicator, observation)
    if found is None:
        raise NoAnswerError(f"{what} is {_WORDS[state(observation.value)]}", unknown=1)
    return found


def _found(indicator: Indicator, at: Day | None, *, of: Observation) -> Quantity:
    """What was reached by then."""
    if not indicator.actuals:
        raise NoAnswerError("nothing was measured yet", unknown=1)
    if not one_series([of, *indicator.actuals]):
        raise NoAnswerError(
            "the values are not of the target's place, partner and people: take them apart with series()",
            unknown=len(indicator.actuals),
        )
    return value_of(over_time(indicator, _mode(indicator), at=at))


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


def _start(indicator: Indicator, aim: Observation) -> _Start:
    baseline = indicator.baseline
    counts_anew = indicator.over_time is OverTime.INCREMENTAL
    if baseline is None or baseline.value is None:
        if counts_anew:
            return _Start(_NOUGHT, (), "incremental values count from nothing")
        raise NoAnswerError("there is no baseline", "TGT001", unknown=1)
    if not one_series([baseline, aim]):
        raise NoAnswerError("the baseline is not of the target's place, partner and people", unknown=1)
    found = _number(indicator, baseline, "the baseline")
    if counts_anew and found.number:
        told = spoken(found.as_fraction)
        raise NoAnswerError(
            f"values are incremental and the baseline is {told}: does the target count from it or from 0?", unknown=1
        )
    return _Start(found.as_fraction, (found,), None)


def _check_alike(indicator: Indicator, quantities: Sequence[Quantity]) -> None:
    units = {q.unit.casefold() for q in quantities if q.unit is not None}
    if len(units) > 1:
        told = " and ".join(sorted({q.unit for q in quantities if q.unit is not None}))
        raise NoAnswerError(f"values in unlike units: {told}", "TGT013")
    if indicator.measure is not Measure.PERCENTAGE and len({q.is_share for q in quantities}) > 1:
        raise NoAnswerError("a share stands beside plain numbers, and the indicator is no percentage")


def _kept(
    indicator: Indicator, at: Day | None, target: Observation | None, reached: Reading[Quantity] | None
) -> Reading[Fraction]:
    """Whether a value that is to be maintained is where it should be."""
    baseline = indicator.baseline
    level = target if target is not None else baseline
    if level is None:
        raise NoAnswerError("neither a target nor a baseline says what is to be maintained", "TGT006", unknown=1)
    found = _found(indicator, at, of=level) if reached is None else value_of(reached)
    goal = _number(indicator, level, "what is to be maintained")
    start = None if baseline is None else quantity(indicator, baseline)
    _check_alike(indicator, [q for q in (start, goal, found) if q is not None])
    allowed = _NOUGHT if indicator.tolerance is None else Fraction(indicator.tolerance)
    if start is not None and abs(goal.as_fraction - start.as_fraction) > allowed:
        told = f"from {spoken(start.as_fraction)} to {spoken(goal.as_fraction)}"
        raise NoAnswerError(f"what is to be maintained is meant to change: {told}", "IND012")
    away, n = abs(found.as_fraction - goal.as_fraction), found.n + 1
    told = f"{spoken(away)} away from {spoken(goal.as_fraction)}"
    if indicator.tolerance is None and away:
        raise NoAnswerError(f"nobody said how far it may stray: {told}", n=n, unknown=found.unknown + 1)
    within = "" if indicator.tolerance is None else f", {spoken(allowed)} allowed"
    kept = away <= allowed
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
