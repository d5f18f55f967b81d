"""Global Affairs Canada: the logic model and the performance measurement framework."""

from cooperation.diagnostics import Severity
from cooperation.model import PartialDate
from cooperation.rules.profiles._kinds_results import IMPACT_INDICATOR
from cooperation.rules.profiles._profile import Limit, Profile

__all__ = ["CANADA"]

_CHECKLIST = (
    "gac-pmf, checklist 2.1 on a performance measurement framework,"
    " https://international.gc.ca/world-monde/funding-financement/rbm-gar/tip_sheet_2_1-fiche_conseil_2_1.aspx?lang=eng"
)

CANADA = Profile(
    name="canada",
    title="Global Affairs Canada",
    about=(
        "Asks for a logic model, a pyramid with one ultimate outcome at the top, and for a performance measurement"
        " framework: for every outcome and output an indicator with baseline, target, data source, method, frequency"
        " and who is responsible. Its words are false friends: the ultimate outcome is the impact here, the"
        " intermediate outcome is the outcome, and the immediate outcome is what is called intermediate outcome here."
    ),
    asks=("CAN001", "CAN002", "IND002", "IND021"),
    leaves_out=("LOG001",),
    severities={"IND002": Severity.WARNING},
    limits=(Limit(kind=IMPACT_INDICATOR, value=True, source=_CHECKLIST),),
    since=PartialDate(2022, 6),
    sources=(
        _CHECKLIST,
        (
            "gac-guide, Results-Based Management: A How-to Guide, updated June 2022, its contents and steps 3 and 4,"
            " https://international.gc.ca/world-monde/funding-financement/results_based_management-gestion_axee_resultats-guide.aspx?lang=eng"
        ),
        (
            "gac-glossary, the department's glossary of results-based management,"
            " https://www.international.gc.ca/world-monde/funding-financement/rbm-gar/glossary-glossaire.aspx?lang=eng"
        ),
        "gac-lm, a blank logic model, http://www.docstoc.com/docs/118585958/Logic-model",
        (
            "cida-terms, definitions of the policy statement of 25 June 2008,"
            " https://scribd.com/document/640821217/3-DAFTC-RBM-LOGIC-MODEL-DEFINITIONS"
        ),
    ),
    unverified=(
        "The body of the guide: its contents were read, and the first half of the checklist.",
        "How many intermediate and immediate outcomes a logic model may have: no number is asked.",
        "What is asked before a project is approved and what may follow in its implementation plan.",
    ),
)
