"""A timeline: rows with bars where it is known when something is, and words where it is not."""

from collections.abc import Iterator
from typing import Any, Literal, TypeAlias

import pendulum
from attrs import frozen

from cooperation.model import PartialDate, Period
from cooperation.views.layout import WIDTH
from cooperation.views.pictures import timeline_drawing, timeline_mermaid, timeline_text
from cooperation.views.pictures.drawn import Drawn
from cooperation.views.pictures.palette import Palette
from cooperation.views.telling import joined

__all__ = ["Bar", "Placing", "Point", "Tie", "TimeRow", "Timeline", "bar_of"]

Placing: TypeAlias = Literal["known", "to the year", "within", "open", "found"]
"""What is known of when a bar is.

Its days or months; only its years; only bounds that it lies within; only one end; or when it took place.
"""


@frozen
class Bar:
    """A stretch of time.

    Attributes:
        start: Its first day, or the first it can have.
        end: Its last day, or the last it can have.
        placing: What is known of when it is.

    """

    start: pendulum.Date
    end: pendulum.Date
    placing: Placing


@frozen
class Point:
    """A point in time.

    Attributes:
        date: When, as precisely as that is known.
        text: What is then.
        reached: Whether it is behind.

    """

    date: PartialDate
    text: str
    reached: bool = False

    @property
    def day(self) -> pendulum.Date:
        """The last day it can be, where it is drawn."""
        return self.date.latest


@frozen(kw_only=True)
class TimeRow:
    """One row of a timeline.

    Attributes:
        text: What it is.
        facts: What else is known of it.
        when: When it is, in words.
        bars: When it is, as far as that can be drawn.
        length: How many days it lasts, where only that is known.
        points: The points in it.
        group: The group of rows it stands in.

    """

    text: str
    facts: tuple[str, ...] = ()
    when: str
    bars: tuple[Bar, ...] = ()
    length: int | None = None
    points: tuple[Point, ...] = ()
    group: str = ""

    @property
    def is_placed(self) -> bool:
        """Whether anything of it can be put in its place."""
        return bool(self.bars or self.points)


@frozen
class Tie:
    """That one row follows another.

    Attributes:
        earlier: The number of the row that comes first.
        later: The number of the row that follows it.
        text: How.

    """

    earlier: int
    later: int
    text: str


@frozen(kw_only=True)
class Timeline(Drawn):
    """Rows along time.

    ``str`` of it is text; a notebook shows it drawn.
    All that it writes is the same at every call, and no text in it can steer what reads it.

    Attributes:
        title: What it shows.
        description: The same in a sentence, for those who cannot see it.
        rows: The rows; those that have no place in time stand last.
        ties: Which rows follow which.
        notes: What a reader should know of the whole.

    """

    title: str
    description: str
    rows: tuple[TimeRow, ...] = ()
    ties: tuple[Tie, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def span(self) -> tuple[pendulum.Date, pendulum.Date] | None:
        """The first and the last day of all that has a place; ``None`` where nothing has."""
        days = [day for row in self.rows for bar in row.bars for day in (bar.start, bar.end)]
        days += [point.day for row in self.rows for point in row.points]
        return (min(days), max(days)) if days else None

    def ties_of(self, row: int) -> list[str]:
        """In words, which rows a row follows, told by their numbers as people count, from 1."""
        found: dict[str, list[str]] = {}
        for tie in self.ties:
            if tie.later == row:
                found.setdefault(tie.text, []).append(str(tie.earlier + 1))
        return [f"{how} {joined(numbers)}" for how, numbers in found.items()]

    def text(self, width: int = WIDTH) -> str:
        """It with a cell for each month, quarter or year, and each row in words beneath, no line wider than this."""
        return timeline_text.text(self, width)

    def to_mermaid(self) -> str:
        """It as a Mermaid Gantt chart.

        Mermaid draws only what has dates: a row without any is drawn over the whole, and says in words that its time
        is not known.
        """
        return timeline_mermaid.gantt(self)

    def _drawing(self, palette: Palette) -> Any:
        return timeline_drawing.drawing_of(self, palette)


def bar_of(period: Period, *, found: bool = False) -> Iterator[Bar]:
    """The bar of a period, where it has a place in time or bounds; an open end is drawn to where it must still be.

    >>> [bar.placing for bar in bar_of(Period.of_years(2019, 2020))]
    ['to the year']
    >>> list(bar_of(Period(end=PartialDate(2019))))[0].placing
    'open'
    """
    first, last = period.first_day, period.last_day
    if first is None and last is None:
        return
    if period.is_placed:
        rough = all(one is None or one.month is None for one in (period.start, period.end))
        placing: Placing = "found" if found else "to the year" if rough else "known"
    else:
        placing = "open" if first is None or last is None else "within"
    # Of an open period only the year of the known end is sure to be in it.
    if first is None:
        first = last.start_of("year") if last is not None else last
    if last is None:
        last = first.end_of("year") if first is not None else first
    if first is not None and last is not None:
        yield Bar(first, last, placing)
