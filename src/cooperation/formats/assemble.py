"""From mirror to model: one function a class, generated from its declaration as attrs generates its ``__init__``.

A value is filled in while it is still a *blank*, a class with the same slots that can be written to,
and becomes the frozen model class when all its fields stand; its own checks run last, as they do in its constructor.
"""

import functools
import typing
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

import attrs
import msgspec

from cooperation.diagnostics import Allowance
from cooperation.errors import InvariantError
from cooperation.formats.mirror import VERSION, Root, bare_type, mirror
from cooperation.formats.spelling import SPELLINGS, Spelling
from cooperation.formats.words import shown
from cooperation.model import Organisation, Participation, Partnership, Portfolio, Project, Text, YearAnswer
from cooperation.model.structure import fields_of

__all__ = ["assembled", "assembler", "check_version", "freeze", "read_mapping", "read_raw"]

Resolve: TypeAlias = Callable[[Any], Organisation]
Assembler: TypeAlias = Callable[[Any, Resolve], Any]


def freeze(root: Root) -> tuple[Portfolio, tuple[Allowance, ...]]:
    """The portfolio and the allowances of a mirror, every organisation in its place.

    Raises:
        InvariantError: The version of the format is not this release's, or both ``project`` and ``projects`` are given.
    """
    check_version(root.cooperation)
    if root.project is not None and root.projects:
        raise InvariantError("a document has project or projects, not both", ("project",))
    projects = root.projects or (() if root.project is None else (root.project,))
    partnerships = root.partnerships or ()
    listed = assembled(root.organisations or (), Organisation)
    resolve = _resolver(listed, (*partnerships, *projects))
    portfolio = Portfolio(
        organisations=listed,
        partnerships=assembled(partnerships, Partnership, resolve),
        projects=assembled(projects, Project, resolve),
        language=root.language,
    )
    return portfolio, assembled(root.allowances or (), Allowance)


def check_version(version: object) -> None:
    """Refuse a document of another version of the format."""
    if version.__class__ not in (int, str) or str(version) != str(VERSION):  # true and 1.0 are equal to 1
        raise InvariantError(
            f"format version {shown(version)} is not known: this release reads {VERSION}",
            ("cooperation",),
            "unknown-version",
        )


def assembled(structs: Iterable[Any], cls: type, resolve: Resolve | None = None) -> tuple[Any, ...]:
    """The model values of several mirrors of one class."""
    build, resolve = assembler(cls), resolve or Organisation.unresolved
    return tuple([build(struct, resolve) for struct in structs])


def read_raw(spelling: Spelling, raw: Any) -> Any:
    """The value of a word, a number or a mapping."""
    if raw.__class__ is not dict:
        return spelling.value(raw)
    if spelling.fields is None and spelling.read_mapping is None:
        return spelling.value(raw)  # which refuses it, in the spelling's own words
    return read_mapping(spelling, raw)


def read_mapping(spelling: Spelling, raw: dict[str, Any]) -> Any:
    """The value of a mapping."""
    if spelling.read_mapping is not None:
        return spelling.read_mapping(raw)
    struct = msgspec.convert(raw, mirror(spelling.fields))
    return assembler(spelling.fields)(struct, Organisation.unresolved)


@functools.cache
def assembler(cls: Any) -> Assembler:
    """The function that makes a value of this class from its mirror.

    It is given the mirror and a function that finds an organisation by its id or its mirror.
    """
    return _Writer(cls).function()


