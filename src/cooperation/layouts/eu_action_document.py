"""Action documents of the European Union: the indicative logframe of section 3.6."""

from cooperation.layouts._layout import Column, Form, Holds, Layout, Row, Word
from cooperation.model import Level, PartialDate

__all__ = ["EU_ACTION_DOCUMENT"]

EU_ACTION_DOCUMENT = Layout(
    name="eu-action-document",
    title="European Union, action documents (section 3.6)",
    about=(
        "At most ten expected results in all. Baselines and targets may follow with the contract, or with the first"
        " progress report at the latest; progress reports bring current values, the final report the final ones."
    ),
    words=(
        Word(of=Level.IMPACT, one="Impact", many="Impact"),
        Word(of=Level.OUTCOME, one="Outcome", many="Outcomes", code="Oc {}"),
        Word(
            of=Level.INTERMEDIATE_OUTCOME,
            one="Intermediate outcome",
            many="Intermediate outcomes",
            code="iOc {}",
            under=Level.OUTCOME,
        ),
        Word(of=Level.OUTPUT, one="Output", many="Outputs", code="Op {}", under=Level.OUTCOME),
    ),
    forms=(
        Form(
            title="Indicative logical framework",
            columns=(
                Column(holds=Holds.STATEMENT, heading="Results chain: main expected results"),
                Column(holds=Holds.INDICATOR, heading="Indicators"),
                Column(holds=Holds.BASELINE, heading="Baselines (values and years)"),
                Column(holds=Holds.TARGETS, heading="Targets (values and years)"),
                Column(holds=Holds.ACTUALS, heading="Current values (reports)"),
                Column(holds=Holds.VERIFICATION, heading="Sources of data"),
                Column(holds=Holds.ASSUMPTIONS, heading="Assumptions"),
            ),
            rows=(
                Row(of=Level.IMPACT, blanks=((Holds.ASSUMPTIONS, "Not applicable"),)),
                Row(of=Level.OUTCOME),
                Row(of=Level.INTERMEDIATE_OUTCOME, optional=True),
                Row(of=Level.OUTPUT),
            ),
        ),
    ),
    since=PartialDate(2022),
    sources=(
        (
            "eu-ad, EU action documents C(2022)9745 and C(2024)8370, annexes, section 3.6"
            " (text copies at https://huggingface.co/datasets/LLMDH/other2)"
        ),
    ),
    unverified=(
        (
            "The header beyond results, main expected results, indicators and baseline: the others are those of the"
            " grants' matrix, in words of this library."
        ),
        "Milestones have no column that was read; they are told beside the targets.",
    ),
)
