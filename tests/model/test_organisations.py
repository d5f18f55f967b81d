"""Organisations with several names and a history."""

from typing import Any

import attrs
import pytest
from hypothesis import given, settings

from cooperation import codelists, testing
from cooperation.errors import InvariantError
from cooperation.model import (
    EventKind,
    Identifier,
    Length,
    NameKind,
    Organisation,
    OrganisationEvent,
    OrganisationKind,
    OrganisationName,
    PartialDate,
    Period,
    Text,
    Translated,
)

EARLY, LATE = PartialDate(2000), PartialDate(2016)


def event(kind: EventKind, date: PartialDate | None = None, **fields: Any) -> OrganisationEvent:
    """Something that happened."""
    return OrganisationEvent(kind=kind, date=date, **fields)


def called(
    text: str, start: PartialDate | None = None, end: PartialDate | None = None, **bounds: Any
) -> OrganisationName:
    """A name that held for a time."""
    return OrganisationName(text=text, valid=Period(start=start, end=end, **bounds))


class TestHistory:
    """When an organisation came to be and ceased to be."""

    @pytest.mark.parametrize(
        ("told", "founded", "ended"),
        [
            (event(EventKind.FOUNDATION, EARLY), EARLY, None),
            (event(EventKind.END, LATE), None, LATE),
            (event(EventKind.RENAME, LATE), None, None),
            (event(EventKind.FOUNDATION), None, None),
            (event(EventKind.MERGER, LATE), LATE, None),
            (event(EventKind.MERGER, LATE, predecessors=("a", "b")), LATE, None),
            (event(EventKind.MERGER, LATE, successors=("c",)), None, LATE),
            (event(EventKind.SPLIT, LATE, predecessors=("a",)), LATE, None),
            (event(EventKind.SPLIT, LATE, successors=("b", "c")), None, LATE),
        ],
    )
    def test_one_event(self, told: OrganisationEvent, founded: PartialDate | None, ended: PartialDate | None) -> None:
        """A merger or split is the beginning of what came out of it and the end of what went into it."""
        organisation = Organisation(id="o", events=(told,))

        assert (founded, ended) == (organisation.founded, organisation.ended)

    @pytest.mark.parametrize(
        ("events", "life"),
        [
            ((), None),
            ((event(EventKind.RENAME, LATE),), None),
            ((event(EventKind.FOUNDATION, EARLY),), Period(start=EARLY)),
            ((event(EventKind.END, LATE), event(EventKind.FOUNDATION, EARLY)), Period(start=EARLY, end=LATE)),
            ((event(EventKind.FOUNDATION), event(EventKind.FOUNDATION, EARLY)), Period(start=EARLY)),
        ],
    )
    def test_life(self, events: tuple[OrganisationEvent, ...], life: Period | None) -> None:
        """From foundation to end, in whatever order they are told; an event without a date says nothing of time."""
        assert life == Organisation(id="o", events=events).life

    def test_ended_before_it_was_founded(self) -> None:
        """Refused, and the message names both dates."""
        with pytest.raises(InvariantError) as caught:
            Organisation(id="o", events=(event(EventKind.FOUNDATION, LATE), event(EventKind.END, EARLY)))

        assert ("organisation 'o' ended 2000 before it was founded 2016", ("events",)) == (
            str(caught.value),
            caught.value.path,
        )

    @given(testing.organisations())
    @settings(deadline=None)
    def test_life_of_any(self, organisation: Organisation) -> None:
        """The life of an organisation can always be asked for."""
        assert (organisation.life is None) is (organisation.founded is None and organisation.ended is None)


