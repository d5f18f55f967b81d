"""What a rule is: a small function with the facts about it, whose docstring is its page."""

import enum
import functools
import inspect
import re
import types
import typing
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from attrs import field, frozen

from cooperation.diagnostics import Missing, Nature, Page, Path, Severity
from cooperation.model import Logframe, Objective, Project, Stage
from cooperation.rules._context import Context

__all__ = ["NOT_APPLICABLE", "Fail", "Function", "Outcome", "Rule", "Unknown", "levels_missing", "rule"]


class _NotApplicable(enum.Enum):
    NOT_APPLICABLE = "not applicable"


NOT_APPLICABLE = _NotApplicable.NOT_APPLICABLE
"""What a rule yields for a part it has nothing to say about."""


@frozen
class Fail:
    """What a rule yields for a fault.

    Attributes:
        message: What was found, as a fact, with the values concerned.
        at: Where, from the node on.
        help: How to mend it; the rule's ``Fix`` where nothing is said.
        severity: How much it weighs, where that differs from the rule's own.

    """

    message: str
    at: Path = field(default=(), kw_only=True)
    help: str | None = field(default=None, kw_only=True)
    severity: Severity | None = field(default=None, kw_only=True)


@frozen(init=False)
class Unknown:
    """What a rule yields where an input is missing.

    Attributes:
        missing: The inputs, with paths from the node on.
        of: The class of the enclosing value that the paths start from instead, such as ``Project``.

    """

    missing: tuple[Missing, ...]
    of: type | None

    def __init__(self, *missing: Missing, of: type | None = None) -> None:
        self.__attrs_init__(missing, of)


Outcome: TypeAlias = Fail | Unknown | _NotApplicable
"""What a rule may yield; a rule that yields nothing has found nothing wrong with the node."""


def levels_missing(objectives: Iterable[Objective], context: Context) -> Unknown:
    """That the levels of these objectives would have to be known."""
    home = ("logframe",) if context.project is not None else ()
    return Unknown(
        *(
            Missing((*home, "objectives", context.places[o.id], "level"), "the level of the objective")
            for o in objectives
        ),
        of=Logframe if context.project is None else Project,
    )


Function: TypeAlias = Callable[[Any, Any], Iterable[Outcome]]
"""What looks at one value in its surroundings, and says what it found."""

_STAGES = tuple(Stage)


@frozen(kw_only=True, eq=False)
class Rule:
    """A rule: what it looks at, when it is asked, and the function that looks.

    Attributes:
        code: Its code, such as ``LOG003``.
        name: Its name, which names the fault.
        nature: What kind of fault it looks for.
        severity: How much a finding weighs.
        nodes: The classes whose values it looks at.
        function: The function that looks at one value.
        catalogue: Its ids in the rule catalogue.
        since: The first stage at which it is asked.
        by_stage: Other severities from a stage on.
        needs: The class of an enclosing value without which it can judge nothing.
        given: The field without which it does not apply.
        by_profile: Whether it is asked only where a profile names it.
        wording: Whether it only looks for words, so that a finding is a hint and never more than an info.

    """

    code: str
    name: str
    nature: Nature
    severity: Severity
    nodes: tuple[type, ...] = field(repr=False)
    function: Function = field(repr=False)
    catalogue: tuple[str, ...] = field(default=(), repr=False)
    since: Stage = field(default=Stage.PROPOSAL, repr=False)
    by_stage: tuple[tuple[Stage, Severity], ...] = field(default=(), repr=False)
    needs: type | None = field(default=None, repr=False)
    given: str | None = field(default=None, repr=False)
    by_profile: bool = field(default=False, repr=False)
    wording: bool = field(default=False, repr=False)

    def is_asked_at(self, stage: Stage) -> bool:
        """Whether it is asked of a document at this stage."""
        return _STAGES.index(stage) >= _STAGES.index(self.since)

    def severity_at(self, stage: Stage) -> Severity:
        """How much a finding weighs at this stage."""
        rank = _STAGES.index(stage)
        held = [severity for start, severity in self.by_stage if _STAGES.index(start) <= rank]
        return held[-1] if held else self.severity

    @property
    def page(self) -> Page:
        """Its page, read from the function's docstring."""
        return _page(self)


def rule(  # noqa: PLR0913  # all that is to be said of a rule, each by its name
    code: str,
    *,
    nature: Nature,
    severity: Severity,
    catalogue: str | tuple[str, ...] = (),
    since: Stage | None = None,
    by_stage: Mapping[Stage, Severity] | None = None,
    needs: type | None = None,
    given: str | None = None,
    by_profile: bool = False,
) -> Callable[[Function], Rule]:
    """Make a rule of a function whose first parameter is annotated with what it looks at.

    Args:
        code: Its code: the letters of its family and three digits, never used before.
        nature: What kind of fault it looks for; a contradiction is one at every stage, the rest from a proposal on.
        severity: How much a finding weighs.
        catalogue: Its ids in the rule catalogue.
        since: The first stage at which it is asked, where the nature does not tell.
        by_stage: Other severities from a stage on.
        needs: The class of an enclosing value, such as ``Project``, without which it can judge nothing.
        given: The field of the value, if there is one, without which the rule does not apply: where it is ``None`` or
            empty the function is not even called, which is quicker than to yield ``NOT_APPLICABLE``.
        by_profile: Whether it is asked only where a profile names it, as what rests on one donor's instructions is.

    """
    first = Stage.SUMMARY if nature is Nature.CONTRADICTION else Stage.PROPOSAL

    def made(function: Function) -> Rule:
        return Rule(
            code=code,
            name=function.__name__.replace("_", "-"),
            nature=nature,
            severity=severity,
            nodes=_nodes(function),
            function=function,
            catalogue=(catalogue,) if isinstance(catalogue, str) else catalogue,
            since=since or first,
            by_stage=tuple(sorted((by_stage or {}).items(), key=lambda item: _STAGES.index(item[0]))),
            needs=needs,
            given=given,
            by_profile=by_profile,
        )

    return made


def _nodes(function: Function) -> tuple[type, ...]:
    first = next(iter(inspect.signature(function).parameters))
    annotation = typing.get_type_hints(function)[first]
    options = typing.get_args(annotation) if isinstance(annotation, types.UnionType) else (annotation,)
    return tuple(options)


_SECTION = re.compile(r"^(Why|Fix|Example|Source):[ \n]", re.MULTILINE)


@functools.cache
def _page(made: Rule) -> Page:
    # Python run with -OO has no docstrings: then a page is empty, and every rule still judges.
    text = inspect.getdoc(made.function) or ""
    title, *rest = _SECTION.split(text)
    sections = {name: body.strip("\n") for name, body in zip(rest[::2], rest[1::2], strict=True)}
    return Page(
        code=made.code,
        name=made.name,
        title=_flowing(title),
        why=_flowing(sections.get("Why", "")),
        fix=_flowing(sections.get("Fix", "")),
        example=inspect.cleandoc("\n" + sections.get("Example", "")),
        source=_flowing(sections.get("Source", "")),
        severity=made.severity,
        nature=made.nature,
        catalogue=made.catalogue,
    )


def _flowing(text: str) -> str:
    return " ".join(text.split())
