"""Real documents, broken at random: both paths judge them alike, and nothing but a refusal ever comes out."""

import copy
import json
import random
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cooperation import testing
from cooperation.diagnostics import Diagnostic, LoadError
from cooperation.examples import example_text
from cooperation.formats import from_tree, loads, reads, to_tree, yaml_text
from cooperation.formats.build import build_detailed, build_fast, decode_fast
from cooperation.formats.mirror import Root
from cooperation.model import Portfolio

MANY = settings(max_examples=max(2_400, 8 * settings.default.max_examples))
SEEDS = st.integers(0, 2**32 - 1)

WHOLE = yaml_text.parse(example_text("vaxjo"))[0]
"""The ten projects of Växjö; each of them alone is what is broken, since that is faster."""
DOCUMENTS = [
    {**{key: value for key, value in WHOLE.items() if key != "projects"}, "project": project}
    for project in WHOLE["projects"]
] + [{"cooperation": 1, "projects": WHOLE["projects"][at : at + 2]} for at in range(0, 10, 2)]

# What a person might write for a word, right or wrong.
_DATES = "2019 2019-13 2019-02-30 2019-3 0000 20200102 \u0661 project-start project-end-P1M project-end- year-end+P1X"
_PERIODS = "2019/2020 2020/2019 / P2Y P P0Y 2019/P2Y P2Y/2019 P2Y/ 2019/ /2019 P2Y/P3Y"
_NUMBERS = "~100 100 -1 ~-1 most mots 1e3 12/40 12/0 n/a N/A inf NaN 1_000 +5 10-15 15-10 18+ 56,14 91,0"
_CODES = "16.10 16.1 7 18 NO 010 sv SE se gender-equality women workshop built transparency 43030 430 proposal outcme"
_OTHERS = "null ~ true vaxjo jb-marks nobody projects[0 LOG001"
WORDS = [
    *f"{_DATES} {_PERIODS} {_NUMBERS} {_CODES} {_OTHERS}".split(),
    *("", "  ", " 5", "450000 SEK", "450000 SEX", "~5 SEK", "a b", "two\nlines"),
    *("x" * 201, "1" * 45, "0." + "1" * 65),
]
VALUES = [
    *(None, True, False, 0, 1, -1, 5, 2019, 10000, 2**63, 10**30, 10**41, 1.5, float("nan"), float("inf")),
    *map(Decimal, ("16.10", "1.0", "-0", "NaN", "Infinity", "1E+999999", "1E-70")),
    *([], {}, [None], [[]], [{}], {"sv": "a"}, {"sv": 1}, {"SV x": "a"}, {"a": 1}, {"": ""}, {"id": "a b"}),
    *({"id": "vaxjo"}, {"id": "vaxjo", "name": "Other"}, {"organisation": "vaxjo"}, {"organisation": {"id": "vaxjo"}}),
    *({"organisation": {"id": "new", "country": "Sweden"}}, {"organisation": 5}, {"organisation": None}),
    *({"text": "weekly"}, {"text": None}, {"number": 5}, {"number": True}, {"parts": {"a": 1}}, {"parts": {"a": "x"}}),
    *({"number": 5, "parts": {}}, {"amount": 5}, {"amount": "5", "currency": "SEK"}, {"start": "2019", "end": "2018"}),
    *({"within": "2019/2020"}, {"within": {"within": "2019"}}, {"code": "7"}, {"code": 7}, {"kind": "workshop"}),
    *({"youngest": "5", "oldest": 3}, {"latitude": 95, "longitude": 6}, {"rule": "LOG001", "reason": " "}),
]
ROOT_KEYS = [field.name for field in msgspec.structs.fields(Root)]
KEYS = [*ROOT_KEYS, "id", "title", "name", "statement", "kind", "period", "value", "date", "organisation", "xyz", ""]
VERSIONS = [0, 1, 2, "1", "+1", "01", 1.0, True, Decimal(1), None, [1]]


def places(tree: Any) -> list[tuple[Any, Any]]:
    """Every place of a tree, as what holds it and its key or index there."""
    found, stack = [], [tree]
    while stack:
        holder = stack.pop()
        inside = list(holder.items() if isinstance(holder, dict) else enumerate(holder))
        found += [(holder, key) for key, _ in inside]
        stack += [value for _, value in inside if isinstance(value, (dict, list))]
    return found


def delete(rand: random.Random, tree: Any, holder: Any, key: Any) -> None:
    """Take out a key or an item."""
    del holder[key]


def rename(rand: random.Random, tree: Any, holder: Any, key: Any) -> None:
    """Misspell a key, or make it one that stands elsewhere."""
    if isinstance(holder, dict):
        value = holder.pop(key)
        holder[rand.choice([f"{key}s", key[:-1], key.upper(), rand.choice(KEYS)])] = value


