"""Paths, severities, diagnostics and reports: how this package says what it found."""

from cooperation.diagnostics.diagnostic import Diagnostic, Nature, Position, Severity
from cooperation.diagnostics.path import Path, format_path, parse_path
from cooperation.diagnostics.report import Missing, Report, Silenced, Unjudged

__all__ = [
    "Diagnostic",
    "Missing",
    "Nature",
    "Path",
    "Position",
    "Report",
    "Severity",
    "Silenced",
    "Unjudged",
    "format_path",
    "parse_path",
]
