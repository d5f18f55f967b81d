"""The table from the rule catalogue to the codes."""

import re
from collections import Counter
from decimal import Decimal

from cooperation.model.structure import fields_of
from cooperation.rules import CATALOGUE, RULES, State

GROUPS = {"V": 14, "I": 20, "T": 15, "R": 10, "A": 13, "P": 7, "M": 8, "X": 14, "W": 4, "K": 5, "L": 10}


def test_the_whole_catalogue_is_there() -> None:
    """All 120 rules of the catalogue have an entry, in its order."""
    expected = [f"{group}{number:02}" for group, many in GROUPS.items() for number in range(1, many + 1)]

    assert expected == [entry.id for entry in CATALOGUE]


def test_no_code_stands_for_two_things() -> None:
    """A code belongs to one rule of the catalogue, but for the reversed period, which the catalogue has twice."""
    counts = Counter(code for entry in CATALOGUE for code in entry.codes)

    assert {"TIM005": 2} == {code: many for code, many in counts.items() if many > 1}


def test_the_table_tells_what_is_asked() -> None:
    """What the table says is asked is a rule, with that id of the catalogue; and nothing else of it is."""
    asked = {(code, entry.id) for entry in CATALOGUE if entry.state is State.ASKED for code in entry.codes}

    assert asked == {(made.code, number) for made in RULES for number in made.catalogue}


def test_codes_have_a_family_and_three_digits() -> None:
    """Codes are read by people and by allowances: they have one form."""
    codes = [*(code for entry in CATALOGUE for code in entry.codes), *(made.code for made in RULES)]

    assert [] == [code for code in codes if not re.fullmatch(r"[A-Z]{3}\d{3}", code)]


def test_rules_have_unlike_codes_and_names() -> None:
    """No two rules have one code or one name."""
    assert len(RULES) == len({made.code for made in RULES}) == len({made.name for made in RULES})


def test_family_stands_in_one_place() -> None:
    """The modules of a family hold rules of that family only, so that one finds them."""
    families = {made.function.__module__.rpartition(".")[2]: set() for made in RULES}
    for made in RULES:
        families[made.function.__module__.rpartition(".")[2]].add(made.code[:3])

    assert [] == [module for module, codes in families.items() if len(codes) > 1]


def test_what_a_rule_is_given_may_be_lacking() -> None:
    """A rule is given a field of every class it looks at, which may be empty, and in which no value counts as empty."""
    given = [
        (made, shape) for made in RULES for node in made.nodes for shape in fields_of(node) if shape.name == made.given
    ]

    assert len(given) == sum(len(made.nodes) for made in RULES if made.given is not None) > 0
    assert [] == [made.code for made, shape in given if not (shape.many or shape.optional)]
    assert [] == [made.code for made, shape in given if not shape.many and {bool, int, Decimal} & {*shape.holds}]
