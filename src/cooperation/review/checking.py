"""Checking whole documents: structural faults and the findings of the rules in one run, each at its line."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path as FilePath

import pendulum
from attrs import evolve, frozen

from cooperation.diagnostics import Diagnostic, LoadError, Missing, Nature, Path, Report, Unjudged
from cooperation.formats import Document, Format, Parsed, SourceText, format_named, format_of
from cooperation.formats.build import build_fast
from cooperation.formats.faults import diagnose
from cooperation.model import Portfolio, Stage
from cooperation.review.recovery import Recovered, recover
from cooperation.rules import check, pages

__all__ = ["Review", "review_document", "review_file", "review_text"]


@frozen(kw_only=True)
class Review:
    """What checking a document says.

    Attributes:
        name: The document's name.
        report: The findings, each with its place, in the order of the text; structural faults are among them.
        document: What could be read of it; ``None`` when that is nothing.
        source: Its text, for showing lines; ``None`` when it was no text.
    """

    name: str
    report: Report
    document: Document | None = None
    source: SourceText | None = None


def review_file(
    path: str | os.PathLike[str],
    *,
    stage: Stage | str | None = None,
    profile: str | None = None,
    today: pendulum.Date | None = None,
) -> Review:
    """Check a file, whatever is wrong with it.

    Args:
        path: The file; its suffix tells the format.
        stage: What its projects are asked as, instead of what they say.
        profile: The profile that selects the rules.
        today: The day on which is asked.

    Raises:
        OSError: The file cannot be read.
        UnknownFormatError: The suffix belongs to no format that is installed.
        UnknownProfileError: There is no such profile.
        ValueError: There is no such stage.
    """
    file = FilePath(path)
    return _review(file.read_bytes(), os.fspath(path), format_of(file), stage=stage, profile=profile, today=today)


def review_text(
    text: str | bytes,
    format: str = "yaml",  # noqa: A002
    *,
    name: str = "<text>",
    stage: Stage | str | None = None,
    profile: str | None = None,
    today: pendulum.Date | None = None,
) -> Review:
    r"""Check a text, whatever is wrong with it.

    Raises:
        UnknownFormatError: No format of that name is installed.
        UnknownProfileError: There is no such profile.
        ValueError: There is no such stage.

    >>> review = review_text("cooperation: 1\nprojcet: {}\nproject: {id: a, title: A, stage: summary}")
    >>> print(review.report.findings[0])
    2:1: error DOC003 unknown key 'projcet' (did you mean 'project'?)
    """
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return _review(data, name, format_named(format), stage=stage, profile=profile, today=today)


def review_document(
    document: Document,
    *,
    stage: Stage | str | None = None,
    profile: str | None = None,
    today: pendulum.Date | None = None,
) -> Review:
    """Check a document that was read before.

    Raises:
        UnknownProfileError: There is no such profile.
        ValueError: There is no such stage.
    """
    report = check(document.portfolio, stage=stage, profile=profile, today=today, allowances=document.allowances)
    located = evolve(report, findings=_in_order(document.locate(finding) for finding in report.findings))
    name = document.source.name if document.source is not None else "<portfolio>"
    return Review(name=name, report=located, document=document, source=document.source)


def _review(
    data: bytes,
    name: str,
    format: Format,  # noqa: A002
    *,
    stage: Stage | str | None,
    profile: str | None,
    today: pendulum.Date | None,
) -> Review:
    try:
        if format.parse is None:
            return review_document(format.read(data, name), stage=stage, profile=profile, today=today)
        parsed = format.parse(data, name)
    except LoadError as error:
        # Nothing could be read, and an empty portfolio leaves the rules nothing to say.
        source = SourceText(name=name, text=data.decode("utf-8", "replace"))
        return Review(name=name, report=Report(findings=error.diagnostics, profile=profile), source=source)
    return _review_parsed(parsed, stage=stage, profile=profile, today=today)


def _review_parsed(
    parsed: Parsed, *, stage: Stage | str | None, profile: str | None, today: pendulum.Date | None
) -> Review:
    source = parsed.source
    built = None if parsed.faults else build_fast(parsed.tree)
    if built is not None:
        document = Document(portfolio=built[0], allowances=built[1], source=source)
        return review_document(document, stage=stage, profile=profile, today=today)
    recovered = recover(parsed.tree)
    structural = [
        diagnose(fault, fault.position or source.locate(fault.path, key=fault.on_key))
        for fault in (*parsed.faults, *recovered.faults)
    ]
    portfolio, allowances = recovered.built or (Portfolio(), ())
    report = check(portfolio, stage=stage, profile=profile, today=today, allowances=allowances)
    kept, doubtful = _sort_out(report.findings, recovered, portfolio)
    # The rules saw what is left; people see the whole.
    whole = [evolve(finding, path=recovered.at_first(finding.path)) for finding in kept]
    located = [evolve(finding, position=source.locate(finding.path)) for finding in whole]
    report = evolve(
        report if recovered.built is not None else Report(profile=profile),
        findings=_in_order((*structural, *located)),
        unknown=tuple(_at_first(unjudged, recovered) for unjudged in (*report.unknown, *doubtful)),
    )
    rest = Document(portfolio=portfolio, allowances=allowances, source=source)
    what_is_left = rest if recovered.built is not None else None
    return Review(name=source.name, report=report, document=what_is_left, source=source)


def _sort_out(
    findings: Iterable[Diagnostic], recovered: Recovered, portfolio: Portfolio
) -> tuple[list[Diagnostic], list[Unjudged]]:
    """Keep the findings that stand whatever was taken out; the others could not be judged."""
    omissions = {page.code for page in pages() if page.nature is not Nature.CONTRADICTION}
    kept: list[Diagnostic] = []
    doubtful: list[Unjudged] = []
    for finding in findings:
        node = _at(portfolio, finding.path)
        if recovered.explains(finding.path, node, is_omission=finding.code in omissions):
            missing = Missing(finding.path, "a part that can be read")
            doubtful.append(Unjudged(code=finding.code, path=finding.path, missing=(missing,)))
        else:
            kept.append(finding)
    return kept, doubtful


def _at_first(unjudged: Unjudged, recovered: Recovered) -> Unjudged:
    missing = tuple(Missing(recovered.at_first(one.path), one.what) for one in unjudged.missing)
    return evolve(unjudged, path=recovered.at_first(unjudged.path), missing=missing)


def _at(root: object, path: Path) -> object:
    """What stands at a place of the model, or ``None``."""
    value: object = root
    for step in path:
        if isinstance(step, int):
            value = value[step] if isinstance(value, tuple) and step < len(value) else None
        else:
            value = getattr(value, step, None)
    return value


def _in_order(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """In the order of the text, the heaviest first within one place; what has no place comes first."""
    unique: Iterator[Diagnostic] = iter(dict.fromkeys(findings))

    def place(finding: Diagnostic) -> tuple[int, int, int]:
        position = finding.position
        where = (0, 0) if position is None else (position.line, position.column)
        return (*where, -finding.severity.rank)

    return tuple(sorted(unique, key=place))
