"""Codelists: every place that IATI's mapping names is held against its list, under its condition and no other."""

import re

import pytest
from lxml import etree

from cooperation import iati
from cooperation.codelists import CodedPath, mapping, names
from cooperation.diagnostics import format_path

HERE = set(names())
MISSING = {"FileFormat", "CRSAddOtherFlags", "LoanRepaymentPeriod", "LoanRepaymentType"}


def file_with(place: CodedPath, code: str, vocabulary: str | None) -> bytes:
    """A file in which a place has a code, and its element this vocabulary."""
    *steps, last = place.path.removeprefix("//").split("/")
    if last == "@xml:lang" and not steps:
        steps = ["iati-activity", "title", "narrative"]
    if steps[0] in ("iati-activity", "iati-organisation"):
        plural = {"iati-activity": "iati-activities", "iati-organisation": "iati-organisations"}[steps[0]]
        steps = [plural, *steps]
    root = e = etree.Element(steps[0], version="2.03")
    for step in steps[1:]:
        e = etree.SubElement(e, step)
    if last == "text()":
        e.text = code
    else:
        e.set("{http://www.w3.org/XML/1998/namespace}lang" if last == "@xml:lang" else last[1:], code)
    if vocabulary is not None:
        e.set("vocabulary", vocabulary)
    return bytes(etree.tostring(root))


def told(data: bytes, listed: str) -> list[str]:
    """What is said of codes and a list, at which place."""
    report = iati.check_file(data, select=["IAT020", "IAT021", "IAT022"]).report
    found = [
        f"{one.code} {format_path(one.path)}"
        for one in report.findings
        if re.search(rf"the list {listed}\b(?!-)", one.message)
    ]
    missing = [one for unjudged in report.unknown for one in unjudged.missing if f"the list {listed}," in one.what]
    return [*found, *(f"unknown {format_path(one.path)}" for one in missing)]


def condition_of(place: CodedPath) -> tuple[str | None, bool]:
    """The vocabulary a list needs, and whether none is as good."""
    found = re.fullmatch(r"@vocabulary = '(\w+)'( or not\(@vocabulary\))?", place.condition or "")
    return (found[1], bool(found[2])) if found else (None, True)


def label(place: CodedPath) -> str:
    """A name for a test."""
    return f"{place.path} {place.codelist}"


@pytest.mark.parametrize("place", [one for one in mapping() if "@version" not in one.path], ids=label)
def test_every_place_of_the_mapping_is_held_against_its_list(place: CodedPath) -> None:
    """A code that is on no list is told once, with the name of the list; of a list that is not here it is said so."""
    vocabulary, _ = condition_of(place)

    said = told(file_with(place, "no-such", vocabulary), place.codelist)

    assert 1 == len(said)
    assert said[0].startswith("unknown" if place.codelist in MISSING else "IAT02")


@pytest.mark.parametrize("place", [one for one in mapping() if one.condition], ids=label)
def test_a_list_holds_under_its_condition_only(place: CodedPath) -> None:
    """In a vocabulary of others a list says nothing; where no vocabulary is said, it holds where the mapping has it."""
    _, by_default = condition_of(place)

    assert [] == told(file_with(place, "no-such", "77"), place.codelist)
    assert by_default == bool(told(file_with(place, "no-such", None), place.codelist))


@pytest.mark.parametrize("root", ["iati-activities", "iati-organisations"])
def test_the_version_is_a_matter_of_structure(root: str) -> None:
    """A version that is not on the list of versions is told once, as the fault of structure that it is."""
    checked = iati.check_file(f'<{root} version="2.9"/>'.encode())

    assert ["IAT005"] == [one.code for one in checked.report.findings]


def test_the_lists_that_are_not_here_are_the_four_that_are_known_to_be() -> None:
    """When one of them comes along, or another goes, this says so."""
    assert {one.codelist for one in mapping()} - HERE == MISSING
