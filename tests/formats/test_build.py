"""From a tree to the model: versions, one project or several, and organisations that find their places."""

import itertools
from decimal import Decimal
from typing import Any

import attrs
import pytest

from cooperation.diagnostics import LoadError
from cooperation.errors import InvariantError
from cooperation.formats import dumps, from_tree, loads, to_tree
from cooperation.formats.build import build_detailed, build_fast, decode_fast, merge
from cooperation.formats.converter import detailed
from cooperation.model import (
    Count,
    Number,
    Organisation,
    Participation,
    Partnership,
    Plan,
    Portfolio,
    Project,
    Ratio,
    YearAnswer,
)

VAXJO = Organisation(id="vaxjo", name="City of Växjö", country="SE")
FULL = {"id": "vaxjo", "name": "City of Växjö", "country": "SE"}


def document(*partners: Any, register: Any = None) -> dict[str, Any]:
    """A document of a project with these partners, and perhaps a register."""
    tree: dict[str, Any] = {"cooperation": 1}
    if register is not None:
        tree["organisations"] = register
    return tree | {
        "project": {"id": "a", "title": "A", "partners": [{"organisation": partner} for partner in partners]}
    }


def built(tree: Any) -> Portfolio:
    """What both paths build of a tree."""
    fast, (detailed, faults) = build_fast(tree), build_detailed(tree)

    assert [] == faults
    assert fast == detailed
    assert fast is not None
    return fast[0]


def refusal_of(tree: Any) -> list[str]:
    """What is said of a tree that both paths refuse."""
    assert build_fast(tree) is None
    with pytest.raises(LoadError) as caught:
        from_tree(Portfolio, tree)
    return [d.message for d in caught.value.diagnostics]


