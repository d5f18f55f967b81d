"""What a measure answers."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cooperation.measures import Light, Reading
from cooperation.measures.reading import spoken


def test_a_reading_is_no_truth_value() -> None:
    """A plain ``if`` would take nought for nothing, so it is refused."""
    with pytest.raises(TypeError, match="unknown or nought"):
        bool(Reading(Fraction(0), 1))


@pytest.mark.parametrize(
    ("reading", "known", "refused", "text"),
    [
        (Reading(Fraction(0), 1), True, False, "0"),
        (Reading(Light.RED, 1), True, False, "red"),
        (Reading(Fraction(1, 2), 2, 1, "one is unnamed"), True, False, "0.5 (one is unnamed)"),
        (Reading(None, 0, 3, "no value"), False, False, "unknown (no value)"),
        (Reading(None, 0, 0, "unlike", "IND018"), False, True, "unknown (IND018: unlike)"),
    ],
)
def test_known_unknown_and_refused(reading: Reading[object], known: bool, refused: bool, text: str) -> None:
    """Nought is known; what is nonsense is refused by a rule; the rest is only unknown."""
    assert (known, refused, text) == (reading.is_known, reading.is_refused, str(reading))


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=9))
def test_a_decimal_is_spoken_exactly(number: Decimal) -> None:
    """What has an end as a decimal is told as one, to the last digit."""
    assert Decimal(spoken(Fraction(number))) == number


@given(st.fractions())
def test_whatever_is_spoken_is_the_same_number_or_says_that_it_is_not(number: Fraction) -> None:
    """What has no end as a decimal is told as a fraction, or rounded by less than a part in a thousand, with a sign."""
    told = spoken(number)

    if told.startswith("≈ "):
        assert 0 < abs(Fraction(told[2:]) - number) <= max(abs(number) / 1000, Fraction(1, 200))
        assert 0 < abs(Fraction(told[2:]))
    else:
        assert Fraction(told) == number


@pytest.mark.parametrize(
    ("number", "plain", "rounded"),
    [
        (Fraction(1, 3), "1/3", "≈ 0.3333"),
        (Fraction(-98, 99), "-98/99", "≈ -0.9899"),
        (Fraction(100, 99), "≈ 1.010", "≈ 1.010"),
        (Fraction(1, 101), "≈ 0.009901", "≈ 0.009901"),
        (Fraction(650, 17), "≈ 38.24", "≈ 38.24"),
        (Fraction(10**9, 7), "≈ 142857142.86", "≈ 142857142.86"),
        (Fraction(1001, 1000), "1.001", "1.001"),
        (Fraction(0), "0", "0"),
    ],
)
def test_a_fraction_that_no_decimal_tells(number: Fraction, plain: str, rounded: str) -> None:
    """It stands as it is while one sees how large it is, is rounded where not, and always as a percentage."""
    assert (plain, rounded) == (spoken(number), spoken(number, rounded=True))
