"""Budgets by what is asked for, and totals by dated rates only."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cooperation import testing
from cooperation.measures import Amount, BudgetKey, budget_by, convert, total_of
from cooperation.model import (
    Activity,
    Budget,
    BudgetLine,
    CostKind,
    CostLine,
    ExchangeRate,
    Money,
    PartialDate,
    Plan,
    Portfolio,
    Project,
)


def money(amount: str | int, currency: str = "SEK", **fields: Any) -> Money:
    """An amount."""
    return Money(amount=Decimal(amount), currency=currency, **fields)


def rate(value: str, date: PartialDate, of: str = "ZAR", into: str = "SEK") -> ExchangeRate:
    """A rate."""
    return ExchangeRate(currency=of, in_currency=into, rate=Decimal(value), date=date)


LINES = (
    BudgetLine(partner="vaxjo", year=PartialDate(2019), kind=CostKind.TRAVEL, amount=money(100), approved=money(80)),
    BudgetLine(partner="vaxjo", year=PartialDate(2020), kind=CostKind.TRAVEL, amount=money(20)),
    BudgetLine(partner="jb-marks", year=PartialDate(2019), activity="visit", amount=money(50, "ZAR")),
    BudgetLine(partner="jb-marks", amount=money("0.1", approximate=True)),
    BudgetLine(partner="jb-marks"),
)
BUDGET = Budget(lines=LINES)
PROJECT = Project(
    id="p",
    title="p",
    plan=Plan(
        budget=BUDGET,
        activities=(
            Activity(id="visit", title="A visit", costs=(CostLine(amount=money(7), partner="vaxjo"),)),
            Activity(id="course", title="A course", costs=(CostLine(amount=money(9), kind=CostKind.EXPERT),)),
        ),
    ),
)


def told(rows: Any) -> list[tuple[Any, ...]]:
    """Rows as tuples."""
    return [(*row.of, row.currency, row.total.value, row.total.n, row.total.unknown) for row in rows]


class TestBudget:
    """By partner, year, kind, activity and project; always by currency."""

    def test_by_currency_only(self) -> None:
        """Kronor and rand stand in rows of their own, and a line without an amount in one without a currency."""
        assert [
            ("SEK", Decimal("120.1"), 3, 0),
            ("ZAR", Decimal(50), 1, 0),
            (None, None, 0, 1),
        ] == told(budget_by(BUDGET))

    def test_by_partner_and_year(self) -> None:
        """A line that does not say its year stands last, under ``None``."""
        assert [
            ("jb-marks", 2019, "ZAR", Decimal(50), 1, 0),
            ("jb-marks", None, "SEK", Decimal("0.1"), 1, 0),
            ("jb-marks", None, None, None, 0, 1),
            ("vaxjo", 2019, "SEK", Decimal(100), 1, 0),
            ("vaxjo", 2020, "SEK", Decimal(20), 1, 0),
        ] == told(budget_by(BUDGET, BudgetKey.PARTNER, "year"))

    def test_costs_that_stand_at_an_activity(self) -> None:
        """They count where no line of the budget names that activity, so that nothing counts twice."""
        by_activity = {row[0]: row[2] for row in told(budget_by(PROJECT, "activity")) if row[0] is not None}

        assert {"visit": Decimal(50), "course": Decimal(9)} == by_activity

    def test_what_was_granted(self) -> None:
        """Another amount of the same lines; costs at activities are planned ones."""
        assert [("travel", "SEK", Decimal(80), 1, 0)] == [
            row for row in told(budget_by(PROJECT, "kind", of="approved")) if row[1] is not None
        ]
        assert 4 == sum(row[-1] for row in told(budget_by(PROJECT, of="approved")))

    def test_by_project(self) -> None:
        """Two projects of a portfolio, one of which has no budget."""
        other = attrs.evolve(PROJECT, id="q", plan=Plan(budget=Budget(lines=LINES[:1])))
        portfolio = Portfolio(projects=(PROJECT, other, Project(id="r", title="r")))

        assert [("p", Decimal("129.1")), ("q", Decimal(100))] == [
            (row[0], row[2]) for row in told(budget_by(portfolio, "project")) if row[1] == "SEK"
        ]

    def test_approximate_amounts(self) -> None:
        """A sum of about is about."""
        notes = {row.currency: row.total.note for row in budget_by(BUDGET)}

        assert {"SEK": "of approximate amounts", "ZAR": None, None: "no amount is given"} == notes

    def test_a_key_that_does_not_exist(self) -> None:
        """It is refused."""
        with pytest.raises(ValueError, match="'country' is not a valid BudgetKey"):
            budget_by(BUDGET, "country")

    @given(st.lists(testing.budget_lines(), max_size=6), st.lists(st.sampled_from(BudgetKey), unique=True, max_size=3))
    def test_rows_sum_to_the_whole(self, lines: list[BudgetLine], keys: list[BudgetKey]) -> None:
        """However it is divided, each currency has its sum to the last digit, and no line is lost."""
        budget = Budget(lines=tuple(attrs.evolve(line, id=None) for line in lines))
        sums = {c: Fraction(total) for c, total in Money.totals(m for m in (o.amount for o in lines) if m).items()}
        found: dict[str, Fraction] = {}
        for row in budget_by(budget, *keys):
            if row.currency is not None and row.total.value is not None:
                found[row.currency] = found.get(row.currency, Fraction()) + Fraction(row.total.value)

        assert sums == found
        assert len(lines) == sum(row.total.n + row.total.unknown for row in budget_by(budget, *keys))


YEAR, DAY = PartialDate(2019), PartialDate(2019, 3, 1)


class TestConvert:
    """Another currency, by a rate of the right time."""

    @pytest.mark.parametrize(
        ("on", "rates", "expected"),
        [
            (DAY, [rate("0.65", YEAR)], 130),
            (DAY, [rate("0.65", YEAR), rate("0.7", DAY)], 140),
            (YEAR, [rate("0.65", YEAR), rate("0.7", DAY)], 130),
            (YEAR, [rate("0.7", PartialDate(2019, 1))], "no rate between ZAR and SEK for 2019 is given"),
            (YEAR, [rate("0.7", PartialDate(2019, 12))], "no rate between ZAR and SEK for 2019 is given"),
            (YEAR, [rate("0.7", DAY)], "no rate between ZAR and SEK for 2019 is given"),
            (DAY, [rate("0.65", PartialDate(2020))], "no rate between ZAR and SEK for 2019-03-01 is given"),
            (DAY, [rate("1.6", DAY, "SEK", "ZAR")], 125),
            (DAY, [rate("0.65", YEAR), rate("0.66", YEAR)], "two rates between ZAR and SEK for 2019-03-01 differ"),
            (DAY, [rate("0.65", YEAR), rate("0.65", YEAR)], 130),
            (DAY, [rate("0.1", DAY, "ZAR", "EUR"), rate("10", DAY, "EUR", "SEK")], "no rate between ZAR and SEK for"),
            (None, [rate("0.65", YEAR)], "nobody said of when 200 ZAR are, so that no rate can be chosen"),
        ],
    )
    def test_truth(self, on: PartialDate | None, rates: list[ExchangeRate], expected: int | str) -> None:
        """The narrowest rate that holds the amount's date; never another day's, never a chain of two, never a guess."""
        found = convert(money(200, "ZAR", on=on), "SEK", rates)

        if isinstance(expected, int):
            assert found.value == Amount(number=Fraction(expected), currency="SEK")
        else:
            assert (None, "MON011") == (found.value, found.code)
            assert str(found.note).startswith(expected)

    def test_its_own_currency_needs_no_rate(self) -> None:
        """And no date."""
        assert Amount(number=Fraction(5), currency="SEK") == convert(money(5), "SEK", []).value

    def test_the_date_of_the_rate_may_be_chosen(self) -> None:
        """Then the amount's own date does not matter; without one, the year of its line may tell it."""
        rates = [rate("0.65", DAY)]

        assert convert(money(200, "ZAR", on=PartialDate(1999)), "SEK", rates, on=pendulum.date(2019, 3, 1)).is_known
        assert convert(money(200, "ZAR"), "SEK", [rate("0.65", YEAR)], within=YEAR).is_known

    def test_about_stays_about(self) -> None:
        """A rate makes nothing more exact."""
        found = convert(money(200, "ZAR", on=DAY, approximate=True), "SEK", [rate("0.65", YEAR)]).value

        assert found is not None
        assert "about 130 SEK" == str(found)

    @given(st.integers(-(10**6), 10**6), st.decimals("0.0001", 1000, places=4), st.integers(-100, 100))
    def test_there_and_back(self, amount: int, value: Decimal, more: int) -> None:
        """One rate tells both directions, exactly; and what is converted together is the sum of its parts."""
        rates = [rate(str(value), YEAR)]
        there = convert(money(amount, "ZAR", on=DAY), "SEK", rates).value
        assert there is not None
        back = there.number * convert(money(1, "SEK", on=DAY), "ZAR", rates).value.number  # type: ignore[union-attr]  # it is known

        assert Fraction(amount) == back
        apart, together = (
            total_of([money(n, "ZAR", on=DAY) for n in some], "SEK", rates).value
            for some in ((amount, more), (amount + more,))
        )
        assert apart == together

    @given(
        st.permutations([rate("0.65", YEAR), rate("0.7", DAY), rate("0.6", PartialDate(2018)), rate("9", DAY, "EUR")])
    )
    def test_the_order_of_the_rates_does_not_matter(self, rates: list[ExchangeRate]) -> None:
        """The narrowest that holds the date is one."""
        assert Amount(number=Fraction(140), currency="SEK") == convert(money(200, "ZAR", on=DAY), "SEK", rates).value


