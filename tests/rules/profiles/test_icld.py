"""The profile of the Swedish municipal partnership programme: dated lists, ceilings, and limits that may hold."""

from decimal import Decimal

import pendulum
import pytest

import cooperation
from cooperation.diagnostics import Report, Severity
from cooperation.model import (
    Budget,
    BudgetLine,
    CostKind,
    Money,
    Organisation,
    OrganisationKind,
    PartialDate,
    Participation,
    Period,
    Plan,
    Project,
)
from cooperation.rules import PROFILES, check
from cooperation.rules.profiles._limits import (
    APPLICANTS,
    COSTS,
    COUNTRIES,
    PROJECT_CEILINGS,
    WINDOWS,
    Ceiling,
    Ceilings,
    Costs,
    Listed,
    Range,
    Zone,
)
from cooperation.rules.profiles._profile import Limit, Profile

ICLD = PROFILES["icld"]
TODAY = pendulum.date(2026, 11, 24)
OLDER = PartialDate(2018, 12, 31)
AUTUMN_2019, UNTIL_2022 = PartialDate(2019, 1, 1), PartialDate(2022, 12, 31)
PRESENT = PartialDate(2023, 1, 1)

VAXJO = Organisation(id="vaxjo", name="Växjö", kind=OrganisationKind.LOCAL_GOVERNMENT, country="SE")


def abroad(country: str | None) -> Organisation:
    """A municipality in a country."""
    return Organisation(id="there", name="There", kind=OrganisationKind.LOCAL_GOVERNMENT, country=country)


def project(country: str | None = "ZA", *, period: Period | None = None, plan: Plan | None = None) -> Project:
    """A project of Växjö with a municipality in a country."""
    partners = (Participation(organisation=VAXJO), Participation(organisation=abroad(country)))
    return Project(id="p", title="P", period=period, plan=plan or Plan(), partners=partners)


def outcome(report: Report, code: str) -> str:
    """What became of a rule."""
    if any(finding.code == code for finding in report.findings):
        return "fail"
    if any(unjudged.code == code for unjudged in report.unknown):
        return "unknown"
    return "pass" if code in report.passed else "skip"


class TestCountries:
    """The three lists of countries."""

    @pytest.mark.parametrize(
        ("country", "answers"),
        [
            ("BY", ["yes", "no", "no", "no"]),
            ("IN", ["yes", "no", "no", "no"]),
            ("VN", ["unknown", "yes", "yes", "no"]),
            ("GE", ["unknown", "yes", "yes", "no"]),
            ("ZA", ["unknown", "yes", "yes", "yes"]),
            ("XK", ["unknown", "yes", "yes", "yes"]),
            ("CO", ["unknown", "no", "no", "yes"]),
            ("ZW", ["unknown", "no", "no", "yes"]),
            ("NO", ["unknown", "no", "no", "no"]),
        ],
    )
    def test_each_list_answers_on_the_days_around_its_edges(self, country: str, answers: list[str]) -> None:
        """The last day of a list is its own, and the next is the next one's."""
        lists = [ICLD.limits_on(COUNTRIES, day) for day in (OLDER, AUTUMN_2019, UNTIL_2022, PRESENT)]

        assert answers == [countries.has(country).value for (countries,) in lists]

    def test_the_lists_are_as_long_as_the_sources_say(self) -> None:
        """Nineteen in 2019 and thirteen today; of the older list only what is given is held."""
        known = [limit.value for limit in ICLD.of_kind(COUNTRIES)]

        assert [(2, False), (19, True), (13, True)] == [(len(one.known), one.complete) for one in known]

    def test_the_project_in_vietnam_is_eligible_in_its_year_and_not_today(self) -> None:
        """A date chooses the version: that of the project, else the one that is asked for."""
        vietnam = cooperation.load_example("vaxjo")["blue-vietnam"]
        asked = [check(vietnam, profile=name, select=["ICL002"], today=TODAY) for name in ("icld", "icld@2026")]

        assert ["pass", "fail"] == [outcome(report, "ICL002") for report in asked]

    def test_the_same_project_that_starts_in_2026_is_not_eligible(self) -> None:
        """Nor is it as of another day in the present list's time."""
        report = check(project("VN", period=Period.of_years(2026, 2028)), profile="icld", today=TODAY)

        assert "fail" == outcome(report, "ICL002")

    @pytest.mark.parametrize(
        ("country", "expected"), [("NO", "unknown"), ("BY", "unknown"), ("VN", "unknown"), ("ZA", "unknown")]
    )
    def test_of_an_unknown_date_the_lists_must_agree(self, country: str, expected: str) -> None:
        """They never do, since of the older one most is not known; and what is missing is told."""
        report = check(project(country), profile="icld", select=["ICL002"], today=TODAY)
        (unjudged,) = report.unknown

        assert expected == outcome(report, "ICL002")
        assert ("plan", "submitted") == unjudged.missing[-1].path
        assert "when the proposal was submitted" == unjudged.missing[-1].what

    @pytest.mark.parametrize(
        ("listed", "expected"),
        [(("NO",), "pass"), (("DK",), "fail"), (("NO", "DK"), "unknown"), (("DK", "FI"), "fail")],
    )
    def test_candidates_that_agree_judge(self, listed: tuple[str, ...], expected: str) -> None:
        """One list or several: where all say the same, the date does not matter."""
        limits = [
            Limit(
                kind=COUNTRIES,
                value=Listed(frozenset({one}), complete=True),
                source="own",
                since=PartialDate(2000 + i),
                until=PartialDate(2000 + i),
            )
            for i, one in enumerate(listed)
        ]
        home = [limit for limit in ICLD.limits if limit.kind.name == "home-country"]
        donor = Profile(name="donor", title="D", asks=("ICL002",), limits=(*home, *limits))

        assert expected == outcome(check(project("NO"), profile=donor, today=TODAY), "ICL002")


