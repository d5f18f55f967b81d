"""``cooperation new``, ``schema`` and ``examples``."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cooperation.examples import example_text, examples
from cooperation.formats import load, loads, schema

Run = Callable[..., Any]


@pytest.mark.parametrize(
    ("name", "file"), [("water-plan", "water-plan.yaml"), ("b.yaml", "b.yaml"), ("c.YML", "c.YML")]
)
def test_a_new_proposal(run: Run, name: str, file: str) -> None:
    """The file that is written loads, and its project is called as the file is."""
    result = run("new", name)

    assert 0 == result.exit_code
    assert f"{file} is written: fill it in, then run cooperation check {file}\n" == result.stdout
    assert Path(file).stem.casefold() == load(file).projects[0].id


def test_a_new_proposal_can_be_checked(run: Run) -> None:
    """What it lacks are findings; it has no structural fault."""
    run("new", "water-plan")
    result = run("check", "water-plan.yaml")

    assert 1 == result.exit_code
    assert " DOC00" not in result.stdout


def test_nothing_is_overwritten(run: Run) -> None:
    """A file of that name stays as it is."""
    Path("water-plan.yaml").write_text("precious")
    result = run("new", "water-plan")

    assert (2, "Error: 'water-plan.yaml' exists, and nothing was written\n") == (result.exit_code, result.stderr)
    assert "precious" == Path("water-plan.yaml").read_text()


def test_a_folder_that_is_not_there(run: Run) -> None:
    """What the system refuses is one line."""
    result = run("new", "nowhere/water-plan")

    assert 2 == result.exit_code
    assert result.stderr.startswith("Error: nowhere")


def test_without_a_name_it_is_printed(run: Run) -> None:
    """Without a name nothing is written to the folder."""
    before = sorted(Path().iterdir())
    result = run("new")

    assert 1 == len(loads(result.stdout))
    assert before == sorted(Path().iterdir())


def test_schema(run: Run) -> None:
    """The schema is printed as JSON."""
    assert schema() == json.loads(run("schema").stdout)


def test_examples_are_listed(run: Run) -> None:
    """Each example stands there with what it is."""
    listed = run("examples").stdout

    assert all(f"\n{name} " in f"\n{listed}" for name in examples())


@pytest.mark.parametrize("name", examples())
def test_an_example_is_printed_as_it_is(run: Run, name: str) -> None:
    """Comments and all."""
    assert example_text(name) == run("examples", name).stdout


def test_an_example_that_does_not_exist(run: Run) -> None:
    """The nearest is named."""
    result = run("examples", "vaxj")

    assert 2 == result.exit_code
    assert result.stderr.startswith("Error: no example 'vaxj' (did you mean 'vaxjo'?); there is ")
