"""IATI files on the command line: checked, shown and explained as the documents of our own are."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]

SAMPLES = Path(__file__).parents[1] / "iati" / "data"
COMPONENTS = "invented-projects-and-components.xml"
FILE = """<iati-activities version="2.03">
  <iati-activity default-currency="SEK" xml:lang="en">
    <iati-identifier>SE-ON-1-7</iati-identifier>
    <reporting-org ref="SE-ON-1" type="10"><narrative>City of Vaxjo</narrative></reporting-org>
    <title><narrative>Energy plan</narrative></title>
    <description><narrative>A plan for energy</narrative></description>
    <participating-org role="4" ref="SE-ON-1"><narrative>City of Vaxjo</narrative></participating-org>
    <activity-status code="2"/>
    <activity-date type="1" iso-date="2020-01-01"/>
    <recipient-country code="ZA"/>
    <sector code="23110" percentage="60"/>
    <budget><period-start iso-date="2020-01-01"/><period-end iso-date="2020-12-31"/>
      <value value-date="2020-01-01">450000</value></budget>
    <transaction><transaction-type code="2"/><transaction-date iso-date="2020-02-01"/>
      <value value-date="2020-02-01">1000.50</value></transaction>
    <transaction><transaction-type code="2"/><transaction-date iso-date="2020-03-01"/>
      <value currency="ZAR" value-date="2020-02-01">7</value></transaction>
    <result type="1"><title><narrative>A plan is adopted</narrative></title>
      <indicator measure="5"><title><narrative>Minutes</narrative></title></indicator></result>
  </iati-activity>
