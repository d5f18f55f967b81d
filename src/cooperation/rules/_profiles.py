"""Profiles: which rules a donor or programme asks, how much they weigh, and its dated limits.

A profile will be a literal of its own in ``rules/profiles/``; so far there is only the core, which asks every rule.
"""

from cooperation.errors import UnknownProfileError
from cooperation.rules._rule import Rule

__all__ = ["CORE", "KNOWN", "selected"]

CORE = "core"
KNOWN: tuple[str, ...] = (CORE,)


def selected(rules: tuple[Rule, ...], profile: str | None) -> tuple[Rule, ...]:
    """The rules that a profile asks."""
    if profile is not None and profile not in KNOWN:
        raise UnknownProfileError(profile, KNOWN)
    return rules
