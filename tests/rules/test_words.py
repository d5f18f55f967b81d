"""The word lists: how they are written down, and that both languages have all of them."""

import itertools
import re
from collections import Counter

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cooperation.model import CrossCuttingValue
from cooperation.rules.words import LEXICONS, Lexicon, Phrases, tokens

LISTS = [
    pytest.param(lexicon, field.name, id=f"{lexicon.code} {field.name}")
    for lexicon in LEXICONS.values()
    for field in attrs.fields(Lexicon)
    if isinstance(getattr(lexicon, field.name), Phrases)
]
# What only English needs: its verbs in the present look like nouns.
OF_ENGLISH = {"many_act", "one_acts", "plurals"}


def test_a_phrase_is_found_whole_and_the_longest_first() -> None:
    """Of phrases that begin alike the longest that stands there is meant, and words in between break it."""
    phrases = Phrases("make | make better use of | better")

    assert ("make better use of",) == phrases.found(tokens("They make better use of it"))
    assert ("make", "better") == phrases.found(tokens("They make it better"))
    assert (0, 4) == (phrases.at(tokens("make"), 1), phrases.at(tokens("make better use of"), 0))


def test_endings_are_those_that_are_written() -> None:
    """Nothing is guessed: a form that is not written is not found."""
    phrases = Phrases("stärk{a,er,t} | {många,få} kom{,mer}")

    assert ("stärker", "få kommer") == phrases.found(tokens("Det stärker dem; få kommer"))
    assert () == phrases.found(tokens("stärkande, få komma"))


def test_the_last_part_of_a_compound_is_found_where_that_is_written() -> None:
    """A hyphen asks for it; without one only the whole word is meant."""
    words = tokens("Dricksvattenkvaliteten")

    assert ("dricksvattenkvaliteten",) == Phrases("-kvalitet{,en}").found(words)
    assert () == Phrases("kvalitet{,en}").found(words)


def test_an_innocent_phrase_is_passed_over() -> None:
    """It hides the guilty word within it, there and nowhere else."""
    assert ("not",) == Phrases("not | !not only").found(tokens("not only, and not"))
    assert () == Phrases("not | !not only").found(tokens("not only"))


@given(st.text(alphabet="ab |/{},-! \n", max_size=20), st.text(max_size=30))
def test_no_text_is_too_odd(written: str, text: str) -> None:
    """Whatever is written and read, the places that are found lie in the text and do not overlap."""
    try:
        phrases = Phrases(written)
    except ValueError:
        return
    words = tokens(text)
    places = list(phrases.places(words))

    assert all(0 <= i < j <= len(words) for i, j in places)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(places))


@pytest.mark.parametrize("wrong", ["{a,b", "a}", "{a{b,c}}", "-", "{,}"])
def test_what_stands_for_no_word_is_refused(wrong: str) -> None:
    """A slip in a list is not a list that finds less."""
    with pytest.raises(ValueError, match=re.escape(repr(wrong))):
        Phrases(wrong)


@pytest.mark.parametrize(("lexicon", "name"), LISTS)
def test_each_language_has_each_list_once(lexicon: Lexicon, name: str) -> None:
    """No list is empty but those of English alone, and no form of a word stands twice in one."""
    phrases = getattr(lexicon, name)

    assert bool(phrases.written) or name in OF_ENGLISH
    assert [] == [form for form, times in Counter(phrases.forms).items() if times > 1]


@pytest.mark.parametrize("code", LEXICONS)
def test_each_language_has_words_for_the_same_values(code: str) -> None:
    """A value that is promised in one language is seen in the other."""
    wanted = {
        CrossCuttingValue.GENDER_EQUALITY,
        CrossCuttingValue.ENVIRONMENT,
        CrossCuttingValue.HUMAN_RIGHTS,
        CrossCuttingValue.SUSTAINABILITY,
    }

    assert wanted == set(LEXICONS[code].values)
