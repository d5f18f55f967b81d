"""The engine: stages, allowances, what is missing, and what holds for every model value."""

import concurrent.futures
import datetime as dt
import gc
import itertools
import random
from typing import Any

import attrs
import pendulum
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cooperation import load_example, testing
from cooperation.diagnostics import Allowance, Missing, Nature, Path, Report, Severity
from cooperation.errors import CooperationError, UnknownCodeError, UnknownProfileError
from cooperation.model import (
    Activity,
    Indicator,
    Level,
    Logframe,
    Objective,
    Organisation,
    PartialDate,
    Participation,
    Period,
    Plan,
    Portfolio,
    Project,
    Stage,
)
from cooperation.model.answer import Answer
from cooperation.model.structure import walk
from cooperation.rules import (
    NOT_APPLICABLE,
    PROFILES,
    RULES,
    Context,
    Fail,
    Profile,
    Rule,
    Unknown,
    check,
    page,
    pages,
    rule,
)

TODAY = pendulum.date(2020, 6, 15)

OUTCOME = Objective(id="clean-water", statement="Clean water is drunk", level=Level.OUTCOME)
PROJECT = Project(id="water", title="Water", logframe=Logframe(objectives=(OUTCOME,)))


def made(function: Any, **facts: Any) -> Rule:
    """A rule for one test."""
    return rule("TST001", **{"nature": Nature.OMISSION, "severity": Severity.WARNING, **facts})(function)


# Outcomes


def test_a_failing_rule_gives_a_finding_with_its_path() -> None:
    """A finding's path starts at what was checked, and its help is the rule's own where the rule says nothing."""
    report = check(Portfolio(projects=(PROJECT,)))
    finding = next(finding for finding in report.findings if finding.code == "LOG003")

    assert ("projects", 0, "logframe", "objectives", 0) == finding.path
    assert page("LOG003").fix == finding.help


@pytest.mark.parametrize(
    ("outcomes", "reached"),
    [
        ((), "passed"),
        ((NOT_APPLICABLE,), "not_applicable"),
        ((Unknown(Missing(("title",), "a title")),), "unknown"),
        ((Fail("found"),), "findings"),
        ((Fail("found"), Unknown(Missing((), "more"))), "findings"),
        ((NOT_APPLICABLE, Fail("found")), "findings"),
    ],
)
def test_four_outcomes(outcomes: tuple[Any, ...], reached: str) -> None:
    """A rule passes, fails, does not apply or cannot judge; the heaviest of what it says decides."""

    def something(_project: Project, _context: Context) -> Any:
        yield from outcomes

    report = check(PROJECT, rules=[made(something)])
    said = {name for name in ("findings", "passed", "not_applicable") if getattr(report, name)}

    assert said == ({reached} if reached != "unknown" else set())
    assert any(isinstance(outcome, Unknown) for outcome in outcomes) == bool(report.unknown)


def test_a_rule_that_judges_one_part_and_not_another_has_not_passed() -> None:
    """Of two parts one that cannot be judged keeps the rule from having passed."""

    def something(objective: Objective, _context: Context) -> Any:
        if objective.level is None:
            yield Unknown(Missing(("level",), "its level"))

    frame = Logframe(objectives=(OUTCOME, Objective(id="b", statement="B")))
    report = check(frame, rules=[made(something)])

    assert () == report.passed
    assert (Missing(("objectives", 1, "level"), "its level"),) == report.unknown[0].missing


def test_a_rule_with_nothing_to_look_at_does_not_apply() -> None:
    """A rule about activities has nothing to say of a project that has none."""
    assert "ACT008" in check(PROJECT).not_applicable


def test_missing_inputs_may_stand_higher_up() -> None:
    """A rule names an input of the project though it looks at an objective."""

    def something(_objective: Objective, _context: Context) -> Any:
        yield Unknown(Missing(("period",), "when"), of=Project)
        yield Unknown(Missing(("due",), "by when"))

    report = check(Portfolio(projects=(PROJECT,)), rules=[made(something)])
    objective = ("projects", 0, "logframe", "objectives", 0)

    assert (("projects", 0, "period"), (*objective, "due")) == tuple(m.path for m in report.unknown[0].missing)
    assert objective == report.unknown[0].path


