"""Layouts: the donors' words for the levels and their tables, as data. One literal a module.

>>> from cooperation.model import Level
>>> layout("eu").word(Level.OUTCOME).many
'Outcome(s) (Specific objective(s))'
>>> [form.title for form in layout("canada").forms]
['Logic model', 'Outputs and activities', 'Performance measurement framework']
"""

from collections.abc import Mapping
from types import MappingProxyType

from cooperation.codelists import nearest
from cooperation.errors import UnknownLayoutError
from cooperation.layouts._layout import Column, Form, Holds, Layout, Row, RowOf, Word, Work, names_of
from cooperation.layouts.adb import ADB
from cooperation.layouts.canada import CANADA
from cooperation.layouts.classic import CLASSIC
from cooperation.layouts.dfid import DFID
from cooperation.layouts.eu import EU
from cooperation.layouts.eu_action_document import EU_ACTION_DOCUMENT

__all__ = ["LAYOUTS", "Column", "Form", "Holds", "Layout", "Row", "RowOf", "Word", "Work", "layout"]

_ALL = (CLASSIC, EU, EU_ACTION_DOCUMENT, DFID, ADB, CANADA)

LAYOUTS: Mapping[str, Layout] = MappingProxyType(dict(zip(names_of(_ALL), _ALL, strict=True)))
"""Every layout that comes along, by its name."""


def layout(name: str) -> Layout:
    """The layout of a name.

    Raises:
        UnknownLayoutError: There is no such layout.

    >>> layout("dfdi")
    Traceback (most recent call last):
        ...
    cooperation.errors.UnknownLayoutError: no layout 'dfdi' (did you mean 'dfid'?); there is classic, eu...
    """
    if name not in LAYOUTS:
        raise UnknownLayoutError(name, tuple(LAYOUTS), nearest(name, LAYOUTS, limit=1))
    return LAYOUTS[name]
