"""The logframe of the United Kingdom's Department for International Development, of 2009 and 2011."""

from cooperation.layouts._layout import Column, Form, Holds, Layout, Row, Word, Work
from cooperation.model import Level, PartialDate

__all__ = ["DFID"]

DFID = Layout(
    name="dfid",
    title="DFID, United Kingdom",
    about=(
        "One outcome. Each output has an impact weighting and a risk rating; each indicator is numbered and has its"
        " baseline, milestones and target in one row and what was achieved in the row below. Activities are kept apart"
        " from the logframe; the inputs stand at its foot."
    ),
    words=(
        Word(of=Level.IMPACT, one="IMPACT", many="IMPACT", indicator_code="Impact Indicator {}"),
        Word(of=Level.OUTCOME, one="OUTCOME", many="OUTCOME", indicator_code="Outcome Indicator {}"),
        Word(of=Level.INTERMEDIATE_OUTCOME, one="INTERMEDIATE OUTCOME", many="INTERMEDIATE OUTCOMES", own=False),
        Word(of=Level.OUTPUT, one="OUTPUT", many="OUTPUTS", code="OUTPUT {}", indicator_code="Output Indicator {}"),
        Word(of=Work.INPUTS, one="INPUTS", many="INPUTS"),
    ),
    forms=(
        Form(
            title="Results framework",
            columns=(
                Column(holds=Holds.STATEMENT, heading="Objective"),
                Column(holds=Holds.WEIGHT, heading="Impact weighting (%)"),
                Column(holds=Holds.RISK_RATING, heading="Risk rating"),
                Column(holds=Holds.INDICATOR, heading="Indicator"),
                Column(holds=Holds.PLANNED_OR_ACHIEVED, heading="Planned or achieved"),
                Column(holds=Holds.BASELINE, heading="Baseline"),
                Column(holds=Holds.MILESTONES, heading="Milestone {}", each=True),
                Column(holds=Holds.TARGETS, heading="Target"),
                Column(holds=Holds.VERIFICATION, heading="Source"),
                Column(holds=Holds.ASSUMPTIONS, heading="Assumptions"),
                Column(holds=Holds.RISKS, heading="Risks"),
            ),
            rows=(
                Row(of=Level.IMPACT, blanks=((Holds.RISK_RATING, ""), (Holds.RISKS, ""), (Holds.WEIGHT, ""))),
                Row(of=Level.OUTCOME, blanks=((Holds.RISK_RATING, ""), (Holds.RISKS, ""))),
                Row(of=Level.OUTPUT, blanks=((Holds.ASSUMPTIONS, ""),)),
            ),
            planned="Planned",
            achieved="Achieved",
        ),
        Form(
            title="Inputs",
            columns=(
                Column(holds=Holds.COSTS, heading="Money"),
                Column(holds=Holds.FUNDING, heading="Share of each funder"),
                Column(holds=Holds.STAFF_TIME, heading="Staff time"),
            ),
            rows=(Row(of=Work.INPUTS),),
        ),
    ),
    since=PartialDate(2009, 2),
    sources=(
        (
            "dfid-2009, guidance on using the revised logical framework, February 2009,"
            " http://mande.co.uk/2009/uncategorized/dfid-guidance-on-using-the-revised-logical-framework-2009-revision/print/"
        ),
        (
            "dfid-2011, guidance on using the revised logical framework, January 2011,"
            " https://studylib.net/doc/18643898/how-to-note--guidance-on-using-the-revised-logical"
        ),
        (
            "DFID's template as kept at https://github.com/arqaamio/LogframeLab-server"
            " (src/main/resources/DFID_Template.xlsx)"
        ),
    ),
    unverified=(
        "The guidance of 2011 beyond its opening.",
        (
            "Where assumptions stand since 2011: in 2009 assumptions stood at goal and purpose, risks at outputs and"
            " activities. What a project has elsewhere is shown there."
        ),
        "The heading over the objectives: each block of the template begins with the word of its level.",
    ),
)
