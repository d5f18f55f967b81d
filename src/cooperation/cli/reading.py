"""``cooperation convert``: one document in, another out."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path

import typer

from cooperation.cli.inputs import (
    STDIN,
    bytes_of,
    format_for,
    is_unreadable,
    refuse,
    refusing,
    shown_name,
)
from cooperation.cli.terminal import show, write_data
from cooperation.diagnostics import LoadError, Report
from cooperation.formats import Document, Format, SourceText, dump, dumps, format_named, format_of
from cooperation.review import Review, segments

__all__ = ["check_free", "convert_document", "document_in", "found", "read_document", "telling_faults"]


def convert_document(
    source: str, target: str, *, input_format: str | None, output_format: str | None, force: bool
) -> None:
    """Read a document and write it in another format.

    Raises:
        Exit: The document has faults, or something cannot be read or written.
    """
    with refusing():
        if target == STDIN:
            output_format = output_format or refuse("standard output has no suffix: say --output-format")
            format_named(output_format)
        else:
            _check_target(target, output_format, force=force)
        document = read_document(source, input_format)
        if target == STDIN:
            write_data(dumps(document, output_format or ""))
        else:
            dump(document, target)


def _check_target(target: str, output_format: str | None, *, force: bool) -> None:
    """Refuse, before anything is read, what could not be written."""
    kind = format_of(Path(target))
    if output_format is not None and format_named(output_format) != kind:
        refuse(f"{target!r} is {kind.name} by its suffix, not {output_format}")
    check_free(target, force=force)


def check_free(target: str, *, force: bool) -> None:
    """Refuse, before anything is read, a file that could not be written.

    Raises:
        Exit: It is a folder, is in none, or exists.
    """
    if Path(target).is_dir():
        refuse(f"{target!r} is a folder: name a file in it")
    if Path(target).exists() and not force:
        refuse(f"{target!r} exists: --force overwrites it")
    if not Path(target).absolute().parent.is_dir():
        refuse(f"no folder {str(Path(target).parent)!r} to write {target!r} in")


def found(name: str, input_format: str | None) -> tuple[bytes, Format]:
    """What a file holds, and its format.

    Raises:
        OSError: It cannot be read.
        UnknownFormatError: Its suffix belongs to no format.
    """
    data = bytes_of(name)
    format_name = format_for(name, data, input_format)
    return data, format_of(Path(name)) if format_name is None else format_named(format_name)


def read_document(name: str, input_format: str | None) -> Document:
    """A document without faults; those of another are told on standard error.

    Raises:
        Exit: It has faults: 1, or 2 when it could not even be parsed.
        OSError: It cannot be read.
        UnknownFormatError: Its suffix belongs to no format.
    """
    return document_in(name, *found(name, input_format))


def document_in(name: str, data: bytes, kind: Format) -> Document:
    """What these bytes say in a format; the faults of another are told on standard error.

    Raises:
        Exit: It has faults: 1, or 2 when it could not even be parsed.
    """
    with telling_faults(name, data):
        return kind.read(data, shown_name(name))


@contextlib.contextmanager
def telling_faults(name: str, data: bytes) -> Iterator[None]:
    """Tell the faults of a document on standard error.

    Raises:
        Exit: It has faults: 1, or 2 when it could not even be parsed.
    """
    try:
        yield
    except LoadError as error:
        source = SourceText(name=shown_name(name), text=data.decode("utf-8-sig", "replace"))
        review = Review(name=shown_name(name), report=Report(findings=error.diagnostics), source=source)
        show(segments(review), sys.stderr)
        raise typer.Exit(2 if is_unreadable(review) else 1) from None
