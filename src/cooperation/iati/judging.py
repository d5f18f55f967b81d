"""Judging the structure of a file: what the official schema says of it, in words, with the place and the remedy.

The verdict is that of the schema; a test holds the two together over thousands of files.
The schema stops at the first element out of order, this reads on: all faults are told at once.
"""

import difflib
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import evolve, frozen

from cooperation.diagnostics import Diagnostic, LoadError, Path, Position, Severity
from cooperation.iati import kinds
from cooperation.iati.activity import Activity
from cooperation.iati.careful import BLANK, nodes
from cooperation.iati.faults import diagnostic
from cooperation.iati.kinds import Kind
from cooperation.iati.organisation import Organisation
from cooperation.iati.positions import line_of
from cooperation.iati.reading import reader_of
from cooperation.iati.schema import XSI, global_attributes, global_elements
from cooperation.iati.shape import XML, Shape, shape_of
from cooperation.iati.sound import sound_of
from cooperation.iati.source import MOST_UNPACKED, Source, opened
from cooperation.iati.stream import ROOTS, Entry, Stream

__all__ = ["Judged", "iter_entries", "iter_judged", "judge"]

_XSI = f"{{{XSI}}}"
_HINTS = (f"{_XSI}schemaLocation", f"{_XSI}noNamespaceSchemaLocation")
_NIL, _TYPE = f"{_XSI}nil", f"{_XSI}type"
_SHOWN = 60


def judge(source: Source, *, most_unpacked: int = MOST_UNPACKED) -> tuple[Diagnostic, ...]:
    """Every fault of structure in a file, in the order of the file.

    An error is what the official schema refuses too; that the version is none that is read is a warning, since to the
    schema a version is any text. One thing is an error here that the schema may let pass: an element that chooses its
    own type with ``xsi:type``, which no reader of the standard would follow.

    Args:
        source: A path, the bytes, or a file open for reading bytes; plain or packed with gzip.
        most_unpacked: To how many bytes a packed file may unpack.

    Raises:
        MissingExtraError: lxml is not installed.
        OSError: The file cannot be read.

    >>> for fault in judge(b'<iati-activities version="2.03"><iati-activity hierarchies="1"/></iati-activities>')[:3]:
    ...     print(fault)
    1:1: error IAT011 <iati-activity> has no attribute 'hierarchies' (did you mean 'hierarchy'?)
    1:1: error IAT006 <iati-activity> has no <iati-identifier>
    1:1: error IAT006 <iati-activity> has no <reporting-org>
    """
    return tuple(fault for _, faults in iter_judged(source, most_unpacked=most_unpacked) for fault in faults)


def iter_judged(
    source: Source, *, most_unpacked: int = MOST_UNPACKED
) -> Iterator[tuple[Activity | Organisation | None, tuple[Diagnostic, ...]]]:
    r"""Each activity or organisation of a file with the faults of structure in it, read and judged in one go.

    What concerns the file as a whole comes first and last, without a record.
    Nothing is raised for what is in the file; after what cannot be read any further there is just nothing more.

    Args:
        source: A path, the bytes, or a file open for reading bytes; plain or packed with gzip.
        most_unpacked: To how many bytes a packed file may unpack.

    Raises:
        MissingExtraError: lxml is not installed.
        OSError: The file cannot be read.

    >>> text = b'<iati-activities version="2.03"><iati-activity hierarchy="one"/></iati-activities>'
    >>> [(record is not None, len(faults)) for record, faults in iter_judged(text)]
    [(False, 0), (True, 8), (False, 0)]
    """
    for one in iter_entries(source, most_unpacked):
        yield one.record, one.faults


@frozen
class Judged:
    """A part of a file that was judged.

    Attributes:
        faults: The faults of structure in it.
        record: The activity or the organisation; ``None`` of the file as a whole.
        element: Its element, which is there until the next part is asked for.
    """

    faults: tuple[Diagnostic, ...]
    record: Activity | Organisation | None = None
    element: Any = None


def iter_entries(source: Source, most_unpacked: int) -> Iterator[Judged]:
    """What ``iter_judged`` gives, with the elements at hand."""
    try:
        with opened(source, most_unpacked) as bytes_:
            yield from _judged_file(Stream(bytes_))
    except LoadError as error:
        yield Judged(error.diagnostics)


