"""The tables of the ten real projects and of the shipped proposal."""

import pytest

import cooperation as co
from cooperation import frames
from cooperation.frames import ColumnType
from cooperation.model import Portfolio


@pytest.fixture(params=["vaxjo", "proposal"])
def portfolio(request: pytest.FixtureRequest) -> Portfolio:
    """One of the shipped portfolios."""
    return co.load_example(request.param)


def test_counts_of_the_ten() -> None:
    """As many rows as the ten texts have parts."""
    portfolio = co.load_example("vaxjo")
    tables = frames.tables(portfolio)

    assert (10, 14) == (len(tables["projects"]), len(tables["organisations"]))
    assert sum(len(p.logframe.objectives) for p in portfolio) == len(tables["objectives"])
    assert sum(len(p.win_win.benefits) for p in portfolio) == len(tables["benefits"])
    assert sum(len(p.partners) + len(p.involved) for p in portfolio) == len(tables["participations"])
    assert 0 == len(tables["budget"])


def test_what_the_ten_texts_say() -> None:
    """The awkward facts of the texts are in the tables as they are in the texts."""
    portfolio = co.load_example("vaxjo")
    projects = {row["project"]: row for row in frames.projects(portfolio)}

    assert (None, None, False, 24) == tuple(
        projects["contact-centre"][name] for name in ("first_day", "last_day", "placed", "months")
    )
    assert (3, "2019 to 2020 (2 years)") == (
        projects["best-practices-3"]["series_number"],
        projects["energy-plan"]["period"],
    )
    assert ("7",) == projects["energy-plan"]["sdgs"]
    families = [row for row in frames.values(portfolio) if row["project"] == "coordination-structure"]

    assert [(None, 40), ("vaxjo", 20), ("jb-marks", 20)] == [(row["category"], row["number"]) for row in families]


def test_every_id_leads_somewhere(portfolio: Portfolio) -> None:
    """A column that joins a table finds its ids there; in the shipped portfolios nothing is left dangling."""
    tables = frames.tables(portfolio)
    for table in tables.values():
        for column in table.columns:
            if column.joins is None:
                continue
            target, _, name = column.joins.partition(".")
            scoped = target not in ("organisations", "projects")
            known = set(tables[target].select(*(("project",) if scoped else ()), name).rows())
            for row in table:
                ids = row[column.name] if column.type is ColumnType.TEXTS else (row[column.name],)
                asked = {((row["project"], one) if scoped else (one,)) for one in ids if one is not None}

                assert set() == asked - known, (table.name, column.name)


def test_positions_lead_back_into_the_model(portfolio: Portfolio) -> None:
    """Where a part has no id of its own, its position finds it."""
    for row in frames.benefits(portfolio):
        benefit = portfolio[row["project"]].win_win.benefits[row["position"]]

        assert (benefit.partner, benefit.statement) == (row["partner"], row["statement"])
    for row in frames.participations(portfolio):
        one = getattr(portfolio[row["project"]], row["list"])[row["position"]]

        assert (None if one.organisation is None else one.organisation.id) == row["organisation"]
    for row in frames.values(portfolio):
        indicator = next(one for one in portfolio[row["project"]].logframe.indicators if one.id == row["indicator"])
        held = (
            indicator.baseline if row["kind"] == "baseline" else getattr(indicator, f"{row['kind']}s")[row["position"]]
        )
        assert held is not None
        value = held.value if row["part"] is None else held.parts[row["part"]].value

        assert (row["state"] == "unknown") == (value is None)
        assert row["number"] == getattr(value, "number", None)
    for row in frames.budget(portfolio):
        budget = portfolio[row["project"]].plan.budget
        if row["entry"] == "line" and row["basis"] == "planned":
            assert budget is not None
            amount = budget.lines[row["position"]].amount
            assert amount is not None

            assert (amount.amount, amount.currency) == (row["amount"], row["currency"])


def test_findings_lead_back_into_the_model(portfolio: Portfolio) -> None:
    """There is a row a finding and a row for what could not be judged, each with its project."""
    report = co.check(portfolio)
    table = frames.findings(report, portfolio)

    assert len(report.findings) + len(report.silenced) + len(report.unknown) == len(table)
    assert all(row["project"] in portfolio for row in table if row["path"].startswith("projects"))


def test_languages() -> None:
    """Swedish titles where there are any, else what is there."""
    portfolio = co.load_example("vaxjo")
    own, english = frames.projects(portfolio)["title"], frames.projects(portfolio, language="en")["title"]

    assert "Kontaktcenter; utveckling av service och tillgänglighet" in own
    assert len(own) == len(english)
    assert all(own)