def test_a_part_without_what_its_rule_needs_is_unknown() -> None:
    """An objective by itself cannot be judged by what would stand under it."""
    report = check(OUTCOME)
    found = next(unjudged for unjudged in report.unknown if unjudged.code == "LOG003")

    assert (Missing((), "the logframe it belongs to"),) == found.missing


def test_a_logframe_by_itself_can_be_judged() -> None:
    """A logframe needs no project around it."""
    assert ("objectives", 0) in [f.path for f in check(PROJECT.logframe).findings if f.code == "LOG003"]


def test_a_rule_may_look_at_several_classes() -> None:
    """A union of classes is looked at, each where it stands."""

    def something(part: Objective | Activity, _context: Context) -> Any:
        yield Fail(part.id)

    project = attrs.evolve(PROJECT, plan=Plan(activities=(Activity(id="drilling", title="Drilling"),)))
    report = check(project, rules=[made(something)])

    assert ["clean-water", "drilling"] == [finding.message for finding in report.findings]


def test_the_context_knows_what_is_around() -> None:
    """A rule can ask for the values around the part, nearest first."""
    asked: list[Any] = []

    def something(indicator: Indicator, context: Context) -> Any:
        asked.extend(
            [context.ancestor(Objective), context.ancestor(Project), context.ancestor(Indicator), context.field]
        )
        yield NOT_APPLICABLE

    objective = attrs.evolve(OUTCOME, indicators=(Indicator(id="taps", statement="Taps"),))
    project = attrs.evolve(PROJECT, logframe=Logframe(objectives=(objective,)))
    check(Portfolio(projects=(project,)), rules=[made(something)])

    assert [objective, project, None, "indicators"] == asked


# Stages


def test_a_summary_is_asked_for_contradictions_only() -> None:
    """What a summary leaves out is unstated, not missing."""
    report = check(PROJECT, stage="summary", today=TODAY)
    asked = {
        *report.passed,
        *report.not_applicable,
        *(u.code for u in report.unknown),
        *(f.code for f in report.findings),
    }

    assert () == report.findings
    assert {r.code for r in RULES if r.since is Stage.SUMMARY and not r.by_profile} == asked
    assert "LOG003" not in asked


def test_rules_of_a_later_stage_are_not_counted_before_it() -> None:
    """A rule about reports is asked of a progress report and nowhere before."""
    counted = [
        "CON004" in (*report.passed, *report.not_applicable, *(u.code for u in report.unknown))
        for report in (check(PROJECT, stage=stage) for stage in Stage)
    ]

    assert [False, False, True, True] == counted


def test_stage_of_the_argument_of_the_project_or_a_proposal() -> None:
    """The argument holds, else the project's own stage, else a proposal is assumed."""
    progress = attrs.evolve(PROJECT, stage=Stage.PROGRESS)

    assert "final" == check(progress, stage=Stage.FINAL).stage
    assert "progress" == check(progress).stage
    assert "proposal" == check(PROJECT).stage
    assert "proposal" == check(OUTCOME).stage


def test_projects_of_several_stages() -> None:
    """Each project of a portfolio is asked as what it claims to be, and the report names no one stage."""
    summary = attrs.evolve(PROJECT, id="summary", stage=Stage.SUMMARY)
    report = check(Portfolio(projects=(summary, PROJECT)))

    assert report.stage is None
    assert {1} == {finding.path[1] for finding in report.findings if finding.path}


def test_severity_by_stage() -> None:
    """A missing baseline is a warning in a proposal and an error from the first report on."""
    indicator = Indicator(id="taps", statement="Taps")
    judged = next(r for r in RULES if r.code == "TGT001")
    severities = [judged.severity_at(stage) for stage in Stage]

    assert [Severity.WARNING, Severity.WARNING, Severity.ERROR, Severity.ERROR] == severities
    assert "TGT001" in {unjudged.code for unjudged in check(indicator).unknown}


def test_unknown_stage() -> None:
    """A stage that does not exist is refused."""
    with pytest.raises(ValueError, match="'draft'"):
        check(PROJECT, stage="draft")


# Allowances


