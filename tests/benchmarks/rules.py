"""What checking costs against loading, in one run: ``uv run python tests/benchmarks/rules.py``.

The same document is loaded strictly from JSON and checked with all rules and a profile, taking turns; what counts is
the ratio. Rules about wording read every text and are told apart. The cost of each rule is listed, the dearest first.
"""

import argparse
import sys
import time
from pathlib import Path

import msgspec
import pendulum
from documents import documents
from measuring import medians, promise, table

from cooperation.examples import example_text
from cooperation.formats import dumps, loads
from cooperation.formats.carriers import JSON
from cooperation.model import Portfolio
from cooperation.rules import PROFILES, RULES, Rule, check

TODAY = pendulum.date(2018, 11, 1)
LIMIT = 3.0
LOAD, ALL, PLAIN = "strict JSON load", "check, all rules", "check, without rules about wording"


def texts_of(name: str) -> bytes:
    """A packaged portfolio as compact JSON."""
    return msgspec.json.encode(msgspec.json.decode(dumps(loads(example_text(name)), "json")))


def compare(title: str, texts: list[bytes], profile: str, times: int, rounds: int) -> float:
    """Load and check the same documents in turns; the ratio without the rules about wording."""
    wording = tuple(rule.code for rule in RULES if is_wording(rule))
    held: list[Portfolio] = [JSON.load(text, "") for text in texts]
    taken = medians(
        {
            LOAD: lambda: [JSON.load(text, "") for _ in range(times) for text in texts],
            ALL: lambda: [check(one, profile=profile, today=TODAY) for _ in range(times) for one in held],
            PLAIN: lambda: [
                check(one, profile=profile, today=TODAY, ignore=wording) for _ in range(times) for one in held
            ],
        },
        rounds,
    )
    table(f"{title}, profile {profile}", taken, [LOAD], 1e6 / times / len(texts), "us each")
    return taken[PLAIN] / taken[LOAD]


def is_wording(rule: Rule) -> bool:
    """Whether a rule reads the words of texts."""
    return rule.wording


def each(portfolio: Portfolio, profile: str, rounds: int) -> None:
    """Print what each rule costs by itself, above a check that asks none."""
    none = min_of(lambda: check(portfolio, profile=profile, today=TODAY, rules=()), rounds)
    costs = [
        (min_of(lambda rule=rule: check(portfolio, profile=profile, today=TODAY, rules=(rule,)), rounds) - none, rule)
        for rule in RULES
        if not rule.by_profile or rule.code in PROFILES[profile].asks
    ]
    print(f"\nEach rule by itself, with the walk to what it looks at, in us above a check without rules ({none:.1f})")
    for cost, rule in sorted(costs, key=lambda item: -item[0]):
        print(f"  {rule.code}  {cost:8.1f}  {rule.name}{'  (wording)' if is_wording(rule) else ''}")


def min_of(task: object, rounds: int) -> float:
    """The shortest of some runs, in microseconds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        task()  # type: ignore[operator]
        best = min(best, time.perf_counter() - start)
    return best * 1e6


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="how many rounds to take the median of")
    parser.add_argument("--projects", type=int, default=20, help="how many projects to invent")
    options = parser.parse_args()
    print(f"Python {sys.version.split()[0]}, {len(RULES)} rules; {Path(__file__).name}")
    proposal = texts_of("proposal")
    ratios = [
        compare(f"The shipped proposal ({len(proposal)} bytes)", [proposal], profile, 20, options.rounds)
        for profile in ("core", "icld")
    ]
    compare("The ten projects, as summaries", [texts_of("vaxjo")], "core", 5, options.rounds)
    compare(
        f"{options.projects} invented projects, full of faults", documents(options.projects), "icld", 1, options.rounds
    )
    each(JSON.load(proposal, ""), "icld", 10 * options.rounds)
    print()
    return 0 if promise("all rules with a profile / strict load, the shipped proposal", ratios[1], LIMIT) else 1


if __name__ == "__main__":
    sys.exit(main())
