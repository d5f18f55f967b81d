"""``--help`` everywhere, with an example."""

from collections.abc import Callable
from importlib.metadata import version
from typing import Any

import pytest

Run = Callable[..., Any]

COMMANDS = ("check", "convert", "show", "report", "explain", "rules", "new", "schema", "examples")


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_every_command_explains_itself(run: Run, command: str, option: str) -> None:
    """Each has a sentence and an example that can be copied."""
    result = run(command, option)

    assert 0 == result.exit_code
    assert f"\n  Examples:\n    cooperation {command}" in result.stdout


def test_the_whole_explains_itself(run: Run) -> None:
    """Every command has a line that is not cut, and there is an example."""
    result = run("--help")

    assert "\n  Examples:\n    cooperation new water-plan" in result.stdout
    listed = result.stdout.partition("Commands:\n")[2].partition("\n\n")[0]
    assert list(COMMANDS) == [line.split()[0] for line in listed.split("\n")]
    assert "..." not in listed


def test_version(run: Run) -> None:
    """``--version`` says which one is installed."""
    assert f"cooperation {version('cooperation')}\n" == run("--version").stdout


@pytest.mark.parametrize("arguments", [("chekk",), ("check",), ("check", "--stgae", "final", "a.yaml"), ("explain",)])
def test_arguments_that_mean_nothing(run: Run, arguments: tuple[str, ...]) -> None:
    """They end with status 2."""
    assert 2 == run(*arguments).exit_code
