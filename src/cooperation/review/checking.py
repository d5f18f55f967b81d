"""Checking whole documents: structural faults and the findings of the rules in one run, each at its line."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path as FilePath
from typing import Any

import pendulum
from attrs import evolve, field, frozen

from cooperation.diagnostics import Diagnostic, LoadError, Path, Position, Report
from cooperation.formats import Document, Format, Judged, Parsed, SourceText, format_named, format_of
from cooperation.formats.build import build_fast
from cooperation.formats.faults import diagnose
from cooperation.model import Portfolio, Stage
from cooperation.review.certain import certain
from cooperation.review.question import Question
from cooperation.review.recovery import recover
from cooperation.rules import Profile

__all__ = ["Review", "review_document", "review_file", "review_text"]


@frozen(kw_only=True)
class Review:
    """What checking a document says.

    Attributes:
        name: The document's name.
        report: The findings, each with its place, in the order of the text; structural faults are among them.
        document: What could be read of it; ``None`` when that is nothing. A text that must be there and cannot be read
            stands as ``…``, and an id as the place of its part.
        source: Its text, for showing lines; ``None`` when it was no text.
        tree: The plain tree of a document with structural faults, before anything was taken out of it.
        is_readable: Whether a file of a standard could be read to its end.
    """

    name: str
    report: Report = field(repr=False)
    document: Document | None = field(default=None, repr=False)
    source: SourceText | None = None
    tree: Any = field(default=None, eq=False, repr=False)
    is_readable: bool = True

    def __str__(self) -> str:
        from cooperation.review.outputs.people import as_text

        return as_text(self)

    def _repr_html_(self) -> str:
        from cooperation.review.tables import review_table

        return review_table(self).to_html()

    @property
    def is_asked(self) -> bool:
        """Whether any rule was asked; none is of what cannot be read."""
        report = self.report
        return self.document is not None or bool(report.passed or report.not_applicable or report.unknown)

    def locate(self, path: Path) -> Position | None:
        r"""Where a path of the document stands in its text, or the nearest part around it; ``None`` without a text.

        >>> review = review_text("cooperation: 1\nproject: {id: a, title: A}")
        >>> review.locate(("projects", 0, "period", "end"))
        Position(line=2, column=1)
        """
        return None if self.source is None else self.source.locate(path)


def review_file(
    path: str | os.PathLike[str],
    *,
    stage: Stage | str | None = None,
    profile: str | Profile | None = None,
    today: pendulum.Date | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    lenient: bool = False,
) -> Review:
    """Check a file, whatever is wrong with it.

    Args:
        path: The file; its suffix tells the format.
        stage: What its projects are asked as, instead of what they say.
        profile: The profile that selects the rules, or its name; else the one that each project's programme names.
        today: The day on which is asked.
        select: Codes of rules, or the letters of families, that are asked; all where nothing is said.
        ignore: Codes of rules, or the letters of families, that are not asked.
        lenient: Whether a file of a standard is checked whatever version of it the file says it follows.

    Raises:
        OSError: The file cannot be read.
        UnknownFormatError: The suffix belongs to no format that is installed.
        UnknownProfileError: There is no such profile.
        ProfileError: The profile names a rule that there is not.
        UnknownCodeError: What is to be selected or ignored is neither a rule nor a family.
        ValueError: There is no such stage.
    """
    file = FilePath(path)
    question = Question(stage=stage, profile=profile, today=today, select=select, ignore=ignore, lenient=lenient)
    return _review(file.read_bytes(), os.fspath(path), format_of(file), question)


def review_text(  # noqa: PLR0913  # all that can be asked, each by its name
    text: str | bytes,
    format: str = "yaml",  # noqa: A002
    *,
    name: str = "<text>",
    stage: Stage | str | None = None,
    profile: str | Profile | None = None,
    today: pendulum.Date | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    lenient: bool = False,
) -> Review:
    r"""Check a text, whatever is wrong with it.

    Raises:
        UnknownFormatError: No format of that name is installed.
        UnknownProfileError: There is no such profile.
        ProfileError: The profile names a rule that there is not.
        UnknownCodeError: What is to be selected or ignored is neither a rule nor a family.
        ValueError: There is no such stage.

    >>> review = review_text("cooperation: 1\nprojcet: {}\nproject: {id: a, title: A, stage: summary}")
    >>> print(review.report.findings[0])
    2:1: error DOC003 unknown key 'projcet' (did you mean 'project'?)
    """
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    question = Question(stage=stage, profile=profile, today=today, select=select, ignore=ignore, lenient=lenient)
    return _review(data, name, format_named(format), question)


def review_document(
    document: Document,
    *,
    stage: Stage | str | None = None,
    profile: str | Profile | None = None,
    today: pendulum.Date | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> Review:
    """Check a document that was read before.

    Raises:
        UnknownProfileError: There is no such profile.
        ProfileError: The profile names a rule that there is not.
        UnknownCodeError: What is to be selected or ignored is neither a rule nor a family.
        ValueError: There is no such stage.
    """
    return _review_read(document, Question(stage=stage, profile=profile, today=today, select=select, ignore=ignore))


def _review_read(document: Document, question: Question) -> Review:
    report = question.ask(document.portfolio, document.allowances)
    located = evolve(
        report,
        findings=_in_order(document.locate(finding) for finding in report.findings),
        silenced=tuple(evolve(one, finding=document.locate(one.finding)) for one in report.silenced),
    )
    name = document.source.name if document.source is not None else "<portfolio>"
    return Review(name=name, report=located, document=document, source=document.source)


def _review(
    data: bytes,
    name: str,
    format: Format,  # noqa: A002
    question: Question,
) -> Review:
    if format.judge is not None:
        return _review_judged(format, data, name, question)
    try:
        if format.parse is None:
            return _review_read(format.read(data, name), question)
        parsed = format.parse(data, name)
    except LoadError as error:
        # Nothing could be read, and an empty portfolio leaves the rules nothing to say.
        source = SourceText(name=name, text=data.decode("utf-8", "replace"))
        report = question.ask(Portfolio())
        nothing = Report(findings=error.diagnostics, profile=report.profile)
        return Review(name=name, report=nothing, source=source)
    return _review_parsed(parsed, question)


def _review_judged(format: Format, data: bytes, name: str, question: Question) -> Review:  # noqa: A002
    """What a format with rules of its own says of a file."""
    assert format.judge is not None
    family = format.family
    asked = question.of(family)
    # Who selects other rules only asks none of this family's.
    none_of_ours = question.select and not asked.select and family is not None
    judged: Judged = format.judge(
        data,
        name,
        stage=asked.stage,
        profile=asked.profile,
        today=asked.today,
        select=asked.select,
        ignore=(family,) if none_of_ours else asked.ignore,
        lenient=asked.lenient,
    )
    source = None if judged.text is None else SourceText(name=name, text=judged.text, has_columns=False)
    return Review(name=name, report=judged.report, source=source, is_readable=judged.is_readable)


def _review_parsed(parsed: Parsed, question: Question) -> Review:
    source = parsed.source
    built = None if parsed.faults else build_fast(parsed.tree)
    if built is not None:
        document = Document(portfolio=built[0], allowances=built[1], source=source)
        return _review_read(document, question)
    recovered = recover(parsed.tree)
    structural = [
        diagnose(fault, fault.position or source.locate(fault.path, key=fault.on_key))
        for fault in (*parsed.faults, *recovered.faults)
    ]
    report = certain(recovered, question)

    def placed(finding: Diagnostic) -> Diagnostic:
        return evolve(finding, position=source.locate(finding.path))

    report = evolve(
        report,
        findings=_in_order((*structural, *(placed(finding) for finding in report.findings))),
        silenced=tuple(evolve(one, finding=placed(one.finding)) for one in report.silenced),
    )
    rest = recovered.built
    what_is_left = None if rest is None else Document(portfolio=rest[0], allowances=rest[1], source=source)
    return Review(name=source.name, report=report, document=what_is_left, source=source, tree=parsed.tree)


def _in_order(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """In the order of the text, the heaviest first within one place; what has no place comes first."""
    unique: Iterator[Diagnostic] = iter(dict.fromkeys(findings))

    def place(finding: Diagnostic) -> tuple[int, int, int]:
        position = finding.position
        where = (0, 0) if position is None else (position.line, position.column)
        return (*where, -finding.severity.rank)

    return tuple(sorted(unique, key=place))