class TestApplicants:
    """Who may apply, by the text of its time."""

    @pytest.mark.parametrize(
        ("day", "answers"),
        [
            (PartialDate(2014, 12, 31), []),
            (PartialDate(2015, 1, 1), ["yes"]),
            (PartialDate(2020, 2, 25), ["yes"]),
            (PartialDate(2020, 2, 26), ["no"]),
            (PartialDate(2020, 2), ["yes", "no"]),
            (None, ["yes", "no"]),
        ],
    )
    def test_a_municipal_company_might_apply_while_the_text_of_2015_held(
        self, day: PartialDate | None, answers: list[str]
    ) -> None:
        """It adds wholly owned companies and foundations, which the guidelines of 2020 do not name."""
        texts = ICLD.limits_on(APPLICANTS, day)
        admitted = [text.admits(OrganisationKind.PUBLIC_COMPANY, OrganisationKind.LOCAL_GOVERNMENT) for text in texts]

        assert answers == [answer.value for answer in admitted]


class TestCeilings:
    """What the programme pays."""

    @pytest.mark.parametrize(
        ("country", "parties", "ceiling"),
        [("XK", 2, 450_000), ("ZA", 2, 500_000), ("XK", 3, 600_000), ("VN", 3, 650_000)],
    )
    def test_a_year_at_the_ceiling_passes_and_one_krona_more_does_not(
        self, country: str, parties: int, ceiling: int
    ) -> None:
        """The ceiling itself is still paid."""
        found = []
        for amount in (ceiling, ceiling + 1):
            line = BudgetLine(year=PartialDate(2019), amount=Money(amount=Decimal(amount), currency="SEK"))
            whole = project(country, plan=Plan(budget=Budget(lines=(line,))))
            third = Organisation(id="third", country=country)
            partners = (*whole.partners, Participation(organisation=third))[:parties]
            asked = Project(id="p", title="P", plan=whole.plan, partners=partners)
            found.append(outcome(check(asked, profile="icld", select=["ICL007"], today=TODAY), "ICL007"))

        assert ["pass", "fail"] == found

    @pytest.mark.parametrize(
        ("amount", "expected"),
        [(100, "pass"), (101, "unknown"), (200, "unknown"), (201, "fail")],
    )
    def test_ceilings_of_unlike_years_judge_where_they_agree(self, amount: int, expected: str) -> None:
        """Of an unknown date both may hold: under both it passes, over both it fails, between them nobody can tell."""
        zone = Zone("everywhere", Listed(frozenset({"ZA"}), complete=True))
        limits = [
            Limit(
                kind=PROJECT_CEILINGS,
                value=Ceilings(
                    (Ceiling(amount=Money(amount=Decimal(most), currency="SEK"), parties=Range(), zone=zone),),
                    a_year=True,
                ),
                source="own",
                since=PartialDate(year),
                until=PartialDate(year),
            )
            for year, most in ((2001, 100), (2002, 200))
        ]
        donor = Profile(name="donor", title="D", asks=("ICL007",), limits=tuple(limits))
        line = BudgetLine(year=PartialDate(2001), amount=Money(amount=Decimal(amount), currency="SEK"))
        report = check(project(plan=Plan(budget=Budget(lines=(line,)))), profile=donor, today=TODAY)
        missing = [one.path for unjudged in report.unknown if unjudged.code == "ICL007" for one in unjudged.missing]

        assert expected == outcome(report, "ICL007")
        assert (("plan", "submitted") in missing) is (expected == "unknown")


