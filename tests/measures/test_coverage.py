"""What a portfolio covers, and how much is unknown."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

import cooperation as co
from cooperation import testing
from cooperation.measures import core_area_coverage, marker_coverage, sdg_coverage, unknowns
from cooperation.model import (
    Activity,
    Benefit,
    Budget,
    CoreArea,
    CoreAreaTag,
    Described,
    Framing,
    Indicator,
    Length,
    Logframe,
    Marker,
    Measure,
    Number,
    Objective,
    Observation,
    Organisation,
    PartialDate,
    Participation,
    Period,
    Plan,
    PolicyMarker,
    Portfolio,
    Problem,
    Project,
    Risk,
    SdgTag,
    Tags,
    WinWin,
)


def project(id: str, **tags: Any) -> Project:  # noqa: A002
    """A project with tags."""
    return Project(id=id, title=id, tags=Tags(**tags))


def _gain(partner: str | None) -> Benefit:
    return Benefit(partner=partner, statement="Knowledge")


_ONE = Observation(value=Described("weekly"))


def test_goals() -> None:
    """A target and an indicator serve their goal, each goal once a project; all 17 stand there, empty or not."""
    found = sdg_coverage(
        [
            project("a", sdgs=(SdgTag(code="7"), SdgTag(code="7.1"), SdgTag(code="16.10.2"))),
            project("b", sdgs=(SdgTag(code="7.2"),)),
            project("c"),
        ]
    )
    by_goal = dict(found.value or ())

    assert [str(number) for number in range(1, 18)] == list(by_goal)
    assert (("a", "b"), ("a",), ()) == (by_goal["7"], by_goal["16"], by_goal["1"])
    assert (2, 1) == (found.n, found.unknown)


def test_core_areas() -> None:
    """All four stand there, and a project that names none is unknown."""
    found = core_area_coverage([project("a", core_areas=(CoreAreaTag(area=CoreArea.EQUITY),)), project("b")])

    assert {CoreArea.EQUITY: ("a",)} == {area: ids for area, ids in found.value or () if ids}
    assert (1, 1) == (found.n, found.unknown)


def test_markers() -> None:
    """Scored nought is examined and not targeted; not scored is unknown; the two never mix."""
    gender = Marker.GENDER_EQUALITY
    scores = [0, 1, 2, None]
    projects = [
        project(str(i), policy_markers=(PolicyMarker(marker=gender, significance=score),))
        for i, score in enumerate(scores)
    ]
    found = dict(marker_coverage([*projects, project("none")]))

    assert (Fraction(2, 3), 3, 2) == (found[gender].value, found[gender].n, found[gender].unknown)
    assert (None, 5, "no project is scored") == (
        found[Marker.TRADE].value,
        found[Marker.TRADE].unknown,
        found[Marker.TRADE].note,
    )
    assert list(Marker) == list(found)


def test_unknowns_of_the_ten_projects() -> None:
    """The list of facts says that no text has a budget or a risk, and one partner is not named."""
    found = dict(unknowns(co.load_example("vaxjo")))

    assert (0, 10) == (found["budget"].value, found["budget"].unknown)
    assert (0, 10) == (found["risks"].value, found["risks"].unknown)
    assert (Fraction(9, 10), Fraction(1)) == (found["partners"].value, found["length"].value)
    assert Fraction(8, 10) == found["gains of each partner"].value
    assert (Fraction(1, 10), 0, 10) == (found["baseline"].value, found["actual"].n, found["actual"].unknown)


def test_unknowns_of_indicators() -> None:
    """A baseline without a value is none; a value of nought is one."""

    def held(id: str, value: int | None) -> Indicator:  # noqa: A002
        found = None if value is None else Number(Decimal(value))
        return Indicator(id=id, statement="s", baseline=Observation(value=found))

    frame = Logframe(objectives=(Objective(id="o", statement="o", indicators=(held("a", None), held("b", 0))),))
    found = dict(unknowns(Portfolio(projects=(Project(id="p", title="p", logframe=frame),))))

    assert (Fraction(1, 2), 1, 1) == (found["baseline"].value, found["baseline"].n, found["baseline"].unknown)


_PLACED, _LONG = Period.of_years(2019), Period(length=Length(months=6))
_A, _B = (Participation(organisation=Organisation(id=name, name=name.upper())) for name in "ab")


@pytest.mark.parametrize(
    ("fact", "known", "unknown"),
    [
        ("years", [{"period": _PLACED}], [{}, {"period": _LONG}, {"period": Period(start=PartialDate(2019))}]),
        ("length", [{"period": _PLACED}, {"period": _LONG}], [{}, {"period": Period(start=PartialDate(2019))}]),
        (
            "partners",
            [{"partners": (_A, _B)}],
            [{}, {"partners": (_A,)}, {"partners": (_A, Participation())}, {"involved": (_A, _B)}],
        ),
        ("problems", [{"framing": Framing(problems=(Problem(id="p", statement="P"),))}], [{}]),
        ("objectives", [{"logframe": Logframe(objectives=(Objective(id="o", statement="O"),))}], [{}]),
        (
            "indicators",
            [
                {
                    "logframe": Logframe(
                        objectives=(Objective(id="o", statement="O", indicators=(Indicator(id="i", statement="I"),)),)
                    )
                }
            ],
            [{}, {"logframe": Logframe(objectives=(Objective(id="o", statement="O"),))}],
        ),
        ("activities", [{"plan": Plan(activities=(Activity(id="a", title="A"),))}], [{}]),
        ("budget", [{"plan": Plan(budget=Budget())}], [{}]),
        ("risks", [{"logframe": Logframe(risks=(Risk(statement="R"),))}], [{}]),
        ("goals", [{"tags": Tags(sdgs=(SdgTag(code="7"),))}], [{}, {"tags": Tags()}]),
        (
            "gains of each partner",
            [{"partners": (_A, _B), "win_win": WinWin(benefits=(_gain("a"), _gain("b")))}],
            [
                {},
                {"partners": (_A, _B), "win_win": WinWin(benefits=(_gain("a"), _gain("a")))},
                {"partners": (_A, Participation()), "win_win": WinWin(benefits=(_gain("a"), _gain(None)))},
                {"win_win": WinWin(benefits=(_gain("a"),))},
            ],
        ),
    ],
)
def test_facts_of_a_project(fact: str, known: list[dict[str, Any]], unknown: list[dict[str, Any]]) -> None:
    """Fact by fact, what says it and what does not; of no fact nobody is asked."""

    def told(held: dict[str, Any]) -> Fraction | None:
        return dict(unknowns(Portfolio(projects=(Project(id="p", title="P", **held),))))[fact].value

    assert [1] * len(known) == list(map(told, known))
    assert [0] * len(unknown) == list(map(told, unknown))


@pytest.mark.parametrize(
    ("fact", "known", "unknown"),
    [
        ("measure", [{"measure": Measure.UNIT}], [{}, {"unit": "well"}]),
        ("baseline", [{"baseline": _ONE}], [{}, {"baseline": Observation()}]),
        ("target", [{"targets": (Observation(), _ONE)}], [{}, {"targets": (Observation(),)}, {"milestones": (_ONE,)}]),
        ("actual", [{"actuals": (Observation(), _ONE)}], [{}, {"actuals": (Observation(),)}]),
        ("verification", [{"verification": ("minutes",)}], [{}]),
    ],
)
def test_facts_of_an_indicator(fact: str, known: list[dict[str, Any]], unknown: list[dict[str, Any]]) -> None:
    """An observation without a value says nothing; a value in words does."""

    def told(held: dict[str, Any]) -> Fraction | None:
        frame = Logframe(
            objectives=(Objective(id="o", statement="O", indicators=(Indicator(id="i", statement="I", **held),)),)
        )
        return dict(unknowns(Portfolio(projects=(Project(id="p", title="P", logframe=frame),))))[fact].value

    assert [1] * len(known) == list(map(told, known))
    assert [0] * len(unknown) == list(map(told, unknown))


def test_all_facts_have_their_table() -> None:
    """A fact that is asked of every project is proved above, one that is new fails here."""
    tables = [test_facts_of_a_project, test_facts_of_an_indicator]
    proved = [row[0] for table in tables for row in table.pytestmark[0].args[1]]  # type: ignore[attr-defined]  # pytest's

    assert proved == [fact for fact, _ in unknowns(Portfolio())]


def test_unknowns_of_partners() -> None:
    """One partner is no cooperation, and one without a name is not known."""

    def held(*names: str | None) -> Project:
        partners = tuple(Participation(organisation=Organisation(id=str(i), name=n)) for i, n in enumerate(names))
        return Project(id="p", title="p", partners=partners)

    known = [
        dict(unknowns(Portfolio(projects=(one,))))["partners"].value
        for one in (held("A", "B"), held("A"), held("A", None), held())
    ]

    assert [1, 0, 0, 0] == known


def test_nothing_at_all() -> None:
    """Of no project nothing can be known, and no share is made."""
    assert {None} == {reading.value for _, reading in unknowns(Portfolio())}
    assert {"there is none of which it could be known"} == {reading.note for _, reading in unknowns(Portfolio())}


@given(testing.portfolios())
def test_known_and_unknown_are_everything(portfolio: Portfolio) -> None:
    """Each fact is known or unknown of every project, or of every indicator."""
    indicators = sum(len(project.logframe.indicators) for project in portfolio)
    for _, reading in unknowns(portfolio):
        assert reading.n + reading.unknown in (len(portfolio), indicators)
    for measure in (sdg_coverage, core_area_coverage):
        found = measure(portfolio)
        assert len(portfolio) == found.n + found.unknown
