"""Where: countries, regions, and the places of an activity."""

from decimal import Decimal

from cooperation.iati.declare import Record, attribute, code, element, elements, frozen, leaf, residue
from cooperation.iati.kept import Kept
from cooperation.iati.kinds import DECIMAL, NON_NEGATIVE, URI
from cooperation.iati.text import Narrative, Text

__all__ = [
    "Administrative",
    "Location",
    "LocationId",
    "Point",
    "RecipientCountry",
    "RecipientRegion",
    "ShareOfCountry",
    "ShareOfRegion",
]


@frozen(kw_only=True)
class ShareOfCountry(Record):
    """``iati-activity/recipient-country``: a country that gains, and how much of the money is meant for it.

    Attributes:
        code: ``@code``: the country, ISO 3166-1 alpha-2, with XK for Kosovo.
        percentage: ``@percentage``: its share of the money, in per cent of all countries and regions.
        narratives: ``narrative``: what is to be said of it.
        kept: What the file has beside the standard here.
    """

    code: str | None = attribute("code", required=True)
    percentage: Decimal | None = attribute("percentage", DECIMAL)
    narratives: tuple[Narrative, ...] = elements("narrative")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class ShareOfRegion(Record):
    """``iati-activity/recipient-region``: a region of several countries that gains, and its share of the money.

    Attributes:
        code: ``@code``: the region, in the vocabulary.
        vocabulary: ``@vocabulary``: whose list of regions; that of the OECD-DAC (1) when nothing is said.
        vocabulary_uri: ``@vocabulary-uri``: where a list of the publisher's own is to be found.
        percentage: ``@percentage``: its share of the money, in per cent of all countries and regions.
        narratives: ``narrative``: what is to be said of it.
        kept: What the file has beside the standard here.
    """

    code: str | None = attribute("code", required=True)
    vocabulary: str | None = attribute("vocabulary")
    vocabulary_uri: str | None = attribute("vocabulary-uri", URI)
    percentage: Decimal | None = attribute("percentage", DECIMAL)
    narratives: tuple[Narrative, ...] = elements("narrative")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class RecipientCountry(Record):
    """``recipient-country`` of a ``transaction``, of a document or of a budget: the one country it is for.

    Attributes:
        code: ``@code``: the country, ISO 3166-1 alpha-2, with XK for Kosovo.
        narratives: ``narrative``: what is to be said of it.
        kept: What the file has beside the standard here.
    """

    code: str | None = attribute("code", required=True)
    narratives: tuple[Narrative, ...] = elements("narrative")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class RecipientRegion(Record):
    """``transaction/recipient-region``: the one region it is for.

    Attributes:
        code: ``@code``: the region, in the vocabulary.
        vocabulary: ``@vocabulary``: whose list of regions; that of the OECD-DAC (1) when nothing is said.
        vocabulary_uri: ``@vocabulary-uri``: where a list of the publisher's own is to be found.
        narratives: ``narrative``: what is to be said of it.
        kept: What the file has beside the standard here.
    """

    code: str | None = attribute("code", required=True)
    vocabulary: str | None = attribute("vocabulary")
    vocabulary_uri: str | None = attribute("vocabulary-uri", URI)
    narratives: tuple[Narrative, ...] = elements("narrative")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class LocationId(Record):
    """``location/location-id``: the place in a gazetteer or a register of boundaries.

    Attributes:
        code: ``@code``: its code there.
        vocabulary: ``@vocabulary``: which gazetteer, on the list GeographicVocabulary.
        kept: What the file has beside the standard here.
    """

    code: str | None = attribute("code", required=True)
    vocabulary: str | None = attribute("vocabulary", required=True)
    kept: Kept | None = residue()


@frozen(kw_only=True)
class Administrative(Record):
    """``location/administrative``: a country, province, district ... that the place lies in.

    Attributes:
        code: ``@code``: its code in the vocabulary.
        vocabulary: ``@vocabulary``: whose codes, on the list GeographicVocabulary.
        level: ``@level``: how far down it stands in that vocabulary's order.
        kept: What the file has beside the standard here.
    """

    code: str | None = attribute("code", required=True)
    vocabulary: str | None = attribute("vocabulary", required=True)
    level: int | None = attribute("level", NON_NEGATIVE)
    kept: Kept | None = residue()


@frozen(kw_only=True)
class Point(Record):
    """``location/point``: the place as a point on the earth.

    Attributes:
        srs_name: ``@srsName``: the system of coordinates, always that of WGS 84.
        pos: ``pos``: latitude and longitude in degrees, with a space between: ``56.8777 14.8091``.
        kept: What the file has beside the standard here.
    """

    srs_name: str | None = attribute("srsName", required=True)
    pos: str | None = leaf("pos", required=True, simple=True)
    kept: Kept | None = residue()


@frozen(kw_only=True)
class Location(Record):
    """``iati-activity/location``: a place the activity happens in, or whose people it is for.

    Attributes:
        ref: ``@ref``: a name of the publisher's own, by which results say which place they are about.
        location_reach: ``location-reach/@code``: whether it is where things are done or where people gain.
        location_ids: ``location-id``: the place in gazetteers.
        name: ``name``: what it is called.
        description: ``description``: what is to be said of the place.
        activity_description: ``activity-description``: what is done there.
        administratives: ``administrative``: the divisions it lies in.
        point: ``point``: where it is on the earth.
        exactness: ``exactness/@code``: whether the point is exact or an approximation.
        location_class: ``location-class/@code``: a division, a town, a structure or something in the landscape.
        feature_designation: ``feature-designation/@code``: more exactly what, on the list LocationType.
        kept: What the file has beside the standard here.
    """

    ref: str | None = attribute("ref")
    location_reach: str | None = code("location-reach")
    location_ids: tuple[LocationId, ...] = elements("location-id")
    name: Text | None = element("name")
    description: Text | None = element("description")
    activity_description: Text | None = element("activity-description")
    administratives: tuple[Administrative, ...] = elements("administrative")
    point: Point | None = element("point")
    exactness: str | None = code("exactness")
    location_class: str | None = code("location-class")
    feature_designation: str | None = code("feature-designation")
    kept: Kept | None = residue()
