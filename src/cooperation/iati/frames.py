"""Frames over the records of the standard: activities, transactions and values of results, as tidy rows.

The rows are made as the activities are read, so that a file of any size goes into Parquet or CSV in memory that does
not grow: ``write`` takes what ``iter_activities`` gives.
What is not said is ``None`` or null, and never 0; codes stand as the file has them, and amounts exactly.

>>> from cooperation import iati
>>> activity = iati.Activity(iati_identifier="SE-ON-1-7", title=iati.Text.of("Energy plan"))
>>> table(ACTIVITIES, [activity])["title"]
('Energy plan',)
"""

import itertools
import os
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

from cooperation.errors import CooperationError
from cooperation.frames import Column, ColumnType, Schema, Table, write_csv, write_parquet
from cooperation.iati.activity import Activity
from cooperation.iati.mapping.measured import value_of
from cooperation.iati.money import Transaction
from cooperation.iati.results import Baseline, Indicator, Measurement
from cooperation.iati.text import Narrative, Text
from cooperation.model import Number

__all__ = ["ACTIVITIES", "RESULTS", "SCHEMAS", "TRANSACTIONS", "table", "write"]

_AT_ONCE = 4_096
_TEXT, _TEXTS, _WHOLE = ColumnType.TEXT, ColumnType.TEXTS, ColumnType.WHOLE
_NUMBER, _DATE = ColumnType.DECIMAL, ColumnType.DATE
_DATES = {"1": "planned_start", "2": "actual_start", "3": "planned_end", "4": "actual_end"}


def _columns(*columns: tuple[str, ColumnType, str]) -> tuple[Column, ...]:
    return tuple(Column(name=name, type=type_, meaning=meaning) for name, type_, meaning in columns)


_OF_ACTIVITY = (
    ("activity", _TEXT, "The identifier of the activity; null where it has none, and not always one of its own."),
    ("entry", _WHOLE, "Which activity of the file it is, counted from 0."),
)

ACTIVITIES = Schema(
    name="iati_activities",
    row="An activity of a file of the standard.",
    key=("entry",),
    columns=_columns(
        *_OF_ACTIVITY,
        ("title", _TEXT, "What it is called, as the file has it first."),
        ("publisher", _TEXT, "The identifier of the organisation that reports."),
        ("publisher_name", _TEXT, "Its name."),
        ("status", _TEXT, "Where it stands, on the list ActivityStatus."),
        ("planned_start", _DATE, "The first day, as planned."),
        ("actual_start", _DATE, "The first day, in fact."),
        ("planned_end", _DATE, "The last day, as planned."),
        ("actual_end", _DATE, "The last day, in fact."),
        ("default_currency", _TEXT, "The currency of its amounts where they say none, ISO 4217."),
        ("language", _TEXT, "The language of its texts where they say none."),
        ("hierarchy", _WHOLE, "How far down it stands among the publisher's activities."),
        ("funding", _TEXTS, "The organisations that fund it: identifiers, else names."),
        ("accountable", _TEXTS, "The organisations that answer for it: identifiers, else names."),
        ("extending", _TEXTS, "The organisations that extend it: identifiers, else names."),
        ("implementing", _TEXTS, "The organisations that carry it out: identifiers, else names."),
        ("countries", _TEXTS, "The countries that gain, ISO 3166-1 with XK for Kosovo."),
        ("regions", _TEXTS, "The regions that gain, as their vocabularies have them."),
        ("sectors", _TEXTS, "The sectors of the OECD-DAC in five digits."),
        ("sdgs", _TEXTS, "The goals and targets of the 2030 Agenda among its tags."),
        ("budgets", _WHOLE, "How many budgets it has."),
        ("transactions", _WHOLE, "How many transactions it has."),
        ("results", _WHOLE, "How many results it has."),
    ),
)
"""What a table of activities holds."""

TRANSACTIONS = Schema(
    name="iati_transactions",
    row=(
        "A transaction. Add up rows of one type and one currency only: a commitment and the payments it promised are "
        "the same money, and an amount below zero takes back what was said before."
    ),
    key=("entry", "transaction"),
    columns=_columns(
        *_OF_ACTIVITY,
        ("transaction", _WHOLE, "Which transaction of the activity it is, counted from 0."),
        ("ref", _TEXT, "Its number in the publisher's books."),
        ("type", _TEXT, "What it is, on the list TransactionType."),
        ("date", _DATE, "When it was agreed or made."),
        ("amount", _NUMBER, "How much, exactly."),
        ("currency", _TEXT, "In which currency, its own or the activity's default; null where neither is said."),
        ("value_date", _DATE, "The day whose rate of exchange holds."),
        ("provider", _TEXT, "The identifier of the organisation it comes from."),
        ("provider_name", _TEXT, "Its name."),
        ("receiver", _TEXT, "The identifier of the organisation it goes to."),
        ("receiver_name", _TEXT, "Its name."),
        ("description", _TEXT, "What it is for."),
        ("country", _TEXT, "The country it is for, where the transaction says so."),
        ("region", _TEXT, "The region it is for, where the transaction says so."),
        ("sectors", _TEXTS, "Its own sectors, as their vocabularies have them."),
    ),
)
"""What a table of transactions holds."""

