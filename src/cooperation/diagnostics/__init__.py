"""Paths, severities, diagnostics and reports: how this package says what it found."""

from cooperation.diagnostics.allowance import Allowance
from cooperation.diagnostics.diagnostic import Diagnostic, Nature, Position, Severity
from cooperation.diagnostics.faults import FAULTS
from cooperation.diagnostics.load_error import LoadError
from cooperation.diagnostics.page import Page
from cooperation.diagnostics.path import Path, format_path, parse_path
from cooperation.diagnostics.promises import PROMISES
from cooperation.diagnostics.refusals import REFUSALS
from cooperation.diagnostics.report import Missing, Report, Silenced, Unjudged, Wanted

__all__ = [
    "FAULTS",
    "PROMISES",
    "REFUSALS",
    "Allowance",
    "Diagnostic",
    "LoadError",
    "Missing",
    "Nature",
    "Page",
    "Path",
    "Position",
    "Report",
    "Severity",
    "Silenced",
    "Unjudged",
    "Wanted",
    "format_path",
    "parse_path",
]
