"""Views: what a project or a portfolio looks like, as values that print as plain text.

A view is made by a function and is frozen; ``str`` of it is text of the ordinary width, ``text`` that of any other.

>>> from cooperation.model import Project
>>> print(sheet(Project(id="energy-plan", title="Energy plan")).title)
Energy plan
"""

from cooperation.views.layout import Line, Section, Segment, Sheet, Table
from cooperation.views.sheet import sheet

__all__ = ["Line", "Section", "Segment", "Sheet", "Table", "sheet"]
