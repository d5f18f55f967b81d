"""Texts and values as XML has them."""

import re

__all__ = ["Quoted", "escaped", "is_character_data"]

_MOST = 1 << 16
_TEXT = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
# A parser would turn white space in an attribute into spaces.
_VALUE = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_in_text = re.compile("[&<>\r]")
_in_value = re.compile('[&<>"\t\n\r]')
_not_xml = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def escaped(text: str) -> str:
    """A text between tags."""
    return _in_text.sub(lambda found: _TEXT[found[0]], text)


def is_character_data(text: str) -> bool:
    """Whether XML can hold a text at all: it has no place for most control characters."""
    return text.isprintable() or _not_xml.search(text) is None


class Quoted(dict[str, str]):
    """Values between double quotes; short ones, which are mostly codes, are remembered."""

    def __missing__(self, value: str) -> str:
        quoted = _in_value.sub(lambda found: _VALUE[found[0]], value)
        if len(value) <= 40 and len(self) < _MOST:  # noqa: PLR2004
            self[value] = quoted
        return quoted
