"""The converter: public, for tools that have their own, and leaving alone what is theirs."""

import enum
from decimal import Decimal

import attrs
import cattrs
import pytest
from cattrs.preconf.json import make_converter

from cooperation.formats import configure
from cooperation.model import (
    Count,
    Money,
    Organisation,
    PartialDate,
    Participation,
    Period,
    Portfolio,
    Project,
    Stage,
    Text,
    Translated,
    When,
)

VAXJO = Organisation(id="vaxjo", name="City of Växjö")
PROJECT = Project(id="a", title="A", partners=(Participation(organisation=VAXJO), Participation(organisation=VAXJO)))


class Mood(enum.Enum):
    """An enumeration of somebody else's."""

    GOOD = 1


@attrs.frozen
class Theirs:
    """What somebody else has, of kinds that we have too."""

    text: str
    number: int
    share: Decimal | None
    mood: Mood
    flag: bool
    maybe: int | None
    words: tuple[str, ...]
    table: dict[str, int]


@attrs.frozen
class Both:
    """Theirs with ours inside."""

    note: str
    when: When
    title: Text
    count: Count | None = None
    stage: Stage | None = None
    money: list[Money] = attrs.Factory(list)
    by_year: dict[str, Period] = attrs.Factory(dict)
    project: Project | None = None
    portfolio: Portfolio | None = None


BOTH = Both(
    note="n",
    when=PartialDate(2019, 3),
    title=Translated((("sv", "Hej"),)),
    count=Count(number=100, approximate=True),
    stage=Stage.FINAL,
    money=[Money(amount=Decimal(5), currency="SEK")],
    by_year={"first": Period.of_years(2019)},
    project=PROJECT,
    portfolio=Portfolio(projects=(PROJECT,)),
)
TREE = {
    "note": "n",
    "when": "2019-03",
    "title": {"sv": "Hej"},
    "count": "~100",
    "stage": "final",
    "money": ["5 SEK"],
    "by_year": {"first": "2019"},
    "project": {
        "id": "a",
        "title": "A",
        "partners": [{"organisation": {"id": "vaxjo", "name": "City of Växjö"}}, {"organisation": "vaxjo"}],
    },
}


class TestOurs:
    """Our classes in theirs."""

    @pytest.mark.parametrize("detailed", [True, False])
    def test_there_and_back(self, detailed: bool) -> None:
        """Our values stand in their classes as they stand in documents, whichever way their converter validates."""
        converter = configure(cattrs.Converter(detailed_validation=detailed))
        tree = converter.unstructure(BOTH)

        assert TREE == {key: value for key, value in tree.items() if key != "portfolio"}
        assert {"cooperation": 1, "project": TREE["project"]} == tree["portfolio"]
        assert BOTH == converter.structure(tree, Both)

    def test_what_is_left_out(self) -> None:
        """Nothing is nothing: an optional value of ours may be null."""
        converter = configure(cattrs.Converter())
        empty = Both(note="n", when=PartialDate(2019), title="A")

        assert empty == converter.structure(converter.unstructure(empty), Both)

    def test_a_converter_for_json(self) -> None:
        """A converter that writes text writes ours."""
        converter = configure(make_converter())

        assert BOTH == converter.loads(converter.dumps(BOTH), Both)

    def test_faults_keep_their_messages(self) -> None:
        """What is wrong with a value of ours is told in our words, at its place in their class."""
        converter = configure(cattrs.Converter())
        with pytest.raises(cattrs.ClassValidationError) as caught:
            converter.structure(TREE | {"count": "mots", "money": ["5"]}, Both)
        messages = []
        for error in caught.value.exceptions:
            inner = error.exceptions[0] if isinstance(error, cattrs.BaseValidationError) else error
            messages.append(str(inner))

        assert [
            "expected a count such as 100, ~100 or most, got 'mots' (did you mean 'most'?)",
            "amount '5' has no currency: write it as 450000 SEK",
        ] == messages

    def test_unknown_keys_of_ours(self) -> None:
        """Our classes refuse unknown keys though theirs do not."""
        converter = configure(cattrs.Converter())
        tree = TREE | {"theirs": 1}

        assert BOTH.project == converter.structure(tree, Both).project
        with pytest.raises(cattrs.BaseValidationError):
            converter.structure({"id": "a", "title": "A", "ours": 1}, Project)


class TestTheirs:
    """What is theirs stays as it was."""

    def test_their_classes(self) -> None:
        """Texts, numbers, truth values, enumerations and unions of theirs are treated as before."""
        raw = {
            "text": 5,
            "number": 7.9,
            "share": "1.50",
            "mood": 1,
            "flag": 1,
            "maybe": "3",
            "words": [1, 2],
            "table": {1: "2"},
        }
        plain, ours = cattrs.Converter(), cattrs.Converter()
        for converter in (plain, ours):
            converter.register_structure_hook(Decimal, lambda value, _: Decimal(value) * 2)
        configure(ours)

        expected = plain.structure(raw, Theirs)

        assert expected == ours.structure(raw, Theirs)
        assert plain.unstructure(expected) == ours.unstructure(expected)
        assert Theirs("5", 7, Decimal("3.00"), Mood.GOOD, True, 3, ("1", "2"), {"1": 2}) == expected

    def test_their_hooks(self) -> None:
        """A hook of theirs for a type of their own works beside ours, registered before or after."""
        converter = cattrs.Converter()
        converter.register_structure_hook(Mood, lambda value, _: Mood[value])
        configure(converter)
        converter.register_unstructure_hook(Mood, lambda mood: mood.name)

        assert Mood.GOOD is converter.structure("GOOD", Mood)
        assert "GOOD" == converter.unstructure(Mood.GOOD)
