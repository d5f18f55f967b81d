"""From the model: a project becomes an activity, or is refused with all that lacks."""

from collections.abc import Iterator
from typing import Any

import attrs

from cooperation.iati.activity import Activities, Activity
from cooperation.iati.escape import is_character_data
from cooperation.iati.kept import Kept
from cooperation.iati.mapping.activities import to_portfolio
from cooperation.iati.mapping.aims import results
from cooperation.iati.mapping.codes import CODE_KINDS, CONDITION_TYPES, RELATION_TYPES, ROLE_CODES, STATUS_CODES
from cooperation.iati.mapping.differences import note_losses
from cooperation.iati.mapping.documents import links_of
from cooperation.iati.mapping.extension import node
from cooperation.iati.mapping.funds import budgets, transactions
from cooperation.iati.mapping.marks import NAMESPACE, PREFIX, marked
from cooperation.iati.mapping.moments import dates
from cooperation.iati.mapping.outcome import Lack, Lost, Mapped, Notes, NotPublishableError, Path
from cooperation.iati.mapping.overlay import SAME, beyond, tree_of
from cooperation.iati.mapping.parties import is_named, ref_of
from cooperation.iati.mapping.reporter import Reporter, reported_by
from cooperation.iati.mapping.sites import countries, locations, regions
from cooperation.iati.mapping.subjects import markers, sectors, tags
from cooperation.iati.mapping.surroundings import alone
from cooperation.iati.mapping.texts import is_blank, narratives, written
from cooperation.iati.organisations import OtherIdentifier, OwnerOrg, ParticipatingOrg, ReportingOrg
from cooperation.iati.related import Condition, Conditions, RelatedActivity
from cooperation.iati.text import Description
from cooperation.model import (
    Organisation,
    Participation,
    Portfolio,
    Project,
    ProjectCode,
    ProjectCodeKind,
)

__all__ = ["from_portfolio", "from_project"]

VERSION = "2.03"
_TYPES = {kind: code for code, kind in CODE_KINDS.items()}


def from_portfolio(
    portfolio: Portfolio, *, extension: bool = False, reporter: Reporter | None = None
) -> Mapped[Activities]:
    """The file of activities that the projects of a portfolio are.

    Args:
        portfolio: The portfolio.
        extension: Whether what the standard cannot say is written into elements of another namespace.
        reporter: Who publishes the projects that have no code of the kind ``iati``.

    Returns:
        The file, and all that it does not say, with paths into the portfolio.

    Raises:
        NotPublishableError: A project lacks facts that the standard demands; all that lacks in any project is told.
    """
    lacks: list[Lack] = []
    mapped: list[Mapped[Activity]] = []
    for index, project in enumerate(portfolio.projects):
        try:
            mapped.append(from_project(project, within=portfolio, extension=extension, reporter=reporter))
        except NotPublishableError as error:
            lacks.extend(attrs.evolve(lack, path=_in_portfolio(lack.path, index)) for lack in error.lacks)
    if not portfolio.projects:
        lacks.append(Lack(("projects",), "iati-activity", "a file has at least one activity"))
    if lacks:
        raise NotPublishableError(lacks)
    lost = (attrs.evolve(one, path=_in_portfolio(one.path, index)) for index, m in enumerate(mapped) for one in m.lost)
    activities = tuple(m.value for m in mapped)
    return Mapped(Activities(version=VERSION, activities=activities), tuple(dict.fromkeys(lost)))


def _in_portfolio(path: Path, index: int) -> Path:
    return path if path[:1] in (("organisations",), ("partnerships",)) else ("projects", index, *path)


