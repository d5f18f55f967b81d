"""RSK: assumptions, preconditions and risks."""

from collections.abc import Iterator
from decimal import Decimal

from cooperation.diagnostics import Missing, Nature, Severity
from cooperation.model import (
    Assumption,
    ConditionStatus,
    Grade,
    Level,
    Likelihood,
    Logframe,
    Objective,
    Precondition,
    Project,
    Risk,
)
from cooperation.rules._context import Context
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule
from cooperation.rules._words import called, is_blank, longer_words, overlap
from cooperation.rules.profiles._kinds_results import OUTPUT_RATINGS

__all__ = ["RULES"]

_INSIDE = 0.6

# Of a matrix of five by five, what most registers paint red: likely with high consequence is 16, possible with
# very high 15.
_HIGH_RISK = 15

# What a donor may ask of every output: the field, and what it is called.
_RATINGS = {"weight": "impact weight", "risk_rating": "risk rating"}

_WHOLE = 100

_MIDDLE = (Level.OUTCOME, Level.INTERMEDIATE_OUTCOME)


@rule("RSK001", catalogue="R01", nature=Nature.OMISSION, severity=Severity.WARNING)
def step_without_assumption(frame: Logframe, _context: Context) -> Iterator[Outcome]:
    """A step of the logframe rests on no assumption.

    Why: Outputs become outcomes, and outcomes impact, only if something outside the project also holds.
        Where nothing is named, nobody has asked what that is.
    Fix: Write at the lower objective what must hold for it to lead to the upper one.

    Example:
        objectives:
          - {id: water, level: outcome, statement: Clean water is drunk}
          - {id: wells, level: output, statement: Ten wells, contributes_to: [water]}
    Source: eu-annexc, https://www.scribd.com/document/324107308/Annex-C-Logical-Framework;
        usaid-lf, http://usaidprojectstarter.org/content/lf-assumptions
    """
    by_id = {o.id: o for o in frame.objectives}
    steps = [
        (i, o, by_id[name])
        for i, o in enumerate(frame.objectives)
        for name in o.contributes_to
        if name in by_id and name != o.id
    ]
    judged = False
    for lower, upper, word in (
        ((Level.OUTPUT,), _MIDDLE, "output to outcome"),
        (_MIDDLE, (Level.IMPACT,), "outcome to impact"),
    ):
        taken = [(i, o) for i, o, parent in steps if o.level in lower and parent.level in upper]
        judged = judged or bool(taken)
        if taken and not any(o.assumptions for _, o in taken):
            yield Fail(f"the step from {word} rests on no assumption", at=("objectives", taken[0][0], "assumptions"))
    if judged:
        return
    unlevelled = [i for i, o in enumerate(frame.objectives) if o.level is None]
    if unlevelled and steps:
        yield Unknown(*(Missing(("objectives", i, "level"), "the level of the objective") for i in unlevelled))
    else:
        yield NOT_APPLICABLE


@rule("RSK002", catalogue="R02", nature=Nature.WEAKNESS, severity=Severity.INFO)
def assumption_in_the_top_row(objective: Objective, _context: Context) -> Iterator[Outcome]:
    """An assumption stands at the impact.

    Why: An assumption guards the step upward, and from the impact there is none; that cell is left empty.
    Fix: Move it to the objective whose step upward it guards.

    Example:
        objectives:
          - {id: health, level: impact, statement: People are healthier, assumptions: [{statement: Peace lasts}]}
    Source: openlearn, https://www.open.edu/openlearn/nature-environment/the-environment/environmental-decision-making/logframe-planning/content-section-3.7
    """
    if not objective.assumptions:
        yield NOT_APPLICABLE
    elif objective.level is None:
        yield Unknown(Missing(("level",), "the level of the objective"))
    elif objective.level is Level.IMPACT:
        yield Fail(f"{called(objective)} has an assumption above which there is no step", at=("assumptions", 0))


