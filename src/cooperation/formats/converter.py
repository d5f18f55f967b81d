"""The detailed path: a cattrs converter that finds every fault and keeps every message.

It is slower than the mirrors and says all it finds; the words come from the same table.
"""

import contextlib
import contextvars
import enum
import functools
import typing
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, TypeAlias

import attrs
import cattrs
from cattrs.gen import make_dict_structure_fn, override

from cooperation.diagnostics import Allowance, Diagnostic, Missing, Position, Report, Severity, Silenced, Unjudged
from cooperation.errors import InvariantError
from cooperation.formats.mirror import bare_type
from cooperation.formats.spelling import SPELLINGS, Spelling
from cooperation.formats.words import nearest, shown
from cooperation.model import Organisation

__all__ = ["Hook", "Hooks", "described_in", "detailed", "is_ours", "optional", "registered"]

Hook: TypeAlias = Callable[[Any, Any], Any]

# What is no part of a model and can be stored all the same: what a document allows, and what checking said.
_BESIDE = frozenset({Allowance, Diagnostic, Missing, Position, Report, Severity, Silenced, Unjudged})
_STEP = str | int

_register: contextvars.ContextVar[Mapping[str, Organisation] | None] = contextvars.ContextVar("register", default=None)


@contextlib.contextmanager
def registered(organisations: Mapping[str, Organisation]) -> Iterator[None]:
    """Within it, an organisation named by its id is this one."""
    token = _register.set(organisations)
    try:
        yield
    finally:
        _register.reset(token)


@functools.cache
def detailed() -> cattrs.Converter:
    """The converter of this package: strict, and reporting every fault it finds."""
    converter = cattrs.Converter(detailed_validation=True, forbid_extra_keys=True)
    hooks = Hooks(converter)
    converter.register_structure_hook_factory(is_ours, hooks.of)
    # As strict as a list within a class: by itself the converter takes an empty text for an empty list.
    converter.register_structure_hook_factory(lambda tp: tp == tuple[Allowance, ...], hooks.of)
    return converter


def described_in(tree: Any) -> dict[str, Organisation]:
    """The organisations that a tree describes, wherever they stand, the register's own before the others."""
    known: dict[str, Organisation] = {}
    listed = tree.get("organisations") if isinstance(tree, dict) else None
    for raw in listed if isinstance(listed, (list, tuple)) else ():
        _remember(raw, known)
    own = frozenset(known)
    for raw in _inline(tree):
        _remember(raw, known, own)
    return known


def _remember(raw: Any, known: dict[str, Organisation], own: frozenset[str] = frozenset()) -> None:
    try:
        organisation = detailed().structure(raw, Organisation)
    except Exception:  # noqa: BLE001  # it is reported where it stands
        return
    if organisation.id not in known or (organisation.id not in own and known[organisation.id].is_bare):
        known[organisation.id] = organisation


def _inline(tree: Any) -> Iterator[dict[str, Any]]:
    """The organisations written where they take part."""
    stack = [tree]
    while stack:
        value = stack.pop()
        if isinstance(value, dict):
            if isinstance(value.get("organisation"), dict):
                yield value["organisation"]
            stack.extend(reversed([item for item in value.values() if isinstance(item, (dict, list, tuple))]))
        elif isinstance(value, (list, tuple)):
            stack.extend(reversed([item for item in value if isinstance(item, (dict, list, tuple))]))


def is_ours(tp: Any) -> bool:
    """Whether a type is one of the model, or one that only the document format spells."""
    try:
        if tp in SPELLINGS:
            return tp not in (int, Decimal)  # a plain number belongs to whoever owns the converter
    except TypeError:  # an annotation that cannot be hashed is none of ours
        return False
    bare = bare_type(tp)
    if bare is not tp:
        return is_ours(bare)
    return isinstance(tp, type) and (tp.__module__.startswith("cooperation.model") or tp in _BESIDE)


