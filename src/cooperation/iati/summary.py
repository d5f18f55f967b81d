"""What a file of the standard says, as plain text that people read."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from cooperation.codelists import codelist, nearest
from cooperation.errors import UnknownCodeError
from cooperation.iati.activity import Activities, Activity
from cooperation.iati.organisation import Organisation, Organisations
from cooperation.iati.text import Narrative
from cooperation.views.layout import Line, Section, Sheet, Table
from cooperation.views.telling import UNKNOWN, amount, joined, some
from cooperation.views.words import cells, padded

__all__ = ["summary"]

_DATES = {"1": "planned start", "2": "actual start", "3": "planned end", "4": "actual end"}
_MOST_LISTED = 12

# The lists that the codes of a vocabulary are on.
_SECTORS = {None: "Sector", "1": "Sector", "2": "SectorCategory", "7": "UNSDG-Goals", "8": "UNSDG-Targets"}
_TAGS = {"2": "UNSDG-Goals", "3": "UNSDG-Targets"}
_REGIONS = {None: "Region", "1": "Region"}


def summary(file: Activities | Organisations, wanted: str | None = None) -> Sheet:
    """What a file says: of its only activity or organisation, of the one that is wanted, or a table of all.

    Sums are told by currency and never added up across currencies; what is not said is told to be unknown.

    Args:
        file: The file.
        wanted: The identifier of the activity or organisation that is to be told of.

    Raises:
        UnknownCodeError: The file has none of that identifier.

    >>> from cooperation import iati
    >>> activity = iati.Activity(iati_identifier="SE-1-7", title=iati.Text.of("Energy plan"))
    >>> print(str(summary(iati.Activities(version="2.03", activities=(activity,)))).splitlines()[3])
      identifier    SE-1-7
    """
    entries: tuple[Any, ...] = file.activities if isinstance(file, Activities) else file.organisations
    if wanted is not None:
        found = [entry for entry in entries if (_identifier(entry) or "").strip() == wanted.strip()]
        if not found:
            known = [name for name in map(_identifier, entries) if name]
            raise UnknownCodeError(wanted, "activities and organisations of the file", nearest(wanted, known))
        return _of_entry(found[0])
    return _of_entry(entries[0]) if len(entries) == 1 else _of_file(file, entries)


def _identifier(entry: Activity | Organisation) -> str | None:
    return entry.iati_identifier if isinstance(entry, Activity) else entry.organisation_identifier


def _of_entry(entry: Activity | Organisation) -> Sheet:
    return _of_activity(entry) if isinstance(entry, Activity) else _of_organisation(entry)


# ---- a file ------------------------------------------------------------------------------------------------------


def _of_file(file: Activities | Organisations, entries: tuple[Any, ...]) -> Sheet:
    noun, plural = ("activity", "activities") if isinstance(file, Activities) else ("organisation", "organisations")
    facts = [("version", file.version or UNKNOWN)]
    if file.generated_datetime is not None:
        facts.append(("made", str(file.generated_datetime.date())))
    publishers = dict.fromkeys(_publisher(entry) for entry in entries)
    facts.append(("published by", joined(publishers) if publishers else UNKNOWN))
    sections = [Section("", tuple(_labelled(facts)))]
    if entries:
        rows = tuple(_row(entry) for entry in entries)
        heads = ("identifier", "title", "status", "from", "to") if noun == "activity" else ("identifier", "name")
        sections.append(Section("", (Table(heads, rows),)))
    return Sheet(some(len(entries), noun, plural), tuple(sections))


def _row(entry: Activity | Organisation) -> tuple[str, ...]:
    name = _identifier(entry) or UNKNOWN
    if isinstance(entry, Organisation):
        return name, _text(entry.name)
    days = {date.type: str(date.iso_date) for date in reversed(entry.activity_dates) if date.iso_date is not None}
    start = days.get("2") or days.get("1") or UNKNOWN
    end = days.get("4") or days.get("3") or UNKNOWN
    return name, _text(entry.title), _named("ActivityStatus", entry.activity_status), start, end


def _publisher(entry: Activity | Organisation) -> str:
    publisher = entry.reporting_org
    if publisher is None:
        return UNKNOWN
    name = _first(publisher.narratives)
    return f"{name} ({publisher.ref})" if publisher.ref and name != UNKNOWN else publisher.ref or name


# ---- an activity -------------------------------------------------------------------------------------------------


def _of_activity(activity: Activity) -> Sheet:
    sections = [Section("", tuple(_labelled(_facts(activity))))]
    for heading, lines in (
        ("What it is", _descriptions(activity)),
        ("Who takes part", _participants(activity)),
        ("Where and for what", _classes(activity)),
        ("Money", _money(activity)),
        ("Results", _results(activity)),
    ):
        content = tuple(lines)
        sections.append(Section(heading, content or (Line("nothing is said", first="  ", role="unknown"),)))
    return Sheet(_text(activity.title), tuple(sections))


def _facts(activity: Activity) -> Iterator[tuple[str, str]]:
    yield "identifier", activity.iati_identifier or UNKNOWN
    yield "published by", _publisher(activity)
    yield "status", _named("ActivityStatus", activity.activity_status)
    dates = {date.type: str(date.iso_date) for date in reversed(activity.activity_dates) if date.iso_date is not None}
    for kind, called in _DATES.items():
        if kind in dates:
            yield called, dates[kind]
    if not dates:
        yield "dates", UNKNOWN
    if activity.hierarchy is not None:
        yield "hierarchy", str(activity.hierarchy)
    if activity.last_updated_datetime is not None:
        yield "last updated", str(activity.last_updated_datetime.date())
    related: dict[str, list[str]] = {}
    for one in activity.related_activities:
        related.setdefault(_named("RelatedActivityType", one.type).lower(), []).append(one.ref or UNKNOWN)
    for kind, refs in related.items():
        yield kind, _listed(refs)


def _descriptions(activity: Activity) -> Iterator[Line]:
    for description in activity.descriptions:
        yield Line(" ".join(_first(description.narratives).split()), first="  ", rest="  ")


def _participants(activity: Activity) -> Iterator[Line]:
    roles: dict[str, list[str]] = {}
    for one in activity.participating_orgs:
        name = _first(one.narratives)
        roles.setdefault(_named("OrganisationRole", one.role), []).append(
            one.ref or UNKNOWN if name == UNKNOWN else name
        )
    return _labelled((role.lower(), "; ".join(dict.fromkeys(names))) for role, names in roles.items())


def _classes(activity: Activity) -> Iterator[Line]:
    places = [
        *(_share(_named("Country", one.code), one.percentage) for one in activity.recipient_countries),
        *(
            _share(_named(_REGIONS.get(one.vocabulary), one.code, one.narratives), one.percentage)
            for one in activity.recipient_regions
        ),
    ]
    sectors = [
        _share(_named(_SECTORS.get(one.vocabulary), one.code, one.narratives), one.percentage)
        for one in activity.sectors
    ]
    tags = [_named(_TAGS.get(one.vocabulary or ""), one.code, one.narratives) for one in activity.tags]
    known = (("countries", places), ("sectors", sectors), ("tags", tags))
    return _labelled((called, _listed(words)) for called, words in known if words)


def _money(activity: Activity) -> Iterator[Line]:
    facts: list[tuple[str, str]] = []
    if activity.budgets:
        sums = _sums((one.value for one in activity.budgets), activity.default_currency)
        facts.append(("budgets", f"{some(len(activity.budgets), 'budget')}, {sums}"))
    if activity.planned_disbursements:
        planned = activity.planned_disbursements
        sums = _sums((one.value for one in planned), activity.default_currency)
        facts.append(("planned", f"{some(len(planned), 'disbursement')}, {sums}"))
    kinds: dict[str, list[Any]] = {}
    for transaction in activity.transactions:
        kinds.setdefault(_named("TransactionType", transaction.transaction_type), []).append(transaction.value)
    if kinds:
        facts.append(("transactions", str(len(activity.transactions))))
    for kind, values in kinds.items():
        facts.append((kind.lower(), f"{len(values)}, {_sums(values, activity.default_currency)}"))
    return _labelled(facts)


def _sums(values: Iterable[Any], default: str | None) -> str:
    """The sums of amounts by currency; those whose currency or number is not known are counted."""
    sums: dict[str, Decimal] = {}
    unknown = 0
    for value in values:
        currency = None if value is None else value.currency or default
        if value is None or value.amount is None or currency is None:
            unknown += 1
        else:
            sums[currency] = sums.get(currency, Decimal(0)) + value.amount
    told = [amount(currency, total) for currency, total in sums.items()]
    if unknown:
        told.append(f"{some(unknown, 'amount')} without a number or currency")
    return joined(told)


def _results(activity: Activity) -> Iterator[Line]:
    for result in activity.results:
        indicators = len(result.indicators)
        periods = [period for indicator in result.indicators for period in indicator.periods]
        known = sum(bool(period.actuals) for period in periods)
        said = f"{some(indicators, 'indicator')}, {some(len(periods), 'period')}, {known} with actual values"
        label = f"{_named('ResultType', result.type)}: "
        yield Line(f"{_text(result.title)} ({said})", first="  - ", rest="    ", label=label)


# ---- an organisation ---------------------------------------------------------------------------------------------


def _of_organisation(organisation: Organisation) -> Sheet:
    facts = [
        ("identifier", organisation.organisation_identifier or UNKNOWN),
        ("published by", _publisher(organisation)),
    ]
    currency = organisation.default_currency
    for called, budgets in (
        ("total budgets", organisation.total_budgets),
        ("for organisations", organisation.recipient_org_budgets),
        ("for regions", organisation.recipient_region_budgets),
        ("for countries", organisation.recipient_country_budgets),
        ("expenditures", organisation.total_expenditures),
    ):
        held: tuple[Any, ...] = budgets
        if held:
            facts.append((called, f"{len(held)}, {_sums((one.value for one in held), currency)}"))
    if organisation.document_links:
        facts.append(("documents", str(len(organisation.document_links))))
    return Sheet(_text(organisation.name), (Section("", tuple(_labelled(facts))),))


# ---- words -------------------------------------------------------------------------------------------------------


def _text(text: Any) -> str:
    return UNKNOWN if text is None else _first(text.narratives)


def _first(narratives: tuple[Narrative, ...]) -> str:
    return next((" ".join(one.text.split()) for one in narratives if one.text.strip()), UNKNOWN)


def _named(listed: str | None, code: str | None, narratives: tuple[Narrative, ...] = ()) -> str:
    """A code in words: those of its list, else those of the file, else the code itself."""
    if code is None:
        return UNKNOWN
    entry = codelist(listed).get(code) if listed else None
    name = entry.name if entry is not None and entry.name else _first(narratives)
    return code if name == UNKNOWN else name


def _share(name: str, percentage: Decimal | None) -> str:
    if percentage is None:
        return name
    said = f"{percentage:f}"
    return f"{name} {said.rstrip('0').rstrip('.') if '.' in said else said} %"


def _listed(words: list[str]) -> str:
    more = len(words) - _MOST_LISTED
    return "; ".join(words if more <= 0 else [*words[:_MOST_LISTED], f"and {more} more"])


def _labelled(pairs: Iterable[tuple[str, str]]) -> Iterator[Line]:
    """Texts beside their labels, all texts in one column."""
    known = list(pairs)
    gutter = max((cells(label) for label, _ in known), default=0) + 2
    for label, text in known:
        role = "unknown" if text == UNKNOWN else "plain"
        yield Line(text, first="  ", rest=" " * (gutter + 2), role=role, label=padded(label, gutter))
