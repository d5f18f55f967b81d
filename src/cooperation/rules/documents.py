"""DOC: ids that lead nowhere, and allowances that do."""

import functools
from collections.abc import Iterator
from typing import Any, TypeAlias

from cooperation import codelists
from cooperation.codelists import nearest
from cooperation.diagnostics import Allowance, Missing, Nature, Path, Severity
from cooperation.model import (
    Objective,
    Organisation,
    OrganisationName,
    Participation,
    Place,
    Portfolio,
    Programme,
    Project,
    Source,
    Stage,
    Translated,
)
from cooperation.model.structure import fields_of
from cooperation.rules._context import Context
from cooperation.rules._naming import Naming, Stranger
from cooperation.rules._rule import NOT_APPLICABLE, Fail, Outcome, Rule, Unknown, rule
from cooperation.rules.profiles import PROFILES

__all__ = ["RULES"]

# What only a whole portfolio can tell.
_SHARED = ("organisation", "partnership", "unit", "place")


@rule("DOC020", nature=Nature.WEAKNESS, severity=Severity.WARNING, since=Stage.SUMMARY)
def allowance_without_effect(allowance: Allowance, context: Context) -> Iterator[Outcome]:
    """An allowance silences nothing.

    Why: What it excused is mended, or was never there; left in place it would hide the next fault of that kind.
    Fix: Remove it, or correct the place it names.

    Example:
        allowances: [{rule: LOG001, reason: Both outcomes were agreed with the donor}]   # and there is one outcome
    Source: own, a rule of consistency proposed here
    """
    if allowance.rule not in context.asked:
        yield NOT_APPLICABLE
    elif allowance not in context.silencing:
        where = f" at {allowance.at}" if allowance.at else ""
        yield Fail(f"there is no finding of {allowance.rule}{where} to allow")


