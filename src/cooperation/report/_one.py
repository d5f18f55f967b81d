"""The parts of a report on one project."""

from collections.abc import Iterator
from typing import TypedDict

import pendulum

from cooperation import measures, views
from cooperation.layouts import Layout
from cooperation.model import Indicator, Number, Portfolio, Project, Ratio
from cooperation.report._findings import findings, unjudged, verdict
from cooperation.report._page import Part, filled
from cooperation.report._pieces import Tile, lines, paragraph, picture, table, tiles
from cooperation.report._subject import Subject
from cooperation.views.telling import Teller, amount, joined, some, word

__all__ = ["project_parts"]


class _Names(TypedDict):
    """Where a view finds the names in a project, and in which language."""

    within: Portfolio
    language: str | None


def project_parts(
    subject: Subject, project: Project, teller: Teller, layout: Layout, today: pendulum.Date
) -> Iterator[Part]:
    """Each part as soon as it is made, in the order of the page."""
    names = _Names(within=subject.portfolio, language=teller.language or None)
    sections = {section.heading: _lines(section) for section in views.sheet(project, **names).sections}

    def told(*headings: str) -> str:
        """Sections of the sheet, each under its heading."""
        return "".join(
            f"<h3>{heading}</h3>\n{lines(held)}" for heading in headings if (held := sections.get(heading)) is not None
        )

    yield Part(id="summary", heading="Summary", html=tiles(_tiles(subject, project, teller)) + lines(sections[""]))
    yield Part(
        id="partners",
        heading="Partners",
        html=table(views.partners(project, **names)) + told("For whom", "Why"),
    )
    chain = picture(views.results_chain(project, **names))
    yield Part(id="results-chain", heading="Results chain", html=chain, is_wide=True)
    yield Part(id="logframe", heading="Logframe", html=table(views.logframe(project, layout, **names)), is_wide=True)
    yield Part(
        id="work-plan",
        heading="Work plan",
        html=picture(views.work_plan(project, **names))
        + _fold("Each activity, with who does it and what for", lines(sections["Plan"]))
        + told("Pilots", "Ways of working and people"),
        is_wide=True,
    )
    yield Part(id="indicators", heading="Indicators", html=_indicators(project, names, today), is_wide=True)
    yield Part(
        id="gains",
        heading="Who gains what",
        html=table(views.gains(project, **names)) + told("Who teaches, brings and keeps what"),
        is_wide=True,
    )
    if project.plan.budget is not None or any(activity.costs for activity in project.plan.activities):
        money = table(views.budget(project, **names))
        yield Part(id="money", heading="Money", html=picture(views.budget_bars(project, **names)) + money, is_wide=True)
    if project.logframe.risks or project.logframe.preconditions or project.framing.harms:
        risks = table(views.risks(project, **names)) if project.logframe.risks else ""
        yield Part(
            id="risks",
            heading="Risks",
            html=risks + told("What must be so before the start", "What harm it could do"),
            is_wide=True,
        )
    yield Part(id="findings", heading="Findings", html=findings(subject))
    yield Part(id="unknown", heading="What is not known", html=_unknown(sections, subject))


def _lines(section: views.Section) -> tuple[views.Line, ...]:
    held = tuple(one for one in section.content if isinstance(one, views.Line))
    assert len(held) == len(section.content)  # only the sheet of a portfolio has a table
    return held


