"""The page of the document format."""

from __future__ import annotations

import enum
import re
from typing import Any

import attrs

import cooperation
from cooperation import model
from cooperation.formats import from_tree, schema
from cooperation.formats.spelling import SPELLINGS, Spelling
from cooperation.model.structure import FieldShape, fields_of
from pages.classes import MODULES, classes_of, enums, first_sentence
from pages.words import page_of, table

# Words for each spelling, and mappings where a word cannot say it; all are read below, so none can be wrong.
EXAMPLES: dict[str, tuple[Any, ...]] = {
    "Text": ("Clean water", {"sv": "Rent vatten", "en": "Clean water"}),
    "Whole": ("12",),
    "Decimal": ("12", "0.5"),
    "PartialDate": ("2019", "2019-03", "2019-03-01"),
    "When": ("2019-03", "project-end", "project-start+P6M", "year-end-P10D"),
    "Length": ("P2Y", "P18M", "P1Y6M", "P10D"),
    "Period": (
        "2019/2021",
        "2019-03/2020-02",
        "2019",
        "2019/",
        "/2016-08-03",
        "P2Y",
        "2019/P2Y",
        "P2Y/2020",
        {"length": "P2Y", "within": "2014-12/2018-11", "ground": "A visit in 2016 fell within it."},
    ),
    "Money": ("450000 SEK", "~1200.50 EUR", {"amount": "450000", "currency": "SEK", "on": "2019-03-01"}),
    "Count": ("100", "~100", "most", {"parts": {"vaxjo": 20, "jb-marks": 20}}),
    "CountParts": ({"vaxjo": 20, "jb-marks": 20},),
    "Categories": ({"sex": "women"}, {"sex": "women", "partner": "vaxjo"}),
    "Value": ("40", "~40", "12/40", "n/a", {"text": "weekly"}),
    "AgeRange": ("10-15", "18+", {"oldest": 6}),
    "Coordinates": ("56.8777, 14.8091",),
    "SdgTag": ("7", "16.10", "16.10.2", {"code": "7", "objectives": ["clean-energy"]}),
    "Sector": ("43030", {"code": "43030", "share": 60}),
    "PolicyMarker": ("gender-equality", {"marker": "gender-equality", "significance": 1}),
    "CoreAreaTag": ("transparency",),
    "AssertedValue": ("environment",),
    "Method": ("workshop", {"kind": "workshop", "description": "Two days a year"}),
    "PilotStage": ("built", {"kind": "tested", "status": "planned"}),
    "OrganisationName": ("Komuna Vushtrri", {"text": "Tlokwe", "kind": "former", "valid": "/2016-08-03"}),
}


def format_page() -> str:
    """The document format: its root, its words, its parts and its lists of words."""
    told = schema()
    definitions = told["$defs"]
    lines = [
        "# The document format",
        "",
        "This page lists every key of a document and every way to write a value, for version 1 of the format.",
        "`cooperation schema` prints the same as a JSON Schema, with which editors complete and check while you write.",
        "",
        "Keys that are not listed are refused, since a misspelt key would silently lose what stands under it.",
        "A key that is not marked *required* may be left out, and leaving it out is how you say that you do not know.",
        "",
        "## The document",
        "",
        *_keys(told, {}),
        "A document has either `project` or `projects`.",
        "",
        "## How values are written",
        "",
        "The key decides what a word means, so `country: NO` is Norway and `2019-03` in a period is March.",
        "Where one word cannot say it, write the mapping.",
        "",
    ]
    for tp, spelling in SPELLINGS.items():
        if spelling.name in EXAMPLES:
            lines += _spelling(tp, spelling, definitions)
    lines += [line for module, title in MODULES.items() for line in _parts_of(module, title, definitions)]
    lines += ["## What is accepted", "", *_class_section(cooperation.diagnostics.Allowance, definitions)]
    lines += ["## Lists of words", "", "Where a key takes one word of a list, these are the lists.", ""]
    for name, cls in enums():
        if name in definitions:
            words = ", ".join(f"`{word}`" for word in definitions[name]["enum"])
            lines += [_anchor(name), f"### {name}", "", first_sentence(cls), "", words, ""]
    return page_of("the schema, the docstrings and the spellings", lines)


def _anchor(name: str) -> str:
    return f"(format-{name.lower()})="


def _link(name: str) -> str:
    return f"[{name}](#format-{name.lower()})"


