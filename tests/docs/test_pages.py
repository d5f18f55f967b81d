"""Pages written by hand: their documents load, and their links lead somewhere."""

import re
from pathlib import Path

import pytest

import cooperation as co
from cooperation.rules import own_pages

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = sorted(
    file for file in (ROOT / "README.md", *DOCS.rglob("*.md")) if "_build" not in file.parts and file.is_file()
)
BY_HAND = [file for file in PAGES if "Written by tools/docs.py" not in file.read_text(encoding="utf-8")]

_YAML = re.compile(r"^```yaml\n(cooperation: 1\n.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)(?:#[^)\s]*)?\)")
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
# Shown with the faults that the page then mends or explains.
FAULTY = {"docs/tutorial/first-proposal.md"}

DOCUMENTS = [
    pytest.param(file, block, id=f"{file.relative_to(ROOT)} {number}")
    for file in PAGES
    for number, block in enumerate(_YAML.findall(file.read_text(encoding="utf-8")), start=1)
]


@pytest.mark.parametrize(("file", "text"), DOCUMENTS)
def test_documents_on_the_pages_load(file: Path, text: str) -> None:
    """Every block that begins as a document is one."""
    if str(file.relative_to(ROOT)) in FAULTY:
        with pytest.raises(co.LoadError):
            co.loads(text)
    else:
        assert len(co.loads(text)) > 0


def test_there_are_documents_to_load() -> None:
    """The test above finds what it looks for."""
    assert len(DOCUMENTS) > 5


@pytest.mark.parametrize("file", PAGES, ids=[str(file.relative_to(ROOT)) for file in PAGES])
def test_links_between_pages_lead_somewhere(file: Path) -> None:
    """A link to another file names one that is there, also where no builder looks."""
    text = _FENCE.sub("", file.read_text(encoding="utf-8"))

    assert [] == [link for link in _LINK.findall(text) if not (file.parent / link).exists()]


@pytest.mark.parametrize("file", BY_HAND, ids=[str(file.relative_to(ROOT)) for file in BY_HAND])
def test_pages_name_codes_that_exist(file: Path) -> None:
    """No page speaks of a rule that is not there."""
    families = {page.code[:3] for page in own_pages()}
    known = {page.code for page in own_pages()}
    named = set(re.findall(r"\b([A-Z]{3}\d{3})\b", file.read_text(encoding="utf-8")))

    assert set() == {code for code in named if code[:3] in families} - known
