"""How the model's fields are declared: references, codes, and the few checks a constructor makes.

A field that names another part says so in its type (``OrganisationId``, ``tuple[ObjectiveId, ...]``),
and a field that holds a code names its list (``CurrencyCode``).
Rules, the schema and the test strategies read these marks; nobody keeps a second list of them.
"""

import functools
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

import attrs
from attrs import Attribute

from cooperation import codelists
from cooperation.errors import InvariantError, UnknownCodeError

__all__ = [
    "ActivityId",
    "CodedBy",
    "CountryCode",
    "CurrencyCode",
    "DocumentCategoryCode",
    "IndicatorId",
    "LanguageCode",
    "ObjectiveId",
    "OrganisationId",
    "PartnershipId",
    "PilotId",
    "PlaceId",
    "ProblemId",
    "ProjectId",
    "Refers",
    "RegionCode",
    "SourceId",
    "StatedCountId",
    "TargetGroupId",
    "ThemeId",
    "UnitId",
    "frozen",
]


if TYPE_CHECKING:
    from attrs import frozen  # as type checkers know it
else:
    # A value keeps no slot for weak references: eight bytes less each, and a layout that a reader of documents
    # can fill in one go (see ``formats.assemble``).
    frozen = functools.partial(attrs.frozen, weakref_slot=False)


@frozen
class Refers:
    """Marks a text that is the id of another part, such as ``"organisation"``."""

    kind: str


@frozen
class CodedBy:
    """Marks a text that is a code of this IATI codelist."""

    codelist: str


OrganisationId: TypeAlias = Annotated[str, Refers("organisation")]
"""The id of an organisation, in the portfolio's register or written where it takes part."""
PartnershipId: TypeAlias = Annotated[str, Refers("partnership")]
"""The id of a partnership of the portfolio."""
ProjectId: TypeAlias = Annotated[str, Refers("project")]
"""The id of a project, in this portfolio or outside it."""
UnitId: TypeAlias = Annotated[str, Refers("unit")]
"""The id of a unit of an organisation that takes part."""
PlaceId: TypeAlias = Annotated[str, Refers("place")]
"""The id of a place of the project or of an organisation that takes part."""
ThemeId: TypeAlias = Annotated[str, Refers("theme")]
"""The id of a theme of the project."""
ProblemId: TypeAlias = Annotated[str, Refers("problem")]
"""The id of a problem or need of the project."""
TargetGroupId: TypeAlias = Annotated[str, Refers("target-group")]
"""The id of a target group of the project."""
ObjectiveId: TypeAlias = Annotated[str, Refers("objective")]
"""The id of an objective of the project."""
IndicatorId: TypeAlias = Annotated[str, Refers("indicator")]
"""The id of an indicator of the project."""
ActivityId: TypeAlias = Annotated[str, Refers("activity")]
"""The id of an activity of the project."""
PilotId: TypeAlias = Annotated[str, Refers("pilot")]
"""The id of a pilot of the project."""
StatedCountId: TypeAlias = Annotated[str, Refers("stated-count")]
"""The id of another stated count of the project."""
SourceId: TypeAlias = Annotated[str, Refers("source")]
"""The id of a source of the project."""

CountryCode: TypeAlias = Annotated[str, CodedBy("Country")]
"""A country, ISO 3166-1 alpha-2 as IATI lists it, with ``XK`` for Kosovo."""
LanguageCode: TypeAlias = Annotated[str, CodedBy("Language")]
"""A language: ISO 639-1 in two small letters, or 639-3 in three, with an optional region."""
CurrencyCode: TypeAlias = Annotated[str, CodedBy("Currency")]
"""A currency, ISO 4217."""
DocumentCategoryCode: TypeAlias = Annotated[str, CodedBy("DocumentCategory")]
"""What kind of document it is, on the IATI list DocumentCategory."""
RegionCode: TypeAlias = Annotated[str, CodedBy("Region")]
"""A region of several countries, as OECD-DAC numbers them."""

