"""Tables of what projects aim at: objectives, indicators, and every value of every indicator."""

from collections.abc import Iterable, Iterator

from cooperation.frames.holders import Projects, projects_of
from cooperation.frames.schema import Column, ColumnType, Schema
from cooperation.frames.table import Table
from cooperation.frames.told import (
    Cells,
    Dates,
    Say,
    boolean,
    date_columns,
    dates,
    decimal,
    period_columns,
    periods,
    say_in,
    text,
    texts,
    value_cells,
    value_columns,
    whole,
)
from cooperation.model import (
    Category,
    CrossCuttingValue,
    Direction,
    Frequency,
    Grade,
    Indicator,
    Level,
    Measure,
    Modality,
    Observation,
    OverParts,
    OverTime,
    Project,
    Scope,
    Source,
    UnitKind,
)

__all__ = ["INDICATORS", "OBJECTIVES", "VALUES", "category_cells", "indicators", "kinds", "objectives", "values"]

OBJECTIVES = Schema(
    name="objectives",
    row="An objective of a logframe.",
    key=("project", "objective"),
    columns=(
        text("project", "The id of the project.", joins="projects.project"),
        text("objective", "The id of the objective, one of its own in the project."),
        whole("position", "Where it stands among the project's objectives, counted from 0."),
        text("level", "Its neutral level; null when its author did not say.", of=Level),
        text("label", "The word its author used for the level, such as 'purpose'."),
        text("statement", "What is to be reached; empty while nobody has worded it."),
        text("description", "What it consists of."),
        text("scope", "Where the change shows.", of=Scope),
        texts("further_scopes", "Other places where it shows.", of=Scope),
        text("partner", "The partner whose it is, when it is one's only.", joins="organisations.organisation"),
        text("modality", "How sure the author is.", of=Modality),
        texts("contributes_to", "The objectives it serves.", joins="objectives.objective"),
        texts("target_groups", "The ids of the target groups it is for."),
        texts("places", "The ids of the places where it is to be reached."),
        *date_columns("due", "When it is to be reached"),
        decimal("weight", "Its share of the project's effect.", unit="per cent"),
        text("risk_rating", "How risky it is.", of=Grade),
        boolean("continuing", "Whether it is meant to go on after the project."),
        texts("values", "The cross-cutting values it serves.", of=CrossCuttingValue),
        whole("indicators", "How many indicators it has."),
        whole("assumptions", "How many assumptions stand at it."),
        text("quote", "The few words of the source this rests on."),
        text("note", "What else is known."),
    ),
)

INDICATORS = Schema(
    name="indicators",
    row="An indicator of an objective.",
    key=("project", "indicator"),
    columns=(
        text("project", "The id of the project.", joins="projects.project"),
        text("objective", "The id of its objective.", joins="objectives.objective"),
        text("indicator", "The id of the indicator, one of its own in the project."),
        whole("position", "Where it stands among the objective's indicators, counted from 0."),
        text("level", "The level of its objective.", of=Level),
        text("statement", "What is measured."),
        text("definition", "What its words mean exactly."),
        text("measure", "How it is measured.", of=Measure),
        text("unit", "What is counted, such as 'plan' or 'family'."),
        text("unit_kind", "What kind of thing that is.", of=UnitKind),
        text("direction", "Which way is good.", of=Direction),
        decimal("tolerance", "How far a value to be maintained may stray.", unit="unit"),
        text("over_time", "How values of several periods relate.", of=OverTime),
        text("over_parts", "How values of several parts roll up.", of=OverParts),
        boolean("unique", "Whether nobody is counted twice."),
        texts("dimensions", "What its values are divided by."),
        texts("verification", "The sources that show it."),
        text("method", "How the data are gathered."),
        text("frequency", "How often.", of=Frequency),
        text("responsible", "Who gathers them.", joins="organisations.organisation"),
        texts("references", "Its codes in lists of standard indicators, each after the list's name: sdg:4.1.1."),
        boolean("has_baseline", "Whether it has a baseline, even an unknown one."),
        whole("milestones", "How many milestones it has."),
        whole("targets", "How many targets it has."),
        whole("actuals", "How many actual values it has."),
        text("quote", "The few words of the source this rests on."),
        text("note", "What else is known."),
    ),
)

VALUES = Schema(
    name="values",
    row=(
        "A value of an indicator: its baseline, a milestone, a target or an actual one, as a whole or of one group. "
        "An indicator without a baseline has no row for it; a baseline whose value nobody knows has one."
    ),
    key=("project", "indicator", "kind", "position", "part"),
    columns=(
        text("project", "The id of the project.", joins="projects.project"),
        text("objective", "The id of the objective.", joins="objectives.objective"),
        text("indicator", "The id of the indicator.", joins="indicators.indicator"),
        Column(
            name="kind",
            type=ColumnType.TEXT,
            meaning="What the value is to the indicator.",
            words=("baseline", "milestone", "target", "actual"),
        ),
        whole("position", "Where it stands among the indicator's values of that kind, counted from 0."),
        whole("part", "Which part of it this is, counted from 0; null for the value as a whole."),
        text("dimension", "What the part is divided by, such as 'sex'; a cross of groups has several, as 'sex/age'."),
        text("category", "The group, such as 'women'; a cross of groups has several, as 'women/15-24'."),
        *value_columns(),
        text("unit", "The unit: the value's own, else the indicator's."),
        *date_columns("date", "When"),
        *period_columns("", "Over what time, for what accumulates"),
        text("place", "The id of the place."),
        text("partner", "At which partner.", joins="organisations.organisation"),
        text("population", "Of whom or what, such as 'women over 15'."),
        text("source", "Where it is known from: an address, else a title."),
        text("comment", "What else a reader should know."),
        text("quote", "The few words of the source this rests on."),
    ),
)


