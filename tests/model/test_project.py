"""Projects: what can be asked of one."""

from decimal import Decimal
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from cooperation import testing
from cooperation.errors import InvariantError
from cooperation.model import (
    Activity,
    ActivityKind,
    Answer,
    Budget,
    BudgetLine,
    Count,
    Counted,
    CountedAgainst,
    CountPart,
    ExchangeRate,
    Framing,
    Indicator,
    Length,
    Logframe,
    Objective,
    Organisation,
    OrganisationKind,
    PartialDate,
    Participation,
    Period,
    Pilot,
    PilotStage,
    Plan,
    Problem,
    Project,
    Quantifier,
    Report,
    Scope,
    Series,
    Source,
    StageKind,
    StageStatus,
    StatedCount,
    TargetGroup,
    Theme,
    Translated,
)

calm = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def project(**fields: Any) -> Project:
    """A project with these fields."""
    return Project(**{"id": "p", "title": "P", **fields})


class TestInvariants:
    """One id, one part."""

    @pytest.mark.parametrize(
        ("fields", "kind", "path"),
        [
            ({"sources": (Source(id="a"), Source(), Source(), Source(id="a"))}, "sources", ("sources", 3, "id")),
            (
                {"stated_counts": tuple(StatedCount(id="a", count=Count(number=1), of=Counted.YEARS) for _ in "ab")},
                "stated counts",
                ("stated_counts", 1, "id"),
            ),
            (
                {"framing": Framing(problems=tuple(Problem(id="a", statement="") for _ in "ab"))},
                "problems",
                ("framing", "problems", 1, "id"),
            ),
            (
                {"framing": Framing(themes=tuple(Theme(id="a", statement="") for _ in "ab"))},
                "themes",
                ("framing", "themes", 1, "id"),
            ),
            (
                {"framing": Framing(target_groups=tuple(TargetGroup(id="a") for _ in "ab"))},
                "target groups",
                ("framing", "target_groups", 1, "id"),
            ),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_two_with_one_id(self, fields: dict[str, Any], kind: str, path: tuple[str | int, ...]) -> None:
        """The message names the kind, and the path the second of them."""
        with pytest.raises(InvariantError) as caught:
            project(**fields)

        assert (f"two {kind} have the id 'a'", path) == (str(caught.value), caught.value.path)

    @pytest.mark.parametrize(
        ("make", "message", "path"),
        [
            (
                lambda: Plan(activities=tuple(Activity(id="a", title="") for _ in "ab")),
                "two activities have the id 'a'",
                ("activities", 1, "id"),
            ),
            (
                lambda: Plan(pilots=tuple(Pilot(id="a", title="") for _ in "ab")),
                "two pilots have the id 'a'",
                ("pilots", 1, "id"),
            ),
            (
                lambda: Budget(lines=(BudgetLine(), BudgetLine(id="a"), BudgetLine(), BudgetLine(id="a"))),
                "two budget lines have the id 'a'",
                ("lines", 3, "id"),
            ),
            (lambda: Activity(id="a", title="", after=("b", "a")), "activity 'a' must come after itself", ()),
            (lambda: Series(number=0), "number 0 of a series is below 1", ()),
            (lambda: Series(number=4, length=3), "number 4 of a series of 3", ()),
            (lambda: Series(length=-1), "length -1 is below zero", ("length",)),
        ],
    )
    def test_in_the_rooms(self, make: Any, message: str, path: tuple[str | int, ...]) -> None:
        """And so in the plan, the budget and the series."""
        with pytest.raises(InvariantError) as caught:
            make()

        assert (message, path) == (str(caught.value), caught.value.path)

    @pytest.mark.parametrize("number", [1, 2, 3])
    def test_places_in_a_series(self, number: int) -> None:
        """From the first to the last of them."""
        assert number == Series(number=number, length=3).number

    @pytest.mark.parametrize(
        ("fields", "message"),
        [
            ({"rate": Decimal(0)}, "rate 0 is not above zero"),
            ({"rate": Decimal(-1)}, "rate -1 is not above zero"),
            ({"rate": Decimal("NaN")}, "rate NaN is not a finite number"),
            ({"rate": Decimal("Infinity")}, "rate Infinity is not a finite number"),
            ({"currency": "KRONA"}, "currency 'KRONA' is not on the list Currency"),
            ({"in_currency": "KRONA"}, "in_currency 'KRONA' is not on the list Currency"),
        ],
    )
    def test_rates(self, fields: dict[str, Any], message: str) -> None:
        """A rate is a positive number between two currencies that exist."""
        told = {"currency": "SEK", "in_currency": "ZAR", "rate": Decimal(1), "date": PartialDate(2020)}
        with pytest.raises(InvariantError) as caught:
            ExchangeRate(**(told | fields))

        assert str(caught.value).startswith(message)


class TestPartners:
    """Who takes part."""

    PARTNERS = project(
        partners=(
            Participation(organisation=Organisation(id="b")),
            Participation(kind=OrganisationKind.SCHOOL),
            Participation(organisation=Organisation(id="a", kind=OrganisationKind.POLICE)),
        ),
        involved=(Participation(organisation=Organisation(id="b")), Participation(organisation=Organisation(id="c"))),
    )

    def test_organisations(self) -> None:
        """Each once, core partners first; those that nobody named are not among them."""
        assert ["b", "a", "c"] == [organisation.id for organisation in self.PARTNERS.organisations]

    def test_core_partners(self) -> None:
        """Only those are partners."""
        assert ("b", "a") == self.PARTNERS.partner_ids
        assert (self.PARTNERS.partners[2], None) == (self.PARTNERS.partner("a"), self.PARTNERS.partner("c"))

    def test_of_kind(self) -> None:
        """The kind that is stated here, else the organisation's own, else none."""
        kinds = [participation.of_kind for participation in self.PARTNERS.partners]
        stated = attrs.evolve(self.PARTNERS.partners[2], kind=OrganisationKind.SCHOOL)

        assert [None, OrganisationKind.SCHOOL, OrganisationKind.POLICE] == kinds
        assert OrganisationKind.SCHOOL is stated.of_kind
        assert Participation().of_kind is None


class TestQuestions:
    """What it is called and when it runs."""

    @pytest.mark.parametrize(
        ("name", "called"),
        [("ENERGY-plan", True), ("Energiplan", True), ("energy PLAN", True), ("the plan", True), ("plan", False)],
    )
    def test_is_called(self, name: str, *, called: bool) -> None:
        """Its id, its title in any language, or an alias, in any letters."""
        title = Translated((("sv", "energiplan"), ("en", "Energy plan")))

        assert called is project(id="energy-plan", title=title, aliases=("The Plan",)).is_called(name)

    @pytest.mark.parametrize(
        ("period", "answer"),
        [
            (None, Answer.UNKNOWN),
            (Period(length=Length(years=2)), Answer.UNKNOWN),
            (Period.of_years(2019, 2020), Answer.YES),
            (Period.of_years(2020), Answer.NO),
        ],
    )
    def test_runs_in(self, period: Period | None, answer: Answer) -> None:
        """A project without a period may have run in any year."""
        assert answer is project(period=period).runs_in(2019)

    @pytest.mark.parametrize(
        ("status", "has"),
        [(None, True), (StageStatus.PLANNED, True), (StageStatus.DONE, True), (StageStatus.FAILED, False)],
    )
    def test_stages_of_a_pilot(self, status: StageStatus | None, *, has: bool) -> None:
        """A stage that failed is none it has."""
        pilot = Pilot(id="a", title="", stages=(PilotStage(kind=StageKind.TESTED, status=status),))

        assert (has, False) == (pilot.has_stage(StageKind.TESTED), pilot.has_stage(StageKind.ADOPTED))

    def test_work_that_runs_the_project(self) -> None:
        """Management, steering, reporting and evaluation need no output."""
        names = {kind.value for kind in ActivityKind if kind.runs_the_project}

        assert {"management", "steering", "reporting", "evaluation"} == names


def stated(of: Counted, number: int | None = 2, **fields: Any) -> StatedCount:
    """A count that the text states."""
    return StatedCount(of=of, count=fields.pop("count", None) or Count(number=number), **fields)


def activity(id_: str, kind: ActivityKind | None = None, *, international: bool | None = None) -> Activity:
    """A piece of work."""
    return Activity(id=id_, title="", kind=kind, international=international)


class TestCounts:
    """What the text states beside what the model lists."""

    LISTED = project(
        partners=(Participation(), Participation()),
        framing=Framing(themes=(Theme(id="a", statement=""), Theme(id="b", statement="", part_of="a"))),
        logframe=Logframe(
            objectives=(
                Objective(id="a", statement="", scope=Scope.SOCIETY, indicators=(Indicator(id="i", statement=""),)),
                Objective(id="b", statement="", scope=Scope.SOCIETY, further_scopes=(Scope.INDIVIDUAL,)),
                Objective(id="c", statement="", scope=Scope.INDIVIDUAL),
            )
        ),
        plan=Plan(
            activities=(
                activity("a", ActivityKind.VISIT),
                activity("b", ActivityKind.STUDY_VISIT),
                activity("c", ActivityKind.SCHOOL_VISIT),
                activity("d"),
            ),
            pilots=tuple(Pilot(id=id_, title="") for id_ in "abcde"),
            reports=(Report(),) * 6,
        ),
    )

    @pytest.mark.parametrize(
        ("of", "listed"),
        [
            (Counted.ACTIVITIES, 4),
            (Counted.VISITS, 2),
            (Counted.PILOTS, 5),
            (Counted.THEMES, 1),
            (Counted.SCOPES, 2),
            (Counted.PARTNERS, 2),
            (Counted.OBJECTIVES, 3),
            (Counted.INDICATORS, 1),
            (Counted.REPORTS, 6),
        ],
    )
    def test_listed(self, of: Counted, listed: int) -> None:
        """Areas within a theme are none of their own, and a scope counts once."""
        told = attrs.evolve(self.LISTED, stated_counts=(stated(of),))

        assert (CountedAgainst(stated(of), listed),) == told.counts()

    @pytest.mark.parametrize("of", [of for of in Counted if list(Counted).index(of) >= 9], ids=str)
    def test_no_list(self, of: Counted) -> None:
        """What the model lists nowhere cannot be held against anything."""
        assert (None, Answer.UNKNOWN) == (
            (found := attrs.evolve(self.LISTED, stated_counts=(stated(of),)).counts()[0]).listed,
            found.agrees,
        )

    def test_a_scope_that_is_not_told(self) -> None:
        """An objective that does not say where it shows may show in one more scope, so that nothing is contradicted."""
        frame = Logframe(objectives=(*self.LISTED.logframe.objectives, Objective(id="d", statement="")))
        told = attrs.evolve(self.LISTED, logframe=frame, stated_counts=(stated(Counted.SCOPES),))

        assert told.counts()[0].listed is None

    @pytest.mark.parametrize("of", Counted, ids=str)
    def test_an_empty_list(self, of: Counted) -> None:
        """A text that lists nothing contradicts nothing."""
        assert project(stated_counts=(stated(of),)).counts()[0].listed is None

    @pytest.mark.parametrize(
        ("kinds", "international", "listed"),
        [
            ((True, True, False), True, 2),
            ((True, True, False), False, 1),
            ((True, True, False), None, 3),
            ((True, None, False), True, None),
            ((True, None, False), None, 3),
            ((False, False), True, None),
        ],
    )
    def test_international(
        self, kinds: tuple[bool | None, ...], international: bool | None, listed: int | None
    ) -> None:
        """Held against those that are international, unless it is not known of each whether it is."""
        activities = tuple(activity(str(i), international=known) for i, known in enumerate(kinds))
        told = project(
            plan=Plan(activities=activities), stated_counts=(stated(Counted.ACTIVITIES, international=international),)
        )

        assert listed == told.counts()[0].listed

    def test_international_partners(self) -> None:
        """The mark says something of activities alone."""
        told = attrs.evolve(self.LISTED, stated_counts=(stated(Counted.PARTNERS, international=True),))

        assert 2 == told.counts()[0].listed

    @pytest.mark.parametrize(
        ("count", "listed", "answer"),
        [
            (Count(number=2), 2, Answer.YES),
            (Count(number=2), 3, Answer.NO),
            (Count(number=2, approximate=True), 3, Answer.UNKNOWN),
            (Count(number=2, approximate=True), 2, Answer.YES),
            (Count(quantifier=Quantifier.MOST), 2, Answer.UNKNOWN),
            (Count(parts=(CountPart("a", 1), CountPart("b", 1))), 2, Answer.YES),
            (Count(number=2), None, Answer.UNKNOWN),
            (Count(number=0), 1, Answer.NO),
        ],
    )
    def test_agrees(self, count: Count, listed: int | None, answer: Answer) -> None:
        """Yes, no, or unknown where a number is about right or missing."""
        assert answer is CountedAgainst(stated(Counted.PILOTS, count=count), listed).agrees

    @calm
    @given(testing.projects())
    def test_one_for_each(self, drawn: Project) -> None:
        """Every stated count is held against something, in the author's order."""
        assert drawn.stated_counts == tuple(found.stated for found in drawn.counts())
        assert all(isinstance(found.agrees, Answer) for found in drawn.counts())
