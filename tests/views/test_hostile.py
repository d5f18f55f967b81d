"""Hostile texts in whatever can be written: every view, every table of frames, and every way out of them.

What each way out may hold is proved where it is made; here none is forgotten.
"""

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from decimal import Decimal
from types import FunctionType

import attrs

from cooperation import frames, views
from cooperation.frames import ColumnType
from cooperation.model import Coordinates, Participation, Place, Portfolio, Project
from cooperation.views import Chart, Diagram, TableView, Timeline
from cooperation.views.pictures.picture import Picture

_LAYOUTS = ("classic", "eu", "eu-action-document", "dfid", "adb", "canada")
# Elements that run, fetch or lead elsewhere; a chart links nowhere.
_DANGEROUS = {"script", "foreignObject", "iframe", "image", "a", "use", "animate", "set", "handler"}


_DRAWN = (
    views.theory_of_change,
    views.results_chain,
    views.problem_tree,
    views.work_plan,
    views.stakeholder_map,
    views.risk_map,
    views.gains_map,
    views.budget_bars,
)
_TABLED = (views.budget, views.gains, views.partners, views.risks, views.stakeholders, views.tracking)
_OTHERS = {
    views.indicator_trend,
    views.portfolio_timeline,
    views.sdg_bars,
    views.logframe,
    views.record,
    views.portfolio,
    views.completeness,
    views.view_of,
}


def pictures(portfolio: Portfolio) -> Iterator[Picture]:
    """Every picture that views draw of a portfolio of one project."""
    (project,) = portfolio
    for of_a_project in _DRAWN:
        yield of_a_project(project, within=portfolio)
    yield views.indicator_trend(project.logframe.indicators[0], project=project, within=portfolio)
    yield views.portfolio_timeline(portfolio)
    yield views.sdg_bars(portfolio)


def tables(portfolio: Portfolio) -> Iterator[TableView]:
    """Every view in tables."""
    (project,) = portfolio
    for name in _LAYOUTS:
        yield views.logframe(project, layout=name, within=portfolio)
    for of_a_project in _TABLED:
        yield of_a_project(project, within=portfolio)
    yield views.record(project, attrs.evolve(project, title="Another"), within=portfolio)
    yield views.portfolio(portfolio)
    yield views.completeness(portfolio)
    yield from map(views.view_of, (portfolio, project, project.logframe, project.plan, project.win_win))


def _is_harmless(text: str) -> bool:
    # The joiners of a script are no signs of steering.
    return all(letter.isprintable() or letter in "\n\u200c\u200d" for letter in text)


def test_no_view_is_left_out() -> None:
    """Whatever the views offer that makes a picture or a table is made here."""
    offered = {
        made
        for name in views.__all__
        if isinstance(made := getattr(views, name), FunctionType)
        and made.__annotations__["return"] in (Chart, Diagram, Timeline, TableView)
    }

    assert offered == {*_DRAWN, *_TABLED, *_OTHERS}


def test_in_a_terminal(hostile: Portfolio) -> None:
    """Nothing but line ends steers anything: no colour, no turned line, no cleared screen."""
    shown = [*map(str, pictures(hostile)), *map(str, tables(hostile)), str(views.sheet(hostile.projects[0]))]
    shown += map(str, frames.tables(hostile).values())

    assert all(map(_is_harmless, shown))


def test_in_markdown_and_the_languages_of_diagrams(hostile: Portfolio) -> None:
    """The same of what others read on."""
    drawn = tuple(pictures(hostile))
    written = [one.to_markdown() for one in tables(hostile)]
    written += [one.to_mermaid() for one in drawn if isinstance(one, Diagram | Timeline)]
    dots = [one.to_dot() for one in drawn if isinstance(one, Diagram)]

    assert all(map(_is_harmless, (*written, *dots)))
    assert not any("<script" in one or "<img" in one for one in written)
    # In quotes DOT takes it for a text; without them it would be HTML.
    assert not any(re.search(r"label=\s*<", one) for one in dots)


def test_in_svg(most_hostile: Portfolio) -> None:
    """It is whole XML of shapes and texts: nothing runs, fetches or leads elsewhere; each says what it is."""
    for picture in pictures(most_hostile):
        for theme in ("light", "dark"):
            root = ET.fromstring(picture.to_svg(theme=theme))  # type: ignore[arg-type]  # they are two of the words
            names = {element.tag.rpartition("}")[2] for element in root.iter()}
            held = [(name.rpartition("}")[2], value) for one in root.iter() for name, value in one.attrib.items()]

            assert not _DANGEROUS & names
            assert not [name for name, _ in held if name.lower().startswith("on")]
            assert all(value.startswith("#") for name, value in held if name == "href")
            assert {"title", "desc"} <= {child.tag.rpartition("}")[2] for child in root}
            assert "img" == root.get("role")


def test_in_png(most_hostile: Portfolio) -> None:
    """It is drawn, and no long word makes it larger than a page of a wall."""
    for picture in pictures(most_hostile):
        made = picture.to_png(scale=0.25)
        width, height = (int.from_bytes(made[at : at + 4], "big") for at in (16, 20))

        assert b"\x89PNG\r\n\x1a\n" == made[:8]
        assert 0 < width < 2_000
        assert 0 < height < 2_000


def test_in_html(hostile: Portfolio) -> None:
    """No text of any view becomes a tag; the figure of a picture holds its words as words."""
    (project,) = hostile
    shown = [one._repr_html_() for one in (*tables(hostile), views.theory_of_change(project, within=hostile))]
    shown += [one._repr_html_() for one in frames.tables(hostile).values()]

    assert not any(tag in one for one in shown for tag in ("<script", "<img src=x", "<svg/", "<style>*", "\u202e"))
    assert not any('" onmouseover="' in one for one in shown)


def test_in_geojson(hostile: Portfolio) -> None:
    """It is plain JSON, in which every text is a string, word for word; who shows it as HTML has to escape it."""
    (project,) = hostile
    name = str(project.title)
    first = project.partners[0]
    assert first.organisation is not None
    town = Place(id="town", name=name, coordinates=Coordinates(Decimal(56), Decimal(14)))
    there = attrs.evolve(first.organisation, name=name, places=(town,))
    held = Project(id="p", title=name, partners=(Participation(organisation=there),))
    found = json.loads(json.dumps(views.partners_geojson(held), allow_nan=False))

    assert [name, name] == [found["features"][0]["properties"][key] for key in ("name", "place_name")]


def test_in_csv(hostile: Portfolio) -> None:
    """No cell of any table is a formula to a spreadsheet, and each row has all its columns."""
    for table in frames.tables(hostile).values():
        rows = list(csv.reader(io.StringIO(table.to_csv())))
        texts = [i for i, one in enumerate(table.columns) if one.type in (ColumnType.TEXT, ColumnType.TEXTS)]

        assert {len(table.columns)} == set(map(len, rows))
        assert len(rows) == len(table) + 1
        assert not [row[i] for row in rows for i in texts if row[i].lstrip()[:1] in tuple("=+-@\t\r")]
