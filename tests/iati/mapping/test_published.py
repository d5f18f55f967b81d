"""The proposal as a file of the IATI standard: what the exporter writes of it today."""

from typing import Any

from lxml import etree

from cooperation import iati
from cooperation.examples import example_text, load_example
from cooperation.iati import mapping


def test_it_is_what_is_written_today() -> None:
    """Whoever changes the proposal or how it is mapped writes the file anew: cooperation convert, without options."""
    written = iati.dumps(mapping.from_portfolio(load_example("proposal")).value).decode()

    assert written == example_text("proposal.xml")


def test_it_is_free_of_faults(official: Any) -> None:
    """The official schema, the code lists and the ruleset have nothing to say against it, not even a remark."""
    data = example_text("proposal.xml").encode()

    assert official(etree.ElementTree(etree.fromstring(data)))
    assert () == iati.check_file(data).report.findings


def test_it_is_read_without_a_loss() -> None:
    """All that it says has a place in the model; a loss would be a warning here, and so a failure."""
    (project,) = load_example("proposal.xml").projects

    assert "SE-ON-212000-0662-ENERGY-PLAN" == project.id
    assert len(load_example("proposal").projects[0].logframe.objectives) >= len(project.logframe.objectives) > 0
