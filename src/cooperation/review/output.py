"""What a review says, for people and for programs."""

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

import msgspec

from cooperation.diagnostics import Diagnostic, Report, Severity, format_path
from cooperation.review.checking import Review

__all__ = ["Segment", "as_json", "as_text", "as_tree", "segments", "unknown_segments"]

Segment: TypeAlias = tuple[str, str]
"""A piece of text and its role: a severity, or ``code``, ``place``, ``help``, ``mark`` or ``plain``."""

_WIDEST = 120
_BEFORE_CARET = 80


def segments(review: Review) -> Iterator[Segment]:
    """The findings of a review as people read them: place, fact, source line with a caret, remedy."""
    for finding in review.report.findings:
        place = f"{review.name}:{finding.position}" if finding.position else review.name
        yield (f"{place}: ", "place")
        yield (finding.severity.value, finding.severity.value)
        yield (f" {finding.code} ", "code")
        yield (f"{_printable(finding.message)}\n", "plain")
        yield from _quoted(review, finding)
        if finding.help:
            yield (f"   help: {_printable(_plain(finding.help))}   (cooperation explain {finding.code})\n", "help")


def unknown_segments(report: Report) -> Iterator[Segment]:
    """The inputs that are missing, those that would settle most rules first."""
    wanted: dict[str, list[str]] = {}
    for unjudged in report.unknown:
        for missing in unjudged.missing:
            wanted.setdefault(f"{format_path(missing.path)}: {missing.what}", []).append(unjudged.code)
    for what, codes in sorted(wanted.items(), key=lambda item: (-len(set(item[1])), item[0])):
        yield ("   unknown ", "info")
        yield (f"{_printable(what)}   ", "plain")
        yield (f"{' '.join(sorted(set(codes)))}\n", "code")


def as_text(review: Review) -> str:
    """The findings of a review and its summary, as plain text."""
    return "".join(text for text, _ in segments(review)) + review.report.summary() + "\n"


def as_tree(review: Review) -> dict[str, Any]:
    """A review as a plain tree, with every finding's place."""
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
                "path": format_path(unjudged.path),
                "missing": [{"path": format_path(m.path), "what": m.what} for m in unjudged.missing],
            }
            for unjudged in report.unknown
        ],
        "passed": list(report.passed),
        "not_applicable": list(report.not_applicable),
        "silenced": [{**_finding(one.finding), "reason": one.reason} for one in report.silenced],
    }


def as_json(reviews: Iterable[Review]) -> str:
    """Reviews as one JSON text."""
    tree = {"version": 1, "documents": [as_tree(review) for review in reviews]}
    return msgspec.json.format(msgspec.json.encode(tree), indent=2).decode() + "\n"


def _finding(finding: Diagnostic) -> dict[str, Any]:
    position = finding.position
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message,
        "path": format_path(finding.path),
        "line": position.line if position else None,
        "column": position.column if position else None,
        "help": finding.help and _plain(finding.help),
    }


def _quoted(review: Review, finding: Diagnostic) -> Iterator[Segment]:
    """The line a finding stands on, with a caret under the place."""
    if review.source is None or finding.position is None:
        return
    line = review.source.line(finding.position.line)
    if not line.strip():
        return
    # A very long line is cut around the place.
    start = max(0, finding.position.column - 1 - _BEFORE_CARET) if len(line) > _WIDEST else 0
    shown = _printable(line[start : start + _WIDEST])
    number = f"{finding.position.line:>5}"
    yield (f"{number} | ", "place")
    yield (f"{'…' if start else ''}{shown.rstrip()}\n", "plain")
    yield (f"{' ' * len(number)} | ", "place")
    yield (f"{' ' * (finding.position.column - 1 - start + bool(start))}^\n", "mark")


def _plain(text: str) -> str:
    """A page's words without the marks that set code apart in the documentation."""
    return text.replace("``", "")


def _printable(text: str) -> str:
    """A text in which nothing steers the terminal it is shown on."""
    return "".join(map(_shown, text))


def _shown(letter: str) -> str:
    if letter.isprintable():
        return letter
    return " " if letter.isspace() else "\N{REPLACEMENT CHARACTER}"
