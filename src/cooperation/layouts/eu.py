"""Grants of the European Union: Annex C of an application, which is Annex E3d in the present set of forms."""

from cooperation.layouts._layout import Column, Form, Holds, Layout, Row, Word, Work
from cooperation.model import Level, PartialDate

__all__ = ["EU"]

EU = Layout(
    name="eu",
    title="European Union, grants (Annex C, Annex E3d)",
    about=(
        "Several outcomes are allowed, and a row of intermediate outcomes may be put in. The current value is filled"
        " in for the interim and the final report. The activities stand in a matrix of their own, numbered after the"
        " outputs they lead to, with means and costs. Its column of assumptions stays empty: an assumption stands"
        " at the objective from which the step goes up, and no activity has one."
    ),
    words=(
        Word(of=Level.IMPACT, one="Impact", many="Impact (Overall objective)"),
        Word(of=Level.OUTCOME, one="Outcome", many="Outcome(s) (Specific objective(s))", code="Oc {}"),
        Word(
            of=Level.INTERMEDIATE_OUTCOME,
            one="Intermediate outcome",
            many="Intermediate outcome(s)",
            code="iOc {}",
            under=Level.OUTCOME,
        ),
        Word(of=Level.OUTPUT, one="Output", many="Outputs", code="Op {}", under=Level.OUTCOME),
        Word(of=Work.ACTIVITIES, one="Activity", many="Activities", code="A {}", under=Level.OUTPUT),
    ),
    forms=(
        Form(
            title="Logical framework matrix",
            columns=(
                Column(holds=Holds.STATEMENT, heading="Results chain"),
                Column(holds=Holds.INDICATOR, heading="Indicator"),
                Column(holds=Holds.BASELINE, heading="Baseline (value and reference year)"),
                Column(holds=Holds.MILESTONES, heading="Milestone {} (value and reference year)", each=True),
                Column(holds=Holds.TARGETS, heading="Target (value and reference year)"),
                Column(holds=Holds.ACTUALS, heading="Current value (reference year)"),
                Column(holds=Holds.VERIFICATION, heading="Source and mean of verification"),
                Column(holds=Holds.ASSUMPTIONS, heading="Assumptions"),
            ),
            rows=(
                Row(of=Level.IMPACT, blanks=((Holds.ASSUMPTIONS, "Not applicable"),)),
                Row(of=Level.OUTCOME),
                Row(of=Level.INTERMEDIATE_OUTCOME, optional=True),
                Row(of=Level.OUTPUT),
            ),
        ),
        Form(
            title="Activity matrix",
            columns=(
                Column(holds=Holds.ACTIVITIES, heading="Activities"),
                Column(holds=Holds.MEANS, heading="Means"),
                Column(holds=Holds.COSTS, heading="Costs"),
                Column(holds=Holds.NOTHING, heading="Assumptions"),
            ),
            rows=(Row(of=Work.ACTIVITIES),),
        ),
    ),
    since=PartialDate(2015),
    sources=(
        (
            "eu-annexc, the logical framework of a grant application (Annex C),"
            " https://www.scribd.com/document/324107308/Annex-C-Logical-Framework"
        ),
        "Annex E3d as kept at https://github.com/arqaamio/LogframeLab-server (src/main/resources/WORD_Template.docx)",
    ),
    unverified=(
        "The Commission's own copies of both annexes: copies by others were read.",
        "The code of an intermediate outcome: iOc is this library's; Oc 1, Op 1.1 and A 1.1.1 are the form's.",
        "The heading of a milestone: the form says that such columns may be added and names none.",
    ),
)
