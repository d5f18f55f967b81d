"""CAN: what Global Affairs Canada asks of a logic model.

Its ultimate outcome is the impact here, its intermediate outcome the outcome, its immediate outcome the intermediate
outcome.
"""

from collections.abc import Iterator

from cooperation.diagnostics import Missing, Nature, Severity
from cooperation.model import Level, Logframe, Objective
from cooperation.rules._context import Context
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, levels_missing, rule
from cooperation.rules._words import called, listing

__all__ = ["RULES"]


@rule("CAN001", nature=Nature.WEAKNESS, severity=Severity.WARNING, by_profile=True)
def several_ultimate_outcomes(frame: Logframe, _context: Context) -> Iterator[Outcome]:
    """The logic model has more than one ultimate outcome.

    Why: It is a pyramid, and everything in it leads to the one change at its top.
    Fix: Keep the impact that the others serve, or make the others outcomes.

    Example:
        objectives:
          - {id: health, level: impact, statement: People are healthier}
          - {id: wealth, level: impact, statement: People are less poor}
    Source: gac-guide, https://international.gc.ca/world-monde/funding-financement/results_based_management-gestion_axee_resultats-guide.aspx?lang=eng
        (step 3 a); gac-lm, http://www.docstoc.com/docs/118585958/Logic-model
    """
    tops = [(i, o) for i, o in enumerate(frame.objectives) if o.level is Level.IMPACT]
    unlevelled = [i for i, o in enumerate(frame.objectives) if o.level is None]
    if len(tops) > 1:
        names = listing([o.id for _, o in tops])
        yield Fail(f"there are {len(tops)} ultimate outcomes: {names}", at=("objectives", tops[1][0]))
    elif len(tops) + len(unlevelled) > 1:
        yield Unknown(*(Missing(("objectives", i, "level"), "the level of the objective") for i in unlevelled))


@rule("CAN002", nature=Nature.OMISSION, severity=Severity.WARNING, by_profile=True, needs=Logframe)
def no_immediate_outcome(objective: Objective, context: Context) -> Iterator[Outcome]:
    """An intermediate outcome has no immediate outcome under it.

    Why: People act differently after they know or can do something they did not before; that step is the immediate
        outcome, and without it the outputs are trusted to change behaviour by themselves.
    Fix: Add an objective of level intermediate-outcome, as the immediate outcome is called here, between the two.

    Example:
        objectives:
          - {id: water, level: outcome, statement: Clean water is drunk}
          - {id: wells, level: output, statement: Ten wells, contributes_to: [water]}
    Source: gac-guide, https://international.gc.ca/world-monde/funding-financement/results_based_management-gestion_axee_resultats-guide.aspx?lang=eng
        (step 3 c); cida-terms, https://scribd.com/document/640821217/3-DAFTC-RBM-LOGIC-MODEL-DEFINITIONS
    """
    below = context.supporters.get(objective.id, ())
    unlevelled = [o for o in below if o.level is None]
    if objective.level is None:
        yield Unknown(Missing(("level",), "the level of the objective"))
    elif objective.level is not Level.OUTCOME:
        yield NOT_APPLICABLE
    elif not any(o.level is Level.INTERMEDIATE_OUTCOME for o in below):
        said = f"{called(objective)} has no intermediate outcome under it, which this donor calls immediate"
        yield levels_missing(unlevelled, context) if unlevelled else Fail(said)


RULES: tuple[Rule, ...] = (several_ultimate_outcomes, no_immediate_outcome)
