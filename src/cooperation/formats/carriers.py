"""The carriers: YAML, JSON and JSON Lines, each a value that reads and writes whole documents.

Another package joins with a ``Format`` of its own under the entry-point group ``cooperation.formats``,
named by the suffix of its files.
"""

import codecs
import functools
import importlib.metadata
import re
from collections.abc import Callable, Iterable
from pathlib import Path as FilePath
from typing import Any, Protocol

import msgspec
from attrs import field, frozen

from cooperation.diagnostics import LoadError, Position, Report
from cooperation.errors import InvariantError, UnknownFormatError
from cooperation.formats import build, json_text, yaml_text
from cooperation.formats.document import Document
from cooperation.formats.faults import Fault, diagnose
from cooperation.formats.json_lines import Whole
from cooperation.formats.json_text import place_of
from cooperation.formats.mirror import VERSION
from cooperation.formats.source import SourceText
from cooperation.formats.tree import document_tree
from cooperation.formats.words import nearest
from cooperation.model import Portfolio

__all__ = [
    "GROUP",
    "JSON",
    "JSONL",
    "YAML",
    "Format",
    "Judged",
    "Parsed",
    "Shown",
    "Told",
    "format_named",
    "format_of",
    "suffixes",
]

GROUP = "cooperation.formats"
"""The entry-point group under which another package's formats join, each named by the suffix of its files."""
_LARGEST_YAML = 64 * 2**20


@frozen(kw_only=True)
class Parsed:
    """A text that could be read as a tree, whatever the tree is worth.

    Attributes:
        tree: The plain tree.
        source: The text, for finding places.
        faults: What was wrong in the text itself, such as a key that stands twice.
    """

    tree: Any
    source: SourceText
    faults: tuple[Fault, ...] = ()


class Shown(Protocol):
    """What people read of a file, such as a sheet of ``cooperation.views``."""

    def segments(self, width: int = ...) -> Iterable[tuple[str, str]]:
        """Its text in pieces, each with its role, no line wider than this."""


@frozen(kw_only=True)
class Judged:
    """What a format that has rules of its own says of a file.

    Attributes:
        report: The findings, each with its line, in the order of the file.
        text: The text of the file, for showing lines; ``None`` where there is none to show.
        is_readable: Whether the file could be read to its end.
    """

    report: Report
    text: str | None = field(default=None, repr=False)
    is_readable: bool = True


@frozen(kw_only=True)
class Told:
    """What was read or written, and what could not be carried between the format and the model.

    Attributes:
        value: The document that was read, or the bytes to write.
        lost: What was lost, each piece with its place, to be shown to people.
    """

    value: Any
    lost: tuple[object, ...] = ()


@frozen(kw_only=True)
class Format:
    """How one kind of file is read and written.

    Attributes:
        name: What it is called, such as ``yaml``.
        suffixes: The suffixes of its files, with the dot.
        load: Bytes and a name into a portfolio, as fast as can be; raises ``LoadError``.
        read: Bytes and a name into a document with positions; raises ``LoadError``.
        write: A document into bytes.
        parse: Bytes and a name into a tree with positions, for formats of the document's own shape.
        judge: Bytes and a name, with what is asked as keywords (``stage``, ``profile``, ``today``, ``select``,
            ``ignore`` and ``lenient``), into what is found; for formats that have rules of their own.
        family: The letters of the codes of those rules.
        show: Bytes, a name and which part is wanted into what a file says; for formats that are shown as they are.
        read_telling: As ``read``, with what was lost; for formats that cannot say all of the model, nor it all of them.
        write_telling: As ``write``, with what was lost; a second argument says whether to add what only programs of
            this package understand, so that nothing is, and a third who publishes, where the document does not say it.
    """

    name: str
    suffixes: tuple[str, ...]
    load: Callable[[bytes, str], Portfolio]
    read: Callable[[bytes, str], Document]
    write: Callable[[Document], bytes]
    parse: Callable[[bytes, str], Parsed] | None = None
    judge: Callable[..., Judged] | None = None
    family: str | None = None
    show: Callable[[bytes, str, str | None], Shown] | None = None
    read_telling: Callable[[bytes, str], Told] | None = None
    write_telling: Callable[[Document, bool, str | None], Told] | None = None