def repeat(rand: random.Random, tree: Any, holder: Any, key: Any) -> None:
    """Repeat an item of a list."""
    if isinstance(holder, list):
        holder.append(copy.deepcopy(holder[key]))


def retype(rand: random.Random, tree: Any, holder: Any, key: Any) -> None:
    """Put a value of another type in its place."""
    holder[key] = copy.deepcopy(rand.choice(VALUES))


def nullify(rand: random.Random, tree: Any, holder: Any, key: Any) -> None:
    """Say nothing there, which is the same as leaving it out where it may be."""
    holder[key] = None


def reword(rand: random.Random, tree: Any, holder: Any, key: Any) -> None:
    """Put another word in its place."""
    holder[key] = rand.choice(WORDS)


def mangle(rand: random.Random, tree: Any, holder: Any, key: Any) -> None:
    """Change a letter of a word."""
    if isinstance(word := holder[key], str):
        at = rand.randrange(len(word) + 1)
        letter = rand.choice(["", "x", "0", "/", "-", "~", " ", ".", "P", "\n"])
        holder[key] = word[:at] + letter + word[at + rand.choice([0, 1]) :]


def swap(rand: random.Random, tree: Any, holder: Any, key: Any) -> None:
    """Exchange two parts."""
    other, there = rand.choice(places(tree))
    holder[key], other[there] = copy.deepcopy(other[there]), copy.deepcopy(holder[key])


def add(rand: random.Random, tree: Any, holder: Any, key: Any) -> None:
    """Add a key, known or not."""
    if isinstance(holder, dict):
        holder[rand.choice(KEYS)] = copy.deepcopy(rand.choice([*VALUES, *WORDS]))


def wrap(rand: random.Random, tree: Any, holder: Any, key: Any) -> None:
    """Put a part in a list or a mapping, or take it out of one, or say a number as a word or the other way round."""
    value = holder[key]
    if isinstance(value, (dict, list)) and value and rand.random() < 0.5:
        holder[key] = next(iter(value.values())) if isinstance(value, dict) else value[0]
    elif isinstance(value, str) and value.isascii() and value.isdigit():
        holder[key] = int(value)
    else:
        holder[key] = rand.choice([[value], {"id": value}, {"organisation": value}, {"a": value}, str(value)])


def uproot(rand: random.Random, tree: Any, holder: Any, key: Any) -> None:
    """Change something at the root."""
    name = rand.choice(ROOT_KEYS)
    choices = VERSIONS if name == "cooperation" else [*VALUES, *WORDS]
    tree[name] = copy.deepcopy(rand.choice(choices))


MUTATIONS: list[Callable[[random.Random, Any, Any, Any], None]] = [
    *(delete, rename, repeat, retype, nullify, reword, mangle, swap, add, wrap),
]


def broken(seed: int, document: dict[str, Any]) -> dict[str, Any]:
    """A document with one to five mutations."""
    rand = random.Random(seed)
    tree = copy.deepcopy(document)
    for _ in range(rand.choice([1, 1, 1, 2, 3, 5])):
        found = places(tree)
        if not found:
            break
        mutation = uproot if rand.random() < 0.05 else rand.choice(MUTATIONS)
        mutation(rand, tree, *rand.choice(found))
    return tree


def check_twins(tree: Any) -> None:
    """Both paths accept a tree and build equal values, or both refuse it; neither changes it."""
    before = repr(tree)
    fast = build_fast(tree)
    detailed, faults = build_detailed(tree)

    assert before == repr(tree)
    assert (detailed is None) == bool(faults)
    if tree.get("cooperation") not in (0, "0"):  # an older version is migrated on the detailed path alone
        assert repr(fast) == repr(detailed), faults
        assert fast == detailed
    if not faults:
        assert detailed == build_fast(to_tree_of(detailed))


def to_tree_of(built: Any) -> Any:
    """The tree of what was built, allowances and all."""
    portfolio, allowances = built
    return to_tree(portfolio) | ({"allowances": [to_tree(a) for a in allowances]} if allowances else {})


def check_json_twins(tree: Any) -> None:
    """As trees, so as texts of JSON: what the decoder takes is what the reader of faults takes."""
    data = msgspec.json.Encoder(decimal_format="number").encode(tree)
    root = decode_fast(data)
    fast = None if root is None else build_fast(root)
    try:
        detailed = reads(data, "json")
    except LoadError:
        assert fast is None
    else:
        if tree.get("cooperation") not in (0, "0"):
            assert (detailed.portfolio, detailed.allowances) == fast


