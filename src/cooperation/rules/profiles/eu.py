"""Grants of the European Union: the logical framework that comes with an application."""

from cooperation.diagnostics import Severity
from cooperation.model import PartialDate
from cooperation.rules.profiles._kinds_results import IMPACT_INDICATOR
from cooperation.rules.profiles._profile import Limit, Profile

__all__ = ["EU"]

_ANNEX_C = (
    "eu-annexc, the logical framework of a grant application (Annex C),"
    " https://www.scribd.com/document/324107308/Annex-C-Logical-Framework"
)

EU = Profile(
    name="eu",
    title="European Union, grants",
    about=(
        "Asks for the matrix of a grant application: impact (overall objective), outcomes (specific objectives),"
        " possibly intermediate outcomes, and outputs, each with indicators, baseline, target, current value, source"
        " and assumptions. Several outcomes are allowed."
    ),
    asks=("CON003", "IND002", "IND021"),
    leaves_out=("LOG001",),
    severities={"IND021": Severity.INFO, "TGT015": Severity.ERROR},
    limits=(Limit(kind=IMPACT_INDICATOR, value=True, source=_ANNEX_C),),
    since=PartialDate(2015),
    sources=(
        _ANNEX_C,
        "The same columns in a training of 2017 for applicants, https://slideplayer.com/amp/16527804",
        (
            "The current value in reports: an answer for grant beneficiaries,"
            " https://www.stgm.org.tr/en/frequently-asked-questions/what-kind-details-should-be-given-narrative-reports-eu-funded-grant"
        ),
        (
            "eu-ad, EU action documents C(2022)9745 and C(2024)8370, annexes, section 3.6"
            " (text copies at https://huggingface.co/datasets/LLMDH/other2)"
        ),
    ),
    unverified=(
        "The Commission's own copy of the annex: copies by others were read.",
        "Whether the annex E3d that is used now differs from Annex C in what it asks.",
        (
            "That the final report needs baseline and final value is said of action documents;"
            " of grants only the current value in every report was read."
        ),
    ),
)
