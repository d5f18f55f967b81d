"""The engine: one walk that groups values by class, the rules asked of each, and the report."""

import functools
import operator
import typing
from collections.abc import Callable, Iterable
from typing import Any

import attrs
import pendulum

from cooperation.diagnostics import (
    Allowance,
    Diagnostic,
    Missing,
    Path,
    Report,
    Severity,
    Silenced,
    Unjudged,
)
from cooperation.model import Logframe, Organisation, Portfolio, Project, Stage
from cooperation.model.structure import fields_of
from cooperation.rules._context import Context, Register, Spot
from cooperation.rules._rule import Fail, Rule, Unknown
from cooperation.rules._selection import is_asked, profile_of
from cooperation.rules.profiles import CORE, Profile

__all__ = ["run"]

# Who makes a profile of their own for every check must not fill the memory with tables.
_MOST_TABLES = 64

# What became of a rule; the heaviest of its nodes' outcomes is its own.
_SKIPPED, _PASSED, _UNKNOWN, _FOUND = range(4)


def run(
    root: object,
    rules: tuple[Rule, ...],
    *,
    stage: Stage | None,
    profile: Profile | None,
    today: pendulum.Date,
    allowances: tuple[Allowance, ...],
    known: tuple[str, ...],
) -> Report:
    """Ask the rules of every value in and below ``root``."""
    dispatch = _dispatch(rules)
    if dispatch.descents(type(root)) is None:
        raise TypeError(f"expected a Portfolio, Project or a part of one, got {type(root).__name__}")
    spots, contexts = _walk(root, dispatch, stage, profile, today)
    tally = _Tally()
    for context in contexts:
        table = dispatch.table(context.stage, context.profile)
        tally.ask(table)
        for spot in context.spots:
            _judge(spot, table[type(spot.node)], tally)
    findings, silenced, used = _silence(tally.found, allowances)
    accepting = Context(stage=contexts[0].stage, today=today, profile=contexts[0].profile)
    accepting.silencing, accepting.asked, accepting.known = used, frozenset(tally.outcome), known
    tally.found = []
    for i, allowance in enumerate(allowances):
        spot = Spot(allowance, None, "allowances", i, len(spots) + i)
        spot.context = accepting
        _judge(spot, dispatch.table(accepting.stage, accepting.profile)[type(allowance)], tally)
    findings += tally.found
    order = functools.partial(_document_order, root)
    stages = {context.stage.value for context in contexts[1:] or contexts}
    profiles = {context.profile.label for context in contexts[1:] or contexts}
    return Report(
        findings=tuple(sorted(findings, key=order)),
        unknown=tuple(unjudged for _, _, unjudged in sorted(tally.unknown, key=operator.itemgetter(0, 1))),
        passed=tally.codes(_PASSED),
        not_applicable=tally.codes(_SKIPPED),
        silenced=tuple(sorted(silenced, key=lambda one: order(one.finding))),
        stage=stages.pop() if len(stages) == 1 else None,
        profile=profiles.pop() if len(profiles) == 1 else None,
    )


class _Tally:
    """What was found, what could not be judged, and what became of each rule."""

    def __init__(self) -> None:
        self.outcome: dict[str, int] = {}
        self.found: list[Diagnostic] = []
        self.unknown: list[tuple[int, str, Unjudged]] = []

    def ask(self, table: "_Table") -> None:
        for rule in table.rules:
            self.outcome.setdefault(rule.code, _SKIPPED)

    def codes(self, outcome: int) -> tuple[str, ...]:
        return tuple(sorted(code for code, reached in self.outcome.items() if reached == outcome))


def _judge(spot: Spot, rules: tuple[Rule, ...], tally: _Tally) -> None:
    context = spot.context
    context.here = spot
    for rule in rules:
        if rule.needs is None or rule.needs in context.at_hand:
            reached, missing = _ask(rule, spot, tally)
        elif Portfolio in context.at_hand:
            # The whole document is here, and this part of it belongs to no project.
            reached, missing = _SKIPPED, []
        else:
            reached, missing = _UNKNOWN, [Missing(spot.path, f"the {rule.needs.__name__.lower()} it belongs to")]
        if missing:
            unjudged = Unjudged(code=rule.code, path=spot.path, missing=tuple(dict.fromkeys(missing)))
            tally.unknown.append((spot.order, rule.code, unjudged))
        tally.outcome[rule.code] = max(tally.outcome[rule.code], reached)


