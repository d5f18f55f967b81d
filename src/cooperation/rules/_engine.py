"""The engine: one walk that groups values by class, the rules asked of each, and the report."""

import functools
import operator
import typing
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

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
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Function, Outcome, Rule, Unknown
from cooperation.rules._selection import is_asked, profile_of
from cooperation.rules.profiles import CORE, Profile

__all__ = ["run"]

_NOTHING_TO_SAY: list[Outcome] = [NOT_APPLICABLE]

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
    walked, contexts = _walk(root, dispatch, stage, profile, today)
    tally = _Tally()
    for context in contexts:
        table = dispatch.table(context)
        tally.ask(table)
        _judge(context, table, tally)
    findings, silenced, used = _silence(tally.found, allowances)
    accepting = Context(stage=contexts[0].stage, today=today, profile=contexts[0].profile)
    accepting.silencing, accepting.asked, accepting.known = used, frozenset(tally.outcome), known
    accepting.spots = [
        Spot(allowance, None, "allowances", i, walked + i, accepting) for i, allowance in enumerate(allowances)
    ]
    tally.found = []
    _judge(accepting, dispatch.table(accepting), tally)
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


def _judge(context: Context, table: "_Table", tally: _Tally) -> None:
    """Ask the rules of every part of a context; most find nothing, so that is what must be fast."""
    reached = tally.outcome
    said: list[Outcome] = []
    for spot in context.spots:
        node = spot.node
        asked = table[type(node)]
        if not asked:
            continue
        context.here = spot
        for rule, code, function in asked:
            stumbled = None
            try:
                for outcome in function(node, context):
                    said.append(outcome)  # noqa: PERF402  # what was said before it stumbled is kept
            except Exception as error:  # noqa: BLE001  # a value of a wrong type is no reason to lose the whole report
                stumbled = Missing(spot.path, f"values of the declared types (met {type(error).__name__})")
            if said or stumbled:
                reached[code] = max(reached[code], _hear(said, stumbled, rule, spot, tally))
                said.clear()
            elif reached[code] == _SKIPPED:
                reached[code] = _PASSED


def _hear(said: list[Outcome], stumbled: Missing | None, rule: Rule, spot: Spot, tally: _Tally) -> int:
    """What became of a rule that had something to say of a part."""
    if said == _NOTHING_TO_SAY and stumbled is None:
        return _SKIPPED
    fails = [outcome for outcome in said if isinstance(outcome, Fail)]
    missing = [one for outcome in said if isinstance(outcome, Unknown) for one in _placed(outcome, spot)]
    if stumbled is not None:
        missing.append(stumbled)
    tally.found += [_diagnostic(rule, fail, spot) for fail in fails]
    if missing:
        unjudged = Unjudged(code=rule.code, path=spot.path, missing=tuple(dict.fromkeys(missing)))
        tally.unknown.append((spot.order, rule.code, unjudged))
    return _FOUND if fails else _UNKNOWN if missing else _SKIPPED


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

_EMPTY: tuple[()] = ()


def _walk(
    root: object, dispatch: "_Dispatch", stage: Stage | None, profile: Profile | None, today: pendulum.Date
) -> tuple[int, list[Context]]:
    """How many parts there are, and the contexts that hold them, that of what projects share first."""
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
    organisations: set[str] = set()
    descents = dispatch.descents
    order = 0

    def visit(node: Any, above: Spot | None, name: str, index: int, context: Context) -> None:
        nonlocal order
        kind = type(node)
        descend = descents(kind)
        if descend is None:
            return
        if kind is Organisation:
            if node.id in organisations:
                return
            organisations.add(node.id)
        elif kind is Project:
            context = Context(
                stage=stage or node.stage or Stage.PROPOSAL,
                today=today,
                portfolio=portfolio,
                project=node,
                register=register,
                profile=profile or profile_of(node, register.partnerships),
            )
            contexts.append(context)
        spot = Spot(node, above, name, index, order, context)
        order += 1
        context.spots.append(spot)
        names, parts = descend
        for field, held in zip(names, parts(node), strict=True):
            if held is None or held is _EMPTY:
                continue
            if type(held) is tuple:
                for i, item in enumerate(held):
                    visit(item, spot, field, i, context)
            else:
                visit(held, spot, field, -1, context)

    visit(root, None, "", -1, shared)
    return order, contexts


