"""WIN: mutual benefit, partner by partner."""

from collections.abc import Iterator

from cooperation.diagnostics import Missing, Nature, Severity
from cooperation.model import (
    Benefit,
    BenefitKind,
    DutyKind,
    Indicator,
    Pilot,
    ProblemKind,
    Project,
    Scope,
    StageKind,
    WinWin,
)
from cooperation.rules._context import Context
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule

__all__ = ["RULES"]

_LEARNT = (BenefitKind.KNOWLEDGE, BenefitKind.METHOD_OR_TOOL)


def _unnamed(project: Project) -> Unknown | None:
    missing = [
        Missing(("partners", i, "organisation"), "which organisation it is")
        for i, partner in enumerate(project.partners)
        if partner.organisation is None
    ]
    return Unknown(*missing) if missing else None


@rule("WIN001", catalogue="M01", nature=Nature.OMISSION, severity=Severity.WARNING)
def partner_gains_nothing(project: Project, context: Context) -> Iterator[Outcome]:
    """A core partner gains nothing that is named.

    Why: Cooperation lasts where each side has something of it; what nobody can name will not be defended in the budget.
    Fix: Name a benefit of that partner, or move it to ``involved`` if it only helps.

    Example:
        partners: [{organisation: vaxjo}, {organisation: jb-marks}]
        win_win: {benefits: [{partner: jb-marks, kind: plan-or-policy, statement: Its first energy strategy}]}
    Source: sida-kp, https://www.sida.se/Svenska/Samarbetsparter/aktorsgrupper/Offentlig-sektor/Kommunalt-partnerskapsprogram/;
        icld-2008, https://docplayer.se/amp/9810683-Dnr-3-53-2008-10-15.html
    """
    if not project.partners:
        yield NOT_APPLICABLE
    if (unknown := _unnamed(project)) is not None:
        yield unknown
    for name, (i, _) in context.partners.items():
        if name not in context.benefits:
            yield Fail(f"partner {name!r} gains nothing that is named", at=("partners", i))


@rule("WIN002", catalogue="M02", nature=Nature.WEAKNESS, severity=Severity.WARNING)
def win_win_only_asserted(project: Project, context: Context) -> Iterator[Outcome]:
    """The text claims that all gain, and a core partner has no gain of its own.

    Why: To say win-win is not to show it; a gain stated for all together is nobody's in particular.
    Fix: Say what each partner takes home that it had not before.

    Example:
        partners: [{organisation: vaxjo}, {organisation: jb-marks}]
        win_win:
          claims: [{kind: win-win}]
          benefits: [{partner: jb-marks, kind: knowledge, statement: Knowledge of energy planning}]
    Source: seed, the texts of ten municipal projects that this library starts from;
        bontenbal, https://ideas.repec.org/a/wly/padxxx/v33y2013i2p85-100.html
    """
    if not project.win_win.claims:
        yield NOT_APPLICABLE
        return
    without = []
    for name in sorted(context.partners, key=lambda name: context.partners[name][0]):
        benefits = context.benefits.get(name, ())
        if all(benefit.joint for benefit in benefits):
            without.append(f"{name!r} has only a joint gain" if benefits else f"{name!r} gains nothing that is named")
    if without:
        claim = project.win_win.claims[0].kind.value
        yield Fail(f"the text claims {claim}, and {', '.join(without)}", at=("win_win", "claims", 0))
    elif (unknown := _unnamed(project)) is not None:
        yield unknown


