"""Activities become projects: real files as their publishers would read them, and each fact by itself."""

import functools
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import pendulum
import pytest
from hypothesis import given

from cooperation import iati
from cooperation import model as m
from cooperation.iati import mapping
from cooperation.iati.mapping.codes import ROLE_CODES
from cooperation.iati.testing import records

ACTIVITY_FILES = [
    "codeforIATI__activity_with_empty_participating_org_narrative",
    "invented-parts-of-a-programme",
    "iati-data-access__worldbank-activity",
    "okfn__wri-521257057-strategic-plan-2023-2027",
    "invented-projects-and-components",
]


@functools.cache
def pairs(data: Path, name: str) -> list[tuple[iati.Activity, m.Project]]:
    """The activities of a file, each with its project."""
    file = iati.read(data / f"{name}.xml")
    assert isinstance(file, iati.Activities)
    portfolio = mapping.to_portfolio(file).value
    assert len(file.activities) == len(portfolio.projects)
    return list(zip(file.activities, portfolio.projects, strict=True))


def total(values: Any, default: str | None) -> Counter[str]:
    """The sum of amounts by currency."""
    sums: Counter[str] = Counter()
    for value in values:
        sums[value.currency or default] += value.amount
    return sums


def summed(moneys: Any) -> Counter[str]:
    """The sum of money by currency."""
    return Counter(m.Money.totals(money for money in moneys if money is not None))  # type: ignore[arg-type]  # amounts


@pytest.mark.parametrize("name", ACTIVITY_FILES)
class TestRealFiles:
    """Every number of a real file is found again in the model."""

    def test_budgets_add_up(self, data: Path, name: str) -> None:
        """The budgets of each activity, by currency; one that was revised counts once, as it was revised."""
        for activity, project in pairs(data, name):
            revised = {(b.period_start, b.period_end) for b in activity.budgets if b.type == "2"}
            budgets = [b for b in activity.budgets if b.type == "2" or (b.period_start, b.period_end) not in revised]
            lines = project.plan.budget.lines if project.plan.budget else ()
            planned = [line.approved or line.amount for line in lines if line.reported is None]

            assert total((b.value for b in budgets), activity.default_currency) == summed(planned)
            assert len(budgets) == len(planned)

    def test_transactions_add_up(self, data: Path, name: str) -> None:
        """What was spent, received and promised, by currency; loans and repayments are told to be lost."""
        carried = {"1", "2", "3", "11", "12", "13"}
        for activity, project in pairs(data, name):
            budget = project.plan.budget or m.Budget()
            moved = [t for t in activity.transactions if t.transaction_type in carried]
            spent = [t for t in activity.transactions if t.transaction_type == "4"]

            default = activity.default_currency
            assert total((t.value for t in moved), default) == summed(f.amount for f in budget.funding)
            assert total((t.value for t in spent), default) == summed(line.reported for line in budget.lines)

    def test_transactions_that_are_not_carried_are_told(self, data: Path, name: str) -> None:
        """Each of them stands in the list of losses."""
        mapped = mapping.to_portfolio(iati.read(data / f"{name}.xml"))
        lost = {loss.path for loss in mapped.lost}
        for i, (activity, _) in enumerate(pairs(data, name)):
            for j, moved in enumerate(activity.transactions):
                if moved.transaction_type not in {"1", "2", "3", "4", "11", "12", "13"}:
                    assert ("activities", i, "transactions", j) in lost

    def test_results_are_whole(self, data: Path, name: str) -> None:
        """Every result, indicator, baseline, target and actual value, at its level and of its time."""
        levels = {"1": m.Level.OUTPUT, "2": m.Level.OUTCOME, "3": m.Level.IMPACT}
        for activity, project in pairs(data, name):
            objectives = project.logframe.objectives

            assert [levels.get(str(r.type)) for r in activity.results] == [o.level for o in objectives]
            for result, objective in zip(activity.results, objectives, strict=True):
                assert str(result.title).strip() == str(objective.statement).strip()
                for said, told in zip(result.indicators, objective.indicators, strict=True):
                    aimed = [v for p in said.periods for v in p.targets if not v.dimensions]
                    reached = [v for p in said.periods for v in p.actuals if not v.dimensions]
                    assert Counter(v.value or None for v in aimed) == Counter(
                        map(_word, (*told.milestones, *told.targets))
                    )
                    assert Counter(v.value or None for v in reached) == Counter(map(_word, told.actuals))
                    assert bool(said.baselines) == (told.baseline is not None)

    def test_who_takes_part(self, data: Path, name: str) -> None:
        """Every organisation with a role; the same identifier is one organisation."""
        for activity, project in pairs(data, name):
            named = [o for o in activity.participating_orgs if o.ref or any(n.text.strip() for n in o.narratives)]

            assert len(named) == len(project.involved)
            assert [o.role for o in named] == [ROLE_CODES[p.role] for p in project.involved if p.role]

    def test_subjects(self, data: Path, name: str) -> None:
        """Every sector of every list with its share, but for goals of 2030, and every policy marker with its score."""
        for activity, project in pairs(data, name):
            sectors = [(s.code, s.percentage) for s in activity.sectors if s.vocabulary not in ("7", "8", "9")]
            markers = [(one.code, one.significance) for one in activity.policy_markers if one.vocabulary in (None, "1")]

            assert sectors == [(s.code, s.share) for s in project.tags.sectors]
            assert markers == [(p.marker.code, str(p.significance)) for p in project.tags.policy_markers]

    def test_it_comes_as_a_document_and_back(self, data: Path, name: str) -> None:
        """What was read is a document like any other: written and read it is equal."""
        from cooperation import formats

        portfolio = mapping.to_portfolio(iati.read(data / f"{name}.xml")).value

        assert portfolio == formats.loads(formats.dumps(portfolio))


