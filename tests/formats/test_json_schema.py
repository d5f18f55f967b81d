"""The JSON Schema: it accepts whatever loads, and refuses what a schema can see."""

import json
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from cooperation import model
from cooperation.examples import example_text
from cooperation.formats import dumps, schema
from cooperation.formats.yaml_text import parse
from cooperation.model import Portfolio

SCHEMA = schema()
VALIDATOR = Draft202012Validator(SCHEMA)


def _messages(tree: Any) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(tree)]


def _project(**parts: Any) -> dict[str, Any]:
    return {"cooperation": 1, "project": {"id": "a", "title": "A", **parts}}


def test_it_is_a_schema() -> None:
    """A schema validator of the 2020-12 draft accepts it as one."""
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", ["vaxjo", "proposal", "minimal"])
def test_every_good_example_is_valid(name: str) -> None:
    """The packaged documents are valid as a YAML reader sees them, comments and words and all."""
    tree, _ = parse(example_text(name))

    assert [] == _messages(tree)


@given(st.from_type(Portfolio))
def test_whatever_we_write_is_valid(portfolio: Portfolio) -> None:
    """Every document that can be written, and so loads, is valid, from JSON as well as from YAML."""
    assert [] == _messages(json.loads(dumps(portfolio, "json")))
    assert [] == _messages(parse(dumps(portfolio, "yaml"))[0])


@pytest.mark.parametrize(
    "tree",
    [
        {"project": {"id": "a", "title": "A"}},
        {"cooperation": 7},
        {"cooperation": 1, "projcet": {}},
        {"cooperation": 1, "project": {"id": "a", "title": "A"}, "projects": [{"id": "b", "title": "B"}]},
        _project(id="a b"),
        {"cooperation": 1, "project": {"title": "A"}},
        _project(period="two years"),
        _project(period={"start": 2019, "until": 2020}),
        _project(logframe={"objectives": [{"id": "o", "statement": "S", "level": "outcme"}]}),
        _project(plan={"budget": {"total": "5000"}}),
        _project(partners={"organisation": "a"}),
        _project(partners=[{"organisation": {"id": "a", "country": "Sweden"}}]),
        _project(stated_counts=[{"count": {"parts": {"a": "x"}}, "of": "activities"}]),
        _project(win_win={"benefits": [{"partner": "a"}]}),
        {"cooperation": 1, "organisations": ["vaxjo"]},
        {"cooperation": 1, "allowances": [{"rule": "LOG001"}]},
    ],
    ids=lambda tree: json.dumps(tree)[:60],
)
def test_what_a_schema_can_see_is_refused(tree: dict[str, Any]) -> None:
    """Unknown keys, missing keys, wrong words and wrong shapes do not pass."""
    assert _messages(tree)


def test_the_broken_example_is_refused() -> None:
    """The document with planted faults is not valid."""
    tree, _ = parse(example_text("broken-proposal"))

    assert _messages(tree)


def _classes() -> list[type]:
    found = [getattr(model, name) for name in model.__all__]
    # Dates and lengths are words only and have no keys.
    keyed = {
        name for name, held in SCHEMA["$defs"].items() if "properties" in held or f"{name}Fields" in SCHEMA["$defs"]
    }
    return [cls for cls in found if attrs.has(cls) and cls.__name__ in keyed]


@pytest.mark.parametrize("cls", _classes(), ids=lambda cls: cls.__name__)
def test_titles_and_descriptions_come_from_the_docstrings(cls: type) -> None:
    """Whoever edits a document with the schema sees what each key means."""
    definition = SCHEMA["$defs"][cls.__name__]
    if "properties" not in definition:
        definition = SCHEMA["$defs"][f"{cls.__name__}Fields"]

    assert definition["description"]
    assert definition["additionalProperties"] is False
    assert {attribute.name for attribute in attrs.fields(cls)} == set(definition["properties"])
    assert [] == [key for key, held in definition["properties"].items() if not held.get("description")]


def test_every_call_gives_a_schema_of_its_own() -> None:
    """A tool may change what it was given."""
    schema()["properties"].clear()

    assert SCHEMA == schema()
