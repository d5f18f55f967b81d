"""LOG: the vertical logic of the logframe, from activities to impact."""

from collections.abc import Iterator

from cooperation.diagnostics import Missing, Nature, Severity
from cooperation.model import Activity, Level, Logframe, Objective, Project, Scope
from cooperation.model.answer import Answer
from cooperation.rules._context import Context
from cooperation.rules._dated import above, no_date
from cooperation.rules._graph import circle_told, circles
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, levels_missing, rule
from cooperation.rules._words import called, listing
from cooperation.rules.profiles._kinds_results import MOST_OUTCOMES, MOST_OUTPUTS, MOST_RESULTS

__all__ = ["RULES"]

# Where the donor sets no limit.
_ONE_OUTCOME = 1
_MANY_OUTPUTS = 6

_ALIKE = 0.8
_MIDDLE = (Level.OUTCOME, Level.INTERMEDIATE_OUTCOME)


def _unlevelled(frame: Logframe) -> Unknown | None:
    missing = [
        Missing(("objectives", i, "level"), "the level of the objective")
        for i, objective in enumerate(frame.objectives)
        if objective.level is None
    ]
    return Unknown(*missing) if missing else None


@rule("LOG001", catalogue="V01", nature=Nature.WEAKNESS, severity=Severity.INFO)
def several_outcomes(frame: Logframe, context: Context) -> Iterator[Outcome]:
    """The logframe has more than one outcome.

    Why: One purpose keeps a project in one piece; with several, means and results are hard to tell apart.
        Some donors allow one outcome only, others several.
    Fix: Keep the outcome that the others serve, or make the others intermediate outcomes.

    Example:
        objectives:
          - {id: water, level: outcome, statement: Clean water is drunk}
          - {id: trade, level: outcome, statement: Farmers sell more}
    Source: ukad, https://cdn.slideserve.com/aledesma/uk-aid-direct-introduction-to-logframes-only-required-at-proposal-stage-powerpoint-ppt-presentation
    """
    limits = context.limits(MOST_OUTCOMES) or (_ONE_OUTCOME,)
    outcomes = [(i, o) for i, o in enumerate(frame.objectives) if o.level is Level.OUTCOME]
    too_many = above(len(outcomes), limits)
    if too_many is Answer.YES:
        names = listing([o.id for _, o in outcomes])
        yield Fail(f"there are {len(outcomes)} outcomes: {names}", at=("objectives", outcomes[max(limits)][0]))
    elif too_many is Answer.UNKNOWN:
        yield no_date(context)
    elif (unknown := _unlevelled(frame)) is not None:
        yield unknown


@rule("LOG002", catalogue="V02", nature=Nature.OMISSION, severity=Severity.WARNING)
def no_impact(frame: Logframe, _context: Context) -> Iterator[Outcome]:
    """The logframe names no impact.

    Why: Without the wider change it serves, nobody can judge whether the outcome is worth reaching.
    Fix: Add an objective of level impact, and let the outcome contribute to it.

    Example:
        objectives:
          - {id: water, level: outcome, statement: Clean water is drunk}
    Source: eu-annexc, https://www.scribd.com/document/324107308/Annex-C-Logical-Framework
    """
    if any(o.level is Level.IMPACT for o in frame.objectives):
        return
    yield _unlevelled(frame) or Fail("no objective is an impact", at=("objectives",))


@rule("LOG015", catalogue="V01", nature=Nature.OMISSION, severity=Severity.ERROR)
def no_outcome(frame: Logframe, _context: Context) -> Iterator[Outcome]:
    """The logframe names no outcome.

    Why: The outcome is what the project promises to change; outputs without one are only products.
    Fix: Say what will be different for somebody when the outputs are there, as an objective of level outcome.

    Example:
        objectives:
          - {id: wells, level: output, statement: Ten wells}
    Source: ukad, https://cdn.slideserve.com/aledesma/uk-aid-direct-introduction-to-logframes-only-required-at-proposal-stage-powerpoint-ppt-presentation
    """
    if any(o.level is Level.OUTCOME for o in frame.objectives):
        return
    yield _unlevelled(frame) or Fail("no objective is an outcome", at=("objectives",))


