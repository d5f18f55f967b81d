"""How the classes hang together, read off their declarations."""

from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings

from cooperation import model, testing
from cooperation.model import (
    Activity,
    Benefit,
    Count,
    CountPart,
    Logframe,
    Milestone,
    Money,
    Objective,
    Observation,
    Organisation,
    Participation,
    Period,
    Plan,
    Portfolio,
    Project,
    Translated,
    WinWin,
)
from cooperation.model.structure import FieldShape, Reference, fields_of, references, walk

calm = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
VALUES = [cls for cls in map(vars(model).get, model.__all__) if isinstance(cls, type) and attrs.has(cls)]


def resolve(root: Any, path: tuple[str | int, ...]) -> Any:
    """What stands at a path."""
    for step in path:
        root = root[step] if isinstance(step, int) else getattr(root, step)
    return root


def shape(cls: type, name: str) -> FieldShape:
    """The shape of one field."""
    return next(found for found in fields_of(cls) if found.name == name)


class TestFieldsOf:
    """The shapes of fields."""

    @pytest.mark.parametrize("cls", VALUES, ids=lambda cls: cls.__name__)
    def test_every_field_once(self, cls: type) -> None:
        """In their order, and optional exactly where the default is nothing."""
        assert [field.name for field in attrs.fields(cls)] == [found.name for found in fields_of(cls)]
        for field, found in zip(attrs.fields(cls), fields_of(cls), strict=True):
            assert found.required is (field.default is attrs.NOTHING)
            if not found.required:
                assert found.optional is (field.default is None)

    @pytest.mark.parametrize(
        ("cls", "name", "expected"),
        [
            (Objective, "id", {"holds": (str,), "required": True}),
            (Objective, "statement", {"holds": (str, Translated), "required": True, "is_part": True}),
            (Objective, "other_statements", {"holds": (str, Translated), "many": True, "is_part": True}),
            (Objective, "level", {"holds": (model.Level,), "optional": True}),
            (Objective, "contributes_to", {"holds": (str,), "many": True, "refers": "objective"}),
            (Objective, "partner", {"holds": (str,), "optional": True, "refers": "organisation"}),
            (Objective, "indicators", {"holds": (model.Indicator,), "many": True, "is_part": True}),
            (Benefit, "joint", {"holds": (bool,)}),
            (Money, "currency", {"holds": (str,), "required": True, "codelist": "Currency"}),
            (Organisation, "country", {"holds": (str,), "optional": True, "codelist": "Country"}),
            (Observation, "value", {"holds": (model.Value,), "optional": True, "is_part": True}),
            (Milestone, "due", {"holds": (model.When,), "optional": True, "is_part": True}),
            (Period, "within", {"holds": (Period,), "optional": True, "is_part": True}),
            (Project, "framing", {"holds": (model.Framing,), "is_part": True}),
            (Translated, "versions", {"holds": (tuple[str, str],), "many": True, "required": True}),
        ],
        ids=lambda value: value if isinstance(value, str) else "",
    )
    def test_shapes(self, cls: type, name: str, expected: dict[str, Any]) -> None:
        """What a field holds, how many, and what it refers to."""
        nothing = {"many": False, "optional": False, "required": False, "refers": None, "codelist": None}

        assert FieldShape(name=name, **(nothing | {"is_part": False} | expected)) == shape(cls, name)


