"""The words themselves: small functions that read one and write one."""

import difflib
import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, NoReturn

from cooperation.errors import InvariantError
from cooperation.model import (
    AgeRange,
    Anchor,
    Category,
    Coordinates,
    Count,
    CountPart,
    Length,
    Money,
    NotApplicable,
    Number,
    PartialDate,
    Period,
    Quantifier,
    Ratio,
    RelativeDate,
    Translated,
    Value,
    When,
)

# Digits are bounded so that a number of a million digits is refused by its form and never computed with.
_DIGITS = 40
_DECIMALS = 60
WHOLE = rf"[+-]?[0-9]{{1,{_DIGITS}}}"
NUMBER = rf"[+-]?[0-9]{{1,{_DIGITS}}}(\.[0-9]{{1,{_DECIMALS}}})?"
COUNT = rf"~?[0-9]{{1,{_DIGITS}}}"
DATE = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
LENGTH = r"P(?=[0-9])([0-9]{1,9}Y)?([0-9]{1,9}M)?([0-9]{1,9}W|([0-9]{1,9}D)?)"
PERIOD = rf"{DATE}|({DATE})?/{DATE}|{DATE}/|{LENGTH}|{DATE}/{LENGTH}|{LENGTH}/{DATE}"
RELATIVE = rf"(project|year)-(start|end)([+-]{LENGTH})?"
MONEY = rf"~?{NUMBER} [A-Z]{{3}}"
VALUE = rf"~?{NUMBER}|{NUMBER}/{NUMBER}|n/a"
AGES = r"[0-9]{1,3}(-[0-9]{1,3}|\+)"
SDG = r"[0-9]{1,2}(\.[0-9a-z]{1,2}(\.[0-9a-z]{1,3})?)?"
A_DATE = "a date such as 2019, 2019-03 or 2019-03-01"
A_MOMENT = f"{A_DATE}, or one told by another such as project-end or project-start+P6M"

_WHOLE = re.compile(WHOLE)
_NUMBER = re.compile(NUMBER)
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_LENGTH = re.compile(r"P(?=[0-9])(?:([0-9]{1,9})Y)?(?:([0-9]{1,9})M)?(?:([0-9]{1,9})W|(?:([0-9]{1,9})D)?)")
_RELATIVE = re.compile(r"((?:project|year)-(?:start|end))(?:([+-])(P.+))?")
_COUNT = re.compile(rf"(~?)([0-9]{{1,{_DIGITS}}})")
_AGES = re.compile(r"([0-9]{1,3})(?:-([0-9]{1,3})|\+)")
_QUANTIFIERS = {quantifier.value: quantifier for quantifier in Quantifier}
_NOT_APPLICABLE = NotApplicable()
_BEYOND = 10**_DIGITS
_LONGEST_SHOWN = 60


def anchored(pattern: str) -> str:
    """A pattern for a whole word, as a JSON Schema wants it."""
    return f"^({pattern})$"


def either_number_or(pattern: str) -> dict[str, Any]:
    """The schema of a word that JSON may also give as a bare whole number or, where it stays exact, a decimal."""
    return {"anyOf": [{"type": "string", "pattern": anchored(pattern)}, {"type": "number"}]}


def shown(raw: Any) -> str:
    """A raw value as a message shows it: in the words of the document, and short."""
    if raw is None:
        return "nothing (null)"
    if isinstance(raw, bool):
        return "true" if raw else "false"
    if isinstance(raw, dict):
        return "a mapping" if raw else "an empty mapping"
    if isinstance(raw, (list, tuple)):
        return "a list" if raw else "an empty list"
    text = repr(raw) if isinstance(raw, str) else str(raw)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 3]}..."


def nearest(word: Any, choices: Iterable[str]) -> str:
    """A hint that names the nearest known word, or nothing."""
    if not isinstance(word, str):
        return ""
    near = difflib.get_close_matches(word[:_LONGEST_SHOWN], list(choices), n=1, cutoff=0.6)
    return f" (did you mean {near[0]!r}?)" if near else ""


def refuse(expects: str) -> Callable[[Any], NoReturn]:
    """A reader that accepts no word."""

    def read(raw: Any) -> NoReturn:
        raise ValueError(f"expected {expects}, got {shown(raw)}")

    return read


def plain(number: Decimal) -> str:
    """A number in plain digits, without an exponent."""
    return format(write_number(number), "f")


def write_number(number: Decimal) -> Decimal:
    """An exact number, as it is read back; a nought has no sign, since JSON's has none.

    Raises:
        InvariantError: It has more digits than a document can hold.
    """
    if not _fits(number):
        raise InvariantError(
            f"a document holds numbers of at most {_DIGITS} digits and {_DECIMALS} decimals, not {number:.3E}"
        )
    return number or number.copy_abs()


def write_whole(number: int) -> int:
    """A whole number, as it is read back.

    Raises:
        InvariantError: It has more digits than a document can hold.
    """
    if not -_BEYOND < number < _BEYOND:
        raise InvariantError(f"a document holds whole numbers of at most {_DIGITS} digits, and one has more")
    return number


