"""Checking files and records: structure, codelists and the official ruleset in one run, each finding at its line.

A file is read part by part, each judged and asked while it is there, so that its size does not matter.
"""

import functools
from collections.abc import Iterable
from typing import Any

import pendulum
from attrs import evolve, frozen

from cooperation.diagnostics import Diagnostic, LoadError, Missing, Nature, Path, Report, Severity, Unjudged
from cooperation.iati.blanks import filled
from cooperation.iati.careful import gathered
from cooperation.iati.declare import Record
from cooperation.iati.faults import FAULTS
from cooperation.iati.judge import _Judging, _Sequence
from cooperation.iati.plain import is_plain
from cooperation.iati.positions import position_of
from cooperation.iati.reading import _reader_of
from cooperation.iati.rules import RULES, records
from cooperation.iati.shape import Shape, shape_of
from cooperation.iati.source import MOST_UNPACKED, Source, opened
from cooperation.iati.stream import ROOTS, Entry, Stream
from cooperation.model import Stage
from cooperation.rules import RULES as MODEL_RULES
from cooperation.rules import Asked, Examination, Profile, Rule, chosen, resolved

__all__ = ["Checked", "check", "check_file"]

# The faults for which something that a record would say is not read.
_LOSING = frozenset(
    FAULTS[name].code for name in ("unknown-element", "repeated-element", "unknown-attribute", "wrong-value")
)
_OMISSIONS = frozenset(made.code for made in RULES if made.nature is not Nature.CONTRADICTION)


@frozen(kw_only=True)
class Checked:
    """What checking a file says.

    Attributes:
        report: The findings, each with its line, in the order of the file; faults of structure are among them.
        is_readable: Whether the file could be read to its end.
    """

    report: Report
    is_readable: bool


def check(
    x: Record,
    *,
    stage: Stage | str | None = None,
    profile: str | Profile | None = None,
    today: pendulum.Date | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    publishers: Iterable[str] | None = None,
    rules: Iterable[Rule] | None = None,
) -> Report:
    """Ask the codelists and the official ruleset of an activity, an organisation, a whole file or any part of one.

    Args:
        x: The record.
        stage: What it is asked as; at the stage of a summary only contradictions are findings.
        profile: The profile that says how much each finding weighs, or its name; else ``iati``.
        today: The day on which is asked.
        select: Codes of rules, or the letters of families, that are asked; all where nothing is said.
        ignore: Codes of rules, or the letters of families, that are not asked.
        publishers: The identifiers of the organisations that IATI's register knows, which excuse what is asked of
            others; where nobody gives them, what they might excuse is unknown.
        rules: The rules to choose from, instead of those of the standard.

    Raises:
        TypeError: It is no record of the standard.
        UnknownProfileError: There is no such profile.
        UnknownCodeError: What is to be selected or ignored is neither a rule nor a family.
        ValueError: There is no such stage.

    >>> from cooperation import iati
    >>> print(iati.check(iati.Transaction(transaction_type="2", transaction_date=pendulum.date(2099, 1, 1)),
    ...                  today=pendulum.date(2026, 1, 1), select=["IAT151"]))
    error IAT151 the transaction is dated 2099-01-01, after today, 2026-01-01
    1 error, 0 warnings, 0 infos; 0 rules passed, 0 could not be judged

    """
    examination = _examination(stage, profile, today, select, ignore, publishers, rules)
    found = examination.see(x)
    report = examination.report(tuple(sorted(found, key=functools.partial(_in_order, x))))
    return evolve(report, stage=None if stage is None else Stage(stage).value)


def check_file(  # noqa: PLR0913  # all that can be asked, each by its name
    source: Source,
    *,
    stage: Stage | str | None = None,
    profile: str | Profile | None = None,
    today: pendulum.Date | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    publishers: Iterable[str] | None = None,
    lenient: bool = False,
    most_unpacked: int = MOST_UNPACKED,
) -> Checked:
    """Check a file, whatever is wrong with it: its structure as the official schema does, codelists, official ruleset.

    Args:
        source: A path, the bytes, or a file open for reading bytes; plain or packed with gzip.
        stage: What it is asked as; at the stage of a summary only contradictions are findings.
        profile: The profile that says how much each finding weighs, or its name; else ``iati``.
        today: The day on which is asked.
        select: Codes of rules, or the letters of families, that are asked; all where nothing is said.
            Faults of structure are always told.
        ignore: Codes of rules, or the letters of families, that are not asked.
        publishers: The identifiers of the organisations that IATI's register knows.
        lenient: Check files of any version, and of none, as if they were of version 2.03.
        most_unpacked: To how many bytes a packed file may unpack.

    Raises:
        MissingExtraError: lxml is not installed.
        OSError: The file cannot be read.
        UnknownProfileError: There is no such profile.
        UnknownCodeError: What is to be selected or ignored is neither a rule nor a family.
        ValueError: There is no such stage.

    >>> text = b'<iati-activities version="2.03"><iati-activity default-currency="SEKK"/></iati-activities>'
    >>> print(check_file(text, select=["IAT020"]).report.findings[-1])
    1:1: error IAT020 'SEKK' is not on the list Currency (did you mean 'SEK'?)
    """
    examination = _examination(stage, profile, today, select, ignore, publishers, None)
    run = _FileRun(examination, lenient=lenient)
    try:
        with opened(source, most_unpacked) as bytes_:
            is_readable = run.read(Stream(bytes_))
    except LoadError as error:
        run.found += error.diagnostics
        is_readable = False
    report = evolve(examination.report(()), stage=None if stage is None else Stage(stage).value)
    findings = tuple(sorted(dict.fromkeys(run.found), key=_place))
    unknown = (*report.unknown, *run.doubtful)
    told = {one.code for one in findings} | {one.code for one in unknown}
    passed = tuple(code for code in report.passed if code not in told)
    if not is_readable and not run.is_begun:
        # Nothing was asked, so that nothing passed.
        return Checked(report=Report(findings=findings, profile=run.profile), is_readable=False)
    return Checked(report=evolve(report, findings=findings, unknown=unknown, passed=passed), is_readable=is_readable)


