"""Quantities: numbers that know what they count, so that only what is alike is added."""

import enum
from fractions import Fraction

from attrs import evolve, field, frozen

from cooperation.errors import InvariantError
from cooperation.measures.reading import spoken
from cooperation.model import (
    Described,
    Indicator,
    Measure,
    NotApplicable,
    Number,
    Observation,
    Ratio,
    Reach,
    Text,
    UnitKind,
    Value,
)
from cooperation.model.scale import is_approximate

__all__ = ["Quantity", "ValueState", "quantity", "state"]


class ValueState(enum.Enum):
    """What is known of a value; nought is a number, and none of the others."""

    NUMBER = "number"
    TEXT = "text"
    NOT_APPLICABLE = "not-applicable"
    UNKNOWN = "unknown"


def state(value: Value | None) -> ValueState:
    """Which of the four a value is.

    >>> from decimal import Decimal
    >>> from cooperation.model import Number
    >>> [state(value).value for value in (Number(Decimal(0)), Described("weekly"), NotApplicable(), None)]
    ['number', 'text', 'not-applicable', 'unknown']
    """
    if value is None:
        return ValueState.UNKNOWN
    if isinstance(value, NotApplicable):
        return ValueState.NOT_APPLICABLE
    return ValueState.TEXT if isinstance(value, Described) else ValueState.NUMBER


@frozen(kw_only=True)
class Quantity:
    """A number with what must be known of it before it may be added to another.

    Attributes:
        number: The number; of a share that keeps its whole, the part of it that is meant.
        whole: What a share is a share of; ``None`` for a plain number, and for a percentage without its whole.
        per_cent: Whether it is a percentage.
        unit: What is counted, such as "family"; the currency, of money.
        kind: What kind of thing that is.
        unique: Whether nobody is counted twice in it.
        reach: Whether people are reached directly or through others.
        approximate: Whether a source said "about".
        n: How many known values it rests on.
        unknown: How many more could not be used.
        weight: How much it weighs in an average; an average weighs as much as all it is made of.

    Raises:
        InvariantError: The whole of a share is not above zero, or a count or a weight is below its least.

    >>> half = Quantity(number=Fraction(12), whole=Fraction(24), per_cent=True)
    >>> half.as_fraction, str(half)
    (Fraction(50, 1), '50% (12/24)')

    """

    number: Fraction
    whole: Fraction | None = None
    per_cent: bool = False
    unit: str | None = None
    kind: UnitKind | None = None
    unique: bool | None = None
    reach: Reach | None = None
    approximate: bool = False
    n: int = field(default=1)
    unknown: int = 0
    weight: int = 1

    def __attrs_post_init__(self) -> None:
        if self.whole is not None and self.whole <= 0:
            raise InvariantError(f"the whole of {spoken(self.number)}/{spoken(self.whole)} is not above zero")
        if self.n < 1 or self.unknown < 0 or self.weight < 1:
            raise InvariantError(
                f"a quantity rests on one value at least, and {self.n} of weight {self.weight} is none"
            )

    @property
    def is_share(self) -> bool:
        """Whether it is a share of something, with or without its whole."""
        return self.per_cent or self.whole is not None

    @property
    def as_fraction(self) -> Fraction:
        """The number on its own scale: a percentage in per cent, another share between parts."""
        if self.whole is None:
            return self.number
        return self.number / self.whole * (100 if self.per_cent else 1)

    def times(self, factor: Fraction | int, *, unit: str | None = None, kind: UnitKind | None = None) -> "Quantity":
        """The same in another unit, by a factor that somebody states, such as persons in a household.

        Raises:
            InvariantError: It is a share, which has no unit, or the factor is not above zero.

        >>> families = Quantity(number=Fraction(40), unit="family", kind=UnitKind.HOUSEHOLD)
        >>> print(families.times(5, unit="person", kind=UnitKind.PERSON))
        200 person
        """
        if self.is_share or factor <= 0:
            raise InvariantError(f"{self} cannot be turned into another unit by the factor {spoken(Fraction(factor))}")
        return evolve(self, number=self.number * factor, unit=unit, kind=kind)

    def __str__(self) -> str:
        about = "about " if self.approximate else ""
        unit = "%" if self.per_cent else "" if self.unit is None or self.is_share else f" {self.unit}"
        made = "" if self.whole is None else f" ({spoken(self.number)}/{spoken(self.whole)})"
        number = spoken(self.as_fraction, rounded=self.per_cent)
        return f"{about}{number.removeprefix('≈ ') if about else number}{unit}{made}"


def quantity(indicator: Indicator, observation: Observation, *, reach: Reach | None = None) -> Quantity | None:
    """What an observation of an indicator shows, as a quantity; ``None`` where it shows no number.

    >>> from decimal import Decimal
    >>> share = Indicator(id="i", statement="Fossil energy", measure=Measure.PERCENTAGE)
    >>> print(quantity(share, Observation(value=Ratio(Decimal(120), Decimal(400)))))
    30% (120/400)
    """
    return of_value(indicator, observation.value, unit=observation.unit, reach=reach)


def of_value(
    indicator: Indicator, value: Value | None, *, unit: Text | None = None, reach: Reach | None = None
) -> Quantity | None:
    """A value of an indicator as a quantity; ``None`` where it is no number."""
    whole = None
    if isinstance(value, Ratio):
        number, whole = Fraction(value.numerator), Fraction(value.denominator)
    elif isinstance(value, Number):
        number = Fraction(value.number)
    else:
        return None
    said = indicator.unit if unit is None else unit
    return Quantity(
        number=number,
        whole=whole,
        per_cent=indicator.measure is Measure.PERCENTAGE,
        unit=None if said is None else str(said),
        kind=indicator.unit_kind,
        unique=indicator.unique,
        reach=reach,
        approximate=is_approximate(value),
    )