def _word(observation: m.Observation) -> str | None:
    value = observation.value
    if isinstance(value, m.Number):
        return str(value.number)
    return None if value is None else str(value)


@given(records(iati.Activity))
def test_any_activity_is_read(activity: iati.Activity) -> None:
    """Whatever a record says, there is a project; what has no place is told with its path, and why."""
    mapped = mapping.to_portfolio(activity)

    assert 1 == len(mapped.value)
    assert all(lost.why and lost.path for lost in mapped.lost)


@given(records(iati.Organisation))
def test_any_organisation_is_read(organisation: iati.Organisation) -> None:
    """A record of an organisation is one of the register."""
    assert 1 == len(mapping.to_portfolio(organisation).value.organisations)


def test_a_published_activity_is_published_again(official: Any, data: Path) -> None:
    """An activity comes back with the same identifier, publisher, status, days, sectors and results."""
    from lxml import etree

    portfolio = mapping.to_portfolio(iati.read(data / "invented-projects-and-components.xml")).value
    file = iati.read(data / "invented-projects-and-components.xml")
    assert isinstance(file, iati.Activities)
    for activity, project in zip(file.activities, portfolio.projects, strict=True):
        if not any(d.type == "1" for d in activity.descriptions):
            continue
        told = mapping.from_project(project, within=portfolio).value

        assert official(
            etree.ElementTree(etree.fromstring(iati.dumps(iati.Activities(version="2.03", activities=(told,)))))
        )
        assert (activity.iati_identifier or "").strip() == told.iati_identifier
        assert activity.reporting_org is not None
        assert told.reporting_org is not None
        assert activity.reporting_org.ref == told.reporting_org.ref
        assert [(s.code, s.percentage) for s in activity.sectors] == [(s.code, s.percentage) for s in told.sectors]
        assert len(activity.transactions) == len(told.transactions)


def test_all_that_was_read_is_written_again(data: Path) -> None:
    """With the extension every published project comes back equal, and nothing more is lost than at first."""
    for name in ACTIVITY_FILES:
        first = mapping.to_portfolio(iati.read(data / f"{name}.xml"))
        written = mapping.from_portfolio(first.value, extension=True)
        second = mapping.to_portfolio(iati.read(iati.dumps(written.value)))

        assert () == written.lost
        assert first.value.projects == second.value.projects
        assert {lost.path for lost in second.lost} <= {lost.path for lost in first.lost}


def activity(**facts: Any) -> iati.Activity:
    """An activity with an identifier."""
    return iati.Activity(iati_identifier="SE-ON-1-7", **facts)


def project(**facts: Any) -> m.Project:
    """The project of an activity."""
    return mapping.to_portfolio(activity(**facts)).value.projects[0]


def lost(**facts: Any) -> set[tuple[str | int, ...]]:
    """The places of what is lost of an activity."""
    return {loss.path[2:] for loss in mapping.to_portfolio(activity(**facts)).lost}


