"""What all tests share: how long hypothesis looks for a counterexample, and documents whose texts try to be code."""

import os
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from cooperation import from_tree, load_example, to_tree
from cooperation.model import Portfolio

# Documents are large and slow to make; that is no fault of a test.
_SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example)

# The same examples on every run, so that a change fails for what it changes; the long run looks for new ones.
settings.register_profile("ci", max_examples=60, derandomize=True, deadline=None, suppress_health_check=_SLOW)
settings.register_profile(
    "long", max_examples=3_000, derandomize=False, deadline=None, suppress_health_check=_SLOW, print_blob=True
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

HOSTILE = (
    "<script>alert(1)</script>",
    "</td></table></details><img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" x=\'',
    "{{ 7 * 7 }} {% for x in y %}",
    "</style><style>*{display:none}</style>",
    "<!-- <svg/onload=alert(1)> &lt;b&gt; &#60;",
    "\N{RIGHT-TO-LEFT OVERRIDE}gnp.exe \N{RIGHT-TO-LEFT ISOLATE}turned",
    "مياه نظيفة",
    "👩\N{ZERO WIDTH JOINER}👩\N{ZERO WIDTH JOINER}👧 🇸🇪",
    "w" * 400,
    "\x1b[2Jgone",
    '=HYPERLINK("https://example.org")',
    "javascript:alert(1) https://example.org/x.png url(https://example.org/y)",
)
"""Each steers something that forgets to quote."""

_PROSE = frozenset(
    """statement description title name quote note answer method definition label why comment decision population
    prevention evidence condition stated summary text""".split()  # noqa: SIM905  # words are easier to read
)


@pytest.fixture(params=HOSTILE, ids=range(len(HOSTILE)))
def hostile(request: pytest.FixtureRequest) -> Portfolio:
    """The proposal with one text that tries to be code wherever it has prose."""
    return hostile_portfolio(request.param)


@pytest.fixture(scope="session")
def most_hostile() -> Portfolio:
    """The proposal with all those texts, one after the other, wherever it has prose."""
    return hostile_portfolio(*HOSTILE)


def hostile_portfolio(*texts: str) -> Portfolio:
    """The proposal with these texts in turn wherever it has prose."""
    number = 0

    def turned(value: Any, key: str = "") -> Any:
        nonlocal number
        if isinstance(value, dict):
            return {name: turned(held, name) for name, held in value.items()}
        if isinstance(value, (list, tuple)):
            return [turned(held, key) for held in value]
        # A name of one word is an id.
        if isinstance(value, str) and key in _PROSE and (key != "name" or " " in value):
            number += 1
            return texts[number % len(texts)]
        return value

    return from_tree(Portfolio, turned(to_tree(load_example("proposal"))))