def test_an_allowance_silences_a_finding() -> None:
    """What is accepted is no finding, and is told apart with its reason."""
    plain = check(PROJECT, today=TODAY)
    report = check(PROJECT, today=TODAY, allowances=[Allowance(rule="LOG003", reason="The outputs are secret")])

    assert {"LOG003"} == {finding.code for finding in plain.findings} - {finding.code for finding in report.findings}
    assert [("LOG003", "The outputs are secret")] == [(s.finding.code, s.reason) for s in report.silenced]
    assert "LOG003" not in report.passed
    assert "DOC020" in report.passed


def test_an_allowance_holds_where_it_says() -> None:
    """An allowance for one place leaves the finding elsewhere."""
    project = attrs.evolve(PROJECT, logframe=Logframe(objectives=(OUTCOME, attrs.evolve(OUTCOME, id="b"))))
    allowance = Allowance(rule="LOG003", reason="Agreed", at="logframe.objectives[1]")
    report = check(project, allowances=[allowance])

    assert [("logframe", "objectives", 0)] == [f.path for f in report.findings if f.code == "LOG003"]
    assert [("logframe", "objectives", 1)] == [s.finding.path for s in report.silenced]


def test_an_allowance_for_an_unknown_rule_names_the_nearest() -> None:
    """A slip in a code is found, after everything in the document itself."""
    report = check(PROJECT, allowances=[Allowance(rule="LOG03", reason="Agreed")])

    assert ("DOC021", ("allowances", 0, "rule")) == (report.findings[-1].code, report.findings[-1].path)
    assert "did you mean 'LOG003'?" in report.findings[-1].message


def test_an_allowance_without_effect_is_found() -> None:
    """An allowance for what is not there is itself a finding; one for a rule that is not asked is not."""
    allowances = [Allowance(rule="LOG001", reason="Agreed"), Allowance(rule="LOG014", reason="Not our donor")]
    report = check(PROJECT, allowances=allowances)

    assert [("allowances", 0)] == [finding.path for finding in report.findings if finding.code == "DOC020"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, True),
        ({"select": ["LOG", "DOC"]}, True),
        ({"select": ["DOC"]}, False),  # LOG001 is not asked, so nobody knows whether it would be found
        ({"select": ["LOG"]}, False),  # and here the rule about allowances is not asked
        ({"ignore": ["LOG001"]}, False),
        ({"ignore": ["DOC020"]}, False),
        ({"profile": Profile(name="donor", title="A donor", leaves_out=("LOG001",))}, False),
        ({"stage": "summary"}, False),  # weaknesses are no matter of a summary
    ],
)
def test_an_allowance_is_held_only_against_what_is_asked(asked: dict[str, Any], found: bool) -> None:
    """Who asks for fewer rules is not told that the allowances for the others have no effect."""
    report = check(PROJECT, allowances=[Allowance(rule="LOG001", reason="Agreed")], **asked)

    assert found == ("DOC020" in {finding.code for finding in report.findings})


def test_an_allowance_for_a_rule_of_a_profile() -> None:
    """It has no effect only where a profile asks the rule, and is never one for a rule that does not exist."""

    def something(_project: Project, _context: Context) -> Any:
        yield NOT_APPLICABLE

    own = rule("OWN001", nature=Nature.OMISSION, severity=Severity.WARNING, by_profile=True)(something)
    allowances = [Allowance(rule="OWN001", reason="Agreed")]
    donor = Profile(name="donor", title="A donor", asks=("OWN001",))
    reports = [check(PROJECT, rules=[*RULES, own], allowances=allowances, profile=asked) for asked in (None, donor)]

    assert [False, True] == ["DOC020" in {f.code for f in report.findings} for report in reports]
    assert [] == [f for report in reports for f in report.findings if f.code == "DOC021"]


# Arguments


def test_today_is_a_parameter() -> None:
    """The day on which is asked decides what lies in the future."""
    day = Period.of_months(TODAY, 1)
    activity = Activity(id="a", title="A", actual=day)
    codes = [{f.code for f in check(activity, today=today).findings} for today in (TODAY, TODAY.subtract(days=1))]

    assert ["TIM006" in codes[0], "TIM006" in codes[1]] == [True, True]
    assert "TIM006" not in {f.code for f in check(activity, today=pendulum.date(2021, 1, 1)).findings}
    assert isinstance(check(activity), Report)


