"""The donors' profiles: what each states of itself, and what it finds in the ten projects that others do not."""

import importlib
from collections import Counter

import pendulum
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cooperation as co
from cooperation.model import PartialDate, Portfolio, Stage
from cooperation.model.answer import Answer
from cooperation.rules import PROFILES, RULES, LimitKind, Profile, check, page, profile_named
from cooperation.rules._dated import above
from cooperation.rules.profiles import _kinds_results as kinds

TODAY = pendulum.date(2020, 6, 15)
DONORS = ("eu", "eu-action-document", "dfid", "ukaid", "adb", "canada")
BY_PROFILE = {rule.code for rule in RULES if rule.by_profile}

# The rule that holds a document to a kind of limit, where everybody is not asked it anyway.
HELD_BY: dict[LimitKind, str | None] = {  # type: ignore[type-arg]  # kinds of every type
    kinds.MOST_OUTCOMES: None,
    kinds.MOST_OUTPUTS: None,
    kinds.MOST_RESULTS: "LOG009",
    kinds.IMPACT_INDICATOR: "IND002",
    kinds.OUTPUT_RATINGS: "RSK009",
}


def found(profile: str, stage: str = "proposal") -> Counter[tuple[str, str]]:
    """What a profile finds in the ten projects, counted by code and severity."""
    report = check(co.load_example("vaxjo"), profile=profile, stage=stage, today=TODAY)
    return Counter((finding.code, finding.severity.value) for finding in report.findings)


@pytest.mark.parametrize("name", DONORS)
def test_a_profile_states_what_it_rests_on(name: str) -> None:
    """It is the one literal of the module of its name, with sources that can be looked up and what was not verified."""
    module = importlib.import_module(f"cooperation.rules.profiles.{name.replace('-', '_')}")
    literals = [value for value in vars(module).values() if isinstance(value, Profile)]
    profile = profile_named(name)

    assert [profile] == literals
    assert profile.title
    assert profile.about.endswith(".")
    assert profile.unverified
    assert [] == [source for source in profile.sources if "https://" not in source and "http://" not in source]
    assert {limit.source for limit in profile.limits} <= set(profile.sources)


@pytest.mark.parametrize("name", DONORS)
def test_a_profile_asks_what_it_has_limits_for(name: str) -> None:
    """A limit that no rule holds a document to would be kept by nobody, and a rule without its limit asks nothing."""
    profile = PROFILES[name]
    needed = {HELD_BY[limit.kind] for limit in profile.limits} - {None}

    assert needed == set(profile.asks) & {code for code in HELD_BY.values() if code}
    assert set(profile.asks) <= BY_PROFILE
    assert not set(profile.leaves_out) & BY_PROFILE


@pytest.mark.parametrize("code", sorted({code for name in DONORS for code in PROFILES[name].asks}))
def test_what_a_donor_asks_has_an_address_or_is_our_own(code: str) -> None:
    """Whoever is told what a donor wants can read it there; what could not be read is not put into a donor's mouth."""
    source = page(code).source

    assert "http" in source or source.startswith("own, ")


@pytest.mark.parametrize("code", ["ANA004", "ANA011", "RSK010"])
def test_what_could_not_be_read_is_not_cited(code: str) -> None:
    """A text whose wording was not readable is no source."""
    source = page(code).source

    assert source.startswith("own, ")
    assert "could not be read" in source
    assert "http" not in source


