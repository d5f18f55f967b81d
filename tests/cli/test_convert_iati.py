"""Documents to IATI files and back on the command line: what is lost is listed, what lacks is named."""

import gzip
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

import cooperation as co
from cooperation.examples import example_text
from cooperation.iati.mapping import MappingLossWarning

Run = Callable[..., Result]
SAMPLES = Path(__file__).parents[1] / "iati" / "data"


@pytest.fixture
def proposal(folder: Path) -> str:
    """The name of a file with the proposal that comes along."""
    (folder / "proposal.yaml").write_text(example_text("proposal"), encoding="utf-8")
    return "proposal.yaml"


def test_what_is_lost_is_listed(run: Run, proposal: str, folder: Path) -> None:
    """The file is written and free of faults; standard error has a line for each loss."""
    result = run("convert", proposal, "proposal.xml")

    assert 0 == result.exit_code
    head, *lines = result.stderr.splitlines()
    assert head == f"proposal.xml: {len(lines)} things could not be carried"
    assert any(line.startswith("  projects[0].win_win: ") for line in lines)
    assert 0 == run("check", "proposal.xml", "--today", "2026-01-01", "--fail-on", "info").exit_code
    assert (folder / "proposal.xml").read_text(encoding="utf-8").startswith("<?xml ")


@pytest.mark.parametrize("name", ["proposal.xml", "proposal.xml.gz"])
def test_the_extension_brings_all_back(run: Run, proposal: str, folder: Path, name: str) -> None:
    """There and back, nothing is told to be lost and nothing is; packed too."""
    there = run("convert", proposal, name, "--with-extension")
    back = run("convert", name, "back.yaml")

    assert [(0, ""), (0, "")] == [(one.exit_code, one.stderr) for one in (there, back)]
    assert (folder / name).read_bytes().startswith(b"\x1f\x8b" if name.endswith(".gz") else b"<?xml")
    assert co.load(folder / "back.yaml") == co.load(folder / proposal)


def test_what_lacks_is_named_and_nothing_is_written(run: Run, folder: Path) -> None:
    """All that the standard demands of a project and it does not say, at once."""
    (folder / "vaxjo.yaml").write_text(example_text("vaxjo"), encoding="utf-8")
    result = run("convert", "vaxjo.yaml", "vaxjo.xml")

    assert 2 == result.exit_code
    assert "facts lack that IATI demands" in result.stderr
    assert "projects[9].period: the day it starts or ends" in result.stderr
    assert not (folder / "vaxjo.xml").exists()


def test_a_publisher_says_who_reports(run: Run, folder: Path) -> None:
    """And what the rules of the standard find wrong with the file is told, once it is written."""
    text = """cooperation: 1
organisations: [{id: vaxjo, name: Växjö, kind: local-government}]
project:
  id: plan
  title: Energy plan
  status: proposed
  period: {end: 2020-12-31}
  partners: [{organisation: vaxjo, role: coordinator}]
  framing: {summary: A plan}
"""
    (folder / "plan.yaml").write_text(text, encoding="utf-8")
    lacking = run("convert", "plan.yaml", "plan.xml")
    odd = run("convert", "plan.yaml", "plan.xml", "--reporter", "vaxjo")
    told = run("convert", "plan.yaml", "plan.xml", "--reporter", "vaxjo=SE-ON-212000-0662")

    assert (2, 2, 0) == (lacking.exit_code, odd.exit_code, told.exit_code)
    assert "2 facts lack that IATI demands" in lacking.stderr
    assert "'vaxjo' names no reporter" in odd.stderr
    assert "plan.xml: 4 errors by the rules of xml" in told.stderr
    assert "SE-ON-212000-0662-plan" in (folder / "plan.xml").read_text(encoding="utf-8")


def test_a_reporter_of_yaml_means_nothing(run: Run, proposal: str) -> None:
    """A document in YAML is not published."""
    result = run("convert", proposal, "proposal.json", "--reporter", "vaxjo=SE-ON-1")

    assert 2 == result.exit_code
    assert "--reporter is for IATI files" in result.stderr


@pytest.mark.parametrize("name", ["invented-projects-and-components.xml", "okfn__3fi-org.xml"])
def test_a_published_file_becomes_a_document(run: Run, folder: Path, name: str) -> None:
    """It can be checked and shown like any other, and what it loses is listed."""
    result = run("convert", str(SAMPLES / name), "portfolio.yaml")

    assert 0 == result.exit_code
    assert " things could not be carried\n" in result.stderr
    assert 0 == run("show", "portfolio.yaml").exit_code
    assert 2 != run("check", "portfolio.yaml").exit_code


def test_standard_output_has_the_file_only(run: Run, proposal: str) -> None:
    """What is lost stands on standard error."""
    plain = run("convert", proposal, "-", "--output-format", "xml")
    packed = run("convert", proposal, "-", "--output-format", "xml.gz")

    assert plain.stdout.startswith("<?xml ")
    assert plain.stdout_bytes == gzip.decompress(packed.stdout_bytes)
    assert plain.stderr == packed.stderr.replace("xml.gz", "xml")


def test_an_extension_of_yaml_means_nothing(run: Run, proposal: str) -> None:
    """YAML says all of a document."""
    result = run("convert", proposal, "proposal.json", "--with-extension")

    assert 2 == result.exit_code
    assert "--with-extension is for IATI files" in result.stderr


def test_a_faulty_file_is_told_with_its_name(run: Run, folder: Path) -> None:
    """And nothing is written."""
    (folder / "odd.xml").write_text("<html/>", encoding="utf-8")
    result = run("convert", "odd.xml", "odd.yaml")

    assert result.exit_code
    assert "odd.xml: error IAT004" in result.stderr
    assert not (folder / "odd.yaml").exists()


def test_loading_and_dumping_warn_of_losses(folder: Path, proposal: str) -> None:
    """Nothing is lost in silence where nobody is told what."""
    portfolio = co.load(folder / proposal)
    with pytest.warns(MappingLossWarning, match="writing IATI lost \\d+ things"):
        co.dump(portfolio, folder / "proposal.xml.gz")
    with pytest.warns(MappingLossWarning, match="reading invented-projects-and-components.xml lost 1?\\d+ things"):
        loaded = co.load(SAMPLES / "invented-projects-and-components.xml")

    assert 5 == len(loaded)
