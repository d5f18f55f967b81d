"""Views: what a project or a portfolio looks like, as values that print as plain text.

A view is made by a function and is frozen; ``str`` of it is text of the ordinary width, ``text`` that of any other.

>>> from cooperation.model import Project
>>> print(sheet(Project(id="energy-plan", title="Energy plan")).title)
Energy plan
"""

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
from cooperation.views.sheet import sheet

__all__ = [
    "Chart",
    "Diagram",
    "Line",
    "Section",
    "Segment",
    "Sheet",
    "Table",
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
    "sheet",
    "stakeholder_map",
    "theory_of_change",
    "work_plan",
]
