"""Strategies for tests: any valid record of the standard, made from the one description of it.

Needs the extra ``testing``.
"""

import functools
from decimal import Decimal
from typing import Any, TypeVar

import pendulum
from hypothesis import strategies as st

from cooperation.iati import kinds
from cooperation.iati.declare import Record
from cooperation.iati.kinds import Kind
from cooperation.iati.shape import ChildOf, shape_of

__all__ = ["records", "values"]

T = TypeVar("T", bound=Record)

_CHARACTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff") | st.sampled_from(
    "\t\n\r&<>\"'"
)
_SCHEMES = ("https://example.org/", "http://example.org/a?b=c&d=e#f", "mailto:info@example.org", "../report.pdf", "")


def _dates() -> st.SearchStrategy[pendulum.Date]:
    return st.dates().map(lambda day: pendulum.Date(day.year, day.month, day.day))


def _moments() -> st.SearchStrategy[pendulum.DateTime]:
    zones = st.none() | st.just(pendulum.UTC) | st.integers(-840, 840).map(lambda m: pendulum.FixedTimezone(m * 60))

    def moment(naive: Any, zone: Any) -> pendulum.DateTime:
        return pendulum.DateTime(
            naive.year, naive.month, naive.day, naive.hour, naive.minute, naive.second, naive.microsecond, tzinfo=zone
        )

    return st.builds(moment, st.datetimes(), zones)


@functools.cache
def values(kind: Kind) -> st.SearchStrategy[Any]:
    """Any value of a kind."""
    texts = st.text(_CHARACTERS, max_size=20)
    of: dict[Kind, st.SearchStrategy[Any]] = {
        kinds.STRING: texts,
        kinds.URI: st.sampled_from(_SCHEMES) | texts.filter(kinds.URI.valid),
        kinds.TOKEN: st.from_regex(r"[A-Za-z0-9._:-]{1,12}", fullmatch=True),
        kinds.LANGUAGE: st.sampled_from(("en", "sv", "pt-BR", "zh-Hant", "fra", "")),
        kinds.BOOLEAN: st.booleans(),
        kinds.DATE: _dates(),
        kinds.DATE_TIME: _moments(),
        kinds.DECIMAL: st.decimals(allow_nan=False, allow_infinity=False, places=2) | st.integers().map(Decimal),
        kinds.INT: st.integers(-(2**31), 2**31 - 1),
        kinds.NON_NEGATIVE: st.integers(min_value=0),
        kinds.POSITIVE: st.integers(min_value=1),
    }
    return of[kind]


def records(cls: type[T]) -> st.SearchStrategy[T]:
    """Any valid record of a class: what the standard demands is there, the rest may be.

    >>> from cooperation import iati
    >>> from hypothesis import find
    >>> find(records(iati.AidType), lambda aid_type: aid_type.vocabulary is None)
    AidType(code='')
    """
    return _records(cls)  # type: ignore[arg-type]  # mypy thinks that a class has no hash


@functools.cache
def _records(cls: Any) -> st.SearchStrategy[Any]:
    shape = shape_of(cls)
    required: dict[str, st.SearchStrategy[Any]] = {}
    optional: dict[str, st.SearchStrategy[Any]] = {}
    for attribute in shape.attributes.values():
        (required if attribute.required else optional)[str(attribute.field)] = values(attribute.kind)
    if shape.content is not None:
        required[str(shape.content_field)] = values(shape.content)
    for child in shape.children.values():
        (required if child.required else optional)[child.field] = _children(child)
    return st.fixed_dictionaries(required, optional=optional).map(lambda fields: cls(**fields))


def _children(child: ChildOf) -> st.SearchStrategy[Any]:
    one = values(child.leaf.kind) if child.leaf is not None else st.deferred(lambda: _records(child.record))
    return st.lists(one, min_size=1, max_size=2).map(tuple) if child.many else one
