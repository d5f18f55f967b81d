"""``cooperation show``: a document as a sheet, or one side of a project in tables."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from cooperation.cli.inputs import choose, hint, refuse, refusing, shown_name
from cooperation.cli.reading import check_free, document_in, found, read_document, telling_faults
from cooperation.cli.terminal import show, width, write_data
from cooperation.layouts import LAYOUTS
from cooperation.model import Portfolio, Project
from cooperation.views import (
    TableView,
    budget,
    gains,
    logframe,
    partners,
    portfolio,
    risks,
    sheet,
    stakeholders,
    tracking,
)

__all__ = ["FORMATS", "VIEWS", "show_document", "show_picture", "show_view"]

VIEWS: Mapping[str, Callable[..., TableView]] = MappingProxyType(
    {
        "partners": partners,
        "logframe": logframe,
        "tracking": tracking,
        "risks": risks,
        "stakeholders": stakeholders,
        "budget": budget,
        "gains": gains,
    }
)
"""The views of a project, by the names that the command line has for them."""

FORMATS = ("text", "markdown", "html")
"""The forms in which a view is shown."""


def show_document(
    source: str, wanted: str | None, *, input_format: str | None, language: str | None, columns: int | None
) -> None:
    """Show a document: its only project, the one that is asked for, or a table of all.

    Raises:
        Exit: The document has faults or cannot be read, or it has no such project.
    """
    with refusing():
        data, kind = found(source, input_format)
        room = columns or width()
        if kind.show is not None:
            with telling_faults(source, data):
                shown = kind.show(data, shown_name(source), wanted)
            show(shown.segments() if room is None else shown.segments(room))
            return
        portfolio = document_in(source, data, kind).portfolio
        known = language or portfolio.language
        only = portfolio.projects[0] if len(portfolio) == 1 else None
        project = only if wanted is None else _project(portfolio, wanted, source)
        made = sheet(portfolio, language=known) if project is None else sheet(project, within=portfolio, language=known)
        show(made.segments() if room is None else made.segments(room))
        if project is None and portfolio.projects:
            show([(f"\ncooperation show {source} ID shows one of them.\n", "help")])


def show_view(
    source: str,
    wanted: str | None,
    *,
    view: str | None,
    layout: str | None,
    output: str,
    input_format: str | None,
    language: str | None,
    columns: int | None,
) -> None:
    """Show one side of a project in tables: the only project, or the one that is asked for.

    Without a view this is the table of a portfolio, or the logframe where a layout is named.

    Raises:
        Exit: The document has faults or cannot be read, it has no such project, or an argument means nothing.
    """
    output = choose("format", output, FORMATS)
    chosen = None if layout is None else choose("layout", layout, LAYOUTS)
    name = None if view is None else choose("view", view, VIEWS)
    if chosen is not None and name not in (None, "logframe"):
        refuse(f"a layout is of the logframe, not of {name}: leave one of the two out")
    if chosen is not None:
        name = "logframe"
    with refusing():
        held = read_document(source, input_format).portfolio
        if name is None:
            if wanted is not None or len(held) == 1:
                refuse(f"a whole project has no {output}: say --view, such as --view logframe")
            made = portfolio(held, language=language)
        else:
            project = _only(held, source, name) if wanted is None else _project(held, wanted, source)
            more = {} if chosen is None else {"layout": chosen}
            made = VIEWS[name](project, within=held, language=language, **more)
    if output == "html":
        write_data(made.to_html())
    elif output == "markdown":
        write_data(made.to_markdown())
    else:
        room = columns or width()
        show(made.segments() if room is None else made.segments(room))


def show_picture(
    source: str,
    wanted: str | None,
    *,
    picture: str | None,
    output: str | None,
    force: bool,
    input_format: str | None,
    language: str | None,
    columns: int | None,
) -> None:
    """Show a picture of a document, of its only project or of the one that is asked for, or write it to a file.

    Raises:
        Exit: The document has faults or cannot be read, it has no such project, or an argument means nothing.
    """
    from cooperation.cli.drawing import draw

    if picture is None:
        refuse("only a picture is written to a file: say --picture, or let the shell write the text")
    with refusing():
        if output is not None:
            check_free(output, force=force)
        data, kind = found(source, input_format)
        if kind.show is not None:
            refuse(f"there are pictures only of documents, not of {kind.name}: convert it first")
        held = document_in(source, data, kind).portfolio
        only = held.projects[0] if len(held) == 1 else None
        project = only if wanted is None else _project(held, wanted, source)
        known = language or held.language
        draw(held, project, picture, language=known, output=output, columns=columns or width())


def _only(held: Portfolio, source: str, name: str) -> Project:
    if len(held) != 1:
        ids = ", ".join(project.id for project in held) or "none"
        refuse(f"{shown_name(source)} has {len(held)} projects: say of which the {name} is; there is {ids}")
    return held.projects[0]


def _project(portfolio: Portfolio, wanted: str, source: str) -> Project:
    if wanted in portfolio:
        return portfolio[wanted]
    found = portfolio.find_project(wanted)
    if found is None:
        ids = [project.id for project in portfolio]
        listed = f"; there is {', '.join(ids)}" if ids else ""
        refuse(f"no project {wanted!r} in {shown_name(source)}{hint(wanted, ids)}{listed}")
    return found
