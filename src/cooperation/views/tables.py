"""How a table of rows looks: its first rows as plain text, or as HTML in a notebook."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from cooperation.frames.schema import Column, ColumnType
from cooperation.frames.table import Table
from cooperation.views.grid_html import STYLE
from cooperation.views.layout import WIDTH
from cooperation.views.words import cells, escaped, harmless, padded

__all__ = ["as_html", "as_text"]

_ROWS = 10
_WIDEST = 28
_GAP = "  "
# What nobody knows is drawn, so that it is not taken for an empty text or a nought.
_UNKNOWN = "·"
_MOST_COLUMNS = 40


def as_text(table: Table, *, rows: int = _ROWS, width: int = WIDTH) -> str:
    """The first rows of a table, with as many of its columns as the width has room for.

    Args:
        table: The table.
        rows: How many rows to show.
        width: How many columns of letters there are.

    >>> from cooperation import frames, load_example
    >>> print(as_text(frames.benefits(load_example("vaxjo")).select("project", "partner", "kind"), rows=2))
    benefits: 30 rows of 3 columns
    project      partner   kind
    energy-plan  jb-marks  plan-or-policy
    energy-plan  vaxjo     plan-or-policy
    and 28 more rows
    """
    shown = table[:rows]
    fitting: list[list[str]] = []
    left = width
    for column, held in zip(table.columns, shown.cells, strict=True):
        lines = [column.name, *(_cut(_told(cell), _WIDEST) for cell in held)]
        size = max(map(cells, lines))
        left -= size + (len(_GAP) if fitting else 0)
        if left < 0 and fitting:
            break
        is_number = column.type in (ColumnType.WHOLE, ColumnType.DECIMAL)
        fitting.append([" " * (size - cells(line)) + line if is_number else padded(line, size) for line in lines])
    text = [f"{harmless(table.name)}: {_some(len(table), 'row')} of {_some(len(table.columns), 'column')}"]
    text += [_GAP.join(line).rstrip() for line in zip(*fitting, strict=True)]
    more = [_some(len(table) - len(shown), "more row")] if len(table) > len(shown) else []
    if len(fitting) < len(table.columns):
        more.append(_some(len(table.columns) - len(fitting), "more column"))
    if more:
        text.append(f"and {' and '.join(more)}")
    return "\n".join(text)


def as_html(table: Table, *, rows: int = _ROWS) -> str:
    """The first rows of a table as HTML, everything in it escaped; what a column means shows when it is pointed at.

    Args:
        table: The table.
        rows: How many rows to show.

    """
    shown = table[:rows]
    columns = list(zip(table.columns, shown.cells, strict=True))[:_MOST_COLUMNS]
    caption = f"{table.name}: {_some(len(table), 'row')} of {_some(len(table.columns), 'column')}"
    less = [_some(len(shown), "row")] if len(shown) < len(table) else []
    less += [_some(len(columns), "column")] if len(columns) < len(table.columns) else []
    if less:
        caption += f", of which {' and '.join(less)} are shown"
    head = "".join(f'<th scope="col" title="{escaped(one.meaning)}">{escaped(one.name)}</th>' for one, _ in columns)
    body = "".join(
        "<tr>" + "".join(_cell(one, held[row]) for one, held in columns) + "</tr>" for row in range(len(shown))
    )
    # As the views in tables are, so that the two look alike where a page shows both; they can be scrolled by keys, too.
    return (
        f'<div class="cooperation-view"><style>{STYLE}</style>'
        f'<div class="cooperation-scroll" role="group" aria-label="{escaped(table.name)}" tabindex="0"><table>'
        f"<caption>{escaped(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div></div>"
    )


def _cell(column: Column, cell: Any) -> str:
    if cell is None:
        return '<td title="unknown or not there">' + _UNKNOWN + "</td>"
    align = ' class="cooperation-number"' if column.type in (ColumnType.WHOLE, ColumnType.DECIMAL) else ""
    return f'<td{align} dir="auto">{escaped(_cut(_told(cell), 120))}</td>'


def _told(cell: Any) -> str:
    if cell is None:
        return _UNKNOWN
    return harmless(_WORDS.get(type(cell), str)(cell))


_WORDS: dict[type, Callable[[Any], str]] = {
    bool: lambda held: "yes" if held else "no",
    tuple: ", ".join,
    Decimal: lambda number: f"{number:f}",
}


def _cut(text: str, most: int) -> str:
    if cells(text) <= most:
        return text
    kept, taken = "", 0
    for letter in text:
        taken += cells(letter)
        if taken >= most:
            break
        kept += letter
    return f"{kept}…"


def _some(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}".replace(",", " ")
