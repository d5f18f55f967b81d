"""ACT: people counted twice over, and who takes part in an activity."""

from collections.abc import Iterator

from cooperation.diagnostics import Missing, Nature, Severity
from cooperation.model import Activity, ParticipantGroup, TargetGroup, Team
from cooperation.rules._context import Context
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule

__all__ = ["RULES"]


@rule("ACT030", nature=Nature.CONTRADICTION, severity=Severity.ERROR, given="genders")
def genders_do_not_make_the_number(group: TargetGroup | ParticipantGroup, _context: Context) -> Iterator[Outcome]:
    """Women, men and others of a group do not make its number.

    Why: Everybody is one of the three; one of the numbers is wrong, and the share of women drawn from them too.
    Fix: Correct the number or the split.

    Example:
        target_groups: [{id: pupils, name: Pupils, count: 40, genders: {women: 30, men: 20}}]
    Source: own, a rule of consistency proposed here
    """
    genders = group.genders
    assert genders is not None
    told = (genders.women, genders.men, genders.others)
    known = [number for number in told if number is not None]
    if group.count is None or not known:
        yield NOT_APPLICABLE
        return
    total, made = group.count.total, sum(known)
    if total is None:
        yield Unknown(Missing(("count",), "the number in figures"))
    elif made == total:
        return
    elif group.count.approximate:
        yield Unknown(Missing(("count",), "an exact number"))
    elif made > total or len(known) == len(told):
        split = " + ".join(map(str, known))
        yield Fail(f"women, men and others are {split} = {made}, not {total}", at=("genders",))
    else:
        yield Unknown(Missing(("genders",), "how many there are of each gender"))


@rule("ACT031", nature=Nature.WEAKNESS, severity=Severity.INFO)
def host_takes_no_part(activity: Activity, _context: Context) -> Iterator[Outcome]:
    """Who hosts an activity, or is responsible for it, is not among those who take part in it.

    Why: A host who is not there and a leader who stays away are rare; more often the list is not complete.
    Fix: Add the organisation to ``partners`` of the activity, or correct ``host`` or ``responsible``.

    Example:
        activities:
          - {id: visit, title: Study visit, partners: [jb-marks], host: vaxjo}
    Source: own, a rule of consistency proposed here
    """
    named = [(name, getattr(activity, name)) for name in ("host", "responsible")]
    if not activity.partners or not any(who for _, who in named):
        yield NOT_APPLICABLE
        return
    for name, who in named:
        if who is not None and who not in activity.partners:
            does = "hosts" if name == "host" else "is responsible for"
            yield Fail(f"{who!r} {does} activity {activity.id!r}, and does not take part in it", at=(name,))


@rule("ACT032", nature=Nature.CONTRADICTION, severity=Severity.WARNING)
def team_larger_than_stated(team: Team, _context: Context) -> Iterator[Outcome]:
    """A team has more posts than its stated size.

    Why: Programmes limit teams, and pay for those who travel; one of the two numbers is wrong.
    Fix: Correct the size, or the number of one of the posts.

    Example:
        teams: [{kind: project, size: 4, posts: [{kind: project-manager}, {kind: civil-servant, number: 4}]}]
    Source: own, a rule of consistency proposed here
    """
    if team.size is None or not team.posts:
        yield NOT_APPLICABLE
        return
    counted = [(i, 1 if post.number is None else post.number.total) for i, post in enumerate(team.posts)]
    known = sum(number for _, number in counted if number is not None)
    if team.size.total is None:
        yield Unknown(Missing(("size",), "the size in figures"))
    elif known > team.size.total:
        if team.size.approximate or any(post.number is not None and post.number.approximate for post in team.posts):
            yield Unknown(Missing(("size",), "exact numbers"))
        else:
            yield Fail(f"there are {known} posts in a team of {team.size.total}", at=("posts",))
    else:
        vague = [i for i, number in counted if number is None]
        if vague:
            yield Unknown(*(Missing(("posts", i, "number"), "how many such posts there are") for i in vague))


RULES: tuple[Rule, ...] = (genders_do_not_make_the_number, host_takes_no_part, team_larger_than_stated)
