"""The parts of a report on a portfolio of several projects."""

from collections.abc import Iterator, Sequence

import pendulum

from cooperation import codelists, measures, views
from cooperation.model import Portfolio, Project
from cooperation.report._findings import MOST, findings, rules, unjudged, verdict
from cooperation.report._page import Part, filled
from cooperation.report._pieces import Tile, bars, chunks, picture, table, tiles
from cooperation.report._subject import Subject
from cooperation.views.telling import Teller, amount, joined, some, word

__all__ = ["portfolio_parts"]

_MOST_YEARS = 100

_FEW = 60
"""How many projects are drawn one by one; of more there is only how many there are."""


def portfolio_parts(subject: Subject, teller: Teller, today: pendulum.Date) -> Iterator[Part]:
    """Each part as soon as it is made, in the order of the page."""
    portfolio = subject.portfolio
    language = teller.language or None
    is_small = len(portfolio) <= _FEW
    yield Part(id="summary", heading="Summary", html=tiles(_tiles(subject)))
    yield Part(
        id="projects", heading="Projects", html=chunks(views.portfolio(portfolio, language=language)), is_wide=True
    )
    drawn = picture(views.portfolio_timeline(portfolio, language=language)) if is_small and len(portfolio) else ""
    yield Part(id="time", heading="Time", html=drawn + _years(portfolio, today) + _chains(portfolio, teller))
    yield Part(id="partners", heading="Partners", html=chunks(views.partners(portfolio, language=language)))
    yield Part(
        id="gains", heading="Who gains what", html=chunks(views.gains(portfolio, language=language)), is_wide=True
    )
    goals = picture(views.sdg_bars(portfolio, language=language)) if is_small else _goals(portfolio)
    yield Part(id="goals", heading="Goals and markers", html=goals + _markers(portfolio))
    if any(project.plan.budget is not None for project in portfolio):
        yield Part(id="money", heading="Money", html=table(views.budget(portfolio, by=("year",), language=language)))
    listed = len(subject.report.findings) <= MOST
    yield Part(id="findings", heading="Findings", html=findings(subject) if listed else rules(subject))
    yield Part(id="unknown", heading="What is not known", html=table(views.completeness(portfolio)) + unjudged(subject))


def _tiles(subject: Subject) -> Iterator[Tile]:
    portfolio = subject.portfolio
    said, tone = verdict(subject)
    asked = subject.report.stage or "what each project is"
    by = subject.report.profile
    yield Tile("Check", said, f"asked as {asked}{f', by the profile {by}' if by else ''}", tone)
    waiting = len({one.code for one in subject.report.unknown})
    yield Tile("Could not be judged", some(waiting, "rule"), "for want of facts", "unknown" if waiting else "plain")
    yield Tile("Projects", str(len(portfolio)), some(len(portfolio.partnerships), "partnership"))
    organisations = {one.id: one for project in portfolio for one in project.organisations}
    countries = {one.country for one in organisations.values() if one.country is not None}
    nowhere = sum(one.country is None for one in organisations.values())
    yield Tile(
        "Organisations that take part",
        str(len(organisations)),
        f"in {len(countries)} countries" + (f", {nowhere} in unknown ones" if nowhere else ""),
    )
    first, last = _span(portfolio)
    unplaced = sum(project.period is None or not project.period.is_placed for project in portfolio)
    yield Tile(
        "Years",
        "unknown" if first is None else f"{first} to {last}",
        f"{unplaced} of {some(len(portfolio), 'project')} without a known time" if unplaced else "",
        "unknown" if first is None else "plain",
    )
    each = sum(_each_gains(project) for project in portfolio)
    yield Tile("Each partner gains of its own", f"{each} of {some(len(portfolio), 'project')}", "as far as stated")
    yield _money(portfolio)


def _each_gains(project: Project) -> bool:
    stated = measures.gains(project)
    return len(stated) == len(project.partners) > 0 and all(own for _, own, _ in stated)


def _money(portfolio: Portfolio) -> Tile:
    rows = measures.budget_by(portfolio)
    known = [amount(row.currency, row.total.value) for row in rows if row.currency and row.total.value is not None]
    without = sum(project.plan.budget is None for project in portfolio)
    note = f"{without} of {some(len(portfolio), 'project')} without a budget" if without else ""
    return Tile("Budget", joined(known) or "unknown", note, "plain" if known else "unknown")


def _span(portfolio: Portfolio) -> tuple[int | None, int | None]:
    """The first and the last year that are known."""
    placed = [project.period for project in portfolio if project.period is not None and project.period.is_placed]
    firsts = [period.first_day.year for period in placed if period.first_day is not None]
    lasts = [period.last_day.year for period in placed if period.last_day is not None]
    return (min(firsts), max(lasts)) if firsts and lasts else (None, None)


def _years(portfolio: Portfolio, today: pendulum.Date) -> str:
    first, last = _span(portfolio)
    if first is None or last is None:
        return ""
    # Of a mistyped century there would be a thousand rows.
    start = max(first, last - _MOST_YEARS + 1)
    years = [(year, measures.running_in(portfolio, year)) for year in range(start, last + 1)]
    return bars(
        "Projects running in a year",
        [
            (f"{year}{' (this year)' if year == today.year else ''}", found.value or 0, _not_known(found.unknown))
            for year, found in years
        ],
        "Year",
        f"The years from {first} to {start - 1} are left out." if start > first else "",
    )


def _not_known(number: int) -> str:
    return f"and of {number} it is not known" if number else ""


def _chains(portfolio: Portfolio, teller: Teller) -> str:
    found = measures.continuity(portfolio)
    chains = [
        [teller.text(portfolio[name].title) for name in chain.projects if name in portfolio]
        for chain in (found.value or ())[:_FEW]
    ]
    return filled("chains.html", chains=chains, unknown=found.unknown, more=max(0, len(found.value or ()) - _FEW))


def _goals(portfolio: Portfolio) -> str:
    found = measures.sdg_coverage(portfolio)
    return bars(
        "Projects that say they serve a goal",
        [(f"{code} {codelists.sdg_goal_of(code).name}", len(projects), "") for code, projects in found.value or ()],
        "Goal",
        f"{some(found.unknown, 'project')} name no goal: they may serve one all the same." if found.unknown else "",
    )


def _markers(portfolio: Portfolio) -> str:
    scored = [(marker, found) for marker, found in measures.marker_coverage(portfolio) if found.n]
    if not scored:
        return ""
    rows: Sequence[tuple[str, int, str]] = [
        (word(marker), round((found.value or 0) * found.n), f"of {found.n} that were scored")
        for marker, found in scored
    ]
    return bars("Projects whose score of a policy marker is above nought", rows, "Marker")