def _examination(
    stage: Stage | str | None,
    profile: str | Profile | None,
    today: pendulum.Date | None,
    select: Iterable[str],
    ignore: Iterable[str],
    publishers: Iterable[str] | None,
    rules: Iterable[Rule] | None,
) -> Examination:
    there_are = RULES if rules is None else tuple(rules)
    known = frozenset(made.code for made in (*RULES, *MODEL_RULES))
    return Examination(
        chosen(there_are, select, ignore),
        Asked(
            stage=None if stage is None else Stage(stage),
            profile=resolved(profile or "iati", there_are, known),
            today=today if today is not None else pendulum.today().date(),
        ),
        records(None if publishers is None else frozenset(publishers)),
    )


class _EntryJudging(_Judging):
    """The judge, who need not look into an entry that is plain."""

    is_plain = False

    def element(self, e: Any, shape: Shape, path: Path) -> None:
        """Judge an element that has a shape."""
        if not self.is_plain:
            super().element(e, shape, path)


class _FileRun:
    """One file on its way past the judge and the rules."""

    def __init__(self, examination: Examination, *, lenient: bool) -> None:
        self.found: list[Diagnostic] = []
        self.doubtful: list[Unjudged] = []
        self.is_begun = False
        self.profile: str | None = None
        self._examination = examination
        self._lenient = lenient

    def read(self, stream: Stream) -> bool:
        """Read a file to its end, and say whether it was read at all."""
        cls, _ = ROOTS[stream.open()]
        version = stream.version_fault()
        if version is not None:
            self.found.append(evolve(version, severity=Severity.WARNING) if self._lenient else version)
            if not self._lenient:
                return False
        self.is_begun = True
        (child,) = shape_of(cls).children.values()
        read = _reader_of(child.record)
        judging = _EntryJudging(stream.root.tag, self.found)
        judging.attributes(stream.root, shape_of(cls), ())
        sequence = _Sequence(judging, stream.root, shape_of(cls), ())
        self._ask_root(stream.root, cls)
        number = 0
        for part in stream.parts():
            if not isinstance(part, Entry):
                judging.is_plain = False
                sequence.see(part)
                continue
            faults = len(self.found)
            record = read(part)
            judging.is_plain = is_plain(record)
            sequence.see(part.element)
            self._ask(record, part.element, child.field, number, self.found[faults:])
            number += 1
        sequence.end()
        return True

    def _ask_root(self, root: Any, cls: Any) -> None:
        """Ask what there is to ask of the root itself; its entries come one by one."""
        values, residue = gathered(shape_of(cls), root)
        for finding in self._examination.see(filled(cls, {**values, "kept": residue.kept()})):
            self.found.append(evolve(finding, position=position_of(root, cls, ())))

    def _ask(self, record: Any, e: Any, field: str, number: int, faults: list[Diagnostic]) -> None:
        """Ask the rules of an entry, and find the lines of what they find while its element is there."""
        losing = [fault.path for fault in faults if fault.code in _LOSING]
        for finding in self._examination.see(record, field, number):
            if losing and finding.code in _OMISSIONS and _may_explain(losing, finding.path):
                missing = Missing(finding.path, "a part that can be read")
                self.doubtful.append(Unjudged(code=finding.code, path=finding.path, missing=(missing,)))
            else:
                where = position_of(e, type(record), finding.path[2:])
                self.found.append(evolve(finding, position=where))


def _may_explain(losing: list[Path], path: Path) -> bool:
    """Whether something at a place or right below it was not read, so that what seems to lack may be there."""
    above = path[:-1] if len(path) > 2 and isinstance(path[-1], str) else path  # noqa: PLR2004  # the entry's own
    return any(lost[: len(above)] == above and _steps(lost[len(above) :]) <= 1 for lost in losing)


def _steps(path: Path) -> int:
    return sum(not isinstance(step, int) for step in path)


def _place(finding: Diagnostic) -> tuple[int, int, int]:
    position = finding.position
    where = (0, 0) if position is None else (position.line, position.column)
    return (*where, -finding.severity.rank)


def _in_order(root: Any, finding: Diagnostic) -> tuple[tuple[int, ...], int]:
    """The order of a record's fields, the heaviest first within one place."""
    steps: list[int] = []
    value = root
    for step in finding.path:
        if isinstance(step, int):
            steps.append(step)
            value = value[step] if isinstance(value, tuple) and step < len(value) else None
        else:
            names = getattr(type(value), "__slots__", ())
            steps.append(names.index(step) if step in names else len(names))
            value = getattr(value, step, None)
    return tuple(steps), -finding.severity.rank
