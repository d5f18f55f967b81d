"""What ten project descriptions say, fact by fact, each asked of the model and answered by a typed value.

Nothing here reads prose: a fact that only a search through texts could find has no home in the model.
A row names the kind of fact it is an instance of; the kinds are listed first, and each must have a row.
"""
# A row is a fact and is read as one, so rows are long and are not formatted.
# The sources write with typographic quotation marks, dashes and apostrophes, and so must what is compared with them.
# ruff: noqa: E501, RUF001

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pendulum
import pytest
from attrs import frozen

import cooperation
from cooperation.codelists import codelist
from cooperation.model import (
    ActivityKind,
    AdoptionState,
    AgeRange,
    AnalysisKind,
    AnalysisStatus,
    Anchor,
    AnchoringKind,
    Answer,
    Benefit,
    BenefitKind,
    Category,
    Channel,
    ClaimKind,
    ContinuationKind,
    CoreArea,
    Count,
    Counted,
    CrossCuttingValue,
    Described,
    Direction,
    EventKind,
    Identifier,
    Length,
    Level,
    ListName,
    Measure,
    Modality,
    NameKind,
    Number,
    OrganisationKind,
    PartialDate,
    Period,
    Phase,
    PlaceKind,
    Portfolio,
    PostKind,
    ProblemKind,
    Project,
    ProjectStatus,
    Quantifier,
    Reach,
    RelativeDate,
    Scope,
    SourceKind,
    Stage,
    StageKind,
    StatedCount,
    TargetGroup,
    TargetGroupKind,
    Translated,
    UnitKind,
    text_in,
)

KINDS = {
    1: "length without years",
    2: "length and years together",
    3: "age of the partnership",
    4: "proposal wording",
    5: "predecessor named by nickname",
    6: "year in a series",
    7: "project hangs on a partnership",
    8: "three parties, a municipal company",
    9: "partner not named",
    10: "province as partner, city as place",
    11: "unit within an organisation",
    12: "named party, no role",
    13: "kind of party, no name",
    14: "open lists",
    15: "succession, rename, merger",
    16: "name variants",
    17: "counted things",
    18: "sum with parts",
    19: "part of a count",
    20: "unusual units of a count",
    21: "team counted as participants or target group",
    22: "age range",
    23: "quantifier in words",
    24: "objective under several names",
    25: "objective with its means",
    26: "two wordings of one objective",
    27: "result scopes",
    28: "chain of effects, could, may",
    29: "output per partner, output in one place",
    30: "problem or need per partner",
    31: "baseline in prose",
    32: "baseline figure without place, year, source",
    33: "gain per partner",
    34: "win-win claim without a named gain",
    35: "one-way transfer",
    36: "pilot: built, tested, evaluated",
    37: "adoption planned, conditional, or per place",
    38: "SDG, official words or own words",
    39: "the donor's core areas",
    40: "cross-cutting values asserted",
    41: "analyses said to be done",
    42: "political and management anchoring",
    43: "activity kinds",
    44: "products and dissemination",
    45: "relative date",
    46: "languages",
    47: "the source's own slips",
    48: "what none of the ten has",
}

ALL = None
"""Asked of the whole portfolio instead of one project."""

PLAIN = 0
"""A fact of a common kind: a title, a theme, a method, a target group."""


@frozen
class Fact:
    """A fact and how to ask the model for it."""

    project: str | None
    kind: int
    question: str
    ask: Callable[[Any], object]
    expected: object

    def __str__(self) -> str:
        """The name of the test that asks it."""
        return f"{self.project or 'all'}: {self.question}"


def _group(project: Project, name: str) -> TargetGroup:
    """The target group with this id."""
    return next(group for group in project.framing.target_groups if group.id == name)


def _gains(project: Project, partner: str, *, joint: bool) -> tuple[BenefitKind | None, ...]:
    """The kinds of what a partner gains, either stated for it alone or jointly for all."""
    return tuple(benefit.kind for benefit in project.win_win.benefits_of(partner) if benefit.joint is joint)


def _stated(project: Project, of: Counted) -> StatedCount:
    """The stated count of such things."""
    return next(counted.stated for counted in project.counts() if counted.stated.of is of)


def _listed(project: Project, of: Counted) -> int | None:
    """How many of such things the model lists."""
    return next(counted.listed for counted in project.counts() if counted.stated.of is of)


def _role_of(project: Project, organisation: str) -> object:
    """What an organisation that takes part is to the project."""
    return next(p.role for p in project.involved if p.organisation is not None and p.organisation.id == organisation)


def _called_partner(project: Project, organisation: str) -> tuple[str, bool]:
    """What the text calls a partner, and whether the register knows that name."""
    partner = project.partner(organisation)
    name = str(partner.description)
    return name, partner.organisation.is_called(name)


def _unnamed(project: Project) -> tuple[OrganisationKind | None, ...]:
    """The kinds of those who take part without a name."""
    return tuple(p.of_kind for p in project.involved if p.organisation is None)


def _stages(project: Project, pilot: str) -> tuple[StageKind, ...]:
    """The stages a pilot goes through, in their order."""
    found = next(p for p in project.plan.pilots if p.id == pilot)
    return tuple(kind for kind in StageKind if found.has_stage(kind))


def _pilot(project: Project, name: str) -> Any:
    """The pilot with this id."""
    return next(pilot for pilot in project.plan.pilots if pilot.id == name)


def _problem(project: Project, name: str) -> Any:
    """The problem with this id."""
    return next(problem for problem in project.framing.problems if problem.id == name)


def _theme(project: Project, name: str) -> Any:
    """The theme with this id."""
    return next(theme for theme in project.framing.themes if theme.id == name)


def _indicator(project: Project, name: str) -> Any:
    """The indicator with this id."""
    return next(indicator for indicator in project.logframe.indicators if indicator.id == name)


def _place(portfolio: Portfolio, organisation: str, name: str) -> Any:
    """A place of an organisation."""
    return next(place for place in portfolio.organisation(organisation).places if place.id == name)


def _event(portfolio: Portfolio, organisation: str, kind: EventKind) -> Any:
    """The event of this kind in the life of an organisation."""
    return next(event for event in portfolio.organisation(organisation).events if event.kind is kind)


def _ids(parts: Any) -> tuple[str, ...]:
    """The ids of parts, in their order."""
    return tuple(part.id for part in parts)


def _claims(project: Project) -> tuple[ClaimKind, ...]:
    """What the project claims of itself."""
    return tuple(claim.kind for claim in project.win_win.claims)


def _values(project: Project) -> set[CrossCuttingValue]:
    """The values the project asserts."""
    return {asserted.value for asserted in project.tags.values}


def _labels(project: Project) -> dict[str, str]:
    """What the source calls each objective it has a word for."""
    return {o.id: o.label for o in project.logframe.objectives if o.label is not None}


def _methods(project: Project) -> tuple[ActivityKind | None, ...]:
    """The kinds of its ways of working, in their order."""
    return tuple(method.kind for method in project.plan.methods)


def _in_the_words_of_the_un(project: Project) -> bool:
    """Whether the goal is told as the United Nations' list has it."""
    tag = project.tags.sdgs[0]
    return f"Goal {tag.goal}. {tag.stated}" == codelist("UNSDG-Goals")[tag.goal].name


def _all_benefits(portfolio: Portfolio) -> tuple[Benefit, ...]:
    """The gains of all projects."""
    return tuple(benefit for project in portfolio for benefit in project.win_win.benefits)


GENDER, ENVIRONMENT, RIGHTS, SUSTAINABILITY = (
    CrossCuttingValue.GENDER_EQUALITY,
    CrossCuttingValue.ENVIRONMENT,
    CrossCuttingValue.HUMAN_RIGHTS,
    CrossCuttingValue.SUSTAINABILITY,
)

HEAD = (
    Fact(ALL, 46, "in which language does the page name the Swedish partner?",
         lambda c: c.partnership("vaxjo-an-giang").sources[0].title.languages, ("sv",)),
    Fact(ALL, 46, "what label does the page's filter have?",
         lambda c: c.partnership("vaxjo-an-giang").sources[0].title.in_language("sv"), "Svensk partner: Växjö Kommun"),
    Fact(ALL, 7, "who keeps the record of every partnership?", lambda c: {p.home for p in c.partnerships}, {"vaxjo"}),
    Fact(ALL, 7, "which projects have no partnership?", lambda c: [p.id for p in c if c.partnership(p.partnership or "") is None], []),
    Fact(ALL, 7, "are a project's partners members of its partnership?",
         lambda c: {set(p.partner_ids) <= {m.organisation.id for m in c.partnership(p.partnership).members} for p in c}, {True}),
    Fact(ALL, 16, "is Växjö Kommun the city's official name?",
         lambda c: next(n.kind for n in c.organisation("vaxjo").names if n.language == "sv"), NameKind.OFFICIAL),
    Fact(ALL, 46, "in which language are texts that do not say?", lambda c: c.language, "en"),
    Fact(ALL, PLAIN, "what do the documents claim to be?", lambda c: {p.stage for p in c}, {Stage.SUMMARY}),
    Fact(ALL, PLAIN, "how many projects are there?", len, 10),
    Fact(ALL, PLAIN, "in how many projects is the city a core partner?", lambda c: sum(p.partner("vaxjo") is not None for p in c), 10),
    Fact(ALL, PLAIN, "who runs the programme?", lambda c: {p.programme.owner for p in c.partnerships}, {"icld"}),
)  # fmt: skip

