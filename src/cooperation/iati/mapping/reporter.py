"""Who publishes, where the documents do not say it."""

from typing import Any

import attrs

from cooperation.iati.mapping.parties import identifier_of
from cooperation.model import Identifier, Organisation, Portfolio, Project, ProjectCode, ProjectCodeKind

__all__ = ["Reporter", "reported_by"]


@attrs.frozen
class Reporter:
    """The organisation that publishes, and the identifier under which it is known as a publisher.

    A project that has no code of the kind ``iati`` is published under this identifier with its id behind it, as the
    standard recommends.

    Attributes:
        organisation: Its id in the document.
        identifier: Its identifier.

    >>> Reporter("vaxjo", Identifier("SE-ON", "212000-0662")).code_of("energy-plan").code
    'SE-ON-212000-0662-energy-plan'

    """

    organisation: str
    identifier: Identifier

    @classmethod
    def of(cls, words: str) -> "Reporter":
        """The reporter that an id and an identifier with ``=`` between them name.

        Raises:
            ValueError: There is no ``=``, or what stands behind it is no identifier.

        >>> Reporter.of("vaxjo=SE-ON-212000-0662").identifier.scheme
        'SE-ON'
        """
        organisation, _, said = words.partition("=")
        identifier = identifier_of(said)
        if not organisation or identifier is None:
            raise ValueError(
                f"{words!r} names no reporter: an organisation's id, = and its identifier, such as"
                " vaxjo=SE-ON-212000-0662"
            )
        return cls(organisation, identifier)

    def code_of(self, project: str) -> ProjectCode:
        """The code under which it publishes a project of this id."""
        return ProjectCode(
            code=f"{self.identifier}-{project}",
            kind=ProjectCodeKind.IATI,
            given_by=self.organisation,
            built_on=self.identifier,
        )


def reported_by(reporter: Reporter | None, single: Portfolio) -> Portfolio:
    """A portfolio of one project, with what its reporter says of it; as it is where it has a code of its own."""
    (project,) = single.projects
    if reporter is None or any(code.kind is ProjectCodeKind.IATI for code in project.codes):
        return single

    def known(organisation: Organisation | None) -> Organisation | None:
        if organisation is None or organisation.id != reporter.organisation:
            return organisation
        others = (one for one in organisation.identifiers if one != reporter.identifier)
        return attrs.evolve(organisation, identifiers=(reporter.identifier, *others))

    def seated(parts: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(attrs.evolve(part, organisation=known(part.organisation)) for part in parts)

    changed: Project = attrs.evolve(
        project,
        codes=(*project.codes, reporter.code_of(project.id)),
        partners=seated(project.partners),
        involved=seated(project.involved),
    )
    return attrs.evolve(
        single,
        organisations=tuple(filter(None, map(known, single.organisations))),
        partnerships=tuple(attrs.evolve(one, members=seated(one.members)) for one in single.partnerships),
        projects=(changed,),
    )
