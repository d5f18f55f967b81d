"""JSON: exact numbers, and texts that are wrong or built to harm refused at their place."""

import json
from decimal import Decimal

import pytest

from cooperation.diagnostics import LoadError
from cooperation.formats import json_text, loads, reads
from cooperation.formats.json_text import LONGEST_TEXT, place_of

START = '{"cooperation": 1, "project": {"id": "a", "title": "A"'
GOOD = START + "}}"


def with_part(part: str) -> str:
    """A good document with one more part in its project."""
    return f"{START}, {part}}}}}"


def with_value(value: str) -> str:
    """A good document with an indicator's value."""
    indicator = f'{{"id": "i", "statement": "I", "baseline": {{"value": {value}}}}}'
    return with_part(f'"logframe": {{"objectives": [{{"id": "o", "statement": "O", "indicators": [{indicator}]}}]}}')


HOSTILE = {
    "deep lists": ("[" * 100_000, "1:65: error DOC002 nested more than 64 deep"),
    "deep closed lists": ("[" * 100_000 + "]" * 100_000, "1:65: error DOC002 nested more than 64 deep"),
    "deep mappings": ('{"a":' * 100_000, "1:321: error DOC002 nested more than 64 deep"),
    "a little too deep": (with_part('"aliases": ' + "[" * 63 + "]" * 63), "1:130: error DOC002 nested more than 64"),
    "an escaped NUL": (
        with_part(r'"aliases": ["a\u0000"]'),
        "1:71: error DOC001 a text holds a NUL, which no text does",
    ),
    "an escaped NUL in a key": (with_part(r'"\u0000": 1'), "1:58: error DOC001 a text holds a NUL, which no text does"),
    "a NUL": (with_part('"aliases": ["a\0"]'), "1:71: error DOC001 the file holds a NUL, which no text does"),
    "a bell": (with_part('"aliases": ["a\a"]'), "1:71: error DOC001 the text is not JSON: Invalid control character"),
    "a first half": (with_part(r'"aliases": ["a\ud83cb"]'), "1:71: error DOC001 a text holds half a surrogate pair"),
    "a first half at the end": (
        with_part(r'"aliases": ["a\ud83c"]'),
        "1:71: error DOC001 a text holds half a surrogate",
    ),
    "two first halves": (
        with_part(r'"aliases": ["a\ud83c\ud83c"]'),
        "1:71: error DOC001 a text holds half a surrogate",
    ),
    "a second half": (with_part(r'"aliases": ["a\udf0d"]'), "1:71: error DOC001 a text holds half a surrogate pair"),
    "halves apart": (with_part(r'"aliases": ["\ud83c", "\udf0d"]'), "1:70: error DOC001 a text holds half a surrogate"),
    "no number": (with_part('"aliases": ["NaN"], "series": {"number": NaN}'), "1:98: error DOC001 NaN is no number of"),
    "infinity": (with_part('"series": {"number": -Infinity}'), "1:78: error DOC001 -Infinity is no number of JSON"),
    "a huge number": (with_value("1e999999"), "1:182: error DOC005 expected a number, got 1E+999999"),
    "a tiny number": (with_value("1e-999999"), "1:182: error DOC005 expected a number, got 1E-999999"),
    "a number out of proportion": (with_value("1e35"), "1:182: error DOC009 value 1.000E+35 is out of all proportion"),
    "a long number": (with_value("1" * 1_000_000), "1:182: error DOC002 a number of 1000000 digits"),
    "a long fraction": (with_value("0." + "1" * 1_000_000), "1:182: error DOC002 a number of 1000002 digits"),
    "a fraction a little too long": (with_value("0." + "1" * 61), "1:182: error DOC005 expected a number, got 0.111"),
    "a long text": (with_part(f'"aliases": ["{"x" * 1_000_001}"]'), "1:69: error DOC002 a text of 1000001 characters"),
    "a long text of quotes": (
        with_part('"aliases": ["' + r"\"" * 600_000 + '"]'),
        "1:69: error DOC002 a text of 1200000",
    ),
    # Pythons differ in whether they point at the comma or behind it, and in what they say of it.
    "a trailing comma": ('{"cooperation": 1,}', "1:1"),
    "a comment": ("// x\n{}", "1:1: error DOC001 the text is not JSON: Expecting value"),
    "two documents": ('{"cooperation": 1}\n{}', "2:1: error DOC001 the text is not JSON: Extra data"),
    "an empty file": ("", "1:1: error DOC001 the text is not JSON: Expecting value"),
    "a list": ("[1]", "1:1: error DOC005 expected a document with the key cooperation, got a list"),
    "a word": ('"a"', "1:1: error DOC005 expected a document with the key cooperation, got 'a'"),
    "a version that is true": ('{"cooperation": true}', "1:17: error DOC010 format version true is not known"),
    "a version with a fraction": ('{"cooperation": 1.0}', "1:17: error DOC010 format version 1.0 is not known"),
    "a long key": (with_part(f'"{"k" * 2000}": 1'), "1:57: error DOC003 unknown key 'kkkk"),
}


