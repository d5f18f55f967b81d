"""What is written to streams: colours where they are wanted, and letters that the stream does not have."""

import io
import re
import sys
from collections.abc import Callable

import pytest

from cooperation.cli import main

Printed = Callable[..., bytes]


class _Terminal(io.TextIOWrapper):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> Printed:
    """What the command line writes to a standard output of this encoding, with these variables set."""

    def run(
        *arguments: str, encoding: str = "utf-8", kind: type[io.TextIOWrapper] = io.TextIOWrapper, **environment: str
    ) -> bytes:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        buffer = io.BytesIO()
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", kind(buffer, encoding=encoding, newline="\n"))
            with pytest.raises(SystemExit):
                main(arguments)
            sys.stdout.flush()
            return buffer.getvalue()

    return run


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ({"FORCE_COLOR": "", "NO_COLOR": ""}, False),
    ],
)
def test_colours_in_a_pipe(printed: Printed, environment: dict[str, str], expected: bool) -> None:
    """A pipe gets no colours unless they are forced; ``NO_COLOR`` has the last word."""
    assert expected is (b"\x1b[1;31merror\x1b[0m" in printed("check", "faulty.yaml", **environment))


@pytest.mark.parametrize(
    "arguments", [("check", "faulty.yaml"), ("show", "draft.yaml"), ("explain", "LOG003"), ("rules",), ("examples",)]
)
def test_colours_change_no_text(printed: Printed, arguments: tuple[str, ...]) -> None:
    """Without its colours a text is what a pipe gets."""
    plain = printed(*arguments)
    coloured = printed(*arguments, FORCE_COLOR="1")

    assert plain != coloured
    assert plain == re.sub(rb"\x1b\[[0-9;]*m", b"", coloured)


@pytest.mark.parametrize("arguments", [("check", "faulty.yaml", "--format", "json"), ("schema",), ("new",)])
def test_data_has_no_colours(printed: Printed, arguments: tuple[str, ...]) -> None:
    """What programs read is never coloured, whatever is forced."""
    assert printed(*arguments) == printed(*arguments, FORCE_COLOR="1")


@pytest.mark.parametrize("colour", ["", "1"])
def test_a_letter_that_the_stream_lacks_is_no_fault(printed: Printed, colour: str) -> None:
    """Lines and arrows have plain stand-ins, other letters become question marks."""
    shown = re.sub(r"\x1b\[[0-9;]*m", "", printed("show", "draft.yaml", encoding="ascii", FORCE_COLOR=colour).decode())

    assert "City of V?xj?" in shown
    assert "  +- Outcome: Clean water is drunk" in shown
    assert "baseline 40 % (2018) -> target 20 %" in shown


def test_letters_that_windows_has_stay(printed: Printed) -> None:
    """An encoding of Windows keeps the letters it has."""
    assert "City of Växjö" in printed("show", "draft.yaml", encoding="cp1252").decode("cp1252")


@pytest.mark.parametrize(
    "arguments",
    [("examples", "vaxjo"), ("convert", "draft.yaml", "-", "--output-format", "yaml"), ("new",), ("schema",)],
)
def test_documents_are_utf_8_wherever_they_go(printed: Printed, arguments: tuple[str, ...]) -> None:
    """A document that is sent to a file can be read again, whatever the terminal's encoding."""
    assert printed(*arguments) == printed(*arguments, encoding="cp1252")


@pytest.mark.parametrize("columns", [20, 60, 300])
def test_a_text_is_as_wide_as_the_terminal(printed: Printed, columns: int) -> None:
    """On a terminal a text takes its width, but no less than 40 columns and no more than 100."""
    shown = printed("show", "draft.yaml", kind=_Terminal, NO_COLOR="1", COLUMNS=str(columns)).decode()

    assert max(map(len, shown.split("\n"))) <= max(40, min(columns, 100))


def test_a_document_on_a_terminal_is_in_its_encoding(printed: Printed) -> None:
    """Only what goes elsewhere is UTF-8."""
    shown = printed("convert", "draft.yaml", "-", "--output-format", "yaml", kind=_Terminal, encoding="cp1252")

    assert "City of Växjö" in shown.decode("cp1252")
