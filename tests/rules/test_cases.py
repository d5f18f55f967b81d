"""The cases of every rule: documents in which it fails, passes, has nothing to say, or cannot judge.

A case gives a whole ``document``, or only its ``project``, or only an ``objective``, ``indicator`` or ``budget`` of it;
paths start there, or with a slash at the project.
It may say as what ``stage``, by which ``profile`` and on which day, ``today``, the document is asked.
Where no profile asks it so, ``profile`` makes one up: what it ``asks``, and ``limits`` of which each may hold.
"""

from pathlib import Path
from typing import Any

import pendulum
import pytest

from cooperation.diagnostics import Allowance, Missing, format_path
from cooperation.formats import from_tree
from cooperation.formats.yaml_text import parse
from cooperation.model import Portfolio
from cooperation.rules import RULES, Limit, LimitKind, Profile, check, page
from cooperation.rules.profiles import _kinds_results

FOLDER = Path(__file__).parent / "cases"
TODAY = "2020-06-15"
SECTIONS = ("title", "why", "fix", "example", "source")

_PARTS = {
    "objective": ({"id": "o", "level": "outcome", "statement": "O"}, "logframe.objectives[0]"),
    "indicator": ({"id": "i", "statement": "What is counted"}, "logframe.objectives[0].indicators[0]"),
    "budget": ({}, "plan.budget"),
}


def _files() -> dict[str, dict[str, Any]]:
    return {file.stem: parse(file.read_text(encoding="utf-8"), file.name)[0] for file in sorted(FOLDER.glob("*.yaml"))}


CASES = _files()


def _cases(outcome: str) -> list[Any]:
    return [
        pytest.param(code, case, id=f"{code} {name}")
        for code, file in CASES.items()
        for name, case in (file.get(outcome, {}).items() if isinstance(file.get(outcome), dict) else ())
    ]


def _document(case: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """The whole document of a case, and where its paths start."""
    if "document" in case:
        return case["document"], ""
    project = {"id": "p", "title": "P", **case.get("project", {})}
    base = "projects[0]"
    for name, (defaults, where) in _PARTS.items():
        if name in case:
            part = {**defaults, **case[name]}
            base = f"projects[0].{where}"
            if name == "budget":
                project["plan"] = {"budget": part}
            else:
                objective = part if name == "objective" else {**_PARTS["objective"][0], "indicators": [part]}
                project["logframe"] = {"objectives": [objective]}
    return {"cooperation": "1", "projects": [project]}, base


_KINDS = {kind.name: kind for kind in vars(_kinds_results).values() if isinstance(kind, LimitKind)}


def _profile(case: dict[str, Any]) -> Any:
    """The profile that is asked by its name, or the one that the case makes up."""
    given = case.get("profile")
    if not isinstance(given, dict):
        return given
    limits = [(_KINDS[name], value) for name, values in given.get("limits", {}).items() for value in values]
    return Profile(
        name="case",
        title="A case",
        asks=tuple(given.get("asks", ())),
        limits=tuple(Limit(kind=kind, value=_limit(value), source="the case") for kind, value in limits),
    )


def _limit(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    return tuple(value) if isinstance(value, list) else int(value)


def _report(case: dict[str, Any]) -> tuple[Any, Any]:
    tree, _ = _document(case)
    tree = dict(tree)
    allowances = tuple(Allowance(**allowance) for allowance in tree.pop("allowances", ()))
    portfolio = from_tree(Portfolio, tree)
    root = portfolio.projects[0] if case.get("part") == "project" else portfolio
    today = pendulum.Date.fromisoformat(str(case.get("today", TODAY)))
    return root, check(root, stage=case.get("stage"), profile=_profile(case), today=today, allowances=allowances)


def _absolute(paths: list[str], case: dict[str, Any]) -> list[str]:
    _, base = _document(case)
    return [
        f"projects[0].{path[1:]}" if path.startswith("/") else f"{base}.{path}".strip(".") if path else base
        for path in paths
    ]


@pytest.mark.parametrize("code", [made.code for made in RULES])
def test_rule_is_complete(code: str) -> None:
    """A rule has its page, a case it fails with its severity, one it passes, and one it cannot judge or why not."""
    file = CASES.get(code, {})
    unknown = file.get("unknown")
    lacking = [section for section in SECTIONS if not getattr(page(code), section)]
    lacking += [outcome for outcome in ("fail", "pass") if not file.get(outcome)]
    if not any(case.get("severity") for case in file.get("fail", {}).values()):
        lacking.append("severity")
    if not (isinstance(unknown, dict) and unknown) and not str(unknown).startswith("none, because "):
        lacking.append("unknown")

    assert [] == lacking


@pytest.mark.parametrize("code", CASES)
def test_no_case_is_written_in_vain(code: str) -> None:
    """Every group of cases and every key of a case is one that is read: a slip would be a case that tests nothing."""
    groups = {"fail", "pass", "skip", "unknown"}
    keys = {"document", "project", "part", "stage", "profile", "today", *_PARTS, "at", "says", "severity", "missing"}
    odd = set(CASES[code]) - groups
    for group in CASES[code].values():
        for case in group.values() if isinstance(group, dict) else ():
            odd |= set(case) - keys

    assert set() == odd


def test_every_file_has_its_rule() -> None:
    """No file of cases is left over from a rule that is gone."""
    assert {made.code for made in RULES} == set(CASES)


@pytest.mark.parametrize(("code", "case"), _cases("fail"))
def test_fails(code: str, case: dict[str, Any]) -> None:
    """A failing case is found at its places, with its severity and its words."""
    _, report = _report(case)
    findings = [finding for finding in report.findings if finding.code == code]

    assert _absolute(case["at"], case) == [format_path(finding.path) for finding in findings]
    assert all(case.get("says", "") in finding.message for finding in findings)
    assert {case.get("severity")} <= {None, *(finding.severity.value for finding in findings)}
    assert code not in (*report.passed, *report.not_applicable)


@pytest.mark.parametrize(("code", "case"), _cases("pass"))
def test_passes(code: str, case: dict[str, Any]) -> None:
    """A passing case is judged, wholly, and nothing is found."""
    _, report = _report(case)

    assert code in report.passed
    assert [] == [found for found in (*report.findings, *report.unknown) if found.code == code]


@pytest.mark.parametrize(("code", "case"), _cases("skip"))
def test_does_not_apply(code: str, case: dict[str, Any]) -> None:
    """Where there is nothing to judge, the rule is said not to apply."""
    _, report = _report(case)

    assert code in report.not_applicable


@pytest.mark.parametrize(("code", "case"), _cases("unknown"))
def test_cannot_judge(code: str, case: dict[str, Any]) -> None:
    """Where an input is missing nothing is found, and the input is named."""
    _, report = _report(case)
    missing = [missing for unjudged in report.unknown if unjudged.code == code for missing in unjudged.missing]

    assert _absolute(case["missing"], case) == list(dict.fromkeys(format_path(one.path) for one in missing))
    assert [] == [finding for finding in report.findings if finding.code == code]
    assert code not in report.passed


@pytest.mark.parametrize(("code", "case"), [*_cases("fail"), *_cases("pass"), *_cases("skip"), *_cases("unknown")])
def test_no_rule_stumbles(code: str, case: dict[str, Any]) -> None:
    """No case makes any rule stop on a value it did not expect."""
    _, report = _report(case)

    assert [] == [m for unjudged in report.unknown for m in unjudged.missing if _is_stumble(m)]


def _is_stumble(missing: Missing) -> bool:
    return missing.what.startswith("values of the declared types")
