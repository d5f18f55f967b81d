"""The sheet of a project or a portfolio: all that matters of it as plain text."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import TypeAlias

from cooperation import codelists
from cooperation.model import (
    Activity,
    Adoption,
    Benefit,
    Budget,
    Continuation,
    Money,
    Participation,
    Partnership,
    Pilot,
    Portfolio,
    Project,
    Sector,
    SectorVocabulary,
)
from cooperation.views.chain import chain
from cooperation.views.gaps import gaps
from cooperation.views.layout import Line, Section, Sheet, Table
from cooperation.views.telling import UNKNOWN, Teller, amount, joined, some, word
from cooperation.views.words import cells, padded

__all__ = ["sheet"]

_Pairs: TypeAlias = Iterable[tuple[str, str]]


def sheet(x: Project | Portfolio, *, within: Portfolio | None = None, language: str | None = None) -> Sheet:
    """All that matters of a project, or what projects a portfolio holds.

    What is not known is said to be unknown; it is never left blank and never shown as 0.

    Args:
        x: The project or the portfolio.
        within: The portfolio that knows the names in a project, such as that of its partnership.
        language: The language of its texts, where they have it; that of the portfolio where nothing is said.

    Raises:
        TypeError: It is neither a project nor a portfolio.

    >>> from cooperation.model import Length, Period, Stage
    >>> project = Project(id="pilot", title="A pilot", stage=Stage.PROPOSAL, period=Period(length=Length(years=2)))
    >>> print(sheet(project).text(60))  # doctest: +ELLIPSIS
    A pilot
    ═══════
    <BLANKLINE>
      id           pilot
      stage        proposal
      status       unknown
      period       2 years; when is unknown
    ...
    """
    if isinstance(x, Portfolio):
        return _of_portfolio(x, Teller.of(x, language=language))
    if isinstance(x, Project):
        return _of_project(x, Teller.of(x, within=within, language=language))
    raise TypeError(f"a sheet is of a project or a portfolio, not of {type(x).__name__}")


# ---- a portfolio -------------------------------------------------------------------------------------------------


def _of_portfolio(portfolio: Portfolio, teller: Teller) -> Sheet:
    rows = tuple(
        (
            project.id,
            teller.text(project.title),
            joined(map(teller.short_participant, project.partners)) or UNKNOWN,
            teller.brief_period(project.period),
            _stage(project),
        )
        for project in portfolio.projects
    )
    table: Line | Table = Table(("id", "title", "partners", "period", "stage"), rows)
    if not rows:
        table = Line("There is no project in it.", first="  ", rest="  ", role="unknown")
    organisations = {one.id for one in portfolio.organisations}
    organisations |= {one.id for project in portfolio.projects for one in project.organisations}
    title = ", ".join(
        (
            some(len(portfolio.projects), "project"),
            some(len(portfolio.partnerships), "partnership"),
            some(len(organisations), "organisation"),
        )
    )
    return Sheet(title, (Section("", (table,)),))


def _stage(project: Project) -> str:
    return "not stated" if project.stage is None else word(project.stage)


# ---- a project ---------------------------------------------------------------------------------------------------


def _of_project(project: Project, teller: Teller) -> Sheet:
    nothing = _item(teller.none, role="unknown")
    sections = [Section("", tuple(_facts(project, teller)))]

    def add(heading: str, lines: Iterable[Line], *, always: bool = True) -> None:
        content = tuple(lines)
        if content or always:
            sections.append(Section(heading, content or (nothing,)))

    add("Partners", _participations(project.partners, teller))
    add("Also involved", _participations(project.involved, teller), always=False)
    add("For whom", _target_groups(project, teller))
    add("Why", _reasons(project, teller), always=False)
    add("Results, from the top down", (_indented(line) for line in chain(project.logframe, teller)))
    add("What must be so before the start", _preconditions(project, teller), always=False)
    add("What may hinder it", _risks(project, teller))
    add("What harm it could do", _harms(project, teller), always=False)
    add("Plan", _plan(project, teller))
    add("Pilots", (line for pilot in project.plan.pilots for line in _pilot(pilot, teller)), always=False)
    add("Ways of working and people", _work(project, teller), always=False)
    add("Money", _money(project.plan.budget, teller))
    add("Who gains what", _gains(project, teller))
    add("Who teaches, brings and keeps what", _exchange(project, teller), always=False)
    add("Not known", (_item(gap) for gap in gaps(project, teller)), always=False)
    return Sheet(teller.text(project.title), tuple(sections))


def _indented(line: Line) -> Line:
    return Line(line.text, first=f"  {line.first}", rest=f"  {line.rest}", role=line.role, label=line.label)


def _item(text: str, *, depth: int = 1, role: str = "plain") -> Line:
    margin = "  " * depth
    return Line(text, first=f"{margin}- ", rest=f"{margin}  ", role=role)


def _labelled(pairs: _Pairs, *, depth: int = 1) -> Iterator[Line]:
    """Texts beside their labels, all texts in one column."""
    known = list(pairs)
    gutter = max((cells(label) for label, _ in known), default=0) + 2
    for label, text in known:
        margin = "  " * depth
        role = "unknown" if text == UNKNOWN else "plain"
        yield Line(text, first=margin, rest=margin + " " * gutter, role=role, label=padded(label, gutter))


def _facts(project: Project, teller: Teller) -> Iterator[Line]:
    if project.framing.summary is not None:
        yield Line(teller.text(project.framing.summary), first="  ", rest="  ")
        yield Line("")
    yield from _labelled(_identity(project, teller))


def _identity(project: Project, teller: Teller) -> Iterator[tuple[str, str]]:
    yield "id", project.id
    if project.aliases:
        yield "also called", joined(map(teller.text, project.aliases))
    yield "stage", "not stated, so it is asked as a proposal" if project.stage is None else word(project.stage)
    if project.phase is not None:
        yield "phase", word(project.phase)
    yield "status", word(project.status)
    period = UNKNOWN if project.period is None else teller.period(project.period)
    if project.period is not None and project.period.ground is not None:
        period += f" ({teller.text(project.period.ground)})"
    yield "period", period
    if project.actual is not None:
        yield "in fact", teller.period(project.actual)
    if project.series is not None:
        series = project.series
        number = "number unknown" if series.number is None else f"number {series.number}"
        of = "" if series.length is None else f" of {series.length}"
        yield "series", f"{number}{of}" if series.name is None else f"{teller.text(series.name)}, {number}{of}"
    partnership = None if project.partnership is None else teller.portfolio.partnership(project.partnership)
    yield (
        "partnership",
        _partnership(partnership, teller) if partnership is not None else project.partnership or UNKNOWN,
    )
    programme = project.programme or (None if partnership is None else partnership.programme)
    if programme is not None:
        yield "programme", teller.text(programme.name) if programme.name is not None else programme.id or UNKNOWN
    if project.continuations:
        yield "follows", "; ".join(_continuation(one, teller) for one in project.continuations)
    if project.relations:
        yield "related", "; ".join(f"{word(one.kind)} {one.code}" for one in project.relations)
    yield from _tags(project, teller)


def _partnership(partnership: Partnership, teller: Teller) -> str:
    members = joined(teller.participant(member) for member in partnership.members)
    named = teller.text(partnership.title) if partnership.title is not None else members or partnership.id
    return named if partnership.since is None else f"{named}, since {partnership.since}"


def _continuation(one: Continuation, teller: Teller) -> str:
    if one.project is None and one.alias is None:
        return word(one.kind)
    known = one.project is not None and one.project in teller.portfolio
    named = teller.text(teller.portfolio[one.project].title) if known and one.project is not None else one.project
    return f"{word(one.kind)} {named or one.alias}"


def _tags(project: Project, teller: Teller) -> Iterator[tuple[str, str]]:
    tags = project.tags
    if tags.sdgs:
        stated = ((tag.code, "" if tag.stated is None else f" ({teller.text(tag.stated)})") for tag in tags.sdgs)
        yield "SDGs", ", ".join(f"{code}{words}" for code, words in stated)
    if tags.sectors:
        yield "sectors", "; ".join(_sector(sector, teller) for sector in tags.sectors)
    if tags.policy_markers:
        scores = ((one, UNKNOWN if one.significance is None else one.significance) for one in tags.policy_markers)
        yield "markers", "; ".join(f"{word(one.marker)}: {score}" for one, score in scores)
    if tags.core_areas:
        yield "core areas", joined(word(tag.area) for tag in tags.core_areas)
    if tags.values:
        yield "values", joined(teller.text(v.stated) if v.stated is not None else word(v.value) for v in tags.values)


def _sector(sector: Sector, teller: Teller) -> str:
    known = {SectorVocabulary.DAC_5: codelists.sector, SectorVocabulary.DAC_3: codelists.sector_category}
    listed = known[sector.vocabulary].get(sector.code) if sector.vocabulary in known else None
    name = sector.name if listed is None else listed.name
    return sector.code if name is None else f"{sector.code} {teller.text(name)}"


def _participations(everyone: Iterable[Participation], teller: Teller) -> Iterator[Line]:
    for one in everyone:
        yield _item(teller.participant(one))
        facts = [] if one.of_kind is None else [word(one.of_kind)]
        if one.organisation is not None:
            facts.append(teller.country(one.organisation.country))
        facts.append("role unknown" if one.role is None else word(one.role))
        if one.number is not None:
            facts.append(f"number {one.number}")
        if one.organisation is not None and one.units:
            names = {unit.id: unit.name for unit in one.organisation.units}
            units = (teller.text(name) if (name := names.get(unit)) is not None else unit for unit in one.units)
            facts.append(joined(units))
        if one.period is not None:
            facts.append(teller.period(one.period))
        yield Line(", ".join(facts), first="    ", rest="    ", role="label")


def _target_groups(project: Project, teller: Teller) -> Iterator[Line]:
    for group in project.framing.target_groups:
        facts = [f"number {UNKNOWN if group.count is None else group.count}"]
        if group.reach is not None:
            facts.append("reached directly and indirectly" if group.reach.value == "both" else f"{word(group.reach)}")
        if group.genders is not None:
            genders = (("women", group.genders.women), ("men", group.genders.men), ("others", group.genders.others))
            facts += [f"{name} {number}" for name, number in genders if number is not None]
        if group.age is not None:
            facts.append(f"aged {group.age}")
        if group.partners:
            facts.append(f"of {teller.organisations(group.partners)}")
        if group.places:
            facts.append(f"in {joined(map(teller.place, group.places))}")
        yield _item(f"{teller.target_group(group.id)}: {', '.join(facts)}")


def _reasons(project: Project, teller: Teller) -> Iterator[Line]:
    for problem in project.framing.problems:
        whose = f" ({teller.organisations(problem.partners)})" if problem.partners else ""
        yield _item(f"{word(problem.kind)}: {teller.text(problem.statement)}{whose}")
    for reason in project.framing.relevance:
        yield _item(f"to {teller.organisation(reason.partner)}: {teller.text(reason.statement)}")


def _preconditions(project: Project, teller: Teller) -> Iterator[Line]:
    if project.logframe.conditional is False:
        yield _item("nothing")
    for condition in project.logframe.preconditions:
        state = "" if condition.status is None else f" ({word(condition.status)})"
        yield _item(f"{teller.text(condition.statement)}{state}")


def _risks(project: Project, teller: Teller) -> Iterator[Line]:
    for risk in project.logframe.risks:
        facts = [f"likelihood {word(risk.likelihood)}", f"consequence {word(risk.consequence)}"]
        answer = "nothing is said of what is done about it" if risk.answer is None else teller.text(risk.answer)
        yield _item(f"{teller.text(risk.statement)} ({', '.join(facts)}); {answer}")


def _harms(project: Project, teller: Teller) -> Iterator[Line]:
    for harm in project.framing.harms:
        answer = "" if harm.prevention is None else f"; {teller.text(harm.prevention)}"
        yield _item(f"{teller.text(harm.statement)}{answer}")


def _plan(project: Project, teller: Teller) -> Iterator[Line]:
    for counted in project.counts():
        stated, listed = counted.stated, counted.listed
        what = word(stated.of) if stated.unit is None else teller.text(stated.unit)
        if stated.international and "international" not in what:
            what = f"international {what}"
        beside = "" if listed is None else f", {listed} listed here"
        yield _item(f"stated: {stated.count} {what}{beside}")
    activities = sorted(project.plan.activities, key=_starts)
    last = None
    for activity in activities:
        when = teller.period(activity.actual or activity.period)
        if when != last:
            yield Line(when[:1].upper() + when[1:], first="  ", rest="  ", role="label")
            last = when
        yield from _activity(activity, teller)


def _starts(activity: Activity) -> tuple[int, int]:
    period = activity.actual or activity.period
    if period is None or period.first_day is None:
        return (1, 0)
    return (0, period.first_day.toordinal())


def _activity(activity: Activity, teller: Teller) -> Iterator[Line]:
    yield _item(teller.text(activity.title), depth=2)
    facts = [] if activity.kind is None else [word(activity.kind)]
    if activity.status is not None:
        facts.append(word(activity.status))
    if activity.partners:
        facts.append(f"by {teller.organisations(activity.partners)}")
    responsible = UNKNOWN if activity.responsible is None else teller.organisation(activity.responsible)
    facts.append(f"responsible: {responsible}")
    if activity.host is not None:
        facts.append(f"at {teller.organisation(activity.host)}")
    if activity.place is not None:
        facts.append(f"in {teller.place(activity.place)}")
    if activity.contributes_to:
        facts.append(f"for {joined(activity.contributes_to)}")
    yield Line("; ".join(facts), first="      ", rest="      ", role="label")


def _pilot(pilot: Pilot, teller: Teller) -> Iterator[Line]:
    yield _item(teller.text(pilot.title))
    facts = [f"by {teller.organisations(pilot.partners)}"] if pilot.partners else []
    facts += [f"with {joined(map(teller.target_group, pilot.tested_with))}"] if pilot.tested_with else []
    stages = joined(f"{word(stage.kind)} ({word(stage.status)})" for stage in pilot.stages)
    facts.append(f"to be {stages}" if stages else "what happens to it is unknown")
    yield Line("; ".join(facts), first="    ", rest="    ", role="label")


def _work(project: Project, teller: Teller) -> Iterator[Line]:
    plan = project.plan
    for method in plan.methods:
        what = word(method.kind) if method.description is None else teller.text(method.description)
        yield _item(what)
    for team in plan.teams:
        what = f"{word(team.kind)} team" if team.title is None else teller.text(team.title)
        posts = joined(teller.text(post.title) if post.title is not None else word(post.kind) for post in team.posts)
        size = UNKNOWN if team.size is None else str(team.size)
        yield _item(f"{what}: number {size}" + (f"; {posts}" if posts else ""))
    for group in plan.participants:
        what = teller.text(group.label) if group.label is not None else word(group.who)
        yield _item(f"{what}: number {UNKNOWN if group.count is None else group.count}")
    for one in plan.dissemination:
        what = word(one.channel) if one.description is None else teller.text(one.description)
        yield _item(f"made known: {what}")


def _money(budget: Budget | None, teller: Teller) -> Iterator[Line]:
    if budget is None:
        return
    planned = [line.amount for line in budget.lines if line.amount is not None]
    open_lines = len(budget.lines) - len(planned)
    note = f", and {some(open_lines, 'line')} whose amount is unknown" if open_lines else ""
    pairs = [("stated total", UNKNOWN if budget.total is None else amount(budget.total.currency, budget.total.amount))]
    pairs.append((f"sum of {some(len(budget.lines), 'line')}", f"{_sums(planned)}{note}"))
    for name, amounts in (
        ("granted", [line.approved for line in budget.lines if line.approved is not None]),
        ("spent", [line.reported for line in budget.lines if line.reported is not None]),
    ):
        if amounts:
            pairs.append((name, _sums(amounts)))
    yield from _labelled(pairs)
    for partner in dict.fromkeys(line.partner for line in budget.lines if line.partner is not None):
        own = [line.amount for line in budget.lines if line.partner == partner and line.amount is not None]
        yield _item(f"{teller.organisation(partner)} spends {_sums(own)}")
    for source in budget.funding:
        who = teller.organisation(source.source) if source.source is not None else teller.text(source.description)
        much = UNKNOWN if source.amount is None else amount(source.amount.currency, source.amount.amount)
        share = "" if source.share is None else f" ({source.share} %)"
        yield _item(f"from {who}: {much}{share}, {'status unknown' if source.status is None else word(source.status)}")
    for gift in budget.in_kind:
        what = teller.text(gift.description) if gift.description is not None else word(gift.kind)
        giver = "somebody" if gift.partner is None else teller.organisation(gift.partner)
        yield _item(f"in kind from {giver}: {what}")


def _sums(amounts: Iterable[Money]) -> str:
    totals: dict[str, Decimal] = Money.totals(amounts)
    return " + ".join(amount(currency, number) for currency, number in totals.items()) or UNKNOWN


def _gains(project: Project, teller: Teller) -> Iterator[Line]:
    benefits = project.win_win.benefits
    for partner in dict.fromkeys((*project.partner_ids, *(benefit.partner for benefit in benefits))):
        yield Line(teller.organisation(partner), first="  ", rest="  ", role="heading")
        gains = project.win_win.benefits_of(partner)
        if not gains:
            yield _item(teller.none, depth=2, role="unknown")
        for benefit in sorted(gains, key=lambda gain: gain.joint):
            yield from _benefit(benefit, teller)
    for claim in project.win_win.claims:
        said = word(claim.kind) if claim.statement is None else teller.text(claim.statement)
        yield _item(f"claimed of the whole: {said}{_quoted(claim.quote)}")


def _benefit(benefit: Benefit, teller: Teller) -> Iterator[Line]:
    yield _item(teller.text(benefit.statement), depth=2)
    facts = ["joint" if benefit.joint else "its own", "kind unknown" if benefit.kind is None else word(benefit.kind)]
    facts.append(f"scope {word(benefit.scope)}")
    facts.append("status unknown" if benefit.status is None else word(benefit.status))
    if benefit.from_partner is not None:
        facts.append(f"from {teller.organisation(benefit.from_partner)}")
    if benefit.indicators:
        facts.append(f"shown by {joined(benefit.indicators)}")
    yield Line(f"{', '.join(facts)}{_quoted(benefit.quote)}", first="      ", rest="      ", role="label")


def _quoted(quote: str | None) -> str:
    return "" if quote is None else f": “{quote}”"


def _exchange(project: Project, teller: Teller) -> Iterator[Line]:
    win_win = project.win_win
    for transfer in win_win.transfers:
        who = f"{teller.organisation(transfer.from_partner)} teaches {teller.organisation(transfer.to_partner)}"
        yield _item(f"{who}: {teller.text(transfer.topic)}")
    for one in win_win.contributions:
        said = [teller.text(one.statement) if one.statement is not None else word(one.kind)]
        if one.amount is not None:
            said.append(amount(one.amount.currency, one.amount.amount))
        if one.quantity is not None:
            said.append(f"{'quantity' if one.unit is None else teller.text(one.unit)}: {one.quantity}")
        yield _item(f"{teller.organisation(one.partner)} brings {', '.join(said)}")
    for adoption in win_win.adoptions:
        who = "somebody" if adoption.partner is None else teller.organisation(adoption.partner)
        what = teller.text(adoption.statement) if adoption.statement is not None else _adopted(adoption)
        condition = "" if adoption.condition is None else f"; on condition: {teller.text(adoption.condition)}"
        state = "how far it has come is unknown" if adoption.state is None else word(adoption.state)
        yield _item(f"{who} keeps {what} ({state}){condition}")
    for duty in win_win.duties:
        who = teller.organisations(duty.partners) if duty.partners else "who is unknown"
        said_of = "" if duty.statement is None else f": {teller.text(duty.statement)}"
        yield _item(f"duty to {word(duty.kind)} ({who}){said_of}")


def _adopted(adoption: Adoption) -> str:
    return adoption.objective or adoption.pilot or "what is not said"
