"""Projects become activities that are valid and say nothing that the project does not, or are refused with names."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import attrs
import pendulum
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from cooperation import iati, load_example
from cooperation import model as m
from cooperation import testing as t
from cooperation.diagnostics import Severity
from cooperation.formats import from_tree, to_tree
from cooperation.iati import mapping
from cooperation.iati.mapping import Lack, NotPublishableError
from cooperation.iati.mapping.differences import OTHERWISE

Official = Callable[[Any], bool]

# Its id is none that the strategies draw.
PUBLISHER = m.Organisation(
    id="vaxjo-kommun",
    name="City of Växjö",
    kind=m.OrganisationKind.LOCAL_GOVERNMENT,
    country="SE",
    identifiers=(m.Identifier("SE-ON", "212000-0662"),),
)
PROJECT = m.Project(
    id="energy-plan",
    title="Energy plan",
    codes=(m.ProjectCode(code="SE-ON-212000-0662-7", kind=m.ProjectCodeKind.IATI, given_by=PUBLISHER.id),),
    status=m.ProjectStatus.PROPOSED,
    period=m.Period(start=m.PartialDate(2019, 3, 1)),
    partners=(m.Participation(organisation=PUBLISHER, role=m.Role.COORDINATOR),),
    framing=m.Framing(summary="Two partners write a plan each."),
)


def activity(project: m.Project = PROJECT, **facts: Any) -> iati.Activity:
    """The activity of a project that has all the standard demands."""
    return mapping.from_project(attrs.evolve(project, **facts)).value


def file_of(value: iati.Activity) -> bytes:
    """The file of one activity."""
    return iati.dumps(iati.Activities(version="2.03", activities=(value,)))


CONTROLS = {ord(c): 0x2400 + ord(c) for c in map(chr, range(32)) if c not in "\t\n\r"} | {
    0xFFFE: 0x2420,
    0xFFFF: 0x2421,
}


def writable(portfolio: m.Portfolio) -> m.Portfolio:
    """The portfolio with a picture in the place of each character that XML has no place for."""

    def drawn(tree: Any) -> Any:
        if isinstance(tree, dict):
            return {drawn(key): drawn(value) for key, value in tree.items()}
        if isinstance(tree, list):
            return [drawn(item) for item in tree]
        return tree.translate(CONTROLS) if isinstance(tree, str) else tree

    return from_tree(m.Portfolio, drawn(to_tree(portfolio)))


DAYS = st.builds(m.PartialDate, st.integers(2015, 2025), st.integers(1, 12), st.integers(1, 28))
TIMES = DAYS | t.partial_dates()
SEEN = t.observations(value=t.values(), date=TIMES, parts=st.lists(t.parts(value=t.numbers()), max_size=2).map(tuple))
MEASURED = t.indicators(
    statement=st.just("What is counted"),
    measure=t.measures(),
    baseline=SEEN,
    targets=st.lists(SEEN, max_size=3).map(tuple),
    actuals=st.lists(SEEN, max_size=2).map(tuple),
)
LINES = t.budget_lines(year=TIMES, amount=t.moneys(), reported=st.none() | t.moneys())
FUNDS = t.fundings(amount=t.moneys(), period=DAYS.map(lambda day: m.Period(start=day, end=day)))


@st.composite
def publishable(draw: st.DrawFn, project: m.Project, number: int) -> m.Project:
    """A project that has what the standard demands and something in every element, whatever else it says."""
    code = attrs.evolve(PROJECT.codes[0], code=f"SE-ON-212000-0662-{number}", given_by=PUBLISHER.id)
    objectives = draw(st.lists(t.objectives(indicators=st.tuples(MEASURED)), max_size=2))
    named = tuple(
        attrs.evolve(o, id=f"objective-{i}", indicators=(attrs.evolve(o.indicators[0], id=f"i{i}"),))
        for i, o in enumerate(objectives)
    )
    budget = m.Budget(
        lines=tuple(attrs.evolve(line, id=None) for line in draw(st.lists(LINES, max_size=3))),
        funding=tuple(draw(st.lists(FUNDS, max_size=2))),
        total=draw(st.none() | t.moneys()),
    )
    return attrs.evolve(
        project,
        title=project.title if str(project.title).strip() else "Energy plan",
        codes=(*project.codes[:1], code),
        status=draw(st.sampled_from([s for s in m.ProjectStatus if s is not m.ProjectStatus.REJECTED])),
        period=m.Period(start=draw(DAYS), length=draw(st.none() | t.lengths())),
        partners=(m.Participation(organisation=PUBLISHER, role=m.Role.COORDINATOR), *project.partners),
        framing=attrs.evolve(project.framing, summary=draw(t.texts().filter(lambda text: str(text).strip()))),
        logframe=attrs.evolve(project.logframe, objectives=named) if named else project.logframe,
        plan=attrs.evolve(project.plan, budget=budget),
    )


@st.composite
def portfolios(draw: st.DrawFn) -> m.Portfolio:
    """Any portfolio, mostly one whose projects have what the standard demands."""
    portfolio = draw(t.portfolios().filter(lambda drawn: drawn.projects))
    if draw(st.integers(0, 7)) < 7:
        projects = tuple(draw(publishable(project, i)) for i, project in enumerate(portfolio.projects))
        organisations = (PUBLISHER, *portfolio.organisations)
        portfolio = attrs.evolve(portfolio, projects=projects, organisations=organisations)
    return writable(portfolio)


# What the rules of the standard may find wrong with a file, and what of the project is the cause.
OF_THE_PROJECT = {
    "IAT110": "no day on which it starts",
    "IAT111": "no language",
    "IAT120": "no sector",
    "IAT123": "a sector without a share beside another",
    "IAT124": "shares of sectors that do not add up",
    "IAT125": "an only sector with less than all",
    "IAT126": "a sector of one's own list without a name",
    "IAT116": "a fact that lies ahead",
    "IAT140": "no country",
    "IAT143": "a country without a share beside another",
    "IAT144": "shares of countries that do not add up",
    "IAT145": "an only country with less than all",
    "IAT154": "a line for more than a year",
    "IAT151": "a payment that lies ahead",
    "IAT152": "a valuation that lies ahead",
}


class TestAnything:
    """Whatever a portfolio says, it becomes a valid file, or what lacks is named."""

    @given(portfolios())
    def test_it_is_refused_with_names_or_written_valid(self, official: Official, portfolio: m.Portfolio) -> None:
        """The official schema takes every file that comes of it, with and without the extension."""
        for extension in (False, True):
            try:
                mapped = mapping.from_portfolio(portfolio, extension=extension)
            except NotPublishableError as error:
                refused = error
                assert refused.lacks
                assert all(lack.element and lack.message for lack in refused.lacks)
                return
            data = iati.dumps(mapped.value)

            assert official(etree.ElementTree(etree.fromstring(data)))
            assert mapped.value == attrs.evolve(iati.read(data), kept=None) or extension

    @given(portfolios())
    def test_what_is_said_with_the_extension_comes_back(self, portfolio: m.Portfolio) -> None:
        """A project comes back from a file with the extension as it was, and nothing is lost on the way."""
        try:
            mapped = mapping.from_portfolio(portfolio, extension=True)
        except NotPublishableError:
            return
        back = mapping.to_portfolio(iati.read(iati.dumps(mapped.value)))

        assert () == mapped.lost
        assert portfolio.projects == back.value.projects
        known = {organisation.id: organisation for organisation in back.value.organisations}
        assert [o for p in portfolio.projects for o in p.organisations] == [
            known[o.id] for p in portfolio.projects for o in p.organisations
        ]

    @given(portfolios())
    def test_what_is_wrong_with_the_file_is_wrong_with_the_project(self, portfolio: m.Portfolio) -> None:
        """The rules of the standard find no error that comes of how a project is written."""
        try:
            mapped = mapping.from_portfolio(portfolio)
        except NotPublishableError:
            return
        findings = iati.check_file(iati.dumps(mapped.value), today=pendulum.date(2030, 1, 1)).report.findings

        assert set() == {one.code for one in findings if one.severity is Severity.ERROR} - OF_THE_PROJECT.keys()

    @given(portfolios())
    def test_every_loss_has_a_place(self, portfolio: m.Portfolio) -> None:
        """A path of the list leads to something the project says, and the table says why it is not carried."""
        try:
            mapped = mapping.from_portfolio(portfolio)
        except NotPublishableError:
            return
        for lost in mapped.lost:
            assert lost.why
            assert lost.why != OTHERWISE
            if lost.path[0] == "projects":
                assert getattr(portfolio.projects[int(lost.path[1])], str(lost.path[2])) is not None


class TestWhatLacks:
    """Nothing is made up: a project that lacks what the standard demands is refused, with all that lacks at once."""

    def test_all_of_it_is_named_at_once(self) -> None:
        """An empty project lacks the identifier, the publisher, participants, a description, a status and a date."""
        with pytest.raises(NotPublishableError) as caught:
            mapping.from_project(m.Project(id="a", title=" "))

        assert [
            "iati-identifier", "reporting-org", "title", "description", "participating-org", "activity-status",
            "activity-date",
        ] == [lack.element for lack in caught.value.lacks]  # fmt: skip

    @pytest.mark.parametrize(
        ("facts", "path"),
        [
            ({"codes": ()}, ("codes",)),
            ({"codes": (attrs.evolve(PROJECT.codes[0], given_by=None),)}, ("codes", 0, "given_by")),
            ({"codes": (attrs.evolve(PROJECT.codes[0], given_by="icld"),)}, ("organisations", "icld", "name")),
            ({"title": ""}, ("title",)),
            ({"framing": m.Framing()}, ("framing", "summary")),
            ({"status": None}, ("status",)),
            ({"status": m.ProjectStatus.REJECTED}, ("status",)),
            ({"period": None}, ("period",)),
            ({"period": m.Period.of_years(2019, 2020)}, ("period",)),
            ({"period": m.Period(start=m.PartialDate(2019, 3))}, ("period",)),
            ({"partners": (m.Participation(organisation=PUBLISHER),)}, ("partners",)),
            ({"partners": (m.Participation(organisation=PUBLISHER, role=m.Role.EVALUATOR),)}, ("partners",)),
        ],
    )
    def test_each_fact_by_itself(self, facts: dict[str, Any], path: tuple[str | int, ...]) -> None:
        """A year is no day, a role of practice no role of the standard, a rejected proposal no activity."""
        with pytest.raises(NotPublishableError) as caught:
            activity(**facts)

        assert path in [lack.path for lack in caught.value.lacks]

    @pytest.mark.parametrize(
        ("organisation", "path"),
        [
            (attrs.evolve(PUBLISHER, kind=None), ("organisations", "vaxjo-kommun", "kind")),
            (attrs.evolve(PUBLISHER, name=None), ("organisations", "vaxjo-kommun", "name")),
            (attrs.evolve(PUBLISHER, identifiers=()), ("organisations", "vaxjo-kommun", "identifiers")),
        ],
    )
    def test_who_publishes_must_be_known(self, organisation: m.Organisation, path: tuple[str, ...]) -> None:
        """The standard demands name, kind and identifier of the organisation that reports."""
        with pytest.raises(NotPublishableError) as caught:
            activity(partners=(m.Participation(organisation=organisation, role=m.Role.COORDINATOR),))

        assert [path] == [lack.path for lack in caught.value.lacks]

    def test_a_text_that_no_file_can_hold_is_named(self) -> None:
        """XML has no place for a control character."""
        with pytest.raises(NotPublishableError) as caught:
            activity(aliases=("a\x00b",))

        assert [("aliases", 0)] == [lack.path for lack in caught.value.lacks]

    def test_none_of_the_ten_is_publishable_and_each_says_why(self) -> None:
        """The public descriptions name no identifier, no role and no day; nothing is made up for them."""
        portfolio = load_example("vaxjo")
        for project in portfolio:
            with pytest.raises(NotPublishableError) as caught:
                mapping.from_project(project, within=portfolio)
            found = {lack.element for lack in caught.value.lacks}

            assert {"iati-identifier", "reporting-org", "participating-org", "activity-date"} <= found
            assert (project.status is None) == ("activity-status" in found)

    def test_who_reports_may_be_said_beside_the_document(self) -> None:
        """A publisher brings its identifier, and still no day, no role and no status is made up."""
        portfolio = load_example("vaxjo")
        reporter = mapping.Reporter.of("vaxjo=SE-ON-212000-0662")
        for project in portfolio:
            with pytest.raises(NotPublishableError) as caught:
                mapping.from_project(project, within=portfolio, reporter=reporter)
            found = {lack.element for lack in caught.value.lacks}

            assert {"participating-org", "activity-date"} == found - {"activity-status"}

    def test_a_reporter_publishes_what_has_no_code(self) -> None:
        """The code is its identifier with the project's id behind it; one with a code keeps it; all comes back."""
        who = attrs.evolve(PUBLISHER, identifiers=())
        partners = (m.Participation(organisation=who, role=m.Role.COORDINATOR),)
        project = attrs.evolve(PROJECT, codes=(), partners=partners)
        reporter = mapping.Reporter(who.id, PUBLISHER.identifiers[0])
        told = mapping.from_project(project, reporter=reporter, extension=True)
        back = mapping.to_portfolio(iati.read(file_of(told.value))).value.projects[0]

        assert ("SE-ON-212000-0662-energy-plan", "SE-ON-212000-0662") == (
            told.value.iati_identifier, told.value.reporting_org and told.value.reporting_org.ref,
        )  # fmt: skip
        assert attrs.evolve(project, codes=(reporter.code_of(project.id),), partners=back.partners) == back
        assert PUBLISHER == back.partners[0].organisation
        assert PROJECT.codes[0].code == mapping.from_project(PROJECT, reporter=reporter).value.iati_identifier

    @pytest.mark.parametrize("words", ["vaxjo", "vaxjo=", "=SE-ON-1", "vaxjo=212000"])
    def test_words_that_name_no_reporter(self, words: str) -> None:
        """An id and an identifier stand on either side of the sign."""
        with pytest.raises(ValueError, match="names no reporter"):
            mapping.Reporter.of(words)

    def test_a_portfolio_is_refused_whole(self) -> None:
        """What lacks in any project is told with its place among the projects."""
        portfolio = m.Portfolio(projects=(PROJECT, attrs.evolve(PROJECT, id="b", status=None)))

        with pytest.raises(NotPublishableError) as caught:
            mapping.from_portfolio(portfolio)
        assert [("projects", 1, "status")] == [lack.path for lack in caught.value.lacks]

    def test_a_file_has_at_least_one_activity(self) -> None:
        """An empty portfolio is no file of the standard."""
        with pytest.raises(NotPublishableError, match="at least one activity"):
            mapping.from_portfolio(m.Portfolio())

    def test_the_message_counts_and_lists(self) -> None:
        """One line for each fact."""
        error = NotPublishableError([Lack(("title",), "title", "what it is called")])

        assert "a fact lacks that IATI demands:\n  title: what it is called (for <title>)" == str(error)


