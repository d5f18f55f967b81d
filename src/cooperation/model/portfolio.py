"""A portfolio: the root of every document, and the one who knows how its parts hang together."""

from collections.abc import Iterator
from typing import Self

from attrs import field

from cooperation.display import Shown
from cooperation.errors import InvariantError
from cooperation.model.answer import Answer
from cooperation.model.declare import LanguageCode, check_unique, frozen, language
from cooperation.model.organisations import Organisation
from cooperation.model.partnerships import Participation, Partnership
from cooperation.model.project import Project
from cooperation.model.succession import Succession

__all__ = ["Portfolio", "YearAnswer"]


@frozen(kw_only=True)
class YearAnswer:
    """Which projects run in a year.

    Attributes:
        yes: Those that do.
        no: Those that do not.
        unknown: Those of which it cannot be known.

    """

    yes: tuple[Project, ...]
    no: tuple[Project, ...]
    unknown: tuple[Project, ...]


@frozen(kw_only=True)
class Portfolio(Shown):
    """Projects with the organisations and partnerships they share; a proposal is a portfolio of one.

    Attributes:
        organisations: The register, in the author's order; organisations may also be written where they take part.
        partnerships: Lasting ties in which projects are carried out.
        projects: The projects.
        language: The language of its texts where they do not say.

    Raises:
        InvariantError: Two organisations, partnerships or projects have one id, or one organisation has two values.

    >>> portfolio = Portfolio(projects=(Project(id="mis", title="Environmental education in schools"),))
    >>> portfolio["mis"].title
    'Environmental education in schools'
    >>> len(portfolio), "mis" in portfolio
    (1, True)

    """

    organisations: tuple[Organisation, ...] = ()
    partnerships: tuple[Partnership, ...] = ()
    projects: tuple[Project, ...] = ()
    language: LanguageCode | None = field(default=None, validator=language)

    def __attrs_post_init__(self) -> None:
        check_unique(
            ("organisations", ("organisations",), self.organisations),
            ("partnerships", ("partnerships",), self.partnerships),
            ("projects", ("projects",), self.projects),
        )
        known = {organisation.id: organisation for organisation in self.organisations}
        for path, participation in self._participations():
            found = participation.organisation
            if found is not None and known.setdefault(found.id, found) is not found and known[found.id] != found:
                raise InvariantError(f"organisation {found.id!r} has two values", (*path, "organisation"))

    @classmethod
    def of(cls, *projects: Project) -> Self:
        """A portfolio of these projects, with a register of all the organisations that take part in them."""
        found: dict[str, Organisation] = {}
        for project in projects:
            for organisation in project.organisations:
                found.setdefault(organisation.id, organisation)
        return cls(organisations=tuple(found.values()), projects=projects)

    def __getitem__(self, id: str) -> Project:  # noqa: A002
        for project in self.projects:
            if project.id == id:
                return project
        raise KeyError(id)

    def __contains__(self, id: object) -> bool:  # noqa: A002
        return any(project.id == id for project in self.projects)

    def __iter__(self) -> Iterator[Project]:
        return iter(self.projects)

    def __len__(self) -> int:
        return len(self.projects)

    def organisation(self, id: str) -> Organisation | None:  # noqa: A002
        """The organisation with this id, from the register or from where it takes part."""
        return self._organisations().get(id)

    def partnership(self, id: str) -> Partnership | None:  # noqa: A002
        """The partnership with this id, or ``None``."""
        return next((partnership for partnership in self.partnerships if partnership.id == id), None)

    def lineage(self, organisation_id: str) -> frozenset[str]:
        """The ids of an organisation, of all it came from, and of all that came from it.

        Two that merged are in one line with their successor, but not with each other.
        """
        return Succession(self._organisations().values()).lineage(organisation_id)

    def projects_with(self, organisation_id: str, *, succession: bool = True) -> tuple[Project, ...]:
        """The projects an organisation takes part in, or took part in under another name or before a merger.

        Args:
            organisation_id: Its id.
            succession: Whether those of its predecessors and successors count as its own.

        """
        wanted = self.lineage(organisation_id) if succession else frozenset({organisation_id})
        return tuple(p for p in self.projects if any(o.id in wanted for o in p.organisations))

    def running_in(self, year: int) -> YearAnswer:
        """Which projects run in a calendar year: yes, no, or it cannot be known."""
        answers = [(project, project.runs_in(year)) for project in self.projects]
        yes, no, unknown = (tuple(p for p, a in answers if a is wanted) for wanted in Answer)
        return YearAnswer(yes=yes, no=no, unknown=unknown)

    def predecessors(self, project_id: str) -> tuple[Project, ...]:
        """The projects that this one follows, one step back, named by id or by a nickname."""
        project = next((p for p in self.projects if p.id == project_id), None)
        if project is None:
            return ()
        return tuple(p for p in self.projects if p.id != project_id and _follows(project, p))

    def successors(self, project_id: str) -> tuple[Project, ...]:
        """The projects that follow this one, one step on."""
        return tuple(p for p in self.projects if any(earlier.id == project_id for earlier in self.predecessors(p.id)))

    def find_project(self, name: str) -> Project | None:
        """The project with this id, title or alias, when exactly one has it."""
        found = [project for project in self.projects if project.is_called(name)]
        return found[0] if len(found) == 1 else None

    def _participations(self) -> Iterator[tuple[tuple[str | int, ...], Participation]]:
        for i, partnership in enumerate(self.partnerships):
            for j, member in enumerate(partnership.members):
                yield ("partnerships", i, "members", j), member
        for i, project in enumerate(self.projects):
            for j, partner in enumerate(project.partners):
                yield ("projects", i, "partners", j), partner
            for j, other in enumerate(project.involved):
                yield ("projects", i, "involved", j), other

    def _organisations(self) -> dict[str, Organisation]:
        found = {organisation.id: organisation for organisation in self.organisations}
        for _, participation in self._participations():
            if participation.organisation is not None:
                found.setdefault(participation.organisation.id, participation.organisation)
        return found


def _follows(project: Project, other: Project) -> bool:
    return any(
        continuation.project == other.id
        or (continuation.project is None and continuation.alias is not None and other.is_called(continuation.alias))
        for continuation in project.continuations
    )
