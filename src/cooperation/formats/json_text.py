"""JSON between text and tree: numbers exact, and a key that stands twice found."""

import collections
import json
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any, NoReturn

from cooperation.diagnostics import LoadError, Position
from cooperation.formats.faults import Fault, diagnose

__all__ = ["LONGEST_TEXT", "check_bounds", "parse", "place_of", "tokens"]

LONGEST_TEXT = 1_000_000
_LONGEST_NUMBER = 110
_DEEPEST = 64
# Possessive throughout, so that a text without an end is given up in one go.
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[\[\]{}:,]|[^\s"\[\]{}:,]++', re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|.)", re.DOTALL)


def parse(text: str, name: str = "<text>") -> tuple[Any, list[Fault]]:
    """The tree of a JSON text, and the keys that stand twice in it.

    Raises:
        LoadError: The text is no JSON, holds what no text does, or is built to explode.
    """
    check_bounds(text, name)
    pairs = _Pairs()
    try:
        tree = json.loads(
            text, object_pairs_hook=pairs, parse_float=_decimal, parse_int=_integer, parse_constant=_constant
        )
    except json.JSONDecodeError as error:
        # How deep the parser follows before it gives up differs from one Python to the next.
        _refuse_depth(text, name)
        _refuse(name, "unreadable-text", f"the text is not JSON: {error.msg}", Position(error.lineno, error.colno))
    except _NumberError as error:
        offset = next((m.start() for m in tokens(text) if m[0].startswith(error.shown)), None)
        _refuse(name, error.fault, str(error), None if offset is None else place_of(text, offset))
    except RecursionError:
        _refuse_depth(text, name)
        raise
    _check_escapes(text, name)
    faults: list[Fault] = []
    if _look(tree, pairs.twice, faults) > _DEEPEST:
        _refuse_depth(text, name)
    return tree, faults


def check_bounds(text: str, name: str) -> None:
    """Refuse a text that is longer than any text of a document; a linear scan, made only where it can matter."""
    if len(text) <= LONGEST_TEXT:
        return
    # What stands between quotes, and what stands between texts, by turns.
    pieces = text.replace("\\\\", "xx").replace('\\"', "xx").split('"')
    if max(map(len, pieces)) <= LONGEST_TEXT:
        return
    offset = -1
    for number, piece in enumerate(pieces):
        if number % 2 and len(piece) > LONGEST_TEXT:
            message = f"a text of {len(piece)} characters; at most {LONGEST_TEXT} are read"
            _refuse(name, "hostile-text", message, place_of(text, offset))
        offset += len(piece) + 1


def tokens(text: str) -> Iterator[re.Match[str]]:
    """The texts, marks and words of a JSON text, in their order."""
    return _TOKEN.finditer(text)


def place_of(text: str, offset: int) -> Position:
    """The line and column of an offset."""
    return Position(text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


class _NumberError(ValueError):
    def __init__(self, fault: str, message: str, shown: str) -> None:
        super().__init__(message)
        self.fault = fault
        self.shown = shown


def _integer(text: str) -> int:
    return int(_bounded(text))


def _decimal(text: str) -> Decimal:
    return Decimal(_bounded(text))


def _bounded(text: str) -> str:
    if len(text) > _LONGEST_NUMBER:
        raise _NumberError("hostile-text", f"a number of {len(text)} digits", text[:_LONGEST_NUMBER])
    return text


def _constant(text: str) -> None:
    raise _NumberError("unreadable-text", f"{text} is no number of JSON: leave an unknown value out", text)


def _check_escapes(text: str, name: str) -> None:
    """Refuse what an escape can smuggle in and no file can hold as it is."""
    if "\\u" not in text:
        return
    high: re.Match[str] | None = None  # the first half of a pair that waits for its second
    for match in _ESCAPE.finditer(text):
        unit = int(match[1], 16) if match[1] else -1
        is_second = 0xDC00 <= unit <= 0xDFFF  # noqa: PLR2004
        if high is not None and not (is_second and match.start() == high.end()):
            break
        if unit == 0:
            _refuse(name, "unreadable-text", "a text holds a NUL, which no text does", place_of(text, match.start()))
        if is_second and high is None:
            high = match
            break
        high = match if 0xD800 <= unit <= 0xDBFF else None  # noqa: PLR2004
    if high is not None:
        message = "a text holds half a surrogate pair, which no text does"
        _refuse(name, "unreadable-text", message, place_of(text, high.start()))


class _Pairs:
    """Makes mappings of pairs, and remembers those in which a key stood twice, and which."""

    def __init__(self) -> None:
        # By the mapping's id, which is its own as long as it is held here.
        self.twice: dict[int, tuple[dict[str, Any], list[str]]] = {}

    def __call__(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        tree = dict(pairs)
        if len(tree) < len(pairs):
            counted = collections.Counter(key for key, _ in pairs)
            self.twice[id(tree)] = (tree, [key for key, number in counted.items() if number > 1])
        return tree


def _look(tree: Any, twice: dict[int, tuple[dict[str, Any], list[str]]], faults: list[Fault]) -> int:
    """Find the keys that stood twice; how deep the tree is."""
    deepest = 0
    stack: list[tuple[tuple[str | int, ...], Any]] = [((), tree)]
    while stack and deepest <= _DEEPEST:
        path, value = stack.pop()
        if isinstance(value, (dict, list)):
            deepest = max(deepest, len(path) + 1)
        if isinstance(value, dict):
            _, keys = twice.get(id(value), (None, ()))
            faults.extend(
                Fault(name="duplicate-key", message=f"the key {key!r} stands twice", path=(*path, key), on_key=True)
                for key in keys
            )
            stack.extend(((*path, key), item) for key, item in value.items() if isinstance(item, (dict, list)))
        elif isinstance(value, list):
            stack.extend(((*path, i), item) for i, item in enumerate(value) if isinstance(item, (dict, list)))
    return deepest


def _refuse_depth(text: str, name: str) -> None:
    """Refuse a text that is nested deeper than any document, at the place where it becomes so."""
    depth = 0
    for match in tokens(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(match[0], 0)
        if depth > _DEEPEST:
            _refuse(name, "hostile-text", f"nested more than {_DEEPEST} deep", place_of(text, match.start()))


def _refuse(name: str, fault: str, message: str, position: Position | None) -> NoReturn:
    raise LoadError((diagnose(Fault(name=fault, message=message), position),), name) from None
