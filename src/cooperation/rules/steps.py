"""LOG: steps that are missing, and steps that come too late."""

from collections.abc import Iterator

from cooperation.diagnostics import Missing, Nature, Severity
from cooperation.model import Level, Logframe, Objective
from cooperation.model.answer import Answer
from cooperation.rules._context import Context
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, levels_missing, rule
from cooperation.rules._words import called

__all__ = ["RULES"]


@rule("LOG030", nature=Nature.WEAKNESS, severity=Severity.WARNING, needs=Logframe)
def objective_that_leads_nowhere(objective: Objective, context: Context) -> Iterator[Outcome]:
    """An objective below the impact contributes to nothing, though there is an objective above it.

    Why: The results chain is a chain only where each objective says what it is good for;
        what leads nowhere is paid for and changes nothing that the project aims at.
    Fix: Name the objective it serves in ``contributes_to``.

    Example:
        objectives:
          - {id: water, level: outcome, statement: Clean water is drunk}
          - {id: wells, level: output, statement: Ten wells}
    Source: own, a rule of consistency proposed here
    """
    if objective.level is Level.IMPACT:
        yield NOT_APPLICABLE
    elif objective.contributes_to:
        return
    elif objective.level is None:
        yield Unknown(Missing(("level",), "the level of the objective"))
    else:
        others = [o for o in context.objectives.values() if o is not objective]
        above = [o for o in others if o.level is not None and o.level.rank > objective.level.rank]
        unlevelled = [o for o in others if o.level is None]
        if above:
            yield Fail(f"{called(objective)} contributes to nothing", at=("contributes_to",))
        elif unlevelled:
            yield levels_missing(unlevelled, context)
        else:
            yield NOT_APPLICABLE


@rule("LOG031", nature=Nature.CONTRADICTION, severity=Severity.WARNING, needs=Logframe, given="due")
def due_after_what_it_serves(objective: Objective, context: Context) -> Iterator[Outcome]:
    """An objective is due later than one it contributes to.

    Why: What is to cause something must be there before it.
    Fix: Correct one of the two dates, or the step between them.

    Example:
        objectives:
          - {id: water, level: outcome, statement: Clean water is drunk, due: 2020}
          - {id: wells, level: output, statement: Ten wells, due: 2021, contributes_to: [water]}
    Source: own, a rule of consistency proposed here
    """
    assert objective.due is not None
    dated = [(o, o.due) for _, o in context.parents(objective) if o.due is not None]
    if not dated:
        yield NOT_APPLICABLE
    for other, due in dated:
        if due.is_before(objective.due) is Answer.YES:
            said = f"{called(objective)} is due {objective.due}, after {called(other)}, which is due {due}"
            yield Fail(said, at=("due",))
        elif objective.due.latest > due.latest:
            yield Unknown(Missing(("due",), "a more exact date"))


RULES: tuple[Rule, ...] = (objective_that_leads_nowhere, due_after_what_it_serves)
