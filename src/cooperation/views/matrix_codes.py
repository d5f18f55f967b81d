"""Where each objective and activity stands in a donor's matrix, and what code it bears there."""

from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from cooperation.layouts import Layout, Word, Work
from cooperation.model import Activity, Level, Logframe, Objective, Project, Stage

__all__ = ["Placed", "Places", "places_of"]


@frozen(kw_only=True)
class Placed:
    """An objective or an activity in its place.

    Attributes:
        part: What it is.
        number: Its number, such as ``1.2``; it has a ``?`` where nobody said what it leads to.
        code: The number as the donor writes it, such as ``Op 1.2``; empty where the donor has no codes.
        under: The id of the objective its number goes on from.
        also: The ids of others on that level that it leads to as well.

    """

    part: Objective | Activity
    number: str
    code: str
    under: str | None = None
    also: tuple[str, ...] = ()


@frozen(kw_only=True)
class Places:
    """The objectives and activities of a project in the order of a layout.

    Attributes:
        levels: The objectives by their level.
        orphans: Those below the highest level that lead to nothing; of a summary nobody can say that of any.
        unlevelled: Those whose level nobody stated.
        activities: The activities that serve something, in the order of what they serve.
        aimless: The activities that serve nothing that is there.

    """

    levels: dict[Level, tuple[Placed, ...]]
    orphans: tuple[Placed, ...]
    unlevelled: tuple[Placed, ...]
    activities: tuple[Placed, ...]
    aimless: tuple[Placed, ...]

    @property
    def objectives(self) -> Iterator[Placed]:
        """All the objectives, each once."""
        for placed in self.levels.values():
            yield from placed
        yield from self.orphans
        yield from self.unlevelled


def places_of(project: Project, layout: Layout) -> Places:
    """The places of a project's parts in a layout.

    An objective stands once, under the first that it leads to, and bears that one's number; the others are ``also``.
    So nobody who counts or adds what a matrix shows counts anything twice.
    """
    frame = project.logframe
    above = _Above(frame)
    is_summary = project.stage is Stage.SUMMARY
    highest = max((one.level.rank for one in frame.objectives if one.level is not None), default=0)

    def is_orphan(one: Objective) -> bool:
        below = one.level is not None and one.level.rank < highest
        return below and not is_summary and not above.of(one.contributes_to, besides=one.id)

    numbers: dict[str, str] = {}
    levels: dict[Level, tuple[Placed, ...]] = {}
    orphans: list[Placed] = []
    for level in sorted(Level, key=lambda one: -one.rank):
        placed = _numbered(frame.at_level(level), layout.word(level), above, numbers)
        numbers |= {one.part.id: one.number for one in placed}
        levels[level] = tuple(one for one in placed if not is_orphan(_objective(one)))
        orphans += (one for one in placed if is_orphan(_objective(one)))
    unlevelled = tuple(Placed(part=one, number="", code="") for one in frame.objectives if one.level is None)
    word = next((word for word in layout.words if word.of is Work.ACTIVITIES), None)
    works = [a for a in project.plan.activities if above.of(a.contributes_to)]
    rest = (a for a in project.plan.activities if not above.of(a.contributes_to))
    return Places(
        levels=levels,
        orphans=tuple(orphans),
        unlevelled=unlevelled,
        activities=_numbered(works, word, above, numbers),
        aimless=tuple(Placed(part=one, number="", code="") for one in rest),
    )


def _objective(placed: Placed) -> Objective:
    assert isinstance(placed.part, Objective)
    return placed.part


class _Above:
    """What stands above the parts of a logframe."""

    def __init__(self, frame: Logframe) -> None:
        self._by_id = {one.id: one for one in frame.objectives}

    def of(self, ids: Iterable[str], *, besides: str | None = None) -> list[str]:
        """Those of the ids that there are, each once."""
        return [one for one in dict.fromkeys(ids) if one in self._by_id and one != besides]

    def at(self, level: Level, ids: Iterable[str]) -> list[str]:
        """The nearest objectives of a level, at these ids or above them, the nearest first."""
        found: dict[str, None] = {}
        seen: set[str] = set()
        step = self.of(ids)
        while step:
            following: list[str] = []
            for one in step:
                if one in seen:
                    continue
                seen.add(one)
                held = self._by_id[one]
                if held.level is level:
                    found[one] = None
                else:
                    following += self.of(held.contributes_to)
            step = following
        return list(found)


def _numbered(
    parts: Sequence[Objective | Activity], word: Word | None, above: _Above, numbers: dict[str, str]
) -> tuple[Placed, ...]:
    """Parts of one kind with their codes, in the order of what they stand under and then in the author's."""
    if word is None or word.under is None:
        code = "" if word is None else word.code
        return tuple(
            Placed(part=part, number=str(n), code=code.format(n) if code else "") for n, part in enumerate(parts, 1)
        )
    parents = {part.id: above.at(word.under, part.contributes_to) for part in parts}
    order = {name: place for place, name in enumerate(numbers)}
    counts: dict[str | None, int] = {}
    made = []
    for part in sorted(parts, key=lambda part: order[parents[part.id][0]] if parents[part.id] else len(order)):
        first = parents[part.id][0] if parents[part.id] else None
        counts[first] = counts.get(first, 0) + 1
        number = f"{'?' if first is None else numbers[first]}.{counts[first]}"
        code = word.code.format(number) if word.code else ""
        made.append(Placed(part=part, number=number, code=code, under=first, also=tuple(parents[part.id][1:])))
    return tuple(made)
