"""From model to plain tree: one function a class, generated from its declaration.

A tree is what a person would have written: the fields in their order, defaults left out, words where one can say it,
and each organisation in full where it stands first and by its id elsewhere.
"""

import enum
import functools
import typing
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import attrs

from cooperation.diagnostics import Allowance
from cooperation.formats.mirror import VERSION, bare_type
from cooperation.formats.spelling import SPELLINGS, Spelling
from cooperation.model import (
    Organisation,
    Participation,
    Partnership,
    Portfolio,
    Project,
    Text,
    Translated,
    Value,
    When,
    YearAnswer,
)

__all__ = ["document_tree", "home_of", "to_tree"]

Name: TypeAlias = Callable[[Organisation], Any]
Writer: TypeAlias = Callable[[Any, Name], Any]


def to_tree(x: Any) -> Any:
    """The plain tree of a model value, or of a report and its parts: mappings, lists, texts and exact numbers.

    Defaults are left out. The path of a finding is the list of its steps.

    >>> from cooperation.model import Period, Project
    >>> to_tree(Project(id="a", title="A", period=Period.of_years(2019, 2020)))
    {'id': 'a', 'title': 'A', 'period': '2019/2020'}
    >>> from cooperation.diagnostics import Diagnostic, Severity
    >>> to_tree(Diagnostic(code="LOG015", severity=Severity.ERROR, message="no objective is an outcome",
    ...                    path=("projects", 0, "logframe", "objectives")))  # doctest: +NORMALIZE_WHITESPACE
    {'code': 'LOG015', 'severity': 'error', 'message': 'no objective is an outcome',
     'path': ['projects', 0, 'logframe', 'objectives']}
    """
    if isinstance(x, Portfolio):
        return document_tree(x)
    return _writer(home_of(type(x)))(x, _Namer((), tuple(_organisations(x))))


def document_tree(portfolio: Portfolio, allowances: tuple[Allowance, ...] = ()) -> dict[str, Any]:
    """The tree of the document that says this portfolio; one project stands alone, as in a proposal."""
    name = _Namer(portfolio.organisations, tuple(o for part in _parts(portfolio) for o in _organisations(part)))
    tree: dict[str, Any] = {"cooperation": VERSION}
    if portfolio.language is not None:
        tree["language"] = portfolio.language
    write = _writer(Organisation)
    lists = {
        "organisations": [write(organisation, name) for organisation in portfolio.organisations],
        "partnerships": [_writer(Partnership)(partnership, name) for partnership in portfolio.partnerships],
        "projects": [_writer(Project)(project, name) for project in portfolio.projects],
        "allowances": [_writer(Allowance)(allowance, name) for allowance in allowances],
    }
    for key, items in lists.items():
        if key == "projects" and len(items) == 1:
            tree["project"] = items[0]
        elif items:
            tree[key] = items
    return tree


def home_of(tp: Any) -> Any:
    """The type under which a class is spelled: a ratio is a value, a relative date a point in time."""
    if tp in SPELLINGS:
        return tp
    if tp is Translated or tp is str:
        return Text
    return next((base for base in (Value, When) if isinstance(tp, type) and issubclass(tp, base)), tp)


@functools.cache
def _writer(tp: Any) -> Writer:
    """The function that writes a value of this type."""
    spelling = SPELLINGS.get(tp)
    if spelling is not None:
        return functools.partial(_write_spelled, spelling)
    if isinstance(tp, type) and issubclass(tp, enum.Enum):
        return lambda member, name: member.value  # noqa: ARG005
    return _fields_writer(tp)


def _write_spelled(spelling: Spelling, value: Any, name: Name) -> Any:
    """A word where one can say it, else a mapping."""
    word = spelling.write(value)
    if word is not None:
        return word
    if spelling.write_mapping is not None:
        return spelling.write_mapping(value)
    kind: Any = type(value)
    return _fields_writer(kind)(value, name)


