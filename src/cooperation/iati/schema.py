"""What the official schemas declare beyond the shapes: the elements and attributes that mean the same anywhere.

The schema looks into elements of other namespaces too: an element or attribute of the standard in them that it declares
for everywhere must be right there.
"""

import functools
from collections.abc import Mapping
from types import MappingProxyType

from cooperation.iati.activity import Activities, Activity
from cooperation.iati.kinds import DATE, LANGUAGE, NAME, STRING, URI, Kind
from cooperation.iati.organisation import Organisation, Organisations
from cooperation.iati.results import Measurement
from cooperation.iati.shape import XML, Shape, shape_of
from cooperation.iati.text import Narrative, Text

__all__ = ["XSI", "global_attributes", "global_elements"]

XSI = "http://www.w3.org/2001/XMLSchema-instance"
"""The namespace of what a file says to schema processors."""

# The elements that the activity schema declares inside iati-activity, and so for nowhere else.
_LOCAL = {"title", "description", "document-link", "organisation-identifier"}


@functools.cache
def global_elements(root: str) -> Mapping[str, Shape]:
    """The elements that are declared for everywhere, by the schema of this root."""
    text, narrative = shape_of(Text), shape_of(Narrative)
    shapes = {"narrative": narrative, "title": text, "description": text, "comment": text}
    shapes["reporting-org"] = shape_of(Activity).children["reporting-org"].shape
    file, entry = (Activities, Activity) if root == "iati-activities" else (Organisations, Organisation)
    shapes[root] = shape_of(file)
    shapes |= {child.tag: child.shape for child in shape_of(file).children.values()}
    shapes |= {child.tag: child.shape for child in shape_of(entry).children.values() if child.tag not in _LOCAL}
    if root == "iati-activities":
        shapes["dimension"] = shape_of(Measurement).children["dimension"].shape
    return MappingProxyType(shapes)


_SPACE = Kind(
    "space", "'default' or 'preserve'", str, lambda word: word.strip(" \t\r\n") in ("default", "preserve"), str, str
)


@functools.cache
def global_attributes() -> Mapping[str, Kind]:
    """The attributes that are declared for everywhere, with their kinds."""
    own = {f"{{{XML}}}lang": LANGUAGE, f"{{{XML}}}space": _SPACE, f"{{{XML}}}base": URI, f"{{{XML}}}id": NAME}
    return MappingProxyType({**own, "currency": STRING, "value-date": DATE})