class Hooks:
    """The strict hooks of all types that a model field may have, each made once for a converter."""

    def __init__(self, converter: cattrs.BaseConverter) -> None:
        self.converter = converter
        self.made: dict[Any, Hook] = {}

    def of(self, tp: Any) -> Hook:
        """The hook of a type."""
        if tp not in self.made:
            self.made[tp] = self._make(tp)
        return self.made[tp]

    def _make(self, tp: Any) -> Hook:
        bare = bare_type(tp)
        spelling = SPELLINGS.get(tp)
        if spelling is not None:
            hook = _spelled(spelling, None if spelling.fields is None else self._fields(spelling.fields))
        elif hasattr(tp, "__metadata__"):
            hook = self.of(bare)
        elif bare is not tp:
            hook = optional(self.of(bare))
        elif typing.get_origin(tp) is tuple:
            item = typing.get_args(tp)[0]
            # An entry of the register cannot be an id: there is nothing it could be the id of.
            hook = _list(tp, self._fields(item) if item is Organisation else self.of(item))
        elif tp == _STEP:
            hook = _step
        elif attrs.has(tp):
            fields = self._fields(tp)
            hook = _organisation(fields) if tp is Organisation else fields
        else:
            hook = _member(tp) if issubclass(tp, enum.Enum) else _plain(tp)
        return hook

    def _fields(self, cls: type) -> Hook:
        """A mapping with the fields of a class; a key whose value is null counts as left out where it may be."""
        may_be_left_out = frozenset(a.name for a in attrs.fields(cls) if a.default is not attrs.NOTHING)
        structure = functools.cache(lambda: self._structure(cls))  # later, since a period may hold a period

        def hook(raw: Any, tp: Any) -> Any:
            if raw.__class__ is not dict:
                raise ValueError(f"expected a mapping with the keys of {_named(cls)}, got {shown(raw)}")
            if None in raw.values():
                raw = {key: value for key, value in raw.items() if value is not None or key not in may_be_left_out}
            return structure()(raw, tp)

        return hook

    def _structure(self, cls: type) -> Hook:
        hints = typing.get_type_hints(cls, include_extras=True)
        options: dict[str, Any] = {a.name: override(struct_hook=self.of(hints[a.name])) for a in attrs.fields(cls)}
        options |= {"_cattrs_forbid_extra_keys": True, "_cattrs_detailed_validation": True}
        return make_dict_structure_fn(cls, self.converter, **options)


def _spelled(spelling: Spelling, fields: Hook | None) -> Hook:
    def hook(raw: Any, _: Any) -> Any:
        if raw.__class__ is dict:
            if spelling.read_mapping is not None:
                return spelling.read_mapping(raw)
            if fields is not None:
                return fields(raw, spelling.fields)
        return spelling.value(raw)

    return hook


def optional(inner: Hook) -> Hook:
    """The hook of what may also be ``None``."""

    def hook(raw: Any, tp: Any) -> Any:
        return None if raw is None else inner(raw, tp)

    return hook


def _list(tp: Any, inner: Hook) -> Hook:
    item_type = typing.get_args(tp)[0]

    def hook(raw: Any, _: Any) -> Any:
        if raw.__class__ is not list and raw.__class__ is not tuple:
            raise ValueError(f"expected a list, got {shown(raw)}")
        items, faults = [], []
        for index, item in enumerate(raw):
            try:
                items.append(inner(item, item_type))
            except Exception as fault:  # noqa: BLE001  # whatever it is, it is gathered and said
                fault.__notes__ = [
                    *getattr(fault, "__notes__", []),
                    cattrs.IterableValidationNote(f"item {index}", index, tp),
                ]
                faults.append(fault)
        if faults:
            raise cattrs.IterableValidationError("faults in a list", faults, tp)
        return tuple(items)

    return hook


def _organisation(fields: Hook) -> Hook:
    def hook(raw: Any, tp: Any) -> Any:
        if raw.__class__ is not str:
            return fields(raw, tp)
        return (_register.get() or {}).get(raw) or Organisation.unresolved(raw)

    return hook


def _member(kind: type[enum.Enum]) -> Hook:
    members = {member.value: member for member in kind}
    choices = ", ".join(members)

    def hook(raw: Any, _: Any) -> Any:
        if raw.__class__ is str and raw in members:
            return members[raw]
        raise InvariantError(f"expected one of {choices}, got {shown(raw)}{nearest(raw, members)}", (), "unknown-code")

    return hook


def _step(raw: Any, _: Any) -> Any:
    """A step of a path."""
    if raw.__class__ is str or raw.__class__ is int:
        return raw
    raise ValueError(f"expected a key or an index of a path, got {shown(raw)}")


def _plain(kind: type) -> Hook:
    name = {str: "a text", bool: "true or false"}[kind]

    def hook(raw: Any, _: Any) -> Any:
        if raw.__class__ is kind:
            return raw
        remedy = ": put it in quotes" if kind is str and not isinstance(raw, (dict, list)) and raw is not None else ""
        raise ValueError(f"expected {name}, got {shown(raw)}{remedy}")

    return hook


def _named(cls: type) -> str:
    words = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in cls.__name__).strip()
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"
