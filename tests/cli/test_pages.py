"""``cooperation explain`` and ``rules``."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from cooperation.cli import pages as cli_pages
from cooperation.cli.profiles import profile_page
from cooperation.diagnostics import Severity
from cooperation.model import CostKind, Money, PartialDate, Stage
from cooperation.rules import CATALOGUE, PROFILES, RULES, Limit, LimitKind, Profile, joined, own_pages, pages, weight

Run = Callable[..., Any]
# Longer than a terminal is wide, and whole all the same.
ADDRESS = f"https://example.org/{'guide-' * 20}"


def test_a_page(run: Run, snapshot: Callable[[str, str], None]) -> None:
    """A page says what was found, why that matters and how to mend it, with an example and the source."""
    snapshot("explain.txt", run("explain", "LOG003").stdout)


@pytest.mark.parametrize(
    "page",
    own_pages(),
    ids=lambda page: f"{page.code}-{page.name}",
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


def test_the_list_has_every_code_once(run: Run) -> None:
    """Rules and structural faults stand in one list, by family."""
    others = [page for family in joined() for page in family.pages]
    codes = [page.code for page in (*own_pages(), *others)]
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


def test_a_page_says_when_its_rule_is_asked_and_what_it_weighs(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The core has a line, and every profile that weighs the rule otherwise; a dash is where it is not asked."""
    strict = Profile(name="strict", title="S", severities={"TGT001": {Stage.FINAL: Severity.INFO}})
    same = Profile(name="same", title="T")
    monkeypatch.setattr(cli_pages, "PROFILES", {"core": PROFILES["core"], "strict": strict, "same": same})
    shown = run("explain", "TGT001").stdout.split("\nAsked\n")[1].split("\n\n")[0].splitlines()

    assert [
        ["summary", "proposal", "progress", "final"],
        ["core", "-", "warning", "error", "error"],
        ["strict", "-", "warning", "error", "info"],
    ] == [line.split() for line in shown[:3]]
    assert "same" not in "".join(shown)


def test_a_structural_fault_is_always_told(run: Run) -> None:
    """A page of a fault says that neither stage nor profile matters."""
    assert (
        "\nAsked\n  Whenever a document is read, at every stage and by every profile.\n"
        in run("explain", "DOC003").stdout
    )


def test_an_example_is_highlighted_on_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where there are colours, a key and a value have different ones; the words stay as they are."""
    plain = run("explain", "LOG003").stdout
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = run("explain", "LOG003").stdout
    line = next(line for line in coloured.splitlines() if "objectives" in line)

    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    assert 2 <= line.count("\x1b[")


@pytest.mark.parametrize("name", PROFILES)
def test_a_profile_has_a_page(run: Run, name: str) -> None:
    """Its name, what it asks and where it was read; with a date, too."""
    result = run("explain", name)

    assert 0 == result.exit_code
    assert result.stdout.startswith(f"{name}  {PROFILES[name].title}\n")
    assert all(code in result.stdout for code in PROFILES[name].codes)
    assert run("explain", f"{name}@2026").stdout.startswith(f"{name}@2026  ")
    assert 2 == run("explain", f"{name}@soon").exit_code


def test_what_the_page_of_a_profile_holds() -> None:
    """Rules with their titles, weights by stage, limits of any kind with their time, sources, what is unverified."""
    months = LimitKind[int]("months", "How long a project may be, in months.")
    kinds = LimitKind[frozenset[CostKind]]("kinds", "What is paid")
    needed = LimitKind[bool]("needed", "Whether it is needed")
    ceiling = LimitKind[tuple[Money, ...]]("ceiling", "The most")
    profile = Profile(
        name="donor",
        title="A donor",
        about="Asks more.",
        asks=("LOG003",),
        leaves_out=("LOG001",),
        severities={"TGT001": {Stage.PROPOSAL: Severity.ERROR}, "IND001": Severity.INFO},
        limits=(
            Limit(
                kind=months, value=24, source="page 1", since=PartialDate(2020), until=PartialDate(2022), note="Old."
            ),
            Limit(kind=needed, value=True, source=ADDRESS),
            Limit(kind=kinds, value=frozenset(list(CostKind)[:2]), source="page 2"),
            Limit(kind=ceiling, value=(Money(amount=Decimal(5), currency="SEK"),), source="page 3"),
        ),
        since=PartialDate(2019),
        sources=("A guide, https://example.org/guide",),
        unverified=("Whether it holds.",),
    )
    shown = "".join(text for text, _ in profile_page(profile, 88))

    for expected in (
        "donor  A donor\n\nAsks more.\nHolds from 2019 on.\n",
        "\nAsks beyond the core\n  LOG003  An outcome has no output under it.\n",
        "\nLeaves out\n  LOG001  ",
        "\nWeighs otherwise\n  IND001  info\n  TGT001  error from the stage proposal on\n",
        "  - How long a project may be, in months: 24 (from 2020 until 2022)\n    Old.\n    page 1\n",
        f"  - Whether it is needed: true\n    {ADDRESS}\n",
        f"  - What is paid: {', '.join(sorted(kind.value for kind in list(CostKind)[:2]))}\n    page 2\n",
        "  - The most: 5 SEK\n    page 3\n",
        "\nSources\n  - A guide, https://example.org/guide\n",
        "\nNot verified\n  - Whether it holds.\n",
    ):
        assert expected in shown


@pytest.mark.parametrize("stage", list(Stage))
def test_the_rules_that_are_asked(run: Run, stage: Stage) -> None:
    """A profile and a stage choose the rules and what they weigh; without a stage it is a proposal."""
    expected = [
        (one.code, severity.value)
        for one in sorted(RULES, key=lambda one: one.code)
        if (severity := weight(one, PROFILES["core"], stage)) is not None
    ]
    result = run("rules", "--stage", stage.value)
    listed = [tuple(line.split()[:2]) for line in result.stdout.splitlines() if re.match(r"  [A-Z]{3}\d", line)]

    assert expected == listed
    assert f"core asks {len(expected)} rules of a document at the stage {stage.value}; " in result.stdout
    assert (stage is Stage.PROPOSAL) == (result.stdout == run("rules", "--profile", "core").stdout)


def test_families_have_names(run: Run) -> None:
    """Those of the core by what they are about, those of a donor's own rules by the donor."""
    headings = [line for line in run("rules").stdout.splitlines() if re.match(r"[A-Z]{3}\b", line)]

    assert "LOG  logframe" in headings
    assert f"DFI  {PROFILES['dfid'].title}" in headings
    assert all(re.fullmatch(r"[A-Z]{3}  \S.*", heading) for heading in headings)


def test_what_is_no_profile_or_stage(run: Run) -> None:
    """The nearest is named."""
    assert "Error: no profile 'cor' (did you mean 'core'?)" in run("rules", "--profile", "cor").stderr
    assert "Error: no stage 'finl' (did you mean 'final'?)" in run("rules", "--stage", "finl").stderr
    assert "Error: no rule 'cor' (did you mean 'core'?)" in run("explain", "cor").stderr
