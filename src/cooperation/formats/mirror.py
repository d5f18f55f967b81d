"""The fast path: every model class mirrored by a Struct that reads its words and refuses unknown keys.

    text --decode--> mirror --resolve--> mirror --convert--> model      and the same way back

The mirrors are derived from the classes and never written by hand; only the root is, since it is no model class.
A field whose type has a spelling holds the model's own value on the way in, and its word on the way out.
The mirrors' types are also the source of the JSON Schema.
"""

import enum
import functools
import types
import typing
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import attrs
import msgspec

from cooperation.diagnostics import Allowance
from cooperation.errors import InvariantError
from cooperation.formats.spelling import SPELLINGS, Spelling
from cooperation.model import Organisation, Partnership, Portfolio, Project, Text, Translated, Value, When

__all__ = [
    "VERSION",
    "Root",
    "freeze",
    "home_of",
    "mirror",
    "model_of",
    "read_mapping",
    "read_word",
    "root_of",
    "settle",
    "spelling_of",
    "thaw",
    "to_builtins",
    "tree_of",
]

VERSION = 1
"""The version of the document format that this release writes."""


class _Spelled(type):
    """The type of a mirror's spelled field: what stands there is the spelling's business."""

    spelling: Spelling
    # True of everything, in C: msgspec asks after each hook whether it got the type it wanted.
    __instancecheck__ = type  # type: ignore[assignment]


@functools.cache
def _spelled(tp: Any) -> _Spelled:
    kind = _Spelled(SPELLINGS[tp].name, (), {})
    kind.spelling = SPELLINGS[tp]
    return kind


_TEXT = _spelled(Text)


def spelling_of(tp: Any) -> Spelling | None:
    """The spelling of a model type, or ``None`` when it is written field by field or as it is."""
    return SPELLINGS.get(tp)


def mirrored(tp: Any) -> Any:  # noqa: PLR0911  # one answer for each kind of annotation
    """The annotation of a mirror's field, given the model's."""
    if hasattr(tp, "__metadata__"):
        return mirrored(typing.get_args(tp)[0])
    if tp in SPELLINGS:
        return _spelled(tp)
    if tp is Organisation:
        return str | mirror(tp)
    if attrs.has(tp):
        return mirror(tp)
    origin, args = typing.get_origin(tp), typing.get_args(tp)
    if origin is tuple:
        return tuple[mirrored(args[0]), ...]  # type: ignore[misc]
    if origin in (typing.Union, types.UnionType):
        inner = functools.reduce(lambda a, b: a | b, [option for option in args if option is not type(None)])
        return typing.Optional[mirrored(inner)]  # noqa: UP045
    return tp


@functools.cache
def mirror(cls: type) -> Any:
    """The Struct that mirrors a model class."""
    hints = typing.get_type_hints(cls, include_extras=True)
    fields: list[Any] = []
    for attribute in attrs.fields(cls):
        field = (attribute.name, mirrored(hints[attribute.name]))
        fields.append(field if attribute.default is attrs.NOTHING else (*field, attribute.default))
    # The collector has nothing to find in a mirror: it lives for one load and holds no circle.
    return msgspec.defstruct(
        cls.__name__,
        fields,
        namespace={"model": cls},
        kw_only=True,
        forbid_unknown_fields=True,
        omit_defaults=True,
        gc=False,
    )


