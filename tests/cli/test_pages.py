"""``cooperation explain`` and ``rules``."""

from collections.abc import Callable
from typing import Any

import pytest

from cooperation.diagnostics import FAULTS, PROMISES
from cooperation.rules import CATALOGUE, pages

Run = Callable[..., Any]


def test_a_page(run: Run, snapshot: Callable[[str, str], None]) -> None:
    """A page says what was found, why that matters and how to mend it, with an example and the source."""
    snapshot("explain.txt", run("explain", "LOG003").stdout)


@pytest.mark.parametrize(
    "page", [*FAULTS.values(), *PROMISES.values(), *pages()], ids=lambda page: f"{page.code}-{page.name}"
)
def test_every_code_has_a_page(run: Run, page: Any) -> None:
    """Whatever code stands in a finding can be explained, in lines that fit a terminal."""
    result = run("explain", page.code)

    assert 0 == result.exit_code
    assert f"\n{page.code} {page.name}  {page.severity.value}, {page.nature.value}\n" in f"\n{result.stdout}"
    prose = [part.partition("\nExample\n")[0] for part in result.stdout.split("\nSource\n")]
    assert max(len(line) for part in prose for line in part.split("\n") if "://" not in line) <= 88


@pytest.mark.parametrize("word", ["log003", "outcome-without-outputs", "V03"])
def test_other_ways_to_name_a_rule(run: Run, word: str) -> None:
    """The case of letters does not matter, and a rule's name or its id in the catalogue finds it too."""
    assert run("explain", word).stdout.startswith("LOG003 outcome-without-outputs  error")


def test_several_rules_of_one_catalogue_id(run: Run) -> None:
    """An id of the catalogue that became several rules shows them all."""
    entry = next(entry for entry in CATALOGUE if len(entry.codes) > 1)
    found = run("explain", entry.id).stdout

    assert all(f"{code} " in found for code in entry.codes)


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("LOG03", "no rule 'LOG03' (did you mean 'LOG003'?); cooperation rules lists them all"),
        ("outcome-without-output", "no rule 'outcome-without-output' (did you mean 'outcome-without-outputs'?)"),
        ("?", "no rule '?'; cooperation rules lists them all"),
    ],
)
def test_a_code_that_does_not_exist(run: Run, code: str, message: str) -> None:
    """The nearest is named."""
    result = run("explain", code)

    assert 2 == result.exit_code
    assert result.stderr.startswith(f"Error: {message}")


def test_a_code_that_waits(run: Run) -> None:
    """A code of the catalogue that no rule has yet says what it waits for."""
    known = {page.code for page in pages()}
    waiting = next(
        entry for entry in CATALOGUE if not known & set(entry.codes) and entry.state.value == "with-a-profile"
    )
    result = run("explain", waiting.codes[0])

    assert 2 == result.exit_code
    assert result.stderr.startswith(f"Error: {waiting.codes[0]} has no page: it waits for a donor's profile")


def test_the_list_has_every_code_once(run: Run) -> None:
    """Rules and structural faults stand in one list, by family."""
    codes = [page.code for page in (*FAULTS.values(), *PROMISES.values(), *pages())]
    listed = [line.split()[0] for line in run("rules").stdout.split("\n") if line.startswith("  ") and line[2] != " "]

    assert sorted(codes) == listed


def test_one_family(run: Run) -> None:
    """The letters of a family choose its rules, and long titles hang in their column."""
    shown = run("rules", "log").stdout.split("\n")

    assert "LOG  logframe" == shown[0]
    assert "  LOG003 error    An outcome has no output under it." in shown
    assert all(line.startswith(("  LOG", " " * 18)) for line in shown[1:-4] if line)
    assert f"{sum(page.code.startswith('LOG') for page in pages())} pages; cooperation explain CODE" in shown[-2]


def test_a_family_that_does_not_exist(run: Run) -> None:
    """The nearest is named."""
    result = run("rules", "LGO")

    assert 2 == result.exit_code
    assert result.stderr.startswith("Error: no family of rules 'LGO' (did you mean 'LOG'?); there is ACT, ")
