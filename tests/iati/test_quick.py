"""The quick way against the careful way: they say the same of every element."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from lxml import etree

from cooperation import iati
from cooperation.iati.careful import careful
from cooperation.iati.quick import read_thoroughly, reader
from cooperation.iati.testing import records


def entries(data: bytes) -> list[Any]:
    """The activities or organisations of a file as elements."""
    return [e for e in etree.fromstring(data) if e.tag in ("iati-activity", "iati-organisation")]


def both(e: Any, *, declares: bool = False) -> tuple[Any, Any]:
    """What the two ways say of an element."""
    cls = iati.Activity if e.tag == "iati-activity" else iati.Organisation
    return careful(cls, e, read_thoroughly), reader(cls)(e, declares)


def test_they_agree_on_real_files(sample: Path) -> None:
    """Both ways read the same from every element of every sample in which no namespace is declared."""
    for e in entries(sample.read_bytes()):
        if e.nsmap == e.getparent().nsmap:
            slow, quick = both(e)

            assert slow == quick


ODD = (
    '<iati-activity xml:lang="EN" humanitarian="true" hierarchy="+1"/>',
    '<iati-activity xmlns:x="urn:x" x:a="1" hierarchy="one" unknown=""/>',
    '<iati-activity><title xml:lang="EN" other=""/><description type="1" xml:lang=""/></iati-activity>',
    '<iati-activity><title a="1"><narrative xml:lang="EN" a="">b</narrative></title></iati-activity>',
    '<iati-activity><budget><period-start iso-date="2019-01-01" x=""/><period-end/></budget></iati-activity>',
    '<iati-activity><activity-status code="1">text</activity-status></iati-activity>',
    '<iati-activity><activity-status code=" "> </activity-status></iati-activity>',
    '<iati-activity><activity-scope code="1"><!-- why --></activity-scope></iati-activity>',
)


@pytest.mark.parametrize("text", ODD)
def test_they_agree_on_what_is_odd(text: str) -> None:
    """Attributes that are not plain, on any element, and what stands in an element that should say one thing only."""
    (e,) = entries(f"<iati-activities>{text}</iati-activities>".encode())
    slow, quick = both(e, declares="xmlns:" in text)

    assert slow == quick


@given(records(iati.Activity))
def test_they_agree_on_any_record(activity: iati.Activity) -> None:
    """Both ways read the same from whatever was written."""
    data = iati.dumps(iati.Activities(version="2.03", activities=(activity,)))
    (e,) = entries(data)
    slow, quick = both(e)

    assert slow == quick == activity
