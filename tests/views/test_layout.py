"""Sheets, their lines and tables."""

from cooperation.views import Line, Section, Sheet, Table


def _text(part: Line | Table, width: int) -> str:
    return "".join(text for text, _ in part.segments(width))


def test_a_line_hangs_beside_its_label() -> None:
    """The first line stands beside the label, the others under their own margin."""
    line = Line("clean water for all children", first="- ", rest="       ", label="aim: ")

    assert "- aim: clean water for\n       all children\n" == _text(line, 23)


def test_a_margin_leaves_room() -> None:
    """A margin that would leave no room is cut to a third of the width."""
    line = Line("clean, water", first=" " * 50, rest=" " * 50)

    assert "    clean,\n    water\n" == _text(line, 14)


def test_an_empty_line_has_no_spaces() -> None:
    """A line without text leaves nothing behind the margin."""
    assert "\n" == _text(Line("", first="  "), 20)


TABLE = Table(("id", "title"), (("energy-plan", "A plan for energy"), ("schools", "Schools")))


def test_a_table_wraps_within_its_columns() -> None:
    """A column is never narrower than its longest word, so that ids can be copied."""
    expected = (
        "id           title\n"
        "───────────  ───────────\n"
        "energy-plan  A plan for\n"
        "             energy\n"
        "schools      Schools\n"
    )

    assert expected == _text(TABLE, 24)


def test_a_narrow_table_stands_one_row_below_the_other() -> None:
    """Where the longest words do not fit, each text gets a line of its own."""
    expected = "id: energy-plan\ntitle: A plan\n  for energy\n\nid: schools\ntitle: Schools\n\n"

    assert expected == _text(TABLE, 15)


def test_a_sheet_is_its_text() -> None:
    """A sheet prints as text of the ordinary width, with a line under its title."""
    sheet = Sheet("Title", (Section("", (Line("first"),)), Section("Heading", (Line("second", first="  "),))))

    assert "Title\n═════\n\nfirst\n\nHeading\n  second" == str(sheet)


def test_segments_have_roles() -> None:
    """Title and headings can be told from the rest."""
    sheet = Sheet("Title", (Section("Heading", (Line("missing", role="unknown"),)),))

    assert ["Title", "Heading"] == [text for text, role in sheet.segments() if role == "heading"]
    assert ["missing"] == [text for text, role in sheet.segments() if role == "unknown"]
