"""How an indicator goes: its baseline, the path to its targets, and what was found."""

from collections.abc import Iterator
from typing import Any

import pendulum

from cooperation import measures
from cooperation.measures import Series, ValueState
from cooperation.measures.observed import due, span
from cooperation.model import Indicator, Measure, Observation, Portfolio, Project
from cooperation.views.layout import Table
from cooperation.views.pictures.chart import Chart, Datum, drawable
from cooperation.views.pictures.extras import drawing
from cooperation.views.pictures.palette import Palette
from cooperation.views.telling import UNKNOWN, Teller, joined
from cooperation.views.words import harmless, wrapped

__all__ = ["indicator_trend"]

_KINDS = ("baseline", "milestone", "target", "found")
_SHAPES = {"baseline": "square", "milestone": "diamond", "target": "triangle-up", "found": "circle"}


def indicator_trend(
    indicator: Indicator,
    *,
    project: Project | None = None,
    within: Portfolio | None = None,
    language: str | None = None,
) -> Chart:
    """An indicator over time: the baseline, the path it is to take, and what was found, each with its own shape.

    What is only about right is hollow; a value that is not known is a question mark at its time.
    Each place, partner and population has a picture of its own, since their values are different facts.
    Values without a date and values told in words stand in the table, and how many they are is said.

    Args:
        indicator: The indicator.
        project: The project it belongs to, which knows the names of its partners and places.
        within: The portfolio that knows the names in the project.
        language: The language of its texts, where they have it.

    >>> import cooperation as co
    >>> project = co.load_example("proposal").projects[0]
    >>> chart = indicator_trend(project.logframe.indicators[0], project=project)
    >>> [row[:2] for row in chart.table.rows]
    [('baseline', '2018-09'), ('target', '2020-12')]
    """
    if project is None:
        register = within if within is not None else Portfolio()
        teller = Teller(portfolio=register, language=language or register.language or "")
    else:
        teller = Teller.of(project, within=within, language=language)
    every = measures.series(indicator)
    several = len(every) > 1
    rows: list[tuple[str, ...]] = []
    data: list[Datum] = []
    notes = []
    for one in every:
        name = _name(one, teller)
        told = list(_observations(one.indicator))
        rows += [((name,) if several else ()) + _told(kind, held, one.indicator, teller) for kind, held in told]
        data += [_datum(kind, held, one.indicator, name) for kind, held in told]
        notes.append(f"Progress{f' of {name}' if several else ''}: {measures.progress(one.indicator)}.")
    hidden = sum(dict(one)["why"] not in ("", UNKNOWN) or not dict(one)["last"] for one in data)
    notes += (
        [f"{hidden} of {len(data)} values stand only in this table: they have no date, or are no number."]
        if hidden
        else []
    )
    vague = any(dict(one)["first"] != dict(one)["last"] and dict(one)["first"] is not None for one in data)
    notes += ["A grey line beside a point is the time it may be of."] if vague else []
    columns = ("Which",) * several + ("What", "When", "Value")
    statement = teller.text(indicator.statement)
    unit = (
        "%"
        if indicator.measure is Measure.PERCENTAGE
        else ""
        if indicator.unit is None
        else teller.text(indicator.unit)
    )
    kinds = joined(dict.fromkeys(f"the {dict(one)['kind']}" for one in data))
    return Chart(
        title=f"{statement} ({unit})" if unit else statement,
        description=f"A chart over time of {kinds or 'nothing'} of the indicator. {' '.join(notes)}",
        table=Table(columns, tuple(rows)),
        notes=tuple(notes),
        data=tuple(data),
        draws=_draw,
    )


def _name(one: Series, teller: Teller) -> str:
    parts = [] if one.place is None else [teller.place(one.place)]
    parts += [] if one.partner is None else [teller.organisation(one.partner)]
    parts += [] if one.population is None else [teller.text(one.population)]
    return ", ".join(parts) or "no place, partner or people named"


def _observations(indicator: Indicator) -> Iterator[tuple[str, Observation]]:
    if indicator.baseline is not None:
        yield "baseline", indicator.baseline
    for kind, held in (
        ("milestone", indicator.milestones),
        ("target", indicator.targets),
        ("found", indicator.actuals),
    ):
        for one in held:
            yield kind, one


