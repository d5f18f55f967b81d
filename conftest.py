"""Every example runs: those of the docstrings, of the README and of the documentation.

A page may show a file: a comment with its name above a block writes the block to that name in a folder of the page's
own, in which the examples below it find it.
The commands of console blocks run there too; where a block shows output, ``...`` stands for what is left out.
"""

import contextlib
import doctest
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sybil import Document, Example, Region, Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser
from sybil.sybil import SybilCollection

_FILE = re.compile(r"^<!-- file: (?P<name>\S+) -->\n+```\w+\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def _files(document: Document) -> Iterator[Region]:
    """The blocks of a page that stand for files."""
    for found in _FILE.finditer(document.text):
        yield Region(found.start(), found.end(), (found["name"], found["text"]), _write)


def _write(example: Example) -> None:
    name, text = example.parsed
    Path(name).write_text(text, encoding="utf-8")


def _run(example: Example) -> str | None:
    command, _, expected = str(example.parsed).partition("\n")
    program, *arguments = shlex.split(command.removeprefix("$ "))
    if program != "cooperation":
        return None
    main = "import sys; from cooperation.cli import main; sys.exit(main())"
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-c", main, *arguments], capture_output=True, text=True, check=False
    )
    if done.returncode not in (0, 1):
        return f"{command} ended with {done.returncode}: {done.stderr}"
    if doctest.OutputChecker().check_output(expected, done.stdout, doctest.ELLIPSIS) or not expected.strip():
        return None
    return f"{command} was expected to print\n{expected}\nand printed\n{done.stdout}"


def _enter(namespace: dict[str, Any]) -> None:
    stack = contextlib.ExitStack()
    folder = stack.enter_context(tempfile.TemporaryDirectory())
    stack.callback(os.chdir, Path.cwd())
    os.chdir(folder)
    namespace["_leave"] = stack.close


def _leave(namespace: dict[str, Any]) -> None:
    namespace["_leave"]()


_PARSERS = [_files, PythonCodeBlockParser(), CodeBlockParser("console", _run)]
_readme = Sybil(parsers=_PARSERS, filenames=["README.md"], setup=_enter, teardown=_leave)
# A pattern is held against the end of a path, so that these two find files at any depth.
_pages = Sybil(parsers=_PARSERS, path="docs", patterns=["*.md"], setup=_enter, teardown=_leave)
_docstrings = Sybil(parsers=[DocTestParser(optionflags=doctest.ELLIPSIS)], path="src", patterns=["*.py"])

pytest_collect_file = SybilCollection([_readme, _pages, _docstrings]).pytest()
