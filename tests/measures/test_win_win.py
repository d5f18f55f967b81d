"""Win-win: ten measures, on invented projects and on the ten real ones."""

import random
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import cooperation as co
from cooperation import testing
from cooperation.measures import Beside, Reading, WinWinReadings, gains, win_win
from cooperation.model import (
    Activity,
    Adoption,
    AdoptionState,
    Benefit,
    BenefitKind,
    ClaimKind,
    Contribution,
    ContributionKind,
    Duty,
    DutyKind,
    Indicator,
    Logframe,
    Money,
    Number,
    Objective,
    Observation,
    Organisation,
    PartialDate,
    Participation,
    Pilot,
    PilotStage,
    Plan,
    Project,
    Scope,
    StageKind,
    StageStatus,
    Transfer,
    WinWin,
)

HALF = Fraction(1, 2)


class TestTheTenProjects:
    """Appendix D of the rule catalogue, "by hand on the ten seed projects"; the text was read again beside it."""

    PROJECTS = tuple(co.load_example("vaxjo"))

    @staticmethod
    def pattern(project: Project) -> tuple[bool, bool, bool, bool]:
        """Whether Växjö and the foreign partner have gains of their own, and whether each has a joint one."""
        (home, own, joint), (_, foreign_own, foreign_joint) = gains(project)
        assert "vaxjo" == home
        return bool(own), bool(foreign_own), bool(joint), bool(foreign_joint)

    def numbers(self, wanted: Any) -> list[int]:
        """Which of the ten projects are so, counted as the catalogue counts them."""
        return [i for i, project in enumerate(self.PROJECTS, start=1) if wanted(*self.pattern(project))]

    def test_a_gain_of_its_own_for_each(self) -> None:
        """Appendix D: "each partner has a gain of its own named in three (1, 4, 6)"."""
        assert [1, 4, 6] == self.numbers(lambda home, foreign, *_: home and foreign)
        assert [1, 4, 6] == [i for i, p in enumerate(self.PROJECTS, start=1) if win_win(p).covered.value == 1]

    def test_one_gain_for_both_together(self) -> None:
        """Appendix D: "one gain stated for both together in three (3, 5, 10)"."""
        assert [3, 5, 10] == self.numbers(lambda home, foreign, *joint: not home and not foreign and all(joint))
        assert [3, 5, 10] == [i for i, p in enumerate(self.PROJECTS, start=1) if win_win(p).covered.value == 0]

    def test_the_foreign_partner_own_and_home_only_shared(self) -> None:
        """Appendix D: "the foreign partner has its own and Växjö only a shared or asserted one in two (2, 8)"."""
        assert [2, 8] == self.numbers(lambda home, foreign, shared, _: not home and foreign and shared)

    def test_the_foreign_partner_alone(self) -> None:
        """Appendix D: "the foreign partner alone gains in two (7, 9)"."""
        assert [7, 9] == self.numbers(lambda home, foreign, *joint: not home and foreign and not any(joint))

    def test_claims(self) -> None:
        """Appendix D: "'Win-win', 'mutual' or 'beneficial for both' is claimed in 1, 2, 3, 5, 6, 8, 10"."""
        assert [1, 2, 3, 5, 6, 8, 10] == [i for i, p in enumerate(self.PROJECTS, start=1) if win_win(p).claims]

    def test_the_quotes_stand_beside_the_gains(self) -> None:
        """Appendix D: "This is a reading, so the model must keep the quote beside every benefit"."""
        for project in self.PROJECTS:
            for side in win_win(project).partners:
                assert len(side.quotes) == len(side.own) + len(side.joint)

    def test_what_no_description_says_is_unknown(self) -> None:
        """None has a baseline, a contribution, a duty or a finished pilot, and no measure makes nought of that."""
        for project in self.PROJECTS:
            found = win_win(project)
            assert (None, None, None) == (found.contribution.value, found.kept.value, found.both_account.value)
            assert "a summary" in str(found.covered.note)

    def test_two_way(self) -> None:
        """Project 5 exchanges both ways, project 8 goes one way, the rest say nothing."""
        found = {i: win_win(project).two_way.value for i, project in enumerate(self.PROJECTS, start=1)}

        assert {5: 1, 8: 0} == {i: value for i, value in found.items() if value is not None}

    def test_reach(self) -> None:
        """In project 5 all gains stay with persons; where one partner's scope is unstated nobody guesses it."""
        found = {i: win_win(project).reach for i, project in enumerate(self.PROJECTS, start=1)}

        assert Scope.INDIVIDUAL is found[5].value
        assert (Scope.SOCIETY, 1, 1) == (found[9].value, found[9].n, found[9].unknown)


