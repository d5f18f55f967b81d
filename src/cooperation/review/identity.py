"""What a place of a document is, whatever line it stands on and in which order its lists are.

Findings of two versions of a document, and of two runs of a check, are recognised by it.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from attrs import field, frozen

from cooperation.diagnostics import Diagnostic, Path
from cooperation.formats.tree import document_tree
from cooperation.review.checking import Review

__all__ = ["Identity", "Parts", "fingerprints"]

Identity: TypeAlias = tuple[str, ...]
"""The keys down to a place, each item of a list by its id, or by what else names it."""

# What an item of a list is recognised by when it has no id; of these it is all that it has.
_NAMING = (
    "organisation",
    "partner",
    "from_partner",
    "to_partner",
    "project",
    "statement",
    "title",
    "name",
    "text",
    "topic",
    "description",
    "kind",
    "code",
    "marker",
    "value",
    "date",
    "period",
    "due",
    "rule",
    "at",
)


@frozen
class Parts:
    """The parts of a document, recognised by ids instead of places.

    Attributes:
        tree: The plain tree of the document.

    """

    tree: Any = field(repr=False)

    @classmethod
    def of(cls, review: Review) -> "Parts":
        """The parts of the document that was reviewed, those that could not be read among them."""
        if review.tree is not None or review.document is None:
            return cls(review.tree)
        return cls(document_tree(review.document.portfolio, review.document.allowances))

    def identity(self, path: Path) -> Identity:
        """What stands at a place.

        >>> parts = Parts({"project": {"id": "a", "logframe": {"objectives": [{"id": "wells"}, {"id": "pumps"}]}}})
        >>> parts.identity(("projects", 0, "logframe", "objectives", 1, "statement"))
        ('projects', '=a', 'logframe', 'objectives', '=pumps', 'statement')
        """
        found: list[str] = []
        node = self.tree
        for step in path:
            node = _child(node, step)
            found.append(f"={_label(node)}" if isinstance(step, int) else step)
        return tuple(found)

    def numbered(self, path: Path) -> Identity:
        """What stands at a place, with an id where there is one and a number where there is none."""
        named = zip(self.identity(path), path, strict=True)
        ids = self._has_ids(path)
        return tuple(
            str(step) if isinstance(step, int) and not has_id else name
            for (name, step), has_id in zip(named, ids, strict=True)
        )

    def around(self, path: Path) -> Path:
        """The nearest item of a list at or around a place that is more than a word; ``()`` where there is none.

        >>> Parts({"projects": [{"id": "a", "aliases": ["b"]}]}).around(("projects", 0, "aliases", 0))
        ('projects', 0)
        """
        node, nearest = self.tree, 0
        for depth, step in enumerate(path, start=1):
            node = _child(node, step)
            if isinstance(step, int) and isinstance(node, Mapping):
                nearest = depth
        return path[:nearest]

    def size(self, path: Path) -> int:
        """How many items the list at a place has; 0 where there is none."""
        node = self.tree
        for step in path:
            node = _child(node, step)
        return len(node) if isinstance(node, list | tuple) else 0

    def holds(self, identity: Identity) -> bool:
        """Whether there is such a part."""
        node = self.tree
        for step in identity:
            if step.startswith("="):
                items = node if isinstance(node, list | tuple) else ()
                node = next((item for item in items if f"={_label(item)}" == step), None)
            else:
                node = _child(node, step)
            if node is None:
                return False
        return True

    def _has_ids(self, path: Path) -> Iterator[bool]:
        node = self.tree
        for step in path:
            node = _child(node, step)
            yield isinstance(node, Mapping) and _id(node) is not None


def fingerprints(review: Review, findings: Iterable[Diagnostic]) -> Iterator[str]:
    """A fingerprint of each finding: the same in every run and version, wherever the part it is said of has moved.

    Findings of one rule on one part are told apart by their number.
    """
    parts = Parts.of(review)
    met: dict[str, int] = {}
    for finding in findings:
        told = "\0".join((finding.code, *parts.identity(finding.path)))
        digest = hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]
        met[digest] = met.get(digest, 0) + 1
        yield f"{digest}:{met[digest]}"


def _child(node: Any, step: str | int) -> Any:
    if isinstance(step, int):
        return node[step] if isinstance(node, list | tuple) and step < len(node) else None
    if not isinstance(node, Mapping):
        return None
    if step == "projects" and not node.get("projects") and "project" in node:
        return [node["project"]]  # the one project of a proposal stands alone
    return node.get(step)


def _id(node: Mapping[Any, Any]) -> str | None:
    held = node.get("id")
    if held is None:
        # An organisation takes part under its own id.
        held = node.get("organisation")
        held = held.get("id") if isinstance(held, Mapping) else held
    return None if held is None or isinstance(held, list | dict) else str(held)


def _label(node: Any) -> str:
    """What an item of a list is recognised by."""
    if not isinstance(node, Mapping):
        return _words(node)
    own = _id(node)
    if own is not None:
        return own
    named = {key: _words(node[key]) for key in _NAMING if node.get(key) is not None}
    return _words(named or node)


def _words(value: Any) -> str:
    if isinstance(value, Mapping):
        return f"{{{', '.join(sorted(f'{key}: {_words(held)}' for key, held in value.items()))}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_words, value))}]"
    return "" if value is None else str(value)