class _Writer:
    """Writes the source of one assembler, and gathers what it names."""

    def __init__(self, cls: Any) -> None:
        self.cls = cls
        self.hints = typing.get_type_hints(cls, include_extras=True)
        # The blank has the slots of the class and nothing else, so that it can become one.
        blank = type(cls.__name__, cls.__bases__, {"__slots__": tuple(a.name for a in attrs.fields(cls))})
        self.names: dict[str, Any] = {
            "new": blank.__new__,
            "Blank": blank,
            "Model": cls,
            "all_of": msgspec.structs.astuple,
        }

    def function(self) -> Assembler:
        attributes = {attribute.name: attribute for attribute in attrs.fields(self.cls)}
        order = mirror(self.cls).__struct_fields__
        lines = [f"({', '.join(f'v_{name}' for name in order)},) = all_of(struct)"]
        for name in order:
            lines += [*self._read(attributes[name]), f"o.{name} = v_{name}"]
        lines.append("o.__class__ = Model")
        for name, attribute in attributes.items():
            if attribute.validator is not None:
                self.names |= {f"valid_{name}": attribute.validator, f"field_{name}": attribute}
                given = f"if v_{name} is not None: " if attribute.default is None else ""
                lines.append(f"{given}valid_{name}(o, field_{name}, v_{name})")
        if hasattr(self.cls, "__attrs_post_init__"):
            lines.append("o.__attrs_post_init__()")
        source = "def assemble(struct, resolve):\n    o = new(Blank)\n    " + "\n    ".join(lines) + "\n    return o\n"
        exec(compile(source, f"<assembler of {self.cls.__name__}>", "exec"), self.names)  # noqa: S102
        return self.names["assemble"]  # type: ignore[no-any-return]

    def _read(self, attribute: "attrs.Attribute[Any]") -> list[str]:
        """The lines that turn what the mirror holds in this field into what the model does."""
        name, default = attribute.name, attribute.default
        self.names[f"default_{name}"] = default
        tp = bare_type(self.hints[name])
        many = tp not in SPELLINGS and typing.get_origin(tp) is tuple
        if many:
            item = self._value(bare_type(typing.get_args(tp)[0]), "i", name)
            value = None if item is None else f"tuple([{item} for i in v_{name}])"
        else:
            value = self._value(tp, f"v_{name}", name)
        if default is attrs.NOTHING:
            return [] if value is None else [f"v_{name} = {value}"]
        # Most fields are left out, and then the mirror holds the default itself; null says the same.
        if default is None:
            return [] if value is None else [f"if v_{name} is not None: v_{name} = {value}"]
        null = f"if v_{name} is None: v_{name} = default_{name}"
        if value is None:
            return [null]
        return [f"if v_{name} is not default_{name} and v_{name} is not None: v_{name} = {value}", f"el{null}"]

    def _value(self, tp: Any, raw: str, name: str) -> str | None:
        """The expression that reads one value, or ``None`` where it stands as it is."""
        spelling = SPELLINGS.get(tp)
        if spelling is not None:
            self.names[f"read_{name}"] = functools.partial(read_raw, spelling)
            if tp == Text:  # texts seldom repeat
                return f"{raw} if {raw}.__class__ is str else read_{name}({raw})"
            # What ``Spelling.value`` does first, without the calls: most words and whole numbers were seen before.
            self.names |= {f"memo_{name}": spelling.memo, f"figures_{name}": spelling.figures}
            number = f"figures_{name}[{raw}] if {raw}.__class__ is int else read_{name}({raw})"
            return f"memo_{name}[{raw}] if {raw}.__class__ is str else {number}"
        if tp is Organisation:
            return f"resolve({raw})"
        if attrs.has(tp):
            # Made on the spot: what holds another of its own kind, as a period does, is spelled and never comes here.
            self.names[f"build_{name}"] = assembler(tp)
            return f"build_{name}({raw}, resolve)"
        return None


# ---- organisations -----------------------------------------------------------------------------------------------


def _resolver(listed: tuple[Organisation, ...], holders: Iterable[Any]) -> Resolve:
    """What finds an organisation by its id, wherever it is described, or as it is written there.

    One that nobody describes is known by its id alone.
    """
    known = {organisation.id: organisation for organisation in listed}
    own = frozenset(known)
    inline: dict[int, Organisation] = {}
    for participation in _participations(holders):
        raw = participation.organisation
        if raw is not None and raw.__class__ is not str:
            organisation = assembler(Organisation)(raw, Organisation.unresolved)
            inline[id(raw)] = organisation
            if organisation.id not in own and (organisation.id not in known or known[organisation.id].is_bare):
                known[organisation.id] = organisation

    def resolve(raw: Any) -> Organisation:
        if raw.__class__ is not str:
            return inline[id(raw)]
        found = known.get(raw)
        if found is None:
            found = known[raw] = Organisation.unresolved(raw)
        return found

    return resolve


def resolver_of(struct: Any, cls: type) -> Resolve:
    """As for a document, within one value that is no document."""
    holders: tuple[Any, ...] = (struct,)
    if cls is Participation:
        holders = (_Holder((struct,)),)
    elif cls is YearAnswer:
        holders = (*struct.yes, *struct.no, *struct.unknown)
    return _resolver((), holders)


class _Holder:
    """Something that holds participations, for a participation that stands alone."""

    __slots__ = ("partners",)

    def __init__(self, partners: tuple[Any, ...]) -> None:
        self.partners = partners


_ROUTES = {
    **{
        mirror(cls): tuple(s.name for s in fields_of(cls) if Participation in s.holds) for cls in (Project, Partnership)
    },
    _Holder: ("partners",),
}


def _participations(holders: Iterable[Any]) -> Iterator[Any]:
    for holder in holders:
        for name in _ROUTES.get(holder.__class__, ()):
            yield from getattr(holder, name) or ()
