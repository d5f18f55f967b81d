"""The Asian Development Bank and its design and monitoring framework."""

from cooperation.diagnostics import Severity
from cooperation.rules.profiles._kinds_results import IMPACT_INDICATOR
from cooperation.rules.profiles._profile import Limit, Profile

__all__ = ["ADB"]

_BOX_7 = (
    "adb-tips, the bank's tips for performance indicators (box 7),"
    " http://www.ovicia.com/2022/01/box-7-tips-for-performance-indicators.html"
)
_GUIDELINES = (
    "The contents of the guidelines of January 2019,"
    " https://www.adb.org/documents/guidelines-preparing-design-and-monitoring-framework"
)

ADB = Profile(
    name="adb",
    title="Asian Development Bank",
    about=(
        "Asks for outcome and outputs with indicators in numbers, each with baseline, target and data source, and for"
        " risks. The impact is named and has no indicators, and assumptions are named for partners' financing only."
    ),
    asks=("ADB001", "IND002"),
    leaves_out=("RSK001",),
    severities={"IND002": Severity.WARNING},
    limits=(Limit(kind=IMPACT_INDICATOR, value=False, source=_BOX_7),),
    sources=(_BOX_7, _GUIDELINES),
    unverified=(
        "The guidelines themselves, of which the contents and a reprint of one box were read.",
        "The edition that the box was reprinted from, and so from when on it holds.",
        "Whether only one outcome is allowed: several are pointed out, as for everybody.",
        "The six types of targets that the box speaks of.",
    ),
)
