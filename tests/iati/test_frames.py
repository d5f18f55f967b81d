"""Rows of activities, transactions and results, straight from the stream."""

import csv
import subprocess
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from cooperation import iati
from cooperation.errors import CooperationError
from cooperation.frames import Schema, projects
from cooperation.iati import frames
from cooperation.model import Portfolio

SCHEMAS = tuple(frames.SCHEMAS.values())


@pytest.fixture(params=sorted(p.stem for p in (Path(__file__).parent / "data").glob("*activit*.xml")))
def file(request: pytest.FixtureRequest, data: Path) -> Path:
    """Each file of activities."""
    path: Path = data / f"{request.param}.xml"
    return path


def test_every_row_is_there_once(file: Path) -> None:
    """As many rows as activities, transactions, and values of results."""
    activities = list(iati.iter_activities(file))
    values = [
        (i, r, k)
        for i, activity in enumerate(activities)
        for r, result in enumerate(activity.results)
        for k, one in enumerate(result.indicators)
        for _ in range(max(1, len(one.baselines) + sum(len(p.targets) + len(p.actuals) for p in one.periods)))
    ]
    bare = sum(not result.indicators for activity in activities for result in activity.results)

    assert len(activities) == len(frames.table(frames.ACTIVITIES, activities))
    assert sum(len(a.transactions) for a in activities) == len(frames.table(frames.TRANSACTIONS, activities))
    assert len(values) + bare == len(frames.table(frames.RESULTS, activities))


def test_amounts_are_exact(file: Path) -> None:
    """The sum by type and currency is that of the records."""
    expected: Counter[tuple[str | None, str | None]] = Counter()
    for activity in iati.iter_activities(file):
        for moved in activity.transactions:
            if moved.value is not None and moved.value.amount is not None:
                currency = moved.value.currency or activity.default_currency
                expected[moved.transaction_type, currency] += moved.value.amount  # type: ignore[assignment]  # exact
    found: Counter[tuple[str | None, str | None]] = Counter()
    for row in frames.table(frames.TRANSACTIONS, iati.iter_activities(file)):
        if row["amount"] is not None:
            found[row["type"], row["currency"]] += row["amount"]

    assert expected == found


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema.name)
def test_keys_tell_rows_apart(file: Path, schema: Schema) -> None:
    """No two rows of a file have one key."""
    rows = [tuple(row[name] for name in schema.key) for row in frames.table(schema, iati.iter_activities(file))]

    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema.name)
def test_every_column_says_what_it_means(schema: Schema) -> None:
    """In one sentence."""
    assert all(column.meaning.endswith(".") for column in schema.columns)
    assert schema.row.endswith(".")


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda schema: schema.name)
def test_files_hold_the_same_rows(file: Path, schema: Schema, tmp_path: Path) -> None:
    """Parquet and CSV have as many rows as the table, with the same first column."""
    table = frames.table(schema, iati.iter_activities(file))
    for name in ("rows.parquet", "rows.csv"):
        frames.write(tmp_path / name, schema, iati.iter_activities(file))
    with (tmp_path / "rows.csv").open(encoding="utf-8", newline="") as text:
        read = list(csv.DictReader(text))

    assert list(table[schema.names[1]]) == pq.read_table(tmp_path / "rows.parquet")[schema.names[1]].to_pylist()
    assert len(table) == len(read)


def test_what_is_not_said_is_null() -> None:
    """An unknown value is neither 0 nor an empty text, and a 0 is one."""
    values = (iati.Measurement(), iati.Measurement(value="0"), iati.Measurement(value="about 40"))
    one = iati.Indicator(measure="1", periods=(iati.Period(actuals=values),))
    activity = iati.Activity(results=(iati.Result(type="1", indicators=(one,)),), transactions=(iati.Transaction(),))

    assert (None, Decimal(0), None) == frames.table(frames.RESULTS, [activity])["number"]
    assert (None, "0", "about 40") == frames.table(frames.RESULTS, [activity])["words"]
    assert (None,) == frames.table(frames.TRANSACTIONS, [activity])["amount"]
    assert (None,) == frames.table(frames.ACTIVITIES, [activity])["planned_start"]


def test_another_schema_or_suffix_is_refused(tmp_path: Path) -> None:
    """With what is known."""
    with pytest.raises(CooperationError, match="iati_activities, iati_transactions, iati_results"):
        frames.table(projects(Portfolio()).schema, [])
    with pytest.raises(CooperationError, match="\\.parquet or \\.csv"):
        frames.write(tmp_path / "rows.xlsx", frames.ACTIVITIES, [])


# What getrusage tells is the peak of the parent, where that is higher: it survives the birth of the process.
GROWS = """
import re, sys
from cooperation import iati
from cooperation.iati import frames
frames.write(sys.argv[2], frames.RESULTS, iati.iter_activities(sys.argv[1]))
print(re.search(r"VmHWM:\\s+(\\d+) kB", open("/proc/self/status").read())[1])
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells the peak of a process by itself")
@pytest.mark.parametrize("suffix", ["csv", "parquet"])
def test_memory_does_not_grow_with_the_file(data: Path, tmp_path: Path, suffix: str) -> None:
    """A file eight times as long takes hardly more memory to be written as rows."""
    one = (data / "iati-data-access__worldbank-activity.xml").read_bytes()
    start, end = one.index(b"<iati-activity "), one.rindex(b"</iati-activities>")
    peaks = []
    for times in (30, 240):
        path = tmp_path / f"{times}.xml"
        path.write_bytes(one[:start] + one[start:end] * times + one[end:])
        done = subprocess.run(
            [sys.executable, "-c", GROWS, str(path), str(tmp_path / f"rows.{suffix}")],
            capture_output=True,
            text=True,
            check=True,
        )
        peaks.append(int(done.stdout))

    assert peaks[1] < peaks[0] * 1.25


def test_rows_are_groups_as_they_come(data: Path, tmp_path: Path) -> None:
    """Parquet is written piece by piece: no group of rows is larger than what is held at once."""
    import pyarrow.parquet

    (activity,) = iati.read(data / "iati-data-access__worldbank-activity.xml").activities  # type: ignore[union-attr]
    frames.write(tmp_path / "rows.parquet", frames.RESULTS, [activity] * 300)
    file = pyarrow.parquet.ParquetFile(tmp_path / "rows.parquet")
    sizes = [file.metadata.row_group(i).num_rows for i in range(file.num_row_groups)]

    assert len(sizes) > 1
    assert max(sizes) == sizes[0] < sum(sizes) == 300 * len(frames.table(frames.RESULTS, [activity]))
