"""The kinds of value against the types of the official schema language, word by word."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from cooperation.iati import kinds
from cooperation.iati.kinds import Kind

# Pieces that make words which are nearly right.
PIECES = {
    "date": ["9" * 18, "2019", "-", "0", "1", "01", "02", "29", "30", "31", "12", "13", "Z", "+", ":", "14", " ", "T"],
    "dateTime": ["2019-01-01", "T", "24", "23", "00", ":", "59", "60", ".", "0", "5", "Z", "+14:00", "-", " "],
    "decimal": ["0", "1", ".", "-", "+", " ", "e", "_", "12", "\t", "\u0661"],
    "int": ["0", "1", "-", "+", " ", "2147483647", "9", "_"],
    "nonNegativeInteger": ["0", "1", "-", "+", " ", ".", "9" * 30],
    "positiveInteger": ["0", "1", "-", "+", " ", ".", "9" * 30],
    "boolean": ["true", "false", "1", "0", " ", "TRUE", "\t", "t"],
    "NMTOKEN": ["a", ":", "-", ".", "1", " ", "\u00e9", "\u00b7", "/", "\u0300", "\u00d7"],
    "ID": ["a", "_", "-", ".", "1", " ", ":", "\u00e9", "\u00b7", "/", "\u0300", "\u00d7"],
    "language": ["en", "GB", "-", "_", " ", "x", "zh", "Hant", "abcdefghi", "1"],
    "anyURI": ["http", ":", "/", "//", "a", "b.org", "?", "#", "[", "]", "%", "%4", "%41", "@", " ", "\u00e9", "<", "8",
               "::1", "\n", "'", "2147483648", "."],
}  # fmt: skip
KINDS = [getattr(kinds, name) for name in kinds.__all__ if isinstance(getattr(kinds, name), Kind)]


def schema_type(name: str) -> Any:
    """A function that asks the schema language whether a word is legal for one of its types."""
    text = f"""
        <x:schema xmlns:x="http://www.w3.org/2001/XMLSchema"><x:element name="a"><x:complexType>
        <x:attribute name="v" type="x:{name}"/></x:complexType></x:element></x:schema>"""
    schema = etree.XMLSchema(etree.fromstring(text))

    def legal(word: str) -> bool:
        element = etree.Element("a")
        element.set("v", word)
        return bool(schema.validate(element))

    return legal


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind is not kinds.STRING], ids=lambda kind: kind.name)
def test_a_word_is_legal_when_the_schema_says_so(kind: Kind) -> None:
    """Of words made from pieces of legal ones, and of any text, our verdict is that of the schema."""
    official = schema_type(kind.name)
    words = st.lists(st.sampled_from(PIECES[kind.name]), max_size=8).map("".join)
    # Which letters a name may have differs between the editions of XML; libxml2 keeps to the fourth.
    last = 0xFF if kind in (kinds.TOKEN, kinds.NAME) else None
    texts = st.text(st.characters(exclude_categories=["Cs", "Cc"], max_codepoint=last), max_size=12)

    @settings(max_examples=300, deadline=None)
    @given(words | texts)
    @example("")
    def check(word: str) -> None:
        # xml:lang may be empty, which its own type may not.
        if kind is kinds.LANGUAGE and not word:
            return

        assert official(word) == kind.valid(word)

    check()


@pytest.mark.parametrize(
    ("kind", "word", "value"),
    [
        (kinds.DATE, "2017-02-06+08:00", dt.date(2017, 2, 6)),
        (kinds.DATE, " 2017-02-06 ", dt.date(2017, 2, 6)),
        (kinds.DATE, "-0044-03-15", None),
        (kinds.DATE, "12017-02-06", None),
        (kinds.DATE, "9223372036854775807-02-06", None),
        (kinds.DATE_TIME, "9999999999-02-06T12:00:00Z", None),
        (kinds.DATE, "2017-02-30", None),
        (kinds.DATE_TIME, "2019-06-30T24:00:00", dt.datetime(2019, 7, 1)),  # noqa: DTZ001  # as it stands there
        (kinds.DATE_TIME, "9999-12-31T24:00:00", None),
        (kinds.DATE_TIME, "2019-06-30T12:00:00.1234567Z", dt.datetime(2019, 6, 30, 12, 0, 0, 123456, dt.UTC)),
        (kinds.BOOLEAN, "true", True),
        (kinds.BOOLEAN, "0", False),
        (kinds.BOOLEAN, "yes", None),
        (kinds.LANGUAGE, "EN", "en"),
        (kinds.LANGUAGE, "pt-br", "pt-BR"),
        (kinds.LANGUAGE, "ZH-HANT", "zh-Hant"),
        (kinds.DECIMAL, "+1.50", Decimal("1.50")),
        (kinds.DECIMAL, "1e3", None),
        (kinds.DECIMAL, "NaN", None),
        (kinds.POSITIVE, "0", None),
        (kinds.POSITIVE, "9" * 5000, None),
    ],
)
def test_a_word_has_its_value(kind: Kind, word: str, value: object) -> None:
    """What is legal has the value it means, whatever way it is written; what Python cannot hold has none."""
    assert value == kind.read(word)


@pytest.mark.parametrize(
    ("kind", "value", "word"),
    [
        (kinds.DECIMAL, Decimal("1E+3"), "1000"),
        (kinds.DECIMAL, Decimal("0E-7"), "0.0000000"),
        (kinds.BOOLEAN, True, "1"),
    ],
)
def test_a_value_is_written_as_a_legal_word(kind: Kind, value: object, word: str) -> None:
    """Numbers are written without an exponent, booleans as the standard's own examples have them."""
    assert word == kind.word(value)
    assert value == kind.read(word)
