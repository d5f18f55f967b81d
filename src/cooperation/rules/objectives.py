"""LOG: one objective and the step upward from it."""

from collections.abc import Iterator

from cooperation.diagnostics import Missing, Nature, Severity
from cooperation.model import Indicator, Level, Logframe, Objective, Project
from cooperation.rules._context import Context
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, levels_missing, rule
from cooperation.rules._words import called, is_blank, level_word, likeness, same

__all__ = ["RULES"]

_ALIKE = 0.8


@rule("LOG003", catalogue="V03", nature=Nature.OMISSION, severity=Severity.ERROR, needs=Logframe)
def outcome_without_outputs(objective: Objective, context: Context) -> Iterator[Outcome]:
    """An outcome has no output under it.

    Why: An outcome follows from what the project delivers; with nothing delivered it is a wish.
    Fix: Add an output that contributes to it, or make it an output.

    Example:
        objectives:
          - {id: water, level: outcome, statement: Clean water is drunk}
    Source: eu-annexc, https://www.scribd.com/document/324107308/Annex-C-Logical-Framework
    """
    if objective.level is None:
        yield Unknown(Missing(("level",), "the level of the objective"))
        return
    if objective.level is not Level.OUTCOME:
        yield NOT_APPLICABLE
        return
    below = context.supporters.get(objective.id, ())
    if any(o.level in (Level.OUTPUT, Level.INTERMEDIATE_OUTCOME) for o in below):
        return
    open_levels = [o for o in below if o.level is None]
    if open_levels:
        yield levels_missing(open_levels, context)
    else:
        yield Fail(f"{called(objective)} has no output under it")


@rule("LOG004", catalogue="V04", nature=Nature.CONTRADICTION, severity=Severity.ERROR, needs=Logframe)
def dangling_parent(objective: Objective, context: Context) -> Iterator[Outcome]:
    """An objective contributes to one that does not exist.

    Why: The results chain breaks at that place, and everything below it hangs in the air.
    Fix: Write the id of an objective of this project, or add the missing objective.

    Example:
        objectives:
          - {id: wells, level: output, statement: Ten wells, contributes_to: [watre]}
    Source: own, a rule of consistency proposed here
    """
    for i, parent in enumerate(objective.contributes_to):
        if parent not in context.objectives:
            yield Fail(f"{called(objective)} contributes to {parent!r}, which does not exist", at=("contributes_to", i))


@rule(
    "LOG005",
    catalogue="V05",
    nature=Nature.CONTRADICTION,
    severity=Severity.ERROR,
    needs=Logframe,
    given="contributes_to",
)
def level_skipped_or_reversed(objective: Objective, context: Context) -> Iterator[Outcome]:
    """An objective contributes to one that is not a step above it.

    Why: Outputs lead to outcomes and outcomes to impact; a step down is no contribution,
        and an output that leads straight to the impact leaves out what changes in between.
    Fix: Correct the levels, turn the step round, or add the objective in between.

    Example:
        objectives:
          - {id: health, level: impact, statement: People are healthier}
          - {id: wells, level: output, statement: Ten wells, contributes_to: [health]}
    Source: eu-annexc, https://www.scribd.com/document/324107308/Annex-C-Logical-Framework
    """
    parents = context.parents(objective)
    if not parents:
        yield NOT_APPLICABLE
        return
    if objective.level is None:
        yield Unknown(Missing(("level",), "the level of the objective"))
        return
    for i, parent in parents:
        at = ("contributes_to", i)
        if parent.level is None:
            yield levels_missing([parent], context)
        elif parent.level.rank < objective.level.rank:
            yield Fail(f"{called(objective)} contributes to {called(parent)}, which is a lower level", at=at)
        elif objective.level is Level.OUTPUT and parent.level is Level.IMPACT:
            yield Fail(f"{called(objective)} contributes to {called(parent)} with no outcome in between", at=at)


