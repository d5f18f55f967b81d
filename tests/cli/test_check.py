"""``cooperation check``: every document's findings, one summary, and the exit status."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cooperation.diagnostics import Severity
from cooperation.model import Stage
from cooperation.review import OUTPUTS, render, review_file

CLEAN = "cooperation: 1\nlanguage: en\nproject: {id: a, title: A, stage: summary}\n"
FINDING = """cooperation: 1
language: en
project:
  id: a
  title: A
  stage: summary
  logframe: {objectives: [{id: wells, level: output, statement: Wells, contributes_to: [pumps]}]}
"""
FAULT = "cooperation: 1\nlanguage: en\nproject: {id: a, title: A, stage: summary, titlle: B}\n"

Run = Callable[..., Any]


def test_what_people_read(run: Run, snapshot: Callable[[str, str], None]) -> None:
    """Structural faults and findings in one run, each with its line, and a summary."""
    result = run("check", "faulty.yaml")

    assert 1 == result.exit_code
    snapshot("check.txt", result.stdout)


def test_what_is_missing(run: Run, snapshot: Callable[[str, str], None]) -> None:
    """The inputs that are missing are listed under their document, those that settle most rules first."""
    result = run("check", "draft.yaml", "--unknown")

    snapshot("check-unknown.txt", result.stdout)


def test_a_document_in_which_nothing_is_missing(run: Run) -> None:
    """Where every rule could judge, that is said."""
    Path("clean.yaml").write_text(CLEAN)

    assert "clean.yaml: nothing is missing that a rule would need\n" in run("check", "clean.yaml", "--unknown").stdout


def test_what_programs_read(run: Run, snapshot: Callable[[str, str], None]) -> None:
    """JSON with every document, finding, missing input and rule; its keys and their order are a promise."""
    result = run("check", "faulty.yaml", "--format", "json")

    snapshot("check.json", result.stdout)
    document = json.loads(result.stdout)["documents"][0]
    assert ["code", "severity", "message", "path", "line", "column", "help"] == list(document["findings"][0])
    assert {"error": 4, "warning": 0, "info": 0} == document["counts"]


@pytest.mark.parametrize(
    ("text", "options", "status"),
    [
        (CLEAN, (), 0),
        (CLEAN, ("--fail-on", "info"), 0),
        (FINDING, (), 1),
        (FAULT, (), 1),
        ("[]", (), 1),
        ("", (), 1),
        ("a word", (), 1),
        ("a: [", (), 2),
        ("\0", (), 2),
        (b"\xff\xfea\0", (), 2),
        (b"\xe9: 1", (), 2),
    ],
)
@pytest.mark.parametrize("output", OUTPUTS)
def test_exit_status(run: Run, text: str | bytes, options: tuple[str, ...], status: int, output: str) -> None:
    """0 nothing found, 1 findings or structural faults, 2 what cannot be decoded or parsed at all."""
    Path("a.yaml").write_bytes(text if isinstance(text, bytes) else text.encode())

    assert status == run("check", "a.yaml", "--format", output, *options).exit_code


@pytest.mark.parametrize(("severity", "status"), [("error", 0), ("Warning", 1), ("info", 1)])
@pytest.mark.parametrize("output", OUTPUTS)
def test_what_counts_as_a_failure(run: Run, severity: str, status: int, output: str) -> None:
    """A warning fails a check only when it is asked to, however it is told."""
    text = run("examples", "proposal").stdout
    Path("a.yaml").write_text(text.replace("language: en\n", "", 1), "utf-8")
    result = run("check", "a.yaml", "--fail-on", severity, "--format", output)

    assert output != "people" or "\n0 errors, 1 warning, 0 infos; " in f"\n{result.stdout}"
    assert status == result.exit_code


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("drfat.yaml",), "no file 'drfat.yaml' (did you mean 'draft.yaml'?)"),
        (("nowhere/draft.yaml",), "no file 'nowhere/draft.yaml'"),
        (
            ("empty",),
            "no document in the folder 'empty': looked for .json, .jsonl, .ndjson, .xml, .xml.gz, .yaml, .yml",
        ),
        (("notes.txt",), "notes.txt: no format has the suffix '.txt'; known are .json, "),
        (("draft.yaml", "--stage", "propsal"), "no stage 'propsal' (did you mean 'proposal'?); there is summary, "),
        (("draft.yaml", "--profile", "cor"), "no profile 'cor' (did you mean 'core'?); there is "),
        (
            ("draft.yaml", "--fail-on", "err0r"),
            "no severity 'err0r' (did you mean 'error'?); there is error, warning, ",
        ),
        (("draft.yaml", "--format", "jsno"), "no format 'jsno' (did you mean 'json'?); there is people, json, github"),
        (("draft.yaml", "--input-format", "yam"), "no format 'yam' (did you mean 'yaml'?)"),
        (("draft.yaml", "--today", "tomorrow"), "no day 'tomorrow': write it as 2026-03-31"),
    ],
)
def test_what_means_nothing(run: Run, arguments: tuple[str, ...], message: str) -> None:
    """One clear line on standard error, which names the nearest right name."""
    Path("empty").mkdir()
    Path("notes.txt").write_text("not a document")
    result = run("check", *arguments)

    assert 2 == result.exit_code
    assert result.stderr.startswith(f"Error: {message}")
    assert 1 == result.stderr.count("\n")
    assert "" == result.stdout


def test_what_can_be_checked_is_checked(run: Run) -> None:
    """A file that is missing does not keep the others from being checked."""
    Path("clean.yaml").write_text(CLEAN)
    result = run("check", "missing.yaml", "clean.yaml", "faulty.yaml")

    assert 2 == result.exit_code
    assert "Error: no file 'missing.yaml'\n" == result.stderr
    assert "2 documents: 4 errors, 0 warnings, 0 infos; " in result.stdout.splitlines()[-1]


def test_a_rule_passes_when_it_finds_nothing_anywhere(run: Run) -> None:
    """The summary of several documents counts a rule once, and not as passed where it found something in one."""
    Path("clean.yaml").write_text(FINDING.replace("[pumps]", "[]"))
    Path("finding.yaml").write_text(FINDING)
    both = json.loads(run("check", "clean.yaml", "finding.yaml", "--format", "json").stdout)["documents"]
    passed = {code for document in both for code in document["passed"]}

    assert "LOG004" in passed
    assert f"; {len(passed - {'LOG004'})} rules passed" in run("check", "clean.yaml", "finding.yaml").stdout


def test_folders(run: Run) -> None:
    """A folder is searched for known suffixes, below it too, in the order of names; hidden ones are skipped."""
    for name in ("in/b.yaml", "in/a.json", "in/c/d.YML", "in/.hidden.yaml", "in/.git/e.yaml", "in/f.txt"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text('{"cooperation": 1}')
    result = run("check", "in", "--format", "json")

    assert 0 == result.exit_code
    expected = [str(Path("in") / name) for name in ("a.json", "b.yaml", "c/d.YML")]
    assert expected == [document["name"] for document in json.loads(result.stdout)["documents"]]


def test_a_document_is_checked_once(run: Run) -> None:
    """A file that is named twice, or beside its folder, is checked once and called as it was first."""
    Path("in").mkdir()
    Path("in/a.yaml").write_text(CLEAN)
    result = run("check", "./in/a.yaml", "in", "in/a.yaml", "--format", "json")

    assert ["./in/a.yaml"] == [document["name"] for document in json.loads(result.stdout)["documents"]]


@pytest.mark.parametrize("text", [FINDING, f"\ufeff{FINDING}"])
def test_standard_input_is_yaml(run: Run, text: str) -> None:
    """A hyphen is standard input, read as YAML."""
    assert (
        f"<stdin>:7:{FINDING.splitlines()[-1].index('pumps') + 1}: error LOG004 "
        in run("check", "-", stdin=text.encode()).stdout
    )


@pytest.mark.parametrize("start", ["", "\n  ", "\ufeff"])
def test_standard_input_that_begins_as_json_is_json(run: Run, start: str) -> None:
    """A brace tells JSON, in which a key that stands twice is a fault at its place."""
    text = f'{start}{{"cooperation": 1, "project": {{"id": "a", "id": "b", "title": "A"}}}}'

    assert "error DOC007" in run("check", "-", stdin=text.encode()).stdout


def test_the_format_can_be_said(run: Run) -> None:
    """What is YAML in braces, or has another suffix, can be read all the same."""
    flow = "{cooperation: 1, project: {id: a, title: A, stage: summary}}"
    Path("a.txt").write_text(CLEAN)

    assert 2 == run("check", "-", stdin=flow).exit_code
    assert 0 == run("check", "-", "--input-format", "yaml", stdin=flow).exit_code
    assert 0 == run("check", "a.txt", "--input-format", "yaml").exit_code


def test_json_lines(run: Run) -> None:
    """A finding in a document of JSON Lines stands on its own line."""
    line = '{"cooperation": 1, "project": {"id": "a", "title": "A", "stage": "summary"}}\n'
    Path("a.jsonl").write_text(line + line.replace('"id": "a"', '"id": "b"').replace("summary", "summry"))

    column = line.index('"summary') + 1

    assert f"a.jsonl:2:{column}: error DOC008 " in run("check", "a.jsonl").stdout


@pytest.mark.parametrize("start", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_carets_stand_under_their_place(run: Run, start: str, end: str) -> None:
    """Neither a byte-order mark nor line ends of Windows move the caret."""
    Path("a.yaml").write_bytes((start + FAULT.replace("\n", end)).encode())
    line = FAULT.splitlines()[-1]
    column = line.index("titlle")
    expected = [
        f"a.yaml:3:{column + 1}: error DOC003 unknown key 'titlle' (did you mean 'title'?)",
        f"    3 | {line}",
        f"      | {' ' * column}^",
    ]

    assert expected == run("check", "a.yaml").stdout.split("\n")[:3]


def test_hostile_text_is_harmless(run: Run) -> None:
    """Nothing in a document, or in its file's name, steers the terminal."""
    name = "a\x1b[2J.yaml"
    Path(name).write_text('cooperation: 1\nproject: {id: a, title: A, "\\e]0;gone\\a": 1}\n# \x1b[31m\n')
    result = run("check", name)

    assert "\x1b" not in result.stdout
    assert "\x07" not in result.stdout
    assert "a�[2J.yaml:" in result.stdout