class TestTwins:
    """DESIGN.md: "One property test holds the two together: they accept the same documents and build equal objects"."""

    @MANY
    @given(SEEDS, st.sampled_from(DOCUMENTS))
    def test_real_documents(self, seed: int, document: dict[str, Any]) -> None:
        """Of a real document that was broken, the fast path and the detailed path think the same."""
        tree = broken(seed, document)

        check_twins(tree)
        check_json_twins(tree)

    @given(SEEDS, testing.portfolios())
    def test_invented_documents(self, seed: int, portfolio: Portfolio) -> None:
        """So they do of documents that use every corner of the model."""
        tree = broken(seed, to_tree(portfolio))

        check_twins(tree)
        check_json_twins(tree)

    @given(SEEDS, testing.projects())
    def test_single_values(self, seed: int, project: Any) -> None:
        """What ``from_tree`` accepts of a part does not hang on whether the tree came as lists or as tuples."""
        tree = broken(seed, to_tree(project))
        outcomes = []
        for given_tree in (tree, tupled(tree)):
            try:
                outcomes.append(from_tree(type(project), given_tree))
            except LoadError as error:
                outcomes.append([(d.code, d.path) for d in error.diagnostics])

        assert outcomes[0] == outcomes[1]


def tupled(tree: Any) -> Any:
    """A tree with tuples for lists."""
    if isinstance(tree, dict):
        return {key: tupled(value) for key, value in tree.items()}
    return tuple(map(tupled, tree)) if isinstance(tree, list) else tree


def texts(tree: Any) -> Iterator[tuple[str, str]]:
    """A tree as a text of each carrier, with what JSON calls no number left in."""
    text = json.dumps(tree, default=str)
    yield "json", text
    yield "jsonl", text
    yield "jsonl", f'{{"cooperation": 1}}\n{text}\n\n{text}'
    yield "yaml", text.replace("\\u0000", "")
    yield "yaml", yaml_text.write(json.loads(text, parse_float=str, parse_constant=str))


def refusal_of(text: str, carrier: str) -> tuple[Diagnostic, ...]:
    """What is said of a text that is no document; nothing of one that is."""
    try:
        loads(text, carrier)
    except LoadError as error:
        return error.diagnostics
    return ()


class TestRefusals:
    """``loads``: "Raises LoadError: The text has faults; all of them are told, with their places"."""

    @given(SEEDS, st.sampled_from(DOCUMENTS[-5:]))
    def test_nothing_but_refusals(self, seed: int, document: dict[str, Any]) -> None:
        """A broken document loads or is refused with places, in order, each said once, in every carrier and in time."""
        for carrier, text in texts(broken(seed, document)):
            started = time.perf_counter()
            found = refusal_of(text, carrier)
            positions = [(d.position.line, d.position.column) for d in found if d.position is not None]

            assert time.perf_counter() - started < 5
            assert len(found) == len(positions) == len(set(found))
            assert sorted(positions) == positions
            assert all(0 < line <= text.count("\n") + 1 for line, _ in positions)

    @pytest.mark.parametrize("carrier", ["yaml", "json", "jsonl"])
    def test_random_letters(self, carrier: str) -> None:
        """Letters changed in the text itself never bring out anything but a document or a refusal."""
        text = dict(texts(DOCUMENTS[0]))[carrier]
        rand = random.Random(7)
        for _ in range(2 * settings.default.max_examples):
            letters = list(text)
            for _ in range(rand.choice([1, 1, 2, 5])):
                letters[rand.randrange(len(letters))] = rand.choice("\"'{}[]:,\\#&*!|>%@-? \t\n\0\x07\ud800\ufeff~0aé")
            found = refusal_of("".join(letters), carrier)

            assert all(str(diagnostic) for diagnostic in found)

    @given(st.binary() | st.text().map(str.encode), st.sampled_from(["yaml", "json", "jsonl"]))
    def test_random_bytes(self, data: bytes, carrier: str) -> None:
        """Bytes that were never a document are refused; none of them is one."""
        with pytest.raises(LoadError):
            loads(data, carrier)

    @given(st.sampled_from(["yaml", "json", "jsonl"]), SEEDS)
    def test_random_marks(self, carrier: str, seed: int) -> None:
        """Nor is a heap of the marks that YAML and JSON are made of."""
        rand = random.Random(seed)
        marks = [
            "cooperation",
            ": ",
            "\n",
            "  ",
            "- ",
            "{",
            "}",
            "[",
            "]",
            ",",
            "&a ",
            "*a",
            "!!x ",
            "|\n",
            "'",
            '"',
            "1",
            "#",
        ]
        with pytest.raises(LoadError):
            loads("".join(rand.choices(marks, k=rand.randrange(1, 60))), carrier)
