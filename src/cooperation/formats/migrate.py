"""Older documents, brought to the present version as plain trees before anything is built from them."""

import copy
from collections.abc import Callable
from typing import Any

from cooperation.formats.mirror import VERSION

__all__ = ["MIGRATIONS", "migrate"]

Tree = dict[str, Any]


def migrate(tree: Any) -> Any:
    """The same document in the present version; what is no document, or of no known version, comes back as it is.

    >>> old = {"cooperation": 0, "project": {"id": "a", "title": "A", "results": [{"id": "o", "text": "Wells"}]}}
    >>> migrate(old)["project"]
    {'id': 'a', 'title': 'A', 'logframe': {'objectives': [{'id': 'o', 'statement': 'Wells'}]}}
    """
    while isinstance(tree, dict) and (step := MIGRATIONS.get(str(tree.get("cooperation")))) is not None:
        tree = step(copy.deepcopy(tree))
    return tree


def _from_0(tree: Tree) -> Tree:
    """Version 0, the trial format, had one flat list of results and no rooms in a project."""
    tree["cooperation"] = VERSION
    projects = [tree.get("project"), *_list(tree.get("projects"))]
    for project in projects:
        if isinstance(project, dict):
            _furnish(project)
    return tree


_ROOMS = (
    ("results", "logframe", "objectives"),
    ("risks", "logframe", "risks"),
    ("activities", "plan", "activities"),
    ("benefits", "win_win", "benefits"),
    ("sdgs", "tags", "sdgs"),
)


def _furnish(project: Tree) -> None:
    """Move what lay in a project of version 0 into its rooms, under its present names.

    What finds its place taken stays where it is, and is refused there as an unknown key.
    """
    for old, name, key in _ROOMS:
        room = project.setdefault(name, {}) if old in project else None
        if isinstance(room, dict) and key not in room:
            room[key] = project.pop(old)
            if old == "results":
                for result in _list(room[key]):
                    if isinstance(result, dict):
                        _rename(result)
    if isinstance(project.get("partners"), list):
        project["partners"] = [{"organisation": p} if isinstance(p, str) else p for p in project["partners"]]


def _rename(result: Tree) -> None:
    """A result of version 0 had a text, a type and one parent."""
    for old, new in (("text", "statement"), ("type", "level"), ("parent", "contributes_to")):
        if old in result and new not in result:
            result[new] = result.pop(old)
            if old == "parent":
                result[new] = [result[new]] if result[new] is not None else None
    if result.get("level") == "purpose":
        result["level"] = "outcome"
        result.setdefault("label", "purpose")


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


MIGRATIONS: dict[str, Callable[[Tree], Tree]] = {"0": _from_0}
"""One step for each older version, by the version it starts from."""
