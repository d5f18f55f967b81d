"""Writing files of the standard: valid, or not at all."""

import os
from pathlib import Path as FilePath

from cooperation.diagnostics import Severity, format_path
from cooperation.errors import InvariantError
from cooperation.formats.files import write_atomically
from cooperation.iati.activity import Activities
from cooperation.iati.careful_writing import Writing, write_node
from cooperation.iati.judging import judge
from cooperation.iati.organisation import Organisations
from cooperation.iati.quick_writing import writer
from cooperation.iati.sound import is_sound

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
    cooperation.errors.InvariantError: activities[0].reporting_org: <iati-activity> has no <reporting-org>

    """
    if type(file) not in _TAGS:
        raise TypeError(f"a file is Activities or Organisations, not {type(file).__name__}")
    out = Writing()
    kept = file.kept
    for node in kept.prolog if kept else ():
        write_node(node, "\n", out)
    writer(type(file))(file, _TAGS[type(file)], "\n", out)
    for node in kept.epilog if kept else ():
        write_node(node, "\n", out)
    data = ('<?xml version="1.0" encoding="UTF-8"?>' + "".join(out.lines) + "\n").encode()
    if not lenient and not is_sound(file):
        _refuse(data)
    return data


def _refuse(data: bytes) -> None:
    """Raise what the judge has to say against a file, if anything."""
    faults = [fault for fault in judge(data) if fault.severity is Severity.ERROR]
    if faults:
        first, *rest = (InvariantError(f"{format_path(f.path)}: {f.message}", f.path) for f in faults)
        first.also = tuple(rest)
        raise first


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
