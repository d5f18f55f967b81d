"""The README's commands do what it shows."""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def _console_blocks() -> list[str]:
    return re.findall(r"```console\n(.*?)```", README, re.DOTALL)


def test_the_main_job_prints_what_the_readme_shows() -> None:
    """The first command, run as it is written once uv is there, prints the lines below it and exits with 0."""
    command, _, expected = _console_blocks()[0].partition("\n")
    arguments = re.fullmatch(r"\$ pip install uv && uv run cooperation (.*)", command)
    assert arguments is not None
    told = subprocess.run(
        [sys.executable, "-m", "cooperation", *arguments[1].split()],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "PYTHONUTF8": "1", "NO_COLOR": "1"},
    )

    assert expected == told.stdout
    assert "" == told.stderr
    assert 0 == told.returncode


def test_the_second_command_is_the_one_that_ci_runs() -> None:
    """The test command of the README is a line of ``.ci/run``."""
    command = _console_blocks()[1].strip().removeprefix("$ pip install uv && ")

    assert command in (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
