"""The problem tree as a diagram."""

from cooperation.model import Portfolio, Problem, Project
from cooperation.views.pictures.boxes import Arrow, Box
from cooperation.views.pictures.diagram import Diagram
from cooperation.views.telling import Teller, joined, some, word

__all__ = ["problem_tree"]


def problem_tree(project: Project, *, within: Portfolio | None = None, language: str | None = None) -> Diagram:
    """Causes below what they lead to; problems in a circle, and those that lead to nothing, are drawn as well.

    What a problem leads to and is not in the document is dashed.

    Args:
        project: The project.
        within: The portfolio that knows the names in the project.
        language: The language of its texts, where they have it.

    >>> import cooperation as co
    >>> print(problem_tree(co.load_example("vaxjo")["contact-centre"]).boxes[0].kind)
    need
    """
    teller = Teller.of(project, within=within, language=language)
    problems = project.framing.problems
    boxes = [_box(one, teller) for one in problems]
    known = {one.id for one in problems}
    steps = [(one.id, effect) for one in problems for effect in dict.fromkeys(one.leads_to)]
    missing = [effect for effect in dict.fromkeys(effect for _, effect in steps) if effect not in known]
    boxes += [
        Box(key=effect, kind="unknown", text=effect, facts=("is not in the document",), unknown=True)
        for effect in missing
    ]
    return Diagram(
        title=f"{teller.text(project.title)}: problem tree",
        description=f"A diagram of {some(len(problems), 'problem, need or opportunity', 'problems and needs')},"
        f" with {some(len(steps), 'arrow')} from causes to effects.",
        boxes=tuple(boxes),
        arrows=tuple(Arrow(start=cause, end=effect, unknown=effect in missing) for cause, effect in steps),
    )


def _box(one: Problem, teller: Teller) -> Box:
    facts = [f"of {teller.organisations(one.partners)}"] if one.partners else []
    facts += [] if one.selected is None else ["taken on" if one.selected else "not taken on"]
    facts += [f"answered by {joined(one.answered_by)}"] if one.answered_by else []
    return Box(key=one.id, kind=word(one.kind), text=teller.text(one.statement) or "not worded yet", facts=tuple(facts))
