"""Partners as GeoJSON: only where the document has coordinates, and nobody is lost."""

import json
from decimal import Decimal

from hypothesis import given, settings

from cooperation import testing
from cooperation.model import Coordinates, Organisation, Participation, Place, Portfolio, Project
from cooperation.views import partners_geojson


def test_longitude_comes_first() -> None:
    """As RFC 7946 has it; and an organisation of two projects is one feature."""
    town = Place(id="town", name="Växjö", coordinates=Coordinates(Decimal("56.88"), Decimal("14.81")))
    vaxjo = Participation(organisation=Organisation(id="vaxjo", name="City of Växjö", country="SE", places=(town,)))
    found = partners_geojson(Portfolio.of(*(Project(id=id, title=id, partners=(vaxjo,)) for id in ("a", "b"))))  # noqa: A001
    (feature,) = found["features"]

    assert {"type": "Point", "coordinates": [14.81, 56.88]} == feature["geometry"]
    assert (["a", "b"], "Växjö") == (feature["properties"]["projects"], feature["properties"]["place_name"])
    assert [] == found["without_coordinates"]


def test_nothing_is_guessed() -> None:
    """A country is no place; whoever has no coordinates, or no name, is listed."""
    partners = (
        Participation(organisation=Organisation(id="vaxjo", country="SE", places=(Place(id="town"),))),
        Participation(description="a school"),
    )
    found = partners_geojson(Project(id="p", title="P", partners=partners))

    assert [] == found["features"]
    assert ["vaxjo", "a school (not named)"] == [
        one.get("organisation") or one["description"] for one in found["without_coordinates"]
    ]


@given(portfolio=testing.portfolios())
@settings(max_examples=30)
def test_everybody_is_there(portfolio: Portfolio) -> None:
    """Each organisation that takes part has a feature or is listed, never both; and it is plain JSON."""
    found = partners_geojson(portfolio)
    on_map = {feature["properties"]["organisation"] for feature in found["features"]}
    off_map = {one["organisation"] for one in found["without_coordinates"] if "organisation" in one}

    assert {one.id for project in portfolio for one in project.organisations} == on_map | off_map
    assert not on_map & off_map
    assert found == json.loads(json.dumps(found, allow_nan=False))
