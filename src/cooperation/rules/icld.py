"""ICL: what the Swedish municipal partnership programme asks of partners, length and date."""

import functools
from collections.abc import Iterator

import pendulum

from cooperation.diagnostics import Missing, Nature, Path, Severity
from cooperation.model import (
    Length,
    Organisation,
    OrganisationKind,
    PartialDate,
    Participation,
    Period,
    Phase,
    Project,
    Role,
)
from cooperation.model.answer import Answer
from cooperation.rules._context import Context
from cooperation.rules._dated import agreed, as_of
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule
from cooperation.rules.profiles._limits import (
    APPLICANTS,
    CORE_AREAS,
    COUNTRIES,
    HOME_COUNTRY,
    INCEPTION_MONTHS,
    PROJECT_MONTHS,
    WINDOWS,
    Applicants,
    Listed,
    Range,
    Windows,
)

__all__ = ["RULES"]

# Whoever ends on the first of March instead of the last of February means whole years, as TIM001 has it.
_DAYS_OF_GRACE = 3

# Where only the length is known, the days it has are counted from here.
_SOME_DAY = pendulum.Date(2001, 1, 1)


def _home(context: Context) -> str | None:
    """The country whose organisation applies, where the profile has one."""
    return next(iter(context.limits(HOME_COUNTRY)), None)


def _abroad(project: Project, context: Context) -> list[tuple[int, Participation]]:
    """The partners that are abroad, or may be."""
    home = _home(context)
    return [
        (i, partner)
        for i, partner in enumerate(project.partners)
        if partner.organisation is None or partner.organisation.country != home
    ]


def _country(partner: Participation) -> str | None:
    return None if partner.organisation is None else partner.organisation.country


def _country_missing(place: int, partner: Participation) -> Missing:
    if partner.organisation is None:
        return Missing(("partners", place, "organisation"), "which organisation it is")
    return Missing(("partners", place, "organisation", "country"), "the country of the partner")


# Length


@rule("ICL001", catalogue="L01", nature=Nature.CONTRADICTION, severity=Severity.ERROR, by_profile=True)
def length_outside_the_limits(project: Project, context: Context) -> Iterator[Outcome]:
    """The project is shorter or longer than the programme allows.

    Why: What does not fit the programme's time is sent back before anybody reads what it is for.
    Fix: Plan for 12 to 36 months, or for an inception of 12 at most; what needs longer may go on in a new project.

    Example:
        project: {id: p, title: A long project, phase: implementation, period: 2019/2022}
    Source: icld-phases, https://icld.se/en/what-we-do/municipal-partnerships/the-phases-of-a-partnership/
    """
    if project.phase not in (None, Phase.IMPLEMENTATION, Phase.INCEPTION):
        yield NOT_APPLICABLE
        return
    ends = _ends(project.period)
    if ends is None:
        yield Unknown(Missing(("period",), "how long the project is"))
        return
    limits = context.limits(INCEPTION_MONTHS if project.phase is Phase.INCEPTION else PROJECT_MONTHS)
    if not limits:
        yield NOT_APPLICABLE
    elif project.phase is None and any(_is_shorter(ends, months) for months in limits):
        # So short a project may be an inception, of which nobody has said that it is one.
        yield Unknown(Missing(("phase",), "whether it is an inception"))
    else:
        yield from agreed([_length_verdict(project, ends, months) for months in limits], context)


def _ends(period: Period | None) -> tuple[pendulum.Date, pendulum.Date] | None:
    if period is None:
        return None
    if period.start is not None and period.end is not None:
        return period.start.earliest, period.end.latest
    return None if period.length is None else (_SOME_DAY, period.length.after(_SOME_DAY))


def _length_verdict(project: Project, ends: tuple[pendulum.Date, pendulum.Date], months: Range) -> Fail | None:
    what = "an inception" if project.phase is Phase.INCEPTION else "a project"
    if months.most is not None and _off(ends, months.most) > _DAYS_OF_GRACE:
        return Fail(f"{project.period} is longer than the {months.most} months that {what} may last", at=("period",))
    if _is_shorter(ends, months):
        return Fail(f"{project.period} is shorter than the {months.least} months that {what} lasts", at=("period",))
    return None


def _is_shorter(ends: tuple[pendulum.Date, pendulum.Date], months: Range) -> bool:
    return months.least is not None and _off(ends, months.least) < -_DAYS_OF_GRACE


def _off(ends: tuple[pendulum.Date, pendulum.Date], months: int) -> int:
    """By how many days a time is longer than so many months."""
    first, last = ends
    return last.toordinal() - _after(first, months).toordinal()


