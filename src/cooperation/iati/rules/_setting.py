"""The records of the standard as a family of values that rules are asked of: each activity has its own surroundings."""

import functools
import typing
from typing import Any

import attrs
import pendulum

from cooperation.iati.activity import Activities, Activity
from cooperation.iati.coded import Coded, coded_in
from cooperation.iati.declare import HOLDS, Element, Record
from cooperation.iati.organisation import Organisation
from cooperation.iati.rules._names import AskedOfFile, Before, Names
from cooperation.model import Stage
from cooperation.rules import Asked, Part, Profile, Realm, Setting, Surroundings, profile_named

__all__ = ["Around", "identifier_of", "records"]


_NOTHING = Before()


class Around(Surroundings):
    """The surroundings of a part of a file of the standard.

    Attributes:
        publishers: The identifiers of the organisations that IATI's register knows; ``None`` where nobody gave them.
        entry: The activity or the organisation that the part belongs to, where it is at hand.
        before: What is known of its identifier from the entries before it.
    """

    def __init__(
        self,
        *,
        stage: Stage,
        today: pendulum.Date,
        profile: Profile,
        publishers: frozenset[str] | None = None,
        entry: Activity | Organisation | None = None,
        before: Before = _NOTHING,
    ) -> None:
        super().__init__(stage=stage, today=today, profile=profile)
        self.publishers = publishers
        self.entry = entry
        self.before = before
        self._coded: tuple[Any, tuple[Coded, ...]] = None, ()

    def coded(self, root: Record) -> tuple[Coded, ...]:
        """What is to be said of the codes below a record, found once for the rules that tell it."""
        if self._coded[0] is not root:
            self._coded = root, coded_in(root)
        return self._coded[1]


@functools.lru_cache(maxsize=8)
def records(publishers: frozenset[str] | None = None) -> Realm:
    """The records of the standard, asked where these organisations are known to IATI's register."""

    def set_out(_root: object, asked: Asked) -> Setting:
        names = asked.names if isinstance(asked, AskedOfFile) else Names()

        def around(entry: Activity | Organisation | None = None, before: Before = _NOTHING) -> Around:
            return Around(
                stage=asked.stage or Stage.PROPOSAL,  # what is published is asked all there is to ask
                today=asked.today,
                profile=asked.profile or profile_named("iati"),
                publishers=publishers,
                entry=entry,
                before=before,
            )

        def entering(entry: Activity | Organisation, _above: Surroundings) -> Around:
            return around(entry, names.before(identifier_of(entry)))

        return Setting(around(), {Activity: entering, Organisation: entering})

    return Realm(
        called="a record of the IATI standard",
        whole=Activities,
        is_of=_is_record,
        parts=_parts,
        set_out=set_out,
    )


def identifier_of(entry: Activity | Organisation) -> str | None:
    """The name that an activity or an organisation has in the world."""
    return entry.iati_identifier if isinstance(entry, Activity) else entry.organisation_identifier


@functools.cache
def _is_record(cls: type) -> bool:
    return issubclass(cls, Record) and attrs.has(cls)


@functools.cache
def _parts(cls: Any) -> tuple[Part, ...]:
    hints = typing.get_type_hints(cls)
    held = [field.name for field in attrs.fields(cls) if isinstance(field.metadata[HOLDS], Element)]
    return tuple(Part(name, _classes(hints[name])) for name in held)


def _classes(hint: Any) -> tuple[Any, ...]:
    """The classes of records in an annotation such as ``Text | None`` or ``tuple[Budget, ...]``."""
    if isinstance(hint, type):
        return (hint,) if issubclass(hint, Record) else ()
    return tuple(cls for inner in typing.get_args(hint) for cls in _classes(inner))
