"""Views in a real browser: every picture and every table shows, runs nothing, and can be used by everybody."""

import functools
from collections.abc import Callable, Iterator

import attrs
import pytest
from playwright.sync_api import Page as Shown

from cooperation import frames, measures, views
from cooperation.examples import load_example
from cooperation.model import (
    Activity,
    Benefit,
    Framing,
    Grade,
    Likelihood,
    Logframe,
    Organisation,
    Participation,
    Period,
    Plan,
    Portfolio,
    Problem,
    Project,
    Risk,
    Stakeholder,
    WinWin,
)
from cooperation.rules import check
from cooperation.views.pictures.picture import Picture

Open = Callable[..., Shown]

HOSTILE = (
    "<script>document.title='gone'; alert(1)</script>",
    "\"><img src='http://127.0.0.1:9/x' onerror=alert(1)>",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 3,
    "\N{RIGHT-TO-LEFT OVERRIDE}gnp.exe",
    "\N{HEBREW LETTER ALEF}\N{HEBREW LETTER BET} \N{ARABIC LETTER ALEF}",
    "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL} \N{POTABLE WATER SYMBOL}",
    "=HYPERLINK('http://127.0.0.1:9/x')",
    "",
)


def _hostile() -> Portfolio:
    """A project whose every text is somebody's attempt, and 40 activities."""
    organisations = tuple(Organisation(id=f"o{n}", name=text) for n, text in enumerate(HOSTILE[:4]))
    proposal = load_example("proposal").projects[0]
    objectives = tuple(
        attrs.evolve(one, statement=HOSTILE[n % len(HOSTILE)], description=HOSTILE[0])
        for n, one in enumerate(proposal.logframe.objectives)
    )
    project = attrs.evolve(
        proposal,
        title=HOSTILE[0],
        partners=tuple(Participation(organisation=one) for one in organisations),
        framing=Framing(
            problems=tuple(
                Problem(id=f"p{n}", statement=text, leads_to=() if n == 0 else (f"p{(n - 1) // 2}",))
                for n, text in enumerate(HOSTILE)
            ),
            stakeholders=tuple(Stakeholder(name=text, influence=Grade.HIGH) for text in HOSTILE),
        ),
        logframe=Logframe(
            objectives=objectives,
            risks=tuple(Risk(statement=text, likelihood=Likelihood.LIKELY, consequence=Grade.HIGH) for text in HOSTILE),
        ),
        plan=Plan(
            activities=tuple(
                Activity(
                    id=f"a{n}",
                    title=HOSTILE[n % len(HOSTILE)],
                    period=Period.of_years(2018 + n % 4),
                    after=(f"a{n - 1}",) if n % 5 == 1 else (),
                )
                for n in range(40)
            )
        ),
        win_win=WinWin(benefits=tuple(Benefit(partner=f"o{n % 4}", statement=text) for n, text in enumerate(HOSTILE))),
    )
    return Portfolio(organisations=organisations, projects=(project,), language="en")


PORTFOLIOS: dict[str, Callable[[], Portfolio]] = {
    "proposal": lambda: load_example("proposal"),
    "vaxjo": lambda: load_example("vaxjo"),
    "hostile": _hostile,
    "nothing": lambda: Portfolio(projects=(Project(id="p", title="Nothing is known"),), language="en"),
}


def _pictures(portfolio: Portfolio) -> Iterator[Picture]:
    project = portfolio.projects[0]
    for of_project in (
        views.theory_of_change,
        views.results_chain,
        views.problem_tree,
        views.work_plan,
        views.stakeholder_map,
        views.risk_map,
        views.gains_map,
    ):
        yield of_project(project, within=portfolio)
    for by in ("partner", "activity", "kind"):
        yield views.budget_bars(project, by, stacked="year", within=portfolio)
    for indicator in project.logframe.indicators[:3]:
        yield views.indicator_trend(indicator, project=project, within=portfolio)
    yield views.portfolio_timeline(portfolio)
    yield views.sdg_bars(portfolio)


