"""Tables of organisations, of projects, and of who takes part in which."""

from cooperation.frames.holders import Projects, organisations_of, projects_of, with_portfolios
from cooperation.frames.schema import Schema
from cooperation.frames.table import Table
from cooperation.frames.told import (
    Cells,
    Dates,
    Periods,
    Say,
    count_cells,
    count_columns,
    date_columns,
    dates,
    money_cells,
    money_columns,
    period_columns,
    periods,
    say_in,
    text,
    texts,
    whole,
)
from cooperation.model import (
    CoreArea,
    Organisation,
    OrganisationKind,
    Participation,
    Phase,
    Portfolio,
    Project,
    ProjectStatus,
    Role,
    Stage,
)

__all__ = ["ORGANISATIONS", "PARTICIPATIONS", "PROJECTS", "organisations", "participations", "projects"]

ORGANISATIONS = Schema(
    name="organisations",
    row="An organisation of the register, or one written where it takes part.",
    key=("organisation",),
    columns=(
        text("organisation", "The id of the organisation."),
        text("name", "What it is called now; null for a partner that nobody named."),
        texts("other_names", "Its former, short and other names."),
        text("kind", "What kind of organisation it is.", of=OrganisationKind),
        text("country", "The country it belongs to, ISO 3166-1 alpha-2, with XK for Kosovo."),
        text("owner", "The organisation that owns it.", joins="organisations.organisation"),
        *date_columns("founded", "When it came to be"),
        *date_columns("ended", "When it ceased to be"),
        texts("predecessors", "The organisations it came from.", joins="organisations.organisation"),
        texts("successors", "The organisations that came from it.", joins="organisations.organisation"),
        texts("identifiers", "What registers call it, such as SE-ON-212000-0662."),
        text("note", "What else is known."),
    ),
)

PROJECTS = Schema(
    name="projects",
    row="A project.",
    key=("project",),
    columns=(
        text("project", "The id of the project."),
        text("title", "What it is called."),
        text("stage", "What its document claims to be; null where nothing is said.", of=Stage),
        text("phase", "The phase of its programme that it is.", of=Phase),
        text("status", "Where it stands, as its text says.", of=ProjectStatus),
        *period_columns("", "When it runs"),
        text("partnership", "The id of the partnership it is carried out in."),
        text("programme", "The id of the programme it applies to, else of the one its partnership works in."),
        texts("partners", "Its core partners that are named.", joins="organisations.organisation"),
        texts("countries", "The countries of its core partners, each once."),
        text("series", "The row of projects it belongs to."),
        whole("series_number", "Which of that row it is; 1 is the first."),
        texts("follows", "The projects it follows, by id, or by nickname where no id is known."),
        texts("sdgs", "The goals, targets and indicators of the 2030 Agenda it is marked with."),
        texts("sectors", "The codes of the sectors it works in."),
        texts("core_areas", "The core areas of its programme it is marked with.", of=CoreArea),
        whole("core_partners", "How many core partners it lists, named or not."),
        whole("objectives", "How many objectives it lists."),
        whole("indicators", "How many indicators it lists."),
        whole("activities", "How many activities it lists."),
        whole("benefits", "How many gains it lists."),
        *money_columns("The total of its budget as stated"),
        *date_columns("submitted", "When the proposal was submitted"),
    ),
)

PARTICIPATIONS = Schema(
    name="participations",
    row="That an organisation takes part in a project, or that some organisation of a kind does.",
    key=("project", "list", "position"),
    columns=(
        text("project", "The id of the project.", joins="projects.project"),
        text("list", "Whether it is one of the core partners, who must gain, or involved beside them."),
        whole("position", "Where it stands in that list, counted from 0."),
        text("organisation", "Which organisation; null when none is named.", joins="organisations.organisation"),
        text("name", "What that organisation is called now."),
        text("kind", "Its kind, stated here or known of the organisation.", of=OrganisationKind),
        text("country", "The country of the organisation."),
        text("role", "What it is to the project; null when nobody said.", of=Role),
        text("description", "The source's own words for it, such as 'regional partners'."),
        texts("units", "The ids of its units that take part."),
        *count_columns("number", "How many there are of this kind"),
        *period_columns("", "When it takes part, where that is not the whole time"),
        text("quote", "The few words of the source this rests on."),
    ),
)