def decoded(data: bytes, name: str) -> str:
    """The text of a file: UTF-8, with or without the mark that Windows puts before it.

    Raises:
        LoadError: It is not UTF-8, or holds a NUL byte, as no text does.
    """
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        kind = "UTF-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "not UTF-8"
        good = error.object[: error.start].decode("utf-8")
        raise _unreadable(name, f"the file is {kind}: save it as UTF-8", place_of(good, len(good))) from None
    if (offset := text.find("\0")) >= 0:
        raise _unreadable(name, "the file holds a NUL, which no text does: save it as UTF-8", place_of(text, offset))
    return text


def _finish(parsed: Parsed) -> Document:
    """The document of a tree, or every fault of it and of its text."""
    built = build.build_fast(parsed.tree) if not parsed.faults else None
    faults = list(parsed.faults)
    if built is None:
        built, found = build.build_detailed(parsed.tree)
        faults += found
    if built is None or faults:
        raise build.load_error(faults, parsed.source)
    return Document(portfolio=built[0], allowances=built[1], source=parsed.source)


# ---- YAML --------------------------------------------------------------------------------------------------------


def _parse_yaml(data: bytes, name: str) -> Parsed:
    if len(data) > _LARGEST_YAML:
        message = f"a YAML file of {len(data)} bytes; at most {_LARGEST_YAML} are read: use JSON Lines"
        raise LoadError((diagnose(Fault(name="hostile-text", message=message), None),), name)
    text = decoded(data, name)
    tree, faults = yaml_text.parse(text, name)
    return Parsed(tree=tree, source=SourceText(name=name, text=text), faults=tuple(faults))


def _read_yaml(data: bytes, name: str) -> Document:
    return _finish(_parse_yaml(data, name))


def _load_yaml(data: bytes, name: str) -> Portfolio:
    return _read_yaml(data, name).portfolio


def _write_yaml(document: Document) -> bytes:
    return yaml_text.write(document_tree(document.portfolio, document.allowances)).encode()


# ---- JSON --------------------------------------------------------------------------------------------------------

_encoder = msgspec.json.Encoder(decimal_format="number")
_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")


def _encode(tree: Any) -> bytes:
    data = _encoder.encode(tree)
    if b"\\u0000" in data and _NUL.search(data):
        raise InvariantError(yaml_text.NUL)
    return data


def _parse_json(data: bytes, name: str) -> Parsed:
    text = decoded(data, name)
    tree, faults = json_text.parse(text, name)
    return Parsed(tree=tree, source=SourceText(name=name, text=text), faults=tuple(faults))


def _read_json(data: bytes, name: str) -> Document:
    return _finish(_parse_json(data, name))


def _load_json(data: bytes, name: str) -> Portfolio:
    root = build.decode_fast(data.removeprefix(codecs.BOM_UTF8))
    built = None if root is None else build.build_fast(root)
    if built is None:
        return _read_json(data, name).portfolio
    if len(data) > json_text.LONGEST_TEXT:
        json_text.check_bounds(decoded(data, name), name)
    return built[0]


def _write_json(document: Document) -> bytes:
    return msgspec.json.format(_encode(document_tree(document.portfolio, document.allowances)), indent=2) + b"\n"


# ---- JSON Lines --------------------------------------------------------------------------------------------------


