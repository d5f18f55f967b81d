"""Breaks the rules on purpose, one small change at a time, and counts what the cases of the rules notice.

    python tools/mutants.py                 every module of rules
    python tools/mutants.py targets risks   these
    python tools/mutants.py --least 90      fails when less than 90 per cent are noticed

A change, a *mutant*, is noticed when a case of a rule of that module no longer holds (``tests/rules/cases/*.yaml``).
What survives is listed with its line: it is a case that is missing, or a change that changes nothing.
"""

from __future__ import annotations

import argparse
import ast
import copy
import functools
import importlib.util
import signal
import sys
import types
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

from attrs import frozen

from cooperation import rules
from cooperation.rules import RULES, Rule, check

ROOT = Path(__file__).resolve().parents[1]
FOLDER = Path(rules.__file__).parent
PACKAGE = f"{rules.__name__}."
SECONDS = 5


@frozen
class Mutant:
    """A change of a module.

    Attributes:
        line: The line that is changed.
        what: What is changed, in a few words.
        tree: The module with the change.
    """

    line: int
    what: str
    tree: ast.Module


_COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_RECKONED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Add,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
_CALLED = {"any": "all", "all": "any", "min": "max", "max": "min"}
_WEIGHED = {"INFO": "WARNING", "WARNING": "ERROR", "ERROR": "INFO"}


Change: TypeAlias = tuple[str, Callable[[Any], Any]]
"""What is changed, and a function that changes a copy of a node or gives another in its place."""


def changes(node: Any) -> Iterator[Change]:
    """The changes of one node."""
    for kinds, changed in _CHANGES.items():
        if isinstance(node, kinds):
            yield from changed(node)


def _of_comparisons(node: Any) -> Iterator[Change]:
    for i, operator in enumerate(node.ops):
        for other in _COMPARED.get(type(operator), ()):
            yield f"{type(operator).__name__} is {other.__name__}", functools.partial(_compare, i, other)


def _of_conditions(node: Any) -> Iterator[Change]:
    yield "and is or, or or is and", _swap_boolean
    for i in range(len(node.values)):
        yield f"condition {i + 1} is left out", functools.partial(_leave_out, i)


def _of_operators(node: Any) -> Iterator[Change]:
    if isinstance(node.op, ast.Not):
        yield "not is left out", lambda copied: copied.operand
    elif type(node.op) in _RECKONED:
        yield f"{type(node.op).__name__} is another", functools.partial(_reckon, _RECKONED[type(node.op)])


def _of_branches(_node: Any) -> Iterator[Change]:
    yield "the condition is reversed", _reverse


def _of_filters(node: Any) -> Iterator[Change]:
    if node.ifs:
        yield "the filter is left out", _without_filter


def _of_constants(node: Any) -> Iterator[Change]:
    if type(node.value) is bool:
        yield f"{node.value} is {not node.value}", functools.partial(_constant, not node.value)
    elif type(node.value) is int:
        yield f"{node.value} is {node.value + 1}", functools.partial(_constant, node.value + 1)


def _of_names(node: Any) -> Iterator[Change]:
    if node.id in _CALLED:
        yield f"{node.id} is {_CALLED[node.id]}", functools.partial(_name, _CALLED[node.id])


def _of_severities(node: Any) -> Iterator[Change]:
    if node.attr in _WEIGHED and isinstance(node.value, ast.Name) and node.value.id == "Severity":
        yield f"{node.attr} is {_WEIGHED[node.attr]}", functools.partial(_attribute, _WEIGHED[node.attr])


def _of_steps(node: Any) -> Iterator[Change]:
    if getattr(node, "value", None) is None:
        yield f"{type(node).__name__.lower()} is left out", lambda _: ast.Pass()


def _of_sayings(node: Any) -> Iterator[Change]:
    if isinstance(node.value, ast.Yield | ast.YieldFrom):
        yield "what is found is not said", lambda _: ast.Pass()


_CHANGES: dict[tuple[type, ...], Callable[[Any], Iterator[Change]]] = {
    (ast.Compare,): _of_comparisons,
    (ast.BoolOp,): _of_conditions,
    (ast.UnaryOp, ast.BinOp): _of_operators,
    (ast.If, ast.IfExp, ast.While): _of_branches,
    (ast.comprehension,): _of_filters,
    (ast.Constant,): _of_constants,
    (ast.Name,): _of_names,
    (ast.Attribute,): _of_severities,
    (ast.Continue, ast.Break, ast.Return): _of_steps,
    (ast.Expr,): _of_sayings,
}


def _compare(i: int, other: type[ast.cmpop], node: Any) -> Any:
    node.ops[i] = other()
    return node


def _swap_boolean(node: Any) -> Any:
    node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
    return node


def _leave_out(i: int, node: Any) -> Any:
    del node.values[i]
    return node.values[0] if len(node.values) == 1 else node


def _reckon(other: type[ast.operator], node: Any) -> Any:
    node.op = other()
    return node


def _reverse(node: Any) -> Any:
    node.test = ast.UnaryOp(ast.Not(), node.test)
    return node


def _without_filter(node: Any) -> Any:
    node.ifs = []
    return node


def _constant(value: object, node: Any) -> Any:
    node.value = value
    return node


def _name(name: str, node: Any) -> Any:
    node.id = name
    return node


def _attribute(name: str, node: Any) -> Any:
    node.attr = name
    return node


