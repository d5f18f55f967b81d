"""Views in tables: text that fits, HTML and Markdown that nothing can break out of, rows that are whole."""

import re
import subprocess
import sys
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from markdown_it import MarkdownIt

from cooperation import testing
from cooperation.examples import load_example
from cooperation.layouts import LAYOUTS
from cooperation.model import Project
from cooperation.views import (
    STYLE,
    Cell,
    Grid,
    Group,
    TableView,
    budget,
    gains,
    logframe,
    portfolio,
    record,
    risks,
    sheet,
    stakeholders,
    tracking,
)
from cooperation.views.grid import block, cell, listed
from cooperation.views.words import cells

PROPOSAL = load_example("proposal").projects[0]
OF_A_PROJECT = (logframe, tracking, risks, stakeholders, budget, gains)

SPANNING = TableView(
    title="Water",
    grids=(
        Grid(
            caption="Matrix",
            keys=("aim", "indicator", "value"),
            headings=("Aim", "Indicator", "Value"),
            groups=(
                Group(
                    heading="Outputs",
                    rows=tuple(
                        block(
                            {0: cell("Wells and taps for the whole of the village")},
                            [
                                {1: cell("Wells"), 2: cell("4", "number")},
                                {1: listed(["Taps", "Pipes"]), 2: cell("12", "number")},
                            ],
                            3,
                        )
                    ),
                ),
            ),
            key="level",
            note="All of them.",
        ),
    ),
)


# ---- text --------------------------------------------------------------------------------------------------------


def test_text_beside_several_rows() -> None:
    """A cell that stands beside several rows flows beside them, lists have marks, and numbers stand to the right."""
    expected = (
        "Water\n"
        "═════\n"
        "\n"
        "Matrix\n"
        "\n"
        "Aim             Indicator  Value\n"
        "──────────────  ─────────  ─────\n"
        "Outputs\n"
        "Wells and taps  Wells          4\n"
        "for the whole   • Taps        12\n"
        "of the village  • Pipes\n"
        "\n"
        "All of them."
    )

    assert expected == SPANNING.text(32)


def test_text_where_the_columns_do_not_fit() -> None:
    """Then each part has a line of its own, under what it is of."""
    expected = (
        "Water\n"
        "═════\n"
        "\n"
        "Matrix\n"
        "\n"
        "Outputs\n"
        "  Aim: Wells and taps\n"
        "    for the whole of the\n"
        "    village\n"
        "    Indicator: Wells\n"
        "    Value: 4\n"
        "    Indicator:\n"
        "      • Taps\n"
        "      • Pipes\n"
        "    Value: 12\n"
        "\n"
        "All of them."
    )

    assert expected == SPANNING.text(24)


def test_ordinary_width() -> None:
    """``str`` is text of the ordinary width."""
    assert SPANNING.text(88) == str(SPANNING)


@settings(max_examples=20)
@given(testing.portfolios(), st.integers(40, 130))
def test_every_view_fits_its_width(held: object, width: int) -> None:
    """Whatever a model can hold, no line is wider than the terminal, and nothing steers it."""
    views = [portfolio(held)]  # type: ignore[arg-type]
    views += [view(project, within=held) for project in held for view in OF_A_PROJECT]  # type: ignore[attr-defined, operator]
    for view in views:
        text = view.text(width)

        assert [] == [line for line in text.split("\n") if cells(line) > width]
        assert all(letter.isprintable() or letter in "\n\u200c\u200d" for letter in text)


# ---- rows --------------------------------------------------------------------------------------------------------


def test_rows_are_whole() -> None:
    """What stands beside several rows is in each of them, with the caption and the heading."""
    expected = (
        {"table": "Matrix", "level": "Outputs", "aim": "Wells and taps for the whole of the village"}
        | {"indicator": "Wells", "value": "4"},
        {"table": "Matrix", "level": "Outputs", "aim": "Wells and taps for the whole of the village"}
        | {"indicator": "Taps\nPipes", "value": "12"},
    )

    assert expected == SPANNING.to_rows()