@functools.lru_cache
def _after(first: pendulum.Date, months: int) -> pendulum.Date:
    return Length(months=months).after(first)


# Countries


@rule("ICL002", catalogue="L02", nature=Nature.CONTRADICTION, severity=Severity.ERROR, by_profile=True)
def country_not_on_the_list(project: Project, context: Context) -> Iterator[Outcome]:
    """A partner is in a country with which the programme did not cooperate at the time.

    Why: The programme cooperates with the countries of its list only, and the list changes over the years.
    Fix: Find a partner in a country of the list of that year, or another programme.

    Example:
        project:
          period: 2026/2027
          partners: [{organisation: {id: an-giang, name: An Giang, country: VN}}]
    Source: icld-mpp, https://icld.se/en/what-we-do/municipal-partnerships/;
        icld-2019, https://icld.se/artikel/ansokningsomgangen-till-kommunalt-partnerskap-hosten-2019-ar-oppen/;
        icld-faq, https://icld.se/en/municipal-partnership/faq-contact/
    """
    lists = context.limits(COUNTRIES)
    partners = _abroad(project, context)
    if not lists or not partners:
        yield NOT_APPLICABLE
        return
    for i, partner in partners:
        country = _country(partner)
        if country is None:
            yield Unknown(_country_missing(i, partner))
            continue
        at = ("partners", i, "organisation", "country")
        said = f"{_named(partner)} is in {country}"
        yield from agreed([_country_verdict(country, countries, said, at, context) for countries in lists], context)


def _country_verdict(
    country: str, countries: Listed[str], said: str, at: Path, context: Context
) -> Fail | Unknown | None:
    answer = countries.has(country)
    if answer is Answer.UNKNOWN:
        return Unknown(Missing(at, f"whether {country} was on the programme's list{as_of(context)}"))
    if answer is Answer.YES:
        return None
    return Fail(f"{said}, which is not on the programme's list{as_of(context)}", at=at)


def _named(partner: Participation) -> str:
    return "a partner" if partner.organisation is None else f"partner {partner.organisation.id!r}"


@rule("ICL011", catalogue="P01", nature=Nature.CONTRADICTION, severity=Severity.ERROR, by_profile=True)
def partners_in_one_country(project: Project, _context: Context) -> Iterator[Outcome]:
    """All core partners are in one country.

    Why: The programme pays for cooperation between a municipality in Sweden and one abroad.
    Fix: Add the partner in the other country.

    Example:
        partners:
          - {organisation: {id: vaxjo, name: Växjö, country: SE}}
          - {organisation: {id: kalmar, name: Kalmar, country: SE}}
    Source: icld-mpp, https://icld.se/en/what-we-do/municipal-partnerships/;
        icld-faq, https://icld.se/en/municipal-partnership/faq-contact/
    """
    if len(project.partners) < 2:  # noqa: PLR2004  # that there is only one is another rule's
        yield NOT_APPLICABLE
        return
    known = {country for partner in project.partners if (country := _country(partner)) is not None}
    if len(known) > 1:
        return
    missing = [_country_missing(i, partner) for i, partner in enumerate(project.partners) if _country(partner) is None]
    if missing:
        yield Unknown(*missing)
    else:
        yield Fail(f"all core partners are in {known.pop()}", at=("partners",))


# Who applies, for what, and when


@rule("ICL003", catalogue="L03", nature=Nature.CONTRADICTION, severity=Severity.ERROR, by_profile=True)
def applicant_not_eligible(project: Project, context: Context) -> Iterator[Outcome]:
    """The Swedish partner is no body that may apply.

    Why: Only municipalities, regions and what they have founded together may apply; others can take part with them.
    Fix: Let the municipality or region apply, and move the other body to ``involved``.

    Example:
        partners: [{organisation: {id: a-school, name: A School, kind: school, country: SE}, role: coordinator}]
    Source: icld-2022, https://icld.se/artikel/dags-att-ansoka-om-kommunalt-partnerskap/;
        icld-2020, https://5dok.org/document/y96r39ol-riktlinjer-f%C3%B6r-programmet-kommunalt-partnerskap.html;
        sida-kp, https://www.sida.se/Svenska/Samarbetsparter/aktorsgrupper/Offentlig-sektor/Kommunalt-partnerskapsprogram/
    """
    lists = context.limits(APPLICANTS)
    home = _home(context)
    at_home = [(i, p.organisation) for i, p in enumerate(project.partners) if p.organisation and _country(p) == home]
    coordinating = [(i, body) for i, body in at_home if project.partners[i].role is Role.COORDINATOR]
    if not lists or not project.partners:
        yield NOT_APPLICABLE
    elif not at_home:
        missing = [_country_missing(i, p) for i, p in enumerate(project.partners) if _country(p) is None]
        yield (
            Unknown(*missing)
            if missing
            else Fail(f"no core partner is in {home}, so that none may apply", at=("partners",))
        )
    else:
        yield from agreed([_applicant_verdict(coordinating or at_home, one, context) for one in lists], context)


