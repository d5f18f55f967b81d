"""Laws that hold for every rule: knowing more settles things, and the order in which things are listed settles none.

They are asked of the real projects, of the shipped proposal, and of projects made up by hypothesis, each of them also
with the profiles that come along.
"""

import itertools
import random
from collections import Counter
from collections.abc import Iterator
from typing import Any, TypeAlias

import attrs
import pendulum
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cooperation.diagnostics import Nature, Path, Report
from cooperation.errors import InvariantError
from cooperation.examples import load_example
from cooperation.model import Organisation, Portfolio
from cooperation.model.structure import fields_of
from cooperation.rules import PROFILES, RULES, check

TODAY = pendulum.date(2020, 6, 15)
OMISSIONS = frozenset(rule.code for rule in RULES if rule.nature is Nature.OMISSION)
STAGES = ("summary", "proposal", "progress", "final")

# A seed, since every draw from hypothesis's own chance would be remembered, and there are thousands.
SEEDS = st.integers(0, 2**32 - 1)

REAL = [Portfolio(projects=(project,)) for name in ("vaxjo", "proposal") for project in load_example(name)]
WHOLES = [load_example("vaxjo"), load_example("proposal")]

Judged: TypeAlias = tuple[str, Path]
"""A rule and a part it looked at."""


def asked(portfolio: Portfolio, stage: str, profile: str) -> Report:
    """What is said of a portfolio; of a donor's profile, by the rules that only it asks."""
    return check(portfolio, stage=stage, profile=profile, today=TODAY, select=PROFILES[profile].asks)


def unknown(report: Report) -> frozenset[Judged]:
    """What could not be judged, part by part."""
    return frozenset((unjudged.code, unjudged.path) for unjudged in report.unknown)


def is_found(report: Report, judged: Judged) -> bool:
    """Whether a rule found a fault in or below a part."""
    code, path = judged
    return any(finding.code == code and finding.path[: len(path)] == path for finding in report.findings)


def blanked(node: Any) -> Iterator[tuple[str, Any]]:
    """The same with one field unknown, for every field that may be: the field's name, and the value without it.

    An id is no fact that could be unknown: without it, a part is another part.
    """
    for shape in fields_of(type(node)):
        held = getattr(node, shape.name)
        if held is None or held == ():
            continue
        if shape.optional and shape.name != "id":
            yield from changed(node, f"{type(node).__name__}.{shape.name}", shape.name, None)
        items = held if isinstance(held, tuple) else (held,)
        for i, item in enumerate(items if shape.is_part else ()):
            for name, other in blanked(item) if attrs.has(type(item)) else ():
                new = (*held[:i], other, *held[i + 1 :]) if isinstance(held, tuple) else other
                yield from changed(node, name, shape.name, new)


def changed(node: Any, name: str, field: str, new: object) -> Iterator[tuple[str, Any]]:
    """The same with another value of a field, where there is such a value."""
    try:
        yield name, attrs.evolve(node, **{field: new})
    except InvariantError:
        return


def broken_laws(known: Report, blank: Report) -> list[str]:
    """What is said of a portfolio, and of the same with a field unknown, that cannot both be right."""
    lost = [f"{code} passed without it" for code in set(blank.passed) & {code for code, _ in unknown(known)}]
    blamed = [
        f"{judged[0]} is found without it"
        for judged in unknown(known)
        if judged[0] not in OMISSIONS and not is_found(known, judged) and is_found(blank, judged)
    ]
    return lost + blamed


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("portfolio", REAL, ids=lambda portfolio: portfolio.projects[0].id)
def test_what_becomes_known_settles_and_what_becomes_unknown_blames_nobody(portfolio: Portfolio, profile: str) -> None:
    """Filling an unknown field never turns pass into unknown; blanking one never turns unknown into fail.

    Rules about absence are excepted from the second: what is gone is what they look for.
    """
    known = asked(portfolio, "proposal", profile)
    broken = {
        name: found
        for name, less in blanked(portfolio)
        if (found := broken_laws(known, asked(less, "proposal", profile)))
    }

    assert {} == broken


@settings(deadline=None)
@given(
    st.from_type(Portfolio),
    st.sampled_from(STAGES),
    st.sampled_from(sorted(PROFILES)),
    SEEDS,
)
def test_the_laws_of_the_unknown_hold_for_any_project(
    portfolio: Portfolio, stage: str, profile: str, seed: int
) -> None:
    """The same for made-up projects, with a few of their fields."""
    known = asked(portfolio, stage, profile)
    fewer = list(itertools.islice(blanked(portfolio), 400))
    broken = {
        name: found
        for name, less in random.Random(seed).sample(fewer, min(4, len(fewer)))
        if (found := broken_laws(known, asked(less, stage, profile)))
    }

    assert {} == broken


def shuffled(node: Any, chance: random.Random) -> Any:
    """The same with every list of parts in another order; those of an organisation, which is shared, stay."""
    if isinstance(node, Organisation):
        return node
    new: dict[str, object] = {}
    for shape in fields_of(type(node)):
        held = getattr(node, shape.name)
        if not shape.is_part or held is None:
            continue
        if isinstance(held, tuple):
            items = [shuffled(item, chance) if attrs.has(type(item)) else item for item in held]
            chance.shuffle(items)
            new[shape.name] = tuple(items)
        elif attrs.has(type(held)):
            new[shape.name] = shuffled(held, chance)
    return attrs.evolve(node, **new)


def gist(report: Report) -> tuple[object, ...]:
    """What a report says, apart from places and the order in which parts are named."""
    return (
        Counter((finding.code, finding.severity) for finding in report.findings),
        Counter(unjudged.code for unjudged in report.unknown),
        report.passed,
        report.not_applicable,
    )


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("portfolio", WHOLES, ids=["vaxjo", "proposal"])
def test_the_order_of_parts_settles_nothing(portfolio: Portfolio, profile: str) -> None:
    """Where a list has no order of its own, a report does not depend on the order in which it is written."""
    as_written = gist(asked(portfolio, "proposal", profile))

    assert [as_written] * 4 == [
        gist(asked(shuffled(portfolio, random.Random(seed)), "proposal", profile)) for seed in range(4)
    ]


@settings(deadline=None)
@given(st.from_type(Portfolio), st.sampled_from(STAGES), SEEDS)
def test_the_order_of_parts_settles_nothing_for_any_project(portfolio: Portfolio, stage: str, seed: int) -> None:
    """The same for made-up projects."""
    other = shuffled(portfolio, random.Random(seed))

    assert gist(asked(portfolio, stage, "core")) == gist(asked(other, stage, "core"))
