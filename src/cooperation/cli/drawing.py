"""``cooperation show --picture``: a picture of a project or a portfolio, as text or as a file."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from cooperation import views
from cooperation.cli.inputs import choose, refuse
from cooperation.cli.terminal import show
from cooperation.formats.files import write_atomically
from cooperation.model import Portfolio, Project

__all__ = ["PICTURES", "draw"]

_OfProject: TypeAlias = Callable[..., views.Diagram | views.Timeline | views.Chart]

_OF_PROJECTS: dict[str, _OfProject] = {
    "chain": views.results_chain,
    "change": views.theory_of_change,
    "problems": views.problem_tree,
    "plan": views.work_plan,
    "budget": views.budget_bars,
    "stakeholders": views.stakeholder_map,
    "risks": views.risk_map,
    "gains": views.gains_map,
}
_OF_PORTFOLIOS: dict[str, _OfProject] = {"timeline": views.portfolio_timeline, "goals": views.sdg_bars}

PICTURES = (*_OF_PROJECTS, *_OF_PORTFOLIOS)
"""The names of the pictures."""

_WRITTEN: dict[str, tuple[str, Callable[[Any], str | bytes]]] = {
    ".svg": ("to_svg", lambda picture: str(picture.to_svg())),
    ".png": ("to_png", lambda picture: bytes(picture.to_png())),
    ".mmd": ("to_mermaid", lambda picture: str(picture.to_mermaid())),
    ".dot": ("to_dot", lambda picture: str(picture.to_dot())),
    ".txt": ("text", lambda picture: f"{picture}\n"),
}


def draw(
    portfolio: Portfolio,
    project: Project | None,
    picture: str,
    *,
    language: str | None,
    output: str | None,
    columns: int | None,
) -> None:
    """Write a picture to a file, in the format that its suffix names, or say it as text.

    Raises:
        Exit: There is no such picture, or it is of one project and the document has several, or not of that format.
        MissingExtraError: What draws is not installed.
    """
    name = choose("picture", picture, PICTURES)
    if name in _OF_PORTFOLIOS:
        made = _OF_PORTFOLIOS[name](portfolio, language=language)
    elif project is None:
        refuse(f"the picture {name!r} is of one project: say which, by its ID")
    else:
        made = _OF_PROJECTS[name](project, within=portfolio, language=language)
    if output is None:
        show([(f"{made.text() if columns is None else made.text(columns)}\n", "plain")])
        return
    suffix = Path(output).suffix.lower()
    able = [one for one, (method, _) in _WRITTEN.items() if hasattr(made, method)]
    if suffix not in able:
        refuse(f"a picture of {name} is written as {', '.join(able)}: name {output!r} so")
    written = _WRITTEN[suffix][1](made)
    write_atomically(Path(output), written if isinstance(written, bytes) else written.encode("utf-8"))
