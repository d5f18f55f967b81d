"""PAR: who takes part, and organisations over time."""

from collections.abc import Iterator

from cooperation.diagnostics import Missing, Nature, Severity
from cooperation.model import (
    Identifier,
    Organisation,
    Participation,
    Phase,
    PostKind,
    Project,
    ProjectCode,
    ProjectCodeKind,
    TeamKind,
)
from cooperation.model.answer import Answer
from cooperation.rules._context import Context
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule
from cooperation.rules._words import is_blank

__all__ = ["RULES"]


@rule("PAR001", catalogue="P01", nature=Nature.OMISSION, severity=Severity.ERROR)
def fewer_than_two_partners(project: Project, _context: Context) -> Iterator[Outcome]:
    """The project has fewer than two core partners.

    Why: A cooperation is between at least two who both carry it and both gain.
    Fix: Add the partner, even if only its kind is known yet.

    Example:
        partners: [{organisation: vaxjo, role: coordinator}]
    Source: icld-mpp, https://icld.se/en/what-we-do/municipal-partnerships/;
        icld-faq, https://icld.se/en/municipal-partnership/faq-contact/
    """
    counted = [1 if p.number is None else p.number.total for p in project.partners]
    known = [number for number in counted if number is not None]
    if sum(known) > 1 or len(counted) > 1:
        return
    if len(known) < len(counted):
        yield Unknown(Missing(("partners", 0, "number"), "how many partners there are"))
    else:
        many = sum(known)
        yield Fail("there is no core partner" if not many else "there is one core partner", at=("partners",))


@rule("PAR002", catalogue="P02", nature=Nature.OMISSION, severity=Severity.WARNING)
def partner_not_named(project: Project, context: Context) -> Iterator[Outcome]:
    """A core partner has no name.

    Why: Nobody can write to a partner, or check that it exists, without knowing which one it is.
    Fix: Name the organisation; a partner still sought stays a warning until it is found.

    Example:
        partners: [{organisation: vaxjo}, {kind: local-government, description: a municipality in Vietnam}]
    Source: seed, the texts of ten municipal projects that this library starts from
    """
    for i, partner in enumerate(project.partners):
        organisation = partner.organisation
        if organisation is None:
            said = f"partner {partner.description!s}" if not is_blank(partner.description) else "a partner"
            yield Fail(f"{said} is not named", at=("partners", i))
        elif is_blank(organisation.name) and not _is_unresolved(organisation, context):
            yield Fail(f"partner {organisation.id!r} has no name", at=("partners", i, "organisation", "name"))


def _is_unresolved(organisation: Organisation, context: Context) -> bool:
    # An id that leads nowhere is told once, as that.
    return organisation.is_bare and organisation.id not in context.register.listed_ids


@rule("PAR003", catalogue="P03", nature=Nature.OMISSION, severity=Severity.INFO)
def organisation_without_role(participation: Participation, context: Context) -> Iterator[Outcome]:
    """A named organisation takes part, and nobody says as what.

    Why: Whether it pays, works or only listens decides what to expect of it; the source may simply not tell.
    Fix: Give its role, if it is known.

    Example:
        involved: [{organisation: vaxjo-energi}]
    Source: seed, the texts of ten municipal projects that this library starts from;
        iati-codes, https://github.com/IATI/IATI-Codelists-NonEmbedded (xml/)
    """
    organisation = participation.organisation
    if organisation is None or context.field not in ("partners", "involved"):
        yield NOT_APPLICABLE
    elif participation.role is None:
        yield Fail(f"organisation {organisation.id!r} has no role", at=("role",))


@rule("PAR004", catalogue="P04", nature=Nature.CONTRADICTION, severity=Severity.WARNING)
def organisation_did_not_exist(participation: Participation, context: Context) -> Iterator[Outcome]:
    """An organisation takes part in a time in which it did not exist.

    Why: Municipalities merge and are renamed; what signed the agreement then was another body.
    Fix: Name the predecessor or successor, or correct the date of the event.

    Example:
        organisations:
          - {id: tlokwe, name: Tlokwe, events: [{kind: end, date: 2016-08-03}]}
        project: {period: 2018/2019, partners: [{organisation: tlokwe}]}
    Source: seed, the texts of ten municipal projects that this library starts from
    """
    organisation = participation.organisation
    life = None if organisation is None else organisation.life
    if organisation is None or life is None:
        yield NOT_APPLICABLE
        return
    period = participation.period or (None if context.project is None else context.project.period)
    if context.project is None and period is None:
        # A partnership outlives its projects and its members; only a project's time is held against them.
        yield NOT_APPLICABLE
    elif period is not None and period.overlaps(life) is Answer.NO:
        ended = organisation.ended
        first = period.first_day
        if ended is not None and first is not None and ended.latest < first:
            yield Fail(f"{organisation.id!r} ended in {ended}, before {period}", at=("organisation",))
        else:
            yield Fail(
                f"{organisation.id!r} was founded in {organisation.founded}, after {period}", at=("organisation",)
            )
    elif period is None or not period.is_placed:
        yield Unknown(Missing(("period",), "when the project runs"), of=Project)


