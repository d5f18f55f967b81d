"""JUnit's XML, as build servers read it: a suite a document, a case a rule."""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from attrs import field, frozen

from cooperation.diagnostics import Diagnostic
from cooperation.review.checking import Review
from cooperation.review.outputs.pieces import Options, Segment, page_of, place_of, plain
from cooperation.views.words import harmless

__all__ = ["findings"]

_LINE_END = "\n"


def findings(reviews: Iterable[Review], options: Options) -> Iterator[Segment]:
    """A suite a document.

    A rule that found something at or above the severity that is a failure failed; what weighs less stands in the
    output of its case.
    A rule that had nothing to judge was skipped, and so was one that could not judge: the type tells them apart.
    """
    yield ('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="cooperation check">\n', "plain")
    for review in reviews:
        yield (_suite(review, options), "plain")
    yield ("</testsuites>\n", "plain")


@frozen
class _Rule:
    """What became of one rule in one document."""

    code: str
    found: list[Diagnostic] = field(factory=list)
    missing: dict[str, None] = field(factory=dict)
    accepted: list[str] = field(factory=list)


def _suite(review: Review, options: Options) -> str:
    report = review.report
    rules = _Rules()
    for code in (*report.passed, *report.not_applicable):
        rules[code]  # a rule without anything to tell has a case, too
    for finding in report.findings:
        rules[finding.code].found.append(finding)
    for unjudged in report.unknown:
        for one in unjudged.missing:
            said = f"{harmless(one.what)} ({place_of(review.name, review.locate(one.path))})"
            rules[unjudged.code].missing[said] = None
    for silenced in report.silenced:
        said = f"accepted: {harmless(silenced.reason)}"
        rules[silenced.finding.code].accepted.extend((_told(review.name, silenced.finding), said))
    skipped = frozenset(report.not_applicable)
    cases = [_case(review.name, rules[code], code in skipped, options) for code in sorted(rules)]
    whole = "".join(cases)
    name = quoteattr(harmless(review.name))
    counts = (
        f'tests="{len(cases)}" failures="{whole.count("<failure ")}" errors="0" skipped="{whole.count("<skipped ")}"'
    )
    return f"  <testsuite name={name} {counts}>\n{whole}  </testsuite>\n"


class _Rules(dict[str, _Rule]):
    def __missing__(self, code: str) -> _Rule:
        return self.setdefault(code, _Rule(code))


def _case(name: str, rule: _Rule, is_skipped: bool, options: Options) -> str:
    heavy = [finding for finding in rule.found if finding.severity >= options.fail_on]
    told = [_told(name, finding) for finding in rule.found if finding.severity < options.fail_on]
    told += rule.accepted
    without = f"could not be judged without {'; '.join(rule.missing)}"
    body = ""
    if heavy:
        body = _failure(name, heavy)
    elif rule.missing and not told:
        body = f'      <skipped type="could-not-be-judged" message={quoteattr(without)}/>\n'
    elif is_skipped:
        body = '      <skipped type="not-applicable" message="there is nothing to judge"/>\n'
    if rule.missing and (heavy or told):
        told.append(without)
    if told:
        body += f"      <system-out>{escape(_LINE_END.join(told))}</system-out>\n"
    page = page_of(rule.code)
    called = f"{rule.code} {page.name}" if page else rule.code
    head = f"    <testcase classname={quoteattr(harmless(name))} name={quoteattr(called)}"
    return f"{head}>\n{body}    </testcase>\n" if body else f"{head}/>\n"


def _failure(name: str, heavy: list[Diagnostic]) -> str:
    more = f" (and {len(heavy) - 1} more)" if len(heavy) > 1 else ""
    worst = max(finding.severity for finding in heavy)
    lines = [line for finding in heavy for line in (_told(name, finding), f"  help: {plain(finding.help or '')}")]
    first = quoteattr(f"{harmless(heavy[0].message)}{more}")
    return f'      <failure type="{worst.value}" message={first}>{escape(_LINE_END.join(lines))}</failure>\n'


def _told(name: str, finding: Diagnostic) -> str:
    return f"{place_of(name, finding.position)}: {finding.severity.value} {finding.code} {harmless(finding.message)}"
