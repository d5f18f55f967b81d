"""The judge of structure: its verdict is the official schema's, and it says every fault in words, with its place."""

import copy
import os
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from cooperation import iati
from cooperation.diagnostics import Severity, format_path

DATA = Path(__file__).parent / "data"
# The largest is left out: it has nothing the others have not, and takes longest.
FILES = {path.stem: path.read_bytes() for path in sorted(DATA.glob("*.xml")) if path.stat().st_size < 60_000}

# How many broken files each run makes; COOPERATION_IATI_MUTATIONS asks for more.
EXAMPLES = int(os.environ.get("COOPERATION_IATI_MUTATIONS", "300"))

WORDS = (
    "", " ", "1", "0", "-1", "+1", " 1 ", "1.5", ".5", "1.", "1e3", "NaN", "true", "TRUE", "yes", "en", " en ", "EN",
    "en_GB", "abcdefghi", "2019-02-28", "2019-02-29", "2019-02-28Z", "2019-02-28+14:01", " 2019-02-28", "0000-01-01",
    "-0001-01-01", "20190228", "2019-02-28T12:00:00", "2019-02-28T24:00:00Z", "2019-02-28T12:00", "2019", "0019",
    "http://a b/%zz", "a:b", "1:b", "[", "#a#", "preserve", "default", "title", "a b", "2147483648", "9" * 30,
    "\u0661", "\n2\t",
)  # fmt: skip
XSI = "{http://www.w3.org/2001/XMLSchema-instance}"
XML = "{http://www.w3.org/XML/1998/namespace}"
NAMES = (
    "code", "vocabulary", "type", "ref", "iso-date", "percentage", "currency", "value-date", "value", "year",
    "hierarchies", "lang", f"{XML}lang", f"{XML}space", f"{XML}base", "{urn:x}a", "{urn:x}iso-date", f"{XSI}nil",
    f"{XSI}schemaLocation",
)  # fmt: skip
TAGS = (
    "narrative", "title", "description", "comment", "value", "iati-activity", "iati-identifier", "reporting-org",
    "sector", "tag", "recipient-country", "period-start", "dimension", "location", "name", "titles", "total-budget",
    "document-link", "budget", "{urn:x}a", "{urn:x}title", "result", "other-identifier", "conditions",
    "organisation-identifier",
)  # fmt: skip
TEXTS = ("", " ", "text", "1", "1.5", " 2 ", "\u00a0", "0x1", "\n")


def _set(rng: Random, e: Any, _: list[Any]) -> None:
    e.set(rng.choice((*NAMES, *e.attrib)), rng.choice(WORDS))


def _lose(rng: Random, e: Any, _: list[Any]) -> None:
    if e.attrib:
        del e.attrib[rng.choice(sorted(e.attrib))]


def _text(rng: Random, e: Any, _: list[Any]) -> None:
    e.text = rng.choice((*TEXTS, *WORDS))


def _tail(rng: Random, e: Any, _: list[Any]) -> None:
    e.tail = rng.choice(TEXTS)


def _add(rng: Random, e: Any, _: list[Any]) -> None:
    e.insert(rng.randint(0, len(e)), etree.Element(rng.choice(TAGS)))


def _comment(rng: Random, e: Any, _: list[Any]) -> None:
    e.insert(rng.randint(0, len(e)), rng.choice((etree.Comment, etree.ProcessingInstruction))("a"))


def _drop(_: Random, e: Any, __: list[Any]) -> None:
    e.getparent().remove(e)


def _double(rng: Random, e: Any, _: list[Any]) -> None:
    e.getparent().insert(rng.randint(0, len(e.getparent())), copy.deepcopy(e))


def _swap(rng: Random, e: Any, _: list[Any]) -> None:
    e.getparent().insert(rng.randint(0, len(e.getparent())), e)


def _rename(rng: Random, e: Any, elements: list[Any]) -> None:
    e.tag = rng.choice((*TAGS, rng.choice(elements).tag))


def _copy(rng: Random, e: Any, elements: list[Any]) -> None:
    rng.choice(elements).append(copy.deepcopy(e))


def _wrap(rng: Random, e: Any, _: list[Any]) -> None:
    around = etree.Element(rng.choice(("{urn:x}a", "{urn:x}title")))
    e.getparent().replace(e, around)
    around.append(e)


MUTATIONS = (_set, _set, _lose, _text, _tail, _add, _comment, _drop, _double, _swap, _rename, _copy, _wrap)


def broken(rng: Random) -> bytes:
    """A file that was valid before something was done to it, once to a few times; not all of that breaks it."""
    root = etree.fromstring(FILES[rng.choice(sorted(FILES))])
    for _ in range(rng.randint(1, 3)):
        elements = [e for e in root.iter() if isinstance(e.tag, str)]
        if len(elements) > 1:
            rng.choice(MUTATIONS)(rng, rng.choice(elements[1:]), elements)
    return bytes(etree.tostring(root))