@rule("RSK003", catalogue="R03", nature=Nature.WEAKNESS, severity=Severity.ERROR)
def killer_assumption(assumption: Assumption, _context: Context) -> Iterator[Outcome]:
    """Much depends on an assumption that is very unlikely to hold, and nothing is planned for that case.

    Why: The project would fail with it; it has to be changed, not hoped for.
    Fix: Change the project so that it does not need this, or write in ``answer`` what is done if it fails.

    Example:
        assumptions:
          - {statement: The dam is built in time, importance: high, likelihood: very-unlikely}
    Source: tsd, http://www.toolkitsportdevelopment.org/html/topic_2E08E40E-7679-4C78-8152-3D66573F144E_6FC5264C-9DED-4077-BC8C-50B5EF6362D3_3.htm;
        openlearn, https://www.open.edu/openlearn/nature-environment/the-environment/environmental-decision-making/logframe-planning/content-section-3.7
    """
    if not is_blank(assumption.answer):
        return
    heavy = assumption.importance is None or assumption.importance.rank >= Grade.HIGH.rank
    doubtful = assumption.likelihood in (None, Likelihood.VERY_UNLIKELY)
    if not (heavy and doubtful):
        return
    if assumption.importance is None:
        yield Unknown(Missing(("importance",), "how much depends on the assumption"))
    if assumption.likelihood is None:
        yield Unknown(Missing(("likelihood",), "how likely the assumption is to hold"))
    if assumption.importance is not None and assumption.likelihood is not None:
        yield Fail(f"importance is {assumption.importance.value} and the assumption is very unlikely to hold")


@rule("RSK004", catalogue="R04", nature=Nature.WEAKNESS, severity=Severity.WARNING, needs=Project)
def assumption_inside_our_control(assumption: Assumption, context: Context) -> Iterator[Outcome]:
    """An assumption is something the project itself does, or a core partner answers for it.

    Why: An assumption is what the project cannot bring about; what it can is work to be planned.
    Fix: Make it an activity or an output, or say what outside the project must hold.

    Example:
        plan: {activities: [{id: training, title: Training of plumbers in Tlokwe}]}
        assumptions: [{statement: Training of plumbers in Tlokwe}]
    Source: eu-annexc, https://www.scribd.com/document/324107308/Annex-C-Logical-Framework;
        raid, https://www.logframer.eu/book/export/html/539?language=en
    """
    if assumption.owner is not None and assumption.owner in context.partners:
        yield Fail(f"core partner {assumption.owner!r} answers for the assumption", at=("owner",))
    words = longer_words(assumption.statement)
    for name, done in context.work:
        if not words.isdisjoint(done) and overlap(words, done) >= _INSIDE:
            yield Fail(f"the assumption says nearly the same as {name}")


@rule("RSK006", catalogue="R06", nature=Nature.CONTRADICTION, severity=Severity.ERROR, needs=Project)
def precondition_open_at_the_start(precondition: Precondition, context: Context) -> Iterator[Outcome]:
    """A precondition does not hold, though the project has started.

    Why: What must be in place before the start and is not will stop the work.
    Fix: Meet it, or say until when the project can do without it.

    Example:
        period: 2019/2020
        logframe: {preconditions: [{statement: The council has decided, status: open}]}
    Source: tsd, http://www.toolkitsportdevelopment.org/html/topic_2E08E40E-7679-4C78-8152-3D66573F144E_6FC5264C-9DED-4077-BC8C-50B5EF6362D3_3.htm
    """
    if precondition.status is ConditionStatus.MET:
        return
    by = precondition.due or context.start
    if by is None:
        yield Unknown(Missing(("period",), "when the project starts"), of=Project)
    elif by.earliest > context.today:
        yield NOT_APPLICABLE
    elif precondition.status is None:
        yield Unknown(Missing(("status",), "whether the precondition holds"))
    elif by.latest <= context.today:
        word = "due" if precondition.due is not None else "needed at the project's start"
        yield Fail(f"the precondition is {precondition.status.value}, and was {word} in {by}", at=("status",))
    else:
        where = Missing(("due",), "a more exact date")
        yield Unknown(where) if precondition.due else Unknown(Missing(("period",), "the day of the start"), of=Project)


@rule("RSK007", catalogue="R07", nature=Nature.OMISSION, severity=Severity.WARNING)
def risk_without_likelihood_or_consequence(risk: Risk, _context: Context) -> Iterator[Outcome]:
    """A risk does not say how likely it is or how much harm it would do.

    Why: Only the two together tell which risks need an answer.
    Fix: Give both, in five steps each.

    Example:
        risks:
          - {statement: A new council stops the work, likelihood: possible}
    Source: own, a rule of consistency proposed here
    """
    lacking = [name for name in ("likelihood", "consequence") if getattr(risk, name) is None]
    if lacking:
        yield Fail(f"the risk has no {' and no '.join(lacking)}", at=(lacking[0],))