def test_the_stage_can_be_said(run: Run) -> None:
    """A summary that is asked as a proposal lacks most of one."""
    Path("a.yaml").write_text(CLEAN)

    assert 0 == run("check", "a.yaml").exit_code
    assert 1 == run("check", "a.yaml", "--stage", "PROPOSAL").exit_code


def test_the_day_can_be_said(run: Run) -> None:
    """What is yet to come depends on the day on which is asked."""
    Path("a.yaml").write_text(
        "cooperation: 1\nlanguage: en\nproject: {id: a, title: A, stage: summary, plan: {activities: ["
        "{id: d, title: Digging, actual: 2020-02-01}]}}\n"
    )

    assert "error TIM006" in run("check", "a.yaml", "--today", "2020-01-31").stdout
    assert "error TIM006" not in run("check", "a.yaml", "--today", "2020-02-01").stdout


def test_what_is_allowed_is_counted(run: Run) -> None:
    """A finding that the document accepts is not one, and is not forgotten either."""
    Path("a.yaml").write_text(f"{FINDING}allowances: [{{rule: LOG004, reason: pumps are told elsewhere}}]\n")
    result = run("check", "a.yaml")

    assert 0 == result.exit_code
    assert ", 1 accepted by allowances" in result.stdout


@pytest.mark.parametrize("output", OUTPUTS)
def test_the_command_says_what_the_library_says(run: Run, output: str) -> None:
    """Each form on the command line is that of ``render``."""
    names = ("draft.yaml", "faulty.yaml")
    reviews = [review_file(name) for name in names]

    expected = render(reviews, output)
    if output == "people":
        expected = expected.replace("could not be judged\n", "could not be judged (cooperation check --unknown ")
    assert expected.splitlines()[:-1] == run("check", *names, "--format", output).stdout.splitlines()[:-1]