@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**64))
def test_the_verdict_is_that_of_the_official_schema(official: Callable[[Any], bool], seed: int) -> None:
    """Of a file that was valid before it was broken, or only changed, the judge says what the schema says."""
    data = broken(Random(seed))
    faults = [fault for fault in iati.judge(data) if fault.severity is Severity.ERROR]

    assert official(etree.ElementTree(etree.fromstring(data))) == (not faults), faults


def test_a_valid_file_has_no_fault(sample: Path) -> None:
    """Nothing is to be said of files that are valid."""
    assert () == iati.judge(sample)


# One fault each in a valid file: its code, what stands there, what is put in its place, what is said, and the path.
CASES = [
    (
        "IAT006",
        '<activity-status code="2"/>',
        "",
        "<iati-activity> has no <activity-status>",
        "activities[0].activity_status",
    ),
    (
        "IAT007",
        "<fss ",
        "<fsss/><fss ",
        "<iati-activity> can hold no <fsss> (did you mean <fss>?)",
        "activities[0].fsss",
    ),
    ("IAT007", "<pos>", "<pos><a/>", "<pos> is text and can hold no <a>", "activities[0].locations[0].point.pos.a"),
    (
        "IAT008",
        "<fss ",
        '<activity-scope code="1"/><fss ',
        "<activity-scope> stands behind <crs-add>, before which it belongs",
        "activities[0].activity_scope",
    ),
    (
        "IAT009",
        '<activity-scope code="1"/>',
        '<activity-scope code="1"/>' * 2,
        "<iati-activity> has a second <activity-scope>",
        "activities[0].activity_scope",
    ),
    (
        "IAT010",
        '<activity-status code="2"/>',
        "<activity-status/>",
        "<activity-status> has no attribute code",
        "activities[0].activity_status",
    ),
    ("IAT011", "<crs-add>", '<crs-add why="so">', "<crs-add> has no attribute 'why'", "activities[0].crs_add.why"),
    (
        "IAT011",
        "<legacy-data ",
        '<legacy-data xml:lang="en" ',
        "<legacy-data> can have no attribute of another namespace, such as 'xml:lang'",
        f"activities[0].legacy_data[0].{XML}lang",
    ),
    (
        "IAT012",
        'extraction-date="2019-05-06"',
        'extraction-date="soon"',
        "extraction-date of <fss>: 'soon' is not a day, such as 2019-06-30",
        "activities[0].fss.extraction_date",
    ),
    (
        "IAT012",
        "<interest-received>1200<",
        "<interest-received>1,200<",
        "the text of <interest-received>: '1,200' is not a number, such as 1250.50, without separators of thousands",
        "activities[0].crs_add.loan_status.interest_received",
    ),
    (
        "IAT012",
        "<website>https://www.example.org<",
        "<website>[<",
        "the text of <website>: '[' is not an address, such as https://example.org/report.pdf",
        "activities[0].contact_infos[0].websites[0]",
    ),
    (
        "IAT012",
        'linked-data-uri="https://example.org/data/energy-plan"',
        'linked-data-uri="%"',
        "linked-data-uri of <iati-activity>: '%' is not an address, such as https://example.org/report.pdf",
        "activities[0].linked_data_uri",
    ),
    (
        "IAT013",
        "<crs-add>",
        "<crs-add>text",
        "<crs-add> holds the text 'text', where it can hold only elements",
        "activities[0].crs_add",
    ),
    (
        "IAT014",
        "<fss ",
        '<x:a xmlns:x="urn:x"/><fss ',
        "<fss> stands behind <x:a>, which is of another namespace",
        "activities[0].fss",
    ),
]


@pytest.mark.parametrize(("code", "old", "new", "message", "path"), CASES, ids=[case[0] for case in CASES])
def test_a_fault_is_said_in_words_with_its_place(code: str, old: str, new: str, message: str, path: str) -> None:
    """One fault, one diagnostic, with its code, the element's line, its path among the records, and a remedy."""
    text = FILES["every-activity"].decode()
    data = text.replace(old, new, 1).encode()
    line = text[: text.index(old)].count("\n") + 1
    (fault,) = iati.judge(data)

    assert (code, message, path) == (fault.code, fault.message, format_path(fault.path))
    assert fault.help
    assert fault.position is not None
    assert code == "IAT006" or line == fault.position.line


def test_all_faults_are_told_at_once() -> None:
    """An empty activity lacks seven things, and its root says a version that is none; both are told in one run."""
    faults = iati.judge(b'<iati-activities version="7"><iati-activity/></iati-activities>')

    assert ["IAT005", *["IAT006"] * 7] == [fault.code for fault in faults]
    assert [Severity.WARNING, *[Severity.ERROR] * 7] == [fault.severity for fault in faults]
