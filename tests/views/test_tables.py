"""How a table of rows looks, in a terminal and in a notebook."""

from decimal import Decimal
from html.parser import HTMLParser

from cooperation.frames import Column, ColumnType, Schema, Table
from cooperation.views import STYLE, tables

TEXT = Column(name="text", type=ColumnType.TEXT, meaning='What <b>"it"</b> says.')
NUMBER = Column(name="number", type=ColumnType.DECIMAL, meaning="How many.")
SCHEMA = Schema(name="some", row="A row.", key=(), columns=(TEXT, NUMBER))
HOSTILE = (
    "<script>alert(1)</script>",
    "\u202eright to left",
    "w" * 500,
    "👩‍🏫 teaches",
    "\x1b[2Jgone",
    '" onclick="x',
    "a\nb",
)


class _Page(HTMLParser):
    """What a page holds: its elements, their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def of(*rows: tuple[object, ...]) -> Table:
    """A table of texts and numbers."""
    return Table.of_rows(SCHEMA, rows)


class TestText:
    """``str`` of a table: its first rows, with as many columns as there is room for."""

    def test_a_small_one(self) -> None:
        """Numbers stand to the right, unknown is drawn, and an empty text is not."""
        assert ("some: 3 rows of 2 columns\ntext   number\nVäxjö   12.50\n·           ·\n            0") == str(
            of(("Växjö", Decimal("12.50")), (None, None), ("", Decimal(0)))
        )

    def test_none(self) -> None:
        """An empty table has its columns."""
        assert "some: 0 rows of 2 columns\ntext  number" == str(of())

    def test_many_rows(self) -> None:
        """It says how many are not shown."""
        text = str(of(*((str(i), Decimal(i)) for i in range(1_234))))

        assert "some: 1 234 rows of 2 columns" == text.splitlines()[0]
        assert "and 1 224 more rows" == text.splitlines()[-1]
        assert 13 == len(text.splitlines())

    def test_a_narrow_place(self) -> None:
        """Columns that have no room are counted, and the first is always there."""
        assert "some: 1 row of 2 columns\ntext\na\nand 1 more column" == tables.as_text(of(("a", None)), width=8)

    def test_hostile_texts(self) -> None:
        """Whatever a text holds, it steers nothing and keeps its line; long ones are cut."""
        text = str(of(*((one, None) for one in HOSTILE)))

        assert 2 + len(HOSTILE) == len(text.splitlines())
        assert not {"\x1b", "\u202e"} & set(text)
        assert max(map(len, text.splitlines())) < 60


class TestHtml:
    """``_repr_html_`` of a table: escaped, the same every time, and small."""

    def test_hostile_texts(self) -> None:
        """No text becomes an element or an attribute."""
        page = _Page(of(*((one, None) for one in HOSTILE))._repr_html_())

        assert {"div", "style", "table", "caption", "thead", "tbody", "tr", "th", "td"} == set(page.tags)
        assert {"class", "role", "aria-label", "tabindex", "scope", "title", "dir"} == page.attributes
        assert any("<script>alert(1)</script>" in text for text in page.texts)
        assert not any(set("\x1b\u202e") & set(text) for text in page.texts)

    def test_hostile_names(self) -> None:
        """Nor does the name or the meaning of a column, which may be somebody else's."""
        column = Column(name="<i>\u202e", type=ColumnType.TEXT, meaning='"><script>\x1b.')
        page = Table.of_rows(Schema(name="<s>", row="R.", key=(), columns=(column,)), [])._repr_html_()

        assert {"div", "style", "table", "caption", "thead", "tbody", "tr", "th"} == set(_Page(page).tags)
        assert not set("\x1b\u202e") & set(page)

    def test_it_is_small(self) -> None:
        """Ten rows at most, and no more of a text than one can read in a cell."""
        page = of(*(("w" * 5_000, Decimal(i)) for i in range(1_000)))._repr_html_()

        assert len(page.replace(STYLE, "")) < 4_000
        assert "some: 1 000 rows of 2 columns, of which 10 rows are shown" in page

    def test_meanings_and_unknown(self) -> None:
        """A column says what it means, and an unknown cell that it is."""
        page = of((None, Decimal(0)))._repr_html_()

        assert 'title="What &lt;b&gt;&quot;it&quot;&lt;/b&gt; says."' in page
        assert '<td title="unknown or not there">·</td>' in page
        assert '<td class="cooperation-number" dir="auto">0</td>' in page

    def test_it_looks_as_the_views_do(self) -> None:
        """A page with both has one look, with lines between the cells, in light and in dark."""
        page = of(("a", None))._repr_html_()

        assert page.startswith(f'<div class="cooperation-view"><style>{STYLE}</style><div class="cooperation-scroll"')
