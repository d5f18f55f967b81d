"""A list of codes, and what is known of each code on it."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator
from typing import Literal

from attrs import field, frozen

from cooperation.codelists._matching import fold, nearest, rank
from cooperation.errors import UnknownCodeError

__all__ = ["Code", "Codelist"]

# Below this many characters a text is a mistyped code; "UK" must not suggest Ukraine.
_SHORTEST_NAME = 4


@frozen(kw_only=True)
class Code:
    """One entry of a codelist, as the IATI codelists define it.

    Attributes:
        code: The code itself, always text: ``"010"`` and ``"10"`` are two codes.
        name: The English name; empty where IATI gives none (only on the list of its own versions).
        name_fr: The French name, where IATI gives one.
        category: The code of the group it belongs to, such as the DAC 3-digit sector of a 5-digit one.
        status: IATI's word for it: ``"active"`` or ``"withdrawn"``.
        activation_date: From when on it may be used, where IATI says so.
        withdrawal_date: Until when it could be used, where IATI says so.

    >>> from cooperation import codelists
    >>> water = codelists.sector["14030"]
    >>> water.name, water.category, water.withdrawn
    ('Basic drinking water supply and basic sanitation', '140', False)

    """

    code: str
    name: str
    name_fr: str | None = None
    category: str | None = None
    status: Literal["active", "withdrawn"] = "active"
    activation_date: dt.date | None = None
    withdrawal_date: dt.date | None = None

    @property
    def withdrawn(self) -> bool:
        """True when the code must not be used any more: IATI's status says so, or a date of withdrawal is given.

        Either is enough, since IATI leaves out many of the dates and calls one code active after its own last day.

        >>> from cooperation import codelists
        >>> codelists.country["AN"].withdrawn, codelists.crs_channel_code["21508"].withdrawn
        (True, True)
        """
        return self.status == "withdrawn" or self.withdrawal_date is not None


@frozen(kw_only=True)
class Codelist:
    """A published list of codes, read-only, in the order of its source.

    It answers as a mapping does: ``in``, ``len``, indexing and iteration go by code. The codes that were withdrawn are
    on it too, since old documents use them.

    Attributes:
        name: IATI's name of the list, such as ``"UNSDG-Targets"``.
        title: Its title for people.
        complete: Whether the list is all there is. Off a complete list a code is a fault; off an incomplete one
            (countries, languages ...) it is a question.
        embedded: Whether it is part of the IATI standard itself, and changes only with it.
        maintenance: Who keeps it: ``"Core"`` and ``"Non-Core"`` are IATI's own, ``"Replicated"`` is somebody else's.
        source: The repository it was taken from.
        commit: The commit of that repository.
        commit_date: The date of that commit, as precisely as it is known, or ``None``.
        release: The version of the IATI standard.
        licence: Under which licence the list is used.
        attribution: Whom that licence asks to name.
        codes: The entries.

    >>> from cooperation import codelists
    >>> codelists.country["XK"].name
    'Kosovo'
    >>> "16.10" in codelists.unsdg_targets
    True
    >>> codelists.country
    Codelist(name='Country', title='Country', complete=False, release='2.03')

    """

    name: str
    title: str
    complete: bool
    embedded: bool = field(repr=False)
    maintenance: str = field(repr=False)
    source: str = field(repr=False)
    commit: str = field(repr=False)
    commit_date: str | None = field(default=None, repr=False)
    release: str
    licence: str = field(repr=False)
    attribution: str = field(repr=False)
    codes: tuple[Code, ...] = field(repr=False)

    @functools.cached_property
    def _by_code(self) -> dict[str, Code]:
        return {code.code: code for code in self.codes}

    @functools.cached_property
    def _folded_names(self) -> tuple[tuple[Code, tuple[str, ...]], ...]:
        return tuple((code, tuple(fold(name) for name in (code.name, code.name_fr) if name)) for code in self.codes)

    def __getitem__(self, code: str) -> Code:
        """The entry of a code.

        Raises:
            UnknownCodeError: The code is not on the list; the error names the nearest ones.

        >>> from cooperation import codelists
        >>> codelists.country["se"]
        Traceback (most recent call last):
            ...
        cooperation.errors.UnknownCodeError: no code 'se' on the list Country (did you mean 'SE'?)

        """
        try:
            return self._by_code[code]
        except KeyError:
            raise UnknownCodeError(code, self.name, self._nearest(code)) from None

    def __contains__(self, code: object) -> bool:
        return code in self._by_code

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_code)

    def __len__(self) -> int:
        return len(self.codes)

    def get(self, code: str) -> Code | None:
        """The entry of a code, or ``None`` when it is not on the list.

        >>> from cooperation import codelists
        >>> codelists.policy_marker.get("1").name_fr
        'Egalité des genres'
        >>> codelists.policy_marker.get("gender") is None
        True
        """
        return self._by_code.get(code)

    @property
    def active(self) -> tuple[Code, ...]:
        """The entries that were not withdrawn.

        >>> from cooperation import codelists
        >>> len(codelists.flow_type), len(codelists.flow_type.active)
        (10, 8)
        """
        return tuple(code for code in self.codes if not code.withdrawn)

    def knows(self, code: str) -> bool | None:
        """Whether a code exists: ``None`` when the list cannot tell, because it is not complete.

        A withdrawn code exists; ask ``withdrawn`` of its entry whether it may still be used.

        >>> from cooperation import codelists
        >>> codelists.tied_status.knows("5"), codelists.tied_status.knows("6"), codelists.country.knows("XX")
        (True, False, None)
        """
        if code in self._by_code:
            return True
        return False if self.complete else None

    def search(self, text: str) -> tuple[Code, ...]:
        """The entries whose English or French name answers a text, best first; case and accents do not matter.

        Of two that answer equally well, a withdrawn one comes last, then the order of the list holds.

        >>> from cooperation import codelists
        >>> [code.code for code in codelists.country.search("viet")]
        ['VN']
        >>> [code.name for code in codelists.organisation_type.search("privé")]
        ['Public Private Partnership', 'Private Sector']
        """
        sought = fold(text)
        if not sought:
            return ()
        found: list[tuple[int, bool, Code]] = []
        for code, names in self._folded_names:
            ranks = [place for name in names if (place := rank(sought, name)) is not None]
            if ranks:
                found.append((min(ranks), code.withdrawn, code))
        return tuple(code for *_, code in sorted(found, key=lambda entry: entry[:2]))

    def _nearest(self, code: str, limit: int = 3) -> tuple[str, ...]:
        """What somebody who wrote this code meant: a name written in its place, or a code mistyped."""
        by_name = (found.code for found in self.search(code)) if len(code) >= _SHORTEST_NAME else ()
        return tuple(dict.fromkeys((*by_name, *nearest(code, self._by_code, limit))))[:limit]
