"""The design and monitoring framework of the Asian Development Bank."""

from cooperation.layouts._layout import Column, Form, Holds, Layout, Row, Word, Work
from cooperation.model import Level

__all__ = ["ADB"]

ADB = Layout(
    name="adb",
    title="Asian Development Bank, design and monitoring framework",
    about=(
        "The impact is named and has no indicators. Risks stand where others have assumptions; assumptions are named"
        " for partners' financing only, so those of a project are listed below the table."
    ),
    words=(
        Word(of=Level.IMPACT, one="Impact", many="Impact"),
        Word(of=Level.OUTCOME, one="Outcome", many="Outcome"),
        Word(of=Level.INTERMEDIATE_OUTCOME, one="Intermediate outcome", many="Intermediate outcomes", own=False),
        Word(of=Level.OUTPUT, one="Output", many="Outputs", code="{}."),
        Word(of=Work.ACTIVITIES, one="Activity", many="Activities", code="{}", under=Level.OUTPUT),
    ),
    forms=(
        Form(
            title="Design and monitoring framework",
            columns=(
                Column(holds=Holds.STATEMENT, heading="Results chain"),
                Column(holds=Holds.INDICATOR_WITH_VALUES, heading="Performance indicators with targets and baselines"),
                Column(holds=Holds.VERIFICATION, heading="Data sources"),
                Column(holds=Holds.RISKS, heading="Risks"),
            ),
            rows=(
                Row(
                    of=Level.IMPACT,
                    blanks=((Holds.INDICATOR_WITH_VALUES, ""), (Holds.VERIFICATION, ""), (Holds.RISKS, "")),
                ),
                Row(of=Level.OUTCOME),
                Row(of=Level.OUTPUT),
            ),
        ),
        Form(
            title="Activities with inputs",
            columns=(
                Column(holds=Holds.ACTIVITIES, heading="Activities"),
                Column(holds=Holds.PERIOD, heading="Time"),
                Column(holds=Holds.MEANS, heading="Inputs"),
                Column(holds=Holds.COSTS, heading="Costs"),
            ),
            rows=(Row(of=Work.ACTIVITIES),),
        ),
    ),
    sources=(
        (
            "adb-tips, the bank's tips for performance indicators (box 7),"
            " http://www.ovicia.com/2022/01/box-7-tips-for-performance-indicators.html"
        ),
        (
            "The contents of the guidelines of January 2019,"
            " https://www.adb.org/documents/guidelines-preparing-design-and-monitoring-framework"
        ),
    ),
    unverified=(
        "The bank's own form: what its columns hold was read, the headings are in words of this library.",
        "How outputs and activities are numbered, and that each activity has its inputs beside it.",
    ),
)
