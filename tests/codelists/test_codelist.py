"""What a codelist answers: by code, by name, and about what it does not hold."""

import copy
import datetime as dt
import pickle

import pytest
from attrs.exceptions import FrozenInstanceError

from cooperation import codelists
from cooperation.codelists import Code, Codelist
from cooperation.errors import UnknownCodeError


def make_list(*codes: Code, complete: bool = True) -> Codelist:
    """A small list of its own, so that a test does not hang on IATI's words."""
    return Codelist(
        name="Fruit",
        title="Fruit",
        complete=complete,
        embedded=False,
        maintenance="Core",
        source="https://example.org",
        commit="0000000",
        release="1",
        licence="CC0",
        attribution="Nobody",
        codes=codes,
    )


class TestLookup:
    """By code."""

    def test_every_way_finds_the_same_entry(self) -> None:
        """Indexing, get and iteration agree on what stands under a code."""
        country = codelists.country

        assert "Viet Nam" == country["VN"].name
        assert country["VN"] is country.get("VN")
        assert "VN" in country
        assert [code.code for code in country.codes] == list(country)
        assert len(country.codes) == len(country)

    def test_a_code_that_is_not_there(self) -> None:
        """An unknown code is neither in the list nor got from it, and indexing says so with the code and the list."""
        assert "Viet Nam" not in codelists.country
        assert None not in codelists.country
        assert None is codelists.country.get("XX")

        with pytest.raises(UnknownCodeError) as caught:
            codelists.country["XX"]

        assert ("XX", "Country") == (caught.value.code, caught.value.codelist)

    def test_unknown_code_is_a_key_error(self) -> None:
        """Who embeds the package catches what a mapping raises."""
        with pytest.raises(KeyError):
            codelists.country["XX"]

    @pytest.mark.parametrize(
        ("listed", "written", "nearest"),
        [
            ("Country", "se", "SE"),
            ("Country", "Vietnam", "VN"),
            ("Sector", "1403", "14030"),
            ("Language", "ENG", "en"),
            ("OrganisationType", "local government", "11"),
        ],
    )
    def test_nearest_codes(self, listed: str, written: str, nearest: str) -> None:
        """A slip in case or length, or a name in the code's place, is answered with the code that was meant."""
        with pytest.raises(UnknownCodeError) as caught:
            codelists.codelist(listed)[written]

        assert nearest == caught.value.nearest[0]

    def test_short_code_suggests_no_name(self) -> None:
        """UK is no code, but that does not make it Ukraine."""
        with pytest.raises(UnknownCodeError) as caught:
            codelists.country["UK"]

        assert () == caught.value.nearest

    def test_equally_near_codes_keep_the_order_of_the_list(self) -> None:
        """The suggestion does not depend on how a sort breaks ties."""
        fruit = make_list(*(Code(code=code, name="") for code in ("7.1", "7.2", "7.a")))

        with pytest.raises(UnknownCodeError) as caught:
            fruit["7.9"]

        assert ("7.1", "7.2", "7.a") == caught.value.nearest

    def test_codes_stay_text(self) -> None:
        """A leading or trailing zero is part of a code."""
        assert "16.10" in codelists.unsdg_targets
        assert codelists.unsdg_targets["16.10"] != codelists.unsdg_targets["16.1"]
        assert "010" not in codelists.organisation_type

    def test_kosovo(self) -> None:
        """XK is on the list of countries, though not in ISO 3166."""
        assert "Kosovo" == codelists.country["XK"].name

    def test_french_name_and_category(self) -> None:
        """A code carries its French name and its group, where IATI gives them, and None where not."""
        education = codelists.sector["11110"]

        assert "Politique de l'éducation et gestion administrative" == education.name_fr
        assert "111" == education.category
        assert education.category in codelists.sector_category
        assert (None, None) == (codelists.country["SE"].name_fr, codelists.country["SE"].category)


class TestWithdrawn:
    """Codes that must not be used any more."""

    def test_is_known_as_withdrawn_and_still_found(self) -> None:
        """A withdrawn code is on the list with its date, is found by name, and is not active."""
        latvian = codelists.currency["LVL"]

        assert latvian.withdrawn
        assert "withdrawn" == latvian.status
        assert dt.date(2018, 8, 8) == latvian.withdrawal_date
        assert codelists.currency.knows("LVL")
        assert latvian in codelists.currency.search("latvian")
        assert latvian not in codelists.currency.active
        assert codelists.currency["EUR"] in codelists.currency.active

    def test_without_a_date(self) -> None:
        """IATI's status is enough: the Netherlands Antilles were withdrawn on a day nobody wrote down."""
        antilles = codelists.country["AN"]

        assert antilles.withdrawn
        assert None is antilles.withdrawal_date

    def test_by_its_date_alone(self) -> None:
        """So is a date of withdrawal, on the one code that IATI calls active after it."""
        energy_for_all = codelists.crs_channel_code["21508"]

        assert ("active", dt.date(2022, 12, 31)) == (energy_for_all.status, energy_for_all.withdrawal_date)
        assert energy_for_all.withdrawn

    def test_an_active_code_is_not(self) -> None:
        """A date of activation withdraws nothing."""
        support = codelists.aid_type["A01"]

        assert dt.date(2010, 1, 1) == support.activation_date
        assert not support.withdrawn