def test_profiles_are_known_by_name() -> None:
    """Only the core is there yet, and whoever asks for another is told so."""
    with pytest.raises(
        UnknownProfileError, match=r"no profile 'corr' \(did you mean 'core'\?\); there is core"
    ) as caught:
        check(PROJECT, profile="corr")

    assert ("corr", tuple(PROFILES), ("core",)) == (
        caught.value.profile,
        caught.value.known,
        caught.value.nearest,
    )
    assert isinstance(caught.value, CooperationError)
    assert check(PROJECT, today=TODAY).findings == check(PROJECT, profile="core", today=TODAY).findings
    assert "core" == check(PROJECT, profile="core").profile


@pytest.mark.parametrize("odd", [None, 5, "project.yaml", [PROJECT], {"id": "a"}])
def test_what_is_no_model_value_is_refused(odd: object) -> None:
    """A file's name or a list of projects is not silently found to be without faults."""
    with pytest.raises(TypeError, match="Portfolio, Project or a part of one"):
        check(odd)


def test_pages() -> None:
    """Every rule has a page under its code, and a code that does not exist names the nearest."""
    with pytest.raises(UnknownCodeError, match="did you mean 'LOG003'"):
        page("LOG03")

    assert sorted(r.code for r in RULES) == [one.code for one in pages()]
    assert "outcome-without-outputs" == page("LOG003").name
    assert ["IND016", "DOC005"] == [page(code).code for code in ("IND016", "DOC005")]
    assert ("V03",) == page("LOG003").catalogue


# Whatever is checked


def test_odd_values_in_a_tuple_are_survived() -> None:
    """A list that holds what does not belong there costs the rules that meet it, and nothing else."""
    odd: Any = ("a", 5, None, OUTCOME, object())
    project = Project(
        id="odd",
        title="Odd",
        partners=odd,
        involved=odd,
        continuations=odd,
        plan=Plan(budget=odd),
    )
    report = check(project, today=TODAY)

    assert any("values of the declared types" in m.what for u in report.unknown for m in u.missing)
    assert "ANA010" in {finding.code for finding in report.findings}


def test_a_rule_that_breaks_is_told_of() -> None:
    """A rule that raises is reported as one that could not judge, and what it found before is kept."""

    def something(_project: Project, _context: Context) -> Any:
        yield Fail("found")
        raise RuntimeError

    report = check(PROJECT, rules=[made(something)])

    assert ["found"] == [finding.message for finding in report.findings]
    assert "values of the declared types (met RuntimeError)" == report.unknown[0].missing[0].what


def test_a_rule_is_not_called_without_what_it_is_given() -> None:
    """Where the field is empty the rule does not apply, and where it is not, the function decides."""

    def something(objective: Objective, _context: Context) -> Any:
        assert objective.contributes_to
        yield Fail(objective.id)

    step = Objective(id="wells", statement="Ten wells", contributes_to=("clean-water",))
    mine = made(something, given="contributes_to")

    assert ["wells"] == [one.message for one in check(Logframe(objectives=(OUTCOME, step)), rules=[mine]).findings]
    assert ("TST001",) == check(Logframe(objectives=(OUTCOME,)), rules=[mine]).not_applicable


def test_a_check_leaves_no_circles_behind() -> None:
    """What a check makes goes with its last name, so that a service that checks a lot need not collect garbage."""
    portfolio = load_example("proposal")
    check(portfolio, profile="icld", today=TODAY)
    gc.collect()
    gc.disable()
    try:
        check(portfolio, profile="icld", today=TODAY)
        left = gc.collect()
    finally:
        gc.enable()

    assert 0 == left


