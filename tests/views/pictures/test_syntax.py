"""What others read: Mermaid's own parser and Graphviz take every diagram, whatever its texts hold.

Mermaid's parser needs node and a folder with the npm packages mermaid and jsdom, which ``COOPERATION_NODE`` names:
``npm install --prefix FOLDER mermaid jsdom``. Graphviz needs its program ``dot``.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cooperation import testing
from cooperation.examples import load_example
from cooperation.model import Activity, Framing, Length, Period, Plan, Problem, Project
from cooperation.views import portfolio_timeline, problem_tree, results_chain, theory_of_change, work_plan

from .conftest import HOSTILE

VAXJO = load_example("vaxjo")
PROPOSAL = load_example("proposal").projects[0]
FOLDER = os.environ.get("COOPERATION_NODE", "")

mermaid = pytest.mark.skipif(
    not (shutil.which("node") and (Path(FOLDER) / "node_modules" / "mermaid").is_dir()),
    reason="COOPERATION_NODE names no folder with the npm packages mermaid and jsdom, or node is not there",
)
graphviz = pytest.mark.skipif(not shutil.which("dot"), reason="Graphviz is not there")

_PARSE = """
import { JSDOM } from 'jsdom';
const { window } = new JSDOM('<!doctype html><body></body>');
globalThis.window = window;
globalThis.document = window.document;
const mermaid = (await import('mermaid')).default;
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const faults = [];
for (const text of JSON.parse(Buffer.concat(chunks).toString())) {
  try { await mermaid.parse(text); } catch (fault) { faults.push([text, String(fault.message || fault)]); }
}
console.log(JSON.stringify(faults));
"""


def _faults(texts: Sequence[str]) -> object:
    done = subprocess.run(
        ["node", "--input-type=module", "-e", _PARSE],
        input=json.dumps(list(texts)),
        cwd=FOLDER,
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    return json.loads(done.stdout)


def _hostile() -> Project:
    problems = tuple(Problem(id=f"p{n}", statement=text) for n, text in enumerate(HOSTILE))
    activities = tuple(
        Activity(id=f"a{n}", title=text, period=Period.of_years(2019) if n % 2 else Period(length=Length(years=n + 1)))
        for n, text in enumerate(HOSTILE)
    )
    return Project(id="p", title=HOSTILE[3], framing=Framing(problems=problems), plan=Plan(activities=activities))


def _texts(project: Project) -> list[str]:
    return [view(project).to_mermaid() for view in (results_chain, theory_of_change, problem_tree, work_plan)]


@mermaid
def test_mermaid_reads_every_example() -> None:
    """The ten real projects, the proposal, the empty project and the hostile one."""
    projects = [*VAXJO, PROPOSAL, Project(id="p", title="P"), _hostile()]
    texts = [text for project in projects for text in _texts(project)]

    assert [] == _faults([*texts, portfolio_timeline(VAXJO).to_mermaid()])


@mermaid
@given(data=st.data())
@settings(max_examples=1)
def test_mermaid_reads_any_project(data: st.DataObject) -> None:
    """Fifty invented ones, in one run of node."""
    projects = data.draw(st.lists(testing.projects(), min_size=50, max_size=50))

    assert [] == _faults([text for project in projects for text in _texts(project)])


@graphviz
@pytest.mark.parametrize("project", [*VAXJO, PROPOSAL, Project(id="e", title="E"), _hostile()], ids=lambda one: one.id)
def test_graphviz_reads_every_example(project: Project) -> None:
    """And draws as many boxes and arrows as there are."""
    for view in (results_chain, theory_of_change, problem_tree):
        diagram = view(project)
        done = subprocess.run(
            ["dot", "-Tplain"], input=diagram.to_dot(), capture_output=True, encoding="utf-8", check=True, timeout=60
        )
        kinds = [line.partition(" ")[0] for line in done.stdout.split("\n")]

        assert max(1, len(diagram.boxes)) == kinds.count("node")
        assert len(diagram.arrows) == kinds.count("edge")
