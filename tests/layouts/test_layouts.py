"""The donors' layouts as data: every level and every column has a word, and every word a source."""

import re

import pytest
from attrs import evolve

import cooperation as co
from cooperation.errors import InvariantError, UnknownLayoutError
from cooperation.layouts import LAYOUTS, Column, Form, Holds, Layout, Row, Word, Work, layout
from cooperation.layouts._layout import names_of
from cooperation.model import Level

EVERY = pytest.mark.parametrize("held", LAYOUTS.values(), ids=LAYOUTS)


@EVERY
def test_every_level_has_a_word(held: Layout) -> None:
    """A project may have an objective of any level, so a layout has a word for each, if only one of ours."""
    for level in Level:
        word = held.word(level)

        assert word.one.strip()
        assert word.many.strip()


@EVERY
def test_every_column_has_a_heading(held: Layout) -> None:
    """Every column of every table says what it holds, and none says it twice."""
    for form in held.forms:
        headings = [column.heading for column in form.columns]

        assert all(heading.strip() for heading in headings)
        assert len(set(headings)) == len(headings)
        assert len({column.holds for column in form.columns}) == len(headings)
        assert all("{}" in column.heading for column in form.columns if column.each)


@EVERY
def test_rows_are_of_levels_that_the_donor_has(held: Layout) -> None:
    """A word of ours has no row of the donor's, and each level the donor has stands in some table.

    Activities may stand in a column beside the outputs instead.
    """
    rows = {row.of for form in held.forms for row in form.rows}

    assert all(held.word(of).own for of in rows)
    assert {word.of for word in held.words if word.own} == rows | ({Work.ACTIVITIES} & _in_columns(held))


def _in_columns(held: Layout) -> set[Work]:
    return {Work.ACTIVITIES} if Holds.ACTIVITIES in held.holds - {Holds.NOTHING} and held.name != "classic" else set()


@EVERY
def test_the_first_table_holds_every_level(held: Layout) -> None:
    """What stands beside the levels, such as orphans, is shown in tables that begin at the top."""
    assert Level.IMPACT is held.forms[0].rows[0].of
    assert Holds.STATEMENT is held.forms[0].columns[0].holds


@EVERY
def test_indicators_have_a_place(held: Layout) -> None:
    """No layout loses an indicator: some table from the top down has a column for them."""
    whole = [form for form in held.forms if form.rows[0].of is Level.IMPACT]

    assert any({Holds.INDICATOR, Holds.INDICATOR_WITH_VALUES} & {c.holds for c in form.columns} for form in whole)


@EVERY
def test_instead_and_blanks_speak_of_columns_that_are_there(held: Layout) -> None:
    """An exception for a column that no table has would do nothing."""
    for form in held.forms:
        there = {column.holds for column in form.columns}
        for row in form.rows:
            assert {held for held, _ in (*row.instead, *row.blanks)} <= there


@EVERY
def test_sources_have_addresses(held: Layout) -> None:
    """Whoever doubts a word can look it up, and what could not be verified is said."""
    assert held.sources
    assert all(re.search(r"https?://", source) for source in held.sources)
    assert held.unverified
    assert held.about.endswith(".")


@EVERY
def test_named_as_its_module(held: Layout) -> None:
    """One literal a module, found by the name of the layout."""
    module = __import__(f"cooperation.layouts.{held.name.replace('-', '_')}", fromlist=["_"])

    assert held is getattr(module, held.name.replace("-", "_").upper())


@EVERY
def test_rows_that_were_put_in_order_by_us_are_no_facts(held: Layout) -> None:
    """The old table of level names lost its columns in the copy that was read, so none of it is printed."""
    assert "studylib.net/doc/6629961" not in " ".join(held.sources)


def test_words_of_the_eu() -> None:
    """Codes go on from those above: output 1.1 is of outcome 1, and activity 1.1.1 of output 1.1."""
    eu = layout("eu")

    assert ("Oc {}", "Op {}", "A {}") == tuple(
        eu.word(of).code for of in (Level.OUTCOME, Level.OUTPUT, Work.ACTIVITIES)
    )
    assert (Level.OUTCOME, Level.OUTPUT) == (eu.word(Level.OUTPUT).under, eu.word(Work.ACTIVITIES).under)


def test_false_friends() -> None:
    """Canada's intermediate outcome is an outcome here, and its immediate outcome an intermediate one."""
    canada = layout("canada")

    assert "Intermediate outcome" == canada.word(Level.OUTCOME).one
    assert "Immediate outcome" == canada.word(Level.INTERMEDIATE_OUTCOME).one


def test_a_name_that_is_not_there() -> None:
    """The nearest is named, and all there are."""
    with pytest.raises(
        UnknownLayoutError, match=r"no layout 'dfdi' \(did you mean 'dfid'\?\); there is classic"
    ) as told:
        layout("dfdi")

    assert ("dfdi", tuple(LAYOUTS)) == (told.value.layout, told.value.known)


def test_a_word_that_is_not_there() -> None:
    """A layout without a row of inputs has no word for them."""
    with pytest.raises(KeyError):
        layout("canada").word(Work.INPUTS)


WORDS = tuple(Word(of=level, one=level.value, many=level.value) for level in Level)
OURS = Layout(
    name="ours",
    title="Ours",
    about="Short.",
    words=WORDS,
    forms=(
        Form(
            title="Results",
            columns=(Column(holds=Holds.STATEMENT, heading="What"),),
            rows=(Row(of=Level.IMPACT), Row(of=Level.OUTPUT)),
        ),
    ),
    sources=("https://example.org",),
)


def test_a_layout_of_ones_own() -> None:
    """Whoever has another form writes another value."""
    view = co.views.logframe(co.load_example("proposal").projects[0], OURS)

    assert ("What",) == view.grids[0].headings
    assert "ours" == OURS.name


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"words": WORDS[1:]}, "no single word for output"),
        ({"words": (*WORDS, WORDS[0])}, "no single word for output"),
        (
            {"forms": (Form(title="Work", columns=(), rows=(Row(of=Work.INPUTS),)),)},
            "rows of inputs, which have no word",
        ),
    ],
)
def test_a_level_without_a_word_is_refused(change: dict[str, object], message: str) -> None:
    """Nobody finds out only when a project has such a level."""
    with pytest.raises(InvariantError, match=message):
        evolve(OURS, **change)


def test_two_of_one_name_are_refused() -> None:
    """A name means one layout."""
    with pytest.raises(InvariantError, match="two layouts have the name ours"):
        names_of([OURS, OURS])
