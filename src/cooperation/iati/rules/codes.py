"""Codes held against their lists: not on it, not on a list that is open, withdrawn."""

from collections.abc import Iterator
from typing import TypeAlias

from cooperation.codelists import codelist, nearest
from cooperation.diagnostics import Missing, Nature, Severity
from cooperation.iati.activity import Activities, Activity
from cooperation.iati.coded import Coded, Standing
from cooperation.iati.organisation import Organisation, Organisations
from cooperation.iati.rules._setting import Around
from cooperation.rules import Fail, Outcome, Rule, Unknown, rule

__all__ = ["RULES"]

_Entry: TypeAlias = Activity | Organisation | Activities | Organisations


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
    told: set[str] = set()
    for one in around.coded(entry):
        if one.standing is Standing.WRONG:
            yield Fail(f"{one.code!r} is not on the list {one.listed}{_nearest(one)}", at=one.path)
        elif one.standing is Standing.NO_LIST and one.listed not in told:
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
    for one in around.coded(entry):
        if one.standing is Standing.UNLISTED:
            said = f"{one.code!r} is not on the list {one.listed}, which is not complete{_nearest(one)}"
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
    for one in around.coded(entry):
        if one.standing is Standing.WITHDRAWN and one.entry is not None:
            since = f" on {one.entry.withdrawal_date}" if one.entry.withdrawal_date else ""
            name = f" ({one.entry.name})" if one.entry.name else ""
            yield Fail(f"{one.code!r}{name} was withdrawn from the list {one.listed}{since}", at=one.path)


def _nearest(one: Coded) -> str:
    near = nearest(one.code, (code.code for code in codelist(one.listed).active), limit=1)
    return f" (did you mean {near[0]!r}?)" if near else ""


RULES: tuple[Rule, ...] = (code_not_on_its_list, code_not_on_an_open_list, withdrawn_code)