@rule("RSK008", catalogue="R08", nature=Nature.OMISSION, severity=Severity.WARNING)
def high_risk_without_answer_and_owner(risk: Risk, _context: Context) -> Iterator[Outcome]:
    """A high risk has no answer, or nobody who sees to it.

    Why: A risk that is both likely and grave will need somebody who knows what to do.
    Fix: Write the answer and name the organisation that carries it out.

    Example:
        risks:
          - {statement: A new council stops the work, likelihood: likely, consequence: high}
    Source: raid, https://www.logframer.eu/book/export/html/539?language=en
    """
    lacking = [name for name, given in (("answer", not is_blank(risk.answer)), ("owner", risk.owner)) if not given]
    if not lacking:
        return
    if risk.weight is None:
        unsaid = [name for name in ("likelihood", "consequence") if getattr(risk, name) is None]
        yield Unknown(*(Missing((name,), f"the {name} of the risk") for name in unsaid))
    elif risk.weight >= _HIGH_RISK:
        yield Fail(f"the risk weighs {risk.weight} of 25 and has no {' and no '.join(lacking)}", at=(lacking[0],))
    else:
        yield NOT_APPLICABLE


@rule("RSK009", catalogue="R09", nature=Nature.OMISSION, severity=Severity.WARNING, by_profile=True)
def output_not_rated(objective: Objective, context: Context) -> Iterator[Outcome]:
    """An output has no weight or no risk rating, as the donor asks of every output.

    Why: The weight says how much of the effect hangs on the output, the rating how likely it is to fail;
        together they tell a reviewer where to look.
    Fix: Give ``weight`` in per cent and ``risk_rating`` in five steps.

    Example:
        objectives:
          - {id: wells, level: output, statement: Ten wells, weight: 40}
    Source: dfid-2009, http://mande.co.uk/2009/uncategorized/dfid-guidance-on-using-the-revised-logical-framework-2009-revision/print/;
        ukad, https://cdn.slideserve.com/aledesma/uk-aid-direct-introduction-to-logframes-only-required-at-proposal-stage-powerpoint-ppt-presentation
    """
    if objective.level not in (None, Level.OUTPUT):
        yield NOT_APPLICABLE
        return
    # Of several versions that may hold, what every one of them asks is asked.
    versions = context.limits(OUTPUT_RATINGS)
    asked = [name for name in _RATINGS if versions and all(name in version for version in versions)]
    lacking = [name for name in asked if getattr(objective, name) is None]
    if not asked:
        yield NOT_APPLICABLE
    elif lacking and objective.level is None:
        yield Unknown(Missing(("level",), "the level of the objective"))
    elif lacking:
        told = " and no ".join(_RATINGS[name] for name in lacking)
        yield Fail(f"{called(objective)} has no {told}", at=(lacking[0],))


@rule("RSK010", catalogue="R10", nature=Nature.CONTRADICTION, severity=Severity.ERROR, by_profile=True)
def weights_do_not_make_a_hundred(frame: Logframe, _context: Context) -> Iterator[Outcome]:
    """The weights of the outputs do not make 100 per cent.

    Why: Each weight is a share of one whole; if they make more or less, one of them is not what it says.
    Fix: Correct the weights so that together they are 100.

    Example:
        objectives:
          - {id: wells, level: output, statement: Ten wells, weight: 40}
          - {id: training, level: output, statement: Twelve plumbers are trained, weight: 40}
    Source: own, a rule of consistency proposed here;
        the guidance of 2011 that it may stand in was found, and its wording could not be read
    """
    outputs = [(i, o) for i, o in enumerate(frame.objectives) if o.level is Level.OUTPUT]
    weights = [(i, o.weight) for i, o in outputs if o.weight is not None]
    if not weights:
        yield NOT_APPLICABLE
        return
    made = sum((weight for _, weight in weights), Decimal())
    lacking = [Missing(("objectives", i, "weight"), "the weight of the output") for i, o in outputs if o.weight is None]
    lacking += [
        Missing(("objectives", i, "level"), "the level of the objective")
        for i, o in enumerate(frame.objectives)
        if o.level is None
    ]
    if made > _WHOLE or (made < _WHOLE and not lacking):
        yield Fail(f"the weights of the outputs make {made}, not {_WHOLE}", at=("objectives", weights[0][0], "weight"))
    elif made < _WHOLE:
        yield Unknown(*lacking)


RULES: tuple[Rule, ...] = (
    step_without_assumption,
    assumption_in_the_top_row,
    killer_assumption,
    assumption_inside_our_control,
    precondition_open_at_the_start,
    risk_without_likelihood_or_consequence,
    high_risk_without_answer_and_owner,
    output_not_rated,
    weights_do_not_make_a_hundred,
)
