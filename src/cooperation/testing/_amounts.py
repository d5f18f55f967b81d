"""Numbers, counts, values, money and ages."""

from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from cooperation.model import (
    AgeRange,
    Coordinates,
    Count,
    CountPart,
    Described,
    Money,
    NotApplicable,
    Number,
    Quantifier,
    Ratio,
    Value,
)
from cooperation.testing._codes import currencies
from cooperation.testing._dates import partial_dates
from cooperation.testing._texts import ids, texts

__all__ = [
    "age_ranges",
    "coordinates",
    "count_parts",
    "counts",
    "decimals",
    "described",
    "moneys",
    "not_applicables",
    "numbers",
    "quantities",
    "ratios",
    "shares",
    "values",
    "wholes",
]

_LARGE = 10**18 - 1
_WHOLES = st.one_of(st.integers(0, 30), st.integers(0, 1_000_000), st.just(_LARGE))
# What a careless reader changes: trailing zeros, the sign of zero, exponents, and the two ends of what is allowed.
_AWKWARD = tuple(
    map(
        Decimal,
        ("10.10", "0.00", "-0", "1E+3", "0.1", "1E-30", "9.99E+30", "-12.50", "100", "12345678901234567890.0123456789"),
    )
)
_DECIMALS = st.one_of(
    st.integers(-1, 100).map(Decimal),
    st.sampled_from(_AWKWARD),
    st.decimals(-1_000_000, 1_000_000, allow_nan=False, allow_infinity=False, places=2),
)
_QUANTITIES = _DECIMALS.map(abs)
_POSITIVE = st.integers(1, 400).map(Decimal) | _DECIMALS.filter(lambda number: number > 0)
_SHARES = st.one_of(
    st.integers(0, 100).map(Decimal),
    st.sampled_from(tuple(map(Decimal, ("33.3", "12.50", "0.0", "100.00")))),
    st.integers(0, 10_000).map(lambda hundredths: Decimal(hundredths).scaleb(-2)),
)
_COUNT_PARTS = st.builds(CountPart, ids(), _WHOLES)
_NUMBERS = st.builds(Number, _DECIMALS) | st.builds(Number, _DECIMALS, st.booleans())
_RATIOS = st.builds(Ratio, _DECIMALS, _POSITIVE)
_DESCRIBED = st.builds(Described, texts())
_NOT_APPLICABLES = st.builds(NotApplicable)
_VALUES = st.one_of(_NUMBERS, _RATIOS, _DESCRIBED, _NOT_APPLICABLES)


_PARTS = st.lists(_COUNT_PARTS, min_size=1, max_size=3, unique_by=lambda part: part.partner).map(tuple)
_COUNTS = st.one_of(
    st.builds(Count, number=st.integers(0, 30)),
    st.builds(Count, quantifier=st.sampled_from(Quantifier)),
    st.builds(Count, number=_WHOLES, approximate=st.booleans()),
    st.builds(Count, parts=_PARTS, approximate=st.booleans()),
    # That the parts add up is for a rule to see.
    st.builds(Count, number=_WHOLES, parts=_PARTS),
)
_AGES = st.integers(0, 130)
_AGE_RANGES = st.one_of(
    st.builds(lambda one, other: AgeRange(min(one, other), max(one, other)), _AGES, _AGES),
    st.builds(AgeRange, youngest=_AGES),
    st.builds(AgeRange, oldest=_AGES),
)


def _degrees(most: int) -> SearchStrategy[Decimal]:
    ends = st.sampled_from((Decimal(most), Decimal(-most), Decimal("10.10")))
    return st.integers(-most, most).map(Decimal) | ends | st.decimals(-most, most, places=4)


_COORDINATES = st.builds(Coordinates, _degrees(90), _degrees(180))


def wholes() -> SearchStrategy[int]:
    """Whole numbers from 0 on."""
    return _WHOLES


def decimals() -> SearchStrategy[Decimal]:
    """Exact numbers within the bounds of the model, trailing zeros and exponents among them."""
    return _DECIMALS


def quantities() -> SearchStrategy[Decimal]:
    """Exact numbers from 0 on."""
    return _QUANTITIES


def shares() -> SearchStrategy[Decimal]:
    """Shares from 0 to 100 per cent."""
    return _SHARES


def count_parts() -> SearchStrategy[CountPart]:
    """What one partner has of a count."""
    return _COUNT_PARTS


def counts() -> SearchStrategy[Count]:
    """Counts of every shape: exact, approximate, in parts, in a word; the simplest is 0."""
    return _COUNTS


def numbers() -> SearchStrategy[Number]:
    """Measured or counted values."""
    return _NUMBERS


def ratios() -> SearchStrategy[Ratio]:
    """Shares that keep what they are a share of."""
    return _RATIOS


def described() -> SearchStrategy[Described]:
    """Values told in words."""
    return _DESCRIBED


def not_applicables() -> SearchStrategy[NotApplicable]:
    """The one value that says there can be none."""
    return _NOT_APPLICABLES


def values() -> SearchStrategy[Value]:
    """Values of the four kinds."""
    return _VALUES


def moneys() -> SearchStrategy[Money]:
    """Amounts in one currency, repayments among them."""
    return st.builds(Money, amount=_DECIMALS, currency=currencies()) | st.builds(
        Money, amount=_DECIMALS, currency=currencies(), on=st.none() | partial_dates(), approximate=st.booleans()
    )


def age_ranges() -> SearchStrategy[AgeRange]:
    """Ages from and to, one of them perhaps open."""
    return _AGE_RANGES


def coordinates() -> SearchStrategy[Coordinates]:
    """Points on the earth, its poles and its date line among them."""
    return _COORDINATES
