"""Where: countries, regions and places."""

import re
from collections.abc import Iterable
from decimal import Decimal

import attrs

from cooperation.codelists import codelist
from cooperation.errors import InvariantError
from cooperation.iati.activity import Activity
from cooperation.iati.mapping.codes import LOCATION_CLASSES
from cooperation.iati.mapping.marks import id_in, marked
from cooperation.iati.mapping.outcome import Notes, Path
from cooperation.iati.mapping.parties import is_id, slug
from cooperation.iati.mapping.texts import Tongue, narratives, text_of, written
from cooperation.iati.places import Administrative, Location, Point, ShareOfCountry, ShareOfRegion
from cooperation.model import Coordinates, Place, PlaceKind, Project

__all__ = ["countries", "locations", "places_of", "regions"]

_WGS84 = "http://www.opengis.net/def/crs/EPSG/0/4326"
_COUNTRIES = "A4"  # ISO 3166-1 alpha-2, on the list GeographicVocabulary
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)", re.ASCII)
_SITE = "3"
_OF_THE_DAC = "1"  # on the list RegionVocabulary, and where nothing is said


def places_of(activity: Activity, tongue: Tongue, path: Path, notes: Notes) -> tuple[Place, ...]:
    """The places of an activity: its locations, and the countries and regions that gain as places of their own."""
    found: dict[str, Place] = {}
    for i, location in enumerate(activity.locations):
        here = (*path, "locations", i)
        ref = (location.ref or "").strip()
        _add(found, _place(location, ref if is_id(ref) else f"location-{i + 1}", tongue, here, notes))
    for i, country in enumerate(activity.recipient_countries):
        here = (*path, "recipient_countries", i)
        name = text_of(country.narratives, tongue, (*here, "narratives"), notes)
        code = (country.code or "").strip()
        wanted = id_in(country) or f"country-{slug(code)}"
        share = _share(country.percentage, (*here, "percentage"), notes)
        try:
            _add(found, Place(id=wanted, name=name, kind=PlaceKind.COUNTRY, country=code, share=share))
        except InvariantError as error:
            notes.lose(here, country.code, str(error))
    for i, region in enumerate(activity.recipient_regions):
        _add(found, _region(region, tongue, (*path, "recipient_regions", i), notes))
    return tuple(found.values())


def _add(found: dict[str, Place], place: Place) -> None:
    number, wanted = 1, place.id
    while wanted in found:
        number += 1
        wanted = f"{place.id}-{number}"
    found[wanted] = attrs.evolve(place, id=wanted)


def _region(region: ShareOfRegion, tongue: Tongue, path: Path, notes: Notes) -> Place:
    code = (region.code or "").strip() if region.vocabulary in (None, _OF_THE_DAC) else None
    if code is None or not codelist("Region").knows(code):
        notes.lose((*path, "code"), region.code, "the model has the regions of the OECD-DAC only; an id is made of it")
        code = None
    elif region.vocabulary_uri is not None:
        notes.lose((*path, "vocabulary_uri"), region.vocabulary_uri, "the list of the OECD-DAC needs no address")
    return Place(
        id=id_in(region) or f"region-{slug(region.code or '')}",
        name=text_of(region.narratives, tongue, (*path, "narratives"), notes),
        kind=PlaceKind.REGION,
        region=code,
        share=_share(region.percentage, (*path, "percentage"), notes),
    )


def _share(said: Decimal | None, path: Path, notes: Notes) -> Decimal | None:
    try:
        return Place(id="any", share=said).share
    except InvariantError as error:
        notes.lose(path, said, str(error))
        return None