def _ask(rule: Rule, spot: Spot, tally: _Tally) -> tuple[int, list[Missing]]:
    reached = _PASSED
    missing: list[Missing] = []
    try:
        for outcome in rule.function(spot.node, spot.context):
            if isinstance(outcome, Fail):
                reached = _FOUND
                tally.found.append(_diagnostic(rule, outcome, spot))
            elif isinstance(outcome, Unknown):
                missing.extend(_placed(outcome, spot))
            elif reached == _PASSED:
                # The third outcome there is: not applicable.
                reached = _SKIPPED
    except Exception as error:  # noqa: BLE001  # a value of a wrong type is no reason to lose the whole report
        missing.append(Missing(spot.path, f"values of the declared types (met {type(error).__name__})"))
    return max(reached, _UNKNOWN) if missing else reached, missing


def _diagnostic(rule: Rule, fail: Fail, spot: Spot) -> Diagnostic:
    return Diagnostic(
        code=rule.code,
        severity=fail.severity or _severity(rule, spot.context),
        message=fail.message,
        path=(*spot.path, *fail.at),
        help=fail.help or rule.page.fix,
    )


def _severity(rule: Rule, context: Context) -> Severity:
    return context.profile.severity(rule.code, context.stage) or rule.severity_at(context.stage)


def _placed(unknown: Unknown, spot: Spot) -> Iterable[Missing]:
    base = spot.enclosing(unknown.of) if unknown.of is not None else spot
    path = () if base is None else base.path
    return (Missing((*path, *missing.path), missing.what) for missing in unknown.missing)


def _silence(
    found: list[Diagnostic], allowances: tuple[Allowance, ...]
) -> tuple[list[Diagnostic], list[Silenced], frozenset[Allowance]]:
    if not allowances:
        return found, [], frozenset()
    kept: list[Diagnostic] = []
    silenced: list[Silenced] = []
    used: set[Allowance] = set()
    for finding in found:
        covering = [allowance for allowance in allowances if allowance.covers(finding.code, finding.path)]
        used.update(covering)
        if covering:
            silenced.append(Silenced(finding=finding, reason=covering[0].reason))
        else:
            kept.append(finding)
    return kept, silenced, frozenset(used)


# The walk


def _walk(
    root: object, dispatch: "_Dispatch", stage: Stage | None, profile: Profile | None, today: pendulum.Date
) -> tuple[list[Spot], list[Context]]:
    portfolio = root if isinstance(root, Portfolio) else None
    register = Register(portfolio)
    shared = Context(
        stage=stage or _earliest(portfolio),
        today=today,
        portfolio=portfolio,
        logframe=root if isinstance(root, Logframe) else None,
        register=register,
        profile=profile or CORE,
    )
    contexts = [shared]
    spots: list[Spot] = []
    organisations: set[str] = set()

    def visit(node: Any, above: Spot | None, name: str, index: int, context: Context) -> None:
        descend = dispatch.descents(type(node))
        if descend is None:
            return
        if isinstance(node, Organisation):
            if node.id in organisations:
                return
            organisations.add(node.id)
        if isinstance(node, Project):
            context = Context(
                stage=stage or node.stage or Stage.PROPOSAL,
                today=today,
                portfolio=portfolio,
                project=node,
                register=register,
                profile=profile or profile_of(node, register.partnerships),
            )
            contexts.append(context)
        spot = Spot(node, above, name, index, len(spots))
        spot.context = context
        spots.append(spot)
        context.spots.append(spot)
        for field, get in descend:
            held = get(node)
            if type(held) is tuple:
                for i, item in enumerate(held):
                    visit(item, spot, field, i, context)
            elif held is not None:
                visit(held, spot, field, -1, context)

    visit(root, None, "", -1, shared)
    return spots, contexts


