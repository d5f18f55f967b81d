"""The generator: what it writes, that it always writes the same, and what it refuses."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
COMMITTED = ROOT / "src" / "cooperation" / "codelists" / "data"
SHARED = ROOT.parent / "shared" / "data" / "codelists"

INDEX = """\
codelist,codes,title,maintenance,complete,embedded
Fruit,3,"Fruit, fresh",Core,0,1
Fruit-category,1,Fruit (category),Replicated,1,0
"""
FRUIT = """\
code,name,name_fr,category,status,activation_date,withdrawal_date
010,Apple,Pomme,F,active,2010-01-01,
10,"Pear ""Conférence"", old",,,withdrawn,,2018-08-08
NO,Plum,,,active,,
"""
CATEGORY = """\
code,name,name_fr,category,status,activation_date,withdrawal_date
F,Fruit,,,active,,
"""
MAPPING = """\
path,codelist,condition
//basket/@fruit,Fruit,
//basket/@kind,Fruit-category,@vocabulary = '1' or not(@vocabulary)
"""
FRUIT_TABLE = """\
{
  "name": "Fruit",
  "title": "Fruit, fresh",
  "complete": false,
  "embedded": true,
  "maintenance": "Core",
  "source": "https://github.com/IATI/IATI-Codelists",
  "commit": "75e827b",
  "commit_date": null,
  "release": "2.03",
  "licence": "CC-BY 4.0",
  "attribution": "International Aid Transparency Initiative (IATI)",
  "codes": [
    {"code": "010", "name": "Apple", "name_fr": "Pomme", "category": "F", "activation_date": "2010-01-01"},
    {"code": "10", "name": "Pear \\"Conférence\\", old", "status": "withdrawn", "withdrawal_date": "2018-08-08"},
    {"code": "NO", "name": "Plum"}
  ]
}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two small lists, with the line ends that CSV files have."""
    source = tmp_path / "source"
    source.mkdir()
    files = {"index": INDEX, "Fruit": FRUIT, "Fruit-category": CATEGORY, "mapping": MAPPING}
    for name, text in files.items():
        (source / f"{name}.csv").write_text(text, encoding="utf-8", newline="\r\n")
    return source


def generate(folder: Path, out: Path) -> subprocess.CompletedProcess[str]:
    """Run the generator as a person would."""
    command = [sys.executable, str(ROOT / "tools" / "codelists.py"), str(folder), "--out", str(out)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, byte for byte."""
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_writes_a_table_a_list(folder: Path, tmp_path: Path) -> None:
    """One JSON file a list, one code a line, codes as text, letters as they are, nothing where there is nothing."""
    run = generate(folder, tmp_path / "out")

    assert 0 == run.returncode
    assert FRUIT_TABLE == (tmp_path / "out" / "Fruit.json").read_text(encoding="utf-8")
    assert b"\r" not in (tmp_path / "out" / "Fruit.json").read_bytes()


def test_writes_index_mapping_and_notice(folder: Path, tmp_path: Path) -> None:
    """Beside the lists stand how many codes each has, the path table, and whose lists they are."""
    generate(folder, tmp_path / "out")
    out = tmp_path / "out"

    assert {"Fruit": 3, "Fruit-category": 1} == json.loads((out / "index.json").read_text(encoding="utf-8"))
    assert [
        {"path": "//basket/@fruit", "codelist": "Fruit"},
        {
            "path": "//basket/@kind",
            "codelist": "Fruit-category",
            "condition": "@vocabulary = '1' or not(@vocabulary)",
        },
    ] == json.loads((out / "mapping.json").read_text(encoding="utf-8"))
    assert "Attribution" in (out / "ATTRIBUTION.md").read_text(encoding="utf-8")


def test_is_deterministic(folder: Path, tmp_path: Path) -> None:
    """The same folder gives the same bytes, into an empty folder or over an older run."""
    generate(folder, tmp_path / "first")
    first = contents(tmp_path / "first")
    generate(folder, tmp_path / "second")
    generate(folder, tmp_path / "second")

    assert first == contents(tmp_path / "second")


def test_says_nothing_of_the_machine(folder: Path, tmp_path: Path) -> None:
    """No file holds the path it was read from or written to."""
    generate(folder, tmp_path / "out")

    assert not [name for name, text in contents(tmp_path / "out").items() if str(tmp_path).encode() in text]


def test_drops_a_list_that_is_gone(folder: Path, tmp_path: Path) -> None:
    """A list of an older run that the index no longer names is removed."""
    generate(folder, tmp_path / "out")
    (folder / "index.csv").write_text("\n".join(INDEX.splitlines()[:2]) + "\n", encoding="utf-8")

    run = generate(folder, tmp_path / "out")

    assert 0 == run.returncode
    assert {"Fruit.json", "index.json", "mapping.json", "ATTRIBUTION.md"} == {*contents(tmp_path / "out")}


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("index", "Fruit,3", "Fruit,4", "Fruit: 3 codes, the index says 4"),
        ("index", "Core,0,1", "Core,no,1", "index.csv, Fruit, complete: expected 0 or 1, got 'no'"),
        ("index", "Core,0,1", "Core,0,2", "index.csv, Fruit, embedded: expected 0 or 1, got '2'"),
        ("index", "title", "name", "index.csv: expected the columns codelist, codes, title"),
        ("Fruit", "NO,", "10,", "Fruit: codes that stand there twice: 10"),
        ("Fruit", "withdrawn", "gone", "Fruit: the status of 10 is 'gone'"),
        ("Fruit", "2018-08-08", "8 August", "Fruit: the withdrawal_date of 10 is '8 August'"),
        ("Fruit", "NO,Plum", "NO,Plum,x", "Fruit.csv: row 3 is not as long as the header"),
    ],
)
def test_refuses_a_faulty_folder(folder: Path, tmp_path: Path, file: str, old: str, new: str, message: str) -> None:
    """A fault is named, and the tables of an older run stay as they were."""
    generate(folder, tmp_path / "out")
    before = contents(tmp_path / "out")
    text = (folder / f"{file}.csv").read_text(encoding="utf-8")
    (folder / f"{file}.csv").write_text(text.replace(old, new, 1), encoding="utf-8")

    run = generate(folder, tmp_path / "out")

    assert 1 == run.returncode
    assert message in run.stderr
    assert "Traceback" not in run.stderr
    assert before == contents(tmp_path / "out")


def test_reproduces_the_committed_tables(tmp_path: Path) -> None:
    """What is committed is what the generator writes, byte for byte; nobody edited it by hand."""
    if not SHARED.is_dir():
        pytest.skip("the source tables are not beside this checkout")

    generate(SHARED, tmp_path / "out")

    assert contents(COMMITTED) == contents(tmp_path / "out")
