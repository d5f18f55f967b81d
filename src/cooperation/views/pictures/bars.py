"""Charts of bars: the budget, and the goals that projects serve."""

from collections.abc import Iterator, Sequence
from typing import Any

from cooperation import codelists, measures
from cooperation.measures import BudgetKey, BudgetRow, Planned
from cooperation.model import Portfolio, Project
from cooperation.views.layout import Table
from cooperation.views.pictures.chart import Chart, Datum, drawable
from cooperation.views.pictures.extras import drawing
from cooperation.views.pictures.palette import Palette
from cooperation.views.pictures.timeline_drawing import named_axis
from cooperation.views.telling import UNKNOWN, Teller, amount, some, word
from cooperation.views.words import harmless, wrapped

__all__ = ["budget_bars", "sdg_bars"]

_LABEL = 36
_GOAL = 66
_FEW = 10
_FEWEST = 3


def budget_bars(
    x: Project | Portfolio,
    by: BudgetKey | str = BudgetKey.YEAR,
    *,
    stacked: BudgetKey | str | None = BudgetKey.PARTNER,
    of: Planned | str = Planned.AMOUNT,
    within: Portfolio | None = None,
    language: str | None = None,
) -> Chart:
    """A budget as bars, a picture a currency, since unlike currencies share no scale.

    Each part of a bar has a letter, so that it is found without its colour.
    Lines that do not say what is asked for stand under "not said", and those without an amount are counted.

    Args:
        x: The project or the portfolio.
        by: What the bars are: ``year``, ``partner``, ``activity``, ``kind`` or ``project``.
        stacked: What their parts are; ``None`` for bars that are whole.
        of: What was applied for (``amount``), ``approved`` or ``reported``.
        within: The portfolio that knows the names in the project.
        language: The language of its texts, where they have it.

    Raises:
        ValueError: There is no such key, or both are the same.

    >>> import cooperation as co
    >>> chart = budget_bars(co.load_example("proposal").projects[0])
    >>> chart.table.columns
    ('Year', 'Partner', 'Currency', 'Amount')
    """
    key, part = BudgetKey(by), None if stacked is None else BudgetKey(stacked)
    if key is part:
        raise ValueError(f"a bar of {key.value}s cannot be made of {key.value}s")
    meant = Planned(of)
    teller = Teller.of(x, within=within, language=language)
    keys = (key,) if part is None else (key, part)
    rows = measures.budget_by(x, *keys, of=meant)
    title = "The budget" if isinstance(x, Portfolio) else f"{teller.text(x.title)}: budget"
    told = " and ".join(one.value for one in keys)
    missing = sum(row.total.unknown for row in rows)
    currencies = list(dict.fromkeys(row.currency for row in rows if row.currency is not None))
    columns = (*(one.value.capitalize() for one in keys), "Currency", word(meant).capitalize())
    table = Table(columns, tuple(_told(row, keys, x, teller) for row in rows))
    return Chart(
        title=f"{title} by {told}",
        description=f"Bars of what is {_MEANT[meant]} by {told}, in {', '.join(currencies) or 'no currency'};"
        f" {some(missing, 'line has', 'lines have')} no known amount.",
        table=table,
        notes=(f"{some(missing, 'budget line has', 'budget lines have')} no known amount.",) if missing else (),
        data=tuple(_bars(rows, keys, x, teller)),
        draws=_draw_budget,
    )


_MEANT = {Planned.AMOUNT: "planned", Planned.APPROVED: "approved", Planned.REPORTED: "spent"}


def _name(of: str | int | None, key: BudgetKey, x: Project | Portfolio, teller: Teller) -> str:
    if of is None:
        return f"{key.value} not said"
    if key is BudgetKey.PARTNER:
        return teller.organisation(str(of))
    if key is BudgetKey.KIND:
        return str(of).replace("-", " ")
    projects = x if isinstance(x, Portfolio) else (x,)
    if key is BudgetKey.PROJECT:
        titles = {project.id: project.title for project in projects}
        return teller.text(titles[str(of)]) if of in titles else str(of)
    if key is BudgetKey.ACTIVITY:
        titles = {one.id: one.title for project in projects for one in project.plan.activities}
        return teller.text(titles[str(of)]) if of in titles else str(of)
    return str(of)


