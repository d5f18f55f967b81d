"""How the model's awkward values become cells: texts, dates, periods, counts, money and indicator values.

The groups of columns stand beside the functions that fill them, so that the two agree.
"""

import enum
from collections.abc import Callable
from typing import Any, TypeAlias

from cooperation.frames.schema import Column, ColumnType
from cooperation.model import (
    Count,
    Described,
    Money,
    NotApplicable,
    Number,
    PartialDate,
    Period,
    Ratio,
    Text,
    Value,
    text_in,
)

__all__ = [
    "Cells",
    "Dates",
    "Periods",
    "Say",
    "boolean",
    "count_cells",
    "count_columns",
    "date_columns",
    "dates",
    "decimal",
    "money_cells",
    "money_columns",
    "period_columns",
    "periods",
    "say_in",
    "text",
    "texts",
    "value_cells",
    "value_columns",
    "whole",
    "words",
]

Cells: TypeAlias = tuple[Any, ...]
Say: TypeAlias = Callable[[Text | None], str | None]
Dates: TypeAlias = Callable[[PartialDate | None], Cells]
Periods: TypeAlias = Callable[[Period | None], Cells]

# Few dates are told very often; more than this are told once each.
_REMEMBERED = 65_536


# ---- single columns ----------------------------------------------------------------------------------------------


def text(name: str, meaning: str, *, joins: str | None = None, of: type[enum.Enum] | None = None) -> Column:
    """A column of texts: prose, ids of another table, or the words of a list."""
    return Column(name=name, type=ColumnType.TEXT, meaning=meaning, joins=joins, words=() if of is None else words(of))


def texts(name: str, meaning: str, *, joins: str | None = None, of: type[enum.Enum] | None = None) -> Column:
    """A column of several texts a cell."""
    return Column(name=name, type=ColumnType.TEXTS, meaning=meaning, joins=joins, words=() if of is None else words(of))


def whole(name: str, meaning: str, *, unit: str | None = None) -> Column:
    """A column of whole numbers."""
    return Column(name=name, type=ColumnType.WHOLE, meaning=meaning, unit=unit)


def decimal(name: str, meaning: str, *, unit: str | None = None) -> Column:
    """A column of exact numbers."""
    return Column(name=name, type=ColumnType.DECIMAL, meaning=meaning, unit=unit)


def boolean(name: str, meaning: str) -> Column:
    """A column of yes and no."""
    return Column(name=name, type=ColumnType.BOOLEAN, meaning=meaning)


def words(kind: type[enum.Enum]) -> tuple[str, ...]:
    """The words of a list, in its order."""
    return tuple(member.value for member in kind)


# ---- texts -------------------------------------------------------------------------------------------------------


def say_in(language: str | None) -> Say:
    """A function that tells a text in a language where it has it, else as its author wrote it first."""

    def say(text: Text | None) -> str | None:
        if text is None or text.__class__ is str:
            return text
        return str(text) if language is None else text_in(text, language)

    return say


# ---- dates -------------------------------------------------------------------------------------------------------

_PRECISIONS = ("year", "month", "day")


def date_columns(name: str, what: str) -> tuple[Column, ...]:
    """The columns of a date that says how precise it is."""
    return (
        text(name, f"{what}, in the words of the format and as precise as its source: 2019, 2019-03 or 2019-03-01."),
        Column(name=f"{name}_first", type=ColumnType.DATE, meaning="The first day that can be."),
        Column(name=f"{name}_last", type=ColumnType.DATE, meaning="The last day that can be."),
        Column(
            name=f"{name}_precision",
            type=ColumnType.TEXT,
            meaning="How precise it is.",
            words=_PRECISIONS,
        ),
    )


def dates() -> Dates:
    """A function that tells dates, and remembers those it told."""
    told: dict[int, tuple[object, Cells]] = {}

    def cells(date: PartialDate | None) -> Cells:
        if date is None:
            return _NO_DATE
        # Equal dates of a document are one object, and asking whether two are equal takes longer than telling one.
        found = told.get(id(date))
        if found is None:
            if len(told) >= _REMEMBERED:
                told.clear()
            found = told[id(date)] = (date, _date_cells(date))
        return found[1]

    return cells


_NO_DATE: Cells = (None,) * 4


def _date_cells(date: PartialDate) -> Cells:
    return (str(date), date.earliest, date.latest, _precision(date))


def _precision(date: PartialDate | None) -> str | None:
    if date is None:
        return None
    return "year" if date.month is None else "month" if date.day is None else "day"


