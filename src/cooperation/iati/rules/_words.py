"""Words of a file in messages: quoted, and cut where they would go on for ever."""

__all__ = ["shown"]

_MOST = 60


def shown(text: str | None) -> str:
    """A text of the file as a message has it; what is not said at all is a question mark.

    >>> shown("SE-1 "), len(shown("a" * 10_000))
    ("'SE-1 '", 62)
    """
    if text is None:
        return "?"
    return repr(text if len(text) <= _MOST else f"{text[: _MOST - 3]}...")