def _told(row: BudgetRow, keys: Sequence[BudgetKey], x: Project | Portfolio, teller: Teller) -> tuple[str, ...]:
    names = [_name(of, key, x, teller) for of, key in zip(row.of, keys, strict=True)]
    if row.total.value is None or row.currency is None:
        return (*names, UNKNOWN, f"{UNKNOWN} ({some(row.total.unknown, 'line')})")
    about = "about " if row.total.note else ""
    return (*names, row.currency, about + amount(row.currency, row.total.value))


def _bars(
    rows: Sequence[BudgetRow], keys: Sequence[BudgetKey], x: Project | Portfolio, teller: Teller
) -> Iterator[Datum]:
    for row in rows:
        names = [_name(of, key, x, teller) for of, key in zip(row.of, keys, strict=True)]
        yield (
            ("bar", harmless(names[0])),
            ("part", harmless(names[1]) if len(names) > 1 else ""),
            ("currency", row.currency),
            ("number", None if row.total.value is None else drawable(row.total.value)),
            ("unknown", row.total.unknown),
        )


def _draw_budget(chart: Chart, palette: Palette) -> Any:
    alt = drawing("altair")
    records = chart.records()
    bars = list(dict.fromkeys(one["bar"] for one in records))
    parts = list(dict.fromkeys(one["part"] for one in records))
    known = [one for one in records if one["number"] is not None]
    names = {part: f"{_letter(number)}  {part}" for number, part in enumerate(parts)} if parts != [""] else {"": ""}
    missing = {bar: sum(one["unknown"] for one in records if one["bar"] == bar) for bar in bars}
    labels = [
        wrapped(bar, _LABEL) + ([f"+ {some(missing[bar], 'unknown amount')}"] if missing[bar] else []) for bar in bars
    ] or [["Nothing is known"]]
    for one in known:
        one |= {"row": str(bars.index(one["bar"])), "name": names[one["part"]]}
        one["letter"] = one["name"][:1]
        one["order"] = parts.index(one["part"])
    known.sort(key=lambda one: one["order"])
    order = [str(number) for number in range(len(labels))]
    axis = named_axis(alt, labels, title=None, labelLimit=360, ticks=False)
    y = alt.Y("row:N", sort=order, axis=axis, scale=alt.Scale(domain=order))
    step = 15 * max(2, *(len(label) for label in labels)) + 6
    currencies = list(dict.fromkeys(one["currency"] for one in known))
    if not currencies:
        return (
            alt.Chart(alt.Data(values=[{"row": one} for one in order]))
            .mark_text(text="no known amount", align="left", dx=6, fontStyle="italic")
            .encode(y=y, x=alt.value(0))
            .properties(width=520, height={"step": step})
        )
    domain = [names[part] for part in parts]
    colours = alt.Scale(domain=domain, range=[palette.marks[n % len(palette.marks)] for n in range(len(parts))])
    legend = alt.Legend(title=None, orient="bottom", columns=2, labelLimit=300) if parts != [""] else None
    return alt.vconcat(
        *(
            _of_currency(
                alt, [one for one in known if one["currency"] == currency], currency, y, colours, legend, palette
            ).properties(width=520, height={"step": step})
            for currency in currencies
        )
    ).resolve_scale(x="independent", color="shared")


