"""``cooperation show --picture``: a picture as text or as a file, and nothing written that was not asked for."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from cooperation.cli import app
from cooperation.cli.drawing import PICTURES
from cooperation.examples import example_text, load_example
from cooperation.views import results_chain

from .conftest import Run


@pytest.fixture(autouse=True)
def documents(folder: Path) -> None:
    """The proposal, and the ten real projects."""
    for name in ("proposal", "vaxjo"):
        (folder / f"{name}.yaml").write_text(example_text(name), encoding="utf-8")


@pytest.mark.parametrize("picture", PICTURES)
def test_every_picture_is_text_and_a_file(run: Run, picture: str) -> None:
    """Without a file it is text; with one it is what the suffix says."""
    said = run("show", "proposal.yaml", "--picture", picture)
    done = run("show", "proposal.yaml", "--picture", picture, "-o", "made.svg")

    assert (0, 0, "") == (said.exit_code, done.exit_code, done.stdout)
    assert "═" in said.stdout
    assert ET.fromstring(Path("made.svg").read_text(encoding="utf-8")).tag.endswith("svg")


def test_the_file_is_what_the_library_writes(run: Run) -> None:
    """In Mermaid's words, for one project of several."""
    done = run("show", "vaxjo.yaml", "energy-plan", "--picture", "chain", "--output", "chain.mmd")
    portfolio = load_example("vaxjo")

    assert 0 == done.exit_code
    assert results_chain(portfolio["energy-plan"], within=portfolio).to_mermaid() == Path("chain.mmd").read_text(
        "utf-8"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--picture", "chian"), "no picture 'chian' (did you mean 'chain'?)"),
        (("-o", "made.svg"), "only a picture is written to a file"),
        (("--picture", "chain", "-o", "made.svg"), "the picture 'chain' is of one project: say which, by its ID"),
        (("--picture", "goals", "-o", "made.dot"), "a picture of goals is written as .svg, .png, .txt"),
        (("--picture", "goals", "-o", "vaxjo.yaml"), "'vaxjo.yaml' exists: --force overwrites it"),
    ],
    ids=lambda one: " ".join(one) if isinstance(one, tuple) else "",
)
def test_what_cannot_be_is_refused(run: Run, arguments: tuple[str, ...], message: str) -> None:
    """In one line, and no file is written."""
    done = run("show", "vaxjo.yaml", *arguments)

    assert 2 == done.exit_code
    assert message in done.stderr
    assert not Path("made.svg").exists()


def test_force_overwrites(run: Run) -> None:
    """Only then."""
    Path("made.txt").write_text("old")

    assert 2 == run("show", "vaxjo.yaml", "--picture", "goals", "-o", "made.txt").exit_code
    assert 0 == run("show", "vaxjo.yaml", "--picture", "goals", "-o", "made.txt", "--force").exit_code
    assert "no goal is named" in Path("made.txt").read_text(encoding="utf-8")


def test_the_help_names_them_all() -> None:
    """A help text does not import what draws, so this holds the two together."""
    assert [*PICTURES] == app._PICTURES.replace(" or ", ", ").split(", ")


def test_pictures_are_of_documents(run: Run) -> None:
    """A file of another standard is shown as that standard has it, and has no pictures."""
    Path("activities.xml").write_text('<iati-activities version="2.03"/>', encoding="utf-8")
    done = run("show", "activities.xml", "--picture", "goals")

    assert 2 == done.exit_code
    assert "there are pictures only of documents, not of xml: convert it first" in done.stderr
