"""The package as a whole: what its root gives, and what it costs to import."""

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

import cooperation as co

HEAVY = (
    "attrs",
    "cattrs",
    "hypothesis",
    "importlib.metadata",
    "jinja2",
    "lxml",
    "msgspec",
    "pendulum",
    "polars",
    "rich",
    "yaml",
)


def _modules_after(code: str) -> set[str]:
    told = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint(*sys.modules)"], capture_output=True, text=True, check=True
    )
    return set(told.stdout.split())


@pytest.mark.parametrize("name", co.__all__)
def test_every_public_name_is_there(name: str) -> None:
    """What ``__all__`` promises, the lazy root delivers."""
    assert getattr(co, name) is not None


def test_public_names_are_sorted_and_listed() -> None:
    """``dir`` shows the lazy names, and the list stays readable."""
    assert sorted(co.__all__) == co.__all__
    assert set(co.__all__) <= set(dir(co))


def test_a_wrong_name_is_an_attribute_error() -> None:
    """The lazy root says which name it does not have."""
    with pytest.raises(AttributeError, match="'cooperation' has no attribute 'protfolio'"):
        _ = co.protfolio


def test_importing_the_package_imports_nothing_heavy() -> None:
    """``import cooperation`` costs a few milliseconds, because it brings in nothing but itself."""
    brought = _modules_after("import cooperation") - _modules_after("")

    assert {"cooperation"} == brought


@pytest.mark.parametrize("module", ["model", "diagnostics", "codelists", "measures"])
def test_the_lower_floors_bring_in_no_carrier(module: str) -> None:
    """The model and what lies below it know no file format and no terminal."""
    brought = _modules_after(f"import cooperation.{module}")

    assert set() == brought & {
        "yaml",
        "cattrs",
        "rich",
        "typer",
        "hypothesis",
        "cooperation.formats",
        "cooperation.rules",
    }


def test_the_version_is_the_distributions() -> None:
    """There is one version, in pyproject.toml."""
    assert version("cooperation").count(".") == 2


def test_every_docstring_with_an_example_is_run() -> None:
    """The collector of examples finds each module of the package that shows one."""
    root = Path(__file__).resolve().parents[1]
    told = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", "src"],
        cwd=root,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    collected = {line.partition("::")[0] for line in told.stdout.splitlines() if "::" in line}
    showing = {p.relative_to(root).as_posix() for p in (root / "src").rglob("*.py") if ">>> " in p.read_text("utf-8")}

    assert showing == collected
