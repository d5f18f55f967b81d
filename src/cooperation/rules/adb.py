"""ADB: what the Asian Development Bank asks of a design and monitoring framework."""

from collections.abc import Iterator

from cooperation.diagnostics import Missing, Nature, Severity
from cooperation.model import Indicator, Measure
from cooperation.rules._context import Context
from cooperation.rules._rule import Fail, Outcome, Rule, Unknown, rule

__all__ = ["RULES"]


@rule("ADB001", nature=Nature.WEAKNESS, severity=Severity.WARNING, by_profile=True)
def indicator_not_in_numbers(indicator: Indicator, _context: Context) -> Iterator[Outcome]:
    """An indicator is told in words.

    Why: The bank wants qualities measured in numbers, too: so many of ten meet the standard.
    Fix: Count or rate what is described, and keep the description as the definition.

    Example:
        indicators:
          - {id: trust, statement: Trust in the council, measure: qualitative}
    Source: adb-tips, http://www.ovicia.com/2022/01/box-7-tips-for-performance-indicators.html
    """
    if indicator.measure is None:
        yield Unknown(Missing(("measure",), "how it is measured"))
    elif indicator.measure is Measure.QUALITATIVE:
        yield Fail(f"indicator {indicator.id!r} is told in words", at=("measure",))


RULES: tuple[Rule, ...] = (indicator_not_in_numbers,)
