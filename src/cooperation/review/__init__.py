"""Whole documents checked: structural faults and findings in one run, each at its line, for people and for programs."""

from cooperation.review.checking import Review, review_document, review_file, review_text
from cooperation.review.output import as_json, as_text, as_tree, segments, unknown_segments
from cooperation.review.question import Question
from cooperation.review.recovery import Recovered, recover

__all__ = [
    "Question",
    "Recovered",
    "Review",
    "as_json",
    "as_text",
    "as_tree",
    "recover",
    "review_document",
    "review_file",
    "review_text",
    "segments",
    "unknown_segments",
]
