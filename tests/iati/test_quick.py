"""The quick way against the careful way: they say the same of every element."""

from pathlib import Path
from typing import Any

from hypothesis import given
from lxml import etree

from cooperation import iati
from cooperation.iati.careful import careful
from cooperation.iati.quick import read_thoroughly, reader
from cooperation.iati.testing import records


def entries(data: bytes) -> list[Any]:
    """The activities or organisations of a file as elements."""
    return [e for e in etree.fromstring(data) if e.tag in ("iati-activity", "iati-organisation")]


def both(e: Any) -> tuple[Any, Any]:
    """What the two ways say of an element."""
    cls = iati.Activity if e.tag == "iati-activity" else iati.Organisation
    return careful(cls, e, read_thoroughly), reader(cls)(e)


def test_they_agree_on_real_files(sample: Path) -> None:
    """Both ways read the same from every element of every sample in which no namespace is declared."""
    for e in entries(sample.read_bytes()):
        if e.nsmap == e.getparent().nsmap:
            slow, quick = both(e)

            assert slow == quick


@given(records(iati.Activity))
def test_they_agree_on_any_record(activity: iati.Activity) -> None:
    """Both ways read the same from whatever was written."""
    data = iati.dumps(iati.Activities(version="2.03", activities=(activity,)))
    (e,) = entries(data)
    slow, quick = both(e)

    assert slow == quick == activity
