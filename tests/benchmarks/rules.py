"""What checking costs against loading, in one run: ``uv run python tests/benchmarks/rules.py``.

A document is loaded strictly from JSON, what was loaded is checked with all rules and a profile, and both are let go,
again and again, as where proposals come in; what counts is the ratio. Rules about wording read every text and are told
apart. The cost of each rule is listed, the dearest first.
"""

import argparse
import gc
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import pendulum
from documents import documents
from measuring import promise, table

from cooperation.diagnostics import Report
from cooperation.examples import example_text
from cooperation.formats import dumps, loads
from cooperation.model import Portfolio
from cooperation.rules import PROFILES, RULES, check

TODAY = pendulum.date(2018, 11, 1)
LIMIT = 3.0
# The time that this thread was at work, so that whatever else the machine does counts for neither side.
CLOCK = time.thread_time
LOAD, ALL, PLAIN = "strict JSON load", "check, all rules", "check, without rules about wording"


def texts_of(name: str) -> bytes:
    """A packaged portfolio as compact JSON."""
    return msgspec.json.encode(msgspec.json.decode(dumps(loads(example_text(name)), "json")))


def compare(title: str, texts: list[bytes], profile: str, times: int, rounds: int) -> float:
    """Load documents and check what was loaded, one after the other; the ratio without the rules about wording."""
    tasks: dict[str, Callable[[Portfolio], Report]] = {
        PLAIN: lambda loaded: check(loaded, profile=profile, today=TODAY, ignore=["wording"]),
        ALL: lambda loaded: check(loaded, profile=profile, today=TODAY),
    }
    measured: dict[str, list[float]] = {name: [] for name in (LOAD, *tasks)}
    for _ in range(rounds + 1):
        gc.collect()
        spent = dict.fromkeys(measured, 0.0)
        for text in texts * times:
            start = CLOCK()
            loaded = loads(text, "json")
            spent[LOAD] += CLOCK() - start
            for name, task in tasks.items():
                start = CLOCK()
                task(loaded)
                spent[name] += CLOCK() - start
        for name, seconds in spent.items():
            measured[name].append(seconds)
    # The first round only warms up.
    taken = {name: statistics.median(seconds[1:]) for name, seconds in measured.items()}
    table(f"{title}, profile {profile}", taken, [LOAD], 1e6 / times / len(texts), "us each")
    return taken[PLAIN] / taken[LOAD]


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
        print(f"  {rule.code}  {cost:8.1f}  {rule.name}{'  (wording)' if rule.wording else ''}")


def min_of(task: Callable[[], object], rounds: int) -> float:
    """The shortest of some runs, in microseconds."""
    best = float("inf")
    for _ in range(rounds):
        start = CLOCK()
        task()
        best = min(best, CLOCK() - start)
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
    each(loads(proposal, "json"), "icld", 10 * options.rounds)
    print()
    return 0 if promise("all rules with a profile / strict load, the shipped proposal", ratios[1], LIMIT) else 1


if __name__ == "__main__":
    sys.exit(main())
