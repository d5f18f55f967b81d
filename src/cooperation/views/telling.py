"""The words of a view: names instead of ids, and values, dates and amounts as people say them."""

import enum
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from attrs import frozen

from cooperation import codelists
from cooperation.model import (
    Indicator,
    Measure,
    NameKind,
    Number,
    Observation,
    Organisation,
    Participation,
    Period,
    Portfolio,
    Project,
    Stage,
    Text,
    text_in,
)

__all__ = ["UNKNOWN", "Teller", "amount", "joined", "some", "word"]

UNKNOWN = "unknown"


def word(value: enum.Enum | None) -> str:
    """The word of a list as people write it; an unknown one is said to be unknown.

    >>> from cooperation.model import Level
    >>> word(Level.INTERMEDIATE_OUTCOME), word(None)
    ('intermediate outcome', 'unknown')
    """
    return UNKNOWN if value is None else str(value.value).replace("-", " ")


def joined(words: Iterable[str]) -> str:
    """Words as a list in a sentence.

    >>> joined(["one", "two", "three"])
    'one, two and three'
    """
    *before, last = list(words) or [""]
    return f"{', '.join(before)} and {last}" if before else last


def some(number: int, noun: str, plural: str | None = None) -> str:
    """A number of things.

    >>> some(1, "project"), some(0, "activity", "activities")
    ('1 project', '0 activities')
    """
    return f"{number} {noun if number == 1 else plural or f'{noun}s'}"


def amount(currency: str, number: Decimal) -> str:
    """A sum of money; a total may be larger than any amount that a document could state."""
    return f"{number:,} {currency}".replace(",", " ")


