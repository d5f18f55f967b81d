"""The standard as a format of files: how every command meets it, by way of an entry point."""

import codecs
import re
from typing import Any

import attrs

from cooperation.errors import CooperationError
from cooperation.formats import Format, Judged
from cooperation.iati.checking import check_file
from cooperation.iati.mapping import carrying
from cooperation.iati.reading import read
from cooperation.iati.source import opened
from cooperation.iati.summary import summary
from cooperation.views.layout import Sheet

__all__ = ["XML", "XML_GZ"]

_MOST_SHOWN = 128 << 20
_ENCODING = re.compile(rb"<\?xml[^>]*encoding\s*=\s*[\"']([A-Za-z][\w.-]*)[\"']")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def _judge(data: bytes, _name: str, **asked: Any) -> Judged:
    checked = check_file(data, **asked)
    text = _text(data) if checked.report.findings else None
    return Judged(report=checked.report, text=text, is_readable=checked.is_readable)


def _text(data: bytes) -> str | None:
    """The text of a file in its own encoding, for showing lines; ``None`` of one too large or damaged to show."""
    if len(data) > _MOST_SHOWN:
        return None
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


XML = Format(
    name="xml",
    suffixes=(".xml",),
    load=carrying.load,
    read=carrying.read_document,
    write=carrying.write_document,
    judge=_judge,
    family="IAT",
    show=_show,
    read_telling=carrying.read_telling,
    write_telling=carrying.write_telling,
)
"""Files of the IATI standard, which are read packed with gzip, too."""

XML_GZ = attrs.evolve(
    XML,
    name="xml.gz",
    suffixes=(".xml.gz",),
    write=carrying.write_packed,
    write_telling=carrying.write_packed_telling,
)
"""The same, written packed with gzip."""
