"""The command line as a process: terminals, pipes that close, and what is imported when."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = (sys.executable, "-m", "cooperation")
HEAVY = ("attrs", "attr", "cattrs", "msgspec", "pendulum", "yaml", "hypothesis", "rich", "cooperation.model")


def test_the_module_is_the_command() -> None:
    """``python -m cooperation`` reads standard input, and its status is the process's."""
    done = subprocess.run(
        [*COMMAND, "check", "-"], input=Path("faulty.yaml").read_bytes(), capture_output=True, check=False
    )

    assert (1, b"") == (done.returncode, done.stderr)
    assert b"<stdin>:10:3: error DOC003 " in done.stdout


@pytest.mark.parametrize("arguments", ["['--help']", "['check', '--help']", "['--version']"])
def test_help_imports_nothing_heavy(arguments: str) -> None:
    """Whoever only asks for help does not wait for the libraries that do the work."""
    code = (
        "import sys\n"
        "from cooperation.cli import main\n"
        "try:\n"
        f"    main({arguments})\n"
        "except SystemExit as done:\n"
        f"    print([name for name in {HEAVY!r} if name in sys.modules], done.code)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "[] 0" == done.stdout.splitlines()[-1]


def test_without_typer() -> None:
    """Without the extra one line says what to install."""
    code = (
        "import sys, importlib.util\n"
        "find = importlib.util.find_spec\n"
        "importlib.util.find_spec = lambda name, *rest: None if name == 'typer' else find(name, *rest)\n"
        "sys.modules['typer'] = None\n"
        "from cooperation.cli import main\n"
        "main(['--help'])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (2, "the command line needs typer: pip install 'cooperation[cli]'\n") == (done.returncode, done.stderr)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such terminals")
@pytest.mark.parametrize(
    ("environment", "expected"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_colours_on_a_terminal(environment: dict[str, str], expected: bool) -> None:
    """A terminal gets colours unless it has none or they are not wanted."""
    import pty

    controller, terminal = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, "check", "faulty.yaml"], stdout=terminal, env={**os.environ, "TERM": "xterm", **environment}
    )
    os.close(terminal)
    shown = b""
    try:
        while piece := os.read(controller, 65_536):
            shown += piece
    except OSError:  # how Linux says that the other end is closed
        pass
    os.close(controller)

    assert 1 == process.wait()
    assert expected is (b"\x1b[1;31merror\x1b[0m" in shown)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
@pytest.mark.parametrize("output", ["people", "json"])
def test_a_file_whose_name_is_no_text(output: str) -> None:
    """A name that is not UTF-8 is checked and shown as well as can be."""
    name = os.fsdecode(b"\xe9.yaml")
    Path("faulty.yaml").rename(name)
    done = subprocess.run([*COMMAND, "check", name, "--format", output], capture_output=True, check=False)

    assert (1, b"") == (done.returncode, done.stderr)
    assert b"?.yaml" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
@pytest.mark.parametrize("colour", ["", "1"])
@pytest.mark.parametrize(("arguments", "status"), [(("examples", "vaxjo"), 0), (("check", "many"), 1), (("rules",), 0)])
def test_a_reader_that_goes_away_is_no_fault(arguments: tuple[str, ...], status: int, colour: str) -> None:
    """When the pipe closes the command ends quietly, with the status it would have had."""
    Path("many").mkdir()
    for number in range(40):
        Path("many", f"{number}.yaml").write_bytes(Path("faulty.yaml").read_bytes())
    reading, writing = os.pipe()
    os.close(reading)
    process = subprocess.Popen(
        [*COMMAND, *arguments], stdout=writing, stderr=subprocess.PIPE, env={**os.environ, "FORCE_COLOR": colour}
    )
    os.close(writing)

    assert b"" == process.communicate()[1]
    assert status == process.returncode


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
@pytest.mark.parametrize("arguments", [("rules",), ("schema",), ("check", "draft.yaml")])
def test_output_that_cannot_be_written(arguments: tuple[str, ...]) -> None:
    """A full disk is said in one line, and ends with status 2."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, check=False)

    assert 2 == done.returncode
    assert done.stderr.startswith(b"Error: ")
    assert 1 == done.stderr.count(b"\n")
