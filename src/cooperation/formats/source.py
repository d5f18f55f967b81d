"""The text a document was read from, and where in it a path stands."""

import functools
import re
from collections.abc import Callable

import yaml
from attrs import field, frozen

from cooperation.diagnostics import Path, Position

__all__ = ["SourceText"]

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# libyaml refuses a pair of surrogates that JSON escapes; for positions anything of the same length will do.
_SURROGATES = re.compile(r"(\\u[dD][89abAB][0-9a-fA-F]{2}){1,2}(\\u[dD][c-fC-F][0-9a-fA-F]{2})?")


@frozen(kw_only=True)
class SourceText:
    """A text with its name, which finds the place of a path when it is asked and not before.

    Attributes:
        name: The file's name, or a word for where the text came from.
        text: The text.
        part_of: For a text of several documents, one a line: the line and the path within it of a path of the whole.
    """

    name: str
    text: str = field(repr=False)
    part_of: Callable[[Path], tuple[int, Path]] | None = field(default=None, repr=False, eq=False)

    def locate(self, path: Path, *, key: bool = False) -> Position | None:
        r"""Where a path stands: the value, or the key before it; the nearest part around it where it is absent.

        A list or a mapping under a key stands where its key does, so that one sees what is meant.

        >>> SourceText(name="a.yaml", text="project:\n  title: Energy").locate(("projects", 0, "title"))
        Position(line=2, column=10)
        """
        if self.part_of is not None:
            line, path = self.part_of(path)
            found = _locate(_composed(self.text.split("\n")[line]), path, key=key)
            return Position(line + 1, found.column if found else 1)
        return _locate(_composed(self.text), path, key=key)

    def line(self, number: int) -> str:
        """A line of the text, counted from 1, without its end."""
        lines = self.text.splitlines() if self.part_of is None else self.text.split("\n")
        return lines[number - 1].rstrip("\r") if 0 < number <= len(lines) else ""


@functools.lru_cache(maxsize=16)
def _composed(text: str) -> yaml.Node | None:
    """The nodes of a text with their marks; JSON is read as YAML, whose flow style it is."""
    if text.lstrip()[:1] in ("{", "["):
        # A raw tab never stands inside a JSON string, so nothing is lost.
        text = _SURROGATES.sub(lambda match: "x" * len(match[0]), text.replace("\t", " "))
    loader = _Loader(text)
    loader.yaml_implicit_resolvers = {}
    try:
        return loader.get_single_node()
    except (yaml.YAMLError, RecursionError):
        return None
    finally:
        loader.dispose()


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
