"""Circles in what should have a beginning and an end."""

from collections.abc import Mapping

__all__ = ["circle_told", "circles"]


def circles(steps: Mapping[str, tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The circles in a graph of ids: one for each knot of parts that lead to one another, in the order of the graph."""
    found: list[tuple[str, ...]] = []
    if _soon_ends(steps):
        return found
    done: set[str] = set()
    for start in steps:
        # Depth first, with the way walked so far, and without recursion: a chain may be long.
        way: list[str] = []
        on_way: dict[str, int] = {}
        todo: list[tuple[str, bool]] = [(start, False)]
        while todo:
            name, leaving = todo.pop()
            if leaving:
                del on_way[way.pop()]
                done.add(name)
            elif name in on_way:
                found.append(tuple(way[on_way[name] :]))
            elif name not in done and steps.get(name):
                on_way[name] = len(way)
                way.append(name)
                todo.append((name, True))
                todo.extend((below, False) for below in reversed(steps[name]))
    return found


# How many steps it takes to see that nothing goes round, in all but the longest chains.
_FEW = 8


def _soon_ends(steps: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether nothing is left after a few rounds of taking away what leads to nothing that is left."""
    left = {name for name, below in steps.items() if below}
    for _ in range(_FEW):
        if not left:
            return True
        left = {name for name in left if not left.isdisjoint(steps[name])}
    return False


def circle_told(circle: tuple[str, ...], first: str) -> str:
    """A circle in words, from one of its parts round to the same.

    >>> circle_told(("b", "a"), "a")
    "'a' -> 'b' -> 'a'"
    """
    i = circle.index(first)
    return " -> ".join(repr(name) for name in (*circle[i:], *circle[:i], first))
