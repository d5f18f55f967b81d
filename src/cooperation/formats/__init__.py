"""Documents: one tree, one table of spellings, and the carriers around it."""

from cooperation.formats.build import from_tree
from cooperation.formats.carriers import GROUP, Format, Judged, Parsed, Shown, Told, format_named, format_of, suffixes
from cooperation.formats.collector import bulk
from cooperation.formats.document import Document
from cooperation.formats.files import dump, dumps, load, loads, read, reads
from cooperation.formats.json_schema import schema
from cooperation.formats.nesting import configure
from cooperation.formats.source import SourceText
from cooperation.formats.tree import to_tree

__all__ = [
    "GROUP",
    "Document",
    "Format",
    "Judged",
    "Parsed",
    "Shown",
    "SourceText",
    "Told",
    "bulk",
    "configure",
    "dump",
    "dumps",
    "format_named",
    "format_of",
    "from_tree",
    "load",
    "loads",
    "read",
    "reads",
    "schema",
    "suffixes",
    "to_tree",
]
