"""Counts, values, money and ages."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cooperation import testing
from cooperation.errors import InvariantError
from cooperation.model import (
    AgeRange,
    Count,
    CountPart,
    Described,
    Money,
    NotApplicable,
    Number,
    Quantifier,
    Ratio,
    Translated,
    Value,
)

ENDLESS = ["NaN", "sNaN", "Infinity", "-Infinity"]
OUT_OF_PROPORTION = ["1E+31", "1E-31", "-1E+999999", "0E+999999", "0E-999999"]


class TestCount:
    """How many, as far as it is said."""

    @pytest.mark.parametrize(
        ("fields", "message"),
        [
            ({}, "a count needs a number, parts or a word: leave it out when it is unknown"),
            ({"approximate": True}, "a count needs a number, parts or a word: leave it out when it is unknown"),
            ({"number": -1}, "number -1 is below zero"),
            ({"number": 1, "quantifier": Quantifier.FEW}, "a count is a number or the word 'few', not both"),
            (
                {"parts": (CountPart("a", 1),), "quantifier": Quantifier.MOST},
                "a count is a number or the word 'most', not both",
            ),
            ({"parts": (CountPart("a", 1), CountPart("a", 2))}, "a partner has two parts of one count: a, a"),
        ],
    )
    def test_refused(self, fields: dict[str, Any], message: str) -> None:
        """What no draft can mean."""
        with pytest.raises(InvariantError) as caught:
            Count(**fields)

        assert message == str(caught.value)

    def test_a_part_below_zero(self) -> None:
        """Nobody has less than none."""
        with pytest.raises(InvariantError, match="number -1 is below zero"):
            CountPart("a", -1)

    @pytest.mark.parametrize(
        ("count", "total", "text"),
        [
            (Count(number=0), 0, "0"),
            (Count(number=100, approximate=True), 100, "about 100"),
            (Count.of_parts(vaxjo=20, nw405=20), 40, "40 (20 + 20)"),
            (Count(number=50, parts=(CountPart("a", 20), CountPart("b", 20))), 50, "50 (20 + 20)"),
            (Count(quantifier=Quantifier.MOST), None, "most"),
        ],
    )
    def test_total(self, count: Count, total: int | None, text: str) -> None:
        """The number as stated goes before the sum of the parts, and a word has none; zero is a number."""
        assert (total, text) == (count.total, str(count))

    @given(testing.counts())
    def test_total_of_any(self, count: Count) -> None:
        """There is a total unless there is only a word."""
        assert (count.total is None) is (count.quantifier is not None)


class TestValues:
    """What an indicator shows."""

    @pytest.mark.parametrize("number", ENDLESS)
    def test_not_finite(self, number: str) -> None:
        """A value that is no number or has no end, wherever it stands."""
        endless = Decimal(number)
        for make, what in [
            (lambda: Number(endless), "value"),
            (lambda: Ratio(endless, Decimal(1)), "numerator"),
            (lambda: Ratio(Decimal(1), endless), "denominator"),
            (lambda: Money(amount=endless, currency="SEK"), "amount"),
        ]:
            with pytest.raises(InvariantError) as caught:
                make()

            assert f"{what} {number} is not a finite number" == str(caught.value)

    @pytest.mark.parametrize("number", OUT_OF_PROPORTION)
    def test_out_of_proportion(self, number: str) -> None:
        """A legal decimal that would take for ever to reckon with, zeros with endless noughts among them."""
        with pytest.raises(
            InvariantError, match="is out of all proportion: at most 30 digits either side of the point"
        ):
            Number(Decimal(number))

    @pytest.mark.parametrize("number", ["9.99E+30", "1E-30", "0E+30", "-0", "0.00"])
    def test_within_proportion(self, number: str) -> None:
        """The bounds themselves are allowed."""
        assert Fraction(Decimal(number)) == Number(Decimal(number)).as_fraction

    @pytest.mark.parametrize("whole", ["0", "-1", "0.00"])
    def test_a_share_of_nothing(self, whole: str) -> None:
        """There are no parts of nothing."""
        with pytest.raises(InvariantError) as caught:
            Ratio(Decimal(12), Decimal(whole))

        assert f"the denominator of 12/{whole} is not above zero" == str(caught.value)

    @pytest.mark.parametrize(
        ("value", "fraction", "text"),
        [
            (Number(Decimal("10.10")), Fraction(101, 10), "10.10"),
            (Number(Decimal(0)), Fraction(0), "0"),
            (Number(Decimal(40), approximate=True), Fraction(40), "about 40"),
            (Ratio(Decimal(120), Decimal(400)), Fraction(3, 10), "120/400"),
            (Described("weekly"), None, "weekly"),
            (Described(Translated((("sv", "varje vecka"), ("en", "weekly")))), None, "varje vecka"),
            (NotApplicable(), None, "n/a"),
        ],
    )
    def test_as_fraction(self, value: Value, fraction: Fraction | None, text: str) -> None:
        """Exact where it is a number, nothing where it is not, and zero is not nothing."""
        assert (fraction, text) == (value.as_fraction, str(value))

    def test_a_zero_is_not_unknown(self) -> None:
        """Zero, not applicable and the word nought are three values."""
        assert 3 == len({Number(Decimal(0)), NotApplicable(), Described("0")})


class TestMoney:
    """Amounts in a currency."""

    @pytest.mark.parametrize(
        ("currency", "message"),
        [
            ("SEKK", "currency 'SEKK' is not on the list Currency (did you mean 'SEK'?)"),
            ("sek", "currency 'sek' is not on the list Currency (did you mean 'SEK'?)"),
        ],
    )
    def test_no_such_currency(self, currency: str, message: str) -> None:
        """A currency that does not exist, with the nearest that does."""
        with pytest.raises(InvariantError) as caught:
            Money(amount=Decimal(1), currency=currency)

        assert message == str(caught.value)

    def test_a_long_code_is_shown_short(self) -> None:
        """The message stays readable whatever was written in the place of a code."""
        with pytest.raises(InvariantError) as caught:
            Money(amount=Decimal(1), currency="x" * 1000)

        assert len(str(caught.value)) < 200

    @pytest.mark.parametrize(
        ("money", "text"),
        [
            (Money(amount=Decimal(450000), currency="SEK"), "450 000 SEK"),
            (Money(amount=Decimal("-1234.50"), currency="EUR", approximate=True), "about -1 234.50 EUR"),
        ],
    )
    def test_as_text(self, money: Money, text: str) -> None:
        """Thousands apart, as everybody reads them."""
        assert text == str(money)

    def test_unlike_currencies_are_never_added(self) -> None:
        """One sum for each currency."""
        amounts = [Money(amount=Decimal(n), currency=c) for n, c in [("1.10", "SEK"), ("2", "ZAR"), ("3.05", "SEK")]]

        assert {"SEK": Decimal("4.15"), "ZAR": Decimal(2)} == Money.totals(amounts)

    @given(st.lists(testing.moneys(), max_size=6))
    def test_totals_are_exact(self, amounts: list[Money]) -> None:
        """The sum is the sum to the last digit, however unlike the amounts are, and whatever order they come in."""
        totals = Money.totals(amounts)

        assert totals == Money.totals(reversed(amounts))
        for currency, total in totals.items():
            assert sum(Fraction(m.amount) for m in amounts if m.currency == currency) == Fraction(total)


class TestAgeRange:
    """Ages in whole years."""

    @pytest.mark.parametrize(
        ("ages", "message"),
        [
            ((), "an age range needs a lowest or a highest age"),
            ((18, 10), "the lowest age 18 is above the highest 10"),
            ((-1, 10), "youngest -1 is below zero"),
            ((None, -1), "oldest -1 is below zero"),
        ],
    )
    def test_refused(self, ages: tuple[int | None, ...], message: str) -> None:
        """Nothing, the wrong way round, and before birth."""
        with pytest.raises(InvariantError) as caught:
            AgeRange(*ages)

        assert message == str(caught.value)

    @pytest.mark.parametrize(
        ("ages", "text"),
        [
            (AgeRange(10, 15), "10 to 15"),
            (AgeRange(18), "18 and over"),
            (AgeRange(oldest=5), "up to 5"),
            (AgeRange(0, 0), "0 to 0"),
        ],
    )
    def test_as_text(self, ages: AgeRange, text: str) -> None:
        """In words, open at either end; newborns have an age."""
        assert text == str(ages)
