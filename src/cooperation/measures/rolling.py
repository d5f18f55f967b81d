"""Rolling up: many quantities become one, or the reason why they must not."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from attrs import evolve

from cooperation.measures.quantities import Quantity
from cooperation.measures.reading import Reading, refusal, spoken
from cooperation.model import OverParts, Reach, UnitKind

__all__ = ["roll_up"]

# Of these, unlike units of one kind may be added: pupils and teachers are persons, plans and films are documents.
_COUNTED = {
    UnitKind.PERSON,
    UnitKind.HOUSEHOLD,
    UnitKind.ORGANISATION,
    UnitKind.PLACE,
    UnitKind.EVENT,
    UnitKind.DOCUMENT,
    UnitKind.THING,
}
# Those who may be met again elsewhere, so that adding counts them twice.
_PEOPLE = {UnitKind.PERSON, UnitKind.HOUSEHOLD}


def roll_up(
    values: Iterable[Quantity | Reading[Quantity] | None], how: OverParts | None, *, separate: bool = False
) -> Reading[Quantity]:
    """Several quantities as one, which can be rolled up again.

    Sums, maxima, averages and shares of wholes do not depend on the order, and rolling up what was rolled up gives what
    rolling up everything at once gives.
    What must not be added is refused, with the reason and the code of the rule that explains it.

    Args:
        values: The quantities; ``None`` for one that is unknown, and a reading for one that is rolled up already.
            A reading that was refused refuses the whole.
        how: How; ``None`` where nobody said, which is then the answer.
        separate: Whether the quantities are known to be of unlike people and things, so that nobody counts twice.

    >>> plans = [Quantity(number=Fraction(n), kind=UnitKind.DOCUMENT) for n in (2, 3)]
    >>> print(roll_up([*plans, None], OverParts.SUM))
    5 (1 is unknown)
    >>> shares = [Quantity(number=Fraction(n), per_cent=True) for n in (20, 60)]
    >>> print(roll_up(shares, OverParts.AVERAGE))
    unknown (IND016: percentages without their wholes cannot be rolled up)

    """
    known: list[Quantity] = []
    refused: list[Reading[Quantity]] = []
    n = lost = 0
    for value in values:
        if isinstance(value, Quantity):
            known.append(value)
        elif value is None:
            lost += 1
        elif value.value is not None:
            known.append(value.value)
        elif value.is_refused:
            n, lost = n + value.n, lost + value.unknown
            refused.append(value)
        else:
            lost += value.n + value.unknown
    n, unknown = n + sum(q.n for q in known), lost + sum(q.unknown for q in known)
    if refused:
        first = min(refused, key=lambda one: (str(one.code), str(one.note)))
        return refusal(str(first.note), first.code, n=n, unknown=unknown)
    if how is None or how is OverParts.NONE:
        note = "nobody said how the parts roll up" if how is None else "the parts are said not to roll up"
        return refusal(note, n=n, unknown=unknown)
    if not known:
        return refusal("no value is known" if unknown else "there is nothing to roll up", unknown=unknown)
    if (no := _nonsense(known, how, separate=separate)) is not None:
        return refusal(*no, n=n, unknown=unknown)
    return Reading(_resting_on(_made(known, how), n, unknown), n, unknown, _noted(unknown))


def _resting_on(made: Quantity, n: int, unknown: int) -> Quantity:
    return made if (made.n, made.unknown) == (n, unknown) else evolve(made, n=n, unknown=unknown)


def _noted(unknown: int) -> str | None:
    if not unknown:
        return None
    return "1 is unknown" if unknown == 1 else f"{unknown} are unknown"


def _nonsense(known: Sequence[Quantity], how: OverParts, *, separate: bool) -> tuple[str, str] | None:
    """Why these must not be rolled up like this, and the rule that says so; ``None`` when they may."""
    if len(known) == 1:  # which is like itself, and quickly told
        return _unlike_shares(known, how) if how is OverParts.RATIO else None
    return _unlike_shares(known, how) or _unlike_units(known) or _counted_twice(known, how, separate=separate)


def _unlike_shares(known: Sequence[Quantity], how: OverParts) -> tuple[str, str] | None:
    shares = [q for q in known if q.is_share]
    why = None
    if how is OverParts.RATIO and len(shares) < len(known):
        why = "what is no share cannot be rolled up as one"
    elif shares and (len(shares) < len(known) or len({q.per_cent for q in shares}) > 1):
        why = "shares and plain numbers cannot be rolled up together"
    elif len(shares) > 1 and how is not OverParts.MAXIMUM:
        if any(q.whole is None for q in shares):
            why = "percentages without their wholes cannot be rolled up"
        elif how is not OverParts.RATIO:
            why = f"shares are no numbers for a {how.value}: roll them up as a ratio, by their wholes"
    return None if why is None else (why, "IND016")


def _unlike_units(known: Sequence[Quantity]) -> tuple[str, str] | None:
    kinds = {q.kind for q in known}
    told = sorted(kind.value for kind in kinds if kind is not None)
    if len(told) > 1:
        return f"{' and '.join(told)} are unlike: state a factor, and use times()", "IND018"
    if len(kinds) > 1:
        return f"some are of kind {told[0]}, of others nobody said what they count", "IND003"
    units = {None if q.unit is None else q.unit.casefold() for q in known}
    if len(units) == 1 or kinds <= _COUNTED:
        return None
    said = " and ".join(sorted(unit or "an unknown unit" for unit in {q.unit for q in known}))
    if kinds == {UnitKind.MONEY}:
        return f"{said} are unlike currencies: convert them first, by a dated rate", "MON011"
    return f"{said} are unlike: state a factor, and use times()", "IND018"


def _counted_twice(known: Sequence[Quantity], how: OverParts, *, separate: bool) -> tuple[str, str] | None:
    if how in (OverParts.MAXIMUM, OverParts.AVERAGE):
        return None
    reaches = {q.reach for q in known if q.reach is not None}
    if len(reaches) > 1:
        told = " and ".join(sorted(reach.value for reach in reaches))
        return f"{told} reach are not added: whoever is reached both ways would count twice", "IND017"
    if separate or how is OverParts.RATIO:
        return None
    if how is OverParts.UNION:
        least, most = max(q.as_fraction for q in known), sum((q.as_fraction for q in known), Fraction())
        return f"nobody said who is counted more than once: between {spoken(least)} and {spoken(most)}", "IND017"
    people = [q.kind.value for q in known if q.kind in _PEOPLE and q.unique is not True]
    if people:
        return f"the same {people[0]}s may be counted twice: nothing says that they are unique", "IND017"
    return None


def _made(known: Sequence[Quantity], how: OverParts) -> Quantity:
    if len(known) == 1:
        return known[0]
    one = _alike(known)
    if how is OverParts.MAXIMUM:
        # Of two equal shares the one of the greater whole, so that the order does not matter.
        most = max(known, key=lambda q: (q.as_fraction, q.whole or 0, q.number))
        return evolve(one, number=most.number, whole=most.whole)
    if how is OverParts.RATIO:
        wholes = [q.whole for q in known if q.whole is not None]
        return evolve(one, number=sum((q.number for q in known), Fraction()), whole=sum(wholes, Fraction()))
    if how is OverParts.AVERAGE:
        weight = sum(q.weight for q in known)
        return evolve(one, number=sum((q.number * q.weight for q in known), Fraction()) / weight, weight=weight)
    return evolve(one, number=sum((q.number for q in known), Fraction()))


def _alike(known: Sequence[Quantity]) -> Quantity:
    """The first, with only those of its marks that hold of all."""
    spelt = sorted({q.unit for q in known if q.unit is not None})
    same = len({(q.unit or "").casefold() for q in known}) == 1
    reaches = {q.reach for q in known if q.reach is not None}
    return Quantity(
        number=Fraction(),
        per_cent=known[0].per_cent,
        unit=spelt[0] if same and spelt else None,
        kind=known[0].kind,
        unique=_together([q.unique for q in known]),
        reach=Reach.BOTH if len(reaches) > 1 else next(iter(reaches), None),
        approximate=any(q.approximate for q in known),
    )


def _together(marks: Sequence[bool | None]) -> bool | None:
    if all(marks):
        return True
    return False if any(mark is False for mark in marks) else None


def reaches_of(values: Iterable[Reach | None]) -> Reach | None:
    """The reach of several together; ``None`` where it is not known, ``both`` where there is more than one."""
    told = set(values)
    if not told or None in told:
        return None
    return told.pop() if len(told) == 1 else Reach.BOTH
