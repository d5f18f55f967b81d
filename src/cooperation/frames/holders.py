"""What rows can be made of: one project, one portfolio, or any number of either."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from cooperation.model import Organisation, Portfolio, Project

__all__ = ["Projects", "organisations_of", "projects_of", "with_portfolios"]

Projects: TypeAlias = Project | Portfolio | Iterable[Project | Portfolio]
"""What rows are made of: a project, a portfolio, or several of either, perhaps read one after the other."""


def with_portfolios(x: Projects) -> Iterator[tuple[Project, Portfolio | None]]:
    """Each project, with its portfolio where that is known.

    Raises:
        TypeError: It is neither of them, nor several of them.

    """
    for one in _several(x):
        if isinstance(one, Portfolio):
            for project in one.projects:
                yield project, one
        else:
            yield one, None


def projects_of(x: Projects) -> Iterator[Project]:
    """Each project, in order.

    Raises:
        TypeError: It is neither of them, nor several of them.

    """
    return (project for project, _ in with_portfolios(x))


def organisations_of(x: Projects) -> Iterator[Organisation]:
    """Each organisation once: those of the register, then those written where they take part."""
    seen: dict[str, list[Organisation]] = {}
    for one in _several(x):
        for organisation in _told_in(one):
            known = seen.setdefault(organisation.id, [])
            # Two portfolios may know different things of one organisation, and neither is more right.
            if not any(organisation is other or organisation == other for other in known):
                known.append(organisation)
                yield organisation


def _told_in(one: Project | Portfolio) -> Iterator[Organisation]:
    if isinstance(one, Project):
        yield from one.organisations
        return
    yield from one.organisations
    for member in (member for partnership in one.partnerships for member in partnership.members):
        if member.organisation is not None:
            yield member.organisation
    for project in one.projects:
        yield from project.organisations


def _several(x: Projects) -> Iterator[Project | Portfolio]:
    if isinstance(x, (Project, Portfolio)):
        yield x
        return
    for one in _iterable(x):
        if not isinstance(one, (Project, Portfolio)):
            raise TypeError(f"rows are made of projects and portfolios, not of {type(one).__name__}")
        yield one


def _iterable(x: object) -> Iterable[object]:
    if isinstance(x, Iterable):
        return x
    raise TypeError(f"rows are made of a project, a portfolio, or several of them, not of {type(x).__name__}")
