"""The pages of the profiles."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cooperation.rules import (
    PROFILES,
    RULES,
    Limit,
    LimitKind,
    Profile,
)
from pages.rules import severities, weight_told
from pages.words import linked, page_of, table


def profile_pages() -> Iterator[tuple[str, str]]:
    """A page a profile, and the index."""
    for profile in PROFILES.values():
        yield f"profiles/{profile.name}.md", _profile_page(profile)
    yield "profiles/index.md", _profile_index()


def _profile_page(profile: Profile) -> str:
    codes = {rule.code: rule for rule in RULES}
    since = "its sources do not say" if profile.since is None else str(profile.since)
    asked = f"`cooperation check proposal.yaml --profile {profile.name}`"
    adds = [
        (_rule_link(code), codes[code].page.title, codes[code].nature.value, weight_told(profile, codes[code]))
        for code in profile.asks
    ]
    otherwise = [
        (
            _rule_link(code),
            codes[code].page.title,
            severities(codes[code].page, codes[code]),
            weight_told(profile, codes[code]),
        )
        for code in profile.severities
    ]
    left_out = [(_rule_link(code), codes[code].page.title) for code in profile.leaves_out]
    return page_of(
        f"the profile {profile.name}",
        [
            f"# {profile.name}: {profile.title}",
            "",
            profile.about,
            "",
            f"- Ask it: {asked}, or `{profile.name}@2026` for the limits of a date",
            f"- Holds from: {since}",
            "",
            "## Rules it adds",
            "",
            *(table(("Code", "What it finds", "Nature", "Severity"), adds) or ["None.", ""]),
            "## Rules it leaves out",
            "",
            *(table(("Code", "What it finds"), left_out) or ["None.", ""]),
            "## Rules it weighs otherwise",
            "",
            *(table(("Code", "What it finds", "Elsewhere", "Here"), otherwise) or ["None.", ""]),
            *_limits(profile),
            "## Sources",
            "",
            *(f"- {linked(source)}" for source in profile.sources),
            "",
            "## What could not be verified",
            "",
            *([f"- {said}" for said in profile.unverified] or ["Nothing is left open."]),
        ],
    )


def _rule_link(code: str) -> str:
    return f"[{code}](../rules/{code}.md)"


def _limits(profile: Profile) -> list[str]:
    """The limits of a profile, kind by kind, each with its time and its source."""
    if not profile.limits:
        return []
    lines = [
        "## Limits",
        "",
        "The day of submission chooses the limit, else the start of the project, else `--profile` with a date.",
        "Where the date is not known and the limits differ, a rule cannot judge.",
        "",
    ]
    by_kind: dict[LimitKind[Any], list[Limit[Any]]] = {}
    for limit in profile.limits:
        by_kind.setdefault(limit.kind, []).append(limit)
    for kind, limits in by_kind.items():
        rows = [(_limit_told(limit.value), _held_when(limit), linked(limit.source), limit.note) for limit in limits]
        lines += [f"### {kind.name}", "", kind.meaning, "", *table(("Limit", "Holds", "Source", "Note"), rows)]
    return lines


def _limit_told(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _held_when(limit: Limit[Any]) -> str:
    if limit.since is None and limit.until is None:
        return "undated"
    if limit.since is None:
        return f"until {limit.until}"
    return f"from {limit.since}" if limit.until is None else f"{limit.since} to {limit.until}"


def _profile_index() -> str:
    rows = [
        (
            f"[{profile.name}]({profile.name}.md)",
            profile.title,
            profile.about,
            "not dated" if profile.since is None else str(profile.since),
            f"{len(profile.asks)}, {len(profile.leaves_out)}, {len(profile.severities)}",
            str(len(profile.limits)),
        )
        for profile in PROFILES.values()
    ]
    return page_of(
        "the profiles",
        [
            "# Profiles",
            "",
            "A profile is what one donor or programme asks: rules beyond the core, rules it does not share, how much",
            "each weighs, and limits that hold for a time.",
            "[Choose a profile](../how-to/choose-a-profile.md) shows how to ask one, or one of your own.",
            "",
            *table(
                ("Profile", "Title", "What it is", "Holds from", "Rules added, left out, weighed otherwise", "Limits"),
                rows,
            ),
            "```{toctree}",
            ":hidden:",
            ":titlesonly:",
            "",
            *PROFILES,
            "```",
        ],
    )
