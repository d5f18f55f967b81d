"""How the strategies of most classes are made: from what the classes declare of their own fields.

What a field may hold is told by its type, its mark and its validator.
What several fields must be together is told in ``_invariants``.
"""

import enum
import functools
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, TypeAlias, TypeVar

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from cooperation import model
from cooperation.model import declare
from cooperation.model.structure import FieldShape, fields_of
from cooperation.testing import _amounts, _dates, _invariants
from cooperation.testing._codes import countries, currencies, document_categories, regions
from cooperation.testing._texts import ids, languages, texts, translateds, words

__all__ = ["MISSING", "PARTICIPANT", "Setting", "Sketch", "Wish", "drawn", "fuller", "make", "sketch", "sketches"]

T = TypeVar("T")
Drawer: TypeAlias = Callable[[DrawFn, "Setting"], Any]


@attrs.define(eq=False)
class Sketch:
    """A part that is drawn and not yet made: it may name others that are drawn after it.

    Attributes:
        cls: What it is to be.
        values: Its fields; other sketches and wishes among them.
        given: The fields that the caller gave, which nobody mends.
    """

    cls: type[Any]
    values: dict[str, Any]
    given: frozenset[str] = frozenset()


@attrs.frozen(eq=False)
class Wish:
    """An id that is chosen once it is known which there are.

    Attributes:
        kind: The kind of part it names, or ``participant`` for the organisation itself.
        pick: Which of them.
    """

    kind: str
    pick: int


@attrs.frozen
class Setting:
    """Where a part is drawn.

    Attributes:
        coherent: The kinds of parts that will be known there; any id will do for the others.
        depth: How far below the outermost part it stands; deep parts are kept small.
    """

    coherent: frozenset[str] = frozenset()
    depth: int = 0

    @functools.cached_property
    def below(self) -> "Setting":
        """The setting of the parts of a part."""
        return attrs.evolve(self, depth=self.depth + 1)


MISSING = object()
PARTICIPANT = "participant"

# One reference in sixteen names nothing that is there.
_DANGLING = 15
_PICK = st.integers(0, _DANGLING)
_MOST = (3, 3, 2, 1)
_MOST_FIELDS_OF_A_PART = 3
_MOST_FIELDS: dict[type, int] = {
    model.Project: 16,
    **dict.fromkeys((model.Framing, model.Logframe, model.Objective, model.Plan, model.WinWin), 6),
}
_OFTEN: dict[type, tuple[str, ...]] = {
    model.Activity: ("contributes_to",),
    model.Framing: ("problems", "target_groups"),
    model.Indicator: ("targets",),
    model.Logframe: ("objectives",),
    model.Objective: ("contributes_to", "indicators"),
    model.Partnership: ("members",),
    model.Plan: ("activities",),
    model.Project: ("partners", "framing", "logframe", "plan", "win_win", "tags"),
    model.Tags: ("sdgs",),
    model.WinWin: ("benefits",),
}
_PROSE = {str, model.Translated}

_VALUES: dict[type, Callable[[], SearchStrategy[Any]]] = {
    bool: st.booleans,
    int: _amounts.wholes,
    Decimal: _amounts.decimals,
    str: words,
    model.AgeRange: _amounts.age_ranges,
    model.Coordinates: _amounts.coordinates,
    model.Count: _amounts.counts,
    model.CountPart: _amounts.count_parts,
    model.Described: _amounts.described,
    model.Length: _dates.lengths,
    model.Money: _amounts.moneys,
    model.NotApplicable: _amounts.not_applicables,
    model.Number: _amounts.numbers,
    model.PartialDate: _dates.partial_dates,
    model.Period: _dates.periods,
    model.Ratio: _amounts.ratios,
    model.RelativeDate: _dates.relative_dates,
    model.Translated: translateds,
    model.Value: _amounts.values,
    model.When: _dates.whens,
}
_BY_VALIDATOR: dict[Any, Callable[[], SearchStrategy[Any]]] = {
    (declare.identifier, str): ids,
    (declare.maybe_identifier, str): ids,
    (declare.wording, str): lambda: words().filter(str.strip),
    (declare.language, str): languages,
    (declare.country, str): countries,
    (declare.percentage, Decimal): _amounts.shares,
    (declare.not_negative, Decimal): _amounts.quantities,
}
_BY_CODELIST: dict[str | None, Callable[[], SearchStrategy[Any]]] = {
    "Currency": currencies,
    "Country": countries,
    "DocumentCategory": document_categories,
    "Language": languages,
    "Region": regions,
}


def drawn(cls: type[T], pinned: Mapping[str, SearchStrategy[Any]]) -> SearchStrategy[T]:
    """Values of a class, with some fields drawn from the caller's own strategies."""
    unknown = pinned.keys() - {shape.name for shape in fields_of(cls)}  # type: ignore[arg-type]  # classes are hashable
    if unknown:
        raise TypeError(f"{cls.__name__} has no field {', '.join(sorted(unknown))}")
    return _values(cls, tuple(pinned.items()))


@st.composite
def _values(draw: DrawFn, cls: type[Any], pinned: tuple[tuple[str, SearchStrategy[Any]], ...]) -> Any:
    given = {name: draw(strategy) for name, strategy in pinned}
    return make(sketch(draw, cls, Setting(), **given), {})


