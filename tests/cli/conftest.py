"""What the tests of the command line share."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from cooperation.cli.app import app

HERE = Path(__file__).parent

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, with the two documents of these tests, and no say on colours."""
    for document in (HERE / "documents").iterdir():
        shutil.copy(document, tmp_path)
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


@pytest.fixture
def run() -> Run:
    """Run the command line with these arguments."""

    def invoke(*arguments: str, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(app, list(arguments), input=stdin, prog_name="cooperation")

    return invoke


@pytest.fixture
def snapshot() -> Callable[[str, str], None]:
    """Hold a text against the one that was reviewed; ``UPDATE_SNAPSHOTS=1`` writes it anew, to be reviewed again."""

    def compare(name: str, actual: str) -> None:
        file = HERE / "snapshots" / name
        if os.environ.get("UPDATE_SNAPSHOTS"):
            file.write_text(actual, encoding="utf-8", newline="\n")

        assert file.read_text("utf-8") == actual

    return compare
