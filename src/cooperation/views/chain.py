"""The results chain as an indented tree, from the impact down."""

from collections.abc import Iterator

from attrs import frozen

from cooperation.model import Logframe, Objective
from cooperation.views.layout import Line
from cooperation.views.telling import Teller, joined, word

__all__ = ["chain"]


# No sheet is wide enough for deeper margins.
_DEEPEST = 120


@frozen
class _Node:
    objective: Objective
    above: "_Node | None"
    margin: str
    is_last: bool

    @property
    def first(self) -> str:
        """What stands before its first line."""
        return self.margin + ("" if self.above is None else "└─ " if self.is_last else "├─ ")

    @property
    def inner(self) -> str:
        """What stands before everything below it."""
        return self.margin + ("" if self.above is None else "   " if self.is_last else "│  ")


def chain(frame: Logframe, teller: Teller) -> Iterator[Line]:
    """The objectives, each once in full, below what it contributes to; circles and several parents are said."""
    objectives = {objective.id: objective for objective in frame.objectives}
    below: dict[str, list[Objective]] = {known: [] for known in objectives}
    for objective in frame.objectives:
        for above in dict.fromkeys(objective.contributes_to):
            if above in below:
                below[above].append(objective)
    tops = [objective for objective in frame.objectives if not set(objective.contributes_to) & set(objectives)]
    shown: set[str] = set()
    for top in (*sorted(tops, key=_height), *sorted(frame.circular, key=_height)):
        if top.id in shown:
            continue
        if shown:
            yield Line("")
        stack = [_Node(top, None, "", is_last=True)]
        while stack:
            node = stack.pop()
            here = node.objective
            if here.id in shown:
                yield _again(node)
                continue
            shown.add(here.id)
            children = below[here.id]
            yield from _lines(node, teller, objectives, has_children=bool(children))
            stack.extend(
                _Node(child, node, node.inner[:_DEEPEST], is_last=child is children[-1]) for child in reversed(children)
            )


def _height(objective: Objective) -> int:
    return 0 if objective.level is None else -objective.level.rank


def _again(node: _Node) -> Line:
    """That an objective was told before: because it has several parents, or because it is above itself."""
    above = node.above
    while above is not None and above.objective is not node.objective:
        above = above.above
    said = "see above" if above is None else "which closes a circle"
    return Line(f"{node.objective.id}, {said}", first=node.first, rest=node.inner, label=f"{_level(node.objective)}: ")


def _level(objective: Objective) -> str:
    return "Level unknown" if objective.level is None else word(objective.level).capitalize()


def _lines(node: _Node, teller: Teller, objectives: dict[str, Objective], *, has_children: bool) -> Iterator[Line]:
    objective = node.objective
    inner = node.inner + ("│  " if has_children else "   ")
    statement = teller.text(objective.statement) or "not worded yet"
    yield Line(statement, first=node.first, rest=inner, label=f"{_level(objective)}: ")
    above = None if node.above is None else node.above.objective
    yield Line(", ".join(_facts(objective, above, teller, objectives)), first=inner, rest=inner, role="label")
    for other in objective.other_statements:
        yield Line(f"also worded: {teller.text(other)}", first=inner, rest=inner)
    for indicator in objective.indicators:
        yield Line(teller.indicator(indicator), first=f"{inner}• ", rest=f"{inner}  ")
    for assumption in objective.assumptions:
        said = f"assumes: {teller.text(assumption.statement)}"
        if assumption.likelihood is not None:
            said += f" ({word(assumption.likelihood)})"
        yield Line(said, first=f"{inner}• ", rest=f"{inner}  ")


def _facts(
    objective: Objective, above: Objective | None, teller: Teller, objectives: dict[str, Objective]
) -> Iterator[str]:
    yield objective.id
    if objective.label is not None:
        yield f"called {objective.label!r}"
    yield f"scope {joined(map(word, objective.scopes))}" if objective.scopes else "scope unknown"
    if objective.partner is not None:
        yield f"of {teller.organisation(objective.partner)}"
    if objective.modality is not None and objective.modality.value != "will":
        yield f"{word(objective.modality)} follow"
    if objective.places:
        yield f"in {joined(map(teller.place, objective.places))}"
    if objective.target_groups:
        yield f"for {joined(map(teller.target_group, objective.target_groups))}"
    if objective.due is not None:
        yield f"due {objective.due}"
    others = [one for one in dict.fromkeys(objective.contributes_to) if above is None or one != above.id]
    if others:
        also = "contributes to" if above is None else "contributes also to"
        yield f"{also} {joined(one if one in objectives else f'{one}, which is not there' for one in others)}"
