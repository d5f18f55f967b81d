"""A view of tables as HTML: escaped, the same at every call, and readable on light and on dark ground."""

from collections.abc import Iterable, Iterator
from html import escape

from cooperation.views.grid import Cell, Grid, Group
from cooperation.views.words import escaped, harmless

__all__ = ["STYLE", "page_part"]

STYLE = (
    ".cooperation-view{color:inherit;font-size:.9em;line-height:1.4}"
    ".cooperation-view .cooperation-title{font-weight:600;font-size:1.15em;margin:.4em 0}"
    ".cooperation-view .cooperation-note{margin:.3em 0 1em;max-width:60em}"
    ".cooperation-view .cooperation-scroll{overflow-x:auto;margin:.4em 0 1em}"
    ".cooperation-view table{border-collapse:collapse;border:0;margin:0;color:inherit;background:none;"
    "font-size:inherit;min-width:16em}"
    ".cooperation-view caption{caption-side:top;text-align:left;font-weight:600;padding:.3em 0;color:inherit}"
    ".cooperation-view tr,.cooperation-view thead,.cooperation-view tbody{background:none;color:inherit;border:0}"
    ".cooperation-view th,.cooperation-view td{border:1px solid rgba(127,127,127,.5);padding:.35em .4em;color:inherit;"
    "text-align:start;vertical-align:top;white-space:normal;overflow-wrap:break-word;min-width:3em;max-width:26em;"
    "font-weight:400}"
    ".cooperation-view thead th,.cooperation-view .cooperation-group th{font-weight:600;"
    "background:rgba(127,127,127,.16)}"
    ".cooperation-view .cooperation-group th{max-width:none}"
    ".cooperation-view .cooperation-number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}"
    ".cooperation-view .cooperation-unknown{font-style:italic}"
    ".cooperation-view .cooperation-green{border-left:.45em solid #2a9d57}"
    ".cooperation-view .cooperation-amber{border-left:.45em solid #c98a00}"
    ".cooperation-view .cooperation-red{border-left:.45em solid #e0524d}"
    ".cooperation-view td div+div,.cooperation-view th div+div,.cooperation-view li+li{margin-top:.3em}"
    ".cooperation-view ul{margin:0;padding-inline-start:1.1em;list-style:disc}"
    "@media print{.cooperation-view .cooperation-scroll{overflow-x:visible}.cooperation-view tr{break-inside:avoid}}"
)
"""The style of all views in tables; it sets no colour of text or ground, so that those of the page hold."""

# Longer words are no words of a language, but addresses and the like.
_LONGEST = 30

_LIGHTS = {"green", "amber", "red", "unknown", "number"}


def page_part(title: str, grids: Iterable[Grid], notes: Iterable[str], *, style: bool) -> str:
    """A part of a page with these tables; with the style that they need, where the page has it not."""
    return "".join(_pieces(title, grids, notes, style=style))


def _pieces(title: str, grids: Iterable[Grid], notes: Iterable[str], *, style: bool) -> Iterator[str]:
    yield '<div class="cooperation-view">\n'
    if style:
        yield f"<style>{STYLE}</style>\n"
    if title:
        yield f'<p class="cooperation-title" dir="auto">{escaped(title)}</p>\n'
    for grid in grids:
        yield from _table(grid)
    for note in notes:
        yield f'<p class="cooperation-note" dir="auto">{escaped(note)}</p>\n'
    yield "</div>\n"


def _table(grid: Grid) -> Iterator[str]:
    # Whoever has no mouse scrolls a wide table with the keys, once it has the focus.
    yield f'<div class="cooperation-scroll" role="group" aria-label="{escaped(grid.caption)}" tabindex="0">\n<table>\n'
    yield f'<caption dir="auto">{escaped(grid.caption)}</caption>\n'
    if any(grid.headings):
        heads = (
            f'<th scope="col" dir="auto">{escaped(heading)}</th>' if heading else "<td></td>"
            for heading in grid.headings
        )
        yield f"<thead><tr>{''.join(heads)}</tr></thead>\n"
    for group in grid.groups:
        yield from _group(group, len(grid.headings))
    yield "</table>\n</div>\n"
    if grid.note:
        yield f'<p class="cooperation-note" dir="auto">{escaped(grid.note)}</p>\n'


def _group(group: Group, width: int) -> Iterator[str]:
    yield "<tbody>\n"
    if group.heading:
        yield (
            f'<tr class="cooperation-group"><th colspan="{width}" scope="rowgroup" dir="auto">'
            f"{escaped(group.heading)}</th></tr>\n"
        )
    for row in group.rows:
        yield f"<tr>{''.join(_cell(held, is_first=i == 0) for i, held in enumerate(row) if held is not None)}</tr>\n"
    yield "</tbody>\n"


def _cell(held: Cell, *, is_first: bool) -> str:
    # A heading that says nothing is none, as of a part that its author has not worded.
    tag, scope = ("th", ' scope="row"') if is_first and any(map(str.strip, held.lines)) else ("td", "")
    span = f' rowspan="{held.rows}"' if held.rows > 1 else ""
    return f"<{tag}{scope}{span}{_look(held.role)}>{_content(held)}</{tag}>"


def _content(held: Cell) -> str:
    if len(held.lines) == 1:
        return f"<bdi>{_breakable(held.lines[0])}</bdi>"
    tag = "li" if held.is_list else "div"
    told = "".join(f'<{tag} dir="auto">{_breakable(line)}</{tag}>' for line in held.lines)
    return f"<ul>{told}</ul>" if held.is_list else told


def _look(role: str) -> str:
    if role in _LIGHTS:
        return f' class="cooperation-{role}"'
    if role.startswith("heat-"):
        # A tone that grows with the weight, on light and on dark ground alike; the weight itself stands in words.
        return f' style="background:rgba(224,82,77,{int(role[5:]) / 50:.2f})"'
    return ""


def _breakable(text: str) -> str:
    """A text in which words of no language may be broken, so that they do not push a table off the page."""
    return " ".join(_word(word) for word in harmless(text).split(" "))


def _word(word: str) -> str:
    pieces = (word[start : start + _LONGEST] for start in range(0, len(word), _LONGEST))
    return "<wbr>".join(map(escape, pieces))