def _told(kind: str, held: Observation, indicator: Indicator, teller: Teller) -> tuple[str, ...]:
    when = str(held.date) if held.date is not None else "unknown" if held.period is None else teller.period(held.period)
    quantity = measures.quantity(indicator, held)
    value = UNKNOWN if held.value is None else str(held.value) if quantity is None else str(quantity)
    return kind, when, value


def _datum(kind: str, held: Observation, indicator: Indicator, series: str) -> Datum:
    quantity = measures.quantity(indicator, held)
    number = None if quantity is None else drawable(quantity.as_fraction)
    state = measures.state(held.value)
    why = "" if number is not None else UNKNOWN if state is ValueState.UNKNOWN else "no number an axis can hold"
    last, first = due(held), span(held)
    return (
        ("kind", kind),
        ("series", harmless(series)),
        ("first", None if first is None else str(pendulum.Date.fromordinal(first[0]))),
        ("last", None if last is None else str(pendulum.Date.fromordinal(last))),
        ("number", number),
        ("approximate", quantity is not None and quantity.approximate),
        ("why", why),
    )


def _draw(chart: Chart, palette: Palette) -> Any:
    alt = drawing("altair")
    records = chart.records()
    drawn = [one for one in records if one["last"] and (one["number"] is not None or one["why"] == UNKNOWN)]
    series = list(dict.fromkeys(one["series"] for one in drawn))
    if not series:
        said = alt.Chart(alt.Data(values=[{"text": "nothing that has a date and a number"}]))
        return (
            said.mark_text(fontStyle="italic", color=palette.ink).encode(text="text:N").properties(width=560, height=60)
        )
    pictures = []
    for name in series:
        own = _of_series(alt, [one for one in drawn if one["series"] == name], palette).properties(
            width=560, height=220
        )
        pictures.append(own.properties(title=wrapped(name, 70)) if len(series) > 1 else own)
    return alt.vconcat(*pictures).resolve_scale(x="shared")


def _of_series(alt: Any, values: list[dict[str, Any]], palette: Palette) -> Any:
    known = [one for one in values if one["number"] is not None]
    unknown = [one for one in values if one["number"] is None]
    x = alt.X(
        "last:T", title=None, scale=alt.Scale(type="utc", padding=24), axis=alt.Axis(format="%Y-%m", labelOverlap=True)
    )
    y = alt.Y("number:Q", title=None, scale=alt.Scale(zero=True), axis=alt.Axis(format=",~r"))
    colours = {"found": palette.marks[1]}
    scale = alt.Scale(domain=list(_KINDS), range=[colours.get(kind, palette.marks[0]) for kind in _KINDS])
    shapes = alt.Scale(domain=list(_KINDS), range=[_SHAPES[kind] for kind in _KINDS])
    legend = alt.Legend(title=None, orient="bottom", labelExpr="datum.label", symbolSize=110)
    layers = []
    for kinds, dash, colour in (
        (("baseline", "milestone", "target"), [6, 4], palette.marks[0]),
        (("found",), [1, 0], palette.marks[1]),
    ):
        path = sorted((one for one in known if one["kind"] in kinds), key=lambda one: str(one["last"]))
        if len(path) > 1:
            line = alt.Chart(alt.Data(values=path)).mark_line(strokeDash=dash, stroke=colour, strokeWidth=2)
            layers.append(line.encode(x=x, y=y))
    wide = [one for one in known if one["first"] and one["first"] != one["last"]]
    if wide:
        # How precisely the time is known.
        rules = alt.Chart(alt.Data(values=wide)).mark_rule(strokeWidth=1.5, stroke=palette.quiet)
        layers.append(rules.encode(x=alt.X("first:T"), x2="last:T", y=y))
    if known:
        points = alt.Chart(alt.Data(values=known)).mark_point(size=120, opacity=1, strokeWidth=2)
        fill = alt.condition(
            "datum.approximate", alt.value(palette.paper), alt.Fill("kind:N", scale=scale, legend=None)
        )
        layers.append(
            points.encode(
                x=x,
                y=y,
                shape=alt.Shape("kind:N", scale=shapes, legend=legend),
                stroke=alt.Stroke("kind:N", scale=scale, legend=legend),
                fill=fill,
            )
        )
    if unknown:
        marks = [{**one, "text": f"? {one['kind']}"} for one in unknown]
        said = alt.Chart(alt.Data(values=marks)).mark_text(fontStyle="italic", align="center", dy=-6, color=palette.ink)
        layers.append(said.encode(x=x, y=alt.value(220), text="text:N"))
    return alt.layer(*layers)
