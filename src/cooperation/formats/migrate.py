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


def _furnish(project: Tree) -> None:
    """Move what lay in a project of version 0 into its rooms, under its present names."""
    results = [_objective(result) for result in _list(project.pop("results", None))]
    for room, key, items in (
        ("logframe", "objectives", results),
        ("logframe", "risks", _list(project.pop("risks", None))),
        ("plan", "activities", _list(project.pop("activities", None))),
        ("win_win", "benefits", _list(project.pop("benefits", None))),
        ("tags", "sdgs", _list(project.pop("sdgs", None))),
    ):
        if items:
            project.setdefault(room, {})[key] = items
    if isinstance(project.get("partners"), list):
        project["partners"] = [{"organisation": p} if isinstance(p, str) else p for p in project["partners"]]


def _objective(result: Any) -> Any:
    """A result of version 0 had a text, a type and one parent."""
    if not isinstance(result, dict):
        return result
    for old, new in (("text", "statement"), ("type", "level")):
        if old in result:
            result[new] = result.pop(old)
    if result.get("level") == "purpose":
        result |= {"level": "outcome", "label": "purpose"}
    if "parent" in result:
        result["contributes_to"] = [result.pop("parent")]
    return result


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


MIGRATIONS: dict[str, Callable[[Tree], Tree]] = {"0": _from_0}
"""One step for each older version, by the version it starts from."""
