"""The logframe matrix: the graph of objectives in the words and tables of a donor."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from attrs import evolve, frozen

from cooperation.layouts import Column, Form, Holds, Layout, Row, Work
from cooperation.layouts import layout as layout_named
from cooperation.model import Indicator, Level, Objective, Observation, Portfolio, Project, Stage
from cooperation.views.grid import Cell, Grid, Group, block, cell, listed
from cooperation.views.matrix_cells import Filler
from cooperation.views.matrix_codes import Placed, places_of
from cooperation.views.table_view import TableView
from cooperation.views.telling import Teller

__all__ = ["logframe"]

_Rows: TypeAlias = Iterator[tuple[Cell | None, ...]]

ORPHANS = "Leads to nothing above it"
UNLEVELLED = "Level not stated"
AIMLESS = "Activities that serve no output"


def logframe(
    project: Project,
    layout: str | Layout = "classic",
    *,
    within: Portfolio | None = None,
    language: str | None = None,
) -> TableView:
    """The logframe of a project as a matrix, in a donor's words.

    The graph is flattened so that nothing is lost and nothing is told twice.
    An objective stands once, under the first that it leads to, with the codes of the others beside it.
    An assumption stands at the objective from which the step goes up.
    Objectives that lead to nothing, and those whose level nobody stated, have rows under headings of their own;
    so has a level that the donor does not know.
    What a layout has no column for, such as assumptions where only risks are asked, is listed below its tables.
    What is not known is said to be unknown.

    Args:
        project: The project.
        layout: The name of a layout of ``cooperation.layouts``, or a layout of your own.
        within: The portfolio that knows the names in the project, such as that of its partnership.
        language: The language of its texts, where they have it.

    Raises:
        UnknownLayoutError: There is no layout of that name.

    >>> import cooperation as co
    >>> view = logframe(co.load_example("vaxjo")["energy-plan"])
    >>> view.grids[0].headings
    ('Narrative summary', 'Indicators', 'Data sources', 'Assumptions')
    >>> [group.heading for group in view.grids[0].groups]
    ['Goal', 'Purpose', 'Intermediate outcomes (no row of this layout)', 'Outputs', 'Inputs']
    """
    chosen = layout_named(layout) if isinstance(layout, str) else layout
    teller = Teller.of(project, within=within, language=language)
    filler = Filler(project=project, layout=chosen, places=places_of(project, chosen), teller=teller)
    grids = [_Sheet.of(form, filler).grid() for form in chosen.forms]
    return TableView(title=f"{teller.text(project.title)}: {chosen.title}", grids=(*grids, *_besides(filler)), notes=())


@frozen(kw_only=True)
class _Sheet:
    """One of the donor's tables, as it is filled in.

    Attributes:
        form: The table.
        filler: Who fills in its cells.
        columns: Its columns, each with the number of the value it is for, where each value has a column.
        is_told_twice: Whether what was planned and what was achieved have a row each.

    """

    form: Form
    filler: Filler
    columns: tuple[tuple[Column, int | None], ...]
    is_told_twice: bool

    @classmethod
    def of(cls, form: Form, filler: Filler) -> "_Sheet":
        """The table of a project: it has as many numbered columns as the project has values for."""
        indicators = filler.project.logframe.indicators
        most = max((len(one.milestones) for one in indicators), default=0)
        columns: list[tuple[Column, int | None]] = []
        for column in form.columns:
            columns += [(column, number) for number in range(most)] if column.each else [(column, None)]
        reported = filler.project.stage in (Stage.PROGRESS, Stage.FINAL) or any(one.actuals for one in indicators)
        twice = bool(form.achieved) and reported
        kept = [one for one in columns if twice or one[0].holds is not Holds.PLANNED_OR_ACHIEVED]
        return cls(form=form, filler=filler, columns=tuple(kept), is_told_twice=twice)

    def grid(self) -> Grid:
        """The table, filled in."""
        return Grid(
            caption=self.form.title,
            keys=tuple(
                column.holds.value if number is None else f"{column.holds.value}-{number + 1}"
                for column, number in self.columns
            ),
            headings=tuple(
                column.heading if number is None else column.heading.format(number + 1)
                for column, number in self.columns
            ),
            groups=tuple(group for group in self._groups() if group.rows),
            key="level",
            is_spaced=True,
        )

    def _groups(self) -> Iterator[Group]:
        places = self.filler.places
        is_whole = any(row.of is Level.IMPACT for row in self.form.rows)
        strays = places.orphans if is_whole else ()
        rows = {row.of: row for row in self.form.rows}
        asked = list(rows)
        if is_whole:
            asked += [level for level in places.levels if level not in rows and places.levels[level]]
            asked.sort(key=lambda of: -of.rank if isinstance(of, Level) else 1)
        for of in asked:
            heading = self.filler.layout.word(of).many
            row = rows.get(of, Row(of=of))
            if isinstance(of, Work):
                yield from self._work(of, row, heading)
                continue
            held = places.levels[of]
            if not is_whole:
                held += tuple(one for one in places.orphans if _level(one) is of)
            if of not in rows:
                heading = f"{heading} (no row of this layout)"
            if held or not row.optional:
                yield Group(heading=heading, rows=tuple(self._objectives(held, row)) or (self._nothing(),))
        yield Group(heading=ORPHANS, rows=tuple(self._of_their_own(strays, rows)))
        if is_whole:
            yield Group(heading=UNLEVELLED, rows=tuple(self._of_their_own(places.unlevelled, rows)))
        if Holds.ACTIVITIES in (column.holds for column in self.form.columns) and Level.OUTPUT in rows:
            yield Group(heading=AIMLESS, rows=tuple(self._activities_apart()))

    def _nothing(self) -> tuple[Cell | None, ...]:
        return (cell(self.filler.teller.nothing, "unknown"), *(Cell() for _ in self.columns[1:]))

    # ---- rows of objectives --------------------------------------------------------------------------------------

    def _of_their_own(self, placed: Iterable[Placed], rows: dict[Level | Work, Row]) -> _Rows:
        """Rows that stand apart from those of their level, and so tell it."""
        for one in placed:
            level = _level(one)
            row = Row(of=Level.OUTPUT) if level is None else rows.get(level, Row(of=level))
            for first, *others in self._objectives([one], row):
                if first is None or level is None:
                    yield (first, *others)
                else:
                    named = f"{self.filler.layout.word(level).one}: {first.lines[0]}"
                    yield (evolve(first, lines=(named, *first.lines[1:])), *others)

    def _objectives(self, placed: Sequence[Placed], row: Row) -> _Rows:
        counted = 0
        for one in placed:
            objective = one.part
            assert isinstance(objective, Objective)
            beside = {
                index: self._blanked(self.filler.objective(row.holds(column), one), row, column)
                for index, (column, _) in enumerate(self.columns)
                if not row.holds(column).is_of_an_indicator
            }
            rows: list[dict[int, Cell]] = []
            for number, indicator in enumerate(objective.indicators, 1):
                counted += 1
                rows += self._indicator(indicator, self._code(one, number, counted), row)
            if not rows:
                rows = [self._no_indicator(row)]
            yield from block(beside, rows, len(self.columns))

    def _code(self, placed: Placed, number: int, counted: int) -> str:
        level = _level(placed)
        pattern = "" if level is None else self.filler.layout.word(level).indicator_code
        if not pattern:
            return ""
        return pattern.format(f"{placed.number}.{number}" if placed.code else counted)

    def _indicator(self, held: Indicator, code: str, row: Row) -> list[dict[int, Cell]]:
        planned: dict[int, Cell] = {}
        for index, (column, number) in enumerate(self.columns):
            holds = row.holds(column)
            if not holds.is_of_an_indicator:
                continue
            if holds is Holds.PLANNED_OR_ACHIEVED:
                planned[index] = cell(self.form.planned)
            elif number is not None:
                planned[index] = self._milestone(held, number)
            else:
                planned[index] = self.filler.indicator(holds, held, code)
        if not self.is_told_twice:
            return [planned]
        achieved = self._achieved(held, row)
        return [
            {index: made if index in achieved else evolve(made, rows=2) for index, made in planned.items()},
            achieved,
        ]

    def _milestone(self, held: Indicator, number: int) -> Cell:
        if number < len(held.milestones):
            return self.filler.value(held.milestones[number], held)
        return cell("none" if held.milestones or self.filler.teller.nothing == "none" else "unknown", "unknown")

    def _achieved(self, held: Indicator, row: Row) -> dict[int, Cell]:
        """What was found, each below the milestone or target by which it came; the rest below the target."""
        found: dict[int | None, list[str]] = {}
        for actual in held.actuals:
            found.setdefault(_milestone_of(actual, held), []).append(self.filler.teller.observation(actual, held))
        made: dict[int, Cell] = {}
        for index, (column, number) in enumerate(self.columns):
            holds = row.holds(column)
            if holds is Holds.PLANNED_OR_ACHIEVED:
                made[index] = cell(self.form.achieved)
            elif holds is Holds.BASELINE:
                made[index] = Cell()
            elif holds in (Holds.MILESTONES, Holds.TARGETS):
                told = found.get(number)
                made[index] = listed(told) if told else cell(self.filler.teller.nothing, "unknown")
        return made

    def _no_indicator(self, row: Row) -> dict[int, Cell]:
        made = {}
        first = True
        for index, (column, _) in enumerate(self.columns):
            if row.holds(column).is_of_an_indicator:
                made[index] = self._blanked(
                    cell(self.filler.teller.nothing, "unknown") if first else Cell(), row, column
                )
                first = False
        return made

    def _blanked(self, held: Cell, row: Row, column: Column) -> Cell:
        """What the donor says of a cell that it does not ask for, where there is nothing to show in it."""
        blank = row.blank(column)
        return held if blank is None or held.role != "unknown" else cell(blank)

    # ---- rows of work --------------------------------------------------------------------------------------------

    def _work(self, of: Work, row: Row, heading: str) -> Iterator[Group]:
        if of is Work.INPUTS:
            cells = tuple(self.filler.whole(row.holds(column)) for column, _ in self.columns)
            yield Group(heading=heading, rows=(cells,))
            return
        filler = self.filler
        yield Group(
            heading=heading,
            rows=(*map(self._activity, filler.places.activities),) or (self._nothing(),),
        )
        yield Group(heading=AIMLESS, rows=tuple(map(self._activity, filler.places.aimless)))
        if filler.lines_besides():
            cells = tuple(filler.besides(column.holds) for column, _ in self.columns)
            yield Group(heading="Other costs", rows=(cells,))

    def _activity(self, placed: Placed) -> tuple[Cell | None, ...]:
        return tuple(self.filler.activity(column.holds, placed) for column, _ in self.columns)

    def _activities_apart(self) -> _Rows:
        """In a table of outputs, a row with the activities that serve none of them."""
        outputs = {one.id for one in self.filler.project.logframe.at_level(Level.OUTPUT)}
        apart = [a for a in self.filler.project.plan.activities if not outputs & set(a.contributes_to)]
        if apart:
            told = listed(self.filler.teller.text(one.title) for one in apart)
            yield tuple(told if column.holds is Holds.ACTIVITIES else Cell() for column, _ in self.columns)


def _milestone_of(actual: Observation, held: Indicator) -> int | None:
    """The first milestone that was due when a value was found, or later; ``None`` stands for the target."""
    if actual.due is None:
        return None
    day = actual.due.latest
    later = (n for n, one in enumerate(held.milestones) if one.due is not None and day <= one.due.latest)
    return next(later, None)


def _level(placed: Placed) -> Level | None:
    assert isinstance(placed.part, Objective)
    return placed.part.level


def _besides(filler: Filler) -> Iterator[Grid]:
    """What the layout has no column for, in small tables below its own."""
    holds, frame = filler.layout.holds, filler.project.logframe
    if Holds.ASSUMPTIONS not in holds:
        told = ((one, tuple(filler.assumptions(one))) for one in frame.objectives)
        rows = tuple((cell(filler.called(one.id)), listed(assumed)) for one, assumed in told if assumed)
        yield from _small("Assumptions, for which the layout has no column", ("At", "Assumption"), rows)
    if Holds.RISKS in holds:
        known = {one.id for one in frame.objectives}
        rest = tuple((cell(filler.risk(one)),) for one in frame.risks if not known & set(one.objectives))
        yield from _small("Risks to the project as a whole", ("Risk",), rest)
    if Holds.PRECONDITIONS not in holds:
        before = tuple((cell(one),) for one in filler.preconditions())
        yield from _small("Preconditions, for which the layout has no column", ("What must hold",), before)


def _small(caption: str, headings: tuple[str, ...], rows: tuple[tuple[Cell, ...], ...]) -> Iterator[Grid]:
    if rows:
        keys = tuple(heading.casefold().replace(" ", "-") for heading in headings)
        yield Grid(caption=caption, keys=keys, headings=headings, groups=(Group(rows=rows),), is_spaced=True)