@rule("WIN003", catalogue="M03", nature=Nature.WEAKNESS, severity=Severity.WARNING)
def benefit_cannot_be_shown(_project: Project, context: Context) -> Iterator[Outcome]:
    """No benefit of a core partner has an indicator with a baseline or a target.

    Why: A gain that nothing measures can be claimed by anybody and proved by nobody.
    Fix: Name in ``indicators`` of one of its benefits an indicator that has a baseline or a target.

    Example:
        win_win: {benefits: [{partner: vaxjo, kind: knowledge, statement: A wider view of energy planning}]}
    Source: own, a rule of consistency proposed here
    """
    if not any(name in context.benefits for name in context.partners):
        yield NOT_APPLICABLE
    for name, (i, _) in context.partners.items():
        benefits = context.benefits.get(name, ())
        shown = [context.indicators.get(indicator) for benefit in benefits for indicator in benefit.indicators]
        if benefits and not any(indicator is not None and _is_anchored(indicator) for indicator in shown):
            said = (
                f"partner {name!r} has {len(benefits)} benefits"
                if len(benefits) > 1
                else f"partner {name!r} has a benefit"
            )
            yield Fail(f"{said} and no indicator with a baseline or a target for it", at=("partners", i))


def _is_anchored(indicator: Indicator) -> bool:
    given = (indicator.baseline, *indicator.targets)
    return any(observation is not None and observation.value is not None for observation in given)


@rule("WIN004", catalogue="M04", nature=Nature.WEAKNESS, severity=Severity.INFO)
def learning_stays_with_individuals(project: Project, context: Context) -> Iterator[Outcome]:
    """All that a core partner gains shows in single persons.

    Why: When those who travelled change their job, nothing is left; the hard step is from persons to practice.
    Fix: Say what the organisation will do differently, as a benefit of scope ``organisation``.

    Example:
        win_win: {benefits: [{partner: vaxjo, scope: individual, statement: Two planners learn of solar power}]}
    Source: wilson07, https://oro.open.ac.uk/4155/;
        sthlm, http://sthlmgroup.se/blog/evaluation-of-local-democracy-programmes-in-africa
    """
    if not any(name in context.benefits for name in context.partners):
        yield NOT_APPLICABLE
    for name, (i, _) in context.partners.items():
        benefits = context.benefits.get(name, ())
        scopes = {benefit.scope for benefit in benefits}
        if scopes == {Scope.INDIVIDUAL}:
            yield Fail(f"all that partner {name!r} gains stays with individuals", at=("partners", i))
        elif scopes and scopes <= {Scope.INDIVIDUAL, None}:
            unscoped = [
                b for b, benefit in enumerate(project.win_win.benefits) if benefit.partner == name and not benefit.scope
            ]
            yield Unknown(*(Missing(("win_win", "benefits", b, "scope"), "where the gain shows") for b in unscoped))


@rule("WIN005", catalogue="M05", nature=Nature.WEAKNESS, severity=Severity.WARNING)
def learning_without_a_way(benefit: Benefit, _context: Context) -> Iterator[Outcome]:
    """A partner is to learn something, and no activity teaches it.

    Why: Much learning is promised and lost because nobody planned how it would happen.
    Fix: Name the activity in ``delivered_by``, or plan one.

    Example:
        benefits:
          - {partner: vaxjo, kind: knowledge, statement: A wider view of energy planning}
    Source: ewijk, http://onlinelibrary.wiley.com/doi/10.1111/j.1467-9663.2011.00698.x/abstract
    """
    if benefit.delivered_by:
        return
    if benefit.kind is None:
        yield Unknown(Missing(("kind",), "what kind of gain it is"))
    elif benefit.kind in _LEARNT:
        what = benefit.kind.value.replace("-", " ")
        yield Fail(f"partner {benefit.partner!r} is to gain {what}, and no activity brings it", at=("delivered_by",))
    else:
        yield NOT_APPLICABLE


@rule("WIN006", catalogue="M06", nature=Nature.OMISSION, severity=Severity.WARNING)
def pilot_without_verdict(pilot: Pilot, context: Context) -> Iterator[Outcome]:
    """A pilot is not judged, or nobody decides whether it is kept.

    Why: What is tried and never judged is neither kept nor learnt from.
    Fix: Plan its evaluation as a stage, and say who decides, or how far it is adopted.

    Example:
        pilots:
          - {id: lamps, title: Solar street lamps, stages: [built, tested]}
    Source: seed, the texts of ten municipal projects that this library starts from;
        sthlm, http://sthlmgroup.se/blog/evaluation-of-local-democracy-programmes-in-africa
    """
    win_win = WinWin() if context.project is None else context.project.win_win
    adoptions = [adoption for adoption in win_win.adoptions if adoption.pilot == pilot.id]
    if not pilot.has_stage(StageKind.EVALUATED):
        yield Fail(f"pilot {pilot.id!r} is not evaluated", at=("stages",))
    adopted = pilot.has_stage(StageKind.ADOPTED) or pilot.has_stage(StageKind.SPREAD)
    if adopted or any(adoption.state is not None for adoption in adoptions):
        return
    if pilot.decided_by is None and all(adoption.decided_by is None for adoption in adoptions):
        yield Fail(f"nobody decides whether pilot {pilot.id!r} is kept", at=("decided_by",))


