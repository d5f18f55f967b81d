"""What a rule weighs, by a profile and at a stage, is what a check makes of it."""

import pytest

from cooperation.diagnostics import Severity
from cooperation.examples import load_example
from cooperation.model import Stage
from cooperation.rules import PROFILES, RULES, Profile, check, weight

OWN = Profile(
    name="own",
    title="O",
    leaves_out=("LOG003",),
    severities={"TGT001": {Stage.PROGRESS: Severity.INFO}, "IND001": Severity.INFO},
)


@pytest.mark.parametrize("stage", list(Stage))
@pytest.mark.parametrize("profile", [*PROFILES.values(), OWN], ids=lambda profile: profile.name)
def test_a_check_asks_what_has_a_weight(profile: Profile, stage: Stage) -> None:
    """The rules of a report are those with a weight, and a finding weighs what its rule is said to."""
    report = check(load_example("vaxjo"), stage=stage, profile=profile)
    found = {finding.code for finding in report.findings}
    weights = {rule.code: weight(rule, profile, stage) for rule in RULES}
    asked = {*found, *report.passed, *report.not_applicable, *(one.code for one in report.unknown)}

    assert {code for code, held in weights.items() if held is not None} == asked
    assert {one.severity for one in report.findings if one.code == "TGT001"} <= {weights["TGT001"]}


def test_a_weight_follows_the_profile_then_the_stage() -> None:
    """The profile's own word from its stage on, the rule's own before, nothing where the rule is not asked."""
    rules = {rule.code: rule for rule in RULES}

    assert [None, Severity.WARNING, Severity.INFO, Severity.INFO] == [
        weight(rules["TGT001"], OWN, stage) for stage in Stage
    ]
    assert [None] * 4 == [weight(rules["LOG003"], OWN, stage) for stage in Stage]
