"""The engine asks rules of any family of values; what may be walked, and what surrounds it, is told by a realm."""

from collections.abc import Iterator
from typing import Any

import attrs
import pendulum
import pytest

from cooperation.diagnostics import Nature, Severity
from cooperation.errors import UnknownCodeError
from cooperation.model import Stage
from cooperation.rules import (
    NOT_APPLICABLE,
    Asked,
    Examination,
    Fail,
    Part,
    Realm,
    Setting,
    Surroundings,
    joined,
    joined_for,
    page,
    rule,
)

ASKED = Asked(stage=None, profile=None, today=pendulum.date(2020, 6, 15))


@attrs.frozen
class Leaf:
    """A value at the end."""

    name: str


@attrs.frozen
class Tree:
    """A value that holds others."""

    name: str
    leaves: tuple[Leaf, ...] = ()
    below: "Tree | None" = None


def _set_out(root: object, asked: Asked) -> Setting:
    around = Surroundings(stage=asked.stage or Stage.PROPOSAL, today=asked.today)

    def entering(tree: Tree, above: Surroundings) -> Surroundings | None:
        return None if tree.name == "hidden" else above

    return Setting(around, {Tree: entering})


TREES = Realm(
    called="a tree",
    whole=Tree,
    is_of=lambda cls: cls in (Tree, Leaf),
    parts=lambda cls: (Part("leaves", (Leaf,)), Part("below", (Tree,))) if cls is Tree else (),
    set_out=_set_out,
)


@rule("TST001", nature=Nature.WEAKNESS, severity=Severity.WARNING)
def dry(leaf: Leaf, around: Surroundings) -> Iterator[Any]:
    """A leaf is dry."""
    if leaf.name == "none":
        yield NOT_APPLICABLE
    elif leaf.name == "dry":
        tree = around.ancestor(Tree)
        yield Fail(f"a dry leaf of {tree.name if tree else 'nothing'} in {around.field}", at=("name",))


def _see(*roots: Any) -> Examination:
    examination = Examination((dry,), ASKED, TREES)
    for root in roots:
        examination.see(root)
    return examination


def test_values_of_another_family_are_walked() -> None:
    """Paths, ancestors and fields are those of the family."""
    tree = Tree("oak", (Leaf("green"),), Tree("branch", (Leaf("green"), Leaf("dry"))))
    (found,) = Examination((dry,), ASKED, TREES).see(tree)

    assert (("below", "leaves", 1, "name"), "a dry leaf of branch in leaves") == (found.path, found.message)


def test_what_is_passed_by_is_not_asked() -> None:
    """The realm decides where the walk does not go."""
    assert [] == Examination((dry,), ASKED, TREES).see(Tree("oak", below=Tree("hidden", (Leaf("dry"),))))


def test_a_part_of_a_whole_keeps_its_place() -> None:
    """What is seen part by part is told with paths of the whole."""
    (found,) = Examination((dry,), ASKED, TREES).see(Tree("oak", (Leaf("dry"),)), "trees", 7)

    assert ("trees", 7, "leaves", 0, "name") == found.path


@pytest.mark.parametrize(
    ("roots", "passed", "not_applicable"),
    [
        ((Leaf("green"),), ("TST001",), ()),
        ((Leaf("none"),), (), ("TST001",)),
        ((Leaf("none"), Leaf("green")), ("TST001",), ()),
        ((Leaf("green"), Leaf("dry"), Leaf("green")), (), ()),
    ],
)
def test_what_became_of_a_rule_is_told_over_all_parts(roots: Any, passed: Any, not_applicable: Any) -> None:
    """The heaviest outcome over all that was seen is the rule's own."""
    report = _see(*roots).report(())

    assert (passed, not_applicable) == (report.passed, report.not_applicable)


def test_another_family_is_refused() -> None:
    """What the realm does not know is named."""
    with pytest.raises(TypeError, match="expected a tree, got int"):
        _see(1)


def test_families_join_by_their_letters() -> None:
    """A family is loaded for a code of its letters, and for no other."""
    assert ["IAT"] == [family.family for family in joined()]
    assert joined_for("LOG003") is None
    assert "IAT" == joined_for("IAT999").family  # type: ignore[union-attr]  # it is there
    assert "no-start-date" == page("IAT110").name
    with pytest.raises(UnknownCodeError, match="IAT11"):
        page("IAT11")
