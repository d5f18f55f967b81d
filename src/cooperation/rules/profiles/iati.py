"""The International Aid Transparency Initiative: what its standard asks of what is published."""

from cooperation.diagnostics import Severity
from cooperation.rules.profiles._kinds_results import IMPACT_INDICATOR
from cooperation.rules.profiles._profile import Limit, Profile

__all__ = ["IATI"]

_SCHEMA = (
    "iati-xsd, the schemas of the IATI standard 2.03, https://github.com/IATI/IATI-Schemas (iati-activities-schema.xsd)"
)
_RULES = "iati-rules, the IATI standard ruleset 2.03, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)"
_LISTS = (
    "iati-codes, the IATI codelists 2.03, https://github.com/IATI/IATI-Codelists"
    " and https://github.com/IATI/IATI-Codelists-NonEmbedded"
)

IATI = Profile(
    name="iati",
    title="IATI, International Aid Transparency Initiative",
    about=(
        "Asks of a project what must be known before it can be published: a start date, an indicator for every result,"
        " measures, targets and languages. A file of the standard itself is asked its structure, codelists and official"
        " ruleset, whose codes are of the family IAT."
    ),
    asks=("IND002", "TIM007"),
    severities={
        "IND003": Severity.ERROR,
        "TGT006": Severity.ERROR,
        "TXT004": Severity.ERROR,
    },
    limits=(Limit(kind=IMPACT_INDICATOR, value=True, source=_SCHEMA),),
    sources=(_SCHEMA, _RULES, _LISTS),
    unverified=(
        "That a missing target is an error: the ruleset (8.9.1) says so of a target that is there without a value.",
        "From when on the ruleset holds: it says no date.",
    ),
)
