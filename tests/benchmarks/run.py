"""Speed and memory against peers, in one run on the same data: ``uv run python tests/benchmarks/run.py``.

Every figure is the median of interleaved rounds, and what counts are the ratios: machines differ, and so do minutes.
"""

import argparse
import gc
import json
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import msgspec
import yaml
from documents import documents
from measuring import medians, promise, table
from peers import model, struct_decoder

from cooperation.examples import example_text
from cooperation.formats import Document, bulk, dumps, loads, reads
from cooperation.formats.carriers import JSON
from cooperation.model import Portfolio

EXAMPLE = "proposal"


def loading(texts: list[bytes], rounds: int) -> list[bool]:
    decode_struct, portfolio = struct_decoder(), model(Portfolio)
    raw = msgspec.json.Decoder().decode
    taken = medians(
        {
            "untyped msgspec decode": lambda: [raw(text) for text in texts],
            "msgspec Struct, same words, strict": lambda: [decode_struct(text) for text in texts],
            "cooperation, strict load": lambda: [JSON.load(text, "") for text in texts],
            "pydantic v2, forbid, same memo": lambda: [portfolio.model_validate_json(text) for text in texts],
        },
        rounds,
    )
    peers = ["untyped msgspec decode", "msgspec Struct, same words, strict", "pydantic v2, forbid, same memo"]
    table(
        f"Load {len(texts)} invented projects from JSON, one document at a time",
        taken,
        peers,
        1e6 / len(texts),
        "us each",
    )
    own = taken["cooperation, strict load"]
    return [
        promise("strict load / Struct that reads the same words", own / taken[peers[1]], 1.6),
        promise("strict load / pydantic", own / taken[peers[2]], 0.8),
    ]


def proposal(rounds: int) -> list[bool]:
    text = msgspec.json.encode(msgspec.json.decode(dumps(loads(example_text(EXAMPLE)), "json")))
    raw = msgspec.json.Decoder().decode
    times = 50
    taken = medians(
        {
            "untyped msgspec decode": lambda: [raw(text) for _ in range(times)],
            "cooperation, strict load": lambda: [JSON.load(text, "") for _ in range(times)],
        },
        rounds,
    )
    table(
        f"Load the shipped proposal ({len(text)} bytes of JSON)",
        taken,
        ["untyped msgspec decode"],
        1e6 / times,
        "us each",
    )
    ratio = taken["cooperation, strict load"] / taken["untyped msgspec decode"]
    return [promise("shipped proposal / untyped decode", ratio, 4.5)]


def dumping(texts: list[bytes], rounds: int) -> list[bool]:
    decode_struct, portfolio = struct_decoder(), model(Portfolio)
    own = [Document(portfolio=JSON.load(text, "")) for text in texts]
    peers = [portfolio.model_validate_json(text) for text in texts]
    del decode_struct
    taken = medians(
        {
            "cooperation": lambda: [JSON.write(document) for document in own],
            "pydantic v2": lambda: [peer.model_dump_json(exclude_defaults=True) for peer in peers],
        },
        rounds,
    )
    table(f"Dump {len(texts)} projects to JSON, defaults left out", taken, ["pydantic v2"], 1e6 / len(texts), "us each")
    return [promise("dump / pydantic", taken["cooperation"] / taken["pydantic v2"], 1.0)]


def memory(texts: list[bytes]) -> list[bool]:
    portfolio = model(Portfolio)

    def held(load: Callable[[bytes], object]) -> float:
        kept = [load(text) for text in texts[:2]]
        gc.collect()
        tracemalloc.start()
        kept = [load(text) for text in texts]
        gc.collect()
        size = tracemalloc.get_traced_memory()[0]
        tracemalloc.stop()
        return size / len(kept)

    taken = {
        "cooperation": held(lambda text: JSON.load(text, "")),
        "pydantic v2": held(portfolio.model_validate_json),
    }
    table(f"Memory of a loaded project, {len(texts)} held", taken, ["pydantic v2"], 1 / 1024, "KiB each")
    return [promise("memory / pydantic", taken["cooperation"] / taken["pydantic v2"], 1.0)]


def bulk_loading(texts: list[bytes]) -> list[bool]:
    many = texts * -(-10_000 // len(texts))

    def hold() -> None:
        kept = [JSON.load(text, "") for text in many]
        del kept

    def hold_paused() -> None:
        with bulk():
            hold()

    taken = medians({"collector running": hold, "collector paused (cooperation.bulk)": hold_paused}, 1)
    table(f"Load and hold {len(many)} projects", taken, ["collector running"], 1, "s")
    return []


def from_yaml(rounds: int) -> list[bool]:
    text = example_text(EXAMPLE)

    def parse_only() -> None:
        for _ in yaml.parse(text, Loader=yaml.CSafeLoader):
            pass

    taken = medians(
        {
            "PyYAML's C parser alone": parse_only,
            "PyYAML CSafeLoader": lambda: yaml.load(text, Loader=yaml.CSafeLoader),
            "cooperation, strict load": lambda: loads(text),
            "cooperation, with positions": lambda: reads(text),
        },
        rounds,
    )
    peers = ["PyYAML's C parser alone", "PyYAML CSafeLoader"]
    table(f"Load the shipped proposal from YAML ({len(text)} characters)", taken, peers, 1e3, "ms")
    return []


def importing(rounds: int) -> list[bool]:
    def run(code: str) -> Callable[[], object]:
        return lambda: subprocess.run([sys.executable, "-c", code], check=True)

    taken = medians({"bare Python": run("pass"), "import cooperation": run("import cooperation")}, rounds)
    table("Start Python", taken, ["bare Python"], 1e3, "ms")
    more = (taken["import cooperation"] - taken["bare Python"]) * 1e3
    return [promise("import cooperation, ms over bare Python", more, 15.0)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--projects", type=int, default=300, help="how many projects to invent")
    parser.add_argument("--rounds", type=int, default=11, help="how many rounds to take the median of")
    options = parser.parse_args()
    texts = documents(options.projects)
    objects = sum(_objects(json.loads(text)) for text in texts) / len(texts)
    size = sum(map(len, texts)) / len(texts)
    print(f"Python {sys.version.split()[0]}, msgspec {msgspec.__version__}; {Path(__file__).name}")
    print(f"{len(texts)} invented projects of {size:.0f} bytes and {objects:.0f} objects each, {options.rounds} rounds")
    kept = [
        *loading(texts, options.rounds),
        *proposal(options.rounds),
        *dumping(texts, options.rounds),
        *memory(texts),
        *bulk_loading(texts),
        *from_yaml(options.rounds),
        *importing(options.rounds),
    ]
    return 0 if all(kept) else 1


def _objects(tree: object) -> int:
    if isinstance(tree, dict):
        return 1 + sum(map(_objects, tree.values()))
    return sum(map(_objects, tree)) if isinstance(tree, list) else 0


if __name__ == "__main__":
    sys.exit(main())
