"""What no check can find in a document, because this library keeps to it wherever values are written or added up."""

from collections.abc import Mapping
from types import MappingProxyType

from cooperation.diagnostics.diagnostic import Nature, Severity
from cooperation.diagnostics.page import Page

__all__ = ["PROMISES"]

_ALL = (
    Page(
        code="TGT004",
        name="unknown-written-as-nought",
        title="An unknown value is written as 0. This library never does so, and no check can find it afterwards.",
        why="0 says that somebody looked and found nothing; once an unknown value has become 0, nobody can tell the two"
        " apart, so it cannot be found in a document and is prevented where it would arise.",
        fix="There is nothing to mend here: leave an unknown baseline, target or actual out. Reading keeps it unknown,"
        " every export leaves it out or names it as lost, and no measure reckons with it as 0.",
        example="baseline: {value: 0, date: 2018}   # where nobody counted: baseline: {date: 2018}",
        source="rsr, https://github.com/akvo/akvo-rsr (akvo/iati/checks/fields/results.py)",
        severity=Severity.ERROR,
        nature=Nature.CONTRADICTION,
        catalogue=("T04",),
    ),
)

PROMISES: Mapping[str, Page] = MappingProxyType({page.name: page for page in _ALL})
"""What this library keeps to itself, by name; the code and the page of each."""
