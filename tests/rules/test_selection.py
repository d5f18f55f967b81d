"""Which rules are asked: what is selected, what is ignored, and what a profile names."""

from collections.abc import Iterator

import pytest

from cooperation.diagnostics import Nature, Severity
from cooperation.errors import ProfileError, UnknownCodeError
from cooperation.model import (
    Length,
    Level,
    Logframe,
    Objective,
    PartialDate,
    Partnership,
    Period,
    Plan,
    Portfolio,
    Programme,
    Project,
    Stage,
    Translated,
)
from cooperation.rules import (
    PROFILES,
    RULES,
    Context,
    Fail,
    Limit,
    LimitKind,
    Outcome,
    Profile,
    check,
    profile_named,
    rule,
)

PROJECT = Project(
    id="p",
    title="P",
    logframe=Logframe(objectives=(Objective(id="o", statement="O", level=Level.OUTCOME),)),
)
MONTHS = LimitKind[int]("months", "How long a project may be, in months.")
DONOR = Profile(
    name="donor",
    title="A donor",
    asks=("OWN001",),
    leaves_out=("LOG003",),
    severities={"LOG002": Severity.ERROR, "OWN001": {Stage.PROGRESS: Severity.ERROR}},
    limits=(
        Limit(kind=MONTHS, value=24, source="an old page", until=PartialDate(2018)),
        Limit(kind=MONTHS, value=36, source="a new page", since=PartialDate(2019)),
    ),
)


@rule("OWN001", nature=Nature.WEAKNESS, severity=Severity.INFO, by_profile=True)
def of_the_donor(project: Project, context: Context) -> Iterator[Outcome]:
    """What the donor asks."""
    yield Fail(f"{project.id}: {context.limits(MONTHS)}")


OWN = (*RULES, of_the_donor)


def codes(project: Project = PROJECT, **asked: object) -> set[str]:
    """The codes of the findings."""
    return {finding.code for finding in check(project, rules=OWN, **asked).findings}  # type: ignore[arg-type]


def test_a_rule_of_a_profile_is_asked_by_that_profile_alone() -> None:
    """What rests on one donor's instructions is not asked of others."""
    assert "OWN001" not in codes()
    assert "OWN001" in codes(profile=DONOR)


def test_a_profile_leaves_out_what_it_does_not_ask() -> None:
    """A rule of the core that a donor does not share is not asked."""
    assert "LOG003" in codes()
    assert "LOG003" not in codes(profile=DONOR)


@pytest.mark.parametrize(("stage", "severity"), [("proposal", Severity.INFO), ("final", Severity.ERROR)])
def test_a_profile_says_how_much_a_finding_weighs_and_from_when(stage: str, severity: Severity) -> None:
    """Its severity goes before the rule's own, from the stage on that it names."""
    found = {f.code: f.severity for f in check(PROJECT, rules=OWN, profile=DONOR, stage=stage).findings}

    assert (Severity.ERROR, severity) == (found["LOG002"], found["OWN001"])


@pytest.mark.parametrize(
    ("project", "limits"),
    [
        (PROJECT, (24, 36)),
        (Project(id="p", title="P", period=Period.of_years(2017, 2019)), (24,)),
        (Project(id="p", title="P", period=Period.of_years(2019, 2020)), (36,)),
        (
            Project(id="p", title="P", period=Period.of_years(2019), plan=Plan(submitted=PartialDate(2018, 9))),
            (24,),
        ),
        (Project(id="p", title="P", period=Period(start=PartialDate(2019))), (36,)),
        (Project(id="p", title="P", period=Period(end=PartialDate(2018))), (24,)),
        (Project(id="p", title="P", period=Period(end=PartialDate(2019))), (24, 36)),
        (Project(id="p", title="P", period=Period(end=PartialDate(2019), length=Length(years=1))), (36,)),
        (Project(id="p", title="P", period=Period(length=Length(years=1))), (24, 36)),
        (
            Project(id="p", title="P", period=Period(length=Length(years=1), within=Period.of_years(2016, 2018))),
            (24,),
        ),
        (
            Project(id="p", title="P", period=Period(length=Length(years=1), within=Period.of_years(2019, 2020))),
            (36,),
        ),
        (
            Project(id="p", title="P", period=Period(length=Length(years=1), within=Period.of_years(2018, 2019))),
            (24, 36),
        ),
    ],
)
def test_the_date_of_the_project_chooses_the_limit(project: Project, limits: tuple[int, ...]) -> None:
    """The day of submission goes before the start; of an unknown date every limit may hold that its bounds reach."""
    (finding,) = [f for f in check(project, rules=OWN, profile=DONOR).findings if f.code == "OWN001"]

    assert f"p: {limits}" == finding.message