ENERGY = (
    Fact("energy-plan", PLAIN, "what is it called?", lambda p: p.title, "Development of an Energy Plan in Line with Agenda 2030"),
    Fact("energy-plan", 7, "in which partnership is it?", lambda p: p.partnership, "vaxjo-jb-marks"),
    Fact("energy-plan", 2, "when does it run?", lambda p: (p.period.start, p.period.end), (PartialDate(2019), PartialDate(2020))),
    Fact("energy-plan", 2, "how long does it say it is?", lambda p: p.period.length, Length(years=2)),
    Fact("energy-plan", 2, "do length and years agree?", lambda p: p.period.in_months == p.period.length.in_months, True),
    Fact("energy-plan", 2, "does it run in 2021?", lambda p: p.runs_in(2021), Answer.NO),
    Fact("energy-plan", 4, "does it say where it stands?", lambda p: p.status, None),
    Fact("energy-plan", 8, "how many parties are there?", lambda p: len(p.organisations), 3),
    Fact("energy-plan", 8, "what is Växjö Energi?", lambda p: p.organisations[2].kind, OrganisationKind.PUBLIC_COMPANY),
    Fact("energy-plan", 8, "who owns Växjö Energi?", lambda p: p.organisations[2].owner, "vaxjo"),
    Fact("energy-plan", 12, "what is Växjö Energi's role?", lambda p: _role_of(p, "vaxjo-energi"), None),
    Fact("energy-plan", PLAIN, "in which country is the partner?", lambda p: p.partner("jb-marks").organisation.country, "ZA"),
    Fact("energy-plan", 16, "what does it call the city?", lambda p: _called_partner(p, "vaxjo"), ("Växjö municipality", True)),
    Fact("energy-plan", 38, "which SDG does it serve?", lambda p: p.tags.sdgs[0].goal, "7"),
    Fact("energy-plan", 38, "does it name a target of the SDG?", lambda p: p.tags.sdgs[0].target, None),
    Fact("energy-plan", 38, "what does it say of the goal?", lambda p: p.tags.sdgs[0].stated,
         "Ensure access to affordable, reliable, sustainable and modern energy for all"),
    Fact("energy-plan", 38, "are those the UN's words?", _in_the_words_of_the_un, True),
    Fact("energy-plan", 38, "which objective is the SDG tied to?",
         lambda p: [p.logframe.objective(o).level for o in p.tags.sdgs[0].objectives], [Level.IMPACT]),
    Fact("energy-plan", 17, "how many activities does it state?", lambda p: _stated(p, Counted.ACTIVITIES).count, Count(number=10)),
    Fact("energy-plan", 17, "how many activities does it list?", lambda p: _listed(p, Counted.ACTIVITIES), None),
    Fact("energy-plan", 17, "does the number agree with the list?", lambda p: p.counts()[0].agrees, Answer.UNKNOWN),
    Fact("energy-plan", 29, "which outputs has each party?",
         lambda p: {o.partner: o.id for o in p.logframe.at_level(Level.OUTPUT)},
         {"jb-marks": "energy-strategy", "vaxjo-energi": "strategic-plan"}),
    Fact("energy-plan", 24, "what does it call the energy strategy?", lambda p: _labels(p)["energy-strategy"], "objective"),
    Fact("energy-plan", 33, "what does JB Marks gain for itself?", lambda p: _gains(p, "jb-marks", joint=False), (BenefitKind.PLAN_OR_POLICY,)),
    Fact("energy-plan", 33, "what does Växjö gain for itself?", lambda p: _gains(p, "vaxjo", joint=False), (BenefitKind.PLAN_OR_POLICY,)),
    Fact("energy-plan", 33, "what is gained jointly?",
         lambda p: {_gains(p, partner, joint=True) for partner in p.partner_ids}, {(BenefitKind.KNOWLEDGE,)}),
    Fact("energy-plan", 33, "can the gains of JB Marks be pointed at?",
         lambda p: [b.is_tangible for b in p.win_win.benefits_of("jb-marks")], [True, False]),
    Fact("energy-plan", 43, "by which methods do they work?", _methods,
         (ActivityKind.BENCHMARKING, ActivityKind.EXCHANGE, ActivityKind.ASSESSMENT)),
    Fact("energy-plan", 43, "who makes the assessment?",
         lambda p: next(m.partners for m in p.plan.methods if m.kind is ActivityKind.ASSESSMENT), ("vaxjo", "jb-marks")),
    Fact("energy-plan", PLAIN, "which way is knowledge to go?", lambda p: _indicator(p, "energy-knowledge").direction, Direction.INCREASE),
    Fact("energy-plan", PLAIN, "has knowledge a baseline?", lambda p: _indicator(p, "energy-knowledge").baseline, None),
    Fact("energy-plan", 28, "what do the energy strategy and all above it serve?",
         lambda p: _ids(p.logframe.all_supports("energy-strategy")), ("steering-documents", "strategic-energy-work", "clean-energy")),
    Fact("energy-plan", 28, "what makes the steering documents better?",
         lambda p: _ids(p.logframe.supported_by("steering-documents")), ("energy-strategy", "strategic-plan", "knowledge")),
    Fact("energy-plan", PLAIN, "when is the outcome due?", lambda p: p.logframe.at_level(Level.OUTCOME)[0].due, PartialDate(2020)),
    Fact("energy-plan", PLAIN, "is the outcome due at the project's end?",
         lambda p: p.logframe.objective("strategic-energy-work").due == p.period.end, True),
    Fact("energy-plan", PLAIN, "which way is fossil fuel to go?", lambda p: _indicator(p, "fossil-fuels").direction, Direction.DECREASE),
    Fact("energy-plan", PLAIN, "which way is renewable energy to go?", lambda p: _indicator(p, "renewable-energy").direction, Direction.INCREASE),
    Fact("energy-plan", PLAIN, "which way is energy efficiency to go?", lambda p: _indicator(p, "energy-efficiency").direction, Direction.INCREASE),
    Fact("energy-plan", 27, "where does the long-term effect show?", lambda p: p.logframe.objective("clean-energy").scopes, (Scope.SOCIETY,)),
    Fact("energy-plan", 34, "does it claim to benefit all?", _claims, (ClaimKind.BENEFICIAL_TO_ALL,)),
    Fact("energy-plan", PLAIN, "how are the residents reached?", lambda p: _group(p, "residents").reach, Reach.INDIRECT),
    Fact("energy-plan", PLAIN, "what are the residents?", lambda p: _group(p, "residents").kind, TargetGroupKind.COMMUNITIES),
)  # fmt: skip

