"""To the model: the activities and organisations of a file become a portfolio."""

import collections

from cooperation.errors import InvariantError
from cooperation.iati.activity import Activities, Activity
from cooperation.iati.mapping.aims import objectives_of
from cooperation.iati.mapping.codes import CODE_KINDS, CONDITION_TYPES, RELATION_TYPES, ROLES, STAGES, STATUSES, reverse
from cooperation.iati.mapping.documents import sources_of
from cooperation.iati.mapping.extension import said_in
from cooperation.iati.mapping.funds import budget_of
from cooperation.iati.mapping.marks import id_in
from cooperation.iati.mapping.moments import periods_of
from cooperation.iati.mapping.outcome import Mapped, Notes, Path
from cooperation.iati.mapping.overlay import laid_over
from cooperation.iati.mapping.parties import Register, identifier_of, is_id
from cooperation.iati.mapping.sites import places_of
from cooperation.iati.mapping.subjects import tags_of
from cooperation.iati.mapping.texts import Tongue, is_blank, text_of
from cooperation.iati.mapping.uncarried import note_uncarried
from cooperation.iati.organisation import Organisation as OrganisationElement
from cooperation.iati.organisation import Organisations
from cooperation.model import (
    ContextNote,
    Framing,
    Logframe,
    Organisation,
    Participation,
    Place,
    Plan,
    Portfolio,
    Precondition,
    Project,
    ProjectCode,
    ProjectCodeKind,
    Relation,
    Role,
    Stage,
    TargetGroup,
)

__all__ = ["to_portfolio"]

_GENERAL, _TARGET_GROUPS = ("1", None), "3"
_FORMER_PUBLISHER = "B1"
_CONDITION_KINDS = reverse(CONDITION_TYPES)
_RELATION_KINDS = reverse(RELATION_TYPES)


def to_portfolio(file: Activities | Organisations | Activity | OrganisationElement) -> Mapped[Portfolio]:
    """The portfolio that a file of the standard says, or one activity or organisation of it.

    An activity becomes a project, an organisation that is mentioned one of the register, known by its identifier or
    else by its name. What the extension tells beside the standard comes back too.

    Args:
        file: What was read.

    Returns:
        The portfolio, and all that it has no place for, with paths into the file.

    >>> from cooperation import iati
    >>> activity = iati.Activity(iati_identifier="SE-ON-1-7", humanitarian=False)
    >>> mapped = to_portfolio(activity)
    >>> mapped.value["SE-ON-1-7"].codes[0].code
    'SE-ON-1-7'
    >>> print(*mapped.lost)
    activities[0].humanitarian: False (the model does not tell humanitarian aid from other aid)

    """
    if isinstance(file, Activity):
        file = Activities(activities=(file,))
    elif isinstance(file, OrganisationElement):
        file = Organisations(organisations=(file,))
    notes = Notes()
    if isinstance(file, Organisations):
        return Mapped(_of_organisations(file, notes), notes.lost)
    return Mapped(_of_activities(file, notes), notes.lost)


# ---- organisations -----------------------------------------------------------------------------------------------


def _of_organisations(file: Organisations, notes: Notes) -> Portfolio:
    language = _shared(entry.lang for entry in file.organisations)
    found: dict[str, Organisation] = {}
    for i, entry in enumerate(file.organisations):
        path: Path = ("organisations", i)
        tongue = Tongue(language, entry.lang)
        ref = (entry.organisation_identifier or "").strip()
        identifier = identifier_of(ref)
        if ref and identifier is None:
            notes.lose((*path, "organisation_identifier"), ref, "an identifier has a register and a number")
        name = text_of(entry.name, tongue, (*path, "name"), notes)
        id_ = ref if is_id(ref) else f"organisation-{i + 1}"
        if id_ in found:
            notes.lose(path, ref, "an organisation stands once in a portfolio")
            continue
        found[id_] = Organisation(id=id_, name=name, identifiers=() if identifier is None else (identifier,))
        note_uncarried(entry, path, notes)
    note_uncarried(file, (), notes)
    return Portfolio(organisations=tuple(found.values()), language=language)


# ---- activities --------------------------------------------------------------------------------------------------


