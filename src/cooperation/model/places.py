"""Places, which are not the organisations that govern them."""

import enum
from decimal import Decimal

from attrs import field

from cooperation.errors import InvariantError
from cooperation.model.declare import (
    CountryCode,
    PlaceId,
    RegionCode,
    check_code,
    check_finite,
    country,
    frozen,
    identifier,
    percentage,
)
from cooperation.model.text import Text

__all__ = ["Coordinates", "Place", "PlaceKind"]


class PlaceKind(enum.Enum):
    """What kind of place it is."""

    COUNTRY = "country"
    REGION = "region"
    MUNICIPALITY = "municipality"
    CITY = "city"
    TOWN = "town"
    DISTRICT = "district"
    SITE = "site"


@frozen
class Coordinates:
    """A point on the earth, WGS 84.

    Attributes:
        latitude: Degrees north, from -90 to 90.
        longitude: Degrees east, from -180 to 180.

    Raises:
        InvariantError: A number is not finite or out of its range.

    """

    latitude: Decimal
    longitude: Decimal

    def __attrs_post_init__(self) -> None:
        for name, degrees, most in (("latitude", self.latitude, 90), ("longitude", self.longitude, 180)):
            check_finite(degrees, name)
            if not -most <= degrees <= most:
                raise InvariantError(f"{name} {degrees} is not between -{most} and {most}")

    def __str__(self) -> str:
        return f"{self.latitude}, {self.longitude}"


@frozen(kw_only=True)
class Place:
    """A place something happens in.

    Attributes:
        id: Its name in the document.
        name: What it is called.
        kind: What kind of place it is.
        country: The country it lies in.
        region: The region of several countries that it is, as OECD-DAC numbers them.
        share: Its share of what the project spends, in per cent; of a country or region, where there are several.
        coordinates: A point in it.
        within: The larger place it lies in.
        note: Anything a reader should know.

    Raises:
        InvariantError: The region is not on the list of OECD-DAC.

    """

    id: str = field(validator=identifier)
    name: Text | None = None
    kind: PlaceKind | None = None
    country: CountryCode | None = field(default=None, validator=country)
    region: RegionCode | None = None
    share: Decimal | None = field(default=None, validator=percentage)
    coordinates: Coordinates | None = None
    within: PlaceId | None = None
    note: Text | None = None

    def __attrs_post_init__(self) -> None:
        if self.region is not None:
            check_code(self.region, "Region", "region")
