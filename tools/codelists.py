"""Writes the tables of `cooperation.codelists` from a folder of CSV files.

    python tools/codelists.py FOLDER [--out src/cooperation/codelists/data]

The folder holds `index.csv` (which lists there are, and which are complete), one CSV file a list, and `mapping.csv`
(which path of the IATI standard takes its codes from which list). A new release is a new folder, new commits in
`SOURCES` below, and one run of this file; the same folder always gives the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

RELEASE = "2.03"
LICENCE = "CC-BY 4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"
ATTRIBUTION = "International Aid Transparency Initiative (IATI)"

# By the column `embedded` of the index: embedded lists are part of the standard and change with it, the others on
# their own. The date is the one known for the commit, and None where none is.
SOURCES: Mapping[str, Mapping[str, str | None]] = {
    "1": {"source": "https://github.com/IATI/IATI-Codelists", "commit": "75e827b", "commit_date": None},
    "0": {
        "source": "https://github.com/IATI/IATI-Codelists-NonEmbedded",
        "commit": "7aeece7",
        "commit_date": "2026-06",
    },
}

OUT = Path(__file__).resolve().parents[1] / "src" / "cooperation" / "codelists" / "data"

INDEX_COLUMNS = ("codelist", "codes", "title", "maintenance", "complete", "embedded")
MAPPING_COLUMNS = ("path", "codelist", "condition")
LIST_COLUMNS = ("code", "name", "name_fr", "category", "status", "activation_date", "withdrawal_date")

Row = Mapping[str, str]


class FaultyFolderError(Exception):
    """The folder holds something that the tables must not repeat."""


def rows_of(file: Path, columns: tuple[str, ...]) -> list[Row]:
    """The rows of a CSV file that has these columns."""
    with file.open(encoding="utf-8", newline="") as lines:
        header, *rows = csv.reader(lines, strict=True)
    if tuple(header) != columns:
        raise FaultyFolderError(f"{file.name}: expected the columns {', '.join(columns)}")
    for number, row in enumerate(rows, start=1):
        if len(row) != len(columns):
            raise FaultyFolderError(f"{file.name}: row {number} is not as long as the header")
    return [dict(zip(columns, row, strict=True)) for row in rows]


def flag(word: str, place: str) -> bool:
    """`1` or `0` as a truth value; any other word is a fault."""
    if word not in {"0", "1"}:
        raise FaultyFolderError(f"{place}: expected 0 or 1, got {word!r}")
    return word == "1"


def is_day(word: str) -> bool:
    """Whether a word is a date as `2018-08-08`, which is the one spelling that the reader takes."""
    try:
        return dt.date.fromisoformat(word).isoformat() == word
    except ValueError:
        return False


def code_entry(row: Row, place: str) -> dict[str, str]:
    """One code without what it leaves empty; active is what a code is unless it says otherwise."""
    if row["status"] not in {"active", "withdrawn"}:
        raise FaultyFolderError(f"{place}: the status of {row['code']} is {row['status']!r}")
    for key in ("activation_date", "withdrawal_date"):
        if row[key] and not is_day(row[key]):
            raise FaultyFolderError(f"{place}: the {key} of {row['code']} is {row[key]!r}")
    entry = {"code": row["code"], "name": row["name"]}
    entry |= {key: row[key] for key in ("name_fr", "category") if row[key]}
    entry |= {"status": row["status"]} if row["status"] != "active" else {}
    return entry | {key: row[key] for key in ("activation_date", "withdrawal_date") if row[key]}


def compact(value: object) -> str:
    """JSON on one line, with the letters as they are."""
    return json.dumps(value, ensure_ascii=False)


def table(header: Mapping[str, object], codes: Sequence[object]) -> str:
    """A codelist as JSON text: one key of the header a line, then one code a line, so that a change is one line."""
    keys = "".join(f"  {compact(key)}: {compact(value)},\n" for key, value in header.items())
    return f'{{\n{keys}  "codes": [\n' + ",\n".join(f"    {compact(code)}" for code in codes) + "\n  ]\n}\n"


def codelist_text(entry: Row, folder: Path) -> str:
    """The JSON text of the list that one row of the index names."""
    name = entry["codelist"]
    rows = rows_of(folder / f"{name}.csv", LIST_COLUMNS)
    if len(rows) != int(entry["codes"]):
        raise FaultyFolderError(f"{name}: {len(rows)} codes, the index says {entry['codes']}")
    repeated = [code for code, times in Counter(row["code"] for row in rows).items() if times > 1]
    if repeated:
        raise FaultyFolderError(f"{name}: codes that stand there twice: {', '.join(repeated)}")
    embedded = flag(entry["embedded"], f"index.csv, {name}, embedded")
    header = {
        "name": name,
        "title": entry["title"],
        "complete": flag(entry["complete"], f"index.csv, {name}, complete"),
        "embedded": embedded,
        "maintenance": entry["maintenance"],
        **SOURCES[entry["embedded"]],
        "release": RELEASE,
        "licence": LICENCE,
        "attribution": ATTRIBUTION,
    }
    return table(header, [code_entry(row, name) for row in rows])


def mapping_text(rows: Iterable[Row]) -> str:
    """The path table as JSON text, one path a line."""
    entries = ({key: row[key] for key in MAPPING_COLUMNS if row[key]} for row in rows)
    return "[\n" + ",\n".join(f"  {compact(entry)}" for entry in entries) + "\n]\n"


def index_text(index: Iterable[Row]) -> str:
    """How many codes each list has, as JSON text, in the order of the index."""
    return "{\n" + ",\n".join(f"  {compact(row['codelist'])}: {int(row['codes'])}" for row in index) + "\n}\n"


def notice_text() -> str:
    """Where the tables come from, for people and for the licence."""
    origins = "\n".join(
        f"- {kind} lists: <{source['source']}>, commit {source['commit']}"
        + (f" of {source['commit_date']}" if source["commit_date"] else "")
        for kind, source in (("embedded", SOURCES["1"]), ("non-embedded", SOURCES["0"]))
    )
    return f"""\
