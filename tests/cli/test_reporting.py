"""``cooperation report``: a page on standard output or in a file, of documents good and bad."""

from pathlib import Path

import pytest

from cooperation.examples import example_text

from .conftest import Run


@pytest.fixture(autouse=True)
def documents(folder: Path) -> None:
    """The packaged examples beside the two documents."""
    for name in ("vaxjo", "broken-proposal", "minimal"):
        (folder / f"{name}.yaml").write_text(example_text(name), encoding="utf-8")


def test_a_page_is_written_and_said_to_be(run: Run, folder: Path) -> None:
    """Its title is told on standard error, and standard output stays empty."""
    result = run("report", "vaxjo.yaml", "sekos", "-o", "page.html", "--today", "2026-01-31")

    assert (0, "") == (result.exit_code, result.stdout)
    assert "page.html is written: SEKOS; Socialt Entreprenörskap Kosovo" in result.stderr
    assert 'From <span class="file">vaxjo.yaml</span>, 2026-01-31' in (folder / "page.html").read_text("utf-8")


def test_a_page_goes_to_standard_output(run: Run) -> None:
    """Where no file is named; the same document from standard input has the same findings."""
    named = run("report", "minimal.yaml", "--today", "2026-01-31")
    piped = run("report", "-", "--today", "2026-01-31", stdin=example_text("minimal"))

    assert (0, 0) == (named.exit_code, piped.exit_code)
    assert named.stdout.startswith("<!doctype html>")
    assert named.stdout.replace("minimal.yaml", "X") == piped.stdout.replace("&lt;stdin&gt;", "X")


def test_a_document_with_faults_has_a_page_with_its_faults(run: Run) -> None:
    """Structural faults stand among the findings, each at its line."""
    result = run("report", "broken-proposal.yaml", "--today", "2018-11-01")

    assert 0 == result.exit_code
    assert "unknown key &#39;sumary&#39;" in result.stdout
    assert "broken-proposal.yaml:47:5" in result.stdout


def test_the_profile_and_the_layout_are_those_asked_for(run: Run) -> None:
    """As with ``check`` and ``show``."""
    page = run("report", "vaxjo.yaml", "energy-plan", "--profile", "eu", "--layout", "eu", "--stage", "final").stdout

    assert "asked as final, by the profile eu" in page
    assert "Logical framework matrix" in page


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("gone.yaml",), 2, "no file 'gone.yaml'"),
        (("vaxjo.yaml", "seko"), 2, "no project 'seko' (did you mean 'sekos'?)"),
        (("vaxjo.yaml", "--layout", "dfdi"), 2, "no layout 'dfdi' (did you mean 'dfid'?)"),
        (("vaxjo.yaml", "--profile", "icdl"), 2, "no profile 'icdl' (did you mean 'icld'?)"),
        (("vaxjo.yaml", "-o", "minimal.yaml"), 2, "'minimal.yaml' exists: --force overwrites it"),
        (("vaxjo.yaml", "-o", "."), 2, "'.' is a folder"),
        (("bad.yaml",), 2, "error DOC001"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    run: Run, folder: Path, arguments: tuple[str, ...], status: int, message: str
) -> None:
    """With the reason in one line; a file that exists stays as it was."""
    (folder / "bad.yaml").write_text("a: [1", encoding="utf-8")
    result = run("report", *arguments)

    assert (status, "") == (result.exit_code, result.stdout)
    assert message in result.stderr
    assert example_text("minimal") == (folder / "minimal.yaml").read_text("utf-8")


def test_force_overwrites(run: Run, folder: Path) -> None:
    """A page that exists is replaced."""
    (folder / "page.html").write_text("old", encoding="utf-8")

    assert 0 == run("report", "minimal.yaml", "-o", "page.html", "--force").exit_code
    assert (folder / "page.html").read_text("utf-8").startswith("<!doctype html>")


def test_an_iati_file_has_a_page(run: Run, folder: Path) -> None:
    """It is read as a portfolio; what could not be carried is told on standard error."""
    sample = Path(__file__).parents[1] / "iati" / "data" / "every-activity.xml"
    (folder / "every.xml").write_bytes(sample.read_bytes())
    result = run("report", "every.xml", "-o", "page.html")

    assert 0 == result.exit_code
    assert "could not be carried" in result.stderr


def test_a_terminal_shows_a_bar(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The steps are told while the page is made; elsewhere nothing is."""
    import io
    import sys

    from cooperation.cli.reporting import _progress

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    for stream, expected in ((Terminal(), "checking"), (io.StringIO(), "")):
        monkeypatch.setattr(sys, "stderr", stream)
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.setenv("FORCE_COLOR", "1")
        with _progress() as tell:
            tell("checking", 3, 10)

        assert expected in stream.getvalue()
        assert bool(stream.getvalue()) is isinstance(stream, Terminal)