def from_project(
    project: Project,
    *,
    within: Portfolio | None = None,
    extension: bool = False,
    reporter: Reporter | None = None,
) -> Mapped[Activity]:
    """The activity that a project is; nothing that the standard demands is made up.

    Args:
        project: The project.
        within: The portfolio it stands in, which tells the language of its texts, and the organisations and the
            partnership that it names.
        extension: Whether what the standard cannot say is written into elements of another namespace, from which
            ``to_portfolio`` reads it back.
        reporter: Who publishes it, where it has no code of the kind ``iati``; what comes back has the code, then.

    Returns:
        The activity, and all that it does not say, with paths into the project; what is lost of an organisation
        stands under its id.

    Raises:
        NotPublishableError: Facts lack that the standard demands; all of them are told.

    >>> from cooperation import load_example
    >>> from_project(load_example("proposal").projects[0]).value.iati_identifier
    'SE-ON-212000-0662-ENERGY-PLAN'

    """
    single = reported_by(reporter, alone(project, within))
    lacks: list[Lack] = list(_unwritable(single))
    if lacks:
        raise NotPublishableError(lacks)
    # It is made with the ids of its parts, by which what comes back of it is found again.
    marked_ = _Writing(single, lacks, extension=True).activity()
    if lacks or marked_ is None:
        raise NotPublishableError(lacks)
    said, told = tree_of(single), tree_of(to_portfolio(marked_).value)
    if extension:
        return Mapped(_extended(marked_, said, told))
    activity = _Writing(single, lacks, extension=False).activity()
    assert activity is not None
    return Mapped(activity, _lost(single, _without_found(said, within), told))


def _extended(activity: Activity, said: dict[str, Any], told: dict[str, Any]) -> Activity:
    """The activity with all that it does not say itself beside it."""
    more = {
        "organisations": beyond(said.get("organisations", []), told.get("organisations", [])),
        "partnerships": beyond(said.get("partnerships", []), []),
        "project": beyond(said["projects"][0], told["projects"][0]),
    }
    beside = node({key: value for key, value in more.items() if value is not SAME})
    return attrs.evolve(activity, kept=attrs.evolve(activity.kept or Kept(), nodes=(beside,)))


def _without_found(said: dict[str, Any], within: Portfolio | None) -> dict[str, Any]:
    """What is said, without the ids of related projects that are found again by their codes."""
    (project,) = said["projects"]
    published = {code.code: other.id for other in within or () for code in other.codes}
    relations = [
        {key: value for key, value in one.items() if key != "project" or value != published.get(one["code"])}
        for one in project.get("relations", ())
    ]
    return {**said, "projects": [{**project, "relations": relations} if relations else project]}


def _lost(single: Portfolio, said: dict[str, Any], told: dict[str, Any]) -> tuple[Lost, ...]:
    """What an activity without the extension does not say."""
    notes = Notes()
    (project,) = single.projects
    if all(project.id != code.code for code in project.codes):
        notes.lose(("id",), project.id, "the standard has no ids, neither of a project nor of its parts")
    note_losses(said["projects"][0], told["projects"][0], Project, notes, single.language)
    known = {one["id"]: one for one in told.get("organisations", [])}
    for one in said.get("organisations", []):
        at = ("organisations", one["id"])
        note_losses(one, known.get(one["id"], {"id": one["id"]}), Organisation, notes, single.language, at)
    for partnership in single.partnerships:
        notes.lose(("partnerships", partnership.id), partnership.title or "", "the standard has no partnerships")
    return notes.lost


def _unwritable(single: Portfolio) -> Iterator[Lack]:
    """The texts that no XML can hold."""
    waiting: list[tuple[Path, object]] = [((), tree_of(single))]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend(((*path, key), item) for key, item in value.items())
            waiting.extend((path, key) for key in value)
        elif isinstance(value, list):
            waiting.extend(((*path, i), item) for i, item in enumerate(value))
        elif isinstance(value, str) and not is_character_data(value):
            here = path[2:] if path[:1] == ("projects",) else path
            yield Lack(here, "narrative", f"text without characters that XML cannot hold, unlike {value!r:.60}")