# Attribution

The tables in this folder are the codelists of the {ATTRIBUTION}, standard {RELEASE}:

{origins}

They are used under [{LICENCE}]({LICENCE_URL}).
Changes: converted to JSON, English and French names only, descriptions left out; nothing else was changed.
Many of the lists replicate those of others (OECD DAC, ISO, the United Nations, org-id.guide).

These files are generated by `tools/codelists.py`; do not edit them by hand.
"""


def generate(folder: Path) -> dict[str, str]:
    """The text of every file to write, by its name."""
    index = rows_of(folder / "index.csv", INDEX_COLUMNS)
    files = {f"{entry['codelist']}.json": codelist_text(entry, folder) for entry in index}
    return files | {
        "index.json": index_text(index),
        "mapping.json": mapping_text(rows_of(folder / "mapping.csv", MAPPING_COLUMNS)),
        "ATTRIBUTION.md": notice_text(),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the folder as a whole first, so that a faulty one leaves the old tables as they were."""
    parser = argparse.ArgumentParser(
        description="Write the tables of cooperation.codelists from a folder of CSV files."
    )
    parser.add_argument("folder", type=Path, help="holds index.csv, mapping.csv and one CSV file a list")
    parser.add_argument("--out", type=Path, default=OUT, help="where the tables go (default: into the package)")
    options = parser.parse_args(arguments)
    try:
        files = generate(options.folder)
    except (FaultyFolderError, OSError, ValueError, csv.Error) as fault:
        raise SystemExit(f"{options.folder.name}: {fault}") from fault
    options.out.mkdir(parents=True, exist_ok=True)
    # A list that IATI dropped must not live on here.
    for stale in set(options.out.glob("*.json")) - {options.out / name for name in files}:
        stale.unlink()
    for name, text in files.items():
        (options.out / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"{len(files)} files written")


if __name__ == "__main__":
    main()
