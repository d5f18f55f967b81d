"""The labelled texts that the wording rules are measured on: their shape, their spread, and that they stay frozen."""

from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from cooperation.formats.yaml_text import parse

FILE = Path(__file__).parent / "sentences.yaml"
FROZEN = "5c6b4d6d228e68538a26e98d3e2e255b4d236a094ba125c264cabef7e99e0810"

LANGUAGES = ("en", "sv")
LETTERS = {"objective": "o", "indicator": "i", "assumption": "a", "note": "n"}
LEVELS = ("impact", "outcome", "output")
# What a label may be said of; the README says what it means.
OUTCOMES = frozenset({"outcome"})
OBJECTIVES = frozenset(LEVELS)
ANYTHING = OBJECTIVES | LETTERS.keys()
LABELS = {
    "worded-as-activity": OBJECTIVES,
    "no-change": OUTCOMES,
    "nobody-named": OUTCOMES,
    "two-measures": {"indicator"},
    "vague-undefined": {"indicator"},
    "change-word": OBJECTIVES | {"indicator"},
    "negative-assumption": {"assumption"},
    "former-organisation": ANYTHING,
    "two-aims": OBJECTIVES,
    "claims-win-win": ANYTHING,
    "says-continuation": ANYTHING,
}
FEWEST = {
    ("en", "objective"): 45,
    ("sv", "objective"): 25,
    ("en", "indicator"): 12,
    ("sv", "indicator"): 8,
    ("en", "assumption"): 9,
    ("sv", "assumption"): 6,
    ("en", "note"): 4,
    ("sv", "note"): 4,
}

TREE, FAULTS = parse(FILE.read_text(encoding="utf-8"), FILE.name)
SENTENCES: list[dict[str, Any]] = TREE["sentences"]
EACH = [pytest.param(sentence, id=sentence["id"]) for sentence in SENTENCES]


def test_ids_and_texts_are_unique() -> None:
    """No text stands twice, under its own id or another, and no key of a text does."""
    ids = Counter(sentence["id"] for sentence in SENTENCES)
    texts = Counter(sentence["text"].casefold() for sentence in SENTENCES)

    assert [] == [again for counted in (ids, texts) for again, times in counted.items() if times > 1]
    assert [] == FAULTS


@pytest.mark.parametrize("sentence", EACH)
def test_shape(sentence: dict[str, Any]) -> None:
    """A text has its language and kind, as its id says; an objective has a level, an outcome its project's names."""
    level = sentence.get("level")
    keys = {"id", "language", "kind", "text", "labels", "doubtful"}
    keys |= {"level"} if sentence["kind"] == "objective" else set()
    keys |= {"partners", "target_groups"} if level == "outcome" else set()

    assert sentence["language"] in LANGUAGES
    assert sentence["id"].startswith(f"{sentence['language']}-{LETTERS[sentence['kind']]}")
    assert (level in LEVELS) == (sentence["kind"] == "objective")
    assert keys - {"doubtful"} <= set(sentence) <= keys
    assert all(sentence[key] for key in keys - {"doubtful", "labels"})


@pytest.mark.parametrize("sentence", EACH)
def test_labels_are_of_the_closed_list(sentence: dict[str, Any]) -> None:
    """A label is known, stands once, certain or doubtful, and is said only of what it can be said of."""
    given = [*sentence["labels"], *sentence.get("doubtful", ())]
    what = sentence.get("level", sentence["kind"])

    assert sorted(set(given)) == sorted(given)
    assert [] == [label for label in given if what not in LABELS.get(label, ())]
    assert sentence.get("doubtful") != []


def test_there_are_enough_of_each_kind() -> None:
    """Every kind is there in both languages, and objectives of every level."""
    counts = Counter((sentence["language"], sentence["kind"]) for sentence in SENTENCES)
    levels = {(sentence["language"], sentence.get("level")) for sentence in SENTENCES}

    assert [] == [kind for kind, fewest in FEWEST.items() if counts[kind] < fewest]
    assert {(language, level) for language in LANGUAGES for level in LEVELS} <= levels


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("label", LABELS)
def test_a_label_is_given_and_withheld(label: str, language: str) -> None:
    """In both languages some texts have the fault, and more of those that could have it have not."""
    could = [s for s in SENTENCES if s["language"] == language and s.get("level", s["kind"]) in LABELS[label]]
    having = [sentence for sentence in could if label in sentence["labels"]]

    assert 3 <= len(having) < len(could) - len(having)


def test_some_texts_are_good() -> None:
    """In every kind and language a good third of the texts has no fault at all, as in proposals that are sent."""
    counts = Counter((sentence["language"], sentence["kind"]) for sentence in SENTENCES)
    good = Counter((sentence["language"], sentence["kind"]) for sentence in SENTENCES if not sentence["labels"])

    assert [] == [kind for kind, count in counts.items() if good[kind] * 3 < count]


def test_frozen() -> None:
    """The file is the one that was frozen before the word lists: the README says how a wrong label is mended."""
    assert sha256(FILE.read_text(encoding="utf-8").encode()).hexdigest() == FROZEN
