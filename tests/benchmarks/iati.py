"""IATI files: speed and memory against a plain parse and against peers: ``uv run python tests/benchmarks/iati.py``.

A large file is built from the real samples of the tests in a temporary folder.
Times are processor time, the least of several rounds in which all take turns; what counts are the ratios: machines
differ, and so do minutes.
Each task has a process of its own: in one process they leave each other memory that is mapped already, or scattered,
and the plain parse, which needs nine times the file, then takes anything from a half to three times as long.
Peers (okfn-iati, iatikit, diterator) take part where they are installed.
"""

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

SAMPLES = Path(__file__).parent.parent / "iati" / "data"
_ACTIVITY = re.compile(r"<iati-activity[ >].*?</iati-activity>", re.DOTALL)

# Run by itself, so that nothing else counts: a task twice, the better of the two times; and Linux keeps the most memory
# a process ever held in VmHWM.
TIME = """
import contextlib, gc, io, sys, tempfile, time
import pendulum
from lxml import etree
from cooperation import iati
path = sys.argv[1]
data = open(path, "rb").read()
{first}
times = []
for _ in range(2):
    gc.collect()
    start = time.process_time()
    {what}
    times.append(time.process_time() - start)
print(min(times))
"""
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

# What is done, and what is made ready for it.
Tasks = dict[str, tuple[str, str]]
OWN: Tasks = {
    "lxml, plain parse": ("etree.fromstring(data)", ""),
    "read, whole": ("iati.read(data)", ""),
    "read, as a stream": ("for _ in iati.iter_activities(data): pass", ""),
    "judge": ("iati.judge(data)", ""),
    "check, structure, codelists and ruleset": ("iati.check_file(data, today=pendulum.date(2026, 1, 1))", ""),
    "write": ("iati.dumps(file)", "file = iati.read(data)"),
}
# What the peers do with a file: identifier and title of every activity, or all they know into tables.
PEERS: Tasks = {
    "diterator, identifiers and titles": (
        "[(a.identifier, a.title) for a in diterator.XMLIterator(path)]",
        "import diterator",
    ),
    "iatikit, identifiers and titles": (
        "[(a.iati_identifier, a.title) for a in Dataset(path).activities]",
        "from iatikit.data.dataset import Dataset",
    ),
    "okfn-iati, tables of what it knows": (
        "with contextlib.redirect_stdout(io.StringIO()): tables.xml_to_csv_folder(path, folder.name)",
        """
from okfn_iati.multi_csv_converter import IatiMultiCsvConverter
tables, folder = IatiMultiCsvConverter(), tempfile.TemporaryDirectory()
""",
    ),
}


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


def run(program: str, path: Path) -> str | None:
    """What a program prints that is run by itself; ``None`` where it stumbles, as over a peer that is not there."""
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else None


def least(tasks: Tasks, path: Path, rounds: int) -> dict[str, float]:
    """Seconds of processor time for each task, the tasks taking turns in every round."""
    times: dict[str, list[float]] = {}
    for _ in range(rounds):
        for name, (what, first) in tasks.items():
            told = run(TIME.format(what=what, first=first), path)
            if told is not None:
                times.setdefault(name, []).append(float(told))
    for name in tasks.keys() - times.keys():
        print(f"not run, for it is not there or stumbles: {name}")
    return {name: min(taken) for name, taken in times.items()}


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


def memory(what: str, path: Path) -> float:
    """Megabytes that a process of its own holds at most."""
    told = run(MEMORY.format(what=what), path)
    assert told is not None
    return int(told) / 1024


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
        taken = least(OWN, large, options.rounds)
        table(f"A file of {size:.0f} MB", taken, size)
        table(
            f"Peers on {size / 10:.0f} MB", least({**OWN, **PEERS}, small, options.rounds), small.stat().st_size / 1e6
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