</iati-activities>
"""


@pytest.fixture
def plan(folder: Path) -> str:
    """The name of a small file with one fault."""
    (folder / "plan.xml").write_text(FILE, encoding="utf-8")
    return "plan.xml"


def test_a_fault_is_told_with_its_line_path_and_remedy(run: Run, plan: str) -> None:
    """People read where, what, and how to mend it; the status says that there is a fault."""
    result = run("check", plan, "--today", "2026-01-01")

    assert 1 == result.exit_code
    assert result.stdout.splitlines()[:4] == [
        ("plan.xml:11:1: error IAT125 sector '23110' is the only one of the sectors of vocabulary 1 and has 60 %"),
        '   11 |     <sector code="23110" percentage="60"/>',
        "      | activities[0].sectors[0].percentage",
        "   help: Leave the percentage out, or write 100.   (cooperation explain IAT125)",
    ]


def test_a_file_without_faults_is_fine(run: Run, folder: Path) -> None:
    """The status is 0."""
    (folder / "fine.xml").write_text(FILE.replace(' percentage="60"', ""), encoding="utf-8")
    result = run("check", "fine.xml", "--today", "2026-01-01")

    assert 0 == result.exit_code
    assert result.stdout.startswith("0 errors, 0 warnings, 0 infos; ")


@pytest.mark.parametrize("output", ["people", "json", "github", "sarif", "junit", "markdown"])
def test_every_output_tells_it(run: Run, plan: str, output: str) -> None:
    """Each form names the code and the file."""
    result = run("check", plan, "--today", "2026-01-01", "--format", output)

    assert 1 == result.exit_code
    assert "IAT125" in result.stdout
    assert "plan.xml" in result.stdout
    assert "The document could not be read" not in result.stdout


def test_json_has_line_and_path(run: Run, plan: str) -> None:
    """Programs read the same."""
    document = json.loads(run("check", plan, "--format", "json", "--today", "2026-01-01").stdout)["documents"][0]
    finding = document["findings"][0]

    assert ("iati", None) == (document["profile"], document["stage"])
    assert ("IAT125", 11, "activities[0].sectors[0].percentage") == (
        finding["code"],
        finding["line"],
        finding["path"],
    )


def test_sarif_describes_the_rules_of_the_family(run: Run, plan: str) -> None:
    """A log names each rule that a result is of, with its example as XML."""
    log = json.loads(run("check", plan, "--format", "sarif", "--today", "2026-01-01").stdout)["runs"][0]
    rule = next(one for one in log["tool"]["driver"]["rules"] if one["id"] == "IAT125")

    assert "```xml" in rule["help"]["markdown"]
    assert ["IAT125"] == [one["ruleId"] for one in log["results"]]


@pytest.mark.parametrize("packed", [False, True])
def test_standard_input_is_known_by_its_beginning(run: Run, packed: bool) -> None:
    """XML and packed XML need no option."""
    data = gzip.compress(FILE.encode()) if packed else FILE.encode()
    result = run("check", "-", "--today", "2026-01-01", stdin=data)

    assert 1 == result.exit_code
    assert result.stdout.startswith("<stdin>:11:1: error IAT125 ")


def test_folders_have_them_too(run: Run, folder: Path) -> None:
    """Files and packed files of a folder are checked with the rest."""
    (folder / "iati").mkdir()
    (folder / "iati" / "a.xml").write_text(FILE, encoding="utf-8")
    (folder / "iati" / "b.xml.gz").write_bytes(gzip.compress(FILE.encode()))
    result = run("check", "iati", "--today", "2026-01-01")

    assert 1 == result.exit_code
    assert "2 documents: 2 errors, " in result.stdout


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("<iati-activities version='1.05'/>", "IAT005"),
        ("<html/>", "IAT004"),
        ("<iati-activities version='2.03'>", "IAT001"),
    ],
)
def test_what_cannot_be_read_has_status_2(run: Run, folder: Path, data: str, code: str) -> None:
    """A file of another version or kind, or that is no XML, is told in one finding."""
    (folder / "odd.xml").write_text(data, encoding="utf-8")
    result = run("check", "odd.xml")

    assert 2 == result.exit_code
    assert f"error {code} " in result.stdout


def test_lenient_checks_another_version_as_it_is(run: Run, folder: Path) -> None:
    """The version is a warning, and the rest is judged."""
    (folder / "old.xml").write_text(FILE.replace("2.03", "1.05"), encoding="utf-8")
    result = run("check", "old.xml", "--lenient", "--today", "2026-01-01")

    assert 1 == result.exit_code
    assert "warning IAT005 version 1.05 of the standard is another format" in result.stdout
    assert "error IAT125 " in result.stdout


def test_lenient_counts_another_version_at_every_stage(run: Run, folder: Path) -> None:
    """Its findings are counted; asked strictly it has only the one that it cannot be read."""
    (folder / "old.xml").write_text(FILE.replace("2.03", "1.05"), encoding="utf-8")
    told = run("check", "old.xml", "--readiness", "--lenient", "--format", "json", "--today", "2026-01-01").stdout
    counts = json.loads(told)["readiness"][0]["stages"]

    assert [{"info": 0, "warning": 1, "error": 1}] * 4 == [stage["counts"] for stage in counts]
    assert all(stage["passed"] > 0 for stage in counts)


def test_an_activity_is_shown(run: Run, plan: str) -> None:
    """Identifier, publisher, status, dates, money by currency, results."""
    shown = " ".join(run("show", plan).stdout.split())

    for words in (
        "Energy plan ═",
        "identifier SE-ON-1-7",
        "published by City of Vaxjo (SE-ON-1)",
        "status Implementation",
        "planned start 2020-01-01",
        "A plan for energy",
        "implementing City of Vaxjo",
        "countries South Africa",
        "budgets 1 budget, 450 000 SEK",
        "transactions 2",
        "outgoing commitment 2, 1 000.50 SEK and 7 ZAR",
        "Output: A plan is adopted (1 indicator, 0 periods, 0 with actual values)",
    ):
        assert words in shown.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


def test_many_activities_are_a_table_and_one_of_them_is_asked_for(run: Run) -> None:
    """A file of five is listed; one is shown by its identifier, and a wrong one is refused with the nearest."""
    table, one = run("show", str(SAMPLES / COMPONENTS)), run("show", str(SAMPLES / COMPONENTS), "SE-0-620447")
    wrong = run("show", str(SAMPLES / COMPONENTS), "SE-0-620448")

    assert table.stdout.startswith("5 activities\n")
    assert one.stdout.startswith("Better ")
    assert 2 == wrong.exit_code
    assert "did you mean 'SE-0-620447'" in wrong.stderr


def test_every_sample_is_shown(run: Run) -> None:
    """Real files of activities and of organisations have a sheet."""
    for path in sorted(SAMPLES.glob("*.xml")):
        result = run("show", str(path))

        assert 0 == result.exit_code, result.stderr
        assert result.stdout.strip()


def test_what_is_no_xml_is_told_when_it_is_to_be_shown(run: Run, folder: Path) -> None:
    """The fault stands on standard error."""
    (folder / "odd.xml").write_text("<html/>", encoding="utf-8")
    result = run("show", "odd.xml")

    assert result.exit_code
    assert "IAT004" in result.stderr


@pytest.mark.parametrize("name", ["IAT110", "iat110", "no-start-date", "6.11.1"])
def test_a_rule_is_explained_by_its_code_its_name_and_the_official_id(run: Run, name: str) -> None:
    """Whoever comes from the official ruleset finds the page."""
    shown = run("explain", name).stdout

    assert shown.startswith("IAT110 no-start-date  error, omission\n")
    assert "Of files of the IATI standard, by the profile iati" in shown


def test_the_family_is_listed(run: Run) -> None:
    """Faults of structure and rules stand in one list."""
    shown = run("rules", "IAT").stdout

    assert shown.startswith("IAT  files of the IATI standard\n")
    assert "IAT001" in shown
    assert "IAT164" in shown


def test_settings_may_speak_of_both_kinds_of_files(run: Run, plan: str, folder: Path) -> None:
    """Codes of a standard's rules are for its files, the others for documents; neither is an error for the other."""
    (folder / "cooperation.toml").write_text('ignore = ["IAT125", "LOG003"]', encoding="utf-8")
    result = run("check", plan, "--today", "2026-01-01")

    assert 0 == result.exit_code
    assert "IAT125" not in result.stdout


@pytest.mark.parametrize(("selected", "found"), [("IAT125", True), ("LOG", False), ("LOG,IAT", True)])
def test_rules_of_other_families_ask_nothing_of_a_file(run: Run, plan: str, selected: str, found: bool) -> None:
    """Whoever selects rules about documents asks an IATI file its structure only."""
    result = run("check", plan, "--today", "2026-01-01", "--select", selected)

    assert found == ("IAT125" in result.stdout)
    assert int(found) == result.exit_code


def test_a_wrong_code_in_the_settings_is_told(run: Run, plan: str, folder: Path) -> None:
    """A code that no family has is refused with the nearest."""
    (folder / "cooperation.toml").write_text('ignore = ["IAT12"]', encoding="utf-8")
    result = run("check", plan)

    assert 2 == result.exit_code
    assert "IAT12" in result.stderr
