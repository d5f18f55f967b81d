"""From projects to polars against loading them, in one run: ``uv run python tests/benchmarks/frames.py``.

Both are timed on the same documents in the same minutes, and what counts is the ratio.
Many projects are made of few: the invented documents are loaded again and again, so that each is an object of its own.
"""

import argparse
import gc
import resource
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import polars as pl
import pyarrow as pa
from documents import documents

from cooperation import frames
from cooperation.formats import bulk
from cooperation.formats.carriers import JSON

LIMIT = 2.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--projects", type=int, default=10_000, help="how many projects to load and to tabulate")
    parser.add_argument("--invented", type=int, default=300, help="how many different ones to invent")
    options = parser.parse_args()
    texts = documents(options.invented)
    many = (texts * -(-options.projects // len(texts)))[: options.projects]
    print(f"Python {sys.version.split()[0]}, polars {pl.__version__}, pyarrow {pa.__version__}")
    print(f"{len(many):,} projects, {len(texts)} of them different, {sum(map(len, texts)) / len(texts):.0f} bytes each")
    for table in frames.tables(JSON.load(texts[0], "")).values():
        table.to_polars()  # which imports it
    with bulk():
        start = time.process_time()
        held = [JSON.load(text, "") for text in many]
        loading = time.process_time() - start
        print(f"\n{'':16}{'rows':>12}{'rows, s':>10}{'polars, s':>11}{'x loading':>11}")
        print(f"{'loading':16}{'':>12}{loading:>10.2f}{'':>11}{1:>11.2f}")
        whole = 0.0
        for name in frames.SCHEMAS:
            if name == "findings":
                continue
            start = time.process_time()
            table = getattr(frames, name)(held)
            made = time.process_time() - start
            frame = table.to_polars()
            taken = time.process_time() - start
            whole += taken
            print(f"{name:16}{len(frame):>12,}{made:>10.2f}{taken - made:>11.2f}{taken / loading:>11.2f}")
            del table, frame
            gc.collect()
        print(f"{'all':16}{'':>12}{whole:>10.2f}{'':>11}{whole / loading:>11.2f}")
        with TemporaryDirectory() as folder:
            start = time.process_time()
            file = Path(folder) / "values.parquet"
            pieces = (held[i : i + 1_000] for i in range(0, len(held), 1_000))
            frames.write_parquet(file, frames.SCHEMAS["values"], map(frames.values, pieces))
            taken = time.process_time() - start
            print(f"\nvalues to Parquet, 1,000 projects at once: {taken:.2f} s, {file.stat().st_size / 2**20:.1f} MiB")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    kept = whole / loading <= LIMIT
    print(f"most memory held: {peak:.1f} GiB")
    told = f"all tables in polars / loading: {whole / loading:.2f}, promised at most {LIMIT}"
    print(f"{'kept  ' if kept else 'MISSED'} {told}")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
