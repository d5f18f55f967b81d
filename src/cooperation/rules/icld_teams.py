"""ICL: whom the Swedish municipal partnership programme wants in the teams of each partner."""

from collections.abc import Iterator
from typing import TypeAlias

from cooperation.diagnostics import Missing, Nature, Path, Severity
from cooperation.model import Phase, Post, PostKind, Project, Team, TeamKind
from cooperation.model.answer import Answer
from cooperation.rules._context import Context
from cooperation.rules._dated import agreed
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule
from cooperation.rules.profiles._limits import INCEPTION_SEATS, TEAM_SIZE, Range, Seats

__all__ = ["RULES"]

_CIVIL_SERVANTS = frozenset(
    {
        PostKind.CIVIL_SERVANT,
        PostKind.MANAGER,
        PostKind.PROJECT_MANAGER,
        PostKind.COORDINATOR,
        PostKind.TEACHER,
        PostKind.SCHOOL_MANAGER,
    }
)
# An expert may be employed by the municipality or not.
_PERHAPS = frozenset({PostKind.EXPERT, PostKind.OTHER})


_Bounds: TypeAlias = tuple[int, int | None]


def _teams(project: Project, kind: TeamKind) -> list[tuple[int, Team]]:
    return [(i, team) for i, team in enumerate(project.plan.teams) if team.kind is kind]


def _bounds(posts: list[Post], partner: str, sure: frozenset[PostKind], perhaps: frozenset[PostKind]) -> _Bounds:
    """How many a partner sends at least and at most; ``None`` where there is no most."""
    low, high = 0, 0
    is_bounded = True
    wanted = sure | perhaps
    for post in posts:
        if post.partner not in (None, partner) or post.kind not in wanted:
            continue
        count = post.number
        exact = 1 if count is None else None if count.approximate else count.total
        is_bounded = is_bounded and exact is not None
        high += exact or 0
        if post.kind in sure and post.partner is not None:
            low += 1 if exact is None else exact
    return low, high if is_bounded else None


def _verdict(partner: str, whom: str, bounds: _Bounds, wanted: Range, at: Path) -> Fail | Unknown | None:
    low, high = bounds
    answer = wanted.holds(low, high)
    if answer is Answer.YES:
        return None
    if answer is Answer.UNKNOWN:
        return Unknown(Missing((*at, "posts"), f"how many {whom} partner {partner!r} sends"))
    too_many = wanted.most is not None and low > wanted.most
    many = f"{low}" if low == high else f"at least {low}" if too_many else f"at most {high}"
    them = whom.removesuffix("s") if high == 1 else whom
    return Fail(f"partner {partner!r} sends {many} {them}, and the programme wants {wanted}", at=at)


@rule("ICL004", catalogue="L04", nature=Nature.WEAKNESS, severity=Severity.WARNING, by_profile=True)
def project_team_of_another_size(project: Project, context: Context) -> Iterator[Outcome]:
    """A partner's part of the project team is smaller or larger than the programme wants it.

    Why: A few who stay can carry what they learn home; of a large group most come along once.
    Fix: Send three to five civil servants from each partner, and count those who only join an activity as participants.

    Example:
        plan:
          teams:
            - {kind: project, posts: [{kind: civil-servant, partner: vaxjo, number: 7}]}
    Source: icld-phases, https://icld.se/en/what-we-do/municipal-partnerships/the-phases-of-a-partnership/
    """
    sizes = context.limits(TEAM_SIZE)
    teams = _teams(project, TeamKind.PROJECT)
    if not sizes or not context.partners or project.phase in (Phase.INCEPTION, Phase.STEERING_GROUP):
        yield NOT_APPLICABLE
    elif not teams:
        yield Unknown(Missing(("plan", "teams"), "who is in the project team"))
    else:
        posts = [post for _, team in teams for post in team.posts]
        at = ("plan", "teams", teams[0][0])
        for name in context.partners:
            bounds = _bounds(posts, name, _CIVIL_SERVANTS, _PERHAPS) if posts else _stated(teams, name)
            yield from agreed([_verdict(name, "civil servants", bounds, size, at) for size in sizes], context)


