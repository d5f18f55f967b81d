"""Organisations, which have several names, units and places, and a history."""

import enum
from collections.abc import Iterable
from typing import Self

import pendulum
from attrs import field

from cooperation.display import Shown
from cooperation.errors import InvariantError
from cooperation.model.answer import Answer
from cooperation.model.dates import PartialDate, Period
from cooperation.model.declare import (
    CountryCode,
    LanguageCode,
    OrganisationId,
    UnitId,
    country,
    frozen,
    identifier,
    language,
)
from cooperation.model.places import Place
from cooperation.model.sources import Source
from cooperation.model.text import Text

__all__ = [
    "EventKind",
    "Identifier",
    "NameKind",
    "Organisation",
    "OrganisationEvent",
    "OrganisationKind",
    "OrganisationName",
    "OrganisationUnit",
]


class OrganisationKind(enum.Enum):
    """What kind of organisation it is, finer than the IATI list OrganisationType where municipal work needs it."""

    NATIONAL_GOVERNMENT = "national-government"
    PROVINCE = "province"
    REGION = "region"
    LOCAL_GOVERNMENT = "local-government"
    MUNICIPAL_FEDERATION = "municipal-federation"
    PUBLIC_COMPANY = "public-company"
    PUBLIC_AGENCY = "public-agency"
    LABOUR_OFFICE = "labour-office"
    POLICE = "police"
    SCHOOL = "school"
    UNIVERSITY = "university"
    LIBRARY = "library"
    CIVIL_SOCIETY = "civil-society"
    SOCIAL_ENTERPRISE = "social-enterprise"
    NETWORK = "network"
    PRIVATE_SECTOR = "private-sector"
    MEDIA = "media"
    EXPERT = "expert"
    FOUNDATION = "foundation"
    MULTILATERAL = "multilateral"
    OTHER = "other"

    @property
    def iati_type(self) -> str:
        """The nearest code of the IATI list OrganisationType.

        >>> OrganisationKind.LOCAL_GOVERNMENT.iati_type
        '11'
        """
        return _IATI_TYPES.get(self, "90")


_IATI_TYPES = {
    OrganisationKind.NATIONAL_GOVERNMENT: "10",
    OrganisationKind.PROVINCE: "11",
    OrganisationKind.REGION: "11",
    OrganisationKind.LOCAL_GOVERNMENT: "11",
    OrganisationKind.MUNICIPAL_FEDERATION: "11",
    OrganisationKind.PUBLIC_COMPANY: "15",
    OrganisationKind.PUBLIC_AGENCY: "15",
    OrganisationKind.LABOUR_OFFICE: "15",
    OrganisationKind.POLICE: "15",
    OrganisationKind.SCHOOL: "80",
    OrganisationKind.UNIVERSITY: "80",
    OrganisationKind.LIBRARY: "15",
    OrganisationKind.CIVIL_SOCIETY: "22",
    OrganisationKind.SOCIAL_ENTERPRISE: "70",
    OrganisationKind.NETWORK: "22",
    OrganisationKind.PRIVATE_SECTOR: "70",
    OrganisationKind.MEDIA: "70",
    OrganisationKind.FOUNDATION: "60",
    OrganisationKind.MULTILATERAL: "40",
}


class NameKind(enum.Enum):
    """What a name is to its organisation."""

    OFFICIAL = "official"
    SHORT = "short"
    FORMER = "former"
    INTERIM = "interim"
    VARIANT = "variant"


@frozen(kw_only=True)
class OrganisationName:
    """A name an organisation has, had, or is called by.

    Attributes:
        text: The name.
        kind: What it is to the organisation.
        language: The language it is in.
        valid: When it held.

    """

    text: str
    kind: NameKind | None = None
    language: LanguageCode | None = field(default=None, validator=language)
    valid: Period | None = None


@frozen(kw_only=True)
class OrganisationUnit:
    """A department, office or centre of an organisation.

    Attributes:
        id: Its name in the document.
        name: What it is called.
        part_of: The unit above it.

    """

    id: str = field(validator=identifier)
    name: Text | None = None
    part_of: UnitId | None = None


@frozen
class Identifier:
    """A code that a register gives an organisation.

    Attributes:
        scheme: The register, such as ``SE-ON`` or another code of the IATI list OrganisationRegistrationAgency.
        code: The code in that register.

    >>> str(Identifier("SE-ON", "212000-0662"))
    'SE-ON-212000-0662'

    """

    scheme: str = field(validator=identifier)
    code: str = field(validator=identifier)

    def __str__(self) -> str:
        return f"{self.scheme}-{self.code}"


class EventKind(enum.Enum):
    """What happened to an organisation, after the change events of the W3C organisation ontology."""

    FOUNDATION = "foundation"
    RENAME = "rename"
    MERGER = "merger"
    SPLIT = "split"
    END = "end"


@frozen(kw_only=True)
class OrganisationEvent:
    """A change in the life of an organisation, told at the organisation that came out of it.

    Attributes:
        kind: What happened.
        date: When.
        predecessors: The organisations it came from, in a merger or a split.
        successors: The organisations that went on, where it is told at the one that ended.
        note: What else is known.
        sources: Where it is known from.

    """

    kind: EventKind
    date: PartialDate | None = None
    predecessors: tuple[OrganisationId, ...] = ()
    successors: tuple[OrganisationId, ...] = ()
    note: Text | None = None
    sources: tuple[Source, ...] = ()