WATER = (
    Fact("blue-vietnam", PLAIN, "what is its short name?", lambda p: p.aliases, ("Blue Vietnam",)),
    Fact("blue-vietnam", PLAIN, "is it called by its short name?", lambda p: p.is_called("blue vietnam"), True),
    Fact("blue-vietnam", 10, "what is the partner?", lambda p: p.partner("an-giang").of_kind, OrganisationKind.PROVINCE),
    Fact("blue-vietnam", 10, "in which country is the partner?", lambda p: p.partner("an-giang").organisation.country, "VN"),
    Fact(ALL, 10, "what is Long Xuyen?", lambda c: _place(c, "an-giang", "long-xuyen").kind, PlaceKind.CITY),
    Fact(ALL, 10, "is Long Xuyen an organisation?", lambda c: c.organisation("long-xuyen"), None),
    Fact("blue-vietnam", 10, "where is the plan for?", lambda p: p.logframe.objective("water-plan").places, ("long-xuyen",)),
    Fact("blue-vietnam", 29, "whose is the plan?", lambda p: p.logframe.objective("water-plan").partner, "an-giang"),
    Fact("blue-vietnam", 29, "has Växjö an output of its own?",
         lambda p: [o for o in p.logframe.at_level(Level.OUTPUT) if o.partner == "vaxjo"], []),
    Fact(ALL, 3, "since when do Växjö and An Giang cooperate?", lambda c: c.partnership("vaxjo-an-giang").since, PartialDate(2010)),
    Fact(ALL, 23, "how many projects came before?",
         lambda c: c.partnership("vaxjo-an-giang").earlier_projects, Count(quantifier=Quantifier.SEVERAL)),
    Fact(ALL, 23, "is 'several' a number?", lambda c: c.partnership("vaxjo-an-giang").earlier_projects.total, None),
    Fact(ALL, PLAIN, "what is the partnership called?", lambda c: c.partnership("vaxjo-an-giang").title, "Växjö and An Giang, Vietnam"),
    Fact("blue-vietnam", PLAIN, "which phase is it?", lambda p: p.phase, Phase.IMPLEMENTATION),
    Fact("blue-vietnam", PLAIN, "how does it follow what came before?", lambda p: [c.kind for c in p.continuations],
         [ContinuationKind.GROWS_FROM_PARTNERSHIP]),
    Fact("blue-vietnam", PLAIN, "what is its theme?", lambda p: _ids(p.framing.themes), ("water-management",)),
    Fact("blue-vietnam", 2, "does it run in each of its three years?", lambda p: p.period.years, (2019, 2020, 2021)),
    Fact("blue-vietnam", 2, "do length and years agree?", lambda p: p.period.in_months == p.period.length.in_months, True),
    Fact("blue-vietnam", 41, "which analyses were made?", lambda p: {a.kind: a.status for a in p.framing.analyses},
         {AnalysisKind.STAKEHOLDER: AnalysisStatus.DONE, AnalysisKind.PROBLEM: AnalysisStatus.DONE}),
    Fact("blue-vietnam", 41, "can the analyses be read?", lambda p: {a.document for a in p.framing.analyses}, {None}),
    Fact("blue-vietnam", 41, "who made the analyses?", lambda p: {a.partners for a in p.framing.analyses}, {("vaxjo", "an-giang")}),
    Fact("blue-vietnam", 34, "what does it claim?", _claims, (ClaimKind.BENEFICIAL_TO_ALL,)),
    Fact("blue-vietnam", 33, "what does An Giang gain for itself?", lambda p: _gains(p, "an-giang", joint=False), (BenefitKind.PLAN_OR_POLICY,)),
    Fact("blue-vietnam", 33, "what does Växjö gain for itself?", lambda p: _gains(p, "vaxjo", joint=False), ()),
    Fact("blue-vietnam", 30, "whose problem is the quality of the water?", lambda p: _problem(p, "water-quality").partners, ("vaxjo", "an-giang")),
    Fact("blue-vietnam", 30, "what is old pipes: a problem or a need?", lambda p: _problem(p, "old-pipes").kind, ProblemKind.NEED),
    Fact("blue-vietnam", 30, "whose need is it?", lambda p: _problem(p, "old-pipes").partners, ("vaxjo",)),
    Fact("blue-vietnam", 31, "is the state of the water told in words?",
         lambda p: isinstance(_problem(p, "water-quality").state.value, Described), True),
    Fact("blue-vietnam", 31, "is the state of the water a number?", lambda p: _problem(p, "water-quality").state.value.as_fraction, None),
    Fact("blue-vietnam", PLAIN, "where is a sewage system being built?",
         lambda p: [note.place for note in p.framing.context if note.place is not None], ["long-xuyen"]),
    Fact("blue-vietnam", PLAIN, "has the note on the world's waters a place?", lambda p: p.framing.context[0].place, None),
    Fact("blue-vietnam", 23, "how many of the residents does it touch?", lambda p: _group(p, "all-residents").count,
         Count(quantifier=Quantifier.ALL)),
    Fact("blue-vietnam", PLAIN, "how are the residents reached?", lambda p: _group(p, "all-residents").reach, Reach.BOTH),
    Fact("blue-vietnam", PLAIN, "who are the key stakeholders?", lambda p: p.framing.stakeholders[0].name, None),
    Fact("blue-vietnam", PLAIN, "whose awareness is to rise?", lambda p: p.logframe.objective("awareness").target_groups, ("stakeholders-to-win",)),
    Fact("blue-vietnam", 24, "what does it call what it wants?", lambda p: set(_labels(p).values()), {"aim"}),
    Fact("blue-vietnam", 44, "what kind of link does it have?", lambda p: p.plan.dissemination[0].link.kind, SourceKind.VIDEO),
    Fact("blue-vietnam", 44, "is the link's address known?", lambda p: p.plan.dissemination[0].link.url, None),
    Fact("blue-vietnam", 47, "is the slip in the link's title kept?", lambda p: p.plan.dissemination[0].link.title,
         "Find out more about the parnerships impact in this video"),  # codespell:ignore
)  # fmt: skip

SKILLS = (
    Fact("skills-training", PLAIN, "what is it called?", lambda p: p.title,
         "Public skills training to create new job opportunities and fight poverty"),
    Fact("skills-training", 4, "where does it stand?", lambda p: p.status, ProjectStatus.PROPOSED),
    Fact("skills-training", 2, "when does it run?", lambda p: p.period, Period(
        start=PartialDate(2019), end=PartialDate(2021), length=Length(years=3))),
    Fact("skills-training", 17, "how many activities does it state?", lambda p: _stated(p, Counted.ACTIVITIES).count.total, 15),
    Fact("skills-training", 16, "what does it call the city?", lambda p: _called_partner(p, "vaxjo"), ("City of Växjö", True)),
    Fact("skills-training", 16, "what does it call the partner?", lambda p: _called_partner(p, "jb-marks"), ("JB Marks Local Municipality", True)),
    Fact("skills-training", 7, "is it in the same partnership as the energy plan?", lambda p: p.partnership, "vaxjo-jb-marks"),
    Fact("skills-training", 13, "which kinds of organisation take part?", _unnamed,
         (None, OrganisationKind.LABOUR_OFFICE, OrganisationKind.UNIVERSITY, OrganisationKind.CIVIL_SOCIETY, OrganisationKind.PRIVATE_SECTOR)),
    Fact("skills-training", 13, "does it name any of them?", lambda p: {i.organisation for i in p.involved}, {None}),
    Fact("skills-training", 13, "has any of them a role?", lambda p: {i.role for i in p.involved}, {None}),
    Fact("skills-training", 25, "what is the objective's means?", lambda p: _ids(p.logframe.at_level(Level.OUTPUT)), ("skills-model",)),
    Fact("skills-training", 25, "does the means serve the objective?",
         lambda p: p.logframe.objective("public-capacity") in p.logframe.all_supports("skills-model"), True),
    Fact("skills-training", 26, "how many more wordings has the objective?",
         lambda p: len(p.logframe.objective("public-capacity").other_statements), 1),
    Fact("skills-training", 24, "what is the objective called?", lambda p: _labels(p)["public-capacity"], "project objective"),
    Fact("skills-training", 24, "which level has the project objective?", lambda p: p.logframe.objective("public-capacity").level, Level.OUTCOME),
    Fact("skills-training", PLAIN, "who is it for?", lambda p: p.logframe.objective("public-capacity").target_groups, ("vulnerable",)),
    Fact("skills-training", 36, "through which stages does the pilot go?", lambda p: _stages(p, "skills-pilot"),
         (StageKind.BUILT, StageKind.TESTED, StageKind.EVALUATED, StageKind.ADOPTED)),
    Fact("skills-training", 36, "in how many places is it tried?", lambda p: _pilot(p, "skills-pilot").places,
         ("vaxjo-municipality", "jb-marks-municipality")),
    Fact("skills-training", 36, "what is tried?", lambda p: _pilot(p, "skills-pilot").objective, "skills-model"),
    Fact("skills-training", 37, "is the model to be adopted?", lambda p: p.win_win.adoptions[0].state, AdoptionState.PLANNED),
    Fact("skills-training", 37, "on what condition?", lambda p: p.win_win.adoptions[0].condition, None),
    Fact("skills-training", 27, "at which scopes are results expected?",
         lambda p: {scope for o in p.logframe.objectives for scope in o.scopes}, {Scope.INDIVIDUAL, Scope.ORGANISATION, Scope.SOCIETY}),
    Fact("skills-training", 27, "does the stated number of levels agree?",
         lambda p: next(c.agrees for c in p.counts() if c.stated.of is Counted.SCOPES), Answer.YES),
    Fact("skills-training", 27, "where does new capacity show?", lambda p: p.logframe.objective("labour-market-support").scope, Scope.ORGANISATION),
    Fact("skills-training", 27, "where do steps to work show?", lambda p: p.logframe.objective("steps-to-work").scope, Scope.INDIVIDUAL),
    Fact("skills-training", 27, "do two scopes share one level?",
         lambda p: {o.scope for o in p.logframe.at_level(Level.IMPACT)}, {Scope.INDIVIDUAL, Scope.SOCIETY}),
    Fact("skills-training", PLAIN, "when are the results expected?", lambda p: p.logframe.objective("inclusion").due, PartialDate(2021)),
    Fact("skills-training", PLAIN, "which ways is society to move?",
         lambda p: {i.id: i.direction for i in p.logframe.objective("inclusion").indicators},
         {"democracy": Direction.INCREASE, "poverty": Direction.DECREASE}),
    Fact("skills-training", 43, "which methods are named?", _methods, (ActivityKind.TRAINING, None)),
    Fact("skills-training", 33, "what is gained jointly?", lambda p: {_gains(p, i, joint=True) for i in p.partner_ids},
         {(BenefitKind.METHOD_OR_TOOL,)}),
    Fact("skills-training", 33, "has anybody a gain of its own?", lambda p: {_gains(p, i, joint=False) for i in p.partner_ids}, {()}),
    Fact("skills-training", 34, "what does it claim?", _claims, (ClaimKind.WIN_WIN,)),
    Fact("skills-training", 40, "which values does it assert?", _values, {SUSTAINABILITY, GENDER, ENVIRONMENT, RIGHTS}),
    Fact("skills-training", 40, "has any value a score?", lambda p: p.tags.policy_markers, ()),
)  # fmt: skip

