"""What the table says is carried is carried whole: a project that says all of it loses nothing."""

import functools
from pathlib import Path
from typing import Any

import attrs
import pytest

import cooperation as co
from cooperation import iati
from cooperation import model as m
from cooperation.iati import mapping
from cooperation.iati.mapping import TO_STANDARD
from cooperation.model.structure import walk

# What the table carries, though not as it was: each comes back as something else, which stands in the list of losses.
OTHERWISE = {
    (m.Organisation, "places"): "comes back as a place of the project",
    (m.Participation, "kind"): "comes back as an organisation of that kind",
    (m.Participation, "description"): "comes back as the name of an organisation",
    (m.Project, "partners"): "who is a core partner is not said",
    (m.Budget, "total"): "told where no line tells a year, and comes back as a line",
    (m.Observation, "source"): "comes back as a document",
    (m.Relation, "project"): "comes back where the other one is in the file",
}


@functools.cache
def portfolio() -> m.Portfolio:
    """A project that says everything that is carried."""
    return co.load(Path(__file__).parent / "data" / "carried.yaml")


def said() -> set[tuple[type, str]]:
    """The fields in which the project says something."""
    return {
        (type(node), field.name)
        for _, node in walk(portfolio())
        for field in attrs.fields(type(node))  # type: ignore[arg-type]  # every class of the model is an attrs class
        if getattr(node, field.name) not in (None, (), field.default)
    }


@pytest.mark.parametrize("cls", TO_STANDARD, ids=lambda cls: cls.__name__)
def test_the_project_says_all_that_is_carried(cls: type) -> None:
    """Whoever adds a field to the table adds it to the project, too."""
    carried = {(cls, name) for name, fate in TO_STANDARD[cls].items() if fate.to is not None}
    # A word of the format may be read as the default: the first of the lists of sectors.
    words = {m.PartialDate, m.Translated}

    assert set() == {one for one in carried - said() - OTHERWISE.keys() if one[0] not in words}


def test_nothing_of_it_is_lost() -> None:
    """Not on the way to the file, and not on the way back."""
    mapped = mapping.from_portfolio(portfolio())
    back = mapping.to_portfolio(iati.read(iati.dumps(mapped.value)))

    assert () == mapped.lost
    assert () == back.lost


def test_the_file_is_free_of_faults(official: Any) -> None:
    """The official schema and the ruleset have nothing to say against it."""
    from lxml import etree

    data = iati.dumps(mapping.from_portfolio(portfolio()).value)

    assert official(etree.ElementTree(etree.fromstring(data)))
    assert () == iati.check_file(data).report.findings
