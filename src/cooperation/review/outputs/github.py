"""Annotations of GitHub's workflows: a line a finding, which its log shows beside the line of the file."""

from collections.abc import Iterable, Iterator

from attrs import evolve

from cooperation.diagnostics import Diagnostic, Severity
from cooperation.review.checking import Review
from cooperation.review.comparison import Comparison
from cooperation.review.outputs.pieces import Options, Segment, page_of, plain
from cooperation.views.words import harmless

__all__ = ["comparison", "findings"]

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def findings(reviews: Iterable[Review], _: Options) -> Iterator[Segment]:
    """An annotation a finding, with its remedy below the fact."""
    for review in reviews:
        for finding in review.report.findings:
            yield (_annotation(review.name, finding), "plain")


def comparison(compared: Comparison, new: Review, options: Options) -> Iterator[Segment]:
    """Annotations of what is new."""
    yield from findings([evolve(new, report=evolve(new.report, findings=compared.new))], options)


def _annotation(name: str, finding: Diagnostic) -> str:
    page = page_of(finding.code)
    properties = {"file": harmless(name)}
    if finding.position is not None:
        properties |= {"line": str(finding.position.line), "col": str(finding.position.column)}
    properties["title"] = f"{finding.code} {page.name}" if page else finding.code
    told = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    message = harmless(finding.message) + (f"\n{plain(finding.help)}" if finding.help else "")
    return f"::{_COMMANDS[finding.severity]} {told}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
