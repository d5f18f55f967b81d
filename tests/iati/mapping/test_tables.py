"""The tables of what becomes of each field are complete, and say nothing of what is not there."""

from typing import Any

import attrs
import pytest

from cooperation import iati
from cooperation import model as m
from cooperation.iati.declare import Record
from cooperation.iati.mapping import FROM_STANDARD, TO_STANDARD, Fate
from cooperation.iati.shape import shape_of
from cooperation.model.structure import fields_of


def _below(cls: Any) -> dict[str, Any]:
    """The records that the fields of a record hold."""
    return {child.field: child.record for child in shape_of(cls).children.values() if child.record is not None}


def _reached(*roots: type[Record]) -> set[Any]:
    """Every record that is reached through fields that are carried."""
    found: set[Any] = set()
    waiting: list[Any] = list(roots)
    while waiting:
        cls = waiting.pop()
        if cls not in found:
            found.add(cls)
            carried = FROM_STANDARD.get(cls, {})
            waiting += [r for name, r in _below(cls).items() if carried.get(name, Fate("", None)).to is not None]
    return found


def test_every_record_of_the_standard_is_in_the_table() -> None:
    """Each that a file of activities or organisations can hold in a carried place, and no other."""
    assert _reached(iati.Activities, iati.Organisations) == set(FROM_STANDARD)


@pytest.mark.parametrize("cls", FROM_STANDARD, ids=lambda cls: cls.__name__)
def test_every_element_and_attribute_has_a_fate(cls: type[Record]) -> None:
    """Each field of a record goes somewhere, or it is said why it does not."""
    fields = [field.name for field in attrs.fields(cls) if field.name != "kept"]  # type: ignore[arg-type]  # attrs class

    assert sorted(fields) == sorted(FROM_STANDARD[cls])
    assert all(fate.to or fate.why for fate in FROM_STANDARD[cls].values())


def _model_reached() -> set[Any]:
    """Every class of the model that is reached through fields that are carried."""
    found: set[Any] = set()
    waiting: list[Any] = [m.Portfolio]
    while waiting:
        cls = waiting.pop()
        if cls in found or not attrs.has(cls):
            continue
        found.add(cls)
        for shape in fields_of(cls):
            if shape.is_part and TO_STANDARD.get(cls, {}).get(shape.name, Fate("", None)).to is not None:
                waiting += shape.holds
    return found


# What is written as a word, or told by the field that holds it.
WORDS = {m.Translated, m.PartialDate, m.Length}


def test_every_class_of_the_model_is_in_the_table() -> None:
    """Each that is reached through fields that are carried, and no other."""
    assert _model_reached() - WORDS == set(TO_STANDARD) - WORDS


@pytest.mark.parametrize("cls", TO_STANDARD, ids=lambda cls: cls.__name__)
def test_every_field_of_the_model_has_a_fate(cls: type) -> None:
    """Each field of a class goes somewhere, or it is said why it does not."""
    assert sorted(shape.name for shape in fields_of(cls)) == sorted(TO_STANDARD[cls])
    assert all(fate.to or fate.why for fate in TO_STANDARD[cls].values())