def _earliest(portfolio: Portfolio | None) -> Stage:
    # What projects share is asked no more than the least finished of them.
    held = () if portfolio is None else portfolio.projects
    stages = {getattr(project, "stage", None) or Stage.PROPOSAL for project in held}
    return next((stage for stage in Stage if stage in stages), Stage.PROPOSAL)


class _Table(dict[type, tuple[Rule, ...]]):
    """For each class the rules that look at it, found when it is first met."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        super().__init__()
        self.rules = tuple(rules)

    def __missing__(self, cls: type) -> tuple[Rule, ...]:
        return self.setdefault(cls, tuple(rule for rule in self.rules if issubclass(cls, rule.nodes)))


class _Dispatch:
    """For each class: the fields to go down into, and for each stage and profile the rules that look at it."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.rules = rules
        self._wanted = tuple({kind for rule in rules for kind in rule.nodes})
        self._tables: dict[tuple[Stage, Profile], _Table] = {}
        self._descents: dict[type, tuple[tuple[str, Callable[[Any], Any]], ...] | None] = {}

    def table(self, stage: Stage, profile: Profile) -> "_Table":
        try:
            return self._tables[stage, profile]
        except KeyError:
            if len(self._tables) >= _MOST_TABLES:
                self._tables.clear()
            asked = _Table(rule for rule in self.rules if rule.is_asked_at(stage) and is_asked(rule, profile))
            return self._tables.setdefault((stage, profile), asked)

    def descents(self, cls: type) -> tuple[tuple[str, Callable[[Any], Any]], ...] | None:
        try:
            return self._descents[cls]
        except KeyError:
            return self._descents.setdefault(cls, self._find(cls))

    def _find(self, cls: Any) -> tuple[tuple[str, Callable[[Any], Any]], ...] | None:
        if not _is_model(cls):
            return None
        return tuple(
            (shape.name, operator.attrgetter(shape.name))
            for shape in fields_of(cls)
            if shape.is_part and any(self._leads_to_a_rule(kind) for kind in shape.holds)
        )

    def _leads_to_a_rule(self, kind: Any) -> bool:
        within = _reachable(kind)
        return any(issubclass(inner, wanted) or _refers(inner) for inner in within for wanted in self._wanted)


@functools.lru_cache(maxsize=64)
def _dispatch(rules: tuple[Rule, ...]) -> _Dispatch:
    return _Dispatch(rules)


@functools.cache
def _is_model(cls: type) -> bool:
    return attrs.has(cls) and any(base.__module__.startswith("cooperation.model") for base in cls.__mro__)


@functools.cache
def _refers(cls: type) -> bool:
    return any(shape.refers is not None for shape in fields_of(cls))


@functools.cache
def _reachable(kind: Any) -> frozenset[Any]:
    found: set[type] = set()
    frontier = [kind]
    while frontier:
        cls = frontier.pop()
        if not isinstance(cls, type) or cls in found or not _is_model(cls):
            frontier.extend(typing.get_args(cls))
            continue
        found.add(cls)
        frontier.extend(cls.__subclasses__())
        frontier.extend(held for shape in fields_of(cls) if shape.is_part for held in shape.holds)
    return frozenset(found)


# The order of the document


def _document_order(root: object, finding: Diagnostic) -> tuple[tuple[int, ...], int, str, str]:
    return _position(root, finding.path), -finding.severity.rank, finding.code, finding.message


def _position(root: object, path: Path) -> tuple[int, ...]:
    steps: list[int] = []
    value: Any = root
    for step in path:
        if isinstance(step, int):
            steps.append(step)
            value = value[step] if isinstance(value, tuple) and 0 <= step < len(value) else None
        else:
            names = _field_names(type(value))  # type: ignore[arg-type]
            # What is no field, such as the allowances beside the model, comes last.
            steps.append(names.get(step, len(names)))
            value = getattr(value, step, None)
    return tuple(steps)


@functools.cache
def _field_names(cls: type) -> dict[str, int]:
    return {field.name: i for i, field in enumerate(attrs.fields(cls))} if attrs.has(cls) else {}