class TestNames:
    """What it was called when."""

    TLOKWE = Organisation(
        id="t",
        name="Tlokwe",
        names=(
            called("Potchefstroom", end=PartialDate(2007, 1)),
            called("Tlokwe", start=PartialDate(2007, 2), end=PartialDate(2016, 8, 2)),
            OrganisationName(text="Tlokwe City Council", kind=NameKind.VARIANT),
        ),
    )

    @pytest.mark.parametrize(
        ("date", "name"),
        [
            (PartialDate(2005), "Potchefstroom"),
            (PartialDate(2007, 1, 31), "Potchefstroom"),
            (PartialDate(2007, 2), "Tlokwe"),
            (PartialDate(2010), "Tlokwe"),
            (PartialDate(2007), None),
            (PartialDate(2016), None),
            (PartialDate(2016, 8), None),
            (PartialDate(2020), None),
        ],
        ids=str,
    )
    def test_name_on(self, date: PartialDate, name: str | None) -> None:
        """The name then valid; none where the date is too vague, or where its present name is known not to hold."""
        assert name == self.TLOKWE.name_on(date)

    def test_name_on_a_day(self) -> None:
        """A day of the calendar does as well."""
        assert "Potchefstroom" == self.TLOKWE.name_on(PartialDate(2005, 5, 5).earliest)

    @pytest.mark.parametrize(
        ("names", "name"),
        [
            ((), "Now"),
            ((called("Then", end=EARLY),), "Now"),
            ((OrganisationName(text="Whenever"),), "Now"),
            ((called("Then", start=EARLY),), "Then"),
            ((called("Now", start=PartialDate(2012)),), None),
            ((called("Then", length=Length(years=2)),), None),
            ((called("Then", within=Period.of_years(2005, 2015)),), None),
            ((called("Then", start=PartialDate(2005), within=Period.of_years(2005, 2015)),), None),
            ((called("Then", start=PartialDate(2009), length=Length(years=2)),), "Then"),
            ((called("Then", start=PartialDate(2001), length=Length(years=2)),), "Now"),
            ((called("First", end=LATE), called("Second", start=EARLY)), "First"),
        ],
    )
    def test_name_in_2010(self, names: tuple[OrganisationName, ...], name: Text | None) -> None:
        """A name with one end open holds from there on; one whose time is only bounded leaves the answer open."""
        assert name == Organisation(id="o", name="Now", names=names).name_on(PartialDate(2010))

    def test_nobody_named_it(self) -> None:
        """An organisation without a name has none on any date."""
        assert Organisation(id="o").name_on(PartialDate(2010)) is None

    @pytest.mark.parametrize(
        ("name", "called"),
        [("växjö", True), ("VÄXJÖ KOMMUN", True), ("the city", True), ("Stad", False), ("vaxjo", False), ("", False)],
    )
    def test_is_called(self, name: str, *, called: bool) -> None:
        """Any of its names in any language and any letters; its id is no name."""
        town = Organisation(
            id="vaxjo",
            name=Translated((("sv", "Växjö"), ("en", "The City"))),
            names=(OrganisationName(text="Växjö kommun"),),
        )

        assert called is town.is_called(name)


class TestOrganisation:
    """The organisation itself."""

    def test_known_by_its_id_alone(self) -> None:
        """An unresolved organisation is bare, and any other fact makes it less so."""
        assert Organisation.unresolved("o").is_bare
        for fields in ({"name": ""}, {"kind": OrganisationKind.OTHER}, {"country": "SE"}, {"note": "?"}):
            assert not Organisation(id="o", **fields).is_bare  # type: ignore[arg-type]

    @pytest.mark.parametrize("country", ["Sweden", "se", "S", "SEK", "S1", ""])
    def test_no_country_code(self, country: str) -> None:
        """Two capital letters; whether there is such a country is for a rule to ask."""
        with pytest.raises(InvariantError) as caught:
            Organisation(id="o", country=country)

        assert f"country {country!r} is not a country's code: two capital letters, such as SE" == str(caught.value)

    def test_every_kind_has_an_iati_type(self) -> None:
        """Every kind maps to a code that is on the list OrganisationType, and most to one of their own."""
        codes = {kind: kind.iati_type for kind in OrganisationKind}

        assert set(codes.values()) <= set(codelists.codelist("OrganisationType"))
        assert {OrganisationKind.EXPERT, OrganisationKind.OTHER} == {
            kind for kind, code in codes.items() if code == "90"
        }

    def test_an_identifier_as_text(self) -> None:
        """As IATI writes it."""
        assert "SE-ON-212000-0662" == str(Identifier("SE-ON", "212000-0662"))

    def test_its_repr_is_short(self) -> None:
        """The bulky lists stay out of it."""
        assert "events" not in repr(attrs.evolve(TestNames.TLOKWE, events=(event(EventKind.END),)))
