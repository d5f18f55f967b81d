"""What a place of a document is, whatever index it has."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cooperation.review.identity import Parts

TREE: dict[str, Any] = {
    "project": {
        "id": "p",
        "partners": [{"organisation": "vaxjo", "role": "partner"}, {"organisation": {"id": "jb", "name": "JB"}}],
        "plan": {"budget": {"lines": [{"partner": "vaxjo", "amount": "5 SEK"}, {"amount": "5 SEK"}]}},
        "logframe": {
            "objectives": [
                {"id": "a", "contributes_to": ["b", "c"]},
                {
                    "id": "b",
                    "assumptions": [{"statement": {"en": "It rains", "sv": "Det regnar"}}, {"likelihood": "likely"}],
                },
            ]
        },
    },
    "allowances": [{"rule": "LOG001", "at": "projects[0]", "reason": "r"}],
}
PARTS = Parts(TREE)
FRAME = ("projects", 0, "logframe", "objectives")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ((), ()),
        (("projects", 0), ("projects", "=p")),
        ((*FRAME, 1), ("projects", "=p", "logframe", "objectives", "=b")),
        ((*FRAME, 0, "contributes_to", 1), ("projects", "=p", "logframe", "objectives", "=a", "contributes_to", "=c")),
        (("projects", 0, "partners", 1, "role"), ("projects", "=p", "partners", "=jb", "role")),
        (("projects", 0, "partners", 0), ("projects", "=p", "partners", "=vaxjo")),
        ((*FRAME, 1, "assumptions", 0)[-2:], ("assumptions", "=")),
        (("allowances", 0), ("allowances", "={at: projects[0], rule: LOG001}")),
        (("nothing", 3, "there"), ("nothing", "=", "there")),
    ],
)
def test_a_place_is_told_by_ids(path: Any, expected: Any) -> None:
    """An id where there is one, what names an item where there is none, and the keys as they are."""
    assert expected == PARTS.identity(path)


def test_an_item_without_an_id_is_told_by_what_it_says() -> None:
    """By its statement, its partner and the like; by all of it when it has nothing of the kind."""
    held = [PARTS.identity((*FRAME, 1, "assumptions", i))[-1] for i in range(2)]
    lines = [PARTS.identity(("projects", 0, "plan", "budget", "lines", i))[-1] for i in range(2)]

    assert ["={statement: {en: It rains, sv: Det regnar}}", "={likelihood: likely}"] == held
    assert ["={partner: vaxjo}", "={amount: 5 SEK}"] == lines


def test_what_is_there() -> None:
    """Every identity of a document is one that it holds, and no other."""
    path = (*FRAME, 1, "assumptions", 0)

    assert PARTS.holds(PARTS.identity(path))
    assert not PARTS.holds((*PARTS.identity(path)[:-1], "=It snows"))
    assert not PARTS.holds(("projects", "=q"))
    assert not PARTS.holds(("nothing", "=a"))


def test_the_part_around() -> None:
    """The nearest item of a list that is more than a word, how large a list is, and numbers where no id is."""
    assert (*FRAME, 0) == PARTS.around((*FRAME, 0, "contributes_to", 1))
    assert () == PARTS.around(("organisations",))
    assert (2, 0) == (PARTS.size(FRAME), PARTS.size(("projects", 0)))
    assert ("projects", "=p", "logframe", "objectives", "=b", "assumptions", "1") == (
        PARTS.numbered((*FRAME, 1, "assumptions", 1))
    )


PLAIN: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda held: (
        st.lists(held, max_size=3) | st.dictionaries(st.sampled_from(["id", "projects", "project", "x"]), held)
    ),
    max_leaves=20,
)


@given(PLAIN, st.lists(st.integers(0, 3) | st.sampled_from(["id", "projects", "project", "x"]), max_size=6))
def test_any_tree_and_any_path(tree: Any, path: list[str | int]) -> None:
    """Whatever stands in a document that could not be read, a place in it has as many steps as its path."""
    parts = Parts(tree)

    assert len(path) == len(parts.identity(tuple(path))) == len(parts.numbered(tuple(path)))
    assert tuple(path)[: len(parts.around(tuple(path)))] == parts.around(tuple(path))
