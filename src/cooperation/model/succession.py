"""Who came from whom: the lines of organisations that were renamed, merged or split."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from cooperation.model.organisations import Organisation

__all__ = ["Succession"]


class Succession:
    """The events of many organisations as one graph, read once and asked often.

    >>> from cooperation.model import EventKind, OrganisationEvent
    >>> merger = OrganisationEvent(kind=EventKind.MERGER, predecessors=("tlokwe", "ventersdorp"))
    >>> sorted(Succession([Organisation(id="jb-marks", events=(merger,))]).lineage("tlokwe"))
    ['jb-marks', 'tlokwe']
    """

    def __init__(self, organisations: Iterable[Organisation]) -> None:
        self._before: defaultdict[str, list[str]] = defaultdict(list)
        self._after: defaultdict[str, list[str]] = defaultdict(list)
        for organisation in organisations:
            for event in organisation.events:
                for earlier in event.predecessors:
                    self._tie(earlier, organisation.id)
                for later in event.successors:
                    self._tie(organisation.id, later)

    def lineage(self, id: str) -> frozenset[str]:  # noqa: A002
        """The ids of an organisation, of all it came from, and of all that came from it.

        Two that merged are in one line with their successor, but not with each other.
        """
        if id not in self._before and id not in self._after:
            return frozenset({id})
        return frozenset({id}) | _reach(id, self._before) | _reach(id, self._after)

    def _tie(self, earlier: str, later: str) -> None:
        self._before[later].append(earlier)
        self._after[earlier].append(later)


def _reach(start: str, steps: Mapping[str, list[str]]) -> frozenset[str]:
    found: set[str] = set()
    frontier = [start]
    while frontier:
        for id in steps.get(frontier.pop(), ()):  # noqa: A001
            if id not in found:
                found.add(id)
                frontier.append(id)
    return frozenset(found)
