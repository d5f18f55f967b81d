"""The standard as a format of files: how ``cooperation check`` and ``show`` meet it, by way of an entry point."""

import codecs
import re
from typing import Any, NoReturn

from cooperation.errors import CooperationError
from cooperation.formats import Document, Format, Judged
from cooperation.iati.checking import check_file
from cooperation.iati.reading import read
from cooperation.iati.source import opened
from cooperation.iati.summary import summary
from cooperation.views.layout import Sheet

__all__ = ["XML"]

_MOST_SHOWN = 256 << 20
_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z][\w.-]*)[\"']")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def _judge(data: bytes, _name: str, **asked: Any) -> Judged:
    checked = check_file(data, **asked)
    text = _text(data) if checked.report.findings else None
    return Judged(report=checked.report, text=text, is_readable=checked.is_readable)


def _text(data: bytes) -> str | None:
    """The text of a file in its own encoding, for showing lines; ``None`` of one too large or damaged to show."""
    try:
        with opened(data, _MOST_SHOWN) as stream:
            plain = b"".join(iter(lambda: stream.read(1 << 20), b""))
    except CooperationError:
        return None if data.startswith(b"\x1f\x8b") else _decoded(data)
    return _decoded(plain)


def _decoded(data: bytes) -> str:
    marked = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)
    declared = _ENCODING.match(data[:200])
    encoding = marked or (declared[1].decode() if declared else "utf-8")
    try:
        text = data.decode(encoding, "replace")
    except (LookupError, ValueError):  # a name that Python does not know, or knows for something else
        text = data.decode("utf-8", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _show(data: bytes, _name: str, wanted: str | None) -> Sheet:
    return summary(read(data, lenient=True), wanted)


def _refuse(*_: object) -> NoReturn:
    """An IATI file is no portfolio yet.

    Raises:
        CooperationError: Always.
    """
    raise CooperationError(
        "a file of the IATI standard can be checked and shown; it cannot be converted to or from other formats yet"
    )


def _read(data: bytes, name: str) -> Document:
    _refuse(data, name)


XML = Format(
    name="xml",
    suffixes=(".xml", ".xml.gz"),
    load=_refuse,
    read=_read,
    write=_refuse,
    judge=_judge,
    show=_show,
)
"""Files of the IATI standard, plain or packed with gzip."""