def _tiles(subject: Subject, project: Project, teller: Teller) -> Iterator[Tile]:
    frame, plan = project.logframe, project.plan
    said, tone = verdict(subject)
    asked = subject.report.stage or "several stages"
    by = subject.report.profile
    yield Tile("Check", said, f"asked as {asked}{f', by the profile {by}' if by else ''}", tone)
    waiting = len({one.code for one in subject.report.unknown})
    yield Tile("Could not be judged", some(waiting, "rule"), "for want of facts", "unknown" if waiting else "plain")
    yield Tile("Stage", "not stated" if project.stage is None else word(project.stage), _status(project))
    period = project.period
    placed = period is not None and period.is_placed
    yield Tile("Period", teller.brief_period(period), "", "plain" if placed else "unknown")
    named = sum(one.organisation is not None and one.organisation.name is not None for one in project.partners)
    yield Tile(
        "Partners",
        str(len(project.partners)),
        _and(
            "" if named == len(project.partners) else f"{len(project.partners) - named} not named",
            some(len(project.involved), "other") + " involved" if project.involved else "",
        ),
    )
    covered = measures.win_win(project).covered
    gaining = sum(bool(own) for _, own, _ in measures.gains(project))
    yield Tile(
        "Gain something of their own",
        f"{gaining} of {some(len(project.partners), 'partner')}",
        covered.note or "",
        "plain" if gaining == len(project.partners) else "unknown",
    )
    yield Tile("Objectives", str(len(frame.objectives)), _levels(project))
    yield Tile("Indicators", str(len(frame.indicators)), _and(*_followed(frame.indicators)))
    yield Tile("Activities", str(len(plan.activities)) if plan.activities else teller.nothing, _activities(project))
    yield _money(project)


def _status(project: Project) -> str:
    return "status unknown" if project.status is None else word(project.status)


def _levels(project: Project) -> str:
    counts: dict[str, int] = {}
    for objective in project.logframe.objectives:
        name = "of unknown level" if objective.level is None else word(objective.level)
        counts[name] = counts.get(name, 0) + 1
    return joined(some(number, name, name if name.startswith("of") else None) for name, number in counts.items())


def _followed(indicators: tuple[Indicator, ...]) -> Iterator[str]:
    if not indicators:
        return
    with_baseline = sum(one.baseline is not None and one.baseline.value is not None for one in indicators)
    with_target = sum(any(target.value is not None for target in one.targets) for one in indicators)
    measured = sum(any(actual.value is not None for actual in one.actuals) for one in indicators)
    yield f"{with_baseline} with a baseline"
    yield f"{with_target} with a target"
    yield f"{measured} measured"


def _activities(project: Project) -> str:
    activities = project.plan.activities
    stated = next((one.stated for one in project.counts() if one.stated.of.value == "activities"), None)
    placed = sum(one.period is not None or one.actual is not None for one in activities)
    return _and(
        f"{placed} with a time" if activities else "",
        "" if stated is None else f"the text says {stated.count}",
    )


def _money(project: Project) -> Tile:
    rows = measures.budget_by(project)
    known = [amount(row.currency, row.total.value) for row in rows if row.currency and row.total.value is not None]
    lacking = sum(row.total.unknown for row in rows)
    note = f"{some(lacking, 'line')} without an amount" if lacking else ""
    if not known:
        return Tile("Budget", "unknown", note, "unknown")
    return Tile("Budget", joined(known), note, "plain")


def _and(*told: str) -> str:
    return ", ".join(one for one in told if one)


def _indicators(project: Project, names: _Names, today: pendulum.Date) -> str:
    followed = [one for one in project.logframe.indicators if any(actual.value is not None for actual in one.actuals)]
    # Words and values without a time stand in the table; there is nothing of them to draw.
    drawn = [
        one
        for one in followed
        if any(isinstance(actual.value, (Number, Ratio)) and actual.due is not None for actual in one.actuals)
    ]
    # Progress is that of the day of the last value; what was due by now is asked of today where nothing was measured.
    at = None if followed else today
    html = table(views.tracking(project, at=at, **names))
    for one in drawn:
        html += picture(views.indicator_trend(one, project=project, **names))
    return html


def _unknown(sections: dict[str, tuple[views.Line, ...]], subject: Subject) -> str:
    gaps = sections.get("Not known")
    first = (
        paragraph("What a reader would want to know and the document does not say:") + lines(gaps)
        if gaps
        else (paragraph("The document says all that a reader would ask first."))
    )
    return first + unjudged(subject)


def _fold(summary: str, html: str) -> str:
    return filled("fold.html", summary=summary, html=html)