@rule(
    "LOG017",
    catalogue="V05",
    nature=Nature.WEAKNESS,
    severity=Severity.INFO,
    needs=Logframe,
    given="contributes_to",
)
def step_on_one_level(objective: Objective, context: Context) -> Iterator[Outcome]:
    """An objective contributes to one of its own level.

    Why: A theory of change may have several outcomes in a row; more often one of the two is on the wrong level.
    Fix: Make the lower one an intermediate outcome or an output, if that is what it is.

    Example:
        objectives:
          - {id: trade, level: outcome, statement: Farmers sell more}
          - {id: water, level: outcome, statement: Clean water is drunk, contributes_to: [trade]}
    Source: eu-annexc, https://www.scribd.com/document/324107308/Annex-C-Logical-Framework
    """
    parents = context.parents(objective)
    if not parents:
        yield NOT_APPLICABLE
    for i, parent in parents:
        if parent is objective:
            continue
        unlevelled = [o for o in (objective, parent) if o.level is None]
        if unlevelled:
            yield levels_missing(unlevelled, context)
        elif parent.level is objective.level:
            said = f"{called(objective)} contributes to {called(parent)}, which is the same level"
            yield Fail(said, at=("contributes_to", i))


@rule("LOG010", catalogue="V10", nature=Nature.WEAKNESS, severity=Severity.WARNING, needs=Logframe)
def same_statement_at_two_levels(objective: Objective, context: Context) -> Iterator[Outcome]:
    """An objective says nearly the same as one it contributes to.

    Why: A step that repeats itself explains nothing: the lower level should say what causes the upper one.
    Fix: Word the lower one as what is delivered and the upper one as what changes because of it.

    Example:
        objectives:
          - {id: plan, level: outcome, statement: A strategic energy plan for the municipality}
          - {id: text, level: output, statement: Strategic energy plan for the municipality, contributes_to: [plan]}
    Source: own, a rule of consistency proposed here
    """
    if is_blank(objective.statement):
        yield NOT_APPLICABLE
        return
    for i, parent in context.parents(objective):
        if parent is objective or is_blank(parent.statement):
            continue
        if same(objective.statement, parent.statement) or likeness(objective.statement, parent.statement) >= _ALIKE:
            yield Fail(f"{called(objective)} says nearly the same as {called(parent)}", at=("contributes_to", i))


@rule("LOG011", catalogue="V11", nature=Nature.OMISSION, severity=Severity.ERROR)
def without_level_or_words(part: Objective | Indicator, _context: Context) -> Iterator[Outcome]:
    """An objective has no level, or an objective or indicator has no words.

    Why: Nobody can place an objective whose level is not told, nor judge a statement that is not there.
    Fix: Give the level (impact, outcome, intermediate-outcome or output) and word the statement.

    Example:
        objectives:
          - {id: wells, statement: Ten wells}
    Source: rsr, https://github.com/akvo/akvo-rsr (akvo/iati/checks/fields/results.py);
        iati-xsd, https://github.com/IATI/IATI-Schemas (iati-activities-schema.xsd)
    """
    if isinstance(part, Objective):
        if part.level is None:
            yield Fail(f"objective {part.id!r} has no level", at=("level",))
        what = level_word(part.level)
    else:
        what = "indicator"
    if is_blank(part.statement):
        yield Fail(f"{what} {part.id!r} has no statement", at=("statement",))


@rule("LOG013", catalogue="V13", nature=Nature.CONTRADICTION, severity=Severity.WARNING, needs=Project, given="due")
def outcome_due_after_the_end(objective: Objective, context: Context) -> Iterator[Outcome]:
    """An outcome or output is due after the project ends.

    Why: What the project answers for must be there while somebody is still working on it; an impact may come later.
    Fix: Bring the date forward, lengthen the project, or make it an impact.

    Example:
        period: 2019/2020
        logframe: {objectives: [{id: water, level: outcome, statement: Clean water is drunk, due: 2022}]}
    Source: eu-slides, https://cdn.slideserve.com/aadi/logical-framework-and-indicators
    """
    assert objective.due is not None
    if objective.level is Level.IMPACT:
        yield NOT_APPLICABLE
    elif objective.level is None:
        yield Unknown(Missing(("level",), "the level of the objective"))
    elif context.last_day is None:
        yield Unknown(Missing(("period",), "when the project ends"), of=Project)
    elif objective.due.latest > context.last_day:
        if objective.due.earliest > context.last_day:
            said = f"{called(objective)} is due {objective.due}, after the project ends in {context.end}"
            yield Fail(said, at=("due",))
        else:
            yield Unknown(Missing(("due",), "a more exact date"))


RULES: tuple[Rule, ...] = (
    outcome_without_outputs,
    dangling_parent,
    level_skipped_or_reversed,
    same_statement_at_two_levels,
    without_level_or_words,
    outcome_due_after_the_end,
    step_on_one_level,
)
