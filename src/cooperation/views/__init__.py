"""Views: what a project or a portfolio looks like, as values that print as plain text.

A view is made by a function and is frozen; ``str`` of it is text of the ordinary width, ``text`` that of any other.
The views in tables show themselves in a notebook, and write HTML and Markdown too.

>>> from cooperation.model import Project
>>> print(sheet(Project(id="energy-plan", title="Energy plan")).title)
Energy plan
"""

from cooperation.views.grid import Cell, Grid, Group
from cooperation.views.grid_html import STYLE
from cooperation.views.layout import Line, Section, Segment, Sheet, Table
from cooperation.views.logframe import logframe
from cooperation.views.sheet import sheet
from cooperation.views.tables import TableView

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
    "logframe",
    "sheet",
]