class TestReading:
    """What is read, and what is refused within bounds."""

    @pytest.mark.parametrize("name", HOSTILE)
    def test_hostile_texts(self, name: str) -> None:
        """A text that is wrong or built to harm is refused at once, with its place, by both ways of reading it."""
        text, expected = HOSTILE[name]
        for way in (loads, reads):
            with pytest.raises(LoadError) as caught:
                way(text, "json")

            assert str(caught.value).startswith(f"<text>:{expected}")

    def test_a_text_of_a_hundred_megabytes(self) -> None:
        """A text without measure is refused in seconds, even where the rest of the document is good."""
        data = with_part(f'"aliases": ["{"x" * 100_000_000}"]').encode()
        with pytest.raises(LoadError, match="DOC002 a text of 100000000 characters; at most 1000000 are read"):
            loads(data, "json")

    def test_other_encodings(self) -> None:
        """A file in another encoding is told to be one; the mark of Windows is no fault."""
        with pytest.raises(LoadError, match="1:1: error DOC001 the file is UTF-16: save it as UTF-8"):
            loads(GOOD.encode("utf-16"), "json")

        assert loads(GOOD, "json") == loads("\ufeff" + GOOD, "json")

    def test_the_longest_text(self) -> None:
        """A text of a million letters is read, whatever stands beside it."""
        text = with_part(f'"aliases": ["{"x" * LONGEST_TEXT}", "\\\\", "\\""]')

        assert LONGEST_TEXT == len(loads(text, "json").projects[0].aliases[0])

    def test_pairs_of_surrogates(self) -> None:
        """A letter beyond the first plane may be escaped in two halves, and a backslash before u is no escape."""
        text = with_part(r'"aliases": ["\ud83c\udf0d", "\\u0000", "\\ud83c", "\u00e5"]')

        assert ("🌍", r"\u0000", r"\ud83c", "å") == loads(text, "json").projects[0].aliases

    def test_numbers_are_exact(self) -> None:
        """Neither noughts at the end nor digits beyond those of a float are lost."""
        tree, _ = json_text.parse("[0.10, 12345678901234567890.123, 1e2, -0.0, 7]")

        assert ["0.10", "12345678901234567890.123", "1E+2", "-0.0", "7"] == [str(number) for number in tree]
        assert Decimal("0.30") == tree[0] * 3

    def test_every_duplicate_key_is_told(self) -> None:
        """Keys that stand twice are found at any depth; ``loads`` keeps the last, ``reads`` refuses them."""
        text = with_part('"title": "B", "period": {"start": "2019", "start": "2020"}')
        with pytest.raises(LoadError) as caught:
            reads(text, "json")

        assert [
            "1:57: error DOC007 the key 'title' stands twice",
            "1:99: error DOC007 the key 'start' stands twice",
        ] == [str(d) for d in caught.value.diagnostics]
        assert "B" == loads(text, "json").projects[0].title

    def test_escapes_of_ascii(self) -> None:
        """What other tools write, every letter beyond ASCII escaped, is the same document."""
        text = with_part('"aliases": ["Växjö", "🌍"]')

        assert loads(text, "json") == loads(json.dumps(json.loads(text), ensure_ascii=True), "json")


class TestPlaces:
    """Offsets and their lines."""

    def test_place_of(self) -> None:
        """Lines and columns are counted from 1, columns in letters."""
        text = "å\nbc\n"

        assert ["1:1", "1:2", "2:1", "2:3", "3:1"] == [str(place_of(text, offset)) for offset in (0, 1, 2, 4, 5)]
