"""Fields in which a class names other parts by their ids: what in them is not among the ids that there are."""

import operator
from collections.abc import Callable, Iterable
from typing import Any

from attrs import frozen

from cooperation.diagnostics import Path
from cooperation.model.structure import FieldShape
from cooperation.rules._surroundings import Spot

__all__ = ["Naming", "Stranger"]


@frozen
class Stranger:
    """An id that is not among those that were asked for.

    Attributes:
        spot: The part that names it.
        at: Where in that part.
        id: The id.
    """

    spot: Spot
    at: Path
    id: str


@frozen
class Naming:
    """A field in which a class names other parts.

    Attributes:
        name: Its name.
        many: Whether it names several.
        get: What takes it from a value.
    """

    name: str
    many: bool
    get: Callable[[Any], Any]

    @classmethod
    def of(cls, shape: FieldShape) -> "Naming":
        """A field of the model."""
        return cls(shape.name, shape.many, operator.attrgetter(shape.name))

    def strangers(self, spots: Iterable[Spot], known: frozenset[str]) -> list[Stranger]:
        """What the parts name in it that is not known; as a rule nothing, so that is what must be fast."""
        get = self.get
        if not self.many:
            return [
                Stranger(spot, (self.name,), id)
                for spot in spots
                if (id := get(spot.node)) and id not in known  # noqa: A001
            ]
        return [
            Stranger(spot, (self.name, i), id)
            for spot in spots
            if not known.issuperset(held := get(spot.node))
            for i, id in enumerate(held)  # noqa: A001
            if id not in known
        ]
