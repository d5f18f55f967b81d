"""The three tables of Global Affairs Canada."""

from cooperation.layouts._layout import Column, Form, Holds, Layout, Row, Word, Work
from cooperation.model import Level, PartialDate

__all__ = ["CANADA"]

CANADA = Layout(
    name="canada",
    title="Global Affairs Canada",
    about=(
        "Three tables: the logic model, which is a pyramid read from the bottom up; the matrix of outputs and"
        " activities; and the performance measurement framework. The words are false friends: what is called outcome"
        " in this library is the intermediate outcome here, and the intermediate outcome is the immediate one."
    ),
    words=(
        Word(of=Level.IMPACT, one="Ultimate outcome", many="Ultimate outcome"),
        Word(of=Level.OUTCOME, one="Intermediate outcome", many="Intermediate outcomes"),
        Word(of=Level.INTERMEDIATE_OUTCOME, one="Immediate outcome", many="Immediate outcomes"),
        Word(of=Level.OUTPUT, one="Output", many="Outputs"),
        Word(of=Work.ACTIVITIES, one="Activity", many="Activities"),
    ),
    forms=(
        Form(
            title="Logic model",
            columns=(
                Column(holds=Holds.STATEMENT, heading="Expected results"),
                Column(holds=Holds.LEADS_TO, heading="Leads to"),
            ),
            rows=(
                Row(of=Level.IMPACT, blanks=((Holds.LEADS_TO, ""),)),
                Row(of=Level.OUTCOME),
                Row(of=Level.INTERMEDIATE_OUTCOME),
                Row(of=Level.OUTPUT),
            ),
        ),
        Form(
            title="Outputs and activities",
            columns=(
                Column(holds=Holds.STATEMENT, heading="Output"),
                Column(holds=Holds.LEADS_TO, heading="Outcome it leads to"),
                Column(holds=Holds.ACTIVITIES, heading="Activities"),
            ),
            rows=(Row(of=Level.OUTPUT),),
        ),
        Form(
            title="Performance measurement framework",
            columns=(
                Column(holds=Holds.STATEMENT, heading="Expected results"),
                Column(holds=Holds.INDICATOR, heading="Indicator"),
                Column(holds=Holds.BASELINE, heading="Baseline"),
                Column(holds=Holds.TARGETS, heading="Target"),
                Column(holds=Holds.VERIFICATION, heading="Data source"),
                Column(holds=Holds.METHOD, heading="Method"),
                Column(holds=Holds.FREQUENCY, heading="Frequency"),
                Column(holds=Holds.RESPONSIBLE, heading="Responsible"),
            ),
            rows=(
                Row(of=Level.IMPACT),
                Row(of=Level.OUTCOME),
                Row(of=Level.INTERMEDIATE_OUTCOME),
                Row(of=Level.OUTPUT),
            ),
        ),
    ),
    since=PartialDate(2022, 6),
    sources=(
        (
            "gac-pmf, checklist 2.1 on a performance measurement framework,"
            " https://international.gc.ca/world-monde/funding-financement/rbm-gar/tip_sheet_2_1-fiche_conseil_2_1.aspx?lang=eng"
        ),
        (
            "gac-glossary, the department's glossary of results-based management,"
            " https://www.international.gc.ca/world-monde/funding-financement/rbm-gar/glossary-glossaire.aspx?lang=eng"
        ),
        "gac-lm, a blank logic model, http://www.docstoc.com/docs/118585958/Logic-model",
    ),
    unverified=(
        "The headings of the logic model and of the matrix of outputs and activities: what they hold was read.",
        "How results are numbered: they bear no codes here.",
        "Where milestones stand: they are told beside the targets.",
    ),
)
