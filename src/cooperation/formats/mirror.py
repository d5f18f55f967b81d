"""The mirrors: for every model class a Struct with the same fields that refuses unknown keys.

    text --decode--> mirror --assemble--> model

They are derived from the classes and never written by hand; only the root is, since it is no model class.
A field whose type has a spelling holds the bare word; ``assemble`` reads it.
"""

import functools
import types
import typing
from typing import Any

import attrs
import msgspec

from cooperation.diagnostics import Allowance
from cooperation.formats.spelling import SPELLINGS
from cooperation.model import Organisation, Partnership, Project

__all__ = ["VERSION", "Root", "bare_type", "mirror"]

VERSION = 1
"""The version of the document format that this release writes."""


def bare_type(tp: Any) -> Any:
    """A type without the marks of a reference or a code, and without ``None``.

    >>> from cooperation.model.declare import OrganisationId
    >>> bare_type(OrganisationId | None)
    <class 'str'>
    """
    if hasattr(tp, "__metadata__"):
        return bare_type(typing.get_args(tp)[0])
    if typing.get_origin(tp) in (typing.Union, types.UnionType):
        options = [option for option in typing.get_args(tp) if option is not type(None)]
        if len(options) < len(typing.get_args(tp)):
            return bare_type(functools.reduce(lambda a, b: a | b, options))
    return tp


@functools.cache
def mirror(cls: Any) -> Any:
    """The Struct that mirrors a model class."""
    hints = typing.get_type_hints(cls, include_extras=True)
    fields: list[Any] = []
    for attribute in attrs.fields(cls):
        held = _mirrored(bare_type(hints[attribute.name]))
        # What may be left out may also stand empty: null says the same.
        optional = (attribute.name, held | None, attribute.default)
        fields.append((attribute.name, held) if attribute.default is attrs.NOTHING else optional)
    # The collector has nothing to find in a mirror: it lives for one load and holds no circle.
    return msgspec.defstruct(cls.__name__, fields, kw_only=True, forbid_unknown_fields=True, gc=False)


def _mirrored(tp: Any) -> Any:
    """What a mirror's field holds, given what the model's does."""
    if tp in SPELLINGS:
        return Any
    if typing.get_origin(tp) is tuple:
        return tuple[_mirrored(bare_type(typing.get_args(tp)[0])), ...]  # type: ignore[misc]
    if tp is Organisation:
        return str | mirror(tp)
    return mirror(tp) if attrs.has(tp) else tp


class Root(msgspec.Struct, kw_only=True, forbid_unknown_fields=True, gc=False):
    """The root of every document: only here stand the version, the register and the allowances."""

    cooperation: Any
    language: str | None = None
    organisations: tuple[mirror(Organisation), ...] | None = None  # type: ignore[valid-type]
    partnerships: tuple[mirror(Partnership), ...] | None = None  # type: ignore[valid-type]
    project: mirror(Project) | None = None  # type: ignore[valid-type]
    projects: tuple[mirror(Project), ...] | None = None  # type: ignore[valid-type]
    allowances: tuple[mirror(Allowance), ...] | None = None  # type: ignore[valid-type]
