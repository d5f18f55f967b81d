"""``cooperation new``, ``schema`` and ``examples``: texts that the package brings along."""

import shlex
from pathlib import Path

import msgspec

from cooperation.cli.inputs import hint, refuse, refusing
from cooperation.cli.terminal import show, width, write_data
from cooperation.examples import example_text, examples, skeleton
from cooperation.formats import schema
from cooperation.views import Line

__all__ = ["show_examples", "write_new", "write_schema"]

_WIDTH = 88


def write_new(name: str | None) -> None:
    """Write a proposal with its blanks into a new file, or onto standard output where there is no name.

    Raises:
        Exit: The file exists, or cannot be written, or its name is no id.
    """
    with refusing():
        if name is None:
            write_data(skeleton(""))
            return
        path = Path(name if Path(name).suffix.lower() in (".yaml", ".yml") else f"{name}.yaml")
        text = skeleton(path.stem)
        try:
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except FileExistsError:
            refuse(f"{str(path)!r} exists, and nothing was written")
        show([(f"{path} is written: fill it in, then run cooperation check {shlex.quote(str(path))}\n", "plain")])


def write_schema() -> None:
    """Write the JSON Schema of a document."""
    write_data(msgspec.json.format(msgspec.json.encode(schema()), indent=2).decode() + "\n")


def show_examples(name: str | None) -> None:
    """List the packaged examples, or write the text of one.

    Raises:
        Exit: There is no such example.
    """
    known = examples()
    if name is None:
        gutter = max(map(len, known)) + 2
        for example, said in known.items():
            line = Line(said, rest=" " * gutter, label=f"{example:<{gutter}}")
            show(line.segments(width() or _WIDTH))
        show([("\ncooperation examples NAME prints one of them.\n", "help")])
    elif name not in known:
        refuse(f"no example {name!r}{hint(name, known)}; there is {', '.join(known)}")
    else:
        write_data(example_text(name))
