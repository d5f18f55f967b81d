"""Checking files and records: structure, codelists and the official ruleset in one run, each finding at its line.

A file is read part by part, each judged and asked while it is there, so that its size does not matter.
"""

import functools
from collections.abc import Iterable
from typing import Any

import pendulum
from attrs import evolve, frozen

from cooperation.diagnostics import Diagnostic, Missing, Nature, Path, Report, Severity, Unjudged
from cooperation.iati.activity import Activity
from cooperation.iati.declare import Record
from cooperation.iati.faults import FAULTS
from cooperation.iati.judging import iter_entries
from cooperation.iati.organisation import Organisation
from cooperation.iati.positions import place_in
from cooperation.iati.rules import RULES, AskedOfFile, records
from cooperation.iati.shape import shape_of
from cooperation.iati.source import MOST_UNPACKED, Source
from cooperation.model import Stage
from cooperation.rules import RULES as MODEL_RULES
from cooperation.rules import Examination, Profile, Rule, chosen, resolved

__all__ = ["Checked", "check", "check_file"]

# The faults for which something that a record would say is not read, and those behind which nothing is.
_LOSING = frozenset(
    FAULTS[name].code for name in ("unknown-element", "repeated-element", "unknown-attribute", "wrong-value")
)
_UNREAD = frozenset(FAULTS[name].code for name in ("not-well-formed", "hostile-xml", "damaged-file", "not-iati"))
_WHAT_TO_DO = 'Convert the file to version 2.03, and say version="2.03" on its root; --lenient checks it as it is.'
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
    run = _FileRun(examination)
    is_readable = run.read(source, lenient=lenient, most_unpacked=most_unpacked)
    findings = tuple(sorted(dict.fromkeys((*run.faults, *run.found)), key=_place))
    report = evolve(examination.report(findings), stage=None if stage is None else Stage(stage).value)
    if not run.is_begun:
        # Nothing was asked, so that nothing passed.
        return Checked(report=Report(findings=findings, profile=examination.profile), is_readable=False)
    told = {one.code for one in findings} | {one.code for one in run.doubtful}
    return Checked(
        report=evolve(
            report,
            unknown=(*report.unknown, *run.doubtful),
            passed=tuple(code for code in report.passed if code not in told),
        ),
        is_readable=is_readable,
    )


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
        AskedOfFile(
            stage=None if stage is None else Stage(stage),
            profile=resolved(profile or "iati", there_are, known),
            today=today if today is not None else pendulum.today().date(),
        ),
        records(None if publishers is None else frozenset(publishers)),
    )


class _FileRun:
    """One file on its way past the judge and the rules.

    Attributes:
        faults: The faults of structure.
        found: What the rules found, each with its line.
        doubtful: What they seemed to find, and what a fault of structure may explain.
        is_begun: Whether any rule was asked.
    """

    def __init__(self, examination: Examination) -> None:
        self.faults: list[Diagnostic] = []
        self.found: list[Diagnostic] = []
        self.doubtful: list[Unjudged] = []
        self.is_begun = False
        self._examination = examination

    def read(self, source: Source, *, lenient: bool, most_unpacked: int) -> bool:
        """Read a file as far as can be, and say whether that was to its end."""
        number = 0
        for one in iter_entries(source, most_unpacked):
            faults = one.faults
            if not self.is_begun and not lenient and (strange := [fault for fault in faults if _is_of_version(fault)]):
                self.faults += [evolve(fault, severity=Severity.ERROR, help=_WHAT_TO_DO) for fault in strange]
                return False
            self.faults += faults
            if one.record is not None:
                self._ask(one.record, one.element, number, faults)
                number += 1
            self.is_begun = self.is_begun or not any(fault.code in _UNREAD for fault in faults)
        return not any(one.code in _UNREAD for one in self.faults)

    def _ask(self, record: Activity | Organisation, element: Any, number: int, faults: tuple[Diagnostic, ...]) -> None:
        """Ask the rules of an entry, and look for what they find while its element is there."""
        shape = shape_of(type(record))
        losing = [fault.path for fault in faults if fault.code in _LOSING]
        field = "activities" if isinstance(record, Activity) else "organisations"
        for finding in self._examination.see(record, field, number):
            if losing and finding.code in _OMISSIONS and _may_explain(losing, finding.path):
                missing = Missing(finding.path, "a part that can be read")
                self.doubtful.append(Unjudged(code=finding.code, path=finding.path, missing=(missing,)))
            else:
                self.found.append(evolve(finding, position=place_in(element, shape, finding.path[2:])))


def _is_of_version(fault: Diagnostic) -> bool:
    """Whether a fault says that the file is of a version that is not read, or of none."""
    return fault.path == ("version",)


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
