"""A project with what it names: the organisations, and the partnership it is carried out in."""

from collections.abc import Iterable

from cooperation.model import Organisation, Partnership, Portfolio, Project
from cooperation.model.structure import references, walk

__all__ = ["alone"]


def alone(project: Project, within: Portfolio | None) -> Portfolio:
    """A portfolio of this project only, with all of its surroundings that it names.

    >>> from cooperation import load_example
    >>> portfolio = load_example("vaxjo")
    >>> single = alone(portfolio["sekos"], portfolio)
    >>> len(single), len(single.organisations) < len(portfolio.organisations)
    (1, True)
    """
    if within is None:
        return Portfolio.of(project)
    partnership = None if project.partnership is None else within.partnership(project.partnership)
    partnerships = () if partnership is None else (partnership,)
    wanted = _named((project, *partnerships), within)
    listed = {organisation.id for organisation in within.organisations}
    found = tuple(o for o in within.organisations if o.id in wanted)
    # Those that take part without standing in the register.
    found += tuple(o for o in wanted.values() if o.id not in listed)
    return Portfolio(organisations=found, partnerships=partnerships, projects=(project,), language=within.language)


def _named(parts: Iterable[Project | Partnership], within: Portfolio) -> dict[str, Organisation]:
    found: dict[str, Organisation] = {}
    waiting: list[object] = list(parts)
    while waiting:
        for _, node in walk(waiting.pop()):
            held = [node] if isinstance(node, Organisation) else []
            ids = (one.id for one in references(node) if one.kind == "organisation")
            held += [known for known in map(within.organisation, ids) if known is not None]
            for organisation in held:
                if organisation.id not in found:
                    found[organisation.id] = organisation
                    waiting.append(organisation)
    return found
