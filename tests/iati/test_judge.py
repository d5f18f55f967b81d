"""The judge of structure: its verdict is the official schema's, and it says every fault in words, with its place."""

import copy
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from cooperation import iati
from cooperation.diagnostics import Severity

DATA = Path(__file__).parent / "data"
FILES = {path.stem: path.read_bytes() for path in sorted(DATA.glob("*.xml"))}

# How many broken files each run makes; COOPERATION_IATI_MUTATIONS asks for more.
EXAMPLES = int(os.environ.get("COOPERATION_IATI_MUTATIONS", "300"))

WORDS = (
    "", " ", "1", "0", "-1", "+1", " 1 ", "1.5", ".5", "1.", "1e3", "NaN", "true", "TRUE", "yes", "en", "EN", "en_GB", "abcdefghi",
    "2019-02-28", "2019-02-29", "2019-02-28Z", "2019-02-28+14:01", " 2019-02-28", "0000-01-01", "-0001-01-01", "20190228",
    "2019-02-28T12:00:00", "2019-02-28T24:00:00Z", "2019-02-28T12:00", "2019", "0019", "http://a b/%zz", "a:b", "1:b", "[", "#a#",
    "preserve", "default", "title", "a b", "2147483648", "999999999999999999999999999999", "\u0661", "\n2\t",
)  # fmt: skip
XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
XML = "{http://www.w3.org/XML/1998/namespace}"
NAMES = (
    "code", "vocabulary", "type", "ref", "iso-date", "percentage", "currency", "value-date", "value", "year", "hierachy", "lang",
    f"{XML}lang", f"{XML}space", f"{XML}base", "{urn:x}a", "{urn:x}iso-date", f"{XSI}nil", f"{XSI}schemaLocation",
)  # fmt: skip
TAGS = (
    "narrative", "title", "description", "comment", "value", "iati-activity", "iati-identifier", "reporting-org", "sector", "tag",
    "recipient-country", "period-start", "dimension", "location", "name", "tittle", "total-budget", "document-link", "budget",
    "{urn:x}a", "{urn:x}title", "result", "other-identifier", "conditions", "organisation-identifier",
)  # fmt: skip
TEXTS = ("", " ", "text", "1", "1.5", " 2 ", "\u00a0", "0x1", "\n")


def _elements(root: Any) -> list[Any]:
    return [e for e in root.iter() if isinstance(e.tag, str)]


def _mutate(draw: Callable[[Any], Any], root: Any) -> None:
    """Break a file in one way, or in one that it can bear."""
    elements = _elements(root)
    e = draw(st.sampled_from(elements))
    parent = e.getparent()
    what = draw(
        st.sampled_from(
            (
                "drop",
                "double",
                "swap",
                "rename",
                "attribute",
                "attribute",
                "lose",
                "text",
                "tail",
                "add",
                "move",
                "wrap",
                "comment",
            )
        )
    )
    if what == "attribute":
        name = draw(st.sampled_from((*NAMES, *e.attrib)))
        e.set(name, draw(st.sampled_from(WORDS)))
    elif what == "lose" and e.attrib:
        del e.attrib[draw(st.sampled_from(sorted(e.attrib)))]
    elif what == "text":
        e.text = draw(st.sampled_from((*TEXTS, *WORDS)))
    elif what == "add":
        new = etree.Element(draw(st.sampled_from(TAGS)))
        e.insert(draw(st.integers(0, len(e))), new)
    elif what == "comment":
        e.insert(
            draw(st.integers(0, len(e))), draw(st.sampled_from((etree.Comment("a"), etree.ProcessingInstruction("a"))))
        )
    elif parent is None:
        return
    elif what == "drop":
        parent.remove(e)
    elif what == "double":
        parent.insert(draw(st.integers(0, len(parent))), copy.deepcopy(e))
    elif what == "swap":
        parent.insert(draw(st.integers(0, len(parent))), e)
    elif what == "rename":
        e.tag = draw(st.sampled_from((*TAGS, draw(st.sampled_from(elements)).tag)))
    elif what == "tail":
        e.tail = draw(st.sampled_from(TEXTS))
    elif what == "move":
        draw(st.sampled_from(elements)).append(copy.deepcopy(e))
    elif what == "wrap":
        around = etree.Element(draw(st.sampled_from(("{urn:x}a", "{urn:x}title"))))
        parent.replace(e, around)
        around.append(e)


@st.composite
def broken(draw: Callable[[Any], Any]) -> bytes:
    """A file that was valid before something was done to it, once to a few times."""
    root = etree.fromstring(FILES[draw(st.sampled_from(sorted(FILES)))])
    for _ in range(draw(st.integers(1, 3))):
        _mutate(draw, root)
    return bytes(etree.tostring(root))


@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
@given(broken())
def test_the_verdict_is_that_of_the_official_schema(official: Callable[[Any], bool], data: bytes) -> None:
    """Of a file that was valid before it was broken, or only changed, the judge says what the schema says."""
    faults = [fault for fault in iati.judge(data) if fault.severity is Severity.ERROR]

    assert official(etree.ElementTree(etree.fromstring(data))) == (not faults), faults


def test_a_valid_file_has_no_fault(sample: Path) -> None:
    """Nothing is to be said of files that are valid."""
    assert () == iati.judge(sample)
