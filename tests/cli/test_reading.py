"""``cooperation convert`` and ``show``."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cooperation.formats import read, reads

Run = Callable[..., Any]


# ---- convert -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("target", ["out.json", "out.jsonl", "out.yml"])
def test_a_document_is_the_same_in_another_format(run: Run, target: str) -> None:
    """Whatever the format, the document that is read back is equal, and nothing is said."""
    result = run("convert", "draft.yaml", target)

    assert (0, "", "") == (result.exit_code, result.stdout, result.stderr)
    assert read("draft.yaml") == read(target)


def test_allowances_are_carried_over(run: Run) -> None:
    """What a document accepts stands in the other one too."""
    with Path("draft.yaml").open("a") as file:
        file.write("allowances: [{rule: LOG016, reason: nobody knows which came first}]\n")
    run("convert", "draft.yaml", "out.json")

    assert "nobody knows which came first" == read("out.json").allowances[0].reason


def test_what_exists_is_overwritten_only_when_asked(run: Run) -> None:
    """A file that stands in the way is refused without ``--force``."""
    Path("out.json").write_text("precious")
    refused = run("convert", "draft.yaml", "out.json")

    assert (2, "Error: 'out.json' exists: --force overwrites it\n") == (refused.exit_code, refused.stderr)
    assert "precious" == Path("out.json").read_text()
    assert 0 == run("convert", "draft.yaml", "out.json", "--force").exit_code
    assert read("draft.yaml") == read("out.json")


@pytest.mark.parametrize(("text", "status"), [("cooperation: 1\nprojcet: {}", 1), ("x: 1\n]", 2)])
def test_a_faulty_document_leaves_the_other_as_it_was(run: Run, text: str, status: int) -> None:
    """Faults are told with their lines, and nothing is written, not even with ``--force``."""
    Path("in.yaml").write_text(text)
    Path("out.json").write_text("precious")
    result = run("convert", "in.yaml", "out.json", "--force")

    assert status == result.exit_code
    assert result.stderr.startswith("in.yaml:2:1: error DOC0")
    assert "precious" == Path("out.json").read_text()


def test_standard_streams(run: Run) -> None:
    """A hyphen reads standard input or writes standard output."""
    text = Path("draft.yaml").read_text("utf-8")
    result = run("convert", "-", "-", "--output-format", "json", stdin=text)

    assert 0 == result.exit_code
    assert reads(text) == reads(result.stdout, "json")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("draft.yaml", "-"), "standard output has no suffix: say --output-format"),
        (("draft.yaml", "-", "--output-format", "jso"), "no format 'jso' (did you mean 'json'?)"),
        (("draft.yaml", "out.txt"), "out.txt: no format has the suffix '.txt'; known are .json, "),
        (("draft.yaml", "out.json", "--output-format", "yaml"), "'out.json' is json by its suffix, not yaml"),
        (("draft.yaml", "folder.json"), "'folder.json' is a folder: name a file in it"),
        (("draft.yaml", "nowhere/out.json"), "no folder 'nowhere' to write 'nowhere/out.json' in"),
        (("drfat.yaml", "out.json"), "no file 'drfat.yaml' (did you mean 'draft.yaml'?)"),
        (("folder.json", "out.json"), "folder.json: "),
    ],
)
def test_what_cannot_be_converted(run: Run, arguments: tuple[str, ...], message: str) -> None:
    """One clear line on standard error, and nothing is written."""
    Path("folder.json").mkdir()
    result = run("convert", *arguments)

    assert 2 == result.exit_code
    assert result.stderr.startswith(f"Error: {message}")
    assert not Path("out.json").exists()


# ---- show --------------------------------------------------------------------------------------------------------


def test_one_project(run: Run, snapshot: Callable[[str, str], None]) -> None:
    """The only project of a document is shown whole."""
    result = run("show", "draft.yaml")

    assert 0 == result.exit_code
    snapshot("show.txt", result.stdout)


def test_several_projects(run: Run) -> None:
    """Several projects are a table, which says how to see one of them."""
    Path("vaxjo.yaml").write_text(run("examples", "vaxjo").stdout, "utf-8")
    result = run("show", "vaxjo.yaml")

    assert result.stdout.startswith("10 projects, ")
    assert result.stdout.endswith("\ncooperation show vaxjo.yaml ID shows one of them.\n")


@pytest.mark.parametrize("name", ["sekos", "SEKOS", "sekos; socialt entreprenörskap kosovo"])
def test_one_of_several(run: Run, name: str) -> None:
    """A project is found by its id, its title or an alias."""
    Path("vaxjo.yaml").write_text(run("examples", "vaxjo").stdout, "utf-8")

    assert "\n  id           sekos\n" in run("show", "vaxjo.yaml", name).stdout


def test_a_project_that_is_not_there(run: Run) -> None:
    """The nearest is named, and all there are."""
    result = run("show", "draft.yaml", "clean-watre")
    expected = "Error: no project 'clean-watre' in draft.yaml (did you mean 'clean-water'?); there is clean-water\n"

    assert (2, expected) == (result.exit_code, result.stderr)


def test_a_faulty_document_is_not_shown(run: Run) -> None:
    """What a document leaves unknown could not be told from what could not be read."""
    result = run("show", "faulty.yaml")

    assert (1, "") == (result.exit_code, result.stdout)
    assert "faulty.yaml:10:3: error DOC003 unknown key 'summry'\n   10 |   summry: what" in result.stderr


def test_language_and_width(run: Run) -> None:
    """Texts are told in the language that is asked for, in lines no wider than is asked for."""
    result = run("show", "draft.yaml", "--language", "sv", "--width", "50")

    assert result.stdout.startswith("Rent vatten\n")
    assert max(map(len, result.stdout.split("\n"))) <= 50


def test_hostile_text_is_harmless(run: Run) -> None:
    """A title cannot clear the screen."""
    result = run("show", "-", stdin='cooperation: 1\nproject: {id: a, title: "A\\e[2J\\u202e"}')

    assert result.stdout.startswith("A�[2J�\n")


def test_a_document_without_a_project(run: Run) -> None:
    """A document of organisations alone can be shown."""
    result = run("show", "-", stdin=json.dumps({"cooperation": 1}))

    assert (0, True) == (result.exit_code, "There is no project in it." in result.stdout)