def _tables(portfolio: Portfolio) -> Iterator[str]:
    project = portfolio.projects[0]
    for name in ("classic", "eu", "eu-action-document", "dfid", "adb", "canada"):
        yield views.logframe(project, layout=name, within=portfolio)._repr_html_()
    yield views.completeness(portfolio)._repr_html_()
    for of_project in (
        views.budget,
        views.gains,
        views.partners,
        views.risks,
        views.stakeholders,
        views.tracking,
    ):
        yield of_project(project, within=portfolio)._repr_html_()
    changed = attrs.evolve(project, title="Another title")
    yield views.record(project, changed, within=portfolio)._repr_html_()
    held = (
        portfolio,
        project,
        project.logframe,
        project.plan,
        project.win_win,
        project.framing,
        *project.logframe.objectives[:2],
        *project.logframe.indicators[:2],
        *portfolio.organisations[:2],
        measures.win_win(project),
        measures.continuity(portfolio),
        check(portfolio),
    )
    yield from map(views.html_of, held)
    for table in frames.tables(portfolio).values():
        yield table._repr_html_()


def _page(title: str, parts: Iterator[str]) -> str:
    body = "".join(f"<section><h2>{number}</h2>{part}</section>" for number, part in enumerate(parts))
    # axe takes a page for white that does not name its paper, whatever the browser draws.
    style = "<style>:root{color-scheme:light dark}body{background:Canvas;color:CanvasText}</style>"
    head = f'<meta charset="utf-8"><title>{title}</title>{style}'
    return f'<!doctype html><html lang="en"><head>{head}</head><body><main><h1>{title}</h1>{body}</main></body></html>'


@functools.cache
def _drawn(name: str) -> str:
    """Every picture as a notebook shows it, with the SVG itself beside it."""
    pictures = tuple(_pictures(PORTFOLIOS[name]()))
    return _page("Pictures", (part for one in pictures for part in (one.to_svg(), one._repr_html_())))


@functools.cache
def _tabled(name: str) -> str:
    return _page("Tables", _tables(PORTFOLIOS[name]()))


EVERY = pytest.mark.parametrize("name", PORTFOLIOS)
THEMES = pytest.mark.parametrize("theme", ["light", "dark"])
MADE = pytest.mark.parametrize("made", [_drawn, _tabled])


@EVERY
@MADE
@THEMES
def test_everybody_can_use_them(
    opened: Open,
    violations: Callable[[Shown], list[str]],
    made: Callable[[str], str],
    name: str,
    theme: str,
) -> None:
    """axe-core finds no violation; nothing is said on the console, asked for elsewhere, or run."""
    shown = opened(made(name), theme=theme)
    shown.evaluate("() => document.querySelectorAll('details').forEach(fold => { fold.open = true })")

    assert shown.title() in ("Pictures", "Tables")
    assert [] == violations(shown)


@EVERY
def test_every_picture_is_drawn(opened: Open, name: str) -> None:
    """As an image with a size, and with words for those who do not see it."""
    shown = opened(_drawn(name))
    images = shown.evaluate("() => [...document.images].map(one => [one.naturalWidth, one.alt.length])")

    assert images
    assert all(width > 0 and words > 0 for width, words in images)


@EVERY
@MADE
def test_no_text_is_more_than_text(opened: Open, made: Callable[[str], str], name: str) -> None:
    """No script, no frame, no address outside, no handler of an event stands on any page of views."""
    shown = opened(made(name))
    found = shown.evaluate(
        """() => [...document.querySelectorAll('*')].flatMap(one => [
            ...(['SCRIPT', 'IFRAME', 'OBJECT', 'EMBED', 'FORM', 'A', 'LINK'].includes(one.tagName.toUpperCase())
                ? [one.outerHTML.slice(0, 80)] : []),
            ...[...one.attributes].filter(held => /^on/i.test(held.name)
                || (/^(src|href|xlink:href|srcset)$/i.test(held.name) && !/^(data:|#)/.test(held.value)))
                .map(held => `${held.name}=${held.value.slice(0, 80)}`)])"""
    )

    assert [] == found


@EVERY
def test_a_wide_table_scrolls_by_itself(opened: Open, name: str) -> None:
    """No table pushes the page off the side of a small screen."""
    shown = opened(_tabled(name), width=390)

    assert shown.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
