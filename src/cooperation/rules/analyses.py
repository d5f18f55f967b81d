"""ANA: the analyses behind a project, and what concerns every part of it."""

from collections.abc import Iterator

from cooperation.diagnostics import Missing, Nature, Path, Severity
from cooperation.model import (
    Analysis,
    AnalysisKind,
    AnalysisStatus,
    CrossCuttingValue,
    Framing,
    Indicator,
    IndicatorVocabulary,
    Level,
    Marker,
    PolicyMarker,
    Project,
    RightsRole,
    SdgTag,
    Stage,
)
from cooperation.model.answer import Answer
from cooperation.rules._context import Context
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, levels_missing, rule
from cooperation.rules._words import called
from cooperation.rules.profiles._limits import REQUIRED_STEPS

__all__ = ["RULES", "is_backed"]

_PRINCIPAL = 2
_WHOLE_CODE = 3

_BEHIND = {
    CrossCuttingValue.GENDER_EQUALITY: AnalysisKind.GENDER,
    CrossCuttingValue.ENVIRONMENT: AnalysisKind.ENVIRONMENT,
    CrossCuttingValue.HUMAN_RIGHTS: AnalysisKind.RIGHTS,
}


def _made(analyses: tuple[Analysis, ...], kind: AnalysisKind) -> bool:
    return any(a.kind is kind and a.status is not AnalysisStatus.NOT_DONE for a in analyses)


def is_backed(project: Project, value: CrossCuttingValue) -> bool:
    """Whether an objective serves a value, an analysis was made of it, or what stays is planned."""
    if any(value in objective.values for objective in project.logframe.objectives):
        return True
    if value is CrossCuttingValue.SUSTAINABILITY:
        return bool(project.plan.sustainability)
    kind = _BEHIND.get(value)
    return kind is not None and _made(project.framing.analyses, kind)


@rule("ANA001", catalogue="X01", nature=Nature.OMISSION, severity=Severity.WARNING)
def planning_step_missing(project: Project, context: Context) -> Iterator[Outcome]:
    """A step of the logical framework approach is missing.

    Why: Each step builds on the one before; a plan without problems or stakeholders answers nobody's question.
        Some programmes receive no proposal without certain steps, which is then an error.
    Fix: Take the step, and write down what came out of it.

    Example:
        project: {id: p, title: A project without context}
    Source: lfa-slides, https://vdocuments.us/lfa-logical-framework-approach-goal-oriented-project-planning-kari-oertengren.html;
        icld-lfa, https://vdocuments.site/project-planning-a-guide-for-use-when-according-to-the-applying-2019-11-07-step.html
    """
    framing, frame, plan = project.framing, project.logframe, project.plan
    analyses = framing.analyses
    steps: tuple[tuple[str, Path, bool], ...] = (
        ("context", ("framing", "context"), bool(framing.context) or _made(analyses, AnalysisKind.CONTEXT)),
        ("stakeholders", ("framing", "stakeholders"), bool(framing.stakeholders)),
        ("problems", ("framing", "problems"), bool(framing.problems)),
        ("objectives", ("logframe", "objectives"), bool(frame.objectives)),
        ("activities", ("plan", "activities"), bool(plan.activities)),
        ("resources", ("plan", "budget"), plan.budget is not None or any(a.costs for a in plan.activities)),
        ("indicators", ("logframe", "objectives"), bool(frame.indicators) or not frame.objectives),
        ("risks", ("logframe", "risks"), bool(frame.risks)),
        (
            "assumptions",
            ("logframe", "objectives"),
            # Who does not ask what the steps of the logframe rest on does not miss assumptions either.
            any(o.assumptions for o in frame.objectives)
            or not frame.objectives
            or "RSK001" in context.profile.leaves_out,
        ),
    )
    required = context.limits(REQUIRED_STEPS)
    for what, path, taken in steps:
        if not taken:
            grave = bool(required) and all(one.has(what) is Answer.YES for one in required)
            yield Fail(f"the project has no {what}", at=path, severity=Severity.ERROR if grave else None)


