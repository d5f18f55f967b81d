"""The two projects that are followed: every awkward value that the head of the file promises is there."""

import pytest

import cooperation
from cooperation import measures
from cooperation.examples import read_example
from cooperation.measures import ResultState, ValueState
from cooperation.model import Answer, Direction, Indicator, Measure, PartialDate, Portfolio, Ratio


@pytest.fixture(scope="module")
def portfolio() -> Portfolio:
    """The packaged portfolio."""
    return cooperation.load_example("clean-water")


@pytest.fixture(scope="module")
def river(portfolio: Portfolio) -> dict[str, Indicator]:
    """The indicators of its first project."""
    return {indicator.id: indicator for indicator in portfolio["clean-river"].logframe.indicators}


def test_one_fault_is_left_in_on_purpose() -> None:
    """The groups that do not make the whole are found; nothing else is, and nothing could not be judged."""
    document = read_example("clean-water")
    report = cooperation.check(document.portfolio, allowances=document.allowances)

    assert ["IND009"] == [finding.code for finding in report.findings]
    assert () == report.unknown


def test_its_values_are_of_every_state(portfolio: Portfolio) -> None:
    """Number, share, words, not applicable and unknown; nought is one of the numbers."""
    found = [o for p in portfolio for i in p.logframe.indicators for o in (i.baseline, *i.actuals) if o is not None]
    states = {measures.state(observation.value) for observation in found}

    assert set(ValueState) == states
    assert any(isinstance(observation.value, Ratio) for observation in found)
    assert any(observation.value is not None and observation.value.as_fraction == 0 for observation in found)


def test_directions_and_measures(river: dict[str, Indicator]) -> None:
    """One is to rise, one to fall, one to stay, and one is told in words."""
    assert {*Direction, None} == {indicator.direction for indicator in river.values()}
    assert {Measure.UNIT, Measure.PERCENTAGE, Measure.QUALITATIVE} == {one.measure for one in river.values()}


def test_the_lights_are_of_every_colour(portfolio: Portfolio) -> None:
    """Of all its series together: achieved, on track, minor issues, not achieved, and unknown."""
    at = PartialDate(2021)
    states = {
        measures.result_state(one.indicator, at).value
        for project in portfolio
        for indicator in project.logframe.indicators
        for one in measures.series(indicator)
    }

    assert {*ResultState, None} - {ResultState.NOT_YET} == states


def test_a_year_that_nobody_knows_and_one_without_anything_to_measure(river: dict[str, Indicator]) -> None:
    """Both are 2020, and they are two things."""
    (lost,) = (one for one in river["illness"].actuals if one.due == PartialDate(2020))
    (none,) = (one for one in river["people-trained"].actuals if one.due == PartialDate(2020))

    assert (ValueState.UNKNOWN, ValueState.NOT_APPLICABLE) == (measures.state(lost.value), measures.state(none.value))


def test_groups(river: dict[str, Indicator]) -> None:
    """Those of 2019 make the whole, those of 2021 do not."""
    assert [("sex: 20 of 20", Answer.YES), ("sex: 25 of 26", Answer.NO)] == [
        (str(one), one.agrees) for one in measures.reconcile(river["people-trained"])
    ]


def test_figures_of_both_projects(portfolio: Portfolio) -> None:
    """The people cannot be added while one project does not say that they are counted once."""
    assert "IND017" == measures.over_projects(portfolio, "people-trained").code


def test_it_survives_every_carrier(portfolio: Portfolio) -> None:
    """Written and read again it is the same."""
    again = [cooperation.loads(cooperation.dumps(portfolio, word), word) for word in ("yaml", "json", "jsonl")]

    assert [portfolio] * 3 == again
