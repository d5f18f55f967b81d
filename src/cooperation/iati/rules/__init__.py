"""The rules of the standard: its codelists and its official ruleset, asked of records by the rule engine."""

import functools

from cooperation.diagnostics import Page
from cooperation.iati.rules import aid, codes, geography, identifiers, information, money, results, sectors
from cooperation.iati.rules._faults import fault_pages
from cooperation.iati.rules._official import OFFICIAL
from cooperation.iati.rules._setting import Around, records
from cooperation.rules import Rule

__all__ = ["OFFICIAL", "RULES", "Around", "pages", "records"]

RULES: tuple[Rule, ...] = (
    *codes.RULES,
    *identifiers.RULES,
    *information.RULES,
    *sectors.RULES,
    *aid.RULES,
    *geography.RULES,
    *money.RULES,
    *results.RULES,
)
"""Every rule of the standard, in the order of their codes."""


@functools.cache
def pages() -> tuple[Page, ...]:
    """The pages of the faults of structure and of the rules, by their codes.

    >>> [page.code for page in pages() if "6.11.1" in page.catalogue]
    ['IAT110']
    """
    return (*fault_pages(), *(made.page for made in RULES))