@rule("ANA002", catalogue="X02", nature=Nature.OMISSION, severity=Severity.WARNING)
def target_group_not_a_stakeholder(framing: Framing, _context: Context) -> Iterator[Outcome]:
    """A target group is not among the stakeholders.

    Why: Those the project is for have the largest stake in it, and it should be known what they expect.
    Fix: Add a stakeholder whose ``target_group`` is this one.

    Example:
        framing: {target_groups: [{id: farmers, name: Farmers}], stakeholders: [{name: The council}]}
    Source: own, a rule of consistency proposed here
    """
    if not framing.target_groups:
        yield NOT_APPLICABLE
    listed = {stakeholder.target_group for stakeholder in framing.stakeholders}
    for i, group in enumerate(framing.target_groups):
        if group.id not in listed:
            yield Fail(f"target group {group.id!r} is not among the stakeholders", at=("target_groups", i))


@rule(
    "ANA003", catalogue="X03", nature=Nature.CONTRADICTION, severity=Severity.ERROR, since=Stage.PROPOSAL, needs=Project
)
def gender_is_principal_without_outcome(marker: PolicyMarker, context: Context) -> Iterator[Outcome]:
    """Gender equality is marked as the principal objective, and no outcome is about it.

    Why: Score 2 says that the project would not exist without this aim; then an outcome has to name it.
    Fix: Add ``gender-equality`` to ``values`` of the outcome, or score it 1.

    Example:
        tags: {policy_markers: [{marker: gender-equality, significance: 2}]}
    Source: dac-gender, https://search.oecd.org/dac/gender-development/dac-gender-equality-marker.htm
    """
    if marker.marker is not Marker.GENDER_EQUALITY:
        yield NOT_APPLICABLE
    elif marker.significance is None:
        yield Unknown(Missing(("significance",), "the score"))
    elif marker.significance != _PRINCIPAL:
        yield NOT_APPLICABLE
    elif context.project is not None:
        tagged = [o for o in context.objectives.values() if CrossCuttingValue.GENDER_EQUALITY in o.values]
        if any(o.level is Level.OUTCOME for o in tagged):
            return
        unlevelled = [o for o in tagged if o.level is None]
        if unlevelled:
            yield levels_missing(unlevelled, context)
        else:
            yield Fail("gender equality is scored 2, and no outcome is about it", at=("significance",))


@rule("ANA004", catalogue="X04", nature=Nature.WEAKNESS, severity=Severity.WARNING, needs=Project)
def gender_marked_without_substance(marker: PolicyMarker, context: Context) -> Iterator[Outcome]:
    """Gender equality is scored 1 or 2 without an objective about it, or without an indicator divided by sex.

    Why: A score is a claim about the design; the design should show an aim and a way to see it reached.
    Fix: Add ``gender-equality`` to ``values`` of an objective, and a dimension ``sex`` to an indicator.

    Example:
        tags: {policy_markers: [{marker: gender-equality, significance: 1}]}
    Source: own, a rule of this house;
        the minimum criteria for the marker of the OECD's committee were found, and their wording could not be read
    """
    if marker.marker is not Marker.GENDER_EQUALITY:
        yield NOT_APPLICABLE
    elif marker.significance is None:
        yield Unknown(Missing(("significance",), "the score"))
    elif marker.significance < 1:
        yield NOT_APPLICABLE
    else:
        aim = any(CrossCuttingValue.GENDER_EQUALITY in o.values for o in context.objectives.values())
        split = any(d.name.casefold() in ("sex", "gender") for i in context.indicators.values() for d in i.dimensions)
        lacking = [what for what, given in (("objective", aim), ("indicator divided by sex", split)) if not given]
        if lacking:
            said = f"gender equality is scored {marker.significance}, with no {' and no '.join(lacking)}"
            yield Fail(said, at=("significance",))


