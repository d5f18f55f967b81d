"""What hypothesis shows when a test fails is short enough to read."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, find, settings
from hypothesis import strategies as st

from cooperation import testing
from cooperation.model import (
    Count,
    Indicator,
    Length,
    Logframe,
    Money,
    Number,
    Objective,
    Organisation,
    PartialDate,
    Participation,
    Period,
    Portfolio,
    Project,
    SdgTag,
    Translated,
)

CALM = settings(
    max_examples=2000,
    report_multiple_bugs=False,
    phases=[Phase.generate, Phase.shrink],
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
)


@pytest.mark.parametrize(
    ("strategy", "simplest"),
    [
        (testing.texts(), "A"),
        (testing.ids(), "a"),
        (testing.translateds(), Translated((("en", "A"),))),
        (testing.partial_dates(), PartialDate(2020)),
        (testing.periods(), Period(start=PartialDate(2020), end=PartialDate(2020))),
        (testing.lengths(), Length(years=1)),
        (testing.numbers(), Number(Decimal(0))),
        (testing.counts(), Count(number=0)),
        (testing.moneys(), Money(amount=Decimal(0), currency="SEK")),
        (testing.sdg_tags(), SdgTag(code="7")),
        (testing.organisations(), Organisation(id="a")),
        (testing.objectives(), Objective(id="a", statement="A")),
        (testing.indicators(), Indicator(id="a", statement="A")),
        (testing.logframes(), Logframe()),
        (testing.projects(), Project(id="a", title="A")),
        (testing.portfolios(), Portfolio()),
    ],
    ids=lambda value: type(value).__name__,
)
def test_simplest(strategy: st.SearchStrategy[Any], simplest: Any) -> None:
    """With nothing to show, a value is as plain as it can be."""
    assert simplest == find(strategy, lambda _: True, settings=CALM)


def test_one_thing_to_show() -> None:
    """A project that fails because of one indicator holds that indicator, and nothing beside what leads to it."""
    found = find(testing.projects(), lambda project: bool(project.logframe.indicators), settings=CALM)

    objective = Objective(id="a", statement="A", indicators=(Indicator(id="a", statement="A"),))

    assert Project(id="a", title="A", logframe=Logframe(objectives=(objective,))) == found


def test_a_circle() -> None:
    """The smallest circle is one objective that contributes to itself."""
    found = find(testing.logframes(), lambda frame: bool(frame.circular), settings=CALM)

    assert Logframe(objectives=(Objective(id="a", statement="A", contributes_to=("a",)),)) == found


def test_two_partners() -> None:
    """Two partners are two organisations with two ids."""
    found = find(testing.projects(), lambda project: len(project.organisations) > 1, settings=CALM)
    partners = tuple(Participation(organisation=Organisation(id=id_)) for id_ in ("a", "a-2"))

    assert Project(id="a", title="A", partners=partners) == found