class _Writing:
    """One project while its activity is made; what lacks is gathered on the way."""

    def __init__(self, single: Portfolio, lacks: list[Lack], *, extension: bool) -> None:
        (self._project,) = single.projects
        self._single = single
        self._lacks = lacks
        self._extension = extension

    def activity(self) -> Activity | None:
        project, single = self._project, self._single
        code = next((code for code in project.codes if code.kind is ProjectCodeKind.IATI), None)
        if code is None:
            message = "the identifier it is published under, such as codes: [{code: SE-ON-212000-0662-7, kind: iati}]"
            self._lack(("codes",), "iati-identifier", message)
        publisher = self._publisher(code)
        title = written(project.title)
        if title is None:
            self._lack(("title",), "title", "what it is called")
        descriptions = tuple(self._descriptions())
        involved = tuple(self._participants())
        if not involved:
            self._lack(("partners",), "participating-org", self._nobody())
        status = None if project.status is None else STATUS_CODES.get(project.status)
        if status is None:
            said = "nobody says it" if project.status is None else "the standard has none for a rejected proposal"
            message = f"where it stands: proposed, approved, running, ended or cancelled; {said}"
            self._lack(("status",), "activity-status", message)
        days = dates(project, (), self._lacks)
        if self._lacks or code is None or publisher is None or title is None:
            return None
        places = locations(project)
        refs = {str(place.ref) for place in places}
        reporter = str(code.given_by)
        return Activity(
            lang=single.language,
            iati_identifier=code.code,
            reporting_org=publisher,
            title=title,
            descriptions=descriptions,
            participating_orgs=involved,
            other_identifiers=tuple(self._other_identifiers(code, publisher)),
            activity_status=status,
            activity_dates=days,
            recipient_countries=countries(project, extension=self._extension),
            recipient_regions=regions(project, extension=self._extension),
            locations=places,
            sectors=sectors(project),
            tags=tags(project),
            policy_markers=markers(project),
            budgets=budgets(project),
            transactions=transactions(project, reporter, self._organisation, extension=self._extension),
            document_links=links_of(project.sources, of_project=True),
            related_activities=tuple(self._related()),
            conditions=self._conditions(),
            results=results(project, refs, extension=self._extension),
            kept=self._kept(),
        )

    def _nobody(self) -> str:
        """What lacks where nobody is known to take part in a role that the standard has."""
        taking_part = (*self._project.partners, *self._project.involved)
        silent = sum(part.role is None for part in taking_part)
        roles = "coordinator, partner, funding, accountable, extending or implementing"
        message = f"an organisation with a name and a role, such as role: coordinator ({roles})"
        return f"{message}; of {len(taking_part)} that take part {silent} say no role" if silent else message

    def _kept(self) -> Kept | None:
        mark = marked(self._project.id if self._extension else None)
        return None if mark is None else attrs.evolve(mark, namespaces=((PREFIX, NAMESPACE),))

    def _lack(self, path: Path, element: str, message: str) -> None:
        self._lacks.append(Lack(path, element, message))

    def _organisation(self, id: str | None) -> Organisation | None:  # noqa: A002  # the model's own word
        return None if id is None else self._single.organisation(id)

    def _mark(self, organisation: Organisation) -> Kept | None:
        return marked(organisation.id if self._extension else None)

    def _publisher(self, code: ProjectCode | None) -> ReportingOrg | None:
        if code is None:
            self._lack(("codes",), "reporting-org", "the organisation that publishes: the given_by of that code")
            return None
        at = ("codes", self._project.codes.index(code))
        if code.given_by is None:
            self._lack((*at, "given_by"), "reporting-org", "the organisation that gave the code, and so publishes")
            return None
        who = self._organisation(code.given_by)
        here = ("organisations", code.given_by)
        ref = self._reporting_ref(who, code)
        if who is None or is_blank(who.name):
            self._lack((*here, "name"), "reporting-org/narrative", "the name of the organisation that publishes")
        if who is None or who.kind is None:
            self._lack((*here, "kind"), "reporting-org/@type", "what kind of organisation it is that publishes")
        if ref is None:
            self._lack((*here, "identifiers"), "reporting-org/@ref", "an identifier of the organisation that publishes")
        if who is None or who.kind is None:
            return None
        return ReportingOrg(ref=ref, type=who.kind.iati_type, narratives=narratives(who.name), kept=self._mark(who))

    @staticmethod
    def _reporting_ref(who: Organisation | None, code: ProjectCode) -> str | None:
        now = () if who is None else who.identifiers
        if code.built_on is not None and (code.built_on in now or not now):
            return str(code.built_on)
        if who is not None and not now and code.code.startswith(f"{who.id}-"):
            return who.id  # the bare number that early publishers have, on which the code is built
        return str(now[0]) if now else None

    def _other_identifiers(self, code: ProjectCode, publisher: ReportingOrg) -> Iterator[OtherIdentifier]:
        for other in self._project.codes:
            kind = None if other.kind is None else _TYPES.get(other.kind)
            if other is not code and kind is not None:
                yield OtherIdentifier(ref=other.code, type=kind, owner_org=self._owner(other.given_by))
        who = self._organisation(code.given_by)
        former = [*((code.built_on,) if code.built_on is not None else ()), *(who.former_identifiers if who else ())]
        for ref in dict.fromkeys(map(str, former)):
            if ref != publisher.ref:
                yield OtherIdentifier(ref=ref, type="B1", owner_org=self._owner(code.given_by))

    def _owner(self, id: str | None) -> OwnerOrg | None:  # noqa: A002
        who = self._organisation(id)
        if who is None or not is_named(who):
            return None
        return OwnerOrg(ref=ref_of(who), narratives=narratives(who.name), kept=self._mark(who))

    def _descriptions(self) -> Iterator[Description]:
        framing = self._project.framing
        if is_blank(framing.summary):
            self._lack(("framing", "summary"), "description", "what it is about, in a few sentences")
        else:
            yield Description(type="1", narratives=narratives(framing.summary))
        for group in framing.target_groups:
            if not is_blank(group.name):
                kept = marked(group.id if self._extension else None)
                yield Description(type="3", narratives=narratives(group.name), kept=kept)
        for note in framing.context:
            if not is_blank(note.statement):
                yield Description(type="4", narratives=narratives(note.statement))

    def _participants(self) -> Iterator[ParticipatingOrg]:
        for part in (*self._project.partners, *self._project.involved):
            role = None if part.role is None else ROLE_CODES.get(part.role)
            if role is not None:
                yield from self._participant(part, role)

    def _participant(self, part: Participation, role: str) -> Iterator[ParticipatingOrg]:
        who = part.organisation
        kind = None if part.of_kind is None else part.of_kind.iati_type
        if who is not None and is_named(who):
            yield ParticipatingOrg(
                ref=ref_of(who), type=kind, role=role, narratives=narratives(who.name), kept=self._mark(who)
            )
        elif who is None and not is_blank(part.description):
            yield ParticipatingOrg(type=kind, role=role, narratives=narratives(part.description))

    def _related(self) -> Iterator[RelatedActivity]:
        for relation in self._project.relations:
            yield RelatedActivity(ref=relation.code, type=RELATION_TYPES[relation.kind])

    def _conditions(self) -> Conditions | None:
        frame = self._project.logframe
        attached = True if frame.preconditions else frame.conditional
        if attached is None:
            return None
        # The schema demands a type of each; of one that has none it is told only that there is something.
        told = tuple(
            Condition(type=CONDITION_TYPES[one.kind], narratives=narratives(one.statement))
            for one in frame.preconditions
            if one.kind is not None and not is_blank(one.statement)
        )
        return Conditions(attached=attached, conditions=told)
