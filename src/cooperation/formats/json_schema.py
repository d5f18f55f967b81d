"""The JSON Schema of a document, from the classes, their docstrings and the table of spellings."""

import enum
import functools
import typing
from typing import Any

import attrs

from cooperation.diagnostics import Allowance
from cooperation.formats.mirror import VERSION, bare_type
from cooperation.formats.spelling import SPELLINGS, Spelling
from cooperation.model import Organisation, Portfolio, Project
from cooperation.model.declare import country, identifier, language, maybe_identifier, wording
from cooperation.model.structure import documentation

__all__ = ["schema"]

Schema = dict[str, Any]

_NULL: Schema = {"type": "null"}
_FORMS: dict[Any, Schema] = {
    identifier: {"type": "string", "pattern": r"^\S{1,200}$"},
    maybe_identifier: {"type": "string", "pattern": r"^\S{1,200}$"},
    wording: {"type": "string", "pattern": r"\S"},
    country: {"type": "string", "pattern": "^[A-Z]{2}$"},
    language: {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"},
}
_SCALARS: dict[Any, Schema] = {str: {"type": "string"}, bool: {"type": "boolean"}}


def schema() -> Schema:
    """The JSON Schema, 2020-12, of a document in YAML or JSON; every call gives a new one.

    Objects are closed, one-word values are patterns, and descriptions are those of the classes.
    Every document that loads is valid; what a schema cannot say, such as two equal ids, loading still refuses.

    >>> schema()["$defs"]["Transfer"]["required"]
    ['from_partner', 'to_partner', 'topic']
    """
    definitions = _Definitions()
    root = definitions.object_of(Portfolio)
    properties = root["properties"]
    projects = properties.pop("projects")
    version = {"description": "The version of the document format.", "enum": [VERSION, str(VERSION)]}
    properties = {
        "cooperation": version,
        **properties,
        "project": _or_null(definitions.of(Project)) | {"description": "The project, where there is one."},
        "projects": projects,
        "allowances": _or_null({"type": "array", "items": definitions.of(Allowance)})
        | {"description": "The findings its authors accept, with their reasons."},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A document of development cooperation",
        "description": root["description"],
        "type": "object",
        "required": ["cooperation"],
        "additionalProperties": False,
        "properties": properties,
        "not": {
            "required": ["project", "projects"],
            "properties": {"project": {"type": "object"}, "projects": {"type": "array", "minItems": 1}},
        },
        "$defs": dict(sorted(definitions.made.items())),
    }


class _Definitions:
    """The definitions of a schema, each made once."""

    def __init__(self) -> None:
        self.made: dict[str, Schema] = {}

    def of(self, tp: Any) -> Schema:
        """The schema of a value of this type, or a reference to it."""
        spelling = SPELLINGS.get(tp)
        if spelling is not None:
            return self._define(spelling.name, lambda: self._spelled(spelling))
        if typing.get_origin(tp) is tuple:
            return {"type": "array", "items": self.of(bare_type(typing.get_args(tp)[0]))}
        if tp is Organisation:
            by_id = {"type": "string", "description": "The id of an organisation."}
            return {"anyOf": [by_id, self._define("Organisation", lambda: self.object_of(tp))]}
        if attrs.has(tp):
            return self._define(tp.__name__, lambda: self.object_of(tp))
        if isinstance(tp, type) and issubclass(tp, enum.Enum):
            choices = [member.value for member in tp]
            return self._define(tp.__name__, lambda: _described(tp) | {"enum": choices})
        return dict(_SCALARS[tp])

    def object_of(self, cls: Any) -> Schema:
        """The schema of the mapping of a class's fields."""
        hints = typing.get_type_hints(cls, include_extras=True)
        told = documentation(cls).fields
        properties: dict[str, Schema] = {}
        for attribute in attrs.fields(cls):
            held = _FORMS.get(attribute.validator) or self.of(bare_type(hints[attribute.name]))
            # The register itself holds organisations in full.
            if cls is Portfolio and attribute.name == "organisations":
                held = {"type": "array", "items": self._define("Organisation", lambda: self.object_of(Organisation))}
            optional = attribute.default is not attrs.NOTHING
            properties[attribute.name] = (_or_null(held) if optional else held) | _description(told.get(attribute.name))
        return _described(cls) | {
            "type": "object",
            "additionalProperties": False,
            "required": [a.name for a in attrs.fields(cls) if a.default is attrs.NOTHING],
            "properties": properties,
        }

    def _spelled(self, spelling: Spelling) -> Schema:
        about = {"title": spelling.name, "description": spelling.expects[0].upper() + spelling.expects[1:] + "."}
        if spelling.fields is not None:
            name = f"{spelling.name}Fields"
            return about | {
                "anyOf": [spelling.schema, self._define(name, functools.partial(self.object_of, spelling.fields))]
            }
        if spelling.mapping_schema is None:
            return about | dict(spelling.schema)
        if "Whole" in str(spelling.mapping_schema):
            self.of(int)
        if spelling.schema == {"not": {}}:
            return about | dict(spelling.mapping_schema)
        return about | {"anyOf": [spelling.schema, spelling.mapping_schema]}

    def _define(self, name: str, make: Any) -> Schema:
        if name not in self.made:
            self.made[name] = {}  # a class may hold another of its own kind
            self.made[name] = make()
        return {"$ref": f"#/$defs/{name}"}


def _or_null(held: Schema) -> Schema:
    """What may be left out may also stand empty, as in YAML a key with nothing behind it."""
    return {"anyOf": [held, _NULL]}


def _described(cls: Any) -> Schema:
    return {"title": cls.__name__} | _description(documentation(cls).summary)


def _description(text: str | None) -> Schema:
    return {"description": text.replace("``", "")} if text else {}
