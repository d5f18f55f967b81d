"""The overview of many projects, from the file to the page: ``uv run python tests/benchmarks/report.py``.

The whole command is timed as a process of its own, beside one that only loads the same file, in the same minutes.
The documents are invented and full of faults, some ninety findings each, which is what costs most.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from documents import documents

LIMIT = 60.0
COMMANDS = {
    "load": "import sys, cooperation as co\nwith co.bulk(): co.load(sys.argv[1])",
    "report": (
        "import sys; from cooperation.cli import main\n"
        "sys.exit(main(['report', sys.argv[1], '-o', sys.argv[2], '--force']))"
    ),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--projects", type=int, default=10_000, help="how many projects are reported on")
    parser.add_argument("--invented", type=int, default=300, help="how many different ones to invent")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        source, target = Path(folder) / "many.json", Path(folder) / "page.html"
        source.write_bytes(many(options.projects, options.invented))
        print(
            f"Python {sys.version.split()[0]}; {options.projects:,} projects, {source.stat().st_size / 2**20:.0f} MiB"
        )
        seconds = {name: timed(command, str(source), str(target)) for name, command in COMMANDS.items()}
        print(f"the page: {target.stat().st_size / 2**20:.1f} MiB")
    print(f"report / load: {seconds['report'] / seconds['load']:.1f}")
    kept = seconds["report"] <= LIMIT
    print(f"{'kept  ' if kept else 'MISSED'} the report of 10,000 projects in under {LIMIT:.0f} s")
    return 0 if kept else 1


def many(number: int, invented: int) -> bytes:
    """A portfolio of many projects, made of some that are invented, each with an id of its own."""
    held = [json.loads(text) for text in documents(invented)]
    organisations = {one["id"]: one for document in held for one in document.get("organisations", [])}
    projects = [{**held[n % invented]["projects"][0], "id": f"p{n}"} for n in range(number)]
    return json.dumps({"cooperation": 1, "organisations": list(organisations.values()), "projects": projects}).encode()


def timed(command: str, *arguments: str) -> float:
    """How long a process takes, and what it says of itself."""
    start = time.perf_counter()
    done = subprocess.Popen([sys.executable, "-c", command, *arguments], stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(done.pid, 0)
    taken = time.perf_counter() - start
    if status:
        raise SystemExit(f"ended with {status}: {command}")
    print(f"{taken:6.1f} s ({usage.ru_utime + usage.ru_stime:.1f} s of a processor), {usage.ru_maxrss / 2**20:.1f} GiB")
    return taken


if __name__ == "__main__":
    sys.exit(main())