@frozen(kw_only=True)
class Teller:
    """Somebody who knows the names in a portfolio and a language to say them in.

    Attributes:
        portfolio: Where names are looked up.
        project: The project that is told, if it is one.
        language: The language that texts are told in where they have it.

    """

    portfolio: Portfolio
    project: Project | None = None
    language: str

    @classmethod
    def of(cls, x: Project | Portfolio, *, within: Portfolio | None = None, language: str | None = None) -> "Teller":
        """Who tells of a project or a portfolio, in the language asked for or else in the portfolio's."""
        if isinstance(x, Portfolio):
            return cls(portfolio=x, language=language or x.language or "")
        register = within if within is not None else Portfolio.of(x)
        return cls(portfolio=register, project=x, language=language or register.language or "")

    def text(self, text: Text | None) -> str:
        """A text in the language, or that it is unknown."""
        return UNKNOWN if text is None else text_in(text, self.language)

    @property
    def none(self) -> str:
        """What an empty list means: a summary leaves things out, anything else has none."""
        return "unknown: the summary says nothing of it" if self._is_of_a_summary else "none"

    @property
    def nothing(self) -> str:
        """What an empty list means, in the cell of a table."""
        return UNKNOWN if self._is_of_a_summary else "none"

    @property
    def _is_of_a_summary(self) -> bool:
        return self.project is not None and self.project.stage is Stage.SUMMARY

    # ---- names ---------------------------------------------------------------------------------------------------

    def name(self, organisation: Organisation) -> str:
        """What an organisation is called, or that nobody named it."""
        if organisation.name is not None:
            return self.text(organisation.name)
        kind = "organisation" if organisation.kind is None else word(organisation.kind)
        return f"unnamed {kind} ({organisation.id})"

    def short_name(self, organisation: Organisation) -> str:
        """The short name of an organisation where it has one, and without the id of one that has none."""
        short = next((name.text for name in organisation.names if name.kind is NameKind.SHORT), None)
        return short or self.name(organisation).removesuffix(f" ({organisation.id})")

    def organisation(self, id: str) -> str:  # noqa: A002
        """What the organisation with this id is called; the id where the document does not have it."""
        own = self.project.organisations if self.project is not None else ()
        found = next((one for one in own if one.id == id), None) or self.portfolio.organisation(id)
        return id if found is None else self.name(found)

    def organisations(self, ids: Iterable[str]) -> str:
        """What several organisations are called."""
        return joined(map(self.organisation, ids))

    def participant(self, one: Participation) -> str:
        """What somebody who takes part is called, or what is known of them."""
        if one.organisation is not None:
            return self.name(one.organisation)
        return f"{self.description(one)} (not named)"

    def description(self, one: Participation) -> str:
        """What is known of somebody whom nobody named."""
        if one.description is not None:
            return self.text(one.description)
        return "somebody" if one.of_kind is None else word(one.of_kind)

    def short_participant(self, one: Participation) -> str:
        """As ``participant``, by the short name where there is one."""
        return self.participant(one) if one.organisation is None else self.short_name(one.organisation)

    def place(self, id: str) -> str:  # noqa: A002
        """What a place is called."""
        organisations = self.project.organisations if self.project is not None else ()
        places = [place for organisation in organisations for place in organisation.places]
        if self.project is not None:
            places += self.project.framing.places
        name = next((place.name for place in places if place.id == id), None)
        return id if name is None else self.text(name)

    def target_group(self, id: str) -> str:  # noqa: A002
        """What a target group is called."""
        groups = self.project.framing.target_groups if self.project is not None else ()
        name = next((group.name for group in groups if group.id == id), None)
        return id if name is None else self.text(name)

    def country(self, code: str | None) -> str:
        """What a country is called."""
        if code is None:
            return "country unknown"
        found = codelists.country.get(code)
        return code if found is None else found.name

    # ---- values --------------------------------------------------------------------------------------------------

    def period(self, period: Period | None) -> str:
        """When something is, with what of it nobody knows.

        >>> from cooperation.model import Length
        >>> Teller(portfolio=Portfolio(), language="en").period(Period(length=Length(years=2)))
        '2 years; when is unknown'
        """
        if period is None:
            return "when is unknown"
        if period.is_placed:
            return str(period)
        if period.within is not None:
            return f"{str(period).replace(', within', ' within')}; exactly when is unknown"
        if period.start is not None:
            return f"{period}; the end is unknown"
        return f"{period}; when is unknown" if period.end is None else f"{period}; the start is unknown"

    def brief_period(self, period: Period | None) -> str:
        """When something is, in a table: the length of what has both ends says nothing more."""
        if period is None:
            return UNKNOWN
        if period.start is not None and period.end is not None:
            return str(Period(start=period.start, end=period.end))
        return self.period(period) if period.within is None else str(period).replace(", within", " within")

    def observation(self, observation: Observation | None, indicator: Indicator) -> str:
        """A value with its time and place, as far as they are known."""
        if observation is None:
            return UNKNOWN
        said = UNKNOWN if observation.value is None else str(observation.value)
        if indicator.measure is Measure.PERCENTAGE and isinstance(observation.value, Number):
            said += " %"
        around = list(self._around(observation))
        return f"{said} ({', '.join(around)})" if around else said

    def _around(self, observation: Observation) -> Iterator[str]:
        if observation.date is not None:
            yield str(observation.date)
        elif observation.period is not None:
            yield self.period(observation.period)
        if observation.unit is not None:
            yield self.text(observation.unit)
        if observation.partner is not None:
            yield self.organisation(observation.partner)
        if observation.place is not None:
            yield self.place(observation.place)
        if observation.population is not None:
            yield self.text(observation.population)
        for part in observation.parts:
            groups = " ".join(category.category for category in part.of)
            yield f"{groups} {UNKNOWN if part.value is None else part.value}"

    def indicator(self, indicator: Indicator) -> str:
        """What an indicator measures, and from where to where."""
        about = [] if indicator.unit is None else [f"in {self.text(indicator.unit)}"]
        if indicator.direction is not None:
            about.append(f"to {word(indicator.direction)}")
        head = ", ".join([self.text(indicator.statement), *about])
        steps = [f"baseline {self.observation(indicator.baseline, indicator)}"]
        steps += [f"milestone {self.observation(one, indicator)}" for one in indicator.milestones]
        steps += [f"target {self.observations(indicator.targets, indicator)}"]
        said = f"{head}: {' → '.join(steps)}"
        if indicator.actuals:
            said += f"; found {self.observations(indicator.actuals, indicator)}"
        if indicator.verification:
            said += f"; shown by {joined(self.text(source) for source in indicator.verification)}"
        return said

    def observations(self, observations: Sequence[Observation], indicator: Indicator) -> str:
        """Several values; unknown where there are none."""
        return joined(self.observation(one, indicator) for one in observations) if observations else UNKNOWN
