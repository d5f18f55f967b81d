"""What a portfolio covers, and how much is unknown."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given

import cooperation as co
from cooperation import testing
from cooperation.measures import core_area_coverage, marker_coverage, sdg_coverage, unknowns
from cooperation.model import (
    CoreArea,
    CoreAreaTag,
    Indicator,
    Logframe,
    Marker,
    Number,
    Objective,
    Observation,
    Organisation,
    Participation,
    PolicyMarker,
    Portfolio,
    Project,
    SdgTag,
    Tags,
)


def project(id: str, **tags: Any) -> Project:  # noqa: A002
    """A project with tags."""
    return Project(id=id, title=id, tags=Tags(**tags))


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