class TestKnows:
    """Yes, no, and a question."""

    def test_complete_list(self) -> None:
        """Off a complete list a code does not exist."""
        assert codelists.sector.complete
        assert True is codelists.sector.knows("11110")
        assert False is codelists.sector.knows("11111")

    def test_incomplete_list(self) -> None:
        """Off an incomplete list nobody can tell."""
        assert not codelists.country.complete
        assert True is codelists.country.knows("SE")
        assert None is codelists.country.knows("XX")

    def test_which_lists_are_incomplete(self) -> None:
        """The lists that IATI calls incomplete, and no other."""
        expected = {
            "Country",
            "HumanitarianScopeType",
            "HumanitarianScopeVocabulary",
            "IndicatorVocabulary",
            "Language",
            "OrganisationRegistrationAgency",
        }

        assert expected == {name for name in codelists.names() if not codelists.codelist(name).complete}


class TestSearch:
    """By name."""

    @pytest.mark.parametrize(
        ("listed", "text", "first"),
        [
            ("Country", "viet", "VN"),
            ("Country", "Vietnam", "VN"),
            ("Country", "VIET NAM", "VN"),
            ("Country", "aland", "AX"),
            ("Country", "cote divoire", "CI"),
            ("Country", "Côte d\N{RIGHT SINGLE QUOTATION MARK}Ivoire", "CI"),
            ("PolicyMarker", "egalite", "1"),
            ("OrganisationRole", "FINANCEMENT", "1"),
            ("DisbursementChannel", "mise en oeuvre", "2"),
            ("Sector", "sanitation drinking", "14030"),
            ("Sector", "education et gestion administrative", "11110"),
        ],
    )
    def test_finds(self, listed: str, text: str, first: str) -> None:
        """Case, accents, apostrophes, ligatures, spaces, order of words and the language do not stand in the way."""
        found = codelists.codelist(listed).search(text)

        assert first == found[0].code

    def test_best_first(self) -> None:
        """The name itself, its beginning, a word of it, its words in another order, then any part of it."""
        names = ("Pineapple", "Apple green", "Pie of green apple", "Green apple", "Apple", "Pear")
        fruit = make_list(*(Code(code=name, name=name) for name in names))

        assert ["Apple", "Apple green", "Pie of green apple", "Green apple", "Pineapple"] == [
            code.code for code in fruit.search("apple")
        ]
        assert ["Apple green", "Pie of green apple", "Green apple"] == [
            code.code for code in fruit.search("apple green")
        ]
        assert ["Green apple", "Pie of green apple", "Apple green"] == [
            code.code for code in fruit.search("green apple")
        ]

    def test_best_of_both_languages(self) -> None:
        """A code counts by the name that answers better, and comes once."""
        fruit = make_list(
            Code(code="1", name="Crab apple", name_fr="Pommier sauvage"),
            Code(code="2", name="Pommeraie"),
            Code(code="3", name="Fruit of the pomme tree", name_fr="Pomme"),
        )

        assert ["1"] == [code.code for code in fruit.search("apple")]
        assert ["3", "2"] == [code.code for code in fruit.search("pomme")]
        assert ["1"] == [code.code for code in fruit.search("pommier")]

    def test_withdrawn_last_among_equals(self) -> None:
        """Of two that answer equally well the one that may be used comes first."""
        fruit = make_list(
            Code(code="1", name="Apple, old", status="withdrawn"),
            Code(code="2", name="Apple, new"),
            Code(code="3", name="Apple", status="withdrawn"),
        )

        assert ["3", "2", "1"] == [code.code for code in fruit.search("apple")]

    @pytest.mark.parametrize("text", ["", "  ", "-", "zzzz"])
    def test_finds_nothing(self, text: str) -> None:
        """No text, or one that no name holds, finds nothing rather than everything."""
        assert () == codelists.country.search(text)

    def test_codes_without_a_name(self) -> None:
        """The list of versions has no names, and a search in it no results."""
        assert () == codelists.version.search("2")


class TestReadOnly:
    """Nobody changes a list for everybody else."""

    def test_attributes(self) -> None:
        """No field of a list or a code can be set."""
        with pytest.raises(FrozenInstanceError):
            codelists.country.complete = True  # type: ignore[misc]
        with pytest.raises(FrozenInstanceError):
            codelists.country["SE"].name = "Sverige"  # type: ignore[misc]
        with pytest.raises(FrozenInstanceError):
            del codelists.country.codes

    def test_items(self) -> None:
        """No code can be set or deleted."""
        with pytest.raises(TypeError):
            codelists.country["SE"] = codelists.country["NO"]  # type: ignore[index]
        with pytest.raises(TypeError):
            del codelists.country["SE"]  # type: ignore[attr-defined]

    def test_codes_are_a_tuple(self) -> None:
        """What holds the codes cannot grow, whichever way one comes to it."""
        assert tuple is type(codelists.country.codes)
        assert tuple is type(codelists.country.active)
        assert tuple is type(codelists.country.search("viet"))


class TestValue:
    """A list is a value like any other of the package."""

    def test_equality_hash_and_copies(self) -> None:
        """Equal by value, usable as a key, and whole after a pickle or a copy, used before or not."""
        country = codelists.country

        for twin in (pickle.loads(pickle.dumps(country)), copy.deepcopy(country)):
            assert country == twin
            assert hash(country) == hash(twin)
            assert "Kosovo" == twin["XK"].name
            assert "VN" == twin.search("viet")[0].code

    def test_repr_is_short(self) -> None:
        """A list in a notebook does not print its codes."""
        assert "Codelist(name='Sector', title='DAC 5 Digit Sector', complete=True, release='2.03')" == repr(
            codelists.sector
        )
