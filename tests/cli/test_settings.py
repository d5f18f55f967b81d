"""``cooperation check`` with settings: the nearest file holds, and what is said goes before what is set."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

DOCUMENT = """cooperation: 1
language: en
project:
  id: a
  title: A
  logframe: {objectives: [{id: water, level: outcome, statement: Clean water is drunk}]}
"""


@pytest.fixture(autouse=True)
def document(folder: Path) -> None:
    """A proposal that wants an impact and an output."""
    Path("a.yaml").write_text(DOCUMENT, "utf-8")
    Path("inner").mkdir()
    Path("inner/a.yaml").write_text(DOCUMENT, "utf-8")


def codes(result: Any) -> set[str]:
    """The codes of the findings that are shown."""
    return {line.split()[2] for line in result.stdout.splitlines() if line.startswith(("a.yaml:", "inner"))}


def test_what_is_selected_and_ignored(run: Run) -> None:
    """Codes and families, one by one or with commas."""
    assert {"LOG002", "LOG003"} == codes(run("check", "a.yaml", "--select", "LOG002,LOG003"))
    assert {"LOG003"} == codes(run("check", "a.yaml", "--select", "LOG002", "--select", "LOG003", "--ignore", "LOG002"))


def test_the_nearest_settings_hold(run: Run) -> None:
    """A file beside the document is found, and one further up where there is none."""
    Path("cooperation.toml").write_text("select = ['LOG002']\nfail-on = 'warning'\n")

    assert {"LOG002"} == codes(found := run("check", "inner/a.yaml"))
    assert 1 == found.exit_code

    Path("inner/cooperation.toml").write_text("select = ['LOG003']\n")

    assert {"LOG003"} == codes(run("check", "inner/a.yaml"))
    assert {"LOG002"} == codes(run("check", "a.yaml", "inner/a.yaml"))


def test_settings_of_standard_input_stand_where_the_command_does(run: Run) -> None:
    """What is piped in has no folder of its own."""
    Path("pyproject.toml").write_text("[tool.cooperation]\nselect = ['LOG002']\n")
    result = run("check", "-", stdin=DOCUMENT)

    assert "LOG002" in result.stdout
    assert "LOG003" not in result.stdout


def test_what_is_said_goes_before_what_is_set(run: Run) -> None:
    """Each option replaces the setting of its name."""
    Path("cooperation.toml").write_text("select = ['LOG002']\nstage = 'summary'\nfail-on = 'info'\n")

    assert set() == codes(run("check", "a.yaml"))
    assert {"LOG003"} == codes(run("check", "a.yaml", "--stage", "proposal", "--select", "LOG003"))
    assert 0 == run("check", "a.yaml", "--stage", "proposal", "--fail-on", "error").exit_code


def test_another_file_or_none(run: Run) -> None:
    """A file that is named goes before the nearest, and one may ask without any."""
    Path("cooperation.toml").write_text("select = ['LOG002']\n")
    Path("other.toml").write_text("select = ['LOG003']\n")

    assert {"LOG003"} == codes(run("check", "a.yaml", "--settings", "other.toml"))
    assert {"LOG002", "LOG003"} < codes(run("check", "a.yaml", "--no-settings"))


def test_a_profile_of_ones_own(run: Run) -> None:
    """It is asked, explained and listed like one that comes along."""
    Path("cooperation.toml").write_text("[profiles.ours]\ntitle = 'Our office'\nseverities = {LOG002 = 'error'}\n")

    assert "error LOG002" in run("check", "a.yaml", "--profile", "ours").stdout
    assert run("explain", "ours").stdout.startswith("ours  Our office")
    assert "LOG002 error" in run("rules", "LOG", "--profile", "ours").stdout


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("profil = 'icld'", "cooperation.toml: no key 'profil' (did you mean 'profile'?)"),
        ("ignore = ['LOG02']", "cooperation.toml: ignore: no code 'LOG02' on the list rules (did you mean 'LOG002'?)"),
        ("profile = ", "cooperation.toml: Invalid value"),
    ],
)
def test_settings_that_mean_nothing(run: Run, text: str, message: str) -> None:
    """One line names the file, the place and the nearest right name; nothing is checked."""
    Path("cooperation.toml").write_text(text)
    result = run("check", "a.yaml")

    assert (2, "") == (result.exit_code, result.stdout)
    assert message in result.stderr
    assert 1 == result.stderr.count("\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--select", "LOG02"), "no code 'LOG02' on the list rules (did you mean 'LOG002'?)"),
        (("--ignore", "LGO"), "no code 'LGO' on the list rules (did you mean 'LOG'?)"),
        (("--profile", "icdl"), "no profile 'icdl' (did you mean 'icld'?)"),
        (("--profile", "icld@soon"), "no date 'soon' in 'icld@soon'"),
        (("--settings", "nowhere.toml"), "nowhere.toml: "),
    ],
)
def test_options_that_mean_nothing(run: Run, arguments: tuple[str, ...], message: str) -> None:
    """A slip in an option is refused in one line."""
    result = run("check", "a.yaml", *arguments)

    assert 2 == result.exit_code
    assert result.stderr.startswith(f"Error: {message}")
