"""Partners on a map, as far as their place is known."""

from typing import Any

from cooperation.model import Organisation, Place, Portfolio, Project
from cooperation.views.telling import Teller, word

__all__ = ["partners_geojson"]


def partners_geojson(x: Portfolio | Project, *, language: str | None = None) -> dict[str, Any]:
    """Everybody who takes part as GeoJSON, each at the places whose coordinates the document has.

    Nothing is guessed: whoever has no place with coordinates stands in the foreign member ``without_coordinates``, and
    so does, with its description, a partner that nobody named.

    Source: RFC 7946, sections 3 and 6; coordinates are longitude before latitude, WGS 84.

    Args:
        x: The portfolio, or a project by itself.
        language: The language of its texts, where they have it.

    >>> import cooperation as co
    >>> found = partners_geojson(co.load_example("proposal"))
    >>> [(one["id"], one["geometry"]["coordinates"]) for one in found["features"]][0]
    ('vaxjo/vaxjo-city', [14.81, 56.88])
    >>> len(found["features"]), len(found["without_coordinates"])
    (2, 3)
    """
    teller = Teller.of(x, language=language)
    projects = tuple(x) if isinstance(x, Portfolio) else (x,)
    taking: dict[str, list[str]] = {}
    found: dict[str, Organisation] = {}
    unnamed = []
    for project in projects:
        for one in (*project.partners, *project.involved):
            if one.organisation is None:
                unnamed.append({"description": teller.participant(one), "project": project.id})
            else:
                found.setdefault(one.organisation.id, one.organisation)
                taking.setdefault(one.organisation.id, []).append(project.id)
    features, without = [], []
    for organisation in found.values():
        properties = _properties(organisation, taking[organisation.id], teller)
        placed = [place for place in organisation.places if place.coordinates is not None]
        features += [_feature(place, properties, teller) for place in placed]
        if not placed:
            without.append({"id": organisation.id, **properties})
    return {"type": "FeatureCollection", "features": features, "without_coordinates": [*without, *unnamed]}


def _properties(organisation: Organisation, projects: list[str], teller: Teller) -> dict[str, Any]:
    return {
        "organisation": organisation.id,
        "name": None if organisation.name is None else teller.text(organisation.name),
        "kind": None if organisation.kind is None else word(organisation.kind),
        "country": organisation.country,
        "projects": list(dict.fromkeys(projects)),
    }


def _feature(place: Place, properties: dict[str, Any], teller: Teller) -> dict[str, Any]:
    point = place.coordinates
    assert point is not None  # asked before
    where = {"place": place.id, "place_name": None if place.name is None else teller.text(place.name)}
    # GeoJSON is read as JSON numbers, which every reader takes as floating-point ones.
    coordinates = [float(point.longitude), float(point.latitude)]
    geometry = {"type": "Point", "coordinates": coordinates}
    return {
        "type": "Feature",
        "id": f"{properties['organisation']}/{place.id}",
        "geometry": geometry,
        "properties": {**properties, **where},
    }
