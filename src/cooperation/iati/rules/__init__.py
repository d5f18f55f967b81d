"""The rules of the standard: its codelists and its official ruleset, asked of records by the rule engine."""

from cooperation.iati.rules import aid, codes, geography, identifiers, information, money, results, sectors
from cooperation.iati.rules._faults import fault_pages
from cooperation.iati.rules._names import AskedOfFile
from cooperation.iati.rules._official import OFFICIAL
from cooperation.iati.rules._setting import Around, records
from cooperation.rules import Joined, Rule

__all__ = ["IAT", "OFFICIAL", "RULES", "Around", "AskedOfFile", "records"]

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


IAT = Joined(
    family="IAT",
    about="files of the IATI standard",
    profile="iati",
    rules=RULES,
    pages=(*fault_pages(), *(made.page for made in RULES)),
)
"""The family as it joins the others, through the entry point of its name."""
