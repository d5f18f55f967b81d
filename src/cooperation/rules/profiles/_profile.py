"""What a profile is: the rules a donor or programme asks, how much each weighs, and its dated limits."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Generic, Self, TypeAlias, TypeVar

from attrs import evolve, field, frozen
from pendulum import Date

from cooperation.diagnostics import Severity
from cooperation.model import Answer, PartialDate, Period, Stage

__all__ = ["Limit", "LimitKind", "Profile", "Weight"]

_T = TypeVar("_T")
_STAGES = tuple(Stage)

Weight: TypeAlias = Severity | Mapping[Stage, Severity]
"""How much a finding weighs: always, or from each of some stages on."""


@frozen(eq=False)
class LimitKind(Generic[_T]):
    """A kind of limit that donors set, such as how long a project may be; its type is that of its values.

    Attributes:
        name: Its name, such as ``project-months``.
        meaning: What it limits, and in what unit.

    """

    name: str
    meaning: str


@frozen(kw_only=True)
class Limit(Generic[_T]):
    """A limit with the time in which it holds.

    Attributes:
        kind: What it limits.
        value: The limit.
        source: Where it was read, with its address.
        since: From when on it holds; ``None`` where nobody knows, or always.
        until: Until when it held; ``None`` where it still does as far as is known.
        note: What else is to be known of it.

    """

    kind: LimitKind[_T]
    value: _T
    source: str
    since: PartialDate | None = None
    until: PartialDate | None = None
    note: str = ""

    def may_hold(self, date: PartialDate | None, within: Period | None = None) -> bool:
        """Whether it may hold on a date; of an unknown date every limit may that reaches into what bounds it."""
        if date is not None:
            begins_later = self.since is not None and date.is_before(self.since) is Answer.YES
            return not begins_later and (self.until is None or self.until.is_before(date) is not Answer.YES)
        return within is None or not (self._begins_after(within.last_day) or self._ends_before(within.first_day))

    def _begins_after(self, day: Date | None) -> bool:
        return self.since is not None and day is not None and self.since.earliest > day

    def _ends_before(self, day: Date | None) -> bool:
        return self.until is not None and day is not None and self.until.latest < day


def _weights(given: Mapping[str, Weight]) -> Mapping[str, Weight]:
    return MappingProxyType(dict(given))


@frozen(kw_only=True, eq=False)
class Profile:
    """What a donor or programme asks of a proposal.

    Attributes:
        name: Its name, as in ``--profile icld``.
        title: Whose it is.
        about: What it adds to the core, in a sentence or two.
        asks: The codes of the rules that it asks beyond those of the core.
        leaves_out: The codes of the core that it does not ask.
        severities: How much a finding weighs, by the rule's code, where that differs from the rule's own.
        limits: Its limits, each with the time in which it holds.
        since: From when on it holds as a whole; ``None`` where its sources do not say.
        sources: Where it was read, with addresses.
        unverified: What could not be read or verified, a sentence each.
        as_of: The date whose limits are asked for, whatever the project's own date is.

    >>> from cooperation.rules.profiles import profile
    >>> profile("core").asks
    ()

    """

    name: str
    title: str
    about: str = ""
    asks: tuple[str, ...] = ()
    leaves_out: tuple[str, ...] = ()
    severities: Mapping[str, Weight] = field(default=MappingProxyType({}), converter=_weights)
    limits: tuple[Limit[Any], ...] = ()
    since: PartialDate | None = None
    sources: tuple[str, ...] = ()
    unverified: tuple[str, ...] = ()
    as_of: PartialDate | None = None
    _by_kind: Mapping[LimitKind[Any], tuple[Limit[Any], ...]] = field(init=False, repr=False)

    @_by_kind.default
    def _(self) -> Mapping[LimitKind[Any], tuple[Limit[Any], ...]]:
        kinds = dict.fromkeys(limit.kind for limit in self.limits)
        return {kind: tuple(limit for limit in self.limits if limit.kind is kind) for kind in kinds}

    @property
    def label(self) -> str:
        """Its name, with the date it was asked for where one was given.

        >>> from cooperation.model import PartialDate
        >>> from cooperation.rules.profiles import profile
        >>> profile("core").on(PartialDate(2026)).label
        'core@2026'
        """
        return self.name if self.as_of is None else f"{self.name}@{self.as_of}"

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code of a rule that it names."""
        return (*self.asks, *self.leaves_out, *self.severities)

    def on(self, date: PartialDate) -> Self:
        """The same with the limits of a date."""
        return evolve(self, as_of=date)

    def with_severities(self, severities: Mapping[str, Weight]) -> Self:
        """The same with other severities of some rules."""
        return evolve(self, severities={**self.severities, **severities})

    def severity(self, code: str, stage: Stage) -> Severity | None:
        """How much a finding of this rule weighs at a stage; ``None`` where the rule decides."""
        weight = self.severities.get(code)
        if weight is None or isinstance(weight, Severity):
            return weight
        rank = _STAGES.index(stage)
        held = [weight[start] for start in _STAGES[: rank + 1] if start in weight]
        return held[-1] if held else None

    def of_kind(self, kind: LimitKind[_T]) -> tuple[Limit[_T], ...]:
        """Its limits of a kind, whenever they hold."""
        return self._by_kind.get(kind, ())

    def limits_on(self, kind: LimitKind[_T], date: PartialDate | None, within: Period | None = None) -> tuple[_T, ...]:
        """The values of a limit that may hold on a date: one where that is certain, several where it is not.

        A date that is not known may be bounded, ``within`` a period.
        A profile asked ``as_of`` a date answers for that date.
        """
        when = date if self.as_of is None else self.as_of
        return tuple(limit.value for limit in self.of_kind(kind) if limit.may_hold(when, within))


def names_of(profiles: Iterable[Profile]) -> tuple[str, ...]:
    """The names of profiles, in their order."""
    return tuple(one.name for one in profiles)
