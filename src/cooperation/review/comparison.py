"""Two versions of a document: which findings are new, which are mended, and which are still there."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable

from attrs import frozen

from cooperation.diagnostics import FAULTS, Diagnostic, Severity
from cooperation.review.checking import Review
from cooperation.review.identity import Identity, Parts

__all__ = ["Comparison", "compare"]

_WORD = re.compile(r"\w+")
_STRUCTURAL = frozenset(page.code for page in FAULTS.values())


@frozen(kw_only=True)
class Comparison:
    """What became of the findings of a document's earlier version.

    Attributes:
        name: The name of the present version.
        against: The name of the earlier one.
        new: Findings that the earlier version did not have, where they stand now.
        mended: Findings that are gone, where they stood; the rule judged, or the part itself is gone.
        unchanged: Findings that are still there, where they stand now and as heavy as they are now.
        accepted: Findings of the earlier version that an allowance accepts now, where they stand now.
        unsure: Findings that are gone though nobody can say that they are mended, where they stood: the rule cannot
            judge the part any more, or was not asked this time.

    """

    name: str
    against: str
    new: tuple[Diagnostic, ...] = ()
    mended: tuple[Diagnostic, ...] = ()
    unchanged: tuple[Diagnostic, ...] = ()
    accepted: tuple[Diagnostic, ...] = ()
    unsure: tuple[Diagnostic, ...] = ()

    def __str__(self) -> str:
        from cooperation.review.tables import comparison_table

        return str(comparison_table(self))

    def _repr_html_(self) -> str:
        from cooperation.review.tables import comparison_table

        return comparison_table(self).to_html()

    def at_or_above(self, severity: Severity) -> tuple[Diagnostic, ...]:
        """The new findings that weigh at least this much."""
        return tuple(finding for finding in self.new if finding.severity >= severity)

    def summary(self) -> str:
        """One line: how many of each.

        >>> Comparison(name="new.yaml", against="old.yaml").summary()
        '0 new, 0 mended, 0 unchanged'
        """
        counts = [f"{len(self.new)} new", f"{len(self.mended)} mended", f"{len(self.unchanged)} unchanged"]
        if self.accepted:
            counts.append(f"{len(self.accepted)} accepted by allowances")
        if self.unsure:
            counts.append(f"{len(self.unsure)} gone that could not be judged")
        return ", ".join(counts)


def compare(new: Review, old: Review) -> Comparison:
    r"""What changed from one version of a document to the next.

    Findings are matched by their rule and by the part that they are said of, which is recognised by the ids on the
    way down to it, and where an item of a list has no id, by what it says.
    So neither moved lines nor another order of a list make a finding new; another id does.

    >>> from cooperation.review.checking import review_text
    >>> old = review_text("cooperation: 1\nlanguage: en\nproject: {id: a, title: A, stage: summary, period: 2021/2019}")
    >>> new = review_text("cooperation: 1\nlanguage: en\nproject: {id: a, title: A, stage: summary, colour: blue}")
    >>> comparison = compare(new, old)
    >>> [finding.code for finding in comparison.new], [finding.code for finding in comparison.mended]
    (['DOC003'], ['TIM005'])
    """
    before, now = Parts.of(old), Parts.of(new)
    silenced = tuple(one.finding for one in new.report.silenced)
    matching = _Matching(old.report.findings, (*new.report.findings, *silenced))
    matching.pair(lambda one: (one.identity, one.finding.message), before, now)
    matching.pair(lambda one: one.identity, before, now)
    matching.pair(lambda one: (one.loose, one.finding.message) if one.is_rewritten else None, before, now)
    matching.pair(lambda one: (one.list, one.words) if one.is_named else None, before, now)
    matching.pair(lambda one: (one.numbered, one.size) if one.is_rewritten else None, before, now)
    gone = _Gone(new, now)
    left = [old.report.findings[i] for i in sorted(matching.left)]
    unsure = tuple(finding for finding in left if gone.is_unsure(finding, before))
    first = len(new.report.findings)
    return Comparison(
        name=new.name,
        against=old.name,
        new=tuple(finding for i, finding in enumerate(new.report.findings) if i in matching.fresh),
        mended=tuple(finding for finding in left if finding not in unsure),
        unchanged=tuple(finding for i, finding in enumerate(new.report.findings) if i not in matching.fresh),
        accepted=tuple(finding for i, finding in enumerate(silenced, start=first) if i not in matching.fresh),
        unsure=unsure,
    )


@frozen
class _One:
    """A finding, with what its own version and the other one say of its place."""

    finding: Diagnostic
    own: Parts
    other: Parts

    @property
    def identity(self) -> Identity:
        return self.own.identity(self.finding.path)

    @property
    def numbered(self) -> Identity:
        return self.own.numbered(self.finding.path)

    @property
    def loose(self) -> Identity:
        """The place without what tells items apart that have no id."""
        pairs = zip(self.identity, self.numbered, strict=True)
        return tuple("*" if name != number else name for name, number in pairs)

    @property
    def list(self) -> Identity:
        """The list that the item stands in: what is one too many in a list is said of another item when they move."""
        return self.identity[: self._last]

    @property
    def size(self) -> int:
        """How many items that list has: where one came or went, nobody can say which of them was written anew."""
        return self.own.size(self.finding.path[: self._last])

    @property
    def words(self) -> tuple[str, ...]:
        """What is said, in whichever order it names the items."""
        return tuple(sorted(_WORD.findall(self.finding.message)))

    @property
    def is_named(self) -> bool:
        """Whether what is said names the item: then an equal text is said of the same items, whichever it is put at."""
        last = self._last
        return last >= 0 and set(_WORD.findall(self.identity[last])) <= set(self.words)

    @property
    def _last(self) -> int:
        return max((i for i, step in enumerate(self.identity) if step.startswith("=")), default=-1)

    @property
    def is_rewritten(self) -> bool:
        """Whether the other version has no such part, so that it may have been written anew in its place."""
        last = self._last
        return last >= 0 and not self.other.holds(self.identity[: last + 1])


class _Matching:
    """Findings of two versions, paired by one likeness after the other."""

    def __init__(self, before: tuple[Diagnostic, ...], now: tuple[Diagnostic, ...]) -> None:
        self.before, self.now = before, now
        self.left = set(range(len(before)))
        self.fresh = set(range(len(now)))

    def pair(self, likeness: Callable[[_One], Hashable], before: Parts, now: Parts) -> None:
        """Pair what is left over on both sides and alike, in the order of the documents."""
        waiting: dict[Hashable, list[int]] = defaultdict(list)
        for i in sorted(self.left, reverse=True):
            like = likeness(_One(self.before[i], before, now))
            if like is not None:
                waiting[self.before[i].code, like].append(i)
        for i in sorted(self.fresh):
            like = likeness(_One(self.now[i], now, before)) if waiting else None
            found = waiting.get((self.now[i].code, like)) if like is not None else None
            if found:
                self.left.discard(found.pop())
                self.fresh.discard(i)


class _Gone:
    """Tells what is mended from what only cannot be seen any more."""

    def __init__(self, new: Review, now: Parts) -> None:
        report = new.report
        self.is_unread = not new.is_asked
        self.unjudged: dict[str, set[Identity]] = defaultdict(set)
        for unjudged in report.unknown:
            self.unjudged[unjudged.code].add(now.identity(unjudged.path))
        found = (*report.findings, *(one.finding for one in report.silenced))
        self.asked = _STRUCTURAL.union(
            report.passed, report.not_applicable, self.unjudged, (finding.code for finding in found)
        )

    def is_unsure(self, finding: Diagnostic, before: Parts) -> bool:
        if self.is_unread or finding.code not in self.asked:
            return True
        place = before.identity(finding.path)
        return any(place[: len(part)] == part for part in self.unjudged.get(finding.code, ()))