class TestWalk:
    """Going down."""

    def test_parents_first_in_the_order_of_the_fields(self) -> None:
        """As one reads the document."""
        project = Project(
            id="p",
            title=Translated((("en", "P"),)),
            logframe=Logframe(objectives=(Objective(id="a", statement="A"), Objective(id="b", statement="B"))),
            plan=Plan(activities=(Activity(id="c", title="C"),)),
        )

        assert [
            ("p",),
            ("p", "title"),
            ("p", "framing"),
            ("p", "logframe"),
            ("p", "logframe", "objectives", 0),
            ("p", "logframe", "objectives", 1),
            ("p", "plan"),
            ("p", "plan", "activities", 0),
            ("p", "win_win"),
            ("p", "tags"),
        ] == [path for path, _ in walk(project, ("p",))]

    def test_an_organisation_is_visited_once(self) -> None:
        """Where it is met first: in the register, else where it takes part."""
        a, b = Organisation(id="a"), Organisation(id="b")
        partners = tuple(Participation(organisation=organisation) for organisation in (b, a, b))
        project = Project(id="p", title="P", partners=partners, involved=partners)
        portfolio = Portfolio(organisations=(a,), projects=(project,))

        assert [("organisations", 0), ("projects", 0, "partners", 0, "organisation")] == [
            path for path, node in walk(portfolio) if isinstance(node, Organisation)
        ]

    def test_a_leaf(self) -> None:
        """What holds no parts is visited alone."""
        part = CountPart("a", 1)

        assert [((), part)] == list(walk(part))

    @calm
    @given(testing.portfolios())
    def test_paths_resolve(self, portfolio: Portfolio) -> None:
        """Every path leads to the very part it came with, and no two are the same."""
        visited = list(walk(portfolio))

        assert len({path for path, _ in visited}) == len(visited)
        for path, node in visited:
            assert resolve(portfolio, path) is node
            assert attrs.has(type(node))

    @calm
    @given(testing.portfolios())
    def test_parents_before_children(self, portfolio: Portfolio) -> None:
        """The part that holds a part is visited before it."""
        seen: set[tuple[str | int, ...]] = set()
        for path, _ in walk(portfolio):
            parent = path[:-1] if path and isinstance(path[-1], str) else path[:-2]

            assert not path or parent in seen
            seen.add(path)

    @calm
    @given(testing.projects())
    def test_nothing_is_passed_over(self, project: Project) -> None:
        """Every model value that is in a project anywhere is visited, organisations once."""
        visited = [node for _, node in walk(project)]

        assert sum(1 for _ in everything(project, set())) == len(visited)

    @calm
    @given(testing.portfolios())
    def test_each_organisation_once(self, portfolio: Portfolio) -> None:
        """However often it takes part."""
        ids = [node.id for _, node in walk(portfolio) if isinstance(node, Organisation)]

        assert sorted(set(ids)) == sorted(ids)


class TestReferences:
    """Going sideways."""

    def test_of_one_part(self) -> None:
        """Its own and not those of its parts, each with its place and its kind."""
        benefit = Benefit(partner="vaxjo", statement="", indicators=("i", "j"), objective="o")

        assert [
            Reference(("b", "partner"), "organisation", "vaxjo"),
            Reference(("b", "objective"), "objective", "o"),
            Reference(("b", "indicators", 0), "indicator", "i"),
            Reference(("b", "indicators", 1), "indicator", "j"),
        ] == list(references(benefit, ("b",)))
        assert [] == list(references(WinWin(benefits=(benefit,))))

    def test_of_a_value(self) -> None:
        """Also the small ones hold references."""
        count = Count(parts=(CountPart("vaxjo", 20),))

        assert [Reference(("parts", 0, "partner"), "organisation", "vaxjo")] == [
            reference for path, node in walk(count) for reference in references(node, path)
        ]

    @calm
    @given(testing.portfolios())
    def test_paths_resolve(self, portfolio: Portfolio) -> None:
        """At the place of a reference stands its id."""
        for path, node in walk(portfolio):
            for reference in references(node, path):
                assert reference.id == resolve(portfolio, reference.path)
                assert isinstance(reference.kind, str)


def everything(node: Any, seen: set[str]) -> Any:
    """Every model value in a value, found without asking the declarations."""
    if isinstance(node, tuple):
        for item in node:
            yield from everything(item, seen)
    elif attrs.has(type(node)):
        if isinstance(node, Organisation):
            if node.id in seen:
                return
            seen.add(node.id)
        yield node
        for field in attrs.fields(type(node)):
            yield from everything(getattr(node, field.name), seen)