PRESCHOOL = (
    Fact("preschool-sustainability", PLAIN, "what is it called?", lambda p: p.title, "Sustainability education in preschool/primary school"),
    Fact("preschool-sustainability", PLAIN, "in which country is the partner?", lambda p: p.partner("vushtrri").organisation.country, "XK"),
    Fact("preschool-sustainability", 46, "in which other language has it a title?", lambda p: p.aliases[0].languages, ("sv",)),
    Fact("preschool-sustainability", 2, "how many months is it?", lambda p: p.period.in_months, 36),
    Fact("preschool-sustainability", 2, "does it run in 2021?", lambda p: p.runs_in(2021), Answer.YES),
    Fact("preschool-sustainability", 4, "where does it stand?", lambda p: p.status, ProjectStatus.PROPOSED),
    Fact("preschool-sustainability", 24, "which level does 'purpose' name?",
         lambda p: {o.label: o.level for o in p.logframe.objectives if o.label is not None}, {"purpose": Level.OUTCOME}),
    Fact("preschool-sustainability", 27, "where does the purpose show?", lambda p: p.logframe.objective("education-capacity").scope, Scope.ORGANISATION),
    Fact("preschool-sustainability", 33, "what does Växjö gain for itself?", lambda p: _gains(p, "vaxjo", joint=False),
         (BenefitKind.METHOD_OR_TOOL, BenefitKind.NETWORK)),
    Fact("preschool-sustainability", 33, "what does Vushtrri gain for itself?", lambda p: _gains(p, "vushtrri", joint=False), (BenefitKind.SERVICE,)),
    Fact("preschool-sustainability", 34, "does it claim a win-win?", _claims, ()),
    Fact("preschool-sustainability", 29, "which output has each partner?",
         lambda p: {o.partner: o.id for o in p.logframe.at_level(Level.OUTPUT) if o.partner is not None},
         {"vaxjo": "working-methods", "vushtrri": "new-subject"}),
    Fact("preschool-sustainability", 43, "which activities are named?", lambda p: [a.kind for a in p.plan.activities],
         [ActivityKind.EXCHANGE, ActivityKind.MAPPING]),
    Fact("preschool-sustainability", 37, "where are the methods to stay?", lambda p: {a.partner: a.state for a in p.win_win.adoptions},
         {"vaxjo": AdoptionState.PLANNED, "vushtrri": AdoptionState.PLANNED}),
    Fact("preschool-sustainability", 5, "what does it call its predecessor?", lambda p: p.continuations[0].alias, "MIS-project"),
    Fact("preschool-sustainability", 5, "how does it follow it?", lambda p: p.continuations[0].kind, ContinuationKind.BUILDS_ON),
    Fact("preschool-sustainability", 5, "are lessons carried over?", lambda p: p.continuations[0].lessons is not None, True),
    Fact(ALL, 5, "which project is its predecessor?", lambda c: _ids(c.predecessors("preschool-sustainability")), ("school-environment",)),
    Fact(ALL, 5, "whom does the nickname name?", lambda c: c.find_project("MIS-project").id, "school-environment"),
    Fact(ALL, 22, "how old were its predecessor's pupils?",
         lambda c: {g.age for p in c.predecessors("preschool-sustainability") for g in p.framing.target_groups if g.age is not None},
         {AgeRange(10, 15)}),
    Fact("preschool-sustainability", 6, "which of its row is it?", lambda p: p.series.number, 2),
    Fact("preschool-sustainability", 42, "where is it anchored?", lambda p: {a.kind for a in p.plan.anchoring},
         {AnchoringKind.POLITICAL, AnchoringKind.MANAGEMENT}),
    Fact("preschool-sustainability", 42, "does it say why it lasts?", lambda p: len(p.plan.sustainability), 1),
    Fact("preschool-sustainability", 21, "how many take part?", lambda p: p.plan.participants[0].count, Count(number=12)),
    Fact("preschool-sustainability", 21, "over whom is that a total?", lambda p: _stated(p, Counted.PARTICIPANTS).over, ("vaxjo", "vushtrri")),
    Fact("preschool-sustainability", 21, "how do they divide?", lambda p: _stated(p, Counted.PARTICIPANTS).count.parts, ()),
    Fact("preschool-sustainability", 13, "which unnamed party is involved?", _unnamed, (OrganisationKind.EXPERT,)),
    Fact("preschool-sustainability", 36, "with whom are the methods tested?", lambda p: _pilot(p, "methodology-test").tested_with,
         ("teachers", "preschool-pupils")),
    Fact("preschool-sustainability", 17, "how many children?", lambda p: _group(p, "preschool-pupils").count, Count(number=500)),
    Fact("preschool-sustainability", 17, "how many teachers?", lambda p: _group(p, "teachers").count, None),
    Fact("preschool-sustainability", 38, "which SDG does it serve?", lambda p: p.tags.sdgs[0].code, "4"),
    Fact("preschool-sustainability", 38, "what does it say of the goal?", lambda p: p.tags.sdgs[0].stated, "a good education for all"),
    Fact("preschool-sustainability", 38, "are those the UN's words?", _in_the_words_of_the_un, False),
)  # fmt: skip

CONTACT = (
    Fact("contact-centre", 46, "in which language is the title?", lambda p: p.title.languages, ("sv",)),
    Fact("contact-centre", PLAIN, "what is it called?", lambda p: text_in(p.title, "sv"), "Kontaktcenter; utveckling av service och tillgänglighet"),
    Fact("contact-centre", 1, "how long is it?", lambda p: p.period.length, Length(years=2)),
    Fact("contact-centre", 1, "when does it start?", lambda p: p.period.start, None),
    Fact("contact-centre", 1, "which years does it run in?", lambda p: p.period.years, None),
    Fact("contact-centre", 1, "does it run in 2015?", lambda p: p.runs_in(2015), Answer.UNKNOWN),
    Fact("contact-centre", 1, "is anything known that bounds it?", lambda p: p.period.within, None),
    Fact("contact-centre", 9, "what is the partner called?", lambda p: p.partner("contact-centre-partner").organisation.name, None),
    Fact("contact-centre", 9, "in which country is the partner?", lambda p: p.partner("contact-centre-partner").organisation.country, None),
    Fact("contact-centre", 9, "what is the partner?", lambda p: p.partner("contact-centre-partner").of_kind, OrganisationKind.LOCAL_GOVERNMENT),
    Fact("contact-centre", 11, "which units take part?", lambda p: [participation.units for participation in p.partners],
         [("vaxjo-contact-centre",), ("partner-contact-centre",)]),
    Fact("contact-centre", 41, "was the problem analysed?",
         lambda p: next(a.status for a in p.framing.analyses if a.kind is AnalysisKind.PROBLEM), AnalysisStatus.DONE),
    Fact("contact-centre", 41, "is a SWOT analysis said to be done?",
         lambda p: next(a.status for a in p.framing.analyses if a.kind is AnalysisKind.SWOT), None),
    Fact("contact-centre", 30, "whose is the need?", lambda p: _problem(p, "need-to-develop").partners, ("vaxjo", "contact-centre-partner")),
    Fact("contact-centre", 30, "is it a need?", lambda p: _problem(p, "need-to-develop").kind, ProblemKind.NEED),
    Fact("contact-centre", PLAIN, "what are its areas?", lambda p: _ids(p.framing.themes),
         ("availability", "service-and-treatment", "technology", "work-environment")),
    Fact("contact-centre", 17, "how many areas does it state?", lambda p: _stated(p, Counted.THEMES).count, Count(number=4)),
    Fact("contact-centre", 17, "do as many follow?", lambda p: p.counts()[0].agrees, Answer.YES),
    Fact("contact-centre", PLAIN, "which areas does technology serve?", lambda p: _theme(p, "technology").supports,
         ("availability", "service-and-treatment")),
    Fact("contact-centre", 39, "which core areas does it name?", lambda p: {tag.area for tag in p.tags.core_areas},
         {CoreArea.ACCOUNTABILITY, CoreArea.TRANSPARENCY}),
    Fact("contact-centre", 39, "how sure is it of them?", lambda p: {tag.modality for tag in p.tags.core_areas}, {Modality.MAY}),
    Fact("contact-centre", 28, "how sure is it of accountability?", lambda p: p.logframe.objective("accountable-municipality").modality, Modality.MAY),
    Fact("contact-centre", 28, "how sure is it of better contact with citizens?",
         lambda p: p.logframe.objective("local-democracy").modality, Modality.WILL),
    Fact("contact-centre", 28, "where does accountability come from?",
         lambda p: _ids(p.logframe.all_supported_by("accountable-municipality")), ("service-competence", "better-centres")),
    Fact("contact-centre", 35, "who teaches whom?", lambda p: {(t.from_partner, t.to_partner) for t in p.win_win.transfers},
         {("vaxjo", "contact-centre-partner"), ("contact-centre-partner", "vaxjo")}),
    Fact("contact-centre", 34, "what does it claim?", _claims, (ClaimKind.BENEFICIAL_TO_ALL,)),
    Fact("contact-centre", 47, "is the claim's grammar kept?", lambda p: p.win_win.claims[0].quote, "results and effects of both parties"),
    Fact("contact-centre", 24, "which level does 'goal' name?",
         lambda p: {o.label: o.level for o in p.logframe.objectives if o.label is not None}, {"goal": Level.INTERMEDIATE_OUTCOME}),
    Fact("contact-centre", PLAIN, "how many of the service staff?", lambda p: _group(p, "service-staff").count, Count(quantifier=Quantifier.ALL)),
    Fact("contact-centre", PLAIN, "who else is to learn, if less?", lambda p: [g.id for g in p.framing.target_groups if g.degree is not None],
         ["politicians"]),
    Fact("contact-centre", 33, "what is gained jointly?", lambda p: {_gains(p, i, joint=True) for i in p.partner_ids},
         {(BenefitKind.STAFF_COMPETENCE, BenefitKind.STAFF_MOTIVATION)}),
    Fact("contact-centre", 33, "has anybody a gain of its own?", lambda p: {_gains(p, i, joint=False) for i in p.partner_ids}, {()}),
    Fact("contact-centre", 36, "which stage of the pilot is planned?", lambda p: _stages(p, "centre-pilot"), (StageKind.TESTED,)),
    Fact("contact-centre", PLAIN, "what are the skills to have led to?", lambda p: _ids(p.logframe.supports("service-competence")), ("better-centres",)),
)  # fmt: skip

