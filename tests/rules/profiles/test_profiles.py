"""Every profile as data: its codes exist, its limits are typed, dated and sourced, and what is not verified is told."""

import itertools
import re
from typing import Any

import attrs
import pytest

from cooperation.model import PartialDate
from cooperation.rules import PROFILES, RULES, Limit, LimitKind, Profile

CODES = {rule.code: rule for rule in RULES}
LATER = frozenset({"TIM007"})
"""Rules of a profile that is yet to come: the one of the IATI standard has its own wing."""

profiles = pytest.mark.parametrize("profile", PROFILES.values(), ids=list(PROFILES))


def _overlap(one: Limit[Any], other: Limit[Any]) -> bool:
    begins = [limit.since.earliest for limit in (one, other) if limit.since is not None]
    ends = [limit.until.latest for limit in (one, other) if limit.until is not None]
    return not begins or not ends or max(begins) <= min(ends)


def _overlapping(profile: Profile) -> list[tuple[str, str, str]]:
    return [
        (one.kind.name, str(one.value), str(other.value))
        for one, other in itertools.combinations(profile.limits, 2)
        if one.kind is other.kind and _overlap(one, other)
    ]


@profiles
def test_its_codes_exist(profile: Profile) -> None:
    """A rule that was renamed would else be asked no longer, and nobody would see it."""
    assert [] == [code for code in profile.codes if code not in CODES]


@profiles
def test_it_adds_rules_of_profiles_and_leaves_out_rules_of_the_core(profile: Profile) -> None:
    """What is asked anyway need not be named, and what is not need not be left out; nothing is named twice."""
    assert [] == [code for code in profile.asks if not CODES[code].by_profile]
    assert [] == [code for code in profile.leaves_out if CODES[code].by_profile]
    assert len(profile.asks) == len(set(profile.asks))
    assert len(profile.leaves_out) == len(set(profile.leaves_out))


@profiles
def test_it_weighs_what_it_asks(profile: Profile) -> None:
    """A severity of a rule that it does not ask would be without effect."""
    asked = {code for code, rule in CODES.items() if not rule.by_profile} - set(profile.leaves_out) | set(profile.asks)

    assert set() == set(profile.severities) - asked


def test_every_rule_of_profiles_is_asked_by_one() -> None:
    """Else it could never find anything."""
    asked = {code for profile in PROFILES.values() for code in profile.asks}

    assert set() == {code for code, rule in CODES.items() if rule.by_profile} - asked - LATER


@profiles
def test_it_says_whose_it_is_and_where_it_was_read(profile: Profile) -> None:
    """A title, what it adds, its sources with addresses, and what could not be verified."""
    bare = [source for source in profile.sources if not re.search(r"https?://|SlideShare \d+|C\(20\d\d\)", source)]

    assert profile.title
    assert profile.about.endswith(".")
    assert profile.sources
    if profile.name != "core":
        assert [] == bare
        assert profile.unverified
    assert [] == [said for said in profile.unverified if not said.endswith(".")]


@profiles
def test_its_limits_are_typed_and_sourced(profile: Profile) -> None:
    """Each is of a kind that says what it limits, has its source with an address, and can be told in words."""
    faulty = [
        limit
        for limit in profile.limits
        if not (
            isinstance(limit.kind, LimitKind)
            and re.fullmatch(r"[a-z]+(-[a-z]+)*", limit.kind.name)
            and limit.kind.meaning.endswith(".")
            and re.search(r"https?://|SlideShare \d+|C\(20\d\d\)", limit.source)
            and (not limit.note or limit.note.endswith((".", ")")))
        )
    ]

    assert [] == faulty
    values = [limit.value for limit in profile.limits if attrs.has(type(limit.value))]
    assert [] == [value for value in values if type(value).__str__ is object.__str__]


@profiles
def test_a_kind_holds_values_of_one_type(profile: Profile) -> None:
    """So that a rule that asks for it knows what it gets."""
    types: dict[str, set[type]] = {}
    for limit in profile.limits:
        types.setdefault(limit.kind.name, set()).add(type(limit.value))

    assert {} == {name: held for name, held in types.items() if len(held) > 1}


def test_kinds_have_unlike_names() -> None:
    """A name means one thing in every profile."""
    kinds = {id(limit.kind): limit.kind.name for profile in PROFILES.values() for limit in profile.limits}

    assert len(kinds) == len(set(kinds.values()))


@profiles
def test_no_limit_ends_before_it_begins(profile: Profile) -> None:
    """Since is not after until."""
    assert [] == [
        limit
        for limit in profile.limits
        if limit.since is not None and limit.until is not None and limit.until.latest < limit.since.earliest
    ]


@profiles
def test_a_day_belongs_to_one_version(profile: Profile) -> None:
    """Limits of one kind do not overlap in time: what is known of a day is one answer."""
    assert [] == _overlapping(profile)


def test_overlaps_are_seen() -> None:
    """The test above finds what it looks for, and neighbours are none."""
    kind = LimitKind[int]("months", "How long.")

    def limit(since: PartialDate | None, until: PartialDate | None) -> Limit[int]:
        return Limit(kind=kind, value=1, source="own", since=since, until=until)

    first, second = limit(None, PartialDate(2020, 2, 25)), limit(PartialDate(2020, 2, 26), None)
    vague = limit(PartialDate(2020), None)
    always = limit(None, None)

    assert [] == _overlapping(Profile(name="a", title="A", limits=(first, second)))
    assert 1 == len(_overlapping(Profile(name="a", title="A", limits=(first, vague))))
    assert 2 == len(_overlapping(Profile(name="a", title="A", limits=(first, second, always)))[:2])


@profiles
def test_it_can_be_asked_of_any_day(profile: Profile) -> None:
    """Each limit holds on its own first and last day, and not on the days next to them."""
    odd = []
    for limit in profile.limits:
        if limit.since is not None:
            first = limit.since.earliest
            held = [limit.may_hold(PartialDate.of(day)) for day in (first.subtract(days=1), first)]
            odd += [limit] if held != [False, True] else []
        if limit.until is not None:
            last = limit.until.latest
            held = [limit.may_hold(PartialDate.of(day)) for day in (last, last.add(days=1))]
            odd += [limit] if held != [True, False] else []

    assert [] == odd
