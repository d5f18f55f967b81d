"""Kinds of limits that donors set, each with the type of its values: lists, ranges, ceilings, seats and windows.

A value answers yes, no or unknown, since what a donor's text gives is often not the whole of it.

>>> countries = Listed(frozenset({"BY", "IN"}), complete=False)
>>> countries.has("IN"), countries.has("VN")
(<Answer.YES: 'yes'>, <Answer.UNKNOWN: 'unknown'>)
"""

import calendar
import enum
from collections.abc import Iterable
from typing import Generic, TypeVar

from attrs import field, frozen

from cooperation.errors import InvariantError
from cooperation.model import CoreArea, CostKind, Money, OrganisationKind, PartialDate, Phase, Side
from cooperation.model.answer import Answer
from cooperation.rules.profiles._profile import LimitKind

__all__ = [
    "APPLICANTS",
    "CORE_AREAS",
    "COSTS",
    "COUNTRIES",
    "HOME_COUNTRY",
    "INCEPTION_CEILINGS",
    "INCEPTION_MONTHS",
    "INCEPTION_SEATS",
    "PROJECT_CEILINGS",
    "PROJECT_MONTHS",
    "REQUIRED_STEPS",
    "STEERING_CEILINGS",
    "TEAM_SIZE",
    "WINDOWS",
    "Applicants",
    "Ceiling",
    "Ceilings",
    "Costs",
    "DayOfYear",
    "Listed",
    "Range",
    "Seats",
    "Window",
    "Windows",
    "Zone",
]

_T = TypeVar("_T")


@frozen
class Listed(Generic[_T]):
    """A list of what is allowed, as far as it was given.

    Attributes:
        known: What is on it.
        complete: Whether that is the whole list; else what is not known to be on it may be.
        perhaps: What is on it or not, where the text does not decide.

    >>> Listed(frozenset({"KE", "TZ"}), complete=True).has("VN")
    <Answer.NO: 'no'>

    """

    known: frozenset[_T]
    complete: bool = field(kw_only=True)
    perhaps: frozenset[_T] = field(default=frozenset(), kw_only=True)

    def has(self, value: _T) -> Answer:
        """Whether something is on it."""
        if value in self.known:
            return Answer.YES
        return Answer.NO if self.complete and value not in self.perhaps else Answer.UNKNOWN

    def __str__(self) -> str:
        told = ", ".join(_words(self.known))
        open_end = "" if self.complete else "; the rest of the list is not known"
        doubt = f"; perhaps {', '.join(_words(self.perhaps))}" if self.perhaps else ""
        return f"{told}{doubt}{open_end}"


@frozen
class Range:
    """From the least to the most, both included; either may be open.

    >>> print(Range(12, 36), Range(most=12), Range(least=3), Range(2, 2), sep="; ")
    12 to 36; at most 12; at least 3; 2
    >>> Range(3, 5).holds(4, 6)
    <Answer.UNKNOWN: 'unknown'>

    Attributes:
        least: The lowest number.
        most: The highest number.

    """

    least: int | None = None
    most: int | None = None

    def holds(self, low: int, high: int | None) -> Answer:
        """Whether a number lies in it of which only is known that it is between two others; ``None`` is no bound."""
        under = self.least is not None and high is not None and high < self.least
        if under or (self.most is not None and low > self.most):
            return Answer.NO
        above = self.least is None or low >= self.least
        below = self.most is None or (high is not None and high <= self.most)
        return Answer.YES if above and below else Answer.UNKNOWN

    def __str__(self) -> str:
        if self.least == self.most:
            return str(self.least)
        if self.least is None:
            return f"at most {self.most}"
        return f"at least {self.least}" if self.most is None else f"{self.least} to {self.most}"


@frozen
class Zone:
    """Countries for which a donor sets the same amounts.

    Attributes:
        name: What the donor calls it.
        countries: The countries in it.

    """

    name: str
    countries: Listed[str]


@frozen(kw_only=True)
class Ceiling:
    """The most that is paid, for so many parties with a partner in a zone.

    Attributes:
        amount: The most.
        parties: How many parties it is for.
        zone: Where the partners are; ``None`` where that makes no difference.
        of_which_work: The most of it that may pay for work.

    """

    amount: Money
    parties: Range
    zone: Zone | None = None
    of_which_work: Money | None = None

    def __str__(self) -> str:
        where = "" if self.zone is None else f"{self.zone.name}, "
        work = "" if self.of_which_work is None else f", of which {self.of_which_work} for work"
        return f"{where}{self.parties} parties: {self.amount}{work}"


@frozen
class Ceilings:
    """The ceilings of a programme; which of them holds depends on where the partners are and how many they are.

    Attributes:
        rows: The ceilings.
        a_year: Whether they are for each year, and not for the whole.

    """

    rows: tuple[Ceiling, ...]
    a_year: bool = field(kw_only=True)

    def candidates(self, low: int, high: int | None, countries: Iterable[str | None]) -> tuple[Ceiling, ...]:
        """Those that may hold for ``low`` to ``high`` parties in these countries, ``None`` for an unknown one."""
        where = tuple(countries)
        return tuple(
            row
            for row in self.rows
            if row.parties.holds(low, high) is not Answer.NO
            and (row.zone is None or any(_may_be_in(row.zone, country) for country in where))
        )

    def __str__(self) -> str:
        return f"{'a year' if self.a_year else 'for the whole'}: {'; '.join(map(str, self.rows))}"


def _may_be_in(zone: Zone, country: str | None) -> bool:
    return country is None or zone.countries.has(country) is not Answer.NO