FAMILIES = (
    Fact("coordination-structure", PLAIN, "what is it called?", lambda p: p.title, "New Coordination Structure to support vulnerable families"),
    Fact("coordination-structure", 7, "in which partnership is it?", lambda p: p.partnership, "vaxjo-jb-marks"),
    Fact("coordination-structure", 4, "where does it stand?", lambda p: p.status, ProjectStatus.PROPOSED),
    Fact("coordination-structure", 2, "which years does it run in?", lambda p: p.period.years, (2017, 2018, 2019)),
    Fact("coordination-structure", 2, "do length and years agree?", lambda p: p.period.in_months == p.period.length.in_months, True),
    Fact("coordination-structure", 16, "what was the partner called when it began?",
         lambda p: p.partner("jb-marks").organisation.name_on(p.period.first_day), "North West 405 Municipality"),
    Fact("coordination-structure", 16, "what was the partner called when it ended?",
         lambda p: p.partner("jb-marks").organisation.name_on(p.period.last_day), "JB Marks Local Municipality"),
    Fact("coordination-structure", 16, "what kind of name is the text's?",
         lambda p: p.partner("jb-marks").organisation.names[0].kind, NameKind.INTERIM),
    Fact(ALL, 15, "did the partner come from Tlokwe alone?", lambda c: _event(c, "jb-marks", EventKind.MERGER).predecessors, ("tlokwe", "ventersdorp")),
    Fact("coordination-structure", 13, "which unnamed parties are involved?", _unnamed,
         (OrganisationKind.REGION, OrganisationKind.LABOUR_OFFICE, OrganisationKind.POLICE, OrganisationKind.CIVIL_SOCIETY)),
    Fact("coordination-structure", 14, "which list does it leave open?", lambda p: p.open_lists, (ListName.INVOLVED,)),
    Fact("coordination-structure", 29, "where is the structure to stand?", lambda p: p.logframe.objective("structure").places,
         ("vaxjo-municipality", "potchefstroom", "ventersdorp-town")),
    Fact(ALL, 10, "what are the two South African places?",
         lambda c: {_place(c, "jb-marks", i).kind for i in ("potchefstroom", "ventersdorp-town")}, {PlaceKind.TOWN}),
    Fact("coordination-structure", 25, "what is the objective's means?", lambda p: _ids(p.logframe.supported_by("family-support")), ("structure",)),
    Fact("coordination-structure", 26, "how many more wordings has the objective?",
         lambda p: len(p.logframe.objective("family-support").other_statements), 1),
    Fact("coordination-structure", 24, "which level has the project objective?",
         lambda p: {o.label: o.level for o in p.logframe.objectives if o.label is not None}, {"project objective": Level.OUTCOME}),
    Fact("coordination-structure", PLAIN, "what does the indicator on meetings count?",
         lambda p: (_indicator(p, "meetings").unit, _indicator(p, "meetings").unit_kind), ("meeting", UnitKind.EVENT)),
    Fact("coordination-structure", PLAIN, "has the indicator on meetings a target?", lambda p: _indicator(p, "meetings").targets, ()),
    Fact("coordination-structure", 27, "where do the families' steps show?", lambda p: p.logframe.objective("families-secure").scope, Scope.INDIVIDUAL),
    Fact("coordination-structure", PLAIN, "which level have the families' steps?", lambda p: p.logframe.objective("families-secure").level, Level.IMPACT),
    Fact("coordination-structure", PLAIN, "what are the families counted as?", lambda p: _group(p, "families").kind, TargetGroupKind.HOUSEHOLDS),
    Fact("coordination-structure", 18, "how many families on each side?", lambda p: _group(p, "families").count, Count.of_parts(
        vaxjo=20, **{"jb-marks": 20})),
    Fact("coordination-structure", 18, "how many families altogether?", lambda p: _group(p, "families").count.total, 40),
    Fact("coordination-structure", 18, "what is the target?", lambda p: _indicator(p, "families-supported").targets[0].value, Number(Decimal(40))),
    Fact("coordination-structure", 18, "what is each partner's part of the target?",
         lambda p: {part.of[0]: part.value for part in _indicator(p, "families-supported").targets[0].parts},
         {Category("partner", "vaxjo"): Number(Decimal(20)), Category("partner", "jb-marks"): Number(Decimal(20))}),
    Fact("coordination-structure", 18, "when is the target due?", lambda p: _indicator(p, "families-supported").targets[0].due, None),
    Fact("coordination-structure", 18, "in what unit is the target?", lambda p: _indicator(p, "families-supported").unit_kind, UnitKind.HOUSEHOLD),
    Fact("coordination-structure", PLAIN, "how are the families reached?", lambda p: _group(p, "families").reach, Reach.DIRECT),
    Fact("coordination-structure", 20, "how many international activities?",
         lambda p: (_stated(p, Counted.ACTIVITIES).count.total, _stated(p, Counted.ACTIVITIES).international), (8, True)),
    Fact("coordination-structure", 20, "in what words are they counted?", lambda p: _stated(p, Counted.ACTIVITIES).unit, "international activities"),
    Fact("coordination-structure", 34, "what does it claim?", _claims, (ClaimKind.WIN_WIN,)),
    Fact("coordination-structure", 33, "does each partner gain something of its own?",
         lambda p: {i: len(_gains(p, i, joint=False)) for i in p.partner_ids}, {"vaxjo": 2, "jb-marks": 2}),
    Fact("coordination-structure", 36, "through which stages does the pilot go?", lambda p: _stages(p, "structure-pilot"),
         (StageKind.TESTED, StageKind.EVALUATED, StageKind.ADOPTED)),
    Fact("coordination-structure", 37, "is the adoption conditional?", lambda p: {a.condition for a in p.win_win.adoptions}, {None}),
    Fact("coordination-structure", 37, "where is it planned?", lambda p: [a.partner for a in p.win_win.adoptions if a.state is AdoptionState.PLANNED],
         ["vaxjo", "jb-marks"]),
    Fact("coordination-structure", 40, "which values does it assert?", _values, {SUSTAINABILITY, GENDER, RIGHTS}),
    Fact("coordination-structure", 16, "is the programme's own news among its sources?",
         lambda p: [s.title for s in p.sources][1:], ["24 new international partnerships for Swedish municipalities"]),
)  # fmt: skip

