"""Codes of the lists the model names: countries, currencies, sectors and the goals of the 2030 Agenda."""

import functools

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from cooperation import codelists

__all__ = ["countries", "currencies", "document_categories", "regions", "sdg_codes"]


def currencies() -> SearchStrategy[str]:
    """Currencies, ISO 4217."""
    return codes("Currency", "SEK", "ZAR", "EUR")


def document_categories() -> SearchStrategy[str]:
    """Kinds of documents, such as ``A08`` for results."""
    return codes("DocumentCategory", "A08", "A12")


def regions() -> SearchStrategy[str]:
    """Regions of several countries, as OECD-DAC numbers them."""
    return codes("Region", "289", "998")


def countries() -> SearchStrategy[str]:
    """Countries, with Norway's ``NO`` among the first, and ``ZZ``, which has the form and is none."""
    return codes("Country", "SE", "ZA", "NO", "XK", "ZZ")


@functools.cache
def sdg_codes() -> SearchStrategy[str]:
    """Goals, targets such as ``16.10`` and indicators."""
    targets = codes("UNSDG-Targets", "16.10")
    return codes("UNSDG-Goals", "7") | targets | targets.map(lambda target: f"{target}.1")


@functools.cache
def codes(codelist: str, *first: str) -> SearchStrategy[str]:
    """The codes of a list, these first."""
    return st.sampled_from(tuple(dict.fromkeys((*first, *codelists.codelist(codelist)))))
