"""Generated pages say what the code says, and everything public is on one of them."""

import importlib
import importlib.util
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

import cooperation
from cooperation.diagnostics import Severity
from cooperation.rules import PROFILES, RULES, Profile, own_pages

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"


def _tool() -> ModuleType:
    """The generator, which is a script and no part of the package."""
    spec = importlib.util.spec_from_file_location("docs_tool", ROOT / "tools" / "docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(ROOT / "tools"))  # as for a script
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(ROOT / "tools"))
    return module


tool = _tool()
api, rules = (sys.modules[f"pages.{name}"] for name in ("api", "rules"))
PACKAGES = ("cooperation", "cooperation.model", *api.present().values())
AT_THE_TOP = {"model", *api.PACKAGES}
PUBLIC = [(package, name) for package in PACKAGES for name in importlib.import_module(package).__all__]


def test_committed_pages_are_those_that_would_be_written() -> None:
    """Whoever changes a docstring, a rule or the schema runs ``python tools/docs.py``."""
    assert [] == tool.differing(DOCS)


def test_pages_are_written_and_removed(tmp_path: Path) -> None:
    """Writing to an empty folder leaves nothing to write, and a page of a rule that is gone goes too."""
    gone = tmp_path / "rules" / "OLD001.md"
    gone.parent.mkdir()
    gone.write_text("# OLD001", encoding="utf-8")

    assert "rules/OLD001.md" in tool.differing(tmp_path)

    tool.write(tmp_path)

    assert [] == tool.differing(tmp_path)
    assert not gone.exists()


def test_every_code_has_a_page() -> None:
    """No finding prints a code that the documentation does not explain."""
    codes = {page.code for page in own_pages()}
    index = (DOCS / "rules" / "index.md").read_text(encoding="utf-8")

    assert set() == {code for code in codes if not (DOCS / "rules" / f"{code}.md").is_file()}
    assert set() == {code for code in codes if f"[{code}]({code}.md)" not in index}


@pytest.mark.parametrize(("package", "name"), PUBLIC, ids=[f"{package}.{name}" for package, name in PUBLIC])
def test_public_names_say_what_they_mean(package: str, name: str) -> None:
    """Every public name has a docstring, or for a constant a text below it."""
    home = api.home_package(name) if package == "cooperation" and name not in AT_THE_TOP else package

    assert api.meaning(home, name).strip()


def test_public_names_are_in_the_reference() -> None:
    """Every public name stands on a page of the API."""
    text = "\n".join(file.read_text(encoding="utf-8") for file in (DOCS / "reference" / "api").glob("*.md"))
    described = set(re.findall(r"^\.\. (?:autoclass|autofunction|py:data):: (\S+)$", text, re.MULTILINE))
    at_the_top = (DOCS / "reference" / "api" / "cooperation.md").read_text(encoding="utf-8")

    assert [] == [f"{p}.{n}" for p, n in PUBLIC if p != "cooperation" and f"{p}.{n}" not in described]
    assert [] == [name for name in cooperation.__all__ if f"`{name}" not in at_the_top]


def test_the_table_of_rules_tells_each_profile_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every rule of the core has a row in its family, and a profile has rows for what it weighs or asks otherwise."""
    own = Profile(name="own", title="Our own", leaves_out=("LOG003",), severities={"LOG004": Severity.INFO})
    monkeypatch.setattr(rules, "PROFILES", {"core": PROFILES["core"], "own": own})
    core, profile = rules._rule_table().split("## own: Our own\n")
    rows = [line for line in profile.splitlines() if line.startswith("| [")]

    assert [rule.code for rule in sorted(RULES, key=lambda one: one.code) if not rule.by_profile] == sorted(
        re.findall(r"^\| \[(\w+)\]", core, re.MULTILINE)
    )
    assert 2 == len(rows)
    assert rows[0].startswith("| [LOG003](LOG003.md) | An outcome has no output under it. |  |  |  |  | not asked |")
    assert rows[1].endswith("| info | info | info | info | weighs otherwise |")
