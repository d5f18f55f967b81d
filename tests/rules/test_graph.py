"""Circles in what should have a beginning and an end."""

import pytest

from cooperation.rules._graph import circle_told, circles


@pytest.mark.parametrize(
    ("steps", "found"),
    [
        ({}, []),
        ({"a": ("b",), "b": ()}, []),
        ({"a": ("a",)}, [("a",)]),
        ({"a": ("b",), "b": ("a",)}, [("a", "b")]),
        ({"a": ("b", "c"), "b": ("d",), "c": ("d",), "d": ()}, []),
        ({"a": ("b",), "b": ("c",), "c": ("b",)}, [("b", "c")]),
        ({"a": ("a",), "b": ("c",), "c": ("b",)}, [("a",), ("b", "c")]),
        ({"a": ("nowhere",)}, []),
    ],
)
def test_circles(steps: dict[str, tuple[str, ...]], found: list[tuple[str, ...]]) -> None:
    """Every circle is found once, and two ways to one end are none."""
    assert found == circles(steps)


def test_a_long_chain_is_no_trouble() -> None:
    """A chain of many thousand steps needs no deep stack."""
    many = 20_000
    steps = {str(i): (str((i + 1) % many),) for i in range(many)}

    assert [many] == [len(circle) for circle in circles(steps)]


@pytest.mark.parametrize("long", [1, 7, 8, 9, 30])
def test_a_chain_of_any_length_ends(long: int) -> None:
    """However long a chain is, it is no circle, and one at its end is found."""
    chain = {str(i): (str(i + 1),) for i in range(long)}

    assert [] == circles(chain)
    assert [(str(long),)] == circles({**chain, str(long): (str(long),)})


def test_a_circle_is_told_from_its_first_part() -> None:
    """Whatever part the search came to first, the telling starts where it is asked to."""
    assert "'a' -> 'b' -> 'c' -> 'a'" == circle_told(("c", "a", "b"), "a")
