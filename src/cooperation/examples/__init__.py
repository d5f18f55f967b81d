"""The packaged portfolios: ten real projects, a complete proposal and the same with faults, two projects followed over
three years, and the smallest document.

The proposal stands there as a file of the IATI standard, too, as it is published.
"""

import json
import re
from importlib.resources import files
from pathlib import Path

from cooperation.errors import CooperationError
from cooperation.formats import Document, format_of
from cooperation.model import Portfolio

__all__ = ["example_text", "examples", "load_example", "read_example", "skeleton"]

_PUBLISHED = "proposal.xml"
_AS_PUBLISHED = "The complete proposal as it is published: a file of the IATI standard, made from it."
_UNNAMED = "my-project"
_LONGEST_ID = 60


def examples() -> dict[str, str]:
    """The names of the examples, each with the first line that says what it is."""
    found = {}
    for file in sorted(files(__name__).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".yaml") and not file.name.startswith("_"):
            found[file.name.removesuffix(".yaml")] = file.read_text("utf-8").partition("\n")[0].lstrip("# ")
    return dict(sorted((found | {_PUBLISHED: _AS_PUBLISHED}).items()))


def example_text(name: str) -> str:
    """The text of an example as it is packaged, comments and all.

    Raises:
        CooperationError: There is no such example.
    """
    if name not in examples():
        raise CooperationError(f"no example {name!r}; there are {', '.join(examples())}")
    return files(__name__).joinpath(_file(name)).read_text("utf-8")


def _file(name: str) -> str:
    return name if name == _PUBLISHED else f"{name}.yaml"


def load_example(name: str) -> Portfolio:
    """The portfolio of an example.

    Raises:
        CooperationError: There is no such example.
        LoadError: The example is the broken one.

    >>> len(load_example("vaxjo"))
    10
    """
    return read_example(name).portfolio


def read_example(name: str) -> Document:
    """The document of an example, with its positions.

    Raises:
        CooperationError: There is no such example.
        LoadError: The example is the broken one.
        MissingExtraError: The example is a file of the IATI standard, and lxml is not installed.
    """
    file = _file(name)
    return format_of(Path(file)).read(example_text(name).encode(), file)


def skeleton(name: str) -> str:
    """A proposal to fill in, with a word on every part of it: the text that ``cooperation new`` writes.

    Args:
        name: What the project is called, in words or as an id such as ``energy-plan``.

    >>> from cooperation.formats import loads
    >>> project = loads(skeleton("Clean water for all")).projects[0]
    >>> project.id, project.title
    ('clean-water-for-all', 'Clean water for all')
    """
    title = " ".join("".join(c if c.isprintable() else " " for c in name).split()) or _UNNAMED
    id = re.sub(r"[\W_]+", "-", title.casefold()).strip("-")[:_LONGEST_ID] or _UNNAMED  # noqa: A001
    if title == id:
        title = title.replace("-", " ").capitalize()
    text = files(__name__).joinpath("_skeleton.yaml").read_text("utf-8")
    # A text in JSON is the same text in YAML, whatever quotes and colons it holds.
    return text.replace("id: my-project\n", f"id: {json.dumps(id, ensure_ascii=False)}\n", 1).replace(
        "title: My project\n", f"title: {json.dumps(title, ensure_ascii=False)}\n", 1
    )
