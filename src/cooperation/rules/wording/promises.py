"""TGT: what is promised to be more or less than before."""

from collections.abc import Iterator

from cooperation.model import Objective
from cooperation.rules._context import Context
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule
from cooperation.rules.wording._reading import Reading, read, wording

__all__ = ["RULES"]


@wording("TGT014", catalogue="T14")
def change_without_baseline(objective: Objective, context: Context) -> Iterator[Outcome]:
    """An objective promises more or less than before, and none of its indicators says how it was before.

    Why: "Increased" compares with something; without a baseline nobody can say whether it came true.
    Fix: Give one of its indicators a baseline, or say what is reached instead.

    Example:
        objectives:
          - id: knowledge
            level: outcome
            statement: Increased knowledge among teachers
            indicators: [{id: tested, statement: Teachers who pass the test}]
    Source: nysl, http://www.nysl.nysed.gov/libdev/obe/basic/sld032.htm
    """
    if not objective.indicators:
        yield NOT_APPLICABLE
        return

    def judge(reading: Reading) -> Fail | None:
        topic = next(reading.lexicon.topics.places(reading.words), (len(reading.words),))[0]
        found = reading.lexicon.comparing.found(reading.words[:topic], reading.start)
        if not found or any(i.baseline is not None and i.baseline.value is not None for i in objective.indicators):
            return None
        said = ", ".join(repr(word) for word in found)
        told = f"objective {objective.id!r} promises {said}, and no indicator of it has a baseline"
        return Fail(f"{told} ({reading.language})", at=("statement",))

    yield from read(objective.statement, context, judge)


RULES: tuple[Rule, ...] = (change_without_baseline,)