class TestOrganisations:
    """DESIGN.md: "an organisation may be written inline or once in the register and named by id"."""

    def test_named_by_id(self) -> None:
        """An id stands for the organisation that the register describes, and for the very same object."""
        portfolio = built(document("vaxjo", "vaxjo", register=[FULL]))

        assert (VAXJO, VAXJO) == tuple(p.organisation for p in portfolio.projects[0].partners)
        assert portfolio.organisations[0] == VAXJO

    @pytest.mark.parametrize("partners", list(itertools.permutations([FULL, "vaxjo", {"id": "vaxjo"}])))
    def test_described_where_it_takes_part(self, partners: tuple[Any, ...]) -> None:
        """An organisation described in one place is known by its id in others, before and after; a bare one is not."""
        organisations = [p.organisation for p in partners_of(partners)]

        assert [VAXJO if p != {"id": "vaxjo"} else Organisation(id="vaxjo") for p in partners] == organisations

    @pytest.mark.parametrize("partners", [(FULL, "vaxjo"), ("vaxjo", FULL), ("vaxjo", FULL, "vaxjo", FULL)])
    def test_the_order_does_not_matter(self, partners: tuple[Any, ...]) -> None:
        """Whether the description comes first or last, every place holds it."""
        portfolio = built(document(*partners))

        assert {VAXJO} == {p.organisation for p in portfolio.projects[0].partners}

    def test_across_projects_and_partnerships(self) -> None:
        """What one project describes, a partnership and another project may name."""
        tree = {
            "cooperation": 1,
            "partnerships": [{"id": "p", "members": [{"organisation": "vaxjo"}]}],
            "projects": [
                {"id": "a", "title": "A", "involved": [{"organisation": "vaxjo"}]},
                {"id": "b", "title": "B", "partners": [{"organisation": FULL}]},
            ],
        }
        portfolio = built(tree)

        assert VAXJO == portfolio.partnerships[0].members[0].organisation == portfolio["a"].involved[0].organisation

    def test_an_id_that_nobody_describes(self) -> None:
        """A draft loads: the organisation is known by its id alone."""
        portfolio = built(document("nobody"))

        assert Organisation.unresolved("nobody") == portfolio.projects[0].partners[0].organisation

    def test_a_bare_entry_of_the_register(self) -> None:
        """The register wins: an entry that says nothing but the id is what the id means."""
        portfolio = built(document("vaxjo", register=[{"id": "vaxjo"}]))

        assert Organisation(id="vaxjo") == portfolio.projects[0].partners[0].organisation
        assert ["organisation 'vaxjo' has two values"] == refusal_of(document(FULL, register=[{"id": "vaxjo"}]))

    def test_two_values(self) -> None:
        """Within a portfolio one id has one value, wherever the two stand."""
        other = FULL | {"country": "NO"}

        assert ["organisation 'vaxjo' has two values"] == refusal_of(document(FULL, other))
        assert ["organisation 'vaxjo' has two values"] == refusal_of(document(other, register=[FULL]))
        assert ["two organisations have the id 'vaxjo'"] == refusal_of(document(register=[FULL, other]))

    def test_the_register_describes(self) -> None:
        """An id in the register would describe nothing."""
        assert ["expected a mapping with the keys of an organisation, got 'vaxjo'"] == refusal_of(
            document(register=["vaxjo"])
        )

    def test_written_once(self) -> None:
        """Dumping writes an organisation where it is met first, and its id from then on."""
        projects = tuple(
            Project(id=i, title=i, partners=(Participation(organisation=VAXJO), Participation(organisation=None)))
            for i in "ab"
        )
        partnership = Partnership(id="p", members=(Participation(organisation=VAXJO),))

        tree = to_tree(Portfolio(projects=projects, partnerships=(partnership,)))

        assert [{"organisation": FULL}] == tree["partnerships"][0]["members"]
        assert [[{"organisation": "vaxjo"}, {}]] * 2 == [project["partners"] for project in tree["projects"]]
        assert [{"organisation": "vaxjo"}, {}] == to_tree(Portfolio(organisations=(VAXJO,), projects=projects[:1]))[
            "project"
        ]["partners"]

    def test_in_a_value_that_is_no_document(self) -> None:
        """A project, a partnership and an answer about years keep their organisations on their own."""
        both = (Participation(organisation=VAXJO), Participation(organisation=VAXJO))
        project = Project(id="a", title="A", partners=both, involved=both)
        values = [project, Partnership(id="p", members=both), YearAnswer(yes=(project,), no=(project,), unknown=())]

        for value in (*values, both[0]):
            assert value == from_tree(type(value), to_tree(value))
            assert 1 == str(to_tree(value)).count("City of Växjö")


def partners_of(partners: tuple[Any, ...]) -> tuple[Participation, ...]:
    """The partners of a project on its own, which may hold two values of one id, as no portfolio may."""
    tree = {"id": "a", "title": "A", "partners": [{"organisation": partner} for partner in partners]}
    return from_tree(Project, tree).partners