@rule("ANA005", catalogue="X05", nature=Nature.OMISSION, severity=Severity.WARNING)
def no_gender_analysis(framing: Framing, _context: Context) -> Iterator[Outcome]:
    """There is no gender analysis.

    Why: It is asked for whatever the score: without looking, nobody knows whether women and men are touched alike.
    Fix: Make one, and write down in ``analyses`` what it found.

    Example:
        framing: {analyses: [{kind: stakeholder, status: done}]}
    Source: dac-gender, https://search.oecd.org/dac/gender-development/dac-gender-equality-marker.htm
    """
    if not _made(framing.analyses, AnalysisKind.GENDER):
        yield Fail("there is no gender analysis", at=("analyses",))


@rule("ANA006", catalogue="X06", nature=Nature.OMISSION, severity=Severity.ERROR)
def unscreened_marker_scored_nought(marker: PolicyMarker, _context: Context) -> Iterator[Outcome]:
    """A policy marker is scored 0, and no screening is recorded.

    Why: 0 means that somebody looked and found it not targeted; where nobody looked there is no score.
    Fix: Say ``screened: true``, or leave the score out.

    Example:
        tags: {policy_markers: [{marker: environment, significance: 0}]}
    Source: iati-codes, https://github.com/IATI/IATI-Codelists-NonEmbedded (xml/);
        dac-gender, https://search.oecd.org/dac/gender-development/dac-gender-equality-marker.htm
    """
    if marker.significance != 0:
        yield NOT_APPLICABLE
    elif not marker.screened:
        yield Fail(f"{marker.marker.value} is scored 0, and no screening is recorded", at=("significance",))


@rule("ANA007", catalogue="X07", nature=Nature.OMISSION, severity=Severity.ERROR)
def marker_without_score(marker: PolicyMarker, _context: Context) -> Iterator[Outcome]:
    """A policy marker has no score.

    Why: The name of a policy alone does not say whether the project aims at it.
    Fix: Score it, or leave the marker out.

    Example:
        tags: {policy_markers: [environment]}
    Source: iati-rules, https://github.com/IATI/IATI-Rulesets (rulesets/standard.json);
        iati-codes, https://github.com/IATI/IATI-Codelists-NonEmbedded (xml/)
    """
    if marker.significance is None:
        yield Fail(f"{marker.marker.value} has no score", at=("significance",))


@rule("ANA008", catalogue="X08", nature=Nature.WEAKNESS, severity=Severity.INFO)
def value_only_asserted(project: Project, _context: Context) -> Iterator[Outcome]:
    """A value is asserted, and nothing in the project is about it.

    Why: A sentence that the environment will be respected changes nothing by itself.
    Fix: Add the value to an objective, or name the analysis made of it.

    Example:
        tags: {values: [environment]}
    Source: seed, the texts of ten municipal projects that this library starts from
    """
    if not project.tags.values:
        yield NOT_APPLICABLE
    for i, asserted in enumerate(project.tags.values):
        if not is_backed(project, asserted.value):
            yield Fail(f"{asserted.value.value} is asserted, and nothing is about it", at=("tags", "values", i))


@rule("ANA009", catalogue="X09", nature=Nature.OMISSION, severity=Severity.INFO)
def rights_roles_not_named(framing: Framing, _context: Context) -> Iterator[Outcome]:
    """No stakeholder is named as holding rights or owing them.

    Why: A rights-based project knows whose rights are at stake and who must see to them.
    Fix: Give ``rights_role`` to the stakeholders that have one.

    Example:
        framing: {stakeholders: [{name: Pupils}, {name: The school board}]}
    Source: sida-hrba, https://www.sida.se/hrba
    """
    if not framing.stakeholders:
        yield NOT_APPLICABLE
    elif not any(isinstance(stakeholder.rights_role, RightsRole) for stakeholder in framing.stakeholders):
        yield Fail("no stakeholder is a rights-holder or a duty-bearer", at=("stakeholders",))


@rule("ANA010", catalogue="X10", nature=Nature.OMISSION, severity=Severity.WARNING)
def no_thought_of_harm(framing: Framing, _context: Context) -> Iterator[Outcome]:
    """Nothing is said of the harm the project might do.

    Why: Every change has those who lose by it; what is foreseen can be prevented.
    Fix: Add an entry to ``harms``, or a conflict analysis.

    Example:
        framing: {summary: A road through the valley}
    Source: sida-hrba, https://www.sida.se/hrba
    """
    if not framing.harms and not _made(framing.analyses, AnalysisKind.CONFLICT):
        yield Fail("nothing is said of the harm the project might do", at=("harms",))


