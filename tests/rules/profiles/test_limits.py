"""The kinds of limits: what each answers, and how it is told."""

from decimal import Decimal

import pytest

from cooperation.errors import InvariantError
from cooperation.model import CostKind, Money, OrganisationKind, PartialDate, Phase, Side
from cooperation.rules.profiles._limits import (
    Applicants,
    Ceiling,
    Ceilings,
    Costs,
    DayOfYear,
    Listed,
    Range,
    Seats,
    Window,
    Windows,
    Zone,
)

NORTH = Zone("the north", Listed(frozenset({"NO", "SE"}), perhaps=frozenset({"DK"}), complete=True))
SOUTH = Zone("the south", Listed(frozenset({"IT"}), perhaps=frozenset({"DK"}), complete=True))


def kronor(amount: int) -> Money:
    """So many kronor."""
    return Money(amount=Decimal(amount), currency="SEK")


@pytest.mark.parametrize(
    ("listed", "answers"),
    [
        (Listed(frozenset({"a"}), complete=True), ["yes", "no", "no"]),
        (Listed(frozenset({"a"}), complete=False), ["yes", "unknown", "unknown"]),
        (Listed(frozenset({"a"}), perhaps=frozenset({"b"}), complete=True), ["yes", "unknown", "no"]),
    ],
)
def test_a_list_says_no_only_where_it_is_whole(listed: Listed[str], answers: list[str]) -> None:
    """What is not known to be on a list may be on the part that was not given."""
    assert answers == [listed.has(word).value for word in "abc"]


@pytest.mark.parametrize(
    ("low", "high", "answer"),
    [
        (3, 5, "yes"),
        (2, 2, "no"),
        (6, 6, "no"),
        (2, 3, "unknown"),
        (5, 6, "unknown"),
        (3, None, "unknown"),
        (6, None, "no"),
        (0, None, "unknown"),
    ],
)
def test_a_range_holds_a_number_that_is_known_between_bounds(low: int, high: int | None, answer: str) -> None:
    """Both ends belong to it; where the bounds reach over an end nobody can tell."""
    assert answer == Range(3, 5).holds(low, high).value


@pytest.mark.parametrize(
    ("range_", "answers"),
    [(Range(least=3), ["no", "yes", "unknown"]), (Range(most=3), ["yes", "yes", "unknown"]), (Range(), ["yes"] * 3)],
)
def test_a_range_may_be_open(range_: Range, answers: list[str]) -> None:
    """Then that side holds whatever comes."""
    bounds = [(2, 2), (3, 3), (2 if range_.least is not None else 3, None if range_.most is None else 4)]

    assert answers == [range_.holds(low, high).value for low, high in bounds]


@pytest.mark.parametrize(
    ("low", "high", "countries", "amounts"),
    [
        (2, 2, ["NO"], [1]),
        (2, 2, ["IT"], [2]),
        (3, 3, ["IT"], [4]),
        (2, 2, ["DK"], [1, 2]),
        (2, 2, [None], [1, 2]),
        (2, 2, ["NO", "IT"], [1, 2]),
        (2, None, ["NO"], [1, 3]),
        (4, 4, ["NO"], []),
        (2, 2, ["BR"], []),
        (2, 2, [], []),
    ],
)
def test_ceilings_that_may_hold(low: int, high: int | None, countries: list[str | None], amounts: list[int]) -> None:
    """By the number of parties and by where they are, as far as that is known."""
    rows = [
        Ceiling(amount=kronor(amount), parties=Range(parties, parties), zone=zone)
        for amount, (parties, zone) in enumerate([(2, NORTH), (2, SOUTH), (3, NORTH), (3, SOUTH)], start=1)
    ]
    found = Ceilings(tuple(rows), a_year=True).candidates(low, high, countries)

    assert amounts == [int(row.amount.amount) for row in found]


def test_who_owns_it_decides_for_what_is_owned() -> None:
    """A company may apply where its owner might; a municipality needs no owner."""
    applicants = Applicants(
        kinds=Listed(frozenset({OrganisationKind.LOCAL_GOVERNMENT}), complete=True),
        if_owned=frozenset({OrganisationKind.PUBLIC_COMPANY}),
    )
    asked = [
        (OrganisationKind.LOCAL_GOVERNMENT, None),
        (OrganisationKind.PUBLIC_COMPANY, OrganisationKind.LOCAL_GOVERNMENT),
        (OrganisationKind.PUBLIC_COMPANY, OrganisationKind.UNIVERSITY),
        (OrganisationKind.PUBLIC_COMPANY, None),
        (OrganisationKind.SCHOOL, OrganisationKind.LOCAL_GOVERNMENT),
        (None, OrganisationKind.LOCAL_GOVERNMENT),
    ]

    assert ["yes", "yes", "no", "unknown", "no", "unknown"] == [applicants.admits(*one).value for one in asked]


def test_a_window_closes_after_it_opens() -> None:
    """One over the turn of the year would be two."""
    with pytest.raises(InvariantError, match="window closes on 15 February before it opens on 1 March"):
        Window(DayOfYear(3, 1), DayOfYear(2, 15))


def test_a_date_as_long_as_a_window_or_longer() -> None:
    """Whoever names a month that is a window has said enough; a year is too vague."""
    march = Windows(spans=(Window(DayOfYear(3, 1), DayOfYear(3, 31)),))

    assert ["yes", "unknown", "no"] == [
        march.covers(date).value for date in (PartialDate(2024, 3), PartialDate(2024), PartialDate(2024, 4, 1))
    ]


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (Listed(frozenset({"KE", "BW"}), complete=True), "BW, KE"),
        (Listed(frozenset({"KE"}), complete=False), "KE; the rest of the list is not known"),
        (NORTH.countries, "NO, SE; perhaps DK"),
        (
            Ceilings((Ceiling(amount=kronor(5), parties=Range(most=2), zone=NORTH),), a_year=True),
            "a year: the north, at most 2 parties: 5 SEK",
        ),
        (
            Ceilings((Ceiling(amount=kronor(5), parties=Range(2, 2), of_which_work=kronor(3)),), a_year=False),
            "for the whole: 2 parties: 5 SEK, of which 3 SEK for work",
        ),
        (
            Applicants(
                kinds=Listed(frozenset({OrganisationKind.REGION}), complete=True),
                if_owned=frozenset({OrganisationKind.FOUNDATION}),
            ),
            "region; owned by one of them: foundation",
        ),
        (
            Seats(politicians=2, sides=frozenset(Side), civil_servants=2, coordinators=1),
            "2 politicians (majority and opposition) and 2 civil servants, 1 of them coordinator",
        ),
        (
            Costs(kinds=Listed(frozenset({CostKind.TRAVEL}), complete=True), by_day=frozenset({CostKind.EXPERT})),
            "travel; for working days only: expert",
        ),
        (
            Windows(spans=(Window(DayOfYear(3, 1), DayOfYear(3, 31)),), at_any_time=frozenset({Phase.INCEPTION})),
            "1 March to 31 March; at any time: inception",
        ),
    ],
)
def test_each_is_told_in_words(value: object, told: str) -> None:
    """As the page of a profile prints it."""
    assert told == str(value)
