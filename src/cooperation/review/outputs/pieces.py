"""What the outputs share: roles of text, the page of a code, and words for places."""

import functools
from collections.abc import Iterable
from typing import TypeAlias

from attrs import frozen

from cooperation.diagnostics import Page, Position, Severity
from cooperation.rules import joined_for, own_pages
from cooperation.views.words import harmless

__all__ = ["Options", "Segment", "all_pages", "language_of", "page_of", "pages_like", "place_of", "plain", "text_of"]

Segment: TypeAlias = tuple[str, str]
"""A piece of text and its role: a severity, or ``code``, ``place``, ``help``, ``mark``, ``heading`` or ``plain``."""


@frozen(kw_only=True)
class Options:
    """What an output is to say beyond the findings, where it has a choice.

    Attributes:
        unknown: Whether people are told what is missing for the rules that could not judge.
        fail_on: The least severity that is a failure, where an output knows failures.

    """

    unknown: bool = False
    fail_on: Severity = Severity.ERROR


@functools.cache
def all_pages() -> dict[str, Page]:
    """The page of every code about our own documents, sorted; a rule's where a structural fault looks for the same."""
    found = {page.code: page for page in own_pages()}
    return dict(sorted(found.items()))


def page_of(code: str) -> Page | None:
    """The page of a code; ``None`` for a rule of somebody else's."""
    return all_pages().get(code) or next((page for page in pages_like(code) if page.code == code), None)


def pages_like(code: str) -> tuple[Page, ...]:
    """The pages of the family that joined and that a code is of; none for a code of our own documents."""
    family = joined_for(code)
    return () if family is None else family.pages


def language_of(example: str) -> str:
    """In which language an example is written."""
    return "xml" if example.lstrip().startswith("<") else "yaml"


def plain(text: str) -> str:
    """A page's words without the marks that set code apart in the documentation, in one harmless line."""
    return harmless(text.replace("``", ""))


def text_of(segments: Iterable[Segment]) -> str:
    """Pieces of text as one."""
    return "".join(text for text, _ in segments)


def place_of(name: str, position: Position | None) -> str:
    """A place as editors understand it."""
    return harmless(f"{name}:{position}" if position else name)
