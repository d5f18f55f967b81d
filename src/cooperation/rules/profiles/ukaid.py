"""UK Aid Direct, the United Kingdom's grants to organisations of civil society."""

from cooperation.diagnostics import Severity
from cooperation.rules.profiles._kinds_results import MOST_OUTCOMES, MOST_OUTPUTS, OUTPUT_RATINGS
from cooperation.rules.profiles._profile import Limit, Profile

__all__ = ["UKAID"]

_UKAD = (
    "ukad, UK Aid Direct, an introduction to logframes,"
    " https://cdn.slideserve.com/aledesma/uk-aid-direct-introduction-to-logframes-only-required-at-proposal-stage-powerpoint-ppt-presentation"
)

UKAID = Profile(
    name="ukaid",
    title="UK Aid Direct",
    about="Asks for one outcome and at most six outputs, each with its weight, and for milestones.",
    asks=("RSK009",),
    severities={"LOG001": Severity.ERROR, "LOG008": Severity.WARNING, "TGT012": Severity.WARNING},
    limits=(
        Limit(kind=MOST_OUTCOMES, value=1, source=_UKAD),
        Limit(kind=MOST_OUTPUTS, value=6, source=_UKAD, note="Called best practice, so no more than a warning."),
        Limit(kind=OUTPUT_RATINGS, value=("weight",), source=_UKAD),
    ),
    sources=(_UKAD,),
    unverified=(
        "The year of the presentation, and so from when on it holds.",
        (
            "Whether an impact needs an indicator, and whether outputs need a risk rating as in the template of 2009:"
            " neither is asked."
        ),
    ),
)
