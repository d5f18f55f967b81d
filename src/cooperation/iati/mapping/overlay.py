"""What one tree says beyond another, and how it is laid over it again.

A tree is the document that a portfolio is written as.
What a project says and the standard does not is the difference between the project's tree and the tree of what is read
back from its activity: nothing is listed twice, and nothing is forgotten.
"""

import itertools
import re
from collections.abc import Iterable
from typing import Any

from attrs import field, frozen

from cooperation.errors import CooperationError
from cooperation.formats import from_tree
from cooperation.formats.tree import document_tree
from cooperation.iati.mapping.outcome import Notes
from cooperation.model import Portfolio

__all__ = ["SAME", "ById", "Nothing", "beyond", "have_ids", "laid_over", "over", "tree_of"]


_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
SAME = object()
"""That nothing is said beyond."""


@frozen
class Nothing:
    """That the one tree has nothing where the other has something."""


@frozen
class ById:
    """What is said of the parts of a list that have ids: all of them, in order, each with what is to be laid over it.

    Attributes:
        parts: Pairs of an id and what is said beyond; an empty mapping for a part that is as it was.
    """

    parts: tuple[tuple[str, Any], ...] = field()


def tree_of(portfolio: Portfolio) -> dict[str, Any]:
    """The tree of a portfolio; projects always stand in a list."""
    tree = document_tree(portfolio)
    project = tree.pop("project", None)
    return tree if project is None else {**tree, "projects": [project]}


def beyond(said: Any, told: Any) -> Any:
    """What the first tree says beyond the second; ``SAME`` where it says nothing more.

    >>> beyond({"id": "a", "scope": "society"}, {"id": "a", "status": "running"})
    {'scope': 'society', 'status': Nothing()}
    """
    if isinstance(said, dict) and isinstance(told, dict):
        more = {key: value for key in said if (value := _beyond(said[key], told, key)) is not SAME}
        if more and _is_text(said):
            # The versions of a text have an order, which a version that is not told would lose.
            *_, last = (key for key in said if key in more)
            more = dict(itertools.islice(said.items(), list(said).index(last) + 1))
        more.update((key, Nothing()) for key in told if key not in said)
        return more or SAME
    if isinstance(said, list) and isinstance(told, list):
        if have_ids(said) and have_ids(told):
            return _parts_beyond(said, told)
        same = len(said) == len(told) and all(beyond(a, b) is SAME for a, b in zip(said, told, strict=True))
        return SAME if same else said
    return SAME if type(said) is type(told) and str(said) == str(told) else said


def _is_text(tree: dict[str, Any]) -> bool:
    """Whether a tree is a text in several languages."""
    return "id" not in tree and all(isinstance(text, str) and _LANGUAGE.fullmatch(key) for key, text in tree.items())


def _beyond(value: Any, told: dict[str, Any], key: str) -> Any:
    return beyond(value, told[key]) if key in told else value


def have_ids(parts: list[Any]) -> bool:
    """Whether every part of a list has an id of its own."""
    return have_all(parts, "id")


def have_all(parts: list[Any], key: str) -> bool:
    """Whether every part of a list says under a key what no other says there."""
    said = [part[key] for part in parts if isinstance(part, dict) and isinstance(part.get(key), str)]
    return len(said) == len(parts) == len(set(said))


def _parts_beyond(said: list[Any], told: list[Any]) -> Any:
    known = {part["id"]: part for part in told}
    parts = []
    for part in said:
        more = beyond(part, known.get(part["id"], {"id": part["id"]}))
        parts.append((part["id"], {} if more is SAME else more))
    same = [part["id"] for part in said] == [part["id"] for part in told] and not any(more for _, more in parts)
    return SAME if same else ById(tuple(parts))


def over(told: Any, more: Any) -> Any:
    """A tree with what is said beyond it.

    >>> over({"id": "a", "status": "running"}, {"scope": "society", "status": Nothing()})
    {'scope': 'society', 'id': 'a'}
    """
    if more is SAME:
        return told
    if isinstance(more, ById):
        parts = told if isinstance(told, list) else []
        known = {part["id"]: part for part in parts if isinstance(part, dict) and "id" in part}
        return [over(known.get(id_, {"id": id_}), part) for id_, part in more.parts]
    if isinstance(more, dict) and isinstance(told, dict):
        merged = {key: over(told.get(key), value) for key, value in more.items()}
        merged.update((key, value) for key, value in told.items() if key not in more)
        return {key: value for key, value in merged.items() if not isinstance(value, Nothing)}
    if isinstance(more, dict):
        return {key: over(None, value) for key, value in more.items() if not isinstance(value, Nothing)}
    return [over(None, part) for part in more] if isinstance(more, list) else more


def laid_over(plain: Portfolio, said: Iterable[dict[str, Any] | None], notes: Notes) -> Portfolio:
    """A portfolio as its activities tell it, with what the extension of each says beyond.

    What does not fit any more, since somebody changed the file, is left out and told.

    Args:
        plain: What the standard tells.
        said: What the extension of each activity says, in their order.
        notes: What is lost.
    """
    tree = tree_of(plain)
    speaking = [(index, more) for index, more in enumerate(said) if more is not None]
    whole = tree
    for index, more in speaking:
        whole = over(whole, _placed(more, index, whole))
    laid, fault = _made(whole)
    if laid is not None:
        return laid
    # One of them at least does not fit; each is tried by itself.
    laid = plain
    for index, more in speaking:
        changed = over(tree, _placed(more, index, tree))
        found, fault = _made(changed)
        if found is None:
            notes.lose(("activities", index, "kept"), "the extension", f"it does not fit what the file says: {fault}")
        else:
            tree, laid = changed, found
    return laid


def _made(tree: Any) -> tuple[Portfolio | None, str]:
    """The portfolio of a tree; else the first line of what is wrong with it."""
    try:
        return from_tree(Portfolio, tree), ""
    except CooperationError as error:
        return None, str(error).partition("\n")[0]


def _placed(more: dict[str, Any], index: int, tree: dict[str, Any]) -> dict[str, Any]:
    """What one activity's extension says, made to leave alone what it does not speak of."""
    projects = tree["projects"]
    placed = {key: value for key, value in more.items() if key not in ("project", "organisations", "partnerships")}
    placed["projects"] = ById(
        tuple((p["id"], more.get("project", {}) if i == index else {}) for i, p in enumerate(projects))
    )
    for key in ("organisations", "partnerships"):
        told = more.get(key)
        if isinstance(told, ById):
            spoken = dict(told.parts)
            kept: list[tuple[str, Any]] = [(part["id"], {}) for part in tree.get(key, ()) if part["id"] not in spoken]
            placed[key] = ById((*told.parts, *kept))
    return placed
