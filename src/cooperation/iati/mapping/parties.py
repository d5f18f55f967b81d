"""Who: organisations and their identifiers, on both sides."""

import functools
import re
from typing import Any

import attrs

from cooperation.codelists import codelist
from cooperation.errors import InvariantError
from cooperation.iati.mapping.codes import ORGANISATION_KINDS
from cooperation.iati.mapping.marks import id_in
from cooperation.iati.mapping.outcome import Notes, Path
from cooperation.iati.mapping.texts import Tongue, is_blank, text_of
from cooperation.model import (
    Identifier,
    NameKind,
    Organisation,
    OrganisationKind,
    OrganisationName,
    Text,
    Translated,
)

__all__ = ["Register", "identifier_of", "is_id", "is_named", "ref_of", "slug"]

is_id = re.compile(r"\S{1,200}").fullmatch
"""Whether a text can be an id of the model."""
_AGENCY = re.compile(r"([A-Z]{2}-[A-Z]+)-.")


@functools.cache
def _agencies() -> frozenset[str]:
    return frozenset(codelist("OrganisationRegistrationAgency"))


@functools.lru_cache(maxsize=4_096)
def identifier_of(ref: str | None) -> Identifier | None:
    """The register and the number in an identifier; ``None`` where it names no register.

    The longest agency of the list OrganisationRegistrationAgency that it begins with, else what has the form of one
    (``ZA-MDB``), else what stands before the first hyphen.

    >>> identifier_of("SE-ON-212000-0662")
    Identifier(scheme='SE-ON', code='212000-0662')
    >>> identifier_of("44000") is None
    True
    """
    word = (ref or "").strip()
    hyphens = [i for i, letter in enumerate(word) if letter == "-"]
    formed = _AGENCY.match(word)
    otherwise = formed.end(1) if formed is not None else hyphens[0] if hyphens else 0
    at = next((i for i in reversed(hyphens) if word[:i] in _agencies()), otherwise)
    try:
        return Identifier(word[:at], word[at + 1 :])
    except InvariantError:
        return None


def ref_of(organisation: Organisation | None) -> str | None:
    """The identifier by which the world knows an organisation: the first that it has now."""
    if organisation is None or not organisation.identifiers:
        return None
    return str(organisation.identifiers[0])


def slug(text: str) -> str:
    """An id made of a name.

    >>> slug("City of Växjö")
    'city-of-växjö'
    """
    return "-".join(re.findall(r"\w+", text.casefold()))[:100] or "unnamed"


@attrs.define
class _Known:
    id: str
    name: Text | None = None
    names: dict[str, OrganisationName] = attrs.Factory(dict)
    kind: OrganisationKind | None = None
    identifiers: dict[Identifier, None] = attrs.Factory(dict)
    former: dict[Identifier, None] = attrs.Factory(dict)

    def made(self) -> Organisation:
        return Organisation(
            id=self.id,
            name=self.name,
            names=tuple(self.names.values()),
            kind=self.kind,
            identifiers=tuple(self.identifiers),
            former_identifiers=tuple(self.former),
        )


class Register:
    """The organisations that a file mentions, each once, whatever it is called where."""

    def __init__(self) -> None:
        self._known: dict[str, _Known] = {}
        self._ids: set[str] = set()

    def mention(self, said: Any, tongue: Tongue, path: Path, notes: Notes) -> str | None:
        """Learn from one mention of an organisation, and say its id; ``None`` where nothing tells which one it is.

        It is known by the id that the extension tells, else by its identifier, else by its name.
        """
        ref = (said.ref or "").strip()
        name = text_of(said.narratives, tongue, (*path, "narratives"), notes)
        marked = id_in(said)
        kind = getattr(said, "type", None)
        if not (marked or ref or name):
            if kind is not None:
                notes.lose((*path, "type"), kind, "an organisation needs an identifier or a name")
            return None
        key = marked or ref or str(name).casefold()
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = _Known(self._fresh(marked or (ref if is_id(ref) else slug(ref or str(name)))))
        self._learn(known, name, (*path, "narratives"), notes)
        if ref:
            self._identify(known, ref, path, notes)
        if kind is not None:
            self._sort(known, kind, path, notes)
        return known.id

    def formerly(self, id: str, ref: str) -> bool:  # noqa: A002  # the model's own word
        """Learn an identifier that an organisation had before; whether there is a register in it."""
        found = identifier_of(ref)
        if found is None:
            return False
        next(known for known in self._known.values() if known.id == id).former.setdefault(found)
        return True

    def made(self) -> dict[str, Organisation]:
        """The organisations by their ids, in the order in which they were first mentioned."""
        return {known.id: known.made() for known in self._known.values()}

    def _fresh(self, wanted: str) -> str:
        number, found = 1, wanted
        while found in self._ids:
            number += 1
            found = f"{wanted}-{number}"
        self._ids.add(found)
        return found

    @staticmethod
    def _learn(known: _Known, name: Text | None, path: Path, notes: Notes) -> None:
        if name is None or name == known.name:
            return
        if known.name is None:
            known.name = name
            return
        held = {text: language for language, text in _versions(known.name)}
        held.update((text, one.language) for text, one in known.names.items())
        for language, text in _versions(name):
            if text not in held:
                known.names[text] = OrganisationName(text=text, kind=NameKind.VARIANT, language=language)
            elif held[text] != language:
                notes.lose(path, f"{text} ({language or 'no language'})", "the same name is told in another language")

    @staticmethod
    def _identify(known: _Known, ref: str, path: Path, notes: Notes) -> None:
        found = identifier_of(ref)
        if found is None:
            notes.lose((*path, "ref"), ref, "an identifier has a register and a number; it is kept as the id only")
        else:
            known.identifiers.setdefault(found)

    @staticmethod
    def _sort(known: _Known, kind: str, path: Path, notes: Notes) -> None:
        found = ORGANISATION_KINDS.get(kind)
        if found is None:
            notes.lose((*path, "type"), kind, "no kind of organisation of the model has this code")
        elif known.kind is None:
            known.kind = found
        elif known.kind is not found:
            notes.lose((*path, "type"), kind, f"the organisation is {known.kind.value} where it is mentioned first")
        if found is not None and found.iati_type != kind:
            notes.lose((*path, "type"), kind, f"{found.value} is the nearest kind of organisation in the model")


def _versions(name: Text) -> tuple[tuple[str | None, str], ...]:
    return name.versions if isinstance(name, Translated) else ((None, name),)


def is_named(organisation: Organisation | None) -> bool:
    """Whether a reader can tell which organisation it is."""
    return organisation is not None and (bool(organisation.identifiers) or not is_blank(organisation.name))
