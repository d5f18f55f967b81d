"""Results: what is to come of it, how that is measured, where it stood, what was aimed at and what was reached."""

from pendulum import Date

from cooperation.iati.declare import Record, attribute, day, element, elements, frozen, residue
from cooperation.iati.documents import DocumentLink
from cooperation.iati.kept import Kept
from cooperation.iati.kinds import BOOLEAN, DATE, POSITIVE, URI
from cooperation.iati.text import Text

__all__ = [
    "Baseline",
    "Dimension",
    "Indicator",
    "IndicatorReference",
    "LocationReference",
    "Measurement",
    "Period",
    "Result",
    "ResultReference",
]


@frozen(kw_only=True)
class LocationReference(Record):
    """``location`` of a baseline, a target or an actual value: which of the activity's places it is about.

    Attributes:
        ref: ``@ref``: the ``ref`` of the place.
        kept: What the file has beside the standard here.
    """

    ref: str | None = attribute("ref")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class Dimension(Record):
    """``dimension`` of a baseline, a target or an actual value: which part of the whole it counts.

    Attributes:
        name: ``@name``: by what the whole is divided, such as ``sex``.
        value: ``@value``: which part it is, such as ``female``.
        kept: What the file has beside the standard here.
    """

    name: str | None = attribute("name")
    value: str | None = attribute("value")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class Baseline(Record):
    """``indicator/baseline``: where it stood before.

    Attributes:
        iso_date: ``@iso-date``: on which day.
        year: ``@year``: in which year.
        value: ``@value``: the value, a number unless the measure is qualitative.
        locations: ``location``: the places it is about.
        dimensions: ``dimension``: the part of the whole it counts.
        document_links: ``document-link``: where to read more.
        comment: ``comment``: what is to be said of it.
        kept: What the file has beside the standard here.
    """

    iso_date: Date | None = attribute("iso-date", DATE)
    year: int | None = attribute("year", POSITIVE, required=True)
    value: str | None = attribute("value")
    locations: tuple[LocationReference, ...] = elements("location")
    dimensions: tuple[Dimension, ...] = elements("dimension")
    document_links: tuple[DocumentLink, ...] = elements("document-link")
    comment: Text | None = element("comment")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class Measurement(Record):
    """``period/target`` or ``period/actual``: a value that was aimed at, or one that was reached.

    Attributes:
        value: ``@value``: the value, a number unless the measure is qualitative.
        locations: ``location``: the places it is about.
        dimensions: ``dimension``: the part of the whole it counts.
        comment: ``comment``: what is to be said of it.
        document_links: ``document-link``: where to read more.
        kept: What the file has beside the standard here.
    """

    value: str | None = attribute("value")
    locations: tuple[LocationReference, ...] = elements("location")
    dimensions: tuple[Dimension, ...] = elements("dimension")
    comment: Text | None = element("comment")
    document_links: tuple[DocumentLink, ...] = elements("document-link")
    kept: Kept | None = residue(foreign=False)


@frozen(kw_only=True)
class Period(Record):
    """``indicator/period``: a time for which values are aimed at and reached.

    Attributes:
        period_start: ``period-start/@iso-date``: its first day.
        period_end: ``period-end/@iso-date``: its last day.
        targets: ``target``: what was aimed at.
        actuals: ``actual``: what was reached.
        kept: What the file has beside the standard here.
    """

    period_start: Date | None = day("period-start", required=True)
    period_end: Date | None = day("period-end", required=True)
    targets: tuple[Measurement, ...] = elements("target")
    actuals: tuple[Measurement, ...] = elements("actual")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class IndicatorReference(Record):
    """``indicator/reference``: the indicator in a vocabulary that several organisations use.

    Attributes:
        vocabulary: ``@vocabulary``: which one, on the list IndicatorVocabulary.
        code: ``@code``: its code there.
        indicator_uri: ``@indicator-uri``: where it is described.
        kept: What the file has beside the standard here.
    """

    vocabulary: str | None = attribute("vocabulary", required=True)
    code: str | None = attribute("code", required=True)
    indicator_uri: str | None = attribute("indicator-uri", URI)
    kept: Kept | None = residue()


@frozen(kw_only=True)
class Indicator(Record):
    """``result/indicator``: by what one sees whether the result came.

    Attributes:
        measure: ``@measure``: units (1), per cent (2), ordinal (3), nominal (4) or qualitative (5).
        ascending: ``@ascending``: whether more is better.
        aggregation_status: ``@aggregation-status``: whether its values can be added up with others.
        title: ``title``: what it is called.
        description: ``description``: what it is.
        document_links: ``document-link``: where to read more.
        references: ``reference``: the indicator in common vocabularies.
        baselines: ``baseline``: where it stood before.
        periods: ``period``: the times for which it has values.
        kept: What the file has beside the standard here.
    """

    measure: str | None = attribute("measure", required=True)
    ascending: bool | None = attribute("ascending", BOOLEAN)
    aggregation_status: bool | None = attribute("aggregation-status", BOOLEAN)
    title: Text | None = element("title", required=True)
    description: Text | None = element("description")
    document_links: tuple[DocumentLink, ...] = elements("document-link")
    references: tuple[IndicatorReference, ...] = elements("reference")
    baselines: tuple[Baseline, ...] = elements("baseline")
    periods: tuple[Period, ...] = elements("period")
    kept: Kept | None = residue()


@frozen(kw_only=True)
class ResultReference(Record):
    """``result/reference``: the result in a framework of results.

    Attributes:
        code: ``@code``: its code there.
        vocabulary: ``@vocabulary``: which framework, on the list ResultVocabulary.
        vocabulary_uri: ``@vocabulary-uri``: where a framework of the publisher's own is to be found.
        kept: What the file has beside the standard here.
    """

    code: str | None = attribute("code", required=True)
    vocabulary: str | None = attribute("vocabulary", required=True)
    vocabulary_uri: str | None = attribute("vocabulary-uri", URI)
    kept: Kept | None = residue()


@frozen(kw_only=True)
class Result(Record):
    """``iati-activity/result``: an output, an outcome or an impact.

    Attributes:
        type: ``@type``: an output (1), an outcome (2), an impact (3) or another (9).
        aggregation_status: ``@aggregation-status``: whether its values can be added up with others.
        title: ``title``: what it is called.
        description: ``description``: what it is.
        document_links: ``document-link``: where to read more.
        references: ``reference``: the result in frameworks of results.
        indicators: ``indicator``: by what one sees whether it came.
        kept: What the file has beside the standard here.
    """

    type: str | None = attribute("type", required=True)
    aggregation_status: bool | None = attribute("aggregation-status", BOOLEAN)
    title: Text | None = element("title", required=True)
    description: Text | None = element("description")
    document_links: tuple[DocumentLink, ...] = elements("document-link")
    references: tuple[ResultReference, ...] = elements("reference")
    indicators: tuple[Indicator, ...] = elements("indicator", required=True)
    kept: Kept | None = residue()
