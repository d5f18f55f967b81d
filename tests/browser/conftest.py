"""A real browser: Chromium without a window, and axe-core, which judges whether everybody can use a page.

Chromium is that of the system, such as the Debian package; axe-core is the npm package in the folder that
``COOPERATION_NODE`` names: ``npm install --prefix FOLDER axe-core``. Without them these tests are skipped.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Page as Shown

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
AXE = Path(os.environ.get("COOPERATION_NODE", "")) / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    if CHROMIUM is None:
        pytest.skip("there is no Chromium on this machine")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield started
        started.close()


Open = Callable[..., Shown]


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open a page of HTML; whatever it says on the console and whatever it asks for elsewhere fails the test."""
    said: list[str] = []
    asked: list[str] = []
    contexts = []

    def open_page(html: str, *, theme: str = "light", width: int = 1280) -> Shown:
        file = tmp_path / "page.html"
        file.write_text(html, encoding="utf-8")
        context = browser.new_context(color_scheme=theme, viewport={"width": width, "height": 900})  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(f"a dialog: {dialog.message}"))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()

    assert [] == said
    assert [] == [url for url in asked if not url.startswith(("file:", "data:"))]
    assert len(contexts) == sum(url.startswith("file:") for url in asked)


@pytest.fixture
def violations() -> Callable[[Shown], list[str]]:
    """What axe-core finds on a page, by all its rules, each with the first places."""
    if not AXE.is_file():
        pytest.skip("COOPERATION_NODE names no folder with the npm package axe-core")

    def judge(page: Shown) -> list[str]:
        # As a tool of the browser, not of the page, whose own rules allow no script.
        page.evaluate(AXE.read_text("utf-8"))
        found: dict[str, Any] = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
        return [
            f"{one['id']}: {node['html'][:120]} {node.get('failureSummary', '')}"
            for one in found["violations"]
            for node in one["nodes"][:3]
        ]

    return judge
