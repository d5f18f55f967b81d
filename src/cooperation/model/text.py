"""Prose in one language or in several."""

from typing import TypeAlias

from attrs import field

from cooperation.errors import InvariantError
from cooperation.model.declare import check_language, frozen

__all__ = ["Text", "Translated", "text_in"]


@frozen
class Translated:
    """A text whose languages are stated: one version a language, the author's own first.

    Attributes:
        versions: Pairs of language code and text, in the author's order.

    Raises:
        InvariantError: There is no version, a language stands twice, or a code has not the form of one.

    >>> title = Translated((("sv", "Miljöpedagogik"), ("en", "Environmental education")))
    >>> str(title), title.languages
    ('Miljöpedagogik', ('sv', 'en'))

    """

    versions: tuple[tuple[str, str], ...] = field()

    def __attrs_post_init__(self) -> None:
        if not self.versions:
            raise InvariantError("a text in several languages needs at least one")
        for language, _ in self.versions:
            check_language(language)
        if len({language for language, _ in self.versions}) < len(self.versions):
            raise InvariantError(f"a language stands twice in {', '.join(self.languages)}")

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages, in the author's order."""
        return tuple(language for language, _ in self.versions)

    def in_language(self, language: str) -> str | None:
        """The version in this language, or ``None``."""
        return dict(self.versions).get(language)

    def __str__(self) -> str:
        return self.versions[0][1]


Text: TypeAlias = str | Translated
"""Prose: a plain string in the document's language, or a ``Translated`` that names its languages."""


def text_in(text: Text, language: str) -> str:
    """The text in this language where there is such a version, else as its author wrote it first.

    >>> text_in(Translated((("sv", "skola"), ("en", "school"))), "en")
    'school'
    >>> text_in("school", "sv")
    'school'
    """
    if isinstance(text, str):
        return text
    return text.in_language(language) or str(text)
