"""The engine: one walk that groups values by class, the rules asked of each, and the report."""

import functools
import operator
from collections.abc import Iterable
from typing import Any

import attrs

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
from cooperation.rules._dispatch import Table, dispatch
from cooperation.rules._model import MODEL
from cooperation.rules._realm import Asked, Realm
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown
from cooperation.rules._surroundings import Spot, Surroundings

__all__ = ["Examination", "run"]

_NOTHING_TO_SAY: list[Outcome] = [NOT_APPLICABLE]
_EMPTY: tuple[()] = ()

# What became of a rule; the heaviest of its nodes' outcomes is its own.
_SKIPPED, _PASSED, _UNKNOWN, _FOUND = range(4)


def run(
    root: object,
    rules: tuple[Rule, ...],
    *,
    asked: Asked,
    allowances: tuple[Allowance, ...] = (),
    known: tuple[str, ...] = (),
) -> Report:
    """Ask the rules of every value of the model in and below ``root``."""
    examination = Examination(rules, asked)
    found, silenced, used = _silence(examination.see(root), allowances)
    if allowances:
        found = [*found, *examination.see_allowances(allowances, used, known)]
    order = functools.partial(_document_order, root)
    return examination.report(
        tuple(sorted(found, key=order)), tuple(sorted(silenced, key=lambda one: order(one.finding)))
    )


class Examination:
    """Rules asked of one root after another, and what became of each of them over all.

    A file that is read part by part is checked so: no part need stay in memory until the next is asked.

    Args:
        rules: The rules.
        asked: As what, by whom and when is asked.
        realm: The family of values that the roots belong to.
    """

    def __init__(self, rules: tuple[Rule, ...], asked: Asked, realm: Realm = MODEL) -> None:
        self._realm = realm
        self._dispatch = dispatch(rules, realm)
        self._asked = asked
        self._tally = _Tally()
        self._walked = 0
        self._stages: dict[str, None] = {}
        self._profiles: dict[str, None] = {}
        self._shared: Surroundings | None = None

    def see(self, root: object, name: str = "", index: int = -1) -> list[Diagnostic]:
        """Ask the rules of every value in and below a root; what is found, in the order of the rules.

        Args:
            root: The value.
            name: The field of the whole that the root stands in, where it is a part of one.
            index: Its number in that field, from 0 on.

        Raises:
            TypeError: It is of another family.
        """
        if self._dispatch.descents(type(root)) is None:
            raise TypeError(f"expected {self._realm.called}, got {type(root).__name__}")
        contexts = self._walk(root, name, index)
        self._shared = contexts[0]
        tally = self._tally
        tally.found = []
        for context in contexts:
            table = self._dispatch.table(context)
            tally.ask(table)
            _judge(context, table, tally)
        for context in contexts[1:] or contexts:
            self._stages[context.stage.value] = None
            self._profiles[context.profile.label] = None
        return tally.found

    def see_allowances(
        self, allowances: tuple[Allowance, ...], used: frozenset[Allowance], known: tuple[str, ...]
    ) -> list[Diagnostic]:
        """Ask the rules about what is accepted, of what was seen last."""
        tally, shared = self._tally, self._shared
        assert shared is not None
        accepting = type(shared)(stage=shared.stage, today=shared.today, profile=shared.profile)
        accepting.silencing, accepting.asked, accepting.known = used, frozenset(tally.outcome), known
        accepting.spots = [
            Spot(allowance, None, "allowances", i, self._walked + i, accepting)
            for i, allowance in enumerate(allowances)
        ]
        tally.found = []
        _judge(accepting, self._dispatch.table(accepting), tally)
        return tally.found

    def report(self, findings: tuple[Diagnostic, ...], silenced: tuple[Silenced, ...] = ()) -> Report:
        """The report on all that was seen, with these findings."""
        tally = self._tally
        return Report(
            findings=findings,
            unknown=tuple(unjudged for _, _, unjudged in sorted(tally.unknown, key=operator.itemgetter(0, 1))),
            passed=tally.codes(_PASSED),
            not_applicable=tally.codes(_SKIPPED),
            silenced=silenced,
            stage=next(iter(self._stages)) if len(self._stages) == 1 else None,
            profile=next(iter(self._profiles)) if len(self._profiles) == 1 else None,
        )

    @property
    def profile(self) -> str | None:
        """The profile that was asked for, if one was."""
        return None if self._asked.profile is None else self._asked.profile.label

    def _walk(self, root: object, name: str, index: int) -> list[Surroundings]:
        """The surroundings that hold the parts, those of the root first."""
        setting = self._realm.set_out(root, self._asked)
        contexts = [setting.surroundings]
        descents, entering = self._dispatch.descents, setting.entering
        order = self._walked

        def visit(node: Any, above: Spot | None, name: str, index: int, context: Surroundings) -> None:
            nonlocal order
            kind = type(node)
            descend = descents(kind)
            if descend is None:
                return
            if kind in entering:
                entered = entering[kind](node, context)
                if entered is None:
                    return
                if entered is not context:
                    context = entered
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

        visit(root, None, name, index, setting.surroundings)
        self._walked = order
        return contexts


class _Tally:
    """What was found, what could not be judged, and what became of each rule."""

    def __init__(self) -> None:
        self.outcome: dict[str, int] = {}
        self.found: list[Diagnostic] = []
        self.unknown: list[tuple[int, str, Unjudged]] = []

    def ask(self, table: Table) -> None:
        for rule in table.rules:
            self.outcome.setdefault(rule.code, _SKIPPED)

    def codes(self, outcome: int) -> tuple[str, ...]:
        return tuple(sorted(code for code, reached in self.outcome.items() if reached == outcome))


def _judge(context: Surroundings, table: Table, tally: _Tally) -> None:
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


def _severity(rule: Rule, context: Surroundings) -> Severity:
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
