"""What is certain of a document with gaps: what is found in whatever way it was meant."""

from collections import Counter
from collections.abc import Iterable
from typing import TypeAlias

from attrs import evolve

from cooperation.diagnostics import Diagnostic, Missing, Path, Report, Silenced, Unjudged
from cooperation.model import Portfolio
from cooperation.review.gaps import UNREADABLE
from cooperation.review.question import Question
from cooperation.review.recovery import Recovered

__all__ = ["certain"]

_Key: TypeAlias = tuple[str, Path]


def certain(recovered: Recovered, question: Question) -> Report:
    """The report on what is left of a faulty document.

    A finding that is there in one way of reading the document and not in another is not told:
    the rule could not judge the part. Nothing is said of the very places that were taken out, since their faults are.
    """
    if not recovered.worlds:
        return Report(profile=question.ask(Portfolio()).profile)
    asked = [(world, question.ask(*world.built)) for world in recovered.worlds]
    first = asked[0][1]
    for place in dict.fromkeys(world.code for world, _ in asked if world.code is not None):
        first = _whichever(first, [report for world, report in asked if world.code == place])
    supposed = [(world.supposed, report) for world, report in asked if world.supposed is not None]
    everywhere = set(_told(first)).intersection(*(_told(report) for _, report in supposed))
    unknown = {(one.code, one.path): one for _, report in supposed for one in report.unknown}
    unknown |= {(one.code, one.path): one for one in first.unknown}
    for missing, report in supposed:
        for key in (*_told(first), *_told(report)):
            if key not in everywhere:
                unknown.setdefault(key, Unjudged(code=key[0], path=key[1], missing=(missing,)))
    unjudged = {code for code, _ in unknown}
    for i, allowance in enumerate(recovered.worlds[0].built[1]):
        # Whether an allowance has an effect cannot be told where its rule could not judge.
        path: Path = ("allowances", i)
        has_effect = any(allowance.covers(*_key(one)) for one in first.silenced)
        if not has_effect and allowance.rule not in unjudged:
            continue
        for key in [key for key in everywhere if key[1] == path]:
            everywhere.remove(key)
            if not has_effect:
                unknown.setdefault(key, Unjudged(code=key[0], path=path, missing=(Missing(path, UNREADABLE),)))
    gone = recovered.pruned
    silent = {code for code, _ in (*unknown, *everywhere)}
    return evolve(
        first,
        findings=tuple(one for one in first.findings if _key(one) in everywhere and _stands(one.path, gone)),
        unknown=tuple(one for one in unknown.values() if _stands(one.path, gone)),
        passed=tuple(code for code in first.passed if code not in silent),
        silenced=tuple(one for one in first.silenced if _key(one) in everywhere),
    )


_Said: TypeAlias = Diagnostic | Silenced


def _whichever(first: Report, each: list[Report]) -> Report:
    """The report that says also what is the same whichever code stands where none can be read."""
    settled: list[Unjudged] = []
    more: dict[_Said, None] = {}
    for one in first.unknown:
        if any((one.code, one.path) == (other.code, other.path) for report in each for other in report.unknown):
            continue
        said = [_said(report, one) for report in each]
        same = len({frozenset(_key(one) for one in them) for them in said}) == 1
        if not same and any(len(them) != 1 for them in said):
            continue
        settled.append(one)
        # The words may differ all the same, as where things are counted, and so may the place: most are right.
        usual = [them for them, _ in Counter(them for report in said for them in report).most_common()]
        by_place: dict[_Key, _Said] = {_key(them): them for them in reversed(usual)}
        more |= dict.fromkeys(by_place.values() if same else usual[:1])
    return evolve(
        first,
        findings=tuple(dict.fromkeys((*first.findings, *(one for one in more if isinstance(one, Diagnostic))))),
        silenced=tuple(dict.fromkeys((*first.silenced, *(one for one in more if isinstance(one, Silenced))))),
        unknown=tuple(one for one in first.unknown if one not in settled),
    )


def _said(report: Report, unjudged: Unjudged) -> list[_Said]:
    """What a report says in the place of what could not be judged."""
    all_said: tuple[_Said, ...] = (*report.findings, *report.silenced)
    return [one for one in all_said if _is_about(_found(one), unjudged)]


def _found(said: _Said) -> Diagnostic:
    return said.finding if isinstance(said, Silenced) else said


def _is_about(finding: Diagnostic, unjudged: Unjudged) -> bool:
    return finding.code == unjudged.code and finding.path[: len(unjudged.path)] == unjudged.path


def _told(report: Report) -> list[_Key]:
    said: tuple[_Said, ...] = (*report.findings, *report.silenced)
    return [_key(one) for one in said]


def _key(said: _Said) -> _Key:
    found = _found(said)
    return found.code, found.path


def _stands(path: Path, gone: Iterable[Path]) -> bool:
    """Whether a place lies in nothing that was taken out."""
    return not any(path[: len(place)] == place for place in gone)
