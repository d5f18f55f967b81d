"""JSON between text and tree: numbers exact, and a key that stands twice found."""

import json
import re
from decimal import Decimal
from typing import Any

from cooperation.diagnostics import Position
from cooperation.errors import LoadError
from cooperation.formats.faults import Fault, diagnose

__all__ = ["LONGEST_TEXT", "check_bounds", "parse"]

LONGEST_TEXT = 1_000_000
_LONGEST_NUMBER = 100
_DEEPEST = 64
_LONG_TEXT = re.compile(rf'"[^"]{{{LONGEST_TEXT}}}')


class _Twice(dict[str, Any]):
    """A mapping in which a key stood twice, and which."""

    twice: tuple[str, ...] = ()


def parse(text: str, name: str = "<text>") -> tuple[Any, list[Fault]]:
    """The tree of a JSON text, and the keys that stand twice in it.

    Raises:
        LoadError: The text is no JSON, or is built to explode.
    """
    check_bounds(text, name)
    try:
        tree = json.loads(
            text, object_pairs_hook=_pairs, parse_float=_decimal, parse_int=_integer, parse_constant=_constant
        )
    except json.JSONDecodeError as error:
        raise _refusal(
            name, "unreadable-text", f"the text is not JSON: {error.msg}", Position(error.lineno, error.colno)
        ) from None
    except _NumberError as error:
        raise _refusal(name, "hostile-text", str(error), _place(text, error.shown)) from None
    except RecursionError:
        raise _refusal(name, "hostile-text", f"nested more than {_DEEPEST} deep", None) from None
    faults: list[Fault] = []
    _look(tree, (), faults, name)
    return tree, faults


def check_bounds(text: str, name: str) -> None:
    """Refuse a text that is longer than any text of a document; a linear scan, made only where it can matter."""
    if len(text) > LONGEST_TEXT and (match := _LONG_TEXT.search(text)):
        line = text.count("\n", 0, match.start()) + 1
        column = match.start() - text.rfind("\n", 0, match.start())
        message = f"a text of more than {LONGEST_TEXT} characters"
        raise _refusal(name, "hostile-text", message, Position(line, column))


class _NumberError(ValueError):
    def __init__(self, message: str, shown: str) -> None:
        super().__init__(message)
        self.shown = shown


def _integer(text: str) -> int:
    if len(text) > _LONGEST_NUMBER:
        raise _NumberError(f"a number of {len(text)} digits", text[:_LONGEST_NUMBER])
    return int(text)


def _decimal(text: str) -> Decimal:
    if len(text) > _LONGEST_NUMBER:
        raise _NumberError(f"a number of {len(text)} digits", text[:_LONGEST_NUMBER])
    return Decimal(text)


def _constant(text: str) -> None:
    raise _NumberError(f"{text} is no number of JSON: leave an unknown value out", text)


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    tree = dict(pairs)
    if len(tree) == len(pairs):
        return tree
    seen: set[str] = set()
    twice = _Twice(tree)
    twice.twice = tuple(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
    return twice


def _look(tree: Any, path: tuple[str | int, ...], faults: list[Fault], name: str) -> None:
    """Find the keys that stood twice, and refuse a tree that is too deep to be a document."""
    stack = [(path, tree)]
    while stack:
        path, value = stack.pop()
        if len(path) > _DEEPEST:
            raise _refusal(name, "hostile-text", f"nested more than {_DEEPEST} deep", None)
        if isinstance(value, dict):
            if isinstance(value, _Twice):
                faults.extend(
                    Fault(name="duplicate-key", message=f"the key {key!r} stands twice", path=(*path, key), on_key=True)
                    for key in value.twice
                )
            stack.extend(((*path, key), item) for key, item in value.items() if isinstance(item, (dict, list)))
        elif isinstance(value, list):
            stack.extend(((*path, i), item) for i, item in enumerate(value) if isinstance(item, (dict, list)))


def _place(text: str, shown: str) -> Position | None:
    at = text.find(shown)
    return None if at < 0 else Position(text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))


def _refusal(name: str, fault: str, message: str, position: Position | None) -> LoadError:
    return LoadError((diagnose(Fault(name=fault, message=message), position),), name)
