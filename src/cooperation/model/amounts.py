"""Counts, values, money and ages: numbers that say how sure they are and what they are made of."""

import enum
import functools
from collections.abc import Iterable
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from fractions import Fraction

from attrs import field

from cooperation.errors import InvariantError
from cooperation.model.dates import PartialDate
from cooperation.model.declare import CurrencyCode, OrganisationId, check_code, check_finite, frozen, not_negative
from cooperation.model.text import Text

__all__ = [
    "AgeRange",
    "Count",
    "CountPart",
    "Described",
    "Money",
    "NotApplicable",
    "Number",
    "Quantifier",
    "Ratio",
    "Value",
]


# The ordinary context rounds a sum to 28 digits without a word.
_EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)


def exact_sum(numbers: Iterable[Decimal]) -> Decimal:
    """The sum, to the last digit.

    >>> exact_sum([Decimal("1E+29"), Decimal("0.1")])
    Decimal('100000000000000000000000000000.1')
    """
    return functools.reduce(_EXACT.add, numbers, Decimal())


class Quantifier(enum.Enum):
    """A quantity told in a word, where no number is known."""

    FEW = "few"
    SOME = "some"
    SEVERAL = "several"
    MANY = "many"
    MOST = "most"
    ALL = "all"


@frozen
class CountPart:
    """What one partner has of a count.

    Attributes:
        partner: Whose part it is.
        number: How many.

    """

    partner: OrganisationId
    number: int = field(validator=not_negative)