def _stated(teams: list[tuple[int, Team]], partner: str) -> _Bounds:
    """How many a partner sends where no posts are listed and only numbers are."""
    sizes = [team.size for _, team in teams if team.size is not None]
    parts = [part.number for size in sizes for part in size.parts if part.partner == partner]
    return (sum(parts), sum(parts)) if parts else (0, None)


@rule("ICL005", catalogue="L05", nature=Nature.WEAKNESS, severity=Severity.WARNING, by_profile=True)
def inception_team_of_others(project: Project, context: Context) -> Iterator[Outcome]:
    """A partner's part of the inception team is not made up as the programme wants it.

    Why: Both sides of the council decide whether there will be a project, and civil servants know whether it can work.
    Fix: Send one politician of the majority and one of the opposition, and two civil servants, one of them coordinator.

    Example:
        phase: inception
        plan:
          teams:
            - kind: inception
              posts: [{kind: politician, partner: vaxjo, number: 2}, {kind: civil-servant, partner: vaxjo}]
    Source: icld-phases, https://icld.se/en/what-we-do/municipal-partnerships/the-phases-of-a-partnership/
    """
    seats = context.limits(INCEPTION_SEATS)
    teams = _teams(project, TeamKind.INCEPTION)
    if not seats or not context.partners or (project.phase is not Phase.INCEPTION and not teams):
        yield NOT_APPLICABLE
    elif not teams:
        yield Unknown(Missing(("plan", "teams"), "who is in the inception team"))
    else:
        posts = [post for _, team in teams for post in team.posts]
        at = ("plan", "teams", teams[0][0])
        for name in context.partners:
            for aspect in (_politicians, _sides, _civil_servants, _coordinators):
                yield from agreed([aspect(posts, name, one, at) for one in seats], context)


def _politicians(posts: list[Post], partner: str, seats: Seats, at: Path) -> Fail | Unknown | None:
    bounds = _bounds(posts, partner, frozenset({PostKind.POLITICIAN}), frozenset())
    return _verdict(partner, "politicians", bounds, Range(seats.politicians, seats.politicians), at)


def _sides(posts: list[Post], partner: str, seats: Seats, at: Path) -> Fail | Unknown | None:
    sides = {post.side for post in posts if post.kind is PostKind.POLITICIAN and post.partner in (None, partner)}
    lacking = sorted(side.value for side in seats.sides - sides)
    if not lacking:
        return None
    if None in sides:
        return Unknown(Missing((*at, "posts"), f"on which side of the council the politicians of {partner!r} sit"))
    return Fail(f"partner {partner!r} sends no politician of the {' or of the '.join(lacking)}", at=at)


def _civil_servants(posts: list[Post], partner: str, seats: Seats, at: Path) -> Fail | Unknown | None:
    bounds = _bounds(posts, partner, _CIVIL_SERVANTS, _PERHAPS)
    return _verdict(partner, "civil servants", bounds, Range(seats.civil_servants, seats.civil_servants), at)


def _coordinators(posts: list[Post], partner: str, seats: Seats, at: Path) -> Fail | Unknown | None:
    known = [
        post.partner
        for post in posts
        if post.partner in (None, partner) and (post.kind is PostKind.COORDINATOR or post.leads)
    ]
    answer = Range(least=seats.coordinators).holds(known.count(partner), len(known))
    if answer is Answer.YES:
        return None
    if answer is Answer.UNKNOWN:
        return Unknown(Missing((*at, "posts"), "which partner the coordinator is from"))
    return Fail(f"nobody whom partner {partner!r} sends is coordinator", at=at)


RULES: tuple[Rule, ...] = (project_team_of_another_size, inception_team_of_others)
