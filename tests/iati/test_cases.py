"""The cases of every rule of the standard: files in which it fails, passes, has nothing to say, or cannot judge.

A case gives what is in an ``activity`` or an ``organisation``, as XML, and perhaps the ``attributes`` on it;
paths start there. Where it takes several it gives what is in a ``file``, and paths start at the file.
It may say on which day, ``today``, at which ``stage``, and with which ``publishers`` in IATI's register it is asked.
"""

from pathlib import Path
from typing import Any

import pendulum
import pytest

from cooperation import iati
from cooperation.diagnostics import format_path
from cooperation.formats.yaml_text import parse
from cooperation.iati.rules import RULES

FOLDER = Path(__file__).parent / "cases"
TODAY = "2020-06-15"
SECTIONS = ("title", "why", "fix", "example", "source")
CASES: dict[str, dict[str, Any]] = {
    file.stem: parse(file.read_text(encoding="utf-8"), file.name)[0] for file in sorted(FOLDER.glob("*.yaml"))
}
PAGES = {made.code: made.page for made in RULES}
KEYS = {
    "file",
    "activity",
    "organisation",
    "attributes",
    "today",
    "stage",
    "publishers",
    "at",
    "says",
    "severity",
    "missing",
}


def _cases(outcome: str) -> list[Any]:
    return [
        pytest.param(code, case, id=f"{code} {name}")
        for code, file in CASES.items()
        for name, case in (file.get(outcome, {}).items() if isinstance(file.get(outcome), dict) else ())
    ]


def _file(case: dict[str, Any]) -> bytes:
    if "file" in case:
        plural = "organisations" if "<iati-organisation>" in case["file"] else "activities"
        return f'<iati-{plural} version="2.03">{case["file"]}</iati-{plural}>'.encode()
    kind, plural = ("organisation", "organisations") if "organisation" in case else ("activity", "activities")
    inside = f"<iati-{kind} {case.get('attributes', '')}>{case.get(kind) or ''}</iati-{kind}>"
    return f'<iati-{plural} version="2.03">{inside}</iati-{plural}>'.encode()


def _check(case: dict[str, Any], code: str) -> Any:
    """The report on the only entry of a case, or on all of it, asked one rule."""
    file = iati.read(_file(case))
    entries = file.activities if isinstance(file, iati.Activities) else file.organisations
    return iati.check(
        file if "file" in case else entries[0],
        stage=case.get("stage"),
        today=pendulum.Date.fromisoformat(str(case.get("today", TODAY))),
        publishers=case.get("publishers"),
        select=[code],
    )


@pytest.mark.parametrize("code", PAGES)
def test_rule_is_complete(code: str) -> None:
    """A rule has its page, a case it fails with its severity, one it passes, and one it cannot judge or why not."""
    file = CASES.get(code, {})
    unknown = file.get("unknown")
    lacking = [section for section in SECTIONS if not getattr(PAGES[code], section)]
    lacking += [outcome for outcome in ("fail", "pass") if not file.get(outcome)]
    if not any(case.get("severity") for case in file.get("fail", {}).values()):
        lacking.append("severity")
    if not (isinstance(unknown, dict) and unknown) and not str(unknown).startswith("none, because "):
        lacking.append("unknown")

    assert [] == lacking


@pytest.mark.parametrize("code", CASES)
def test_no_case_is_written_in_vain(code: str) -> None:
    """Every group of cases and every key of a case is one that is read: a slip would be a case that tests nothing."""
    odd = set(CASES[code]) - {"fail", "pass", "skip", "unknown"}
    for group in CASES[code].values():
        for case in group.values() if isinstance(group, dict) else ():
            odd |= set(case) - KEYS

    assert set() == odd


def test_every_file_has_its_rule() -> None:
    """No file of cases is left over from a rule that is gone."""
    assert set(PAGES) == set(CASES)


@pytest.mark.parametrize(("code", "case"), _cases("fail"))
def test_fails(code: str, case: dict[str, Any]) -> None:
    """A failing case is found at its places, with its severity and its words."""
    report = _check(case, code)

    assert case["at"] == [format_path(finding.path) for finding in report.findings]
    assert all(case.get("says", "") in finding.message for finding in report.findings)
    assert {case.get("severity")} <= {None, *(finding.severity.value for finding in report.findings)}
    assert code not in (*report.passed, *report.not_applicable)


@pytest.mark.parametrize(("code", "case"), _cases("pass"))
def test_passes(code: str, case: dict[str, Any]) -> None:
    """A passing case is judged, wholly, and nothing is found."""
    report = _check(case, code)

    assert (code,) == report.passed
    assert () == report.findings
    assert () == report.unknown


@pytest.mark.parametrize(("code", "case"), _cases("skip"))
def test_does_not_apply(code: str, case: dict[str, Any]) -> None:
    """Where there is nothing to judge, the rule is said not to apply."""
    assert (code,) == _check(case, code).not_applicable


@pytest.mark.parametrize(("code", "case"), _cases("unknown"))
def test_cannot_judge(code: str, case: dict[str, Any]) -> None:
    """Where an input is missing nothing is found, and the input is named."""
    report = _check(case, code)
    missing = [missing for unjudged in report.unknown for missing in unjudged.missing]

    assert case["missing"] == list(dict.fromkeys(format_path(one.path) for one in missing))
    assert [] == [one for one in missing if one.what.startswith("values of the declared types")]
    assert () == report.findings
    assert () == report.passed


@pytest.mark.parametrize(("code", "case"), [*_cases("fail"), *_cases("pass"), *_cases("skip"), *_cases("unknown")])
def test_no_rule_stumbles(code: str, case: dict[str, Any]) -> None:
    """No case makes any rule stop on a value it did not expect, whether the whole file is checked or its parts."""
    report = iati.check_file(_file(case), today=pendulum.date(2020, 6, 15)).report

    assert [] == [
        missing
        for unjudged in report.unknown
        for missing in unjudged.missing
        if missing.what.startswith("values of the declared types")
    ]
