"""Values on an indicator's own scale."""

from decimal import Decimal
from fractions import Fraction

import pytest

from cooperation.model import (
    Described,
    Indicator,
    Measure,
    NotApplicable,
    Number,
    Observation,
    PartialDate,
    Ratio,
    Value,
)
from cooperation.model.scale import exact, number, observations, of_same


@pytest.mark.parametrize(
    ("measure", "value", "expected"),
    [
        (Measure.PERCENTAGE, Ratio(Decimal(12), Decimal(40)), 30),
        (Measure.PERCENTAGE, Number(Decimal(30)), 30),
        (Measure.UNIT, Ratio(Decimal(12), Decimal(40)), Fraction(3, 10)),
        (None, Number(Decimal("0.5")), Fraction(1, 2)),
        (Measure.PERCENTAGE, Described("few"), None),
        (Measure.PERCENTAGE, NotApplicable(), None),
        (Measure.PERCENTAGE, None, None),
    ],
)
def test_a_percentage_is_told_in_per_cent(measure: Measure | None, value: Value | None, expected: Fraction) -> None:
    """However it was written; what is no number has none."""
    assert expected == number(Indicator(id="i", statement="s", measure=measure), value)


def test_whole_numbers_stay_whole() -> None:
    """They are many times faster than fractions."""
    assert int is type(exact(Number(Decimal("3.0"))))


def test_observations_in_the_order_of_the_document() -> None:
    """The baseline first, each with its path."""
    one = Observation(date=PartialDate(2019))
    held = Indicator(id="i", statement="s", actuals=(one,), targets=(one,), milestones=(one, one), baseline=one)

    assert [("baseline",), ("milestones", 0), ("milestones", 1), ("targets", 0), ("actuals", 0)] == [
        path for path, _ in observations(held)
    ]
    assert of_same(one, Observation())
    assert not of_same(one, Observation(place="a"))
