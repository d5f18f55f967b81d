"""The kinds of value the standard knows: how each is written in XML, and what it is in Python.

They are the simple types of XML Schema 1.0 (https://www.w3.org/TR/xmlschema-2/) that IATI uses.
A word is read into a value; when the value would be written differently, the word is kept beside it (see ``kept``).
"""

import datetime as dt
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import attrs
import pendulum
from pendulum import Date, DateTime

__all__ = [
    "BOOLEAN",
    "DATE",
    "DATE_TIME",
    "DECIMAL",
    "INT",
    "LANGUAGE",
    "NAME",
    "NON_NEGATIVE",
    "POSITIVE",
    "STRING",
    "TOKEN",
    "URI",
    "Kind",
]

_SPACE = " \t\n\r"


@attrs.frozen(eq=False)  # there is one of each
class Kind:
    """One kind of value.

    Attributes:
        name: Its name in XML Schema.
        what: What it is, for messages, with an example.
        type: The Python type of the value.
        valid: Whether a word is legal for it.
        value: The value of a legal word, or ``None`` when Python has none for it, such as the year 10000.
        word: How a value is written.
    """

    name: str
    what: str
    type: type
    valid: Callable[[str], bool] = attrs.field(repr=False)
    value: Callable[[str], Any] = attrs.field(repr=False)
    word: Callable[[Any], str] = attrs.field(repr=False)

    def read(self, word: str) -> Any:
        """The value of a word; ``None`` when it is not legal, or Python has no value for it.

        White space around a value does no harm here, even where schema processors mind it.
        """
        if self.type is str:
            return self.value(word) if self.valid(word) else None
        bare = word.strip(_SPACE)
        return self.value(bare) if self.valid(bare) else None


def _bare(word: str) -> str:
    """A word without the white space that XML Schema collapses around every type but string."""
    return word.strip(_SPACE)


