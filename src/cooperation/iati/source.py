"""Where XML comes from: a path, bytes or a stream; packed or not, and never more than a bound, nor with a DOCTYPE."""

import contextlib
import importlib
import io
import os
import zlib
from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import IO, Any, TypeAlias

from cooperation.diagnostics import LoadError, Position
from cooperation.errors import MissingExtraError
from cooperation.iati.faults import diagnostic

__all__ = ["MOST_UNPACKED", "Source", "lxml_etree", "name_of", "opened", "refusal"]

Source: TypeAlias = str | os.PathLike[str] | bytes | IO[bytes]
"""What can be read: a path, the bytes themselves, or a file open for reading bytes."""

MOST_UNPACKED = 4 << 30
"""To how many bytes a packed file may unpack, when nobody says otherwise."""

_CHUNK = 1 << 16
_STEP = 1 << 10
_LONGEST_PROLOG = 16 << 20
_LONGEST_RUN = 10 << 20
_LARGEST_PART = 256 << 20  # of one activity, or of anything between two
_GZIP = b"\x1f\x8b"
# Real files unpack to ten or thirty times their size, what was made to harm to a thousand times.
_MOST_RATIO = 300
_UNSUSPECTED = 16 << 20  # however little it was packed into


def lxml_etree() -> Any:
    """The module that reads XML.

    Raises:
        MissingExtraError: lxml is not installed.
    """
    try:
        return importlib.import_module("lxml.etree")
    except ImportError:
        raise MissingExtraError("IATI", "lxml", "iati") from None


def name_of(source: Source) -> str:
    """What to call a source in messages."""
    if isinstance(source, bytes):
        return "<bytes>"
    if isinstance(source, str | os.PathLike):
        return FilePath(source).name
    name = getattr(source, "name", None)
    return FilePath(name).name if isinstance(name, str) else "<stream>"


@contextlib.contextmanager
def opened(source: Source, most: int = MOST_UNPACKED) -> "Iterator[Reader]":
    """The bytes of a source as a stream that refuses a DOCTYPE before the parser that builds a tree has seen it.

    Raises:
        LoadError: There is a DOCTYPE, or a packed file unpacks to more than ``most`` bytes, or to 300 times its size,
            or is damaged.
        OSError: The file cannot be read.
    """
    name = name_of(source)
    with contextlib.ExitStack() as stack:
        if isinstance(source, bytes):
            raw: IO[bytes] = io.BytesIO(source)
        elif isinstance(source, str | os.PathLike):
            raw = stack.enter_context(FilePath(source).open("rb"))
        else:
            raw = source
        yield Reader(raw, name, most)


class Reader:
    """A stream of plain bytes, with what was looked at in advance put back in front.

    Attributes:
        name: What to call it in messages.
        root: The tag of the root element, if there is one.
    """

    def __init__(self, raw: IO[bytes], name: str, most: int) -> None:
        self.name = name
        self.root: str | None = None
        self._raw = raw
        self._most = most
        self._unpacked = self._taken = 0
        self._run = self._held = 0
        first = self._bytes(raw.read(_CHUNK))
        self._packed = zlib.decompressobj(wbits=31) if first.startswith(_GZIP) else None
        self._rest = first if self._packed else b""
        self._ahead = b"" if self._packed else first
        self._ahead = self._past_the_prolog()

    def read(self, size: int = -1) -> bytes:
        """The next bytes, at most so many; none at the end."""
        if self._ahead:
            data, self._ahead = self._ahead[:size] if size > 0 else self._ahead, self._ahead[size:] if size > 0 else b""
            return data
        size = size if size > 0 else _CHUNK
        data = self._unpack(size) if self._packed else self._bytes(self._raw.read(size))
        self._measure(data)
        return data

    def mark(self) -> None:
        """Note that what was read so far need not be held any longer."""
        self._held = 0

    def _measure(self, data: bytes) -> None:
        """Refuse what would have to be held and never ends: a text, a tag with its attributes, an activity."""
        self._held += len(data)
        if self._held > _LARGEST_PART:
            raise refusal("hostile-xml", self.name, f"a part of the file is larger than {_LARGEST_PART >> 20} MB")
        last = data.rfind(b"<")
        self._run = self._run + len(data) if last < 0 else len(data) - last
        if self._run > _LONGEST_RUN:
            raise refusal("hostile-xml", self.name, "a text, or the attributes of an element, are longer than 10 MB")

    def _bytes(self, data: object) -> bytes:
        if not isinstance(data, bytes):
            raise TypeError(f"{self.name} gives {type(data).__name__}, not bytes: open it for reading bytes")
        self._taken += len(data)
        return data

    def _unpack(self, size: int) -> bytes:
        packed = self._packed
        assert packed is not None
        while True:
            if packed.eof:
                self._rest = packed.unused_data or self._bytes(self._raw.read(_CHUNK))
                if not self._rest:
                    return b""
                packed = self._packed = zlib.decompressobj(wbits=31)  # files of several members are legal
            waiting = self._rest or packed.unconsumed_tail
            more = waiting or self._bytes(self._raw.read(_CHUNK))
            self._rest = b""
            try:
                data = packed.decompress(more, size)
            except zlib.error:
                raise refusal("damaged-file", self.name, "the packed file is damaged") from None
            if data:
                break
            if not more and not packed.eof:
                raise refusal("damaged-file", self.name, "the packed file ends in the middle")
        self._unpacked += len(data)
        if self._unpacked > self._most:
            raise refusal("hostile-xml", self.name, f"the packed file unpacks to more than {self._most:,} bytes")
        if self._unpacked > max(_UNSUSPECTED, _MOST_RATIO * self._taken):
            raise refusal(
                "hostile-xml", self.name, f"the packed file unpacks to more than {_MOST_RATIO} times its size"
            )
        return data

    def _past_the_prolog(self) -> bytes:
        """The bytes up to the root element at least, read through a parser that stops at a DOCTYPE or at the root."""
        etree = lxml_etree()
        prolog = _Prolog()
        parser = etree.XMLParser(target=prolog, resolve_entities=False, no_network=True, load_dtd=False)
        seen = bytearray()
        # A broken prolog is the business of the parser that follows, which says where and how.
        with contextlib.suppress(etree.XMLSyntaxError, _Over):
            while chunk := self.read(_CHUNK):
                seen += chunk
                # Small steps, so that of a bomb in the internal subset nothing is read behind its first line.
                for start in range(0, len(chunk), _STEP):
                    parser.feed(chunk[start : start + _STEP])
                    if prolog.over:
                        raise _Over
                if len(seen) > _LONGEST_PROLOG:
                    raise refusal("hostile-xml", self.name, "the file has no root element in its first 16 MB")
        self.root = prolog.root
        if prolog.typed:
            raise refusal("hostile-xml", self.name, "the file has a DOCTYPE, which IATI has no use for")
        return bytes(seen)


class _Over(Exception):  # noqa: N818  # a signal, not an error
    """The prolog is over."""


class _Prolog:
    """What a parser tells of the beginning of a file."""

    def __init__(self) -> None:
        self.over = False
        self.typed = False
        self.root: str | None = None

    def doctype(self, *_: object) -> None:
        self.typed = self.over = True
        raise _Over

    def start(self, tag: str, _: object) -> None:
        self.root = tag
        self.over = True
        raise _Over

    def close(self) -> None:
        """Nothing is built."""


def refusal(name: str, file: str, message: str, position: Position | None = None) -> LoadError:
    """The error of a file that is not read at all."""
    return LoadError((diagnostic(name, message, position=position),), file)