def indicator(**facts: Any) -> m.Project:
    """A project with one indicator."""
    held = m.Indicator(**{"id": "plans", "statement": "Plans", "measure": m.Measure.UNIT, **facts})
    output = m.Objective(id="plan", statement="A plan", level=m.Level.OUTPUT, indicators=(held,))
    return attrs.evolve(PROJECT, logframe=m.Logframe(objectives=(output,)))


YEAR = m.PartialDate(2020)


class TestUnknownValues:
    """An unknown value is never written, least of all as 0 (T04, TGT004)."""

    @pytest.mark.parametrize("value", [None, m.NotApplicable(), m.Described("many"), m.Ratio(Decimal(1), Decimal(2))])
    def test_it_is_left_out(self, value: m.Value | None) -> None:
        """Neither baseline nor target nor actual value is written, and all three are told to be lost."""
        held = m.Observation(value=value, date=YEAR)
        mapped = mapping.from_project(indicator(baseline=held, targets=(held,), actuals=(held,)))
        (written,) = mapped.value.results[0].indicators

        assert () == written.baselines
        assert () == written.periods
        lost = {lost.path[-1] for lost in mapped.lost if "indicators" in lost.path}
        assert {"baseline", "targets", "actuals"} == lost

    def test_a_zero_is_written(self) -> None:
        """A known 0 is a value like any other."""
        held = m.Observation(value=m.Number(Decimal(0)), date=YEAR)
        written = activity(indicator(baseline=held, targets=(held,))).results[0].indicators[0]

        assert "0" == written.baselines[0].value
        assert "0" == written.periods[0].targets[0].value

    @given(t.indicators(statement=st.just("Plans"), measure=t.measures()))
    def test_no_value_comes_from_nowhere(self, held: m.Indicator) -> None:
        """Whatever an indicator says, its element has no more zeros than the indicator has."""
        output = m.Objective(id="plan", statement="A plan", indicators=(held,))
        portfolio = writable(m.Portfolio.of(attrs.evolve(PROJECT, logframe=m.Logframe(objectives=(output,)))))
        written = mapping.from_portfolio(portfolio).value.activities[0].results
        words = [
            value.value
            for result in written
            for one in result.indicators
            for value in (*one.baselines, *(v for p in one.periods for v in (*p.targets, *p.actuals)))
        ]
        zeros = [word for word in words if word is not None and Decimal(word) == 0]
        known = [*([held.baseline] if held.baseline else []), *held.milestones, *held.targets, *held.actuals]
        values = [v for o in known for v in (o.value, *(part.value for part in o.parts))]

        assert len(zeros) <= sum(v is not None and v.as_fraction == 0 for v in values)


