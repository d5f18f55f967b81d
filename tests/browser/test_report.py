"""Reports in a real browser: they show, fold, print, ask for nothing, and can be used by everybody."""

import functools
import re
from collections.abc import Callable

import pendulum
import pytest
from playwright.sync_api import Page as Shown

from cooperation.examples import example_text, read_example
from cooperation.model import Portfolio, Project, Stage
from cooperation.report import page
from cooperation.review import review_text

Open = Callable[..., Shown]
TODAY = pendulum.date(2018, 11, 1)

THEMES = pytest.mark.parametrize("theme", ["light", "dark"])


@functools.cache
def _proposal() -> str:
    return page(read_example("proposal"), today=TODAY).html


@functools.cache
def _broken() -> str:
    return page(review_text(example_text("broken-proposal"), name="broken.yaml", today=TODAY), today=TODAY).html


@functools.cache
def _overview() -> str:
    return page(read_example("vaxjo"), today=TODAY).html


@functools.cache
def _summary() -> str:
    return page(read_example("vaxjo"), project="contact-centre", today=TODAY).html


@functools.cache
def _large() -> str:
    projects = tuple(Project(id=f"p{n}", title=f"Project {n}", stage=Stage.PROPOSAL) for n in range(450))
    return page(Portfolio(projects=projects, language="en"), today=TODAY).html


def _unfold(shown: Shown) -> None:
    """Open every fold, as a reader would who wants to see all."""
    shown.evaluate("() => document.querySelectorAll('details').forEach(fold => { fold.open = true })")


PAGES = pytest.mark.parametrize("made", [_proposal, _broken, _overview, _summary, _large])


@PAGES
@THEMES
def test_everybody_can_use_it(
    opened: Open, violations: Callable[[Shown], list[str]], made: Callable[[], str], theme: str
) -> None:
    """axe-core finds no violation with every fold open; no console message, no request beyond the file."""
    shown = opened(made(), theme=theme)
    _unfold(shown)

    assert [] == violations(shown)


@PAGES
def test_every_picture_is_drawn(opened: Open, made: Callable[[], str]) -> None:
    """Each has its size; of the two for light and dark one is seen."""
    shown = opened(made())
    sizes = shown.evaluate("() => [...document.images].map(i => [i.naturalWidth, i.complete])")
    seen = shown.locator("img:visible").count()

    assert all(width > 0 and complete for width, complete in sizes)
    assert len(sizes) == 2 * seen


@PAGES
@pytest.mark.parametrize("width", [1280, 390])
def test_the_page_is_no_wider_than_the_window(opened: Open, made: Callable[[], str], width: int) -> None:
    """What is wide scrolls in its own frame, on a phone, too."""
    shown = opened(made(), width=width)
    _unfold(shown)

    assert shown.evaluate("() => document.documentElement.scrollWidth") <= width


def test_folds_open_by_the_mouse_and_by_the_keys(opened: Open) -> None:
    """The reason of a rule is hidden, and seen after a click or the Enter key."""
    shown = opened(_broken())
    fold = shown.locator("details.why").first
    reason = fold.locator("p").first

    assert not reason.is_visible()
    fold.locator("summary").click()
    assert reason.is_visible()
    fold.locator("summary").press("Enter")
    assert not reason.is_visible()


def test_the_contents_lead_to_the_parts(opened: Open) -> None:
    """A click on an entry brings its part into view."""
    shown = opened(_proposal())
    shown.locator("nav a", has_text="Who gains what").click()
    shown.wait_for_function("() => document.querySelector('#gains').getBoundingClientRect().top < 200")

    assert shown.url.endswith("#gains")


@THEMES
def test_it_prints_on_a4_and_always_light(opened: Open, theme: str) -> None:
    """Upright and across, every fold but those of pictures open, no contents, and the pictures for white paper."""
    shown = opened(_broken(), theme=theme)
    sheet = shown.pdf(prefer_css_page_size=True)
    boxes = {tuple(map(float, box)) for box in re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", sheet)}
    shown.emulate_media(media="print")
    paper = shown.evaluate("() => getComputedStyle(document.body).backgroundColor")

    assert {(595, 842), (842, 595)} == {(round(width), round(height)) for width, height in boxes}
    assert "rgb(255, 255, 255)" == paper
    assert not shown.locator("nav").is_visible()
    assert 0 == shown.locator("img.dark:visible").count()
    assert shown.locator("img.light:visible").count() > 0
    assert shown.locator("details.why p").first.is_visible()


@THEMES
def test_hostile_texts_do_nothing(
    opened: Open, violations: Callable[[Shown], list[str]], most_hostile: Portfolio, theme: str
) -> None:
    """No dialog, no request, no broken layout, no violation; and the words are there to be read."""
    shown = opened(page(most_hostile, today=TODAY).html, theme=theme)
    _unfold(shown)

    assert [] == violations(shown)
    assert shown.evaluate("() => document.documentElement.scrollWidth") <= 1280
    assert "<script>alert(1)</script>" in shown.locator("body").inner_text()


def test_a_notebook_shows_it_in_a_frame_that_runs_nothing(opened: Open) -> None:
    """The page in its frame has its style, its pictures and its folds."""
    shown = opened(page(read_example("proposal"), today=TODAY)._repr_html_())
    frame = shown.frame_locator("iframe")
    fold = frame.locator("figure details").first
    fold.locator("summary").click()

    assert "Development of an Energy Plan" in frame.locator("h1").inner_text()
    assert frame.locator("img.light:visible").first.evaluate("image => image.naturalWidth") > 0
    assert fold.locator("pre").is_visible()