def test_a_profile_may_be_asked_as_of_a_date() -> None:
    """Then the limits of that date hold, whatever the project says, and the report tells it."""
    report = check(
        Project(id="p", title="P", period=Period.of_years(2017)), rules=OWN, profile=DONOR.on(PartialDate(2026))
    )

    assert "p: (36,)" in [finding.message for finding in report.findings]
    assert "donor@2026" == report.profile


def test_the_programme_names_its_profile() -> None:
    """Where nobody asks for a profile, each project is asked the one that its programme names, or its partnership's."""
    own = Project(id="a", title="A", programme=Programme(profile="icld"))
    shared = Project(id="b", title="B", partnership="twins")
    twins = Partnership(id="twins", programme=Programme(profile="icld"))

    assert "icld" == check(own).profile
    assert "icld" == check(Portfolio(partnerships=(twins,), projects=(shared,))).profile
    assert "core" == check(own, profile="core").profile
    assert check(Portfolio(projects=(own, PROJECT))).profile is None


def test_families_and_codes_are_selected_and_ignored() -> None:
    """A family stands for all its rules, and what is ignored is not asked though it is selected."""
    report = check(PROJECT, select=["LOG", "IND001"], ignore=["LOG003"])
    asked = {*report.passed, *report.not_applicable, *(f.code for f in report.findings)}
    asked |= {unjudged.code for unjudged in report.unknown}

    assert {"LOG", "IND"} == {code[:3] for code in asked}
    assert "LOG003" not in asked
    assert {"IND001"} == {code for code in asked if code.startswith("IND")}


@pytest.mark.parametrize(("word", "near"), [("LOG03", "LOG003"), ("LGO", "LOG"), ("log", "LOG")])
def test_what_is_no_rule_cannot_be_selected(word: str, near: str) -> None:
    """A slip is refused with the nearest code, since it would silently ask nothing."""
    with pytest.raises(UnknownCodeError) as select:
        check(PROJECT, select=[word])
    with pytest.raises(UnknownCodeError):
        check(PROJECT, ignore=[word])

    assert (near,) == select.value.nearest


def test_a_profile_that_names_a_rule_that_is_gone_is_refused() -> None:
    """Else a rule that was renamed would no longer be asked, and nobody would see it."""
    with pytest.raises(ProfileError, match=r"the profile 'donor' names the rule 'LOG03', .* \(did you mean 'LOG003'"):
        check(PROJECT, profile=Profile(name="donor", title="A donor", severities={"LOG03": Severity.INFO}))


@pytest.mark.parametrize("date", ["", "soon", "2026-13", "26", "2026-1"])
def test_a_profile_is_asked_as_of_dates_only(date: str) -> None:
    """What stands behind the @ is a year, a month or a day."""
    with pytest.raises(ProfileError, match="write it as core@2026"):
        profile_named(f"core@{date}")


WORDED = {made.code for made in RULES if made.wording}


def test_a_rule_that_looks_for_words_is_never_more_than_an_info() -> None:
    """Its own severity, at every stage and by every profile there is, is an info; and it is always a weakness."""
    weights = {one.severity(code, stage) for one in PROFILES.values() for code in WORDED for stage in Stage}
    own = {made.severity_at(stage) for made in RULES if made.wording for stage in Stage}

    assert {Severity.INFO} == own
    assert weights <= {None, Severity.INFO}
    assert {Nature.WEAKNESS} == {made.nature for made in RULES if made.wording}


@pytest.mark.parametrize("weight", [Severity.WARNING, {Stage.FINAL: Severity.ERROR}])
def test_no_profile_makes_more_of_words(weight: object) -> None:
    """A profile that would raise such a rule is refused, naming the rule; to call it an info is no matter."""
    with pytest.raises(ProfileError, match="makes more of TXT002 than an info"):
        check(PROJECT, profile=DONOR.with_severities({"TXT002": weight}), rules=OWN)  # type: ignore[dict-item]

    assert check(PROJECT, profile=DONOR.with_severities({"TXT002": Severity.INFO}), rules=OWN).findings


def test_one_word_names_all_that_look_for_words() -> None:
    """They stand in several families, and are selected or left out together."""
    text = {"en": "Sustainable water management"}
    frame = Logframe(objectives=(Objective(id="o", statement=Translated(tuple(text.items())), level=Level.OUTCOME),))
    project = Project(id="p", title="P", logframe=frame)

    assert {"TXT002"} == codes(project, select=["wording"])
    assert "TXT002" in codes(project)
    assert set() == codes(project, ignore=["wording"]) & WORDED
    assert {"IND", "PAR", "RSK", "TGT", "TXT"} == {code[:3] for code in WORDED}


def test_the_word_for_them_is_near_to_its_slips() -> None:
    """A slip in it is told with the right word, and where no such rule is there it names nothing."""
    with pytest.raises(UnknownCodeError, match="wording"):
        codes(ignore=["wordings"])
    with pytest.raises(UnknownCodeError):
        check(PROJECT, rules=[of_the_donor], select=["wording"])