def read_text(raw: Any) -> str:
    """A text; a number must be quoted, since how it was written is lost otherwise."""
    if raw.__class__ is str:
        return raw
    raise ValueError(f"expected a text, got {shown(raw)}: put it in quotes")


def read_translations(raw: dict[str, Any]) -> Translated:
    """A mapping from languages to texts."""
    for language, text in raw.items():
        if text.__class__ is not str:
            message = f"expected a text in language {language!r}, got {shown(text)}"
            raise InvariantError(message, (language,), "wrong-value")
    return Translated(tuple(raw.items()))


def read_whole(raw: Any) -> int:
    """A whole number."""
    if raw.__class__ is int and -_BEYOND < raw < _BEYOND:
        return raw
    if raw.__class__ is str and _WHOLE.fullmatch(raw):
        return int(raw)
    raise ValueError(f"expected a whole number, got {shown(raw)}")


def read_number(raw: Any) -> Decimal:
    """An exact number."""
    if raw.__class__ is str and _NUMBER.fullmatch(raw):
        return Decimal(raw)
    if raw.__class__ is int and -_BEYOND < raw < _BEYOND:
        return Decimal(raw)
    if raw.__class__ is float:  # only from a tree that somebody else has read; JSON and YAML give exact numbers
        raw = Decimal(repr(raw))
    if raw.__class__ is Decimal and _fits(raw):
        return raw
    raise ValueError(f"expected a number, got {shown(raw)}")


def read_code(raw: Any) -> str:
    """A code; a decimal fraction is refused, since 16.10 and 16.1 are two codes and one number."""
    if raw.__class__ is str:
        return raw
    if raw.__class__ is int:
        return str(raw)
    raise ValueError(f'a code given as a number may lose a nought: write "{shown(raw)}" in quotes')


def read_date(raw: Any) -> PartialDate:
    """A year, a month or a day."""
    match = _DATE.fullmatch(_digits(raw))
    if match is None:
        raise ValueError(f"expected {A_DATE}, got {shown(raw)}")
    year, month, day = match.groups()
    return PartialDate(int(year), int(month) if month else None, int(day) if day else None)


def read_when(raw: Any) -> When:
    """A date, or one told by another."""
    match = _RELATIVE.fullmatch(raw) if raw.__class__ is str else None
    if match is None:
        if _DATE.fullmatch(_digits(raw)):
            return read_date(raw)
        raise ValueError(f"expected {A_MOMENT}, got {shown(raw)}")
    anchor, sign, length = match.groups()
    return RelativeDate(Anchor(anchor), read_length(length) if length else None, sign == "-")


def write_when(when: When) -> str:
    """A date, or one told by another."""
    if not isinstance(when, RelativeDate):
        return str(when)
    if when.offset is None:
        return when.anchor.value
    return f"{when.anchor.value}{'-' if when.before else '+'}{write_length(when.offset)}"


def read_length(raw: Any) -> Length:
    """A length, as ISO 8601 writes durations."""
    match = _LENGTH.fullmatch(raw) if raw.__class__ is str else None
    if match is None:
        raise ValueError(f"expected a length such as P2Y, P18M or P10D, got {shown(raw)}")
    years, months, weeks, days = (int(part or 0) for part in match.groups())
    return Length(years, months, 7 * weeks + days)


def write_length(length: Length) -> str:
    """A length, as ISO 8601 writes durations."""
    parts = ((length.years, "Y"), (length.months, "M"), (length.days, "D"))
    word = "P" + "".join(f"{number}{letter}" for number, letter in parts if number)
    if not _LENGTH.fullmatch(word):
        raise InvariantError(f"a document holds lengths of at most nine digits, not {length}")
    return word


def read_period(raw: Any) -> Period:
    """A period told by its ends, its length, or one of each."""
    if raw.__class__ is str:
        first, slash, second = raw.partition("/")
        if slash and "/" not in second and (first or second):
            start, length = _end(first)
            end, other = _end(second)
            if (length is None or end is not None) and (other is None or start is not None):
                return Period(start=start, end=end, length=length or other)
        elif not slash and raw.startswith("P"):
            return Period(length=read_length(raw))
    if _DATE.fullmatch(_digits(raw)):
        date = read_date(raw)
        return Period(start=date, end=date)
    raise ValueError(f"expected a period such as 2019/2021, 2019-03/2020-02, 2019, P2Y or 2019/P2Y, got {shown(raw)}")


def write_period(period: Period) -> str | None:
    """A period in a word, where one can say it."""
    if period.within is not None or period.ground is not None:
        return None
    if period.length is None:
        if period.start is not None and period.start == period.end:
            return str(period.start)
        return f"{period.start or ''}/{period.end or ''}"
    length = write_length(period.length)
    if period.start is None:
        return length if period.end is None else f"{length}/{period.end}"
    return f"{period.start}/{length}" if period.end is None else None


