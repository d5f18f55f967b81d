"""The table of what a check found."""

from collections.abc import Iterator

from cooperation.diagnostics import Diagnostic, Path, Report, Severity, format_path
from cooperation.frames.schema import Column, ColumnType, Schema
from cooperation.frames.table import Table
from cooperation.frames.told import Cells, text, texts, whole, words
from cooperation.model import Portfolio, Project

__all__ = ["FINDINGS", "findings"]

FINDINGS = Schema(
    name="findings",
    row="Something that was found, that an allowance accepts, or that could not be judged.",
    key=("outcome", "position"),
    columns=(
        Column(
            name="outcome",
            type=ColumnType.TEXT,
            meaning="Whether it was found, is silenced by an allowance, or could not be judged.",
            words=("found", "silenced", "unjudged"),
        ),
        whole("position", "Where it stands in the report among those of its outcome, counted from 0."),
        text("project", "The id of the project; null where it is not known.", joins="projects.project"),
        text("code", "The rule's code, such as LOG003."),
        Column(
            name="severity",
            type=ColumnType.TEXT,
            meaning="How much it weighs; null for what could not be judged.",
            words=words(Severity),
        ),
        text("message", "What was found; null for what could not be judged."),
        text("path", "Where it stands, from the root that was checked: projects[0].logframe.objectives[2]."),
        text("help", "How to mend it."),
        whole("line", "The line of the text, counted from 1, where the text was at hand."),
        whole("column", "The column of that line, counted from 1."),
        text("reason", "Why the allowance accepts it."),
        texts("missing", "What would have to be known to judge it."),
    ),
)


def findings(report: Report, of: Project | Portfolio | None = None) -> Table:
    """The table of what a check found, what is accepted, and what could not be judged.

    Args:
        report: The outcome of the check.
        of: What was checked, which knows the ids of the projects.

    >>> from cooperation import check, load_example
    >>> portfolio = load_example("vaxjo")
    >>> table = findings(check(portfolio), portfolio)
    >>> sorted(set(table["outcome"])), table[0]["project"] in portfolio
    (['unjudged'], True)

    """
    return Table.of_rows(FINDINGS, _rows(report, of))


def _rows(report: Report, of: Project | Portfolio | None) -> Iterator[Cells]:
    for position, found in enumerate(report.findings):
        yield ("found", position, _project(found.path, of), *_found(found), None, None)
    for position, silenced in enumerate(report.silenced):
        found = silenced.finding
        yield ("silenced", position, _project(found.path, of), *_found(found), silenced.reason, None)
    for position, unjudged in enumerate(report.unknown):
        missing = tuple(one.what for one in unjudged.missing)
        told = (unjudged.code, None, None, format_path(unjudged.path), None, None, None, None, missing)
        yield ("unjudged", position, _project(unjudged.path, of), *told)


def _found(found: Diagnostic) -> Cells:
    at = found.position
    where = (None, None) if at is None else (at.line, at.column)
    return (found.code, found.severity.value, found.message, format_path(found.path), found.help, *where)


def _project(path: Path, of: Project | Portfolio | None) -> str | None:
    if isinstance(of, Project):
        return of.id
    if of is None or len(path) < 2 or path[0] != "projects":  # noqa: PLR2004
        return None
    position = path[1]
    known = isinstance(position, int) and position < len(of.projects)
    return of.projects[position].id if known else None  # type: ignore[index]  # known to be a number
