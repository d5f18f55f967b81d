"""Texts: prose of the model, narratives of the standard."""

import re
from collections.abc import Iterable

from attrs import frozen

from cooperation.iati.kinds import URI
from cooperation.iati.mapping.outcome import Notes, Path
from cooperation.iati.text import Narrative
from cooperation.iati.text import Text as Narratives
from cooperation.model import Text, Translated

__all__ = ["Tongue", "address", "is_blank", "narratives", "text_of", "written"]

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@frozen
class Tongue:
    """Which languages hold where a text says nothing.

    Attributes:
        document: The language of the portfolio, in which a plain string is.
        activity: The language of the activity, in which a narrative is that says nothing.
    """

    document: str | None
    activity: str | None


def text_of(said: Narratives | Iterable[Narrative] | None, tongue: Tongue, path: Path, notes: Notes) -> Text | None:
    """The text that narratives say; ``None`` where they say nothing.

    A narrative without a language is a plain string where it is the only one.
    """
    found: dict[str | None, str] = {}
    for i, narrative in enumerate(_of(said)):
        if is_blank(narrative.text):
            continue
        language = narrative.lang or tongue.activity
        if language is not None and not _LANGUAGE.fullmatch(language):
            notes.lose((*path, i, "lang"), language, "it has not the form of a language's code")
            language = None
        if language in found:
            notes.lose((*path, i), narrative.text, "a text has one version in a language")
            continue
        found[language] = narrative.text
    if not found:
        return None
    if None in found:
        for language, text in found.items():
            if language is not None:
                notes.lose(path, text, "a text of several languages needs the language of each")
        return found[None]
    if list(found) == [tongue.document]:
        return found[tongue.document]
    return Translated(tuple((str(language), text) for language, text in found.items()))


def _of(said: Narratives | Iterable[Narrative] | None) -> Iterable[Narrative]:
    if said is None:
        return ()
    return said.narratives if isinstance(said, Narratives) else said


def is_blank(text: Text | None) -> bool:
    """Whether there is nothing to read in a text."""
    if text is None or isinstance(text, str):
        return not (text or "").strip()
    return all(not version.strip() for _, version in text.versions)


def narratives(text: Text | None) -> tuple[Narrative, ...]:
    """The narratives of a text; a plain string is in the language of the activity.

    >>> narratives(Translated((("sv", "Energiplan"), ("en", "Energy plan"))))
    (Narrative(text='Energiplan', lang='sv'), Narrative(text='Energy plan', lang='en'))
    """
    if text is None or is_blank(text):
        return ()
    if isinstance(text, str):
        return (Narrative(text),)
    return tuple(Narrative(version, language) for language, version in text.versions if version.strip())


def written(text: Text | None) -> Narratives | None:
    """The element that holds a text; ``None`` where there is nothing to read."""
    said = narratives(text)
    return Narratives(said) if said else None


def address(url: str | None) -> str | None:
    """An address where the schema takes it for one."""
    return url if url is not None and URI.valid(url) else None
