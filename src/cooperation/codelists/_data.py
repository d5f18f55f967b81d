"""The tables of the package: found by name, read on first use, each of them once."""

from __future__ import annotations

import functools
import re
from typing import TypeVar

from attrs import frozen

from cooperation.codelists._codelist import Codelist
from cooperation.codelists._matching import nearest
from cooperation.errors import UnknownCodeError

__all__ = ["CodedPath", "attribute_names", "codelist", "mapping", "names"]

T = TypeVar("T")

_NEXT_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|-")


@frozen(kw_only=True)
class CodedPath:
    """A place of the IATI standard whose codes come from a list; from IATI's codelist mapping.

    Attributes:
        path: The XPath of the attribute or element.
        codelist: The name of the list. Four that the standard names are not in this package (``FileFormat``,
            ``CRSAddOtherFlags``, ``LoanRepaymentPeriod``, ``LoanRepaymentType``): ask ``names()``.
        condition: The XPath predicate on the element under which the list holds, or ``None`` when it always does.

    """

    path: str
    codelist: str
    condition: str | None = None


def codelist(name: str) -> Codelist:
    """The list that IATI calls by this name.

    Raises:
        UnknownCodeError: There is no such list; the error names the nearest ones.

    >>> codelist("UNSDG-Targets").title
    'UN Sustainable Development Goals (SDG) Targets'
    >>> codelist("Sectors")
    Traceback (most recent call last):
        ...
    cooperation.errors.UnknownCodeError: no codelist 'Sectors' (did you mean 'Sector'?)

    """
    # The name becomes a file's name, so nothing that is not in the index may get further.
    if name not in _sizes():
        raise UnknownCodeError(name, None, nearest(name, names()))
    return _codelist(name)


def names() -> tuple[str, ...]:
    """IATI's names of all lists in the package.

    >>> names()[:3]
    ('ActivityDateType', 'ActivityScope', 'ActivityStatus')
    """
    return tuple(_sizes())


@functools.cache
def mapping() -> tuple[CodedPath, ...]:
    """Which path of the IATI standard takes its codes from which list, and under which condition.

    >>> [(place.codelist, place.condition) for place in mapping() if place.path == "//iati-activity/tag/@code"]
    [('UNSDG-Goals', "@vocabulary = '2'"), ('UNSDG-Targets', "@vocabulary = '3'")]
    """
    return _read("mapping", tuple[CodedPath, ...])


@functools.cache
def attribute_names() -> dict[str, str]:
    """IATI's names by the names they have as attributes of the package.

    >>> attribute_names()["crs_channel_code"]
    'CRSChannelCode'
    """
    return {_NEXT_WORD.sub("_", name).lower(): name for name in names()}


@functools.cache
def _sizes() -> dict[str, int]:
    return _read("index", dict[str, int])


@functools.cache
def _codelist(name: str) -> Codelist:
    return _read(name, Codelist)


def _read(file: str, kind: type[T]) -> T:
    # Here rather than above: who never asks for a list does not pay for reading one.
    from importlib import resources

    import msgspec

    text = resources.files("cooperation.codelists").joinpath("data", f"{file}.json").read_bytes()
    return msgspec.json.decode(text, type=kind)
