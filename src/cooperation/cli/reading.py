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
from cooperation.diagnostics import LoadError, Report, Severity
from cooperation.formats import Document, Format, SourceText, Told, dump, dumps, format_named, format_of
from cooperation.formats.files import write_atomically
from cooperation.review import Review, segments

__all__ = ["check_free", "convert_document", "document_in", "found", "read_document", "telling_faults"]


def convert_document(
    source: str,
    target: str,
    *,
    input_format: str | None,
    output_format: str | None,
    force: bool,
    with_extension: bool = False,
    reporter: str | None = None,
) -> None:
    """Read a document and write it in another format; what is lost is told on standard error.

    Raises:
        Exit: The document has faults, or something cannot be read or written.
    """
    with refusing():
        if target == STDIN:
            kind = format_named(output_format or refuse("standard output has no suffix: say --output-format"))
        else:
            kind = _check_target(target, output_format, force=force)
        if with_extension and kind.write_telling is None:
            refuse(f"{kind.name} can say all of a document: --with-extension is for IATI files")
        if reporter is not None and kind.write_telling is None:
            refuse(f"a document in {kind.name} is not published: --reporter is for IATI files")
        document = read_document(source, input_format)
        if kind.write_telling is None:
            if target == STDIN:
                write_data(dumps(document, kind.name))
            else:
                dump(document, target)
            return
        told = kind.write_telling(document, with_extension, reporter)
        _tell_losses(told, target)
        _tell_errors(kind, told.value, target)
        if target == STDIN:
            write_data(told.value)
        else:
            write_atomically(Path(target), told.value)


def _tell_losses(told: Told, name: str) -> None:
    if told.lost:
        many = f"{len(told.lost)} things" if len(told.lost) > 1 else "one thing"
        lines = "".join(f"  {lost}\n" for lost in told.lost)
        show([(f"{shown_name(name)}: {many} could not be carried\n{lines}", "plain")], sys.stderr)


def _tell_errors(kind: Format, data: bytes, name: str) -> None:
    """Tell what the rules of the format itself find wrong with what is written."""
    found = () if kind.judge is None else kind.judge(data, name).report.findings
    errors = [finding for finding in found if finding.severity is Severity.ERROR]
    if errors:
        many = f"{len(errors)} errors" if len(errors) > 1 else "one error"
        lines = "".join(f"  {finding.code} {finding.message}\n" for finding in errors)
        show(
            [(f"{shown_name(name)}: {many} by the rules of {kind.name} (cooperation explain)\n{lines}", "plain")],
            sys.stderr,
        )


def _check_target(target: str, output_format: str | None, *, force: bool) -> Format:
    """The format of what is to be written; refused, before anything is read, where it could not be."""
    kind = format_of(Path(target))
    if output_format is not None and format_named(output_format) != kind:
        refuse(f"{target!r} is {kind.name} by its suffix, not {output_format}")
    check_free(target, force=force)
    return kind


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
    """What these bytes say in a format; faults, and what could not be carried, are told on standard error.

    Raises:
        Exit: It has faults: 1, or 2 when it could not even be parsed.
    """
    with telling_faults(name, data):
        if kind.read_telling is None:
            return kind.read(data, shown_name(name))
        told = kind.read_telling(data, shown_name(name))
    _tell_losses(told, name)
    return told.value  # type: ignore[no-any-return]  # what is read is a document


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
