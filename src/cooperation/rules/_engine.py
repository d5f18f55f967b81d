"""The engine: one walk that groups values by class, the rules asked of each, and the report."""

import functools
import operator
from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

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
from cooperation.model import Stage
from cooperation.rules._dispatch import Descents, Table, dispatch
from cooperation.rules._model import MODEL
from cooperation.rules._realm import Asked, Realm, Setting
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Rule, Unknown
from cooperation.rules._surroundings import Spot, Surroundings
from cooperation.rules.profiles import Profile

__all__ = ["Examination", "Progress", "run"]

Progress: TypeAlias = Callable[[int, int], None]
"""What is told how many of how many are done."""

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
    progress: Progress | None = None,
) -> Report:
    """Ask the rules of every value of the model in and below ``root``."""
    examination = Examination(rules, asked)
    found, silenced, used = _silence(examination.see(root, progress=progress), allowances)
    if allowances:
        found = [*found, *examination.see_allowances(allowances, used, known)]
    order = _InOrder(root)
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

    def see(
        self, root: object, name: str = "", index: int = -1, *, progress: Progress | None = None
    ) -> list[Diagnostic]:
        """Ask the rules of every value in and below a root; what is found, in the order of the rules.

        Args:
            root: The value.
            name: The field of the whole that the root stands in, where it is a part of one.
            index: Its number in that field, from 0 on.
            progress: What is told, after each project, how many of how many were asked.

        Raises:
            TypeError: It is of another family.
        """
        if self._dispatch.descents[type(root)] is None:
            raise TypeError(f"expected {self._realm.called}, got {type(root).__name__}")
        contexts = self._walk(root, name, index)
        self._shared = contexts[0]
        tally = self._tally
        for done, context in enumerate(contexts):
            table = self._dispatch.table(context)
            tally.ask(table)
            _judge(context, table, tally)
            if progress is not None and done:
                progress(done, len(contexts) - 1)
        for context in contexts[1:] or contexts:
            self._stages[context.stage.value] = None
            self._profiles[context.profile.label] = None
        return tally.take_found()

    def see_allowances(
        self, allowances: tuple[Allowance, ...], used: frozenset[Allowance], known: tuple[str, ...]
    ) -> list[Diagnostic]:
        """Ask the rules about what is accepted, of what was seen last."""
        tally, shared = self._tally, self._shared
        assert shared is not None
        accepting = type(shared)(stage=shared.stage, today=shared.today, profile=shared.profile)
        accepting.silencing, accepting.asked, accepting.known = used, frozenset(tally.outcome), known
        for i, allowance in enumerate(allowances):
            accepting.spots[type(allowance)].append(Spot(allowance, None, "allowances", i, self._walked + i))
        _judge(accepting, self._dispatch.table(accepting), tally)
        return tally.take_found()

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
        walk = _Walk(self._realm.set_out(root, self._asked), self._dispatch.descents, self._walked)
        walk.visit(root, None, name, index, walk.contexts[0])
        self._walked = walk.order
        return walk.contexts


class _Walk:
    """One walk down from a root: which parts there are, each where it stands, and what surrounds it.

    Nothing that it makes holds itself in a circle, so that all of it goes when the report is made.
    """

    def __init__(self, setting: Setting, descents: Descents, order: int) -> None:
        self.contexts = [setting.surroundings]
        self.order = order
        self._entering = setting.entering
        self._descents = descents

    def visit(  # noqa: C901  # another call for every part would cost more than the rest
        self, node: Any, above: Spot | None, name: str, index: int, context: Surroundings
    ) -> None:
        kind = type(node)
        if kind in self._entering:
            entered = self._entering[kind](node, context)
            if entered is None:
                return
            if entered is not context:
                self.contexts.append(entered)
            context = entered
        spot = Spot(node, above, name, index, self.order)
        self.order += 1
        context.spots[kind].append(spot)
        descents = self._descents
        visit = self.visit
        for field, get in descents[kind] or ():
            try:
                held = get(node)
            except AttributeError:  # a field without a value: what stands beside it is met all the same
                continue
            kind = type(held)
            if held is None or kind is str or held is _EMPTY:
                continue
            if kind is tuple:
                for i, item in enumerate(held):
                    if descents[type(item)] is not None:
                        visit(item, spot, field, i, context)
            elif descents[kind] is not None:
                visit(held, spot, field, -1, context)