@frozen(kw_only=True)
class Count:
    """How many there are: exactly, about, as a sum of parts, or only in a word.

    Attributes:
        number: The number as stated; ``None`` when only parts or a word are.
        approximate: Whether the source says "about".
        quantifier: The word, where that is all there is; "most" is more than half.
        parts: What each partner has of it; that they add up to the number is for a rule to see.

    Raises:
        InvariantError: A number is negative, nothing is said at all, a word stands beside a number, or one partner has
            two parts.

    >>> Count.of_parts(vaxjo=20, nw405=20).total
    40

    """

    number: int | None = field(default=None, validator=not_negative)
    approximate: bool = False
    quantifier: Quantifier | None = None
    parts: tuple[CountPart, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.quantifier is not None and (self.number is not None or self.parts):
            raise InvariantError(f"a count is a number or the word {self.quantifier.value!r}, not both")
        if self.number is None and self.quantifier is None and not self.parts:
            raise InvariantError("a count needs a number, parts or a word: leave it out when it is unknown")
        if len({part.partner for part in self.parts}) < len(self.parts):
            raise InvariantError(f"a partner has two parts of one count: {', '.join(p.partner for p in self.parts)}")

    @classmethod
    def of_parts(cls, **parts: int) -> "Count":
        """A count made of what each partner has."""
        return cls(parts=tuple(CountPart(partner, number) for partner, number in parts.items()))

    @property
    def total(self) -> int | None:
        """The number as stated, else the sum of the parts, else ``None``."""
        if self.number is not None or not self.parts:
            return self.number
        return sum(part.number for part in self.parts)

    def __str__(self) -> str:
        if self.quantifier is not None:
            return self.quantifier.value
        split = " + ".join(str(part.number) for part in self.parts)
        said = f"{'about ' if self.approximate else ''}{self.total}"
        return f"{said} ({split})" if split else said


class Value:
    """What an indicator shows: a ``Number``, a ``Ratio``, ``Described`` in words, or ``NotApplicable``.

    A value that is not known is none of these and is left out; zero is a ``Number``.
    """

    __slots__ = ()

    @property
    def as_fraction(self) -> Fraction | None:
        """The value as an exact number, or ``None`` when it is no number."""
        return None


@frozen
class Number(Value):
    """A measured or counted value.

    Attributes:
        number: The exact number as it was written.
        approximate: Whether the source says "about".

    Raises:
        InvariantError: It is infinite or not a number.

    """

    number: Decimal
    approximate: bool = False

    def __attrs_post_init__(self) -> None:
        check_finite(self.number, "value")

    @property
    def as_fraction(self) -> Fraction:
        """The value as an exact number."""
        return Fraction(self.number)

    def __str__(self) -> str:
        return f"{'about ' if self.approximate else ''}{self.number}"


@frozen
class Ratio(Value):
    """A share that keeps what it is a share of, so that shares can be rolled up.

    Attributes:
        numerator: The part.
        denominator: The whole, above zero.

    Raises:
        InvariantError: The whole is zero or less, or a number is not finite.

    >>> Ratio(Decimal(120), Decimal(400)).as_fraction
    Fraction(3, 10)

    """

    numerator: Decimal
    denominator: Decimal

    def __attrs_post_init__(self) -> None:
        check_finite(self.numerator, "numerator")
        check_finite(self.denominator, "denominator")
        if self.denominator <= 0:
            raise InvariantError(f"the denominator of {self.numerator}/{self.denominator} is not above zero")

    @property
    def as_fraction(self) -> Fraction:
        """The share as an exact number between parts, not in per cent."""
        # One fraction of whole numbers, which is several times faster than dividing two.
        (part, of), (whole, to) = self.numerator.as_integer_ratio(), self.denominator.as_integer_ratio()
        return Fraction(part * to, of * whole)

    def __str__(self) -> str:
        return f"{self.numerator}/{self.denominator}"


@frozen
class Described(Value):
    """A value told in words, as a qualitative indicator is.

    Attributes:
        text: The words.

    """

    text: Text

    def __str__(self) -> str:
        return str(self.text)


@frozen
class NotApplicable(Value):
    """There can be no value here, which is not the same as an unknown one."""

    def __str__(self) -> str:
        return "n/a"


@frozen(kw_only=True)
class Money:
    """An amount in one currency.

    Attributes:
        amount: The exact amount; negative for a revision or a repayment.
        currency: ISO 4217.
        on: The date whose value it is, for conversion.
        approximate: Whether the source says "about".

    Raises:
        InvariantError: The amount is infinite or not a number, or the currency does not exist.

    >>> print(Money(amount=Decimal(450000), currency="SEK"))
    450 000 SEK

    """

    amount: Decimal
    currency: CurrencyCode = field()
    on: PartialDate | None = None
    approximate: bool = False

    def __attrs_post_init__(self) -> None:
        check_finite(self.amount, "amount")
        check_code(self.currency, "Currency", "currency")

    @staticmethod
    def totals(amounts: Iterable["Money"]) -> "dict[str, Decimal]":
        """The sum in each currency; amounts of unlike currencies are never added.

        >>> Money.totals([Money(amount=Decimal(5), currency="SEK"), Money(amount=Decimal(2), currency="SEK")])
        {'SEK': Decimal('7')}
        """
        sums: dict[str, Decimal] = {}
        for money in amounts:
            sums[money.currency] = _EXACT.add(sums.get(money.currency, Decimal(0)), money.amount)
        return sums

    def __str__(self) -> str:
        # The thin custom of separating thousands by a space is understood in every country of the field.
        return f"{'about ' if self.approximate else ''}{self.amount:,} {self.currency}".replace(",", " ")


@frozen
class AgeRange:
    """An age from and to, in whole years, both included; one of the two may be open.

    Attributes:
        youngest: The lowest age.
        oldest: The highest age.

    Raises:
        InvariantError: Neither is given, one is negative, or the lowest is above the highest.

    """

    youngest: int | None = field(default=None, validator=not_negative)
    oldest: int | None = field(default=None, validator=not_negative)

    def __attrs_post_init__(self) -> None:
        if self.youngest is None and self.oldest is None:
            raise InvariantError("an age range needs a lowest or a highest age")
        if self.youngest is not None and self.oldest is not None and self.youngest > self.oldest:
            raise InvariantError(f"the lowest age {self.youngest} is above the highest {self.oldest}")

    def __str__(self) -> str:
        if self.oldest is None:
            return f"{self.youngest} and over"
        return f"up to {self.oldest}" if self.youngest is None else f"{self.youngest} to {self.oldest}"
