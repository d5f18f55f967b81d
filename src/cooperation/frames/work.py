"""Tables of the work and what comes of it: activities, money, and who gains what."""

from collections.abc import Iterator

from cooperation.frames.holders import Projects, projects_of
from cooperation.frames.schema import Column, ColumnType, Schema
from cooperation.frames.table import Table
from cooperation.frames.told import (
    Cells,
    Dates,
    Periods,
    Say,
    boolean,
    date_columns,
    dates,
    decimal,
    money_cells,
    money_columns,
    period_columns,
    periods,
    say_in,
    text,
    texts,
    whole,
    words,
)
from cooperation.model import (
    ActivityKind,
    BenefitKind,
    BenefitStatus,
    BudgetLine,
    CostKind,
    Funding,
    FundingStatus,
    InKind,
    InKindKind,
    Money,
    Project,
    Scope,
    WorkStatus,
)

__all__ = ["ACTIVITIES", "BENEFITS", "BUDGET", "activities", "benefits", "budget"]

ACTIVITIES = Schema(
    name="activities",
    row="An activity of a work plan.",
    key=("project", "activity"),
    columns=(
        text("project", "The id of the project.", joins="projects.project"),
        text("activity", "The id of the activity, one of its own in the project."),
        whole("position", "Where it stands among the project's activities, counted from 0."),
        text("title", "What is done."),
        text("kind", "What kind of work it is.", of=ActivityKind),
        text("description", "How it is done."),
        boolean("international", "Whether people of several countries meet for it."),
        text("host", "The partner it takes place at.", joins="organisations.organisation"),
        text("place", "The id of the place."),
        texts("partners", "Who takes part.", joins="organisations.organisation"),
        text("responsible", "Who sees that it is done.", joins="organisations.organisation"),
        *period_columns("", "When it is planned"),
        *period_columns("actual_", "When it took place"),
        text("status", "How the work goes.", of=WorkStatus),
        texts("after", "The activities that must be done first.", joins="activities.activity"),
        texts("contributes_to", "The outputs it serves.", joins="objectives.objective"),
        texts("target_groups", "The ids of the target groups it reaches."),
        whole("milestones", "How many milestones it has."),
        whole("participant_groups", "How many groups of participants it lists."),
        text("quote", "The few words of the source this rests on."),
    ),
)

BUDGET = Schema(
    name="budget",
    row=(
        "An amount of a budget, or something given in kind. A line that was planned, granted and spent has three "
        "rows, and one without any amount has one. Costs that stand at an activity are rows too. Add up rows of one "
        "entry, one basis and one currency only: the total is not one more line."
    ),
    key=("project", "entry", "activity", "position", "basis"),
    columns=(
        text("project", "The id of the project.", joins="projects.project"),
        Column(
            name="entry",
            type=ColumnType.TEXT,
            meaning="Where it stands: in the total, a line, the funding, what is given in kind, or an activity.",
            words=("total", "line", "funding", "in-kind", "activity"),
        ),
        whole("position", "Where it stands among the entries of that kind, or the activity's costs, counted from 0."),
        text("line", "The id of the line, where it has one."),
        text("activity", "The activity it pays for.", joins="activities.activity"),
        text("organisation", "Who spends, gives or pays it.", joins="organisations.organisation"),
        Column(
            name="kind",
            type=ColumnType.TEXT,
            meaning="What it is spent on, or what is given in kind.",
            words=tuple(dict.fromkeys((*words(CostKind), *words(InKindKind)))),
        ),
        text("description", "What exactly, or who gives it where no organisation is named."),
        *date_columns("year", "The project year or calendar year it falls in"),
        *period_columns("", "For what time the funds are given"),
        Column(
            name="basis",
            type=ColumnType.TEXT,
            meaning="Whether the amount is planned or applied for, was granted, or was spent; null without an amount.",
            words=("planned", "approved", "reported"),
        ),
        *money_columns("How much money"),
        decimal("quantity", "How much of anything else, or how many working days a line is for."),
        text("unit", "The unit of the quantity."),
        decimal("share", "How much of the whole the funds are.", unit="per cent"),
        text("status", "How sure the funds are.", of=FundingStatus),
    ),
)

BENEFITS = Schema(
    name="benefits",
    row="A named gain of one partner.",
    key=("project", "position"),
    columns=(
        text("project", "The id of the project.", joins="projects.project"),
        whole("position", "Where it stands among the project's gains, counted from 0."),
        text("benefit", "The id of the gain, where it has one."),
        text("partner", "Who gains.", joins="organisations.organisation"),
        text("statement", "What."),
        text("kind", "What kind of gain it is.", of=BenefitKind),
        text("scope", "Where it shows.", of=Scope),
        boolean(
            "tangible", "Whether it can be pointed at, as stated or as its kind tells; null when neither is known."
        ),
        boolean("joint", "Whether it was stated for all partners together and not for this one."),
        text("from_partner", "The partner it comes from.", joins="organisations.organisation"),
        text("status", "How far it has come.", of=BenefitStatus),
        text("objective", "The objective that brings it.", joins="objectives.objective"),
        texts("indicators", "The indicators that show it.", joins="indicators.indicator"),
        texts("delivered_by", "The activities that bring it.", joins="activities.activity"),
        text("evidence", "What shows that it has come: an address, else a title."),
        text("quote", "The few words of the source this rests on."),
    ),
)