def _judged_file(stream: Stream) -> Iterator[Judged]:
    tag = stream.open()
    cls, _ = ROOTS[tag]
    judging = _Judging(tag)
    root, shape = stream.root, shape_of(cls)
    judging.attributes(root, shape, ())
    version = stream.version_fault()
    if version is not None and root.get("version") is not None:
        judging.found.append(evolve(version, severity=Severity.WARNING))
    yield Judged(judging.taken())
    sequence = _Sequence(judging, root, shape, ())
    (child,) = shape.children.values()
    one, sound = reader_of(child.record), sound_of(child.record)
    for part in stream.parts():
        if isinstance(part, Entry):
            record = one(part)
            # Most entries can be seen to be faultless from their records, which takes a fraction of the time.
            sequence.see(part.element, inside=not sound(record))
            yield Judged(judging.taken(), record, part.element)
        else:
            sequence.see(part)
    sequence.end()
    yield Judged(judging.taken())


class _Judging:
    """One file being judged."""

    def __init__(self, root: str) -> None:
        self.elements: Mapping[str, Shape] = global_elements(root)
        self.found: list[Diagnostic] = []

    def taken(self) -> tuple[Diagnostic, ...]:
        """What was found since this was asked last."""
        found = tuple(self.found)
        self.found.clear()
        return found

    def say(self, fault: str, e: Any, path: Path, message: str, severity: Severity = Severity.ERROR) -> None:
        """Report a fault of an element."""
        self.found.append(diagnostic(fault, message, path, position=Position(line_of(e)), severity=severity))

    def element(self, e: Any, shape: Shape, path: Path) -> None:
        """Judge an element that has a shape."""
        if shape.anything:
            if _NIL in e.attrib:
                self.instruction(e, _NIL, path)
            self.anything(e, path)
            return
        self.attributes(e, shape, path)
        if shape.content is not None:
            self.text(e, shape.content, path)
            return
        sequence = _Sequence(self, e, shape, path)
        for part in nodes(e):
            sequence.see(part)
        sequence.end()

    def attributes(self, e: Any, shape: Shape, path: Path) -> None:
        """Judge the attributes of an element."""
        missing = [a for a in shape.attributes.values() if a.required]
        for name, word in e.items():
            known = shape.attributes.get(name)
            if known is None:
                self.other_attribute(e, shape, name, word, path)
                continue
            if known.required:
                missing.remove(known)
            if not _is_valid(known.kind, word):
                self.say("wrong-value", e, _below(path, known.field), f"{name} of {_tag(e)}: {_not(word, known.kind)}")
        for known in missing:
            self.say("missing-attribute", e, _below(path, known.field), f"{_tag(e)} has no attribute {known.name}")

    def other_attribute(self, e: Any, shape: Shape, name: str, word: str, path: Path) -> None:
        """Judge an attribute the shape does not know."""
        if name in _HINTS:
            return
        if name in (_NIL, _TYPE):
            self.instruction(e, name, path)
        elif not name.startswith("{"):
            nearest = difflib.get_close_matches(name, shape.attributes, 1)
            hint = f" (did you mean {nearest[0]!r}?)" if nearest else ""
            self.say("unknown-attribute", e, (*path, name), f"{_tag(e)} has no attribute {_shown(name)}{hint}")
        elif not shape.foreign:
            written = name.replace(f"{{{XML}}}", "xml:")
            message = f"{_tag(e)} can have no attribute of another namespace, such as {_shown(written)}"
            self.say("unknown-attribute", e, (*path, name), message)
        else:
            self.global_attribute(e, name, word, path)

    def instruction(self, e: Any, name: str, path: Path) -> None:
        """Report an attribute that tells schema processors how to see an element."""
        what = "is empty on purpose" if name == _NIL else "has a type of its own"
        written = name.replace(_XSI, "xsi:")
        self.say(
            "unknown-attribute", e, (*path, name), f"{_tag(e)} says with {written!r} that it {what}, which none may"
        )

    def global_attribute(self, e: Any, name: str, word: str, path: Path) -> None:
        """Judge an attribute that may stand anywhere, if it is one of those that have a type even there."""
        kind = global_attributes().get(name)
        if kind is not None and not _is_valid(kind, word):
            written = name.replace(f"{{{XML}}}", "xml:")
            self.say("wrong-value", e, (*path, name), f"{written} of {_tag(e)}: {_not(word, kind)}")

    def text(self, e: Any, kind: Kind, path: Path) -> None:
        """Judge an element that is text."""
        texts = [e.text or ""]
        for node in e:
            texts.append(node.tail or "")
            if isinstance(node.tag, str):
                self.say("unknown-element", node, (*path, node.tag), f"{_tag(e)} is text and can hold no {_tag(node)}")
        if kind is not kinds.STRING and not _is_valid(kind, "".join(texts)):
            self.say("wrong-value", e, path, f"the text of {_tag(e)}: {_not(''.join(texts), kind)}")

    def anything(self, e: Any, path: Path) -> None:
        """Judge an element that nobody declared: it may hold anything, and in it what is declared must be right.

        It calls itself at most as deep as the parser lets elements be nested, which is 256.
        """
        for name, word in e.items():
            if name == _TYPE:
                self.instruction(e, name, path)
            else:
                self.global_attribute(e, name, word, path)
        for node in e:
            if not isinstance(node.tag, str):
                continue
            shape = self.elements.get(node.tag)
            below = (*path, node.tag)
            if shape is None:
                self.anything(node, below)
            else:
                self.element(node, shape, below)