def benefit(partner: str, kind: BenefitKind | None = BenefitKind.KNOWLEDGE, **fields: Any) -> Benefit:
    """A gain."""
    return Benefit(partner=partner, statement="A gain", kind=kind, **fields)


def project(*partners: str, plan: Plan = Plan(), logframe: Logframe = Logframe(), **rooms: Any) -> Project:  # noqa: B008
    """A project of these partners."""
    return Project(
        id="p",
        title="A project",
        partners=tuple(Participation(organisation=Organisation(id=name)) for name in partners),
        plan=plan,
        logframe=logframe,
        win_win=WinWin(**rooms),
    )


def measured(measure: str, *partners: str, **fields: Any) -> Reading[Any]:
    """One measure of a project of these partners."""
    found: Reading[Any] = getattr(win_win(project(*(partners or ("a", "b")), **fields)), measure)
    return found


def shows(indicator: str, baseline: int | None, target: int | None, year: int | None) -> Logframe:
    """A logframe with one indicator."""

    def seen(value: int | None, year: int | None) -> Observation:
        held = None if value is None else Number(Decimal(value))
        return Observation(value=held, date=None if year is None else PartialDate(year))

    held = Indicator(id=indicator, statement="s", baseline=seen(baseline, 2018), targets=(seen(target, year),))
    return Logframe(objectives=(Objective(id="o", statement="o", indicators=(held,)),))


class TestCovered:
    """1: core partners with a gain of their own."""

    @pytest.mark.parametrize(
        ("benefits", "value"),
        [
            ((), 0),
            ((benefit("a"),), HALF),
            ((benefit("a"), benefit("b", joint=True)), HALF),
            ((benefit("a"), benefit("a"), benefit("b")), 1),
            ((benefit("a"), benefit("stranger")), HALF),
        ],
    )
    def test_truth(self, benefits: tuple[Benefit, ...], value: Fraction) -> None:
        """A joint gain is nobody's own, and a stranger is no core partner."""
        assert (value, 2, 0) == attrs.astuple(measured("covered", benefits=benefits))[:3]

    def test_a_partner_without_a_name(self) -> None:
        """It counts as unknown, not as one that gains nothing."""
        held = project("a", benefits=(benefit("a"),))
        found = win_win(attrs.evolve(held, partners=(*held.partners, Participation(description="a partner"))))

        assert (1, 1, 1) == attrs.astuple(found.covered)[:3]

    def test_no_partner(self) -> None:
        """There is nothing to divide by."""
        assert "no partner is named" == win_win(Project(id="p", title="p")).covered.note


class TestEvenness:
    """2: the smallest over the largest number of own gains."""

    @pytest.mark.parametrize(
        ("of_a", "of_b", "value"), [(1, 1, 1), (1, 2, HALF), (0, 2, 0), (0, 0, None)]
    )  # fmt: skip
    def test_truth(self, of_a: int, of_b: int, value: Fraction | None) -> None:
        """The counts stand beside it."""
        found = measured("evenness", benefits=(benefit("a"),) * of_a + (benefit("b"),) * of_b)

        assert value == found.value
        assert ("no partner has a gain of its own" if value is None else f"a {of_a}, b {of_b}") == found.note

    def test_one_partner(self) -> None:
        """Nobody is even with itself."""
        assert "fewer than two partners are named" == measured("evenness", "a", benefits=(benefit("a"),)).note


class TestShown:
    """3: gains with an indicator that has a baseline and a dated target; the lowest partner."""

    @pytest.mark.parametrize(
        ("baseline", "target", "year", "value"),
        [(1, 2, 2020, HALF), (0, 2, 2020, HALF), (None, 2, 2020, 0), (1, None, 2020, 0), (1, 2, None, 0)],
    )
    def test_truth(self, baseline: int | None, target: int | None, year: int | None, value: Fraction) -> None:
        """A baseline of nought is one; an undated target is a wish."""
        frame = shows("i", baseline, target, year)
        both = (benefit("a", indicators=("i",)), benefit("a"), benefit("b", indicators=("i",)))

        assert value == measured("shown", logframe=frame, benefits=both).value

    def test_the_lowest_partner(self) -> None:
        """Each partner's own share stands at the partner; one without gains is unknown."""
        frame = shows("i", 1, 2, 2020)
        held = project(
            "a", "b", "c", logframe=frame, benefits=(benefit("a", indicators=("i",)), benefit("b", indicators=("x",)))
        )
        found = win_win(held)

        assert (0, 2, 1, "the lowest, of b") == attrs.astuple(found.shown)[:4]
        assert [1, 0, None] == [side.shown.value for side in found.partners]


