"""RSK: how assumptions are worded."""

from collections.abc import Iterator

from cooperation.model import Assumption
from cooperation.rules._context import Context
from cooperation.rules._rule import Fail, Outcome, Rule
from cooperation.rules.wording._reading import Reading, read, wording

__all__ = ["RULES"]


@wording("RSK005", catalogue="R05")
def assumption_not_positive(assumption: Assumption, context: Context) -> Iterator[Outcome]:
    """An assumption is not worded as a positive state.

    Why: "There is no risk of a strike" is a risk in disguise; as a state that must hold one can watch it.
    Fix: Say what must be the case; put what is feared among the risks.

    Example:
        assumptions:
          - {statement: Staff do not leave}
    Source: tsd, http://www.toolkitsportdevelopment.org/html/topic_2E08E40E-7679-4C78-8152-3D66573F144E_6FC5264C-9DED-4077-BC8C-50B5EF6362D3_3.htm
    """

    def judge(reading: Reading) -> Fail | None:
        found = reading.lexicon.negatives.found(reading.words)
        if not found:
            return None
        said = ", ".join(repr(word) for word in found)
        return Fail(f"the assumption is worded by what is feared: {said} ({reading.language})", at=("statement",))

    yield from read(assumption.statement, context, judge)


RULES: tuple[Rule, ...] = (assumption_not_positive,)
