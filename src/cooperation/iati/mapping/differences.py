"""What an activity does not say of its project: told by what comes back of it, and by the table why."""

import itertools
import re
from collections.abc import Iterator
from typing import Any

from cooperation.iati.mapping.outcome import Notes, Path
from cooperation.iati.mapping.overlay import have_all
from cooperation.iati.mapping.to_standard import TO_STANDARD
from cooperation.model.structure import fields_of

__all__ = ["OTHERWISE", "note_losses"]

OTHERWISE = "the standard says it otherwise"
"""Why something is not carried for which the table has no reason: there should be none."""
_BLANK = "there is nothing to read in it"
_NONE = object()
"""What is told of something that is not told at all."""
_MOST_PAIRS = 40_000  # a second is too long for telling apart what is alike
_MONEY = re.compile(r"(-?[\d.]+) ([A-Z]{3})")
_BETWEEN = re.compile(r"(\d{4}[-\d]*)/(\d{4}[-\d]*)")


def note_losses(said: Any, told: Any, root: type, notes: Notes, language: str | None, at: Path = ()) -> None:
    """Note what the first tree says and the second does not.

    Args:
        said: The tree of what was to be told.
        told: The tree of what comes back of it.
        root: The class whose tree it is.
        notes: What is lost.
        language: The language of a plain text, which says the same as a text in that language.
        at: Where it stands.
    """
    for path, value in _beyond(_plain(said, language), _plain(told, language), ()):
        _note(path, value, root, notes, at)


def _note(path: Path, value: Any, root: type, notes: Notes, at: Path) -> None:
    why = _why(root, path)
    if why is None and isinstance(value, dict):
        for key, below in value.items():  # of a room that is gone each thing has its reason
            _note((*path, key), below, root, notes, at)
    elif why is None:
        blank = isinstance(value, str) and not value.strip()
        notes.lose((*at, *path), value, _BLANK if blank else OTHERWISE)
    else:
        notes.lose((*at, *path), value, why)


def _beyond(said: Any, told: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    if isinstance(said, dict) and isinstance(told, dict):
        for key, value in said.items():
            if key in told:
                yield from _beyond(value, told[key], (*path, key))
            else:
                yield (*path, key), value
    elif isinstance(said, list) and isinstance(told, list) and (key := _named_by(said, told)) is not None:
        known = {part[key]: part for part in told}
        for i, part in enumerate(said):
            yield from _beyond(part, known.get(part[key], _NONE), (*path, i))
    elif isinstance(said, list) and isinstance(told, list) and len(said) * len(told) <= _MOST_PAIRS:
        for i, (one, other) in enumerate(_aligned(said, told)):
            yield from _beyond(one, other, (*path, i))
    elif str(said) != str(told):
        yield path, said


def _named_by(said: list[Any], told: list[Any]) -> str | None:
    """The key by which each part of both lists is known."""
    return next((key for key in ("id", "code") if all(have_all(parts, key) for parts in (said, told))), None)


def _aligned(said: list[Any], told: list[Any]) -> Iterator[tuple[Any, Any]]:
    """Each item that is said with the one that is told of it, so that as much as can be is alike; else with nothing."""
    if len(said) == len(told):
        yield from zip(said, told, strict=True)
        return
    # How much is alike from each pair of places on, filled from the end.
    best = [[0] * (len(told) + 1) for _ in range(len(said) + 1)]
    alike = [[_alike(one, other) for other in told] for one in said]
    for i, j in itertools.product(reversed(range(len(said))), reversed(range(len(told)))):
        best[i][j] = max(best[i + 1][j], best[i][j + 1], alike[i][j] and alike[i][j] + best[i + 1][j + 1])
    j = 0
    for i, one in enumerate(said):
        while j < len(told) and best[i][j] == best[i][j + 1] and best[i][j]:
            j += 1
        if j < len(told) and alike[i][j] and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            yield one, told[j]
            j += 1
        else:
            yield one, _NONE


def _alike(said: Any, told: Any) -> int:
    """How much two trees have in common."""
    if isinstance(said, dict) and isinstance(told, dict):
        return sum(_alike(value, told[key]) for key, value in said.items() if key in told)
    if isinstance(said, list) and isinstance(told, list):
        return sum(_alike(one, other) for one, other in zip(said, told, strict=False))
    return int(type(said) is type(told) and str(said) == str(told))


def _plain(tree: Any, language: str | None) -> Any:
    """A tree in which what can be said in two ways is said in one: texts, money and periods."""
    if isinstance(tree, dict):
        if list(tree) == [language] and isinstance(tree[language], str):
            return tree[language]
        return {key: _plain(value, language) for key, value in tree.items()}
    if isinstance(tree, list):
        return [_plain(item, language) for item in tree]
    if isinstance(tree, str):
        money, between = _MONEY.fullmatch(tree), _BETWEEN.fullmatch(tree)
        if money is not None:
            return {"amount": money[1], "currency": money[2]}
        if between is not None:
            return {"start": between[1], "end": between[2]}
    return tree


def _why(root: type, path: Path) -> str | None:
    """Why what stands at a path is not carried, by the last field on the way that says so."""
    cls: Any = root
    why = None
    for step in path:
        if isinstance(step, int) or cls is None:
            continue
        fate = TO_STANDARD.get(cls, {}).get(step)
        if fate is None:
            break
        why = fate.why or why
        if fate.to is None:
            break
        shape = next(shape for shape in fields_of(cls) if shape.name == step)
        cls = next((held for held in shape.holds if held in TO_STANDARD), None)
    return why
