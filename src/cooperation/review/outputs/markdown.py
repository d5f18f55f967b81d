"""Markdown, for a mail or a meeting: the counts, the findings by part in the order of the text, what is missing."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from attrs import evolve

from cooperation.diagnostics import Diagnostic, Path, Position, Wanted
from cooperation.review.checking import Review
from cooperation.review.comparison import Comparison
from cooperation.review.identity import Parts
from cooperation.review.outputs.pieces import Options, Segment, page_of, plain
from cooperation.review.stages import Readiness
from cooperation.views.words import unmarked

__all__ = ["comparison", "findings", "readiness"]


def findings(reviews: Iterable[Review], _: Options) -> Iterator[Segment]:
    """A chapter a document."""
    for number, review in enumerate(reviews):
        yield ("\n" if number else "", "plain")
        yield (_lines(_chapter(review)), "plain")


def comparison(compared: Comparison, new: Review, _: Options) -> Iterator[Segment]:
    """What is new in full, the rest in a line each, then what is missing and accepted in the present version."""
    yield (_lines(_compared(compared, new)), "plain")


def readiness(documents: Iterable[Readiness]) -> Iterator[Segment]:
    """A table a document, a row a stage."""
    for number, document in enumerate(documents):
        yield ("\n" if number else "", "plain")
        yield (_lines(_ready(document)), "plain")


def _chapter(review: Review) -> Iterator[str]:
    report = review.report
    yield from (f"# Review of {unmarked(review.name)}", "", f"{_asked(review)}.", "")
    yield f"**{report.summary()}.**"
    if not review.is_asked:
        yield from ("", "The document could not be read, so no rule was asked.")
    yield from _section("What was found", _by_part(review))
    yield from _rest(review)


def _rest(review: Review) -> Iterator[str]:
    yield from _section("What is missing", (_wanted(review, one) for one in review.report.wanted()))
    yield from _section(
        "What was accepted",
        (
            f"- **{one.finding.code}**, {_place(one.finding.position)}: {unmarked(one.finding.message)}. "
            f"Accepted because: {unmarked(one.reason)}"
            for one in review.report.silenced
        ),
    )


def _compared(compared: Comparison, new: Review) -> Iterator[str]:
    yield from (f"# {unmarked(compared.name)} against {unmarked(compared.against)}", "", f"{_asked(new)}.", "")
    yield f"**{compared.summary()}.** Altogether {new.report.summary()}."
    yield from _section("New", _by_part(evolve(new, report=evolve(new.report, findings=compared.new))))
    for title, held in (
        ("Mended", compared.mended),
        ("Gone, and nobody can say whether mended", compared.unsure),
        ("Still there", compared.unchanged),
    ):
        yield from _section(title, map(_brief, held))
    yield from _rest(new)


def _ready(document: Readiness) -> Iterator[str]:
    profile = f", by the profile {unmarked(document.profile)}" if document.profile else ""
    yield from (f"# Readiness of {unmarked(document.name)}{profile}", "")
    yield "| Stage | Errors | Warnings | Infos | Rules passed | Not applicable | Could not be judged |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    for row in document.stages:
        name = f"**{row.stage.value}**, as it says" if row.stage is document.own else row.stage.value
        counts = (row.errors, row.warnings, row.infos, row.passed, row.not_applicable, row.unjudged)
        yield f"| {name} | {' | '.join(map(str, counts))} |"


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    held = list(lines)
    if held:
        yield from ("", f"## {title}", "", *held)


def _by_part(review: Review) -> Iterator[str]:
    """The findings under the part that each is said of; why a rule asks is told where it is met first."""
    parts = Parts.of(review)
    explained: set[str] = set()
    groups = groupby(review.report.findings, key=lambda finding: _part(parts, finding.path))
    for number, (part, held) in enumerate(groups):
        yield from (*([""] if number else []), f"### {part}", "")
        for finding in held:
            yield _brief(finding, finding.severity.value)
            page = page_of(finding.code)
            if page is not None and finding.code not in explained:
                explained.add(finding.code)
                yield f"  - Why: {unmarked(plain(page.why))}"
            if finding.help:
                yield f"  - Remedy: {unmarked(plain(finding.help))}"


def _brief(finding: Diagnostic, severity: str = "") -> str:
    mark = f"**{severity} {finding.code}**" if severity else f"**{finding.code}**"
    return f"- {mark}, {_place(finding.position)}: {unmarked(finding.message)}"


def _part(parts: Parts, path: Path) -> str:
    """What people call the part that a place belongs to."""
    around = parts.around(path)
    if not around:
        return "The document"
    steps = parts.identity(around)
    held, item = steps[-2].replace("_", " "), steps[-1].removeprefix("=")
    named = f"In {unmarked(held)}: {unmarked(item)}"
    # In a portfolio the same partner is in several projects.
    is_one_of_many = around[0] == "projects" and len(around) > len(("projects", 0)) and parts.size(("projects",)) > 1
    return f"{named}, of {unmarked(steps[1].removeprefix('='))}" if is_one_of_many else named


def _wanted(review: Review, wanted: Wanted) -> str:
    lines = sorted({position.line for path in wanted.places if (position := review.locate(path))})
    where = f", line{'s' if len(lines) > 1 else ''} {', '.join(map(str, lines))}" if lines else ""
    return f"- {unmarked(str(wanted))} ({', '.join(wanted.rules)}){where}"


def _place(position: Position | None) -> str:
    return f"line {position.line}" if position else "the whole"


def _asked(review: Review) -> str:
    report = review.report
    own = "as what each project says it is" if review.document is not None else "as what is published"
    stage = f"as a {report.stage}" if report.stage else own
    profile = f"by the profile {unmarked(report.profile)}" if report.profile else "by the profile of each programme"
    return f"Asked {stage}, {profile}"


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
