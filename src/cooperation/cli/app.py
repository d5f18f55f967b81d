"""The commands and their arguments; what they do is imported when one of them is asked for."""

from typing import Annotated

import typer

__all__ = ["app"]

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
)

_InputFormat = Annotated[
    str | None,
    typer.Option("--input-format", metavar="FORMAT", help="yaml, json, jsonl ...; else the suffix tells it."),
]

# Their tables are not imported for a help text; tests hold them together.
_PICTURES = "chain, change, problems, plan, budget, stakeholders, risks, gains, timeline or goals"
_FORMS = "people, json, github, sarif, junit or markdown"
_VIEWS = "partners, logframe, tracking, risks, stakeholders, budget or gains"
_LAYOUTS = "classic, eu, eu-action-document, dfid, adb or canada"


def _examples(*lines: str) -> str:
    shown = "\n".join(f"  {line}" for line in lines)
    return f"\b\nExamples:\n{shown}"


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"cooperation {version('cooperation')}")
        raise typer.Exit


@app.callback(
    epilog=_examples(
        "cooperation new water-plan           a proposal to fill in",
        "cooperation check water-plan.yaml    what is wrong with it, and what is missing",
        "cooperation show water-plan.yaml     what it says, in plain text",
    )
)
def _root(
    version: Annotated[
        bool, typer.Option("--version", help="Say which version this is.", is_eager=True, callback=_print_version)
    ] = False,
) -> None:
    """Check, show and convert the documents of development-cooperation projects."""


@app.command(
    epilog=_examples(
        "cooperation check proposal.yaml",
        "cooperation check proposals/ --stage proposal --fail-on warning",
        "cooperation check proposal.yaml --format json > findings.json",
        "cooperation check proposal.yaml --against sent.yaml    what is new, mended, unchanged",
        "cooperation check proposal.yaml --readiness            the counts of every stage",
        "cat proposal.yaml | cooperation check -",
    )
)
def check(  # noqa: PLR0913, PLR0917  # typer makes an option of each parameter
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE", help="Files, folders with files, or - for standard input."),
    ],
    stage: Annotated[
        str | None,
        typer.Option(metavar="STAGE", help="Ask as a summary, proposal, progress or final, whatever the file says."),
    ] = None,
    profile: Annotated[
        str | None, typer.Option(metavar="NAME", help="The profile of a donor or programme that selects the rules.")
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="CODES", help="Ask these rules only: codes, or letters of families, such as LOG,IND001."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="CODES", help="Leave these rules out; wording stands for all that look for words."),
    ] = None,
    unknown: Annotated[
        bool, typer.Option("--unknown", help="List what is missing for the rules that could not judge.")
    ] = False,
    against: Annotated[
        str | None, typer.Option(metavar="OLD", help="Say what is new, mended and unchanged since this version.")
    ] = None,
    readiness: Annotated[
        bool, typer.Option("--readiness", help="Count what is said at every stage, instead of the findings.")
    ] = False,
    fail_on: Annotated[
        str | None,
        typer.Option(
            metavar="SEVERITY", help="The least that is a failure: error, where nothing is said, warning or info."
        ),
    ] = None,
    output: Annotated[str, typer.Option("--format", metavar="FORMAT", help=f"How to say it: {_FORMS}.")] = "people",
    input_format: _InputFormat = None,
    today: Annotated[
        str | None, typer.Option(metavar="DAY", help="The day on which is asked, such as 2026-03-31; else today.")
    ] = None,
    lenient: Annotated[
        bool, typer.Option("--lenient", help="Check IATI files of any version, and of none, as if they were of 2.03.")
    ] = False,
    settings: Annotated[
        str | None, typer.Option(metavar="FILE", help="The file of settings, instead of the nearest one.")
    ] = None,
    no_settings: Annotated[bool, typer.Option("--no-settings", help="Look for no settings.")] = False,
) -> None:
    """Say what is wrong with documents, each finding at its line.

    Structural faults and the findings of the rules come in one run, with what could not be judged.
    In folders, all files of a known format are checked, hidden ones excepted.

    The status is 0 when nothing was found at or above --fail-on, 1 when something was or a document has structural
    faults, and 2 when a file cannot be read or an argument means nothing.
    With --against only new findings count, and --readiness only counts.

    What is not said here, a cooperation.toml or the [tool.cooperation] of a pyproject.toml may say; the nearest one at
    or above all the files holds.
    """
    from cooperation.cli.checking import check_documents, question_of, settings_of, threshold_of

    held = settings_of(files, settings, look=not no_settings)
    status = check_documents(
        files,
        question=question_of(
            held,
            stage=stage,
            profile=profile,
            today=today,
            select=select or (),
            ignore=ignore or (),
            lenient=lenient,
        ),
        input_format=input_format,
        output=output,
        fail_on=threshold_of(held, fail_on),
        unknown=unknown,
        against=against,
        readiness=readiness,
    )
    raise typer.Exit(status)


