"""Rules of other packages and of this one's own wings, found by an entry point and loaded when they are asked for."""

import functools
import importlib.metadata
from collections.abc import Iterable

from attrs import field, frozen

from cooperation.diagnostics import Page
from cooperation.rules._rule import Rule

__all__ = ["GROUP", "Joined", "joined", "joined_for", "split"]

GROUP = "cooperation.rules"
"""The entry-point group under which families of rules join, each named by the letters of its codes."""


@frozen(kw_only=True)
class Joined:
    """A family of rules that are asked of other values than those of the model.

    Attributes:
        family: The letters of its codes.
        about: What its rules are about, in a few words.
        profile: The name of the profile by which they are asked where nothing is said.
        rules: The rules.
        pages: The pages of its rules and of its faults of structure.
    """

    family: str
    about: str
    profile: str
    rules: tuple[Rule, ...] = field(repr=False)
    pages: tuple[Page, ...] = field(repr=False)


def joined() -> tuple[Joined, ...]:
    """The families that joined, by their letters.

    >>> [one.family for one in joined()]
    ['IAT']
    """
    return tuple(_family(name) for name in sorted(_entries()))


def joined_for(code: str) -> Joined | None:
    """The family that joined and that a code is of, if it is of any; no other is loaded."""
    return _family(code[:3]) if code[:3] in _entries() else None


def split(words: Iterable[str], family: str | None) -> tuple[str, ...]:
    """Of codes and letters of families, those that are not of any family that joined; or those of one that did.

    No family is loaded for it.

    >>> split(["LOG003", "IAT", "IAT110"], None), split(["LOG003", "IAT", "IAT110"], "IAT")
    (('LOG003',), ('IAT', 'IAT110'))
    """
    return tuple(word for word in words if (word[:3] if word[:3] in _entries() else None) == family)


@functools.cache
def _entries() -> dict[str, importlib.metadata.EntryPoint]:
    return {entry.name: entry for entry in importlib.metadata.entry_points(group=GROUP)}


@functools.cache
def _family(name: str) -> Joined:
    return _entries()[name].load()  # type: ignore[no-any-return]
