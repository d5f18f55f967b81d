"""TXT: what can be said of texts without knowing their language."""

import functools
from collections.abc import Iterator

from cooperation.diagnostics import Nature, Path, Severity
from cooperation.model import Portfolio, Project, Translated
from cooperation.model.structure import fields_of, walk
from cooperation.rules._context import Context
from cooperation.rules._rule import Fail, Outcome, Rule, rule

__all__ = ["RULES"]


@rule("TXT004", catalogue="W04", nature=Nature.OMISSION, severity=Severity.WARNING)
def language_not_declared(portfolio: Portfolio, _context: Context) -> Iterator[Outcome]:
    """A text does not say in which language it is, and neither does the document.

    Why: Readers, translators and screen readers have to guess, and every standard to publish in asks for it.
    Fix: Add ``language: en`` at the top, or write the text as ``{en: ...}``.

    Example:
        cooperation: 1
        project: {id: p, title: A project in some language}
    Source: iati-rules, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json)
    """
    if portfolio.language is not None:
        return
    first = next(_plain_texts(portfolio), None)
    if first is not None:
        yield Fail(f"no language is declared, and {first[1]!r} names none", at=first[0])


def _plain_texts(portfolio: Portfolio) -> Iterator[tuple[Path, str]]:
    for i, project in enumerate(portfolio.projects):
        yield from _plain_below(project, ("projects", i))


def _plain_below(project: Project, above: Path) -> Iterator[tuple[Path, str]]:
    for path, node in walk(project, above):
        for name in _prose(type(node)):  # type: ignore[arg-type]  # every class is hashable
            held = getattr(node, name)
            texts = [((name,), held)] if not isinstance(held, tuple) else [((name, i), t) for i, t in enumerate(held)]
            yield from (((*path, *step), text) for step, text in texts if isinstance(text, str) and text.strip())


# What bodies and places are called is the same in every language.
@functools.cache
def _prose(cls: type) -> tuple[str, ...]:
    return tuple(shape.name for shape in fields_of(cls) if Translated in shape.holds and shape.name != "name")


RULES: tuple[Rule, ...] = (language_not_declared,)
