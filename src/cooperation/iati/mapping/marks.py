"""The extension namespace as attributes: the ids of the model beside elements that have none of their own."""

from typing import Any

from cooperation.iati.kept import ForeignAttribute, Kept

__all__ = ["NAMESPACE", "PREFIX", "id_in", "marked"]

NAMESPACE = "urn:x-cooperation:iati:1"
"""The namespace of the extension; the number counts its versions."""
PREFIX = "coop"


def marked(id: str | None) -> Kept | None:  # noqa: A002  # the model's own word
    """What stands beside the standard on an element that a part of the model became."""
    return (
        None if id is None else Kept(attributes=(ForeignAttribute(name=f"{PREFIX}:id", namespace=NAMESPACE, value=id),))
    )


def id_in(record: Any) -> str | None:
    """The id of the part of the model that an element was made of, where it says so."""
    kept: Kept | None = record.kept
    if kept is None:
        return None
    for attribute in kept.attributes:
        if attribute.namespace == NAMESPACE and attribute.name.rpartition(":")[2] == "id":
            return attribute.value
    return None
