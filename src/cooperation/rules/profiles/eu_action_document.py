"""Action documents of the European Union: the logframe that a financing decision rests on."""

from cooperation.diagnostics import Severity
from cooperation.model import PartialDate, Stage
from cooperation.rules.profiles._kinds_results import MOST_RESULTS
from cooperation.rules.profiles._profile import Limit, Profile

__all__ = ["EU_ACTION_DOCUMENT"]

_ACTION_DOCUMENTS = (
    "eu-ad, EU action documents C(2022)9745 and C(2024)8370, annexes, section 3.6"
    " (text copies at https://huggingface.co/datasets/LLMDH/other2)"
)

# Baselines and targets may be missing at first: they come when the contract is signed, or in the first progress
# report at the latest.
_BY_THE_FIRST_REPORT = {Stage.PROPOSAL: Severity.INFO, Stage.PROGRESS: Severity.ERROR}

EU_ACTION_DOCUMENT = Profile(
    name="eu-action-document",
    title="European Union, action documents",
    about=(
        "Asks for an indicative logframe of at most ten expected results. Baselines and targets may follow when the"
        " contract is signed, or in the first progress report at the latest; progress reports bring current values,"
        " the final report baseline and final values. Several outcomes are allowed."
    ),
    asks=("CON003", "LOG009"),
    leaves_out=("LOG001",),
    severities={
        "TGT001": _BY_THE_FIRST_REPORT,
        "TGT002": {Stage.PROPOSAL: Severity.WARNING, Stage.PROGRESS: Severity.ERROR},
        "TGT006": _BY_THE_FIRST_REPORT,
        "IND020": _BY_THE_FIRST_REPORT,
    },
    limits=(
        Limit(
            kind=MOST_RESULTS,
            value=10,
            source=_ACTION_DOCUMENTS,
            note="A document of 2022, C(2022)8336 on budget support, has the section without this sentence.",
        ),
    ),
    since=PartialDate(2022),
    sources=(_ACTION_DOCUMENTS,),
    unverified=(
        "The rest of the table's header: only its first columns were read.",
        "Whether an impact needs an indicator of its own: nothing is asked beyond the core.",
        "Whether documents before 2022 had the same limit.",
    ),
)
