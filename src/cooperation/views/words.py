"""Text that fits a terminal: without anything that steers it, wrapped by the cells it takes."""

import re
import unicodedata
from collections.abc import Iterator
from html import escape

__all__ = ["cells", "escaped", "harmless", "padded", "unmarked", "wrapped"]

# Joiners are part of how Persian, Hindi and many emoji are written.
_JOINERS = {"\N{ZERO WIDTH JOINER}", "\N{ZERO WIDTH NON-JOINER}"}


def harmless(text: str) -> str:
    r"""A text in one line that steers nothing: white space becomes a space, and a control character a mark.

    >>> harmless("clean\twater \x1b[2J")
    'clean water �[2J'
    """
    return "".join(
        letter
        if letter.isprintable() or letter in _JOINERS
        else " "
        if letter.isspace()
        else "\N{REPLACEMENT CHARACTER}"
        for letter in text
    )


def escaped(text: str) -> str:
    """A text in one line that is only text in HTML, XML and their attributes.

    >>> escaped('<script>"x"</script>')
    '&lt;script&gt;&quot;x&quot;&lt;/script&gt;'
    """
    return escape(harmless(text))


_MARKS = re.compile(r"[\\`*\[\]|~$]|(?<![^\W_])_|_(?![^\W_])")
_ENTITY = re.compile(r"&(?=#|\w+;)")
_MENTION = re.compile(r"(?<!\w)@(?=\w)")
_WORD_JOINER = "\N{WORD JOINER}"


def unmarked(text: str) -> str:
    r"""A text in one line that Markdown shows as it is, and in which nobody is called by name.

    >>> unmarked("50 | *new*\n<b>wells</b>")
    '50 \\| \\*new\\* &lt;b>wells&lt;/b>'
    """
    escaped = _MARKS.sub(lambda found: f"\\{found[0]}", _ENTITY.sub("&amp;", harmless(text)))
    return _MENTION.sub(f"@{_WORD_JOINER}", escaped.replace("<", "&lt;"))


def cells(text: str) -> int:
    """How many columns of a terminal a text takes.

    >>> cells("Växjö"), cells("水")
    (5, 2)
    """
    return len(text) if text.isascii() else sum(map(_cells, text))


def padded(text: str, width: int) -> str:
    """A text with as many spaces behind it as it needs to take so many columns."""
    return text + " " * (width - cells(text))


def wrapped(text: str, width: int, *, taken: int = 0) -> list[str]:
    """The lines of a text, none wider than so many columns; words are broken only where one alone is too wide.

    Args:
        text: The text.
        width: How many columns a line may take.
        taken: How many of the first line's columns are taken already.

    >>> wrapped("Both institutions work with energy", 16)
    ['Both', 'institutions', 'work with energy']
    """
    lines: list[str] = []
    line, used = "", taken
    for word in harmless(text).split():
        for piece in _pieces(word, max(2, width)):
            size = cells(piece)
            if used and used + bool(line) + size > width:
                lines.append(line)
                line, used = piece, size
            else:
                line, used = (f"{line} {piece}", used + 1 + size) if line else (piece, used + size)
    return [*lines, line]


def shortened(lines: list[str], most: int) -> list[str]:
    """No more lines than so many; the last says that there is more, where there is.

    >>> shortened(wrapped("Both institutions work with energy", 16), 2)
    ['Both', 'institutions …']
    """
    return lines if len(lines) <= most else [*lines[: most - 1], f"{lines[most - 1]} …"]


def _pieces(word: str, width: int) -> Iterator[str]:
    if cells(word) <= width:
        yield word
        return
    piece, taken = "", 0
    for letter in word:
        size = _cells(letter)
        if piece and taken + size > width:
            yield piece
            piece, taken = "", 0
        piece, taken = piece + letter, taken + size
    yield piece


def _cells(letter: str) -> int:
    if unicodedata.combining(letter) or letter in _JOINERS:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