def period_columns(prefix: str, what: str) -> tuple[Column, ...]:
    """The columns of a period that may be only a length, or only bounded."""
    return (
        text(f"{prefix}period", f"{what}, as much of it as is known, in words."),
        Column(
            name=f"{prefix}first_day",
            type=ColumnType.DATE,
            meaning="The first day it can have, reckoned from its end and length or from its bounds where need be.",
        ),
        Column(
            name=f"{prefix}last_day",
            type=ColumnType.DATE,
            meaning="The last day it can have, reckoned from its start and length or from its bounds where need be.",
        ),
        Column(
            name=f"{prefix}start_precision",
            type=ColumnType.TEXT,
            meaning="How precisely its start is stated; null when it is not.",
            words=_PRECISIONS,
        ),
        Column(
            name=f"{prefix}end_precision",
            type=ColumnType.TEXT,
            meaning="How precisely its end is stated; null when it is not.",
            words=_PRECISIONS,
        ),
        boolean(
            f"{prefix}placed",
            "Whether it is known where it lies; false when only a length, one end or bounds are known.",
        ),
        whole(f"{prefix}months", "The whole months it lasts, from start and end, else from its length.", unit="month"),
    )


def periods() -> Periods:
    """A function that tells periods, and remembers those it told."""
    told: dict[int, tuple[object, Cells]] = {}

    def cells(period: Period | None) -> Cells:
        if period is None:
            return _NO_PERIOD
        found = told.get(id(period))
        if found is None:
            if len(told) >= _REMEMBERED:
                told.clear()
            found = told[id(period)] = (period, _period_cells(period))
        return found[1]

    return cells


_NO_PERIOD: Cells = (None,) * 7


def _period_cells(period: Period) -> Cells:
    return (
        str(period),
        period.first_day,
        period.last_day,
        _precision(period.start),
        _precision(period.end),
        period.is_placed,
        period.in_months,
    )


# ---- numbers -----------------------------------------------------------------------------------------------------


def count_columns(name: str, what: str) -> tuple[Column, ...]:
    """The columns of a count."""
    return (
        whole(name, f"{what}: the number as stated, else the sum of its parts."),
        boolean(f"{name}_approximate", "Whether the source says 'about'."),
        text(f"{name}_word", "The word, where that is all there is: most, several."),
    )


def count_cells(count: Count | None) -> Cells:
    """The number, whether it is approximate, and the word."""
    if count is None:
        return (None, None, None)
    if count.quantifier is not None:
        return (None, None, count.quantifier.value)
    return (count.total, count.approximate, None)


def money_columns(what: str) -> tuple[Column, ...]:
    """The columns of an amount of money."""
    return (
        decimal("amount", f"{what}; negative for a revision or a repayment.", unit="currency"),
        text("currency", "The currency of the amount, ISO 4217."),
        boolean("approximate", "Whether the source says 'about'."),
        text("valued_on", "The date whose value the amount is, for conversion."),
    )


def money_cells(money: Money | None) -> Cells:
    """The amount, its currency, whether it is approximate, and the date of its value."""
    if money is None:
        return (None, None, None, None)
    return (money.amount, money.currency, money.approximate, None if money.on is None else str(money.on))


_STATES = ("number", "ratio", "text", "not-applicable", "unknown")


def value_columns(prefix: str = "", whose: str = "the value") -> tuple[Column, ...]:
    """The columns of an indicator's value, which keep a number, a share, words, no value and an unknown one apart."""
    return (
        Column(
            name=f"{prefix}state",
            type=ColumnType.TEXT,
            meaning=f"What {whose} is; a zero is a number, and what nobody knows is unknown.",
            words=_STATES,
        ),
        decimal(f"{prefix}number", "The number, when it is one.", unit="unit"),
        boolean(f"{prefix}approximate", "Whether the source says 'about' of the number; false of a ratio."),
        decimal(f"{prefix}numerator", "The part, when it is a ratio.", unit="unit"),
        decimal(f"{prefix}denominator", "The whole, when it is a ratio; above zero.", unit="unit"),
        text(f"{prefix}text", "The words, when it is told in words."),
    )


_UNKNOWN: Cells = ("unknown", None, None, None, None, None)
_NOT_APPLICABLE: Cells = ("not-applicable", None, None, None, None, None)


def value_cells(value: Value | None, say: Say) -> Cells:
    """The state, the number, whether it is approximate, numerator, denominator and words."""
    # Most values are plain numbers, and asking for their very class is the quickest question.
    if type(value) is Number:
        return ("number", value.number, value.approximate, None, None, None)
    if value is None:
        return _UNKNOWN
    if isinstance(value, Ratio):
        return ("ratio", None, False, value.numerator, value.denominator, None)
    if isinstance(value, Described):
        return ("text", None, None, None, None, say(value.text))
    if isinstance(value, NotApplicable):
        return _NOT_APPLICABLE
    raise TypeError(f"a value is a number, a ratio, words or not applicable, not {type(value).__name__}")
