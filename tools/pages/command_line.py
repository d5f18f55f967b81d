"""The page of the command line."""

from __future__ import annotations

import inspect
from typing import Any

from pages.words import page_of, table


def command_line_page() -> str:
    """Every command with what it takes, from what its ``--help`` knows."""
    from typer.main import get_command

    from cooperation.cli.app import app

    root: Any = get_command(app)
    lines = ["# The command line", "", root.help, "", "Install it with `pip install 'cooperation[cli]'`.", ""]
    for name, command in root.commands.items():
        lines += [f"## cooperation {name}", "", *_flowing(command.help), ""]
        lines += table(("Takes", "What it says"), (_parameter(one) for one in command.params if one.name != "help"))
        examples = (command.epilog or "").partition("Examples:\n")[2]
        if examples:
            lines += ["```text", *(f"$ {line.strip()}" for line in examples.splitlines() if line.strip()), "```", ""]
    return page_of("the help of the commands", lines)


def _parameter(one: Any) -> tuple[str, str]:
    if one.param_type_name == "argument":
        return f"`{one.metavar or one.name.upper()}`{'' if one.required else ' (optional)'}", one.help or ""
    value = "" if one.is_flag else f" {one.metavar or one.type.name.upper()}"
    return f"`{max(one.opts, key=len)}{value}`", one.help or ""


def _flowing(text: str | None) -> list[str]:
    """The paragraphs of a help text."""
    return [line.strip() for line in inspect.cleandoc(text or "").replace("\b", "").splitlines()]
