"""The codes under which a project is registered or published."""

import enum

from attrs import field

from cooperation.model.declare import OrganisationId, frozen, identifier
from cooperation.model.organisations import Identifier

__all__ = ["ProjectCode", "ProjectCodeKind"]


class ProjectCodeKind(enum.Enum):
    """What a code of a project is, after the IATI list OtherIdentifierType."""

    IATI = "iati"
    INTERNAL = "internal"
    CRS = "crs"
    FORMER = "former"
    OTHER = "other"

    @property
    def iati_type(self) -> str | None:
        """Its code on the IATI list OtherIdentifierType; ``None`` for the identifier in IATI itself.

        >>> ProjectCodeKind.INTERNAL.iati_type, ProjectCodeKind.IATI.iati_type
        ('A1', None)
        """
        return _IATI_TYPES.get(self)


_IATI_TYPES = {
    ProjectCodeKind.INTERNAL: "A1",
    ProjectCodeKind.CRS: "A2",
    ProjectCodeKind.FORMER: "A3",
    ProjectCodeKind.OTHER: "A9",
}


@frozen(kw_only=True)
class ProjectCode:
    """A code under which a project is registered or published, which stays the same for good.

    The identifier of an activity in IATI begins with an identifier of the organisation that reports it.
    When that organisation gets another identifier the code keeps the old one,
    and ``built_on`` says which that was.

    Attributes:
        code: The whole code, such as ``SE-ON-212000-0662-KP17``.
        kind: What kind of code it is.
        given_by: The organisation that gave it.
        built_on: The identifier of that organisation which the code begins with.

    >>> code = ProjectCode(code="SE-ON-212000-0662-KP17", kind=ProjectCodeKind.IATI, given_by="vaxjo",
    ...                    built_on=Identifier("SE-ON", "212000-0662"))
    >>> code.code.startswith(str(code.built_on))
    True

    """

    code: str = field(validator=identifier)
    kind: ProjectCodeKind | None = None
    given_by: OrganisationId | None = None
    built_on: Identifier | None = None
