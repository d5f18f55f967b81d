"""Nothing is lost unsaid: another word anywhere makes another project, or another list of losses."""

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
from hypothesis import assume, given
from hypothesis import strategies as st

from cooperation import iati
from cooperation.iati import mapping
from cooperation.iati.declare import Record
from cooperation.iati.testing import records

At = tuple[str | int, ...]
# Where one alone stands in its file.
WHOLE: dict[type, At] = {iati.Activity: ("activities", 0), iati.Organisation: ("organisations", 0)}


def facts(value: Any, path: At = ()) -> Iterator[At]:
    """The paths of all single values that a record and the records in it hold, without what is beside the standard."""
    if isinstance(value, iati.Narrative) and not value.text.strip():
        return  # it says nothing in whatever language
    if isinstance(value, Record):
        for field in attrs.fields(type(value)):  # type: ignore[arg-type]  # every record is an attrs class
            # A default currency says nothing by itself; it stands in the amounts that have none.
            if field.name not in ("kept", "default_currency"):
                yield from facts(getattr(value, field.name), (*path, field.name))
    elif isinstance(value, tuple):
        for i, one in enumerate(value):
            yield from facts(one, (*path, i))
    elif value is not None and value != "":
        yield path


def other(value: Any, field: str) -> Any:
    """Another value of the same kind."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, (int, Decimal)):
        return value + 1
    if isinstance(value, dt.datetime):
        return value.replace(microsecond=(value.microsecond + 1) % 1_000_000)
    if isinstance(value, dt.date):
        return value.replace(day=value.day % 28 + 1)
    if field == "lang":
        return "fi" if value != "fi" else "et"
    return f"{value}9"


def with_another(value: Any, path: At, field: str = "") -> Any:
    """A record that says something else in one place."""
    if not path:
        return other(value, field)
    step, *rest = path
    if isinstance(value, tuple):
        place = int(step)
        return (*value[:place], with_another(value[place], tuple(rest), field), *value[place + 1 :])
    changed = with_another(getattr(value, str(step)), tuple(rest), str(step))
    return attrs.evolve(value, **{str(step): changed})


def unsaid(record: Any, paths: list[At]) -> list[At]:
    """The places where another value makes no difference to what is read, and to what is told to be lost.

    What is lost as a whole is told in few words, so that not every word in it makes another.
    """
    mapped = mapping.to_portfolio(record)
    read = (mapped.value, mapped.lost)
    told = {lost.path for lost in mapped.lost}
    found = []
    for path in paths:
        if any((*WHOLE[type(record)], *path[:end]) in told for end in range(1, len(path) + 1)):
            continue
        again = mapping.to_portfolio(with_another(record, path))
        if (again.value, again.lost) == read:
            found.append(path)
    return found


def of_each_kind(record: Any) -> list[At]:
    """For each kind of thing that a record says, the first and the last place where it says it."""
    first: dict[At, At] = {}
    last: dict[At, At] = {}
    for path in facts(record):
        kind = tuple(step for step in path if isinstance(step, str))
        first.setdefault(kind, path)
        last[kind] = path
    return list(dict.fromkeys((*first.values(), *last.values())))


def test_another_word_makes_a_difference(sample: Path) -> None:
    """Every kind of element and attribute of every file is carried, or is told to be lost with what it says."""
    file: Any = iati.read(sample)
    for one in getattr(file, "activities", ()) or getattr(file, "organisations", ()):
        assert [] == unsaid(one, of_each_kind(one))


@given(records(iati.Activity), st.randoms(use_true_random=False))
def test_another_word_anywhere_makes_a_difference(activity: iati.Activity, chance: Any) -> None:
    """The same for whatever a record can say."""
    paths = list(facts(activity))
    assume(paths)

    assert [] == unsaid(activity, [chance.choice(paths)])
