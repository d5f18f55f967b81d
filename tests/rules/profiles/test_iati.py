"""The profile of the IATI standard, as it is asked of projects before they are published."""

import pendulum

import cooperation as co
from cooperation.diagnostics import Severity
from cooperation.model import Level, Logframe, Objective, Portfolio, Project
from cooperation.rules import PROFILES, check

TODAY = pendulum.date(2020, 6, 15)


def found(profile: str) -> dict[str, Severity]:
    """What a profile finds in a project that says next to nothing, by code."""
    impact = Objective(id="i", statement="Less fossil energy", level=Level.IMPACT)
    project = Project(id="p", title="P", logframe=Logframe(objectives=(impact,)))
    report = check(Portfolio(projects=(project,)), profile=profile, today=TODAY)
    return {one.code: one.severity for one in report.findings}


def test_what_cannot_be_published_is_an_error() -> None:
    """An impact without an indicator, a project without a start and texts without a language."""
    assert {"IND002", "TIM007", "TXT004"} <= {code for code, held in found("iati").items() if held is Severity.ERROR}
    assert not {"IND002", "TIM007"} & set(found("core"))
    assert Severity.WARNING is found("core")["TXT004"]


def test_the_catalogue_names_its_severities() -> None:
    """A missing measure and a missing target weigh as errors."""
    profile = PROFILES["iati"]

    assert {"IND003", "TGT006", "TXT004"} == {
        code for code, held in profile.severities.items() if held is Severity.ERROR
    }
    assert {"IND002", "TIM007"} == set(profile.asks)


def test_the_proposal_that_comes_along_could_be_published() -> None:
    """The complete example has what the profile asks for."""
    report = check(co.load_example("proposal"), profile="iati", today=TODAY)

    assert [] == [one for one in report.findings if one.severity is Severity.ERROR]
    assert "iati" == report.profile