@rule("LOG016", catalogue="V04", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def objectives_in_a_circle(frame: Logframe, _context: Context) -> Iterator[Outcome]:
    """Objectives contribute to one another in a circle.

    Why: A cause cannot be its own effect: one of the steps points the wrong way.
    Fix: Remove the step that points downwards.

    Example:
        objectives:
          - {id: water, level: outcome, statement: Clean water is drunk, contributes_to: [wells]}
          - {id: wells, level: output, statement: Ten wells, contributes_to: [water]}
    Source: own, a rule of consistency proposed here
    """
    steps = {o.id: o.contributes_to for o in frame.objectives}
    places = {o.id: i for i, o in enumerate(frame.objectives)}
    for circle in circles(steps):
        first = min(circle, key=places.__getitem__)
        yield Fail(
            f"objectives contribute in a circle: {circle_told(circle, first)}",
            at=("objectives", places[first], "contributes_to"),
        )


@rule("LOG006", catalogue="V06", nature=Nature.OMISSION, severity=Severity.WARNING, needs=Project)
def output_without_activities(objective: Objective, context: Context) -> Iterator[Outcome]:
    """No activity contributes to an output.

    Why: An output is produced by work; with no work planned it will not come about.
    Fix: Add the output's id to ``contributes_to`` of the activities that produce it, or plan such an activity.

    Example:
        logframe: {objectives: [{id: wells, level: output, statement: Ten wells}]}
        plan: {activities: [{id: training, title: Training of plumbers}]}
    Source: eu-annexc, https://www.scribd.com/document/324107308/Annex-C-Logical-Framework
    """
    if objective.level is None:
        yield Unknown(Missing(("level",), "the level of the objective"))
    elif objective.level is not Level.OUTPUT:
        yield NOT_APPLICABLE
    elif context.project is not None and not context.project.plan.activities:
        yield Unknown(Missing(("plan", "activities"), "the activities"), of=Project)
    elif objective.id not in context.activities:
        yield Fail(f"{called(objective)} has no activity that produces it")


@rule("LOG007", catalogue="V07", nature=Nature.WEAKNESS, severity=Severity.WARNING, needs=Project)
def orphan_activity(activity: Activity, context: Context) -> Iterator[Outcome]:
    """An activity contributes to no output.

    Why: Work that produces nothing the project promises costs time and money without a result.
    Fix: Name the output it serves in ``contributes_to``, or mark it as management, steering or reporting.

    Example:
        activities:
          - {id: gala, title: Gala dinner}
    Source: eu-annexc, https://www.scribd.com/document/324107308/Annex-C-Logical-Framework;
        irlogic, SlideShare 260251852 'Direct problem-solving intervention projects'
    """
    if activity.kind is not None and activity.kind.runs_the_project:
        yield NOT_APPLICABLE
        return
    objectives = context.objectives
    served = [objectives[name] for name in activity.contributes_to if name in objectives]
    if not served:
        yield Fail(f"activity {activity.id!r} contributes to no output")
    elif Level.OUTPUT not in [o.level for o in served]:
        unlevelled = [o for o in served if o.level is None]
        if unlevelled:
            yield levels_missing(unlevelled, context)
        else:
            yield Fail(f"activity {activity.id!r} contributes to {called(served[0])} but to no output")


@rule("LOG008", catalogue="V08", nature=Nature.WEAKNESS, severity=Severity.INFO)
def too_many_outputs(frame: Logframe, context: Context) -> Iterator[Outcome]:
    """The logframe has more than six outputs, or more than the donor allows.

    Why: A long list of products is hard to steer by, and often mixes outputs with activities.
    Fix: Put together outputs that belong together, and make activities of those that are work.

    Example:
        objectives:
          - {id: one, level: output, statement: First}   # and six more
    Source: ukad, https://cdn.slideserve.com/aledesma/uk-aid-direct-introduction-to-logframes-only-required-at-proposal-stage-powerpoint-ppt-presentation
    """
    limits = context.limits(MOST_OUTPUTS) or (_MANY_OUTPUTS,)
    outputs = sum(o.level is Level.OUTPUT for o in frame.objectives)
    too_many = above(outputs, limits)
    if too_many is Answer.YES:
        yield Fail(f"there are {outputs} outputs, more than {max(limits)}", at=("objectives",))
    elif too_many is Answer.UNKNOWN:
        yield no_date(context)
    elif (unknown := _unlevelled(frame)) is not None and outputs + len(unknown.missing) > min(limits):
        yield unknown


@rule("LOG009", catalogue="V09", nature=Nature.WEAKNESS, severity=Severity.WARNING, by_profile=True)
def too_many_results(frame: Logframe, context: Context) -> Iterator[Outcome]:
    """The logframe has more expected results than the donor allows, all levels taken together.

    Why: A logframe at the level of an action is a summary; the details come with the contracts under it.
    Fix: Keep the results that the decision rests on, and leave the rest to the contracts' own logframes.

    Example:
        objectives:
          - {id: health, level: impact, statement: People are healthier}   # and ten more
    Source: eu-ad, EU action documents C(2022)9745 and C(2024)8370, annexes, section 3.6
        (text copies at https://huggingface.co/datasets/LLMDH/other2)
    """
    limits = context.limits(MOST_RESULTS)
    if not limits:
        yield NOT_APPLICABLE
        return
    # Whatever its level, an objective is a result: here a level that nobody told makes no difference.
    results = len(frame.objectives)
    too_many = above(results, limits)
    if too_many is Answer.YES:
        yield Fail(f"there are {results} expected results, more than {max(limits)}", at=("objectives",))
    elif too_many is Answer.UNKNOWN:
        yield no_date(context)


@rule("LOG012", catalogue="V12", nature=Nature.OMISSION, severity=Severity.WARNING)
def problem_not_linked(project: Project, context: Context) -> Iterator[Outcome]:
    """A problem the project takes on has no objective, or an objective answers no problem of the tree.

    Why: The tree of objectives mirrors the tree of problems; what has no counterpart was not thought through.
    Fix: Name the objective in ``answered_by`` of the problem, or mark the problem as not selected.

    Example:
        framing: {problems: [{id: cholera, statement: Children fall ill, selected: true}]}
    Source: irlogic, SlideShare 260251852 'Direct problem-solving intervention projects'
    """
    problems = project.framing.problems
    if not problems:
        yield NOT_APPLICABLE
        return
    for i, problem in enumerate(problems):
        if not any(name in context.objectives for name in problem.answered_by):
            at = ("framing", "problems", i)
            if problem.selected is None:
                yield Unknown(Missing((*at, "selected"), "whether the project takes the problem on"))
            elif problem.selected:
                yield Fail(f"{problem.kind.value} {problem.id!r} is taken on, and no objective answers it", at=at)
    answering = {name for problem in problems for name in problem.answered_by}
    for i, objective in enumerate(project.logframe.objectives):
        if objective.level in (*_MIDDLE, Level.OUTPUT) and objective.id not in answering:
            yield Fail(f"{called(objective)} answers no problem", at=("logframe", "objectives", i))


@rule("LOG014", catalogue="V14", nature=Nature.OMISSION, severity=Severity.WARNING, by_profile=True)
def nothing_in_the_organisations(project: Project, _context: Context) -> Iterator[Outcome]:
    """No objective and no benefit shows in an organisation.

    Why: The programme wants municipalities that work differently afterwards, and not only persons who have learnt.
    Fix: Say what the organisations will do differently, as an objective or a benefit of scope ``organisation``.

    Example:
        logframe: {objectives: [{id: skills, level: outcome, scope: individual, statement: Planners know more}]}
    Source: icld-phases, https://icld.se/en/what-we-do/municipal-partnerships/the-phases-of-a-partnership/;
        icld-mpp, https://icld.se/en/what-we-do/municipal-partnerships/
    """
    found = [(("logframe", "objectives", i), o.scopes) for i, o in enumerate(project.logframe.objectives)]
    found += [
        (("win_win", "benefits", i), () if benefit.scope is None else (benefit.scope,))
        for i, benefit in enumerate(project.win_win.benefits)
    ]
    if any(Scope.ORGANISATION in scopes for _, scopes in found):
        return
    if unscoped := [path for path, scopes in found if not scopes]:
        yield Unknown(*(Missing((*path, "scope"), "where the change shows") for path in unscoped))
    else:
        yield Fail("no objective and no benefit shows in an organisation", at=("logframe", "objectives"))


RULES: tuple[Rule, ...] = (
    several_outcomes,
    no_impact,
    output_without_activities,
    orphan_activity,
    too_many_outputs,
    too_many_results,
    problem_not_linked,
    no_outcome,
    objectives_in_a_circle,
    nothing_in_the_organisations,
)