class TestDetails:
    """How single facts are read."""

    @pytest.mark.parametrize(
        ("code", "status", "stage"),
        [
            ("1", m.ProjectStatus.PROPOSED, m.Stage.PROPOSAL), ("2", m.ProjectStatus.RUNNING, m.Stage.PROGRESS),
            ("3", m.ProjectStatus.ENDED, m.Stage.FINAL), ("4", m.ProjectStatus.ENDED, m.Stage.FINAL),
            ("5", m.ProjectStatus.CANCELLED, m.Stage.SUMMARY), ("6", None, m.Stage.SUMMARY), (None, None, None),
        ],
    )  # fmt: skip
    def test_status(self, code: str | None, status: m.ProjectStatus | None, stage: m.Stage | None) -> None:
        """Where an activity stands tells what its record is to be asked as."""
        told = project(activity_status=code)

        assert (status, stage) == (told.status, told.stage)

    def test_what_was_planned_and_what_was_in_fact(self) -> None:
        """Both are kept; where no plan is told, it runs as it ran, and a day that is as planned is told once."""
        days = tuple(
            iati.ActivityDate(type=kind, iso_date=pendulum.date(2019, month, 1))
            for kind, month in (("1", 1), ("2", 2), ("4", 9))
        )
        told = project(activity_dates=days)
        same = (*days, iati.ActivityDate(type="3", iso_date=pendulum.date(2019, 9, 1)))

        assert "2019-01-01 to 2019-09-01" == str(told.period)
        assert "2019-02-01 to 2019-09-01" == str(told.actual)
        assert set() == lost(activity_dates=days)
        assert told == project(activity_dates=same)
        assert {("activity_dates", 3)} == lost(activity_dates=same)

    def test_an_end_before_the_start_is_lost_and_told(self) -> None:
        """A period of the model cannot be reversed."""
        days = tuple(
            iati.ActivityDate(type=kind, iso_date=pendulum.date(year, 1, 1))
            for kind, year in (("1", 2020), ("3", 2019))
        )

        assert "from 2020-01-01" == str(project(activity_dates=days).period)
        assert ("activity_dates",) in lost(activity_dates=days)

    def test_one_organisation_has_one_value(self) -> None:
        """Two spellings of one identifier's name are a name and a variant."""
        named = tuple(
            iati.ParticipatingOrg(ref="SE-ON-1", role=role, narratives=(iati.Narrative(name),))
            for role, name in (("1", "Växjö"), ("4", "City of Växjö"))
        )
        told = project(participating_orgs=named)
        first, second = (one.organisation for one in told.involved)

        assert first == second
        assert first is not None
        assert ("Växjö", ["City of Växjö"]) == (first.name, [name.text for name in first.names])
        assert (m.Identifier("SE-ON", "1"),) == first.identifiers

    def test_a_former_identifier_of_the_publisher(self) -> None:
        """The code keeps the identifier it was built on (B1)."""
        told = mapping.to_portfolio(
            iati.Activity(
                iati_identifier="ZA-MDB-NW402-1",
                reporting_org=iati.ReportingOrg(
                    ref="ZA-MDB-NW405", type="11", narratives=(iati.Narrative("JB Marks"),)
                ),
                other_identifiers=(iati.OtherIdentifier(ref="ZA-MDB-NW402", type="B1"),),
            )
        ).value
        old = m.Identifier("ZA-MDB", "NW402")

        assert old == told.projects[0].codes[0].built_on
        assert (old,) == told.organisations[0].former_identifiers

    def test_an_identifier_that_stands_twice_makes_two_projects(self) -> None:
        """Real files repeat identifiers; the id is one of its own, the code stays."""
        file = iati.Activities(activities=(activity(), activity()))
        told = mapping.to_portfolio(file).value

        assert ["SE-ON-1-7", "SE-ON-1-7-2"] == [one.id for one in told]
        assert {"SE-ON-1-7"} == {one.codes[0].code for one in told}

    def test_languages(self) -> None:
        """A text of the common language is plain, another says its own."""
        title = iati.Text((iati.Narrative("Energiplan", "sv"), iati.Narrative("Energy plan", "en")))
        file = iati.Activities(
            activities=(activity(lang="sv", title=title), activity(lang="sv", title=iati.Text.of("Plan")))
        )
        told = mapping.to_portfolio(file).value

        assert "sv" == told.language
        assert [m.Translated((("sv", "Energiplan"), ("en", "Energy plan"))), "Plan"] == [one.title for one in told]

    def test_an_amount_without_a_currency_is_lost_and_told(self) -> None:
        """Nobody guesses one."""
        moved = iati.Transaction(transaction_type="1", value=iati.Value(amount=Decimal(5)))

        assert project(transactions=(moved,)).plan.budget is None
        assert ("transactions", 0, "value") in lost(transactions=(moved,))

    def test_a_value_that_is_not_said_is_unknown(self) -> None:
        """And one that is no number stays the words it is."""
        values = (iati.Measurement(), iati.Measurement(value="about 40"), iati.Measurement(value="0"))
        period = iati.Period(actuals=values)
        result = iati.Result(type="1", indicators=(iati.Indicator(measure="1", periods=(period,)),))
        (objective,) = project(results=(result,)).logframe.objectives

        assert [None, m.Described("about 40"), m.Number(Decimal(0))] == [
            one.value for one in objective.indicators[0].actuals
        ]

    def test_what_is_aimed_at_last_is_the_target(self) -> None:
        """What is aimed at before is a milestone."""
        periods = tuple(
            iati.Period(
                period_start=pendulum.date(year, 1, 1), period_end=pendulum.date(year, 12, 31),
                targets=(iati.Measurement(value=str(year)),),
            )
            for year in (2019, 2020)
        )  # fmt: skip
        result = iati.Result(type="1", indicators=(iati.Indicator(measure="1", periods=periods),))
        (one,) = project(results=(result,)).logframe.objectives[0].indicators

        assert (["2019"], ["2020"]) == ([_word(o) for o in one.milestones], [_word(o) for o in one.targets])

    def test_odd_relations_and_contacts_are_told_to_be_lost(self) -> None:
        """Neither is guessed to be something that the model has."""
        related = (iati.RelatedActivity(ref="SE-ON-1-6", type="30"),)
        contact = (iati.ContactInfo(emails=("info@example.org",)),)

        assert {("related_activities", 0), ("contact_infos",)} == lost(
            related_activities=related, contact_infos=contact
        )