def mutants(source: str) -> Iterator[Mutant]:
    """Every mutant of a module, in the order of its lines; annotations, imports and messages are left alone."""
    whole = ast.parse(source)
    places = [(path, node) for path, node in _walk(whole, ())]
    for path, node in places:
        for what, change in changes(node):
            tree = copy.deepcopy(whole)
            _put(tree, path, change(_get(tree, path)))
            yield Mutant(getattr(node, "lineno", 0), what, ast.fix_missing_locations(tree))


_SKIPPED = {"annotation", "returns"}
_Path = tuple[tuple[str, int | None], ...]


def _walk(node: ast.AST, path: _Path) -> Iterator[tuple[_Path, ast.AST]]:
    yield path, node
    if isinstance(node, ast.Import | ast.ImportFrom | ast.JoinedStr | ast.AnnAssign):
        return
    for name, held in ast.iter_fields(node):
        if name in _SKIPPED:
            continue
        if isinstance(held, ast.AST):
            yield from _walk(held, (*path, (name, None)))
        elif isinstance(held, list):
            for i, item in enumerate(held):
                if isinstance(item, ast.AST):
                    yield from _walk(item, (*path, (name, i)))


def _get(tree: Any, path: _Path) -> Any:
    for name, i in path:
        held = getattr(tree, name)
        tree = held if i is None else held[i]
    return tree


def _put(tree: Any, path: _Path, new: Any) -> None:
    holder = _get(tree, path[:-1])
    name, i = path[-1]
    if i is None:
        setattr(holder, name, new)
    else:
        getattr(holder, name)[i] = new


class Cases:
    """The cases of the rules, asked with other rules than those there are."""

    def __init__(self) -> None:
        file = ROOT / "tests" / "rules" / "test_cases.py"
        spec = importlib.util.spec_from_file_location("rule_cases", file)
        assert spec is not None
        assert spec.loader is not None
        self.module: Any = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = self.module
        spec.loader.exec_module(self.module)

    def notice(self, made: tuple[Rule, ...], codes: list[str]) -> bool:
        """Whether a case of one of these codes does not hold with these rules."""
        self.module.check = functools.partial(check, rules=made)
        tests = {
            "fail": self.module.test_fails,
            "pass": self.module.test_passes,
            "skip": self.module.test_does_not_apply,
            "unknown": self.module.test_cannot_judge,
        }
        for code in codes:
            for group, cases in self.module.CASES.get(code, {}).items():
                for case in cases.values() if isinstance(cases, dict) else ():
                    try:
                        tests[group](code, case)
                    except Exception:  # noqa: BLE001  # whatever a case ends with but success, it has noticed
                        return True
        return False


class _TooLongError(BaseException):
    """A mutant goes round in a circle; no part of the engine may catch it."""


def _stop(_signal: int, _frame: object) -> None:
    raise _TooLongError


def _made(mutant: Mutant, name: str) -> dict[str, Rule] | None:
    """The rules of a mutant by their codes; ``None`` where it cannot even be imported."""
    module = types.ModuleType(f"{PACKAGE}{name}")
    try:
        exec(compile(mutant.tree, f"{name}.py", "exec"), module.__dict__)  # noqa: S102  # our own code, changed
    except Exception:  # noqa: BLE001  # a module that fails on import is no mutant
        return None
    return {rule.code: rule for rule in module.RULES}


def survivors(name: str, cases: Cases) -> tuple[int, list[Mutant]]:
    """How many mutants of a module there are, and those that no case notices."""
    own = [rule.code for rule in RULES if rule.function.__module__ == f"{PACKAGE}{name}"]
    total, left = 0, []
    for mutant in mutants(FOLDER.joinpath(*name.split(".")).with_suffix(".py").read_text(encoding="utf-8")):
        made = _made(mutant, name)
        if made is None or set(made) != set(own):
            continue  # it cannot even be imported
        total += 1
        # Allowances are judged by what all rules find.
        changed = tuple(made.get(rule.code, rule) for rule in RULES if name == "documents" or rule.code in made)
        signal.alarm(SECONDS)
        try:
            noticed = cases.notice(changed, own)
        except _TooLongError:
            noticed = True
        finally:
            signal.alarm(0)
        if not noticed:
            left.append(mutant)
    return total, left


def main() -> int:
    """Break the modules that are named, and tell what survived."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "modules", nargs="*", help="modules of cooperation.rules; all that hold rules where none is said"
    )
    parser.add_argument("--least", type=float, default=0, help="the least share to be noticed, in per cent")
    options = parser.parse_args()
    signal.signal(signal.SIGALRM, _stop)
    every = list(dict.fromkeys(rule.function.__module__.removeprefix(PACKAGE) for rule in RULES))
    cases = Cases()
    counts: Counter[str] = Counter()
    for name in options.modules or every:
        total, left = survivors(name, cases)
        counts["total"] += total
        counts["left"] += len(left)
        print(f"{name}: {total} mutants, {len(left)} survived", flush=True)
        for mutant in left:
            print(f"  {name}.py:{mutant.line}: {mutant.what}", flush=True)
    share = 100 * (1 - counts["left"] / max(1, counts["total"]))
    print(f"{counts['total']} mutants, {counts['left']} survived: {share:.1f} % noticed")
    return 0 if share >= options.least else 1


if __name__ == "__main__":
    sys.exit(main())
