"""``cooperation convert`` and ``show``: one document in, another or a sheet of it out."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path

import typer

from cooperation.cli.inputs import (
    STDIN,
    bytes_of,
    format_for,
    hint,
    is_unreadable,
    refuse,
    refusing,
    shown_name,
)
from cooperation.cli.terminal import show, width, write_data
from cooperation.diagnostics import LoadError, Report
from cooperation.formats import Document, Format, SourceText, Told, dump, dumps, format_named, format_of
from cooperation.formats.files import write_atomically
from cooperation.model import Portfolio, Project
from cooperation.review import Review, segments
from cooperation.views import sheet

__all__ = ["convert_document", "show_document"]


def convert_document(
    source: str,
    target: str,
    *,
    input_format: str | None,
    output_format: str | None,
    force: bool,
    with_extension: bool = False,
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
        document = _telling_losses(source, *_found(source, input_format))
        if kind.write_telling is None:
            if target == STDIN:
                write_data(dumps(document, kind.name))
            else:
                dump(document, target)
            return
        told = kind.write_telling(document, with_extension)
        _tell_losses(told, target)
        if target == STDIN:
            write_data(told.value)
        else:
            write_atomically(Path(target), told.value)


def _telling_losses(source: str, data: bytes, kind: Format) -> Document:
    """A document without faults; what of it could not be read into the model is told.

    Raises:
        Exit: It has faults: 1, or 2 when it could not even be parsed.
    """
    if kind.read_telling is None:
        return _document(source, data, kind)
    with _telling_faults(source, data):
        told = kind.read_telling(data, shown_name(source))
    _tell_losses(told, source)
    return told.value  # type: ignore[no-any-return]  # what is read is a document


def _tell_losses(told: Told, name: str) -> None:
    if told.lost:
        many = f"{len(told.lost)} things" if len(told.lost) > 1 else "one thing"
        lines = "".join(f"  {lost}\n" for lost in told.lost)
        show([(f"{shown_name(name)}: {many} could not be carried\n{lines}", "plain")], sys.stderr)


def _check_target(target: str, output_format: str | None, *, force: bool) -> Format:
    """The format of what is to be written; refused, before anything is read, where it could not be."""
    kind = format_of(Path(target))
    if output_format is not None and format_named(output_format) != kind:
        refuse(f"{target!r} is {kind.name} by its suffix, not {output_format}")
    if Path(target).is_dir():
        refuse(f"{target!r} is a folder: name a file in it")
    if Path(target).exists() and not force:
        refuse(f"{target!r} exists: --force overwrites it")
    if not Path(target).absolute().parent.is_dir():
        refuse(f"no folder {str(Path(target).parent)!r} to write {target!r} in")
    return kind


def show_document(
    source: str, wanted: str | None, *, input_format: str | None, language: str | None, columns: int | None
) -> None:
    """Show a document: its only project, the one that is asked for, or a table of all.

    Raises:
        Exit: The document has faults or cannot be read, or it has no such project.
    """
    with refusing():
        data, kind = _found(source, input_format)
        room = columns or width()
        if kind.show is not None:
            with _telling_faults(source, data):
                shown = kind.show(data, shown_name(source), wanted)
            show(shown.segments() if room is None else shown.segments(room))
            return
        portfolio = _document(source, data, kind).portfolio
        known = language or portfolio.language
        only = portfolio.projects[0] if len(portfolio) == 1 else None
        project = only if wanted is None else _project(portfolio, wanted, source)
        made = sheet(portfolio, language=known) if project is None else sheet(project, within=portfolio, language=known)
        show(made.segments() if room is None else made.segments(room))
        if project is None and portfolio.projects:
            show([(f"\ncooperation show {source} ID shows one of them.\n", "help")])


def _project(portfolio: Portfolio, wanted: str, source: str) -> Project:
    if wanted in portfolio:
        return portfolio[wanted]
    found = portfolio.find_project(wanted)
    if found is None:
        ids = [project.id for project in portfolio]
        listed = f"; there is {', '.join(ids)}" if ids else ""
        refuse(f"no project {wanted!r} in {shown_name(source)}{hint(wanted, ids)}{listed}")
    return found


def _found(name: str, input_format: str | None) -> tuple[bytes, Format]:
    """What a file holds, and its format.

    Raises:
        OSError: It cannot be read.
        UnknownFormatError: Its suffix belongs to no format.
    """
    data = bytes_of(name)
    format_name = format_for(name, data, input_format)
    return data, format_of(Path(name)) if format_name is None else format_named(format_name)


def _document(name: str, data: bytes, kind: Format) -> Document:
    with _telling_faults(name, data):
        return kind.read(data, shown_name(name))


@contextlib.contextmanager
def _telling_faults(name: str, data: bytes) -> Iterator[None]:
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
