"""The classes of the model, module by module."""

from __future__ import annotations

import enum
import importlib
import importlib.util
import inspect

import attrs

from cooperation import model

# The rooms of the model, in the order in which a project is told.
MODULES = {
    "portfolio": "Portfolios",
    "project": "Projects",
    "codes": "Codes of projects",
    "organisations": "Organisations",
    "partnerships": "Partnerships and who takes part",
    "framing": "Why, and for whom",
    "logframe": "The logframe",
    "indicators": "Indicators",
    "plan": "The work plan",
    "budget": "Budget",
    "people": "People",
    "records": "Reports, approval and changes",
    "win_win": "Mutual benefit",
    "tags": "Tags",
    "continuations": "Continuations and stated counts",
    "dates": "Dates and periods",
    "amounts": "Counts, values and money",
    "text": "Texts",
    "places": "Places",
    "sources": "Sources",
    "grades": "Grades",
    "modality": "How sure an author is",
    "answer": "Answers",
}


def first_sentence(cls: type) -> str:
    """The first sentence of a class's docstring."""
    return " ".join((inspect.getdoc(cls) or "").partition("\n\n")[0].split())


def prose_of(docstring: str) -> str:
    """What a docstring says before its examples."""
    return docstring.partition("\n>>>")[0].strip()


def classes_of(module: str) -> list[type]:
    """The classes of a module of the model, in their order."""
    held = importlib.import_module(module)
    found = [value for value in vars(held).values() if inspect.isclass(value) and value.__module__ == module]
    return [cls for cls in found if attrs.has(cls) and cls.__name__ in model.__all__]


def enums() -> list[tuple[str, type]]:
    """The lists of words that the model makes public."""
    held = [(name, getattr(model, name)) for name in model.__all__]
    return [(name, cls) for name, cls in held if inspect.isclass(cls) and issubclass(cls, enum.Enum)]
