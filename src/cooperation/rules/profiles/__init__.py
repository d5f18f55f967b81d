"""Profiles: which rules a donor or programme asks, how much each weighs, and its dated limits. One literal a module.

>>> profile("core").title
'Every proposal'
>>> profile("core@2026").as_of
PartialDate(year=2026, month=None, day=None)
"""

import functools
import re
from collections.abc import Mapping
from types import MappingProxyType

from cooperation.codelists import nearest
from cooperation.errors import ProfileError, UnknownProfileError
from cooperation.model import PartialDate
from cooperation.rules.profiles._profile import Limit, LimitKind, Profile, Weight, names_of
from cooperation.rules.profiles.adb import ADB
from cooperation.rules.profiles.canada import CANADA
from cooperation.rules.profiles.core import CORE
from cooperation.rules.profiles.dfid import DFID
from cooperation.rules.profiles.eu import EU
from cooperation.rules.profiles.eu_action_document import EU_ACTION_DOCUMENT
from cooperation.rules.profiles.icld import ICLD
from cooperation.rules.profiles.ukaid import UKAID

__all__ = ["CORE", "PROFILES", "Limit", "LimitKind", "Profile", "Weight", "profile"]

# That of the IATI standard comes with the standard's own wing.
_ALL = (CORE, ICLD, EU, EU_ACTION_DOCUMENT, DFID, UKAID, ADB, CANADA)

PROFILES: Mapping[str, Profile] = MappingProxyType(dict(zip(names_of(_ALL), _ALL, strict=True)))
"""Every profile that comes along, by its name."""


@functools.lru_cache(maxsize=64)
def profile(name: str) -> Profile:
    """The profile of a name; ``icld@2026`` is the one named ``icld`` with the limits of that date.

    Raises:
        UnknownProfileError: There is no such profile.
        ProfileError: What stands behind the ``@`` is no date.

    """
    bare, at, date = name.partition("@")
    if bare not in PROFILES:
        raise UnknownProfileError(bare, tuple(PROFILES), nearest(bare, PROFILES, limit=1))
    if not at:
        return PROFILES[bare]
    try:
        return PROFILES[bare].on(_date(date))
    except ValueError:
        raise ProfileError(
            f"no date {date!r} in the profile {name!r}: write it as {bare}@2026 or {bare}@2026-03"
        ) from None


def _date(text: str) -> PartialDate:
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", text):
        raise ValueError(text)
    return PartialDate(*map(int, text.split("-")))
