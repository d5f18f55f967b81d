"""PAR: organisations that are called by what they were."""

from collections.abc import Iterator

from cooperation.model import Participation
from cooperation.rules._context import Context
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule
from cooperation.rules.wording._reading import Reading, read, wording
from cooperation.rules.words import tokens

__all__ = ["RULES"]


@wording("PAR005", catalogue="P05")
def former_name_hides_merger(participation: Participation, context: Context) -> Iterator[Outcome]:
    """A partner is called the former name of one body, and came of several.

    Why: Whoever reads "former Tlokwe" believes in a change of name, and never looks for what the others had agreed.
    Fix: Name all that it came of, or say that it came of a merger.

    Example:
        organisations:
          - {id: jb-marks, name: JB Marks, events: [{kind: merger, predecessors: [tlokwe, ventersdorp]}]}
        project:
          partners:
            - {organisation: jb-marks, description: NW405 Municipality (former Tlokwe City Council)}
    Source: seed, the texts of ten municipal projects that this library starts from
    """
    organisation = participation.organisation
    before = () if organisation is None else _merged(organisation.id, context)
    if not before:
        yield NOT_APPLICABLE
        return

    def judge(reading: Reading) -> Fail | None:
        said = reading.lexicon.former.found(reading.words)
        named = [one for one in before if _is_named(one, reading, context)]
        if not said or len(named) != 1:
            return None
        told = f"{said[0]!r} and {named[0]!r} hide that it came of {len(before)} ({reading.language})"
        return Fail(told, at=("description",))

    yield from read(participation.description, context, judge)


def _merged(name: str, context: Context) -> tuple[str, ...]:
    """The bodies that an organisation came of, where they were several."""
    # Where it takes part it may be bare; the register knows its history.
    known = context.register.organisations.get(name)
    held = () if known is None else known.events
    found = tuple(dict.fromkeys(one for event in held for one in event.predecessors))
    return found if len(found) > 1 else ()


def _is_named(name: str, reading: Reading, context: Context) -> bool:
    known = context.register.organisations.get(name)
    names = [name] if known is None else [name, str(known.name or ""), *(str(other.text) for other in known.names)]
    # The first word tells one body from another; the rest says what kind it is.
    return any(tokens(one)[:1] == (word,) for one in names for word in reading.words if one)


RULES: tuple[Rule, ...] = (former_name_hides_merger,)
