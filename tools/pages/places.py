"""Where the documentation and what it is made of stand."""

from __future__ import annotations

from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs"
FIGURES = DOCS.parent / "tests" / "rules" / "wording" / "figures.toml"