@frozen(kw_only=True)
class Applicants:
    """Who may apply.

    Attributes:
        kinds: The kinds of organisations.
        if_owned: The kinds that may where one of the former owns them.

    """

    kinds: Listed[OrganisationKind]
    if_owned: frozenset[OrganisationKind] = frozenset()

    def admits(self, kind: OrganisationKind | None, owner: OrganisationKind | None) -> Answer:
        """Whether an organisation of this kind, with an owner of that kind, may apply; ``None`` where it is unknown."""
        decides = owner if kind in self.if_owned else kind
        return Answer.UNKNOWN if decides is None else self.kinds.has(decides)

    def __str__(self) -> str:
        owned = f"; owned by one of them: {', '.join(_words(self.if_owned))}" if self.if_owned else ""
        return f"{self.kinds}{owned}"


@frozen(kw_only=True)
class Seats:
    """Who sits in a team for each partner.

    Attributes:
        politicians: How many elected members.
        sides: The sides of the council they are from, one at least of each.
        civil_servants: How many civil servants.
        coordinators: How many of these coordinate.

    """

    politicians: int
    sides: frozenset[Side]
    civil_servants: int
    coordinators: int

    def __str__(self) -> str:
        return (
            f"{self.politicians} politicians ({' and '.join(_words(self.sides))}) and "
            f"{self.civil_servants} civil servants, {self.coordinators} of them coordinator"
        )


@frozen(kw_only=True)
class Costs:
    """What is paid for.

    Attributes:
        kinds: The kinds of costs.
        by_day: The kinds that are paid for working days only.

    """

    kinds: Listed[CostKind]
    by_day: frozenset[CostKind]

    def __str__(self) -> str:
        return f"{self.kinds}; for working days only: {', '.join(_words(self.by_day))}"


@frozen
class DayOfYear:
    """A day that comes every year.

    >>> print(DayOfYear(2, 15))
    15 February

    Attributes:
        month: From 1 to 12.
        day: The day of the month.

    """

    month: int
    day: int

    def __str__(self) -> str:
        return f"{self.day} {calendar.month_name[self.month]}"


@frozen
class Window:
    """A time of each year; it never runs over the turn of the year.

    Raises:
        InvariantError: It closes before it opens.

    Attributes:
        opens: Its first day.
        closes: Its last day.

    """

    opens: DayOfYear
    closes: DayOfYear

    def __attrs_post_init__(self) -> None:
        if (self.closes.month, self.closes.day) < (self.opens.month, self.opens.day):
            raise InvariantError(f"window closes on {self.closes} before it opens on {self.opens}")

    def __str__(self) -> str:
        return f"{self.opens} to {self.closes}"


@frozen(kw_only=True)
class Windows:
    """When one may apply.

    >>> spring = Windows(spans=(Window(DayOfYear(2, 15), DayOfYear(3, 15)),))
    >>> [spring.covers(date).value for date in (PartialDate(2022, 3, 15), PartialDate(2022, 3), PartialDate(2022, 4))]
    ['yes', 'unknown', 'no']

    Attributes:
        spans: The windows of each year.
        at_any_time: The phases for which one may apply at any time.

    """

    spans: tuple[Window, ...]
    at_any_time: frozenset[Phase] = frozenset()

    def covers(self, date: PartialDate) -> Answer:
        """Whether a date lies in one of them."""
        first, last = ((day.month, day.day) for day in (date.earliest, date.latest))
        spans = [((w.opens.month, w.opens.day), (w.closes.month, w.closes.day)) for w in self.spans]
        if any(opens <= first and last <= closes for opens, closes in spans):
            return Answer.YES
        return Answer.UNKNOWN if any(first <= closes and opens <= last for opens, closes in spans) else Answer.NO

    def __str__(self) -> str:
        always = f"; at any time: {', '.join(_words(self.at_any_time))}" if self.at_any_time else ""
        return f"{', '.join(map(str, self.spans))}{always}"


def _words(values: Iterable[object]) -> list[str]:
    return sorted(str(value.value if isinstance(value, enum.Enum) else value) for value in values)


HOME_COUNTRY = LimitKind[str]("home-country", "The country whose organisation applies.")
COUNTRIES = LimitKind[Listed[str]]("countries", "The countries of the other partners.")
APPLICANTS = LimitKind[Applicants]("applicants", "Who may apply.")
PROJECT_MONTHS = LimitKind[Range]("project-months", "How long a project may be, in months.")
INCEPTION_MONTHS = LimitKind[Range]("inception-months", "How long an inception may be, in months.")
TEAM_SIZE = LimitKind[Range]("team-size", "How many civil servants of each partner are in the project team.")
INCEPTION_SEATS = LimitKind[Seats]("inception-seats", "Who of each partner is in the team of an inception.")
CORE_AREAS = LimitKind[Listed[CoreArea]]("core-areas", "The areas of which a project serves one at least.")
REQUIRED_STEPS = LimitKind[Listed[str]](
    "required-steps", "The steps of planning without which no proposal is received."
)
PROJECT_CEILINGS = LimitKind[Ceilings]("project-ceilings", "The most that a project is paid.")
INCEPTION_CEILINGS = LimitKind[Ceilings]("inception-ceilings", "The most that an inception is paid.")
STEERING_CEILINGS = LimitKind[Ceilings]("steering-ceilings", "What a steering group is paid, as a guide.")
COSTS = LimitKind[Costs]("costs", "What is paid for.")
WINDOWS = LimitKind[Windows]("windows", "When one may apply.")