class TestLikeness:
    """4: Jaccard of the sets of kinds."""

    @pytest.mark.parametrize(
        ("of_a", "of_b", "value"),
        [("kn", "kn", 1), ("k", "n", 0), ("kn", "k", HALF), ("k", "", 0), ("", "", None)],
    )
    def test_truth(self, of_a: str, of_b: str, value: Fraction | None) -> None:
        """1 is the same kinds, 0 different ones; neither is better."""
        kinds = {"k": BenefitKind.KNOWLEDGE, "n": BenefitKind.NETWORK}
        held = [benefit(name, kinds[k]) for name, told in (("a", of_a), ("b", of_b)) for k in told]

        assert value == measured("likeness", benefits=tuple(held)).value

    def test_a_kind_that_nobody_stated(self) -> None:
        """It counts as unknown."""
        assert (1, 1) == attrs.astuple(measured("likeness", benefits=(benefit("a"), benefit("b", None))))[1:3]

    def test_three_partners(self) -> None:
        """What all have over what any has."""
        held = (benefit("a"), benefit("b"), benefit("c"), benefit("c", BenefitKind.MONEY))

        assert HALF == measured("likeness", "a", "b", "c", benefits=held).value


def transfers(*ways: str) -> tuple[Transfer, ...]:
    """Transfers such as ``ab``, from a to b."""
    return tuple(Transfer(from_partner=way[0], to_partner=way[1], topic="t") for way in ways)


class TestTwoWay:
    """5: 1 - |a - b| / (a + b)."""

    @pytest.mark.parametrize(
        ("ways", "value"),
        [
            (("ab",), 0),
            (("ab", "ba"), 1),
            (("ab", "ab", "ba"), Fraction(2, 3)),
            (("ab", "bx"), 0),
            (("xa",), None),
            ((), None),
        ],
    )
    def test_truth(self, ways: tuple[str, ...], value: Fraction | None) -> None:
        """0 is one that teaches and one that learns; strangers are left out."""
        assert value == measured("two_way", transfers=transfers(*ways)).value

    def test_three_partners(self) -> None:
        """Each pair is balanced by itself: a round of three is no exchange."""
        assert 0 == measured("two_way", "a", "b", "c", transfers=transfers("ab", "bc", "ca")).value


def activities(*hosts: str | None, international: bool | None = True) -> Plan:
    """A plan of activities at these hosts."""
    held = [Activity(id=str(i), title="t", international=international, host=h) for i, h in enumerate(hosts)]
    return Plan(activities=tuple(held))


class TestHosting:
    """6: the smallest over the largest number of international activities hosted."""

    @pytest.mark.parametrize(
        ("hosts", "value", "unknown"),
        [
            (("a", "b"), 1, 0),
            (("a", "a", "b"), HALF, 0),
            (("a",), 0, 0),
            (("a", "b", None), 1, 1),
            ((None,), None, 1),
            ((), None, 0),
        ],
    )
    def test_truth(self, hosts: tuple[str | None, ...], value: Fraction | None, unknown: int) -> None:
        """One without a host may be anybody's."""
        found = measured("hosting", plan=activities(*hosts))

        assert (value, unknown) == (found.value, found.unknown)

    def test_only_what_is_international(self) -> None:
        """What nobody called international may be so, and is unknown; what is not, is not asked."""
        assert 0 == measured("hosting", plan=activities("a", international=False)).unknown
        assert 1 == measured("hosting", plan=activities("a", international=None)).unknown


def days(partner: str, quantity: int | None) -> Contribution:
    """Staff days that a partner brings."""
    held = None if quantity is None else Decimal(quantity)
    return Contribution(partner=partner, kind=ContributionKind.STAFF_DAYS, quantity=held)


def money(partner: str, amount: int, currency: str = "SEK") -> Contribution:
    """Money that a partner brings."""
    return Contribution(
        partner=partner, kind=ContributionKind.MONEY, amount=Money(amount=Decimal(amount), currency=currency)
    )