def _place(location: Location, id: str, tongue: Tongue, path: Path, notes: Notes) -> Place:  # noqa: A002
    country = None
    for i, area in enumerate(location.administratives):
        code = (area.code or "").strip()
        if area.vocabulary == _COUNTRIES and country is None and re.fullmatch("[A-Z]{2}", code):
            country = code
        else:
            notes.lose((*path, "administratives", i), code, "a place has the code of its country only")
    if location.location_class not in (None, _SITE):
        why = "a place says more exactly whether it is a region, municipality, city or town"
        notes.lose((*path, "location_class"), location.location_class, why)
    return Place(
        id=id,
        name=text_of(location.name, tongue, (*path, "name"), notes),
        kind=PlaceKind.SITE if location.location_class == _SITE else None,
        country=country,
        coordinates=_coordinates(location.point, (*path, "point"), notes),
        note=text_of(location.description, tongue, (*path, "description"), notes),
    )


def _coordinates(point: Point | None, path: Path, notes: Notes) -> Coordinates | None:
    if point is None:
        return None
    if (point.srs_name or _WGS84).strip() != _WGS84:
        notes.lose(path, f"{point.srs_name} {point.pos}", f"a point is of {_WGS84}, the only system of the standard")
        return None
    words = (point.pos or "").split()
    if not words:
        return None
    if len(words) != 2 or not all(map(_NUMBER.fullmatch, words)):  # noqa: PLR2004  # latitude and longitude
        notes.lose((*path, "pos"), " ".join(words), "a point is a latitude and a longitude in degrees")
        return None
    try:
        return Coordinates(Decimal(words[0]), Decimal(words[1]))
    except InvariantError as error:
        notes.lose((*path, "pos"), " ".join(words), str(error))
        return None


# ---- to the standard ---------------------------------------------------------------------------------------------


def countries(project: Project, *, extension: bool) -> tuple[ShareOfCountry, ...]:
    """The countries that gain: those the project names as its places, else those of its core partners.

    A project that names a region only gains there.
    """
    named = [p for p in project.framing.places if _is_country(p)]
    if named or any(map(_is_region, project.framing.places)):
        return tuple(
            ShareOfCountry(
                code=p.country,
                percentage=p.share,
                narratives=narratives(p.name),
                kept=marked(p.id if extension else None),
            )
            for p in named
        )
    of_partners = (p.organisation.country for p in project.partners if p.organisation is not None)
    return tuple(ShareOfCountry(code=code) for code in dict.fromkeys(filter(None, of_partners)))


def _is_country(place: Place) -> bool:
    return place.kind is PlaceKind.COUNTRY and place.country is not None


def _is_region(place: Place) -> bool:
    return place.kind is PlaceKind.REGION and place.region is not None


def regions(project: Project, *, extension: bool) -> tuple[ShareOfRegion, ...]:
    """The regions of several countries that gain: those the project names as its places."""
    return tuple(
        ShareOfRegion(
            code=p.region,
            percentage=p.share,
            narratives=narratives(p.name),
            kept=marked(p.id if extension else None),
        )
        for p in project.framing.places
        if _is_region(p)
    )


def locations(project: Project) -> tuple[Location, ...]:
    """The places of a project, and those of its organisations that a measured value is about."""
    own = [place for place in project.framing.places if not _is_country(place) and not _is_region(place)]
    known = {place.id for place in project.framing.places}
    about = set(_measured_at(project))
    for organisation in project.organisations:
        own.extend(p for p in organisation.places if p.id in about and p.id not in known)
    return tuple(map(_location, {place.id: place for place in own}.values()))


def _measured_at(project: Project) -> Iterable[str]:
    for indicator in project.logframe.indicators:
        baseline = () if indicator.baseline is None else (indicator.baseline,)
        for observation in (*baseline, *indicator.milestones, *indicator.targets, *indicator.actuals):
            if observation.place is not None:
                yield observation.place


def _location(place: Place) -> Location:
    point = place.coordinates
    return Location(
        ref=place.id,
        name=written(place.name),
        description=written(place.note),
        administratives=() if place.country is None else (Administrative(vocabulary=_COUNTRIES, code=place.country),),
        point=None if point is None else Point(srs_name=_WGS84, pos=f"{point.latitude:f} {point.longitude:f}"),
        location_class=None if place.kind is None else LOCATION_CLASSES[place.kind],
    )
