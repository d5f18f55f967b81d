"""Organisations, partnerships, people and places."""

from typing import Any

from hypothesis.strategies import SearchStrategy

from cooperation.model import (
    Agreement,
    GenderSplit,
    Identifier,
    Organisation,
    OrganisationEvent,
    OrganisationName,
    OrganisationUnit,
    ParticipantGroup,
    Participation,
    Partnership,
    Place,
    Post,
    Programme,
    Team,
)
from cooperation.testing._engine import drawn

__all__ = [
    "agreements",
    "gender_splits",
    "identifiers",
    "organisation_events",
    "organisation_names",
    "organisation_units",
    "organisations",
    "participant_groups",
    "participations",
    "partnerships",
    "places",
    "posts",
    "programmes",
    "teams",
]


def agreements(**fields: SearchStrategy[Any]) -> SearchStrategy[Agreement]:
    """Any ``Agreement``. What the partners have signed."""
    return drawn(Agreement, fields)


def gender_splits(**fields: SearchStrategy[Any]) -> SearchStrategy[GenderSplit]:
    """Any ``GenderSplit``. How many women, men and others there are, as far as it is stated."""
    return drawn(GenderSplit, fields)


def identifiers(**fields: SearchStrategy[Any]) -> SearchStrategy[Identifier]:
    """Any ``Identifier``. A code that a register gives an organisation."""
    return drawn(Identifier, fields)


def organisation_events(**fields: SearchStrategy[Any]) -> SearchStrategy[OrganisationEvent]:
    """Any ``OrganisationEvent``.

    A change in the life of an organisation, told at the organisation that came out of it.
    """
    return drawn(OrganisationEvent, fields)


def organisation_names(**fields: SearchStrategy[Any]) -> SearchStrategy[OrganisationName]:
    """Any ``OrganisationName``. A name an organisation has, had, or is called by."""
    return drawn(OrganisationName, fields)


def organisation_units(**fields: SearchStrategy[Any]) -> SearchStrategy[OrganisationUnit]:
    """Any ``OrganisationUnit``. A department, office or centre of an organisation."""
    return drawn(OrganisationUnit, fields)


def organisations(**fields: SearchStrategy[Any]) -> SearchStrategy[Organisation]:
    """Any ``Organisation``. A municipality, company, university or any other body, known perhaps by its id alone."""
    return drawn(Organisation, fields)


def participant_groups(**fields: SearchStrategy[Any]) -> SearchStrategy[ParticipantGroup]:
    """Any ``ParticipantGroup``. People who take part in the work itself, apart from the target groups it is for."""
    return drawn(ParticipantGroup, fields)


def participations(**fields: SearchStrategy[Any]) -> SearchStrategy[Participation]:
    """Any ``Participation``. That an organisation takes part, or only that some organisation of a kind does."""
    return drawn(Participation, fields)


def partnerships(**fields: SearchStrategy[Any]) -> SearchStrategy[Partnership]:
    """Any ``Partnership``. A lasting tie between organisations, in which projects are carried out."""
    return drawn(Partnership, fields)


def places(**fields: SearchStrategy[Any]) -> SearchStrategy[Place]:
    """Any ``Place``. A place something happens in."""
    return drawn(Place, fields)


def posts(**fields: SearchStrategy[Any]) -> SearchStrategy[Post]:
    """Any ``Post``. A seat in a team, filled by one person or several of the same kind."""
    return drawn(Post, fields)


def programmes(**fields: SearchStrategy[Any]) -> SearchStrategy[Programme]:
    """Any ``Programme``. The funding programme a partnership works in."""
    return drawn(Programme, fields)


def teams(**fields: SearchStrategy[Any]) -> SearchStrategy[Team]:
    """Any ``Team``. Those who carry out or steer the work."""
    return drawn(Team, fields)