class TestTotal:
    """One sum in one currency, or none."""

    def test_one_currency(self) -> None:
        """What has no amount is counted beside."""
        found = total_of([money(5), money("0.25"), None])

        assert ("5.25 SEK", 2, 1, "1 of 3 amounts are unknown") == (
            str(found.value),
            found.n,
            found.unknown,
            found.note,
        )

    def test_unlike_currencies(self) -> None:
        """They are refused until rates are given, and then every amount must have one."""
        amounts = [money(5), money(200, "ZAR", on=DAY), money(1, "EUR", on=DAY)]
        rates = [rate("0.65", YEAR), rate("10", YEAR, "EUR")]

        assert "EUR, SEK and ZAR are not added without dated rates" == total_of(amounts).note
        assert ("MON011", "no rate between EUR and SEK for 2019-03-01 is given") == (
            total_of(amounts, "SEK", rates[:1]).code,
            total_of(amounts, "SEK", rates[:1]).note,
        )
        assert "145 SEK" == str(total_of(amounts, "SEK", rates).value)

    def test_a_line_tells_its_year(self) -> None:
        """The average of the year serves its lines; the second year of a project is no date."""
        line = BudgetLine(year=PartialDate(2019), amount=money(200, "ZAR"))
        second = attrs.evolve(line, year=PartialDate(2))

        assert "130 SEK" == str(total_of(Budget(lines=(line,)), "SEK", [rate("0.65", YEAR)]).value)
        assert not total_of(Budget(lines=(second,)), "SEK", [rate("0.65", PartialDate(2))]).is_known

    @pytest.mark.parametrize(
        ("amounts", "note"), [([], "there are no amounts"), ([None], "no amount is known")]
    )  # fmt: skip
    def test_nothing(self, amounts: list[Money | None], note: str) -> None:
        """No sum of nothing."""
        assert (None, note) == (total_of(amounts).value, total_of(amounts).note)

    def test_the_rates_of_a_budget_are_used_only_where_they_are_given(self) -> None:
        """A budget of another project may have other ones."""
        budget = Budget(lines=LINES, rates=(rate("0.65", YEAR),))

        assert total_of(budget, "SEK").is_refused
        assert "about 152.6 SEK" == str(total_of(budget, "SEK", budget.rates).value)

    @given(st.lists(st.decimals(-1000, 1000, places=2), min_size=1, max_size=5), st.randoms(use_true_random=False))
    def test_order_free(self, numbers: list[Decimal], random: Any) -> None:
        """A total is the exact sum in any order, converted first or last."""
        amounts = [Money(amount=number, currency="ZAR", on=DAY) for number in numbers]
        mixed = list(amounts)
        random.shuffle(mixed)
        rates = [rate("0.65", YEAR)]
        found = total_of(mixed, "SEK", rates).value

        assert total_of(amounts, "SEK", rates).value == found
        assert found is not None
        assert sum(map(Fraction, numbers)) * Fraction("0.65") == found.number