class _Sequence:
    """The elements below one element, as they come."""

    def __init__(self, judging: _Judging, e: Any, shape: Shape, path: Path) -> None:
        self._judging = judging
        self._e = e
        self._shape = shape
        self._path = path
        self._at = 0
        self._last = ""
        self._counts: dict[str, int] = {}
        self._foreign: Any = None
        self._room = len(shape.children) if shape.foreign_at is None else shape.foreign_at
        self._complete = False  # whether nothing was lacking of the last kind when the first foreign element came

    def see(self, node: Any, *, inside: bool = True) -> None:
        """Judge the next node below the element: an element or a text; comments and instructions are nothing here."""
        if isinstance(node, str):
            self._stray(node)
            return
        tag = node.tag
        if not isinstance(tag, str):
            return
        child = self._shape.children.get(tag)
        if child is None:
            self._unknown(node, tag)
            return
        number = self._counts.get(tag, 0)
        self._counts[tag] = number + 1
        path = (*self._path, child.field, number) if child.many else (*self._path, child.field)
        judging = self._judging
        if child.order < self._at:
            message = f"{_tag(node)} stands behind <{self._last}>, before which it belongs"
            judging.say("misplaced-element", node, path, message)
        else:
            self._at, self._last = child.order, tag
            if number and not child.many:
                judging.say("repeated-element", node, path, f"{_tag(self._e)} has a second {_tag(node)}")
            elif self._foreign is not None and child.order < self._room:
                message = f"{_tag(node)} stands behind {_tag(self._foreign)}, which is of another namespace"
                # libxml2, on which the validators of this field are built, lets the last kind of element pass here when
                # it may stand several times, which XML Schema does not; so this is told and refuses nothing.
                borne = child.many and child.order == len(self._shape.children) - 1 and self._complete
                severity = Severity.WARNING if borne else Severity.ERROR
                judging.say("foreign-element-first", node, path, message, severity)
        if inside:
            judging.element(node, child.shape, path)

    def _stray(self, text: str) -> None:
        message = f"{_tag(self._e)} holds the text {_shown(text.strip(BLANK))}, where it can hold only elements"
        if not self._shape.children:
            message = f"{_tag(self._e)} holds the text {_shown(text.strip(BLANK))}, where it can hold none"
        self._judging.say("stray-text", self._e, self._path, message)

    def _unknown(self, node: Any, tag: str) -> None:
        if tag.startswith("{"):
            if self._foreign is None:
                self._foreign = node
                *_, last = self._shape.children.values() or (None,)
                self._complete = last is None or not last.required or last.tag in self._counts
            path = (*self._path, tag)
            if self._last and self._at >= self._room:
                message = f"{_tag(node)} stands behind <{self._last}>, before which other namespaces belong here"
                self._judging.say("misplaced-element", node, path, message)
            self._judging.anything(node, path)
            return
        nearest = difflib.get_close_matches(tag, self._shape.children, 1)
        hint = f" (did you mean <{nearest[0]}>?)" if nearest else ""
        message = f"{_tag(self._e)} can hold no {_tag(node)}{hint}"
        self._judging.say("unknown-element", node, (*self._path, tag), message)

    def end(self) -> None:
        """Report what did not come."""
        for child in self._shape.children.values():
            if child.required and child.tag not in self._counts:
                message = f"{_tag(self._e)} has no <{child.tag}>"
                self._judging.say("missing-element", self._e, (*self._path, child.field), message)


def _is_valid(kind: Kind, word: str) -> bool:
    return kind is kinds.STRING or kind.valid(word)


def _below(path: Path, field: str | None) -> Path:
    """The path of an attribute; that of an element which says one thing only is the element's own."""
    return path if field is None else (*path, field)


def _tag(e: Any) -> str:
    tag = str(e.tag)
    if not tag.startswith("{"):
        return f"<{tag}>"
    return f"<{e.prefix}:{tag.rpartition('}')[2]}>" if e.prefix else f"<{tag.rpartition('}')[2]}>"


def _not(word: str, kind: Kind) -> str:
    return f"{_shown(word)} is not {kind.what}"


def _shown(text: str) -> str:
    return repr(text if len(text) <= _SHOWN else text[: _SHOWN - 3] + "...")
