"""Codes held against their lists: not on it, not on a list that is open, withdrawn."""

import functools
from collections.abc import Iterator
from typing import TypeAlias

from cooperation.codelists import codelist, nearest
from cooperation.diagnostics import Missing, Nature, Severity
from cooperation.iati.activity import Activity
from cooperation.iati.coded import Coded, Standing
from cooperation.iati.organisation import Organisation
from cooperation.iati.rules._setting import Around
from cooperation.iati.rules._words import shown
from cooperation.rules import Fail, Outcome, Rule, Unknown, rule

__all__ = ["RULES"]

_LONGEST = 40  # no code is longer, and to look for the nearest takes the longer the longer it is

_Entry: TypeAlias = Activity | Organisation


@rule("IAT020", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def code_not_on_its_list(entry: _Entry, around: Around) -> Iterator[Outcome]:
    """A code is not on its list, and the list is complete.

    Why: It means nothing, or something else to everyone who reads it.
    Fix: Use a code of the list; the message names the nearest.

    Example:
        <activity-status code="7"/>
    Source: own, from IATI's codelists 2.03 and their mapping to the standard,
        https://github.com/IATI/IATI-Codelists and https://github.com/IATI/IATI-Codelists-NonEmbedded (CC-BY 4.0);
        four lists that the mapping names are not in this package (FileFormat, CRSAddOtherFlags, LoanRepaymentPeriod,
        LoanRepaymentType), and their codes are not judged
    """
    for one, times in _alike(around, entry, Standing.WRONG):
        yield Fail(
            f"{shown(one.code)} is not on the list {one.listed}{_near(one.code, one.listed)}{_more(times)}", at=one.path
        )
    told: set[str] = set()
    for one, _ in _alike(around, entry, Standing.NO_LIST):
        if one.listed not in told:
            told.add(one.listed)  # the first place is enough: what is missing is the list
            yield Unknown(Missing(one.path, f"the list {one.listed}, which does not come along"))


@rule("IAT021", nature=Nature.WEAKNESS, severity=Severity.WARNING)
def code_not_on_an_open_list(entry: _Entry, around: Around) -> Iterator[Outcome]:
    """A code is not on its list, which does not claim to be complete.

    Why: Most such codes are slips; some are right, and newer than the list.
    Fix: Use a code of the list where one fits; the message names the nearest. Countries and languages are written as
        ISO 3166-1 and ISO 639-1 do: ``SE``, ``sv``.

    Example:
        <recipient-country code="UK"/>
    Source: own, from IATI's codelists 2.03 and their mapping to the standard,
        https://github.com/IATI/IATI-Codelists and https://github.com/IATI/IATI-Codelists-NonEmbedded (CC-BY 4.0)
    """
    for one, times in _alike(around, entry, Standing.UNLISTED):
        said = f"{shown(one.code)} is not on the list {one.listed}, which is not complete"
        said += f"{_near(one.code, one.listed)}{_more(times)}"
        yield Fail(said, at=one.path)


@rule("IAT022", nature=Nature.WEAKNESS, severity=Severity.WARNING)
def withdrawn_code(entry: _Entry, around: Around) -> Iterator[Outcome]:
    """A code was withdrawn from its list.

    Why: It may no longer be used for what is new, and readers of today's list will not find it.
    Fix: Use the code that took its place; of an activity that ended before, the code may stay.

    Example:
        <default-finance-type code="310"/>
    Source: own, from the dates in IATI's codelists 2.03, https://github.com/IATI/IATI-Codelists and
        https://github.com/IATI/IATI-Codelists-NonEmbedded (CC-BY 4.0)
    """
    for one, times in _alike(around, entry, Standing.WITHDRAWN):
        assert one.entry is not None
        since = f" on {one.entry.withdrawal_date}" if one.entry.withdrawal_date else ""
        called = f"{shown(one.code)} ({one.entry.name})"
        yield Fail(f"{called} was withdrawn from the list {one.listed}{since}{_more(times)}", at=one.path)


def _alike(around: Around, entry: _Entry, standing: Standing) -> Iterator[tuple[Coded, int]]:
    """The codes that stand so to their lists, each told once in an entry, at its first place, with how often."""
    found: dict[tuple[str, str], list[Coded]] = {}
    for one in around.coded(entry):
        if one.standing is standing:
            found.setdefault((one.listed, one.code), []).append(one)
    return ((places[0], len(places)) for places in found.values())


def _more(times: int) -> str:
    return "" if times == 1 else f", here and in {times - 1} more place{'s' * (times > 2)}"  # noqa: PLR2004  # one or several


@functools.lru_cache(maxsize=1024)
def _near(code: str, listed: str) -> str:
    if len(code) > _LONGEST:
        return ""
    near = nearest(code, (one.code for one in codelist(listed).active), limit=1)
    return f" (did you mean {near[0]!r}?)" if near else ""


RULES: tuple[Rule, ...] = (code_not_on_its_list, code_not_on_an_open_list, withdrawn_code)
