"""Reading and writing whole files; a file that exists is never left half written."""

import os
from pathlib import Path as FilePath
from typing import Any

from cooperation.atomic import replacing
from cooperation.errors import CooperationError
from cooperation.formats.carriers import format_named, format_of
from cooperation.formats.document import Document
from cooperation.model import Portfolio, Project

__all__ = ["dump", "dumps", "load", "loads", "read", "reads", "write_atomically"]


def load(path: str | os.PathLike[str]) -> Portfolio:
    """The portfolio of a file: ``.yaml``, ``.json``, ``.jsonl``, or any format that is installed.

    Of a key that stands twice in JSON the parser keeps the last; ``read`` reports it.

    Raises:
        LoadError: The file has faults; all of them are told, with their places.
        UnknownFormatError: The suffix belongs to no format that is installed.
        OSError: The file cannot be read.
    """
    file = FilePath(path)
    return format_of(file).load(file.read_bytes(), file.name)


def loads(text: str | bytes, format: str = "yaml", *, name: str = "<text>") -> Portfolio:  # noqa: A002
    r"""The portfolio of a text.

    Args:
        text: The text, or its bytes in UTF-8.
        format: ``yaml``, ``json``, ``jsonl``, or any format that is installed.
        name: What to call the text in messages.

    Raises:
        LoadError: The text has faults; all of them are told, with their places.
        UnknownFormatError: No format of that name is installed.

    >>> loads("cooperation: 1\nproject: {id: energy-plan, title: Energy plan}")["energy-plan"].title
    'Energy plan'
    """
    return format_named(format).load(_bytes(text), name)


def read(path: str | os.PathLike[str]) -> Document:
    """The document of a file: its portfolio, its allowances, and where everything stands.

    Raises:
        LoadError: The file has faults; all of them are told, with their places.
        UnknownFormatError: The suffix belongs to no format that is installed.
        OSError: The file cannot be read.
    """
    file = FilePath(path)
    return format_of(file).read(file.read_bytes(), file.name)


def reads(text: str | bytes, format: str = "yaml", *, name: str = "<text>") -> Document:  # noqa: A002
    """As ``read``, of a text.

    Raises:
        LoadError: The text has faults; all of them are told, with their places.
        UnknownFormatError: No format of that name is installed.
    """
    return format_named(format).read(_bytes(text), name)


def dumps(x: Portfolio | Project | Document, format: str = "yaml") -> str:  # noqa: A002
    """The text of a portfolio, of one project, or of a document with its allowances.

    Raises:
        CooperationError: A text has half a surrogate pair or a NUL, or a number is too long for a document.
        UnknownFormatError: No format of that name is installed.

    >>> print(dumps(Project(id="a", title="A"), format="json"))
    {
      "cooperation": 1,
      "project": {
        "id": "a",
        "title": "A"
      }
    }
    <BLANKLINE>
    """
    return _written(format_named(format), x).decode()


def dump(x: Portfolio | Project | Document, path: str | os.PathLike[str]) -> None:
    """Write a portfolio, one project, or a document with its allowances to a file, wholly or not at all.

    Raises:
        CooperationError: A text has half a surrogate pair or a NUL, or a number is too long for a document.
        UnknownFormatError: The suffix belongs to no format that is installed.
        OSError: The file cannot be written; what stood there before still stands.
    """
    file = FilePath(path)
    write_atomically(file, _written(format_of(file), x))


def write_atomically(path: FilePath, data: bytes) -> None:
    """Put bytes in a file by way of another beside it, so that a reader sees the old or the new and nothing between.

    Raises:
        OSError: The file cannot be written; what stood there before still stands.
    """
    with replacing(path) as file:
        file.write(data)


def _written(format: Any, x: Portfolio | Project | Document) -> bytes:  # noqa: A002
    try:
        return format.write(_document(x))  # type: ignore[no-any-return]
    except UnicodeEncodeError as error:
        raise CooperationError(
            f"a text holds half a surrogate pair, which no file can hold: {error.object!r}"
        ) from None


def _document(x: object) -> Document:
    if isinstance(x, Document):
        return x
    if isinstance(x, Portfolio):
        return Document(portfolio=x)
    if isinstance(x, Project):
        return Document(portfolio=Portfolio(projects=(x,)))
    raise TypeError(
        f"a document is a portfolio or a project, not {type(x).__name__}: to_tree gives the tree of any value"
    )


def _bytes(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
