"""Where a statement comes from: pages, documents, films, and the few words quoted from them."""

import enum

from attrs import field

from cooperation.model.dates import PartialDate
from cooperation.model.declare import LanguageCode, frozen, language, maybe_identifier
from cooperation.model.text import Text

__all__ = ["Source", "SourceKind"]


class SourceKind(enum.Enum):
    """What kind of source it is."""

    PAGE = "page"
    DOCUMENT = "document"
    VIDEO = "video"
    AUDIO = "audio"
    DATASET = "dataset"
    PERSON = "person"


@frozen(kw_only=True)
class Source:
    """A source of what the document says, or a link it points to.

    Attributes:
        id: Its name among the project's sources, where something refers to it.
        title: What it is called, or how it labels what it says.
        kind: What kind of source it is.
        url: Its address; ``None`` when the text points to it without saying where it is.
        language: The language it is in.
        published: When it was published.
        read: When it was read.
        note: Anything a reader of it should know.

    """

    id: str | None = field(default=None, validator=maybe_identifier)
    title: Text | None = None
    kind: SourceKind | None = None
    url: str | None = None
    language: LanguageCode | None = field(default=None, validator=language)
    published: PartialDate | None = None
    read: PartialDate | None = None
    note: Text | None = None