def activities(x: Projects, *, language: str | None = None) -> Table:
    """The table of activities; what they cost stands in the table ``budget``.

    Args:
        x: A project, a portfolio, or several of either.
        language: The language of its texts, where they have it; else as their author wrote them first.

    Raises:
        TypeError: It is neither of them, nor several of them.

    >>> from cooperation import load_example
    >>> row = activities(load_example("proposal"))[0]
    >>> row["activity"], row["period"], row["last_day"].isoformat(), row["partners"]
    ('start-week', '2019-02', '2019-02-28', ('vaxjo', 'jb-marks', 'vaxjo-energi'))

    """
    say, period = say_in(language), periods()
    return Table.of_rows(ACTIVITIES, (row for project in projects_of(x) for row in _activities(project, say, period)))


def _activities(project: Project, say: Say, period: Periods) -> Iterator[Cells]:
    for position, one in enumerate(project.plan.activities):
        yield (
            project.id,
            one.id,
            position,
            say(one.title),
            one.kind and one.kind._value_,
            say(one.description),
            one.international,
            one.host,
            one.place,
            one.partners,
            one.responsible,
            *period(one.period),
            *period(one.actual),
            one.status and one.status._value_,
            one.after,
            one.contributes_to,
            one.target_groups,
            len(one.milestones),
            len(one.participants),
            one.quote,
        )


def budget(x: Projects, *, language: str | None = None) -> Table:
    """The table of money, and of what is given in kind.

    Args:
        x: A project, a portfolio, or several of either.
        language: The language of its texts, where they have it; else as their author wrote them first.

    Raises:
        TypeError: It is neither of them, nor several of them.

    >>> from cooperation import load_example
    >>> row = budget(load_example("proposal"))[1]
    >>> row["entry"], row["basis"], row["amount"], row["currency"], row["organisation"]
    ('line', 'planned', Decimal('72000'), 'SEK', 'vaxjo')

    """
    say, date, period = say_in(language), dates(), periods()
    rows = (row for project in projects_of(x) for row in _budget(project, say, date, period))
    return Table.of_rows(BUDGET, rows)


def _budget(project: Project, say: Say, date: Dates, period: Periods) -> Iterator[Cells]:
    held = project.plan.budget
    if held is not None:
        if held.total is not None:
            yield (
                project.id,
                "total",
                0,
                *_ENTRY,
                *date(None),
                *period(None),
                "planned",
                *money_cells(held.total),
                *_REST,
            )
        for position, line in enumerate(held.lines):
            for row in _line(line, say, date, period):
                yield (project.id, "line", position, *row)
        for position, funding in enumerate(held.funding):
            yield (project.id, "funding", position, *_funding(funding, say, date, period))
        for position, given in enumerate(held.in_kind):
            yield (project.id, "in-kind", position, *_in_kind(given, say, date, period))
    for activity in project.plan.activities:
        for position, cost in enumerate(activity.costs):
            kind = cost.kind and cost.kind._value_
            entry = (None, activity.id, cost.partner, kind, say(cost.description), *date(None), *period(None))
            yield (project.id, "activity", position, *entry, "planned", *money_cells(cost.amount), *_REST)


_ENTRY: Cells = (None,) * 5  # line, activity, organisation, kind, description
_REST: Cells = (None,) * 4  # quantity, unit, share, status


def _line(line: BudgetLine, say: Say, date: Dates, period: Periods) -> Iterator[Cells]:
    kind = line.kind and line.kind._value_
    entry = (line.id, line.activity, line.partner, kind, say(line.description), *date(line.year), *period(line.period))
    days = (line.days, None if line.days is None else "day", None, None)
    amounts = (("planned", line.amount), ("approved", line.approved), ("reported", line.reported))
    told = [(basis, amount) for basis, amount in amounts if amount is not None]
    for basis, amount in told:
        yield (*entry, basis, *money_cells(amount), *days)
    if not told:
        yield (*entry, None, *money_cells(None), *days)


def _funding(funding: Funding, say: Say, date: Dates, period: Periods) -> Cells:
    entry = (None, None, funding.source, None, say(funding.description), *date(None), *period(funding.period))
    status = funding.status and funding.status._value_
    return (*entry, _planned(funding.amount), *money_cells(funding.amount), None, None, funding.share, status)


def _in_kind(given: InKind, say: Say, date: Dates, period: Periods) -> Cells:
    kind = given.kind and given.kind._value_
    entry = (None, None, given.partner, kind, say(given.description), *date(None), *period(None))
    return (*entry, _planned(given.value), *money_cells(given.value), given.quantity, say(given.unit), None, None)


def _planned(amount: Money | None) -> str | None:
    return None if amount is None else "planned"


def benefits(x: Projects, *, language: str | None = None) -> Table:
    """The table of who gains what.

    Args:
        x: A project, a portfolio, or several of either.
        language: The language of its texts, where they have it; else as their author wrote them first.

    Raises:
        TypeError: It is neither of them, nor several of them.

    >>> from cooperation import load_example
    >>> [(row["partner"], row["kind"]) for row in benefits(load_example("proposal"))][:1]
    [('jb-marks', 'plan-or-policy')]

    """
    say = say_in(language)
    return Table.of_rows(BENEFITS, (row for project in projects_of(x) for row in _benefits(project, say)))


def _benefits(project: Project, say: Say) -> Iterator[Cells]:
    for position, one in enumerate(project.win_win.benefits):
        evidence = one.evidence
        yield (
            project.id,
            position,
            one.id,
            one.partner,
            say(one.statement),
            one.kind and one.kind._value_,
            one.scope and one.scope._value_,
            one.is_tangible,
            one.joint,
            one.from_partner,
            one.status and one.status._value_,
            one.objective,
            one.indicators,
            one.delivered_by,
            evidence and (evidence.url or say(evidence.title)),
            one.quote,
        )