@rule("ANA011", catalogue="X11", nature=Nature.OMISSION, severity=Severity.WARNING)
def nothing_about_afterwards(project: Project, _context: Context) -> Iterator[Outcome]:
    """An output is to go on after the project, and nothing says how.

    Why: Somebody has to own it, pay for it and have decided so; otherwise it ends with the money.
    Fix: Add an entry to ``sustainability`` that names the output and its owner, funding or decision.

    Example:
        objectives:
          - {id: centre, level: output, statement: A contact centre, continuing: true}
    Source: own, a rule of this house;
        the criterion of sustainability of the OECD's committee was found, and its wording could not be read
    """
    continuing = [(i, o) for i, o in enumerate(project.logframe.objectives) if o.level is Level.OUTPUT and o.continuing]
    if not continuing:
        yield NOT_APPLICABLE
    secured = {name for entry in project.plan.sustainability for name in entry.objectives}
    # An entry that names no result is said of all of them.
    if any(not entry.objectives for entry in project.plan.sustainability):
        return
    for i, output in continuing:
        if output.id not in secured:
            yield Fail(f"{called(output)} is to go on, and nothing says how", at=("logframe", "objectives", i))


@rule("ANA013", catalogue="X13", nature=Nature.WEAKNESS, severity=Severity.WARNING, needs=Project, given="references")
def sdg_indicator_without_its_target(indicator: Indicator, context: Context) -> Iterator[Outcome]:
    """An indicator is an SDG indicator, and the project is not marked with its target, or it is two at once.

    Why: Whoever reports on an indicator of the 2030 Agenda says that the target is served.
    Fix: Add the target to the project's SDGs; keep one SDG indicator each.

    Example:
        tags: {sdgs: [7]}
        references: [{vocabulary: sdg, code: 4.1.1}]
    Source: iati-sdg, https://github.com/IATI/IATI-Guidance (en/sdg-guidance.rst)
    """
    own = [(i, r.code) for i, r in enumerate(indicator.references) if r.vocabulary is IndicatorVocabulary.SDG]
    if not own:
        yield NOT_APPLICABLE
        return
    tagged = set() if context.project is None else {tag.target for tag in context.project.tags.sdgs}
    for i, code in own:
        parts = code.split(".")
        target = ".".join(parts[:2])
        if len(parts) == _WHOLE_CODE and target not in tagged:
            said = f"SDG indicator {code} is used, and the project is not marked with target {target}"
            yield Fail(said, at=("references", i))
    if len({code for _, code in own}) > 1:
        codes = " and ".join(code for _, code in own)
        yield Fail(f"indicator {indicator.id!r} is SDG indicators {codes} at once", at=("references", own[1][0]))


@rule("ANA014", catalogue="X14", nature=Nature.WEAKNESS, severity=Severity.INFO)
def sdg_without_objective(tag: SdgTag, _context: Context) -> Iterator[Outcome]:
    """The project is marked with a goal of the 2030 Agenda, and no objective serves it.

    Why: A goal on the cover that nothing inside leads to is decoration.
    Fix: Name the objectives that serve it in ``objectives``.

    Example:
        tags: {sdgs: [7]}
    Source: own, a rule of consistency proposed here
    """
    if not tag.objectives:
        yield Fail(f"SDG {tag.code} is claimed, and no objective serves it", at=("objectives",))


RULES: tuple[Rule, ...] = (
    planning_step_missing,
    target_group_not_a_stakeholder,
    gender_is_principal_without_outcome,
    gender_marked_without_substance,
    no_gender_analysis,
    unscreened_marker_scored_nought,
    marker_without_score,
    value_only_asserted,
    rights_roles_not_named,
    no_thought_of_harm,
    nothing_about_afterwards,
    sdg_indicator_without_its_target,
    sdg_without_objective,
)
