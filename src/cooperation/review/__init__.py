"""Whole documents checked: structural faults and findings in one run, each at its line, for people and for programs."""

from cooperation.review.checking import Review, review_document, review_file, review_text
from cooperation.review.comparison import Comparison, compare
from cooperation.review.outputs import OUTPUTS, Options, Output, Segment, render
from cooperation.review.outputs.data import as_json, as_tree, comparison_tree, readiness_tree
from cooperation.review.outputs.people import as_text, quoted, segments, unknown_segments
from cooperation.review.outputs.pieces import page_of
from cooperation.review.question import Question
from cooperation.review.recovery import Recovered, recover
from cooperation.review.settings import Settings, find_settings, read_settings
from cooperation.review.stages import Readiness, StageCounts, readiness, readiness_text

__all__ = [
    "OUTPUTS",
    "Comparison",
    "Options",
    "Output",
    "Question",
    "Readiness",
    "Recovered",
    "Review",
    "Segment",
    "Settings",
    "StageCounts",
    "as_json",
    "as_text",
    "as_tree",
    "compare",
    "comparison_tree",
    "find_settings",
    "page_of",
    "quoted",
    "read_settings",
    "readiness",
    "readiness_text",
    "readiness_tree",
    "recover",
    "render",
    "review_document",
    "review_file",
    "review_text",
    "segments",
    "unknown_segments",
]
