"""YAML between text and tree: scalars stay as they are written, and the field's type decides what they mean.

Only ``true``, ``false`` and ``null`` are special, so that ``NO`` stays Norway, ``010`` a code and ``16.10`` exact.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import yaml
from attrs import define, field

from cooperation.diagnostics import LoadError, Path, Position
from cooperation.errors import InvariantError
from cooperation.formats.faults import Fault, diagnose
from cooperation.formats.json_text import place_of

__all__ = ["parse", "write"]

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_CONSTANTS = {"true": True, "false": False, "null": None, "": None, "~": None}
_CONSTANTS |= {variant(word): value for word, value in _CONSTANTS.items() for variant in (str.upper, str.capitalize)}

_DEEPEST = 64
# How libyaml refuses a thousand, in the versions that do.
_TOO_DEEP = "exceeded maximum nesting depth"
_LONGEST_TEXT = 1_000_000
_MOST_REPEATED = 100_000
# What libyaml does not read, whatever stands around it.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@define
class _Open:
    """A mapping or list that is being read."""

    value: Any
    anchor: str | None
    key: str | None = None
    size: int = 1
    keys: set[str] = field(factory=set)


def parse(text: str, name: str = "<text>") -> tuple[Any, list[Fault]]:
    """The tree of a YAML text, and the keys that stand twice in it.

    Raises:
        LoadError: The text is no YAML, holds several documents or tags, or is built to explode.
    """
    try:
        return _Builder(name).build(yaml.parse(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if error.problem == _TOO_DEEP:
            # It looks ahead, and meets its own bound before we meet ours.
            raise _refusal(name, "hostile-text", f"nested more than {_DEEPEST} deep", mark) from None
        problem = ", ".join(part for part in (error.context, error.problem) if part)
        if mark is not None and _stands_at_tab(text, mark):
            problem += ": indent with spaces, not with tabs"
        message = f"the text is not YAML: {problem}"
        if mark is not None and mark.line > text.count("\n"):
            # The parser counts on past the end; what is missing is missing behind the last letter.
            raise _refusal(name, "unreadable-text", message, None, place_of(text, len(text))) from None
        raise _refusal(name, "unreadable-text", message, mark) from None
    except yaml.reader.ReaderError as error:
        found = _FORBIDDEN.search(text)
        what = f" ({found[0]!a})" if found else ""
        message = f"the text holds a character{what} that YAML does not allow: {error.reason}"
        position = place_of(text, found.start()) if found else None
        raise _refusal(name, "unreadable-text", message, None, position) from None


class _Builder:
    """Reads the events of a YAML text into a tree, within bounds."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.faults: list[Fault] = []
        self.stack: list[_Open] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.repeated = 0
        self.root: Any = None
        self.documents = 0

    def build(self, events: Iterator[Any]) -> tuple[Any, list[Fault]]:
        for event in events:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                self._scalar(event)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._open(event, {} if kind is yaml.MappingStartEvent else [])
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                done = self.stack.pop()
                if done.anchor:
                    self.anchors[done.anchor] = (done.value, done.size)
                if self.stack:
                    self.stack[-1].size += done.size
            elif kind is yaml.AliasEvent:
                self._alias(event)
            elif kind is yaml.DocumentStartEvent:
                self.documents += 1
                if self.documents > 1:
                    raise self._refuse("unreadable-text", "a file holds one document, and here starts another", event)
        return self.root, self.faults

    def _scalar(self, event: Any) -> None:
        text = event.value
        if len(text) > _LONGEST_TEXT:
            raise self._refuse(
                "hostile-text", f"a text of {len(text)} characters; at most {_LONGEST_TEXT} are read", event
            )
        if "\0" in text:
            raise self._refuse("unreadable-text", "a text holds a NUL, which no text does", event)
        self._no_tag(event)
        holder = self.stack[-1] if self.stack else None
        if holder is not None and holder.key is None and holder.value.__class__ is dict:
            self._key(text, event)
            return
        value = _CONSTANTS.get(text, text) if not event.style else text
        if event.anchor:
            self.anchors[event.anchor] = (value, 1)
        self._put(value)

    def _key(self, text: str, event: Any) -> None:
        holder = self.stack[-1]
        if text in holder.keys:
            self.faults.append(
                Fault(
                    name="duplicate-key",
                    message=f"the key {text!r} stands twice",
                    path=(*self._path(), text),
                    on_key=True,
                    position=Position(event.start_mark.line + 1, event.start_mark.column + 1),
                )
            )
        holder.keys.add(text)
        holder.key = text

    def _open(self, event: Any, value: Any) -> None:
        if len(self.stack) >= _DEEPEST:
            raise self._refuse("hostile-text", f"nested more than {_DEEPEST} deep", event)
        self._no_tag(event)
        if self.stack and self.stack[-1].key is None and self.stack[-1].value.__class__ is dict:
            raise self._refuse("unreadable-text", "a key must be a plain word", event)
        self._put(value)
        self.stack.append(_Open(value, event.anchor))

    def _alias(self, event: Any) -> None:
        if event.anchor not in self.anchors:
            raise self._refuse("unreadable-text", f"the alias *{event.anchor} has no complete anchor before it", event)
        value, size = self.anchors[event.anchor]
        self.repeated += size
        if self.repeated > _MOST_REPEATED:
            raise self._refuse("hostile-text", f"aliases repeat more than {_MOST_REPEATED} values", event)
        holder = self.stack[-1]
        if holder.key is None and holder.value.__class__ is dict:
            raise self._refuse("unreadable-text", "a key must be a plain word, not an alias", event)
        holder.size += size
        self._put(value)

    def _put(self, value: Any) -> None:
        if not self.stack:
            self.root = value
            return
        holder = self.stack[-1]
        holder.size += 1
        if holder.value.__class__ is list:
            holder.value.append(value)
        else:
            holder.value[holder.key] = value
            holder.key = None

    def _path(self) -> Path:
        steps: list[str | int] = []
        for holder, inner in zip(self.stack, self.stack[1:], strict=False):
            if holder.value.__class__ is list:
                steps.append(len(holder.value) - 1)
            else:
                steps.append(next(key for key, value in reversed(holder.value.items()) if value is inner.value))
        return tuple(steps)

    def _no_tag(self, event: Any) -> None:
        if event.tag is not None and event.tag not in ("!", "tag:yaml.org,2002:str"):
            raise self._refuse("unreadable-text", f"the tag {event.tag} is not read: take it out", event)

    def _refuse(self, fault: str, message: str, event: Any) -> LoadError:
        return _refusal(self.name, fault, message, event.start_mark)


