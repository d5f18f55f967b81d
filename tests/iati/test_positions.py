"""Paths of records find their lines."""

from pathlib import Path

import pytest

from cooperation import iati
from cooperation.diagnostics import Position


def test_a_path_finds_its_line(data: Path) -> None:
    """The line of a path is that on which its element begins, however deep it is and wherever the value stands."""
    file = data / "every-activity.xml"
    lines = file.read_text(encoding="utf-8").splitlines()
    result = ("activities", 0, "results", 0, "indicators", 0)
    expected = {
        ("activities", 0): "  <iati-activity ",
        ("activities", 0, "activity_status"): "    <activity-status ",
        ("activities", 0, "transactions", 1, "value", "currency"): "      <value ",
        (*result, "periods", 0, "targets", 0, "dimensions", 0, "name"): "            <dimension ",
        (*result, "baselines", 0, "year"): "        <baseline ",
        ("version",): "<iati-activities ",
    }
    places = iati.locate(file, expected)

    assert expected.keys() == places.keys()
    assert list(expected.values()) == [lines[places[p].line - 1][: len(start)] for p, start in expected.items()]


def test_what_is_absent_stands_where_it_would() -> None:
    """A part that is not there has the place of the nearest element around it; a part of nothing has none."""
    text = b'<iati-activities version="2.03">\n<iati-activity>\n<title/>\n</iati-activity></iati-activities>'
    paths = [
        ("activities", 0, "budgets", 0, "value"),
        ("activities", 0, "title", "narratives", 2),
        ("activities", 0, "kept"),
        ("activities", 7),
        (),
    ]

    assert {
        paths[0]: Position(2),
        paths[1]: Position(3),
        paths[2]: Position(2),
        paths[4]: Position(1),
    } == iati.locate(text, paths)


def test_a_broken_file_has_the_places_before_its_fault() -> None:
    """What could be read has its place."""
    text = b'<iati-activities version="2.03">\n<iati-activity>\n<title/>\n</iati-activity>\n<iati-activity></oops>'

    assert {("activities", 0, "title"): Position(3)} == iati.locate(
        text, [("activities", 0, "title"), ("activities", 1)]
    )


@pytest.mark.parametrize("more", [60_000, 65_000, 70_000, 200_000])
def test_lines_of_long_files_are_right(data: Path, more: int) -> None:
    """Behind line 65,535, where the parser stops to count, findings and faults stand on their lines all the same."""
    text = (data / "iati-data-access__worldbank-activity.xml").read_bytes().replace(b'type="1"', b'type="x"')
    at = text.index(b"<iati-activity ")
    longer = text[:at] + b"\n" * more + text[at:]
    lines = [one.position and one.position.line for one in iati.check_file(text).report.findings if one.path]
    first = text[:at].count(b"\n") + 1

    assert lines
    assert [line if line is None or line < first else line + more for line in lines] == [
        one.position and one.position.line for one in iati.check_file(longer).report.findings if one.path
    ]


INSIDE = {
    "one line an element": ("\n<title/>\n<budget type='9'/>\n", 2),
    "one line for all": ("\n<title/><budget type='9'/>", 1),
    "a text before": ("<title><narrative>A</narrative></title><budget type='9'/>\n", 0),
    "a text inside": ("\n<title/><budget type='9'>\n</budget>", 1),
}


@pytest.mark.parametrize("inside", INSIDE)
def test_lines_of_long_files_are_reckoned_from_texts_nearby(inside: str) -> None:
    """Whether there is white space between elements or none, a late finding has its line."""
    text, further = INSIDE[inside]
    before = '<iati-activities version="2.03">' + "\n" * 70_000
    data = f"{before}<iati-activity>{text}</iati-activity>\n</iati-activities>"
    (place,) = [one.position for one in iati.check_file(data.encode()).report.findings if one.code == "IAT020"]

    assert Position(70_001 + further) == place