_is_id = re.compile(r"\S{1,200}").fullmatch
_COUNTRY = re.compile(r"[A-Z]{2}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def identifier(_instance: object, attribute: "Attribute[str]", value: str) -> None:
    """Refuse an id that is empty, long or holds white space: it must stand in paths and addresses."""
    if not _is_id(value):
        message = f"{attribute.name} {_short(value)} is not an id: 1 to 200 characters without spaces"
        raise InvariantError(message, (attribute.name,))


def maybe_identifier(instance: object, attribute: "Attribute[str | None]", value: str | None) -> None:
    """As ``identifier``, where an id is optional."""
    if value is not None:
        identifier(instance, attribute, value)  # type: ignore[arg-type]


def wording(_instance: object, attribute: "Attribute[str]", value: str) -> None:
    """Refuse a name in which nothing stands."""
    if not value.strip():
        raise InvariantError(f"{attribute.name} {_short(value)} says nothing", (attribute.name,))


def country(_instance: object, attribute: "Attribute[str | None]", value: str | None) -> None:
    """Refuse what has not the form of a country's code; the list is not complete, so a rule asks about the rest."""
    if value is not None and not _COUNTRY.fullmatch(value):
        message = f"{attribute.name} {_short(value)} is not a country's code: two capital letters, such as SE"
        raise InvariantError(message, (attribute.name,))


def language(_instance: object, attribute: "Attribute[str | None]", value: str | None) -> None:
    """Refuse what has not the form of a language's code; the list is not complete, so a rule asks about the rest."""
    if value is not None:
        check_language(value, attribute.name, (attribute.name,))


def check_language(value: str, what: str = "language", path: tuple[str | int, ...] = ()) -> None:
    """Refuse what has not the form of a language's code."""
    if not _LANGUAGE.fullmatch(value):
        message = f"{what} {_short(value)} is not a language's code: small letters, such as sv or pt-BR"
        raise InvariantError(message, path)


def percentage(_instance: object, attribute: "Attribute[Any]", value: Any) -> None:
    """Refuse a share outside 0 to 100 per cent."""
    finite(_instance, attribute, value)
    if value is not None and not 0 <= value <= 100:  # noqa: PLR2004
        raise InvariantError(f"{attribute.name} {value} is not between 0 and 100 per cent", (attribute.name,))


def not_negative(_instance: object, attribute: "Attribute[Any]", value: Any) -> None:
    """Refuse a number below zero where there cannot be one."""
    finite(_instance, attribute, value)
    if value is not None and value < 0:
        raise InvariantError(f"{attribute.name} {value} is below zero", (attribute.name,))


def finite(_instance: object, attribute: "Attribute[Any]", value: Any) -> None:
    """Refuse a number that is infinite, no number, or out of all proportion."""
    if isinstance(value, Decimal):
        check_finite(value, attribute.name, (attribute.name,))


def check_finite(number: Decimal, what: str, path: tuple[str, ...] = ()) -> None:
    """Refuse a number that is infinite, no number, or out of all proportion."""
    # The bounds keep arithmetic on a hostile document from taking for ever: 1E+999999 is a legal Decimal, and so is
    # 0E-999999, which makes a sum that long.
    if not number.is_finite():
        raise InvariantError(f"{what} {number} is not a finite number", path)
    if not -30 <= number.adjusted() <= 30:  # noqa: PLR2004
        raise InvariantError(
            f"{what} {number:.3E} is out of all proportion: at most 30 digits either side of the point", path
        )


def check_code(value: str, codelist: str, what: str) -> None:
    """Refuse a code that is off a complete list, naming the nearest code that is on it."""
    if value in _complete(codelist):
        return
    try:
        codelists.codelist(codelist)[value]
    except UnknownCodeError as error:
        hint = f" (did you mean {error.nearest[0]!r}?)" if error.nearest else ""
        raise InvariantError(
            f"{what} {_short(value)} is not on the list {codelist}{hint}", (), "unknown-code"
        ) from None


@functools.cache
def _complete(codelist: str) -> frozenset[str]:
    return frozenset(codelists.codelist(codelist))


def check_unique(*lists: tuple[str, tuple[str, ...], Sequence[Any]]) -> None:
    """Refuse two parts of one kind with one id: lists of what they are, where the list stands, and the parts."""
    if any(len(parts) > 1 and len({part.id for part in parts}) < len(parts) for _, _, parts in lists):
        check_ids(*((kind, _ids(where, parts)) for kind, where, parts in lists))


def check_ids(*lists: tuple[str, Sequence[tuple[str | None, tuple[str | int, ...]]]]) -> None:
    """Refuse two ids of one kind, naming where each that stands again does."""
    faults = []
    for kind, names in lists:
        seen: set[str] = set()
        for name, path in names:
            if name is None:
                continue
            if name in seen:
                faults.append(InvariantError(f"two {kind} have the id {name!r}", path, "duplicate-id"))
            seen.add(name)
    if faults:
        first, *rest = faults
        first.also = tuple(rest)
        raise first


def _ids(where: tuple[str, ...], parts: Sequence[Any]) -> list[tuple[str | None, tuple[str | int, ...]]]:
    return [(part.id, (*where, i, "id")) for i, part in enumerate(parts)]


def _short(value: str) -> str:
    return repr(value if len(value) <= 60 else value[:57] + "...")  # noqa: PLR2004