def _of_activities(file: Activities, notes: Notes) -> Portfolio:
    language = _shared(activity.lang for activity in file.activities)
    register = Register()
    ids: set[str] = set()
    drafts = [_Reading(a, i, language, register, ids, notes) for i, a in enumerate(file.activities)]
    organisations = register.made()
    published = {draft.identifier: draft.id for draft in reversed(drafts)}
    projects = [draft.project(organisations, published) for draft in drafts]
    note_uncarried(file, (), notes)
    for draft in drafts:
        note_uncarried(draft.activity, draft.path, notes)
    plain = Portfolio(organisations=tuple(organisations.values()), projects=tuple(projects), language=language)
    said = [said_in(activity, ("activities", i), notes) for i, activity in enumerate(file.activities)]
    return laid_over(plain, said, notes) if any(one is not None for one in said) else plain


def _shared(languages: collections.abc.Iterable[str | None]) -> str | None:
    """The language of a portfolio: the one that all its activities have as theirs."""
    found = set(languages)
    language = found.pop() if len(found) == 1 else None
    try:
        return Portfolio(language=language or None).language
    except InvariantError:
        return None


class _Reading:
    """One activity while it is read: the organisations first, since one organisation has one value in a portfolio."""

    def __init__(
        self, activity: Activity, index: int, language: str | None, register: Register, ids: set[str], notes: Notes
    ) -> None:
        self.activity = activity
        self.path: Path = ("activities", index)
        self.identifier = (activity.iati_identifier or "").strip()
        self._tongue = Tongue(language, activity.lang or None)
        self._notes = notes
        self.id = self._fresh(index, ids)
        publisher = activity.reporting_org
        self._publisher = None if publisher is None else self._mention(publisher, register, "reporting_org")
        self._takes_part = [
            (self._mention(said, register, "participating_orgs", i), i)
            for i, said in enumerate(activity.participating_orgs)
        ]
        self._codes = tuple(self._code(register))
        self._budget = budget_of(activity, self._publisher, register, self._tongue, self.path, notes)

    def _fresh(self, index: int, ids: set[str]) -> str:
        own = self.identifier if is_id(self.identifier) else f"activity-{index + 1}"
        wanted = found = id_in(self.activity) or own
        number = 1
        while found in ids:
            number += 1
            found = f"{wanted[:190]}-{number}"
        ids.add(found)
        return found

    def _mention(self, said: object, register: Register, *steps: str | int) -> str | None:
        return register.mention(said, self._tongue, (*self.path, *steps), self._notes)

    def _code(self, register: Register) -> collections.abc.Iterator[ProjectCode]:
        notes, activity = self._notes, self.activity
        reporting = activity.reporting_org
        own = self.identifier
        bases = [] if reporting is None else [(reporting.ref or "").strip()]
        further: list[ProjectCode] = []
        for i, other in enumerate(activity.other_identifiers):
            here = (*self.path, "other_identifiers", i)
            ref = (other.ref or "").strip()
            owner = None
            if other.owner_org is not None:
                owner = self._mention(other.owner_org, register, "other_identifiers", i, "owner_org")
            if other.type == _FORMER_PUBLISHER:
                bases.append(ref)
                holder = owner or self._publisher
                if holder is None or not register.formerly(holder, ref):
                    notes.lose((*here, "ref"), ref, "a former identifier has a register, a number and an owner")
            elif other.type in CODE_KINDS and is_id(ref):
                further.append(ProjectCode(code=ref, kind=CODE_KINDS[other.type], given_by=owner))
            else:
                notes.lose(here, ref or other.type, "a code of a project has no spaces, and is of a kind the model has")
        if is_id(own):
            base = next((base for base in bases if base and own.startswith(base)), None)
            yield ProjectCode(
                code=own, kind=ProjectCodeKind.IATI, given_by=self._publisher, built_on=identifier_of(base)
            )
        elif own:
            notes.lose((*self.path, "iati_identifier"), own, "a code has 1 to 200 characters and no spaces")
        yield from further

    def project(self, organisations: dict[str, Organisation], published: dict[str, str]) -> Project:
        """The project, once all organisations are known, and the ids of all projects by their identifiers."""
        activity, notes, path, tongue = self.activity, self._notes, self.path, self._tongue
        status = STATUSES.get(activity.activity_status or "")
        if status is None and activity.activity_status is not None:
            notes.lose(
                (*path, "activity_status"), activity.activity_status, "the model has no such status of a project"
            )
        elif activity.activity_status == "3":
            notes.lose((*path, "activity_status"), "3", "that accounts are still open is not told apart from the end")
        places = places_of(activity, tongue, path, notes)
        period, actual = periods_of(activity, path, notes)
        stage = None if activity.activity_status is None else STAGES.get(activity.activity_status, Stage.SUMMARY)
        return Project(
            id=self.id,
            title=text_of(activity.title, tongue, (*path, "title"), notes) or "",
            codes=self._codes,
            stage=stage,
            status=status,
            period=period,
            actual=actual,
            involved=tuple(self._participations(organisations)),
            framing=self._framing(places),
            logframe=Logframe(
                objectives=objectives_of(activity, tongue, {place.id for place in places}, path, notes),
                conditional=self._conditional(),
                preconditions=tuple(self._preconditions()),
            ),
            plan=Plan(budget=self._budget),
            tags=tags_of(activity, tongue, path, notes),
            relations=tuple(self._relations(published)),
            sources=sources_of(activity.document_links, tongue, (*path, "document_links"), notes),
        )

    def _participations(self, organisations: dict[str, Organisation]) -> collections.abc.Iterator[Participation]:
        for id_, i in self._takes_part:
            code = self.activity.participating_orgs[i].role
            role: Role | None = ROLES.get(code or "")
            here = (*self.path, "participating_orgs", i)
            if role is None and code is not None:
                self._notes.lose((*here, "role"), code, "no role of the model has this code")
            if id_ is None:
                self._notes.lose(here, code or "", "an organisation needs an identifier or a name")
                continue
            yield Participation(organisation=organisations[id_], role=role)

    def _framing(self, places: tuple[Place, ...]) -> Framing:
        summary = None
        context: list[ContextNote] = []
        groups: list[TargetGroup] = []
        for i, said in enumerate(self.activity.descriptions):
            here = (*self.path, "descriptions", i)
            text = text_of(said.narratives, self._tongue, (*here, "narratives"), self._notes)
            if text is None:
                continue
            if said.type in _GENERAL and summary is None:
                summary = text
            elif said.type == _TARGET_GROUPS:
                groups.append(TargetGroup(id=id_in(said) or f"target-group-{len(groups) + 1}", name=text))
            else:
                if said.type != "4":
                    self._notes.lose((*here, "type"), said.type or "1", "further descriptions are notes on the context")
                context.append(ContextNote(statement=text))
        return Framing(
            summary=summary,
            context=tuple(context),
            target_groups=tuple(groups),
            places=places,
        )

    def _conditional(self) -> bool | None:
        said = self.activity.conditions
        if said is None or said.attached is not False:
            return None if said is None else said.attached
        if all(is_blank(narrative.text) for one in said.conditions for narrative in one.narratives):
            return False
        self._notes.lose((*self.path, "conditions", "attached"), "0", "conditions are told all the same")
        return None

    def _preconditions(self) -> collections.abc.Iterator[Precondition]:
        said = self.activity.conditions
        for i, condition in enumerate(() if said is None else said.conditions):
            here = (*self.path, "conditions", "conditions", i)
            kind = _CONDITION_KINDS.get(condition.type or "")
            text = text_of(condition.narratives, self._tongue, (*here, "narratives"), self._notes)
            if text is None:
                self._notes.lose(here, condition.type, "a condition says what must hold")
                continue
            if kind is None and condition.type is not None:
                self._notes.lose((*here, "type"), condition.type, "no kind of condition has this code")
            yield Precondition(statement=text, kind=kind)

    def _relations(self, published: dict[str, str]) -> collections.abc.Iterator[Relation]:
        for i, related in enumerate(self.activity.related_activities):
            ref, kind = (related.ref or "").strip(), _RELATION_KINDS.get(related.type or "")
            if kind is None or not is_id(ref):
                why = "a relation has a kind of the list RelatedActivityType, and a code without spaces"
                self._notes.lose((*self.path, "related_activities", i), ref or related.type, why)
            else:
                yield Relation(kind=kind, code=ref, project=published.get(ref))