class _Tally:
    """What was found, what could not be judged, and what became of each rule."""

    def __init__(self) -> None:
        self.outcome: dict[str, int] = {}
        self.found: list[tuple[int, Diagnostic]] = []
        self.unknown: list[tuple[int, str, Unjudged]] = []

    def ask(self, table: Table) -> None:
        self.outcome = dict.fromkeys(table.codes, _SKIPPED) | self.outcome

    def take_found(self) -> list[Diagnostic]:
        """What was found since this was last asked, in the order of the document and of the rules."""
        found = [finding for _, finding in sorted(self.found, key=operator.itemgetter(0))]
        self.found.clear()
        return found

    def codes(self, outcome: int) -> tuple[str, ...]:
        return tuple(sorted([code for code, reached in self.outcome.items() if reached == outcome]))


def _judge(context: Surroundings, table: Table, tally: _Tally) -> None:
    """Ask the rules of every part of a context; most find nothing, so that is what must be fast."""
    reached = tally.outcome
    said: list[Fail | Unknown] = []
    for kind, spots in context.spots.items():
        for rule, code, function, given in table[kind]:
            outcome = _SKIPPED
            for spot in spots:
                context.here = spot
                node = spot.node
                applies, stumbled = True, None
                try:
                    if given is not None and not given(node):
                        continue
                    for one in function(node, context):
                        if one is NOT_APPLICABLE:
                            applies = False
                        else:
                            said.append(one)
                except Exception as error:  # noqa: BLE001  # a value of a wrong type must not lose the whole report
                    stumbled = _stumbling(error, spot, context)
                if said or stumbled:
                    outcome = max(outcome, _hear(said, stumbled, rule, spot, context, tally))
                    said.clear()
                elif applies and outcome == _SKIPPED:
                    outcome = _PASSED
            reached[code] = max(reached[code], outcome)


def _stumbling(error: Exception, spot: Spot, context: Surroundings) -> Missing:
    """What a rule lacked that stumbled: mostly a field without a value, where something could not be read."""
    if isinstance(error, AttributeError) and error.name in _field_names(type(error.obj)):  # type: ignore[arg-type]
        place = next(
            (one.path for spots in context.spots.values() for one in spots if one.node is error.obj), spot.path
        )
        return Missing((*place, error.name), "a part that can be read")
    return Missing(spot.path, f"values of the declared types (met {type(error).__name__})")


def _hear(
    said: list[Fail | Unknown], stumbled: Missing | None, rule: Rule, spot: Spot, context: Surroundings, tally: _Tally
) -> int:
    """What became of a rule that had something to say of a part."""
    fails = [outcome for outcome in said if isinstance(outcome, Fail)]
    missing = [one for outcome in said if isinstance(outcome, Unknown) for one in _placed(outcome, spot)]
    if stumbled is not None:
        missing.append(stumbled)
    tally.found += [(spot.order, _diagnostic(rule, fail, spot, context)) for fail in fails]
    if missing:
        told = missing if len(missing) == 1 else dict.fromkeys(missing)
        unjudged = Unjudged(code=rule.code, path=spot.path, missing=tuple(told))
        tally.unknown.append((spot.order, rule.code, unjudged))
    return _FOUND if fails else _UNKNOWN if missing else _SKIPPED


def _diagnostic(rule: Rule, fail: Fail, spot: Spot, context: Surroundings) -> Diagnostic:
    return Diagnostic(
        code=rule.code,
        severity=fail.severity or _severity(rule, context.profile, context.stage),
        message=fail.message,
        path=(*spot.path, *fail.at),
        help=fail.help or rule.page.fix,
    )


@functools.lru_cache(maxsize=4096)
def _severity(rule: Rule, profile: Profile, stage: Stage) -> Severity:
    return profile.severity(rule.code, stage) or rule.severity_at(stage)


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


class _InOrder:
    """The order of findings: that of the document, then the graver first."""

    def __init__(self, root: object) -> None:
        # Findings share most of the way from the root.
        self._known: dict[Path, tuple[tuple[int, ...], Any]] = {(): ((), root)}

    def __call__(self, finding: Diagnostic) -> tuple[tuple[int, ...], int, str, str]:
        return self._reached(finding.path)[0], -finding.severity.rank, finding.code, finding.message

    def _reached(self, path: Path) -> tuple[tuple[int, ...], Any]:
        """The position of a place among all others, and the value that stands there."""
        known = self._known.get(path)
        if known is None:
            steps, above = self._reached(path[:-1])
            place, value = _step(above, path[-1])
            known = self._known[path] = (*steps, place), value
        return known


def _step(above: Any, step: str | int) -> tuple[int, Any]:
    if isinstance(step, int):
        return step, above[step] if isinstance(above, tuple) and 0 <= step < len(above) else None
    # What is no field, such as the allowances beside the model, comes last.
    names = _field_names(type(above))  # type: ignore[arg-type]  # every class is hashable
    return names.get(step, len(names)), getattr(above, step, None)


@functools.cache
def _field_names(cls: Any) -> dict[str, int]:
    return {field.name: i for i, field in enumerate(attrs.fields(cls))} if attrs.has(cls) else {}
