"""A file of the standard as a stream: its root, and one record's element after another, in memory that stays flat."""

from collections.abc import Iterator
from typing import Any, TypeAlias

import attrs

from cooperation.diagnostics import LoadError, Position, Severity
from cooperation.iati.activity import Activities
from cooperation.iati.faults import diagnostic
from cooperation.iati.organisation import Organisations
from cooperation.iati.source import Reader, lxml_etree, refusal

__all__ = ["ROOTS", "VERSIONS", "Entry", "Stray", "Stream"]

ROOTS: dict[str, tuple[Any, str]] = {
    "iati-activities": (Activities, "iati-activity"),
    "iati-organisations": (Organisations, "iati-organisation"),
}
"""The roots there are, each with the class of its record and the tag of the elements in it."""

VERSIONS = ("2.01", "2.02", "2.03")
"""The versions of the standard that are read; each holds all of the one before."""


@attrs.frozen
class Entry:
    """An element of the root that is one of the standard's.

    Attributes:
        element: The element; it is emptied as soon as the next is asked for.
        declares: Whether namespaces are declared on the element itself.
        declares_below: Whether namespaces are declared on any element in it.
    """

    element: Any
    declares: bool
    declares_below: bool


Stray: TypeAlias = Any
"""Anything else below the root: a comment, an instruction, another element, or a text that is not blank."""


class Stream:
    """The events of one file.

    Attributes:
        root: The element of the root, with its attributes; known once the first part was asked for.
    """

    def __init__(self, reader: Reader) -> None:
        self.root: Any = None
        self.name = reader.name
        self._tag = reader.root
        self._reader = reader
        etree = lxml_etree()
        self._syntax_error = etree.XMLSyntaxError
        self._limit = etree.ErrorTypes.ERR_RESOURCE_LIMIT
        self._parser = etree.iterparse(
            reader,
            events=("start", "end", "start-ns"),
            tag=[*ROOTS, *(tag for _, tag in ROOTS.values())],
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            collect_ids=False,  # nobody asks for elements by their xml:id
        )
        self._events = iter(self._parser)

    def open(self) -> str:
        """Read as far as the root, and say its tag.

        Raises:
            LoadError: The text is not XML, or its root is none of the standard's.
        """
        if self._tag is not None and self._tag not in ROOTS:
            raise refusal(
                "not-iati", self.name, f"the root is <{self._tag}>, not <iati-activities> or <iati-organisations>"
            )
        for event, value in self._guarded():
            if event == "start":
                self.root = value
                return str(value.tag)
        raise refusal("not-iati", self.name, "the file has no root element")

    def parts(self) -> Iterator[Entry | Stray]:
        """What stands below the root, in order; each part is gone from memory when the next is asked for.

        Raises:
            LoadError: The text is not XML.
        """
        root, tag = self.root, ROOTS[self.root.tag][1]
        own = declared = 0
        done = None
        for event, value in self._guarded():
            if event == "start-ns":
                declared += 1
            elif value.tag != tag or value.getparent() is not root:
                continue
            elif event == "start":
                own, declared = declared, 0
            else:
                yield from self._before(value, done)
                yield Entry(value, own > 0, declared > 0)
                value.clear(keep_tail=True)
                self._reader.mark()
                done, declared = value, 0
        yield from self._before(None, done)

    def _before(self, last: Any, done: Any) -> Iterator[Stray]:
        """What stands before the last element and was not seen yet, dropped when it was."""
        root = self.root
        if done is None and root.text is not None and root.text.strip(" \t\r\n"):
            yield root.text
        while len(root) and root[0] is not last:
            node = root[0]
            if node is not done:
                yield node
            if node.tail is not None and node.tail.strip(" \t\r\n"):
                yield node.tail
            root.remove(node)

    def _guarded(self) -> Iterator[tuple[str, Any]]:
        """The events, with the parser's own complaints in our words."""
        try:
            yield from self._events
        except self._syntax_error as error:
            # At the end of a broken file lxml only says that there is nothing; its log knows why.
            first = next((entry for entry in self._parser.error_log if entry.level_name != "WARNING"), None)
            line, column = error.position if first is None else (first.line, first.column)
            message = str(error.msg if first is None else first.message)
            where = Position(max(line, 1), max(column, 1))
            if (error.code if first is None else first.type) == self._limit:
                said = message.partition(", use XML_")[0].partition(", try XML_")[0]
                raise refusal("hostile-xml", self.name, f"the file goes beyond all bounds: {said}", where) from None
            raise refusal("not-well-formed", self.name, f"the text is not XML: {message}", where) from None

    def version_fault(self) -> Any:
        """What is to be said about the version of the file; nothing when it is one that is read."""
        version = self.root.get("version")
        where = Position(self.root.sourceline)
        if version is None:
            message = "the root does not say which version of the standard the file follows"
        elif version.strip() in VERSIONS:
            return None
        elif version.strip().startswith("1."):
            message = (
                f"version {version.strip()} of the standard is another format: its elements differ from those of 2"
            )
        else:
            message = f"version {version!r} of the standard is not known: {', '.join(VERSIONS)} are"
        return diagnostic("unknown-version", message, ("version",), position=where, severity=Severity.ERROR)

    def check_version(self) -> None:
        """Refuse a file of a version that is not read.

        Raises:
            LoadError: It is one.
        """
        fault = self.version_fault()
        if fault is not None:
            raise LoadError((fault,), self.name)
