"""Things at the crossing of two scales: stakeholders, risks, and who gains what in which scope."""

import enum
import json
from collections.abc import Sequence
from typing import Any, TypeAlias

from cooperation.model import Grade, Likelihood, Portfolio, Project, Scope, Stakeholder
from cooperation.views.layout import Table
from cooperation.views.pictures.chart import Chart, Datum
from cooperation.views.pictures.extras import drawing
from cooperation.views.pictures.palette import Palette
from cooperation.views.pictures.timeline_drawing import named_axis
from cooperation.views.telling import UNKNOWN, Teller, some, word
from cooperation.views.words import harmless, shortened, wrapped

__all__ = ["gains_map", "risk_map", "stakeholder_map"]

_Item: TypeAlias = tuple[int, int, str, str]
"""The numbers of its row and column, the mark that stands there, and what it is."""

_LABEL = 26
_CELL = 96
_KEY = 84
_MOST_LINES = 4


def stakeholder_map(project: Project, *, within: Portfolio | None = None, language: str | None = None) -> Chart:
    """The stakeholders by what they can do and by how much the project matters to them.

    What is unknown has a place of its own.

    Args:
        project: The project.
        within: The portfolio that knows the names in the project.
        language: The language of its texts, where they have it.

    >>> import cooperation as co
    >>> chart = stakeholder_map(co.load_example("proposal").projects[0])
    >>> chart.table.columns
    ('', 'Stakeholder', 'Influence', 'Interest')
    """
    teller = Teller.of(project, within=within, language=language)
    held = project.framing.stakeholders
    rows, columns = _scale(Grade, [one.influence for one in held]), _scale(Grade, [one.interest for one in held])
    rows.reverse()
    items = [
        (rows.index(one.influence), columns.index(one.interest), str(n), _stakeholder(one, teller))
        for n, one in enumerate(held, start=1)
    ]
    table = [
        (str(n), _stakeholder(one, teller), word(one.influence), word(one.interest)) for n, one in enumerate(held, 1)
    ]
    return _cross(
        title=f"{teller.text(project.title)}: stakeholders by influence and interest",
        description=f"A grid of {some(len(held), 'stakeholder')} by influence, from below, and by interest.",
        table=Table(("", "Stakeholder", "Influence", "Interest"), tuple(table)),
        axes=("influence", "interest"),
        notes=() if held else (f"Stakeholders: {teller.none}.",),
        scales=([word(one) for one in rows], [word(one) for one in columns]),
        items=items,
    )


def risk_map(project: Project, *, within: Portfolio | None = None, language: str | None = None) -> Chart:
    """The risks by likelihood and consequence; each cell tells its weight, and unknown has a place of its own.

    Args:
        project: The project.
        within: The portfolio that knows the names in the project.
        language: The language of its texts, where they have it.

    >>> import cooperation as co
    >>> risk_map(co.load_example("proposal").projects[0]).table.columns
    ('', 'Risk', 'Likelihood', 'Consequence', 'Weight')
    """
    teller = Teller.of(project, within=within, language=language)
    held = project.logframe.risks
    rows = _scale(Likelihood, [one.likelihood for one in held])
    columns = _scale(Grade, [one.consequence for one in held])
    rows.reverse()
    items = [
        (rows.index(one.likelihood), columns.index(one.consequence), str(n), teller.text(one.statement))
        for n, one in enumerate(held, start=1)
    ]
    table = [
        (
            str(n),
            teller.text(one.statement),
            word(one.likelihood),
            word(one.consequence),
            UNKNOWN if one.weight is None else str(one.weight),
        )
        for n, one in enumerate(held, start=1)
    ]
    weights = [[None if a is None or b is None else a.rank * b.rank for b in columns] for a in rows]
    return _cross(
        title=f"{teller.text(project.title)}: risks by likelihood and consequence",
        description=f"A grid of {some(len(held), 'risk')} by likelihood, from below, and consequence, from the left;"
        " each cell has the product of the two as its weight.",
        table=Table(("", "Risk", "Likelihood", "Consequence", "Weight"), tuple(table)),
        axes=("likelihood", "consequence"),
        notes=() if held else (f"Risks: {teller.none}.",),
        scales=([word(one) for one in rows], [word(one) for one in columns]),
        items=items,
        weights=weights,
    )


def gains_map(project: Project, *, within: Portfolio | None = None, language: str | None = None) -> Chart:
    """Who gains what: a row a partner and a column a scope; what was stated for all together is marked as joint.

    A core partner of which no gain is stated keeps its row.

    Args:
        project: The project.
        within: The portfolio that knows the names in the project.
        language: The language of its texts, where they have it.

    >>> import cooperation as co
    >>> [row[1:3] for row in gains_map(co.load_example("vaxjo")["energy-plan"]).table.rows][0]
    ('JB Marks Local Municipality', 'Its own energy strategy')
    """
    teller = Teller.of(project, within=within, language=language)
    held = project.win_win.benefits
    partners = list(dict.fromkeys((*project.partner_ids, *(one.partner for one in held))))
    names = [teller.organisation(one) for one in partners]
    names += [teller.participant(one) for one in project.partners if one.organisation is None]
    scopes = _scale(Scope, [one.scope for one in held])
    items, table = [], []
    for n, one in enumerate(held, start=1):
        mark = f"{n} joint" if one.joint else str(n)
        text = teller.text(one.statement)
        items.append((partners.index(one.partner), scopes.index(one.scope), mark, text))
        scope = "scope unknown" if one.scope is None else word(one.scope)
        table.append((str(n), names[partners.index(one.partner)], text, scope, "joint" if one.joint else "own"))
    gaining = {one.partner for one in held}
    without = [name for one, name in zip(partners, names, strict=False) if one not in gaining]
    without += names[len(partners) :]
    return _cross(
        title=f"{teller.text(project.title)}: who gains what",
        description=f"A grid of {some(len(held), 'gain')} by partner and scope."
        + "".join(f" No gain of {name} is stated." for name in without),
        table=Table(("", "Partner", "Gain", "Scope", "Own or joint"), tuple(table)),
        axes=("", "scope"),
        scales=(
            names or ["no partner is known"],
            ["unknown" if one is None else _SCOPES[one] for one in scopes],
        ),
        items=items,
        notes=tuple(f"No gain of {name} is stated." for name in without),
    )