def _stands_at_tab(text: str, mark: Any) -> bool:
    lines = text.splitlines()
    return bool(mark.line < len(lines) and lines[mark.line][mark.column : mark.column + 1] == "\t")


def _refusal(name: str, fault: str, message: str, mark: Any, position: Position | None = None) -> LoadError:
    if mark is not None:
        position = Position(mark.line + 1, mark.column + 1)
    return LoadError((diagnose(Fault(name=fault, message=message), position),), name)


# ---- writing -----------------------------------------------------------------------------------------------------

NUL = "a text holds a NUL, which no document can hold"
"""What is said of a text that could be written and never read."""
_WIDTH = 110
# Words that other readers of YAML would take for something else than text; quoting them costs nothing.
_AMBIGUOUS = re.compile(r"(?:y|n|yes|no|on|off|true|false|null|~|)|0[0-9_]+|[-+]?\.(?:inf|nan)|=|<<", re.IGNORECASE)
_PROSE = re.compile(r"[^\S\n]*\S[^\r\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]*", re.DOTALL)


def write(tree: Any) -> str:
    """The YAML a person would have written: blocks for what is large, one line for what is small."""
    text = yaml.emit(_document(tree), Dumper=_Dumper, allow_unicode=True, width=_WIDTH, indent=2)
    return text if isinstance(text, str) else text.decode()


def _document(tree: Any) -> Iterator[Any]:
    yield yaml.StreamStartEvent()
    yield yaml.DocumentStartEvent(explicit=False)
    yield from _events(tree, 0, flow=False)
    yield yaml.DocumentEndEvent(explicit=False)
    yield yaml.StreamEndEvent()


def _events(value: Any, depth: int, *, flow: bool) -> Iterator[Any]:
    if isinstance(value, dict):
        flow = flow or (depth > 1 and _is_small(value, depth))
        yield yaml.MappingStartEvent(None, None, implicit=True, flow_style=flow)
        for key, item in value.items():
            yield _scalar(str(key), is_key=True)
            yield from _events(item, depth + 1, flow=flow)
        yield yaml.MappingEndEvent()
    elif isinstance(value, (list, tuple)):
        flow = flow or (_is_small(value, depth) and not any(isinstance(item, (dict, list, tuple)) for item in value))
        yield yaml.SequenceStartEvent(None, None, implicit=True, flow_style=flow)
        for item in value:
            yield from _events(item, depth + 1, flow=flow)
        yield yaml.SequenceEndEvent()
    elif isinstance(value, bool) or value is None:
        yield yaml.ScalarEvent(None, None, (True, False), {True: "true", False: "false", None: "null"}[value])
    elif isinstance(value, (int, Decimal)):
        yield yaml.ScalarEvent(
            None, None, (True, False), format(value, "f") if isinstance(value, Decimal) else str(value)
        )
    else:
        yield _scalar(value)


def _scalar(text: str, *, is_key: bool = False) -> Any:
    style = None
    if not _PROSE.fullmatch(text):
        if "\0" in text:
            raise InvariantError(NUL)
        style = '"'
    elif "\n" in text:
        # A block keeps the lines of a paragraph; white space at its edges would not survive there.
        lines = text.split("\n")
        plain = not is_key and all(line == line.strip() for line in lines) and lines[0] and lines[-1]
        style = "|" if plain else '"'
    elif _AMBIGUOUS.fullmatch(text):
        style = "'"
    return yaml.ScalarEvent(None, None, (True, True), text, style=style)


def _is_small(value: Any, depth: int) -> bool:
    """Whether it fits on one line with what stands before it."""
    room = _WIDTH - 2 * depth - 20
    stack = [value]
    while stack and room > 0:
        item = stack.pop()
        if isinstance(item, dict):
            room -= 2 + sum(len(str(key)) + 4 for key in item)
            stack.extend(item.values())
        elif isinstance(item, (list, tuple)):
            room -= 2 + 2 * len(item)
            stack.extend(item)
        else:
            text = str(item)
            room -= len(text) + 2
            if "\n" in text:
                return False
    return room > 0