MEDIA = (
    Fact("best-practices-3", 6, "which of its row is it?", lambda p: p.series.number, 3),
    Fact("best-practices-3", 6, "how long did the earlier years last?",
         lambda p: next(c.period.length for c in p.continuations if c.kind is ContinuationKind.CONTINUES), Length(years=2)),
    Fact("best-practices-3", 6, "does the portfolio hold the earlier years?",
         lambda p: next(c.project for c in p.continuations if c.kind is ContinuationKind.CONTINUES), None),
    Fact("best-practices-3", 6, "how early can the first of the years have begun?",
         lambda p: next(c.period.first_day.year for c in p.continuations if c.kind is ContinuationKind.CONTINUES), 2005),
    Fact("best-practices-3", 17, "how many years does it say it has run?", lambda p: _stated(p, Counted.YEARS).count.total, 2),
    Fact("best-practices-3", 1, "how long is it?", lambda p: p.period.length, Length(years=1)),
    Fact("best-practices-3", 1, "within which years does it lie?", lambda p: p.period.within, Period.of_years(2007, 2009)),
    Fact("best-practices-3", 1, "does it run in 2008?", lambda p: p.runs_in(2008), Answer.UNKNOWN),
    Fact("best-practices-3", 1, "does it run in 2010?", lambda p: p.runs_in(2010), Answer.NO),
    Fact("best-practices-3", 1, "is a ground given for the bounds?", lambda p: p.period.ground is not None, True),
    Fact("best-practices-3", 4, "does it say where it stands?", lambda p: p.status, None),
    Fact("best-practices-3", PLAIN, "does it grow from a partnership?", lambda p: p.continuations[0].kind, ContinuationKind.GROWS_FROM_PARTNERSHIP),
    Fact("best-practices-3", 33, "what does Tlokwe gain?", lambda p: _gains(p, "tlokwe", joint=False), (BenefitKind.SERVICE,)),
    Fact("best-practices-3", 33, "what does Växjö gain?", lambda p: p.win_win.benefits_of("vaxjo"), ()),
    Fact("best-practices-3", 34, "does it claim a win-win?", _claims, ()),
    Fact("best-practices-3", 11, "which unit of each takes part?", lambda p: {i: p.partner(i).units for i in p.partner_ids},
         {"vaxjo": ("vaxjo-information",), "tlokwe": ("tlokwe-information",)}),
    Fact("best-practices-3", 24, "what does it call its objectives?", _labels, {"local-democracy": "aim", "new-media": "overall objective"}),
    Fact("best-practices-3", 24, "does the 'overall objective' rank below the aim?",
         lambda p: p.logframe.objective("new-media").level.rank < p.logframe.objective("local-democracy").level.rank, True),
    Fact("best-practices-3", 24, "what does the 'overall objective' serve?", lambda p: _ids(p.logframe.supports("new-media")), ("local-democracy",)),
    Fact("best-practices-3", PLAIN, "to whom is it relevant?", lambda p: [r.partner for r in p.framing.relevance], ["vaxjo", "tlokwe"]),
    Fact("best-practices-3", PLAIN, "which areas has it?", lambda p: _ids(p.framing.themes), ("web", "broadcasting", "mobile-phone")),
    Fact("best-practices-3", 17, "do three areas follow as stated?",
         lambda p: next((c.stated.count.total, c.agrees) for c in p.counts() if c.stated.of is Counted.THEMES), (3, Answer.YES)),
    Fact("best-practices-3", 14, "which list does it leave open?", lambda p: p.open_lists, (ListName.ACTIVITIES,)),
    Fact("best-practices-3", 43, "which activities are named?", lambda p: _ids(p.plan.activities),
         ("website-surveys", "e-communities", "election-tv", "civic-media", "sms-polls")),
    Fact("best-practices-3", 43, "by which methods do they work?", lambda p: set(_methods(p)),
         {ActivityKind.WORKSHOP, ActivityKind.STUDY_VISIT, ActivityKind.PILOT, ActivityKind.INTERNSHIP}),
    Fact("best-practices-3", 44, "what is its product?", lambda p: _ids(p.logframe.at_level(Level.OUTPUT)), ("project-film",)),
    Fact("best-practices-3", 44, "by what means is the product shown?",
         lambda p: (p.plan.dissemination[0].channel, p.plan.dissemination[0].product), (Channel.TELEVISION, "project-film")),
    Fact("best-practices-3", 44, "which station shows it?", lambda p: p.plan.dissemination[0].organisation, None),
    Fact("best-practices-3", 45, "when is it shown?", lambda p: p.plan.dissemination[0].date, RelativeDate(Anchor.YEAR_END)),
    Fact("best-practices-3", 12, "has the university a role?", lambda p: _role_of(p, "vaxjo-university"), None),
    Fact("best-practices-3", 12, "has the station a role?", lambda p: _role_of(p, "open-channel-vaxjo"), None),
    Fact(ALL, PLAIN, "what kind of organisation is the station?", lambda c: c.organisation("open-channel-vaxjo").kind, OrganisationKind.MEDIA),
    Fact("best-practices-3", 15, "had the university ended when the project's bounds end?",
         lambda p: p.period.last_day <= p.organisations[2].ended.latest, True),
)  # fmt: skip

SEKOS = (
    Fact("sekos", 46, "in which language is the title?", lambda p: p.title.languages, ("sv",)),
    Fact("sekos", PLAIN, "what is its short name?", lambda p: p.aliases[0], "SEKOS"),
    Fact("sekos", 4, "where does it stand?", lambda p: p.status, ProjectStatus.PROPOSED),
    Fact("sekos", 1, "how long is it?", lambda p: p.period.length, Length(years=2)),
    Fact("sekos", 1, "when does it start?", lambda p: p.period.start, None),
    Fact("sekos", 1, "when does it end?", lambda p: p.period.end, PartialDate(2017)),
    Fact("sekos", 1, "does it run in 2016?", lambda p: p.runs_in(2016), Answer.YES),
    Fact("sekos", 1, "does it run in 2018?", lambda p: p.runs_in(2018), Answer.NO),
    Fact("sekos", 6, "is another known in its row?", lambda p: (p.series.number, p.series.length), (1, 2)),
    Fact("sekos", 46, "in which language does it name the partner?",
         lambda p: next(n.language for n in p.partner("vushtrri").organisation.names if n.text == p.partner("vushtrri").description), "sq"),
    Fact("sekos", 16, "does the register know that name?", lambda p: _called_partner(p, "vushtrri"), ("Komuna Vushtrri", True)),
    Fact("sekos", 12, "who takes part by name?", lambda p: _ids(p.organisations[2:]), ("coompanion-kronoberg", "linnaeus-university")),
    Fact("sekos", 12, "has anybody a role?", lambda p: {i.role for i in p.involved}, {None}),
    Fact("sekos", 13, "who takes part by kind alone?", _unnamed, (OrganisationKind.SOCIAL_ENTERPRISE, OrganisationKind.NETWORK)),
    Fact("sekos", 35, "who teaches whom?", lambda p: [(t.from_partner, t.to_partner) for t in p.win_win.transfers], [("vaxjo", "vushtrri")]),
    Fact("sekos", PLAIN, "of which places does the context speak?", lambda p: [note.place for note in p.framing.context], ["sweden", "kosovo"]),
    Fact("sekos", PLAIN, "which country has Kosovo's code?", lambda p: [place.country for place in p.framing.places], ["SE", "XK"]),
    Fact("sekos", 30, "whose problem is it?", lambda p: _problem(p, "weak-business-support").partners, ("vushtrri",)),
    Fact("sekos", 31, "is the problem's state told in words?",
         lambda p: isinstance(_problem(p, "weak-business-support").state.value, Described), True),
    Fact("sekos", 30, "which objective answers it?", lambda p: _problem(p, "weak-business-support").answered_by, ("business-function",)),
    Fact("sekos", 27, "in which scopes does the objective show?",
         lambda p: p.logframe.objective("understanding").scopes, (Scope.ORGANISATION, Scope.SOCIETY)),
    Fact("sekos", 24, "what does it call its objectives?", _labels, {"understanding": "objective", "business-function": "aim"}),
    Fact("sekos", 29, "whose is the business function?", lambda p: p.logframe.objective("business-function").partner, "vushtrri"),
    Fact("sekos", 28, "what follows from what?", lambda p: [_ids(step) for step in p.logframe.chain()],
         [("film",), ("understanding",), ("business-function",), ("social-enterprises",), ("employment",), ("safety",)]),
    Fact("sekos", 28, "how sure is it of new social enterprises?", lambda p: p.logframe.objective("social-enterprises").modality, Modality.COULD),
    Fact("sekos", 28, "which level has the last link?", lambda p: p.logframe.chain()[-1][0].level, Level.IMPACT),
    Fact("sekos", 32, "what is the rate of unemployment?", lambda p: _indicator(p, "unemployment").baseline.value, Number(Decimal(50))),
    Fact("sekos", 32, "is it a percentage?", lambda p: _indicator(p, "unemployment").measure, Measure.PERCENTAGE),
    Fact("sekos", 32, "where, when and by whose account?",
         lambda p: [getattr(_indicator(p, "unemployment").baseline, name) for name in ("place", "date", "source", "population")],
         [None, None, None, None]),
    Fact("sekos", 32, "which way is it to go?", lambda p: _indicator(p, "unemployment").direction, Direction.DECREASE),
    Fact("sekos", 43, "by which methods do they work?", _methods,
         (ActivityKind.PRESENTATION, ActivityKind.WORKSHOP, ActivityKind.ANALYSIS, ActivityKind.PRODUCTION, ActivityKind.SCHOOL_VISIT,
          ActivityKind.TRAINING)),
    Fact("sekos", 41, "is SWOT a finished analysis here?", lambda p: p.framing.analyses, ()),
    Fact("sekos", 44, "what is its product?", lambda p: [(d.channel, d.product) for d in p.plan.dissemination], [(Channel.FILM, "film")]),
    Fact("sekos", 14, "which lists does it leave open?", lambda p: p.open_lists, (ListName.METHODS, ListName.TARGET_GROUPS)),
    Fact("sekos", PLAIN, "who is to be taught?", lambda p: [g.id for g in p.framing.target_groups if g.reach is Reach.DIRECT],
         ["staff", "youths", "pupils", "civil-society", "young-entrepreneurs"]),
    Fact("sekos", 33, "what does Vushtrri gain for itself?", lambda p: _gains(p, "vushtrri", joint=False), (BenefitKind.SERVICE,)),
    Fact("sekos", 33, "what does Växjö gain, and is it its own?",
         lambda p: (_gains(p, "vaxjo", joint=False), _gains(p, "vaxjo", joint=True)), ((), (BenefitKind.KNOWLEDGE,))),
    Fact("sekos", 34, "what does it claim?", _claims, (ClaimKind.WIN_WIN,)),
    Fact("sekos", 40, "which values does it assert?", _values, {GENDER, ENVIRONMENT, RIGHTS}),
    Fact("sekos", 40, "in what words does it speak of gender?", lambda p: next(v.stated for v in p.tags.values if v.value is GENDER),
         "women’s and men’s needs/prerequisites"),
)  # fmt: skip

