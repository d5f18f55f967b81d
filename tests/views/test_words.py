"""Text that fits a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cooperation.views.words import cells, harmless, padded, wrapped


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ("\x1b[31mred\x1b[0m", "�[31mred�[0m"),
        ("right to left \u202e", "right to left �"),
        ("half a pair \ud800", "half a pair �"),
        ("no\N{NO-BREAK SPACE}break", "no break"),
        ("\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"),
    ],
)
def test_nothing_steers_the_terminal(text: str, expected: str) -> None:
    """White space becomes a space, control characters a mark, and the joiners of a script stay."""
    assert expected == harmless(text)


@pytest.mark.parametrize(("text", "expected"), [("", 0), ("Växjö", 5), ("水の", 4), ("e\u0301", 1)])
def test_cells(text: str, expected: int) -> None:
    """Wide letters take two columns and combining ones none."""
    assert expected == cells(text)


def test_padded_counts_columns() -> None:
    """A text is padded by the columns it takes, not by its letters."""
    assert "水  " == padded("水", 4)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 10, [""]),
        ("clean water for all", 11, ["clean water", "for all"]),
        ("a verylongword", 5, ["a", "veryl", "ongwo", "rd"]),
        ("水水水", 4, ["水水", "水"]),
    ],
)
def test_wrapped(text: str, width: int, expected: list[str]) -> None:
    """Words stay whole unless one alone is too wide."""
    assert expected == wrapped(text, width)


@pytest.mark.parametrize(
    ("taken", "expected"),
    [(0, ["clean water", "for all"]), (6, ["clean", "water for", "all"]), (9, ["", "clean water", "for all"])],
)
def test_the_first_line_may_be_shorter(taken: int, expected: list[str]) -> None:
    """What stands on the first line already leaves less of it, or nothing."""
    assert expected == wrapped("clean water for all", 11, taken=taken)


@given(st.text(), st.integers(2, 40))
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: int) -> None:
    """Whatever a text holds, its lines fit and together hold all its letters."""
    lines = wrapped(text, width)

    assert all(cells(line) <= width for line in lines)
    assert "".join(harmless(text).split()) == "".join("".join(lines).split())
