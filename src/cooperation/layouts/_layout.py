"""What a layout is: the words of a donor for the levels, and the tables it asks for."""

import enum
from collections.abc import Iterable
from typing import TypeAlias

from attrs import field, frozen

from cooperation.errors import InvariantError
from cooperation.model import Level, PartialDate

__all__ = ["Column", "Form", "Holds", "Layout", "Row", "RowOf", "Word", "Work", "names_of"]


class Work(enum.Enum):
    """The rows of a matrix that are no objectives: what is done, and what is put in."""

    ACTIVITIES = "activities"
    INPUTS = "inputs"


RowOf: TypeAlias = Level | Work
"""What a row is of: a level of objectives, or the work below them."""


class Holds(enum.Enum):
    """What a column holds, whatever a donor calls it."""

    STATEMENT = "statement"
    LEADS_TO = "leads-to"
    WEIGHT = "weight"
    RISK_RATING = "risk-rating"
    INDICATOR = "indicator"
    INDICATOR_WITH_VALUES = "indicator-with-values"
    PLANNED_OR_ACHIEVED = "planned-or-achieved"
    BASELINE = "baseline"
    MILESTONES = "milestones"
    TARGETS = "targets"
    ACTUALS = "actuals"
    VERIFICATION = "verification"
    METHOD = "method"
    FREQUENCY = "frequency"
    RESPONSIBLE = "responsible"
    ASSUMPTIONS = "assumptions"
    RISKS = "risks"
    PRECONDITIONS = "preconditions"
    ACTIVITIES = "activities"
    PERIOD = "period"
    MEANS = "means"
    COSTS = "costs"
    MEANS_AND_COSTS = "means-and-costs"
    FUNDING = "funding"
    STAFF_TIME = "staff-time"
    NOTHING = "nothing"

    @property
    def is_of_an_indicator(self) -> bool:
        """Whether each indicator has one of its own, and not each objective."""
        return self in _OF_AN_INDICATOR


_OF_AN_INDICATOR = {
    Holds.INDICATOR,
    Holds.INDICATOR_WITH_VALUES,
    Holds.PLANNED_OR_ACHIEVED,
    Holds.BASELINE,
    Holds.MILESTONES,
    Holds.TARGETS,
    Holds.ACTUALS,
    Holds.VERIFICATION,
    Holds.METHOD,
    Holds.FREQUENCY,
    Holds.RESPONSIBLE,
}


@frozen(kw_only=True)
class Word:
    """What a donor calls a level, or the work.

    Attributes:
        of: The level, or the work.
        one: The word for one of it, such as ``Outcome``.
        many: The word that stands over all of them.
        code: How one is numbered, such as ``Oc {}``; empty where it is not.
        under: The level whose numbers these go on from, as output 1.2 is the second one of outcome 1.
        indicator_code: How its indicators are numbered; empty where they are not.
        own: Whether the donor has the level at all; else the word is this library's, for a project that has it.

    """

    of: RowOf
    one: str
    many: str
    code: str = ""
    under: Level | None = None
    indicator_code: str = ""
    own: bool = True


@frozen(kw_only=True)
class Column:
    """A column of a donor's table.

    Attributes:
        holds: What it holds.
        heading: What the donor calls it.
        each: Whether each value has a column of its own, numbered where the heading has ``{}``.

    """

    holds: Holds
    heading: str
    each: bool = False


@frozen(kw_only=True)
class Row:
    """The rows of one level, or of the work, in a table.

    Attributes:
        of: The level, or the work.
        instead: What cells of these rows hold that differs from what their column does, as means stand under
            "indicators" in the row of inputs.
        blanks: What stands in a cell where the donor asks for nothing; what a project has all the same is shown.
        optional: Whether the row is left out where a project has nothing for it.

    """

    of: RowOf
    instead: tuple[tuple[Holds, Holds], ...] = ()
    blanks: tuple[tuple[Holds, str], ...] = ()
    optional: bool = False

    def holds(self, column: Column) -> Holds:
        """What its cell in a column holds."""
        return dict(self.instead).get(column.holds, column.holds)

    def blank(self, column: Column) -> str | None:
        """What its cell in a column says where the donor asks for nothing; ``None`` where it asks."""
        return dict(self.blanks).get(column.holds)


@frozen(kw_only=True)
class Form:
    """A table of a donor.

    Attributes:
        title: What it is called.
        columns: Its columns.
        rows: What it has rows of, from the top down.
        planned: The word in front of what is planned, where planned and achieved have a row each.
        achieved: The word in front of what was achieved.

    """

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    planned: str = ""
    achieved: str = ""


@frozen(kw_only=True)
class Layout:
    """A donor's words and tables.

    Attributes:
        name: Its name, as in ``--layout eu``.
        title: Whose it is.
        about: How it is read, and what is particular about it.
        words: What the donor calls each level and the work.
        forms: Its tables; most donors have one or two.
        since: From when on it is in use; ``None`` where its sources do not say.
        sources: Where it was read, with addresses.
        unverified: What could not be verified.

    Raises:
        InvariantError: A level has no word or two, or a row is of something that has none.

    """

    name: str
    title: str
    about: str
    words: tuple[Word, ...] = field()
    forms: tuple[Form, ...]
    since: PartialDate | None = None
    sources: tuple[str, ...]
    unverified: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        named = [word.of for word in self.words]
        if missing := [level.value for level in Level if named.count(level) != 1]:
            raise InvariantError(f"layout {self.name!r} has no single word for {', '.join(missing)}", ("words",))
        for form in self.forms:
            if unnamed := [row.of.value for row in form.rows if named.count(row.of) != 1]:
                raise InvariantError(f"{form.title} has rows of {', '.join(unnamed)}, which have no word", ("forms",))

    def word(self, of: RowOf) -> Word:
        """The donor's word for a level or for the work.

        Raises:
            KeyError: It has none, as a layout without a row of inputs has none for them.

        """
        found = next((word for word in self.words if word.of is of), None)
        if found is None:
            raise KeyError(of)
        return found

    @property
    def holds(self) -> frozenset[Holds]:
        """All that its tables have a place for."""
        columns = ((row, column) for form in self.forms for row in form.rows for column in form.columns)
        return frozenset(row.holds(column) for row, column in columns)


def names_of(layouts: Iterable[Layout]) -> list[str]:
    """The names, of which no two may be alike.

    Raises:
        InvariantError: Two have one name.

    """
    names = [layout.name for layout in layouts]
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise InvariantError(f"two layouts have the name {', '.join(twice)}")
    return names