def _spelling(tp: Any, spelling: Spelling, definitions: dict[str, Any]) -> list[str]:
    rows = []
    for example in EXAMPLES[spelling.name]:
        value = spelling.value(example) if isinstance(example, str) else _mapped(tp, spelling, example)
        rows.append((f"`{_flow(example)}`", _meaning(value)))
    expects = spelling.expects[0].upper() + spelling.expects[1:]
    lines = [_anchor(spelling.name), f"### {spelling.name}", "", f"{expects}.", "", *table(("Written", "Means"), rows)]
    fields = definitions.get(f"{spelling.name}Fields")
    if fields is not None and spelling.fields is not None:
        lines += ["The keys of the mapping:", "", *_keys(fields, _shapes(spelling.fields))]
    return lines


def _mapped(tp: Any, spelling: Spelling, example: dict[str, Any]) -> Any:
    if spelling.read_mapping is not None:
        return spelling.read_mapping(example)
    return from_tree(tp, example)


def _meaning(value: Any) -> str:
    if isinstance(value, model.Money) and value.on is not None:
        return f"{value}, worth what it was on {value.on}"
    if isinstance(value, (model.CountPart, model.Category)):
        return " ".join(str(held) for held in attrs.astuple(value))
    if isinstance(value, model.Translated):
        return "; ".join(f"{text} ({language})" for language, text in value.versions)
    if attrs.has(type(value)) and type(value).__str__ is object.__str__:
        given = [
            (field.name, getattr(value, field.name))
            for field in attrs.fields(type(value))
            if getattr(value, field.name) != field.default
        ]
        return ", ".join(f"{name} {_meaning(held)}" for name, held in given)
    if isinstance(value, tuple):
        return ", ".join(_meaning(one) for one in value)
    return str(value.value if isinstance(value, enum.Enum) else value)


def _flow(example: Any) -> str:
    """A tree on one line, as YAML's flow style has it."""
    if isinstance(example, dict):
        return f"{{{', '.join(f'{key}: {_flow(held)}' for key, held in example.items())}}}"
    if isinstance(example, list):
        return f"[{', '.join(map(_flow, example))}]"
    return str(example)


def _parts_of(module: str, title: str, definitions: dict[str, Any]) -> list[str]:
    lines: list[str] = []
    for cls in classes_of(f"cooperation.model.{module}"):
        if cls.__name__ in definitions and "properties" in definitions[cls.__name__]:
            lines += _class_section(cls, definitions)
    return [f"## {title}", "", *lines] if lines else []


def _class_section(cls: type, definitions: dict[str, Any]) -> list[str]:
    name = cls.__name__
    return [
        _anchor(name),
        f"### {name}",
        "",
        definitions[name].get("description", ""),
        "",
        *_keys(definitions[name], _shapes(cls)),
    ]


def _keys(definition: dict[str, Any], shapes: dict[str, FieldShape]) -> list[str]:
    required = definition.get("required", [])
    return table(
        ("Key", "Holds", "What it says"),
        (
            (
                f"`{key}`{' *required*' if key in required else ''}",
                _held(held, shapes.get(key)),
                _told(held.get("description", "")),
            )
            for key, held in definition["properties"].items()
        ),
    )


def _told(description: str) -> str:
    """A description in the words of a document, in which there is no ``None``."""
    return re.sub(r"\bNone\b", "left out", description)


def _shapes(cls: type) -> dict[str, FieldShape]:
    return {shape.name: shape for shape in fields_of(cls)} if cls.__module__.startswith("cooperation.model") else {}


def _held(held: dict[str, Any], shape: FieldShape | None) -> str:
    """What a key holds, in words."""
    if shape is not None and shape.refers is not None:
        one = f"id of {'an' if shape.refers[0] in 'aeiou' else 'a'} {shape.refers.replace('-', ' ')}"
        return f"list: {one}" if shape.many else one
    if shape is not None and shape.codelist is not None:
        return f"code of the list {shape.codelist}"
    if "anyOf" in held:
        return " or ".join(_held(one, None) for one in held["anyOf"] if one != {"type": "null"})
    if held.get("type") == "array":
        return f"list: {_held(held['items'], None)}"
    return _one_held(held)


def _one_held(held: dict[str, Any]) -> str:
    if "$ref" in held:
        return _link(held["$ref"].rpartition("/")[2])
    if "enum" in held:
        return " or ".join(f"`{word}`" for word in dict.fromkeys(map(str, held["enum"])))
    if held.get("type") == "boolean":
        return "`true` or `false`"
    if held.get("description") == "The id of an organisation.":
        return "id of an organisation"
    forms = {r"^\S{1,200}$": "id", "^[A-Z]{2}$": "country code", None: "text"}
    return forms.get(held.get("pattern"), "language code")