@app.command(
    epilog=_examples(
        "cooperation convert proposal.yaml proposal.json",
        "cooperation convert portfolio.jsonl portfolio.yaml --force",
        "cooperation convert proposal.yaml - --output-format json",
        "cooperation convert activities.xml portfolio.yaml       an IATI file, and what of it is lost",
        "cooperation convert proposal.yaml proposal.xml --with-extension",
        "cooperation convert plan.yaml plan.xml --reporter vaxjo=SE-ON-212000-0662",
    )
)
def convert(
    source: Annotated[str, typer.Argument(metavar="IN", help="The file to read, or - for standard input.")],
    target: Annotated[
        str,
        typer.Argument(metavar="OUT", help="The file to write, or - for standard output; its suffix tells the format."),
    ],
    force: Annotated[bool, typer.Option("--force", help="Overwrite OUT where it exists.")] = False,
    input_format: _InputFormat = None,
    output_format: Annotated[str | None, typer.Option(metavar="FORMAT", help="The format of standard output.")] = None,
    with_extension: Annotated[
        bool,
        typer.Option("--with-extension", help="Add to an IATI file what the standard cannot say, to be read back."),
    ] = False,
    reporter: Annotated[
        str | None,
        typer.Option(
            metavar="ID=IDENTIFIER",
            help="Who publishes an IATI file, of projects that have no code to be published under.",
        ),
    ] = None,
) -> None:
    """Write a document in another format.

    Its allowances go with it, comments do not.
    What cannot be carried to or from a foreign standard is listed on standard error, with what its rules find wrong.
    OUT is written wholly or not at all: a document with faults leaves it as it was.
    """
    from cooperation.cli.reading import convert_document

    convert_document(
        source,
        target,
        input_format=input_format,
        output_format=output_format,
        force=force,
        with_extension=with_extension,
        reporter=reporter,
    )


@app.command(
    epilog=_examples(
        "cooperation show proposal.yaml",
        "cooperation show portfolio.yaml              a table of its projects",
        "cooperation show portfolio.yaml energy-plan  one of them",
        "cooperation show proposal.yaml --view logframe --layout eu",
        "cooperation show proposal.yaml --view budget --format html > budget.html",
        "cooperation show proposal.yaml --picture chain -o chain.svg",
    )
)
def show(  # noqa: PLR0913, PLR0917  # typer makes an option of each parameter
    file: Annotated[str, typer.Argument(metavar="FILE", help="The file to read, or - for standard input.")],
    project: Annotated[
        str | None, typer.Argument(metavar="ID", help="One of its projects, by its id, its title or an alias.")
    ] = None,
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="The language of texts that are there in several.")
    ] = None,
    width: Annotated[
        int | None, typer.Option(metavar="COLUMNS", min=40, help="How wide the text may be; else as the terminal is.")
    ] = None,
    view: Annotated[str | None, typer.Option(metavar="NAME", help=f"One side of it: {_VIEWS}.")] = None,
    layout: Annotated[
        str | None, typer.Option(metavar="NAME", help=f"Whose logframe: {_LAYOUTS}; else classic.")
    ] = None,
    form: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="text, or of a view markdown or html.")
    ] = "text",
    picture: Annotated[str | None, typer.Option(metavar="NAME", help=f"Show a picture instead: {_PICTURES}.")] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write the picture there, as .svg, .png, .mmd, .dot or .txt."
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite that file when it exists.")] = False,
    input_format: _InputFormat = None,
) -> None:
    """Show what a document says.

    That is: partners, results, plan, money, who gains what, and what is not known.
    A document of several projects is shown as a table of them.
    With --view one side of a project is shown in tables, in plain text, Markdown or HTML.
    """
    from cooperation.cli.showing import show_document, show_picture, show_view

    if picture is not None or output is not None:
        show_picture(
            file,
            project,
            picture=picture,
            output=output,
            force=force,
            input_format=input_format,
            language=language,
            columns=width,
        )
    elif view is None and layout is None and form == "text":
        show_document(file, project, input_format=input_format, language=language, columns=width)
    else:
        show_view(
            file,
            project,
            view=view,
            layout=layout,
            output=form,
            input_format=input_format,
            language=language,
            columns=width,
        )


