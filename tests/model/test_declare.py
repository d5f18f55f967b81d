"""The few checks that constructors make."""

from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import given

from cooperation import testing
from cooperation.errors import CooperationError, InvariantError
from cooperation.model import (
    Benefit,
    BudgetLine,
    Contribution,
    Funding,
    Identifier,
    Indicator,
    InKind,
    Objective,
    Organisation,
    OrganisationUnit,
    Project,
    Sector,
    Source,
)
from cooperation.model.declare import check_code, check_language, check_unique


class TestIds:
    """Ids must stand in paths and addresses."""

    @pytest.mark.parametrize("id_", ["", " ", "a b", "a\n", "\ta", "a\u00a0b", "a\u2028", "a" * 201])
    def test_refused(self, id_: str) -> None:
        """Empty, long, or with white space of any kind, also where an id is optional."""
        for make in (Organisation, Source):
            with pytest.raises(InvariantError, match="is not an id: 1 to 200 characters without spaces"):
                make(id=id_)

    def test_the_message(self) -> None:
        """It names the field and shows the id, cut where it is long."""
        with pytest.raises(InvariantError) as caught:
            Identifier("SE-ON", "x" * 300)

        assert f"code '{'x' * 57}...' is not an id: 1 to 200 characters without spaces" == str(caught.value)

    @pytest.mark.parametrize("id_", ["a", "a" * 200, "vaxjo/1", "010", "Ö", "a.b[0]", "🌍", "no"])
    def test_allowed(self, id_: str) -> None:
        """Anything else, as it stands."""
        assert id_ == Organisation(id=id_).id

    def test_optional(self) -> None:
        """No id is no fault where none is needed."""
        assert Source().id is None

    @given(testing.ids())
    def test_any(self, id_: str) -> None:
        """What the strategy calls an id is one."""
        assert id_ == Project(id=id_, title="").id


class TestLanguages:
    """Languages have the form of a code."""

    @pytest.mark.parametrize("code", ["sv", "pt-BR", "zh-Hant", "nds", "es-419", "no", "xx"])
    def test_allowed(self, code: str) -> None:
        """Two or three small letters and what follows a hyphen; the list of them is not complete."""
        assert code == Source(language=code).language

    @pytest.mark.parametrize("code", ["EN", "ENG", "english", "s", "sv_SE", "sv-", "sv-S", "", "sv "])
    def test_refused(self, code: str) -> None:
        """Anything else is refused with an example."""
        with pytest.raises(InvariantError) as caught:
            Source(language=code)

        assert f"language {code!r} is not a language's code: small letters, such as sv or pt-BR" == str(caught.value)

    def test_of_what(self) -> None:
        """The message names what has the language."""
        with pytest.raises(InvariantError, match="title 'EN' is not a language's code"):
            check_language("EN", "title")


class TestNumbers:
    """Numbers that have an end."""

    @pytest.mark.parametrize("share", ["-0.01", "100.01", "1E+9"])
    @pytest.mark.parametrize("make", [Funding, lambda share: Sector(code="43030", share=share)])
    def test_shares(self, make: Any, share: str) -> None:
        """From 0 to 100 per cent."""
        with pytest.raises(InvariantError) as caught:
            make(share=Decimal(share))

        assert f"share {share} is not between 0 and 100 per cent" == str(caught.value)

    @pytest.mark.parametrize("share", ["0", "100", "33.3", "0.00"])
    def test_the_ends_are_shares(self, share: str) -> None:
        """Nothing and all of it."""
        assert Decimal(share) == Objective(id="a", statement="", weight=Decimal(share)).weight

    @pytest.mark.parametrize("number", ["NaN", "sNaN", "Infinity"])
    @pytest.mark.parametrize(
        "make",
        [
            lambda n: BudgetLine(days=n),
            lambda n: InKind(quantity=n),
            lambda n: Contribution(partner="a", quantity=n),
            lambda n: Indicator(id="a", statement="", tolerance=n),
            lambda n: Funding(share=n),
        ],
    )
    def test_not_finite(self, make: Any, number: str) -> None:
        """What has no end or is no number is refused in so many words, and never raises an arithmetic error."""
        with pytest.raises(InvariantError, match=f" {number} is not a finite number"):
            make(Decimal(number))

    def test_out_of_proportion(self) -> None:
        """A number that would take for ever to write out."""
        with pytest.raises(InvariantError, match=r"days 1\.000E\+999 is out of all proportion"):
            BudgetLine(days=Decimal("1E+999"))

    def test_below_zero(self) -> None:
        """A tolerance is a distance."""
        with pytest.raises(InvariantError, match="tolerance -1 is below zero"):
            Indicator(id="a", statement="", tolerance=Decimal(-1))


class TestCodes:
    """Codes of complete lists."""

    def test_on_the_list(self) -> None:
        """Nothing happens."""
        assert check_code("SEK", "Currency", "currency") is None

    def test_off_the_list(self) -> None:
        """The nearest is named."""
        with pytest.raises(
            InvariantError, match=r"sector '43031x?' is not on the list Sector \(did you mean '4303[0-9]'\?\)"
        ):
            check_code("43031x", "Sector", "sector")

    def test_nothing_near(self) -> None:
        """Or none, if none is near."""
        with pytest.raises(InvariantError) as caught:
            check_code("\N{SNOWMAN}", "Sector", "sector")

        assert "sector '\N{SNOWMAN}' is not on the list Sector" == str(caught.value)


class TestUnique:
    """One id, one part."""

    def test_twice(self) -> None:
        """The second is at fault, and so is every further one, in every list: all are told at once."""
        sources = tuple(Source(id=id_) for id_ in ("a", None, "b", None, "a", "a"))
        units = tuple(OrganisationUnit(id=id_) for id_ in "bb")

        with pytest.raises(InvariantError, match="two sources have the id 'a'") as caught:
            check_unique(("sources", ("here",), sources), ("units", (), units))

        assert [
            ("two sources have the id 'a'", ("here", 4, "id")),
            ("two sources have the id 'a'", ("here", 5, "id")),
            ("two units have the id 'b'", (1, "id")),
        ] == [(str(fault), fault.path) for fault in (caught.value, *caught.value.also)]
        assert "duplicate-id" == caught.value.fault

    def test_nameless(self) -> None:
        """Any number of parts may go without, and two lists may share an id."""
        nameless = (Source(), Source(), Source(id="a"))

        assert check_unique(("sources", (), nameless), ("units", (), (OrganisationUnit(id="a"),))) is None


class TestInvariantError:
    """What a refused value raises."""

    def test_can_be_caught_without_us(self) -> None:
        """It is a ValueError, as embedders expect, and one of ours."""
        assert issubclass(InvariantError, ValueError)
        assert issubclass(InvariantError, CooperationError)

    def test_it_knows_the_field(self) -> None:
        """What one field refuses is told of that field."""
        for make in (lambda: Source(id=""), lambda: Source(id="a", language="EN")):
            with pytest.raises(InvariantError) as caught:
                make()

            assert caught.value.path in {("id",), ("language",)}

    def test_evolving_checks_again(self) -> None:
        """A change cannot make a value that a constructor refuses."""
        with pytest.raises(InvariantError, match="id '' is not an id"):
            attrs.evolve(Benefit(partner="a", statement=""), id="")
