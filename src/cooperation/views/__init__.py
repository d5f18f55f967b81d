"""Views: what a project or a portfolio looks like, as values that print as plain text.

A view is made by a function and is frozen; ``str`` of it is text of the ordinary width, ``text`` that of any other.
The views in tables show themselves in a notebook, and write HTML and Markdown too.

>>> from cooperation.model import Project
>>> print(sheet(Project(id="energy-plan", title="Energy plan")).title)
Energy plan
"""

from cooperation.views.budget import budget
from cooperation.views.gains import gains
from cooperation.views.grid import Cell, Grid, Group
from cooperation.views.grid_html import STYLE
from cooperation.views.layout import Line, Section, Segment, Sheet, Table
from cooperation.views.logframe import logframe
from cooperation.views.portfolio import portfolio
from cooperation.views.record import record
from cooperation.views.reprs import html_of, view_of
from cooperation.views.risks import risks
from cooperation.views.sheet import sheet
from cooperation.views.stakeholders import stakeholders
from cooperation.views.tables import TableView
from cooperation.views.tracking import tracking

__all__ = [
    "STYLE",
    "Cell",
    "Grid",
    "Group",
    "Line",
    "Section",
    "Segment",
    "Sheet",
    "Table",
    "TableView",
    "budget",
    "gains",
    "html_of",
    "logframe",
    "portfolio",
    "record",
    "risks",
    "sheet",
    "stakeholders",
    "tracking",
    "view_of",
]
