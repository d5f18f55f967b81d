"""What a review says to people: place, fact, source line with a caret, remedy, and a summary."""

from collections.abc import Iterable, Iterator

from attrs import evolve

from cooperation.diagnostics import Diagnostic, Report, format_path
from cooperation.review.checking import Review
from cooperation.review.comparison import Comparison
from cooperation.review.outputs.pieces import Options, Segment, place_of, plain, text_of
from cooperation.review.stages import Readiness
from cooperation.views.words import harmless

__all__ = ["as_text", "comparison", "findings", "quoted", "readiness", "segments", "unknown_segments"]

_WIDEST = 120
_BEFORE_CARET = 80
_ASK_UNKNOWN = " (cooperation check --unknown lists what is missing)"
_COLUMNS = ("errors", "warnings", "infos", "passed", "not applicable", "could not be judged")


def segments(review: Review) -> Iterator[Segment]:
    """The findings of a review as people read them: place, fact, source line with a caret, remedy."""
    for finding in review.report.findings:
        yield from _line(review.name, finding)
        yield from quoted(review, finding)
        if finding.help:
            yield (f"   help: {plain(finding.help)}   (cooperation explain {finding.code})\n", "help")


def unknown_segments(review: Review) -> Iterator[Segment]:
    """The inputs that are missing, those that would settle most rules first, and where they would stand."""
    for wanted in review.report.wanted():
        yield ("   unknown ", "unknown")
        yield (f"{harmless(str(wanted))}: ", "plain")
        yield (f"{' '.join(wanted.rules)}\n", "code")
        for path in wanted.places:
            yield (f"      {place_of(review.name, review.locate(path))}: ", "place")
            yield (f"{harmless(format_path(path))}\n", "plain")


def as_text(review: Review) -> str:
    """The findings of a review and its summary, as plain text."""
    return text_of(segments(review)) + review.report.summary() + "\n"


def findings(reviews: Iterable[Review], options: Options) -> Iterator[Segment]:
    """The findings of documents, one after the other, and a summary of all."""
    reports = []
    for review in reviews:
        reports.append(review.report)
        yield from segments(review)
        if options.unknown:
            yield from _missing(review)
    if reports:
        yield (f"{_summary(reports, '' if options.unknown else _ASK_UNKNOWN)}\n", "heading")


def comparison(compared: Comparison, new: Review, options: Options) -> Iterator[Segment]:
    """What is new with its lines, the rest in a line each, and a summary."""
    yield from segments(evolve(new, report=evolve(new.report, findings=compared.new)))
    for word, role, name, held in (
        ("mended", "mark", compared.against, compared.mended),
        ("gone, and not judged", "unknown", compared.against, compared.unsure),
        ("unchanged", "label", compared.name, compared.unchanged),
        ("accepted now", "label", compared.name, compared.accepted),
    ):
        for finding in held:
            yield (f"{place_of(name, finding.position)}: ", "place")
            yield (f"{word} ", role)
            yield (f"{finding.code} ", "code")
            yield (f"{harmless(finding.message)}\n", "plain")
    if options.unknown:
        yield from _missing(new)
    yield (f"{compared.summary()}; {new.report.summary()}\n", "heading")


def readiness(documents: Iterable[Readiness]) -> Iterator[Segment]:
    """A table for each document: a line a stage."""
    for number, document in enumerate(documents):
        if number:
            yield ("\n", "plain")
        yield (f"{harmless(document.name)}", "place")
        yield (f"{f', by the profile {document.profile}' if document.profile else ''}\n", "plain")
        yield (f"  {'':<9}  {'  '.join(_COLUMNS)}\n", "label")
        for row in document.stages:
            counts = (row.errors, row.warnings, row.infos, row.passed, row.not_applicable, row.unjudged)
            cells = (f"{count:>{len(name)}}" for count, name in zip(counts, _COLUMNS, strict=True))
            mark = "  <- what it says it is" if row.stage is document.own else ""
            yield (f"  {row.stage.value:<9}  ", "error" if row.errors else "mark")
            yield (f"{'  '.join(cells)}{mark}\n", "plain")


def _line(name: str, finding: Diagnostic) -> Iterator[Segment]:
    yield (f"{place_of(name, finding.position)}: ", "place")
    yield (finding.severity.value, finding.severity.value)
    yield (f" {finding.code} ", "code")
    yield (f"{harmless(finding.message)}\n", "plain")


def _missing(review: Review) -> Iterator[Segment]:
    yield (f"{place_of(review.name, None)}: ", "place")
    if review.report.unknown:
        yield ("what is missing, and the rules that could not judge without it\n", "plain")
        yield from unknown_segments(review)
    else:
        yield ("nothing is missing that a rule would need\n", "plain")


def quoted(review: Review, finding: Diagnostic) -> Iterator[Segment]:
    """The line a finding stands on, with a caret under the place, or its path where only the line is known."""
    if review.source is None or finding.position is None:
        return
    line = review.source.line(finding.position.line)
    if not line.strip():
        return
    # A very long line is cut around the place.
    start = max(0, finding.position.column - 1 - _BEFORE_CARET) if len(line) > _WIDEST else 0
    shown = harmless(line[start : start + _WIDEST])
    number = f"{finding.position.line:>5}"
    yield (f"{number} | ", "place")
    yield (f"{'…' if start else ''}{shown.rstrip()}\n", "plain")
    yield (f"{' ' * len(number)} | ", "place")
    if not review.source.has_columns and finding.path:
        yield (f"{harmless(format_path(finding.path))}\n", "mark")
        return
    yield (f"{' ' * (finding.position.column - 1 - start + bool(start))}^\n", "mark")


def _summary(reports: list[Report], hint: str) -> str:
    whole = _together(reports)
    said = whole.summary()
    if len(reports) > 1:
        said = f"{len(reports)} documents: {said}"
    if whole.silenced:
        said += f", {len(whole.silenced)} accepted by allowances"
    return f"{said}{hint if whole.unknown else ''}"


def _together(reports: list[Report]) -> Report:
    """What several documents say as one: a rule passed when it passed somewhere and found nothing anywhere."""
    if len(reports) == 1:
        return reports[0]
    held = tuple(finding for report in reports for finding in report.findings)
    silenced = tuple(one for report in reports for one in report.silenced)
    found = {finding.code for finding in (*held, *(one.finding for one in silenced))}
    return Report(
        findings=held,
        unknown=tuple(one for report in reports for one in report.unknown),
        passed=tuple(sorted({code for report in reports for code in report.passed} - found)),
        silenced=silenced,
    )