def test_empty_columns_can_be_left_out() -> None:
    """A column in which nothing stands takes room from the others."""
    grid = Grid(caption="C", keys=("a", "b"), headings=("A", "B"), groups=(Group(rows=((cell("x"), Cell()),)),))

    assert (("a",), ("A",)) == ((slim := grid.without_empty_columns()).keys, slim.headings)
    assert ({"table": "C", "a": "x"},) == tuple(slim.to_rows())


# ---- HTML --------------------------------------------------------------------------------------------------------

ALLOWED = {"div", "style", "p", "table", "caption", "thead", "tbody", "tr", "th", "td", "bdi", "ul", "li", "wbr"}
ATTRIBUTES = {"class", "dir", "role", "aria-label", "tabindex", "scope", "colspan", "rowspan", "style"}


class _Page(HTMLParser):
    """What a browser would see of a part of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.text: list[str] = []
        self.rows: list[int] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ALLOWED
        assert {name for name, _ in attrs} <= ATTRIBUTES
        given = dict(attrs)
        if "style" in given:
            assert re.fullmatch(r"background:rgba\(224,82,77,0\.\d\d\)", given["style"] or "")
        if tag != "wbr":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop()

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text.append(data)


def _page(view: TableView) -> str:
    page = _Page(view.to_html())
    assert [] == page.open
    return "".join(page.text)


HOSTILE = (
    "<script>alert(1)</script>",
    "</td></table><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)',
    "a | b\n| c | d |\n# heading",
    "`code` *bold* [link](javascript:alert(1)) ![x](y)",
    "\u202eright to left\u2066",
    "مياه نظيفة",
    "👩‍👩‍👧 🏳️‍🌈 🇸🇪",
    "w" * 500,
    "\x1b[2Jgone",
    "&lt;b&gt; &#60;",
    "=cmd|' /C calc'!A0",
)


def _hostile(text: str) -> Project:
    from attrs import evolve

    objectives = tuple(evolve(one, statement=text) for one in PROPOSAL.logframe.objectives)
    benefits = tuple(evolve(one, statement=text, quote=text) for one in PROPOSAL.win_win.benefits)
    held = tuple(evolve(one, statement=text) for one in PROPOSAL.logframe.risks)
    people = tuple(evolve(one, name=text, note=text) for one in PROPOSAL.framing.stakeholders)
    assert PROPOSAL.plan.budget is not None
    lines = tuple(evolve(one, description=text) for one in PROPOSAL.plan.budget.lines)
    return evolve(
        PROPOSAL,
        title=text,
        logframe=evolve(PROPOSAL.logframe, objectives=objectives, risks=held),
        win_win=evolve(PROPOSAL.win_win, benefits=benefits),
        framing=evolve(PROPOSAL.framing, stakeholders=people),
        plan=evolve(PROPOSAL.plan, budget=evolve(PROPOSAL.plan.budget, lines=lines)),
    )


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("view", OF_A_PROJECT, ids=lambda view: view.__name__)
class TestHostileText:
    """Words that try to be code, or to turn the line round, stay words."""

    def test_in_html(self, text: str, view: object) -> None:
        """No tag and no attribute comes from a text, and what a reader sees is the text."""
        page = _page(view(_hostile(text)))  # type: ignore[operator]

        assert "".join(letter for letter in text if letter.isalnum()) in re.sub(r"[\W_]", "", page)

    def test_in_markdown(self, text: str, view: object) -> None:
        """Each row keeps its columns, and no HTML comes from a text but the line breaks of ours."""
        made = view(_hostile(text))  # type: ignore[operator]
        tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(made.to_markdown())
        inline = [child for token in tokens for child in token.children or ()]
        rows = [token.map for token in tokens if token.type == "tr_open"]

        assert {"<br>"} >= {child.content for child in inline if child.type == "html_inline"}
        assert not [t for t in tokens if t.type in ("html_block", "fence")]
        assert not [c for c in inline if c.type in ("link_open", "image", "code_inline", "em_open")]
        assert len(made.grids) == sum(token.type == "table_open" for token in tokens)
        assert len(rows) == sum(1 + sum(bool(g.heading) + len(g.rows) for g in grid.groups) for grid in made.grids)

    def test_in_a_terminal(self, text: str, view: object) -> None:
        """Only line ends steer anything."""
        shown = view(_hostile(text)).text(80)  # type: ignore[operator]

        assert all(letter.isprintable() or letter in "\n\u200c\u200d" for letter in shown)
        assert all(cells(line) <= 80 for line in shown.split("\n"))


@settings(max_examples=25)
@given(st.data())
def test_every_project_as_a_page(full: SearchStrategy[Project], data: st.DataObject) -> None:
    """The HTML of any project is well formed, and holds only what views write."""
    project = data.draw(full)
    for view in OF_A_PROJECT:
        _page(view(project))
    _page(record(project, project))


@settings(max_examples=40)
@given(st.data())
def test_every_cell_is_covered_once(full: SearchStrategy[Project], data: st.DataObject) -> None:
    """What stands beside several rows leaves a gap in exactly those, so that no column slips."""
    project = data.draw(full)
    views = [*(logframe(project, layout) for layout in LAYOUTS), *(view(project) for view in OF_A_PROJECT)]
    for rows in (group.rows for view in views for grid in view.grids for group in grid.groups):
        for column in zip(*rows, strict=True):
            covered = 0
            for held in column:
                assert (held is None) == (covered > 0)
                covered = covered - 1 if held is None else held.rows - 1

            assert 0 == covered


def test_spans_and_scopes() -> None:
    """Whoever hears the table is told which heading a cell belongs to."""
    html = SPANNING.to_html(style=False)

    assert '<th scope="row" rowspan="2"><bdi>Wells and taps' in html
    assert '<th colspan="3" scope="rowgroup" dir="auto">Outputs</th>' in html
    assert 3 == html.count('<th scope="col"')
    assert '<caption dir="auto">Matrix</caption>' in html
    assert '<div class="cooperation-scroll" role="group" aria-label="Matrix" tabindex="0">' in html


def test_the_style_comes_once() -> None:
    """A page with several views brings the style itself; it sets no colour of text or ground."""
    assert STYLE in SPANNING.to_html()
    assert "<style>" not in SPANNING.to_html(style=False)
    assert SPANNING.to_html() == SPANNING._repr_html_()
    assert not re.findall(r"(?<![-\w])color:(?!inherit)", STYLE)


def test_long_words_may_be_broken() -> None:
    """A word that no language has does not push the table off the page; any other stays whole."""
    html = TableView(
        title="", grids=(Grid(caption="c", keys=("a",), headings=("",), groups=(Group(rows=((cell("w" * 70),),)),)),)
    ).to_html(style=False)

    assert f"{'w' * 30}<wbr>{'w' * 30}<wbr>{'w' * 10}" in html
    assert "<thead>" not in html


# ---- Markdown ----------------------------------------------------------------------------------------------------


def test_markdown() -> None:
    """Groups are bold rows, lists have marks, and what stands beside several rows is told once."""
    expected = (
        "### Water\n\n**Matrix**\n\n"
        "| Aim | Indicator | Value |\n"
        "| --- | --- | --- |\n"
        "| **Outputs** |  |  |\n"
        "| Wells and taps for the whole of the village | Wells | 4 |\n"
        "|  | • Taps<br>• Pipes | 12 |\n\n"
        "All of them.\n"
    )

    assert expected == SPANNING.to_markdown(level=3)


def test_a_sheet_in_a_notebook() -> None:
    """A sheet is text there as well, and escaped."""
    assert "<pre>&lt;b&gt;\n" in sheet(Project(id="p", title="<b>"))._repr_html_()


def test_a_word_costs_no_measure() -> None:
    """Whoever only wraps a text brings in neither the measures nor the layouts, and no view hides behind its module."""
    code = (
        "import sys, cooperation.views.words as w; print('cooperation.measures' in sys.modules);"
        "from cooperation import views; import cooperation.views.reprs;"
        "print(all(callable(getattr(views, name)) or name == 'STYLE' for name in views.__all__))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert ["False", "True"] == told.split()


def test_a_view_that_is_not_there() -> None:
    """A wrong name is an attribute error, and ``dir`` lists the right ones."""
    from cooperation import views

    with pytest.raises(AttributeError, match="has no attribute 'logfarme'"):
        _ = views.logfarme

    assert set(views.__all__) <= set(dir(views))
