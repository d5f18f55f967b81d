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
from cooperation.rules.profiles._limits import COUNTRIES, HOME_COUNTRY, Ceiling, Ceilings, Listed, Range
from cooperation.rules.profiles._profile import Limit, LimitKind, Profile, Weight, names_of
from cooperation.rules.profiles.adb import ADB
from cooperation.rules.profiles.canada import CANADA
from cooperation.rules.profiles.core import CORE
from cooperation.rules.profiles.dfid import DFID
from cooperation.rules.profiles.eu import EU
from cooperation.rules.profiles.eu_action_document import EU_ACTION_DOCUMENT
from cooperation.rules.profiles.iati import IATI
from cooperation.rules.profiles.icld import ICLD
from cooperation.rules.profiles.ukaid import UKAID

__all__ = [
    "CORE",
    "COUNTRIES",
    "HOME_COUNTRY",
    "PROFILES",
    "Ceiling",
    "Ceilings",
    "Limit",
    "LimitKind",
    "Listed",
    "Profile",
    "Range",
    "Weight",
    "profile",
]

_ALL = (CORE, ICLD, EU, EU_ACTION_DOCUMENT, DFID, UKAID, ADB, CANADA, IATI)

PROFILES: Mapping[str, Profile] = MappingProxyType(dict(zip(names_of(_ALL), _ALL, strict=True)))
"""Every profile that comes along, by its name."""


def profile(name: str, among: Mapping[str, Profile] = PROFILES) -> Profile:
    """The profile of a name; ``icld@2026`` is the one named ``icld`` with the limits of that date.

    Args:
        name: Its name, with or without a date.
        among: The profiles to find it among, by their names.

    Raises:
        UnknownProfileError: There is no such profile.
        ProfileError: What stands behind the ``@`` is no date.

    """
    bare, at, date = name.partition("@")
    if bare not in among:
        raise UnknownProfileError(bare, tuple(among), nearest(bare, among, limit=1))
    return _on(among[bare], date) if at else among[bare]


# The same profile for the same words, so that what the engine remembers of it is found again.
@functools.lru_cache(maxsize=64)
def _on(found: Profile, date: str) -> Profile:
    asked = f"{found.name}@2026"
    refusal = ProfileError(f"no date {date!r} in '{found.name}@{date}': write it as {asked} or {asked}-03")
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", date):
        raise refusal
    try:
        return found.on(PartialDate(*map(int, date.split("-"))))
    except ValueError:
        raise refusal from None
