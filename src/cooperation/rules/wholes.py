"""DOC: parts that lie within one another."""

import functools
import operator
from collections.abc import Callable, Iterator
from typing import Any

from cooperation.diagnostics import Nature, Severity
from cooperation.model import Framing, Organisation, Portfolio, Project
from cooperation.rules._context import Context
from cooperation.rules._graph import circle_told, circles
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, rule

__all__ = ["RULES"]

# Where parts stand, in which field each names what it belongs to, and how that is said of one that belongs to itself.
_WHOLES = (
    (Portfolio, "organisations", "owner", "organisation {} owns itself"),
    (Project, "stated_counts", "part_of", "stated count {} is a part of itself"),
    (Framing, "themes", "part_of", "theme {} is a part of itself"),
    (Framing, "places", "within", "place {} lies within itself"),
    (Organisation, "units", "part_of", "unit {} is a part of itself"),
    (Organisation, "places", "within", "place {} lies within itself"),
)


@rule("DOC030", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def part_of_itself(holder: Portfolio | Project | Framing | Organisation, _context: Context) -> Iterator[Outcome]:
    """A part lies within itself, by way of others or directly.

    Why: What holds itself has no outermost part, so nobody can say where it is, whose it is, or what it adds up to.
    Fix: Remove the tie that leads back to the part.

    Example:
        places: [{id: town, name: Town, within: ward}, {id: ward, name: Ward, within: town}]
    Source: own, a rule of consistency proposed here
    """
    judged = False
    for field, above, whole_of, said in _wholes(type(holder)):  # type: ignore[arg-type]  # every class is hashable
        parts = getattr(holder, field)
        steps = {part.id: (whole,) for part in parts if (whole := whole_of(part)) is not None} if parts else {}
        if not steps:
            continue
        judged = True
        for circle in circles(steps):
            places = {part.id: i for i, part in enumerate(parts)}
            first = min(circle, key=places.__getitem__)
            yield Fail(f"{said.format(repr(first))}: {circle_told(circle, first)}", at=(field, places[first], above))
    if not judged:
        yield NOT_APPLICABLE


@functools.cache
def _wholes(kind: type) -> tuple[tuple[str, str, Callable[[Any], str | None], str], ...]:
    return tuple(
        (field, above, operator.attrgetter(above), said)
        for holder, field, above, said in _WHOLES
        if issubclass(kind, holder)
    )


RULES: tuple[Rule, ...] = (part_of_itself,)
