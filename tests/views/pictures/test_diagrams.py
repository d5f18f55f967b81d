"""Diagrams: everything is in them once, circles and orphans too, and nothing in a text can steer them."""

import html
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cooperation import testing
from cooperation.examples import load_example
from cooperation.model import (
    Activity,
    Assumption,
    Framing,
    Level,
    Likelihood,
    Logframe,
    Objective,
    Plan,
    Problem,
    Project,
)
from cooperation.views import Diagram, problem_tree, results_chain, theory_of_change
from cooperation.views.pictures import Arrow, Box
from cooperation.views.words import cells

from .conftest import HOSTILE

VAXJO = load_example("vaxjo")
PROPOSAL = load_example("proposal").projects[0]
ALL = (results_chain, theory_of_change, problem_tree)


def _project(*objectives: Objective, activities: tuple[Activity, ...] = ()) -> Project:
    return Project(id="p", title="P", logframe=Logframe(objectives=objectives), plan=Plan(activities=activities))


def _steps(diagram: Diagram) -> set[tuple[str, str]]:
    return {(arrow.start, arrow.end) for arrow in diagram.arrows}


def _drawn(svg: str) -> list[str]:
    root = ET.fromstring(svg)
    return [element.text or "" for element in root.iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.parametrize("project", [*VAXJO.projects, PROPOSAL], ids=lambda project: project.id)
@pytest.mark.parametrize("view", ALL, ids=lambda view: view.__name__)
def test_every_example_is_drawn(project: Project, view: Callable[..., Diagram]) -> None:
    """Each real project has each diagram in each notation, and its SVG is well formed."""
    diagram = view(project, within=VAXJO)
    root = ET.fromstring(diagram.to_svg())

    assert all(cells(line) <= 80 for line in diagram.text(80).split("\n"))
    assert len(re.findall(r"^    n\d+\W", diagram.to_mermaid(), re.MULTILINE)) == len(diagram.boxes) + len(
        diagram.arrows
    )
    assert diagram.to_dot().count("shape=") == max(1, len(diagram.boxes))
    assert [diagram.title, diagram.description] == [element.text for element in list(root)[:2]]


def test_the_chain_of_the_proposal(snapshot: Callable[[str, str], None]) -> None:
    """The reviewed text, Mermaid and DOT of one chain."""
    diagram = results_chain(VAXJO["energy-plan"], within=VAXJO)

    snapshot("energy-plan-chain.txt", f"{diagram.text(80)}\n")
    snapshot("energy-plan-chain.mmd", diagram.to_mermaid())
    snapshot("energy-plan-chain.dot", diagram.to_dot())


def test_assumptions_stand_on_the_steps_they_guard() -> None:
    """From the objective to its assumptions, and from there to everything it contributes to."""
    held = (Assumption(statement="Rain", likelihood=Likelihood.LIKELY), Assumption(statement="Peace"))
    diagram = theory_of_change(
        _project(
            Objective(id="a", statement="A", level=Level.OUTCOME),
            Objective(id="b", statement="B", level=Level.OUTCOME),
            Objective(id="c", statement="C", level=Level.OUTPUT, contributes_to=("a", "b"), assumptions=held),
        )
    )
    guard = next(box for box in diagram.boxes if box.kind == "assumption")

    assert "Rain (likely); Peace (likelihood unknown)" == guard.text
    assert {("objective c", guard.key), (guard.key, "objective a"), (guard.key, "objective b")} == _steps(diagram)


def test_an_assumption_at_the_top_is_drawn() -> None:
    """Although there is no step upward for it to guard."""
    top = Objective(id="a", statement="A", level=Level.IMPACT, assumptions=(Assumption(statement="Peace"),))

    assert {("objective a", "assumption a")} == _steps(theory_of_change(_project(top)))


def test_circles_and_orphans_are_drawn() -> None:
    """A circle keeps all its arrows, in every notation; an orphan its box."""
    diagram = results_chain(
        _project(
            Objective(id="a", statement="Alpha", contributes_to=("b",)),
            Objective(id="b", statement="Beta", contributes_to=("a",)),
            Objective(id="c", statement="Gamma", contributes_to=("c",)),
            Objective(id="d", statement="Delta"),
        )
    )
    text = diagram.text()

    assert 3 == len(diagram.arrows)
    assert 3 == diagram.to_svg().count("marker-start")
    assert 3 == diagram.to_mermaid().count("-->")
    assert 3 == diagram.to_dot().count("->")
    assert all(f": {name}" in text for name in ("Alpha", "Beta", "Gamma", "Delta"))
    assert 2 == text.count("(which closes a circle)")


def test_unknown_is_dashed_and_said() -> None:
    """A level nobody said, and an objective that is named and is not there."""
    diagram = results_chain(_project(Objective(id="a", statement="A", contributes_to=("gone",))))

    assert [("level unknown", True), ("unknown", True)] == [(box.kind, box.unknown) for box in diagram.boxes]
    assert diagram.arrows[0].unknown
    assert 3 == diagram.to_svg().count("stroke-dasharray")
    assert 2 == diagram.to_mermaid().count("stroke-dasharray")
    assert "-.->" in diagram.to_mermaid()
    assert "is not in the document" in " ".join(_drawn(diagram.to_svg()))


def test_nothing_is_drawn_as_nothing_known() -> None:
    """An empty project is no empty picture."""
    diagram = problem_tree(Project(id="p", title="P"))

    assert "Nothing is known." in diagram.text()
    assert "Nothing is known" in _drawn(diagram.to_svg())
    assert "Nothing is known" in diagram.to_mermaid()
    assert "Nothing is known" in diagram.to_dot()


def test_problems_stand_below_what_they_lead_to() -> None:
    """Causes first, with whose they are and whether they are taken on."""
    problems = (
        Problem(id="cause", statement="Old pipes", leads_to=("effect", "gone"), partners=("vaxjo",), selected=False),
        Problem(id="effect", statement="Dirty water"),
    )
    diagram = problem_tree(Project(id="p", title="P", framing=Framing(problems=problems)))

    assert {("cause", "effect"), ("cause", "gone")} == _steps(diagram)
    assert ("of vaxjo", "not taken on") == diagram.boxes[0].facts
    assert diagram.boxes[2].unknown


def test_backslashes_are_no_escapes_of_graphviz() -> None:
    r"""``\\N`` would be the name of the box, and ``\\l`` the end of a line."""
    box = Box(key="a", kind="output", text=r"\N \l")

    assert r'label="Output\n\\N \\l"' in Diagram(title="T", description="D", boxes=(box,)).to_dot()


def test_hostile_text_is_only_text() -> None:
    """In no notation does a text become anything else, and in SVG it is there to the letter."""
    boxes = tuple(Box(key=str(n), kind="output", text=text) for n, text in enumerate(HOSTILE))
    diagram = Diagram(title=HOSTILE[0], description=HOSTILE[2], boxes=boxes, arrows=(Arrow(start="0", end="1"),))
    svg, page, mermaid, dot = diagram.to_svg(), diagram._repr_html_(), diagram.to_mermaid(), diagram.to_dot()
    tags = {element.tag.rpartition("}")[2] for element in ET.fromstring(svg).iter()}

    assert {"svg", "title", "desc", "style", "rect", "defs", "marker", "path", "g", "text", "polyline"} == tags
    assert "<script>alert(1)</script>" in _drawn(svg)
    assert not re.search(r"<(script|img src=x)", page)
    assert all(
        re.fullmatch(r"n\d+\[\"[^\"`<>]*(<br>[^\"`<>]*)*\"\]", line.strip()) for line in mermaid.split("\n")[3:-3]
    )
    assert "%%" not in mermaid
    assert len(boxes) == len(re.findall(r'^  n\d+ \[label="(?:[^"\\]|\\.)*", shape=box, ', dot, re.MULTILINE))


@pytest.mark.parametrize("theme", ["auto", "light", "dark"])
def test_a_drawing_says_what_it_is(theme: str) -> None:
    """To those who cannot see it, on any paper; only ``auto`` asks the reader which."""
    diagram = results_chain(PROPOSAL)
    svg = diagram.to_svg(theme=theme)  # type: ignore[arg-type]

    assert re.match(r'<svg [^>]*role="img" aria-labelledby="t\w+ d\w+"><title id="t\w+">', svg)
    assert ("prefers-color-scheme" in svg) is (theme == "auto")


def test_a_notebook_shows_it() -> None:
    """For light and dark, with an alternative text, and as text to be unfolded."""
    bundle = results_chain(PROPOSAL)._repr_mimebundle_()

    assert {"text/plain", "text/html"} == set(bundle)
    assert "prefers-color-scheme: dark" in bundle["text/html"]
    assert re.search(r'<img [^>]*alt="[^"]+: results chain. A diagram of', bundle["text/html"])
    assert html.escape(bundle["text/plain"]) in bundle["text/html"]


def test_a_png_is_one() -> None:
    """Drawn offline."""
    assert results_chain(PROPOSAL).to_png(scale=0.5).startswith(b"\x89PNG")


@pytest.mark.parametrize("view", ALL, ids=lambda view: view.__name__)
@given(data=st.data())
@settings(max_examples=40)
def test_nothing_is_lost(view: Callable[..., Diagram], data: st.DataObject) -> None:
    """Of any project every objective and activity, or every problem, has a box; and all is the same at every call."""
    project = data.draw(testing.projects())
    diagram = view(project)
    expected = (
        {one.id for one in project.framing.problems}
        if view is problem_tree
        else {f"objective {one.id}" for one in project.logframe.objectives}
        | {f"activity {one.id}" for one in project.plan.activities}
    )
    keys = [box.key for box in diagram.boxes]

    assert expected <= set(keys)
    assert len(keys) == len(set(keys))
    assert {key for arrow in diagram.arrows for key in (arrow.start, arrow.end)} <= set(keys)
    assert max(1, len(keys)) == len(re.findall(r'class="co-line co-[\w-]+" fill', diagram.to_svg()))
    assert all(cells(line) <= 60 for line in diagram.text(60).split("\n"))
    again = view(project)
    assert (str(again), again.to_mermaid(), again.to_dot(), again.to_svg()) == (
        str(diagram),
        diagram.to_mermaid(),
        diagram.to_dot(),
        diagram.to_svg(),
    )
