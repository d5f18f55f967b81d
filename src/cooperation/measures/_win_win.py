"""Win-win: ten measures side by side, with the words of the source, and no total."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from attrs import frozen

from cooperation.display import Shown
from cooperation.measures.reading import Reading, refusal, spoken
from cooperation.model import (
    AdoptionState,
    Benefit,
    BenefitKind,
    Claim,
    ContributionKind,
    DutyKind,
    Indicator,
    Pilot,
    Project,
    Scope,
    Stage,
    StageKind,
    StageStatus,
)
from cooperation.model.amounts import exact_sum

__all__ = ["Beside", "PartnerGains", "WinWinReadings", "gains", "win_win"]


@frozen(kw_only=True)
class Beside:
    """What one partner brings beside what it gains, never divided by one another.

    Attributes:
        partner: The partner's id.
        days: Its share of the staff days.
        money: Its share of the money.
        gained: Its share of all own benefits.

    """

    partner: str
    days: Fraction | None
    money: Fraction | None
    gained: Fraction | None


@frozen(kw_only=True)
class PartnerGains:
    """What one core partner gains, brings and keeps.

    Attributes:
        partner: The partner's id.
        own: What it gains for itself; each benefit holds the words of the source it rests on.
        joint: What was stated for all partners together.
        shown: The share of its benefits that an indicator with a baseline and a dated target can show.
        reach: The widest scope in which it gains.
        hosted: How many international activities it hosts.
        days: Its share of the staff days that the core partners bring.
        money: Its share of the money they bring, where all of it is in one currency.
        gained: Its share of all own benefits; beside what it brings, and never divided by it.
        kept: The share of its evaluated pilots that were adopted or spread.

    """

    partner: str
    own: tuple[Benefit, ...]
    joint: tuple[Benefit, ...]
    shown: Reading[Fraction]
    reach: Reading[Scope]
    hosted: Reading[int]
    days: Reading[Fraction]
    money: Reading[Fraction]
    gained: Reading[Fraction]
    kept: Reading[Fraction]

    @property
    def quotes(self) -> tuple[str, ...]:
        """The words of the source that its gains rest on, its own first."""
        return tuple(benefit.quote for benefit in (*self.own, *self.joint) if benefit.quote is not None)


@frozen(kw_only=True)
class WinWinReadings(Shown):
    """The ten measures of mutual benefit, and what they were taken from.

    There is no total: a sum of unlike gains cannot be defended.

    Attributes:
        covered: The share of core partners with a gain of their own; 1 is that each has one that is stated.
        evenness: The smallest number of own gains over the largest; counts only, to be read beside them.
        shown: The lowest share, over the partners, of benefits that can be shown.
        likeness: How alike the kinds of gains are: those that all partners have over those that any has.
            Neither 0 nor 1 is better.
        two_way: 1 where as much is taught in each direction, 0 where one teaches and one learns.
        hosting: The smallest number of international activities hosted over the largest.
        contribution: What each partner brings beside what it gains, of those of whom it is known.
        reach: The narrowest, over the partners, of the widest scope in which each gains.
        kept: The share of evaluated pilots, over all partners, that were adopted or spread.
        both_account: The share of duties to report, decide and evaluate that all core partners have together.
        partners: The core partners, each with its gains and its side of these measures.
        claims: What the text claims of all, which names no gain.

    """

    covered: Reading[Fraction]
    evenness: Reading[Fraction]
    shown: Reading[Fraction]
    likeness: Reading[Fraction]
    two_way: Reading[Fraction]
    hosting: Reading[Fraction]
    contribution: Reading[tuple[Beside, ...]]
    reach: Reading[Scope]
    kept: Reading[Fraction]
    both_account: Reading[Fraction]
    partners: tuple[PartnerGains, ...]
    claims: tuple[Claim, ...]

    def __iter__(self) -> Iterator[tuple[str, Reading[Fraction] | Reading[Scope] | Reading[tuple[Beside, ...]]]]:
        """The ten readings with their names, in the order of the catalogue."""
        yield "covered", self.covered
        yield "evenness", self.evenness
        yield "shown", self.shown
        yield "likeness", self.likeness
        yield "two_way", self.two_way
        yield "hosting", self.hosting
        yield "contribution", self.contribution
        yield "reach", self.reach
        yield "kept", self.kept
        yield "both_account", self.both_account


def gains(project: Project) -> tuple[tuple[str, tuple[Benefit, ...], tuple[Benefit, ...]], ...]:
    """Each named core partner with what it gains for itself and what was stated for all together.

    >>> from cooperation.model import Organisation, Participation
    >>> partners = (Participation(organisation=Organisation(id="vaxjo")),)
    >>> gains(Project(id="a", title="A", partners=partners))
    (('vaxjo', (), ()),)
    """
    by_partner: dict[str, list[Benefit]] = {name: [] for name in project.partner_ids}
    for benefit in project.win_win.benefits:
        if benefit.partner in by_partner:
            by_partner[benefit.partner].append(benefit)
    return tuple(
        (name, tuple(b for b in held if not b.joint), tuple(b for b in held if b.joint))
        for name, held in by_partner.items()
    )


def win_win(project: Project) -> WinWinReadings:
    """Ten measures of who gains what, brings what, teaches whom and answers for what.

    They are taken of the core partners that are named; the others count as unknown.
    What a summary does not state may be so all the same, and the notes say that.

    Source: the rule catalogue, appendix D, after Johnson and Wilson, Bontenbal, and van Ewijk.

    >>> import cooperation as co
    >>> found = win_win(co.load_example("vaxjo")["energy-plan"])
    >>> found.covered.value, [side.partner for side in found.partners if side.own]
    (Fraction(1, 1), ['vaxjo', 'jb-marks'])
    >>> found.partners[1].quotes[0]
    'an Energy Strategy for JB Marks'
    """
    split = gains(project)
    names = [name for name, _, _ in split]
    unnamed = len(project.partners) - len(names)
    own = {name: len(held) for name, held, _ in split}
    days, money = _brought(project, names)
    indicators = {indicator.id: indicator for indicator in project.logframe.indicators}
    hosted = _hosted(project, names)
    sides = tuple(
        PartnerGains(
            partner=name,
            own=held,
            joint=joint,
            shown=_shown((*held, *joint), indicators),
            reach=_reach((*held, *joint)),
            hosted=hosted[name],
            days=days[name],
            money=money[name],
            gained=_share(own[name], sum(own.values()), "nobody has a gain of its own"),
            kept=_kept(project, [name]),
        )
        for name, held, joint in split
    )
    unstated = "a summary: what it does not state may be so all the same" if project.stage is Stage.SUMMARY else None
    return WinWinReadings(
        covered=_share(
            sum(1 for count in own.values() if count), len(own), "no partner is named", unknown=unnamed, note=unstated
        ),
        evenness=_evenness(own, unnamed, "no partner has a gain of its own", unstated),
        shown=_lowest(sides, unnamed),
        likeness=_likeness(split, unnamed),
        two_way=_two_way(project, names),
        hosting=_hosting(hosted, unnamed),
        contribution=_contribution(sides, unnamed),
        reach=_narrowest(sides, unnamed),
        kept=_kept(project, names),
        both_account=_both_account(project, names),
        partners=sides,
        claims=project.win_win.claims,
    )


def _share(part: int, whole: int, why_none: str, *, unknown: int = 0, note: str | None = None) -> Reading[Fraction]:
    if not whole:
        return refusal(why_none, unknown=unknown)
    return Reading(Fraction(part, whole), whole, unknown, note)


def _evenness(counts: dict[str, int], unnamed: int, why_none: str, note: str | None = None) -> Reading[Fraction]:
    told = ", ".join(f"{name} {count}" for name, count in counts.items())
    if len(counts) < 2:  # noqa: PLR2004
        return refusal("fewer than two partners are named", n=len(counts), unknown=unnamed)
    if not any(counts.values()):
        return refusal(why_none, n=len(counts), unknown=unnamed)
    value = Fraction(min(counts.values()), max(counts.values()))
    return Reading(value, len(counts), unnamed, told if note is None else f"{told}; {note}")


def _shown(benefits: Sequence[Benefit], indicators: dict[str, Indicator]) -> Reading[Fraction]:
    shown = sum(any(_shows(indicators.get(name)) for name in benefit.indicators) for benefit in benefits)
    return _share(shown, len(benefits), "no gain is stated")


def _shows(indicator: Indicator | None) -> bool:
    if indicator is None or indicator.baseline is None or indicator.baseline.value is None:
        return False
    return any(target.value is not None and target.due is not None for target in indicator.targets)


def _lowest(sides: Sequence[PartnerGains], unnamed: int) -> Reading[Fraction]:
    known = [(side.shown.value, side) for side in sides if side.shown.value is not None]
    without = unnamed + len(sides) - len(known)
    if not known:
        return refusal("no gain of a named partner is stated", unknown=without)
    value, side = min(known, key=lambda pair: pair[0])
    return Reading(value, sum(one.shown.n for _, one in known), without, f"the lowest, of {side.partner}")


def _likeness(split: Sequence[tuple[str, tuple[Benefit, ...], tuple[Benefit, ...]]], unnamed: int) -> Reading[Fraction]:
    if len(split) < 2:  # noqa: PLR2004
        return refusal("fewer than two partners are named", n=len(split), unknown=unnamed)
    kinds: list[set[BenefitKind]] = [{b.kind for b in (*own, *joint) if b.kind is not None} for _, own, joint in split]
    every = [b for _, own, joint in split for b in (*own, *joint)]
    unknown = unnamed + sum(benefit.kind is None for benefit in every)
    any_has = set[BenefitKind]().union(*kinds)
    if not any_has:
        return refusal("no gain of a known kind is stated", unknown=unknown)
    return Reading(
        Fraction(len(set.intersection(*kinds)), len(any_has)), sum(b.kind is not None for b in every), unknown
    )


def _two_way(project: Project, names: Sequence[str]) -> Reading[Fraction]:
    ways = Counter(
        (t.from_partner, t.to_partner)
        for t in project.win_win.transfers
        if t.from_partner in names and t.to_partner in names
    )
    total = sum(ways.values())
    if not total:
        return refusal("nobody said who teaches whom")
    apart = sum(abs(ways[a, b] - ways[b, a]) for a, b in combinations(names, 2))
    told = ", ".join(f"{a} to {b} {count}" for (a, b), count in sorted(ways.items()))
    return Reading(1 - Fraction(apart, total), total, 0, told)


def _hosted(project: Project, names: Sequence[str]) -> dict[str, Reading[int]]:
    activities = project.plan.activities
    # One that nobody called international may be so, and so may one without a host be anybody's.
    unsure = sum(a.international is None or (a.international and a.host is None) for a in activities)
    counts = Counter(a.host for a in activities if a.international and a.host is not None)
    if not sum(counts.values()):
        return {name: refusal("no host of an international activity is known", unknown=unsure) for name in names}
    return {name: Reading(counts[name], sum(counts.values()), unsure) for name in names}


def _hosting(hosted: dict[str, Reading[int]], unnamed: int) -> Reading[Fraction]:
    counts = {name: reading.value for name, reading in hosted.items() if reading.value is not None}
    unsure = max((reading.unknown for reading in hosted.values()), default=0)
    why = "no host of an international activity is known"
    if hosted and not counts:
        return refusal(why, unknown=unsure)
    found = _evenness(counts, unnamed, why)
    n = sum(counts.values())
    return Reading(found.value, n, unsure, found.note) if found.value is not None else found


def _brought(
    project: Project, names: Sequence[str]
) -> tuple[dict[str, Reading[Fraction]], dict[str, Reading[Fraction]]]:
    brought = [c for c in project.win_win.contributions if c.partner in names]
    days = [c for c in brought if c.kind is ContributionKind.STAFF_DAYS]
    paid = [c for c in brought if c.kind is ContributionKind.MONEY]
    days_by = _shares(names, [(c.partner, c.quantity) for c in days], "nobody said how many days anybody brings")
    currencies = sorted({c.amount.currency for c in paid if c.amount is not None})
    if len(currencies) > 1:
        no: Reading[Fraction] = refusal(f"{' and '.join(currencies)} are not added", "MON011", n=len(paid))
        return days_by, dict.fromkeys(names, no)
    amounts = [(c.partner, None if c.amount is None else c.amount.amount) for c in paid]
    return days_by, _shares(names, amounts, "nobody said how much money anybody brings")


def _shares(
    names: Sequence[str], brought: Sequence[tuple[str, Decimal | None]], why_none: str
) -> dict[str, Reading[Fraction]]:
    known = [(name, number) for name, number in brought if number is not None]
    unknown = len(brought) - len(known)
    total = exact_sum(number for _, number in known)
    if not total > 0:
        return {name: refusal(why_none, unknown=unknown) for name in names}
    return {
        name: Reading(
            Fraction(exact_sum(number for who, number in known if who == name)) / Fraction(total), len(known), unknown
        )
        for name in names
    }


def _contribution(sides: Sequence[PartnerGains], unnamed: int) -> Reading[tuple[Beside, ...]]:
    known = [side for side in sides if side.days.is_known or side.money.is_known]
    if not known:
        return refusal("nobody said who brings what", unknown=unnamed + len(sides))
    beside = tuple(
        Beside(partner=side.partner, days=side.days.value, money=side.money.value, gained=side.gained.value)
        for side in known
    )
    told = "; ".join(f"{side.partner} brings {_said(side)} and has {len(side.own)} own gains" for side in known)
    return Reading(beside, len(known), unnamed + len(sides) - len(known), told)


def _said(side: PartnerGains) -> str:
    shares = ((side.days, "the staff days"), (side.money, "the money"))
    return " and ".join(f"{spoken(reading.value)} of {what}" for reading, what in shares if reading.is_known)


def _reach(benefits: Sequence[Benefit]) -> Reading[Scope]:
    known = [benefit.scope for benefit in benefits if benefit.scope is not None]
    unknown = len(benefits) - len(known)
    if not known:
        return refusal("no scope of a gain is stated" if benefits else "no gain is stated", unknown=unknown)
    return Reading(max(known, key=lambda scope: scope.width), len(known), unknown)


def _narrowest(sides: Sequence[PartnerGains], unnamed: int) -> Reading[Scope]:
    known = [side.reach.value for side in sides if side.reach.value is not None]
    without = unnamed + len(sides) - len(known)
    if not known:
        return refusal("no scope of a gain is stated", unknown=without)
    told = ", ".join(f"{side.partner} {side.reach.value.value}" for side in sides if side.reach.value is not None)
    return Reading(min(known, key=lambda scope: scope.width), len(known), without, told)


_JUDGED = (AdoptionState.EVALUATED, AdoptionState.ADOPTED, AdoptionState.SPREAD)
_KEPT = (AdoptionState.ADOPTED, AdoptionState.SPREAD)


def _kept(project: Project, names: Iterable[str]) -> Reading[Fraction]:
    judged = kept = unsure = 0
    for name in names:
        for pilot in project.plan.pilots:
            if pilot.partners and name not in pilot.partners:
                continue
            states = [
                adoption.state
                for adoption in project.win_win.adoptions
                if adoption.pilot == pilot.id and adoption.partner in (name, None)
            ]
            done = _done(pilot)
            is_kept = any(one in _KEPT for one in states) or StageKind.ADOPTED in done or StageKind.SPREAD in done
            is_judged = is_kept or StageKind.EVALUATED in done or any(one in _JUDGED for one in states)
            judged += is_judged
            kept += is_kept
            unsure += not is_judged
    if not judged:
        return refusal("no pilot is evaluated yet" if unsure else "there is no pilot", unknown=unsure)
    return Reading(Fraction(kept, judged), judged, unsure)


def _done(pilot: Pilot) -> set[StageKind]:
    return {stage.kind for stage in pilot.stages if stage.status is StageStatus.DONE}


def _both_account(project: Project, names: Sequence[str]) -> Reading[Fraction]:
    duties = [duty for duty in project.win_win.duties if duty.kind is not DutyKind.ACCOUNT]
    borne = [duty for duty in duties if duty.partners]
    if len(names) < 2:  # noqa: PLR2004
        return refusal("fewer than two partners are named", unknown=len(duties))
    both = sum(set(names) <= set(duty.partners) for duty in borne)
    why = "nobody said whose duty what is"
    return _share(both, len(borne), why, unknown=len(duties) - len(borne))
