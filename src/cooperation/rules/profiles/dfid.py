"""The United Kingdom's Department for International Development, and its logframe of 2009 and 2011."""

from cooperation.diagnostics import Severity
from cooperation.model import PartialDate
from cooperation.rules.profiles._kinds_results import IMPACT_INDICATOR, MOST_OUTCOMES, OUTPUT_RATINGS
from cooperation.rules.profiles._profile import Limit, Profile

__all__ = ["DFID"]

_2009 = (
    "dfid-2009, guidance on using the revised logical framework, February 2009,"
    " http://mande.co.uk/2009/uncategorized/dfid-guidance-on-using-the-revised-logical-framework-2009-revision/print/"
)
_2011 = (
    "dfid-2011, guidance on using the revised logical framework, January 2011,"
    " https://studylib.net/doc/18643898/how-to-note--guidance-on-using-the-revised-logical"
)
_UKAD = (
    "ukad, UK Aid Direct on the elements of the DFID template,"
    " https://cdn.slideserve.com/aledesma/uk-aid-direct-introduction-to-logframes-only-required-at-proposal-stage-powerpoint-ppt-presentation"
)
_TEMPLATE = (
    "DFID's template with indicators at impact, outcome and output, as kept at"
    " https://github.com/arqaamio/LogframeLab-server (src/main/resources/DFID_Template.xlsx)"
)

DFID = Profile(
    name="dfid",
    title="DFID, United Kingdom",
    about=(
        "Asks for one outcome; outputs with an impact weighting and a risk rating each; indicators with baseline,"
        " milestones, target and source; and, from 2011 on, what was achieved beside what was planned."
    ),
    asks=("DFI001", "DFI002", "DFI003", "IND002", "RSK009", "RSK010"),
    severities={"LOG001": Severity.ERROR, "TGT012": Severity.WARNING, "TGT015": Severity.ERROR},
    limits=(
        Limit(kind=MOST_OUTCOMES, value=1, source=_UKAD),
        Limit(kind=IMPACT_INDICATOR, value=True, source=_TEMPLATE),
        Limit(kind=OUTPUT_RATINGS, value=("weight", "risk_rating"), source=_2009, since=PartialDate(2009, 2)),
    ),
    since=PartialDate(2009, 2),
    sources=(_2009, _2011, _UKAD, _TEMPLATE),
    unverified=(
        "The guidance of 2011 beyond its opening.",
        (
            "That the impact weightings add up to 100, that there are at most three indicators, and the rounding of"
            " weightings: the first is asked as a rule of our own, the others are not asked."
        ),
        (
            "Whether assumptions may stand at the outputs since 2011: in 2009 assumptions stood at goal and purpose,"
            " risks at outputs and activities."
        ),
        "Whether the ministry that took over from the department asks the same.",
    ),
)
