"""The model as a family of values that rules are asked of: each project has surroundings of its own."""

import functools

import attrs

from cooperation.model import Logframe, Organisation, Portfolio, Project, Stage
from cooperation.model.structure import fields_of
from cooperation.rules._context import Context, Register
from cooperation.rules._realm import Asked, Part, Realm, Setting
from cooperation.rules._selection import profile_of
from cooperation.rules._surroundings import Surroundings
from cooperation.rules.profiles import CORE

__all__ = ["MODEL"]


def _set_out(root: object, asked: Asked) -> Setting:
    portfolio = root if isinstance(root, Portfolio) else None
    register = Register(portfolio)
    partnerships = getattr(portfolio, "partnerships", ())
    shared = Context(
        stage=asked.stage or _earliest(portfolio),
        today=asked.today,
        portfolio=portfolio,
        logframe=root if isinstance(root, Logframe) else None,
        register=register,
        profile=asked.profile or CORE,
    )
    organisations: set[str] = set()

    def project(node: Project, _: Surroundings) -> Context:
        return Context(
            stage=asked.stage or getattr(node, "stage", None) or Stage.PROPOSAL,
            today=asked.today,
            portfolio=portfolio,
            project=node,
            register=register,
            profile=asked.profile or profile_of(node, partnerships),
        )

    def organisation(node: Organisation, around: Surroundings) -> Surroundings | None:
        own = getattr(node, "id", None)
        if own in organisations:
            return None
        if own is not None:
            organisations.add(own)
        return around

    return Setting(shared, {Project: project, Organisation: organisation})


def _earliest(portfolio: Portfolio | None) -> Stage:
    # What projects share is asked no more than the least finished of them.
    # Where something could not be read, a field has no value.
    held = () if portfolio is None else getattr(portfolio, "projects", ())
    stages = {getattr(project, "stage", None) or Stage.PROPOSAL for project in held}
    return next((stage for stage in Stage if stage in stages), Stage.PROPOSAL)


@functools.cache
def _is_of(cls: type) -> bool:
    return attrs.has(cls) and any(base.__module__.startswith("cooperation.model") for base in cls.__mro__)


def _parts(cls: type) -> tuple[Part, ...]:
    return tuple(Part(shape.name, shape.holds) for shape in fields_of(cls) if shape.is_part)


@functools.cache
def _is_met(cls: type) -> bool:
    return any(shape.refers is not None for shape in fields_of(cls))


MODEL = Realm(
    called="a Portfolio, Project or a part of one",
    whole=Portfolio,
    is_of=_is_of,
    parts=_parts,
    is_met=_is_met,
    set_out=_set_out,
)
"""The values of ``cooperation.model``."""