LIBRARY = (
    Fact("tshwaraganang-library", PLAIN, "what is it called?", lambda p: p.title, "Tshwaraganang Library Project"),
    Fact("tshwaraganang-library", 46, "which other languages does its name have?",
         lambda p: [a.languages for a in p.aliases if isinstance(a, Translated)], [("tn",)]),
    Fact("tshwaraganang-library", 16, "is it called by the name in the text?", lambda p: p.is_called("Tshwaraganang – library project"), True),
    Fact("tshwaraganang-library", 1, "how long is it?", lambda p: p.period.length, Length(years=1)),
    Fact("tshwaraganang-library", 1, "within which years does it lie?", lambda p: p.period.within, Period.of_years(2007, 2016)),
    Fact("tshwaraganang-library", 1, "does it run in 2012?", lambda p: p.runs_in(2012), Answer.UNKNOWN),
    Fact("tshwaraganang-library", 1, "does it run in 2017?", lambda p: p.runs_in(2017), Answer.NO),
    Fact("tshwaraganang-library", 16, "what does it call the partner?", lambda p: _called_partner(p, "tlokwe"), ("Tlokwe city council", True)),
    Fact("tshwaraganang-library", 7, "in which partnership is it?", lambda p: p.partnership, "vaxjo-tlokwe"),
    Fact("tshwaraganang-library", PLAIN, "in which area is it?", lambda p: [t.id for t in p.framing.themes if t.part_of is None],
         ["culture-and-leisure"]),
    Fact("tshwaraganang-library", PLAIN, "which subjects has its goal?",
         lambda p: [t.id for t in p.framing.themes if t.part_of == "library-services"],
         ["library-marketing", "outside-stakeholders", "illiteracy", "languages", "information-seeking", "story-telling"]),
    Fact("tshwaraganang-library", 24, "what does it call its objectives?", lambda p: set(_labels(p).values()),
         {"goal", "aim", "areas targeted", "expected outcome"}),
    Fact("tshwaraganang-library", 24, "which level has the expected outcome?",
         lambda p: {o.level for o in p.logframe.objectives if o.label == "expected outcome"}, {Level.OUTCOME}),
    Fact("tshwaraganang-library", 29, "which targeted areas are products?", lambda p: _ids(p.logframe.at_level(Level.OUTPUT)),
         ("library-service", "new-publications", "electronic-presentation", "reference-collection")),
    Fact("tshwaraganang-library", 29, "whose are the products?", lambda p: {o.partner for o in p.logframe.at_level(Level.OUTPUT)}, {"tlokwe"}),
    Fact("tshwaraganang-library", 43, "which targeted areas are work?", lambda p: _ids(p.plan.activities), ("database", "marketing")),
    Fact("tshwaraganang-library", 47, "is the slip in the targeted area kept?", lambda p: p.logframe.objective("electronic-presentation").quote,
         "Improve o the electronic presentation"),
    Fact("tshwaraganang-library", PLAIN, "for whom is the reference collection?",
         lambda p: p.logframe.objective("reference-collection").target_groups, ("schools",)),
    Fact("tshwaraganang-library", 33, "what does Tlokwe gain?", lambda p: _gains(p, "tlokwe", joint=False),
         (BenefitKind.SERVICE, BenefitKind.COMMUNITY_EFFECT)),
    Fact("tshwaraganang-library", 33, "what does Växjö gain?", lambda p: p.win_win.benefits_of("vaxjo"), ()),
    Fact("tshwaraganang-library", 34, "does it claim a win-win?", _claims, ()),
    Fact("tshwaraganang-library", 23, "how many residents are to have access?", lambda p: _group(p, "residents").count,
         Count(quantifier=Quantifier.MOST)),
    Fact("tshwaraganang-library", 23, "of which place are they?", lambda p: _group(p, "residents").places, ("tlokwe-municipality",)),
    Fact("tshwaraganang-library", PLAIN, "which way is literacy to go?", lambda p: _indicator(p, "literacy-level").direction, Direction.INCREASE),
    Fact("tshwaraganang-library", PLAIN, "what raises literacy?", lambda p: _ids(p.logframe.supported_by("literacy")), ("reading-culture",)),
)  # fmt: skip

SCHOOL = (
    Fact("school-environment", PLAIN, "what is it called?", lambda p: p.title, "Environmental education in schools"),
    Fact("school-environment", 4, "where does it stand?", lambda p: p.status, ProjectStatus.PROPOSED),
    Fact("school-environment", 1, "how long is it?", lambda p: p.period.length, Length(years=2)),
    Fact("school-environment", 1, "can it have run before the partners knew each other?", lambda p: p.runs_in(2012), Answer.NO),
    Fact("school-environment", 1, "does it run in 2016?", lambda p: p.runs_in(2016), Answer.UNKNOWN),
    Fact("school-environment", 1, "can it still run when its successor starts?", lambda p: p.runs_in(2019), Answer.NO),
    Fact("school-environment", 6, "which of its row is it?", lambda p: p.series.number, 1),
    Fact("school-environment", 30, "whose is each problem?", lambda p: {problem.id: problem.partners for problem in p.framing.problems},
         {"no-teaching": ("vushtrri",), "unused-expertise": ("vaxjo",)}),
    Fact("school-environment", 31, "how do things stand at each?", lambda p: {type(problem.state.value) for problem in p.framing.problems}, {Described}),
    Fact("school-environment", 41, "which analyses were made?", lambda p: [(a.kind, a.status) for a in p.framing.analyses],
         [(AnalysisKind.PROBLEM, AnalysisStatus.DONE)]),
    Fact("school-environment", 24, "which level has the project objective?",
         lambda p: {o.label: o.level for o in p.logframe.objectives if o.label is not None}, {"project objective": Level.OUTCOME}),
    Fact("school-environment", 27, "where does the objective show?", lambda p: p.logframe.objective("teaching-capacity").scope, Scope.ORGANISATION),
    Fact("school-environment", 22, "how old are the pupils?", lambda p: _group(p, "young-pupils").age, AgeRange(10, 15)),
    Fact("school-environment", 17, "how many activities does it state?", lambda p: _stated(p, Counted.ACTIVITIES).count, Count(number=12)),
    Fact("school-environment", 36, "through which stages does the pilot go?", lambda p: _stages(p, "method-pilot"),
         (StageKind.BUILT, StageKind.TESTED, StageKind.EVALUATED)),
    Fact("school-environment", 36, "with whom is the method tested?", lambda p: _pilot(p, "method-pilot").tested_with, ("teachers", "test-pupils")),
    Fact("school-environment", 12, "has the university a role?", lambda p: _role_of(p, "linnaeus-university"), None),
    Fact("school-environment", 17, "how many pupils is it tested with?", lambda p: _group(p, "test-pupils").count, Count(number=100, approximate=True)),
    Fact("school-environment", 43, "which methods are named?", _methods,
         (ActivityKind.PRODUCTION, ActivityKind.SEMINAR, ActivityKind.TRAINING, ActivityKind.EXPERIMENT, ActivityKind.STUDY_VISIT)),
    Fact("school-environment", 34, "what does it claim?", _claims, (ClaimKind.MUTUAL,)),
    Fact("school-environment", 33, "has anybody a gain of its own?", lambda p: {_gains(p, i, joint=False) for i in p.partner_ids}, {()}),
    Fact("school-environment", 33, "what is gained jointly?", lambda p: {_gains(p, i, joint=True) for i in p.partner_ids},
         {(BenefitKind.STAFF_COMPETENCE,)}),
    Fact("school-environment", 37, "on what condition does the method stay?", lambda p: {a.condition is not None for a in p.win_win.adoptions}, {True}),
    Fact("school-environment", 37, "where does it stay?", lambda p: [a.places for a in p.win_win.adoptions],
         [("vaxjo-municipality",), ("vushtrri-municipality",)]),
    Fact("school-environment", 37, "is it to spread further?", lambda p: {a.spread_to is not None for a in p.win_win.adoptions}, {True}),
    Fact("school-environment", 42, "of which result is it said to last?", lambda p: [s.objectives for s in p.plan.sustainability], [("teaching-method",)]),
    Fact("school-environment", 21, "how many are in the team?", lambda p: p.plan.participants[0].count, Count(number=13)),
    Fact("school-environment", 21, "what does it call the team?", lambda p: p.plan.participants[0].label, "target-group"),
    Fact("school-environment", 21, "is the team a target group?", lambda p: "core" in _ids(p.framing.target_groups), False),
    Fact("school-environment", 21, "who takes part at home?", lambda p: p.plan.participants[1].who, PostKind.PUPIL),
    Fact("school-environment", 19, "of which count are the visits a part?", lambda p: _stated(p, Counted.VISITS).part_of, "all-activities"),
    Fact("school-environment", 19, "how many of how many?",
         lambda p: (_stated(p, Counted.VISITS).count.total, next(s.count.total for s in p.stated_counts if s.id == "all-activities")), (4, 12)),
    Fact("school-environment", 20, "are the visits international?", lambda p: _stated(p, Counted.VISITS).international, True),
    Fact("school-environment", 40, "which values does it assert?", _values, {ENVIRONMENT, GENDER, RIGHTS}),
    Fact("school-environment", 46, "in which language is its nickname spelt out?", lambda p: p.aliases[1].languages, ("sv",)),
)  # fmt: skip

