"""What a measure answers: a value, what it rests on, and what could not be used."""

import enum
import functools
from collections.abc import Callable
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from fractions import Fraction
from typing import Any, Generic, ParamSpec, TypeVar

from attrs import frozen

from cooperation.display import Shown

__all__ = ["Reading", "refusal", "spoken"]

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
P = ParamSpec("P")

_EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)


@frozen
class Reading(Shown, Generic[T_co]):
    """What a measure found.

    A reading is no truth value: a plain ``if`` would read nought as nothing, so it refuses.

    Attributes:
        value: The answer; ``None`` when nothing can be said, and then the note says why.
        n: How many known things it rests on.
        unknown: How many more there are that could not be used.
        note: Why there is no answer, or what else a reader of it should know.
        code: The rule whose page explains why the answer was refused, such as ``IND018`` for persons and households.

    >>> Reading(Fraction(1, 2), 2, 1, "1 of 3 partners is not named").is_known
    True
    >>> print(Reading(None, 0, 3, "no value is known"))
    unknown (no value is known)

    """

    value: T_co | None
    n: int = 0
    unknown: int = 0
    note: str | None = None
    code: str | None = None

    @property
    def is_known(self) -> bool:
        """Whether there is a value; nought is one."""
        return self.value is not None

    @property
    def is_refused(self) -> bool:
        """Whether what was asked for would be nonsense, and not only unknown; then ``code`` names the rule."""
        return self.value is None and self.code is not None

    def __bool__(self) -> bool:
        raise TypeError("a reading may be unknown or nought: ask is_known, or compare its value")

    def __str__(self) -> str:
        said = "unknown" if self.value is None else spoken(self.value)
        code = "" if self.code is None else f"{self.code}: "
        return said if self.note is None else f"{said} ({code}{self.note})"


def refusal(note: str, code: str | None = None, *, n: int = 0, unknown: int = 0) -> Reading[Any]:
    """A reading that has no value, and says why."""
    return Reading(None, n, unknown, note, code)


class NoAnswerError(Exception):
    """Why a measure has no answer; raised where that is found out, and turned into a reading by ``answered``."""

    def __init__(self, note: str, code: str | None = None, *, n: int = 0, unknown: int = 0) -> None:
        super().__init__(note)
        self.reading: Reading[Any] = refusal(note, code, n=n, unknown=unknown)


def answered(measure: Callable[P, Reading[T]]) -> Callable[P, Reading[T]]:
    """A measure that answers with a reading where it finds that there is no answer."""

    @functools.wraps(measure)
    def made(*args: P.args, **kwargs: P.kwargs) -> Reading[T]:
        try:
            return measure(*args, **kwargs)
        except NoAnswerError as no:
            return no.reading

    return made


def value_of(reading: Reading[T], *, unknown: int | None = None) -> T:
    """The value of a reading; where it has none, that is the whole answer.

    Raises:
        NoAnswerError: It has none.

    """
    if reading.value is None:
        lost = reading.unknown if unknown is None else unknown
        raise NoAnswerError(str(reading.note), reading.code, n=reading.n, unknown=lost)
    return reading.value


_GLANCE = 100  # of a fraction with more than two digits above or below nobody sees how large it is
_DIGITS = 4


def _rounded(value: Fraction) -> str:
    """To hundredths, or to four digits where that is more; half to even."""
    places = 2
    while abs(value) * 10**places < 10 ** (_DIGITS - 1):
        places += 1
    return f"{Decimal(round(value * 10**places)).scaleb(-places, _EXACT):f}"


def spoken(value: object, *, rounded: bool = False) -> str:
    """A value in words; a fraction as a decimal where that is exact.

    One that no decimal tells stands as it is while it can be read at a glance, and else rounded, which it says.

    Args:
        value: The value.
        rounded: Whether to round every fraction that no decimal tells, as a percentage is.

    >>> spoken(Fraction(1, 8)), spoken(Fraction(1, 3)), spoken(Fraction(-3))
    ('0.125', '1/3', '-3')
    >>> spoken(Fraction(650, 17)), spoken(Fraction(-2, 1201))
    ('≈ 38.24', '≈ -0.001665')
    """
    if not isinstance(value, Fraction):
        return str(value.value if isinstance(value, enum.Enum) else value)
    rest, places = value.denominator, 0
    for factor in (2, 5):
        count = 0
        while rest % factor == 0:
            rest //= factor
            count += 1
        places = max(places, count)
    if rest != 1:
        plain = not rounded and max(abs(value.numerator), value.denominator) < _GLANCE
        return f"{value.numerator}/{value.denominator}" if plain else f"≈ {_rounded(value)}"
    if not places:
        return str(value.numerator)
    digits = f"{abs(value.numerator) * 10**places // value.denominator:0{places + 1}}"
    return f"{'-' if value < 0 else ''}{digits[:-places]}.{digits[-places:]}"
