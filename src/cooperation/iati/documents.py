"""Documents that are to be found on the web."""

from pendulum import Date

from cooperation.iati.declare import Record, attribute, day, element, elements, frozen, leaves, residue
from cooperation.iati.kept import Kept
from cooperation.iati.kinds import URI
from cooperation.iati.places import RecipientCountry
from cooperation.iati.text import Text

__all__ = ["DocumentLink", "OrganisationDocumentLink"]


@frozen(kw_only=True)
class DocumentLink(Record):
    """``document-link`` of an activity, a result, an indicator, a baseline, a target or an actual value.

    Attributes:
        url: ``@url``: its address.
        format: ``@format``: its media type, such as ``application/pdf``.
        title: ``title``: what it is called.
        description: ``description``: what is in it.
        categories: ``category/@code``: what kind of document it is, on the list DocumentCategory.
        languages: ``language/@code``: the languages it is written in.
        document_date: ``document-date/@iso-date``: when it was published.
        kept: What the file has beside the standard here.
    """

    url: str | None = attribute("url", URI, required=True)
    format: str | None = attribute("format", required=True)
    title: Text | None = element("title", required=True)
    description: Text | None = element("description")
    categories: tuple[str, ...] = leaves("category", "code", required=True)
    languages: tuple[str, ...] = leaves("language", "code")
    document_date: Date | None = day("document-date")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class OrganisationDocumentLink(Record):
    """``iati-organisation/document-link``: as an activity's, and for which countries it is.

    Attributes:
        url: ``@url``: its address.
        format: ``@format``: its media type, such as ``application/pdf``.
        title: ``title``: what it is called.
        description: ``description``: what is in it.
        categories: ``category/@code``: what kind of document it is, on the list DocumentCategory.
        languages: ``language/@code``: the languages it is written in.
        document_date: ``document-date/@iso-date``: when it was published.
        recipient_countries: ``recipient-country``: the countries it is about.
        kept: What the file has beside the standard here.
    """

    url: str | None = attribute("url", URI, required=True)
    format: str | None = attribute("format", required=True)
    title: Text | None = element("title", required=True)
    description: Text | None = element("description")
    categories: tuple[str, ...] = leaves("category", "code", required=True)
    languages: tuple[str, ...] = leaves("language", "code")
    document_date: Date | None = day("document-date")
    recipient_countries: tuple[RecipientCountry, ...] = elements("recipient-country")
    kept: Kept | None = residue(before="recipient-country")
