"""Diagnostics and reports: values that compare, count and print."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cooperation.diagnostics import (
    FAULTS,
    Allowance,
    Diagnostic,
    LoadError,
    Missing,
    Position,
    Report,
    Severity,
    Unjudged,
    Wanted,
    format_path,
    parse_path,
)
from cooperation.errors import InvariantError

STEPS = st.lists(st.one_of(st.integers(0, 99), st.from_regex(r"[a-z][a-z_-]{0,8}", fullmatch=True)), max_size=6)
BASELINE = Missing(("projects", 0, "baseline"), "a baseline date")
PERIOD = Missing(("projects", 0, "period"), "the period")


@given(STEPS)
def test_a_path_survives_being_written(steps: list[str | int]) -> None:
    """``parse_path`` undoes ``format_path`` for every path of keys and indexes."""
    assert tuple(steps) == parse_path(format_path(tuple(steps)))


@pytest.mark.parametrize("text", ["a[b]", "a..b", "a[", "[-1]", "a.b]"])
def test_what_is_no_path_is_refused(text: str) -> None:
    """A slip in a path is told and not guessed at."""
    with pytest.raises(ValueError, match="expected a path such as"):
        parse_path(text)


def test_severities_are_ordered() -> None:
    """An error weighs more than a warning, and a warning more than an info."""
    assert [Severity.INFO, Severity.WARNING, Severity.ERROR] == sorted(Severity, key=lambda severity: severity)
    assert Severity.ERROR >= Severity.ERROR
    with pytest.raises(TypeError):
        _ = Severity.ERROR < "error"


def test_a_report_counts_and_filters() -> None:
    """Counts are by severity, and a threshold keeps what weighs as much or more."""
    findings = tuple(
        Diagnostic(code=f"LOG00{i}", severity=severity, message="m") for i, severity in enumerate(Severity)
    )
    report = Report(findings=findings, passed=("A", "B"))

    assert [1, 1, 1] == [report.count(severity) for severity in Severity]
    assert findings[1:] == report.at_or_above(Severity.WARNING)
    assert "1 error, 1 warning, 1 info; 2 rules passed, 0 could not be judged" == report.summary()


def test_missing_inputs_are_ranked_by_the_rules_they_would_settle() -> None:
    """An input that three rules wait for comes before one that a single rule waits for, however often it does."""
    report = Report(
        unknown=(
            Unjudged(code="TIM001", path=(), missing=(PERIOD,)),
            Unjudged(code="TIM001", path=("projects",), missing=(PERIOD,)),
            Unjudged(code="TGT001", path=(), missing=(BASELINE, PERIOD)),
            Unjudged(code="TGT002", path=(), missing=(BASELINE,)),
            Unjudged(code="TGT003", path=(), missing=(BASELINE,)),
        )
    )

    assert ((BASELINE, 3), (PERIOD, 2)) == report.missing()


def _unjudged(code: str, *missing: tuple[str, tuple[str | int, ...]]) -> Unjudged:
    return Unjudged(code=code, path=(), missing=tuple(Missing(path, what) for what, path in missing))


def test_missing_inputs_are_grouped_by_what_they_are() -> None:
    """Every place once, every rule once; a rule is settled by what it waits for alone, and only helped by the rest."""
    dates = [("a baseline date", ("projects", 0, "indicators", i, "baseline")) for i in range(3)]
    period = ("the period", ("projects", 0, "period"))
    report = Report(
        unknown=(
            _unjudged("TGT001", dates[0]),
            _unjudged("TGT001", dates[1]),
            _unjudged("TGT002", dates[0], dates[2]),
            _unjudged("TGT003", dates[0], period),
            _unjudged("TGT003", dates[1]),
            _unjudged("TIM001", period),
            _unjudged("TIM001", period),
        )
    )
    first, second = report.wanted()

    assert ("a baseline date", tuple(path for _, path in (dates[0], dates[1], dates[2]))) == (first.what, first.places)
    assert (("TGT001", "TGT002", "TGT003"), ("TGT001", "TGT002")) == (first.rules, first.settles)
    assert (("TGT003", "TIM001"), ("TIM001",)) == (second.rules, second.settles)
    assert "a baseline date for 3 indicators would settle 2 rules, and help 1 more to judge" == str(first)
    assert "the period for 1 project would settle 1 rule, and help 1 more to judge" == str(second)


def test_what_would_settle_most_comes_first() -> None:
    """Then what most rules wait for, then what is missing at most places, then the letters."""
    wanted = [
        _unjudged("A1", ("many rules", ("x",)), ("z", ("x",))),
        _unjudged("A2", ("many rules", ("x",)), ("y", ("x",)), ("y", ("y",))),
        _unjudged("A3", ("settles", ("x",))),
        _unjudged("A4", ("also", ("x",)), ("another", ("x",))),
    ]
    for order in (wanted, wanted[::-1]):
        report = Report(unknown=tuple(order))

        assert ["settles", "many rules", "y", "also", "another", "z"] == [one.what for one in report.wanted()]


@pytest.mark.parametrize(
    ("places", "told"),
    [
        (((),), "the end would help 1 rule to judge"),
        ((("a",), ("b",)), "the end would help 1 rule to judge"),
        ((("activities", 0), ("activities", 1, "period")), "the end for 2 activities would help 1 rule to judge"),
        ((("activities", 0, "a"), ("activities", 0, "b")), "the end for 1 activity would help 1 rule to judge"),
        ((("target_groups", 0), ("risks", 1)), "the end for 1 target group and 1 risk would help 1 rule to judge"),
    ],
)
def test_where_an_input_is_missing_is_counted_in_words(places: tuple[tuple[str | int, ...], ...], told: str) -> None:
    """By the items of lists that would have it, each once; without such items nothing is counted."""
    assert told == str(Wanted(what="the end", places=places, rules=("TIM001",)))


def test_a_load_error_says_every_fault_at_its_place() -> None:
    """The text of the error is what editors understand: name, line, column."""
    faults = (
        Diagnostic(code="DOC003", severity=Severity.ERROR, message="unknown key 'x'", position=Position(2, 1)),
        Diagnostic(code="DOC001", severity=Severity.ERROR, message="the file is not UTF-8"),
    )
    error = LoadError(faults, "a.yaml")

    assert "a.yaml:2:1: error DOC003 unknown key 'x'\na.yaml: error DOC001 the file is not UTF-8" == str(error)
    assert isinstance(error, ValueError)
    assert (faults, "a.yaml") == (pickle.loads(pickle.dumps(error)).diagnostics, pickle.loads(pickle.dumps(error)).name)


def test_an_allowance_covers_what_lies_below_its_place() -> None:
    """It is bound to its rule and to its place, and to everything when it names no place."""
    here = Allowance(rule="LOG001", reason="agreed", at="projects[0].logframe")

    assert here.covers("LOG001", ("projects", 0, "logframe", "objectives", 2))
    assert not here.covers("LOG001", ("projects", 1, "logframe"))
    assert not here.covers("LOG002", ("projects", 0, "logframe"))
    assert Allowance(rule="LOG001", reason="agreed").covers("LOG001", ())


@pytest.mark.parametrize(("at", "reason", "path"), [("a[", "agreed", ("at",)), (None, "  ", ("reason",))])
def test_an_allowance_without_reason_or_place_is_refused(at: str | None, reason: str, path: tuple[str, ...]) -> None:
    """An allowance is refused where the fault stands."""
    with pytest.raises(InvariantError) as refused:
        Allowance(rule="LOG001", reason=reason, at=at)

    assert path == refused.value.path


def test_faults_have_unique_codes_and_whole_pages() -> None:
    """Every structural fault can be explained."""
    pages = FAULTS.values()

    assert len(pages) == len({page.code for page in pages})
    assert all(page.title and page.why and page.fix and page.example and page.source for page in pages)
    assert all(name == page.name for name, page in FAULTS.items())
