"""What checking says: findings, what passed, what did not apply, and what could not be judged and why."""

from __future__ import annotations

from collections import Counter

from attrs import frozen

from cooperation.diagnostics.diagnostic import Diagnostic, Severity
from cooperation.diagnostics.path import Path
from cooperation.display import Shown

__all__ = ["Missing", "Report", "Silenced", "Unjudged", "Wanted"]


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
class Wanted:
    """One kind of input that is missing, wherever it is, and what it would settle.

    Attributes:
        what: What it is, in a few words, such as ``a baseline date``.
        places: Where it is missing, in the order of the report.
        rules: The codes of the rules that cannot judge everything without it, sorted.
        settles: Those among them that wait for nothing else, sorted.

    >>> place = ("projects", 0, "logframe", "objectives", 0, "indicators")
    >>> print(Wanted(what="a baseline date", places=((*place, 0, "baseline"), (*place, 1, "baseline")),
    ...              rules=("TGT001", "TGT002", "TGT003"), settles=("TGT001", "TGT002")))
    a baseline date for 2 indicators would settle 2 rules, and help 1 more to judge

    """

    what: str
    places: tuple[Path, ...]
    rules: tuple[str, ...]
    settles: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[Path, ...]:
        """The nearest items of a list that would have it, in the order of the report; ``()`` is the whole.

        >>> Wanted(what="the end", places=(("projects", 0, "period", "end"),), rules=("TIM001",)).parts
        (('projects', 0),)
        """
        return tuple(dict.fromkeys(_item(place) for place in self.places))

    def __str__(self) -> str:
        counted = Counter(part[-2] for part in self.parts if part)
        told = " and ".join(_some(number, _one_of(str(name))) for name, number in counted.items())
        settled = f"would settle {_some(len(self.settles), 'rule')}" if self.settles else ""
        more = len(self.rules) - len(self.settles)
        if not self.settles:
            settled = f"would help {_some(more, 'rule')} to judge"
        elif more:
            settled += f", and help {more} more to judge"
        return f"{self.what}{f' for {told}' if told else ''} {settled}"


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
class Report(Shown):
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

    def wanted(self) -> tuple[Wanted, ...]:
        """The missing inputs grouped by what they are, those that would settle most rules first.

        An input *settles* a rule that waits for it and for nothing else, however many places it is missing at;
        a rule that waits for two kinds of input is settled by neither alone.
        """
        places: dict[str, dict[Path, None]] = {}
        waiting: dict[str, set[str]] = {}
        for unjudged in self.unknown:
            for missing in unjudged.missing:
                places.setdefault(missing.what, {})[missing.path] = None
                waiting.setdefault(unjudged.code, set()).add(missing.what)
        wanted = (
            Wanted(
                what=what,
                places=tuple(there),
                rules=tuple(sorted(code for code, needs in waiting.items() if what in needs)),
                settles=tuple(sorted(code for code, needs in waiting.items() if needs == {what})),
            )
            for what, there in places.items()
        )
        return tuple(sorted(wanted, key=lambda one: (-len(one.settles), -len(one.rules), -len(one.places), one.what)))

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


def _item(path: Path) -> Path:
    """The nearest item of a list at or around a place."""
    last = max((i for i, step in enumerate(path) if isinstance(step, int)), default=-1)
    return path[: last + 1]


def _one_of(name: str) -> str:
    """What one item of a list is called."""
    words = name.replace("_", " ").replace("-", " ")
    if words.endswith("ies"):
        return f"{words[:-3]}y"
    return words.removesuffix("s")


def _some(number: int, noun: str) -> str:
    if number == 1:
        return f"{number} {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("y") else f"{number} {noun}s"