def _load_jsonl(data: bytes, name: str) -> Portfolio:
    documents = []
    for line in data.removeprefix(codecs.BOM_UTF8).split(b"\n"):
        if line.strip():
            root = build.decode_fast(line)
            built = None if root is None else build.build_fast(root)
            if built is None:
                return _read_jsonl(data, name).portfolio
            documents.append(built)
    try:
        portfolio = build.merge(documents)[0] if documents else None
    except InvariantError:
        portfolio = None
    if portfolio is None:
        return _read_jsonl(data, name).portfolio
    if len(data) > json_text.LONGEST_TEXT:
        json_text.check_bounds(decoded(data, name), name)
    return portfolio


def _parse_jsonl(data: bytes, name: str) -> Parsed:
    """One tree of all lines: lists are joined, and what else they say must be the same."""
    text = decoded(data, name)
    whole = Whole(name=name)
    for number, line in enumerate(text.split("\n")):
        if line.strip():
            whole.add(number, line)
    return Parsed(
        tree=whole.tree, source=SourceText(name=name, text=text, part_of=whole.part_of), faults=tuple(whole.faults)
    )


def _read_jsonl(data: bytes, name: str) -> Document:
    return _finish(_parse_jsonl(data, name))


def _write_jsonl(document: Document) -> bytes:
    """A first line with what the projects share, then a line a project that names organisations by id."""
    head = document_tree(document.portfolio, document.allowances)
    project = head.pop("project", None)
    projects = head.pop("projects", [] if project is None else [project])
    lines = [head, *({"cooperation": VERSION, "project": project} for project in projects)]
    return b"".join(_encode(line) + b"\n" for line in lines)


YAML = Format(
    name="yaml", suffixes=(".yaml", ".yml"), load=_load_yaml, read=_read_yaml, write=_write_yaml, parse=_parse_yaml
)
"""YAML, the format people write."""
JSON = Format(name="json", suffixes=(".json",), load=_load_json, read=_read_json, write=_write_json, parse=_parse_json)
"""JSON, one document a file."""
JSONL = Format(
    name="jsonl",
    suffixes=(".jsonl", ".ndjson"),
    load=_load_jsonl,
    read=_read_jsonl,
    write=_write_jsonl,
    parse=_parse_jsonl,
)
"""JSON Lines: a document a line, joined into one portfolio."""

_OWN = (YAML, JSON, JSONL)


_BY_SUFFIX = {suffix.lstrip("."): own for own in _OWN for suffix in own.suffixes}


@functools.cache
def suffixes() -> tuple[str, ...]:
    """The suffixes of every format that is installed, with the dot, sorted; nothing is loaded for it."""
    return tuple(sorted(f".{suffix}" for suffix in {*_BY_SUFFIX, *_joined()}))


def format_named(name: str) -> Format:
    """The format with this name or suffix.

    Raises:
        UnknownFormatError: None that is installed has it.
    """
    suffix = name.lower().lstrip(".")
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    if suffix in _joined():
        return _joined()[suffix].load()  # type: ignore[no-any-return]
    known = [suffix.lstrip(".") for suffix in suffixes()]
    raise UnknownFormatError(f"no format {name!r}{nearest(name, known)}; known are {', '.join(known)}")


def format_of(path: FilePath) -> Format:
    """The format of a file, by its suffix.

    Raises:
        UnknownFormatError: The suffix belongs to no format that is installed.
    """
    # The longest that fits: a packed file has two.
    name = path.name.lower()
    found = max((suffix for suffix in suffixes() if name.endswith(suffix) and name != suffix), key=len, default=None)
    if found is not None:
        return format_named(found)
    raise UnknownFormatError(
        f"{path.name}: no format has the suffix {path.suffix!r}; known are {', '.join(suffixes())}"
    )


@functools.cache
def _joined() -> dict[str, importlib.metadata.EntryPoint]:
    """The formats of other packages, not yet loaded; those of this package cannot be replaced."""
    return {entry.name: entry for entry in importlib.metadata.entry_points(group=GROUP)}


def _unreadable(name: str, message: str, position: Position) -> LoadError:
    return LoadError((diagnose(Fault(name="unreadable-text", message=message), position),), name)
