"""IATI files: speed and memory against a plain parse and against peers: ``uv run python tests/benchmarks/iati.py``.

A large file is built from the real samples of the tests in a temporary folder.
Times are processor time, medians of interleaved rounds; what counts are the ratios: machines differ, and so do minutes.
Peers (okfn-iati, iatikit, diterator) take part where they are installed.
"""

import argparse
import contextlib
import gc
import importlib
import io
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pendulum
from lxml import etree

from cooperation import iati

SAMPLES = Path(__file__).parent.parent / "iati" / "data"
TODAY = pendulum.date(2026, 1, 1)
Timed = dict[str, Callable[[], object]]
_ACTIVITY = re.compile(r"<iati-activity[ >].*?</iati-activity>", re.DOTALL)

# Run by itself, so that nothing else counts; Linux keeps the most memory a process ever held in VmHWM.
MEMORY = """
import sys
from pathlib import Path
from cooperation import iati
{what}
status = Path("/proc/self/status").read_text()
print(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1])
"""
STREAM = "for activity in iati.iter_activities(sys.argv[1]): pass"
JUDGE = "iati.judge(sys.argv[1])"
CHECK = "iati.check_file(sys.argv[1])"
NOTHING = "next(iati.iter_activities(sys.argv[1]))"


def build(path: Path, megabytes: float) -> None:
    """A file of that size, of the activities of the real samples over and over, with identifiers of their own."""
    texts = [path.read_text(encoding="utf-8-sig") for path in sorted(SAMPLES.glob("*__*.xml"))]
    activities = "\n".join(found for text in texts for found in _ACTIVITY.findall(text))
    times = max(1, round(megabytes * 1e6 / len(activities.encode())))
    with path.open("w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<iati-activities version="2.03">\n')
        for number in range(times):
            file.write(activities.replace("</iati-identifier>", f"-{number}</iati-identifier>") + "\n")
        file.write("</iati-activities>\n")


def medians(tasks: Timed, rounds: int) -> dict[str, float]:
    """Seconds of processor time for each task, the tasks taking turns in every round."""
    times: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(rounds):
        for name, task in tasks.items():
            gc.collect()
            start = time.process_time()
            task()
            times[name].append(time.process_time() - start)
    return {name: statistics.median(taken) for name, taken in times.items()}


def table(title: str, taken: dict[str, float], megabytes: float) -> None:
    """Print the figures of a group, and their ratios to its first."""
    print(f"\n{title}\n  {'':44}{'seconds':>10}{'MB/s':>10}{'x parse':>10}")
    first = next(iter(taken.values()))
    for name, value in taken.items():
        print(f"  {name:44}{value:>10.2f}{megabytes / value:>10.1f}{value / first:>10.2f}")


def promise(text: str, value: float, limit: float) -> bool:
    """Print one promise and whether it is kept."""
    kept = value <= limit
    print(f"  {'kept  ' if kept else 'MISSED'} {text}: {value:.2f}, promised at most {limit}")
    return kept


def reading(data: bytes) -> Timed:
    """What this package does with a file; nothing else is held meanwhile, which the collector would look through."""
    return {
        "lxml, plain parse": lambda: etree.fromstring(data),
        "read, whole": lambda: iati.read(data),
        "read, as a stream": lambda: [None for _ in iati.iter_activities(data)],
        "judge": lambda: iati.judge(data),
        "check, structure, codelists and ruleset": lambda: iati.check_file(data, today=TODAY),
    }


def writing(data: bytes) -> Timed:
    """Writing what was read."""
    file = iati.read(data)
    return {"write": lambda: iati.dumps(file)}


def peers(path: Path) -> Timed:
    """What the peers do with a file: identifier and title of every activity, or all they know into tables."""
    found: Timed = {}
    with contextlib.suppress(ImportError):
        diterator = importlib.import_module("diterator")
        found["diterator, identifiers and titles"] = lambda: [
            (a.identifier, a.title) for a in diterator.XMLIterator(str(path))
        ]
    with contextlib.suppress(ImportError):
        dataset = importlib.import_module("iatikit.data.dataset")
        found["iatikit, identifiers and titles"] = lambda: [
            (a.iati_identifier, a.title) for a in dataset.Dataset(str(path)).activities
        ]
    with contextlib.suppress(ImportError):
        okfn = importlib.import_module("okfn_iati.multi_csv_converter")

        def tables() -> None:
            with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stdout(io.StringIO()):
                okfn.IatiMultiCsvConverter().xml_to_csv_folder(path, folder)

        found["okfn-iati, tables of what it knows"] = tables
    return found


def memory(what: str, path: Path) -> float:
    """Megabytes that a process of its own holds at most."""
    program = [sys.executable, "-c", MEMORY.format(what=what), str(path)]
    done = subprocess.run(program, capture_output=True, text=True, check=True)
    return int(done.stdout) / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mb", type=float, default=100, help="size of the large file")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        large, small = Path(folder, "large.xml"), Path(folder, "small.xml")
        build(large, options.mb)
        build(small, options.mb / 10)
        size = large.stat().st_size / 1e6
        data = large.read_bytes()
        taken = medians(reading(data), options.rounds)
        taken |= medians(writing(data), options.rounds)
        table(f"A file of {size:.0f} MB", taken, size)
        table(
            f"Peers on {size / 10:.0f} MB",
            medians({**reading(small.read_bytes()), **peers(small)}, options.rounds),
            small.stat().st_size / 1e6,
        )
        held = {
            f"{name}, {which.stem}": memory(what, which)
            for name, what in (("one activity", NOTHING), ("stream", STREAM), ("judge", JUDGE), ("check", CHECK))
            for which in (small, large)
        }
    print("\nMost memory held, MB")
    for name, value in held.items():
        print(f"  {name:44}{value:>10.1f}")
    parse = taken["lxml, plain parse"]
    print("\nPromises")
    kept = [
        promise("a complete typed read, x a plain parse", taken["read, whole"] / parse, 5.5),
        promise("seconds for 20 MB of it", taken["read, whole"] / size * 20, 1),
        promise("writing, x reading", taken["write"] / taken["read, whole"], 1),
        promise("checking, x reading", taken["check, structure, codelists and ruleset"] / taken["read, whole"], 3),
        promise("memory of a stream, MB", held["stream, large"], 60),
        promise("memory of a large stream, x a small one", held["stream, large"] / held["stream, small"], 1.1),
    ]
    sys.exit(not all(kept))


if __name__ == "__main__":
    main()
