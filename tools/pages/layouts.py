"""The page of the donors' layouts."""

from __future__ import annotations

from cooperation.layouts import LAYOUTS, Form, Holds, Layout, Row, RowOf, Work
from cooperation.model import Level
from pages.words import ADDRESS, page_of, table


def layouts_page() -> str:
    """Every layout with its words, its tables and its sources, and all words for one level beside each other."""
    lines = [
        "# Layouts of donors",
        "",
        (
            "One project, and the words and tables in which each donor wants to see it:"
            " [`views.logframe`](../how-to/show-tables.md) fills them in."
        ),
        "What stands here was read where the sources say, and what could not be verified is listed.",
        "",
        "## One level, many words",
        "",
    ]
    every: list[RowOf] = [*reversed(Level), *Work]
    lines += table(
        ("Layout", *(spaced_word(of.value) for of in every)),
        ((f"[{name}](#layout-{name})", *(_word_of(held, of) for of in every)) for name, held in LAYOUTS.items()),
    )
    lines += ["A word in brackets is this library's: the donor has no such level, but a project may.", ""]
    for held in LAYOUTS.values():
        lines += _layout(held)
    return page_of("the layouts", lines)


def spaced_word(value: str) -> str:
    """A word of the format as a heading."""
    return value.replace("-", " ").capitalize()


def _word_of(held: Layout, of: RowOf) -> str:
    word = next((one for one in held.words if one.of is of), None)
    if word is None:
        return ""
    code = f" (`{word.code.format(_example_number(held, of))}`)" if word.code else ""
    return f"{word.one}{code}" if word.own else f"({word.one})"


def _example_number(held: Layout, of: RowOf) -> str:
    under = held.word(of).under
    return "1" if under is None else f"{_example_number(held, under)}.1"


def _layout(held: Layout) -> list[str]:
    since = [] if held.since is None else [f"In use since {held.since}."]
    lines = [f"(layout-{held.name})=", f"## {held.title}", "", f"`{held.name}`", "", held.about, *since, ""]
    for form in held.forms:
        lines += [f"**{form.title}**", ""]
        lines += table(
            ("Column", "Holds"), ((column.heading.format(1), _holds(column.holds)) for column in form.columns)
        )
        lines += table(
            ("Rows", "What differs in them"), ((held.word(row.of).many, _differs(row, form)) for row in form.rows)
        )
    for title, told in (("Sources", held.sources), ("Not verified", held.unverified)):
        if told:
            lines += [f"**{title}**", "", *(f"- {_linked(one)}" for one in told), ""]
    return lines


def _holds(held: Holds) -> str:
    return "nothing" if held is Holds.NOTHING else held.value.replace("-", " ")


def _differs(row: Row, form: Form) -> str:
    headings = {column.holds: column.heading for column in form.columns}
    told = [f"“{headings[one]}” holds {_holds(other)}" for one, other in row.instead]
    told += [
        f"“{headings[one]}” says “{text}”" if text else f"“{headings[one]}” stays empty" for one, text in row.blanks
    ]
    told += ["left out where there is nothing for it"] if row.optional else []
    return "; ".join(told)


def _linked(text: str) -> str:
    return ADDRESS.sub(lambda found: f"<{found[0]}>", text)
