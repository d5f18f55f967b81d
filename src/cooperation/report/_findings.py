"""What a check found, as a page tells it: by severity and rule, each finding at its line, with the reason once."""

from collections.abc import Iterable

from attrs import frozen

from cooperation.diagnostics import Diagnostic, Severity, format_path
from cooperation.report._page import filled
from cooperation.report._subject import Subject
from cooperation.review import page_of, quoted
from cooperation.views.telling import some
from cooperation.views.words import harmless

__all__ = ["MOST", "findings", "rules", "unjudged", "verdict"]

MOST = 400
"""How many findings a page lists with their lines; of more it tells the rules, with how often each was broken."""

_SIGNS = {Severity.ERROR: "✕", Severity.WARNING: "!", Severity.INFO: "i"}
_NO_MORE_THAN = 40


@frozen(kw_only=True)
class _Found:
    """A finding.

    Attributes:
        message: The fact.
        place: Where, as editors understand it.
        quote: The line, with the place marked.
        help: How to mend it, where that is not what the rule says.

    """

    message: str
    place: str
    quote: list[str]
    help: str


@frozen(kw_only=True)
class _Rule:
    """The findings of a rule.

    Attributes:
        code: Its code.
        title: What it looks for.
        why: Why that is a fault.
        fix: How to mend it.
        source: Where the rule comes from.
        found: The findings, where they are listed.
        number: How many they are.
        projects: In how many projects they are.

    """

    code: str
    title: str
    why: str
    fix: str
    source: str
    found: list[_Found]
    number: int
    projects: int


def verdict(subject: Subject) -> tuple[str, str]:
    """What a check says in a few words, and its tone."""
    counts = subject.counts()
    errors, warnings = counts[Severity.ERROR], counts[Severity.WARNING]
    said = ", ".join(some(number, severity.value) for severity, number in counts.items() if number)
    return said or "nothing found", "bad" if errors else "fair" if warnings else "good"


def findings(subject: Subject) -> str:
    """Every finding at its line, the gravest first; the reason and the remedy of a rule stand once."""
    return filled(
        "findings.html",
        severities=[
            {
                "word": some(len(held), severity.value),
                "kind": severity.value,
                "sign": _SIGNS[severity],
                "is_open": severity is not Severity.INFO,
                "rules": [_rule(code, of, subject) for code, of in _by_code(held).items()],
            }
            for severity in subject.counts()
            if (held := _of(severity, subject))
        ],
        silenced=[
            {"found": _found(one.finding, subject), "code": one.finding.code, "reason": one.reason}
            for one in subject.report.silenced
        ],
        elsewhere=subject.elsewhere,
        summary=subject.report.summary(),
        name=subject.review.name,
    )


def rules(subject: Subject) -> str:
    """The rules that were broken, the gravest first, with how often and in how many projects."""
    return filled(
        "rules.html",
        severities=[
            {
                "word": some(len(held), severity.value),
                "kind": severity.value,
                "sign": _SIGNS[severity],
                "rules": sorted(
                    (_rule(code, of, subject, lists=False) for code, of in _by_code(held).items()),
                    key=lambda one: (-one.number, one.code),
                ),
            }
            for severity in subject.counts()
            if (held := _of(severity, subject))
        ],
        summary=subject.report.summary(),
        name=subject.review.name,
        most=MOST,
    )


def unjudged(subject: Subject) -> str:
    """What is missing for the rules that could not judge, those first that would settle most."""
    wanted = subject.report.wanted()
    return filled(
        "unjudged.html",
        number=len({one.code for one in subject.report.unknown}),
        wanted=[
            {
                "what": str(one),
                "rules": one.rules,
                "places": [_place(subject, path) for path in one.places[:_NO_MORE_THAN]],
                "more": max(0, len(one.places) - _NO_MORE_THAN),
            }
            for one in wanted
        ],
    )


def _of(severity: Severity, subject: Subject) -> list[Diagnostic]:
    return [one for one in subject.report.findings if one.severity is severity]


def _by_code(held: Iterable[Diagnostic]) -> dict[str, list[Diagnostic]]:
    found: dict[str, list[Diagnostic]] = {}
    for one in held:
        found.setdefault(one.code, []).append(one)
    return found


def _rule(code: str, held: list[Diagnostic], subject: Subject, *, lists: bool = True) -> _Rule:
    page = page_of(code)
    return _Rule(
        code=code,
        title="" if page is None else _unmarked(page.title),
        why="" if page is None else _unmarked(page.why),
        fix="" if page is None else _unmarked(page.fix),
        source="" if page is None else _unmarked(page.source),
        found=[_found(one, subject, page.fix if page is not None else "") for one in held] if lists else [],
        number=len(held),
        projects=len({one.path[1] for one in held if one.path[:1] == ("projects",)}),
    )


def _found(finding: Diagnostic, subject: Subject, fix: str = "") -> _Found:
    placed = subject.placed(finding)
    position = placed.position
    path = format_path(finding.path)
    return _Found(
        message=placed.message,
        place=path if position is None else f"{subject.review.name}:{position}",
        quote="".join(text for text, _ in quoted(subject.review, placed)).rstrip("\n").split("\n"),
        help="" if finding.help is None or finding.help == fix else _unmarked(finding.help),
    )


def _place(subject: Subject, path: tuple[str | int, ...]) -> str:
    position = subject.locate(path)
    said = harmless(format_path(path)) or "the document"
    return said if position is None else f"{said} (line {position.line})"


def _unmarked(text: str) -> str:
    return text.replace("``", "")