@settings(deadline=None)
@given(testing.periods(), testing.partial_dates())
@example(Period.of_years(2019, 2020), PartialDate(2020))
@example(Period(start=PartialDate(2019), end=PartialDate(2020, 12, 30)), PartialDate(2020))
@example(Period(start=PartialDate(2019), end=PartialDate(2020, 6)), PartialDate(2020, 7))
@example(Period(start=PartialDate(2019, 1, 2), end=PartialDate(2020)), PartialDate(2019, 1))
@example(Period(start=PartialDate(2019, 2), end=PartialDate(2020)), PartialDate(2019, 1))
def test_the_context_covers_what_the_period_does(period: Period, moment: PartialDate) -> None:
    """What is quick about whole years says what the period says; a period that is only bounded tells nothing."""
    context = Context(stage=Stage.PROPOSAL, today=TODAY, project=attrs.evolve(PROJECT, period=period))

    assert (period.covers(moment) if period.is_placed else Answer.UNKNOWN) is context.covers(moment)


def test_an_organisation_is_looked_at_once() -> None:
    """An organisation that takes part twice is one organisation."""

    def something(organisation: Organisation, _context: Context) -> Any:
        yield Fail(organisation.id)

    vaxjo = Organisation(id="vaxjo", name="Växjö")
    partners = (Participation(organisation=vaxjo), Participation(organisation=vaxjo))
    report = check(
        Portfolio(organisations=(vaxjo,), projects=(attrs.evolve(PROJECT, partners=partners),)), rules=[made(something)]
    )

    assert [("organisations", 0)] == [finding.path for finding in report.findings]


def test_findings_stand_in_the_order_of_the_document() -> None:
    """Paths are ordered as fields are declared, and in one place errors come first."""

    def second(_project: Project, _context: Context) -> Any:
        yield Fail("plan", at=("plan",))
        yield Fail("info", at=("logframe", "risks"), severity=Severity.INFO)
        yield Fail("error", at=("logframe", "risks"), severity=Severity.ERROR)
        yield Fail("project")
        yield Fail("title", at=("title",))
        yield Fail("objectives", at=("logframe", "objectives"))

    report = check(PROJECT, rules=[made(second)])

    assert ["project", "title", "objectives", "error", "info", "plan"] == [f.message for f in report.findings]


def _resolves(root: Any, path: Path) -> bool:
    value = root
    for step in path:
        if isinstance(step, int):
            if not isinstance(value, tuple) or step >= len(value):
                return False
            value = value[step]
        else:
            if not hasattr(value, step):
                return False
            value = getattr(value, step)
    return True


# Rules that only a profile asks are asked here as well, with the limits of every donor at once.
EVERYTHING = Profile(
    name="everything",
    title="Whatever can be asked",
    asks=tuple(r.code for r in RULES if r.by_profile),
    limits=tuple(limit for one in PROFILES.values() for limit in one.limits),
)
A_PROFILE = st.sampled_from([*PROFILES.values(), EVERYTHING])