class TestContribution:
    """7: what each brings beside what each gains, never divided."""

    def sides(self, *contributions: Contribution) -> dict[str, Any]:
        """Each partner's days, money and gains."""
        held = project("a", "b", contributions=contributions, benefits=(benefit("a"), benefit("a"), benefit("b")))
        return {
            str(side.partner): (side.days.value, side.money.value, side.gained.value) for side in win_win(held).partners
        }

    def test_shares(self) -> None:
        """Of the days, of the money, of the own gains."""
        found = self.sides(days("a", 30), days("b", 10), money("b", 5))

        assert (Fraction(3, 4), 0, Fraction(2, 3)) == found["a"]
        assert (Fraction(1, 4), 1, Fraction(1, 3)) == found["b"]

    def test_a_stranger_brings_nothing_to_the_balance(self) -> None:
        """Shares are of what the core partners bring."""
        assert 1 == self.sides(days("a", 30), days("x", 70))["a"][0]

    def test_unlike_currencies(self) -> None:
        """Kronor and rand are not added (MON011)."""
        held = project("a", "b", contributions=(money("a", 5), money("b", 5, "ZAR")))

        assert {"MON011"} == {side.money.code for side in win_win(held).partners}

    def test_unknown(self) -> None:
        """Days that nobody counted are unknown, and no share is made of nothing."""
        held = win_win(project("a", "b", contributions=(days("a", None),)))

        assert (None, 1) == (held.partners[0].days.value, held.partners[0].days.unknown)
        assert ("nobody said who brings what", 2) == (held.contribution.note, held.contribution.unknown)

    def test_in_words(self) -> None:
        """Side by side, in one sentence a partner."""
        found = measured("contribution", contributions=(days("a", 30), days("b", 10)), benefits=(benefit("a"),))

        assert (
            Beside(partner="a", days=Fraction(3, 4), money=None, gained=Fraction(1)),
            Beside(partner="b", days=Fraction(1, 4), money=None, gained=Fraction(0)),
        ) == found.value
        assert "a brings 0.75 of the staff days and has 1 own gains; b brings 0.25 of the staff days and" in found.note


class TestReach:
    """8: the widest scope in which each partner gains."""

    def test_the_widest_of_each_and_the_narrowest_of_all(self) -> None:
        """Individual, organisation, society."""
        held = project(
            "a",
            "b",
            "c",
            benefits=(
                benefit("a", scope=Scope.INDIVIDUAL),
                benefit("a", scope=Scope.SOCIETY),
                benefit("b", scope=Scope.ORGANISATION, joint=True),
                benefit("c"),
            ),
        )
        found = win_win(held)

        assert [Scope.SOCIETY, Scope.ORGANISATION, None] == [side.reach.value for side in found.partners]
        assert (Scope.ORGANISATION, 2, 1) == (found.reach.value, found.reach.n, found.reach.unknown)
        assert "no scope of a gain is stated" == found.partners[2].reach.note


def pilot(*stages: tuple[StageKind, StageStatus | None], partners: tuple[str, ...] = ()) -> Plan:
    """A plan with one pilot."""
    held = Pilot(id="x", title="x", partners=partners, stages=tuple(PilotStage(kind=k, status=s) for k, s in stages))
    return Plan(pilots=(held,))


DONE, PLANNED = StageStatus.DONE, StageStatus.PLANNED


class TestKept:
    """9: of the evaluated pilots, those adopted or spread, per partner."""

    @pytest.mark.parametrize(
        ("stages", "states", "value"),
        [
            (((StageKind.EVALUATED, PLANNED),), (), None),
            (((StageKind.EVALUATED, None),), (), None),
            (((StageKind.EVALUATED, DONE),), (), 0),
            (((StageKind.ADOPTED, DONE),), (), 1),
            ((), (AdoptionState.EVALUATED,), 0),
            ((), (AdoptionState.SPREAD,), 1),
            ((), (AdoptionState.PLANNED,), None),
            ((), (AdoptionState.NONE,), None),
        ],
    )
    def test_truth(self, stages: Any, states: tuple[AdoptionState, ...], value: int | None) -> None:
        """What is planned is neither evaluated nor kept."""
        adoptions = tuple(Adoption(partner="a", pilot="x", state=state) for state in states)

        assert value == measured("kept", "a", plan=pilot(*stages), adoptions=adoptions).value

    def test_an_adoption_of_nobody_in_particular(self) -> None:
        """Where nobody said at which partner it stays, it is said of each."""
        adopted = (Adoption(pilot="x", state=AdoptionState.ADOPTED),)

        assert (1, 2) == attrs.astuple(measured("kept", plan=pilot(), adoptions=adopted))[:2]

    def test_per_partner(self) -> None:
        """Kept at one and dropped at the other is a half."""
        held = project(
            "a",
            "b",
            plan=pilot((StageKind.EVALUATED, DONE), partners=("a", "b")),
            adoptions=(Adoption(partner="a", pilot="x", state=AdoptionState.ADOPTED),),
        )
        found = win_win(held)

        assert HALF == found.kept.value
        assert [1, 0] == [side.kept.value for side in found.partners]
        elsewhere = measured("kept", plan=pilot((StageKind.EVALUATED, DONE), partners=("c",)))
        assert "there is no pilot" == elsewhere.note


