"""``cooperation check``: documents in, findings out."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

import pendulum
from attrs import asdict, evolve, field, frozen

from cooperation.cli.inputs import (
    STDIN,
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
from cooperation.diagnostics import Diagnostic, Severity
from cooperation.errors import UnknownFormatError
from cooperation.formats import format_of
from cooperation.model import Stage
from cooperation.review import (
    OUTPUTS,
    Options,
    Output,
    Question,
    Readiness,
    Review,
    Segment,
    Settings,
    compare,
    find_settings,
    read_settings,
    readiness_text,
    review_text,
)

__all__ = ["Asker", "check_documents", "question_of", "settings_of", "threshold_of"]

_T = TypeVar("_T")


@frozen(kw_only=True)
class Asker:
    """Asks documents.

    Attributes:
        question: What they are asked.
        input_format: The format they are read in, instead of what their suffixes tell.

    """

    question: Question
    input_format: str | None

    def review(self, name: str) -> Review:
        """The review of one document.

        Raises:
            OSError: It cannot be read.
            CooperationError: Its suffix belongs to no format, or the question names something that there is not.
        """
        data, kind, shown = self._read(name)
        return review_text(data, kind, name=shown, **asdict(self.question, recurse=False))

    def readiness(self, name: str) -> Readiness:
        """The counts of one document at every stage.

        Raises:
            OSError: It cannot be read.
            CooperationError: Its suffix belongs to no format, or the question names something that there is not.
        """
        data, kind, shown = self._read(name)
        # It is asked as every stage, so that the stage is no part of what is asked.
        asked = asdict(self.question, recurse=False, filter=lambda part, _: part.name != "stage")
        return readiness_text(data, kind, name=shown, **asked)

    def _read(self, name: str) -> tuple[bytes, str, str]:
        data = bytes_of(name)
        kind = format_for(name, data, self.input_format) or format_of(Path(name)).name
        return data, kind, shown_name(name)


def check_documents(
    arguments: Iterable[str],
    *,
    question: Question,
    input_format: str | None = None,
    output: str = "people",
    fail_on: Severity = Severity.ERROR,
    unknown: bool = False,
    against: str | None = None,
    readiness: bool = False,
) -> int:
    """Check what the arguments name and say what was found; the exit status."""
    form = OUTPUTS[choose("format", output, OUTPUTS)]
    options = Options(unknown=unknown, fail_on=fail_on)
    asker = Asker(question=question, input_format=input_format)
    if readiness and question.stage is not None:
        refuse("--readiness asks as every stage: leave --stage out")
    if readiness and against is not None:
        refuse("--readiness and --against answer two questions: ask one at a time")
    with refusing():
        found = documents(arguments, input_format)
        if readiness:
            status = _tell_readiness(found.names, asker, form)
        elif against is not None:
            status = _tell_changes(found.names, against, asker, form, options)
        else:
            status = _tell_findings(found.names, asker, form, options)
        for message in found.problems:
            problem(message)
    return 2 if found.problems else status


def settings_of(arguments: Iterable[str], file: str | None, *, look: bool) -> Settings:
    """The settings that hold for what the arguments name: those of a file, else of the nearest at or above all of them.

    Raises:
        Exit: The file cannot be read, or something in it means nothing.
    """
    with refusing():
        if file is not None:
            return read_settings(file)
        if not look:
            return Settings()
        # Standard input stands where the command does.
        places = [os.path.abspath("" if name == STDIN else name) for name in arguments]  # noqa: PTH100  # as settings do
        try:
            shared = os.path.commonpath(places)
        except ValueError:  # several drives have nothing in common
            return Settings()
        return find_settings(shared)


def question_of(
    settings: Settings,
    *,
    stage: str | None,
    profile: str | None,
    today: str | None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    lenient: bool = False,
) -> Question:
    """What is asked, in the words of the command line, and as the settings say where it says nothing.

    Raises:
        Exit: There is no such stage or profile, or what is given is no day.
    """
    with refusing():
        asked = settings.question(
            stage=None if stage is None else Stage(choose("stage", stage, [one.value for one in Stage])),
            profile=profile,
            today=None if today is None else _day(today),
            select=_listed(select),
            ignore=_listed(ignore),
        )
    return evolve(asked, lenient=lenient)


def threshold_of(settings: Settings, fail_on: str | None) -> Severity:
    """The least severity that is a failure.

    Raises:
        Exit: There is no such severity.
    """
    if fail_on is None:
        return settings.fail_on or Severity.ERROR
    return Severity(choose("severity", fail_on, [severity.value for severity in reversed(Severity)]))


def _listed(words: Iterable[str]) -> tuple[str, ...]:
    """Words that may be given one by one or with commas between them."""
    return tuple(part.strip() for word in words for part in word.split(",") if part.strip())


@frozen
class _Outcome:
    """What the exit status needs to know of the documents, which are told one after the other and not kept."""

    threshold: Severity
    failures: list[Diagnostic] = field(factory=list)
    unread: list[str] = field(factory=list)

    @property
    def status(self) -> int:
        return 2 if self.unread else int(bool(self.failures))

    def each(self, names: Iterable[str], ask: Callable[[str], _T]) -> Iterator[_T]:
        """What is said of each document that can be read; of the others that they cannot."""
        for name in names:
            try:
                answer = ask(name)
            except UnknownFormatError as error:
                self.unread.append(name)
                problem(f"{error} (--input-format says which one it is)")
            except OSError as error:
                self.unread.append(name)
                problem(f"{shown_name(name)}: {error.strerror or error}")
            else:
                if isinstance(answer, Review):
                    self.failures.extend(answer.report.at_or_above(self.threshold))
                    if is_unreadable(answer):
                        self.unread.append(name)
                yield answer


def _tell_findings(names: Iterable[str], asker: Asker, form: Output, options: Options) -> int:
    outcome = _Outcome(options.fail_on)
    _write(form, form.findings(outcome.each(names, asker.review), options))
    return outcome.status


def _tell_readiness(names: Iterable[str], asker: Asker, form: Output) -> int:
    if form.readiness is None:
        refuse(f"--readiness is told as {_forms_with('readiness')}")
    outcome = _Outcome(Severity.ERROR)
    _write(form, form.readiness(outcome.each(names, asker.readiness)))
    return outcome.status


def _tell_changes(names: tuple[str, ...], against: str, asker: Asker, form: Output, options: Options) -> int:
    if form.comparison is None:
        refuse(f"--against is told as {_forms_with('comparison')}")
    if len(names) != 1:
        refuse(f"--against compares one document with its earlier version; {len(names)} were given")
    outcome = _Outcome(options.fail_on)
    reviews = list(outcome.each((against, *names), asker.review))
    if len(reviews) < 2:  # noqa: PLR2004  # the earlier version and the present one
        return 2
    old, new = reviews
    if is_unreadable(old):
        refuse(f"{old.name} cannot be read as a document, so there is nothing to compare with")
    compared = compare(new, old)
    _write(form, form.comparison(compared, new, options))
    return 2 if outcome.unread else int(bool(compared.at_or_above(options.fail_on)))


def _forms_with(kind: str) -> str:
    return ", ".join(name for name, form in OUTPUTS.items() if getattr(form, kind) is not None)


def _write(form: Output, segments: Iterator[Segment]) -> None:
    if form.is_data:
        for text, _ in segments:
            write_data(text)
    else:
        for line in _by_line(segments):
            show(line)


def _by_line(segments: Iterator[Segment]) -> Iterator[list[Segment]]:
    """Pieces of text gathered to lines, so that each is shown as soon as it is whole."""
    line: list[Segment] = []
    for segment in segments:
        line.append(segment)
        if segment[0].endswith("\n"):
            yield line
            line = []
    if line:
        yield line


def _day(text: str) -> pendulum.Date:
    try:
        return pendulum.Date.fromisoformat(text)
    except ValueError:
        refuse(f"no day {text!r}: write it as 2026-03-31")
