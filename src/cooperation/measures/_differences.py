"""How two values of the model differ, part by part; for whoever compares versions of anything."""

import enum
import functools
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeAlias

import attrs
from attrs import field, frozen

from cooperation.diagnostics import Path, format_path
from cooperation.model import Observation, Participation

__all__ = ["Difference", "DifferenceKind", "differences"]


class DifferenceKind(enum.Enum):
    """How a part differs."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    REORDERED = "reordered"


_Inside: TypeAlias = tuple[tuple[Path, Any], ...]


@frozen(kw_only=True)
class Difference:
    """One thing in which two values differ.

    Attributes:
        path: Where; in a list by the place in the new one, and for what was removed by the place in the old one.
        kind: How.
        old: What stood there; ``None`` where nothing did.
        new: What stands there; ``None`` where nothing does.
        inside: The values it stands in with their paths, outermost first, and itself last where it was added to a list
            or removed from one.

    """

    path: Path
    kind: DifferenceKind
    old: Any
    new: Any
    inside: _Inside = field(default=(), repr=False, eq=False)

    def __str__(self) -> str:
        return f"{format_path(self.path)} {self.kind.value}"


def differences(old: object, new: object, path: Path = ()) -> tuple[Difference, ...]:
    """In what two values differ; nothing exactly when they are equal.

    Parts of lists are held together by their ids, else by what they are of (the organisation that takes part, the time
    and place of an observation), else by their order.
    A value that is told in words of its own, such as a date, a period or an amount, is compared whole.

    Args:
        old: A value of the model.
        new: Another, most often of the same class.
        path: Where both stand.

    >>> from cooperation.model import Logframe, Objective
    >>> def frame(**told): return Logframe(objectives=tuple(Objective(id=id, statement=told[id]) for id in told))
    >>> for one in differences(frame(wells="Wells", taps="Taps"), frame(wells="Deep wells", tanks="Tanks")):
    ...     print(one)
    objectives[0].statement changed
    objectives[1] removed
    objectives[1] added
    """
    return tuple(_between(path, old, new, ()))


def _between(path: Path, old: Any, new: Any, inside: _Inside) -> Iterator[Difference]:
    if old is new or old == new:
        return
    if isinstance(old, tuple) and isinstance(new, tuple):
        yield from _in_list(path, old, new, inside)
    elif type(old) is type(new) and (names := _fields(old)):
        within = (*inside, (path, new))
        for name in names:
            yield from _between((*path, name), getattr(old, name), getattr(new, name), within)
    else:
        yield Difference(path=path, kind=DifferenceKind.CHANGED, old=old, new=new, inside=inside)


def _in_list(path: Path, old: Sequence[Any], new: Sequence[Any], inside: _Inside) -> Iterator[Difference]:
    pairs = _paired(old, new)
    for i, j in sorted(pairs.items(), key=lambda pair: pair[1]):
        yield from _between((*path, j), old[i], new[j], inside)
    kept = set(pairs.values())
    for kind, items, held in ((DifferenceKind.REMOVED, old, set(pairs)), (DifferenceKind.ADDED, new, kept)):
        for i, item in enumerate(items):
            if i not in held:
                here = (*path, i)
                was, now = (item, None) if kind is DifferenceKind.REMOVED else (None, item)
                yield Difference(path=here, kind=kind, old=was, new=now, inside=(*inside, (here, item)))
    places = [pairs[i] for i in sorted(pairs)]
    if places != sorted(places):
        yield Difference(path=path, kind=DifferenceKind.REORDERED, old=tuple(old), new=tuple(new), inside=inside)


def _paired(old: Sequence[Any], new: Sequence[Any]) -> dict[int, int]:
    """Which of the old ones is which of the new ones."""
    pairs: dict[int, int] = {}
    if not (_parts(old) and _parts(new)):
        _pair(pairs, old, new, _itself)
    elif _named_apart(old) and _named_apart(new):
        # To hash whole projects only to find each by its id again would cost more than all the rest.
        _pair(pairs, old, new, _key)
    else:
        _pair(pairs, old, new, _itself)
        _pair(pairs, old, new, _key)
        taken = set(pairs.values())
        without = (i for i, item in enumerate(old) if i not in pairs and not _is_named(item))
        left = (j for j, item in enumerate(new) if j not in taken and not _is_named(item))
        pairs |= dict(zip(without, left, strict=False))
    return pairs


def _pair(pairs: dict[int, int], old: Sequence[Any], new: Sequence[Any], way: Callable[[Any], Any]) -> None:
    """Pair those that have the same key, one after the other where several have it."""
    waiting: defaultdict[Any, list[int]] = defaultdict(list)
    taken = set(pairs.values())
    for j, item in reversed(tuple(enumerate(new))):
        if j not in taken and (key := way(item)) is not None:
            waiting[key].append(j)
    for i, item in enumerate(old):
        if i not in pairs and (key := way(item)) is not None and waiting.get(key):
            pairs[i] = waiting[key].pop()


def _named_apart(items: Sequence[Any]) -> bool:
    """Whether each has an id, and no two have the same."""
    return len({getattr(item, "id", None) for item in items} - {None}) == len(items)


def _parts(items: Sequence[Any]) -> bool:
    return all(_fields(item) for item in items)


def _itself(item: Any) -> Any:
    return type(item), item


def _is_named(item: Any) -> bool:
    return getattr(item, "id", None) is not None or (isinstance(item, Participation) and item.organisation is not None)


def _key(item: Any) -> Any:
    if isinstance(item, Participation):
        return None if item.organisation is None else item.organisation.id
    if isinstance(item, Observation):
        return item.date, item.period, item.place, item.partner, item.population
    return getattr(item, "id", None)


def has_words(value: object) -> bool:
    """Whether a value is told in words of its own."""
    return type(value).__str__ is not object.__str__


def _fields(value: object) -> tuple[str, ...]:
    """The fields by which a value is compared; none for what is compared whole."""
    return _fields_of(type(value))  # type: ignore[arg-type]  # every class is hashable


@functools.cache
def _fields_of(cls: type[Any]) -> tuple[str, ...]:
    if not attrs.has(cls) or cls.__str__ is not object.__str__:
        return ()
    return tuple(attribute.name for attribute in attrs.fields(cls))