@frozen(kw_only=True)
class Organisation(Shown):
    """A municipality, company, university or any other body, known perhaps by its id alone.

    Attributes:
        id: Its name in the document.
        name: What it is called now; ``None`` for a partner that nobody named.
        names: Its other names, with language and time.
        kind: What kind of organisation it is.
        country: The country it belongs to.
        owner: The organisation that owns it.
        units: Its departments and offices.
        places: The places it governs or works in.
        identifiers: What registers call it.
        former_identifiers: What registers called it before, such as the number that a merger ended.
        events: What happened to it.
        note: What else is known.

    Raises:
        InvariantError: It ended before it was founded.

    >>> tlokwe = Organisation(id="tlokwe", name="Tlokwe City Council", country="ZA")
    >>> tlokwe.kind is None
    True

    """

    id: str = field(validator=identifier)
    name: Text | None = None
    names: tuple[OrganisationName, ...] = field(default=(), repr=False)
    kind: OrganisationKind | None = None
    country: CountryCode | None = field(default=None, validator=country)
    owner: OrganisationId | None = None
    units: tuple[OrganisationUnit, ...] = field(default=(), repr=False)
    places: tuple[Place, ...] = field(default=(), repr=False)
    identifiers: tuple[Identifier, ...] = field(default=(), repr=False)
    former_identifiers: tuple[Identifier, ...] = field(default=(), repr=False)
    events: tuple[OrganisationEvent, ...] = field(default=(), repr=False)
    note: Text | None = field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        start, end = self.founded, self.ended
        if start is not None and end is not None and end.latest < start.earliest:
            raise InvariantError(f"organisation {self.id!r} ended {end} before it was founded {start}", ("events",))

    @classmethod
    def unresolved(cls, id: str) -> Self:  # noqa: A002
        """An organisation of which a document knows only the id."""
        return cls(id=id)

    @property
    def is_bare(self) -> bool:
        """Whether nothing is known of it but its id."""
        return self.name is None and self == Organisation(id=self.id)

    @property
    def founded(self) -> PartialDate | None:
        """When it came to be, where an event says so."""
        return _first_date(event for event in self.events if _begins(event))

    @property
    def ended(self) -> PartialDate | None:
        """When it ceased to be, where an event says so."""
        return _first_date(event for event in self.events if _ends(event))

    @property
    def life(self) -> Period | None:
        """From its foundation to its end, as far as either is known."""
        if not self.events:
            return None
        start, end = self.founded, self.ended
        return None if start is None and end is None else Period(start=start, end=end)

    def name_on(self, date: PartialDate | pendulum.Date) -> Text | None:
        """What it was called on a date: the name then valid, else the present one where nothing speaks against it.

        Where the date is too vague to choose between two names, the answer is ``None``.

        >>> town = Organisation(id="t", name="Tlokwe", names=(
        ...     OrganisationName(text="Potchefstroom", valid=Period(end=PartialDate(2007, 1))),
        ...     OrganisationName(text="Tlokwe", valid=Period(start=PartialDate(2007, 2)))))
        >>> town.name_on(PartialDate(2005)), town.name_on(PartialDate(2010))
        ('Potchefstroom', 'Tlokwe')
        """
        dated = [(name.text, _holds(name.valid, date)) for name in self.names if name.valid is not None]
        held = [text for text, answer in dated if answer is Answer.YES]
        if held:
            return held[0]
        spoken_against = any(answer is Answer.UNKNOWN or text == str(self.name) for text, answer in dated)
        return None if spoken_against else self.name

    def is_called(self, name: str) -> bool:
        """Whether this is one of its names, whatever the case of the letters."""
        texts = [other.text for other in self.names]
        if self.name is not None:
            texts += [self.name] if isinstance(self.name, str) else [text for _, text in self.name.versions]
        return name.casefold() in (text.casefold() for text in texts)


def _first_date(events: Iterable[OrganisationEvent]) -> PartialDate | None:
    return next((event.date for event in events if event.date is not None), None)


def _begins(event: OrganisationEvent) -> bool:
    # A merger or split that names only successors is told at an organisation that ended in it.
    if event.kind in (EventKind.MERGER, EventKind.SPLIT):
        return bool(event.predecessors) or not event.successors
    return event.kind is EventKind.FOUNDATION


def _ends(event: OrganisationEvent) -> bool:
    if event.kind in (EventKind.MERGER, EventKind.SPLIT):
        return bool(event.successors) and not event.predecessors
    return event.kind is EventKind.END


def _holds(valid: Period, date: PartialDate | pendulum.Date) -> Answer:
    # A name with one end open holds from there on, unlike a project whose end nobody stated.
    moment = date if isinstance(date, PartialDate) else PartialDate.of(date)
    first, last = valid.first_day, valid.last_day
    if (first is not None and moment.latest < first) or (last is not None and moment.earliest > last):
        return Answer.NO
    inside = (first is None or first <= moment.earliest) and (last is None or moment.latest <= last)
    told = valid.is_placed or (valid.within is None and valid.length is None)
    return Answer.YES if inside and told else Answer.UNKNOWN
