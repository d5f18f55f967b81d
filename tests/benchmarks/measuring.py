"""How everything here is measured: tasks take turns in every round, medians are told, and promises are ratios."""

import gc
import statistics
import time
from collections.abc import Callable

Timed = dict[str, Callable[[], object]]


def medians(tasks: Timed, rounds: int) -> dict[str, float]:
    """Seconds for each task, the tasks taking turns in every round."""
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for task in tasks.values():
        task()
    for _ in range(rounds):
        for name, task in tasks.items():
            gc.collect()
            start = time.perf_counter()
            task()
            times[name].append(time.perf_counter() - start)
    return {name: statistics.median(taken) for name, taken in times.items()}


def table(title: str, taken: dict[str, float], against: list[str], unit: float, what: str) -> None:
    """Print the figures of a group and their ratios."""
    print(f"\n{title}")
    print(f"  {'':44}{what:>14}" + "".join(f"{'x ' + name:>26}" for name in against))
    for name, value in taken.items():
        ratios = "".join(f"{value / taken[other]:>26.2f}" for other in against)
        print(f"  {name:44}{value * unit:>14.1f}{ratios}")


def promise(text: str, value: float, limit: float) -> bool:
    """Print one promise and whether it is kept."""
    kept = value <= limit
    print(f"  {'kept  ' if kept else 'MISSED'} {text}: {value:.2f}, promised at most {limit}")
    return kept
