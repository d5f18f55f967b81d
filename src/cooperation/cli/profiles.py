"""The page of a profile: what it asks, how much each rule weighs, its dated limits, and where all that was read."""

import enum
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any

import attrs

from cooperation.diagnostics import Severity
from cooperation.review import Segment
from cooperation.rules import RULES, Limit, Profile
from cooperation.views.words import harmless, wrapped

__all__ = ["profile_page", "prose"]


def profile_page(profile: Profile, room: int) -> Iterator[Segment]:
    """The page of a profile, for a terminal of so many columns."""
    yield (profile.label, "code")
    yield (f"  {profile.title}\n", "heading")
    if profile.about:
        yield ("\n", "plain")
        yield from prose(profile.about, room, "")
    if profile.since is not None:
        yield (f"Holds from {profile.since} on.\n", "plain")
    titles = {rule.code: rule.page.title for rule in RULES}
    for heading, codes in (("Asks beyond the core", profile.asks), ("Leaves out", profile.leaves_out)):
        yield from _rows(heading, ((code, titles.get(code, "")) for code in sorted(codes)), room)
    severities = ((code, _weight(held)) for code, held in sorted(profile.severities.items()))
    yield from _rows("Weighs otherwise", severities, room)
    if profile.limits:
        yield ("\nLimits\n", "heading")
        for limit in profile.limits:
            yield from _limit(limit, room)
    for heading, texts in (("Sources", profile.sources), ("Not verified", profile.unverified)):
        if texts:
            yield (f"\n{heading}\n", "heading")
            for text in texts:
                yield from prose(text, room, "    ", first="  - ")


def _rows(heading: str, rows: Iterable[tuple[str, str]], room: int) -> Iterator[Segment]:
    held = list(rows)
    if held:
        yield (f"\n{heading}\n", "heading")
    for code, text in held:
        yield (f"  {code}  ", "code")
        first, *rest = wrapped(text.replace("``", ""), room - 10)
        for line in (first, *(f"{'':10}{one}" for one in rest)):
            yield (f"{line}\n", "plain")


def _weight(held: Severity | Mapping[Any, Severity]) -> str:
    if isinstance(held, Severity):
        return held.value
    return ", ".join(f"{severity.value} from the stage {stage.value} on" for stage, severity in held.items())


def _limit(limit: Limit[object], room: int) -> Iterator[Segment]:
    times = [f"{word} {date}" for word, date in (("from", limit.since), ("until", limit.until)) if date is not None]
    said = f"{limit.kind.meaning.rstrip('.')}: {_told(limit.value)}"
    yield from prose(f"{said} ({' '.join(times)})" if times else said, room, "    ", first="  - ")
    for text in (limit.note, limit.source):
        if text:
            yield from ((line, "label") for line, _ in prose(text, room, "    "))


def _told(value: Any) -> str:
    """A limit in words, whatever kind of value it is."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, enum.Enum):
        return str(value.value)
    if isinstance(value, Mapping):
        return ", ".join(f"{_told(key)}: {_told(held)}" for key, held in value.items())
    if isinstance(value, AbstractSet | list | tuple):
        held = map(_told, value)
        return ", ".join(sorted(held) if isinstance(value, AbstractSet) else held)
    if attrs.has(type(value)) and "__str__" not in vars(type(value)):
        named = ((field.name, getattr(value, field.name)) for field in attrs.fields(type(value)))
        told = (f"{name.replace('_', ' ')} {_told(held)}" for name, held in named if held not in (None, "", ()))
        return ", ".join(told)
    return str(value)


def prose(text: str, room: int, margin: str, *, first: str | None = None) -> Iterator[Segment]:
    """A text in lines of so many columns; an address is never broken, so that it can be followed."""
    lines = textwrap.wrap(
        harmless(text.replace("``", "")), room - len(margin), break_long_words=False, break_on_hyphens=False
    )
    for number, line in enumerate(lines):
        yield (f"{first if first is not None and not number else margin}{line}\n", "plain")
