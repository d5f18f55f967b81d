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
def test_whatever_is_spoken_is_the_same_number(number: Fraction) -> None:
    """What has no end as a decimal is told as a fraction; nothing is rounded."""
    assert Fraction(spoken(number)) == number
