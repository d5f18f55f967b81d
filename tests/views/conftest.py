"""What the tests of the views share."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.fixture
def snapshot() -> Callable[[str, str], None]:
    """Hold a text against the one that was reviewed; ``UPDATE_SNAPSHOTS=1`` writes it anew, to be reviewed again."""

    def compare(name: str, actual: str) -> None:
        file = HERE / "snapshots" / name
        if os.environ.get("UPDATE_SNAPSHOTS"):
            file.write_text(actual, encoding="utf-8", newline="\n")

        assert file.read_text("utf-8") == actual

    return compare