class TestBothAccount:
    """10: duties with all partners named, of all such duties."""

    @pytest.mark.parametrize(
        ("duties", "value", "unknown"),
        [
            ((), None, 0),
            ((Duty(kind=DutyKind.REPORT, partners=("a",)),), 0, 0),
            ((Duty(kind=DutyKind.REPORT, partners=("b", "a")), Duty(kind=DutyKind.DECIDE, partners=("a",))), HALF, 0),
            ((Duty(kind=DutyKind.EVALUATE, partners=("a", "b", "x")), Duty(kind=DutyKind.REPORT)), 1, 1),
            ((Duty(kind=DutyKind.ACCOUNT, partners=("a", "b")),), None, 0),
        ],
    )
    def test_truth(self, duties: tuple[Duty, ...], value: Fraction | None, unknown: int) -> None:
        """Keeping the accounts is none of the three."""
        found = measured("both_account", duties=duties)

        assert (value, unknown) == (found.value, found.unknown)


class TestAsAWhole:
    """Ten readings, no total."""

    def test_ten_and_no_total(self) -> None:
        """In the order of the catalogue; nothing sums them up."""
        names = [name for name, _ in win_win(project("a", "b"))]

        assert [
            "covered",
            "evenness",
            "shown",
            "likeness",
            "two_way",
            "hosting",
            "contribution",
            "reach",
            "kept",
            "both_account",
        ] == names
        assert {*names, "partners", "claims"} == {field.name for field in attrs.fields(WinWinReadings)}

    def test_claims_are_no_gains(self) -> None:
        """That the text says win-win is kept apart."""
        held = project("a", "b", claims=(co.model.Claim(kind=ClaimKind.WIN_WIN),))

        assert (0, 1) == (win_win(held).covered.value, len(win_win(held).claims))

    @given(testing.projects(), st.randoms(use_true_random=False))
    def test_the_order_does_not_matter(self, held: Project, how: random.Random) -> None:
        """Not that of the partners, nor that of the gains, nor of what is taught, brought and kept."""

        def shuffled(some: tuple[Any, ...]) -> tuple[Any, ...]:
            other = list(some)
            how.shuffle(other)
            return tuple(other)

        room = {
            name: shuffled(getattr(held.win_win, name)) for name in ("benefits", "transfers", "duties", "adoptions")
        }
        other = attrs.evolve(held, partners=shuffled(held.partners), win_win=attrs.evolve(held.win_win, **room))

        for (name, one), (_, another) in zip(win_win(held), win_win(other), strict=True):
            if name != "contribution":  # which stands partner by partner, in their order
                assert (one.value, one.n, one.unknown) == (another.value, another.n, another.unknown), name

    @given(testing.projects())
    def test_a_gain_more_covers_no_less(self, held: Project) -> None:
        """Whoever names another gain of a partner never makes fewer partners gain."""
        before = win_win(held).covered.value
        for partner in held.partner_ids[:2]:
            more = (*held.win_win.benefits, Benefit(partner=partner, statement="More"))
            after = win_win(attrs.evolve(held, win_win=attrs.evolve(held.win_win, benefits=more))).covered.value
            assert before is not None
            assert after is not None
            assert before <= after

    @given(testing.projects())
    def test_any_project(self, held: Project) -> None:
        """Every reading says a value or why there is none, and no share is outside nought and one."""
        for name, reading in win_win(held):
            assert (reading.value is None) <= (reading.note is not None), name
            if isinstance(reading.value, Fraction):
                assert 0 <= reading.value <= 1, name
