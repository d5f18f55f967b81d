"""Which rules look at which class, found once for each set of rules, family of values, stage and profile."""

import functools
import operator
import typing
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from cooperation.diagnostics import Missing
from cooperation.model import Stage
from cooperation.rules._realm import Realm
from cooperation.rules._rule import Function, Outcome, Rule, Unknown
from cooperation.rules._selection import is_asked
from cooperation.rules._surroundings import Surroundings
from cooperation.rules.profiles import Profile

__all__ = ["Dispatch", "Table", "dispatch"]

# Who makes a profile of their own for every check must not fill the memory with tables.
_MOST_TABLES = 64

Asking: TypeAlias = tuple[Rule, str, Function, Callable[[Any], object] | None]
"""A rule, its code, its function, and what takes from a value the field without which it does not apply."""


class Table(dict[type, tuple[Asking, ...]]):
    """For each class the rules that look at it, found when it is first met."""

    def __init__(self, rules: tuple[Rule, ...], at_hand: frozenset[type], whole: type) -> None:
        super().__init__()
        self.codes = tuple(rule.code for rule in rules)
        self._rules = rules
        self._at_hand = at_hand
        self._whole = whole

    def __missing__(self, cls: type) -> tuple[Asking, ...]:
        looking = (rule for rule in self._rules if issubclass(cls, rule.nodes))
        return self.setdefault(cls, tuple(asked for rule in looking for asked in self._asked(rule)))

    def _asked(self, rule: Rule) -> Iterator[Asking]:
        if rule.needs is None or rule.needs in self._at_hand:
            yield rule, rule.code, rule.function, None if rule.given is None else operator.attrgetter(rule.given)
        elif self._whole not in self._at_hand:
            yield rule, rule.code, _lacking(rule.needs), None
        # Else the whole document is here, and this part of it belongs to no project: the rule does not apply.


@functools.cache
def _lacking(needed: type) -> Function:
    """A rule that cannot judge, since what it needs around the part is not there."""
    missing = Missing((), f"the {needed.__name__.lower()} it belongs to")

    def cannot_judge(_node: object, _context: Surroundings) -> Iterable[Outcome]:
        return (Unknown(missing),)

    return cannot_judge


_Parts: TypeAlias = tuple[tuple[str, Callable[[Any], Any]], ...]


class Descents(dict[type, _Parts | None]):
    """For each class the fields to go down into, found when it is first met; ``None`` for one of another family."""

    def __init__(self, realm: Realm, leads_to_a_rule: Callable[[Any], bool]) -> None:
        super().__init__()
        self._realm = realm
        self._leads_to_a_rule = leads_to_a_rule

    def __missing__(self, cls: type) -> _Parts | None:
        return self.setdefault(cls, self._found(cls) if self._realm.is_of(cls) else None)

    def _found(self, cls: type) -> _Parts:
        parts = self._realm.parts(cls)
        names = (part.name for part in parts if any(self._leads_to_a_rule(kind) for kind in part.holds))
        return tuple((name, operator.attrgetter(name)) for name in names)


class Dispatch:
    """For each class: the fields to go down into, and for each stage and profile the rules that look at it."""

    def __init__(self, rules: tuple[Rule, ...], realm: Realm) -> None:
        self.rules = rules
        self.realm = realm
        self._wanted = tuple({kind for rule in rules for kind in rule.nodes})
        self._tables: dict[tuple[Stage, Profile, frozenset[type]], Table] = {}
        self.descents = Descents(realm, self._leads_to_a_rule)

    def table(self, context: Surroundings) -> Table:
        """The rules that are asked in these surroundings."""
        key = context.stage, context.profile, context.at_hand
        if key not in self._tables:
            if len(self._tables) >= _MOST_TABLES:
                self._tables.clear()
            asked = tuple(rule for rule in self.rules if rule.is_asked_at(key[0]) and is_asked(rule, key[1]))
            return self._tables.setdefault(key, Table(asked, key[2], self.realm.whole))
        return self._tables[key]

    def _leads_to_a_rule(self, kind: Any) -> bool:
        is_met = self.realm.is_met
        within = _reachable(kind, self.realm)
        return any(is_met(inner) or any(issubclass(inner, wanted) for wanted in self._wanted) for inner in within)


@functools.lru_cache(maxsize=64)
def dispatch(rules: tuple[Rule, ...], realm: Realm) -> Dispatch:
    """Which of these rules look at which class of a family of values."""
    return Dispatch(rules, realm)


@functools.cache
def _reachable(kind: Any, realm: Realm) -> frozenset[Any]:
    found: set[type] = set()
    frontier = [kind]
    while frontier:
        cls = frontier.pop()
        if not isinstance(cls, type) or cls in found or not realm.is_of(cls):
            frontier.extend(typing.get_args(cls))
            continue
        found.add(cls)
        frontier.extend(cls.__subclasses__())
        frontier.extend(held for part in realm.parts(cls) for held in part.holds)
    return frozenset(found)
