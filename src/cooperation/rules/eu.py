"""EUR: what the European Union asks of the logframe of a grant."""

from collections.abc import Iterator

from cooperation.diagnostics import Missing, Nature, Severity
from cooperation.model import Level, Objective
from cooperation.rules._context import Context
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule
from cooperation.rules._words import called

__all__ = ["RULES"]


@rule("EUR001", nature=Nature.OMISSION, severity=Severity.WARNING, by_profile=True)
def output_related_to_no_outcome(objective: Objective, _context: Context) -> Iterator[Outcome]:
    """An output is not said to lead to any outcome.

    Why: The matrix numbers every output by the outcome it belongs to; one that belongs to none has no number.
    Fix: Name the outcome in ``contributes_to``.

    Example:
        objectives:
          - {id: wells, level: output, statement: Ten wells}
    Source: eu-annexc, https://www.scribd.com/document/324107308/Annex-C-Logical-Framework
    """
    if objective.level not in (None, Level.OUTPUT):
        yield NOT_APPLICABLE
    elif objective.contributes_to:
        # Whether what is named exists and is one step up is asked of everybody.
        return
    elif objective.level is None:
        yield Unknown(Missing(("level",), "the level of the objective"))
    else:
        yield Fail(f"{called(objective)} leads to no outcome", at=("contributes_to",))


RULES: tuple[Rule, ...] = (output_related_to_no_outcome,)
