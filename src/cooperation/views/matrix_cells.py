"""What stands in the cells of a donor's matrix."""

import enum
from collections.abc import Callable, Iterable, Iterator, Sequence

from attrs import frozen

from cooperation.layouts import Holds, Layout
from cooperation.measures import budget_by
from cooperation.model import (
    Activity,
    Budget,
    BudgetLine,
    CostKind,
    Indicator,
    InKindKind,
    Money,
    Objective,
    Observation,
    Project,
    Risk,
)
from cooperation.views.grid import Cell, cell, lines, listed
from cooperation.views.matrix_codes import Placed, Places
from cooperation.views.telling import UNKNOWN, Teller, amount, some, word

__all__ = ["Filler"]

_UNTOLD = cell(UNKNOWN, "unknown")


@frozen(kw_only=True)
class Filler:
    """Somebody who fills in the cells.

    Attributes:
        project: The project.
        layout: The donor's words.
        places: Where everything stands.
        teller: Who tells names and values.

    """

    project: Project
    layout: Layout
    places: Places
    teller: Teller

    # ---- objectives ----------------------------------------------------------------------------------------------

    def objective(self, holds: Holds, placed: Placed) -> Cell:
        """A cell that an objective has one of."""
        held = placed.part
        assert isinstance(held, Objective)
        serving = (a for a in self.project.plan.activities if held.id in a.contributes_to)
        risks = (one for one in self.project.logframe.risks if held.id in one.objectives)
        made: dict[Holds, Callable[[], Cell]] = {
            Holds.STATEMENT: lambda: lines(self._statement(placed, held)),
            Holds.LEADS_TO: lambda: self._list(map(self.called, held.contributes_to)),
            Holds.WEIGHT: lambda: _UNTOLD if held.weight is None else cell(str(held.weight), "number"),
            Holds.RISK_RATING: lambda: _worded(held.risk_rating),
            Holds.ASSUMPTIONS: lambda: self._list(self.assumptions(held)),
            Holds.RISKS: lambda: self._list(map(self.risk, risks)),
            Holds.ACTIVITIES: lambda: self._list(self.teller.text(one.title) for one in serving),
        }
        return made.get(holds, Cell)()

    def _statement(self, placed: Placed, held: Objective) -> Iterator[str]:
        said = self.teller.text(held.statement) or "not worded yet"
        whose = "" if held.partner is None else f" ({self.teller.organisation(held.partner)})"
        yield f"{placed.code} {said}{whose}".lstrip()
        for other in held.other_statements:
            yield f"also worded: {self.teller.text(other)}"
        known = {one.part.id for one in self.places.objectives}
        beside = placed.also if placed.under is not None else [one for one in held.contributes_to if one in known][1:]
        for one in beside:
            yield f"also leads to {self.called(one)}"
        for one in held.contributes_to:
            if one not in known:
                yield f"leads to {one}, which is not there"

    def called(self, id: str) -> str:  # noqa: A002
        """An objective by its code, else by its words."""
        placed = next((one for one in self.places.objectives if one.part.id == id), None)
        if placed is None:
            return f"{id}, which is not there"
        assert isinstance(placed.part, Objective)
        return placed.code or f"“{self.teller.text(placed.part.statement) or id}”"

    def assumptions(self, held: Objective) -> Iterator[str]:
        """The assumptions of an objective, with how likely they are."""
        for one in held.assumptions:
            facts = [word(fact) for fact in (one.likelihood, one.status) if fact is not None]
            beside = f" ({', '.join(facts)})" if facts else ""
            yield f"{self.teller.text(one.statement)}{beside}"

    def risk(self, risk: Risk) -> str:
        """A risk, with how likely and how bad it is, and what is done about it."""
        answer = "" if risk.answer is None else f"; {self.teller.text(risk.answer)}"
        facts = f"likelihood {word(risk.likelihood)}, consequence {word(risk.consequence)}"
        return f"{self.teller.text(risk.statement)} ({facts}){answer}"

    # ---- indicators ----------------------------------------------------------------------------------------------

    def indicator(self, holds: Holds, held: Indicator, code: str) -> Cell:
        """A cell that an indicator has one of."""
        tell, who = self.teller, held.responsible
        made: dict[Holds, Callable[[], Cell]] = {
            Holds.INDICATOR: lambda: lines(self._indicator(held, code)),
            Holds.INDICATOR_WITH_VALUES: lambda: lines(self._with_values(held, code)),
            Holds.BASELINE: lambda: self.value(held.baseline, held),
            Holds.MILESTONES: lambda: self._list(tell.observation(one, held) for one in held.milestones),
            Holds.TARGETS: lambda: self._targets(held),
            Holds.ACTUALS: lambda: self._list(tell.observation(one, held) for one in held.actuals),
            Holds.VERIFICATION: lambda: self._list(map(tell.text, held.verification)),
            Holds.METHOD: lambda: _UNTOLD if held.method is None else cell(tell.text(held.method)),
            Holds.FREQUENCY: lambda: _worded(held.frequency),
            Holds.RESPONSIBLE: lambda: _UNTOLD if who is None else cell(tell.organisation(who)),
        }
        return made.get(holds, Cell)()

    def _indicator(self, held: Indicator, code: str) -> Iterator[str]:
        yield f"{code}: {self.teller.text(held.statement)}" if code else self.teller.text(held.statement)
        about = [] if held.unit is None else [f"in {self.teller.text(held.unit)}"]
        about += [] if held.direction is None else [f"to {word(held.direction)}"]
        if about:
            yield ", ".join(about)

    def value(self, observation: Observation | None, indicator: Indicator) -> Cell:
        """A value, or that it is unknown."""
        is_unknown = observation is None or observation.value is None
        return cell(self.teller.observation(observation, indicator), "unknown" if is_unknown else "plain")

    def _targets(self, held: Indicator) -> Cell:
        told = [self.teller.observation(one, held) for one in held.targets]
        if Holds.MILESTONES not in self.layout.holds:
            told = [*(f"milestone {self.teller.observation(one, held)}" for one in held.milestones), *told]
        return self._list(told)

    def _with_values(self, held: Indicator, code: str) -> Iterator[str]:
        yield ", ".join(self._indicator(held, code))
        yield f"baseline {self.teller.observation(held.baseline, held)}"
        for one in held.milestones:
            yield f"milestone {self.teller.observation(one, held)}"
        yield f"target {self.teller.observations(held.targets, held)}"
        for one in held.actuals:
            yield f"found {self.teller.observation(one, held)}"

    # ---- the work ------------------------------------------------------------------------------------------------

    def activity(self, holds: Holds, placed: Placed) -> Cell:
        """A cell that an activity has one of."""
        held = placed.part
        assert isinstance(held, Activity)
        if holds is Holds.ACTIVITIES:
            said = [f"{placed.code} {self.teller.text(held.title)}".lstrip()]
            said += [f"also for {self.called(one)}" for one in placed.also]
            return lines(said)
        if holds is Holds.PERIOD:
            period = held.actual or held.period
            return cell(self.teller.period(period), "unknown" if period is None else "plain")
        own = self._own_lines(held)
        if holds is Holds.MEANS:
            return self._list(self._means(own) if own else (word(cost.kind) for cost in held.costs))
        if holds is Holds.COSTS:
            amounts: list[Money | None] = [line.amount for line in own] if own else [c.amount for c in held.costs]
            return self.costs(amounts)
        return Cell()

    def _own_lines(self, held: Activity) -> list[BudgetLine]:
        budget = self.project.plan.budget
        return [] if budget is None else [line for line in budget.lines if line.activity == held.id]

    def lines_besides(self) -> list[BudgetLine]:
        """The budget lines that name no activity of the project."""
        budget = self.project.plan.budget
        known = {activity.id for activity in self.project.plan.activities}
        return [] if budget is None else [line for line in budget.lines if line.activity not in known]

    def besides(self, holds: Holds) -> Cell:
        """A cell of the row of what is tied to no activity."""
        rest = self.lines_besides()
        if holds is Holds.ACTIVITIES:
            return cell("Tied to no activity")
        if holds is Holds.MEANS:
            return self._list(self._means(rest))
        return self.costs([line.amount for line in rest]) if holds is Holds.COSTS else Cell()

    def _means(self, budget_lines: Iterable[BudgetLine]) -> Iterator[str]:
        for line in budget_lines:
            said = "means unknown" if line.kind is None else word(line.kind)
            if line.description is not None:
                said += f": {self.teller.text(line.description)}"
            yield said if line.days is None else f"{said} ({line.days} {'day' if line.days == 1 else 'days'})"

    def costs(self, amounts: Sequence[Money | None]) -> Cell:
        """The sum in each currency, with how many amounts are not known."""
        known = [one for one in amounts if one is not None]
        rough = "about " if any(one.approximate for one in known) else ""
        told = [f"{rough}{amount(currency, total)}" for currency, total in Money.totals(known).items()]
        if missing := len(amounts) - len(known):
            told.append(f"{some(missing, 'amount')} unknown")
        return listed(told, "unknown" if not known else "plain") if told else _UNTOLD

    def whole(self, holds: Holds) -> Cell:
        """A cell that the project has one of."""
        plan, budget = self.project.plan, self.project.plan.budget
        made: dict[Holds, Callable[[], Cell]] = {
            Holds.ACTIVITIES: lambda: self._list(self.teller.text(one.title) for one in plan.activities),
            Holds.PRECONDITIONS: lambda: self._list(self.preconditions()),
            Holds.MEANS_AND_COSTS: lambda: self._list([*self._by_kind(), *self._in_kind()]),
            Holds.COSTS: lambda: self._total(budget),
            Holds.FUNDING: lambda: self._list(self._funding()),
            Holds.STAFF_TIME: lambda: self._list(self._staff_time()),
        }
        return made.get(holds, Cell)()

    def _total(self, budget: Budget | None) -> Cell:
        if budget is not None and budget.total is not None:
            return cell(f"{amount(budget.total.currency, budget.total.amount)}, as stated")
        return self.costs([] if budget is None else [line.amount for line in budget.lines])

    def preconditions(self) -> Iterator[str]:
        """What must hold before the start, with whether it does."""
        for one in self.project.logframe.preconditions:
            yield f"{self.teller.text(one.statement)}{'' if one.status is None else f' ({word(one.status)})'}"

    def _by_kind(self) -> Iterator[str]:
        for row in budget_by(self.project, "kind"):
            kind = "kind unknown" if row.of[0] is None else str(row.of[0]).replace("-", " ")
            if row.total.value is None or row.currency is None:
                yield f"{kind}: {some(row.total.unknown, 'amount')} unknown"
            else:
                yield f"{kind}: {amount(row.currency, row.total.value)}"

    def _in_kind(self) -> Iterator[str]:
        budget = self.project.plan.budget
        for one in () if budget is None else budget.in_kind:
            kind = "in kind" if one.kind is None else word(one.kind)
            unit = "" if one.unit is None else f" {self.teller.text(one.unit)}"
            who = "" if one.partner is None else f", {self.teller.organisation(one.partner)}"
            yield f"{kind}: {UNKNOWN if one.quantity is None else one.quantity}{unit}{who}"

    def _funding(self) -> Iterator[str]:
        budget = self.project.plan.budget
        for one in () if budget is None else budget.funding:
            named = self.teller.organisation(one.source) if one.source is not None else None
            said = [named or self.teller.text(one.description)]
            said.append("amount unknown" if one.amount is None else amount(one.amount.currency, one.amount.amount))
            said += [] if one.share is None else [f"{one.share} %"]
            said += [] if one.status is None else [word(one.status)]
            yield ", ".join(said)

    def _staff_time(self) -> Iterator[str]:
        budget = self.project.plan.budget
        for line in () if budget is None else budget.lines:
            if line.kind is CostKind.WORKING_TIME:
                who = "somebody" if line.partner is None else self.teller.organisation(line.partner)
                yield f"{who}: {UNKNOWN if line.days is None else line.days} days, paid"
        for one in () if budget is None else budget.in_kind:
            if one.kind is InKindKind.STAFF_TIME:
                who = "somebody" if one.partner is None else self.teller.organisation(one.partner)
                unit = "" if one.unit is None else f" {self.teller.text(one.unit)}"
                yield f"{who}: {UNKNOWN if one.quantity is None else one.quantity}{unit}, in kind"

    # ---- nothing -------------------------------------------------------------------------------------------------

    def _list(self, texts: Iterable[str]) -> Cell:
        told = tuple(texts)
        if told:
            return listed(told, "unknown" if set(told) == {UNKNOWN} else "plain")
        return cell(self.teller.nothing, "unknown")


def _worded(value: enum.Enum | None) -> Cell:
    return cell(word(value), "unknown" if value is None else "plain")
