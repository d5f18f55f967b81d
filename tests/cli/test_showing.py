"""``cooperation show --view``: one side of a project in tables, as text, Markdown or HTML."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cooperation.cli.app import _LAYOUTS, _VIEWS
from cooperation.cli.showing import VIEWS
from cooperation.layouts import LAYOUTS

Run = Callable[..., Any]


@pytest.fixture(autouse=True)
def documents(run: Run) -> None:
    """The examples as files."""
    for name in ("vaxjo", "proposal"):
        Path(f"{name}.yaml").write_text(run("examples", name).stdout, "utf-8")


def test_the_help_knows_all_views_and_layouts() -> None:
    """They are not imported for a help text, so this holds the two together."""
    assert list(VIEWS) == _VIEWS.replace(" or ", ", ").split(", ")
    assert list(LAYOUTS) == _LAYOUTS.replace(" or ", ", ").split(", ")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize(
    ("output", "begins"), [("text", "Development"), ("markdown", "## Dev"), ("html", "<div class=")]
)
def test_every_view_in_every_form(run: Run, view: str, output: str, begins: str) -> None:
    """Each is text for people, or a part of a page."""
    result = run("show", "proposal.yaml", "--view", view, "--format", output)

    assert (0, "") == (result.exit_code, result.stderr)
    assert result.stdout.startswith(begins)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_is_of_the_logframe(run: Run, layout: str) -> None:
    """A layout alone asks for the logframe."""
    result = run("show", "proposal.yaml", "--layout", layout, "--width", "100")

    assert 0 == result.exit_code
    assert LAYOUTS[layout].forms[0].title in result.stdout
    assert max(map(len, result.stdout.split("\n"))) <= 100


def test_one_of_several(run: Run) -> None:
    """A view is of one project, in the words of the whole document."""
    result = run("show", "vaxjo.yaml", "sekos", "--view", "gains")

    assert result.stdout.startswith("SEKOS")


def test_a_portfolio_as_a_page(run: Run) -> None:
    """Without a view it is the table of its projects."""
    assert run("show", "vaxjo.yaml", "--format", "markdown").stdout.startswith("## 10 projects, 5 partnerships")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("vaxjo.yaml", "--view", "risks"),
            "vaxjo.yaml has 10 projects: say of which the risks is; there is energy-plan",
        ),
        (("proposal.yaml", "--view", "riks"), "no view 'riks' (did you mean 'risks'?); there is partners, logframe"),
        (("proposal.yaml", "--layout", "dfdi"), "no layout 'dfdi' (did you mean 'dfid'?); there is classic"),
        (("proposal.yaml", "--view", "risks", "--format", "pdf"), "no format 'pdf'"),
        (("proposal.yaml", "--view", "risks", "--layout", "eu"), "a layout is of the logframe, not of risks"),
        (("proposal.yaml", "--format", "html"), "a whole project has no html: say --view"),
        (("vaxjo.yaml", "seko", "--view", "risks"), "no project 'seko' in vaxjo.yaml (did you mean 'sekos'?)"),
        (("gone.yaml", "--view", "risks"), "gone.yaml"),
    ],
)
def test_refused(run: Run, arguments: tuple[str, ...], message: str) -> None:
    """What means nothing is refused, with the nearest that does."""
    result = run("show", *arguments)

    assert (2, "") == (result.exit_code, result.stdout)
    assert message in result.stderr
