"""What the tests of reviews share."""

import os
from collections.abc import Callable
from pathlib import Path

import pendulum
import pytest

from cooperation.review import Review, review_text

HERE = Path(__file__).parent
# A few rules of each outcome, so that a rule that is added changes no snapshot.
ASKED = ("LOG001", "LOG003", "LOG004", "LOG016", "IND010", "TGT001", "TGT008", "MON009", "DOC020")


@pytest.fixture
def letter() -> Review:
    """A proposal with structural faults, findings of every weight, inputs that are missing, and an allowance."""
    text = (HERE / "documents" / "letter.yaml").read_text("utf-8")
    return review_text(text, name="letter.yaml", today=pendulum.date(2026, 1, 1), select=ASKED)


@pytest.fixture
def snapshot() -> Callable[[str, str], None]:
    """Hold a text against the one that was reviewed; ``UPDATE_SNAPSHOTS=1`` writes it anew, to be reviewed again."""

    def compare(name: str, actual: str) -> None:
        file = HERE / "snapshots" / name
        if os.environ.get("UPDATE_SNAPSHOTS"):
            file.write_text(actual, encoding="utf-8", newline="\n")

        assert file.read_text("utf-8") == actual

    return compare