@app.command(
    epilog=_examples(
        "cooperation report proposal.yaml -o report.html",
        "cooperation report portfolio.yaml -o overview.html             an overview of its projects",
        "cooperation report portfolio.yaml energy-plan -o report.html   one of them",
        "cooperation report proposal.yaml -o report.html --profile icld --layout eu",
    )
)
def report(  # noqa: PLR0913, PLR0917  # typer makes an option of each parameter
    file: Annotated[str, typer.Argument(metavar="FILE", help="The file to read, or - for standard input.")],
    project: Annotated[
        str | None, typer.Argument(metavar="ID", help="One of its projects, by its id, its title or an alias.")
    ] = None,
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="PAGE", help="The page to write; else standard output.")
    ] = None,
    layout: Annotated[str, typer.Option(metavar="NAME", help=f"Whose logframe: {_LAYOUTS}.")] = "classic",
    language: Annotated[
        str | None, typer.Option(metavar="CODE", help="The language of texts that are there in several.")
    ] = None,
    stage: Annotated[
        str | None,
        typer.Option(metavar="STAGE", help="Ask as a summary, proposal, progress or final, whatever the file says."),
    ] = None,
    profile: Annotated[
        str | None, typer.Option(metavar="NAME", help="The profile of a donor or programme that selects the rules.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite PAGE where it exists.")] = False,
    input_format: _InputFormat = None,
    today: Annotated[
        str | None, typer.Option(metavar="DAY", help="The day of the report, such as 2026-03-31; else today.")
    ] = None,
) -> None:
    """Write a document as one page that can be sent.

    It tells what the document says, what is wrong with it, and what is not known.

    The page is HTML that holds all it needs: it opens without a network, and prints on A4.
    A document of several projects is told as an overview of them.
    Faults are no hindrance: they stand in the page, each at its line, with all that could be read.
    """
    from cooperation.cli.checking import question_of, settings_of
    from cooperation.cli.reporting import write_report

    write_report(
        file,
        project,
        output=output,
        question=question_of(settings_of([file], None, look=True), stage=stage, profile=profile, today=today),
        layout=layout,
        language=language,
        input_format=input_format,
        force=force,
    )


@app.command(
    epilog=_examples(
        "cooperation explain LOG003", "cooperation explain outcome-without-outputs", "cooperation explain icld"
    )
)
def explain(
    what: Annotated[
        str, typer.Argument(metavar="CODE", help="The code of a finding, the name of its rule, or that of a profile.")
    ],
) -> None:
    """Explain a finding: why it matters and how to mend it.

    Structural faults have pages too, and so have the profiles of donors.
    """
    from cooperation.cli.pages import explain

    explain(what)


@app.command(
    epilog=_examples(
        "cooperation rules",
        "cooperation rules IND                           those on indicators",
        "cooperation rules --profile icld --stage final  those that are asked, and what they weigh",
    )
)
def rules(
    family: Annotated[
        str | None, typer.Argument(metavar="FAMILY", help="The letters their codes begin with, such as LOG.")
    ] = None,
    profile: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only those that this profile asks, as it weighs them.")
    ] = None,
    stage: Annotated[
        str | None, typer.Option(metavar="STAGE", help="Only those that are asked at this stage; else of a proposal.")
    ] = None,
) -> None:
    """List the rules and the structural faults by family.

    With --profile or --stage only the rules that are asked are listed, with what they weigh then.
    """
    from cooperation.cli.pages import list_rules

    list_rules(family, profile=profile, stage=stage)


@app.command(epilog=_examples("cooperation new water-plan    writes water-plan.yaml", "cooperation new | less"))
def new(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="The file to write, without .yaml; else standard output.")
    ] = None,
) -> None:
    """Begin a proposal, with comments that lead through every part.

    A file that exists is never overwritten.
    """
    from cooperation.cli.writing import write_new

    write_new(name)


@app.command(epilog=_examples("cooperation schema > cooperation.schema.json    for an editor that completes keys"))
def schema() -> None:
    """Print the JSON Schema of a document."""
    from cooperation.cli.writing import write_schema

    write_schema()


@app.command(epilog=_examples("cooperation examples", "cooperation examples vaxjo > vaxjo.yaml"))
def examples(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="The example to print.")] = None,
) -> None:
    """List the examples that come along, or print one."""
    from cooperation.cli.writing import show_examples

    show_examples(name)
