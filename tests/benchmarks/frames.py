"""From projects to polars against loading them, in one run: ``uv run python tests/benchmarks/frames.py``.

Both are timed on the same documents in the same minutes, several times over, and what counts is the middle ratio.
Each round has a process of its own: memory that was used before is quicker to load into than any that a user has.
Many projects are made of few: the invented documents are loaded again and again, so that each is an object of its own.

The promise is of a portfolio that is loaded as analysts load it, from one file, and of what ``frames.tables`` gives.
Documents of a project each load twice as quickly: what the tables cost beside these is told table by table.
How far each indicator has come is reckoned by the measures, value by value, and stands in the columns of
``frames.tracking`` alone: what it costs there has a line of its own.
"""

import argparse
import gc
import json
import multiprocessing
import resource
import statistics
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polars as pl
import pyarrow as pa
from documents import documents
from measuring import promise

from cooperation import frames
from cooperation.formats import bulk, load, loads

LIMIT = 2.0
TRACKED = "tracking with progress"
CLOCK = time.process_time


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--projects", type=int, default=10_000, help="how many projects to load and to tabulate")
    parser.add_argument("--invented", type=int, default=300, help="how many different ones to invent")
    parser.add_argument("--rounds", type=int, default=3, help="how often to measure")
    options = parser.parse_args()
    texts = documents(options.invented)
    print(f"Python {sys.version.split()[0]}, polars {pl.__version__}, pyarrow {pa.__version__}")
    told = f"{options.projects:,} projects, {len(texts)} of them different"
    print(f"{told}, {sum(map(len, texts)) / len(texts):.0f} bytes each")
    rounds = [alone(measured, options.invented, options.projects) for _ in range(options.rounds)]
    report(rounds)
    few = min(options.projects, 10_000)  # more in one file want more memory than most machines have
    whole = [alone(one_file, options.invented, few) for _ in range(options.rounds)]
    for loading, tables in whole:
        print(f"one file of {few:,}: loaded in {loading:.2f} s, all tables in polars in {tables:.2f} s")
    ratio = statistics.median(tables / loading for loading, tables in whole)
    print(alone(parquet, options.invented, min(options.projects, 10_000)))
    print(f"most memory held: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 2**20:.1f} GiB")
    return 0 if promise("all tables in polars / loading", ratio, LIMIT) else 1


def alone(task: Callable[[list[bytes]], Any], invented: int, projects: int) -> Any:
    """What a task makes of the documents, in a process of its own."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
        return pool.submit(_on_documents, task, invented, projects).result()


def _on_documents(task: Callable[[list[bytes]], Any], invented: int, projects: int) -> Any:
    texts = documents(invented)
    for table in frames.tables(loads(texts[0], "json")).values():
        table.to_polars()  # which imports it
    return task((texts * -(-projects // len(texts)))[:projects])


def measured(many: list[bytes]) -> dict[str, Any]:
    """Seconds for loading all, and of each table its rows, and seconds for these and for polars."""
    with bulk():
        start = CLOCK()
        held = [loads(text, "json") for text in many]
        found: dict[str, Any] = {"loading": CLOCK() - start}
        for name in (*frames.tables(()), TRACKED):
            make = getattr(frames, name.split()[0])
            start = CLOCK()
            table = make(held, progress=None) if name == "tracking" else make(held)
            made = CLOCK()
            frame = table.to_polars()
            found[name] = (len(frame), made - start, CLOCK() - made)
            del table, frame
            gc.collect()
    return found


def one_file(many: list[bytes]) -> tuple[float, float]:
    """Seconds for loading a portfolio from one file, and for all its tables in polars."""
    held = [json.loads(text) for text in many]
    register = {one["id"]: one for document in held for one in document["organisations"]}
    projects = [{**document["projects"][0], "id": f"p{n}"} for n, document in enumerate(held)]
    with TemporaryDirectory() as folder:
        file = Path(folder) / "portfolio.json"
        file.write_text(json.dumps({"cooperation": 1, "organisations": [*register.values()], "projects": projects}))
        del held, projects
        with bulk():
            start = CLOCK()
            portfolio = load(file)
            loaded = CLOCK()
            frames_of_all = [table.to_polars() for table in frames.tables(portfolio).values()]
            done = CLOCK()
    assert sum(map(len, frames_of_all)) > len(many)
    return loaded - start, done - loaded


def report(rounds: list[dict[str, Any]]) -> None:
    """Print the middle of the rounds: what each table costs against loading."""

    def middle(of: Any) -> float:
        return statistics.median(map(of, rounds))

    print(f"\n{'':24}{'rows':>12}{'rows, s':>10}{'polars, s':>11}{'x loading':>11}")
    print(f"{'loading':24}{'':>12}{middle(lambda one: one['loading']):>10.2f}{'':>11}{1:>11.2f}")
    names = [name for name in rounds[0] if name != "loading"]
    for name in names:
        taken = [middle(lambda one, i=i, name=name: one[name][i]) for i in (1, 2)]
        ratio = middle(lambda one, name=name: sum(one[name][1:]) / one["loading"])
        print(f"{name:24}{rounds[0][name][0]:>12,}{taken[0]:>10.2f}{taken[1]:>11.2f}{ratio:>11.2f}")

    def whole(one: dict[str, Any], without: str) -> float:
        return sum(sum(one[name][1:]) for name in names if name != without) / one["loading"]

    print(f"{'all':57}{middle(lambda one: whole(one, TRACKED)):>11.2f}")
    print(f"{'all, with progress':57}{middle(lambda one: whole(one, 'tracking')):>11.2f}\n")


def parquet(some: list[bytes]) -> str:
    """What it costs to write the values piece by piece."""
    held = [loads(text, "json") for text in some]
    with TemporaryDirectory() as folder, bulk():
        start = CLOCK()
        file = Path(folder) / "values.parquet"
        pieces = (held[i : i + 1_000] for i in range(0, len(held), 1_000))
        frames.write_parquet(file, frames.SCHEMAS["values"], map(frames.values, pieces))
        taken = CLOCK() - start
        size = file.stat().st_size / 2**20
        return f"values of {len(held):,} to Parquet, 1,000 projects at once: {taken:.2f} s, {size:.1f} MiB"


if __name__ == "__main__":
    sys.exit(main())
