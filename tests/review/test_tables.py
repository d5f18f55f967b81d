"""Reviews, readiness and comparisons show themselves: as text that people read, and as tables in a notebook."""

import pendulum

from cooperation.review import as_text, compare, readiness_text, review_text
from cooperation.review.tables import comparison_table, readiness_table, review_table

TODAY = pendulum.date(2026, 1, 1)
HEAD = "cooperation: 1\nlanguage: en\n"
OLD = review_text(f"{HEAD}project: {{id: a, title: A, stage: summary, period: 2021/2019}}", name="old", today=TODAY)
NEW = review_text(f"{HEAD}project: {{id: a, title: <b>A, stage: summary, colour: blue}}", name="new", today=TODAY)


def test_a_review_prints_as_on_the_command_line_and_shows_as_a_table() -> None:
    """Text with the lines; a table with place, message and remedy; and a short repr that holds no document."""
    (row,) = review_table(NEW).to_rows()

    assert as_text(NEW) == str(NEW)
    assert ("DOC003", "3:47", "unknown key 'colour'") == (row["code"], row["where"], row["finding"][:20])
    assert "Review of new" in NEW._repr_html_()
    assert len(repr(NEW)) < 300


def test_readiness_has_a_row_a_stage() -> None:
    """Each with its counts, and a mark at the stage that the document says it is."""
    counted = readiness_text(f"{HEAD}project: {{id: a, title: A, stage: proposal}}", name="a", today=TODAY)
    rows = readiness_table(counted).to_rows()

    assert ["summary", "proposal (what it says it is)", "progress", "final"] == [row["stage"] for row in rows]
    assert [str(counts.errors) for counts in counted.stages] == [row["errors"] for row in rows]
    assert "Readiness of a" in str(counted)
    assert "<table>" in counted._repr_html_()


def test_a_comparison_tells_what_became_of_each_finding() -> None:
    """Under the words of the command line, with the counts beneath; nothing at all is said to be none."""
    compared, nothing = compare(NEW, OLD), compare(NEW, NEW)
    rows = comparison_table(compared).to_rows()

    assert [("new in new", "DOC003"), ("mended", "TIM005")] == [(row["group"], row["code"]) for row in rows]
    assert "1 new, 1 mended, 0 unchanged." in str(compared)
    assert ["unchanged"] == [row["group"] for row in comparison_table(nothing).to_rows()]
    assert "<table>" in compared._repr_html_()
    assert "none" in str(compare(review_text(HEAD, today=TODAY), review_text(HEAD, today=TODAY)))
