"""Development-cooperation projects as typed values: partnerships, logframes, work plans, mutual benefit, and review.

>>> import cooperation as co
>>> portfolio = co.load_example("vaxjo")
>>> portfolio["energy-plan"].partners[0].organisation.country
'SE'

Nothing is imported before it is asked for, so that embedding the package costs next to nothing.
"""

# Type checkers read this block; importing typing only to skip it would cost more than the rest of this file.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from cooperation import (
        codelists,
        diagnostics,
        errors,
        examples,
        formats,
        frames,
        iati,
        layouts,
        measures,
        model,
        report,
        review,
        rules,
        views,
    )
    from cooperation.diagnostics import Diagnostic, LoadError, Report, Severity
    from cooperation.errors import CooperationError, InvariantError
    from cooperation.examples import load_example
    from cooperation.formats import (
        Document,
        bulk,
        configure,
        dump,
        dumps,
        from_tree,
        load,
        loads,
        read,
        reads,
        schema,
        to_tree,
    )
    from cooperation.model import Organisation, Partnership, Portfolio, Project
    from cooperation.rules import check

__all__ = [
    "CooperationError",
    "Diagnostic",
    "Document",
    "InvariantError",
    "LoadError",
    "Organisation",
    "Partnership",
    "Portfolio",
    "Project",
    "Report",
    "Severity",
    "bulk",
    "check",
    "codelists",
    "configure",
    "diagnostics",
    "dump",
    "dumps",
    "errors",
    "examples",
    "formats",
    "frames",
    "from_tree",
    "iati",
    "layouts",
    "load",
    "load_example",
    "loads",
    "measures",
    "model",
    "read",
    "reads",
    "report",
    "review",
    "rules",
    "schema",
    "to_tree",
    "views",
]

_HOMES = {
    "cooperation.diagnostics": ("Diagnostic", "LoadError", "Report", "Severity"),
    "cooperation.errors": ("CooperationError", "InvariantError"),
    "cooperation.examples": ("load_example",),
    "cooperation.formats": (
        "Document",
        "bulk",
        "configure",
        "dump",
        "dumps",
        "from_tree",
        "load",
        "loads",
        "read",
        "reads",
        "schema",
        "to_tree",
    ),
    "cooperation.model": ("Organisation", "Partnership", "Portfolio", "Project"),
    "cooperation.rules": ("check",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}
_PACKAGES = frozenset(__all__) - frozenset(_HOME_OF)


def __getattr__(name: str) -> object:
    import importlib

    if name in _HOME_OF:
        value = getattr(importlib.import_module(_HOME_OF[name]), name)
    elif name in _PACKAGES:
        value = importlib.import_module(f"cooperation.{name}")
    else:
        raise AttributeError(f"module 'cooperation' has no attribute {name!r}", name=name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
