"""The peers to measure against, derived from the model's own classes so that they read the same documents.

A msgspec Struct and a pydantic model for every class, with the same fields, the same words and the same memo of words.
"""

import enum
import functools
import typing
from decimal import Decimal
from typing import Annotated, Any

import attrs
import msgspec
import pydantic

from cooperation.formats.mirror import bare_type
from cooperation.formats.spelling import SPELLINGS, Spelling
from cooperation.model import Organisation, Portfolio, Text


def _read(spelling: Spelling, raw: Any) -> Any:
    if raw.__class__ is str:
        return spelling.memo[raw]
    if raw.__class__ is dict:
        if spelling.read_mapping is not None:
            return spelling.read_mapping(raw)
        made = {
            key: raw[key] if inner is None else _read(inner, raw[key])
            for key, inner in _inner(spelling.fields)
            if key in raw
        }
        return spelling.fields(**made)
    return spelling.value(raw)


@functools.cache
def _inner(cls: Any) -> tuple[tuple[str, Spelling | None], ...]:
    hints = typing.get_type_hints(cls, include_extras=True)
    return tuple((name, SPELLINGS.get(bare_type(hint))) for name, hint in hints.items())


def _write(spelling: Spelling, value: Any) -> Any:
    word = spelling.write(value)
    if word is not None:
        return word
    if spelling.write_mapping is not None:
        return spelling.write_mapping(value)
    defaults = {attribute.name: attribute.default for attribute in attrs.fields(type(value))}
    held = {key: (getattr(value, key), inner) for key, inner in _inner(type(value))}
    return {
        key: one if inner is None else _write(inner, one) for key, (one, inner) in held.items() if one != defaults[key]
    }


# ---- msgspec -----------------------------------------------------------------------------------------------------


class _Word(type):
    """The type of a field that holds a word; msgspec asks whether the hook's value is one, and it always is."""

    spelling: Spelling
    __instancecheck__ = type  # type: ignore[assignment]


@functools.cache
def _word(tp: Any) -> _Word:
    kind = _Word(SPELLINGS[tp].name, (), {})
    kind.spelling = SPELLINGS[tp]
    return kind


_TEXT = _word(Text)


def _hook(kind: Any, raw: Any) -> Any:
    if raw.__class__ is str:
        return raw if kind is _TEXT else kind.spelling.memo[raw]
    return _read(kind.spelling, raw)


def _structured(tp: Any) -> Any:
    if tp in SPELLINGS:
        return _word(tp)
    if typing.get_origin(tp) is tuple:
        return tuple[_structured(bare_type(typing.get_args(tp)[0])), ...]  # type: ignore[misc]
    if tp is Organisation:
        return str | struct(tp)
    return struct(tp) if attrs.has(tp) else tp


@functools.cache
def struct(cls: Any) -> Any:
    """A msgspec Struct with the fields of a class, strict about keys, reading the words."""
    hints = typing.get_type_hints(cls, include_extras=True)
    fields: list[Any] = [("cooperation", int)] if cls is Portfolio else []
    for attribute in attrs.fields(cls):
        held = _structured(bare_type(hints[attribute.name]))
        if attribute.default is attrs.NOTHING:
            fields.append((attribute.name, held))
        else:
            default = (
                attribute.default
                if attribute.default in (None, ()) or isinstance(attribute.default, (bool, enum.Enum))
                else None
            )
            fields.append((attribute.name, typing.Optional[held] if default is None else held, default))  # noqa: UP045
    return msgspec.defstruct(cls.__name__, fields, kw_only=True, forbid_unknown_fields=True)


def struct_decoder() -> Any:
    """Reads a JSON document into the Structs."""
    return msgspec.json.Decoder(struct(Portfolio), dec_hook=_hook, float_hook=Decimal).decode


# ---- pydantic ----------------------------------------------------------------------------------------------------


def _modelled(tp: Any) -> Any:
    if tp == Text:
        # Texts are most of a document: they need no more than pydantic's own check.
        translated = Annotated[
            Any,
            pydantic.PlainValidator(functools.partial(_read, SPELLINGS[Text])),
            pydantic.PlainSerializer(functools.partial(_write, SPELLINGS[Text])),
        ]
        return Annotated[str, pydantic.Strict()] | translated
    if tp in SPELLINGS:
        spelling = SPELLINGS[tp]
        return Annotated[
            Any,
            pydantic.PlainValidator(functools.partial(_read, spelling)),
            pydantic.PlainSerializer(functools.partial(_write, spelling)),
        ]
    if typing.get_origin(tp) is tuple:
        return tuple[_modelled(bare_type(typing.get_args(tp)[0])), ...]  # type: ignore[misc]
    if tp is Organisation:
        return str | model(tp)
    return model(tp) if attrs.has(tp) else tp


@functools.cache
def model(cls: Any) -> Any:
    """A pydantic model with the fields of a class, strict about keys, reading the words."""
    hints = typing.get_type_hints(cls, include_extras=True)
    fields: dict[str, Any] = {"cooperation": (int, ...)} if cls is Portfolio else {}
    for attribute in attrs.fields(cls):
        held = _modelled(bare_type(hints[attribute.name]))
        if attribute.default is attrs.NOTHING:
            fields[attribute.name] = (held, ...)
        else:
            default = (
                attribute.default
                if attribute.default in (None, ()) or isinstance(attribute.default, (bool, enum.Enum))
                else None
            )
            fields[attribute.name] = (typing.Optional[held] if default is None else held, default)  # noqa: UP045
    return pydantic.create_model(cls.__name__, __config__=pydantic.ConfigDict(extra="forbid", frozen=True), **fields)