@rule("WIN007", catalogue="M07", nature=Nature.WEAKNESS, severity=Severity.INFO)
def only_one_side_accounts(project: Project, context: Context) -> Iterator[Outcome]:
    """One partner alone reports, decides and evaluates.

    Why: Who alone gives account is also alone in charge; partners answer to each other.
    Fix: Share the duties, such as a joint report or a decision of both.

    Example:
        win_win: {duties: [{kind: report, partners: [vaxjo]}, {kind: evaluate, partners: [vaxjo]}]}
    Source: busan, https://scribd.com/document/613706573/Busan-partnership;
        icld-report23, https://icld.se/en/what-we-do/municipal-partnerships/reporting-municipal-partnership/
    """
    duties = [(i, duty) for i, duty in enumerate(project.win_win.duties) if duty.kind is not DutyKind.ACCOUNT]
    bearers = {partner for _, duty in duties for partner in duty.partners}
    if not duties or len(context.partners) < 2:  # noqa: PLR2004
        yield NOT_APPLICABLE
    elif len(bearers) > 1:
        return
    elif unborne := [i for i, duty in duties if not duty.partners]:
        yield Unknown(*(Missing(("win_win", "duties", i, "partners"), "whose duty it is") for i in unborne))
    else:
        yield Fail(f"all duties are those of {bearers.pop()!r}", at=("win_win", "duties"))


@rule("WIN008", catalogue="M08", nature=Nature.OMISSION, severity=Severity.WARNING, by_profile=True)
def problems_of_one_side_only(project: Project, context: Context) -> Iterator[Outcome]:
    """The problem analysis names no problem or need of a core partner.

    Why: Who has no problem of its own in the project is there to help, and has nothing to gain from it.
    Fix: Analyse the problems with that partner, and name it in ``partners`` of those that are its own or shared.

    Example:
        partners: [{organisation: {id: vaxjo, name: Växjö}}, {organisation: {id: jb-marks, name: JB Marks}}]
        framing: {problems: [{id: no-strategy, statement: There is no strategy, partners: [jb-marks]}]}
    Source: icld-phases, https://icld.se/en/what-we-do/municipal-partnerships/the-phases-of-a-partnership/;
        sida-kp, https://www.sida.se/Svenska/Samarbetsparter/aktorsgrupper/Offentlig-sektor/Kommunalt-partnerskapsprogram/
    """
    problems = [(i, p) for i, p in enumerate(project.framing.problems) if p.kind is not ProblemKind.OPPORTUNITY]
    if not problems or not project.partners:
        # That there is no analysis at all is told as that.
        yield NOT_APPLICABLE
        return
    if (unnamed := _unnamed(project)) is not None:
        yield unnamed
    having = {partner for _, problem in problems for partner in problem.partners}
    open_ones = [Missing(("framing", "problems", i, "partners"), "whose it is") for i, p in problems if not p.partners]
    for name, (i, _) in context.partners.items():
        if name not in having:
            yield (
                Unknown(*open_ones)
                if open_ones
                else Fail(f"partner {name!r} has no problem or need in the analysis", at=("partners", i))
            )


RULES: tuple[Rule, ...] = (
    partner_gains_nothing,
    win_win_only_asserted,
    benefit_cannot_be_shown,
    learning_stays_with_individuals,
    learning_without_a_way,
    pilot_without_verdict,
    only_one_side_accounts,
    problems_of_one_side_only,
)