def _applicant_verdict(
    bodies: list[tuple[int, Organisation]], applicants: Applicants, context: Context
) -> Fail | Unknown | None:
    """Whether one of the bodies that may be the applicant may apply."""
    answers = [applicants.admits(body.kind, _owner_kind(body, context)) for _, body in bodies]
    if Answer.YES in answers:
        return None
    missing = [
        _kind_missing(i, body, applicants)
        for (i, body), answer in zip(bodies, answers, strict=True)
        if answer is Answer.UNKNOWN
    ]
    if missing:
        return Unknown(*missing)
    i, body = bodies[0]
    kind = "" if body.kind is None else body.kind.value.replace("-", " ")
    return Fail(f"{body.id!r} is a {kind}, which may not apply", at=("partners", i, "organisation"))


def _owner_kind(body: Organisation, context: Context) -> OrganisationKind | None:
    owner = None if body.owner is None else context.register.organisations.get(body.owner)
    return None if owner is None else owner.kind


def _kind_missing(place: int, body: Organisation, applicants: Applicants) -> Missing:
    at = ("partners", place, "organisation")
    if body.kind is None:
        return Missing((*at, "kind"), "what kind of organisation it is")
    if body.kind in applicants.if_owned:
        return Missing((*at, "owner"), "who owns it")
    return Missing((*at, "kind"), "whether it is a body of municipalities")


@rule("ICL006", catalogue="L06", nature=Nature.OMISSION, severity=Severity.ERROR, by_profile=True)
def no_core_area(project: Project, context: Context) -> Iterator[Outcome]:
    """The project names none of the programme's core areas.

    Why: The programme is for local democracy; equity, participation, transparency and accountability are its sides.
    Fix: Tag the area that the project serves in ``core_areas``, with the objectives that serve it.

    Example:
        tags: {sdgs: [7]}
    Source: icld-phases, https://icld.se/en/what-we-do/municipal-partnerships/the-phases-of-a-partnership/;
        icld-2019, https://icld.se/artikel/ansokningsomgangen-till-kommunalt-partnerskap-hosten-2019-ar-oppen/;
        icld-core, https://icld.se/en/about-us/icld-core-values/
    """
    areas = context.limits(CORE_AREAS)
    if not areas:
        yield NOT_APPLICABLE
        return
    told = Fail("no core area of the programme is named", at=("tags", "core_areas"))
    served = [tag.area for tag in project.tags.core_areas]
    yield from agreed([None if any(one.has(area) is Answer.YES for area in served) else told for one in areas], context)


@rule("ICL010", catalogue="L10", nature=Nature.CONTRADICTION, severity=Severity.ERROR, by_profile=True)
def outside_the_window(project: Project, context: Context) -> Iterator[Outcome]:
    """The proposal was submitted when the programme received none.

    Why: A proposal that comes between two rounds waits for the next, or is not looked at.
    Fix: Submit it in the next round; an inception may be sought at any time.

    Example:
        plan: {submitted: 2024-05-02}
    Source: icld-apply, https://icld.se/en/municipal-partnership/how-to-apply;
        icld-2022, https://icld.se/artikel/dags-att-ansoka-om-kommunalt-partnerskap/
    """
    windows = [one for one in context.limits(WINDOWS) if project.phase not in one.at_any_time]
    if not windows:
        yield NOT_APPLICABLE
    elif project.plan.submitted is None:
        yield Unknown(Missing(("plan", "submitted"), "when the proposal was submitted"))
    else:
        yield from agreed([_window_verdict(project.plan.submitted, one) for one in windows], context)


def _window_verdict(submitted: PartialDate, windows: Windows) -> Fail | Unknown | None:
    answer = windows.covers(submitted)
    if answer is Answer.UNKNOWN:
        return Unknown(Missing(("plan", "submitted"), f"a more exact date than {submitted}"))
    if answer is Answer.YES:
        return None
    rounds = " and ".join(map(str, windows.spans))
    return Fail(f"it was submitted {submitted}, and proposals are received {rounds}", at=("plan", "submitted"))


RULES: tuple[Rule, ...] = (
    length_outside_the_limits,
    country_not_on_the_list,
    applicant_not_eligible,
    no_core_area,
    outside_the_window,
    partners_in_one_country,
)
