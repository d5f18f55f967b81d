"""The smallest example."""

import pendulum

import cooperation
from cooperation.examples import example_text, examples
from cooperation.model import Portfolio, Project


def test_is_one_project_with_an_id_and_a_title() -> None:
    """Nothing else is needed for a document to load."""
    expected = Portfolio(projects=(Project(id="energy-plan", title="Energy plan"),))

    assert expected == cooperation.load_example("minimal")


def test_nothing_can_be_left_out() -> None:
    """Without any one of its lines it does not load, or has no project."""
    lines = example_text("minimal").splitlines()
    kept = []
    for i, line in enumerate(lines):
        try:
            rest = cooperation.loads("\n".join([*lines[:i], *lines[i + 1 :]]))
        except cooperation.LoadError:
            continue
        if rest.projects:
            kept.append(line)

    assert lines[:1] == kept


def test_can_be_checked() -> None:
    """What it omits is told, and nothing else."""
    report = cooperation.check(cooperation.load_example("minimal"), today=pendulum.date(2018, 11, 1))

    assert "PAR001" in {finding.code for finding in report.findings}


def test_every_example_says_what_it_is() -> None:
    """The first line of each is a sentence about it."""
    strange = [name for name, line in examples().items() if not line.endswith(".") or len(line) < 20]

    assert [] == strange


def test_the_examples_are_these() -> None:
    """Five portfolios, one of them as a file of IATI, too; what a new proposal starts from is none of them."""
    assert ["broken-proposal", "clean-water", "minimal", "proposal", "proposal.xml", "vaxjo"] == list(examples())
