"""What an activity says of itself: its texts and their languages, its organisations' names, its dates."""

from collections.abc import Iterator
from typing import Any

from cooperation.diagnostics import Missing, Nature, Path, Severity
from cooperation.iati.activity import Activity, ActivityDate
from cooperation.iati.organisation import Organisation
from cooperation.iati.organisations import OwnerOrg, ParticipatingOrg, ProviderOrg, ReceiverOrg
from cooperation.iati.rules._below import below
from cooperation.iati.rules._setting import Around
from cooperation.iati.rules._shares import unreadable
from cooperation.iati.text import Description, Narrative, Text
from cooperation.rules import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule

__all__ = ["RULES"]

_PLANNED_START, _ACTUAL_START, _PLANNED_END, _ACTUAL_END = "1", "2", "3", "4"
_CALLED = {
    _PLANNED_START: "planned start",
    _ACTUAL_START: "actual start",
    _PLANNED_END: "planned end",
    _ACTUAL_END: "actual end",
}
_ROLES = {
    ParticipatingOrg: "the participating organisation",
    OwnerOrg: "the owner of the identifier",
    ProviderOrg: "the provider",
    ReceiverOrg: "the receiver",
}


@rule("IAT110", catalogue="6.11.1", nature=Nature.OMISSION, severity=Severity.ERROR)
def no_start_date(activity: Activity, _around: Around) -> Iterator[Outcome]:
    """An activity has neither a planned nor an actual start.

    Why: Without one nobody can tell whether it runs, and its money falls into no year.
    Fix: Add an ``activity-date`` of type 1 (planned start) or 2 (actual start).

    Example:
        <activity-date type="3" iso-date="2020-12-31"/>
    Source: IATI standard ruleset 2.03, rule 6.11.1, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    kinds = [date.type for date in activity.activity_dates]
    if _PLANNED_START in kinds or _ACTUAL_START in kinds:
        return
    if None in kinds:
        yield Unknown(Missing(("activity_dates", kinds.index(None), "type"), "what kind of date it is"))
    else:
        yield Fail("the activity has no planned start (1) and no actual start (2)", at=("activity_dates",))


@rule("IAT111", catalogue=("4.1.1", "4.5.1"), nature=Nature.OMISSION, severity=Severity.ERROR)
def text_without_language(entry: Activity | Organisation, _around: Around) -> Iterator[Outcome]:
    """A text says no language, and there is no default for it.

    Why: Nobody can search for it, translate it, or tell one language's version from another's.
    Fix: Say ``xml:lang`` on the activity or organisation, or on every narrative.

    Example:
        <iati-activity>
          <title><narrative>Energiplan</narrative></title>
    Source: IATI standard ruleset 2.03, rules 4.1.1 and 4.5.1,
        https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    if entry.lang is not None or unreadable(entry, "lang"):
        return
    without = [path for path, text in below(entry, Narrative) if text.lang is None and not unreadable(text, "lang")]
    if without:
        many = "a text says" if len(without) == 1 else f"{len(without)} texts say"
        yield Fail(f"{many} no language, and there is no default", at=without[0])


def _has_text(text: Text | Description) -> bool:
    return any(narrative.text.strip() for narrative in text.narratives)


@rule("IAT112", catalogue="4.3.1", nature=Nature.OMISSION, severity=Severity.ERROR)
def title_without_text(text: Text, around: Around) -> Iterator[Outcome]:
    """A title has no text.

    Why: The activity, result, indicator or document cannot be told from others in any list.
    Fix: Write the title in a ``narrative``.

    Example:
        <title><narrative xml:lang="en"/></title>
    Source: IATI standard ruleset 2.03, rule 4.3.1, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json);
        text of nothing but white space counts as none here
    """
    if around.field != "title":
        yield NOT_APPLICABLE
    elif not _has_text(text):
        yield Fail("the title has no text")


@rule("IAT113", catalogue="4.4.1", nature=Nature.OMISSION, severity=Severity.ERROR)
def description_without_text(text: Text | Description, around: Around) -> Iterator[Outcome]:
    """A description has no text.

    Why: An empty element says less than none: readers expect something and find nothing.
    Fix: Write the description in a ``narrative``, or leave the element out where it may be left out.

    Example:
        <description type="1"><narrative/></description>
    Source: IATI standard ruleset 2.03, rule 4.4.1, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json);
        text of nothing but white space counts as none here
    """
    if isinstance(text, Text) and around.field != "description":
        yield NOT_APPLICABLE
    elif not _has_text(text):
        yield Fail("the description has no text")


