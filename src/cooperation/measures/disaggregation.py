"""Disaggregation: whether the parts of a value make the whole."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias

from attrs import frozen

from cooperation.diagnostics import Path
from cooperation.measures.reading import spoken
from cooperation.model import (
    Answer,
    Category,
    Dimension,
    Indicator,
    NotApplicable,
    Number,
    Observation,
    Part,
    Ratio,
    Value,
)
from cooperation.model.amounts import exact_sum
from cooperation.model.scale import is_approximate, number, observations

__all__ = ["Reconciled", "reconcile"]


@frozen(kw_only=True)
class Reconciled:
    """A whole beside what its parts make.

    Attributes:
        path: Where in the indicator the observation stands.
        of: The groups the whole is of; none for the observation's own value, some for the margin of a cross.
        dimensions: What it is divided by.
        whole: The whole, on the indicator's own scale; ``None`` where it is not known.
        parts: What the known parts make; ``None`` where none is known, or where shares cannot be added.
        n: How many parts are known.
        unknown: How many are not.
        agrees: Whether they agree: unknown where a part is, where a value is only about right, or where nobody said
            whether the groups are everything and nobody is in two of them.

    """

    path: Path
    of: tuple[Category, ...]
    dimensions: tuple[str, ...]
    whole: Fraction | None
    parts: Fraction | None
    n: int
    unknown: int
    agrees: Answer

    @property
    def difference(self) -> Fraction | None:
        """By how much the parts are more than the whole."""
        return None if self.whole is None or self.parts is None else self.parts - self.whole

    def __str__(self) -> str:
        parts, whole = ("unknown" if one is None else spoken(one) for one in (self.parts, self.whole))
        return f"{' and '.join(self.dimensions)}: {parts} of {whole}"


def reconcile(indicator: Indicator) -> tuple[Reconciled, ...]:
    """Each whole of an indicator beside what its parts make, observation by observation.

    Groups that are everything and exclude one another must make the whole; groups that exclude one another cannot make
    more; groups that are everything cannot make less.
    A cross of groups (women of a place) is held against the whole, and against the groups of each of its dimensions.
    Shares are made of their numerators and denominators.

    >>> from decimal import Decimal
    >>> from cooperation.model import Dimension, Indicator, Observation, Part
    >>> sexes = Dimension(name="sex", categories=("women", "men"), exhaustive=True, disjoint=True)
    >>> found = (("women", Number(Decimal(12))), ("men", Number(Decimal(9))))
    >>> parts = tuple(Part(of=(Category("sex", who),), value=value) for who, value in found)
    >>> trained = Indicator(id="t", statement="Trained", dimensions=(sexes,),
    ...                     actuals=(Observation(value=Number(Decimal(20)), parts=parts),))
    >>> [(str(one), one.agrees.value, one.difference) for one in reconcile(trained)]
    [('sex: 21 of 20', 'no', Fraction(1, 1))]
    """
    declared = {dimension.name: dimension for dimension in indicator.dimensions}
    return tuple(
        found
        for path, observation in observations(indicator)
        if observation.parts
        for found in _reconciled(indicator, declared, path, observation)
    )


_Names: TypeAlias = tuple[str, ...]


def _reconciled(
    indicator: Indicator, declared: Mapping[str, Dimension], path: Path, observation: Observation
) -> Iterator[Reconciled]:
    divided: defaultdict[_Names, list[Part]] = defaultdict(list)
    for part in observation.parts:
        divided[tuple(sorted(category.dimension for category in part.of))].append(part)
    for names, parts in sorted(divided.items()):
        wholes: list[tuple[frozenset[Category], Value | None]] = [(frozenset(), observation.value)]
        wholes += [
            (frozenset(part.of), part.value)
            for fewer, margins in sorted(divided.items())
            if set(fewer) < set(names)
            for part in margins
        ]
        for of, whole in wholes:
            below = [part for part in parts if of <= set(part.of)]
            over = [name for name in names if name not in {category.dimension for category in of}]
            if below:
                yield _held(indicator, [declared.get(name) for name in over], path, of, over, whole, below)


def _held(
    indicator: Indicator,
    dimensions: Sequence[Dimension | None],
    path: Path,
    of: frozenset[Category],
    over: Sequence[str],
    whole: Value | None,
    parts: Sequence[Part],
) -> Reconciled:
    applicable = [part.value for part in parts if not isinstance(part.value, NotApplicable)]
    known = [value for value in applicable if value is not None and value.as_fraction is not None]
    made = added(known)
    total = number(indicator, whole)
    ours = number(indicator, made)
    rough = any(is_approximate(value) for value in (whole, *known))
    return Reconciled(
        path=path,
        of=tuple(sorted(of, key=lambda category: (category.dimension, category.category))),
        dimensions=tuple(over),
        whole=None if total is None else Fraction(total),
        parts=None if ours is None else Fraction(ours),
        n=len(known),
        unknown=len(applicable) - len(known),
        agrees=Answer.UNKNOWN if rough else _agrees(dimensions, whole, made, known, len(applicable) - len(known)),
    )


def _agrees(
    dimensions: Sequence[Dimension | None],
    whole: Value | None,
    made: Value | None,
    known: Sequence[Value],
    unknown: int,
) -> Answer:
    exhaustive = all(d is not None and d.exhaustive for d in dimensions)
    disjoint = all(d is not None and d.disjoint for d in dimensions)
    held = compared(whole, made)
    if held is None or not known:
        return Answer.UNKNOWN
    less, more = held
    if not unknown and not less and not more:
        return Answer.YES if exhaustive or disjoint else Answer.UNKNOWN
    # What is known of groups that exclude one another only grows with the rest, and so does nothing else.
    if (more and disjoint) or (less and exhaustive and not unknown):
        return Answer.NO
    allowed = not unknown and ((less and disjoint and not exhaustive) or (more and exhaustive and not disjoint))
    return Answer.YES if allowed and _said_otherwise(dimensions, less=less) else Answer.UNKNOWN


def _said_otherwise(dimensions: Sequence[Dimension | None], *, less: bool) -> bool:
    """Whether it is said that the groups are not everything, or that somebody is in two of them."""
    return any(d is not None and (d.exhaustive if less else d.disjoint) is False for d in dimensions)


def compared(whole: Value | None, made: Value | None) -> tuple[bool, bool] | None:
    """Whether the parts make less, and whether they make more; ``None`` where the two cannot be compared."""
    if isinstance(whole, Ratio) and isinstance(made, Ratio):
        pairs = ((made.numerator, whole.numerator), (made.denominator, whole.denominator))
        return any(a < b for a, b in pairs), any(a > b for a, b in pairs)
    if isinstance(whole, Number) and isinstance(made, Number):
        return made.number < whole.number, made.number > whole.number
    return None


def added(values: Sequence[Value]) -> Value | None:
    """What values make together; ``None`` where they are not of one kind."""
    numbers = [value for value in values if isinstance(value, Number)]
    ratios = [value for value in values if isinstance(value, Ratio)]
    if values and len(numbers) == len(values):
        return Number(exact_sum(n.number for n in numbers), approximate=any(n.approximate for n in numbers))
    if values and len(ratios) == len(values):
        return Ratio(exact_sum(r.numerator for r in ratios), exact_sum(r.denominator for r in ratios))
    return None