RESULTS = Schema(
    name="iati_results",
    row=(
        "A value of an indicator: a baseline, a target or an actual value, of the whole or of a group. An indicator "
        "without any has one row with an empty kind, and so has a result without indicators."
    ),
    key=("entry", "result", "indicator", "period", "kind", "value"),
    columns=_columns(
        *_OF_ACTIVITY,
        ("result", _WHOLE, "Which result of the activity it is, counted from 0."),
        ("result_type", _TEXT, "What it is, on the list ResultType."),
        ("result_title", _TEXT, "What it is called."),
        ("indicator", _WHOLE, "Which indicator of the result it is, counted from 0."),
        ("indicator_title", _TEXT, "What is measured."),
        ("measure", _TEXT, "How, on the list IndicatorMeasure."),
        ("period", _WHOLE, "Which period of the indicator it is, counted from 0; null for a baseline."),
        ("kind", _TEXT, "Whether it is a baseline, a target or an actual value."),
        ("value", _WHOLE, "Which value of its kind in the period it is, counted from 0."),
        ("start", _DATE, "The first day it is of; of a baseline, its day."),
        ("end", _DATE, "The last day it is of; of a baseline, its day."),
        ("year", _WHOLE, "The year of a baseline."),
        ("number", _NUMBER, "The value as an exact number; null where it is not known or no number."),
        ("words", _TEXT, "The value as the file has it."),
        ("dimensions", _TEXTS, "The group it counts, as name=value; empty for the whole."),
        ("locations", _TEXTS, "The places it is about, by their refs."),
        ("comment", _TEXT, "What is said of it."),
    ),
)
"""What a table of values of results holds."""

SCHEMAS: dict[str, Schema] = {schema.name: schema for schema in (ACTIVITIES, TRANSACTIONS, RESULTS)}
"""What each table holds, by its name."""


def table(schema: Schema, activities: Iterable[Activity]) -> Table:
    """The table of these activities.

    Args:
        schema: Which: ``ACTIVITIES``, ``TRANSACTIONS`` or ``RESULTS``.
        activities: The activities, perhaps read one after the other.

    Raises:
        CooperationError: The schema is none of them.
    """
    return Table.of_rows(schema, _rows(schema, activities))


def write(path: str | os.PathLike[str], schema: Schema, activities: Iterable[Activity]) -> None:
    """Write the rows of activities to a file, in memory that does not grow with their number.

    Args:
        path: Where to: a name that ends in ``.parquet`` or ``.csv``.
        schema: Which rows: ``ACTIVITIES``, ``TRANSACTIONS`` or ``RESULTS``.
        activities: The activities, such as ``iati.iter_activities("activities.xml")``.

    Raises:
        CooperationError: The schema or the suffix is none of these, or a cell does not fit its column.
        LoadError: The activities come from a file that cannot be read on.
        MissingExtraError: Parquet is asked for, and pyarrow is not installed.
        OSError: The file cannot be written; what stood there before still stands.

    >>> from cooperation import iati
    >>> write("rows.parquet", TRANSACTIONS, iati.iter_activities("activities.xml"))  # doctest: +SKIP

    """
    name = os.fspath(path).lower()
    if name.endswith(".parquet"):
        write_parquet(path, schema, _tables(schema, activities))
    elif name.endswith(".csv"):
        write_csv(path, schema, _tables(schema, activities))
    else:
        raise CooperationError(f"{os.fspath(path)}: rows are written as .parquet or .csv")


def _tables(schema: Schema, activities: Iterable[Activity]) -> Iterator[Table]:
    rows = _rows(schema, activities)
    while some := list(itertools.islice(rows, _AT_ONCE)):
        yield Table.of_rows(schema, some)


def _rows(schema: Schema, activities: Iterable[Activity]) -> Iterator[tuple[Any, ...]]:
    make = _MAKERS.get(schema.name)
    if make is None or SCHEMAS[schema.name] is not schema:
        raise CooperationError(f"no rows of activities are {schema.name}; known are {', '.join(SCHEMAS)}")
    for entry, activity in enumerate(activities):
        identifier = _said(activity.iati_identifier)
        for row in make(activity):
            yield (identifier, entry, *row)