_SCOPES = {Scope.INDIVIDUAL: "persons", Scope.ORGANISATION: "organisation", Scope.SOCIETY: "society"}


def _scale(kind: Any, held: Sequence[enum.Enum | None]) -> list[Any]:
    """The steps of a scale, and one for what is not known where there is such."""
    return (
        [*([None] if None in held else []), *kind] if kind is not Scope else [*kind, *([None] if None in held else [])]
    )


def _stakeholder(one: Stakeholder, teller: Teller) -> str:
    if one.name is not None:
        return teller.text(one.name)
    if one.organisation is not None:
        return teller.organisation(one.organisation)
    return "somebody who is not named" if one.target_group is None else teller.target_group(one.target_group)


def _cross(
    *,
    title: str,
    description: str,
    table: Table,
    axes: tuple[str, str],
    scales: tuple[Sequence[str], Sequence[str]],
    items: Sequence[_Item],
    weights: Sequence[Sequence[int | None]] | None = None,
    notes: tuple[str, ...] = (),
) -> Chart:
    rows, columns = scales
    data: list[Datum] = [(("role", "axes"), ("y", axes[0]), ("x", axes[1]))]
    data += [(("role", "row"), ("text", harmless(text))) for text in rows]
    data += [(("role", "column"), ("text", harmless(text))) for text in columns]
    for i in range(len(rows)):
        for j in range(len(columns)):
            marks = "  ".join(mark for row, column, mark, _ in items if (row, column) == (i, j))
            weight = None if weights is None else weights[i][j]
            data.append((("role", "cell"), ("row", i), ("column", j), ("marks", marks), ("weight", weight)))
    data += [(("role", "item"), ("mark", mark), ("text", harmless(text))) for _, _, mark, text in items]
    return Chart(title=title, description=description, table=table, notes=notes, data=tuple(data), draws=_draw)


def _draw(chart: Chart, palette: Palette) -> Any:
    alt = drawing("altair")
    records = chart.records()
    axes = records[0]
    rows, columns, cells, items = (
        [one for one in records if one["role"] == role] for role in ("row", "column", "cell", "item")
    )
    for one in cells:
        one |= {"row": str(one["row"]), "column": str(one["column"]), "text": "\n".join(wrapped(one["marks"], 13))}
        one["corner"] = "" if one["weight"] is None else str(one["weight"])
    named = {"labelLimit": 300, "ticks": False, "domain": False}
    y_axis = named_axis(
        alt, [shortened(wrapped(one["text"], _LABEL), _MOST_LINES) for one in rows], title=axes["y"] or None, **named
    )
    labels = [one["text"] for one in columns]
    x_axis = alt.Axis(
        labelExpr=f"{json.dumps(labels)}[datum.value]", labelAngle=0, orient="top", title=axes["x"], **named
    )
    y = alt.Y("row:N", sort=[str(n) for n in range(len(rows))], axis=y_axis)
    x = alt.X("column:N", sort=[str(n) for n in range(len(columns))], axis=x_axis)
    base = alt.Chart(alt.Data(values=cells)).encode(x=x, y=y)
    heat = alt.Fill(
        "weight:Q", scale=alt.Scale(domain=[1, 25], range=[palette.paper, palette.heat], interpolate="rgb"), legend=None
    )
    known = any(one["weight"] is not None for one in cells)
    plain = base.mark_rect(stroke=palette.quiet, strokeWidth=1, fill=palette.paper)
    layers = [plain]
    if known:
        heated = alt.Chart(alt.Data(values=[one for one in cells if one["weight"] is not None]))
        layers.append(heated.mark_rect(stroke=palette.quiet, strokeWidth=1).encode(x=x, y=y, fill=heat))
        layers.append(
            heated.mark_text(dx=38, dy=-20, fontSize=10, align="right", color=palette.ink).encode(
                x=x, y=y, text="corner:N"
            )
        )
    layers.append(
        base.mark_text(fontSize=13, fontWeight="bold", lineBreak="\n", color=palette.ink).encode(text="text:N")
    )
    grid = alt.layer(*layers).properties(width={"step": _CELL}, height={"step": 58})
    if not items:
        return grid
    # A row a line: one long text must not pull all the others apart.
    key = [{"row": str(n), "text": line} for n, line in enumerate(line for one in items for line in _hung(one))]
    order = [one["row"] for one in key]
    told = (
        alt.Chart(alt.Data(values=key))
        .mark_text(align="left", color=palette.ink, baseline="middle")
        .encode(x=alt.value(0), y=alt.Y("row:N", sort=order, axis=None), text="text:N")
        .properties(width=_CELL * max(4, len(columns)), height={"step": 17}, view={"stroke": None})
    )
    return alt.vconcat(grid, told)


def _hung(one: dict[str, Any]) -> list[str]:
    return wrapped(f"{one['mark']}  {one['text']}", _KEY)
