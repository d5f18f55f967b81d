"""Reading files of the standard, whole or activity by activity."""

from collections.abc import Callable, Iterator
from typing import Any

from cooperation.formats import bulk
from cooperation.iati.activity import Activities, Activity
from cooperation.iati.blanks import filled
from cooperation.iati.careful import careful, gathered, keep_beside, node_of
from cooperation.iati.organisation import Organisations
from cooperation.iati.quick import read_thoroughly, reader
from cooperation.iati.shape import shape_of
from cooperation.iati.source import MOST_UNPACKED, Source, opened, refusal
from cooperation.iati.stream import ROOTS, Entry, Stream

__all__ = ["iter_activities", "read", "reader_of"]


def read(source: Source, *, lenient: bool = False, most_unpacked: int = MOST_UNPACKED) -> Activities | Organisations:
    r"""The whole of a file, with all that is in it.

    Python's cyclic garbage collector is paused meanwhile (see ``formats.bulk``): records hold no circles.

    It does not judge: what the standard does not have is kept in place, and what it demands and is not there is
    ``None``. Ask ``judge`` whether a file is valid.

    Args:
        source: A path, the bytes, or a file open for reading bytes; plain or packed with gzip.
        lenient: Read files of any version, and of none, as if they were of version 2.
        most_unpacked: To how many bytes a packed file may unpack.

    Raises:
        LoadError: The text is not XML, has a DOCTYPE, is not of the standard, or of a version that is not read.
        MissingExtraError: lxml is not installed.
        OSError: The file cannot be read.

    >>> file = read(b'<iati-activities version="2.03"><iati-activity xml:lang="EN"/></iati-activities>')
    >>> file.activities[0].lang
    'en'
    >>> read(b'<iati-activities version="1.05"/>')
    Traceback (most recent call last):
        ...
    cooperation.diagnostics.LoadError: <bytes>:1:1: error IAT005 version 1.05 of the standard is another format: ...

    """
    with bulk(), opened(source, most_unpacked) as bytes_:
        stream = Stream(bytes_)
        cls, _ = ROOTS[stream.open()]
        if not lenient:
            stream.check_version()
        shape = shape_of(cls)
        (child,) = shape.children.values()
        values, residue = gathered(shape, stream.root)
        entries: list[Any] = []
        one = reader_of(child.record)
        for part in stream.parts():
            if isinstance(part, Entry):
                residue.place((child.order, len(entries)))
                entries.append(one(part))
            else:
                keep_beside(residue, part)
        values[child.field] = tuple(entries)
        residue.prolog = tuple(node_of(node) for node in reversed([*stream.root.itersiblings(preceding=True)]))
        residue.epilog = tuple(node_of(node) for node in stream.root.itersiblings())
        return filled(cls, {**values, "kept": residue.kept()})  # type: ignore[no-any-return]  # a root is one of the two


def iter_activities(source: Source, *, lenient: bool = False, most_unpacked: int = MOST_UNPACKED) -> Iterator[Activity]:
    r"""The activities of a file, one after another, in memory that does not grow with the file.

    What stands between the activities and on the root is left out; ``read`` has it.

    Args:
        source: A path, the bytes, or a file open for reading bytes; plain or packed with gzip.
        lenient: Read files of any version, and of none, as if they were of version 2.
        most_unpacked: To how many bytes a packed file may unpack.

    Raises:
        LoadError: The text is not XML, has a DOCTYPE, is not a file of activities, or of a version that is not read.
        MissingExtraError: lxml is not installed.
        OSError: The file cannot be read.

    >>> text = b'<iati-activities version="2.03"><iati-activity hierarchy="2"/><iati-activity/></iati-activities>'
    >>> [activity.hierarchy for activity in iter_activities(text)]
    [2, None]
    """
    with opened(source, most_unpacked) as bytes_:
        stream = Stream(bytes_)
        if stream.open() != "iati-activities":
            raise refusal("not-iati", bytes_.name, "the file holds organisations, not activities: read reads it")
        if not lenient:
            stream.check_version()
        one = reader_of(Activity)
        for part in stream.parts():
            if isinstance(part, Entry):
                yield one(part)


def reader_of(cls: Any) -> Callable[[Entry], Any]:
    """The function that reads an entry: the quick way where it can, the careful way where it must."""
    quick = reader(cls)

    def one(entry: Entry) -> Any:
        if entry.declares_below:
            return careful(cls, entry.element, read_thoroughly)
        return quick(entry.element, entry.declares)

    return one
