"""Projects, their rooms, and portfolios: coherent wholes whose parts name one another, and sometimes nothing.

A whole is first sketched and then made.
Only so can any part name any other, while each part is drawn in one place and can be taken out again in one piece,
which is what lets hypothesis find a small example.
"""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias, TypeVar

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from cooperation import model
from cooperation.model.structure import walk
from cooperation.testing._engine import MISSING, PARTICIPANT, Setting, Sketch, Wish, fuller, make, sketch, sketches
from cooperation.testing._invariants import distinct

__all__ = ["whole"]

T = TypeVar("T")
Names: TypeAlias = Mapping[str, tuple[Any, ...]]

_KINDS: dict[type, str] = {
    model.Activity: "activity",
    model.Indicator: "indicator",
    model.Objective: "objective",
    model.Organisation: "organisation",
    model.OrganisationUnit: "unit",
    model.Partnership: "partnership",
    model.Pilot: "pilot",
    model.Place: "place",
    model.Problem: "problem",
    model.Project: "project",
    model.Source: "source",
    model.StatedCount: "stated-count",
    model.TargetGroup: "target-group",
    model.Theme: "theme",
}
_EVERYTHING = frozenset({PARTICIPANT, *_KINDS.values()})
_KNOWN: dict[type, frozenset[str]] = {
    model.Framing: frozenset({"theme", "problem", "target-group", "place"}),
    model.Logframe: frozenset({"objective", "indicator"}),
    model.Plan: frozenset({"activity", "pilot"}),
    model.Project: _EVERYTHING - {"partnership", "project"},
    model.Portfolio: _EVERYTHING,
}
_CIRCULAR = 12
_SUBSET = st.integers(0, 7)


def whole(cls: type[T], pinned: Mapping[str, SearchStrategy[Any]]) -> SearchStrategy[T]:
    """Coherent values of a class that holds parts which name one another."""
    return _wholes(cls, tuple(pinned.items()))


@st.composite
def _wholes(draw: DrawFn, cls: type[Any], pinned: tuple[tuple[str, SearchStrategy[Any]], ...]) -> Any:
    given = {name: draw(strategy) for name, strategy in pinned}
    setting = Setting(_KNOWN[cls])
    if cls is model.Portfolio:
        return _portfolio(draw, setting, given)
    if cls is model.Project:
        return _lone_project(draw, setting, given)
    return _made(sketch(draw, cls, setting, **given), {})


def _lone_project(draw: DrawFn, setting: Setting, given: dict[str, Any]) -> Any:
    # There is no register: each partner is drawn with its organisation.
    pairs = draw(fuller(_partners(setting.below), 2, 3))
    partners = tuple(partner for partner, _ in pairs)
    drawn = sketch(draw, model.Project, setting, **{"partners": partners, **given})
    if "partners" not in given:
        _seat(drawn, "partners")
    return _made(drawn, _organisations([organisation for _, organisation in pairs]))


def _portfolio(draw: DrawFn, setting: Setting, given: dict[str, Any]) -> Any:
    below = setting.below
    names = _organisations(draw(fuller(sketches(model.Organisation, below), 2, 3)))
    ties = draw(st.lists(sketches(model.Partnership, below), max_size=1))
    projects = draw(fuller(sketches(model.Project, below), 1, 2))
    for tie in ties:
        _seat(tie, "members")
    for project in projects:
        _seat(project, "partners")
    names |= {"partnership": _unique(ties), "project": _unique(projects)}
    partnerships: tuple[model.Partnership, ...] = tuple(make(tie, names) for tie in ties)
    made: tuple[model.Project, ...] = tuple(_made(project, names) for project in projects)
    # Who takes part in nothing stands in the register; the others may, or are written where they take part.
    chosen = draw(_SUBSET)
    present = {o.id for project in made for o in project.organisations}
    present |= {m.organisation.id for tie in partnerships for m in tie.members if m.organisation is not None}
    register = tuple(o for i, o in enumerate(names[PARTICIPANT]) if chosen >> i & 1 or o.id not in present)
    drawn = {"organisations": register, "partnerships": partnerships, "projects": made}
    return make(sketch(draw, model.Portfolio, setting, **{**drawn, **given}), names)


@st.composite
def _partners(draw: DrawFn, setting: Setting) -> tuple[Sketch, Sketch]:
    return sketch(draw, model.Participation, setting), sketch(draw, model.Organisation, setting)


def _seat(drawn: Sketch, seats: str) -> None:
    # Each is another organisation, except those that are told by their kind alone.
    for i, participation in enumerate(drawn.values.get(seats, ())):
        named = "kind" not in participation.values
        participation.values["organisation"] = Wish(PARTICIPANT, i) if named else None


def _organisations(drawn: list[Sketch]) -> dict[str, tuple[Any, ...]]:
    # One id has one value, so they are made before anything that they take part in.
    names = _named(*drawn)
    return names | {PARTICIPANT: tuple(make(organisation, names) for organisation in drawn)}


def _made(drawn: Sketch, shared: Names) -> Any:
    own = _named(drawn)
    names = {**shared, **own, "place": (*shared.get("place", ()), *own.get("place", ()))}
    _straighten([part for part in _parts(drawn) if isinstance(part, Sketch) and part.cls is model.Objective])
    return make(drawn, names)


def _named(*roots: Sketch) -> dict[str, tuple[Any, ...]]:
    parts: dict[str, list[Any]] = {}
    for root in roots:
        for part in _parts(root):
            kind = _KINDS.get(part.cls if isinstance(part, Sketch) else type(part))
            if kind is not None:
                parts.setdefault(kind, []).append(part)
    return {kind: _unique(found) for kind, found in parts.items()}


def _unique(parts: list[Any]) -> tuple[str, ...]:
    taken: dict[str, None] = {}
    for part in parts:
        if not isinstance(part, Sketch):
            id_ = part.id
        elif (id_ := part.values.get("id")) is not None and "id" not in part.given:
            id_ = part.values["id"] = distinct(id_, taken)
        if id_ is not None:
            taken[id_] = None
    return tuple(taken)


def _parts(drawn: Any) -> Iterator[Any]:
    if isinstance(drawn, Sketch):
        yield drawn
        for value in drawn.values.values():
            yield from _parts(value)
    elif isinstance(drawn, tuple):
        for item in drawn:
            yield from _parts(item)
    elif attrs.has(type(drawn)):
        yield from (part for _, part in walk(drawn))


def _straighten(objectives: list[Sketch]) -> None:
    # What contributes only to what stands before it closes no circle; one wish in five may close one.
    names = _unique(objectives)
    for i, objective in enumerate(objectives):
        wishes = objective.values.get("contributes_to", ())
        circular = any(isinstance(wish, Wish) and wish.pick >= _CIRCULAR for wish in wishes)
        known = {"objective": names if circular else names[:i]}
        granted = dict.fromkeys(make(wish, known) for wish in wishes)
        objective.values["contributes_to"] = tuple(id_ for id_ in granted if id_ is not MISSING)
