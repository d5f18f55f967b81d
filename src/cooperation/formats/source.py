"""The text a document was read from, and where in it a path stands."""

import bisect
import functools
import json
import re
from collections.abc import Callable

import yaml
from attrs import field, frozen

from cooperation.diagnostics import Path, Position
from cooperation.formats.json_text import tokens

__all__ = ["SourceText"]

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LINE_END = re.compile("\n")


@frozen(kw_only=True)
class SourceText:
    """A text with its name, which finds the place of a path when it is asked and not before.

    Attributes:
        name: The file's name, or a word for where the text came from.
        text: The text.
        part_of: For a text of several documents, one a line: the line and the path within it of a path of the whole.
        has_columns: Whether places in it are told to the letter; those in XML are told to the line.
    """

    name: str
    text: str = field(repr=False)
    part_of: Callable[[Path], tuple[int, Path]] | None = field(default=None, repr=False, eq=False)
    has_columns: bool = True

    def locate(self, path: Path, *, key: bool = False) -> Position | None:
        r"""Where a path stands: the value, or the key before it; the nearest part around it where it is absent.

        A list or a mapping under a key stands where its key does, so that one sees what is meant.

        >>> SourceText(name="a.yaml", text="project:\n  title: Energy").locate(("projects", 0, "title"))
        Position(line=2, column=10)
        """
        if self.part_of is not None:
            line, path = self.part_of(path)
            found = _locate(_composed(self.line(line + 1)), path, key=key)
            return Position(line + 1, found.column if found else 1)
        return _locate(_composed(self.text), path, key=key)

    def line(self, number: int) -> str:
        """A line of the text, counted from 1, without its end."""
        lines = _lines(self.text)
        return lines[number - 1] if 0 < number <= len(lines) else ""


@functools.lru_cache(maxsize=16)
def _lines(text: str) -> tuple[str, ...]:
    # Lines end in JSON and XML where editors end them; YAML knows a few more line ends.
    lines = text.split("\n") if text.lstrip()[:1] in ("{", "[", "<") else text.splitlines()
    return tuple(line.rstrip("\r") for line in lines)


@functools.lru_cache(maxsize=16)
def _composed(text: str) -> yaml.Node | None:
    """The nodes of a text with their marks."""
    if text.lstrip()[:1] in ("{", "[") and (root := _composed_json(text)) is not None:
        return root
    if text.lstrip()[:1] == "<":
        return None  # XML, whose places its own reader tells
    loader = _Loader(text)
    loader.yaml_implicit_resolvers = {}
    try:
        return loader.get_single_node()
    except (yaml.YAMLError, RecursionError):
        return None
    finally:
        loader.dispose()


def _composed_json(text: str) -> yaml.Node | None:
    """The nodes of a JSON text, or ``None`` when it is YAML in flow style.

    As YAML it could not be read: JSON has tabs, long keys and pairs of surrogates that YAML does not.
    """
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    composer = _JsonComposer()
    try:
        for match in tokens(text):
            if match[0] not in ",:":
                line = bisect.bisect_right(starts, match.start()) - 1
                composer.take(match[0], yaml.Mark("", 0, line, match.start() - starts[line], None, 0))
    except (ValueError, IndexError):
        return None
    return composer.root


class _JsonComposer:
    """Puts the words of a JSON text together into nodes; that it is JSON has been seen elsewhere."""

    def __init__(self) -> None:
        self.root: yaml.Node | None = None
        self.stack: list[yaml.CollectionNode] = []
        self.key: yaml.ScalarNode | None = None

    def take(self, word: str, mark: yaml.Mark) -> None:
        if word in "]}":
            self.stack.pop()
        elif self.key is None and self.stack and isinstance(self.stack[-1], yaml.MappingNode):
            if word[0] != '"':
                raise ValueError("a key of JSON stands in quotes")
            self.key = yaml.ScalarNode("", json.loads(word) if "\\" in word else word[1:-1], mark)
        elif word in "[{":
            node = yaml.MappingNode("", [], mark) if word == "{" else yaml.SequenceNode("", [], mark)
            self._put(node)
            self.stack.append(node)
        else:
            self._put(yaml.ScalarNode("", word, mark))

    def _put(self, node: yaml.Node) -> None:
        if self.stack:
            self.stack[-1].value.append(node if self.key is None else (self.key, node))
        else:
            self.root = self.root or node
        self.key = None


def _locate(node: yaml.Node | None, path: Path, *, key: bool) -> Position | None:
    if node is None:
        return None
    if path[:2] == ("projects", 0) and _child(node, "projects") is None and _child(node, "project") is not None:
        path = ("project", *path[2:])
    mark = node.start_mark
    for depth, step in enumerate(path):
        found = _child(node, step)
        if found is None:
            break
        before, node = found
        on_key = before is not None and (not isinstance(node, yaml.ScalarNode) or (key and depth == len(path) - 1))
        mark = before.start_mark if on_key and before is not None else node.start_mark
    return Position(mark.line + 1, mark.column + 1)


def _child(node: yaml.Node, step: str | int) -> tuple[yaml.Node | None, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        # Of a key that stands twice the last is the one that would be read.
        return next(((k, v) for k, v in reversed(node.value) if k.value == step), None)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return None, node.value[step]
    return None
