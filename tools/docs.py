"""Writes the generated pages of the documentation: rules, profiles, document format, command line, and the API.

    python tools/docs.py            writes them
    python tools/docs.py --check    only says which differ, and fails when any does
    python tools/docs.py --notebooks takes out of the notebooks what running them left, too

The pages of rules and faults come from their docstrings, those of profiles from their literals, the document format
from the schema, the docstrings of the model and the table of spellings, the pages of the API from what each package
makes public.
Each kind of page has a module of its own in ``tools/pages``.
A test fails when a committed page is not what this file writes.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from pages.api import api_pages
from pages.command_line import command_line_page
from pages.document_format import format_page
from pages.frames import frames_page
from pages.iati_mapping import iati_mapping_page
from pages.layouts import layouts_page
from pages.places import DOCS
from pages.profiles import profile_pages
from pages.rules import rule_pages

NOTEBOOKS = tuple(sorted((DOCS / "tutorial").glob("*.ipynb")))
FOLDERS = ("rules", "profiles", "reference/api")


def generated() -> dict[str, str]:
    """Every generated page by its path below ``docs``."""
    return {
        **dict(rule_pages()),
        **dict(profile_pages()),
        "reference/format.md": format_page(),
        "reference/layouts.md": layouts_page(),
        "reference/command-line.md": command_line_page(),
        "reference/frames.md": frames_page(),
        "reference/iati-mapping.md": iati_mapping_page(),
        **dict(api_pages()),
    }


def differing(folder: Path = DOCS) -> list[str]:
    """The paths of the pages that are not as they would be written, and of those that would not be written at all."""
    wanted = generated()
    there = {f"{part}/{file.name}" for part in FOLDERS for file in (folder / part).glob("*.md")}
    differ = {path for path, text in wanted.items() if _read(folder / path) != text}
    return sorted(differ | (there - set(wanted)))


def write(folder: Path = DOCS) -> None:
    """Write every page, and remove those that are generated no longer."""
    wanted = generated()
    for path in differing(folder):
        file = folder / path
        if path in wanted:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(wanted[path], encoding="utf-8")
        else:
            file.unlink()


def _read(file: Path) -> str | None:
    return file.read_text(encoding="utf-8") if file.is_file() else None


def emptied(notebook: Any) -> Any:
    """A notebook with nothing in it that running it left: no outputs, no counts, no name of whoever ran it."""
    import nbformat

    cells = [
        nbformat.v4.new_markdown_cell(cell.source, id=f"cell-{number:02}")
        if cell.cell_type == "markdown"
        else nbformat.v4.new_code_cell(cell.source, id=f"cell-{number:02}")
        for number, cell in enumerate(notebook.cells)
    ]
    metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    return nbformat.v4.new_notebook(cells=cells, metadata=metadata, nbformat_minor=5)


def empty_notebooks() -> None:
    """Take out of the notebooks what running them left, as after an hour in Jupyter."""
    import nbformat

    for file in NOTEBOOKS:
        nbformat.write(emptied(nbformat.read(file, as_version=4)), file)


def main(arguments: list[str] | None = None) -> int:
    """Write the pages, or only tell which differ."""
    parser = argparse.ArgumentParser(description="Writes the generated pages of the documentation.")
    parser.add_argument("--check", action="store_true", help="only say which pages differ")
    parser.add_argument("--notebooks", action="store_true", help="empty the notebooks of what running them left, too")
    options = parser.parse_args(arguments)
    differ = differing()
    print("\n".join(differ) or "every page is as it would be written")
    if options.check:
        return 1 if differ else 0
    write()
    if options.notebooks:
        empty_notebooks()
    return 0


if __name__ == "__main__":
    sys.exit(main())
