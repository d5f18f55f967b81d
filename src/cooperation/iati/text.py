"""Texts: each a set of narratives, one a language."""

from cooperation.iati.declare import Record, attribute, content, elements, frozen, residue
from cooperation.iati.kept import Kept
from cooperation.iati.kinds import LANGUAGE

__all__ = ["Description", "Narrative", "Text"]


@frozen
class Narrative(Record):
    """``narrative``: a text in one language.

    Attributes:
        text: What it says.
        lang: ``@xml:lang``: its language; where nothing is said, the default of the activity or organisation.
        kept: What the file has beside the standard here.

    >>> Narrative("Energiplan", "sv")
    Narrative(text='Energiplan', lang='sv')
    """

    text: str = content()
    lang: str | None = attribute("xml:lang", LANGUAGE)
    kept: Kept | None = residue()


@frozen
class Text(Record):
    """A text with its narratives: ``title``, ``name``, ``comment`` ..., and a ``description`` that has no type.

    Attributes:
        narratives: ``narrative``: the text, once for each language.
        kept: What the file has beside the standard here.

    >>> str(Text.of("Energy plan"))
    'Energy plan'
    """

    narratives: tuple[Narrative, ...] = elements("narrative", required=True)
    kept: Kept | None = residue()

    @classmethod
    def of(cls, text: str, lang: str | None = None) -> "Text":
        """A text in one language."""
        return cls((Narrative(text, lang),))

    def __str__(self) -> str:
        return self.narratives[0].text if self.narratives else ""


@frozen(kw_only=True)
class Description(Record):
    """``iati-activity/description``: what the activity is, its objectives, whom it is for, or anything else of length.

    Attributes:
        narratives: ``narrative``: the text, once for each language.
        type: ``@type``: what it describes, on the list DescriptionType; a general description when nothing is said.
        kept: What the file has beside the standard here.
    """

    type: str | None = attribute("type")
    narratives: tuple[Narrative, ...] = elements("narrative", required=True)
    kept: Kept | None = residue()