def _earliest(portfolio: Portfolio | None) -> Stage:
    # What projects share is asked no more than the least finished of them.
    held = () if portfolio is None else portfolio.projects
    stages = {getattr(project, "stage", None) or Stage.PROPOSAL for project in held}
    return next((stage for stage in Stage if stage in stages), Stage.PROPOSAL)


_Asked: TypeAlias = tuple[Rule, str, Function]


class _Table(dict[type, tuple[_Asked, ...]]):
    """For each class the rules that look at it, found when it is first met."""

    def __init__(self, rules: Iterable[Rule], at_hand: frozenset[type]) -> None:
        super().__init__()
        self.rules = tuple(rules)
        self._at_hand = at_hand

    def __missing__(self, cls: type) -> tuple[_Asked, ...]:
        looking = (rule for rule in self.rules if issubclass(cls, rule.nodes))
        return self.setdefault(cls, tuple(asked for rule in looking for asked in self._asked(rule)))

    def _asked(self, rule: Rule) -> Iterator[_Asked]:
        if rule.needs is None or rule.needs in self._at_hand:
            yield rule, rule.code, rule.function
        elif Portfolio not in self._at_hand:
            yield rule, rule.code, _lacking(rule.needs)
        # Else the whole document is here, and this part of it belongs to no project: the rule does not apply.


@functools.cache
def _lacking(needed: type) -> Function:
    """A rule that cannot judge, since what it needs around the part is not there."""
    missing = Missing((), f"the {needed.__name__.lower()} it belongs to")

    def cannot_judge(_node: object, _context: Context) -> Iterable[Outcome]:
        return (Unknown(missing),)

    return cannot_judge


_Parts: TypeAlias = tuple[tuple[str, ...], Callable[[Any], Iterable[Any]]]


class _Dispatch:
    """For each class: the fields to go down into, and for each stage and profile the rules that look at it."""

    def __init__(self, rules: tuple[Rule, ...]) -> None:
        self.rules = rules
        self._wanted = tuple({kind for rule in rules for kind in rule.nodes})
        self._tables: dict[tuple[Stage, Profile, frozenset[type]], _Table] = {}
        self._descents: dict[type, _Parts | None] = {}

    def table(self, context: Context) -> "_Table":
        key = context.stage, context.profile, context.at_hand
        if key not in self._tables:
            if len(self._tables) >= _MOST_TABLES:
                self._tables.clear()
            asked = (rule for rule in self.rules if rule.is_asked_at(key[0]) and is_asked(rule, key[1]))
            return self._tables.setdefault(key, _Table(asked, key[2]))
        return self._tables[key]

    def descents(self, cls: type) -> _Parts | None:
        try:
            return self._descents[cls]
        except KeyError:
            return self._descents.setdefault(cls, self._find(cls))

    def _find(self, cls: Any) -> _Parts | None:
        if not _is_model(cls):
            return None
        names = tuple(
            shape.name
            for shape in fields_of(cls)
            if shape.is_part and any(self._leads_to_a_rule(kind) for kind in shape.holds)
        )
        return names, _getter(names)

    def _leads_to_a_rule(self, kind: Any) -> bool:
        within = _reachable(kind)
        return any(issubclass(inner, wanted) or _refers(inner) for inner in within for wanted in self._wanted)


def _getter(names: tuple[str, ...]) -> Callable[[Any], Iterable[Any]]:
    """What takes several fields of a value at once."""
    if len(names) > 1:
        return operator.attrgetter(*names)
    return (lambda node: (getattr(node, names[0]),)) if names else lambda _node: ()


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
