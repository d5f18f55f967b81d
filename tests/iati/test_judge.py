"""The judge of structure: its verdict is the official schema's, and it says every fault in words, with its place."""

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
from cooperation.iati.shape import LANG

# How many broken files each run makes; COOPERATION_IATI_MUTATIONS asks for more.
EXAMPLES = int(os.environ.get("COOPERATION_IATI_MUTATIONS", "300"))


def is_valid(data: bytes, official: Callable[[Any], bool]) -> bool:
    """Whether a file is XML, has the root of one, and is valid to the official schema."""
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return False
    return root.tag in ("iati-activities", "iati-organisations") and official(etree.ElementTree(root))


@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))
@given(st.integers(0, 2**64))
def test_the_verdict_is_that_of_the_official_schema(
    official: Callable[[Any], bool], broken: Callable[[Random], bytes], seed: int
) -> None:
    """Of a file that was valid before it was broken, or only changed, the judge says what the schema says."""
    data = broken(Random(seed))
    faults = [fault for fault in iati.judge(data) if fault.severity is Severity.ERROR]

    assert is_valid(data, official) == (not faults), faults


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
        f"activities[0].legacy_data[0].{LANG}",
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
def test_a_fault_is_said_in_words_with_its_place(
    data: Path, code: str, old: str, new: str, message: str, path: str
) -> None:
    """One fault, one diagnostic, with its code, the element's line, its path among the records, and a remedy."""
    text = (data / "every-activity.xml").read_text(encoding="utf-8")
    line = text[: text.index(old)].count("\n") + 1
    (fault,) = iati.judge(text.replace(old, new, 1).encode())

    assert (code, message, path) == (fault.code, fault.message, format_path(fault.path))
    assert fault.help
    assert fault.position is not None
    assert code == "IAT006" or line == fault.position.line


FOREIGN = '<x:a xmlns:x="urn:x"/>'
XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
DATED, COUNTRY, DOCUMENT = '<document-date iso-date="2019-03-01"/>', "</recipient-country>\n    ", "</document-link>"
# What differential fuzzing found, each in a valid file: what stands there, what is put in its place, and the fault.
FOUND = [
    ("every-organisation", DATED, DATED + FOREIGN, None),
    ("every-organisation", COUNTRY + DOCUMENT, COUNTRY + FOREIGN + DOCUMENT, "IAT008"),
    ("every-activity", "<crs-add>", f'<crs-add {XSI} xsi:nil="false">', "IAT011"),
    ("every-activity", "<crs-add>", f'<crs-add {XSI} xsi:type="crs-add">', "IAT011"),
    ("every-activity", "<crs-add>", f'<crs-add {XSI} xsi:other="false">', None),
    ("every-activity", "<legacy-data ", f'<legacy-data {XSI} xsi:other="false" ', "IAT011"),
    ("every-activity", "</crs-add>", f'<x:a xmlns:x="urn:x" {XSI} xsi:nil="no"/></crs-add>', None),
    ("every-organisation", "<organisation-identifier>", f'<organisation-identifier {XSI} xsi:nil="true">', "IAT011"),
    ("every-activity", 'extraction-date="2019-05-06"', 'extraction-date="9223372036854775807-01-01"', None),
    ("every-activity", "<crs-add>", '<crs-add xml:id="a\u0300">', None),
    ("every-activity", "<crs-add>", '<crs-add xml:space=" default ">', None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "code"), FOUND)
def test_what_fuzzing_found_stays_mended(
    data: Path, official: Callable[[Any], bool], name: str, old: str, new: str, code: str | None
) -> None:
    """Where the judge and the schema once said different things, they say the same."""
    text = (data / f"{name}.xml").read_text(encoding="utf-8")
    changed = text.replace(old, new, 1).encode()
    faults = [fault.code for fault in iati.judge(changed)]

    assert old in text
    assert ([] if code is None else [code]) == faults
    assert is_valid(changed, official) == (not faults)


def test_an_element_that_chooses_its_own_type_is_refused(data: Path, official: Callable[[Any], bool]) -> None:
    """The one thing the schema lets pass and the judge does not: ``xsi:type``, even where it says what holds anyway."""
    text = (data / "every-activity.xml").read_text(encoding="utf-8")
    changed = text.replace("<title>", f'<title {XSI} xsi:type="textRequiredType">', 1).encode()
    (fault,) = iati.judge(changed)

    assert is_valid(changed, official)
    assert "<title> says with 'xsi:type' that it has a type of its own, which none may" == fault.message


def test_all_faults_are_told_at_once() -> None:
    """An empty activity lacks seven things, and its root says a version that is none; both are told in one run."""
    faults = iati.judge(b'<iati-activities version="7"><iati-activity/></iati-activities>')

    assert ["IAT005", *["IAT006"] * 7] == [fault.code for fault in faults]
    assert [Severity.WARNING, *[Severity.ERROR] * 7] == [fault.severity for fault in faults]
