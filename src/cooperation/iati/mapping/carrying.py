"""Files of the standard as documents: what ``load``, ``dump`` and ``cooperation convert`` do with them."""

import gzip
import warnings

import attrs

from cooperation.diagnostics import LoadError
from cooperation.errors import CooperationError
from cooperation.formats import Document, Told
from cooperation.iati.mapping.activities import to_portfolio
from cooperation.iati.mapping.outcome import Lost
from cooperation.iati.mapping.projects import from_portfolio
from cooperation.iati.mapping.reporter import Reporter
from cooperation.iati.reading import read
from cooperation.iati.writing import dumps
from cooperation.model import Portfolio

__all__ = [
    "MappingLossWarning",
    "load",
    "read_document",
    "read_telling",
    "write_document",
    "write_packed",
    "write_packed_telling",
    "write_telling",
]


class MappingLossWarning(UserWarning):
    """That a file was read or written with losses, which nobody asked to be told."""


def read_telling(data: bytes, name: str) -> Told:
    """The document of a file, and what the model has no place for.

    Raises:
        LoadError: It is no file of the standard; the file is named.
    """
    try:
        file = read(data)
    except LoadError as error:
        raise LoadError(error.diagnostics, name) from None
    mapped = to_portfolio(file)
    return Told(value=Document(portfolio=mapped.value), lost=mapped.lost)


def read_document(data: bytes, name: str) -> Document:
    """The document of a file; that something was lost is a warning."""
    told = read_telling(data, name)
    _warn(told, f"reading {name}", "cooperation.iati.mapping.to_portfolio")
    return told.value  # type: ignore[no-any-return]  # what is read is a document


def load(data: bytes, name: str) -> Portfolio:
    """The portfolio of a file; that something was lost is a warning."""
    return read_document(data, name).portfolio


def write_telling(document: Document, extension: bool = False, reporter: str | None = None) -> Told:
    """The file of a document, and what the standard has no place for.

    Args:
        document: The document.
        extension: Whether what the standard cannot say is written beside it.
        reporter: Who publishes, as ``Reporter.of`` reads it.

    Raises:
        NotPublishableError: A project lacks facts that the standard demands.
        CooperationError: Those words name no reporter.
    """
    mapped = from_portfolio(document.portfolio, extension=extension, reporter=_reporter(reporter))
    beside = tuple(
        Lost(("allowances", i), allowance.rule, "the standard has no place for what is allowed")
        for i, allowance in enumerate(document.allowances)
    )
    return Told(value=dumps(mapped.value), lost=(*mapped.lost, *beside))


def write_document(document: Document) -> bytes:
    """The file of a document; that something was lost is a warning."""
    told = write_telling(document)
    _warn(told, "writing IATI", "cooperation.iati.mapping.from_portfolio")
    return told.value  # type: ignore[no-any-return]  # what is written is bytes


def _reporter(words: str | None) -> Reporter | None:
    try:
        return None if words is None else Reporter.of(words)
    except ValueError as error:
        raise CooperationError(str(error)) from None


def write_packed_telling(document: Document, extension: bool = False, reporter: str | None = None) -> Told:
    """As ``write_telling``, packed with gzip; the same document gives the same bytes."""
    told = write_telling(document, extension, reporter)
    return attrs.evolve(told, value=gzip.compress(told.value, mtime=0))


def write_packed(document: Document) -> bytes:
    """As ``write_document``, packed with gzip."""
    return gzip.compress(write_document(document), mtime=0)


def _warn(told: Told, doing: str, instead: str) -> None:
    if told.lost:
        many = f"{len(told.lost)} things" if len(told.lost) > 1 else "one thing"
        warnings.warn(f"{doing} lost {many}: {instead} tells which", MappingLossWarning, stacklevel=3)
