"""``cooperation check``: documents in, findings out."""

from collections.abc import Iterable, Iterator

import pendulum
from attrs import evolve, frozen

from cooperation.cli.inputs import (
    bytes_of,
    choose,
    documents,
    format_for,
    is_unreadable,
    problem,
    refuse,
    refusing,
    shown_name,
)
from cooperation.cli.terminal import show, write_data
from cooperation.diagnostics import Report, Severity
from cooperation.errors import UnknownFormatError
from cooperation.model import Stage
from cooperation.review import Review, as_json, review_file, review_text, segments, unknown_segments

__all__ = ["Question", "check_documents"]


@frozen(kw_only=True)
class Question:
    """What is asked of documents.

    Attributes:
        stage: What they are asked as, instead of what they say.
        profile: The profile that selects the rules.
        today: The day on which is asked.
        input_format: The format they are read in, instead of what their suffixes tell.

    """

    stage: Stage | None
    profile: str | None
    today: pendulum.Date | None
    input_format: str | None

    def ask(self, name: str) -> Review:
        """The review of one document.

        Raises:
            OSError: It cannot be read.
            UnknownFormatError: Its suffix belongs to no format.
            UnknownProfileError: There is no such profile.
        """
        data = bytes_of(name)
        format_name = format_for(name, data, self.input_format)
        if format_name is None:
            review = review_file(name, stage=self.stage, profile=self.profile, today=self.today)
        else:
            review = review_text(data, format_name, stage=self.stage, profile=self.profile, today=self.today)
        return evolve(review, name=shown_name(name))


def check_documents(
    arguments: Iterable[str],
    *,
    stage: str | None,
    profile: str | None,
    today: str | None,
    input_format: str | None,
    output: str,
    fail_on: str,
    unknown: bool,
) -> int:
    """Check what the arguments name and say what was found; the exit status."""
    is_json = choose("format", output, ["people", "json"]) == "json"
    threshold = Severity(choose("severity", fail_on, [severity.value for severity in reversed(Severity)]))
    question = Question(
        stage=None if stage is None else Stage(choose("stage", stage, [one.value for one in Stage])),
        profile=profile,
        today=None if today is None else _day(today),
        input_format=input_format,
    )
    with refusing():
        found = documents(arguments, input_format)
        reviews = []
        for review in _reviews(found.names, question):
            reviews.append(review)
            if not is_json:
                show(segments(review))
                if unknown:
                    show(_unknown(review))
        for message in found.problems:
            problem(message)
        if is_json:
            write_data(as_json(reviews))
        elif reviews:
            show([(f"{_summary(reviews, hint=not unknown)}\n", "heading")])
    if found.problems or len(reviews) < len(found.names) or any(map(is_unreadable, reviews)):
        return 2
    return int(any(review.report.at_or_above(threshold) for review in reviews))


def _reviews(names: Iterable[str], question: Question) -> Iterator[Review]:
    for name in names:
        try:
            yield question.ask(name)
        except UnknownFormatError as error:
            problem(f"{error} (--input-format says which one it is)")
        except OSError as error:
            problem(f"{shown_name(name)}: {error.strerror or error}")


def _day(text: str) -> pendulum.Date:
    try:
        return pendulum.Date.fromisoformat(text)
    except ValueError:
        refuse(f"no day {text!r}: write it as 2026-03-31")


def _unknown(review: Review) -> Iterator[tuple[str, str]]:
    yield (f"{review.name}: ", "place")
    if not review.report.unknown:
        yield ("nothing is missing that a rule would need\n", "plain")
        return
    yield ("missing, and the rules that could not judge without it\n", "plain")
    yield from unknown_segments(review.report)


def _summary(reviews: list[Review], *, hint: bool) -> str:
    whole = _together([review.report for review in reviews])
    said = whole.summary()
    if len(reviews) > 1:
        said = f"{len(reviews)} documents: {said}"
    if whole.silenced:
        said += f", {len(whole.silenced)} accepted by allowances"
    if whole.unknown and hint:
        said += " (cooperation check --unknown lists what is missing)"
    return said


def _together(reports: list[Report]) -> Report:
    """What several documents say as one: a rule passed when it passed somewhere and found nothing anywhere."""
    if len(reports) == 1:
        return reports[0]
    findings = tuple(finding for report in reports for finding in report.findings)
    silenced = tuple(one for report in reports for one in report.silenced)
    found = {finding.code for finding in (*findings, *(one.finding for one in silenced))}
    return Report(
        findings=findings,
        unknown=tuple(one for report in reports for one in report.unknown),
        passed=tuple(sorted({code for report in reports for code in report.passed} - found)),
        silenced=silenced,
    )