class TestCosts:
    """What the programme pays for."""

    def test_a_cost_off_a_whole_list_is_a_fault(self) -> None:
        """The programme's own list is not known whole, so that there it can only be asked about."""
        costs = Costs(kinds=Listed(frozenset({CostKind.TRAVEL}), complete=True), by_day=frozenset())
        donor = Profile(
            name="donor", title="D", asks=("ICL009",), limits=(Limit(kind=COSTS, value=costs, source="own"),)
        )
        lines = (BudgetLine(kind=CostKind.TRAVEL), BudgetLine(kind=CostKind.WORKING_TIME))
        asked = project(plan=Plan(budget=Budget(lines=lines)))
        told = [f for f in check(asked, profile=donor, today=TODAY).findings if f.code == "ICL009"]

        assert ["the programme does not pay for working time"] == [finding.message for finding in told]
        assert [("plan", "budget", "lines", 1, "kind")] == [finding.path for finding in told]


class TestWindows:
    """When one may apply."""

    @pytest.mark.parametrize(
        ("day", "answer"),
        [
            (PartialDate(2022, 2, 14), "no"),
            (PartialDate(2022, 2, 15), "yes"),
            (PartialDate(2022, 3, 15), "yes"),
            (PartialDate(2022, 3, 16), "no"),
            (PartialDate(2022, 9, 14), "no"),
            (PartialDate(2022, 9, 15), "yes"),
            (PartialDate(2022, 10, 15), "yes"),
            (PartialDate(2022, 10, 16), "no"),
            (PartialDate(2022, 10), "unknown"),
            (PartialDate(2022), "unknown"),
            (PartialDate(2022, 7), "no"),
        ],
    )
    def test_windows_open_and_close_on_their_days(self, day: PartialDate, answer: str) -> None:
        """Both days belong to them."""
        (windows,) = ICLD.limits_on(WINDOWS, day)

        assert answer == windows.covers(day).value

    def test_before_2022_no_window_is_known(self) -> None:
        """What held then was not found, so nothing is held against anybody."""
        assert () == ICLD.limits_on(WINDOWS, PartialDate(2021, 12, 31))


def test_that_a_partner_gains_nothing_is_an_error_here() -> None:
    """The programme is for gains on both sides; elsewhere it is a warning."""
    found = {
        name: [f.severity for f in check(project(), profile=name, today=TODAY).findings if f.code == "WIN001"]
        for name in ("core", "icld")
    }

    assert {"core": [Severity.WARNING] * 2, "icld": [Severity.ERROR] * 2} == found


def test_of_the_ten_real_projects_none_contradicts_the_limits_of_its_time() -> None:
    """As summaries, asked by the limits that held when each began."""
    report = check(cooperation.load_example("vaxjo"), profile="icld", stage="summary", today=TODAY)

    assert () == report.findings