class TestDocuments:
    """The root of a document."""

    def test_project_or_projects(self) -> None:
        """One project may stand alone; both keys are one too many, unless the other says nothing."""
        one = {"id": "a", "title": "A"}
        portfolio = built({"cooperation": 1, "project": one})

        assert portfolio == built({"cooperation": 1, "projects": [one]})
        assert portfolio == built({"cooperation": 1, "project": one, "projects": []})
        assert portfolio == built({"cooperation": 1, "project": one, "projects": None})
        assert portfolio == built({"cooperation": 1, "project": None, "projects": [one]})
        for other in ([one], "", 0, False, {}):
            assert "a document has project or projects, not both" in refusal_of(
                {"cooperation": 1, "project": one, "projects": other}
            )

    @pytest.mark.parametrize("empty", ["", 0, False, {}])
    @pytest.mark.parametrize("key", ["organisations", "partnerships", "project", "projects", "allowances"])
    def test_what_is_empty_is_not_left_out(self, key: str, empty: Any) -> None:
        """Nothing may stand for nothing but null and an empty list."""
        assert 1 == len(refusal_of({"cooperation": 1, key: empty})[:1])

    def test_null_is_left_out(self) -> None:
        """Where a key may be left out, null says the same as leaving it out, on both paths and at any depth."""
        for cls, tree in ((Project, {"id": "a", "title": "A"}), (Organisation, {"id": "a"}), (Plan, {})):
            nulls = {a.name: None for a in attrs.fields(cls) if a.name not in tree}

            assert from_tree(cls, tree) == from_tree(cls, tree | nulls) == detailed().structure(tree | nulls, cls)
        roots = dict.fromkeys(("organisations", "partnerships", "projects", "allowances", "language"))

        assert Portfolio() == built({"cooperation": 1, **roots})

    @pytest.mark.parametrize("tree", [None, 5, "a", [], True, object()])
    def test_what_is_no_document(self, tree: Any) -> None:
        """What is no mapping is refused, whatever it is."""
        assert "expected a document with the key cooperation, got" in refusal_of(tree)[0]

    def test_neither_path_changes_the_tree(self) -> None:
        """A tree can be read twice."""
        tree = document("vaxjo", FULL, register=[])
        before = repr(tree)
        built(tree)

        assert before == repr(tree)

    def test_two_loads_are_equal(self) -> None:
        """Equality is by value."""
        text = dumps(built(document(FULL)))

        assert loads(text) == loads(text)
        assert hash(loads(text)) == hash(loads(text))


class TestDecoding:
    """The fast path of JSON."""

    def test_a_nul_goes_the_other_way(self) -> None:
        """What may hide a NUL is looked at in detail."""
        assert decode_fast(rb'{"cooperation": 1, "language": "\u0000"}') is None
        assert decode_fast(rb'{"cooperation": 1, "language": "\u0041"}') is not None


class TestSingleValues:
    """``from_tree`` of a part."""

    def test_the_wrong_kind(self) -> None:
        """A word that means another class of the same family is refused by the class that was asked for."""
        assert Ratio(Decimal(1), Decimal(2)) == from_tree(Ratio, "1/2")
        with pytest.raises(LoadError, match="expected Number, got '1/2'"):
            from_tree(Number, "1/2")
        with pytest.raises(LoadError, match="expected a count"):
            from_tree(Count, "few of them")

    def test_all_faults_at_once(self) -> None:
        """Every fault is told with its path, though a tree has no lines."""
        with pytest.raises(LoadError) as caught:
            from_tree(Project, {"id": "a b", "titel": "A", "stage": "x", "partners": [{"role": "y"}, 5]})

        assert [
            ("DOC004", ()),
            ("DOC008", ("stage",)),
            ("DOC008", ("partners", 0, "role")),
            ("DOC005", ("partners", 1)),
            ("DOC003", ("titel",)),
        ] == [(d.code, d.path) for d in caught.value.diagnostics]
        assert {None} == {d.position for d in caught.value.diagnostics}


class TestMerging:
    """Several documents as one."""

    def test_what_is_the_same_stands_once(self) -> None:
        """Equal organisations and partnerships are joined, and ids find what another document describes."""
        first = build_fast(document(register=[FULL]) | {"partnerships": [{"id": "p"}], "project": None})
        second = build_fast(document("vaxjo") | {"partnerships": [{"id": "p"}], "language": "en"})
        assert first is not None
        assert second is not None

        merged, allowances = merge([first, second])

        assert (VAXJO,) == merged.organisations
        assert 1 == len(merged.partnerships)
        assert VAXJO == merged.projects[0].partners[0].organisation
        assert ("en", ()) == (merged.language, allowances)

    def test_what_contradicts_is_refused(self) -> None:
        """Two languages, or two values of one organisation, are no one document."""
        documents = [build_fast({"cooperation": 1, "language": language}) for language in ("en", "sv")]
        others = [build_fast(document(register=[FULL | {"country": c}])) for c in ("SE", "NO")]

        for pair in (documents, others):
            with pytest.raises(InvariantError):
                merge([d for d in pair if d is not None])