def test_what_changed(run: Run, snapshot: Callable[[str, str], None]) -> None:
    """What is new with its lines, what is mended and unchanged in a line each."""
    text = Path("faulty.yaml").read_text("utf-8")
    Path("new.yaml").write_text(
        text.replace("  summry: what the key was meant to be\n", "").replace("wells]", "welsl]")
    )
    result = run("check", "new.yaml", "--against", "faulty.yaml")

    assert 1 == result.exit_code
    snapshot("check-against.txt", result.stdout)


@pytest.mark.parametrize("output", [name for name, form in OUTPUTS.items() if form.comparison])
@pytest.mark.parametrize(("old", "new", "status"), [(FINDING, FINDING, 0), (FAULT, CLEAN, 0), (CLEAN, FINDING, 1)])
def test_only_what_is_new_fails_a_comparison(run: Run, old: str, new: str, status: int, output: str) -> None:
    """A finding that was there before is no failure, in any form."""
    Path("old.yaml").write_text(old)
    Path("new.yaml").write_text(new)

    assert status == run("check", "new.yaml", "--against", "old.yaml", "--format", output).exit_code


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--against", "old.yaml", "--format", "junit"), "--against is told as people, json, github, sarif, markdown"),
        (("--against", "broken.yaml"), "broken.yaml cannot be read as a document, so there is nothing to compare with"),
        (("--against", "drfat.yaml"), "drfat.yaml: no file 'drfat.yaml' (did you mean 'draft.yaml'?)"),
        (("--against", "old.yaml", "old.yaml"), "--against compares one document with its earlier version; 2 were"),
        (("--readiness", "--format", "sarif"), "--readiness is told as people, json, markdown"),
        (("--readiness", "--stage", "final"), "--readiness asks as every stage: leave --stage out"),
        (("--readiness", "--against", "old.yaml"), "--readiness and --against answer two questions: ask one at a time"),
    ],
)
def test_what_cannot_be_asked_together(run: Run, arguments: tuple[str, ...], message: str) -> None:
    """One clear line on standard error and status 2."""
    Path("old.yaml").write_text(CLEAN)
    Path("broken.yaml").write_text("a: [")
    result = run("check", "draft.yaml", *arguments)

    assert (2, "") == (result.exit_code, result.stdout)
    assert result.stderr.startswith(f"Error: {message}")


