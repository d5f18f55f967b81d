"""Writing files of the standard: valid, or not at all."""

import os
from collections.abc import Iterator
from pathlib import Path as FilePath

from cooperation.diagnostics import Path, Severity, format_path
from cooperation.errors import InvariantError
from cooperation.formats.files import write_atomically
from cooperation.iati.activity import Activities
from cooperation.iati.careful_writing import Lacking, Writing, write_node
from cooperation.iati.declare import Record
from cooperation.iati.judge import judge
from cooperation.iati.kinds import STRING
from cooperation.iati.organisation import Organisations
from cooperation.iati.quick_writing import writer
from cooperation.iati.shape import shape_of

__all__ = ["dumps", "write"]

_TAGS = {Activities: "iati-activities", Organisations: "iati-organisations"}


def dumps(file: Activities | Organisations, *, lenient: bool = False) -> bytes:
    """The XML of a file, in UTF-8, with elements in the order of the standard.

    What a file had beside the standard is written where it stood, and a word as it was as long as its value is the
    same; so what was read from a valid file is written back as the same XML, but for the white space between elements.

    Args:
        file: The activities, or the organisations.
        lenient: Write a file that is not valid too.

    Raises:
        InvariantError: The file would not be valid; ``also`` has the further faults.
        TypeError: It is not the record of a file.

    >>> from cooperation import iati
    >>> activity = iati.Activity(iati_identifier="SE-ON-202100-6354-1", title=iati.Text.of("Energy plan", "en"))
    >>> print(dumps(iati.Activities(version="2.03", activities=(activity,)), lenient=True).decode())
    <?xml version="1.0" encoding="UTF-8"?>
    <iati-activities version="2.03">
      <iati-activity>
        <iati-identifier>SE-ON-202100-6354-1</iati-identifier>
        <title>
          <narrative xml:lang="en">Energy plan</narrative>
        </title>
      </iati-activity>
    </iati-activities>
    <BLANKLINE>
    >>> dumps(iati.Activities(version="2.03", activities=(activity,)))
    Traceback (most recent call last):
        ...
    cooperation.errors.InvariantError: activities[0].reporting_org: the element <reporting-org> is missing

    """
    if type(file) not in _TAGS:
        raise TypeError(f"a file is Activities or Organisations, not {type(file).__name__}")
    out = Writing(lenient=lenient)
    kept = file.kept
    for node in kept.prolog if kept else ():
        write_node(node, "\n", out)
    try:
        writer(type(file))(file, _TAGS[type(file)], "\n", out)
    except Lacking:
        raise _refusal(list(_lacks(file))) from None
    for node in kept.epilog if kept else ():
        write_node(node, "\n", out)
    text = '<?xml version="1.0" encoding="UTF-8"?>' + "".join(out.lines) + "\n"
    data = text.encode()
    if out.doubtful and not lenient:
        faults = [fault for fault in judge(data) if fault.severity is Severity.ERROR]
        if faults:
            raise _refusal([(fault.message, fault.path) for fault in faults])
    return data


def write(file: Activities | Organisations, path: str | os.PathLike[str], *, lenient: bool = False) -> None:
    """Write a file, wholly or not at all.

    Args:
        file: The activities, or the organisations.
        path: Where to.
        lenient: Write a file that is not valid too.

    Raises:
        InvariantError: The file would not be valid; ``also`` has the further faults.
        TypeError: It is not the record of a file.
        OSError: The file cannot be written; what stood there before still stands.
    """
    write_atomically(FilePath(path), dumps(file, lenient=lenient))


def _refusal(faults: list[tuple[str, Path]]) -> InvariantError:
    """The error of all these faults."""
    errors = [InvariantError(f"{format_path(path)}: {message}", path) for message, path in faults]
    errors[0].also = tuple(errors[1:])
    return errors[0]


def _lacks(o: Record, path: Path = ()) -> Iterator[tuple[str, Path]]:
    """What a record and the records in it have not and the standard demands."""
    shape = shape_of(type(o))
    for attribute in shape.attributes.values():
        if attribute.required and getattr(o, str(attribute.field)) is None:
            yield f"the attribute {attribute.name} is missing", (*path, str(attribute.field))
    if shape.content not in (None, STRING) and getattr(o, str(shape.content_field)) is None:
        yield "the text is missing", (*path, str(shape.content_field))
    for child in shape.children.values():
        value = getattr(o, child.field)
        if child.required and (value is None or value == ()):
            yield f"the element <{child.tag}> is missing", (*path, child.field)
        elif child.leaf is None and child.many:
            for index, item in enumerate(value):
                yield from _lacks(item, (*path, child.field, index))
        elif child.leaf is None and value is not None:
            yield from _lacks(value, (*path, child.field))