@rule("PAR006", catalogue="P06", nature=Nature.OMISSION, severity=Severity.WARNING)
def identifier_changed(code: ProjectCode, context: Context) -> Iterator[Outcome]:
    """A project's code was built on an identifier that its organisation neither has nor is said to have had.

    Why: The code stays as it is, so whoever looks for the organisation behind it finds nobody;
        a standard such as IATI therefore asks for the former identifier beside the new one.
    Fix: Add the identifier to ``former_identifiers`` of the organisation; leave the project's code as it is.

    Example:
        organisations: [{id: vaxjo, name: Växjö, identifiers: [{scheme: SE-ON, code: 212000-0662}]}]
        project: {codes: [{code: SE-0-1-KP17, kind: iati, given_by: vaxjo, built_on: {scheme: SE-0, code: 1}}]}
    Source: iati-399, https://github.com/IATI/IATI-Dashboard/issues/399 and https://github.com/IATI/iatipublisher/issues/1364
    """
    if code.built_on is None and code.kind is not ProjectCodeKind.IATI:
        yield NOT_APPLICABLE
        return
    if code.given_by is None:
        yield Unknown(Missing(("given_by",), "who gave the code"))
        return
    organisation = _body(code.given_by, context)
    if organisation is None or not (organisation.identifiers or organisation.former_identifiers):
        yield Unknown(Missing(("given_by",), f"the identifiers of {code.given_by}"))
        return
    told = _identifiers(organisation, context)
    if code.built_on is None:
        if not any(code.code.startswith(f"{one}-") for one in told):
            yield Unknown(Missing(("built_on",), "the identifier that the code was built on"))
    elif code.built_on not in told:
        said = f"code {code.code!r} was built on {code.built_on}, which {organisation.id!r} neither has nor had"
        yield Fail(said, at=("built_on",))


def _body(name: str, context: Context) -> Organisation | None:
    own = () if context.project is None else context.project.organisations
    return context.register.organisations.get(name) or next((one for one in own if one.id == name), None)


def _identifiers(organisation: Organisation, context: Context) -> list[Identifier]:
    """What registers call an organisation or called it, or called what it came from."""
    told: list[Identifier] = []
    waiting, met = [organisation], {organisation.id}
    while waiting:
        one = waiting.pop()
        told += (*one.identifiers, *one.former_identifiers)
        earlier = [name for name in context.register.came_from.get(one.id, ()) if name not in met]
        met.update(earlier)
        waiting += [found for name in earlier if (found := _body(name, context)) is not None]
    return told


@rule("PAR007", catalogue="P07", nature=Nature.OMISSION, severity=Severity.WARNING, by_profile=True)
def no_project_manager(project: Project, _context: Context) -> Iterator[Outcome]:
    """Nobody at a core partner leads its part of the project.

    Why: A project that is led from one side only is that side's project, and the other waits for orders.
    Fix: Add a post of kind ``project-manager`` for that partner to the project team.

    Example:
        partners: [{organisation: {id: vaxjo, name: Växjö}}, {organisation: {id: jb-marks, name: JB Marks}}]
        plan: {teams: [{kind: project, posts: [{kind: project-manager, partner: vaxjo}]}]}
    Source: icld-phases, https://icld.se/en/what-we-do/municipal-partnerships/the-phases-of-a-partnership/
    """
    if not project.partners or project.phase in (Phase.INCEPTION, Phase.STEERING_GROUP):
        yield NOT_APPLICABLE
        return
    leads = [
        (("plan", "teams", t, "posts", i, "partner"), post.partner)
        for t, team in enumerate(project.plan.teams)
        if team.kind in (None, TeamKind.PROJECT)
        for i, post in enumerate(team.posts)
        if post.kind is PostKind.PROJECT_MANAGER or post.leads
    ]
    led = {partner for _, partner in leads}
    missing = [Missing(path, "which partner the project manager is from") for path, partner in leads if partner is None]
    for i, partner in enumerate(project.partners):
        if partner.organisation is None:
            yield Unknown(Missing(("partners", i, "organisation"), "which organisation it is"))
        elif partner.organisation.id not in led:
            yield (
                Unknown(*missing)
                if missing
                else Fail(f"partner {partner.organisation.id!r} has no project manager", at=("partners", i))
            )


RULES: tuple[Rule, ...] = (
    fewer_than_two_partners,
    partner_not_named,
    organisation_without_role,
    organisation_did_not_exist,
    no_project_manager,
    identifier_changed,
)