class TestDetails:
    """How single facts are told."""

    def test_a_target_of_a_year_is_of_the_year(self) -> None:
        """A period from the first day to the last is true of a year; a day would be made up."""
        (period,) = (
            activity(indicator(targets=(m.Observation(value=m.Number(Decimal(2)), date=YEAR),)))
            .results[0]
            .indicators[0]
            .periods
        )

        assert (pendulum.date(2020, 1, 1), pendulum.date(2020, 12, 31)) == (period.period_start, period.period_end)

    def test_a_share_is_told_in_per_cent_or_not_at_all(self) -> None:
        """120 of 400 are exactly 30 per cent; 1 of 3 has no end as a decimal, and nothing is rounded."""
        shares = (
            m.Ratio(Decimal(120), Decimal(400)),
            m.Ratio(Decimal(1), Decimal(3)),
            m.Ratio(Decimal(-1), Decimal(800)),
        )
        targets = tuple(m.Observation(value=share, date=m.PartialDate(2020 + i)) for i, share in enumerate(shares))
        (one,) = activity(indicator(measure=m.Measure.PERCENTAGE, targets=targets)).results[0].indicators

        assert ["30", "-0.125"] == [period.targets[0].value for period in one.periods]

    def test_what_is_told_in_words_stands_in_the_comment(self) -> None:
        """A qualitative indicator has no value in the standard."""
        held = m.Observation(value=m.Described("Good"), date=YEAR, comment="Asked in 2020")
        (one,) = activity(indicator(measure=m.Measure.QUALITATIVE, targets=(held,))).results[0].indicators
        (target,) = one.periods[0].targets

        assert (None, "Good") == (target.value, str(target.comment))

    def test_groups_are_values_with_dimensions(self) -> None:
        """The whole stands first, and a group of which nothing is known is left out."""
        women, men = (
            m.Part(of=(m.Category("sex", who),), value=v) for who, v in (("women", m.Number(Decimal(3))), ("men", None))
        )
        held = m.Observation(value=m.Number(Decimal(5)), date=YEAR, parts=(women, men))
        (period,) = activity(indicator(actuals=(held,))).results[0].indicators[0].periods

        assert [("5", []), ("3", [("sex", "women")])] == [
            (value.value, [(d.name, d.value) for d in value.dimensions]) for value in period.actuals
        ]

    @pytest.mark.parametrize(
        ("level", "code"),
        [
            (m.Level.OUTPUT, "1"), (m.Level.OUTCOME, "2"), (m.Level.INTERMEDIATE_OUTCOME, "2"), (m.Level.IMPACT, "3"),
            (None, "9"),
        ],
    )  # fmt: skip
    def test_levels(self, level: m.Level | None, code: str) -> None:
        """Each level has a type of result."""
        project = indicator()
        (objective,) = project.logframe.objectives
        changed = attrs.evolve(project, logframe=m.Logframe(objectives=(attrs.evolve(objective, level=level),)))

        assert code == activity(changed).results[0].type

    def test_a_former_identifier_is_told(self) -> None:
        """The publisher's present identifier reports; the one the code was built on is its former one (B1)."""
        old, new = m.Identifier("ZA-MDB", "NW402"), m.Identifier("ZA-MDB", "NW405")
        who = attrs.evolve(PUBLISHER, identifiers=(new,), former_identifiers=(old,))
        code = attrs.evolve(PROJECT.codes[0], code="ZA-MDB-NW402-1", built_on=old)
        told = activity(codes=(code,), partners=(m.Participation(organisation=who, role=m.Role.COORDINATOR),))

        assert "ZA-MDB-NW405" == told.reporting_org.ref  # type: ignore[union-attr]  # there is one
        assert [("ZA-MDB-NW402", "B1")] == [(other.ref, other.type) for other in told.other_identifiers]

    def test_a_score_that_nobody_gave_is_not_0(self) -> None:
        """A marker without significance is left out; one that was found not to be aimed at says 0."""
        held = (m.PolicyMarker(marker=m.Marker.TRADE), m.PolicyMarker(marker=m.Marker.NUTRITION, significance=0))
        told = activity(tags=m.Tags(policy_markers=held)).policy_markers

        assert [("12", "0")] == [(marker.code, marker.significance) for marker in told]

    def test_goals_and_targets_have_vocabularies(self) -> None:
        """A goal is of vocabulary 2, a target of 3, and an indicator is told as its target."""
        held = tuple(m.SdgTag(code=code) for code in ("7", "16.10", "16.10.2"))

        assert [("2", "7"), ("3", "16.10"), ("3", "16.10")] == [
            (tag.vocabulary, tag.code) for tag in activity(tags=m.Tags(sdgs=held)).tags
        ]

    def test_days_are_planned_unless_they_are_told_as_facts(self) -> None:
        """That a project has ended does not say that it ended on the day that was planned."""
        start, end, later = m.PartialDate(2019, 3, 1), m.PartialDate(2020, 2, 29), m.PartialDate(2020, 5, 31)
        period = m.Period(start=start, end=end)
        planned = activity(status=m.ProjectStatus.ENDED, period=period)
        ended = activity(period=period, actual=m.Period(start=start, end=later))

        assert [("1", start.earliest), ("3", end.earliest)] == [(d.type, d.iso_date) for d in planned.activity_dates]
        assert [("2", start.earliest), ("3", end.earliest), ("4", later.earliest)] == [
            (d.type, d.iso_date) for d in ended.activity_dates
        ]

    def test_what_is_told_otherwise_is_told_to_be_lost(self) -> None:
        """A level, a status or a value that comes back as another stands in the list, with its reason."""
        about = m.Observation(value=m.Number(Decimal(7), approximate=True), date=YEAR)
        project = indicator(baseline=about)
        (objective,) = project.logframe.objectives
        level = attrs.evolve(objective, level=m.Level.INTERMEDIATE_OUTCOME)
        changed = attrs.evolve(project, logframe=m.Logframe(objectives=(level,)), status=m.ProjectStatus.APPROVED)
        lost = {lost.path: lost.why for lost in mapping.from_project(changed).lost}

        at = ("logframe", "objectives", 0)
        assert "an intermediate outcome is an outcome (2)" == lost[*at, "level"]
        assert "proposed and approved are one, and none is for a rejected proposal" == lost[("status",)]
        assert {(*at, "indicators", 0, "baseline", "value")} == {path for path in lost if "baseline" in path}
        assert (*at, "statement") not in lost


