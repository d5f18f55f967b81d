"""Comma-separated values that a spreadsheet can open without running what a text says."""

import itertools
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeAlias

from cooperation.atomic import replacing
from cooperation.errors import CooperationError
from cooperation.frames.schema import ColumnType, Schema

__all__ = ["lines", "write"]

Cells: TypeAlias = tuple[Sequence[Any], ...]

# What a spreadsheet may take for a formula, also where it drops what cannot be seen; and the mark itself, so that it
# can be taken away again. Tab and line ends are dangerous on their own: some programs drop them and read on.
_UNSEEN = r"\s\x00-\x1f\x7f-\x9f\xad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
_DANGEROUS = re.compile(rf"['\t\r\n]|[{_UNSEEN}]*[=+\-@\uff1d\uff0b\uff0d\uff20]")
_AT_ONCE = 1_024


def lines(schema: Schema, pieces: Iterable[Cells], *, harmless: bool) -> Iterator[str]:
    """The line of names, and a line a row; each ends in a line feed, as a text may within its quotes."""
    text = _harmless if harmless else _quoted
    writers: dict[ColumnType, Callable[[Any], str]] = {
        **_WRITERS,
        ColumnType.TEXT: text,
        ColumnType.TEXTS: _list_of(text),
    }
    writes = [writers[column.type] for column in schema.columns]
    yield ",".join(name if name.isidentifier() else text(name) for name in schema.names) + "\n"
    for cells in pieces:
        for row in zip(*(map(write, held) for write, held in zip(writes, cells, strict=True)), strict=True):
            yield ",".join(row) + "\n"


def write(path: str | os.PathLike[str], schema: Schema, pieces: Iterable[Cells], *, harmless: bool) -> None:
    """Write them to a file, wholly or not at all."""
    remaining = lines(schema, pieces, harmless=harmless)
    with replacing(path) as file:
        while some := "".join(itertools.islice(remaining, _AT_ONCE)):
            try:
                file.write(some.encode())
            except UnicodeEncodeError as error:
                lost = some[error.start : error.end]
                raise CooperationError(f"a text of {schema.name} holds half a surrogate pair: {lost!r}") from None


def _quoted(text: str | None) -> str:
    return "" if text is None else f'"{text.replace(chr(34), chr(34) * 2)}"'


def _harmless(text: str | None) -> str:
    if text is None:
        return ""
    return _quoted(f"'{text}" if _DANGEROUS.match(text) else text)


def _list_of(write: Callable[[str | None], str]) -> Callable[[tuple[str, ...] | None], str]:
    return lambda texts: "" if texts is None else write(json.dumps(texts, ensure_ascii=False))


_WRITERS: dict[ColumnType, Callable[[Any], str]] = {
    ColumnType.WHOLE: lambda number: "" if number is None else str(number),
    # Without an exponent, which not every program reads, and with every digit.
    ColumnType.DECIMAL: lambda number: "" if number is None else f"{number:f}",
    ColumnType.BOOLEAN: lambda held: "" if held is None else "true" if held else "false",
    ColumnType.DATE: lambda day: "" if day is None else day.isoformat(),
}