@rule("DOC021", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def allowance_of_an_unknown_rule(allowance: Allowance, context: Context) -> Iterator[Outcome]:
    """An allowance names a rule that does not exist.

    Why: It silences nothing, and whoever wrote it believes that it does.
    Fix: Write the code that stands in the report.

    Example:
        allowances: [{rule: LOG0O1, reason: Both outcomes were agreed with the donor}]
    Source: own, a rule of consistency proposed here
    """
    if allowance.rule not in context.known:
        near = nearest(allowance.rule, context.known, limit=1)
        hint = f" (did you mean {near[0]!r}?)" if near else ""
        yield Fail(f"there is no rule {allowance.rule!r}{hint}", at=("rule",))


@rule("DOC022", nature=Nature.CONTRADICTION, severity=Severity.ERROR)
def unresolved_reference(root: Portfolio | Project, context: Context) -> Iterator[Outcome]:
    """An id names a part that does not exist.

    Why: Whatever was to be looked up there is lost: a partner, an output, a place.
    Fix: Write the id of a part of this document, or add the part.

    Example:
        plan: {activities: [{id: workshop, title: Workshop, responsible: vaxj}]}
    Source: own, a rule of consistency proposed here
    """
    base = 0 if context.portfolio is root or context.here is None else len(context.here.path)
    found = [*_in_no_register(context), *_unresolved(context)]
    # Class by class is quick, but a report tells what is missing in the order of the document.
    for one, said, what in sorted(found, key=lambda told: told[0].spot.order):
        at: Path = (*one.spot.path[base:], *one.at)
        if what in _SHARED and context.portfolio is None:
            yield Unknown(Missing(at, f"the portfolio in which {what} {one.id!r} may stand"))
        else:
            yield Fail(said, at=at)


_Found: TypeAlias = tuple[Stranger, str, str | None]
"""An id that leads nowhere, what is said of it, and what kind of part it should be one of."""


def _in_no_register(context: Context) -> Iterator[_Found]:
    listed = context.register.listed_ids
    for spot in context.spots.get(Participation, ()):
        organisation = spot.node.organisation
        if organisation is not None and organisation.id not in listed and organisation.is_bare:
            said = f"organisation {organisation.id!r} is in no register"
            yield Stranger(spot, ("organisation",), organisation.id), said, None


def _unresolved(context: Context) -> Iterator[_Found]:
    for cls, spots in context.spots.items():
        for naming, kind in _referring(cls):
            for one in naming.strangers(spots, context.declared[kind]):
                what = kind.replace("-", " ")
                yield one, f"there is no {what} {one.id!r}", what


@functools.cache
def _referring(cls: Any) -> tuple[tuple[Naming, str], ...]:
    """The fields of a class that name another part, but for projects, which may lie outside the portfolio.

    A step of the logframe has a rule of its own.
    """
    return tuple(
        (Naming.of(shape), shape.refers)
        for shape in fields_of(cls)
        if shape.refers is not None
        and shape.refers != "project"
        and not (cls is Objective and shape.name == "contributes_to")
    )


@rule("DOC023", nature=Nature.WEAKNESS, severity=Severity.INFO, since=Stage.SUMMARY)
def code_off_an_incomplete_list(
    holder: Organisation | OrganisationName | Place | Portfolio | Source | Translated, context: Context
) -> Iterator[Outcome]:
    """A country or a language has a code that its list does not know.

    Why: These lists are not complete, so the code may be right; more often it is a slip, and a reader will not find it.
    Fix: Correct the code, or leave it if it is meant.

    Example:
        organisations: [{id: vaxjo, name: Växjö, country: SW}]
    Source: iati-codes, https://github.com/IATI/IATI-Codelists-NonEmbedded (the lists Country and Language)
    """
    del context  # the code alone is looked at
    asked = False
    for at, codelist, code in _codes(holder):
        asked = True
        # A region or a script behind the language is no matter of the list.
        if not _is_known(codelist, code.partition("-")[0]):
            yield Fail(f"{codelist.lower()} {code!r} is not on the list {codelist}, which is not complete", at=at)
    if not asked:
        yield NOT_APPLICABLE


@rule("DOC024", nature=Nature.CONTRADICTION, severity=Severity.WARNING)
def profile_that_does_not_exist(programme: Programme, _context: Context) -> Iterator[Outcome]:
    """A programme names a profile of rules that does not exist.

    Why: The proposal is asked the core instead, and its authors believe that the programme's own rules were asked.
    Fix: Write the name of a profile that comes along, or leave the profile out.

    Example:
        project: {id: wells, title: Wells, programme: {name: Municipal Partnership, profile: icdl}}
    Source: own, a rule of consistency proposed here
    """
    if programme.profile is None:
        yield NOT_APPLICABLE
    elif programme.profile not in PROFILES:
        near = nearest(programme.profile, PROFILES, limit=1)
        hint = f" (did you mean {near[0]!r}?)" if near else ""
        yield Fail(f"there is no profile {programme.profile!r}{hint}", at=("profile",))


@functools.lru_cache
def _is_known(codelist: str, code: str) -> bool:
    return codelists.codelist(codelist).knows(code) is not None


def _codes(holder: object) -> Iterator[tuple[Path, str, str]]:
    """The codes of incomplete lists that a value holds itself, each with its place and its list."""
    if isinstance(holder, Translated):
        yield from (((), "Language", language) for language in holder.languages)
        return
    for name, codelist in _coded(type(holder)):  # type: ignore[arg-type]  # every class is hashable
        held = getattr(holder, name)
        if isinstance(held, tuple):
            yield from (((name, i), codelist, code) for i, code in enumerate(held))
        elif held is not None:
            yield (name,), codelist, held


@functools.cache
def _coded(cls: Any) -> tuple[tuple[str, str], ...]:
    return tuple((one.name, one.codelist) for one in fields_of(cls) if one.codelist in ("Country", "Language"))


RULES: tuple[Rule, ...] = (
    allowance_without_effect,
    allowance_of_an_unknown_rule,
    unresolved_reference,
    code_off_an_incomplete_list,
    profile_that_does_not_exist,
)