class TestEveryPortfolio:
    """DESIGN: rules are small functions; the engine walks, and review never raises."""

    @settings(deadline=None)
    @given(st.from_type(Portfolio), st.sampled_from([None, *Stage]), A_PROFILE, st.dates())
    def test_no_rule_stumbles(self, portfolio: Portfolio, stage: Stage | None, profile: Profile, day: dt.date) -> None:
        """No value of the declared types makes a rule stop, on whatever day it is asked."""
        today = pendulum.date(day.year, day.month, day.day)
        report = check(portfolio, stage=stage, profile=profile, today=today)

        assert [] == [u for u in report.unknown if any("declared types" in m.what for m in u.missing)]

    @settings(deadline=None)
    @given(st.from_type(Portfolio), A_PROFILE)
    def test_every_path_resolves(self, portfolio: Portfolio, profile: Profile) -> None:
        """Every finding and every part that could not be judged has its place in the model."""
        report = check(portfolio, stage=Stage.FINAL, profile=profile, today=TODAY)

        assert [] == [f for f in report.findings if not _resolves(portfolio, f.path)]
        assert [] == [u for u in report.unknown if not _resolves(portfolio, u.path)]
        # What is missing may stand below what is not there, such as the date of a baseline that was not taken.
        missing = [m for u in report.unknown for m in u.missing]
        assert [] == [
            m for m in missing if not any(_resolves(portfolio, m.path[: len(m.path) - cut]) for cut in (0, 1))
        ]

    @settings(deadline=None)
    @given(st.from_type(Portfolio), st.randoms(use_true_random=False), A_PROFILE)
    def test_the_order_of_the_rules_does_not_matter(
        self, portfolio: Portfolio, chance: random.Random, profile: Profile
    ) -> None:
        """The same report comes out, twice and in whatever order the rules are asked."""
        shuffled = list(RULES)
        chance.shuffle(shuffled)
        report = check(portfolio, profile=profile, today=TODAY)

        assert report == check(portfolio, profile=profile, today=TODAY)
        assert report == check(portfolio, profile=profile, today=TODAY, rules=shuffled)

    @settings(deadline=None)
    @given(st.from_type(Portfolio), A_PROFILE)
    def test_every_rule_that_is_asked_is_counted_once(self, portfolio: Portfolio, profile: Profile) -> None:
        """A rule has passed, did not apply, or found or missed something; never two of the first."""
        report = check(portfolio, stage=Stage.FINAL, profile=profile, today=TODAY)
        spoken = {f.code for f in report.findings} | {u.code for u in report.unknown}
        asked = {
            r.code for r in RULES if (r.code in profile.asks if r.by_profile else r.code not in profile.leaves_out)
        }

        assert asked == {*report.passed, *report.not_applicable, *spoken}
        assert not set(report.passed) & set(report.not_applicable)
        assert not spoken & {*report.passed, *report.not_applicable}

    @settings(deadline=None)
    @given(st.from_type(Portfolio))
    def test_what_a_project_says_of_itself_it_says_in_its_portfolio(self, portfolio: Portfolio) -> None:
        """A finding in a project that is checked alone is one in its portfolio too: more context unsays nothing.

        But an organisation is looked at where it stands first, and an id that leads nowhere may lead somewhere there.
        """
        whole = check(portfolio, profile=EVERYTHING, today=TODAY)
        for i, project in enumerate(portfolio.projects):
            alone = check(project, profile=EVERYTHING, today=TODAY).findings
            own = [f for f in alone if f.code != "DOC022" and "organisation" not in f.path]
            here = {(f.code, f.path[2:]) for f in whole.findings if f.path[:2] == ("projects", i)}

            assert [] == [str(f) for f in own if (f.code, f.path) not in here]

    @settings(deadline=None, max_examples=20)
    @given(st.from_type(Project), st.data(), A_PROFILE)
    def test_any_part_can_be_checked(self, project: Project, data: st.DataObject, profile: Profile) -> None:
        """Whatever stands in a project can be checked by itself."""
        parts = [node for _, node in walk(project)]
        part = data.draw(st.sampled_from(parts))
        report = check(part, profile=profile, today=TODAY)

        assert [] == [u for u in report.unknown if any("declared types" in m.what for m in u.missing)]


def test_threads_get_the_same_report() -> None:
    """Checks that run side by side do not meet."""
    portfolio = Portfolio(
        projects=tuple(attrs.evolve(PROJECT, id=f"p{i}", stage=stage) for i, stage in enumerate((*Stage, None)))
    )
    expected = check(portfolio, today=TODAY)
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        reports = list(pool.map(lambda _: check(portfolio, today=TODAY), range(64)))

    assert all(itertools.starmap(lambda one, other: one == other, ((expected, report) for report in reports)))


def test_the_last_year_of_the_calendar() -> None:
    """A project in the year 9999 has a year that ends, and no rule counts beyond it."""
    project = attrs.evolve(PROJECT, period=Period.of_years(9999))
    report = check(project, stage=Stage.PROGRESS, today=TODAY)

    assert [] == [u for u in report.unknown if any("declared types" in m.what for m in u.missing)]
    assert "CON004" in report.not_applicable


# Progress


def test_progress_is_told_after_each_project() -> None:
    """How many of how many; a project by itself is one of one."""
    told: list[tuple[int, int]] = []
    check(
        Portfolio(projects=tuple(attrs.evolve(PROJECT, id=f"p{n}") for n in range(3))),
        progress=lambda *n: told.append(n),
    )
    check(PROJECT, progress=lambda *n: told.append(n))

    assert [(1, 3), (2, 3), (3, 3), (1, 1)] == told