HISTORY = (
    Fact(ALL, 15, "what was Tlokwe called in 2006?", lambda c: c.organisation("tlokwe").name_on(PartialDate(2006)), "Potchefstroom Local Municipality"),
    Fact(ALL, 15, "what was it called in 2010?", lambda c: c.organisation("tlokwe").name_on(PartialDate(2010)), "Tlokwe Local Municipality"),
    Fact(ALL, 15, "can one say what it was called in 2007?", lambda c: c.organisation("tlokwe").name_on(PartialDate(2007)), None),
    Fact(ALL, 15, "when was it renamed?", lambda c: _event(c, "tlokwe", EventKind.RENAME).date, PartialDate(2007, 2)),
    Fact(ALL, 15, "when did a newspaper report the council's vote?",
         lambda c: _event(c, "tlokwe", EventKind.RENAME).sources[1].published, PartialDate(2006, 7, 19)),
    Fact(ALL, 15, "when did it end?", lambda c: c.organisation("tlokwe").ended, PartialDate(2016, 8, 3)),
    Fact(ALL, 15, "which code did it have?", lambda c: c.organisation("tlokwe").identifiers, (Identifier("ZA-MDB", "NW402"),)),
    Fact(ALL, 15, "which code has the new municipality?", lambda c: c.organisation("jb-marks").identifiers, (Identifier("ZA-MDB", "NW405"),)),
    Fact(ALL, 15, "when did the two merge?", lambda c: c.organisation("jb-marks").founded, PartialDate(2016, 8, 3)),
    Fact(ALL, 15, "what was the merged municipality called at first?",
         lambda c: c.organisation("jb-marks").name_on(pendulum.date(2016, 12, 1)), "North West 405 Municipality"),
    Fact(ALL, 15, "which interim names had it?",
         lambda c: [n.text for n in c.organisation("jb-marks").names if n.kind is NameKind.INTERIM],
         ["North West 405 Municipality", "NW405", "Ventersdorp/Tlokwe"]),
    Fact(ALL, 15, "when was JB Marks chosen?", lambda c: _event(c, "jb-marks", EventKind.RENAME).date, PartialDate(2017, 6, 6)),
    Fact(ALL, 15, "what was it called that day?",
         lambda c: c.organisation("jb-marks").name_on(pendulum.date(2017, 6, 6)), "JB Marks Local Municipality"),
    Fact(ALL, 15, "whom does JB Marks come from?", lambda c: c.lineage("jb-marks"), frozenset({"jb-marks", "tlokwe", "ventersdorp"})),
    Fact(ALL, 15, "are the two that merged of one line?", lambda c: "ventersdorp" in c.lineage("tlokwe"), False),
    Fact(ALL, 15, "which projects were with JB Marks or what became it?", lambda c: _ids(c.projects_with("jb-marks")),
         ("energy-plan", "skills-training", "coordination-structure", "best-practices-3", "tshwaraganang-library")),
    Fact(ALL, 15, "which were with Tlokwe itself?", lambda c: _ids(c.projects_with("tlokwe", succession=False)),
         ("best-practices-3", "tshwaraganang-library")),
    Fact(ALL, 15, "where does the town of Potchefstroom lie?", lambda c: _place(c, "jb-marks", "potchefstroom").within, "jb-marks-municipality"),
    Fact(ALL, 15, "when did the universities merge?", lambda c: c.organisation("linnaeus-university").founded, PartialDate(2010, 1, 1)),
    Fact(ALL, 15, "which universities merged?", lambda c: _event(c, "linnaeus-university", EventKind.MERGER).predecessors,
         ("vaxjo-university", "kalmar-university")),
    Fact(ALL, 15, "until when was there a Växjö University?", lambda c: c.organisation("vaxjo-university").ended, PartialDate(2009, 12, 31)),
    Fact(ALL, 15, "which projects were with that university or its successor?", lambda c: _ids(c.projects_with("vaxjo-university")),
         ("best-practices-3", "sekos", "school-environment")),
    Fact(ALL, 3, "since when do Växjö and Vushtrri cooperate?", lambda c: c.partnership("vaxjo-vushtrri").since, PartialDate(2013)),
    Fact(ALL, 16, "under how many names is the city known?", lambda c: len(c.organisation("vaxjo").names) + 1, 5),
)  # fmt: skip

TOGETHER = (
    Fact(ALL, 2, "which give length and years?", lambda c: [p.id for p in c if p.period.length is not None and p.period.start is not None],
         ["energy-plan", "blue-vietnam", "skills-training", "preschool-sustainability", "coordination-structure"]),
    Fact(ALL, 2, "do length and years agree in all of those?",
         lambda c: {p.period.in_months == p.period.length.in_months for p in c if p.period.start is not None}, {True}),
    Fact(ALL, 1, "which give a length without a start?", lambda c: [p.id for p in c if p.period.start is None],
         ["contact-centre", "best-practices-3", "sekos", "tshwaraganang-library", "school-environment"]),
    Fact(ALL, 1, "which projects run in 2018?", lambda c: _ids(c.running_in(2018).yes), ("coordination-structure",)),
    Fact(ALL, 1, "of which cannot that be known?", lambda c: _ids(c.running_in(2018).unknown), ("contact-centre", "school-environment")),
    Fact(ALL, 4, "which are told as proposals?", lambda c: [p.id for p in c if p.status is ProjectStatus.PROPOSED],
         ["skills-training", "preschool-sustainability", "coordination-structure", "sekos", "school-environment"]),
    Fact(ALL, 33, "in which has each partner a gain of its own?",
         lambda c: [p.id for p in c if all(_gains(p, i, joint=False) for i in p.partner_ids)],
         ["energy-plan", "preschool-sustainability", "coordination-structure"]),
    Fact(ALL, 33, "in which is a gain stated for both and none for one?",
         lambda c: [p.id for p in c if all(_gains(p, i, joint=True) and not _gains(p, i, joint=False) for i in p.partner_ids)],
         ["skills-training", "contact-centre", "school-environment"]),
    Fact(ALL, 33, "in which has only the partner abroad its own gain, and Växjö a shared one?",
         lambda c: [p.id for p in c if not _gains(p, "vaxjo", joint=False) and _gains(p, "vaxjo", joint=True)
                    and any(_gains(p, i, joint=False) for i in p.partner_ids)],
         ["blue-vietnam", "sekos"]),
    Fact(ALL, 33, "in which does Växjö gain nothing?", lambda c: [p.id for p in c if not p.win_win.benefits_of("vaxjo")],
         ["best-practices-3", "tshwaraganang-library"]),
    Fact(ALL, 34, "which claim to be good for all?", lambda c: [p.id for p in c if p.win_win.claims],
         ["energy-plan", "blue-vietnam", "skills-training", "contact-centre", "coordination-structure", "sekos", "school-environment"]),
    Fact(ALL, 33, "does any gain stand without the words it rests on?", lambda c: [b for b in _all_benefits(c) if b.quote is None], []),
    Fact(ALL, 34, "does any claim stand without the words it rests on?",
         lambda c: [claim for p in c for claim in p.win_win.claims if claim.quote is None], []),
    Fact(ALL, 33, "is any gain evidenced?", lambda c: {b.evidence for b in _all_benefits(c)}, {None}),
    Fact(ALL, 40, "was any policy marker scored?", lambda c: {p.tags.policy_markers for p in c}, {()}),
    Fact(ALL, 38, "which name an SDG?", lambda c: {p.id: [tag.code for tag in p.tags.sdgs] for p in c if p.tags.sdgs},
         {"energy-plan": ["7"], "preschool-sustainability": ["4"]}),
    Fact(ALL, 48, "has any a budget?", lambda c: {p.plan.budget for p in c}, {None}),
    Fact(ALL, 48, "has any a risk?", lambda c: {p.logframe.risks for p in c}, {()}),
    Fact(ALL, 48, "has any an assumption?", lambda c: [a for p in c for o in p.logframe.objectives for a in o.assumptions], []),
    Fact(ALL, 48, "has any an indicator with a baseline and a target?",
         lambda c: [i.id for p in c for i in p.logframe.indicators if i.baseline is not None and i.targets], []),
    Fact(ALL, 48, "has any a source of verification?", lambda c: [i.id for p in c for i in p.logframe.indicators if i.verification], []),
    Fact(ALL, 48, "has any a split by gender?",
         lambda c: {g.genders for p in c for g in (*p.framing.target_groups, *p.plan.participants)}, {None}),
    Fact(ALL, 48, "has any a report?", lambda c: {p.plan.reports for p in c}, {()}),
)  # fmt: skip

FACTS = (
    *HEAD,
    *ENERGY,
    *WATER,
    *SKILLS,
    *PRESCHOOL,
    *CONTACT,
    *FAMILIES,
    *MEDIA,
    *SEKOS,
    *LIBRARY,
    *SCHOOL,
    *HISTORY,
    *TOGETHER,
)


@pytest.fixture(scope="module")
def portfolio() -> Portfolio:
    """The packaged portfolio."""
    return cooperation.load_example("vaxjo")


@pytest.mark.parametrize("fact", FACTS, ids=str)
def test_fact(portfolio: Portfolio, fact: Fact) -> None:
    """The model answers the question with a typed value."""
    asked = portfolio if fact.project is None else portfolio[fact.project]

    assert fact.expected == fact.ask(asked)


@pytest.mark.parametrize("kind", KINDS, ids=KINDS.get)
def test_every_kind_of_fact_has_a_row(kind: int) -> None:
    """Each of the 48 kinds of fact is asked for at least once."""
    rows = [fact for fact in FACTS if fact.kind == kind]

    assert rows


def test_no_question_is_asked_twice() -> None:
    """A row that repeats another would count twice and say once."""
    questions = [str(fact) for fact in FACTS]

    assert len(questions) == len(set(questions))