@rule("IAT114", catalogue=("6.8.1", "6.9.1", "6.9.2", "6.10.1"), nature=Nature.OMISSION, severity=Severity.ERROR)
def nameless_organisation(
    organisation: ParticipatingOrg | OwnerOrg | ProviderOrg | ReceiverOrg, _around: Around
) -> Iterator[Outcome]:
    """An organisation has neither an identifier nor a name.

    Why: That somebody took part, gave or got money, and nobody knows who, tells a reader nothing.
    Fix: Add the organisation's identifier as ``ref``, or its name in a ``narrative``; both are best.

    Example:
        <participating-org role="4" type="10"/>
    Source: IATI standard ruleset 2.03, rules 6.8.1, 6.9.1, 6.9.2 and 6.10.1,
        https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    if organisation.ref is None and not organisation.narratives:
        yield Fail(f"{_ROLES[type(organisation)]} has neither an identifier nor a name")


@rule("IAT115", catalogue=("11.1.2", "11.1.3"), nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def ends_before_it_starts(activity: Activity, _around: Around) -> Iterator[Outcome]:
    """An activity ends before it starts, as planned or in fact.

    Why: One of the two dates is wrong, and all that is reckoned by time goes wrong with it.
    Fix: Correct one of the dates; an activity of one day starts and ends on it.

    Example:
        <activity-date type="1" iso-date="2021-01-01"/>
        <activity-date type="3" iso-date="2020-12-31"/>
    Source: IATI standard ruleset 2.03, rules 11.1.2 and 11.1.3,
        https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    judged = False
    for first, last in ((_PLANNED_START, _PLANNED_END), (_ACTUAL_START, _ACTUAL_END)):
        start, end = _date(activity, first), _date(activity, last)
        if start is None or end is None:
            continue
        judged = True
        (here, begins), (there, ends) = start, end
        unknown = [path for path, date in (start, end) if date.iso_date is None]
        if unknown:
            yield Unknown(*(Missing((*path, "iso_date"), "the day") for path in unknown))
        elif begins.iso_date > ends.iso_date:
            said = f"the {_CALLED[last]} {ends.iso_date} is before the {_CALLED[first]} {begins.iso_date}"
            yield Fail(said, at=max(here, there, key=lambda path: path[-1]))
    if not judged:
        yield NOT_APPLICABLE


def _date(activity: Activity, kind: str) -> tuple[Path, Any] | None:
    """The first date of a kind with its place."""
    found = ((("activity_dates", i), date) for i, date in enumerate(activity.activity_dates) if date.type == kind)
    return next(found, None)


@rule("IAT116", catalogue=("11.1.4", "11.1.5"), nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def actual_date_in_the_future(date: ActivityDate, around: Around) -> Iterator[Outcome]:
    """An actual start or end lies in the future.

    Why: What has not happened yet is a plan, and who counts what has begun or ended counts it wrongly.
    Fix: Give it as a planned date, of type 1 or 3, until the day has come.

    Example:
        <activity-date type="2" iso-date="2099-01-01"/>
    Source: IATI standard ruleset 2.03, rules 11.1.4 and 11.1.5,
        https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    if date.type is None:
        yield Unknown(Missing(("type",), "what kind of date it is"))
    elif date.type not in (_ACTUAL_START, _ACTUAL_END):
        yield NOT_APPLICABLE
    elif date.iso_date is None:
        yield Unknown(Missing(("iso_date",), "the day"))
    elif date.iso_date > around.today:
        yield Fail(f"the {_CALLED[date.type]} {date.iso_date} is after today, {around.today}", at=("iso_date",))


@rule("IAT117", catalogue=("11.1.1", "11.4.1"), nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def updated_in_the_future(entry: Activity | Organisation, around: Around) -> Iterator[Outcome]:
    """An activity or organisation was last changed in the future.

    Why: Programs that fetch what is new pass by what is changed later, since it seems older than what they have.
    Fix: Write the moment of the last change, with its offset from UTC.

    Example:
        <iati-activity last-updated-datetime="2099-01-01T00:00:00Z">
    Source: IATI standard ruleset 2.03, rules 11.1.1 and 11.4.1,
        https://github.com/IATI/IATI-Rulesets (rulesets/standard.json); judged by the day
    """
    moment = entry.last_updated_datetime
    if moment is None:
        if unreadable(entry, "last_updated_datetime"):
            yield Unknown(Missing(("last_updated_datetime",), "a moment that can be read"))
        else:
            yield NOT_APPLICABLE
    elif moment.date() > around.today:
        said = f"it was last updated on {moment.date()}, after today, {around.today}"
        yield Fail(said, at=("last_updated_datetime",))


RULES: tuple[Rule, ...] = (
    no_start_date,
    text_without_language,
    title_without_text,
    description_without_text,
    nameless_organisation,
    ends_before_it_starts,
    actual_date_in_the_future,
    updated_in_the_future,
)
