"""What a review says to programs, as plain trees and as JSON; its keys and their order are a promise."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from cooperation.diagnostics import Diagnostic, Path, Position, Severity, format_path
from cooperation.review.checking import Review
from cooperation.review.comparison import Comparison
from cooperation.review.outputs.pieces import Options, Segment, plain
from cooperation.review.stages import Readiness

__all__ = ["as_json", "as_tree", "comparison", "comparison_tree", "encoded", "findings", "readiness", "readiness_tree"]

_VERSION = 1


def as_tree(review: Review) -> dict[str, Any]:
    """A review as a plain tree, with the place of every finding and of every missing input."""
    report = review.report
    return {
        "name": review.name,
        "stage": report.stage,
        "profile": report.profile,
        "counts": {severity.value: report.count(severity) for severity in Severity},
        "findings": [_finding(finding) for finding in report.findings],
        "unknown": [
            {
                "code": unjudged.code,
                **_place(review, unjudged.path),
                "missing": [{**_place(review, m.path), "what": m.what} for m in unjudged.missing],
            }
            for unjudged in report.unknown
        ],
        "wanted": [
            {
                "what": wanted.what,
                "places": [_place(review, path) for path in wanted.places],
                "rules": list(wanted.rules),
                "settles": list(wanted.settles),
            }
            for wanted in report.wanted()
        ],
        "passed": list(report.passed),
        "not_applicable": list(report.not_applicable),
        "silenced": [{**_finding(one.finding), "reason": one.reason} for one in report.silenced],
    }


def as_json(reviews: Iterable[Review]) -> str:
    """Reviews as one JSON text."""
    return encoded({"version": _VERSION, "documents": [as_tree(review) for review in reviews]})


def comparison_tree(compared: Comparison) -> dict[str, Any]:
    """A comparison of two versions as a plain tree; what is mended or unsure has its place in the earlier one."""
    kinds = ("new", "mended", "unchanged", "accepted", "unsure")
    return {
        "name": compared.name,
        "against": compared.against,
        "counts": {kind: len(getattr(compared, kind)) for kind in kinds},
        **{kind: [_finding(finding) for finding in getattr(compared, kind)] for kind in kinds},
    }


def readiness_tree(document: Readiness) -> dict[str, Any]:
    """The readiness of a document as a plain tree, a mapping a stage."""
    return {
        "name": document.name,
        "stage": document.own and document.own.value,
        "profile": document.profile,
        "stages": [
            {
                "stage": row.stage.value,
                "counts": {"info": row.infos, "warning": row.warnings, "error": row.errors},
                "passed": row.passed,
                "not_applicable": row.not_applicable,
                "unknown": row.unjudged,
            }
            for row in document.stages
        ],
    }


def encoded(tree: dict[str, Any]) -> str:
    """A plain tree as JSON that people can read, too; half a pair of surrogates, which is no letter, gets a mark."""
    try:
        data = msgspec.json.encode(tree)
    except UnicodeEncodeError:
        text = json.dumps(tree, ensure_ascii=False)
        data = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()
    return msgspec.json.format(data, indent=2).decode() + "\n"


def findings(reviews: Iterable[Review], _: Options) -> Iterator[Segment]:
    """Every document, finding, missing input and rule."""
    yield (as_json(reviews), "plain")


def comparison(compared: Comparison, new: Review, _: Options) -> Iterator[Segment]:
    """The comparison, and the whole of the present version."""
    yield (
        encoded({"version": _VERSION, "comparison": comparison_tree(compared), "documents": [as_tree(new)]}),
        "plain",
    )


def readiness(documents: Iterable[Readiness]) -> Iterator[Segment]:
    """Every document with its stages."""
    yield (encoded({"version": _VERSION, "readiness": [readiness_tree(one) for one in documents]}), "plain")


def _finding(finding: Diagnostic) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "path": format_path(finding.path),
        **_where(finding.position),
        "help": finding.help and plain(finding.help),
    }


def _place(review: Review, path: Path) -> dict[str, Any]:
    return {"path": format_path(path), **_where(review.locate(path))}


def _where(position: Position | None) -> dict[str, Any]:
    return {"line": position.line if position else None, "column": position.column if position else None}