def _of_currency(
    alt: Any, values: list[dict[str, Any]], currency: str, y: Any, colours: Any, legend: Any, palette: Palette
) -> Any:
    # Where a part stands is reckoned here, so that its letter stands in its middle.
    ends: dict[tuple[str, bool], float] = {}
    for one in values:
        side = (one["row"], one["number"] < 0)
        one["start"] = ends.get(side, 0.0)
        one["end"] = ends[side] = one["start"] + one["number"]
        one["middle"] = (one["start"] + one["end"]) / 2
    most = max(abs(end) for end in ends.values()) or 1.0
    lettered = [one for one in values if abs(one["number"]) / most > _FEWEST / 100]
    x = alt.X("start:Q", title=currency, axis=alt.Axis(format=",.0f", labelOverlap=True))
    bars = (
        alt.Chart(alt.Data(values=values))
        .mark_bar(stroke=palette.paper, strokeWidth=1)
        .encode(y=y, x=x, x2="end:Q", color=alt.Color("name:N", scale=colours, legend=legend))
    )
    letters = (
        alt.Chart(alt.Data(values=lettered))
        .mark_text(fontWeight="bold")
        .encode(y=y, x=alt.X("middle:Q"), text="letter:N", color=alt.value(palette.paper))
    )
    return bars + letters if lettered else bars


def _letter(number: int) -> str:
    """A to Z, and then the rest by one sign, since no picture can hold so many."""
    return chr(ord("A") + number) if number < 26 else "*"  # noqa: PLR2004  # the alphabet


def sdg_bars(x: Portfolio | Project, *, language: str | None = None) -> Chart:
    """How many projects say that they serve each of the 17 goals, and how many name none.

    Args:
        x: The portfolio, or a project by itself.
        language: The language of its texts, where they have it.

    >>> import cooperation as co
    >>> [row[2] for row in sdg_bars(co.load_example("vaxjo")).table.rows if row[1] == "1"]
    ['Sustainability education in preschool/primary school', 'Development of an Energy Plan in Line with Agenda 2030']
    """
    teller = Teller.of(x, language=language)
    projects = tuple(x) if isinstance(x, Portfolio) else (x,)
    titles = {project.id: teller.text(project.title) for project in projects}
    found = measures.sdg_coverage(projects)
    rows, data = [], []
    for goal, ids in found.value or ():
        name = codelists.sdg_goal_of(goal).name
        rows.append((name, str(len(ids)), "; ".join(titles[id] for id in ids)))  # noqa: A001
        data.append((("name", name), ("count", len(ids)), ("unknown", False)))
    rows.append(("no goal is named", str(found.unknown), "they may serve one all the same"))
    data.append((("name", "no goal is named"), ("count", found.unknown), ("unknown", True)))
    served = sum(bool(ids) for _, ids in found.value or ())
    return Chart(
        title="The Sustainable Development Goals that projects name",
        description=f"Bars of {some(len(projects), 'project')} by goal: {served} of 17 goals are named,"
        f" and {some(found.unknown, 'project names', 'projects name')} none.",
        table=Table(("Goal", "Projects", "Which"), tuple(rows)),
        data=tuple(data),
        draws=_draw_goals,
    )


def _draw_goals(chart: Chart, palette: Palette) -> Any:
    alt = drawing("altair")
    records = chart.records()
    labels = [wrapped(one["name"], _GOAL) for one in records]
    for number, one in enumerate(records):
        one |= {"row": str(number), "said": str(one["count"])}
    order = [one["row"] for one in records]
    y = alt.Y("row:N", sort=order, axis=named_axis(alt, labels, title=None, labelLimit=460, ticks=False))
    most = max(one["count"] for one in records)
    # Left to itself, the axis of a single project counts in halves and tells them as wholes.
    ticks = {"values": list(range(most + 1))} if most <= _FEW else {"tickMinStep": 1}
    x = alt.X("count:Q", title="projects", axis=alt.Axis(format="d", **ticks))
    base = alt.Chart(alt.Data(values=records))
    bars = base.mark_bar(stroke=palette.ink, height=16).encode(
        y=y,
        x=x,
        fill=alt.condition("datum.unknown", alt.value(palette.paper), alt.value(palette.marks[0])),
        strokeDash=alt.condition("datum.unknown", alt.value([5, 4]), alt.value([1, 0])),
    )
    said = base.mark_text(align="left", dx=4).encode(y=y, x=x, text="said:N", color=alt.value(palette.ink))
    return (bars + said).properties(width=320, height={"step": 15 * max(map(len, labels)) + 6})
