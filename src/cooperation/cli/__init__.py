"""The command line: arguments in, text out.

Exit status: 0 when all is well, 1 for findings or structural faults, 2 for input that cannot be read and arguments that
mean nothing.
"""

import importlib.util
import sys
from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line, and end the process with its status.

    Args:
        arguments: The arguments; those of the process where nothing is said.

    Raises:
        SystemExit: Always, with the status.
    """
    if importlib.util.find_spec("typer") is None:
        sys.stderr.write("the command line needs typer: pip install 'cooperation[cli]'\n")
        raise SystemExit(2)
    from cooperation.cli import terminal
    from cooperation.cli.app import app

    terminal.prepare()
    try:
        app(args=None if arguments is None else list(arguments), prog_name="cooperation")
    except SystemExit as done:
        raise SystemExit(terminal.finish(done.code)) from None
    except OSError as error:
        raise SystemExit(terminal.give_up(error)) from None
