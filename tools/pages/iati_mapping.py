"""The page of what becomes of each field of the IATI standard, and of the model."""

from __future__ import annotations

import inspect
from typing import Any

from pages.classes import first_sentence, prose_of
from pages.frames import columns_of
from pages.words import page_of, table


def iati_mapping_page() -> str:
    """Both directions, field by field, and the tables of the records."""
    from cooperation.iati.frames import SCHEMAS as RECORD_SCHEMAS
    from cooperation.iati.mapping import FROM_STANDARD, NAMESPACE, TO_STANDARD
    from cooperation.iati.mapping import extension as extension_

    head = ("Field", "Goes to", "What is not carried")
    lines = [
        "# IATI and the model",
        "",
        "What becomes of each field, in both directions.",
        "[How to work with IATI files](../how-to/iati.md) shows how they are mapped.",
        "Whatever a file or a project says in a field that is not carried stands in the list of what is lost.",
        "",
        "## From an IATI file to a portfolio",
        "",
        "The fields are those of the records of `cooperation.iati`, whose docstrings name the element or attribute.",
        "",
    ]
    for cls, fates in FROM_STANDARD.items():
        lines += [f"### {cls.__name__}", "", _plain(first_sentence(cls)), ""]
        lines += table(head, ((f"`{name}`", _goes(fate), fate.why or "") for name, fate in fates.items()))
    lines += ["## From a project to an IATI file", "", "The fields are those of the model.", ""]
    for kind, fates in TO_STANDARD.items():
        lines += [f"### {kind.__name__} of the model", "", _plain(first_sentence(kind)), ""]
        lines += table(head, ((f"`{name}`", _goes(fate), fate.why or "") for name, fate in fates.items()))
    lines += ["## The extension", "", f"The namespace is `{NAMESPACE}`.", ""]
    lines += [*_plain(prose_of(inspect.cleandoc(extension_.__doc__ or ""))).split("\n"), ""]
    lines += [
        "An element that a part of the model became has its id in the attribute `id` of the namespace.",
        "",
        "## Tables of the records",
        "",
        "The columns of `cooperation.iati.frames`, of the types that [Tables](frames.md) explains.",
        "",
    ]
    for schema_ in RECORD_SCHEMAS.values():
        lines += [
            f"### {schema_.name}",
            "",
            schema_.row,
            "",
            f"Key: {', '.join(f'`{one}`' for one in schema_.key)}",
            "",
        ]
        lines += columns_of(schema_)
    return page_of("the tables of cooperation.iati.mapping", lines)


def _plain(text: str) -> str:
    return text.replace("``", "`")


def _goes(fate: Any) -> str:
    return "not carried" if fate.to is None else fate.to
