"""ICL: what the Swedish municipal partnership programme pays, and for what."""

import functools
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import TypeAlias

from attrs import evolve, frozen

from cooperation.diagnostics import Missing, Nature, Path, Severity
from cooperation.model import Activity, Budget, BudgetLine, CostKind, Money, Period, Phase, Project
from cooperation.model.answer import Answer
from cooperation.rules._context import Context
from cooperation.rules._dated import agreed, date_missing
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule
from cooperation.rules.profiles._limits import (
    COSTS,
    HOME_COUNTRY,
    INCEPTION_CEILINGS,
    PROJECT_CEILINGS,
    STEERING_CEILINGS,
    Ceiling,
    Ceilings,
    Costs,
)
from cooperation.rules.profiles._profile import LimitKind

__all__ = ["RULES"]

_CURRENCY = "SEK"
_MONTHS = 12


@frozen(kw_only=True)
class _Spent:
    """What a year costs, or the whole: between the least and the most that it can be.

    Attributes:
        what: What it is that costs so much, such as a year.
        low: The least it can be.
        high: The most; ``None`` where nobody can tell.
        missing: What would have to be known to tell exactly.
        at: Where the amounts are.
        years: Over how many years the least is spread.
        only_too_much: Whether it is told only where it is certainly too much, since the years tell the rest.

    """

    what: str
    low: Decimal
    high: Decimal | None
    missing: tuple[Missing, ...]
    at: Path
    years: int = 1
    only_too_much: bool = False


_BUDGET: Path = ("plan", "budget")
_MAYBE_WORK = (None, CostKind.WORKING_TIME)
_Lines: TypeAlias = list[tuple[int, BudgetLine]]


# Ceilings


@rule("ICL007", catalogue="L07", nature=Nature.CONTRADICTION, severity=Severity.ERROR, by_profile=True)
def project_over_the_ceiling(project: Project, context: Context) -> Iterator[Outcome]:
    """A year of the project costs more than the programme pays.

    Why: What lies over the ceiling is not granted, and a budget that counts on it breaks down.
    Fix: Spread the costs over the years, or leave out what is not needed for the outputs.

    Example:
        partners:
          - {organisation: {id: vaxjo, name: Växjö, country: SE}}
          - {organisation: {id: jb-marks, name: JB Marks, country: ZA}}
        plan: {budget: {lines: [{kind: travel, year: 2019, amount: 510000 SEK}]}}
    Source: icld-budget, https://studylibsv.com/doc/655497/nya-riktlinjer-f%C3%B6r-kp-bugdet
    """
    if project.phase in (None, Phase.IMPLEMENTATION):
        yield from _held_against(project, context, PROJECT_CEILINGS)
    else:
        yield NOT_APPLICABLE


@rule("ICL008", catalogue="L08", nature=Nature.CONTRADICTION, severity=Severity.ERROR, by_profile=True)
def phase_over_its_ceiling(project: Project, context: Context) -> Iterator[Outcome]:
    """An inception costs more than the programme pays, or a steering group more than its guide figure.

    Why: The amounts for an inception are ceilings; those for a steering group are a guide, and more wants a reason.
    Fix: Plan with fewer journeys or days, or agree on the amount with the programme first.

    Example:
        phase: inception
        partners:
          - {organisation: {id: vaxjo, name: Växjö, country: SE}}
          - {organisation: {id: jb-marks, name: JB Marks, country: ZA}}
        plan: {budget: {lines: [{kind: travel, amount: 280000 SEK}]}}
    Source: icld-budget, https://studylibsv.com/doc/655497/nya-riktlinjer-f%C3%B6r-kp-bugdet
    """
    if project.phase is Phase.INCEPTION:
        yield from _held_against(project, context, INCEPTION_CEILINGS)
    elif project.phase is Phase.STEERING_GROUP:
        yield from _held_against(project, context, STEERING_CEILINGS, Severity.WARNING)
    else:
        yield NOT_APPLICABLE


def _held_against(
    project: Project, context: Context, kind: LimitKind[Ceilings], severity: Severity | None = None
) -> Iterator[Outcome]:
    limits = context.limits(kind)
    budget = project.plan.budget
    if not limits:
        yield NOT_APPLICABLE
        return
    if budget is None:
        yield Unknown(Missing(_BUDGET, "the budget"))
        return
    rows = _rows(project, context, limits)

    def doubts() -> list[Missing]:
        return _doubts(project, context, limits)

    if not rows:
        yield Unknown(*doubts())
        return
    told = "the ceiling" if severity is None else "the guide figure"
    costs = _by_year(project, budget) if limits[0].a_year else [_whole(budget)]
    for spent in costs:
        yield from _verdict(spent, [row.amount for row in rows], doubts, told, severity)
    for_work = [row.of_which_work for row in rows if row.of_which_work is not None]
    if for_work and any(line.kind in _MAYBE_WORK for line in budget.lines):
        for spent in _by_year(project, budget, work=True):
            yield from _verdict(spent, for_work, doubts, f"{told} for work", severity)


