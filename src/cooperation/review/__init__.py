"""Whole documents checked: structural faults and findings in one run, each at its line, for people and for programs."""

from cooperation.review.checking import Review, review_document, review_file, review_text
from cooperation.review.output import as_json, as_text, as_tree, segments, unknown_segments
from cooperation.review.question import Question
from cooperation.review.recovery import Recovered, recover
from cooperation.review.settings import Settings, find_settings, read_settings

__all__ = [
    "Question",
    "Recovered",
    "Review",
    "Settings",
    "as_json",
    "as_text",
    "as_tree",
    "find_settings",
    "read_settings",
    "recover",
    "review_document",
    "review_file",
    "review_text",
    "segments",
    "unknown_segments",
]
