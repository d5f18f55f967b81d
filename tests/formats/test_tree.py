"""From model to plain tree: the fields in their order, defaults left out, nothing shared with the model."""

import attrs

from cooperation.diagnostics import Allowance
from cooperation.formats import to_tree
from cooperation.formats.tree import document_tree, home_of
from cooperation.model import (
    Number,
    Organisation,
    Participation,
    Portfolio,
    Project,
    Ratio,
    RelativeDate,
    Sector,
    SectorVocabulary,
    Stage,
    Text,
    Translated,
    Value,
    When,
)


class TestTrees:
    """DESIGN.md: "Dumps are written in definition order, without defaults"."""

    def test_order_and_defaults(self) -> None:
        """Keys come as the class declares them; what is at its default is left out, and nought and false are not."""
        project = Project(title="A", id="a", stage=Stage.FINAL, aliases=("B",))

        assert ["id", "title", "aliases", "stage"] == list(to_tree(project))
        assert {"code": "x", "vocabulary": "own"} == to_tree(Sector(code="x", vocabulary=SectorVocabulary.OWN))

    def test_a_document(self) -> None:
        """One project stands alone, several in a list, and none leave no key."""
        one = Project(id="a", title="A")
        two = attrs.evolve(one, id="b")
        allowance = Allowance(rule="LOG001", reason="So it is")

        assert {"cooperation": 1} == to_tree(Portfolio())
        assert {"cooperation": 1, "project": {"id": "a", "title": "A"}} == to_tree(Portfolio(projects=(one,)))
        assert ["a", "b"] == [project["id"] for project in to_tree(Portfolio(projects=(one, two)))["projects"]]
        assert [{"rule": "LOG001", "reason": "So it is"}] == document_tree(Portfolio(), (allowance,))["allowances"]

    def test_nothing_is_shared(self) -> None:
        """Changing a tree changes neither the model nor another tree."""
        project = Project(id="a", title=Translated((("en", "A"),)), aliases=("B",))
        tree = to_tree(project)
        tree["aliases"].append("C")
        tree["title"]["sv"] = "D"

        assert {"id": "a", "title": {"en": "A"}, "aliases": ["B"]} == to_tree(project)

    def test_two_values_of_one_organisation(self) -> None:
        """Outside of a portfolio a project may hold two values of one id, and both are written."""
        partners = tuple(
            Participation(organisation=Organisation(id="a", country=country)) for country in ("SE", "NO", "SE", None)
        )
        tree = to_tree(Project(id="p", title="P", partners=partners))

        assert [
            {"id": "a", "country": "SE"},
            {"id": "a", "country": "NO"},
            "a",
            {"id": "a"},
        ] == [partner["organisation"] for partner in tree["partners"]]

    def test_homes(self) -> None:
        """Classes of one family are spelled as one."""
        assert (Value, Value, When, Text, Text) == tuple(map(home_of, (Number, Ratio, RelativeDate, str, Translated)))
        assert Project is home_of(Project)