def _verdict(
    spent: _Spent, ceilings: list[Money], doubts: Callable[[], list[Missing]], told: str, severity: Severity | None
) -> Iterator[Outcome]:
    least, most = (choose(ceilings, key=lambda one: one.amount) for choose in (min, max))
    if spent.low > most.amount * spent.years:
        costs = Money(amount=spent.low, currency=_CURRENCY)
        a_year = f" in each of {spent.years} years" if spent.years > 1 else ""
        yield Fail(f"{spent.what} {costs}, more than {told} of {most}{a_year}", at=spent.at, severity=severity)
    elif not spent.only_too_much and (spent.high is None or spent.high > least.amount):
        is_exact = spent.high == spent.low and spent.years == 1
        yield Unknown(*(() if is_exact else spent.missing), *(doubts() if least.amount < most.amount else ()))


def _rows(project: Project, context: Context, limits: tuple[Ceilings, ...]) -> list[Ceiling]:
    """The ceilings that may hold."""
    counted, low = _counted(project)
    countries = [country for _, country in _abroad(project, context)] or [None]
    return [row for one in limits for row in one.candidates(low, None if None in counted else low, countries)]


def _counted(project: Project) -> tuple[list[int | None], int]:
    """How many each partner stands for, and how many there are at least."""
    counted = [1 if p.number is None else p.number.total for p in project.partners]
    return counted, sum(1 if number is None else number for number in counted)


def _doubts(project: Project, context: Context, limits: tuple[Ceilings, ...]) -> list[Missing]:
    """What would have to be known where several ceilings may hold, or none."""
    counted, low = _counted(project)
    abroad = _abroad(project, context)
    missing = [
        Missing(("partners", i, "number"), "how many partners there are")
        for i, number in enumerate(counted)
        if number is None
    ]
    for i, country in abroad:
        said = "the country of the partner" if country is None else f"the ceiling for {low} parties, one in {country}"
        missing.append(Missing(("partners", i, "organisation"), said))
    if not abroad:
        missing.append(Missing(("partners",), "the partner abroad"))
    if len(limits) > 1:
        missing.append(date_missing(context))
    return missing


def _abroad(project: Project, context: Context) -> list[tuple[int, str | None]]:
    home = next(iter(context.limits(HOME_COUNTRY)), None)
    countries = ((i, p.organisation.country if p.organisation else None) for i, p in enumerate(project.partners))
    return [(i, country) for i, country in countries if country != home]


def _whole(budget: Budget) -> _Spent:
    """What the whole budget is."""
    if budget.lines:
        return _summed(list(enumerate(budget.lines)), [], "the lines make")
    exact = _exact(budget.total)
    at = (*_BUDGET, "total")
    missing = () if exact is not None else (Missing(at, f"an exact total in {_CURRENCY}"),)
    return _Spent(what="the total is", low=exact or Decimal(), high=exact, missing=missing, at=at)


def _by_year(project: Project, budget: Budget, *, work: bool = False) -> list[_Spent]:
    """What each year costs, or its ``work``, and what all cost together where not every line says in which it falls."""
    lines = [(i, line) for i, line in enumerate(budget.lines) if not work or line.kind in _MAYBE_WORK]
    sure = [(i, line) for i, line in lines if not work or line.kind is not None]
    unsure = [(i, line) for i, line in lines if work and line.kind is None]
    loose = [(i, line) for i, line in sure if line.year is None]
    of_what = "work in " if work else ""
    years = [
        _summed(
            [(i, line) for i, line in sure if line.year is not None and line.year.year == year],
            loose + [(i, line) for i, line in unsure if line.year is None or line.year.year == year],
            f"{of_what}{year} costs",
        )
        for year in dict.fromkeys(line.year.year for _, line in lines if line.year is not None)
    ]
    if years and not loose:
        return years
    whole = _summed(sure, unsure, f"the lines {'of work ' if work else ''}make") if lines else _whole(budget)
    return [*years, _spread(whole, project.period, only_too_much=bool(years))]


def _spread(whole: _Spent, period: Period | None, *, only_too_much: bool) -> _Spent:
    """A whole of which nobody says what of it falls in which year; more than all years may cost is too much in one."""
    many = _years(period)
    if many is None:
        missing = Missing(("period",), "how long the project is")
        return evolve(whole, low=Decimal(), missing=(*whole.missing, missing), only_too_much=only_too_much)
    missing = Missing((*_BUDGET, "lines"), "in which year each line falls")
    return evolve(whole, missing=(*whole.missing, missing), years=many, only_too_much=only_too_much)


