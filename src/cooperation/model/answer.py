"""Yes, no, or cannot be known."""

import enum

__all__ = ["Answer"]


class Answer(enum.Enum):
    """What the model answers when a fact may be missing.

    An answer is no truth value: a plain ``if`` would read *unknown* as *yes*, so it refuses.

    >>> Answer.UNKNOWN is Answer.YES
    False
    >>> bool(Answer.UNKNOWN)
    Traceback (most recent call last):
        ...
    TypeError: an answer may be unknown: compare it, as in 'answer is Answer.YES'
    """

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"

    def __bool__(self) -> bool:
        raise TypeError("an answer may be unknown: compare it, as in 'answer is Answer.YES'")
