"""The generated assemblers build what the constructors build, and refuse what they refuse."""

from typing import Any

import attrs
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cooperation import model
from cooperation.errors import InvariantError
from cooperation.formats import to_tree
from cooperation.formats.assemble import assembler, check_version
from cooperation.formats.mirror import mirror
from cooperation.formats.spelling import SPELLINGS
from cooperation.formats.tree import home_of
from cooperation.model import Organisation, Portfolio, Project, Series, YearAnswer

CLASSES = [
    cls
    for cls in vars(model).values()
    if isinstance(cls, type) and attrs.has(cls) and home_of(cls) not in SPELLINGS and cls not in (Portfolio, YearAnswer)
]


def assembled(cls: Any, tree: Any) -> Any:
    """What an assembler makes of a tree; an organisation stands for itself."""

    def resolve(raw: Any) -> Organisation:
        return (
            Organisation.unresolved(raw) if isinstance(raw, str) else assembled(Organisation, msgspec.to_builtins(raw))
        )

    return assembler(cls)(msgspec.convert(tree, mirror(cls)), resolve)


class TestAssemblers:
    """One function a class, generated from its declaration."""

    @pytest.mark.parametrize("cls", CLASSES, ids=lambda cls: cls.__name__)
    def test_as_the_constructor(self, cls: Any) -> None:
        """What is assembled is of the class itself, equal to what its constructor builds, hashable and frozen."""

        @settings(max_examples=max(3, settings.default.max_examples // 20))
        @given(st.from_type(cls))
        def holds(value: Any) -> None:
            tree = to_tree(value)
            if "'organisation'" in repr(tree):
                return  # how organisations find their places is the documents' business
            made = assembled(cls, tree)

            assert value == made
            assert type(value) is type(made)
            assert hash(value) == hash(made)
            assert made == attrs.evolve(made)
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(made, attrs.fields(cls)[0].name, None)

        holds()

    def test_defaults_are_shared(self) -> None:
        """What is left out is the class's own default, the very object."""
        project = assembled(Project, {"id": "a", "title": "A", "plan": None})

        assert project.framing is attrs.fields(Project).framing.default
        assert project.plan is attrs.fields(Project).plan.default

    @pytest.mark.parametrize(
        ("cls", "tree", "message"),
        [
            (Organisation, {"id": "a b"}, "id 'a b' is not an id"),
            (Organisation, {"id": "a", "country": "se"}, "country 'se' is not a country's code"),
            (Series, {"number": 4, "length": 3}, "number 4 of a series of 3"),
            (Project, {"id": "a", "title": "A", "sources": [{"id": "s"}, {"id": "s"}]}, "two sources have the id 's'"),
        ],
    )
    def test_every_check_runs(self, cls: Any, tree: Any, message: str) -> None:
        """Validators of single fields and checks of several run as they do in the constructor."""
        with pytest.raises(InvariantError, match=message):
            assembled(cls, tree)


class TestVersions:
    """The version of the format."""

    @pytest.mark.parametrize("version", [1, "1"])
    def test_the_present(self, version: Any) -> None:
        """The number, or the same as a word."""
        check_version(version)

    @pytest.mark.parametrize("version", [0, 2, True, 1.0, "01", "+1", "\u0661", None, [1]])
    def test_others(self, version: Any) -> None:
        """Nothing else, however equal to one."""
        with pytest.raises(InvariantError, match="is not known: this release reads 1"):
            check_version(version)