def read_money(raw: Any) -> Money:
    """An amount and its currency."""
    if raw.__class__ is str:
        amount, space, currency = raw.removeprefix("~").partition(" ")
        if space and _NUMBER.fullmatch(amount) and re.fullmatch("[A-Z]{3}", currency):
            return Money(amount=Decimal(amount), currency=currency, approximate=raw.startswith("~"))
    if _NUMBER.fullmatch(str(raw).removeprefix("~")):
        raise InvariantError(
            f"amount {shown(raw)} has no currency: write it as 450000 SEK", (), "amount-without-currency"
        )
    raise ValueError(f"expected money such as 450000 SEK, got {shown(raw)}")


def write_money(money: Money) -> str | None:
    """An amount and its currency."""
    if money.on is not None:
        return None
    return f"{'~' if money.approximate else ''}{plain(money.amount)} {money.currency}"


def read_count(raw: Any) -> Count:
    """A number, about a number, or a word for one."""
    if raw.__class__ is int and 0 <= raw < _BEYOND:
        return Count(number=raw)
    if raw.__class__ is str:
        if match := _COUNT.fullmatch(raw):
            return Count(number=int(match[2]), approximate=bool(match[1]))
        if raw in _QUANTIFIERS:
            return Count(quantifier=_QUANTIFIERS[raw])
    raise ValueError(f"expected a count such as 100, ~100 or most, got {shown(raw)}{nearest(raw, _QUANTIFIERS)}")


def write_count(count: Count) -> int | str | None:
    """A number, about a number, or a word for one."""
    if count.quantifier is not None and not count.approximate:
        return count.quantifier.value
    if count.parts or count.number is None:
        return None
    return f"~{write_whole(count.number)}" if count.approximate else write_whole(count.number)


def read_count_parts(raw: dict[str, Any]) -> tuple[CountPart, ...]:
    """What each partner has of a count."""
    if not raw:
        raise ValueError("expected the parts of a count, got an empty mapping: leave it out")
    return tuple(CountPart(partner, _inside(partner, read_whole, number)) for partner, number in raw.items())


def read_categories(raw: dict[str, Any]) -> tuple[Category, ...]:
    """One group in each of several dimensions."""
    if not raw:
        raise ValueError("expected at least one category, got an empty mapping")
    return tuple(Category(dimension, _inside(dimension, read_text, category)) for dimension, category in raw.items())


def read_value(raw: Any) -> Value:
    """A number, about a number, a ratio, or that there can be no value."""
    if raw.__class__ is not str:
        return Number(read_number(raw))
    if raw == "n/a":
        return _NOT_APPLICABLE
    part, slash, whole = raw.partition("/")
    if slash and _NUMBER.fullmatch(part) and _NUMBER.fullmatch(whole):
        return Ratio(Decimal(part), Decimal(whole))
    number = raw.removeprefix("~")
    if slash or not _NUMBER.fullmatch(number):
        raise InvariantError(
            f"expected a value such as 40, ~40, 12/40, n/a or {{text: ...}}, got {shown(raw)}", (), "value-not-a-number"
        )
    return Number(Decimal(number), approximate=number != raw)


def write_value(value: Value) -> Decimal | str | None:
    """A number, about a number, a ratio, or that there can be no value."""
    if isinstance(value, Number):
        return f"~{plain(value.number)}" if value.approximate else write_number(value.number)
    if isinstance(value, Ratio):
        return f"{plain(value.numerator)}/{plain(value.denominator)}"
    return "n/a" if isinstance(value, NotApplicable) else None


def read_ages(raw: Any) -> AgeRange:
    """Ages from and to."""
    match = _AGES.fullmatch(raw) if raw.__class__ is str else None
    if match is None:
        raise ValueError(f"expected ages such as 10-15 or 18+, got {shown(raw)}")
    return AgeRange(int(match[1]), int(match[2]) if match[2] else None)


def write_ages(ages: AgeRange) -> str | None:
    """Ages from and to."""
    if ages.youngest is None:
        return None
    word = f"{ages.youngest}+" if ages.oldest is None else f"{ages.youngest}-{ages.oldest}"
    return word if _AGES.fullmatch(word) else None


def read_coordinates(raw: Any) -> Coordinates:
    """Latitude and longitude."""
    if raw.__class__ is str:
        latitude, comma, longitude = (part.strip() for part in raw.partition(","))
        if comma and _NUMBER.fullmatch(latitude) and _NUMBER.fullmatch(longitude):
            return Coordinates(Decimal(latitude), Decimal(longitude))
    raise ValueError(f"expected latitude and longitude such as 56.8777, 14.8091, got {shown(raw)}")


def _fits(number: Decimal) -> bool:
    """Whether a document can hold it in plain digits."""
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -_DECIMALS and number.adjusted() < _DIGITS


def _end(word: str) -> tuple[PartialDate | None, Length | None]:
    if word.startswith("P"):
        return None, read_length(word)
    return (read_date(word) if word else None), None


def _digits(raw: Any) -> str:
    # JSON may give a year as a number; a negative one or one of five digits then fails the pattern.
    return raw if raw.__class__ is str else str(raw) if raw.__class__ is int else ""


def _inside(key: str, read: Callable[[Any], Any], raw: Any) -> Any:
    try:
        return read(raw)
    except ValueError as error:
        raise InvariantError(str(error), (key,), "wrong-value") from None
