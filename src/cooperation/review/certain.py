"""What is certain of a document with gaps: what is found in whatever way it was meant."""

from collections.abc import Iterable

from attrs import evolve

from cooperation.diagnostics import Path, Report, Unjudged
from cooperation.model import Portfolio
from cooperation.review.question import Question
from cooperation.review.recovery import Recovered
from cooperation.rules import Profile

__all__ = ["certain"]


def certain(recovered: Recovered, question: Question) -> Report:
    """The report on what is left of a faulty document.

    A finding that is there in one way of reading the document and not in another is not told:
    the rule could not judge the part. Nothing is said of the very places that were taken out, since their faults are.
    """
    if not recovered.worlds:
        return Report(profile=question.ask(Portfolio()).profile)
    asked = [(world, question.ask(*world.built)) for world in recovered.worlds]
    first = asked[0][1]
    told = [{(finding.code, finding.path) for finding in report.findings} for _, report in asked]
    everywhere = frozenset.intersection(*map(frozenset, told))
    doubtful: dict[tuple[str, Path], Unjudged] = {}
    for world, report in asked[1:]:
        for finding in (*first.findings, *report.findings):
            key = finding.code, finding.path
            if key not in everywhere and world.supposed is not None:
                doubtful.setdefault(key, Unjudged(code=key[0], path=key[1], missing=(world.supposed,)))
    unknown = {(one.code, one.path): one for _, report in asked for one in report.unknown}
    gone = recovered.pruned
    silent = {one.code for one in (*unknown.values(), *doubtful.values())} | {code for code, _ in everywhere}
    return evolve(
        first,
        findings=tuple(one for one in first.findings if (one.code, one.path) in everywhere and _stands(one.path, gone)),
        unknown=tuple(one for one in {**doubtful, **unknown}.values() if _stands(one.path, gone)),
        passed=tuple(code for code in first.passed if code not in silent),
        silenced=tuple(one for one in first.silenced if _stands(one.finding.path, gone)),
    )


def _stands(path: Path, gone: Iterable[Path]) -> bool:
    """Whether a place lies in nothing that was taken out."""
    return not any(path[: len(place)] == place for place in gone)