def test_a_present_version_that_cannot_be_read(run: Run) -> None:
    """Its fault is new, nothing is called mended, and the status says that it could not be read."""
    Path("broken.yaml").write_text("a: [")
    result = run("check", "broken.yaml", "--against", "faulty.yaml")

    assert 2 == result.exit_code
    assert "1 new, 0 mended, 0 unchanged, 4 gone that could not be judged; " in result.stdout


def test_how_ready_a_document_is(run: Run, snapshot: Callable[[str, str], None]) -> None:
    """Counts for every stage of each document, and a status that does not judge them."""
    result = run("check", "faulty.yaml", "draft.yaml", "--readiness", "--format", "json")

    assert 0 == result.exit_code
    ready = {one["name"]: one for one in json.loads(result.stdout)["readiness"]}
    for name, document in ready.items():
        for row in document["stages"]:
            report = review_file(name, stage=row["stage"]).report
            assert {severity.value: report.count(severity) for severity in Severity} == row["counts"]
            assert (len(report.passed), len(report.not_applicable)) == (row["passed"], row["not_applicable"])
            assert len({one.code for one in report.unknown}) == row["unknown"]
    assert [stage.value for stage in Stage] == [row["stage"] for row in ready["draft.yaml"]["stages"]]
    assert "summary" == ready["draft.yaml"]["stage"]
    assert 2 == run("check", "nothing.yaml", "draft.yaml", "--readiness").exit_code
