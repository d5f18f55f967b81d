"""Identifiers: of activities and of organisations, and how they are built."""

from collections.abc import Iterator
from typing import Any

from cooperation.codelists import codelist
from cooperation.diagnostics import Missing, Nature, Severity
from cooperation.iati.activity import Activity
from cooperation.iati.organisation import Organisation, RecipientOrg
from cooperation.iati.organisations import (
    OtherIdentifier,
    OwnerOrg,
    ParticipatingOrg,
    ProviderOrg,
    ReceiverOrg,
    ReportingOrg,
)
from cooperation.iati.related import RelatedActivity
from cooperation.iati.rules._setting import Around, identifier_of
from cooperation.iati.rules._words import shown
from cooperation.rules import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule

__all__ = ["RULES"]

_SYMBOLS = "/&|?"
# The kinds of other identifiers that name the activity or its publisher as they were known before.
_FORMER_ACTIVITY, _FORMER_PUBLISHER = "A3", "B1"

# Where identifiers stand that are to have no space around them, and what to call each.
_SPACELESS: dict[type, tuple[tuple[str, str], ...]] = {
    Activity: (("iati_identifier", "the activity's identifier"),),
    ReportingOrg: (("ref", "the reporting organisation's identifier"),),
    OwnerOrg: (("ref", "the owner's identifier"),),
    ProviderOrg: (("ref", "the provider's identifier"), ("provider_activity_id", "the provider's activity")),
    ReceiverOrg: (("ref", "the receiver's identifier"), ("receiver_activity_id", "the receiver's activity")),
    ParticipatingOrg: (("ref", "the organisation's identifier"), ("activity_id", "the organisation's activity")),
    RelatedActivity: (("ref", "the related activity's identifier"),),
    RecipientOrg: (("ref", "the recipient's identifier"),),
    Organisation: (("organisation_identifier", "the organisation's identifier"),),
    OtherIdentifier: (("ref", "the former identifier"),),
}
# Where those of organisations stand that are to have no symbols in them.
_ORGANISATIONS = {
    ReportingOrg: "ref",
    OwnerOrg: "ref",
    ProviderOrg: "ref",
    ReceiverOrg: "ref",
    ParticipatingOrg: "ref",
    Organisation: "organisation_identifier",
}