@pytest.mark.parametrize(
    ("name", "stage", "expected"),
    [
        ("eu", "proposal", {("TGT015", "error"): 10, ("IND021", "info"): 10, ("IND002", "error"): 7}),
        ("eu-action-document", "proposal", {("TGT001", "info"): 2, ("TGT006", "info"): 2, ("TGT002", "warning"): 1}),
        ("eu-action-document", "progress", {("TGT006", "error"): 2, ("CON003", "error"): 10}),
        (
            "dfid",
            "proposal",
            {
                ("RSK009", "warning"): 15,
                ("TGT012", "warning"): 3,
                ("TGT015", "error"): 10,
                ("LOG001", "error"): 3,
                ("IND002", "error"): 7,
            },
        ),
        ("ukaid", "proposal", {("RSK009", "warning"): 15, ("TGT012", "warning"): 3, ("LOG001", "error"): 3}),
        ("adb", "proposal", {("IND002", "warning"): 3}),
        (
            "canada",
            "proposal",
            {("IND021", "warning"): 10, ("CAN002", "warning"): 7, ("IND002", "warning"): 7, ("CAN001", "warning"): 3},
        ),
        ("eu", "summary", {}),
        ("dfid", "summary", {}),
    ],
)
def test_the_ten_projects_as_a_donor_reads_them(name: str, stage: str, expected: dict[tuple[str, str], int]) -> None:
    """What a donor finds beyond the core, or finds heavier or lighter."""
    assert expected == found(name, stage) - found("core", stage)


@pytest.mark.parametrize(("name", "gone"), [("eu", {"LOG001", "IND001"}), ("adb", {"RSK001", "IND001", "ANA001"})])
def test_what_a_donor_does_not_share(name: str, gone: set[str]) -> None:
    """Several outcomes are no fault of a grant, the bank misses no assumptions, and of an impact another rule tells."""
    counts = {one: Counter[str]() for one in ("core", name)}
    for one, count in counts.items():
        for (code, _), many in found(one).items():
            count[code] += many

    assert gone == set(counts["core"] - counts[name])


@pytest.mark.parametrize("name", DONORS)
def test_an_impact_is_told_once(name: str) -> None:
    """Where a donor says what it wants of an impact, the general rule keeps silent about the same impact."""
    report = check(co.load_example("vaxjo"), profile=name, stage="proposal", today=TODAY)
    told = {
        code: {finding.path[:5] for finding in report.findings if finding.code == code} for code in ("IND001", "IND002")
    }

    assert set() == told["IND001"] & told["IND002"]
    assert bool(told["IND002"]) is ("IND002" in PROFILES[name].asks)


def test_the_example_is_what_a_donor_of_grants_wants() -> None:
    """The complete proposal leaves nothing to ask for, but for the currency, and for what one donor does not want."""
    proposal = co.load_example("proposal")
    codes = {name: [f.code for f in check(proposal, profile=name, today=TODAY).findings] for name in DONORS}

    odd = {"dfid": ["DFI001"], "adb": ["IND002", "ADB001"]}

    assert {name: odd.get(name, []) for name in DONORS} == codes


def test_the_guidance_of_2009_is_not_asked_of_earlier_proposals() -> None:
    """The ratings of outputs came with the revision of February 2009."""
    assert ("RSK009", "warning") in found("dfid@2009-02")
    assert ("RSK009", "warning") not in found("dfid@2009-01")
    assert PartialDate(2009, 2) == PROFILES["dfid"].since


def test_a_number_is_held_against_every_limit_that_may_hold() -> None:
    """It is above all, above none, or nobody can say."""
    assert [Answer.NO, Answer.UNKNOWN, Answer.UNKNOWN, Answer.YES] == [above(n, (8, 6)) for n in (6, 7, 8, 9)]
    assert [Answer.NO, Answer.YES] == [above(n, (6,)) for n in (6, 7)]


class TestEveryPortfolio:
    """DESIGN: review never raises, whatever profile is asked."""

    @settings(deadline=None)
    @given(st.from_type(Portfolio), st.sampled_from(DONORS), st.sampled_from([None, *Stage]))
    def test_no_rule_of_a_donor_stumbles(self, portfolio: Portfolio, name: str, stage: Stage | None) -> None:
        """No value of the declared types makes a rule stop, and every rule that is asked is counted."""
        report = check(portfolio, profile=name, stage=stage, today=TODAY)
        spoken = {f.code for f in report.findings} | {u.code for u in report.unknown}
        asked = {rule.code for rule in RULES if rule.code in PROFILES[name].asks and rule.is_asked_at(Stage.FINAL)}

        assert [] == [u for u in report.unknown if any("declared types" in m.what for m in u.missing)]
        if stage is Stage.FINAL:
            assert asked <= {*report.passed, *report.not_applicable, *spoken}
        assert not (spoken & BY_PROFILE) - asked