def sek(amount: int, **more: Any) -> m.Money:
    """An amount."""
    return m.Money(amount=Decimal(amount), currency="SEK", **more)


class TestMoney:
    """Budgets of a year, and transactions of a day."""

    def test_lines_are_summed_up_by_year_and_currency(self) -> None:
        """A line without a year is not told, and nothing is split or moved to a year."""
        lines = (
            m.BudgetLine(year=YEAR, amount=sek(5)), m.BudgetLine(year=YEAR, amount=sek(7)),
            m.BudgetLine(year=m.PartialDate(2021), approved=sek(3)), m.BudgetLine(amount=sek(11)),
            m.BudgetLine(year=YEAR, amount=m.Money(amount=Decimal(2), currency="ZAR")),
        )  # fmt: skip
        told = activity(plan=m.Plan(budget=m.Budget(lines=lines))).budgets

        assert [
            ("2020-01-01", "12", "SEK", None),
            ("2021-01-01", "3", "SEK", "2"),
            ("2020-01-01", "2", "ZAR", None),
        ] == [
            (str(b.period_start), str(b.value.amount), b.value.currency, b.status) for b in told if b.value is not None
        ]

    def test_a_project_year_is_no_calendar_year(self) -> None:
        """The second year of a project is not the year 2, and a financial year is told as the days it has."""
        financial = m.Period(start=m.PartialDate(2020, 4), end=m.PartialDate(2021, 3))
        lines = (
            m.BudgetLine(year=m.PartialDate(2), amount=sek(5)),
            m.BudgetLine(period=financial, amount=sek(7)),
        )  # fmt: skip
        mapped = mapping.from_project(attrs.evolve(PROJECT, plan=m.Plan(budget=m.Budget(lines=lines))))

        assert [("2020-04-01", "2021-03-31")] == [
            (str(b.period_start), str(b.period_end)) for b in mapped.value.budgets
        ]
        assert ("plan", "budget", "lines", 0) in {lost.path[:4] for lost in mapped.lost}

    @pytest.mark.parametrize(("end", "many"), [(m.PartialDate(2020, 2, 29), 1), (m.PartialDate(2020, 3, 1), 0)])
    def test_a_total_is_told_of_at_most_a_year(self, end: m.PartialDate, many: int) -> None:
        """A budget of the standard is of at most a year, and a longer project's total is not split."""
        period = m.Period(start=m.PartialDate(2019, 3, 1), end=end)

        assert many == len(activity(period=period, plan=m.Plan(budget=m.Budget(total=sek(9)))).budgets)

    def test_what_moved_on_a_day_is_a_transaction(self) -> None:
        """Spent, received and promised; a year is no day."""
        day = m.PartialDate(2020, 5, 6)
        budget = m.Budget(
            lines=(m.BudgetLine(year=day, reported=sek(1)), m.BudgetLine(year=YEAR, reported=sek(2))),
            funding=(
                m.Funding(amount=sek(3), status=m.FundingStatus.RECEIVED, period=m.Period(start=day, end=day)),
                m.Funding(
                    source=PUBLISHER.id,
                    amount=sek(4),
                    status=m.FundingStatus.COMMITTED,
                    period=m.Period(start=day, end=day),
                ),
                m.Funding(amount=sek(5), status=m.FundingStatus.RECEIVED, period=m.Period(start=YEAR, end=YEAR)),
                m.Funding(amount=sek(6), status=m.FundingStatus.APPLIED_FOR, period=m.Period(start=day, end=day)),
            ),
        )
        told = activity(plan=m.Plan(budget=budget)).transactions

        assert [("4", "1"), ("1", "3"), ("2", "4")] == [
            (one.transaction_type, str(one.value.amount)) for one in told if one.value is not None
        ]

    def test_a_day_of_valuation_is_kept(self) -> None:
        """Where none is known it is the first day of the period."""
        lines = (
            m.BudgetLine(year=YEAR, amount=sek(5, on=m.PartialDate(2019, 9, 30))),
            m.BudgetLine(year=YEAR, amount=sek(7)),
        )  # fmt: skip
        told = activity(plan=m.Plan(budget=m.Budget(lines=lines))).budgets

        assert ["2019-09-30", "2020-01-01"] == [str(b.value.value_date) for b in told if b.value is not None]