def objectives(x: Projects, *, language: str | None = None) -> Table:
    """The table of objectives.

    Args:
        x: A project, a portfolio, or several of either.
        language: The language of its texts, where they have it; else as their author wrote them first.

    Raises:
        TypeError: It is neither of them, nor several of them.

    >>> from cooperation import load_example
    >>> objectives(load_example("proposal"))["level"][:3]
    ('impact', 'outcome', 'intermediate-outcome')

    """
    say, date = say_in(language), dates()
    return Table.of_rows(OBJECTIVES, (row for project in projects_of(x) for row in _objectives(project, say, date)))


def _objectives(project: Project, say: Say, date: Dates) -> Iterator[Cells]:
    for position, one in enumerate(project.logframe.objectives):
        yield (
            project.id,
            one.id,
            position,
            one.level and one.level._value_,
            one.label,
            say(one.statement),
            say(one.description),
            one.scope and one.scope._value_,
            tuple([scope.value for scope in one.further_scopes]) if one.further_scopes else (),
            one.partner,
            one.modality and one.modality._value_,
            one.contributes_to,
            one.target_groups,
            one.places,
            *date(one.due),
            one.weight,
            one.risk_rating and one.risk_rating._value_,
            one.continuing,
            tuple([value.value for value in one.values]) if one.values else (),
            len(one.indicators),
            len(one.assumptions),
            one.quote,
            say(one.note),
        )


def indicators(x: Projects, *, language: str | None = None) -> Table:
    """The table of indicators; their values have a table of their own.

    Args:
        x: A project, a portfolio, or several of either.
        language: The language of its texts, where they have it; else as their author wrote them first.

    Raises:
        TypeError: It is neither of them, nor several of them.

    >>> from cooperation import load_example
    >>> row = indicators(load_example("proposal"))[0]
    >>> row["indicator"], row["unit"], row["has_baseline"], row["targets"]
    ('fossil-share', None, True, 1)

    """
    say = say_in(language)
    return Table.of_rows(INDICATORS, (row for project in projects_of(x) for row in _indicators(project, say)))


def _indicators(project: Project, say: Say) -> Iterator[Cells]:
    for objective in project.logframe.objectives:
        level = objective.level and objective.level._value_
        for position, one in enumerate(objective.indicators):
            yield (
                project.id,
                objective.id,
                one.id,
                position,
                level,
                say(one.statement),
                say(one.definition),
                one.measure and one.measure._value_,
                say(one.unit),
                one.unit_kind and one.unit_kind._value_,
                one.direction and one.direction._value_,
                one.tolerance,
                one.over_time and one.over_time._value_,
                one.over_parts and one.over_parts._value_,
                one.unique,
                tuple([dimension.name for dimension in one.dimensions]) if one.dimensions else (),
                tuple(map(say, one.verification)),
                say(one.method),
                one.frequency and one.frequency._value_,
                one.responsible,
                tuple([f"{code.vocabulary.value}:{code.code}" for code in one.references]) if one.references else (),
                one.baseline is not None,
                len(one.milestones),
                len(one.targets),
                len(one.actuals),
                one.quote,
                say(one.note),
            )


def values(x: Projects, *, language: str | None = None) -> Table:
    """The table of all values of indicators: one row an indicator, kind, time, and group of a disaggregation.

    Args:
        x: A project, a portfolio, or several of either.
        language: The language of its texts, where they have it; else as their author wrote them first.

    Raises:
        TypeError: It is neither of them, nor several of them.

    >>> from cooperation import load_example
    >>> row = values(load_example("proposal"))[0]
    >>> row["kind"], row["state"], str(row["numerator"]), str(row["denominator"]), row["number"], row["date"]
    ('baseline', 'ratio', '96', '240', None, '2018-09')

    """
    return Table.of_rows(VALUES, _values(projects_of(x), say_in(language)))


_NO_PERIOD: Cells = (None,) * 7


def _values(projects: Iterable[Project], say: Say) -> Iterator[Cells]:
    date, period = dates(), periods()
    for project, objective in ((one, objective) for one in projects for objective in one.logframe.objectives):
        for indicator in objective.indicators:
            unit = say(indicator.unit)
            names = (project.id, objective.id, indicator.id)
            for kind, held in kinds(indicator):
                for position, one in enumerate(held):
                    row = (
                        *names,
                        kind,
                        position,
                        None,
                        None,
                        None,
                        *value_cells(one.value, say),
                        unit if one.unit is None else say(one.unit),
                        *date(one.date),
                        *(_NO_PERIOD if one.period is None else period(one.period)),
                        one.place,
                        one.partner,
                        one.population and say(one.population),
                        one.source and _source(one.source, say),
                        one.comment and say(one.comment),
                        one.quote,
                    )
                    yield row
                    for number, part in enumerate(one.parts):
                        group, value = category_cells(part.of), value_cells(part.value, say)
                        yield (*row[:5], number, *group, *value, *row[14:-2], None, None)


def kinds(indicator: Indicator) -> tuple[tuple[str, tuple[Observation, ...]], ...]:
    """The observations of an indicator by what they are to it."""
    return (
        ("baseline", () if indicator.baseline is None else (indicator.baseline,)),
        ("milestone", indicator.milestones),
        ("target", indicator.targets),
        ("actual", indicator.actuals),
    )


def category_cells(of: tuple[Category, ...]) -> Cells:
    """What a part is divided by, and the group."""
    if len(of) == 1:
        return (of[0].dimension, of[0].category)
    return ("/".join([one.dimension for one in of]), "/".join([one.category for one in of]))


def _source(source: Source, say: Say) -> str | None:
    return source.url or say(source.title)