_DATE = re.compile(r"(-?\d{4,})-(\d\d)-(\d\d)(Z|[+-]\d\d:\d\d)?", re.ASCII)
_DATE_TIME = re.compile(r"(-?\d{4,})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)?", re.ASCII)
_DECIMAL = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)", re.ASCII)
_INTEGER = re.compile(r"[+-]?\d+", re.ASCII)
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
_NOT_IN_URI = re.compile(r"[^A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]")
_HEX = "%[0-9A-Fa-f]{2}"
_NAME_PART = rf"(?:[A-Za-z0-9\-._~!$&'()*+,;=]|{_HEX})"
_USER_PART = rf"(?:[A-Za-z0-9\-._~!$&'()*+,;=:]|{_HEX})"
_NO_COLON = rf"(?:[A-Za-z0-9\-._~!$&'()*+,;=@]|{_HEX})"
_PART = rf"(?:[A-Za-z0-9\-._~!$&'()*+,;=:@]|{_HEX})"
_AUTHORITY = rf"//(?:{_USER_PART}*@)?(?:\[[^\]]*\]|{_NAME_PART}*)(?::(?P<PORT>[0-9]+))?(?:/{_PART}*)*"
_ABSOLUTE = rf"/(?:{_PART}+(?:/{_PART}*)*)?"
_SCHEME = r"[A-Za-z][A-Za-z0-9+\-.]*:"
_URI = re.compile(
    rf"(?:{_SCHEME}(?:{_AUTHORITY.replace('PORT', 'port')}|{_ABSOLUTE}|{_PART}+(?:/{_PART}*)*|)"
    rf"|{_AUTHORITY.replace('PORT', 'port_too')}|{_ABSOLUTE}|{_NO_COLON}+(?:/{_PART}*)*|)"
    rf"(?:\?(?:{_PART}|[/?])*)?(?:#(?:{_PART}|[/?\[\]])*)?"
)
_MOST_PORT = 2**31 - 1
_MOST_INTEGER_DIGITS = 4000  # Python reads no longer ones
# The letters of names in XML 1.0, and what names may have behind the first.
_LETTER = (
    r"A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef"
    r"\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_NAME_CHARACTER = rf"\-.0-9\u00b7\u0300-\u036f\u203f\u2040{_LETTER}"
_TOKEN = re.compile(f"[:{_NAME_CHARACTER}]+")
_NAME = re.compile(f"[{_LETTER}][{_NAME_CHARACTER}]*")
_MOST_DIGITS = 19  # schema processors count years in 64 bits
_LAST_YEAR = 2**63 - 1
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _is_day(year: str, month: str, day: str) -> bool:
    digits = year.removeprefix("-")
    if not digits.strip("0") or (len(digits) > 4 and digits[0] == "0") or len(digits) > _MOST_DIGITS:  # noqa: PLR2004
        return False  # there is no year 0
    number = int(digits)
    if number > _LAST_YEAR:
        return False
    leap = number % 4 == 0 and (number % 100 != 0 or number % 400 == 0)
    if not 1 <= int(month) <= 12:  # noqa: PLR2004
        return False
    return 1 <= int(day) <= _DAYS[int(month) - 1] + (leap and month == "02")


def _is_offset(offset: str | None) -> bool:
    if offset in (None, "Z"):
        return True
    hours, minutes = int(offset[1:3]), int(offset[4:6])
    return minutes < 60 and hours * 60 + minutes <= 14 * 60  # noqa: PLR2004


def _is_date(word: str) -> bool:
    found = _DATE.fullmatch(word)
    return found is not None and _is_day(found[1], found[2], found[3]) and _is_offset(found[4])


def _date(word: str) -> Date | None:
    year, month, day, _ = _DATE.fullmatch(word).groups()  # type: ignore[union-attr]  # it is legal
    try:
        return Date(int(year), int(month), int(day))
    except (ValueError, OverflowError):  # a year before 1 or after 9999
        return None


def _is_date_time(word: str) -> bool:
    found = _DATE_TIME.fullmatch(word)
    if found is None or not _is_day(found[1], found[2], found[3]) or not _is_offset(found[8]):
        return False
    hour, minute, second = int(found[4]), int(found[5]), int(found[6])
    if hour == 24:  # noqa: PLR2004  # midnight at the end of the day
        return not minute and not second and not (found[7] or "").strip("0")
    return hour < 24 and minute < 60 and second < 60  # noqa: PLR2004


def _date_time(word: str) -> DateTime | None:
    year, month, day, hour, minute, second, fraction, offset = _DATE_TIME.fullmatch(word).groups()  # type: ignore[union-attr]
    micro = int((fraction or "0")[:6].ljust(6, "0"))
    try:
        moment = DateTime(
            int(year), int(month), int(day), int(hour) % 24, int(minute), int(second), micro, tzinfo=_zone(offset)
        )
    except (ValueError, OverflowError):
        return None
    if hour != "24":
        return moment
    try:
        return moment + dt.timedelta(days=1)
    except OverflowError:
        return None


def _zone(offset: str | None) -> Any:
    if offset is None:
        return None
    if offset == "Z":
        return pendulum.UTC
    seconds = (int(offset[1:3]) * 60 + int(offset[4:6])) * 60
    return pendulum.FixedTimezone(-seconds if offset[0] == "-" else seconds)


def _date_time_word(moment: dt.datetime) -> str:
    return moment.isoformat().removesuffix("+00:00") + ("Z" if moment.utcoffset() == dt.timedelta(0) else "")


def _is_integer(word: str) -> bool:
    return _INTEGER.fullmatch(_bare(word)) is not None


def _is_int(word: str) -> bool:
    bare = _bare(word)
    digits = bare.lstrip("+-").lstrip("0") or "0"
    return _is_integer(word) and len(digits) <= 10 and int(digits) <= 2**31 - (not bare.startswith("-"))  # noqa: PLR2004


def _is_zero(word: str) -> bool:
    return not _bare(word).strip("+-0")


def _is_not_negative(word: str) -> bool:
    return _is_integer(word) and (not _bare(word).startswith("-") or _is_zero(word))


def _is_positive(word: str) -> bool:
    return _is_not_negative(word) and not _is_zero(word)


def _integer(word: str) -> int | None:
    return int(word) if len(word) <= _MOST_INTEGER_DIGITS else None


def _is_uri(word: str) -> bool:
    """Whether schema processors take a text for an address, which is nearly always."""
    collapsed = re.sub("[ \t\r\n]+", " ", word).strip(" ")
    found = _URI.fullmatch(_NOT_IN_URI.sub("_", collapsed))
    return found is not None and int(found["port"] or found["port_too"] or 0) <= _MOST_PORT


def _language(word: str) -> str:
    """A language's code in the letters its standard uses: ``en``, ``pt-BR``, ``zh-Hant``."""
    first, *rest = word.split("-")
    return "-".join([first.lower(), *(_subtag(part) for part in rest)])


def _subtag(part: str) -> str:
    if len(part) == 2:  # noqa: PLR2004
        return part.upper()
    return part.title() if len(part) == 4 and part.isalpha() else part.lower()  # noqa: PLR2004


_BOOLEANS = {"true": True, "1": True, "false": False, "0": False}

STRING = Kind("string", "a text", str, lambda _: True, str, str)
URI = Kind("anyURI", "an address, such as https://example.org/report.pdf", str, _is_uri, str, str)
TOKEN = Kind(
    "NMTOKEN",
    "a name without spaces, such as activity-date",
    str,
    lambda word: _TOKEN.fullmatch(_bare(word)) is not None,
    _bare,
    str,
)
NAME = Kind("ID", "a name, such as part-1", str, lambda word: _NAME.fullmatch(_bare(word)) is not None, _bare, str)
LANGUAGE = Kind(
    "language",
    "a language's code, such as en or pt-BR",
    str,
    lambda word: not word or _LANGUAGE.fullmatch(_bare(word)) is not None,  # xml:lang="" takes a language back
    lambda word: _language(_bare(word)),
    str,
)
BOOLEAN = Kind(
    "boolean",
    "1 or 0 (true or false)",
    bool,
    lambda word: _bare(word) in _BOOLEANS,
    lambda word: _BOOLEANS[_bare(word)],
    lambda value: "1" if value else "0",
)
DATE = Kind("date", "a day, such as 2019-06-30", dt.date, _is_date, _date, dt.date.isoformat)
DATE_TIME = Kind(
    "dateTime",
    "a moment, such as 2019-06-30T12:00:00Z",
    dt.datetime,
    _is_date_time,
    _date_time,
    _date_time_word,
)
DECIMAL = Kind(
    "decimal",
    "a number, such as 1250.50, without separators of thousands",
    Decimal,
    lambda word: _DECIMAL.fullmatch(_bare(word)) is not None,
    lambda word: Decimal(_bare(word)),
    lambda number: format(number, "f"),
)
INT = Kind("int", "a whole number, such as 1", int, _is_int, _integer, str)
NON_NEGATIVE = Kind("nonNegativeInteger", "a whole number from 0 on", int, _is_not_negative, _integer, str)
POSITIVE = Kind("positiveInteger", "a whole number from 1 on", int, _is_positive, _integer, str)