@rule("IAT101", catalogue="1.1.3", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def activity_named_as_its_publisher(activity: Activity, _around: Around) -> Iterator[Outcome]:
    """An activity has the identifier of the organisation that publishes it.

    Why: Whoever refers to the one would refer to the other, and no second activity could be published.
    Fix: Write the organisation's identifier, a hyphen, and a number of your own for the activity.

    Example:
        <iati-identifier>SE-ON-202100-6354</iati-identifier>
        <reporting-org ref="SE-ON-202100-6354" type="10">
    Source: IATI standard ruleset 2.03, rule 1.1.3, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    ref = None if activity.reporting_org is None else activity.reporting_org.ref
    if activity.iati_identifier is None:
        yield Unknown(Missing(("iati_identifier",), "the activity's identifier"))
    elif ref is None:
        yield Unknown(Missing(("reporting_org", "ref"), "the publisher's identifier"))
    elif activity.iati_identifier == ref:
        yield Fail(f"the activity has the identifier {shown(ref)} of its publisher", at=("iati_identifier",))


@rule("IAT102", catalogue="1.1.21", nature=Nature.WEAKNESS, severity=Severity.WARNING)
def identifier_without_its_publisher(activity: Activity, _around: Around) -> Iterator[Outcome]:
    """An activity's identifier does not begin with its publisher's, present or former.

    Why: Only with the publisher's identifier in front is it certain that nobody else gives an activity the same one.
    Fix: Write the publisher's identifier, a hyphen, and a number of your own;
        an activity published under a former identifier keeps it, and the publisher's goes into ``other-identifier``
        with the type B1.

    Example:
        <iati-identifier>ENERGY-7</iati-identifier>
        <reporting-org ref="SE-ON-202100-6354" type="10">
    Source: IATI standard ruleset 2.03, rule 1.1.21, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    ref = None if activity.reporting_org is None else activity.reporting_org.ref
    former = [one.ref for one in activity.other_identifiers if one.type == _FORMER_PUBLISHER]
    names = [name for name in (ref, *former) if name is not None]
    own = activity.iati_identifier
    if own is None:
        yield Unknown(Missing(("iati_identifier",), "the activity's identifier"))
    elif any(own.startswith(f"{name}-") for name in names):
        return
    elif ref is None:
        yield Unknown(Missing(("reporting_org", "ref"), "the publisher's identifier"))
    else:
        prefixes = " or ".join(repr(f"{name}-") for name in names)
        yield Fail(f"the identifier {shown(own)} does not begin with {prefixes}", at=("iati_identifier",))


@rule("IAT103", catalogue=("1.14.8", "1.18.8"), nature=Nature.WEAKNESS, severity=Severity.WARNING)
def agency_not_on_the_list(publisher: ReportingOrg, around: Around) -> Iterator[Outcome]:
    """A publisher's identifier begins with no agency of registration that is on the list.

    Why: The agency's code tells where the rest of the identifier can be looked up.
        Of an organisation that IATI's register already knows, any identifier is accepted; the register is not in this
        package, so that without it nothing can be said of an unknown agency.
    Fix: Begin with the agency's code from org-id.guide, as ``SE-ON`` for the Swedish companies register.

    Example:
        <reporting-org ref="SWEDEN-6354" type="10">
    Source: IATI standard ruleset 2.03, rules 1.14.8 and 1.18.8,
        https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    ref = publisher.ref
    if ref is None:
        yield Unknown(Missing(("ref",), "the publisher's identifier"))
    elif _agency(ref) in codelist("OrganisationRegistrationAgency"):
        return
    elif around.publishers is None:
        yield Unknown(Missing(("ref",), f"whether IATI's register of publishers knows {shown(ref)}"))
    elif ref not in around.publishers:
        yield Fail(f"the identifier {shown(ref)} begins with no agency of registration that is known", at=("ref",))


def _agency(ref: str) -> str:
    return "-".join(ref.split("-")[:2])


@rule(
    "IAT104",
    catalogue=("1.3.13", "1.14.13", "1.18.13", "1.11.13", "1.10.13", "1.15.13", "1.12.13", "1.8.13"),
    nature=Nature.WEAKNESS,
    severity=Severity.WARNING,
)
def symbol_in_identifier(
    node: Activity | ReportingOrg | OwnerOrg | ProviderOrg | ReceiverOrg | ParticipatingOrg | Organisation,
    around: Around,
) -> Iterator[Outcome]:
    """An identifier is empty, or has one of the symbols ``/``, ``&``, ``|`` and ``?`` in it.

    Why: Identifiers become parts of addresses and of file names, where these symbols mean something else.
        An activity may have them where its identifier begins with that of an organisation that IATI's register knows,
        and an organisation that the register knows may keep its own; the register is not in this package.
    Fix: Write a hyphen for the symbol; leave an empty attribute out.

    Example:
        <receiver-org ref="ZA/NPO/1234">
    Source: IATI standard ruleset 2.03, rules 1.3.13, 1.8.13, 1.10.13, 1.11.13, 1.12.13, 1.14.13, 1.15.13 and 1.18.13,
        https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    name = "iati_identifier" if isinstance(node, Activity) else _ORGANISATIONS[type(node)]
    text: str | None = getattr(node, name)
    if text is None:
        yield NOT_APPLICABLE
        return
    found = [symbol for symbol in _SYMBOLS if symbol in text]
    if text and not found:
        return
    if isinstance(node, Activity):
        if text and around.publishers is None:
            yield Unknown(
                Missing((name,), f"whether IATI's register knows the organisation that {shown(text)} begins with")
            )
            return
        is_known = any(text.startswith(f"{known}-") for known in around.publishers or ())
    else:
        is_known = text in (around.publishers or ())
    if not is_known:
        symbols = " and ".join(found)
        yield Fail(
            f"the identifier {shown(text)} has {symbols} in it" if found else "the identifier is empty", at=(name,)
        )


@rule(
    "IAT105",
    catalogue=(
        *("1.3.1", "1.14.1", "1.16.1", "1.6.1", "1.7.1", "1.11.1", "1.10.1", "1.4.1"),
        *("1.15.1", "1.5.1", "1.12.1", "1.17.1", "1.18.1", "1.8.1", "1.9.1"),
    ),
    nature=Nature.WEAKNESS,
    severity=Severity.WARNING,
)
def space_around_identifier(
    node: Activity
    | ReportingOrg
    | OtherIdentifier
    | RelatedActivity
    | OwnerOrg
    | ProviderOrg
    | ReceiverOrg
    | ParticipatingOrg
    | Organisation
    | RecipientOrg,
    _around: Around,
) -> Iterator[Outcome]:
    """An identifier begins or ends with a space or a new line.

    Why: Compared letter by letter it equals no other, so that references to it lead nowhere.
    Fix: Write the identifier without anything around it, on one line with its tags.

    Example:
        <iati-identifier>
          SE-ON-202100-6354-7
        </iati-identifier>
    Source: IATI standard ruleset 2.03, rules 1.3.1, 1.4.1, 1.5.1, 1.6.1, 1.7.1, 1.8.1, 1.9.1, 1.10.1, 1.11.1, 1.12.1,
        1.14.1, 1.15.1, 1.16.1, 1.17.1 and 1.18.1, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    applies = not isinstance(node, OtherIdentifier) or node.type in (_FORMER_ACTIVITY, _FORMER_PUBLISHER)
    said = [one for one in _SPACELESS[type(node)] if getattr(node, one[0]) is not None] if applies else []
    if not said:
        yield NOT_APPLICABLE
    for name, what in said:
        text: Any = getattr(node, name)
        if text != text.strip():
            yield Fail(f"{what} {shown(text)} has white space around it", at=(name,))


@rule("IAT106", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def identifier_given_twice(entry: Activity | Organisation, around: Around) -> Iterator[Outcome]:
    """Two activities, or two organisations, of one file have the same identifier.

    Why: Whoever gathers files keeps one of the two and drops the other, or mixes them, and nobody is told.
        White space around them is no difference.
        In a file of more than 262,144 identifiers those that come later are compared with the first so many.
    Fix: Give each its own; of one activity that stands there twice, take the older out.

    Example:
        <iati-identifier>SE-ON-202100-6354-7</iati-identifier>
        ...
        <iati-identifier>SE-ON-202100-6354-7</iati-identifier>
    Source: the definition of ``iati-identifier``, a globally unique identifier,
        https://iatistandard.org/en/iati-standard/203/activity-standard/iati-activities/iati-activity/iati-identifier/
    """
    field = "iati_identifier" if isinstance(entry, Activity) else "organisation_identifier"
    name = identifier_of(entry)
    if name is None:
        yield Unknown(Missing((field,), "the identifier"))
    elif around.before.number is not None:
        whole = "activities" if isinstance(entry, Activity) else "organisations"
        yield Fail(f"{whole}[{around.before.number}] has the identifier {shown(name)} already", at=(field,))
    elif not around.before.is_certain:
        yield Unknown(Missing((field,), "all identifiers before this one, which are too many to be remembered"))


RULES: tuple[Rule, ...] = (
    activity_named_as_its_publisher,
    identifier_without_its_publisher,
    agency_not_on_the_list,
    symbol_in_identifier,
    space_around_identifier,
    identifier_given_twice,
)