class Root(msgspec.Struct, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """The root of every document, written out by hand: only here stand the version, the register and the allowances."""

    model: typing.ClassVar[type] = Portfolio
    cooperation: _spelled(int)  # type: ignore[valid-type]
    language: str | None = None
    organisations: tuple[mirror(Organisation), ...] = ()  # type: ignore[valid-type]
    partnerships: tuple[mirror(Partnership), ...] = ()  # type: ignore[valid-type]
    project: mirror(Project) | None = None  # type: ignore[valid-type]
    projects: tuple[mirror(Project), ...] = ()  # type: ignore[valid-type]
    allowances: tuple[mirror(Allowance), ...] = ()  # type: ignore[valid-type]


def model_of(struct: Any) -> type:
    """The model class that a mirror mirrors."""
    return struct.model  # type: ignore[no-any-return]


def read_word(kind: Any, raw: Any) -> Any:
    """What a spelled field holds: the value of a word or a number, seen before or not, or of a mapping."""
    if raw.__class__ is str:
        return raw if kind is _TEXT else kind.spelling.memo[raw]  # texts seldom repeat
    if raw.__class__ is dict:
        return read_mapping(kind.spelling, raw)
    return kind.spelling.value(raw)


def read_mapping(spelling: Spelling, raw: dict[str, Any]) -> Any:
    """The value of a mapping, where the spelling knows that form."""
    if spelling.read_mapping is not None:
        return spelling.read_mapping(raw)
    if spelling.fields is None:
        return spelling.value(raw)  # which refuses it, with the spelling's own words
    return _convert(msgspec.convert(raw, mirror(spelling.fields), dec_hook=read_word), spelling.fields)


def write_word(kind: Any, value: Any) -> Any:
    """What a spelled field becomes: a word where one can say it, else a mapping."""
    if value.__class__ is str:
        return value
    spelling: Spelling = kind.spelling
    word = spelling.write(value)
    if word is not None:
        return word
    if spelling.write_mapping is not None:
        return spelling.write_mapping(value)
    return _convert(value, _mirror_of(value), write_word)


def freeze(root: Root) -> tuple[Portfolio, tuple[Allowance, ...]]:
    """The portfolio and the allowances of a mirror, every organisation in its place.

    Raises:
        InvariantError: The version of the format is not this release's, or both ``project`` and ``projects`` are given.
    """
    check_version(root.cooperation)
    if root.project is not None:
        if root.projects:
            raise InvariantError("a document has project or projects, not both", ("project",))
        root.projects = (root.project,)
    register = _resolve(root, root.organisations)
    root.organisations = tuple(
        register[o.id] if o.id in register else _convert(o, Organisation) for o in root.organisations
    )
    portfolio = Portfolio(
        organisations=root.organisations,
        partnerships=tuple(_convert(partnership, Partnership) for partnership in root.partnerships),
        projects=tuple(_convert(project, Project) for project in root.projects),
        language=root.language,
    )
    return portfolio, tuple(_convert(allowance, Allowance) for allowance in root.allowances)


def check_version(version: object) -> None:
    """Refuse a document of another version of the format."""
    if version != VERSION:
        raise InvariantError(f"format version {version} is not known: this release reads {VERSION}", ("cooperation",))


def thaw(value: Any) -> Any:
    """The mirror of a model value, with each organisation written once and named by its id elsewhere."""
    if isinstance(value, Portfolio):
        return root_of(value)
    mirrored_value = _convert(value, _mirror_of(value), write_word)
    _name_organisations(mirrored_value, {})
    _drop_empty_rooms(mirrored_value, value)
    return mirrored_value


def root_of(portfolio: Portfolio, allowances: tuple[Allowance, ...] = ()) -> Root:
    """The root of the document that says this portfolio."""
    projects = tuple(_convert(project, mirror(Project), write_word) for project in portfolio.projects)
    for mirrored_project, project in zip(projects, portfolio.projects, strict=True):
        _drop_empty_rooms(mirrored_project, project)
    alone = len(projects) == 1
    root = Root(
        cooperation=VERSION,
        language=portfolio.language,
        organisations=tuple(_convert(o, mirror(Organisation), write_word) for o in portfolio.organisations),
        partnerships=tuple(_convert(p, mirror(Partnership), write_word) for p in portfolio.partnerships),
        project=projects[0] if alone else None,
        projects=() if alone else projects,
        allowances=tuple(_convert(a, mirror(Allowance), write_word) for a in allowances),
    )
    _name_organisations(root, {o.id: o for o in root.organisations})
    return root


def to_builtins(struct: Any) -> Any:
    """The plain tree of a mirror: dicts, lists, texts, numbers."""
    return msgspec.to_builtins(struct, builtin_types=(Decimal,))


def settle(struct: Any) -> Any:
    """The model value of a mirror that is no root."""
    _resolve(struct, ())
    return _convert(struct, model_of(struct))


def _mirror_of(value: Any) -> Any:
    kind: Any = type(value)
    return mirror(kind)


def _convert(value: Any, tp: Any, hook: Any = None) -> Any:
    return msgspec.convert(value, tp, from_attributes=True, dec_hook=hook)


_ROOMS = tuple((a.name, a.default) for a in attrs.fields(Project) if attrs.has(type(a.default)))


def _drop_empty_rooms(struct: Any, value: Any) -> None:
    """Put the default back where a part of a project says nothing: only a default is left out of a dump."""
    if isinstance(value, Project):
        for name, empty in _ROOMS:
            own = getattr(value, name)
            if own is empty or own == empty:
                setattr(struct, name, empty)


def _resolve(struct: Any, register: tuple[Any, ...]) -> dict[str, Organisation]:
    """Put organisations where their ids stand; one that nobody describes is known by its id alone."""
    holders = tuple(_holders(struct))
    known: dict[str, Organisation] = {o.id: _convert(o, Organisation) for o in register}
    listed = frozenset(known)
    for holder, name in holders:
        found = getattr(holder, name)
        if found is not None and found.__class__ is not str:
            organisation = _convert(found, Organisation)
            setattr(holder, name, organisation)
            if organisation.id not in known or (organisation.id not in listed and known[organisation.id].is_bare):
                known[organisation.id] = organisation
    bare: dict[str, Organisation] = {}
    for holder, name in holders:
        found = getattr(holder, name)
        if found.__class__ is str:
            resolved = known.get(found) or bare.get(found)
            if resolved is None:
                resolved = bare[found] = Organisation.unresolved(found)
            setattr(holder, name, resolved)
    return known


def _name_organisations(struct: Any, register: dict[str, Any]) -> None:
    """Write each organisation in full where it stands first, and by its id wherever it is the same."""
    bare = mirror(Organisation)
    holders = [(holder, name, getattr(holder, name)) for holder, name in _holders(struct)]
    holders = [(holder, name, found) for holder, name, found in holders if found is not None]
    full = dict(register)
    for _, _, found in holders:
        if found.id not in full or (found.id not in register and full[found.id] == bare(id=found.id)):
            full[found.id] = found
    written = set(register)
    for holder, name, found in holders:
        if full[found.id] != found:
            continue
        if found.id in written or found == bare(id=found.id):
            setattr(holder, name, found.id)
        written.add(found.id)


def _holders(struct: Any) -> Iterator[tuple[Any, str]]:
    """Every part of a mirror with a field that names an organisation."""
    here, below = _routes(struct.__class__)
    for name in here:
        yield struct, name
    for name in below:
        part = getattr(struct, name)
        if part.__class__ is tuple:
            for item in part:
                yield from _holders(item)
        elif part is not None:
            yield from _holders(part)


@functools.cache
def _routes(cls: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields of a mirror that hold an organisation, and those that lead to one."""
    here, below = [], []
    for field in msgspec.structs.fields(cls):
        options = _parts(field.type)
        if mirror(Organisation) in options and str in options:
            here.append(field.name)
        elif any(_routes(kind) != ((), ()) for kind in options if hasattr(kind, "__struct_fields__")):
            below.append(field.name)
    return tuple(here), tuple(below)


def _parts(tp: Any) -> tuple[Any, ...]:
    options = typing.get_args(tp) if typing.get_origin(tp) in (typing.Union, types.UnionType) else (tp,)
    return tuple(
        part
        for option in options
        for part in (typing.get_args(option)[:1] if typing.get_origin(option) is tuple else (option,))
    )


def tree_of(value: Any) -> Any:
    """The plain tree of any model value: a mapping, or a word where one can say it."""
    if isinstance(value, enum.Enum):
        return value.value
    spelling = SPELLINGS.get(home_of(type(value)))
    if spelling is None:
        return to_builtins(thaw(value))
    word = write_word(_spelled(home_of(type(value))), value)
    return word if isinstance(word, (str, int, Decimal, dict)) else to_builtins(word)


def home_of(tp: Any) -> Any:
    """The type under which a class is spelled: a ratio is a value, a relative date a point in time."""
    if tp in SPELLINGS:
        return tp
    if tp is Translated or tp is str:
        return Text
    return next((base for base in (Value, When) if isinstance(tp, type) and issubclass(tp, base)), tp)
