"""What checking says: findings, what passed, what did not apply, and what could not be judged and why."""

from __future__ import annotations

from collections import Counter

from attrs import frozen

from cooperation.diagnostics.diagnostic import Diagnostic, Severity
from cooperation.diagnostics.path import Path

__all__ = ["Missing", "Report", "Silenced", "Unjudged"]


@frozen
class Missing:
    """An input that a rule would need.

    Attributes:
        path: Where it would stand, from the root that was checked.
        what: What it is, in a few words, such as ``a baseline date``.

    """

    path: Path
    what: str


@frozen(kw_only=True)
class Unjudged:
    """A rule that could not judge one part, because inputs are unknown.

    Attributes:
        code: The rule's code.
        path: The part it could not judge.
        missing: The inputs that would let it.

    """

    code: str
    path: Path
    missing: tuple[Missing, ...]


@frozen(kw_only=True)
class Silenced:
    """A finding that the document's own allowances accept.

    Attributes:
        finding: What was found.
        reason: Why it is accepted.

    """

    finding: Diagnostic
    reason: str


@frozen(kw_only=True)
class Report:
    """The outcome of a check; a value that is equal to another when it says the same.

    Attributes:
        findings: What was found, in the order of the document, errors first within one place.
        unknown: What could not be judged.
        passed: The codes of the rules that judged all they looked at and found nothing, sorted.
        not_applicable: The codes of the rules that found nothing to judge, sorted.
        silenced: Findings that the document's allowances accept.
        stage: The stage that was asked for, or the one all checked projects share; ``None`` when they differ.
        profile: The profile that was asked for.

    """

    findings: tuple[Diagnostic, ...] = ()
    unknown: tuple[Unjudged, ...] = ()
    passed: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()
    silenced: tuple[Silenced, ...] = ()
    stage: str | None = None
    profile: str | None = None

    def count(self, severity: Severity) -> int:
        """How many findings have this severity."""
        return sum(finding.severity is severity for finding in self.findings)

    def at_or_above(self, severity: Severity) -> tuple[Diagnostic, ...]:
        """The findings that weigh at least this much."""
        return tuple(finding for finding in self.findings if finding.severity >= severity)

    def missing(self) -> tuple[tuple[Missing, int], ...]:
        """Every missing input with the number of rules it keeps from judging, the most wanted first."""
        wanted = Counter({(m, u.code) for u in self.unknown for m in u.missing})
        rules = Counter(m for m, _ in wanted)
        return tuple(
            sorted(rules.items(), key=lambda item: (-item[1], [str(step) for step in item[0].path], item[0].what))
        )

    def __str__(self) -> str:
        return "\n".join([*(str(finding) for finding in self.findings), self.summary()])

    def summary(self) -> str:
        """One line: how many of each, and how much could not be judged.

        >>> Report(passed=("LOG001", "LOG003")).summary()
        '0 errors, 0 warnings, 0 infos; 2 rules passed, 0 could not be judged'
        """
        counts = ", ".join(_some(self.count(severity), severity.value) for severity in reversed(Severity))
        unjudged = len({u.code for u in self.unknown})
        return f"{counts}; {_some(len(self.passed), 'rule')} passed, {unjudged} could not be judged"


def _some(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
