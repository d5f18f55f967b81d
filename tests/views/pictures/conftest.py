"""What the tests of pictures share: snapshots that somebody has looked at, and texts that have undone others."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

HERE = Path(__file__).parent

HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "]]> --> <!-- &amp; &lt;",
    'a #quot; #35; "] --> n1; click n0 "javascript:alert(1)"',
    "%%{init: {'theme': 'dark'}}%% %% gone",
    "style x:y #zz; end",
    "`a` **b** _c_ $$x^2$$ $$$",
    "1. list",
    "- item : 2019-01-01, 2d",
    "section x",
    "\n---\ntitle: x\n---\n",
    "a\\nb \\N \\G \\l {a|b} <b>",
    "=HYPERLINK(1)",
    "\N{RIGHT-TO-LEFT OVERRIDE}gnp.exe \N{HEBREW LETTER ALEF}\N{HEBREW LETTER BET}",
    "x" * 200,
    "\N{FAMILY} \x00\x1b[2J \ufffe",
    "datum.value",
    "constructor",
    "ends in \\",
    "",
)
"""Each steers something that forgets to quote."""


@pytest.fixture
def snapshot() -> Callable[[str, str], None]:
    """Hold a text against the one that was reviewed; ``UPDATE_SNAPSHOTS=1`` writes it anew, to be reviewed again."""

    def compare(name: str, actual: str) -> None:
        file = HERE / "snapshots" / name
        if os.environ.get("UPDATE_SNAPSHOTS"):
            file.write_text(actual, encoding="utf-8", newline="\n")

        assert file.read_text(encoding="utf-8") == actual

    return compare
