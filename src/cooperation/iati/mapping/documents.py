"""Documents: links of the standard, sources of the model."""

import re
from collections.abc import Iterable, Iterator

from cooperation.codelists import codelist
from cooperation.errors import InvariantError
from cooperation.iati.documents import DocumentLink
from cooperation.iati.kinds import LANGUAGE, URI
from cooperation.iati.mapping.moments import day
from cooperation.iati.mapping.outcome import Notes, Path
from cooperation.iati.mapping.texts import Tongue, text_of, written
from cooperation.model import PartialDate, Source, SourceKind

__all__ = ["links_of", "sources_of"]

_PAGE = "text/html"
_ABOUT_THE_PROJECT = "A12"
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_KINDS = {"video": SourceKind.VIDEO, "audio": SourceKind.AUDIO}


def sources_of(links: Iterable[DocumentLink], tongue: Tongue, path: Path, notes: Notes) -> tuple[Source, ...]:
    """The sources that document links point to."""
    return tuple(_source(link, tongue, (*path, i), notes) for i, link in enumerate(links))


def _source(link: DocumentLink, tongue: Tongue, path: Path, notes: Notes) -> Source:
    media_type = _media_type(link, path, notes)
    languages = _languages(link, path, notes)
    return Source(
        title=text_of(link.title, tongue, (*path, "title"), notes),
        kind=_kind(media_type),
        url=link.url,
        media_type=media_type,
        categories=tuple(_categories(link, path, notes)),
        language=languages[0] if languages else None,
        further_languages=languages[1:],
        published=None if link.document_date is None else PartialDate.of(link.document_date),
        note=text_of(link.description, tongue, (*path, "description"), notes),
    )


def _media_type(link: DocumentLink, path: Path, notes: Notes) -> str | None:
    said = (link.format or "").strip() or None
    try:
        return Source(media_type=said).media_type
    except InvariantError as error:
        notes.lose((*path, "format"), link.format, str(error))
        return None


def _kind(media_type: str | None) -> SourceKind:
    if media_type == _PAGE:
        return SourceKind.PAGE
    return _KINDS.get((media_type or "").partition("/")[0], SourceKind.DOCUMENT)


def _categories(link: DocumentLink, path: Path, notes: Notes) -> Iterator[str]:
    known = codelist("DocumentCategory")
    for i, code in enumerate(link.categories):
        if known.knows(code):
            yield code
        else:
            notes.lose((*path, "categories", i), code, "no kind of document has this code")


def _languages(link: DocumentLink, path: Path, notes: Notes) -> tuple[str, ...]:
    found = []
    for i, said in enumerate(link.languages):
        code = LANGUAGE.read(said) or ""
        if _LANGUAGE.fullmatch(code):
            found.append(code)
        else:
            notes.lose((*path, "languages", i), said, "it has not the form of a language's code")
    return tuple(found)


# ---- to the standard ---------------------------------------------------------------------------------------------


def links_of(sources: Iterable[Source], *, of_project: bool = False) -> tuple[DocumentLink, ...]:
    """The links to those sources of which all that the standard demands is known.

    Args:
        sources: The sources.
        of_project: Whether they are those of a project, among which a page is one about the project.
    """
    return tuple(filter(None, (_link(source, of_project=of_project) for source in sources)))


def _link(source: Source, *, of_project: bool) -> DocumentLink | None:
    title = written(source.title)
    is_page = source.kind is SourceKind.PAGE
    media_type = source.media_type or (_PAGE if is_page else None)
    categories = source.categories or ((_ABOUT_THE_PROJECT,) if is_page and of_project else ())
    if title is None or media_type is None or not categories or source.url is None or not URI.valid(source.url):
        return None
    return DocumentLink(
        url=source.url,
        format=media_type,
        title=title,
        description=written(source.note),
        categories=categories,
        languages=tuple(code for code in (source.language, *source.further_languages) if code is not None),
        document_date=day(source.published),
    )
