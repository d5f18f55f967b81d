"""Views: what a project or a portfolio looks like, as values that print as plain text.

A view is made by a function and is frozen; ``str`` of it is text of the ordinary width, ``text`` that of any other.
The views in tables show themselves in a notebook, and write HTML and Markdown too.

>>> from cooperation.model import Project
>>> print(sheet(Project(id="energy-plan", title="Energy plan")).title)
Energy plan
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cooperation.views._budget import budget
    from cooperation.views._completeness import completeness
    from cooperation.views._gains import gains
    from cooperation.views._logframe import logframe
    from cooperation.views._partners import partners
    from cooperation.views._portfolio import portfolio
    from cooperation.views._record import record
    from cooperation.views._risks import risks
    from cooperation.views._sheet import sheet
    from cooperation.views._stakeholders import stakeholders
    from cooperation.views._tracking import tracking
    from cooperation.views.grid import Cell, Grid, Group
    from cooperation.views.grid_html import STYLE
    from cooperation.views.layout import Line, Section, Segment, Sheet, Table
    from cooperation.views.pictures import (
        Chart,
        Diagram,
        Timeline,
        budget_bars,
        gains_map,
        indicator_trend,
        partners_geojson,
        portfolio_timeline,
        problem_tree,
        results_chain,
        risk_map,
        sdg_bars,
        stakeholder_map,
        theory_of_change,
        work_plan,
    )
    from cooperation.views.reprs import html_of, view_of
    from cooperation.views.table_view import TableView

__all__ = [
    "STYLE",
    "Cell",
    "Chart",
    "Diagram",
    "Grid",
    "Group",
    "Line",
    "Section",
    "Segment",
    "Sheet",
    "Table",
    "TableView",
    "Timeline",
    "budget",
    "budget_bars",
    "completeness",
    "gains",
    "gains_map",
    "html_of",
    "indicator_trend",
    "logframe",
    "partners",
    "partners_geojson",
    "portfolio",
    "portfolio_timeline",
    "problem_tree",
    "record",
    "results_chain",
    "risk_map",
    "risks",
    "sdg_bars",
    "sheet",
    "stakeholder_map",
    "stakeholders",
    "theory_of_change",
    "tracking",
    "view_of",
    "work_plan",
]

# Each arrives when it is asked for: whoever only wraps a text needs no measures. A module that has the name of a
# function would hide it, hence the underscores.
_HOMES = {
    "_budget": ("budget",),
    "_completeness": ("completeness",),
    "_gains": ("gains",),
    "_logframe": ("logframe",),
    "_partners": ("partners",),
    "_portfolio": ("portfolio",),
    "_record": ("record",),
    "_risks": ("risks",),
    "_sheet": ("sheet",),
    "_stakeholders": ("stakeholders",),
    "_tracking": ("tracking",),
    "grid": ("Cell", "Grid", "Group"),
    "grid_html": ("STYLE",),
    "layout": ("Line", "Section", "Segment", "Sheet", "Table"),
    "pictures": (
        "Chart",
        "Diagram",
        "Timeline",
        "budget_bars",
        "gains_map",
        "indicator_trend",
        "partners_geojson",
        "portfolio_timeline",
        "problem_tree",
        "results_chain",
        "risk_map",
        "sdg_bars",
        "stakeholder_map",
        "theory_of_change",
        "work_plan",
    ),
    "reprs": ("html_of", "view_of"),
    "table_view": ("TableView",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    import importlib

    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name)
    value = globals()[name] = getattr(importlib.import_module(f"{__name__}.{_HOME_OF[name]}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