def organisations(x: Projects, *, language: str | None = None) -> Table:
    """The table of organisations, each once; two portfolios that know different things of one give a row each.

    Args:
        x: A project, a portfolio, or several of either.
        language: The language of its texts, where they have it; else as their author wrote them first.

    Raises:
        TypeError: It is neither of them, nor several of them.

    >>> from cooperation import load_example
    >>> organisations(load_example("vaxjo"))[:2]["country"]
    ('SE', 'SE')

    """
    say, date = say_in(language), dates()
    return Table.of_rows(ORGANISATIONS, (_organisation(one, say, date) for one in organisations_of(x)))


def _organisation(one: Organisation, say: Say, date: Dates) -> Cells:
    return (
        one.id,
        say(one.name),
        tuple(name.text for name in one.names),
        one.kind and one.kind._value_,
        one.country,
        one.owner,
        *date(one.founded),
        *date(one.ended),
        tuple(dict.fromkeys(id for event in one.events for id in event.predecessors)),  # noqa: A001
        tuple(dict.fromkeys(id for event in one.events for id in event.successors)),  # noqa: A001
        tuple(map(str, one.identifiers)),
        say(one.note),
    )


def projects(x: Projects, *, language: str | None = None) -> Table:
    """The table of projects.

    Args:
        x: A project, a portfolio, or several of either.
        language: The language of its texts, where they have it; else as their author wrote them first.

    Raises:
        TypeError: It is neither of them, nor several of them.

    >>> from cooperation import load_example
    >>> row = projects(load_example("vaxjo")["energy-plan"])[0]
    >>> row["period"], row["first_day"].isoformat(), row["start_precision"], row["amount"]
    ('2019 to 2020 (2 years)', '2019-01-01', 'year', None)

    """
    say, date, period = say_in(language), dates(), periods()
    rows = (_project(project, portfolio, say, date, period) for project, portfolio in with_portfolios(x))
    return Table.of_rows(PROJECTS, rows)


def _project(project: Project, portfolio: Portfolio | None, say: Say, date: Dates, period: Periods) -> Cells:
    tags, plan, series = project.tags, project.plan, project.series
    named = [partner.organisation for partner in project.partners if partner.organisation is not None]
    return (
        project.id,
        say(project.title),
        project.stage and project.stage._value_,
        project.phase and project.phase._value_,
        project.status and project.status._value_,
        *period(project.period),
        project.partnership,
        _programme(project, portfolio),
        tuple([one.id for one in named]),
        tuple(dict.fromkeys([one.country for one in named if one.country is not None])),
        series and say(series.name),
        series and series.number,
        tuple([one.project or one.alias for one in project.continuations if one.project or one.alias]),
        tuple([tag.code for tag in tags.sdgs]),
        tuple([sector.code for sector in tags.sectors]),
        tuple([tag.area.value for tag in tags.core_areas]),
        len(project.partners),
        len(project.logframe.objectives),
        sum([len(objective.indicators) for objective in project.logframe.objectives]),
        len(plan.activities),
        len(project.win_win.benefits),
        *money_cells(None if plan.budget is None else plan.budget.total),
        *date(plan.submitted),
    )


def _programme(project: Project, portfolio: Portfolio | None) -> str | None:
    if project.programme is not None:
        return project.programme.id
    if portfolio is None or project.partnership is None:
        return None
    partnership = portfolio.partnership(project.partnership)
    return None if partnership is None or partnership.programme is None else partnership.programme.id


def participations(x: Projects, *, language: str | None = None) -> Table:
    """The table of who takes part in which project.

    Args:
        x: A project, a portfolio, or several of either.
        language: The language of its texts, where they have it; else as their author wrote them first.

    Raises:
        TypeError: It is neither of them, nor several of them.

    >>> from cooperation import load_example
    >>> participations(load_example("vaxjo")["energy-plan"])["organisation"]
    ('vaxjo', 'jb-marks', 'vaxjo-energi')

    """
    say, period = say_in(language), periods()
    rows = (
        (project.id, name, position, *_participation(one, say, period))
        for project in projects_of(x)
        for name, held in (("partners", project.partners), ("involved", project.involved))
        for position, one in enumerate(held)
    )
    return Table.of_rows(PARTICIPATIONS, rows)


def _participation(one: Participation, say: Say, period: Periods) -> Cells:
    organisation, kind = one.organisation, one.of_kind
    return (
        organisation and organisation.id,
        organisation and say(organisation.name),
        kind and kind._value_,
        organisation and organisation.country,
        one.role and one.role._value_,
        say(one.description),
        one.units,
        *count_cells(one.number),
        *period(one.period),
        one.quote,
    )
