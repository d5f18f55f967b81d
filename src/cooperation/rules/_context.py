"""What a rule may ask about the surroundings of a part; every index is built once, when first asked for."""

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any, TypeVar

import pendulum

from cooperation.diagnostics import Path
from cooperation.model import (
    Activity,
    Benefit,
    Indicator,
    Level,
    Logframe,
    Objective,
    Observation,
    Organisation,
    PartialDate,
    Participation,
    Partnership,
    Period,
    Portfolio,
    Project,
    Stage,
    Value,
)
from cooperation.model.answer import Answer
from cooperation.model.scale import number, observations
from cooperation.rules._surroundings import Surroundings
from cooperation.rules._words import called, longer_words
from cooperation.rules.profiles import CORE, LimitKind, Profile

__all__ = ["Context", "Register"]

_T = TypeVar("_T")


class Context(Surroundings):
    """The surroundings of a part of the model.

    Attributes:
        stage: What the document is asked as.
        today: The day on which is asked.
        portfolio: The portfolio that is checked, if it is one.
        project: The project the part belongs to, if it belongs to one.
        profile: The profile that is asked.

    """

    def __init__(
        self,
        *,
        stage: Stage,
        today: pendulum.Date,
        portfolio: Portfolio | None = None,
        project: Project | None = None,
        logframe: Logframe | None = None,
        register: "Register | None" = None,
        profile: Profile = CORE,
    ) -> None:
        self.portfolio = portfolio
        self.project = project
        self._alone = logframe
        self.register = register if register is not None else Register(portfolio)
        around = ((Portfolio, portfolio), (Project, project), (Logframe, project or logframe))
        at_hand = frozenset(kind for kind, value in around if value is not None)
        super().__init__(stage=stage, today=today, profile=profile, at_hand=at_hand)
        self._limits: dict[LimitKind[Any], tuple[Any, ...]] = {}
        # By what each value is, and not what it is equal to, which is quicker; what is checked holds them all.
        self._series: dict[int, _Series] = {}
        self._parents: dict[int, tuple[tuple[int, Objective], ...]] = {}

    # The profile

    @functools.cached_property
    def dated(self) -> PartialDate | None:
        """The date whose limits hold: when the proposal was submitted, else when the project starts, where known."""
        if self.project is None:
            return None
        started = None if self.project.period is None else self.project.period.start
        return self.project.plan.submitted or started or self.start

    def limits(self, kind: LimitKind[_T]) -> tuple[_T, ...]:
        """The values of a limit of the profile that may hold for the project: several where its date does not tell.

        None where the profile has no such limit, or none for that time.
        """
        if kind not in self._limits:
            if not self.profile.of_kind(kind):  # then no date matters, known or not
                return ()
            within = None if self.project is None else self.project.period
            self._limits[kind] = self.profile.limits_on(kind, self.dated, within)
        return self._limits[kind]

    # Time

    @functools.cached_property
    def period(self) -> Period | None:
        """When the project runs, where it is known where that lies."""
        period = None if self.project is None else self.project.period
        return period if period is not None and period.is_placed else None

    @functools.cached_property
    def start(self) -> PartialDate | None:
        """When the project starts, as precisely as is known."""
        if self.period is None:
            return None
        first = self.period.first_day
        return self.period.start or (None if first is None else PartialDate.of(first))

    @functools.cached_property
    def end(self) -> PartialDate | None:
        """When the project ends, as precisely as is known."""
        if self.period is None:
            return None
        last = self.period.last_day
        return self.period.end or (None if last is None else PartialDate.of(last))

    @property
    def last_day(self) -> pendulum.Date | None:
        """The last day of the project's time, where it is known."""
        return None if self._edges is None else self._edges[1]

    @functools.cached_property
    def _edges(self) -> tuple[pendulum.Date, pendulum.Date] | None:
        first = None if self.period is None else self.period.first_day
        last = None if self.period is None else self.period.last_day
        return None if first is None or last is None else (first, last)

    @functools.cached_property
    def _whole_years(self) -> range:
        """The years of which every day lies in the project's time."""
        if self._edges is None:
            return range(0)
        first, last = self._edges
        begins, ends = (first.month, first.day) == (1, 1), (last.month, last.day) == (12, 31)
        return range(first.year if begins else first.year + 1, last.year + 1 if ends else last.year)

    def covers(self, date: PartialDate) -> Answer:
        """Whether a date lies in the project's time; as ``Period.covers``, with the edges found once."""
        if self._edges is None:
            return Answer.UNKNOWN
        if date.year in self._whole_years:
            return Answer.YES
        first, last = self._edges
        earliest, latest = date.earliest, date.latest
        if latest < first or earliest > last:
            return Answer.NO
        return Answer.YES if first <= earliest and latest <= last else Answer.UNKNOWN

    # The logframe

    @functools.cached_property
    def logframe(self) -> Logframe | None:
        """The logframe of the project, or the one that is checked by itself."""
        return self._alone if self.project is None else self.project.logframe

    @functools.cached_property
    def objectives(self) -> dict[str, Objective]:
        """The objectives by their ids."""
        return {} if self.logframe is None else {o.id: o for o in self.logframe.objectives}

    def parents(self, objective: Objective) -> tuple[tuple[int, Objective], ...]:
        """The objectives that one contributes to, as far as there are such, each with its place in the list of ids."""
        found = self._parents.get(id(objective))
        if found is None:
            named = ((i, self.objectives.get(name)) for i, name in enumerate(objective.contributes_to))
            found = self._parents[id(objective)] = tuple((i, parent) for i, parent in named if parent is not None)
        return found

    @functools.cached_property
    def supporters(self) -> dict[str, tuple[Objective, ...]]:
        """The objectives that contribute to each objective directly."""
        return _by_key((parent, o) for o in self.objectives.values() for parent in dict.fromkeys(o.contributes_to))

    @functools.cached_property
    def indicators(self) -> dict[str, Indicator]:
        """The indicators by their ids."""
        return {i.id: i for o in self.objectives.values() for i in o.indicators}

    @functools.cached_property
    def placed_indicators(self) -> tuple[tuple[Path, str, Indicator], ...]:
        """The indicators, each with its path from the project and the id of its objective."""
        return tuple(
            (("logframe", "objectives", i, "indicators", j), objective.id, indicator)
            for i, objective in enumerate(self.objectives.values())
            for j, indicator in enumerate(objective.indicators)
        )

    @functools.cached_property
    def places(self) -> dict[str, int]:
        """Where in the list each objective stands."""
        return {id: i for i, id in enumerate(self.objectives)}  # noqa: A001

    def observed(self, indicator: Indicator) -> tuple[tuple[Path, Observation], ...]:
        """Every observation of an indicator with its path, baseline first."""
        return (self._series.get(id(indicator)) or self._begun(indicator)).observed

    def aims(self, indicator: Indicator) -> tuple[tuple[Path, Observation], ...]:
        """What an indicator is to reach on the way and in the end."""
        return (self._series.get(id(indicator)) or self._begun(indicator)).aims

    def actuals(self, indicator: Indicator) -> tuple[tuple[Path, Observation], ...]:
        """Where an indicator was found to stand."""
        return (self._series.get(id(indicator)) or self._begun(indicator)).actuals

    def number(self, indicator: Indicator, value: Value | None) -> int | Fraction | None:
        """A value of an indicator as a number on the indicator's own scale."""
        if value is None:
            return None
        known = (self._series.get(id(indicator)) or self._begun(indicator)).numbers
        key = id(value)  # the indicator holds it, so no other value can have the same one
        if key in known:
            return known[key]
        known[key] = found = number(indicator, value)
        return found

    def _begun(self, indicator: Indicator) -> "_Series":
        self._series[id(indicator)] = begun = _Series(indicator)
        return begun

    # The rest of the project

    @functools.cached_property
    def activities(self) -> dict[str, tuple[Activity, ...]]:
        """The activities that contribute to each objective."""
        own = () if self.project is None else self.project.plan.activities
        return _by_key((served, a) for a in own for served in dict.fromkeys(a.contributes_to))

    @functools.cached_property
    def work_by_id(self) -> dict[str, tuple[int, Activity]]:
        """The activities by their ids, each with its place in the list."""
        own = () if self.project is None else self.project.plan.activities
        return {activity.id: (i, activity) for i, activity in enumerate(own)}

    @functools.cached_property
    def work(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """What the project itself does, its outputs and activities, each with the longer words that say it."""
        if self.project is None:
            return ()
        outputs = [(called(o), longer_words(o.statement)) for o in self.project.logframe.at_level(Level.OUTPUT)]
        return (*outputs, *((f"activity {a.id!r}", longer_words(a.title)) for a in self.project.plan.activities))

    @functools.cached_property
    def partners(self) -> dict[str, tuple[int, Participation]]:
        """The core partners that have an id, each with its place in the list."""
        if self.project is None:
            return {}
        return {
            p.organisation.id: (i, p)
            for i, p in reversed(tuple(enumerate(self.project.partners)))
            if p.organisation is not None
        }

    @functools.cached_property
    def taking_part(self) -> frozenset[str]:
        """Who takes part in the project, with all they came from and all that came out of them."""
        kin = self.register.came_from, self.register.became
        return self.members.union(*(_reached(self.members, steps) for steps in kin))

    @functools.cached_property
    def members(self) -> frozenset[str]:
        """Who takes part in the project."""
        return frozenset(() if self.project is None else (one.id for one in self.project.organisations))

    @functools.cached_property
    def benefits(self) -> dict[str, tuple[Benefit, ...]]:
        """What each partner gains."""
        own = () if self.project is None else self.project.win_win.benefits
        return _by_key((benefit.partner, benefit) for benefit in own)

    @functools.cached_property
    def declared(self) -> defaultdict[str, frozenset[str]]:
        """The ids of the parts of each kind: those of the project, and those of what projects share."""
        shared = self.register.ids
        found: defaultdict[str, frozenset[str]] = defaultdict(frozenset, shared)
        found.update((kind, ids | shared.get(kind, frozenset())) for kind, ids in self._own.items())
        return found

    @functools.cached_property
    def _own(self) -> dict[str, frozenset[str]]:
        project = self.project
        if project is None:
            return {}
        framing, plan, bodies = project.framing, project.plan, project.organisations
        return {
            "organisation": self.members,
            "unit": frozenset(unit.id for o in bodies for unit in o.units),
            "place": frozenset(
                place.id for places in (framing.places, *(o.places for o in bodies)) for place in places
            ),
            "theme": frozenset(theme.id for theme in framing.themes),
            "problem": frozenset(problem.id for problem in framing.problems),
            "target-group": frozenset(group.id for group in framing.target_groups),
            "objective": frozenset(self.objectives),
            "indicator": frozenset(self.indicators),
            "activity": frozenset(activity.id for activity in plan.activities),
            "pilot": frozenset(pilot.id for pilot in plan.pilots),
            "stated-count": frozenset(count.id for count in project.stated_counts if count.id is not None),
            "source": frozenset(source.id for source in project.sources if source.id is not None),
        }


class _Series:
    """The observations of one indicator, each with its path, and the numbers that its rules have read."""

    def __init__(self, indicator: Indicator) -> None:
        self.observed = tuple(observations(indicator))
        first = 0 if indicator.baseline is None else 1
        last = len(self.observed) - len(indicator.actuals)
        self.aims = self.observed[first:last]
        self.actuals = self.observed[last:]
        self.numbers: dict[int, int | Fraction | None] = {}


class Register:
    """What the projects of a portfolio share: organisations, partnerships and one another."""

    def __init__(self, portfolio: Portfolio | None) -> None:
        self.portfolio = portfolio

    @functools.cached_property
    def listed(self) -> tuple[Organisation, ...]:
        """The organisations of the register."""
        return () if self.portfolio is None else self.portfolio.organisations

    @functools.cached_property
    def partnerships(self) -> tuple[Partnership, ...]:
        """The partnerships."""
        return () if self.portfolio is None else self.portfolio.partnerships

    @functools.cached_property
    def organisations(self) -> dict[str, Organisation]:
        """Every organisation by its id, from the register or from where it takes part."""
        found = {o.id: o for o in self.listed}
        for partnership in self.partnerships:
            for member in partnership.members:
                if member.organisation is not None:
                    found.setdefault(member.organisation.id, member.organisation)
        for project in self.projects.values():
            for organisation in project.organisations:
                found.setdefault(organisation.id, organisation)
        return found

    @functools.cached_property
    def came_from(self) -> dict[str, tuple[str, ...]]:
        """What each organisation came from, one step back, told at either of the two."""
        return _by_key(self._successions())

    @functools.cached_property
    def became(self) -> dict[str, tuple[str, ...]]:
        """What came out of each organisation, one step on, told at either of the two."""
        return _by_key((earlier, later) for later, earlier in self._successions())

    def _successions(self) -> Iterator[tuple[str, str]]:
        for one in self.organisations.values():
            for event in one.events:
                yield from ((one.id, predecessor) for predecessor in event.predecessors)
                yield from ((successor, one.id) for successor in event.successors)

    @functools.cached_property
    def projects(self) -> dict[str, Project]:
        """The projects by their ids."""
        return {} if self.portfolio is None else {project.id: project for project in self.portfolio.projects}

    @functools.cached_property
    def called(self) -> dict[str, tuple[Project, ...]]:
        """The projects by each of their names, in small letters."""
        return _by_key(
            (name, project)
            for project in self.projects.values()
            for name in dict.fromkeys(name.casefold() for name in project.names)
        )

    @functools.cached_property
    def ids(self) -> dict[str, frozenset[str]]:
        """The ids of each kind of part that projects share."""
        bodies = self.organisations.values()
        return {
            "organisation": frozenset(self.organisations),
            "unit": frozenset(unit.id for o in bodies for unit in o.units),
            "place": frozenset(place.id for o in bodies for place in o.places),
            "partnership": frozenset(partnership.id for partnership in self.partnerships),
        }

    @functools.cached_property
    def listed_ids(self) -> frozenset[str]:
        """Their ids."""
        return frozenset(o.id for o in self.listed)


def _reached(names: Iterable[str], steps: Mapping[str, tuple[str, ...]]) -> set[str]:
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        fresh = [name for name in steps.get(waiting.pop(), ()) if name not in found]
        found.update(fresh)
        waiting += fresh
    return found


def _by_key(pairs: Iterable[tuple[str, _T]]) -> dict[str, tuple[_T, ...]]:
    found: defaultdict[str, list[_T]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}