def sketch(draw: DrawFn, cls: type[Any], setting: Setting, **given: Any) -> Sketch:
    """One part of a class, with these fields given."""
    together = _invariants.TOGETHER.get(cls)
    values = dict(given) if together is None else {**together(draw), **given}
    for name, drawer in _always(cls):  # type: ignore[arg-type]  # every class is hashable
        if name not in values:
            values[name] = drawer(draw, setting)
    others = _others(cls, setting)  # type: ignore[arg-type]
    return Sketch(cls, {**dict(draw(others)), **values}, frozenset(given))


@st.composite
def sketches(draw: DrawFn, cls: type[Any], setting: Setting) -> Sketch:
    """Parts of a class."""
    return sketch(draw, cls, setting)


def make(drawn: Any, names: Mapping[str, tuple[Any, ...]]) -> Any:
    """What was drawn, made: every wish is granted from these names, if there are any."""
    if isinstance(drawn, Wish):
        known = names.get(drawn.kind, ())
        return known[drawn.pick % len(known)] if known else MISSING
    if isinstance(drawn, tuple):
        return tuple(value for value in (make(item, names) for item in drawn) if value is not MISSING)
    if not isinstance(drawn, Sketch):
        return drawn
    values = {name: make(value, names) for name, value in drawn.values.items()}
    for shape in fields_of(drawn.cls):  # type: ignore[arg-type]
        if values.get(shape.name) is MISSING:
            # What must name something names what is not there.
            values = values | {shape.name: "a"} if shape.required else _without(values, shape.name)
    settle = _invariants.SETTLED.get(drawn.cls)
    return drawn.cls(**(values if settle is None else settle(values, drawn.given)))


def _without(values: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key != name}


@functools.cache
def _drawers(cls: type) -> tuple[tuple[FieldShape, Drawer], ...]:
    pairs = zip(attrs.fields(cls), fields_of(cls), strict=True)
    return tuple((shape, _drawer(attribute, shape)) for attribute, shape in pairs)


@functools.cache
def _always(cls: type) -> tuple[tuple[str, Drawer], ...]:
    return tuple((shape.name, drawer) for shape, drawer in _drawers(cls) if shape.required)


@functools.cache
def _others(cls: type, setting: Setting) -> SearchStrategy[list[tuple[str, Any]]]:
    # A part has few of its many optional fields, and the simplest part has none.
    # Each is drawn in one piece with its name, so that hypothesis can take it out again.
    often = _OFTEN.get(cls, ())
    others = [(shape.name, drawer) for shape, drawer in _drawers(cls) if not shape.required]
    if not others:
        return st.just([])
    weighted = others + 5 * [(name, drawer) for name, drawer in others if name in often]
    most = len(others) if setting.depth == 0 else _MOST_FIELDS.get(cls, _MOST_FIELDS_OF_A_PART)
    return fuller(_field(st.sampled_from(weighted), setting), min(most, len(often) + 1), most)


@st.composite
def _field(draw: DrawFn, fields: SearchStrategy[tuple[str, Drawer]], setting: Setting) -> tuple[str, Any]:
    name, drawer = draw(fields)
    return name, drawer(draw, setting)


def _drawer(attribute: "attrs.Attribute[Any]", shape: FieldShape) -> Drawer:
    one = _one(attribute, shape)
    if not shape.many:
        return one

    def several(draw: DrawFn, setting: Setting) -> tuple[Any, ...]:
        return tuple(draw(_lists(one, setting)))

    return several


def fuller(items: SearchStrategy[T], least: int, most: int) -> SearchStrategy[list[T]]:
    """Lists of up to so many items: the simplest is empty, and every other one has at least so many.

    Wholes of wholes would else be nearly empty, since each list on the way down is empty as often as not.
    """
    return st.one_of(st.lists(items, max_size=most), st.lists(items, min_size=least, max_size=most))


@functools.cache
def _lists(one: Drawer, setting: Setting) -> SearchStrategy[list[Any]]:
    return fuller(_items(one, setting), 1, _MOST[min(setting.depth, 3)])


@st.composite
def _items(draw: DrawFn, one: Drawer, setting: Setting) -> Any:
    return one(draw, setting)


def _one(attribute: "attrs.Attribute[Any]", shape: FieldShape) -> Drawer:
    if shape.refers is not None:
        kind = shape.refers
        return lambda draw, setting: _reference(draw, setting, kind)
    holds = shape.holds[0]
    if holds is model.Organisation:
        return _organisation
    strategy = _strategy(attribute, shape)
    if strategy is None:
        return lambda draw, setting: sketch(draw, holds, setting.below)
    return lambda draw, _setting: draw(strategy)


def _strategy(attribute: "attrs.Attribute[Any]", shape: FieldShape) -> SearchStrategy[Any] | None:
    if set(shape.holds) == _PROSE:
        return texts()
    holds = shape.holds[0]
    strategy = _BY_VALIDATOR.get((attribute.validator, holds)) or _BY_CODELIST.get(shape.codelist) or _VALUES.get(holds)
    if strategy is not None:
        return strategy()
    return st.sampled_from(holds) if issubclass(holds, enum.Enum) else None


def _reference(draw: DrawFn, setting: Setting, kind: str) -> Any:
    if kind not in setting.coherent or (pick := draw(_PICK)) == _DANGLING:
        return draw(ids())
    return Wish(kind, pick)


def _organisation(draw: DrawFn, setting: Setting) -> Any:
    # One id has one value, so within a portfolio an organisation is chosen and never made.
    if PARTICIPANT not in setting.coherent:
        return sketch(draw, model.Organisation, setting.below)
    return Wish(PARTICIPANT, draw(_PICK))
