"""SARIF 2.1.0 (OASIS, https://docs.oasis-open.org/sarif/sarif/v2.1.0/), which code hosts and editors read."""

import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from cooperation.diagnostics import FAULTS, Diagnostic, Page, Severity, format_path
from cooperation.review.checking import Review
from cooperation.review.comparison import Comparison
from cooperation.review.identity import fingerprints
from cooperation.review.outputs.data import encoded
from cooperation.review.outputs.pieces import Options, Segment, all_pages, language_of, pages_like, plain
from cooperation.views.words import harmless

__all__ = ["comparison", "findings"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ADDRESS = re.compile(r"https?://[^\s;,)]+")
_UNREAD = frozenset(FAULTS[name].code for name in ("unreadable-text", "hostile-text"))

# The name of our fingerprints; the number rises when what they are made of changes.
_FINGERPRINT = "cooperationPart/v1"


def findings(reviews: Iterable[Review], _: Options) -> Iterator[Segment]:
    """One run with the findings of all documents; those that an allowance accepts are suppressed."""
    log = _Log()
    for review in reviews:
        log.add(review)
    yield (log.text(), "plain")


def comparison(compared: Comparison, new: Review, _: Options) -> Iterator[Segment]:
    """The run of the present version, each result with what became of it since the earlier one."""
    log = _Log()
    fresh = {id(finding) for finding in compared.new}
    log.add(new, {id(f): "new" if id(f) in fresh else "unchanged" for f in new.report.findings})
    # What stood in the earlier version has no line in this one.
    log.results += [{**_result(gone), "baselineState": "absent"} for gone in (*compared.mended, *compared.unsure)]
    yield (log.text(), "plain")


class _Log:
    """The one run of a log while it is put together."""

    def __init__(self) -> None:
        self.results: list[dict[str, Any]] = []
        self.notifications: list[dict[str, Any]] = []
        self.unknown: list[dict[str, Any]] = []

    def add(self, review: Review, states: Mapping[int, str] | None = None) -> None:
        """The results of a document."""
        report = review.report
        silenced = {id(one.finding): one.reason for one in report.silenced}
        every = (*report.findings, *(one.finding for one in report.silenced))
        for finding, print_ in zip(every, fingerprints(review, every), strict=True):
            result = _result(finding)
            result["locations"] = [_location(review, finding)]
            result["partialFingerprints"] = {_FINGERPRINT: print_}
            if id(finding) in silenced:
                reason = harmless(silenced[id(finding)])
                result["suppressions"] = [{"kind": "inSource", "status": "accepted", "justification": reason}]
            if states is not None:
                result["baselineState"] = states.get(id(finding), "unchanged")
            self.results.append(result)
            if review.document is None and finding.code in _UNREAD:
                self.notifications.append(
                    {"level": "error", "message": result["message"], "locations": result["locations"]}
                )
        for wanted in report.wanted():
            self.unknown.append(
                {
                    "document": harmless(review.name),
                    "what": harmless(str(wanted)),
                    "rules": list(wanted.rules),
                    "places": [format_path(path) for path in wanted.places],
                }
            )

    def text(self) -> str:
        """The log as JSON."""
        met = {result["ruleId"] for result in self.results}
        joined = {page.code: page for code in sorted(met) for page in pages_like(code)}
        driver = {
            "name": "cooperation",
            "version": version("cooperation"),
            "semanticVersion": version("cooperation"),
            "rules": [_rule(page) for page in (*all_pages().values(), *joined.values())],
        }
        invocation: dict[str, Any] = {"executionSuccessful": not self.notifications}
        if self.notifications:
            invocation["toolExecutionNotifications"] = self.notifications
        run = {
            "tool": {"driver": driver},
            "invocations": [invocation],
            "columnKind": "unicodeCodePoints",
            "results": self.results,
            "properties": {"couldNotBeJudged": self.unknown},
        }
        return encoded({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(page: Page) -> dict[str, Any]:
    why, fix, title = plain(page.why), plain(page.fix), plain(page.title)
    source = harmless(page.source)
    level = _LEVELS[page.severity]
    example = f"```{language_of(page.example)}\n{page.example}\n```"
    rule = {
        "id": page.code,
        "name": page.name,
        "shortDescription": {"text": title},
        "fullDescription": {"text": f"{title} {why}"},
        # The example is there to be copied, so its braces stay as they are.
        "help": {
            "text": f"Why: {why}\n\nFix: {fix}\n\nExample:\n{page.example}\n\nSource: {source}",
            "markdown": f"**Why.** {why}\n\n**Fix.** {fix}\n\n{example}\n\nSource: {source}",
        },
        "defaultConfiguration": {"level": level},
        "properties": {
            "tags": [page.code[:3], page.nature.value, *page.catalogue],
            "problem.severity": "recommendation" if page.severity is Severity.INFO else page.severity.value,
        },
    }
    # The page of a rule is built from its source, which is what can be looked up anywhere.
    address = _ADDRESS.search(page.source)
    return {**rule, "helpUri": address[0]} if address else rule


def _result(finding: Diagnostic) -> dict[str, Any]:
    codes = list(all_pages())
    result: dict[str, Any] = {"ruleId": finding.code}
    if finding.code in codes:  # those of other families stand behind them, by their ids
        result["ruleIndex"] = codes.index(finding.code)
    said = harmless(finding.message) + (f". {plain(finding.help)}" if finding.help else "")
    return {**result, "level": _LEVELS[finding.severity], "message": {"text": _message(said)}}


def _location(review: Review, finding: Diagnostic) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(review.name)}}
    if finding.position is not None:
        physical["region"] = {"startLine": finding.position.line, "startColumn": finding.position.column}
    location: dict[str, Any] = {"physicalLocation": physical}
    if finding.path:
        name = harmless(format_path(finding.path))
        location["logicalLocations"] = [{"fullyQualifiedName": name, "kind": "member"}]
    return location


def _uri(name: str) -> str:
    path = PurePath(name.encode("utf-8", "replace").decode())
    return path.as_uri() if path.is_absolute() else quote(path.as_posix(), safe="/")


def _message(text: str) -> str:
    """A text in which nothing is a placeholder or a link (SARIF 3.11.5 and 3.11.6)."""
    doubled = text.replace("{", "{{").replace("}", "}}")
    return re.sub(r"[\[\]\\]", lambda found: f"\\{found[0]}", doubled) if "](" in doubled else doubled