def _years(period: Period | None) -> int | None:
    """How many calendar years a period touches, or at least how many its length fills."""
    if period is None:
        return None
    if period.years is not None:
        return len(period.years)
    return None if period.in_months is None else -(-period.in_months // _MONTHS)


def _summed(sure: _Lines, unsure: _Lines, what: str) -> _Spent:
    """What lines cost together, with others that may belong to them or not."""
    low = high = Decimal()
    missing: list[Missing] = []
    is_known = True
    for is_sure, lines in ((True, sure), (False, unsure)):
        for i, line in lines:
            exact = _exact(line.amount)
            if exact is None:
                is_known = False
                missing.append(Missing((*_BUDGET, "lines", i, "amount"), f"an exact amount in {_CURRENCY}"))
                continue
            low += exact if is_sure else min(exact, Decimal())
            high += exact if is_sure else max(exact, Decimal())
    for i, line in unsure:
        name, said = ("year", "in which year it falls") if line.year is None else ("kind", "what the money is for")
        missing.append(Missing((*_BUDGET, "lines", i, name), said))
    return _Spent(what=what, low=low, high=high if is_known else None, missing=tuple(missing), at=_BUDGET)


def _exact(amount: Money | None) -> Decimal | None:
    """An amount in the programme's currency; what another one was worth nobody here can tell."""
    return None if amount is None or amount.currency != _CURRENCY or amount.approximate else amount.amount


# What is paid for


@rule("ICL009", catalogue="L09", nature=Nature.CONTRADICTION, severity=Severity.ERROR, by_profile=True)
def cost_not_named(project: Project, context: Context) -> Iterator[Outcome]:
    """A line is for something the programme does not pay, or for days on which nobody worked.

    Why: Costs that the guidelines do not name are the partners' own, and so are days beyond those of the work.
    Fix: Leave the line out, or reckon it for working days only.

    Example:
        plan:
          activities:
            - {id: visit, title: Visit, period: 2024-03-04/2024-03-08, participants: [{partner: vaxjo, count: 2}]}
          budget:
            lines: [{kind: board-and-lodging, partner: vaxjo, activity: visit, amount: 12000 SEK, days: 14}]
    Source: icld-budget, https://studylibsv.com/doc/655497/nya-riktlinjer-f%C3%B6r-kp-bugdet
    """
    limits = context.limits(COSTS)
    if not limits:
        yield NOT_APPLICABLE
    elif project.plan.budget is None:
        yield Unknown(Missing(_BUDGET, "the budget"))
    elif not project.plan.budget.lines:
        yield NOT_APPLICABLE
    else:
        activities = {activity.id: activity for activity in project.plan.activities}
        paid, doubtful = _answers(limits)
        asked: set[CostKind | None] = set()
        for i, line in enumerate(project.plan.budget.lines):
            if line.kind in paid:
                continue
            if line.kind in doubtful:
                # Whether a kind is paid is asked once.
                if line.kind in asked:
                    continue
                asked.add(line.kind)
            at = (*_BUDGET, "lines", i)
            verdicts = [_cost_verdict(at, line, costs, activities) for costs in limits]
            if any(verdicts):
                yield from agreed(verdicts, context)


@functools.lru_cache
def _answers(limits: tuple[Costs, ...]) -> tuple[tuple[CostKind, ...], tuple[CostKind | None, ...]]:
    """The kinds that every version pays for whatever the days, and those of which one does not tell."""
    told = {kind: [costs.kinds.has(kind) for costs in limits] for kind in CostKind}
    by_day = frozenset().union(*(costs.by_day for costs in limits))
    paid = (kind for kind, answers in told.items() if kind not in by_day and set(answers) == {Answer.YES})
    return tuple(paid), tuple(kind for kind, answers in told.items() if Answer.UNKNOWN in answers)


def _cost_verdict(at: Path, line: BudgetLine, costs: Costs, activities: dict[str, Activity]) -> Fail | Unknown | None:
    if line.kind is None:
        return Unknown(Missing((*at, "kind"), "what the money is for"))
    answer = costs.kinds.has(line.kind)
    if answer is Answer.UNKNOWN:
        return Unknown(Missing((*at, "kind"), f"whether the programme pays for {_spoken(line.kind)}"))
    if answer is Answer.NO:
        return Fail(f"the programme does not pay for {_spoken(line.kind)}", at=(*at, "kind"))
    return _days_verdict(at, line, line.kind, activities) if line.kind in costs.by_day else None


def _spoken(kind: CostKind) -> str:
    return kind.value.replace("-", " ")


def _days_verdict(at: Path, line: BudgetLine, kind: CostKind, activities: dict[str, Activity]) -> Fail | Unknown | None:
    if line.days is None:
        return Unknown(Missing((*at, "days"), "for how many working days"))
    most = _days_of_work(line, activities.get(line.activity or ""))
    if most is None or line.days <= most:
        return None
    return Fail(f"{_spoken(kind)} is reckoned for {line.days} days, and the activity has {most}", at=(*at, "days"))


def _days_of_work(line: BudgetLine, activity: Activity | None) -> int | None:
    """How many days of work the activity has for those whom the line pays, where that is known."""
    period = None if activity is None else activity.period
    if activity is None or period is None or period.first_day is None or period.last_day is None:
        return None
    groups = [group for group in activity.participants if line.partner in (None, group.partner)]
    counts = [None if group.count is None or group.count.approximate else group.count.total for group in groups]
    if not period.is_placed or not counts or None in counts:
        return None
    people = sum(count for count in counts if count is not None)
    return people * (period.last_day.toordinal() - period.first_day.toordinal() + 1)


RULES: tuple[Rule, ...] = (project_over_the_ceiling, phase_over_its_ceiling, cost_not_named)
