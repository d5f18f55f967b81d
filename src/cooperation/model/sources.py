"""Where a statement comes from: pages, documents, films, and the few words quoted from them."""

import enum
import re

from attrs import field

from cooperation.errors import InvariantError
from cooperation.model.dates import PartialDate
from cooperation.model.declare import (
    DocumentCategoryCode,
    LanguageCode,
    check_code,
    check_language,
    frozen,
    language,
    maybe_identifier,
)
from cooperation.model.text import Text

__all__ = ["Source", "SourceKind"]

_MEDIA_TYPE = re.compile(r"[A-Za-z0-9][\w.+\-]*/[A-Za-z0-9][\w.+\-]*", re.ASCII)


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
        media_type: Its media type, such as ``application/pdf``, as RFC 6838 has them.
        categories: What kinds of document it is, such as ``A08`` for results, on the IATI list DocumentCategory.
        language: The language it is in.
        further_languages: Other languages it is in.
        published: When it was published.
        read: When it was read.
        note: Anything a reader of it should know.

    Raises:
        InvariantError: The media type has not the form of one, a category is not on its list, or a further language
            is no language's code.

    """

    id: str | None = field(default=None, validator=maybe_identifier)
    title: Text | None = None
    kind: SourceKind | None = None
    url: str | None = None
    media_type: str | None = None
    categories: tuple[DocumentCategoryCode, ...] = ()
    language: LanguageCode | None = field(default=None, validator=language)
    further_languages: tuple[LanguageCode, ...] = ()
    published: PartialDate | None = None
    read: PartialDate | None = None
    note: Text | None = None

    def __attrs_post_init__(self) -> None:
        if self.media_type is not None and not _MEDIA_TYPE.fullmatch(self.media_type):
            message = f"media_type {self.media_type!r:.60} is not a media type, such as application/pdf"
            raise InvariantError(message, ("media_type",))
        for category in self.categories:
            check_code(category, "DocumentCategory", "category")
        for i, code in enumerate(self.further_languages):
            check_language(code, "language", ("further_languages", i))
