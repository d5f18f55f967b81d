"""The classic matrix of four columns and four rows, as USAID had it."""

from cooperation.layouts._layout import Column, Form, Holds, Layout, Row, Word, Work
from cooperation.model import Level

__all__ = ["CLASSIC"]

CLASSIC = Layout(
    name="classic",
    title="Classic matrix, 4 x 4",
    about=(
        "Read from the bottom: if the inputs are there and their preconditions hold, then the outputs come about; if"
        " the outputs and their assumptions hold, then the purpose does; if the purpose and its assumptions hold, it"
        " serves the goal. The cell at the top right stays empty."
    ),
    words=(
        Word(of=Level.IMPACT, one="Goal", many="Goal"),
        Word(of=Level.OUTCOME, one="Purpose", many="Purpose"),
        Word(of=Level.INTERMEDIATE_OUTCOME, one="Intermediate outcome", many="Intermediate outcomes", own=False),
        Word(of=Level.OUTPUT, one="Output", many="Outputs"),
        Word(of=Work.INPUTS, one="Inputs", many="Inputs"),
    ),
    forms=(
        Form(
            title="Logical framework",
            columns=(
                Column(holds=Holds.STATEMENT, heading="Narrative summary"),
                Column(holds=Holds.INDICATOR_WITH_VALUES, heading="Indicators"),
                Column(holds=Holds.VERIFICATION, heading="Data sources"),
                Column(holds=Holds.ASSUMPTIONS, heading="Assumptions"),
            ),
            rows=(
                Row(of=Level.IMPACT, blanks=((Holds.ASSUMPTIONS, ""),)),
                Row(of=Level.OUTCOME),
                Row(of=Level.OUTPUT),
                Row(
                    of=Work.INPUTS,
                    instead=(
                        (Holds.STATEMENT, Holds.ACTIVITIES),
                        (Holds.INDICATOR_WITH_VALUES, Holds.MEANS_AND_COSTS),
                        (Holds.VERIFICATION, Holds.NOTHING),
                        (Holds.ASSUMPTIONS, Holds.PRECONDITIONS),
                    ),
                ),
            ),
        ),
    ),
    sources=(
        (
            "The logical framework, definition of a project (USAID's 4 x 4),"
            " https://slidetodoc.com/the-logical-framework-definition-of-a-project-a"
        ),
        "A matrix with means beside the activities and preconditions at the foot, https://notes.tamwed.org",
    ),
    unverified=(
        "When each column got its present name; the words here are those of the first source.",
        "That activities stand in the row of inputs: the second source gives them a row of their own.",
    ),
)
