"""``cooperation report``: a document as one page that can be sent."""

import contextlib
import sys
from collections.abc import Callable, Iterator

import typer
from attrs import asdict

from cooperation.cli.inputs import choose, is_unreadable, refusing, shown_name
from cooperation.cli.reading import check_free, document_in, found
from cooperation.cli.terminal import has_colour, show, write_data
from cooperation.diagnostics import LoadError
from cooperation.formats import Document, Format, bulk
from cooperation.layouts import LAYOUTS
from cooperation.report import page
from cooperation.review import Question, Review, review_text, segments

__all__ = ["write_report"]


def write_report(
    source: str,
    wanted: str | None,
    *,
    output: str | None,
    question: Question,
    layout: str,
    language: str | None,
    input_format: str | None,
    force: bool,
) -> None:
    """Write the page of a document, of its only project or of the one that is asked for.

    Raises:
        Exit: The document cannot be read, it has no such project, or the page cannot be written.
    """
    chosen = choose("layout", layout, LAYOUTS)
    with refusing():
        if output is not None:
            check_free(output, force=force)
        with _progress() as tell, bulk():
            tell("reading", 0, 0)
            data, kind = found(source, input_format)
            read = _read(source, data, kind, question)
            made = page(
                read,
                project=wanted,
                question=question,
                layout=chosen,
                language=language,
                today=question.today,
                progress=tell,
            )
        if output is None:
            write_data(made.html)
        else:
            made.write(output)
            show([(f"{output} is written: {made.title}\n", "plain")], sys.stderr)


def _read(source: str, data: bytes, kind: Format, question: Question) -> Document | Review:
    """The document, or what is left of one with faults and what is said of it.

    Raises:
        Exit: Nothing of it can be read.
    """
    if kind.parse is None:
        return document_in(source, data, kind)
    try:
        return kind.read(data, shown_name(source))
    except LoadError:
        review = review_text(data, kind.name, name=shown_name(source), **asdict(question, recurse=False))
    if review.document is None:
        show(segments(review), sys.stderr)
        raise typer.Exit(2 if is_unreadable(review) else 1)
    return review


def _silence(step: str, done: int, total: int) -> None:
    """Tell nobody."""


@contextlib.contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None]]:
    """A bar on the terminal that says which step is done, and how much of it; nothing where there is no terminal."""
    if not (sys.stderr.isatty() and has_colour(sys.stderr)):
        yield _silence
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)

        def tell(step: str, done: int, total: int) -> None:
            bar.update(task, description=step, completed=done, total=total or None)

        yield tell
