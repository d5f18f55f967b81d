"""What surrounds the part that a rule looks at, whatever family of values it belongs to."""

from collections import defaultdict
from typing import Any, TypeVar

import pendulum

from cooperation.diagnostics import Allowance, Path
from cooperation.model import Stage
from cooperation.rules.profiles import CORE, Profile

__all__ = ["Spot", "Surroundings"]

_T = TypeVar("_T")


class Spot:
    """Where the walk met a value; its path is put together only when something is said about it."""

    __slots__ = ("above", "index", "name", "node", "order")

    def __init__(self, node: Any, above: "Spot | None", name: str, index: int, order: int) -> None:
        self.node = node
        self.above = above
        self.name = name
        self.index = index
        self.order = order

    @property
    def path(self) -> Path:
        """From the root that is checked."""
        steps: list[str | int] = []
        spot: Spot | None = self
        while spot is not None and spot.name:
            if spot.index >= 0:
                steps.append(spot.index)
            steps.append(spot.name)
            spot = spot.above
        steps.reverse()
        return tuple(steps)

    def enclosing(self, kind: type) -> "Spot | None":
        """The nearest spot around this one, or itself, that holds a value of this class."""
        spot: Spot | None = self
        while spot is not None and not isinstance(spot.node, kind):
            spot = spot.above
        return spot


class Surroundings:
    """The surroundings of the part that a rule looks at.

    Attributes:
        stage: What the document is asked as.
        today: The day on which is asked.
        profile: The profile that is asked.
        at_hand: The classes of the enclosing values that are there.
    """

    def __init__(
        self,
        *,
        stage: Stage,
        today: pendulum.Date,
        profile: Profile = CORE,
        at_hand: frozenset[type] = frozenset(),
    ) -> None:
        self.stage = stage
        self.today = today
        self.profile = profile
        self.at_hand = at_hand
        # The parts of each class that have these surroundings, in the order of the document.
        self.spots: defaultdict[type, list[Spot]] = defaultdict(list)
        self.here: Spot | None = None
        # What a rule about allowances asks.
        self.silencing: frozenset[Allowance] = frozenset()
        self.asked: frozenset[str] = frozenset()
        self.known: tuple[str, ...] = ()

    def ancestor(self, kind: type[_T]) -> _T | None:
        """The nearest value of this class that encloses the part, or ``None``."""
        above = self.here.above if self.here is not None else None
        spot = above.enclosing(kind) if above is not None else None
        return None if spot is None else spot.node

    @property
    def field(self) -> str:
        """The name of the field in which the part stands; empty at the root."""
        return "" if self.here is None else self.here.name
