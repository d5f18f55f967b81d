"""Which rules are asked: what a profile names, and what the one who asks selects and ignores."""

import functools
import re
from collections.abc import Iterable

from cooperation.codelists import nearest
from cooperation.diagnostics import Severity
from cooperation.errors import ProfileError, UnknownCodeError
from cooperation.model import Partnership, Programme, Project, Stage
from cooperation.rules._rule import Rule
from cooperation.rules.profiles import CORE, PROFILES, Profile, profile

__all__ = ["chosen", "is_asked", "profile_of", "resolved", "weight"]

_FAMILY = re.compile(r"[A-Z]{3}")

# Names every rule that looks for words, whatever its family.
_WORDING = "wording"


def chosen(rules: tuple[Rule, ...], select: Iterable[str], ignore: Iterable[str]) -> tuple[Rule, ...]:
    """The rules that are selected, all where nothing is, without those that are ignored.

    Raises:
        UnknownCodeError: A code is that of no rule, and the letters are those of no family.

    """
    wanted, unwanted = ((words,) if isinstance(words, str) else tuple(words) for words in (select, ignore))
    return _chosen(rules, wanted, unwanted) if wanted or unwanted else rules


@functools.lru_cache(maxsize=64)
def _chosen(rules: tuple[Rule, ...], select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[Rule, ...]:
    wanted, unwanted = _meant(select, rules), _meant(ignore, rules)
    return tuple(one for one in rules if (one.code in wanted or not wanted) and one.code not in unwanted)


def _meant(words: tuple[str, ...], rules: tuple[Rule, ...]) -> frozenset[str]:
    """The codes that codes, the letters of families and the word "wording" name."""
    codes = {one.code for one in rules}
    found: set[str] = set()
    for word in words:
        is_family = _FAMILY.fullmatch(word) is not None
        meant = {code for code in codes if code == word or (is_family and code.startswith(word))}
        meant |= {one.code for one in rules if one.wording and word == _WORDING}
        if not meant:
            known = sorted({*codes, *(code[:3] for code in codes), _WORDING})
            raise UnknownCodeError(word, "rules", nearest(word, known, limit=1))
        found |= meant
    return frozenset(found)


def resolved(asked: str | Profile | None, rules: tuple[Rule, ...], known: Iterable[str]) -> Profile | None:
    """The profile that is asked for, its codes looked up; ``None`` where each project is to say its own.

    Raises:
        UnknownProfileError: There is no such profile.
        ProfileError: It names a rule that there is not, or makes one that only looks for words more than an info.

    """
    found = profile(asked) if isinstance(asked, str) else asked
    if found is not None and found is not CORE:
        _look_up(found, rules, frozenset(known))
    return found


@functools.lru_cache(maxsize=64)
def _look_up(asked: Profile, rules: tuple[Rule, ...], known: frozenset[str]) -> None:
    """Look up the codes of a profile, once for each profile and set of rules."""
    codes = {*known, *(one.code for one in rules)}
    for code in asked.codes:
        if code not in codes:
            near = nearest(code, sorted(codes), limit=1)
            hint = f" (did you mean {near[0]!r}?)" if near else ""
            raise ProfileError(f"the profile {asked.name!r} names the rule {code!r}, which there is not{hint}")
    for one in rules:
        if one.wording and _is_raised(one, asked):
            said = f"the profile {asked.name!r} makes more of {one.code} than an info"
            raise ProfileError(f"{said}, and that rule only looks for words")


def _is_raised(rule: Rule, asked: Profile) -> bool:
    weighed = (asked.severity(rule.code, stage) for stage in Stage)
    return any(severity not in (None, Severity.INFO) for severity in weighed)


def profile_of(project: Project, partnerships: Iterable[Partnership]) -> Profile:
    """The profile that the programme of a project or of its partnership names; the core where there is none."""
    held = getattr(project, "partnership", None)
    programmes = [getattr(project, "programme", None)]
    programmes += [getattr(one, "programme", None) for one in partnerships if held is not None and one.id == held]
    named = (getattr(one, "profile", None) for one in programmes if isinstance(one, Programme))
    return PROFILES.get(next(filter(None, named), ""), CORE)


def is_asked(rule: Rule, asked: Profile) -> bool:
    """Whether a profile asks a rule."""
    return rule.code not in asked.leaves_out and (not rule.by_profile or rule.code in asked.asks)


def weight(rule: Rule, asked: Profile, stage: Stage) -> Severity | None:
    """How much a finding of a rule weighs by a profile at a stage; ``None`` where the rule is not asked.

    >>> from cooperation.rules import PROFILES, RULES
    >>> baseline = next(one for one in RULES if one.code == "TGT001")
    >>> [weight(baseline, PROFILES["core"], stage) for stage in (Stage.SUMMARY, Stage.PROPOSAL)]
    [None, <Severity.WARNING: 'warning'>]
    """
    if not (rule.is_asked_at(stage) and is_asked(rule, asked)):
        return None
    return asked.severity(rule.code, stage) or rule.severity_at(stage)