# ---- activities --------------------------------------------------------------------------------------------------


def _activity_rows(activity: Activity) -> Iterator[tuple[Any, ...]]:
    publisher = activity.reporting_org
    days = {date.type: date.iso_date for date in reversed(activity.activity_dates)}
    yield (
        _first(activity.title),
        None if publisher is None else _said(publisher.ref),
        None if publisher is None else _first(publisher.narratives),
        activity.activity_status,
        *(days.get(kind) for kind in _DATES),
        activity.default_currency,
        activity.lang,
        activity.hierarchy,
        *(_taking_part(activity, role) for role in ("1", "2", "3", "4")),
        tuple(country.code for country in activity.recipient_countries if country.code),
        tuple(region.code for region in activity.recipient_regions if region.code),
        tuple(sector.code for sector in activity.sectors if sector.code and sector.vocabulary in (None, "1")),
        tuple(tag.code for tag in activity.tags if tag.code and tag.vocabulary in ("2", "3")),
        len(activity.budgets),
        len(activity.transactions),
        len(activity.results),
    )


def _taking_part(activity: Activity, role: str) -> tuple[str, ...]:
    named = (_said(one.ref) or _first(one.narratives) for one in activity.participating_orgs if one.role == role)
    return tuple(filter(None, named))


# ---- transactions ------------------------------------------------------------------------------------------------


def _transaction_rows(activity: Activity) -> Iterator[tuple[Any, ...]]:
    for index, moved in enumerate(activity.transactions):
        yield (index, *_transaction(moved, activity.default_currency))


def _transaction(moved: Transaction, default: str | None) -> tuple[Any, ...]:
    value, provider, receiver = moved.value, moved.provider_org, moved.receiver_org
    return (
        moved.ref,
        moved.transaction_type,
        moved.transaction_date,
        None if value is None else value.amount,
        (None if value is None else value.currency) or default,
        None if value is None else value.value_date,
        None if provider is None else _said(provider.ref),
        None if provider is None else _first(provider.narratives),
        None if receiver is None else _said(receiver.ref),
        None if receiver is None else _first(receiver.narratives),
        _first(moved.description),
        None if moved.recipient_country is None else moved.recipient_country.code,
        None if moved.recipient_region is None else moved.recipient_region.code,
        tuple(sector.code for sector in moved.sectors if sector.code),
    )


# ---- results -----------------------------------------------------------------------------------------------------


def _result_rows(activity: Activity) -> Iterator[tuple[Any, ...]]:
    empty = (None,) * 8
    for r, result in enumerate(activity.results):
        of_result = (r, result.type, _first(result.title))
        if not result.indicators:
            yield (*of_result, None, None, None, *empty, (), (), None)
        for i, indicator in enumerate(result.indicators):
            of_indicator = (*of_result, i, _first(indicator.title), indicator.measure)
            rows = list(_value_rows(indicator))
            for row in rows:
                yield (*of_indicator, *row)
            if not rows:
                yield (*of_indicator, *empty, (), (), None)


def _value_rows(indicator: Indicator) -> Iterator[tuple[Any, ...]]:
    for v, baseline in enumerate(indicator.baselines):
        yield (
            None, "baseline", v, baseline.iso_date, baseline.iso_date, baseline.year, *_measured(baseline),
        )  # fmt: skip
    for p, period in enumerate(indicator.periods):
        for kind, values in (("target", period.targets), ("actual", period.actuals)):
            for v, value in enumerate(values):
                yield (p, kind, v, period.period_start, period.period_end, None, *_measured(value))


def _measured(said: Baseline | Measurement) -> tuple[Any, ...]:
    value = value_of(said.value, None)
    number: Decimal | None = value.number if isinstance(value, Number) else None
    return (
        number,
        said.value,
        tuple(f"{dimension.name or ''}={dimension.value or ''}" for dimension in said.dimensions),
        tuple(location.ref for location in said.locations if location.ref),
        _first(said.comment),
    )


# ---- words -------------------------------------------------------------------------------------------------------


def _said(word: str | None) -> str | None:
    return (word or "").strip() or None


def _first(text: Text | tuple[Narrative, ...] | None) -> str | None:
    """The first version of a text in which something stands."""
    if text is None:
        return None
    narratives = text.narratives if isinstance(text, Text) else text
    return next((narrative.text for narrative in narratives if narrative.text.strip()), None)


_MAKERS: dict[str, Callable[[Activity], Iterator[tuple[Any, ...]]]] = {
    ACTIVITIES.name: _activity_rows,
    TRANSACTIONS.name: _transaction_rows,
    RESULTS.name: _result_rows,
}