class TestProposal:
    """The proposal that comes along, as a file of the standard."""

    def test_it_is_valid_and_free_of_faults(self, official: Official) -> None:
        """The official schema and the ruleset have nothing to say against it, with and without the extension."""
        for extension in (False, True):
            data = iati.dumps(mapping.from_portfolio(load_example("proposal"), extension=extension).value)

            assert official(etree.ElementTree(etree.fromstring(data)))
            assert () == iati.check_file(data, today=pendulum.date(2026, 1, 1)).report.findings

    def test_it_comes_back_whole_with_the_extension(self) -> None:
        """Win-win, assumptions, scope and all the rest."""
        portfolio = load_example("proposal")
        mapped = mapping.from_portfolio(portfolio, extension=True)
        back = mapping.to_portfolio(iati.read(iati.dumps(mapped.value)))

        assert () == mapped.lost
        assert () == back.lost
        assert portfolio == back.value

    def test_what_it_loses_without_is_told(self) -> None:
        """What the standard has no place for stands in the list, and what it has a place for does not."""
        mapped = mapping.from_portfolio(load_example("proposal"))
        lost = {lost.path[2:] for lost in mapped.lost if lost.path[0] == "projects"}

        assert {
            ("win_win",),
            ("continuations",),
            ("framing", "problems"),
            ("plan", "activities"),
            ("logframe", "risks"),
        } <= lost
        assert not {("title",), ("tags", "sectors"), ("tags", "policy_markers"), ("codes",)} & lost
        assert not [path for path in lost if path[-1] == "statement"]

    def test_versions_of_a_text_keep_their_order(self) -> None:
        """Also where the first one has nothing to read in it, and no narrative."""
        title = m.Translated((("tn", ""), ("pt-BR", "Plano"), ("sv", " "), ("en", "Plan")))
        told = mapping.from_project(attrs.evolve(PROJECT, title=title), extension=True).value

        assert ["Plano", "Plan"] == [one.text for one in told.title.narratives]  # type: ignore[union-attr]  # it has one
        assert title == mapping.to_portfolio(iati.read(file_of(told))).value.projects[0].title

    def test_a_change_of_the_file_holds(self) -> None:
        """Whoever changes the title in the file finds the changed title, beside all that the extension tells."""
        portfolio = load_example("proposal")
        (told,) = mapping.from_portfolio(portfolio, extension=True).value.activities
        changed = attrs.evolve(told, title=iati.Text.of("Another title"))
        (project,) = mapping.to_portfolio(iati.read(file_of(changed))).value.projects

        assert "Another title" == project.title
        assert portfolio.projects[0].win_win == project.win_win

    def test_an_extension_that_does_not_fit_is_left_out_and_told(self) -> None:
        """A file whose own elements say something is read, whatever the extension says."""
        data = file_of(mapping.from_project(PROJECT, extension=True).value)
        spoilt = data.replace(b"</coop:project>", b"<coop:stage>never</coop:stage></coop:project>")
        unreadable = data.replace(b"<coop:project", b'<coop:project is="odd"')

        for changed in (spoilt, unreadable):
            assert changed != data
            mapped = mapping.to_portfolio(iati.read(changed))
            assert "Energy plan" == mapped.value.projects[0].title
            assert "the extension" in [lost.what for lost in mapped.lost]