@functools.cache
def _fields_writer(cls: Any) -> Writer:
    """The function that writes a value of this class as the mapping of its fields."""
    hints = typing.get_type_hints(cls, include_extras=True)
    names: dict[str, Any] = {}
    lines = []
    for attribute in attrs.fields(cls):
        key = attribute.name
        tp = bare_type(hints[key])
        many = tp not in SPELLINGS and typing.get_origin(tp) is tuple
        held = bare_type(typing.get_args(tp)[0]) if many else tp
        one = _expression(held, "i" if many else "v", key, names)
        value = f"[{one} for i in v]" if many else one
        if attribute.default is attrs.NOTHING:
            lines += [f"v = o.{key}", f"tree[{key!r}] = {value}"]
            continue
        names[f"default_{key}"] = attribute.default
        plain = attribute.default is None or attribute.default == () or isinstance(attribute.default, (bool, enum.Enum))
        differs = f"v is not default_{key}" if plain and attribute.default != () else f"v != default_{key}"
        lines += [f"v = o.{key}", f"if {'v' if attribute.default == () else differs}: tree[{key!r}] = {value}"]
    source = "def write(o, name):\n    tree = {}\n    " + "\n    ".join(lines) + "\n    return tree\n"
    exec(compile(source, f"<writer of {cls.__name__}>", "exec"), names)  # noqa: S102
    return names["write"]  # type: ignore[no-any-return]


def _expression(tp: Any, value: str, key: str, names: dict[str, Any]) -> str:
    if tp == Text:
        return f"{value} if {value}.__class__ is str else dict({value}.versions)"
    if tp is Organisation:
        return f"name({value})"
    if tp in SPELLINGS:
        names[f"write_{key}"] = SPELLINGS[tp].write
        if SPELLINGS[tp].fields is None and SPELLINGS[tp].write_mapping is None:
            return f"write_{key}({value})"
        names[f"write_{key}"] = functools.partial(_write_spelled, SPELLINGS[tp])
        return f"write_{key}({value}, name)"
    if attrs.has(tp):
        # A class may hold another of its own kind, so its writer is looked up when it is needed.
        names[f"write_{key}"] = _Later(tp)
        return f"write_{key}({value}, name)"
    # The plain attribute: ``value`` is a descriptor written in Python, and slow.
    return f"{value}._value_" if isinstance(tp, type) and issubclass(tp, enum.Enum) else value


class _Later:
    """A writer that is made when it is first used."""

    __slots__ = ("tp",)

    def __init__(self, tp: Any) -> None:
        self.tp = tp

    def __call__(self, value: Any, name: Name) -> Any:
        return _fields_writer(self.tp)(value, name)


class _Namer:
    """Writes each organisation in full where it stands first, and by its id wherever it is the same."""

    def __init__(self, listed: tuple[Organisation, ...], taking_part: tuple[Organisation, ...]) -> None:
        self.full = {organisation.id: organisation for organisation in listed}
        for organisation in taking_part:
            if organisation.id not in self.full or (
                self.full[organisation.id].is_bare and organisation.id not in {o.id for o in listed}
            ):
                self.full[organisation.id] = organisation
        self.written = {organisation.id for organisation in listed}

    def __call__(self, organisation: Organisation) -> Any:
        key = organisation.id
        if self.full[key] is not organisation and self.full[key] != organisation:
            return _fields_writer(Organisation)(organisation, self)
        if key in self.written or organisation.is_bare:
            return key
        self.written.add(key)
        return _fields_writer(Organisation)(organisation, self)


def _parts(portfolio: Portfolio) -> Iterator[Any]:
    yield from portfolio.partnerships
    yield from portfolio.projects


def _organisations(x: Any) -> Iterator[Organisation]:
    """The organisations that a value names as taking part, in the order in which they are written."""
    if isinstance(x, YearAnswer):
        for project in (*x.yes, *x.no, *x.unknown):
            yield from _organisations(project)
    if isinstance(x, Project):
        taking_part: tuple[Participation, ...] = (*x.partners, *x.involved)
    elif isinstance(x, Partnership):
        taking_part = x.members
    else:
        taking_part = (x,) if isinstance(x, Participation) else ()
    for participation in taking_part:
        if participation.organisation is not None:
            yield participation.organisation
